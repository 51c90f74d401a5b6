//! Named types: objects, enums and unions by their parts, everything else by its rules.

use super::Rule;
use super::members::{Member, Owner};
use super::schemas::is_any_text;
use super::walk::{Scope, Walk, Way};
use bizkit_spec::model::{
    EnumType, EnumValue, Field, Kind, ObjectType, Select, TypeDef, TypeId, UnionType, Variant,
};
use bizkit_spec::rust;

impl<'a> Walk<'a> {
    /// Compares two definitions that stand in each other's place.
    pub(super) fn definition(&mut self, at: &str, way: Way, old: TypeId, new: TypeId) {
        let (was, is): (&'a TypeDef, &'a TypeDef) = (self.old.type_def(old), self.new.type_def(new));
        let path = rust::type_path(self.new, new);
        self.words(way, at, &was.schema, &is.schema);
        if was.schema.default != is.schema.default {
            self.found(Rule::DEFAULT, way, &format!("{at}.default"), "the default changed", []);
        }
        let builds = matches!(is.schema.kind, Kind::Object(_) | Kind::Union(_));
        if builds && was.in_request != is.in_request {
            let (rule, verb) = if is.in_request {
                (Rule::BUILDER_ADDED, "can be sent")
            } else {
                (Rule::BUILDER_REMOVED, "can no longer be sent")
            };
            let rust = format!("`{path}` {verb}");
            self.found(rule, Way::NONE, at, format!("`{path}` {verb}"), [rust]);
        }
        match (&was.schema.kind, &is.schema.kind) {
            (Kind::Object(before), Kind::Object(after)) => {
                let lenient = (before.observed && !was.in_request, after.observed && !is.in_request);
                let owner = Owner::Record { path: &path, ids: (old, new), lenient };
                self.object(at, way, owner, before, after);
            }
            (Kind::Enum(before), Kind::Enum(after)) => self.enumeration(at, way, &path, before, after),
            (Kind::Union(before), Kind::Union(after)) => self.union(at, way, &path, before, after),
            (Kind::Array(_), Kind::Array(_)) | (Kind::Map(_), Kind::Map(_)) => {
                self.kind(way, at, &was.schema, &is.schema);
            }
            (before, after) => {
                let any_text = is_any_text(before) && is_any_text(after);
                if any_text && self.scope == Scope::Wire {
                    return;
                }
                if !self.scalars(way, at, before, after) {
                    let word = super::schemas::word;
                    let message = format!("the type is {}, and was {}", word(after), word(before));
                    let rust = format!("`{path}` is {}, and was {}", word(after), word(before));
                    self.found(Rule::VALUE_KIND, way, at, message, [rust]);
                }
            }
        }
    }

    fn object(&mut self, at: &str, way: Way, owner: Owner<'_>, old: &'a ObjectType, new: &'a ObjectType) {
        // `members` gives what no field names as well.
        let ObjectType { fields: _, additional_properties: _, constraints, observed } = new;
        if old.observed != *observed {
            let now = if *observed { "known from examples only" } else { "stated by the documentation" };
            self.found(Rule::OBSERVED, way, &format!("{at}.observed"), format!("the type is {now}"), []);
        }
        let members = |of: &'a ObjectType| -> Vec<Member<'a>> {
            let address = |field: &Field| format!("{at}.{}", field.wire);
            let all = of.members().enumerate();
            all.map(|(index, field)| Member { index, part: None, field, address: address(field) }).collect()
        };
        self.members(owner, way, at, &members(old), &members(new));
        let wires =
            |of: &'a ObjectType| of.fields.iter().map(|field| field.wire.as_str()).collect::<Vec<_>>();
        self.groups(way, at, (&old.constraints, &wires(old)), (constraints, &wires(new)));
    }

    fn enumeration(&mut self, at: &str, way: Way, path: &str, old: &EnumType, new: &EnumType) {
        let EnumType { values, open } = new;
        let find = |list: &EnumType, wire: &str| list.values.iter().position(|value| value.wire == wire);
        let variant = |value: &EnumValue| format!("`{path}::{}`", rust::names::pascal(&value.name));
        for value in &old.values {
            let address = format!("{at}.enum.{}", value.wire);
            let Some(now) = find(new, &value.wire).map(|index| &values[index]) else {
                let rust = format!("{} is gone", variant(value));
                let message = format!("the value `{}` is gone", value.wire);
                self.found(Rule::VALUE_REMOVED, way, &address, message, [rust]);
                continue;
            };
            let EnumValue { wire: _, name, description, span: _ } = now;
            if value.name != *name {
                let rust = format!("{} is {}", variant(value), variant(now));
                let message = format!("the variant of `{}` is called otherwise", value.wire);
                self.found(Rule::VALUE_RENAMED, way, &address, message, [rust]);
            }
            if value.description != *description {
                self.found(Rule::TEXT, way, &address, "the description of the value changed", []);
            }
        }
        for value in values.iter().filter(|value| find(old, &value.wire).is_none()) {
            let address = format!("{at}.enum.{}", value.wire);
            let rust = format!("{} is new", variant(value));
            let (rule, message) = if way.request {
                (Rule::VALUE_ADDED, format!("`{}` may be sent", value.wire))
            } else {
                (Rule::RESPONSE_VALUE_ADDED, format!("`{}` may come", value.wire))
            };
            self.found(rule, way, &address, message, [rust]);
        }
        let kept = |of: &EnumType, other: &EnumType| -> Vec<String> {
            let wires = of.values.iter().map(|value| value.wire.clone());
            wires.filter(|wire| find(other, wire).is_some()).collect()
        };
        if kept(old, new) != kept(new, old) {
            self.found(
                Rule::MEMBER_ORDER,
                way,
                &format!("{at}.enum"),
                "the values stand in another order",
                [],
            );
        }
        match (old.open, *open) {
            (false, true) => {
                self.found(
                    Rule::ENUM_OPENED,
                    way,
                    &format!("{at}.open"),
                    "other values may be sent, too",
                    [],
                );
            }
            (true, false) => {
                let message = "only the known values may be sent";
                self.found(Rule::ENUM_CLOSED, way, &format!("{at}.open"), message, []);
            }
            (true, true) | (false, false) => {}
        }
    }

    fn union(&mut self, at: &str, way: Way, path: &str, old: &'a UnionType, new: &'a UnionType) {
        let UnionType { discriminator, variants: _ } = new;
        if old.discriminator != *discriminator {
            let word = |name: &Option<String>| name.clone().unwrap_or_else(|| "the kind of JSON".to_owned());
            let (was, is) = (word(&old.discriminator), word(discriminator));
            let message = format!("the branches are told by {is}, and were by {was}");
            self.found(Rule::BRANCH_TAG, way, &format!("{at}.discriminator"), message, []);
        }
        let tagged = discriminator.is_some();
        let (mut gone, mut fresh): (Vec<&Variant>, Vec<&Variant>) =
            (old.variants.iter().collect(), new.variants.iter().collect());
        let mut pairs: Vec<(&'a Variant, &'a Variant)> = Vec::new();
        // What selects a branch says more than its name; the kind of JSON alone says too little.
        let by_tag = |a: &Variant, b: &Variant| a.select == b.select && !matches!(a.select, Select::Kind(_));
        let by_name = |a: &Variant, b: &Variant| a.name == b.name;
        let by_kind = |a: &Variant, b: &Variant| a.select == b.select;
        let tests: [fn(&Variant, &Variant) -> bool; 3] = [by_tag, by_name, by_kind];
        for same in tests {
            gone.retain(|from| {
                let found = fresh.iter().position(|to| same(from, to));
                pairs.extend(found.map(|at| (*from, fresh.remove(at))));
                found.is_none()
            });
        }
        let variant = |variant: &Variant| format!("`{path}::{}`", rust::names::pascal(&variant.name));
        for (from, to) in &pairs {
            self.branch(at, way, path, tagged, from, to);
        }
        for branch in gone {
            let address = format!("{at}({})", branch.name.pascal());
            let rust = format!("{} is gone", variant(branch));
            let message = format!("the branch `{}` is gone", branch.name.pascal());
            self.found(Rule::BRANCH_REMOVED, way, &address, message, [rust]);
        }
        for branch in fresh {
            let address = format!("{at}({})", branch.name.pascal());
            let rust = format!("{} is new", variant(branch));
            let message = format!("the branch `{}` is new", branch.name.pascal());
            self.found(Rule::BRANCH_ADDED, way, &address, message, [rust]);
        }
        let place =
            |of: &UnionType, one: &Variant| of.variants.iter().position(|other| other.name == one.name);
        pairs.sort_by_key(|(_, to)| place(new, to));
        if !pairs.is_sorted_by_key(|(from, _)| place(old, from)) {
            self.found(Rule::MEMBER_ORDER, way, at, "the branches stand in another order", []);
        }
    }

    /// Two branches that stand in each other's place.
    fn branch(&mut self, at: &str, way: Way, path: &str, tagged: bool, from: &'a Variant, to: &'a Variant) {
        // What is said about a branch is said about what it holds, if it holds anything.
        let Variant { name, select, schema: _, failure, description: _, span: _ } = to;
        let variant = |variant: &Variant| format!("`{path}::{}`", rust::names::pascal(&variant.name));
        let address = format!("{at}({})", name.pascal());
        if from.name != *name {
            let rust = format!("{} is {}", variant(from), variant(to));
            let message = format!("the branch `{}` is called `{}`", from.name.pascal(), name.pascal());
            self.found(Rule::BRANCH_RENAMED, way, &address, message, [rust]);
        }
        if from.select != *select {
            let message = if tagged {
                "another value of the tag selects it"
            } else {
                "another kind of JSON selects it"
            };
            self.found(Rule::BRANCH_TAG, way, &address, message, []);
        }
        if from.failure != *failure {
            let now = if *failure { "a failure of the call" } else { "no failure any more" };
            let rust = format!("{} is {now}", variant(to));
            self.found(Rule::BRANCH_FAILURE, way, &address, format!("the branch is {now}"), [rust]);
        }
        self.payload(way, &address, &variant(to), from, to);
    }

    /// What a branch holds.
    fn payload(&mut self, way: Way, at: &str, path: &str, old: &'a Variant, new: &'a Variant) {
        match (&old.schema, &new.schema) {
            (Some(was), Some(is)) => {
                let null = (rust::is_nullable(self.old, was), rust::is_nullable(self.new, is));
                if null.0 != null.1 {
                    let rust = format!("{path} has another type");
                    self.found(
                        Rule::MEMBER_TYPE,
                        way,
                        at,
                        "what the branch holds may be `null` or not",
                        [rust],
                    );
                }
                self.schema(way, at, (was, true), (is, true));
            }
            (None, None) => {
                if old.description != new.description {
                    self.found(Rule::TEXT, way, at, "the description of the branch changed", []);
                }
            }
            (was, _) => {
                let now = if was.is_some() { "nothing any more" } else { "a value, and held none" };
                let rust = format!("{path} holds {now}");
                self.found(Rule::VALUE_KIND, way, at, format!("the branch holds {now}"), [rust]);
            }
        }
    }
}
