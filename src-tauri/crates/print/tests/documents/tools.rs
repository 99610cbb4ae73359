//! The programs that judge our documents.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

/// A PDF in a folder of its own.
pub(crate) struct Pdf {
    folder: TempDir,
}

/// A word and where it stands, in points from the top left.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) page: usize,
    pub(crate) text: String,
    pub(crate) left: f32,
    pub(crate) top: f32,
}

impl Pdf {
    pub(crate) fn new(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("document.pdf"), bytes).expect("space for a PDF");
        Self { folder }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("document.pdf")
    }

    /// The text of all pages; a form feed ends each.
    pub(crate) fn text(&self) -> String {
        let path = self.path();
        said(
            "pdftotext",
            "poppler-utils",
            &["-layout".as_ref(), path.as_ref(), "-".as_ref()],
        )
    }

    /// The text of each page.
    pub(crate) fn pages(&self) -> Vec<String> {
        let text = self.text();
        let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
        pages.pop();
        pages
    }

    pub(crate) fn words(&self) -> Vec<Word> {
        let path = self.path();
        let html = said(
            "pdftotext",
            "poppler-utils",
            &["-bbox".as_ref(), path.as_ref(), "-".as_ref()],
        );
        let mut page = 0;
        let mut words = Vec::new();
        for line in html.lines().map(str::trim) {
            if line.starts_with("<page") {
                page += 1;
            }
            if line.starts_with("<word") {
                let attribute = |name: &str| {
                    let value = line
                        .split(&format!("{name}=\""))
                        .nth(1)?
                        .split('"')
                        .next()?;
                    value.parse::<f32>().ok()
                };
                let text = line
                    .split('>')
                    .nth(1)
                    .and_then(|rest| rest.split('<').next());
                words.push(Word {
                    page,
                    text: text.unwrap_or_default().to_owned(),
                    left: attribute("xMin").expect("xMin"),
                    top: attribute("yMin").expect("yMin"),
                });
            }
        }
        words
    }

    /// "Title: …" and the like.
    pub(crate) fn info(&self) -> String {
        said("pdfinfo", "poppler-utils", &[self.path().as_ref()])
    }

    pub(crate) fn fonts(&self) -> String {
        said("pdffonts", "poppler-utils", &[self.path().as_ref()])
    }

    /// Draws every page at 300 dpi, in grey: one at a time, because a page takes 9 MB.
    pub(crate) fn drawn(&self) -> impl Iterator<Item = Picture> {
        let pages: usize = self
            .info()
            .lines()
            .find_map(|line| line.strip_prefix("Pages:"))
            .and_then(|count| count.trim().parse().ok())
            .expect("a count of pages");
        let path = self.path();
        (1..=pages).map(move |page| {
            let page = page.to_string();
            let only = ["-r", "300", "-gray", "-f", &page, "-l", &page].map(AsRef::as_ref);
            let arguments = [&only[..], &[path.as_ref()]].concat();
            Picture::read(&run("pdftoppm", "poppler-utils", &arguments))
        })
    }
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

    /// The part whose corner and size are given in millimetres, with a little white around.
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

    /// The codes in it, in alphabetical order: lines such as "EAN-13:2904718263550".
    pub(crate) fn codes(&self) -> Vec<String> {
        let mut file = tempfile::Builder::new()
            .suffix(".pgm")
            .tempfile()
            .expect("a file");
        write!(file, "P5\n{} {}\n255\n", self.width, self.height).expect("space");
        file.write_all(&self.pixels).expect("space");
        let only = ["--quiet", "-Sdisable", "-Sean13.enable", "-Sqrcode.enable"].map(AsRef::as_ref);
        let output = start(
            "zbarimg",
            "zbar-tools",
            &[&only[..], &[file.path().as_ref()]].concat(),
        );
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut codes: Vec<String> = text.lines().map(str::to_owned).collect();
        codes.sort();
        codes
    }
}

fn run(program: &str, package: &str, arguments: &[&std::ffi::OsStr]) -> Vec<u8> {
    let output = start(program, package, arguments);
    assert!(
        output.status.success(),
        "{program} failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

fn said(program: &str, package: &str, arguments: &[&std::ffi::OsStr]) -> String {
    String::from_utf8_lossy(&run(program, package, arguments)).into_owned()
}

fn start(program: &str, package: &str, arguments: &[&std::ffi::OsStr]) -> Output {
    Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| {
            panic!("{program} does not start ({error}); install the package {package}")
        })
}
