//! Embeds every `assets/locales/<locale>/*.ftl`, so that adding a file needs no Rust.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const LOCALES: [&str; 3] = ["en", "ru", "hu"];

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../../assets/locales");
    let mut code = String::from("const SOURCES: &[(&str, &str, &str)] = &[\n");
    for locale in LOCALES {
        let folder = root.join(locale);
        println!("cargo:rerun-if-changed={}", folder.display());
        for path in ftl_files(&folder)? {
            println!("cargo:rerun-if-changed={}", path.display());
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            writeln!(code, "    ({locale:?}, {name:?}, include_str!({path:?})),")?;
        }
    }
    code.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("sources.rs"), code)?;
    Ok(())
}

fn ftl_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            files.push(fs::canonicalize(path)?);
        }
    }
    files.sort();
    Ok(files)
}
