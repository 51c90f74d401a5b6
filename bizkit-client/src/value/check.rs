//! Checking: values and their rules in; every violation with its path out, not only the first.

mod number;
mod place;
mod text;
mod walk;

use crate::base::path;
use crate::base::violation::Violation;
use crate::schema::rules::Rules;
use crate::schema::tables::FieldInfo;
use std::borrow::Cow;

/// Collects the violations of one value or request.
///
/// Paths are built from the inside out, and only for what is wrong: a value that keeps its rules costs no path.
#[derive(Debug, Default)]
pub struct Checker {
    violations: Vec<Violation>,
    /// A sensitive value breaks a rule. Then it may stand in the place of another one, and that one in its place.
    secret_is_wrong: bool,
    /// How many of the values around this one are sensitive: then keys are, too.
    sensitive: u32,
    /// Members are called by their names on the wire.
    on_wire: bool,
}

impl Checker {
    /// What a message calls a member: by its name in Rust, where it is a program's.
    pub(super) fn name(&self, field: &FieldInfo) -> &'static str {
        if self.on_wire { field.wire } else { field.name.trim_start_matches("r#") }
    }

    pub(super) fn size(
        &mut self,
        count: usize,
        min: (u32, &'static str),
        max: (u32, &'static str),
        noun: &str,
    ) {
        let found = || Some(count.to_string());
        if count < min.0 as usize {
            self.add(min.1, format!("expected at least {}", plural(min.0, noun)), found(), None);
        }
        if count > max.0 as usize {
            self.add(max.1, format!("expected at most {}", plural(max.0, noun)), found(), None);
        }
    }

    /// Adds a violation of the value that is being checked.
    pub fn add(&mut self, rule: &'static str, message: String, found: Option<String>, help: Option<String>) {
        self.violations.push(Violation { path: String::new(), rule, message, found, help });
    }

    /// The step of a key of a map, which is as secret as the map.
    pub(super) fn key_step<'k>(&self, key: &'k str) -> Cow<'k, str> {
        if self.sensitive > 0 { Cow::Borrowed("[***]") } else { path::step(key) }
    }

    /// Puts a step in front of the paths that were added since `before`.
    pub(super) fn prefix(&mut self, before: usize, step: &str) {
        for Violation { path, .. } in &mut self.violations[before..] {
            path::prepend(path, step);
        }
    }

    /// Takes what was found in a sensitive value out of the violations that were added since `before`.
    pub(super) fn redact_if(&mut self, rules: &Rules, before: usize) {
        if rules.sensitive {
            for violation in &mut self.violations[before..] {
                self.secret_is_wrong = true;
                violation.found = None;
            }
        }
    }

    /// Takes the texts that were found out of the violations where they are longer than this; numbers of elements
    /// stay.
    pub(super) fn hide_texts(&mut self, longest: usize) {
        for violation in &mut self.violations {
            violation.found.take_if(|found| match (found.find('"'), found.rfind('"')) {
                (Some(start), Some(end)) => end - start > longest,
                _ => false,
            });
        }
    }
}

/// `1 element`, `2 elements`, `3 entries`.
fn plural(count: u32, noun: &str) -> String {
    match (count, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {noun}s"),
    }
}

#[cfg(test)]
mod tests;
