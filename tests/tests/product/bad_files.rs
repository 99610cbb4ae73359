//! Files that are broken or hostile: each is refused with a clear reason, and
//! nothing is lost.

use std::fmt::Write as _;

use serde_json::json;

use crate::{
    app::Window,
    cli::is_for_people,
    shop::{Shop, counts, rejects, text},
};

/// A shop that has something to lose.
fn shop() -> Shop {
    let shop = Shop::cafe();
    let anna = shop.enrol("Anna");
    shop.run(["visit", &anna, "--amount", "3.50"]).done();
    shop
}

/// Neither the window nor the command line takes this file, as members or visits.
#[track_caller]
fn refused(content: &[u8], code: &str, line: Option<u64>) {
    let shop = shop();
    let before = shop.dump();
    let file = shop.file("list.csv", content);
    for kind in ["members", "visits"] {
        for options in [&[][..], &["--dry-run"]] {
            let error = shop.import(kind, &file, options).refused(code);
            if let Some(line) = line {
                assert_eq!(error["details"]["line"], line.to_string(), "{error}");
                assert!(
                    error["message"]
                        .as_str()
                        .unwrap()
                        .contains(&line.to_string()),
                    "{error}"
                );
            }
        }
    }
    let window = Window::open(&shop.data_dir());
    let error = window.refuse("import_open", json!({ "path": file }), code);
    assert!(is_for_people(&error.message), "{error}");
    assert_eq!(shop.dump(), before);
    shop.verify();
}

#[test]
fn a_quote_that_is_never_closed() {
    refused(
        b"name,phone\nAnna,\n\"Bela,06305550142\nCili,\n",
        "import_file_unclosed_quote",
        Some(3),
    );
}

#[test]
fn a_nul_byte() {
    refused(
        b"name,phone\nAnna,\nB\0la,06305550142\n",
        "import_file_nul_byte",
        Some(3),
    );
}

#[test]
fn fifty_megabytes_in_one_line() {
    let mut content = b"name,phone\n".to_vec();
    content.resize(50 * 1024 * 1024, b'a');
    refused(&content, "import_file_record_too_long", Some(2));
}

#[test]
fn fifty_megabytes_in_one_quoted_cell() {
    let mut content = b"name,phone\n\"".to_vec();
    content.resize(50 * 1024 * 1024, b'\n');
    content.extend(b"\",\n");
    // A quote that is closed megabytes later was never meant.
    refused(&content, "import_file_unclosed_quote", Some(2));
}

#[test]
fn fifty_megabytes_of_commas() {
    let mut content = b"name,phone\n".to_vec();
    content.resize(50 * 1024 * 1024, b',');
    refused(&content, "import_file_too_many_columns", Some(2));
}

#[test]
fn bytes_that_the_encoding_does_not_have() {
    // UTF-8 by its mark, but not all the way.
    refused(
        b"\xef\xbb\xbfname,phone\nAnna,\nB\xe9la,\n",
        "import_file_malformed",
        Some(3),
    );
    // UTF-16 that ends within a letter.
    refused(
        b"\xff\xfen\0a\0m\0e\0\n\0A",
        "import_file_malformed",
        Some(2),
    );
}

#[test]
fn files_that_are_no_text() {
    refused(
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00[Content_Types].xml",
        "import_file_not_text",
        None,
    );
    refused(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00\x00\x00",
        "import_file_not_text",
        None,
    );
    refused(
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
        "import_file_not_text",
        None,
    );
    refused(
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR",
        "import_file_nul_byte",
        Some(3),
    );
    refused(
        b"SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20",
        "import_file_not_text",
        None,
    );
}

#[test]
fn files_with_nothing_in_them() {
    for content in [
        &b""[..],
        b"\xef\xbb\xbf",
        b"\n\n\n",
        b"name,phone\n",
        b"sep=;\nname;phone\n\n",
        b"   \n",
    ] {
        refused(content, "import_file_empty", None);
    }
}

#[test]
fn files_that_are_not_there() {
    let shop = shop();
    let missing = shop.path("gone.csv");
    let error = shop
        .import("members", &missing, &[])
        .refused("file_not_found");
    assert!(text(&error["message"]).contains("gone.csv"), "{error}");
    shop.import("members", &shop.data_dir(), &[])
        .refused("file_failed");
}

#[test]
fn what_a_spreadsheet_did_to_a_phone_is_noticed() {
    let shop = Shop::with("HUF", "hu", "Europe/Budapest", "cafe");
    let file = shop.file(
        "lista.csv",
        "Név;Telefon\r\nAnna;7,9E+10\r\nBéla;3.63055501E+10\r\nCili;06305550142\r\n",
    );
    let done = shop.import("members", &file, &[]).done_with_rejects();
    assert_eq!(counts(&done), [3, 1, 0, 0, 2]);
    assert_eq!(
        rejects(&done),
        [2, 3].map(|line| (line, "phone_rounded".to_owned()))
    );
    assert!(
        text(&done["rejected"][0]["message"]).contains("7,9E+10"),
        "{done}"
    );
    let file = shop.file("latogatasok.csv", "Vendég;Dátum\r\n2,9E+12;2026.10.01\r\n");
    let done = shop
        .import("visits", &file, &["--create-members"])
        .done_with_rejects();
    assert_eq!(rejects(&done), [(2, "member_rounded".to_owned())]);
    let file = shop.file("kartyak.csv", "Név;Kártyaszám\r\nÉva;2,9E+12\r\n");
    let done = shop.import("members", &file, &[]).done_with_rejects();
    assert_eq!(rejects(&done), [(2, "card_rounded".to_owned())]);
}

#[test]
fn a_name_that_would_be_a_formula_is_text_and_stays_harmless() {
    let names = [
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1:A9)",
        "=HYPERLINK(\"http://example.com\",\"Click\")",
    ];
    let shop = Shop::cafe();
    let mut list = String::from("external_id,name\n");
    let mut visits = String::from("member,at,amount\n");
    for (at, name) in names.iter().enumerate() {
        writeln!(list, "{at},\"{}\"", name.replace('"', "\"\"")).unwrap();
        writeln!(visits, "{at},2026-10-01,{}", 100 - at).unwrap();
    }
    shop.import("members", &shop.file("list.csv", list), &[])
        .done();
    shop.import("visits", &shop.file("visits.csv", visits), &[])
        .done();
    let out = shop.path("top.csv");
    let args = [
        "report",
        "top-customers",
        "--month",
        "2026-10",
        "--out",
        out.to_str().unwrap(),
    ];
    let report = shop.run(args).done();
    for (row, name) in report["rows"].as_array().unwrap().iter().zip(names) {
        assert_eq!(row["member"]["name"], name, "kept as it was written");
    }
    let csv = std::fs::read_to_string(&out).unwrap();
    assert_eq!(csv.lines().count(), 6);
    for (line, name) in csv.lines().skip(1).zip(names) {
        let cell = format!(",\"'{}\",", name.replace('"', "\"\""));
        assert!(line.contains(&cell), "{line}");
    }
    // What was written comes back as it was.
    let again = shop.file(
        "again.csv",
        format!("external_id,name\n0,\"'{}\"\n", names[0]),
    );
    assert_eq!(
        counts(&shop.import("members", &again, &[]).done()),
        [1, 0, 0, 1, 0]
    );
}

#[test]
fn one_bad_row_never_stops_the_next() {
    let shop = Shop::cafe();
    let long = "x".repeat(201);
    let file = shop.file(
        "list.csv",
        format!(
            "name,phone,email,birthday,card_number,consent_email\n\
             Anna,,,,,\n\
             Too,few\n\
             Too,,,,,,many\n\
             \"Stray\"quote,,,,,\n\
             {long},,,,,\n\
             Bell\u{7}e,,,,,\n\
             Mail,,nobody,,,\n\
             Day,,,1990-02-30,,\n\
             Card,,,,2912345678901,\n\
             Card,,,,29123,\n\
             Card,,,,29A2345678901,\n\
             Yes,,,,,perhaps\n\
             ,,,,,\n\
             Béla,,,,,\n"
        ),
    );
    let done = shop.import("members", &file, &[]).done_with_rejects();
    let expected = [
        (3, "row_too_few_cells"),
        (4, "row_too_many_cells"),
        (5, "row_stray_quote"),
        (6, "text_too_long"),
        (7, "text_control"),
        (8, "email_invalid"),
        (9, "date_no_such_day"),
        (10, "card_check_digit"),
        (11, "card_length"),
        (12, "card_not_digits"),
        (13, "consent_unclear"),
    ];
    assert_eq!(
        rejects(&done),
        expected.map(|(line, code)| (line, code.to_owned()))
    );
    assert_eq!(counts(&done), [13, 2, 0, 0, 11]);
    shop.verify();
}

#[test]
fn a_card_of_somebody_else_is_refused_and_nobody_is_made() {
    let shop = Shop::cafe();
    let anna = text(
        &shop
            .run(["member", "add", "--name", "Anna", "--external-id", "1"])
            .done()["card_number"],
    );
    let file = shop.file(
        "list.csv",
        format!("external_id,name,card_number\n2,Béla,{anna}\n3,Cili,\n"),
    );
    let done = shop.import("members", &file, &[]).done_with_rejects();
    assert_eq!(rejects(&done), [(2, "card_taken".to_owned())]);
    assert_eq!(counts(&done), [2, 1, 0, 0, 1]);
    shop.run(["member", "show", "2"])
        .refused("member_not_found");
    shop.verify();
}
