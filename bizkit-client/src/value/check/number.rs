//! The rules of numbers, compared exactly.

use super::{Checker, plural};
use crate::base::decimal::Digits;
use crate::base::excerpt::quoted;
use crate::schema::rules::{Bound, Rules};
use std::cmp::Ordering;

impl Checker {
    /// Checks a whole number: range, list of values, multiples.
    pub fn integer(&mut self, value: i64, rules: &'static Rules) {
        let before = self.violations.len();
        let text = || value.to_string();
        self.range(rules, &text, &|bound| match bound.parse::<i64>() {
            Ok(bound) => Some(value.cmp(&bound)),
            Err(_) => Digits::compare(&text(), bound),
        });
        if rules.multiple_of != 0 && value % rules.multiple_of != 0 {
            let message = format!("expected a multiple of {}", rules.multiple_of);
            self.add("multipleOf", message, Some(text()), None);
        }
        if !rules.allowed.is_empty() && !rules.allowed.contains(&value) {
            let list: Vec<String> = rules.allowed.iter().map(|value| format!("`{value}`")).collect();
            self.add("enum", format!("expected one of {}", list.join(", ")), Some(text()), None);
        }
        self.redact_if(rules, before);
    }

    /// Checks a number that passes through `f64`.
    pub fn float(&mut self, value: f64, rules: &'static Rules) {
        let before = self.violations.len();
        let text = || value.to_string();
        if value.is_finite() {
            self.range(rules, &text, &|bound| match bound.parse::<f64>() {
                // Rounding keeps the order, so only what looks equal needs all digits.
                Ok(limit) if value < limit => Some(Ordering::Less),
                Ok(limit) if value > limit => Some(Ordering::Greater),
                _ => Digits::compare(&text(), bound),
            });
            if rules.max_scale.is_some() {
                self.scale(&text(), rules);
            }
        } else {
            self.add("type", "expected a finite number".to_owned(), Some(text()), None);
        }
        self.redact_if(rules, before);
    }

    /// Checks the text of a decimal number: that it is one, its range, its digits behind the point.
    pub fn decimal(&mut self, text: &str, rules: &'static Rules) {
        let before = self.violations.len();
        if Digits::is_number(text) {
            self.range(rules, &|| text.to_owned(), &|bound| Digits::compare(text, bound));
            self.scale(text, rules);
        } else {
            let help = format!("write it like `{}`", rules.example.unwrap_or("1250.50"));
            self.add("type", "expected a decimal number".to_owned(), Some(quoted(text)), Some(help));
        }
        self.redact_if(rules, before);
    }

    fn scale(&mut self, text: &str, rules: &Rules) {
        if let Some(scale) = rules.max_scale
            && let Some(digits) = Digits::parse(text)
            && digits.scale() > i64::from(scale)
        {
            let message = format!("expected at most {} behind the point", plural(scale, "digit"));
            self.add("multipleOf", message, Some(text.to_owned()), None);
        }
    }

    fn range(
        &mut self,
        rules: &Rules,
        text: &dyn Fn() -> String,
        compare: &dyn Fn(&str) -> Option<Ordering>,
    ) {
        let outside = |bound: &Bound, beyond: Ordering| {
            compare(bound.value).is_some_and(|at| at == beyond || (bound.exclusive && at.is_eq()))
        };
        if let Some(bound) = rules.minimum.filter(|bound| outside(bound, Ordering::Less)) {
            let (rule, message) = if bound.exclusive {
                ("exclusiveMinimum", format!("expected more than {}", bound.value))
            } else {
                ("minimum", format!("expected {} or more", bound.value))
            };
            self.add(rule, message, Some(text()), None);
        }
        if let Some(bound) = rules.maximum.filter(|bound| outside(bound, Ordering::Greater)) {
            let (rule, message) = if bound.exclusive {
                ("exclusiveMaximum", format!("expected less than {}", bound.value))
            } else {
                ("maximum", format!("expected {} or less", bound.value))
            };
            self.add(rule, message, Some(text()), None);
        }
    }
}
