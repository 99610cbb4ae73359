//! `cargo xtask bench`: the table of speeds, measured beside the bars.
//!
//! Each program prints one JSON line per measurement on standard output,
//! `{"work","at","bar","measured","unit","ok"}`, all but `ok` as text, and
//! whatever it likes on standard error.

use std::process::Stdio;

use serde_json::Value;

use crate::cargo::{self, Profile};
use crate::setup::{self, For};
use crate::{Done, Stop, proc, repo, run, ui};

/// Benchmarks by their `[[bench]]` name, anywhere in the workspace.
const BENCHES: &[&str] = &["core", "print"];
/// Measures the app in its real window; prints the same lines.
const WINDOW_BENCH: &str = "regulars-window-bench";

struct Row {
    work: String,
    at: String,
    bar: String,
    measured: String,
    ok: bool,
}

/// Measures everything and prints the table; a missed bar is a failure.
pub(crate) fn bench(arguments: &[String]) -> Done {
    let quick = match arguments {
        [] => false,
        [only] if only == "--quick" => true,
        _ => return Err(Stop::Cannot("bench knows only --quick".to_owned())),
    };
    setup::ready(For::Testing)?;
    ui::build_if_stale()?;
    println!("Building in release");
    proc::open(cargo::build_programs(Profile::Release).arg("--quiet"))?;

    let mut rows = Vec::new();
    let mut broken = Vec::new();
    for name in BENCHES {
        let mut bench = cargo::cargo();
        bench.args(["bench", "--quiet", "--workspace", "--bench", name, "--"]);
        measure(name, &mut bench, quick, &mut rows, &mut broken);
    }
    let window = repo::binary(WINDOW_BENCH, Profile::Release.folder());
    measure(
        WINDOW_BENCH,
        &mut run::in_a_window(&window),
        quick,
        &mut rows,
        &mut broken,
    );

    print_table(&rows);
    for name in &broken {
        println!("{name} did not finish");
    }
    for row in rows.iter().filter(|row| !row.ok) {
        println!(
            "missed: {}: {} instead of {}",
            row.work, row.measured, row.bar
        );
    }
    if broken.is_empty() && rows.iter().all(|row| row.ok) {
        Ok(())
    } else {
        Err(Stop::Failed)
    }
}

fn measure(
    name: &str,
    program: &mut std::process::Command,
    quick: bool,
    rows: &mut Vec<Row>,
    broken: &mut Vec<String>,
) {
    println!("Measuring {name}");
    if quick {
        program.arg("--quick");
    }
    program.stdin(Stdio::null()).stderr(Stdio::inherit());
    match program.output() {
        Ok(output) => {
            rows.extend(
                String::from_utf8_lossy(&output.stdout)
                    .lines()
                    .filter_map(row),
            );
            if !output.status.success() {
                broken.push(name.to_owned());
            }
        }
        Err(error) => broken.push(format!("{name} ({error})")),
    }
}

fn row(line: &str) -> Option<Row> {
    let line: Value = serde_json::from_str(line).ok()?;
    let part = |name: &str| match line.get(name)? {
        Value::String(text) => Some(text.clone()),
        number => Some(number.to_string()),
    };
    let unit = part("unit").unwrap_or_default();
    let with_unit = |figure: String| format!("{figure} {unit}").trim().to_owned();
    Some(Row {
        work: part("work")?,
        at: part("at")?,
        bar: part("bar").map(with_unit)?,
        measured: part("measured").map(with_unit)?,
        ok: line.get("ok")?.as_bool()?,
    })
}

fn print_table(rows: &[Row]) {
    let heads = ["work", "at", "bar", "measured"];
    let cells: Vec<[&str; 4]> = rows
        .iter()
        .map(|row| {
            [
                row.work.as_str(),
                row.at.as_str(),
                row.bar.as_str(),
                row.measured.as_str(),
            ]
        })
        .collect();
    let mut widths = heads.map(|head| head.chars().count());
    for line in &cells {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let print = |line: &[&str; 4]| {
        let padded: Vec<String> = line
            .iter()
            .zip(widths)
            .map(|(cell, width)| format!("{cell:<width$}"))
            .collect();
        println!("| {} |", padded.join(" | "));
    };
    println!();
    print(&heads);
    println!("|{}|", widths.map(|width| "-".repeat(width + 2)).join("|"));
    cells.iter().for_each(print);
    println!();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_row_with_its_unit() {
        let row = row(
            r#"{"work":"search","at":"1,000,000 members","bar":3,"measured":"1.8","unit":"ms","ok":true}"#,
        )
        .unwrap();
        assert_eq!(
            (row.bar.as_str(), row.measured.as_str()),
            ("3 ms", "1.8 ms")
        );
        assert!(row.ok);
    }

    #[test]
    fn other_output_is_no_row() {
        assert!(row("warming up").is_none());
        assert!(row(r#"{"work":"half a row"}"#).is_none());
    }
}
