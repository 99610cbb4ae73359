//! What the app says: every key that code asks for exists, every key that
//! exists is asked for, every error has its text.
//!
//! That the three languages have the same keys is the i18n crate's own test;
//! that the UI asks for no key that is missing is the UI's.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use regulars_core::{Code, shop::ShopKind, transfer::rows::REJECT_CODES, verify::PROBLEM_CODES};
use regulars_i18n::{Args, Catalog, Locale};

/// Errors that are bugs of the caller or of ours: in English, for the log.
const UNTRANSLATED: [&str; 4] = [
    "bad_request",
    "unknown_command",
    "internal",
    "job_not_found",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The sources of the product, tests cut off, by path.
fn sources(folder: &str, extensions: &[&str]) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["tests", "target", "benches", "examples", "xtask", "gen"].contains(&&*name) {
                    folders.push(path);
                }
            } else if extensions.iter().any(|extension| name.ends_with(extension))
                && !name.ends_with(".test.ts")
                && name != "tests.rs"
            {
                let text = fs::read_to_string(&path).expect("UTF-8");
                let end = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
                found.insert(path, text[..end].to_owned());
            }
        }
    }
    assert!(!found.is_empty(), "{folder}");
    found
}

fn rust() -> BTreeMap<PathBuf, String> {
    sources("src-tauri", &[".rs"])
}

/// What stands in quotes and could be a key.
fn quoted(text: &str, kinds: &[char]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, quote) in text
        .char_indices()
        .filter(|(_, letter)| kinds.contains(letter))
    {
        let rest = &text[at + 1..];
        let end = rest
            .find(|letter: char| {
                !(letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-._".contains(letter))
            })
            .unwrap_or(rest.len());
        if end > 0 && rest[end..].starts_with(quote) {
            found.insert(rest[..end].to_owned());
        }
    }
    found
}

/// The keys of the catalogue, with the file they stand in.
fn keys() -> BTreeMap<String, &'static str> {
    let mut found = BTreeMap::new();
    for source in regulars_i18n::sources(Locale::En) {
        for line in source.text.lines() {
            let Some((key, _)) = line.split_once(" =") else {
                continue;
            };
            if key.starts_with(|letter: char| letter.is_ascii_lowercase())
                && key
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
            {
                found.insert(key.to_owned(), source.file);
            }
        }
    }
    assert!(found.len() > 200, "{}", found.len());
    found
}

fn dashed(code: &str) -> String {
    code.replace('_', "-")
}

/// Codes of errors that edges make themselves, in `crates/api`.
fn codes_of_edges() -> BTreeSet<String> {
    let api = sources("src-tauri/crates/api/src", &[".rs"]);
    let mut codes = BTreeSet::new();
    for text in api.values() {
        for start in ["ApiError::plain(\"", "code: \""] {
            for (at, _) in text.match_indices(start) {
                let rest = &text[at + start.len()..];
                codes.insert(rest[..rest.find('"').unwrap()].to_owned());
            }
        }
        // `from_io` chooses among literals.
        if let Some(at) = text.find("let code = match error.kind()") {
            let body = &text[at..at + text[at..].find("};").unwrap()];
            codes.extend(quoted(body, &['"']));
        }
    }
    for known in [
        "disk_full",
        "read_only",
        "file_not_found",
        "file_failed",
        "document_unknown",
    ] {
        assert!(codes.contains(known), "{known} is not among {codes:?}");
    }
    codes
}

/// Keys that are put together from a code or a name, and from what.
fn composed() -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = Code::ALL
        .iter()
        .map(|code| format!("error-{}", dashed(code.as_str())))
        .chain(
            codes_of_edges()
                .iter()
                .map(|code| format!("error-{}", dashed(code))),
        )
        .chain(
            REJECT_CODES
                .iter()
                .map(|code| format!("reject-{}", dashed(code))),
        )
        .chain(
            PROBLEM_CODES
                .iter()
                .map(|code| format!("verify-problem-{}", dashed(code))),
        )
        .collect();
    // `FileError::code`, of which the key is the same with dashes.
    let transfer = fs::read_to_string(root().join("src-tauri/crates/core/src/transfer/mod.rs"));
    let files = quoted(&transfer.unwrap(), &['"']);
    keys.extend(
        files
            .iter()
            .filter(|code| code.starts_with("import_file_"))
            .map(|code| dashed(code)),
    );
    for preset in regulars_api::presets::presets(Locale::En, "EUR").unwrap() {
        keys.extend(["card", "reward"].map(|part| format!("preset-{}-{part}", preset.key)));
    }
    for kind in ["cafe", "salon"] {
        keys.extend(
            ["name", "address", "phone", "orders"].map(|part| format!("demo-{kind}-{part}")),
        );
    }
    // `presets::moments`: every ready-made rule has its texts, by kind of shop.
    for (kind, key) in [(ShopKind::Cafe, "cafe"), (ShopKind::Salon, "salon")] {
        for moment in regulars_api::presets::moments(Locale::En, kind, "EUR").unwrap() {
            let moment_key = format!("moment-{}", dashed(&moment.code));
            keys.extend(["name", "subject"].map(|part| format!("{moment_key}-{part}")));
            keys.insert(format!("{moment_key}-body-{key}"));
            if moment.rules.gift.is_some() {
                keys.insert(format!("{moment_key}-gift-{key}"));
            }
            if moment.rules.trigger.kind() == "member_date" {
                keys.insert(format!("{moment_key}-label"));
            }
        }
    }
    keys
}

#[test]
fn every_refusal_has_a_text_in_every_language() {
    let codes = Code::ALL.iter().map(|code| code.as_str().to_owned());
    for code in codes.chain(codes_of_edges()) {
        if UNTRANSLATED.contains(&code.as_str()) {
            continue;
        }
        for locale in Locale::ALL {
            let catalog = Catalog::get(locale);
            let key = format!("error-{}", dashed(&code));
            assert!(catalog.has(&key), "{locale} lacks {key}");
        }
    }
}

#[test]
fn every_key_that_is_composed_exists() {
    for locale in Locale::ALL {
        let missing: Vec<String> = composed()
            .into_iter()
            .filter(|key| !Catalog::get(locale).has(key))
            .filter(|key| {
                !UNTRANSLATED.contains(&&*key.trim_start_matches("error-").replace('-', "_"))
            })
            .collect();
        assert_eq!(missing, [""; 0], "{locale}");
    }
}

#[test]
fn every_reject_reason_says_what_is_wrong() {
    for locale in Locale::ALL {
        for code in REJECT_CODES {
            let args = Args::new()
                .with("value", "XYZ")
                .with("column", "Spalte")
                .with("max", "9")
                .with("line", "4");
            let text = Catalog::get(locale).text_with(&format!("reject-{}", dashed(code)), &args);
            assert!(
                text.contains(' ') && !text.contains(['{', '}']),
                "{locale} {code}: {text}"
            );
        }
    }
}

#[test]
fn every_key_that_rust_asks_for_exists() {
    let keys = keys();
    let prefixes: BTreeSet<&str> = keys
        .iter()
        .filter(|(_, file)| {
            [
                "cli.ftl",
                "documents.ftl",
                "errors.ftl",
                "import.ftl",
                "moments.ftl",
                "print.ftl",
            ]
            .contains(file)
        })
        .filter_map(|(key, _)| key.split_once('-'))
        .map(|(first, _)| first)
        .collect();
    let mut missing = Vec::new();
    for (path, text) in rust() {
        for key in quoted(&text, &['"']) {
            let asked = key.split_once('-').is_some_and(|(first, rest)| {
                prefixes.contains(first) && !rest.is_empty() && !rest.ends_with('-')
            });
            // "print-logo" and the like are codes, which become `print_logo`.
            let is_code =
                path.ends_with("crates/print/src/error.rs") && !key.starts_with("print-error-");
            let file = key.contains(['.', '_']);
            if asked && !is_code && !file && !keys.contains_key(&key) {
                missing.push(format!("{key} in {}", path.display()));
            }
        }
    }
    assert_eq!(missing, [""; 0]);
}

#[test]
fn every_key_is_asked_for_somewhere() {
    let mut asked = composed();
    for text in rust().values() {
        asked.extend(quoted(text, &['"']));
    }
    for text in sources("ui/src", &[".ts", ".svelte"]).values() {
        asked.extend(quoted(text, &['"', '\'']));
    }
    let unused: Vec<String> = keys()
        .into_iter()
        .filter(|(key, _)| !asked.contains(key))
        .map(|(key, file)| format!("{key} in {file}"))
        .collect();
    assert_eq!(unused, [""; 0]);
}
