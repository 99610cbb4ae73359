//! The programs that judge printed documents: poppler's, and zbar for the codes.

use std::{
    ffi::OsStr,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use tempfile::TempDir;

/// Dots per inch of what [`Pdf::drawn`] draws.
const RESOLUTION: f32 = 300.0;

/// A printed document.
#[derive(Debug)]
pub struct Pdf {
    path: PathBuf,
    /// Of a document that is nowhere else.
    _folder: Option<TempDir>,
}

/// A word and where it stands, in points from the top left.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// Counted from 1.
    pub page: usize,
    /// As it is read.
    pub text: String,
    /// Its left edge.
    pub left: f32,
    /// Its upper edge.
    pub top: f32,
}

impl Pdf {
    /// Of these bytes, in a folder of its own.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("document.pdf");
        fs::write(&path, bytes).expect("space for a PDF");
        Self {
            path,
            _folder: Some(folder),
        }
    }

    /// The file at a place.
    #[must_use]
    pub fn at(path: impl AsRef<Path>) -> Self {
        Self {
            path: path.as_ref().to_owned(),
            _folder: None,
        }
    }

    /// The text of all pages, spaces made plain; a form feed ends each.
    #[must_use]
    pub fn text(&self) -> String {
        let text = self.told("pdftotext", &["-layout"], &["-"]);
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    /// The text of each page.
    #[must_use]
    pub fn pages(&self) -> Vec<String> {
        let mut pages: Vec<String> = self.text().split('\u{c}').map(str::to_owned).collect();
        pages.pop();
        pages
    }

    /// Every word with its place: two documents of equal words look alike.
    #[must_use]
    pub fn words(&self) -> Vec<Word> {
        let html = self.told("pdftotext", &["-bbox"], &["-"]);
        let mut page = 0;
        let mut words = Vec::new();
        for line in html.lines().map(str::trim) {
            page += usize::from(line.starts_with("<page"));
            if line.starts_with("<word") {
                let text = line
                    .split('>')
                    .nth(1)
                    .and_then(|rest| rest.split('<').next());
                words.push(Word {
                    page,
                    text: text.unwrap_or_default().to_owned(),
                    left: attribute(line, "xMin"),
                    top: attribute(line, "yMin"),
                });
            }
        }
        words
    }

    /// "Title: …" and the like.
    #[must_use]
    pub fn info(&self) -> String {
        self.told("pdfinfo", &[], &[])
    }

    /// The fonts in it, a line each.
    #[must_use]
    pub fn fonts(&self) -> String {
        self.told("pdffonts", &[], &[])
    }

    /// Draws every page in grey: one at a time, because a page takes 9 MB.
    ///
    /// # Panics
    /// If the document cannot be read.
    pub fn drawn(&self) -> impl Iterator<Item = Picture> {
        let pages: usize = self
            .info()
            .lines()
            .find_map(|line| line.strip_prefix("Pages:"))
            .and_then(|count| count.trim().parse().ok())
            .expect("a count of pages");
        (1..=pages).map(|page| {
            let page = page.to_string();
            let only = ["-r", "300", "-gray", "-f", &page, "-l", &page];
            Picture::read(&self.output("pdftoppm", &only, &[]).stdout)
        })
    }

    fn told(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let output = self.output(program, before, after);
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// A program that complains of a document is a failed test.
    fn output(&self, program: &str, before: &[&str], after: &[&str]) -> Output {
        let path = self.path.as_os_str();
        let arguments = before.iter().map(OsStr::new);
        let arguments = arguments.chain([path]).chain(after.iter().map(OsStr::new));
        let output = start(program, arguments);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success() && stderr.is_empty(),
            "{program}: {stderr}"
        );
        output
    }
}

fn attribute(line: &str, name: &str) -> f32 {
    line.split(&format!("{name}=\""))
        .nth(1)
        .and_then(|rest| rest.split('"').next()?.parse().ok())
        .expect("a word has its place")
}

/// A grey picture of `RESOLUTION`.
#[derive(Debug)]
pub struct Picture {
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

    /// The part whose corner and size are given in millimetres, as far as it is on the page.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pixels of a sheet of paper"
    )]
    pub fn part(&self, left_mm: f32, top_mm: f32, width_mm: f32, height_mm: f32) -> Self {
        let pixels = |length_mm: f32| (length_mm / 25.4 * RESOLUTION).round() as usize;
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
    #[must_use]
    pub fn ink(&self) -> usize {
        self.pixels.iter().filter(|grey| **grey < 200).count() * 1_000 / self.pixels.len()
    }

    /// The codes in it, in alphabetical order: lines such as "EAN-13:2904718263550".
    #[must_use]
    pub fn codes(&self) -> Vec<String> {
        let mut file = tempfile::Builder::new()
            .suffix(".pgm")
            .tempfile()
            .expect("a file");
        write!(file, "P5\n{} {}\n255\n", self.width, self.height).expect("space");
        file.write_all(&self.pixels).expect("space");
        let only = ["--quiet", "-Sdisable", "-Sean13.enable", "-Sqrcode.enable"];
        let arguments = only.iter().map(OsStr::new).chain([file.path().as_os_str()]);
        // Nothing found is not a failure, though zbar ends as if it were.
        let output = start("zbarimg", arguments);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut codes: Vec<String> = text.lines().map(str::to_owned).collect();
        codes.sort();
        codes
    }
}

fn start<'a>(program: &str, arguments: impl Iterator<Item = &'a OsStr>) -> Output {
    Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| {
            panic!("{program} does not start ({error}); install poppler-utils and zbar-tools")
        })
}
