//! Numbers, compared by their text: no digit is lost.

use super::Walk;
use crate::json::Json;
use crate::model::{IntegerType, NumberType, TextNumber};
use crate::number::{compare, is_json, scale};

impl Walk<'_> {
    /// A whole number, which JSON may carry as a text.
    pub(super) fn integer(&mut self, rules: &IntegerType, value: &Json) {
        let text = match value {
            Json::Number(text) => text,
            Json::String(text) if rules.as_string && is_json(text) => text,
            _ => return self.wrong_type("a whole number", value),
        };
        self.whole(rules, text, value);
    }

    /// The number that a text of a list of types is.
    pub(super) fn number_in_text(&mut self, rules: &TextNumber, text: &str, value: &Json) {
        match rules {
            _ if !is_json(text) => {
                let expected = match rules {
                    TextNumber::Integer(_) => "a whole number, as text or as it is",
                    TextNumber::Number(_) => "a number, as text or as it is",
                };
                self.wrong_type(expected, value);
            }
            TextNumber::Integer(rules) => self.whole(rules, text, value),
            TextNumber::Number(rules) => self.bounds(rules, text),
        }
    }

    fn whole(&mut self, rules: &IntegerType, text: &str, value: &Json) {
        // How JSON carries it was asked before.
        let IntegerType { minimum, maximum, multiple_of, allowed, as_string: _ } = rules;
        // A fraction or an exponent is no integer literal, even where its value is whole.
        let Ok(number) = text.parse::<i64>() else { return self.wrong_type("a whole number", value) };
        let found = self.excerpt(text);
        if let Some(min) = minimum.filter(|min| number < *min) {
            self.report("minimum", format!("expected at least {min}{found}"));
        }
        if let Some(max) = maximum.filter(|max| number > *max) {
            self.report("maximum", format!("expected at most {max}{found}"));
        }
        if let Some(step) = multiple_of.filter(|step| number % step != 0) {
            self.report("multipleOf", format!("expected a multiple of {step}{found}"));
        }
        if !allowed.is_empty() && !allowed.contains(&number) {
            let known: Vec<String> = allowed.iter().map(i64::to_string).collect();
            self.report("enum", format!("expected one of {}{found}", known.join(", ")));
        }
    }

    pub(super) fn number(&mut self, rules: &NumberType, expected: &str, value: &Json) {
        let text = match value {
            Json::Number(text) => text,
            Json::String(text) if rules.as_string && is_json(text) => text,
            _ => return self.wrong_type(expected, value),
        };
        self.bounds(rules, text);
    }

    fn bounds(&mut self, rules: &NumberType, text: &str) {
        // How JSON carries it was asked before.
        let NumberType { minimum, maximum, max_scale, as_string: _ } = rules;
        let found = self.excerpt(text);
        if let Some(bound) = minimum {
            let order = compare(text, &bound.value);
            if order.is_lt() || bound.exclusive && order.is_eq() {
                let (rule, words) =
                    if bound.exclusive { ("exclusiveMinimum", "more than") } else { ("minimum", "at least") };
                self.report(rule, format!("expected {words} {}{found}", bound.value));
            }
        }
        if let Some(bound) = maximum {
            let order = compare(text, &bound.value);
            if order.is_gt() || bound.exclusive && order.is_eq() {
                let (rule, words) =
                    if bound.exclusive { ("exclusiveMaximum", "less than") } else { ("maximum", "at most") };
                self.report(rule, format!("expected {words} {}{found}", bound.value));
            }
        }
        if let Some(digits) = max_scale.filter(|digits| scale(text) > u64::from(*digits)) {
            self.report("multipleOf", format!("expected at most {digits} digits behind the point{found}"));
        }
    }
}
