use super::clean::clean;
use super::{FaceId, FontBook, Glyph, Weight};

/// Weight and size of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TextStyle {
    pub(crate) weight: Weight,
    pub(crate) size_pt: f32,
}

impl TextStyle {
    pub(crate) const fn regular(size_pt: f32) -> Self {
        Self {
            weight: Weight::Regular,
            size_pt,
        }
    }

    pub(crate) const fn semibold(size_pt: f32) -> Self {
        Self {
            weight: Weight::SemiBold,
            size_pt,
        }
    }

    pub(crate) const fn bold(size_pt: f32) -> Self {
        Self {
            weight: Weight::Bold,
            size_pt,
        }
    }

    const fn sized(self, size_pt: f32) -> Self {
        Self {
            weight: self.weight,
            size_pt,
        }
    }
}

/// Neighbouring glyphs of one face.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    pub(crate) face: FaceId,
    /// Glyph and the character it shows.
    pub(crate) glyphs: Vec<(u16, char)>,
    pub(crate) width_pt: f32,
}

/// Measured text on one line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TextRun {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) size_pt: f32,
    /// Added after each glyph.
    pub(crate) tracking_pt: f32,
    pub(crate) width_pt: f32,
}

impl TextRun {
    /// What it says, for tests.
    #[cfg(test)]
    pub(crate) fn text(&self) -> String {
        self.pieces
            .iter()
            .flat_map(|piece| piece.glyphs.iter().map(|(_, shows)| *shows))
            .collect()
    }

    fn of(glyphs: &[Glyph], size_pt: f32, tracking_pt: f32) -> Self {
        let mut pieces: Vec<Piece> = Vec::new();
        for glyph in glyphs {
            let width_pt = glyph.advance.mul_add(size_pt, tracking_pt);
            match pieces.last_mut() {
                Some(piece) if piece.face == glyph.face => {
                    piece.glyphs.push((glyph.id, glyph.shows));
                    piece.width_pt += width_pt;
                }
                _ => pieces.push(Piece {
                    face: glyph.face,
                    glyphs: vec![(glyph.id, glyph.shows)],
                    width_pt,
                }),
            }
        }
        let width_pt = pieces.iter().map(|piece| piece.width_pt).sum();
        Self {
            pieces,
            size_pt,
            tracking_pt,
            width_pt,
        }
    }
}

/// The sizes a text may take to fit: as large as possible, never below the smallest.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FitSizes {
    pub(crate) largest_pt: f32,
    pub(crate) smallest_pt: f32,
}

const STEP_PT: f32 = 0.25;

impl FontBook {
    /// The whole text on one line, however wide.
    pub(crate) fn run(&mut self, text: &str, style: TextStyle) -> TextRun {
        self.tracked(text, style, 0.0)
    }

    /// The same with `tracking_pt` after each glyph.
    pub(crate) fn tracked(&mut self, text: &str, style: TextStyle, tracking_pt: f32) -> TextRun {
        let glyphs = self.glyphs(text, style.weight);
        TextRun::of(&glyphs, style.size_pt, tracking_pt)
    }

    /// One line no wider than `width_pt`; what is too long ends in "…".
    pub(crate) fn line(&mut self, text: &str, style: TextStyle, width_pt: f32) -> TextRun {
        let glyphs = self.glyphs(text, style.weight);
        if advance(&glyphs) * style.size_pt <= width_pt {
            return TextRun::of(&glyphs, style.size_pt, 0.0);
        }
        let shortened = self.shortened(glyphs, style, width_pt);
        TextRun::of(&shortened, style.size_pt, 0.0)
    }

    /// One line at the largest size that fits, then shortened.
    pub(crate) fn fitted_line(
        &mut self,
        text: &str,
        style: TextStyle,
        smallest_pt: f32,
        width_pt: f32,
    ) -> TextRun {
        let glyphs = self.glyphs(text, style.weight);
        let needed = advance(&glyphs) * style.size_pt;
        let size_pt = if needed > width_pt {
            (style.size_pt * width_pt / needed * 0.999).max(smallest_pt)
        } else {
            style.size_pt
        };
        self.line(text, style.sized(size_pt), width_pt)
    }

    /// At most `lines` lines no wider than `width_pt`; what is too long ends in "…".
    pub(crate) fn wrapped(
        &mut self,
        text: &str,
        style: TextStyle,
        width_pt: f32,
        lines: usize,
    ) -> Vec<TextRun> {
        let glyphs = self.glyphs(text, style.weight);
        let mut rest = glyphs.as_slice();
        let mut runs = Vec::new();
        while !rest.is_empty() && runs.len() < lines {
            let fits = rest.len() == fitting(rest, style.size_pt, width_pt);
            if fits || runs.len() + 1 < lines {
                let (line, remainder) = break_line(rest, style.size_pt, width_pt);
                runs.push(TextRun::of(line, style.size_pt, 0.0));
                rest = remainder;
            } else {
                let last = self.shortened(rest.to_vec(), style, width_pt);
                runs.push(TextRun::of(&last, style.size_pt, 0.0));
                rest = &[];
            }
        }
        runs
    }

    /// The whole text in as many lines as it needs, and whether a word had to be cut in two.
    pub(crate) fn whole(
        &mut self,
        text: &str,
        style: TextStyle,
        width_pt: f32,
    ) -> (Vec<TextRun>, bool) {
        let glyphs = self.glyphs(text, style.weight);
        let mut rest = glyphs.as_slice();
        let (mut runs, mut is_cut) = (Vec::new(), false);
        while !rest.is_empty() {
            let (line, remainder) = break_line(rest, style.size_pt, width_pt);
            is_cut |= splits_a_word(line, remainder);
            runs.push(TextRun::of(line, style.size_pt, 0.0));
            rest = remainder;
        }
        (runs, is_cut)
    }

    /// The whole text in as many lines as it needs, the last not a short word alone if the
    /// others can spare one.
    pub(crate) fn gathered(&mut self, text: &str, style: TextStyle, width_pt: f32) -> Vec<TextRun> {
        const STEPS: u8 = 10;
        const STEP: f32 = 0.03;
        const SHORT: f32 = 0.18;
        let is_alone = |runs: &[TextRun]| {
            runs.len() > 1
                && runs
                    .last()
                    .is_some_and(|last| last.width_pt < width_pt * SHORT)
        };
        let (runs, _) = self.whole(text, style, width_pt);
        if is_alone(&runs) {
            for step in 1..=STEPS {
                let narrower = width_pt * f32::from(step).mul_add(-STEP, 1.0);
                let (next, is_cut) = self.whole(text, style, narrower);
                if is_cut || next.len() > runs.len() {
                    break;
                }
                if !is_alone(&next) {
                    return next;
                }
            }
        }
        runs
    }

    /// The whole text in at most `lines` lines of nearly the same length, at the largest size
    /// that allows it. `None` if it would have to be shortened, or a word cut in two.
    pub(crate) fn fitted_whole(
        &mut self,
        text: &str,
        weight: Weight,
        sizes: FitSizes,
        width_pt: f32,
        lines: usize,
    ) -> Option<Vec<TextRun>> {
        let mut size_pt = sizes.largest_pt;
        loop {
            let style = TextStyle { weight, size_pt };
            let (runs, is_cut) = self.whole(text, style, width_pt);
            if runs.len() <= lines && !is_cut {
                return Some(self.evened(text, style, width_pt, runs));
            }
            if size_pt <= sizes.smallest_pt {
                return None;
            }
            size_pt = (size_pt - STEP_PT).max(sizes.smallest_pt);
        }
    }

    /// The same number of lines in the narrowest column that holds them, so that no word is left
    /// alone on the last.
    fn evened(
        &mut self,
        text: &str,
        style: TextStyle,
        width_pt: f32,
        mut runs: Vec<TextRun>,
    ) -> Vec<TextRun> {
        const STEPS: u8 = 24;
        if runs.len() < 2 {
            return runs;
        }
        for step in 1..STEPS {
            let narrower = width_pt * (1.0 - f32::from(step) / f32::from(STEPS));
            let (next, is_cut) = self.whole(text, style, narrower);
            if is_cut || next.len() > runs.len() {
                break;
            }
            runs = next;
        }
        runs
    }

    /// One line if a size allows it, otherwise two, otherwise two at the smallest size, shortened.
    pub(crate) fn one_or_two_lines(
        &mut self,
        text: &str,
        weight: Weight,
        one: FitSizes,
        two: FitSizes,
        width_pt: f32,
    ) -> Vec<TextRun> {
        let glyphs = self.glyphs(text, weight);
        let whole = advance(&glyphs);
        if whole * one.smallest_pt <= width_pt {
            let size_pt = if whole > 0.0 {
                one.largest_pt.min(width_pt / whole)
            } else {
                one.largest_pt
            };
            return vec![TextRun::of(&glyphs, size_pt, 0.0)];
        }
        let mut size_pt = two.largest_pt;
        loop {
            let (first, rest) = balanced_break(&glyphs, size_pt, width_pt);
            let broken_word = splits_a_word(first, rest);
            let fits = fitting(rest, size_pt, width_pt) == rest.len();
            if (fits && !broken_word) || size_pt <= two.smallest_pt {
                let style = TextStyle { weight, size_pt };
                if fits {
                    return [first, rest]
                        .into_iter()
                        .filter(|line| !line.is_empty())
                        .map(|line| TextRun::of(line, size_pt, 0.0))
                        .collect();
                }
                return self.wrapped(text, style, width_pt, 2);
            }
            size_pt = (size_pt - STEP_PT).max(two.smallest_pt);
        }
    }

    fn glyphs(&mut self, text: &str, weight: Weight) -> Vec<Glyph> {
        clean(text)
            .into_iter()
            .map(|character| self.glyph(character, weight, text))
            .collect()
    }

    fn shortened(&mut self, mut glyphs: Vec<Glyph>, style: TextStyle, width_pt: f32) -> Vec<Glyph> {
        let ellipsis = self.glyph('…', style.weight, "…");
        let room = ellipsis.advance.mul_add(-style.size_pt, width_pt);
        glyphs.truncate(fitting(&glyphs, style.size_pt, room));
        while glyphs.last().is_some_and(|last| last.shows == ' ') {
            glyphs.pop();
        }
        glyphs.push(ellipsis);
        glyphs
    }
}

/// In ems.
fn advance(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.advance).sum()
}

/// How many glyphs from the start fit.
fn fitting(glyphs: &[Glyph], size_pt: f32, width_pt: f32) -> usize {
    let mut used = 0.0;
    for (count, glyph) in glyphs.iter().enumerate() {
        used += glyph.advance * size_pt;
        if used > width_pt + 0.01 {
            return count;
        }
    }
    glyphs.len()
}

/// The first line and the rest, broken at a space or after a hyphen, inside a word only if the
/// word alone is too long.
fn break_line(glyphs: &[Glyph], size_pt: f32, width_pt: f32) -> (&[Glyph], &[Glyph]) {
    let count = fitting(glyphs, size_pt, width_pt);
    if count == glyphs.len() {
        return (glyphs, &[]);
    }
    let at = (1..=count)
        .rev()
        .find(|&at| can_break(glyphs, at))
        .unwrap_or_else(|| count.max(1));
    split(glyphs, at)
}

/// Two lines of nearly the same length, the first never too wide.
fn balanced_break(glyphs: &[Glyph], size_pt: f32, width_pt: f32) -> (&[Glyph], &[Glyph]) {
    let count = fitting(glyphs, size_pt, width_pt);
    let half = advance(glyphs) / 2.0;
    let best = (1..glyphs.len())
        .filter(|&at| at <= count && can_break(glyphs, at))
        .min_by(|&a, &b| {
            let off = |at| (advance(glyphs.get(..at).unwrap_or_default()) - half).abs();
            off(a).total_cmp(&off(b))
        });
    best.map_or_else(
        || break_line(glyphs, size_pt, width_pt),
        |at| split(glyphs, at),
    )
}

/// Phone numbers ("1 555 0177"), codes ("QTZ-MA9") and numbers of houses ("24/1") stay whole.
fn can_break(glyphs: &[Glyph], at: usize) -> bool {
    let shows = |index: usize| glyphs.get(index).map(|glyph| glyph.shows);
    let back = |steps: usize| at.checked_sub(steps).and_then(shows);
    let is_digit = |shown: Option<char>| shown.is_some_and(|shown| shown.is_ascii_digit());
    if shows(at) == Some(' ') {
        let to_number = is_digit(back(1)) || is_abbreviated(glyphs.get(..at).unwrap_or_default());
        return !(to_number && is_digit(shows(at + 1)));
    }
    let of_code = |shown: Option<char>| is_digit(shown) || shown.is_some_and(char::is_uppercase);
    matches!(back(1), Some('-' | '–' | '—' | '/')) && !(of_code(back(2)) && of_code(shows(at)))
}

/// Whether these end in a short word with a full stop, as in "кв. 117".
fn is_abbreviated(glyphs: &[Glyph]) -> bool {
    const LONGEST: usize = 4;
    let mut back = glyphs.iter().rev().map(|glyph| glyph.shows);
    let stop = back.next() == Some('.');
    let letters = back.take_while(|shown| shown.is_lowercase()).count();
    stop && (1..=LONGEST).contains(&letters)
}

fn split(glyphs: &[Glyph], at: usize) -> (&[Glyph], &[Glyph]) {
    let (first, rest) = glyphs.split_at_checked(at).unwrap_or((glyphs, &[]));
    let spaces = rest.iter().take_while(|glyph| glyph.shows == ' ').count();
    (first, rest.get(spaces..).unwrap_or_default())
}

fn splits_a_word(first: &[Glyph], rest: &[Glyph]) -> bool {
    let letter = |glyph: Option<&Glyph>| glyph.is_some_and(|glyph| glyph.shows.is_alphanumeric());
    // A break at a space leaves no trace in the two slices, so the joint must be one word's.
    letter(first.last()) && letter(rest.first()) && adjacent(first, rest)
}

/// Whether nothing was dropped between the two parts of one slice.
fn adjacent(first: &[Glyph], rest: &[Glyph]) -> bool {
    std::ptr::eq(first.as_ptr_range().end, rest.as_ptr())
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: TextStyle = TextStyle::regular(10.0);

    fn book() -> FontBook {
        FontBook::new(None).unwrap()
    }

    fn texts(runs: &[TextRun]) -> Vec<String> {
        runs.iter().map(TextRun::text).collect()
    }

    #[test]
    fn width_grows_with_size_and_text() {
        let mut book = book();
        let small = book.run("Réka", STYLE).width_pt;
        assert!((book.run("Réka", TextStyle::regular(20.0)).width_pt - 2.0 * small).abs() < 0.01);
        assert!(book.run("Réka Tóth", STYLE).width_pt > small);
        assert!(book.run("", STYLE).width_pt.abs() < f32::EPSILON);
    }

    #[test]
    fn digits_are_equally_wide() {
        let mut book = book();
        let widths: Vec<f32> = ('0'..='9')
            .map(|digit| book.run(&digit.to_string(), STYLE).width_pt)
            .collect();
        assert!(
            widths.iter().all(|width| (width - widths[0]).abs() < 0.001),
            "{widths:?}"
        );
    }

    #[test]
    fn three_scripts_come_from_inter() {
        let mut book = book();
        let run = book.run("Ёлкина Őry Ψ", TextStyle::bold(10.0));
        assert_eq!(run.pieces.len(), 1);
        assert_eq!(run.pieces[0].face, Weight::Bold.inter());
        assert!(book.take_missing().is_empty());
    }

    #[test]
    fn what_inter_lacks_comes_from_dejavu() {
        let mut book = book();
        let run = book.run("Նարեկ", STYLE);
        assert_eq!(run.pieces[0].face, Weight::Regular.dejavu());
        assert_eq!(run.text(), "Նարեկ");
        assert!(book.take_missing().is_empty());
    }

    #[test]
    fn what_no_font_has_is_replaced_and_reported() {
        let mut book = book();
        let run = book.run("Zoë 🥐", STYLE);
        assert_eq!(run.text(), "Zoë ▢");
        let missing = book.take_missing();
        assert_eq!(missing.keys().copied().collect::<Vec<_>>(), ['🥐']);
        assert!(missing[&'🥐'].contains("Zoë 🥐"));
    }

    #[test]
    fn a_long_line_ends_in_an_ellipsis_within_its_width() {
        let mut book = book();
        let run = book.line("Фёдор Константинопольский", STYLE, 60.0);
        assert!(run.width_pt <= 60.0);
        assert!(
            run.text().ends_with('…') && run.text().starts_with("Фёдор"),
            "{}",
            run.text()
        );
        assert_eq!(book.line("Réka", STYLE, 60.0).text(), "Réka");
    }

    #[test]
    fn lines_break_at_spaces_and_after_hyphens() {
        let mut book = book();
        let runs = book.wrapped("Ёлкина-Щербакова Мария", STYLE, 62.0, 3);
        assert_eq!(texts(&runs), ["Ёлкина-", "Щербакова", "Мария"]);
        let runs = book.wrapped("one two three four five six", STYLE, 60.0, 2);
        assert_eq!(runs.len(), 2);
        assert!(texts(&runs)[1].ends_with('…'), "{:?}", texts(&runs));
        assert!(runs.iter().all(|run| run.width_pt <= 60.0));
    }

    #[test]
    fn no_short_word_is_left_alone_on_the_last_line() {
        let mut book = book();
        let text = "Just one stamp to go until your reward. See you soon?";
        let width = book.run(text, STYLE).width_pt - 1.0;
        let (plain, _) = book.whole(text, STYLE, width);
        assert_eq!(texts(&plain)[1], "soon?");
        let gathered = book.gathered(text, STYLE, width);
        assert_eq!(gathered.len(), 2);
        assert!(
            texts(&gathered)[1].ends_with("you soon?"),
            "{:?}",
            texts(&gathered)
        );
    }

    #[test]
    fn numbers_and_codes_stay_whole() {
        let mut book = book();
        for (text, whole) in [
            ("Hívjon minket: +36 1 555 0177", "+36 1 555 0177"),
            ("Your code is QTZ-MA9, dear", "QTZ-MA9,"),
            ("Никитская, д. 24/1, кв. 117", "д. 24/1,"),
            ("Никитская, д. 24/1, кв. 117", "кв. 117"),
        ] {
            for width in 5..15_u8 {
                let runs = book.wrapped(text, STYLE, f32::from(width) * 10.0, 99);
                let lines = texts(&runs);
                let is_whole = lines.iter().any(|line| line.contains(whole));
                let fits = book.run(whole, STYLE).width_pt <= f32::from(width) * 10.0;
                assert!(is_whole || !fits, "{lines:?}");
            }
        }
    }

    #[test]
    fn a_word_longer_than_a_line_is_cut_and_nothing_is_lost() {
        let mut book = book();
        let word = "Megszentségteleníthetetlenségeskedéseitekért";
        let runs = book.wrapped(word, STYLE, 50.0, 99);
        assert!(runs.len() > 3 && runs.iter().all(|run| run.width_pt <= 50.01));
        assert_eq!(texts(&runs).concat(), word);
    }

    #[test]
    fn a_heading_is_whole_and_its_lines_are_even() {
        let mut book = book();
        let sizes = FitSizes {
            largest_pt: 20.0,
            smallest_pt: 10.0,
        };
        let mut fit = |text: &str| book.fitted_whole(text, Weight::Bold, sizes, 200.0, 2);
        let runs = fit("Happy birthday, dear Maria").unwrap();
        assert_eq!(texts(&runs), ["Happy birthday,", "dear Maria"]);
        assert!(fit("Megszentségteleníthetetlenségeskedéseitekért").is_none());
        assert!(fit(&"Happy birthday ".repeat(20)).is_none());
        assert_eq!(fit("").unwrap().len(), 0);
    }

    #[test]
    fn a_name_is_one_line_while_it_can_and_two_even_lines_then() {
        let mut book = book();
        let one = FitSizes {
            largest_pt: 16.0,
            smallest_pt: 12.0,
        };
        let two = FitSizes {
            largest_pt: 13.0,
            smallest_pt: 9.0,
        };
        let mut fit = |name: &str| book.one_or_two_lines(name, Weight::Bold, one, two, 200.0);
        assert_eq!(texts(&fit("Kiss Bence")), ["Kiss Bence"]);
        assert_eq!(
            texts(&fit("Христорождественская-Преображенская Александра")),
            ["Христорождественская-", "Преображенская Александра"]
        );
        let endless = fit(&"Wolfeschlegelsteinhausenbergerdorff ".repeat(6));
        assert_eq!(endless.len(), 2);
        assert!(endless.iter().all(|run| run.width_pt <= 200.0));
        assert!(endless[1].text().ends_with('…'));
        assert_eq!(texts(&fit("")), [""]);
    }
}
