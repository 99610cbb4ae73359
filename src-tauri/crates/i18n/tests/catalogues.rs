//! The three languages say the same things, with the same values.

#![allow(clippy::panic, reason = "a failing test panics")]

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use regulars_i18n::{Locale, sources};

/// Variables by message key ("key" or "key.attribute"), and the keys that appear twice.
#[derive(Default)]
struct Messages {
    variables: BTreeMap<String, BTreeSet<String>>,
    duplicates: Vec<String>,
}

impl Messages {
    fn read(locale: Locale) -> Self {
        let mut messages = Self::default();
        for source in sources(locale) {
            let resource = parse(source.text).unwrap_or_else(|(_, errors)| {
                panic!("{locale}/{} does not parse: {errors:?}", source.file)
            });
            for entry in &resource.body {
                let (key, value, attributes) = match entry {
                    Entry::Message(message) => (
                        message.id.name.to_owned(),
                        message.value.as_ref(),
                        &message.attributes,
                    ),
                    // A term may have as many variables as its language needs.
                    Entry::Term(term) => {
                        messages.add(format!("-{}", term.id.name), None);
                        continue;
                    }
                    Entry::Junk { content } => panic!("{locale}/{}: {content}", source.file),
                    _ => continue,
                };
                for attribute in attributes {
                    messages.add(
                        format!("{key}.{}", attribute.id.name),
                        Some(&attribute.value),
                    );
                }
                messages.add(key, value);
            }
        }
        messages
    }

    fn add(&mut self, key: String, pattern: Option<&Pattern<&str>>) {
        let mut found = BTreeSet::new();
        if let Some(pattern) = pattern {
            pattern_variables(pattern, &mut found);
        }
        if self.variables.insert(key.clone(), found).is_some() {
            self.duplicates.push(key);
        }
    }
}

fn pattern_variables(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_variables(expression, found);
        }
    }
}

fn expression_variables(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => inline_variables(inline, found),
        Expression::Select { selector, variants } => {
            inline_variables(selector, found);
            for variant in variants {
                pattern_variables(&variant.value, found);
            }
        }
    }
}

fn inline_variables(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => expression_variables(expression, found),
        InlineExpression::FunctionReference { id, arguments } => {
            assert_eq!(
                id.name, "NUMBER",
                "only NUMBER exists in Rust and in the UI"
            );
            for argument in &arguments.positional {
                inline_variables(argument, found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_message_exists_in_every_language_with_the_same_variables() {
    let english = Messages::read(Locale::En);
    assert!(!english.variables.is_empty(), "no messages embedded");
    for locale in [Locale::Ru, Locale::Hu] {
        let other = Messages::read(locale);
        let missing: Vec<_> = english
            .variables
            .keys()
            .filter(|key| !other.variables.contains_key(*key))
            .collect();
        assert!(missing.is_empty(), "{locale} lacks {missing:?}");
        let extra: Vec<_> = other
            .variables
            .keys()
            .filter(|key| !english.variables.contains_key(*key))
            .collect();
        assert!(extra.is_empty(), "{locale} has {extra:?}, English does not");
        for (key, variables) in &english.variables {
            assert_eq!(
                Some(variables),
                other.variables.get(key),
                "variables of {key} in {locale}"
            );
        }
    }
}

#[test]
fn no_key_is_defined_twice() {
    for locale in Locale::ALL {
        assert_eq!(
            Messages::read(locale).duplicates,
            Vec::<String>::new(),
            "{locale}"
        );
    }
}

#[test]
fn every_language_has_the_same_files() {
    let files = |locale| {
        sources(locale)
            .map(|source| source.file)
            .collect::<Vec<_>>()
    };
    assert_eq!(files(Locale::En), files(Locale::Ru));
    assert_eq!(files(Locale::En), files(Locale::Hu));
}
