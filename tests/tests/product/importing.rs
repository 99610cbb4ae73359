//! Files as other programs write them.

use encoding_rs::{Encoding, WINDOWS_1250, WINDOWS_1251};
use serde_json::Value;

use crate::{
    database,
    shop::{Shop, counts, rejects, text},
};

const RUSSIAN: &str = "ФИО;Телефон;E-mail;День рождения;Код клиента;Примечание\r\n\
    Ёлкина Мария;8 (916) 555-01-42;maria@example.ru;29.02.1988;К-1;Без сахара\r\n\
    Щербаков Пётр;+7 916 555 01 43;;05.11;К-2;\"Кофе; потом чай\"\r\n\
    Жукова Юлия;;;;К-3;\r\n";
const HUNGARIAN: &str = "Név\tTelefonszám\tSzületésnap\tAzonosító\tMegjegyzés\n\
    Őry Tűzvirág\t06 30 555 0142\t1990.02.28.\tA-1\tkét cukorral\n\
    Nagy Gergő\t+36 70 555 0143\t\tA-2\t\n\
    Szűcs Ágnes\t\t12-24\tA-3\tűrlap szerint\n";

fn bytes_in(encoding: &'static Encoding, text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = encoding.encode(text);
    assert!(!lossy, "{} cannot hold the text", encoding.name());
    bytes.into_owned()
}

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    let units = mark.encode_utf16().chain(text.encode_utf16());
    units
        .flat_map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

/// Every way in which the text may come.
fn spellings(text: &str, old: &'static Encoding) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with a mark", format!("\u{feff}{text}").into_bytes()),
        ("UTF-16LE", utf16(text, false, true)),
        ("UTF-16BE", utf16(text, true, true)),
        (old.name(), bytes_in(old, text)),
    ]
}

fn member(shop: &Shop, key: &str) -> Value {
    shop.run(["member", "show", key]).done()["member"].clone()
}

#[test]
fn russian_members_come_in_every_encoding() {
    for (name, bytes) in spellings(RUSSIAN, WINDOWS_1251) {
        let shop = Shop::with("RUB", "ru", "Europe/Moscow", "cafe");
        let file = shop.file("члены.csv", bytes);
        assert_eq!(
            counts(&shop.import("members", &file, &[]).done()),
            [3, 3, 0, 0, 0],
            "{name}"
        );
        let maria = member(&shop, "К-1");
        assert_eq!(maria["name"], "Ёлкина Мария", "{name}");
        assert_eq!(maria["phone"], "+79165550142");
        assert_eq!(maria["birthday"], "1988-02-29");
        let petr = member(&shop, "8 916 555-01-43");
        assert_eq!(petr["notes"], "Кофе; потом чай");
        assert_eq!(petr["birthday"], "11-05");
        // The same content in another encoding is the same.
        let other = shop.file("again.csv", utf16(RUSSIAN, false, true));
        assert_eq!(
            counts(&shop.import("members", &other, &[]).done()),
            [3, 0, 0, 3, 0],
            "{name}"
        );
        shop.verify();
    }
}

#[test]
fn hungarian_members_come_in_every_encoding() {
    for (name, bytes) in spellings(HUNGARIAN, WINDOWS_1250) {
        let shop = Shop::with("HUF", "hu", "Europe/Budapest", "cafe");
        let file = shop.file("tagok.csv", bytes);
        assert_eq!(
            counts(&shop.import("members", &file, &[]).done()),
            [3, 3, 0, 0, 0],
            "{name}"
        );
        let ory = member(&shop, "A-1");
        assert_eq!(ory["name"], "Őry Tűzvirág", "{name}");
        assert_eq!(
            (text(&ory["phone"]), text(&ory["birthday"])),
            ("+36305550142".into(), "1990-02-28".into())
        );
        assert_eq!(member(&shop, "A-3")["notes"], "űrlap szerint");
        shop.verify();
    }
}

#[test]
fn visits_come_in_every_encoding_and_language() {
    let russian = "Клиент;Дата;Сумма;Комментарий\r\nК-1;01.10.2026 10:15;1 250,50;Ёж\r\nК-2;02.10.2026;99,9;\r\n";
    let hungarian = "Vendég;Dátum;Összeg;Megjegyzés\r\nA-1;2026.10.01. 10:15;1250,50;tűz\r\nA-2;2026.10.02.;99,90;\r\n";
    let english = "member,date,amount,comment\nM-1,2026-10-01 10:15,1250.50,hedgehog\nM-2,2026-10-02,99.90,\n";
    for (texts, old, locale, zone) in [
        (russian, WINDOWS_1251, "ru", "Europe/Moscow"),
        (hungarian, WINDOWS_1250, "hu", "Europe/Budapest"),
        (english, WINDOWS_1250, "en", "Europe/Dublin"),
    ] {
        for (name, bytes) in spellings(texts, old) {
            let shop = Shop::with("EUR", locale, zone, "cafe");
            let file = shop.file("visits.csv", bytes);
            let done = shop.import("visits", &file, &["--create-members"]).done();
            assert_eq!(counts(&done), [2, 2, 0, 0, 0], "{locale} {name}");
            let report = shop.say("report top-customers --month 2026-10").done();
            let rows = report["rows"].as_array().unwrap();
            assert_eq!(rows.len(), 2, "{locale} {name}");
            assert_eq!(
                (&rows[0]["spend"], &rows[1]["spend"]),
                (&"1250.50".into(), &"99.90".into())
            );
        }
    }
}

#[test]
fn a_line_sep_says_the_delimiter() {
    for (delimiter, line) in [
        (";", "sep=;\r\n"),
        (",", "sep=,\n"),
        ("\t", "sep=\t\n"),
        (";", "\"sep=;\"\r\n"),
    ] {
        let shop = Shop::cafe();
        let rows = ["name,phone", "Anna,", "Béla,"].map(|row| row.replace(',', delimiter));
        let file = shop.file("list.csv", format!("{line}{}\n", rows.join("\n")));
        let done = shop.import("members", &file, &[]).done();
        assert_eq!(counts(&done), [2, 2, 0, 0, 0], "{line:?}");
    }
}

#[test]
fn columns_are_mapped_by_header_or_number() {
    let shop = Shop::cafe();
    let file = shop.file(
        "list.csv",
        "Kunde,Nummer,Sonst\nAnna,06305550142,x\nBéla,,y\n",
    );
    let error = shop
        .import("members", &file, &[])
        .refused("import_file_missing_columns");
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .contains("Kunde, Nummer, Sonst"),
        "{error}"
    );
    let done = shop.import(
        "members",
        &file,
        &[
            "--map",
            "Kunde=name",
            "--map",
            "2=phone",
            "--map",
            "Sonst=notes",
        ],
    );
    assert_eq!(counts(&done.done()), [2, 2, 0, 0, 0]);
    let anna = member(&shop, "06 30 555 0142");
    assert_eq!(
        (&anna["name"], &anna["notes"]),
        (&"Anna".into(), &"x".into())
    );
    // A column can be left out.
    let named = shop.file("named.csv", "name,phone\nCili,06305550142\n");
    assert_eq!(
        counts(&shop.import("members", &named, &["--map", "phone="]).done()),
        [1, 1, 0, 0, 0]
    );
    for bad in [
        "Kunde",
        "Nobody=name",
        "9=name",
        "0=name",
        "Kunde=colour",
        "Kunde=amount",
    ] {
        shop.import("members", &file, &["--map", bad]).usage();
    }
    shop.verify();
}

#[test]
fn a_dry_run_changes_nothing_and_tells_what_will_be() {
    let shop = Shop::cafe();
    let members = shop.file(
        "members.csv",
        "external_id,name,phone\n1,Anna,06305550142\n2,Béla,bad\n3,Cili,\n",
    );
    let visits = shop.file(
        "visits.csv",
        "member,at,amount\n1,2026-10-01,3\n1,2026-10-01,3\n9,2026-10-02,4\n1,yesterday,4\n",
    );
    shop.import(
        "members",
        &shop.file("first.csv", "external_id,name\n3,Cecília\n"),
        &[],
    )
    .done();
    for (kind, file, options) in [
        ("members", &members, &[][..]),
        ("visits", &visits, &[]),
        ("visits", &visits, &["--create-members"]),
        ("visits", &visits, &["--create-members", "--earn"]),
    ] {
        let before = shop.dump();
        let options_dry: Vec<&str> = options.iter().copied().chain(["--dry-run"]).collect();
        let mut predicted = shop.import(kind, file, &options_dry).done_with_rejects();
        assert_eq!(shop.dump(), before, "{kind} {options:?}");
        assert_eq!(predicted["dry_run"], true);
        let done = shop.import(kind, file, options).done_with_rejects();
        predicted["dry_run"] = false.into();
        assert_eq!(predicted, done, "{kind} {options:?}");
    }
    let done = shop.import("members", &members, &[]).done_with_rejects();
    assert_eq!(counts(&done), [3, 0, 0, 2, 1]);
    shop.verify();
}

#[test]
fn rejected_rows_are_written_as_they_stood_with_line_code_and_reason() {
    let shop = Shop::cafe();
    let file = shop.file(
        "list.csv",
        "name,phone,notes\n\
         Anna,06305550142,fine\n\
         \"Kovács, \"\"Béla\"\"\",7.9E+10,\"two\nlines\"\n\
         ,,nobody\n\
         Cili,12,=1+1\n",
    );
    let path = shop.path("rejects.csv");
    let done = shop
        .import("members", &file, &["--rejects", path.to_str().unwrap()])
        .done_with_rejects();
    assert_eq!(counts(&done), [4, 1, 0, 0, 3]);
    let expected = [
        (3, "phone_rounded"),
        (5, "name_and_phone_empty"),
        (6, "phone_too_short"),
    ];
    assert_eq!(
        rejects(&done),
        expected.map(|(line, code)| (line, code.to_owned()))
    );
    let written = std::fs::read_to_string(&path).unwrap();
    let written = written.strip_prefix('\u{feff}').expect("a mark for Excel");
    assert!(
        written.starts_with("name,phone,notes,line,code,reason\r\n"),
        "{written}"
    );
    assert!(
        written.contains("\"Kovács, \"\"Béla\"\"\",7.9E+10,\"two\nlines\",3,phone_rounded,"),
        "{written}"
    );
    assert!(
        written.contains("\r\n,,nobody,5,name_and_phone_empty,The row has neither"),
        "{written}"
    );
    // A formula is kept, but does not run.
    assert!(
        written.contains("\r\nCili,12,\"'=1+1\",6,phone_too_short,"),
        "{written}"
    );
    // Put right, the file itself can be imported.
    let fixed = written
        .replace("7.9E+10", "06305550143")
        .replace(",12,", ",06305550144,");
    let done = shop
        .import("members", &shop.file("fixed.csv", fixed), &[])
        .done_with_rejects();
    assert_eq!(counts(&done), [3, 2, 0, 0, 1]);
    shop.verify();
}

#[test]
fn a_file_without_rejects_leaves_an_empty_list() {
    let shop = Shop::cafe();
    let path = shop.path("rejects.csv");
    let file = shop.file("list.csv", "name\nAnna\n");
    shop.import("members", &file, &["--rejects", path.to_str().unwrap()])
        .done();
    let written = std::fs::read_to_string(&path).unwrap();
    assert_eq!(written.lines().count(), 1, "{written}");
}

#[test]
fn rejects_that_cannot_be_written_stop_the_import_before_it_begins() {
    let shop = Shop::cafe();
    let file = shop.file("list.csv", "name,phone\nAnna,\nBéla,12\n");
    let before = shop.dump();
    let import = |rejects: &str| shop.import("members", &file, &["--rejects", rejects]);
    import("/no/such/folder/rejects.csv").refused("file_not_found");
    import(shop.path("list.csv").join("below").to_str().unwrap()).refused("file_failed");
    import(file.to_str().unwrap()).usage();
    assert_eq!(shop.dump(), before);
    let kept = std::fs::read_to_string(&file).unwrap();
    assert!(kept.ends_with("Béla,12\n"), "{kept}");
    shop.verify();
}

#[test]
fn times_are_those_of_the_shop() {
    let shop = Shop::cafe();
    let file = shop.file(
        "visits.csv",
        "member,at,amount\nA,2026-10-01,1\nA,2026-10-02 03:30,1\nA,2026-10-03T23:00:00Z,1\n",
    );
    shop.import("visits", &file, &["--create-members"]).done();
    let days = database::text(
        &shop.data_dir(),
        "SELECT group_concat(business_date, ' ') FROM (SELECT business_date FROM visit ORDER BY at_ms)",
    );
    // Half past three is still the day before; eleven at night in London is one o'clock here.
    assert_eq!(days, "2026-10-01 2026-10-01 2026-10-03");
}

#[test]
fn what_was_found_out_about_a_file_is_told() {
    let shop = Shop::with("HUF", "hu", "Europe/Budapest", "cafe");
    let file = shop.file("lista.csv", bytes_in(WINDOWS_1250, HUNGARIAN));
    let told = shop.import("members", &file, &["--dry-run"]).done();
    assert_eq!(
        (&told["encoding"], &told["delimiter"], &told["warnings"]),
        (&"windows-1250".into(), &"\t".into(), &Value::Array(vec![]))
    );
    // As DOS wrote it: every accent comes out as another character.
    let file = shop.file(
        "regi.csv",
        &b"n\x82v;telefon\nKov\xa0cs P\x82ter;06305550142\n"[..],
    );
    let ran = shop.import("members", &file, &["--dry-run", "--map", "1=name"]);
    let warning = ran.done()["warnings"][0].clone();
    assert_eq!(warning["code"], "encoding_doubtful");
    assert!(text(&warning["message"]).contains("UTF-8"), "{warning}");
    let window = crate::app::Window::open(&shop.data_dir());
    let opened = window.call("import_open", serde_json::json!({ "path": file }));
    let preview = &opened["source"]["preview"];
    assert_eq!(
        preview["warnings"],
        serde_json::json!(["encoding_doubtful"])
    );
}

#[test]
fn visits_that_cannot_have_been_are_rejected() {
    let shop = Shop::cafe();
    shop.enrol("Anna");
    let file = shop.file(
        "visits.csv",
        "member,at,amount\nA1,2026-11-22,1\nA2,2026-11-23,1\nA3,2199-01-01 10:00,1\nA4,1969-12-31,1\nA5,1970-01-01,1\n",
    );
    let told = shop
        .import("visits", &file, &["--create-members"])
        .done_with_rejects();
    assert_eq!(
        rejects(&told),
        [
            (3, "date_in_future".to_owned()),
            (4, "date_in_future".to_owned()),
            (5, "date_out_of_range".to_owned()),
        ]
    );
    let message = text(&told["rejected"][0]["message"]);
    assert!(message.contains("2026-11-23"), "{message}");
    assert_eq!(
        told["members_created"], 2,
        "nobody is made for a rejected row"
    );
    shop.verify();
}
