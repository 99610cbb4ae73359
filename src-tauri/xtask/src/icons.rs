//! `cargo xtask icons`: renders the drawings of `assets/icons` into the files
//! that Tauri bundles. Their output is committed; this runs when they change.

mod pack;

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Done, proc, repo};

/// Below this size the small drawing is used.
const SMALL_BELOW: u32 = 48;
const ICO: &[u32] = &[16, 24, 32, 48, 64, 256];

/// Renders everything.
pub(crate) fn icons() -> Done {
    let out = repo::root().join("src-tauri").join("icons");
    let scratch = repo::target().join("icons");
    for folder in [&out, &scratch] {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let png = |size| render(size, &scratch);
    for (name, size) in [
        ("32x32.png", 32),
        ("128x128.png", 128),
        ("128x128@2x.png", 256),
        ("icon.png", 512),
    ] {
        write(&out.join(name), &png(size)?)?;
    }
    let sizes = |sizes: &[u32]| -> Result<Vec<(u32, Vec<u8>)>, String> {
        sizes.iter().map(|size| Ok((*size, png(*size)?))).collect()
    };
    write(&out.join("icon.ico"), &pack::ico(&sizes(ICO)?))?;
    write(
        &out.join("icon.icns"),
        &pack::icns(&sizes(pack::ICNS_SIZES)?),
    )?;
    println!("wrote {}", repo::shown(&out));
    Ok(())
}

/// A browser draws best: it is there for the tests anyway.
fn render(size: u32, scratch: &Path) -> Result<Vec<u8>, String> {
    let drawing = if size < SMALL_BELOW {
        "regulars-small.svg"
    } else {
        "regulars.svg"
    };
    let drawing = repo::root().join("assets").join("icons").join(drawing);
    let page = scratch.join("page.html");
    let picture: PathBuf = scratch.join(format!("{size}.png"));
    let html = format!(
        "<body style='margin:0;background:transparent'><img src='file://{}' \
         style='display:block;width:{size}px;height:{size}px'>",
        drawing.display()
    );
    write(&page, html.as_bytes())?;
    let mut browser = proc::command("chromium");
    browser
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
        ])
        .args(["--hide-scrollbars", "--force-device-scale-factor=1"])
        .arg("--default-background-color=00000000")
        .arg(format!("--window-size={size},{size}"))
        .arg(format!("--screenshot={}", picture.display()))
        .arg(format!("file://{}", page.display()));
    let drawn = proc::quiet("icons", &mut browser)?;
    match fs::read(&picture) {
        Ok(png) if drawn.ok => Ok(png),
        _ => Err(format!(
            "chromium does not draw:\n{}",
            proc::tail(&drawn.log, 20)
        )),
    }
}

fn write(file: &Path, content: &[u8]) -> Result<(), String> {
    fs::write(file, content).map_err(|error| format!("{}: {error}", file.display()))
}
