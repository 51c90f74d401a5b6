//! Lists and maps.

use crate::schema::rules::Rules;
use crate::value::check::Checker;
use crate::value::encode::{JsonWriter, to_json};
use crate::value::{DebugWith, Value, downcast};
use std::collections::BTreeMap;
use std::fmt;

impl<T: Value> Value for Vec<T> {
    fn equals(&self, other: &dyn Value) -> bool {
        downcast::<Self>(other).is_some_and(|other| {
            self.len() == other.len() && self.iter().zip(other).all(|(one, other)| one.equals(other))
        })
    }

    fn check(&self, rules: &'static Rules, at: &mut Checker) {
        at.list(self, rules);
    }

    fn encode(&self, rules: &'static Rules, out: &mut JsonWriter) {
        encode_list(&mut self.iter().map(|item| item as &dyn Value), rules, out);
    }

    fn texts(&self, rules: &'static Rules, each: &mut dyn FnMut(&str)) {
        list_texts(&mut self.iter().map(|item| item as &dyn Value), rules, each);
    }

    fn debug(&self, rules: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|item| DebugWith(item, rules.of_items()))).finish()
    }
}

fn encode_list(
    items: &mut dyn ExactSizeIterator<Item = &dyn Value>,
    rules: &'static Rules,
    out: &mut JsonWriter,
) {
    if rules.delimiter.is_some() {
        return list_texts(items, rules, &mut |text| out.string(text));
    }
    out.begin_array();
    for item in items {
        out.item();
        out.value(item, rules.of_items());
    }
    out.end_array();
}

/// One text per element, or all of them joined; an empty list is joined to no text.
fn list_texts(
    items: &mut dyn ExactSizeIterator<Item = &dyn Value>,
    rules: &'static Rules,
    each: &mut dyn FnMut(&str),
) {
    let Some(delimiter) = rules.delimiter else {
        items.for_each(|item| item.texts(rules.of_items(), each));
        return;
    };
    let mut joined = String::new();
    for (index, item) in items.enumerate() {
        if index > 0 {
            joined.push(delimiter);
        }
        item.texts(rules.of_items(), &mut |text| joined.push_str(text));
    }
    each(&joined);
}

/// In a query, a map is JSON text.
impl<T: Value> Value for BTreeMap<String, T> {
    fn equals(&self, other: &dyn Value) -> bool {
        downcast::<Self>(other).is_some_and(|other| {
            let mut pairs = self.iter().zip(other);
            self.len() == other.len() && pairs.all(|(one, other)| one.0 == other.0 && one.1.equals(other.1))
        })
    }

    fn check(&self, rules: &'static Rules, at: &mut Checker) {
        at.map(&mut self.iter().map(|(key, value)| (key.as_str(), value as &dyn Value)), rules);
    }

    fn encode(&self, rules: &'static Rules, out: &mut JsonWriter) {
        out.begin_object();
        for (key, value) in self {
            out.key(key);
            out.value(value, rules.of_items());
        }
        out.end_object();
    }

    fn texts(&self, rules: &'static Rules, each: &mut dyn FnMut(&str)) {
        each(&to_json(self, rules));
    }

    fn entries(&self, each: &mut dyn FnMut(&str, &dyn Value)) {
        for (key, value) in self {
            each(key, value);
        }
    }

    fn debug(&self, rules: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map()
            .entries(self.iter().map(|(key, value)| (key, DebugWith(value, rules.of_items()))))
            .finish()
    }
}
