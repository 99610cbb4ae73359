//! Whole files, from bytes to rows: real ones, spreadsheets' ones, hostile ones.

use std::collections::BTreeMap;

use chrono_tz::Europe::Budapest;
use iso_currency::Currency;
use proptest::prelude::*;

use super::export::Cell;
use super::records::Record;
use super::rows::REJECT_CODES;
use super::*;
use crate::date_input::DateOrder;

fn context(locale: &str) -> Context {
    Context {
        currency: Currency::EUR,
        region: "HU".parse().unwrap(),
        zone: Budapest,
        locale: locale.to_owned(),
        date_order: None,
    }
}

fn open(bytes: impl Into<Vec<u8>>) -> Result<Table, FileError> {
    Table::open(bytes.into(), &OpenOptions::default())
}

fn mapping(table: &Table, kind: Kind) -> Mapping {
    Mapping::new(kind, table.headers(), &BTreeMap::new()).unwrap()
}

fn members(bytes: impl Into<Vec<u8>>) -> Vec<Result<MemberRow, Rejected>> {
    let table = open(bytes).unwrap();
    let mapping = mapping(&table, Kind::Members);
    Members::new(&table, &mapping, context("en")).collect()
}

fn visits(bytes: impl Into<Vec<u8>>, locale: &str) -> Vec<Result<VisitRow, Rejected>> {
    let table = open(bytes).unwrap();
    let mapping = mapping(&table, Kind::Visits);
    Visits::new(&table, &mapping, context(locale)).collect()
}

/// The codes of refused rows by line, "ok" for others.
fn outcome<T>(rows: &[Result<T, Rejected>], line: impl Fn(&T) -> u64) -> Vec<(u64, &'static str)> {
    rows.iter()
        .map(|row| match row {
            Ok(row) => (line(row), "ok"),
            Err(rejected) => (rejected.line, rejected.code),
        })
        .collect()
}

fn windows(encoding: &'static encoding_rs::Encoding, text: &str) -> Vec<u8> {
    encoding.encode(text).0.into_owned()
}

fn utf16le(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect()
}

#[test]
fn the_cdnow_purchases_are_read_to_the_cent() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../tests/fixtures/cdnow_sample_visits.csv"
    );
    let table = open(std::fs::read(path).unwrap()).unwrap();
    assert_eq!((table.rows(), table.kind_guess()), (6_919, Kind::Visits));
    let mapping = mapping(&table, Kind::Visits);
    let context = Context {
        currency: Currency::USD,
        ..context("en")
    };
    let rows: Vec<VisitRow> = Visits::new(&table, &mapping, context)
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(rows.len(), 6_919);
    let total: i64 = rows.iter().filter_map(|row| row.amount_minor).sum();
    assert_eq!(
        crate::amount::to_decimal_string(total, Currency::USD),
        "244091.94"
    );
    assert_eq!((rows[0].member.as_str(), rows[0].line), ("0001", 2));
    assert!(rows.iter().all(|row| !row.when.has_time));
    let members: std::collections::BTreeSet<_> = rows.iter().map(|row| &row.member).collect();
    assert_eq!(members.len(), 2_357);
}

#[test]
fn a_russian_file_from_excel() {
    let text = "sep=;\r\n\
        ФИО;Телефон;День рождения;Дата регистрации;Примечание;Согласие на SMS\r\n\
        Ёлкина Анна;+7 (916) 555-01-02;12.05.1985;01.02.2024;\"любит латте;\r\nбез сахара\";да\r\n\
        Щукин Пётр;+7 812 555 01 02;21.11.;2024-02-29;;нет\r\n";
    for bytes in [
        windows(encoding_rs::WINDOWS_1251, text),
        text.as_bytes().to_vec(),
        utf16le(text),
    ] {
        let rows: Vec<MemberRow> = members(bytes)
            .into_iter()
            .collect::<Result<_, _>>()
            .unwrap();
        assert_eq!(rows.len(), 2);
        let anna = &rows[0];
        assert_eq!((anna.line, anna.name.as_deref()), (3, Some("Ёлкина Анна")));
        assert_eq!(anna.phone.as_ref().unwrap().as_str(), "+79165550102");
        assert_eq!(anna.birthday.unwrap().to_string(), "1985-05-12");
        assert_eq!(anna.joined_on.unwrap().to_string(), "2024-02-01");
        assert_eq!(anna.notes.as_deref(), Some("любит латте; без сахара"));
        assert_eq!((anna.consent_sms, anna.consent_email), (Some(true), None));
        assert_eq!((rows[1].line, rows[1].consent_sms), (5, Some(false)));
        assert_eq!(rows[1].birthday.unwrap().to_string(), "11-21");
    }
}

#[test]
fn a_hungarian_file_from_excel() {
    let text = "Vendég;Dátum;Összeg;Megjegyzés\r\n\
        Kovács Őrs;2026. 11. 21. 14:03;1 250,00 Ft;\r\n\
        0042;2026.11.21.;990,- Ft;két kávé\r\n\
        Szűcs Ödön;2026-11-21;1.250;\r\n";
    let context = Context {
        currency: Currency::HUF,
        ..context("hu")
    };
    let table = open(windows(encoding_rs::WINDOWS_1250, text)).unwrap();
    assert_eq!(
        (table.encoding(), table.delimiter()),
        (Encoding::Windows1250, b';')
    );
    let mapping = mapping(&table, Kind::Visits);
    let rows: Vec<VisitRow> = Visits::new(&table, &mapping, context)
        .collect::<Result<_, _>>()
        .unwrap();
    let read: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row.member.as_str(),
                row.when.date.to_string(),
                row.amount_minor,
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            ("Kovács Őrs", "2026-11-21".to_owned(), Some(125_000)),
            ("0042", "2026-11-21".to_owned(), Some(99_000)),
            ("Szűcs Ödön", "2026-11-21".to_owned(), Some(125_000)),
        ]
    );
    assert!(rows[0].when.has_time && !rows[1].when.has_time);
}

#[test]
fn bad_members_are_refused_one_by_one() {
    let text = "name,phone,email,birthday,card_number,consent_email,locale,joined_on\n\
        Anna,06 30 555 0142,,,,,,\n\
        Béla,\"7,9E+10\",,,,,,\n\
        =cmd|' /C calc'!A0,,,,,,,\n\
        ,,x@example.com,,,,,\n\
        Éva,,nonsense,,,,,\n\
        Éva,,,02-30,,,,\n\
        Éva,,,,4006381333932,,,\n\
        Éva,,,,400638133393,,,\n\
        Éva,,,,4.00638E+12,,,\n\
        Éva,,,,400638133393X,,,\n\
        Éva,,,,4006381333931,yes,hu-HU,2026-01-02\n\
        Éva,,,,,perhaps,,\n\
        Éva,,,,,,klingon,\n\
        Éva,,,,,,,45982\n\
        É\u{7}va,,,,,,,\n\
        Éva,12,,,,,,\n\
        Éva,,,,,,,,extra\n\
        Éva,,\n\
        \"Éva\" x,,,,,,,\n\
        Last,,,,,,,\n";
    let rows = members(text);
    assert_eq!(
        outcome(&rows, |row| row.line),
        [
            (2, "ok"),
            (3, "phone_rounded"),
            (4, "ok"),
            (5, "name_and_phone_empty"),
            (6, "email_invalid"),
            (7, "date_no_such_day"),
            (8, "card_check_digit"),
            (9, "card_length"),
            (10, "card_rounded"),
            (11, "card_not_digits"),
            (12, "ok"),
            (13, "consent_unclear"),
            (14, "locale_unknown"),
            (15, "date_serial"),
            (16, "text_control"),
            (17, "phone_too_short"),
            (18, "row_too_many_cells"),
            (19, "row_too_few_cells"),
            (20, "row_stray_quote"),
            (21, "ok"),
        ]
    );
    assert_eq!(
        rows[2].as_ref().unwrap().name.as_deref(),
        Some("=cmd|' /C calc'!A0")
    );
    let rounded = rows[1].as_ref().unwrap_err();
    assert_eq!(rounded.message_key(), "reject-phone-rounded");
    assert_eq!(
        (rounded.field, rounded.value.as_str()),
        (Some("phone"), "7,9E+10")
    );
    assert_eq!(rounded.raw.len(), 8);
    let long = format!("name\n{}\n", "x".repeat(121));
    let rejected = members(long).remove(0).unwrap_err();
    assert_eq!(
        (rejected.code, rejected.max, rejected.value.len()),
        ("text_too_long", Some(120), 80)
    );
}

#[test]
fn bad_visits_are_refused_one_by_one() {
    let text = "member;at;amount\n\
        0001;2026-11-21;12,50\n\
        0001;2026-11-21;-1\n\
        0001;2026-11-21;NaN\n\
        0001;2026-11-21;1e308\n\
        0001;2026-11-21;1 250,00\n\
        0001;2026-11-21;\n\
        ;2026-11-21;1\n\
        0001;;1\n\
        7,9E+10;2026-11-21;1\n\
        0001;21.11.26;1\n\
        0001;2026-11-21 25:00;1\n\
        0001;2026-11-21;$5\n\
        0001;2026-11-21;99999999999999\n\
        ;;\n\
        \n\
        '+36305550142;2026-11-21;0\n\
        =\"0042\";2026-11-21;0\n";
    let rows = visits(text, "en");
    assert_eq!(
        outcome(&rows, |row| row.line),
        [
            (2, "ok"),
            (3, "amount_negative"),
            (4, "amount_not_finite"),
            (5, "amount_exponent"),
            (6, "ok"),
            (7, "ok"),
            (8, "member_empty"),
            (9, "date_empty"),
            (10, "member_rounded"),
            (11, "date_two_digit_year"),
            (12, "date_not_a_time"),
            (13, "amount_other_currency"),
            (14, "amount_too_large"),
            (17, "ok"),
            (18, "ok"),
        ]
    );
    let ok: Vec<_> = rows
        .iter()
        .flatten()
        .map(|row| (&*row.member, row.amount_minor))
        .collect();
    assert_eq!(
        ok,
        [
            ("0001", Some(1_250)),
            ("0001", Some(125_000)),
            ("0001", None),
            ("+36305550142", Some(0)),
            ("0042", Some(0)),
        ]
    );
}

#[test]
fn a_column_decides_what_a_cell_cannot() {
    let dates = |rows: &str, locale: &str, order: Option<DateOrder>| -> Vec<String> {
        let table = open(format!("member,at\n{rows}")).unwrap();
        let context = Context {
            date_order: order,
            ..context(locale)
        };
        Visits::new(&table, &mapping(&table, Kind::Visits), context)
            .map(|row| row.map_or_else(|r| r.code.to_owned(), |row| row.when.date.to_string()))
            .collect()
    };
    let (ambiguous, day, month) = ("date_ambiguous", DateOrder::DayFirst, DateOrder::MonthFirst);
    assert_eq!(
        dates("1,05/11/2026\n1,21/11/2026\n", "en", None),
        ["2026-11-05", "2026-11-21"]
    );
    assert_eq!(
        dates("1,05/11/2026\n1,11/21/2026\n", "ru", None),
        ["2026-05-11", "2026-11-21"]
    );
    assert_eq!(dates("1,05/11/2026\n", "ru", None), ["2026-11-05"]);
    assert_eq!(dates("1,05/11/2026\n", "en", None), [ambiguous]);
    assert_eq!(dates("1,05/11/2026\n", "en", Some(month)), ["2026-05-11"]);
    assert_eq!(
        dates("1,05/11/2026\n1,11/21/2026\n", "en", Some(day)),
        ["2026-11-05", "date_no_such_day"]
    );
    assert_eq!(
        dates("1,05/11/2026\n1,21/11/2026\n1,11/21/2026\n", "ru", None),
        [ambiguous, "2026-11-21", "2026-11-21"]
    );

    let amounts = |rows: &str, locale: &str| -> Vec<Result<Option<i64>, &'static str>> {
        let text = format!("member;at;amount\n{rows}");
        let amount = |row: Result<VisitRow, Rejected>| {
            row.map(|row| row.amount_minor)
                .map_err(|rejected| rejected.code)
        };
        visits(text, locale).into_iter().map(amount).collect()
    };
    let day = "1;2026-11-21";
    assert_eq!(
        amounts(&format!("{day};1.234\n{day};12,50\n"), "en"),
        [Ok(Some(123_400)), Ok(Some(1_250))]
    );
    assert_eq!(
        amounts(&format!("{day};1.234\n{day};12.50\n"), "hu"),
        [Err("amount_too_many_decimals"), Ok(Some(1_250))]
    );
    assert_eq!(
        amounts(&format!("{day};1.234\n"), "hu"),
        [Ok(Some(123_400))]
    );
    assert_eq!(
        amounts(&format!("{day};1.234\n"), "ru"),
        [Err("amount_ambiguous")]
    );
    assert_eq!(
        amounts(&format!("{day};1.234\n{day};1,5\n{day};1.5\n"), "hu"),
        [Err("amount_ambiguous"), Ok(Some(150)), Ok(Some(150))]
    );
}

#[test]
fn a_file_without_a_header_is_mapped_by_hand() {
    let table = open("0001,1997-01-01,29.33\n0002,1997-01-02,1.00\n").unwrap();
    assert!(!table.has_header());
    let by_hand = BTreeMap::from([
        (0, Some(Field::Member)),
        (1, Some(Field::At)),
        (2, Some(Field::Amount)),
    ]);
    let mapping = Mapping::new(Kind::Visits, table.headers(), &by_hand).unwrap();
    let rows: Vec<_> = Visits::new(&table, &mapping, context("en"))
        .flatten()
        .collect();
    assert_eq!(
        (rows.len(), rows[0].line, rows[1].amount_minor),
        (2, 1, Some(100))
    );
}

#[test]
fn hostile_files_are_refused_whole_with_their_line() {
    let single_line = vec![b'x'; 50_000_000];
    let quoted_line = [b"name\n\"".to_vec(), vec![b'y'; 50_000_000]].concat();
    for (bytes, code, line) in [
        (
            b"name,phone\nAnna,\"06\nB,1\n".to_vec(),
            "import_file_unclosed_quote",
            Some(2),
        ),
        (
            b"name,phone\nAn\0na,1\n".to_vec(),
            "import_file_nul_byte",
            Some(2),
        ),
        (single_line, "import_file_record_too_long", Some(1)),
        (quoted_line, "import_file_unclosed_quote", Some(2)),
        (
            vec![b','; 50_000_000],
            "import_file_too_many_columns",
            Some(1),
        ),
        (b"name\n".to_vec(), "import_file_empty", None),
        (
            b"PK\x03\x04\x14\0\x06\0".to_vec(),
            "import_file_not_text",
            None,
        ),
    ] {
        let error = open(bytes).unwrap_err();
        assert_eq!((error.code(), error.line()), (code, line));
    }
}

#[test]
fn a_preview_shows_what_was_found() {
    let table = open(windows(
        encoding_rs::WINDOWS_1251,
        "Клиент;Дата;Сумма;Кол-во\n0001;21.11.2026;12,50;2\n\n0002;21.11.2026;1\n",
    ))
    .unwrap();
    let preview = Preview::of(&table, None);
    assert_eq!(preview.encoding, Encoding::Windows1251);
    assert_eq!((preview.delimiter, preview.has_header), (';', true));
    assert_eq!(preview.headers, ["Клиент", "Дата", "Сумма", "Кол-во"]);
    let expected = [
        Some(Field::Member),
        Some(Field::At),
        Some(Field::Amount),
        None,
    ];
    assert_eq!(preview.mapping, expected);
    assert_eq!(
        (preview.kind_guess, preview.rows, preview.bytes),
        (Kind::Visits, 2, 68)
    );
    assert_eq!(preview.sample[1], ["0002", "21.11.2026", "1", ""]);
}

#[test]
fn every_code_has_its_message_in_every_language() {
    let file_errors = [
        FileError::Empty,
        FileError::TooLarge { max_mib: 1 },
        FileError::NotText { what: "PDF" },
        FileError::NulByte { line: 1 },
        FileError::Malformed {
            line: 1,
            encoding: "UTF-8",
        },
        FileError::Encoding { encoding: "KOI8-U" },
        FileError::UnclosedQuote { line: 1 },
        FileError::RecordTooLong {
            line: 1,
            max_kib: 1,
        },
        FileError::TooManyColumns { line: 1, max: 1 },
        FileError::MissingColumns {
            missing: vec![],
            found: vec![],
        },
        FileError::BadMapping { field: Field::At },
    ];
    let file_keys = file_errors.iter().map(FileError::message_key);
    let reject_keys = REJECT_CODES
        .iter()
        .map(|code| format!("reject-{}", code.replace('_', "-")));
    let keys: Vec<String> = file_keys.chain(reject_keys).collect();
    for locale in ["en", "ru", "hu"] {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/locales");
        let text = std::fs::read_to_string(format!("{folder}/{locale}/import.ftl")).unwrap();
        let mut found: Vec<&str> = text
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(key, _)| key)
            .collect();
        found.retain(|key| key.starts_with("reject-") || key.starts_with("import-file-"));
        for key in &keys {
            assert!(found.contains(&key.as_str()), "{locale} lacks {key}");
        }
        for error in &file_errors {
            let line = text
                .lines()
                .find(|line| line.starts_with(&error.message_key()))
                .unwrap();
            for used in line
                .split("{ $")
                .skip(1)
                .filter_map(|part| part.split_once(' '))
            {
                let known = error.args().iter().any(|(name, _)| *name == used.0);
                assert!(known, "{locale}: {line}");
            }
        }
    }
}

proptest! {
    #[test]
    fn what_we_export_we_read_back(
        rows in prop::collection::vec(
            prop::collection::vec("[^\0]{0,12}|[=+@'-][^\0]{0,5}", 3),
            1..8,
        ),
        delimiter in prop::sample::select(vec![b',', b';', b'\t']),
        bom: bool,
    ) {
        let mut csv = CsvWriter::new(Vec::new(), Format { delimiter, bom }).unwrap();
        csv.texts(["name", "phone", "email"]).unwrap();
        for row in &rows {
            csv.row(row.iter().map(|cell| Cell::Text(cell))).unwrap();
        }
        let bytes = csv.finish().unwrap();
        let filled: Vec<_> =
            rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        let table = match open(bytes) {
            Ok(table) => table,
            Err(error) => {
                prop_assert!(filled.is_empty(), "{}", error);
                return Ok(());
            }
        };
        prop_assert_eq!(table.delimiter(), delimiter);
        let mut records = table.records();
        let mut record = Record::default();
        let mut read = Vec::new();
        while records.read(&mut record).unwrap() {
            prop_assert!(!record.stray_quote);
            if !record.is_blank() {
                let cells = record.cells.iter();
                let cells = cells.map(|cell| export::without_apostrophe(cell).to_owned());
                read.push(cells.collect::<Vec<_>>());
            }
        }
        let filled: Vec<Vec<String>> = filled.into_iter().cloned().collect();
        prop_assert_eq!(read, filled);
    }

    #[test]
    fn no_file_makes_the_import_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(table) = open(bytes) {
            let _ = Preview::of(&table, None);
        }
    }

    #[test]
    fn csv_soup_gives_each_row_once(soup in "[0-9a,;\"\n\r./+ é=-]{0,120}") {
        let Ok(table) = open(format!("member,at,amount\n{soup}")) else { return Ok(()) };
        prop_assert!(table.has_header());
        if let Ok(mapping) = Mapping::new(Kind::Visits, table.headers(), &BTreeMap::new()) {
            let rows = Visits::new(&table, &mapping, context("hu")).count();
            prop_assert_eq!(rows as u64, table.rows());
        }
    }
}
