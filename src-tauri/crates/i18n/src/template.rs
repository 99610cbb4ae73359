//! Messages that the owner writes: Fluent patterns with a fixed set of fields.
//!
//! A field is written `{first_name}`, or `{ $first_name }` as Fluent has it, also in
//! selectors. Nothing else of Fluent can be reached: no messages, terms or functions.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, Variant, VariantKey,
};
use fluent_syntax::parser::parse;

use crate::Locale;
use crate::catalog::empty_bundle;
use crate::quotes::nest_quotes;

/// The fields a message may use.
pub const FIELDS: [&str; 16] = [
    "first_name",
    "name",
    "shop",
    "phone",
    "address",
    "slogan",
    "reward",
    "reward_code",
    "expires_on",
    "stamps",
    "stamps_left",
    "years",
    "days",
    "usual_days",
    "visits",
    "date",
];

/// The fields of a reward. A line that speaks of one there is not is left out.
const REWARD_FIELDS: [&str; 3] = ["reward", "reward_code", "expires_on"];
/// Stands for a field of a reward that there is not; nobody types it.
const MISSING: char = '\u{e000}';

/// The one message of the resource a template is made into.
const KEY: &str = "t";

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateError {
    /// It uses something that is not one of [`FIELDS`].
    UnknownField {
        /// What stands there.
        name: String,
    },
    /// Its braces or selectors make no sense.
    Syntax {
        /// 1-based line.
        line: usize,
    },
}

/// A template that can be filled in.
pub struct Template {
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Template {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Template").finish_non_exhaustive()
    }
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// [`TemplateError`]: what is wrong, and where.
    pub fn parse(text: &str, locale: Locale) -> Result<Self, TemplateError> {
        let source = as_fluent(text)?;
        let mut bundle = empty_bundle(locale);
        if !text.trim().is_empty() {
            check(&source, text)?;
            let resource =
                FluentResource::try_new(source).map_err(|_| TemplateError::Syntax { line: 1 })?;
            let _ = bundle.add_resource(resource);
        }
        Ok(Self { bundle })
    }

    /// The text with its fields filled in. A field without a value is left out; one
    /// of a reward takes its line with it, unless nothing else would be said.
    #[must_use]
    pub fn fill(&self, values: &Values) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(KEY)
            .and_then(|message| message.value())
        else {
            return String::new();
        };
        let mut args = FluentArgs::new();
        for field in FIELDS {
            args.set(field, FluentValue::from(""));
        }
        for field in REWARD_FIELDS {
            args.set(field, FluentValue::from(MISSING.to_string()));
        }
        for (field, value) in &values.0 {
            args.set(*field, value.clone());
        }
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new());
        let whole: Vec<&str> = text
            .lines()
            .filter(|line| !line.contains(MISSING))
            .collect();
        let whole = tidy(&whole.join("\n"));
        let said = if whole.is_empty() {
            tidy(&text.replace(MISSING, ""))
        } else {
            whole
        };
        nest_quotes(&said)
    }
}

/// The values of a template's fields.
#[derive(Debug, Clone, Default)]
pub struct Values(Vec<(&'static str, FluentValue<'static>)>);

impl Values {
    /// No values yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text; a blank one counts as missing.
    #[must_use]
    pub fn text(mut self, field: &'static str, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.trim().is_empty() {
            self.0.push((field, FluentValue::from(value)));
        }
        self
    }

    /// Adds a number, which chooses the plural form.
    #[must_use]
    pub fn number(mut self, field: &'static str, value: Option<i64>) -> Self {
        if let Some(value) = value {
            self.0.push((field, FluentValue::from(value)));
        }
        self
    }
}

/// The name a member is spoken to by: the last word in Hungarian, else the first.
/// Titles ("Dr.") are no names.
#[must_use]
pub fn first_name(name: &str, locale: Locale) -> &str {
    let is_name = |word: &&str| !word.ends_with('.') && word.starts_with(char::is_alphabetic);
    let mut words = name.split_whitespace().filter(is_name);
    match locale {
        Locale::Hu => words.next_back(),
        Locale::En | Locale::Ru => words.next(),
    }
    .unwrap_or_else(|| name.trim())
}

/// Where the reader stands: in text, in a placeable, or among a selector's variants.
enum Place {
    Expression,
    Variants,
}

/// The text as a Fluent message: each line indented, short fields written out, and
/// what Fluent would read as syntax at the beginning of a line put in quotes.
fn as_fluent(text: &str) -> Result<String, TemplateError> {
    let mut source = format!("{KEY} =\n");
    let mut places: Vec<Place> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let broken = TemplateError::Syntax { line: number + 1 };
        source.push_str("    ");
        let mut in_quotes = false;
        let mut begins = true;
        let mut letters = line.char_indices();
        while let Some((at, letter)) = letters.next() {
            let first = begins;
            begins = begins && letter.is_whitespace();
            let rest = line.get(at + letter.len_utf8()..).unwrap_or_default();
            match (places.last(), letter) {
                (Some(Place::Expression), '\\') if in_quotes => {
                    source.push(letter);
                    source.extend(letters.next().map(|(_, escaped)| escaped));
                }
                (Some(Place::Expression), '"') => {
                    in_quotes = !in_quotes;
                    source.push(letter);
                }
                (Some(Place::Expression), _) if in_quotes => source.push(letter),
                (Some(Place::Expression), '-') if rest.starts_with('>') => {
                    places.pop();
                    places.push(Place::Variants);
                    source.push(letter);
                }
                (_, '{') => {
                    places.push(Place::Expression);
                    source.push(letter);
                    if is_short_field(rest) {
                        source.push_str(" $");
                        let blank = rest.len() - rest.trim_start().len();
                        for _ in 0..blank {
                            letters.next();
                        }
                    }
                }
                // A subject is one line; Fluent wants each variant on its own.
                (Some(Place::Variants), '[' | '*')
                    if !first && is_variant(line.get(at..).unwrap_or_default()) =>
                {
                    if !source.ends_with('*') {
                        source.push_str("\n    ");
                    }
                    source.push(letter);
                }
                (Some(place), '}') => {
                    if matches!(place, Place::Variants) && !first {
                        source.push_str("\n    ");
                    }
                    places.pop();
                    source.push(letter);
                }
                (None, '}') => return Err(broken),
                (None, '[' | '*' | '.') if first => {
                    source.push_str("{\"");
                    source.push(letter);
                    source.push_str("\"}");
                }
                _ => source.push(letter),
            }
        }
        if in_quotes {
            return Err(broken);
        }
        source.push('\n');
    }
    if places.is_empty() {
        Ok(source)
    } else {
        Err(TemplateError::Syntax {
            line: text.lines().count(),
        })
    }
}

/// Whether a placeable begins with a bare word: `first_name}` or `stamps_left -> …`.
fn is_short_field(rest: &str) -> bool {
    let rest = rest.trim_start();
    let end = rest
        .find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'))
        .unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    let after = after.trim_start();
    word.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && (after.is_empty() || after.starts_with('}') || after.starts_with("->"))
}

/// Whether a variant for a number begins here: `[one]`, `*[other]`, `[3]`.
fn is_variant(text: &str) -> bool {
    let text = text.strip_prefix('*').unwrap_or(text);
    let key = text
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
        .map_or("", |(key, _)| key.trim());
    ["zero", "one", "two", "few", "many", "other"].contains(&key) || key.parse::<u32>().is_ok()
}

fn check(source: &str, text: &str) -> Result<(), TemplateError> {
    let resource: Resource<&str> = parse(source).map_err(|(_, errors)| {
        let at = errors.first().map_or(0, |error| error.pos.start);
        let before = source.get(..at).unwrap_or(source);
        // The first line of the source is the key.
        let line = before.matches('\n').count();
        TemplateError::Syntax {
            line: line.clamp(1, text.lines().count().max(1)),
        }
    })?;
    match resource.body.as_slice() {
        [Entry::Message(message)] if message.attributes.is_empty() => {
            message.value.as_ref().map_or(Ok(()), check_pattern)
        }
        _ => Err(TemplateError::Syntax { line: 1 }),
    }
}

fn check_pattern(pattern: &Pattern<&str>) -> Result<(), TemplateError> {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            check_expression(expression)?;
        }
    }
    Ok(())
}

fn check_expression(expression: &Expression<&str>) -> Result<(), TemplateError> {
    match expression {
        Expression::Inline(inline) => check_inline(inline),
        Expression::Select { selector, variants } => {
            check_inline(selector)?;
            variants
                .iter()
                .try_for_each(|variant| check_pattern(&variant.value))
        }
    }
}

fn check_inline(inline: &InlineExpression<&str>) -> Result<(), TemplateError> {
    let unknown = |name: String| Err(TemplateError::UnknownField { name });
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => Ok(()),
        InlineExpression::VariableReference { id } if FIELDS.contains(&id.name) => Ok(()),
        InlineExpression::Placeable { expression } => check_expression(expression),
        InlineExpression::VariableReference { id }
        | InlineExpression::MessageReference { id, .. } => unknown(id.name.to_owned()),
        InlineExpression::TermReference { id, .. } => unknown(format!("-{}", id.name)),
        InlineExpression::FunctionReference { id, .. } => unknown(format!("{}()", id.name)),
    }
}

/// Takes away what fields without a value leave behind: doubled spaces, a space
/// before a full stop or comma, more than one empty line.
fn tidy(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
        let mut tidied = String::new();
        for word in words {
            if !tidied.is_empty() && ![",", ".", "!", "?"].contains(&word) {
                tidied.push(' ');
            }
            tidied.push_str(word);
        }
        if tidied.is_empty() && lines.last().is_none_or(String::is_empty) {
            continue;
        }
        lines.push(tidied);
    }
    lines.join("\n").trim().to_owned()
}

/// A pattern of the catalogue as a template's text: fields short, the rest Fluent.
pub(crate) fn source_of(pattern: &Pattern<&str>) -> String {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => source_of_expression(expression, &mut text),
        }
    }
    text
}

fn source_of_expression(expression: &Expression<&str>, text: &mut String) {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            text.push_str(&format!("{{{}}}", id.name));
        }
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            text.push_str(&format!("{{\"{value}\"}}"));
        }
        // The catalogue's own messages hold nothing else; a test renders them all.
        Expression::Inline(_) => {}
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else {
                return;
            };
            text.push_str(&format!("{{ {} ->", id.name));
            for variant in variants {
                text.push('\n');
                text.push_str(&source_of_variant(variant));
            }
            text.push_str("\n}");
        }
    }
}

fn source_of_variant(variant: &Variant<&str>) -> String {
    let key = match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    };
    let star = if variant.default { "*" } else { "" };
    format!("{star}[{key}] {}", source_of(&variant.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(text: &str) -> String {
        let values = Values::new()
            .text("first_name", "Réka")
            .text("name", "Kovács Réka")
            .number("stamps_left", Some(1));
        Template::parse(text, Locale::En).unwrap().fill(&values)
    }

    fn refused(text: &str) -> TemplateError {
        Template::parse(text, Locale::En).unwrap_err()
    }

    fn unknown(name: &str) -> TemplateError {
        TemplateError::UnknownField {
            name: name.to_owned(),
        }
    }

    #[test]
    fn a_field_is_written_short_or_as_in_fluent() {
        for text in [
            "Hi {first_name}!",
            "Hi { first_name }!",
            "Hi { $first_name }!",
            "Hi {$first_name}!",
        ] {
            assert_eq!(fill(text), "Hi Réka!", "{text}");
        }
    }

    #[test]
    fn a_number_chooses_its_plural() {
        let text = "{ stamps_left ->\n[one] {first_name}, one \"last\" stamp\n*[other] { $stamps_left } stamps\n} to go";
        assert_eq!(fill(text), "Réka, one \"last\" stamp to go");
        assert_eq!(fill(&text.replace('\n', " ")), fill(text));
        let values = Values::new().number("stamps_left", Some(1_200));
        let template = Template::parse(text, Locale::Hu).unwrap();
        assert_eq!(template.fill(&values), "1\u{a0}200 stamps to go");
    }

    #[test]
    fn a_quoted_field_may_have_quotes_of_its_own() {
        let values = Values::new().text("reward", "Кофе «Двор»");
        let template = Template::parse("Подарок — «{reward}»", Locale::Ru).unwrap();
        assert_eq!(template.fill(&values), "Подарок — «Кофе „Двор“»");
    }

    #[test]
    fn a_field_without_a_value_leaves_no_hole() {
        assert_eq!(
            fill("For you {reward} , {first_name} {slogan}!"),
            "For you, Réka!"
        );
        assert_eq!(fill("{slogan}\n\n\n{shop}\nBye"), "Bye");
        assert_eq!(
            fill("Hi!\nFor you: {reward}, code {reward_code}.\nBye"),
            "Hi!\nBye"
        );
        assert_eq!(
            fill("{ visits ->\n [one] once\n *[other] often\n}"),
            "often"
        );
        assert_eq!(fill(""), "");
    }

    #[test]
    fn lines_may_begin_as_they_like() {
        for text in [
            "[one] day",
            "*star*",
            ".dot",
            "a\n  [b]\n*[c] d\n.e = f",
            "# g",
            "x = y\n-z = 1",
        ] {
            let plain: Vec<&str> = text.lines().map(str::trim).collect();
            assert_eq!(fill(text), plain.join("\n"));
        }
    }

    #[test]
    fn what_is_no_field_is_named() {
        assert_eq!(refused("Hi {fist_name}"), unknown("fist_name"));
        assert_eq!(refused("{ $nope }"), unknown("nope"));
        assert_eq!(refused("{cli-init}"), unknown("cli-init"));
        assert_eq!(refused("{ -brand }"), unknown("-brand"));
        assert_eq!(refused("{ NUMBER($visits) }"), unknown("NUMBER()"));
        assert_eq!(
            refused("{ visits ->\n [one] {nope}\n *[other] x\n}"),
            unknown("nope")
        );
    }

    #[test]
    fn broken_braces_are_found_on_their_line() {
        assert_eq!(refused("a\nb } c"), TemplateError::Syntax { line: 2 });
        assert_eq!(refused("a\nb { c d }"), TemplateError::Syntax { line: 2 });
        assert_eq!(refused("a {first_name"), TemplateError::Syntax { line: 1 });
        assert_eq!(refused("{}"), TemplateError::Syntax { line: 1 });
        assert_eq!(
            refused("{ visits ->\n [one] x\n}"),
            TemplateError::Syntax { line: 3 }
        );
        assert_eq!(refused("{ \"a }"), TemplateError::Syntax { line: 1 });
        assert_eq!(fill("{\"{\"}a{\"}\"}"), "{a}");
    }

    #[test]
    fn a_first_name_follows_the_language() {
        assert_eq!(first_name("Kovács Réka", Locale::Hu), "Réka");
        assert_eq!(first_name("Dr. Kovács Réka", Locale::Hu), "Réka");
        assert_eq!(first_name("Анна Петрова", Locale::Ru), "Анна");
        assert_eq!(first_name("Dr. Ann Lee Jr.", Locale::En), "Ann");
        assert_eq!(first_name(" ", Locale::En), "");
    }
}
