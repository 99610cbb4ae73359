//! The programs that judge printed documents.

use std::{
    io::Write,
    path::Path,
    process::{Command, Output},
};

/// The text of each page, spaces made plain.
pub(crate) fn pages(pdf: &Path) -> Vec<String> {
    let output = run(
        "pdftotext",
        &["-layout".as_ref(), pdf.as_ref(), "-".as_ref()],
    );
    let text = String::from_utf8(output.stdout)
        .expect("UTF-8")
        .replace(['\u{a0}', '\u{202f}'], " ");
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    pages.pop();
    pages
}

/// Every word with its place: two documents of equal words look alike.
pub(crate) fn words(pdf: &Path) -> String {
    let output = run("pdftotext", &["-bbox".as_ref(), pdf.as_ref(), "-".as_ref()]);
    let html = String::from_utf8(output.stdout).expect("UTF-8");
    html.lines()
        .filter(|line| line.contains("<word") || line.contains("<page"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Draws every page at 300 dpi, in grey: one at a time, because a page takes 9 MB.
pub(crate) fn drawn(pdf: &Path) -> impl Iterator<Item = Picture> {
    let info = String::from_utf8(run("pdfinfo", &[pdf.as_ref()]).stdout).expect("UTF-8");
    let pages: usize = info
        .lines()
        .find_map(|line| line.strip_prefix("Pages:"))
        .and_then(|count| count.trim().parse().ok())
        .expect("a count of pages");
    (1..=pages).map(move |page| {
        let page = page.to_string();
        let only = ["-r", "300", "-gray", "-f", &page, "-l", &page].map(AsRef::as_ref);
        let output = run("pdftoppm", &[&only[..], &[pdf.as_ref()]].concat());
        Picture::read(&output.stdout)
    })
}

/// A grey picture.
pub(crate) struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Picture {
    /// A binary PGM: "P5", width, height and 255, each ended by white space.
    fn read(bytes: &[u8]) -> Self {
        let mut ends = bytes
            .iter()
            .enumerate()
            .filter(|(_, byte)| byte.is_ascii_whitespace());
        let end = ends.nth(3).expect("four words").0;
        let header = std::str::from_utf8(&bytes[..end]).expect("a PGM header");
        let numbers: Vec<usize> = header
            .split_whitespace()
            .skip(1)
            .map(|word| word.parse().expect("a number"))
            .collect();
        Self {
            width: numbers[0],
            height: numbers[1],
            pixels: bytes[end + 1..].to_vec(),
        }
    }

    /// The part whose corner and size are given in millimetres.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "pixels of a sheet of paper"
    )]
    pub(crate) fn part(&self, left_mm: f32, top_mm: f32, width_mm: f32, height_mm: f32) -> Self {
        let pixels = |length_mm: f32| (length_mm / 25.4 * 300.0).round() as usize;
        let (left, top) = (pixels(left_mm), pixels(top_mm));
        let width = pixels(width_mm).min(self.width - left);
        let height = pixels(height_mm).min(self.height - top);
        let rows = (top..top + height).map(|y| {
            let start = y * self.width + left;
            &self.pixels[start..start + width]
        });
        Self {
            width,
            height,
            pixels: rows.flatten().copied().collect(),
        }
    }

    /// How much of it is not white, in per mille.
    pub(crate) fn ink(&self) -> usize {
        self.pixels.iter().filter(|grey| **grey < 200).count() * 1_000 / self.pixels.len()
    }

    /// The codes in it, in alphabetical order: lines such as "EAN-13:2904718263550".
    pub(crate) fn codes(&self) -> Vec<String> {
        let mut file = tempfile::Builder::new()
            .suffix(".pgm")
            .tempfile()
            .expect("a file");
        write!(file, "P5\n{} {}\n255\n", self.width, self.height).expect("space");
        file.write_all(&self.pixels).expect("space");
        let only = ["--quiet", "-Sdisable", "-Sean13.enable", "-Sqrcode.enable"].map(AsRef::as_ref);
        let output = start("zbarimg", &[&only[..], &[file.path().as_ref()]].concat());
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut codes: Vec<String> = text.lines().map(str::to_owned).collect();
        codes.sort();
        codes
    }
}

fn run(program: &str, arguments: &[&std::ffi::OsStr]) -> Output {
    let output = start(program, arguments);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && stderr.is_empty(),
        "{program}: {stderr}"
    );
    output
}

fn start(program: &str, arguments: &[&std::ffi::OsStr]) -> Output {
    Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| {
            panic!("{program} does not start ({error}); install poppler-utils and zbar-tools")
        })
}
