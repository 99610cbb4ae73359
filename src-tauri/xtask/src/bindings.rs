//! `cargo xtask bindings`: the UI's types, from the command table.

use std::fs;

use crate::{Done, Stop, cargo, proc, repo};

const FILE: &str = "ui/src/lib/backend/bindings.ts";

/// Writes the file, or with `--check` only says whether it is stale.
pub(crate) fn bindings(arguments: &[String]) -> Done {
    let check = arguments.iter().any(|argument| argument == "--check");
    let mut generate = cargo::cargo();
    generate.args([
        "run",
        "--quiet",
        "--package",
        "regulars-api",
        "--example",
        "bindings",
    ]);
    let wanted = proc::output(&mut generate).ok_or_else(|| {
        "the bindings cannot be generated; see cargo run -p regulars-api --example bindings"
            .to_owned()
    })?;
    let file = repo::root().join(FILE);
    if fs::read_to_string(&file).is_ok_and(|there| there == wanted) {
        println!("{FILE} is up to date");
        return Ok(());
    }
    if check {
        eprintln!("{FILE} is stale; run cargo xtask bindings");
        return Err(Stop::Failed);
    }
    fs::write(&file, wanted).map_err(|error| format!("{FILE}: {error}"))?;
    println!("wrote {FILE}");
    Ok(())
}
