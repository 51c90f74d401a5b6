//! The walk over two models: what was found so far, and which types stand in each other's place.

use super::{Change, Level, Rule};
use bizkit_spec::model::{Api, Endpoint, TypeDef, TypeId};
use bizkit_spec::rust::{self, Boxes};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What counts as a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// Everything that a caller in Rust may notice.
    Rust,
    /// Only what travels: types are compared where they stand, whatever they are called.
    Wire,
}

/// Which way a value travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) request: bool,
    pub(super) response: bool,
}

impl Way {
    pub(super) const REQUEST: Self = Self { request: true, response: false };
    pub(super) const RESPONSE: Self = Self { request: false, response: true };
    /// What has no direction, such as a host.
    pub(super) const NONE: Self = Self::REQUEST;

    /// The ways of a type in either model.
    fn of(old: &TypeDef, new: &TypeDef) -> Self {
        Self { request: old.in_request || new.in_request, response: old.in_response || new.in_response }
    }
}

pub(super) struct Walk<'a> {
    pub(super) old: &'a Api,
    pub(super) new: &'a Api,
    pub(super) old_boxes: Boxes,
    pub(super) new_boxes: Boxes,
    pub(super) scope: Scope,
    changes: Vec<Change>,
    /// Pairs of types to be compared, with the address at which they were met first.
    open: VecDeque<(TypeId, TypeId, String)>,
    pairs: BTreeSet<(TypeId, TypeId)>,
    /// Types by their paths, to see which are new and which are gone.
    old_paths: BTreeMap<String, TypeId>,
    new_paths: BTreeMap<String, TypeId>,
    renamed: BTreeMap<TypeId, TypeId>,
}

fn paths(api: &Api) -> BTreeMap<String, TypeId> {
    api.type_ids().map(|id| (rust::type_path(api, id), id)).collect()
}

impl<'a> Walk<'a> {
    pub(super) fn new(old: &'a Api, new: &'a Api, scope: Scope) -> Self {
        Self {
            old,
            new,
            old_boxes: Boxes::of(old),
            new_boxes: Boxes::of(new),
            scope,
            changes: Vec::new(),
            open: VecDeque::new(),
            pairs: BTreeSet::new(),
            old_paths: paths(old),
            new_paths: paths(new),
            renamed: BTreeMap::new(),
        }
    }

    pub(super) fn run(mut self) -> Vec<Change> {
        self.api();
        self.endpoints();
        self.drain();
        // What no call reaches is still there to be used.
        for (path, old) in self.old_paths.clone() {
            match self.new_paths.get(&path).copied() {
                Some(new) => {
                    self.pair(old, new, &path);
                    self.drain();
                }
                None if self.renamed.contains_key(&old) => {}
                None => {
                    let message = format!("the type `{path}` is gone");
                    let address = Self::type_address(self.old, old, &path);
                    self.found(
                        Rule::TYPE_REMOVED,
                        Way::NONE,
                        &address,
                        message,
                        [format!("`{path}` is gone")],
                    );
                }
            }
        }
        for (path, new) in self.new_paths.clone() {
            if !self.old_paths.contains_key(&path) && !self.renamed.values().any(|id| *id == new) {
                let message = format!("the type `{path}` is new");
                let address = Self::type_address(self.new, new, &path);
                self.found(Rule::TYPE_ADDED, Way::NONE, &address, message, [format!("`{path}` is new")]);
            }
        }
        self.sorted()
    }

    fn sorted(mut self) -> Vec<Change> {
        self.changes.sort_by(|a, b| (&a.address, a.rule.name()).cmp(&(&b.address, b.rule.name())));
        // A response and the type inline in it have one description.
        self.changes.dedup_by(|b, a| {
            a == b || (a.rule == Rule::TEXT && (a.rule, &a.address) == (b.rule, &b.address))
        });
        self.changes
    }

    /// One call, with the types that it reaches.
    pub(super) fn run_call(mut self, old: &'a Endpoint, new: &'a Endpoint) -> Vec<Change> {
        self.endpoint(old, new);
        self.drain();
        self.sorted()
    }

    /// `types/Email` for a shared type, else where it stands in Rust.
    fn type_address(api: &Api, id: TypeId, path: &str) -> String {
        let def = api.type_def(id);
        if def.module.is_empty() { format!("types/{}", def.name.pascal()) } else { path.to_owned() }
    }

    fn drain(&mut self) {
        while let Some((old, new, address)) = self.open.pop_front() {
            let way = Way::of(self.old.type_def(old), self.new.type_def(new));
            self.definition(&address, way, old, new);
        }
    }

    /// Notes a change.
    pub(super) fn found(
        &mut self,
        rule: Rule,
        way: Way,
        address: &str,
        message: impl Into<String>,
        rust: impl IntoIterator<Item = String>,
    ) {
        let request = way.request.then_some(rule.in_request());
        let response = way.response.then_some(rule.in_response());
        let level = request.max(response).unwrap_or(Level::Cosmetic);
        let change = Change {
            rule,
            level,
            address: address.to_owned(),
            message: message.into(),
            rust: rust.into_iter().collect(),
        };
        self.changes.push(change);
    }

    /// Two types stand in the same place. `true` where they are the same type, perhaps under a new name.
    pub(super) fn pair(&mut self, old: TypeId, new: TypeId, address: &str) -> bool {
        let (before, after) = (rust::type_path(self.old, old), rust::type_path(self.new, new));
        let same = before == after;
        let sure = !self.new_paths.contains_key(&before) && !self.old_paths.contains_key(&after);
        if !same && !sure && self.scope == Scope::Rust {
            return false;
        }
        let def = self.new.type_def(new);
        // A type that is not shared is known by the place where it stands.
        let address = if def.module.is_empty() && self.scope == Scope::Rust {
            format!("types/{}", def.name.pascal())
        } else {
            address.to_owned()
        };
        if !same && sure && self.renamed.insert(old, new).is_none() {
            let message = format!("`{before}` is called `{after}`");
            let rust = format!("`{before}` is `{after}`");
            self.found(Rule::TYPE_RENAMED, Way::NONE, &address, message, [rust]);
        }
        if self.pairs.insert((old, new)) {
            self.open.push_back((old, new, address));
        }
        true
    }

    /// How many changes of a kind were found so far.
    pub(super) fn count(&self, wanted: impl Fn(&Change) -> bool) -> usize {
        self.changes.iter().filter(|change| wanted(change)).count()
    }
}
