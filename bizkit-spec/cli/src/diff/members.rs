//! Members of requests and of objects: matched by their names, then compared one by one.

use super::walk::{Scope, Walk, Way};
use super::{Level, Rule};
use crate::export::words::group_rule;
use bizkit_spec::model::{Constraint, ConstraintRule, Field, Kind, TypeId};
use bizkit_spec::rust::{self, Presence};

/// What members belong to.
#[derive(Debug, Clone, Copy)]
pub(super) enum Owner<'p> {
    /// A request with this path in Rust; its fields are private.
    Request(&'p str),
    /// A struct with its path: fields are public. Its id and leniency, in the old and the new model.
    Record { path: &'p str, ids: (TypeId, TypeId), lenient: (bool, bool) },
}

/// A member with its place among the others.
#[derive(Debug, Clone)]
pub(super) struct Member<'a> {
    pub(super) index: usize,
    /// Which part of the path it is.
    pub(super) part: Option<usize>,
    pub(super) field: &'a Field,
    pub(super) address: String,
}

impl<'a> Walk<'a> {
    /// Compares members; gives the pairs that stand for the same value.
    pub(super) fn members(
        &mut self,
        owner: Owner<'_>,
        way: Way,
        at: &str,
        old: &[Member<'a>],
        new: &[Member<'a>],
    ) -> Vec<(Member<'a>, Member<'a>)> {
        let (pairs, gone, fresh) = self.matched(old, new);
        for (from, to) in &pairs {
            self.member(owner, way, from, to);
        }
        for member in &gone {
            let message = format!("`{}` is gone", member.field.wire);
            let rust = paths_of(owner, way, member.field, false).into_iter();
            let rust: Vec<String> = rust.map(|path| format!("`{path}` is gone")).collect();
            self.found(Rule::MEMBER_REMOVED, way, &member.address, message, rust);
        }
        for member in &fresh {
            let field = member.field;
            let ty = rust::parameter(self.new, field);
            let required = field.required && way.request;
            let rule = if field.required { Rule::REQUIRED_ADDED } else { Rule::OPTIONAL_ADDED };
            let message = if required {
                format!("`{}` must be given", field.wire)
            } else {
                format!("`{}` is new", field.wire)
            };
            let rust = paths_of(owner, way, field, true).into_iter().map(|path| {
                if required && path.ends_with("::new") {
                    format!("`{path}` takes `{}: {ty}` too", field.name.snake())
                } else {
                    format!("`{path}` is new")
                }
            });
            let rust: Vec<String> = rust.collect();
            self.found(rule, way, &member.address, message, rust);
        }
        self.order(owner, way, at, &pairs);
        pairs
    }

    /// By the name on the wire, then by the name in Rust, then the only pair that is alike in everything else.
    #[allow(clippy::type_complexity, reason = "three lists of one kind, taken apart at once")]
    fn matched(
        &self,
        old: &[Member<'a>],
        new: &[Member<'a>],
    ) -> (Vec<(Member<'a>, Member<'a>)>, Vec<Member<'a>>, Vec<Member<'a>>) {
        let mut gone: Vec<Member<'a>> = old.to_vec();
        let mut fresh: Vec<Member<'a>> = new.to_vec();
        let mut pairs = Vec::new();
        let wire = |a: &Member<'_>, b: &Member<'_>| a.field.wire == b.field.wire;
        let name = |a: &Member<'_>, b: &Member<'_>| a.field.name == b.field.name;
        let part = |a: &Member<'_>, b: &Member<'_>| a.part.is_some() && a.part == b.part;
        // Names of Rust say nothing about a description that others wrote, nor do those in the path's braces.
        let tests: [fn(&Member<'_>, &Member<'_>) -> bool; 2] =
            if self.scope == Scope::Rust { [wire, name] } else { [part, wire] };
        for same in tests {
            gone.retain(|from| {
                let found = fresh.iter().position(|to| same(from, to));
                pairs.extend(found.map(|at| (from.clone(), fresh.remove(at))));
                found.is_none()
            });
        }
        if let ([from], [to]) = (gone.as_slice(), fresh.as_slice())
            && self.alike(from.field, to.field)
        {
            pairs.extend(gone.pop().zip(fresh.pop()));
        }
        pairs.sort_by_key(|(_, to)| to.index);
        (pairs, gone, fresh)
    }

    /// Whether nothing but the name differs, and there is something that a stranger would not share.
    fn alike(&self, old: &Field, new: &Field) -> bool {
        let telling = old.schema.description.is_some() || matches!(old.schema.kind, Kind::Ref(_));
        telling
            && self.scope == Scope::Rust
            && old.required == new.required
            && old.schema.description == new.schema.description
            && old.schema.example == new.schema.example
            && rust::parameter(self.old, old) == rust::parameter(self.new, new)
    }

    fn member(&mut self, owner: Owner<'_>, way: Way, from: &Member<'a>, to: &Member<'a>) {
        let (old, new, at) = (from.field, to.field, to.address.as_str());
        // A map of all other members is another member, whatever it is called.
        let Field { wire, name, required, additional_properties: _, schema, span: _ } = new;
        if old.name != *name {
            let paths = |field| paths_of(owner, way, field, false).into_iter();
            let rust = paths(old).zip(paths(new)).filter(|(from, to)| from != to);
            let rust: Vec<String> = rust.map(|(from, to)| format!("`{from}` is `{to}`")).collect();
            let message = format!("`{}` is called `{}` in Rust, and was `{}`", wire, name, old.name);
            self.found(Rule::MEMBER_RENAMED, way, at, message, rust);
        }
        let unseen = self.scope == Scope::Wire && to.part.is_some();
        if old.wire != *wire && !unseen {
            let message = format!("it is called `{wire}` on the wire, and was `{}`", old.wire);
            self.found(Rule::WIRE_NAME, way, at, message, []);
        }
        let before = self.breaking_at(at);
        self.presence(owner, way, from, to);
        self.schema(way, at, (&old.schema, old.required), (schema, *required));
        // What changed otherwise about the type of a public field, such as a box in a cycle.
        if self.breaking_at(at) == before {
            self.field_type(owner, way, from, to);
        }
    }

    /// Required, optional, `null`.
    fn presence(&mut self, owner: Owner<'_>, way: Way, from: &Member<'a>, to: &Member<'a>) {
        let (old, new, at) = (from.field, to.field, to.address.as_str());
        let name = &new.wire;
        if old.required != new.required {
            let (rule, word) = if new.required {
                (Rule::BECAME_REQUIRED, "must be there")
            } else {
                (Rule::BECAME_OPTIONAL, "may be absent")
            };
            let rust = match owner {
                Owner::Request(path) => {
                    let ty = rust::parameter(self.new, new);
                    let (takes, setter) =
                        if new.required { ("takes", "is gone") } else { ("no longer takes", "is new") };
                    let argument = format!("`{path}::new` {takes} `{}: {ty}`", new.name.snake());
                    vec![argument, format!("`{path}::{}` {setter}", rust::names::field(&new.name))]
                }
                Owner::Record { .. } => self.retyped(owner, from, to).into_iter().collect(),
            };
            self.found(rule, way, at, format!("`{name}` {word}"), rust);
        }
        let null = |api, field: &Field| rust::is_nullable(api, &field.schema);
        let (could, can) = (null(self.old, old), null(self.new, new));
        if could != can {
            let (rule, word) =
                if can { (Rule::NULL_ALLOWED, "may") } else { (Rule::NULL_REFUSED, "can no longer") };
            let message = format!("`{name}` {word} be `null`");
            match owner {
                Owner::Request(path) if !old.required && !new.required => {
                    let verb = if can { "is new" } else { "is gone" };
                    let rust = format!("`{path}::clear_{}` {verb}", new.name.snake());
                    self.found(rule, way, at, message, [rust]);
                }
                // The type of an argument or of a public field follows, whichever way it travels.
                Owner::Request(path) => {
                    let both = Way { request: true, response: true };
                    let rust = format!("`{path}::new` takes another type as `{}`", new.name.snake());
                    self.found(rule, both, at, message, [rust]);
                }
                Owner::Record { .. } => {
                    let both = Way { request: true, response: true };
                    let rust = self.retyped(owner, from, to);
                    self.found(rule, both, at, message, rust);
                }
            }
        }
    }

    /// What the type of a public field is and was.
    fn retyped(&self, owner: Owner<'_>, from: &Member<'a>, to: &Member<'a>) -> Option<String> {
        let Owner::Record { path, ids, lenient } = owner else { return None };
        let was = rust::member(self.old, &self.old_boxes, Some((ids.0, from.index)), from.field, lenient.0);
        let is = rust::member(self.new, &self.new_boxes, Some((ids.1, to.index)), to.field, lenient.1);
        let field = rust::names::field(&to.field.name);
        (was != is).then(|| format!("`{path}::{field}` is `{is}`, and was `{was}`"))
    }

    /// Lists that may be absent and fields in a cycle of types have types of their own.
    fn field_type(&mut self, owner: Owner<'_>, way: Way, from: &Member<'a>, to: &Member<'a>) {
        let Owner::Record { ids, lenient, .. } = owner else { return };
        let shape = |api, boxes: &rust::Boxes, id, member: &Member<'_>, lenient| {
            let many = rust::presence(api, member.field, lenient) == Presence::List;
            (many, boxes.contains(id, member.index))
        };
        let was = shape(self.old, &self.old_boxes, ids.0, from, lenient.0);
        let is = shape(self.new, &self.new_boxes, ids.1, to, lenient.1);
        if was != is {
            let rust = self.retyped(owner, from, to);
            let message = format!("`{}` has another type", to.field.wire);
            self.found(Rule::MEMBER_TYPE, way, &to.address, message, rust);
        }
    }

    /// Positional arguments must not change places silently.
    fn order(&mut self, owner: Owner<'_>, way: Way, at: &str, pairs: &[(Member<'a>, Member<'a>)]) {
        let sorted =
            |pairs: &[&(Member<'a>, Member<'a>)]| pairs.windows(2).all(|two| two[0].0.index < two[1].0.index);
        let all: Vec<_> = pairs.iter().collect();
        if sorted(&all) {
            return;
        }
        let required: Vec<_> =
            pairs.iter().filter(|(from, to)| from.field.required && to.field.required).collect();
        if way.request && !sorted(&required) {
            let (Owner::Request(path) | Owner::Record { path, .. }) = owner;
            let names: Vec<&str> = required.iter().map(|(_, to)| to.field.name.snake()).collect();
            let message = format!("the arguments of `new` stand in the order {}", names.join(", "));
            let rust = format!("`{path}::new` takes its arguments in another order");
            self.found(Rule::ARGUMENT_ORDER, Way::REQUEST, at, message, [rust]);
        } else {
            self.found(Rule::MEMBER_ORDER, way, at, "the members stand in another order", []);
        }
    }

    /// Rules over several members, by the names of these.
    pub(super) fn groups(
        &mut self,
        way: Way,
        at: &str,
        old: (&[Constraint], &[&str]),
        new: (&[Constraint], &[&str]),
    ) {
        let words = |(groups, wires): (&[Constraint], &[&str])| -> Vec<String> {
            let members = |group: &Constraint| {
                let mut names: Vec<&str> = group.members.iter().map(|member| *member.of(wires)).collect();
                // The first one is what needs the others.
                let from = usize::from(group.rule == ConstraintRule::DependentRequired);
                names[from..].sort_unstable();
                names.join(", ")
            };
            groups.iter().map(|group| format!("{} {}", group_rule(group.rule), members(group))).collect()
        };
        let (before, after) = (words(old), words(new));
        let address = format!("{at}.constraints");
        for rule in before.iter().filter(|rule| !after.contains(rule)) {
            self.found(Rule::GROUP_REMOVED, way, &address, format!("`{rule}` is gone"), []);
        }
        for rule in after.iter().filter(|rule| !before.contains(rule)) {
            self.found(Rule::GROUP_ADDED, way, &address, format!("`{rule}` is new"), []);
        }
    }

    fn breaking_at(&self, at: &str) -> usize {
        self.count(|change| change.address == at && change.level == Level::Breaking)
    }
}

/// What a caller writes to give or to read a member.
fn paths_of(owner: Owner<'_>, way: Way, field: &Field, with_new: bool) -> Vec<String> {
    let name = rust::names::field(&field.name);
    match owner {
        Owner::Request(path) if field.required && with_new => vec![format!("{path}::new")],
        Owner::Request(path) if field.required => vec![format!("{path}::new({name})")],
        Owner::Request(path) => vec![format!("{path}::{name}")],
        Owner::Record { path, .. } => {
            let mut paths = vec![format!("{path}::{name}")];
            if way.request && field.required && with_new {
                paths.push(format!("{path}::new"));
            } else if way.request && !field.required {
                paths.push(format!("{path}::with_{}", field.name.snake()));
            }
            paths
        }
    }
}
