//! Walks over values with the rules of each, and hands what breaks one to the [`Checker`].

use super::Checker;
use crate::base::excerpt::quoted;
use crate::base::path;
use crate::base::violation::{InvalidRequestError, InvalidValueError, Violation};
use crate::schema::rules::Rules;
use crate::schema::tables::{ConstraintInfo, ConstraintRule, EndpointInfo, FieldInfo};
use crate::secret::redact::Secrets;
use crate::value::encode::{masked_record, to_json};
use crate::value::json::Json;
use crate::value::{Members, Parts, Value};

impl Checker {
    /// The violations of one value on its own.
    pub fn check(value: &dyn Value, rules: &'static Rules) -> Vec<Violation> {
        let mut at = Self::default();
        at.value(value, rules);
        at.violations
    }

    /// As [`check`](Self::check), with paths of the wire, to compare with the interpreter.
    pub fn on_wire(value: &dyn Value, rules: &'static Rules) -> Vec<Violation> {
        let mut at = Self { on_wire: true, ..Self::default() };
        at.value(value, rules);
        at.violations
    }

    /// Checks one value that becomes a type of its own.
    ///
    /// # Errors
    /// When a rule is broken; the error lists all broken rules.
    pub fn accept(
        name: &'static str,
        value: &dyn Value,
        rules: &'static Rules,
    ) -> Result<(), InvalidValueError> {
        let violations = Self::check(value, rules);
        if violations.is_empty() { Ok(()) } else { Err(InvalidValueError::new(name, violations)) }
    }

    /// Checks every member and every group of a request, and whether each can travel in its place, so that all that is
    /// wrong is known at once.
    ///
    /// # Errors
    /// When a rule is broken; the error lists all broken rules.
    pub fn request(request: &dyn Members, info: &EndpointInfo) -> Result<(), InvalidRequestError> {
        let mut at = Self::default();
        at.members(request);
        at.places(request, info);
        if at.violations.is_empty() {
            return Ok(());
        }
        if repeats_a_secret(request) {
            at.hide_texts(0);
        } else if at.secret_is_wrong {
            at.hide_texts(GUESSABLE);
        }
        Err(InvalidRequestError::new(request.info().name, at.violations))
    }

    /// Checks a value in the place of the one that holds it.
    pub fn value(&mut self, value: &dyn Value, rules: &'static Rules) {
        let before = self.violations.len();
        self.sensitive += u32::from(rules.sensitive);
        value.check(rules, self);
        self.sensitive -= u32::from(rules.sensitive);
        self.redact_if(rules, before);
    }

    /// Checks the members of a record and the rules over several of them.
    pub fn members(&mut self, record: &dyn Members) {
        let fields = record.fields();
        for (index, field) in fields.iter().enumerate() {
            match record.member(index) {
                Some(value) if field.is_rest() => self.rest(fields, field, value),
                Some(value) => self.field(field, value),
                None => {}
            }
        }
        for group in record.info().constraints {
            self.group(record, fields, group);
        }
    }

    /// Checks one member below its name.
    fn field(&mut self, field: &FieldInfo, value: &dyn Value) {
        let before = self.violations.len();
        self.value(value, field.rules);
        if before < self.violations.len() {
            self.prefix(before, &path::step(self.name(field)));
        }
    }

    /// Checks the members without a place of their own, each below its name.
    fn rest(&mut self, fields: &[FieldInfo], field: &FieldInfo, value: &dyn Value) {
        self.value(value, field.rules);
        self.sensitive += u32::from(field.rules.sensitive);
        self.taken(value, &|key| fields.iter().any(|other| !other.is_rest() && other.wire == key));
        self.sensitive -= u32::from(field.rules.sensitive);
    }

    /// Checks that a discriminator is not among the members without a place of their own.
    pub fn discriminator(&mut self, name: &str, branch: &dyn Value) {
        let Parts::Members(record) = branch.parts() else { return };
        for (index, _) in record.fields().iter().enumerate().filter(|(_, field)| field.is_rest()) {
            if let Some(rest) = record.member(index) {
                self.taken(rest, &|key| key == name);
            }
        }
    }

    /// Refuses names that other members have.
    fn taken(&mut self, rest: &dyn Value, is_taken: &dyn Fn(&str) -> bool) {
        rest.entries(&mut |key, _| {
            if is_taken(key) {
                let before = self.violations.len();
                let message = "expected a name that no other member has".to_owned();
                let help = "set the member itself".to_owned();
                self.add("additionalProperties", message, None, Some(help));
                self.prefix(before, &self.key_step(key));
            }
        });
    }

    fn group(&mut self, record: &dyn Members, fields: &[FieldInfo], group: &ConstraintInfo) {
        let present = |index: &usize| record.member(*index).is_some_and(|value| !value.is_absent());
        let (here, missing): (Vec<usize>, Vec<usize>) =
            group.members.iter().partition(|index| present(index));
        let names = |members: &[usize]| {
            members
                .iter()
                .map(|index| format!("`{}`", self.name(&fields[*index])))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let all = names(group.members);
        let (rule, message) = match (group.rule, group.members) {
            (ConstraintRule::ExactlyOneOf, _) if here.len() != 1 => {
                ("exactlyOneOf", format!("expected exactly one of {all}"))
            }
            (ConstraintRule::AtLeastOneOf, _) if here.is_empty() => {
                ("atLeastOneOf", format!("expected at least one of {all}"))
            }
            (ConstraintRule::AllOrNoneOf, _) if !here.is_empty() && !missing.is_empty() => {
                ("allOrNoneOf", format!("expected all or none of {all}"))
            }
            (ConstraintRule::DependentRequired, [first, needed @ ..])
                if present(first) && !missing.is_empty() =>
            {
                (
                    "dependentRequired",
                    format!("expected {} together with {}", names(needed), names(&[*first])),
                )
            }
            _ => return,
        };
        let found = if here.is_empty() { "none".to_owned() } else { names(&here) };
        self.add(rule, message, Some(found), None);
    }

    /// Checks the rules of a list, and its elements, each below its index.
    pub fn list<T: Value>(&mut self, items: &[T], rules: &'static Rules) {
        self.size(items.len(), (rules.min_items, "minItems"), (rules.max_items, "maxItems"), "element");
        if rules.unique {
            self.unique(&mut items.iter().map(|item| item as &dyn Value), rules.of_items());
        }
        for (index, item) in items.iter().enumerate() {
            let before = self.violations.len();
            self.value(item, rules.of_items());
            if let Some(delimiter) = rules.delimiter {
                self.joined(item, items.len() == 1, delimiter, rules.of_items());
            }
            if before < self.violations.len() {
                self.prefix(before, &format!("[{index}]"));
            }
        }
    }

    /// Checks that an element is still one after the elements were joined to one text.
    fn joined(&mut self, item: &dyn Value, alone: bool, delimiter: char, rules: &'static Rules) {
        let before = self.violations.len();
        item.texts(rules, &mut |text| {
            if text.contains(delimiter) {
                let message = format!("expected no `{delimiter}`, which separates the elements");
                self.add("delimiter", message, Some(quoted(text)), None);
            } else if alone && text.is_empty() {
                let message = "expected a text, since one empty element is sent as none".to_owned();
                self.add("delimiter", message, Some(quoted(text)), None);
            }
        });
        self.redact_if(rules, before);
    }

    /// Checks that no two elements are equal in the form that they are sent in, numbers by value.
    fn unique(&mut self, items: &mut dyn Iterator<Item = &dyn Value>, rules: &'static Rules) {
        let sent = |item| to_json(item, rules).parse::<Json>().unwrap_or_default();
        let mut seen: Vec<(Json, usize)> = items.map(sent).zip(0..).collect();
        // Sorted, equal elements are neighbours: no quadratic search through a long list.
        seen.sort_unstable();
        if let Some(pair) = seen.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            let found = format!("equal elements at {} and {}", pair[0].1, pair[1].1);
            self.add("uniqueItems", "expected no two equal elements".to_owned(), Some(found), None);
        }
    }

    /// Checks the values of a map, each below its key, and the rules of the map itself.
    pub fn map(
        &mut self,
        entries: &mut dyn ExactSizeIterator<Item = (&str, &dyn Value)>,
        rules: &'static Rules,
    ) {
        let (min, max) = ((rules.min_properties, "minProperties"), (rules.max_properties, "maxProperties"));
        self.size(entries.len(), min, max, "entry");
        let item_rules = rules.of_items();
        for (key, value) in entries {
            let before = self.violations.len();
            self.value(value, item_rules);
            if before < self.violations.len() {
                self.prefix(before, &self.key_step(key));
            }
        }
    }
}

/// A text of so many bytes is no part of a secret that is worth its name.
const GUESSABLE: usize = 8;

/// Whether a secret of the request stands in a member that is none, too.
fn repeats_a_secret(request: &dyn Members) -> bool {
    let (shown, secrets) = masked_record(request);
    Secrets::new(secrets).shown_in(shown.as_bytes())
}
