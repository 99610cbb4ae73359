//! Printed cards: every code of every card can be read, whoever asked for them.

use std::path::{Path, PathBuf};

use regulars_tests::paper::Pdf;
use serde_json::{Value, json};

use crate::{
    app::{Window, fresh},
    database::number,
    shop::{Shop, text},
};

const CARD_MM: (f32, f32) = (85.6, 54.0);

const NAMES: [&str; 10] = [
    "Ёлкина-Щербакова Мария",
    "Nagy Gergő",
    "Maria Ivanova",
    "Христорождественская-Преображенская Александра Константиновна",
    "Őry-Hűvösvölgyi Tűzvirág",
    "Réka 🥐 Szabó",
    "👩‍👩‍👧‍👦 Smith",
    "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Senior, the Third of That Name",
    "Съешь Ещё Этих Мягких Французских Булок Да Выпей Же Чаю, Дорогой Наш Гость",
    "Megszentségteleníthetetlenségeskedéseitekért",
];

/// A shop with a hundred members.
fn a_hundred(locale: &str) -> (Shop, Window) {
    let shop = Shop::with("EUR", locale, "Europe/Budapest", "cafe");
    let window = Window::open(&shop.data_dir());
    for index in 0..100 {
        let name = NAMES[index % NAMES.len()];
        let name = if index < NAMES.len() {
            name.to_owned()
        } else {
            format!("{name} {index}")
        };
        window.enrol(&name);
    }
    (shop, window)
}

fn numbers(window: &Window, scope: Value) -> Vec<String> {
    let cards = window.call(
        "cards_list",
        json!({ "scope": scope, "offset": 0, "limit": 500 }),
    );
    let rows: Vec<String> = cards["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|card| text(&card["number"]))
        .collect();
    assert_eq!(cards["total"], rows.len());
    rows
}

fn print_request(scope: Value, sheet: &str, sides: &str) -> Value {
    json!({ "request_id": fresh(), "scope": scope, "open": false,
            "layout": { "sheet": sheet, "sides": sides, "front": "less_ink" } })
}

fn printed(window: &Window, request: Value) -> Value {
    let mut status = window.job("cards_print", request);
    assert_eq!(status["state"], "done", "{status}");
    status["result"].take()
}

/// Cuts every back out of the drawn pages, as the owner will, and scans it.
#[track_caller]
fn read_back(pdf: &Path, numbers: &[String], (columns, rows): (usize, usize), page_mm: (f32, f32)) {
    let on_a_page = columns * rows;
    let left = (page_mm.0 - CARD_MM.0 * columns as f32) / 2.0;
    let top = (page_mm.1 - CARD_MM.1 * rows as f32) / 2.0;
    let mut wrong = Vec::new();
    let mut pages = 0;
    for page in Pdf::at(pdf).drawn() {
        pages += 1;
        assert!(page.ink() > 0, "page {pages} is empty");
        if pages % 2 == 1 {
            continue;
        }
        let first = (pages / 2 - 1) * on_a_page;
        for (index, number) in numbers.iter().enumerate().skip(first).take(on_a_page) {
            let place = index % on_a_page;
            // The sheet is turned over its long edge: the first card's back is on the right.
            let (column, row) = (columns - 1 - place % columns, place / columns);
            let (x, y) = (
                left + CARD_MM.0 * column as f32,
                top + CARD_MM.1 * row as f32,
            );
            let expected = [format!("EAN-13:{number}"), format!("QR-Code:{number}")];
            let codes = page.part(x, y, CARD_MM.0, CARD_MM.1).codes();
            if codes != expected {
                wrong.push((index, expected, codes));
            }
        }
    }
    assert_eq!(pages, numbers.len().div_ceil(on_a_page) * 2);
    assert!(
        wrong.is_empty(),
        "{} of {} cards: {wrong:#?}",
        wrong.len(),
        numbers.len()
    );
}

/// Prints a hundred cards by the window and by the command line.
fn check(locale: &str, sheet: &str, grid: (usize, usize), page_mm: (f32, f32)) {
    let (shop, window) = a_hundred(locale);
    let numbers = numbers(&window, json!({ "kind": "new" }));
    assert_eq!(numbers.len(), 100);
    let file = printed(
        &window,
        print_request(json!({ "kind": "new" }), sheet, "both"),
    );
    assert_eq!(
        file["missing_glyphs"],
        json!(["👩", "🥐"]),
        "in the order of names"
    );
    let pdf = PathBuf::from(text(&file["path"]));
    let pages = 100_usize.div_ceil(grid.0 * grid.1) * 2;
    assert_eq!(file["count"], pages);
    assert_eq!(file["bytes"], std::fs::metadata(&pdf).unwrap().len());
    read_back(&pdf, &numbers, grid, page_mm);

    // The command line makes the same document.
    let out = shop.path("cards.pdf");
    let args = [
        "cards", "print", "--all", "--front", "less-ink", "--sheet", sheet, "--out",
    ];
    let later = [out.to_str().unwrap(), "--now", "2026-11-21T10:01:00Z"];
    let done = shop.run(args.iter().chain(&later)).done();
    assert_eq!(
        (&done["cards"], &done["pages"]),
        (&json!(100), &json!(pages))
    );
    assert_eq!(done["missing_glyphs"], file["missing_glyphs"]);
    assert_eq!(Pdf::at(&out).words(), Pdf::at(&pdf).words());

    let runs = window.call("print_runs", json!({}));
    let runs = runs["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 2);
    for (run, file) in runs.iter().zip([&out, &pdf]) {
        assert_eq!((&run["cards"], &run["sheet"]), (&json!(100), &json!(sheet)));
        assert_eq!(run["file"], json!(file));
    }
    window.refuse(
        "cards_print",
        print_request(json!({ "kind": "new" }), sheet, "both"),
        "no_cards",
    );
    shop.say("cards print --new --sheet a4 --out none.pdf")
        .refused("no_cards");
    shop.verify();
}

#[test]
fn a_hundred_cards_on_a4_can_be_read() {
    check("en", "a4", (2, 5), (210.0, 297.0));
}

#[test]
fn a_hundred_cards_on_letter_can_be_read() {
    check("ru", "letter", (2, 5), (215.9, 279.4));
}

#[test]
fn a_hundred_single_cards_can_be_read() {
    check("hu", "cr80", (1, 1), CARD_MM);
}

#[test]
fn every_name_stands_on_its_card() {
    let (_shop, window) = a_hundred("en");
    let file = printed(
        &window,
        print_request(json!({ "kind": "all" }), "cr80", "front"),
    );
    let pages = Pdf::at(text(&file["path"])).pages();
    let cards = window.call(
        "cards_list",
        json!({ "scope": { "kind": "all" }, "offset": 0, "limit": 100 }),
    );
    for (page, card) in pages.iter().zip(cards["rows"].as_array().unwrap()) {
        let name = text(&card["name"]);
        // Long names are wrapped, cut or shrunk; their first word is always there.
        let first = name
            .split([' ', '-'])
            .find(|word| word.chars().all(char::is_alphabetic));
        let seen: String = page.split_whitespace().collect();
        let begin: String = first.unwrap().chars().take(12).collect();
        assert!(
            seen.contains(&begin),
            "{name:?} is not on its card:\n{page}"
        );
    }
    assert_eq!(pages.len(), 100);
}

#[test]
fn cards_that_do_not_work_are_not_printed() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let glances = ["Anna", "Béla", "Cili", "Dóra", "Ede"].map(|name| window.enrol(name));
    let card = |at: usize| glances[at]["cards"][0].clone();
    let member = |at: usize| glances[at]["member"]["id"].clone();
    let run = printed(
        &window,
        print_request(json!({ "kind": "new" }), "a4", "front"),
    );
    assert_eq!(run["count"], 1);

    for (at, action) in [(1, "block"), (2, "lost"), (3, "replace")] {
        let change = json!({ "request_id": fresh(), "card_id": card(at)["id"], "action": action });
        window.call("card_change", change);
    }
    let archive = json!({ "request_id": fresh(), "member_id": member(4), "archived": true });
    window.call("member_archive", archive);

    let anna = text(&card(0)["number"]);
    let all = numbers(&window, json!({ "kind": "all" }));
    assert_eq!(all.len(), 2, "Anna's and Dóra's new one");
    assert_eq!(all[0], anna);
    assert_ne!(all[1], text(&card(3)["number"]));
    assert_eq!(numbers(&window, json!({ "kind": "new" })), all[1..]);
    let stopped = json!({ "kind": "members", "ids": [member(1), member(2)] });
    assert_eq!(numbers(&window, stopped.clone()), [""; 0]);
    window.refuse(
        "cards_print",
        print_request(stopped, "a4", "front"),
        "no_cards",
    );

    let out = shop.path("cards.pdf");
    let args = [
        "cards", "print", "--all", "--sheet", "cr80", "--sides", "back", "--out",
    ];
    let done = shop.run(args.iter().chain(&[out.to_str().unwrap()])).done();
    assert_eq!(done["cards"], 2);
    let codes: Vec<String> = Pdf::at(&out)
        .drawn()
        .flat_map(|page| page.part(0.0, 0.0, CARD_MM.0, CARD_MM.1).codes())
        .filter(|code| code.starts_with("EAN"))
        .collect();
    assert_eq!(
        codes,
        all.iter()
            .map(|number| format!("EAN-13:{number}"))
            .collect::<Vec<_>>()
    );
    shop.run([
        "cards",
        "print",
        "--member",
        &text(&card(1)["number"]),
        "--sheet",
        "a4",
        "--out",
        "x.pdf",
    ])
    .refused("card_blocked");
}

#[test]
fn cards_of_archived_members_are_not_printed_again() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let [anna, ede] = ["Anna", "Ede"].map(|name| window.enrol(name));
    printed(
        &window,
        print_request(json!({ "kind": "new" }), "a4", "front"),
    );
    let run = window.call("print_runs", json!({}))["runs"][0]["id"].clone();
    let ede = ede["member"]["id"].clone();
    let archive = json!({ "request_id": fresh(), "member_id": ede, "archived": true });
    window.call("member_archive", archive);
    let left = numbers(&window, json!({ "kind": "run", "id": run }));
    assert_eq!(left, [text(&anna["cards"][0]["number"])]);
    assert_eq!(
        numbers(&window, json!({ "kind": "members", "ids": [ede] })),
        [""; 0]
    );
}

#[test]
fn cards_of_chosen_members_are_printed_in_their_order() {
    let shop = Shop::cafe();
    let ids = ["Anna", "Béla", "Cili"].map(|name| shop.enrol(name));
    let out = shop.path("cards.pdf");
    let args = [
        "cards",
        "print",
        "--sheet",
        "cr80",
        "--sides",
        "front",
        "--out",
        out.to_str().unwrap(),
    ];
    let done = shop
        .run(args.iter().chain(&[
            "--member", &ids[2], "--member", &ids[0], "--member", &ids[2],
        ]))
        .done();
    assert_eq!((&done["cards"], &done["pages"]), (&json!(2), &json!(2)));
    let pages = Pdf::at(&out).pages();
    assert!(
        pages[0].contains("Cili") && pages[1].contains("Anna"),
        "{pages:?}"
    );
    // The third is still new.
    let done = shop.run(args.iter().chain(&["--new"])).done();
    assert_eq!(done["cards"], 1);
    assert!(Pdf::at(&out).pages()[0].contains("Béla"));
}

#[test]
fn a_preview_shows_the_page_that_would_be_printed() {
    use base64::Engine;
    let (shop, window) = a_hundred("en");
    let layout = json!({ "sheet": "a4", "sides": "both", "front": "less_ink" });
    let page = |page: u32| json!({ "scope": { "kind": "all" }, "layout": layout, "page": page });
    let preview = window.call("cards_preview", page(4));
    assert_eq!(
        (&preview["pages"], &preview["cards"]),
        (&json!(20), &json!(100))
    );
    let bytes = base64::engine::general_purpose::STANDARD.decode(text(&preview["pdf_base64"]));
    let seen = shop.file("page.pdf", bytes.unwrap());
    let file = printed(
        &window,
        print_request(json!({ "kind": "all" }), "a4", "both"),
    );
    let whole = Pdf::at(text(&file["path"])).pages();
    assert_eq!(Pdf::at(&seen).pages(), whole[4..5]);
    window.refuse("cards_preview", page(20), "no_cards");
    // Looking is not printing.
    assert_eq!(
        window.call("print_runs", json!({}))["runs"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

/// A shop with more cards than can be printed in a moment.
fn many() -> (Shop, Window) {
    let shop = Shop::cafe();
    let list: String = (0..2_000)
        .map(|index| format!("{index},Guest {index}\n"))
        .collect();
    let file = shop.file("list.csv", format!("external_id,name\n{list}"));
    shop.import("members", &file, &[]).done();
    let window = Window::open(&shop.data_dir());
    (shop, window)
}

#[test]
fn a_print_that_was_stopped_leaves_no_file_and_no_run() {
    let (shop, window) = many();
    let request = print_request(json!({ "kind": "new" }), "a4", "both");
    let job = window.call("cards_print", request.clone());
    while window.call("job_status", job.clone())["done"] == 0 {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    window.call("job_cancel", job.clone());
    let status = window.wait(&job);
    assert_eq!(
        (&status["state"], &status["error"]["code"]),
        (&json!("cancelled"), &json!("print_cancelled"))
    );
    assert_eq!(window.papers(), [""; 0]);
    assert_eq!(window.call("print_runs", json!({}))["runs"], json!([]));
    assert_eq!(
        numbers(&window, json!({ "kind": "members", "ids": [] })),
        [""; 0]
    );
    let new = json!({ "scope": { "kind": "new" }, "offset": 0, "limit": 1 });
    assert_eq!(window.call("cards_list", new)["total"], 2_000);
    shop.verify();
}

#[test]
fn a_print_that_is_asked_for_twice_is_one_run() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    window.enrol("Anna");
    let request = print_request(json!({ "kind": "all" }), "a4", "both");
    let first = printed(&window, request.clone());
    let again = window.job("cards_print", request);
    assert_eq!(
        window.call("print_runs", json!({}))["runs"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let name = Path::new(&text(&first["path"]))
        .file_name()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    assert_eq!(window.papers(), [name], "{again}");
}

#[test]
fn a_print_to_where_nothing_can_be_written_leaves_nothing() {
    let shop = Shop::cafe();
    shop.enrol("Anna");
    let before = shop.dump();
    let below_a_file = shop.file("a file", "").join("cards.pdf");
    for (out, code) in [
        (below_a_file.to_str().unwrap(), "file_failed"),
        ("/proc/cards.pdf", "file_not_found"),
        ("/no/such/folder/cards.pdf", "file_not_found"),
    ] {
        let args = ["cards", "print", "--all", "--sheet", "a4", "--out", out];
        let error = shop.run(args).refused(code);
        assert!(error["message"].as_str().unwrap().contains(out), "{error}");
        assert_eq!(shop.dump(), before);
    }
}

#[test]
fn new_cards_printed_under_a_request_id_are_printed_again_under_it() {
    let shop = Shop::cafe();
    shop.enrol("Anna");
    shop.enrol("Béla");
    let id = fresh();
    let out = shop.path("new.pdf").display().to_string();
    let print = ["cards", "print", "--new", "--sheet", "a4", "--out", &out];
    let asked = || shop.run(print.iter().copied().chain(["--request-id", id.as_str()]));
    let first = asked().done();
    assert_eq!(first["cards"], 2);
    // The first answer was lost: the same again, and nobody is marked twice.
    assert_eq!(asked().done()["cards"], 2);
    assert_eq!(
        number(&shop.data_dir(), "SELECT count(*) FROM print_run"),
        1
    );
    shop.run(print).refused("no_cards");
}
