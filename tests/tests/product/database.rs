//! A look into the database file beside the product.

use std::{collections::BTreeMap, path::Path};

use rusqlite::{Connection, OpenFlags, types::ValueRef};

fn open(data_dir: &Path) -> Connection {
    let path = data_dir.join("regulars.db");
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("a database")
}

/// Every row of every table, in a fixed order: two equal dumps hold the same.
pub(crate) fn dump(data_dir: &Path) -> BTreeMap<String, Vec<String>> {
    let db = open(data_dir);
    let tables: Vec<String> = column(
        &db,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'member_search_%'
         ORDER BY name",
    );
    assert!(tables.len() > 10, "{tables:?}");
    tables
        .into_iter()
        .map(|table| {
            let mut rows = rows(&db, &format!("SELECT * FROM {table}"));
            rows.sort();
            (table, rows)
        })
        .collect()
}

/// What guests have, without ids, times of writing and card numbers: two shops
/// with the same content have equal holdings.
pub(crate) fn holdings(data_dir: &Path) -> Vec<Vec<String>> {
    let db = open(data_dir);
    [
        "SELECT external_id, name, phone, email, birth_month, birth_day, birth_year, locale, notes,
                joined_on, status, visit_count, spend_minor, first_visit_on, last_visit_on
         FROM member ORDER BY external_id, name, phone",
        "SELECT m.external_id, m.name, m.phone, v.at_ms, v.business_date, v.amount_minor, v.stamps,
                v.rewards, v.note, v.external_id, v.status
         FROM visit v JOIN member m ON m.id = v.member_id ORDER BY 1, 2, 3, 4, 6, 9, 10",
        "SELECT m.external_id, m.name, m.phone, a.balance, g.status, g.expires_on
         FROM account a JOIN member m ON m.id = a.member_id
         LEFT JOIN reward_grant g ON g.account_id = a.id ORDER BY 1, 2, 3, 5, 6",
        "SELECT m.external_id, m.name, c.channel, c.granted
         FROM consent c JOIN member m ON m.id = c.member_id ORDER BY 1, 2, 3",
        "SELECT m.external_id, m.name, m.phone, o.code, t.due_on, t.status, t.reason, t.outcome
         FROM touch t JOIN member m ON m.id = t.member_id JOIN moment o ON o.id = t.moment_id
         ORDER BY 1, 2, 3, 4, 5",
        "SELECT m.external_id, m.name, m.phone, a.on_date, a.status
         FROM appointment a JOIN member m ON m.id = a.member_id ORDER BY 1, 2, 3, 4, 5",
    ]
    .iter()
    .map(|sql| rows(&db, sql))
    .collect()
}

/// One number.
pub(crate) fn number(data_dir: &Path, sql: &str) -> i64 {
    open(data_dir)
        .query_row(sql, [], |row| row.get(0))
        .expect("a number")
}

/// One text.
pub(crate) fn text(data_dir: &Path, sql: &str) -> String {
    open(data_dir)
        .query_row(sql, [], |row| row.get(0))
        .expect("a text")
}

/// A clumsy hand in the file.
pub(crate) fn tamper(data_dir: &Path, sql: &str) {
    let db = Connection::open(data_dir.join("regulars.db")).expect("a database");
    assert_eq!(db.execute(sql, []).expect(sql), 1, "{sql}");
}

fn column(db: &Connection, sql: &str) -> Vec<String> {
    let mut statement = db.prepare(sql).expect(sql);
    let rows = statement.query_map([], |row| row.get(0)).expect(sql);
    rows.map(|row| row.expect(sql)).collect()
}

fn rows(db: &Connection, sql: &str) -> Vec<String> {
    let mut statement = db.prepare(sql).expect(sql);
    let width = statement.column_count();
    let mut rows = statement.query([]).expect(sql);
    let mut lines = Vec::new();
    while let Some(row) = rows.next().expect(sql) {
        let cells: Vec<String> = (0..width)
            .map(|at| match row.get_ref(at).expect(sql) {
                ValueRef::Null => "∅".to_owned(),
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Real(number) => format!("{number:?}"),
                ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                ValueRef::Blob(bytes) => format!("{bytes:02x?}"),
            })
            .collect();
        lines.push(cells.join(" | "));
    }
    lines
}
