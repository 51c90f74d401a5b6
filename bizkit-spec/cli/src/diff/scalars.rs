//! Rules of texts, numbers and truth values: which became stricter, and which looser.

use super::Rule;
use super::walk::{Walk, Way};
use bizkit_spec::model::{BooleanType, Bound, Format, IntegerType, Kind, NumberType, StringType, TextNumber};
use bizkit_spec::number;
use bizkit_spec::pattern::Pattern;
use std::cmp::Ordering;
use std::fmt::Display;

impl Walk<'_> {
    /// `false` where the two are not scalars of one kind.
    pub(super) fn scalars(&mut self, way: Way, at: &str, old: &Kind, new: &Kind) -> bool {
        match (old, new) {
            (Kind::String(old), Kind::String(new)) => self.texts(way, at, old, new),
            (Kind::Integer(old), Kind::Integer(new)) => self.integers(way, at, old, new),
            (Kind::Number(old), Kind::Number(new)) | (Kind::Decimal(old), Kind::Decimal(new)) => {
                self.numbers(way, at, old, new);
            }
            (Kind::Boolean(old), Kind::Boolean(BooleanType { as_string })) => {
                self.form(way, at, old.as_string, *as_string);
            }
            (Kind::Json, Kind::Json) | (Kind::Binary, Kind::Binary) => {}
            _ => return false,
        }
        true
    }

    fn texts(&mut self, way: Way, at: &str, old: &StringType, new: &StringType) {
        let StringType { min_length, max_length, pattern, format, normalize, number } = new;
        self.sizes(
            way,
            at,
            ("minLength", old.min_length, *min_length),
            ("maxLength", old.max_length, *max_length),
        );
        let source = |pattern: &Option<Pattern>| pattern.as_ref().map(|pattern| pattern.source().to_owned());
        self.rule(way, &format!("{at}.pattern"), source(&old.pattern).as_ref(), source(pattern).as_ref());
        if old.format != *format {
            let word = |format: Option<Format>| format.map(Format::word);
            let address = format!("{at}.format");
            self.rule(way, &address, word(old.format).as_ref(), word(*format).as_ref());
            if old.format.is_some_and(converts) {
                let message = "conversions of that format are gone";
                self.found(Rule::CONVERSION, way, &address, message, []);
            }
        }
        if old.normalize != *normalize {
            let message = "texts are normalised in another way";
            self.found(Rule::NORMALIZE, way, &format!("{at}.normalize"), message, []);
        }
        self.number_in_text(way, at, old.number.as_ref(), number.as_ref());
    }

    /// The number that a text of a list of types is.
    fn number_in_text(&mut self, way: Way, at: &str, old: Option<&TextNumber>, new: Option<&TextNumber>) {
        match (old, new) {
            (Some(TextNumber::Integer(old)), Some(TextNumber::Integer(new))) => {
                self.integers(way, at, old, new);
            }
            (Some(TextNumber::Number(old)), Some(TextNumber::Number(new))) => self.numbers(way, at, old, new),
            (old, new) => {
                let word = |number: Option<&TextNumber>| {
                    number.map(|number| match number {
                        TextNumber::Integer(_) => "a whole number within bounds",
                        TextNumber::Number(_) => "a number within bounds",
                    })
                };
                self.rule(way, at, word(old).as_ref(), word(new).as_ref());
            }
        }
    }

    /// A rule that is there or not, and whose contents cannot be compared.
    fn rule<T: Display + PartialEq>(&mut self, way: Way, at: &str, old: Option<&T>, new: Option<&T>) {
        match (old, new) {
            (None, Some(new)) => self.found(Rule::NARROWED, way, at, format!("`{new}` is asked for"), []),
            (Some(old), None) => {
                self.found(Rule::WIDENED, way, at, format!("`{old}` is no longer asked for"), []);
            }
            (Some(old), Some(new)) if old != new => {
                self.found(Rule::RULE_CHANGED, way, at, format!("`{new}` is asked for, and was `{old}`"), []);
            }
            _ => {}
        }
    }

    fn integers(&mut self, way: Way, at: &str, old: &IntegerType, new: &IntegerType) {
        let IntegerType { minimum, maximum, multiple_of, allowed, as_string } = new;
        self.bound(
            way,
            &format!("{at}.minimum"),
            old.minimum.as_ref(),
            minimum.as_ref(),
            Ordering::Greater,
            i64::cmp,
        );
        self.bound(
            way,
            &format!("{at}.maximum"),
            old.maximum.as_ref(),
            maximum.as_ref(),
            Ordering::Less,
            i64::cmp,
        );
        self.rule(way, &format!("{at}.multipleOf"), old.multiple_of.as_ref(), multiple_of.as_ref());
        self.allowed(way, &format!("{at}.enum"), &old.allowed, allowed);
        self.form(way, at, old.as_string, *as_string);
    }

    /// The only values of a whole number.
    fn allowed(&mut self, way: Way, address: &str, old: &[i64], new: &[i64]) {
        match (old, new) {
            (old, new) if old == new => {}
            ([], _) => self.found(Rule::NARROWED, way, address, "only some numbers are allowed", []),
            (_, []) => self.found(Rule::WIDENED, way, address, "every number is allowed", []),
            (old, new) => {
                for value in old.iter().filter(|value| !new.contains(value)) {
                    self.found(Rule::NARROWED, way, address, format!("`{value}` is no longer allowed"), []);
                }
                for value in new.iter().filter(|value| !old.contains(value)) {
                    self.found(Rule::WIDENED, way, address, format!("`{value}` is allowed"), []);
                }
                let sorted = |values: &[i64]| {
                    let mut values = values.to_vec();
                    values.sort_unstable();
                    values
                };
                if sorted(old) == sorted(new) {
                    self.found(Rule::MEMBER_ORDER, way, address, "the values stand in another order", []);
                }
            }
        }
    }

    fn numbers(&mut self, way: Way, at: &str, old: &NumberType, new: &NumberType) {
        let NumberType { minimum, maximum, max_scale, as_string } = new;
        // An exclusive bound is a little stricter than the same one inclusive.
        let compare = |outer: Ordering| {
            move |a: &Bound, b: &Bound| {
                let strict = match outer {
                    Ordering::Greater => a.exclusive.cmp(&b.exclusive),
                    _ => b.exclusive.cmp(&a.exclusive),
                };
                number::compare(&a.value, &b.value).then(strict)
            }
        };
        let (low, new_low) = (old.minimum.as_ref(), minimum.as_ref());
        let (high, new_high) = (old.maximum.as_ref(), maximum.as_ref());
        let least = format!("{at}.minimum");
        self.bound(way, &least, low, new_low, Ordering::Greater, compare(Ordering::Greater));
        let most = format!("{at}.maximum");
        self.bound(way, &most, high, new_high, Ordering::Less, compare(Ordering::Less));
        let digits = (old.max_scale.as_ref(), max_scale.as_ref());
        self.bound(way, &format!("{at}.multipleOf"), digits.0, digits.1, Ordering::Less, u32::cmp);
        self.form(way, at, old.as_string, *as_string);
    }

    /// One end of a range; `stricter` is how a stricter bound compares with a looser one.
    fn bound<T: PartialEq + Shown>(
        &mut self,
        way: Way,
        at: &str,
        old: Option<&T>,
        new: Option<&T>,
        stricter: Ordering,
        compare: impl Fn(&T, &T) -> Ordering,
    ) {
        let (narrowed, message) = match (old, new) {
            (None, None) => return,
            (None, Some(new)) => (true, format!("the bound {} is new", new.shown())),
            (Some(old), None) => (false, format!("the bound {} is gone", old.shown())),
            (Some(old), Some(new)) => match compare(new, old) {
                Ordering::Equal => return,
                order => {
                    (order == stricter, format!("the bound is {}, and was {}", new.shown(), old.shown()))
                }
            },
        };
        self.found(if narrowed { Rule::NARROWED } else { Rule::WIDENED }, way, at, message, []);
    }

    /// The fewest and the most of something.
    pub(super) fn sizes(
        &mut self,
        way: Way,
        at: &str,
        (low, old_low, new_low): (&str, Option<u64>, Option<u64>),
        (high, old_high, new_high): (&str, Option<u64>, Option<u64>),
    ) {
        // Nothing is shorter than nothing.
        let some = |least: Option<u64>| least.filter(|least| *least > 0);
        if old_low != new_low && some(old_low) == some(new_low) {
            self.found(Rule::TEXT, way, &format!("{at}.{low}"), "a bound of 0 says nothing", []);
        }
        let address = format!("{at}.{low}");
        self.bound(
            way,
            &address,
            some(old_low).as_ref(),
            some(new_low).as_ref(),
            Ordering::Greater,
            u64::cmp,
        );
        self.bound(
            way,
            &format!("{at}.{high}"),
            old_high.as_ref(),
            new_high.as_ref(),
            Ordering::Less,
            u64::cmp,
        );
    }

    /// A rule that is on or off.
    pub(super) fn flag(&mut self, way: Way, at: &str, old: bool, new: bool) {
        match (old, new) {
            (false, true) => self.found(Rule::NARROWED, way, at, "the rule is new", []),
            (true, false) => self.found(Rule::WIDENED, way, at, "the rule is gone", []),
            _ => {}
        }
    }

    /// Whether JSON carries the value as text.
    fn form(&mut self, way: Way, at: &str, old: bool, new: bool) {
        if old != new {
            let now = if new { "as text" } else { "as it is, no longer as text" };
            self.found(
                Rule::WIRE_FORM,
                way,
                &format!("{at}.as"),
                format!("JSON carries the value {now}"),
                [],
            );
        }
    }
}

/// Formats whose types convert from and to those of the standard library or of other crates.
fn converts(format: Format) -> bool {
    match format {
        Format::Ip | Format::Ipv4 | Format::Ipv6 | Format::Date | Format::DateTime => true,
        Format::Duration
        | Format::Uri
        | Format::Email
        | Format::Phone
        | Format::Uuid
        | Format::Html
        | Format::Locale
        | Format::Currency => false,
    }
}

/// A bound in a message.
trait Shown {
    fn shown(&self) -> String;
}

impl Shown for i64 {
    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Shown for u64 {
    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Shown for u32 {
    fn shown(&self) -> String {
        format!("{self} digits behind the point")
    }
}

impl Shown for Bound {
    fn shown(&self) -> String {
        format!("{}{}", self.value, if self.exclusive { " (itself outside)" } else { "" })
    }
}
