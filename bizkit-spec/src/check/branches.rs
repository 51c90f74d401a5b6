//! Unions in the branches of unions: a branch that leads back to its own union is refused and taken out of the
//! model, so that every walk from branch to branch ends.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Api, Kind, Schema, TypeId, Variant};
use std::collections::BTreeSet;

/// Most unions that may stand in each other's branches: one value is looked at by all of them.
const MAX_NESTED: usize = 16;

/// Most names that the way round a cycle shows.
const SHOWN: usize = 8;

/// A branch: its union, and its place there.
pub(super) type Branch = (TypeId, usize);

/// Refuses branches that lead back, and gives them; free JSON stands in for each.
pub(super) fn cut(api: &mut Api, findings: &mut Diagnostics) -> BTreeSet<Branch> {
    let mut walk = Walk { api, heights: vec![None; api.types.len()], cut: BTreeSet::new(), findings };
    for index in 0..walk.api.types.len() {
        walk.visit(TypeId(index));
    }
    let cut = walk.cut;
    for (id, index) in &cut {
        if let Kind::Union(union) = &mut api.types[id.0].schema.kind {
            union.variants[*index].schema = Some(Schema::plain(Kind::Json));
        }
    }
    cut
}

struct Walk<'a> {
    api: &'a Api,
    /// How many unions stand in each other below a union, once it was looked at.
    heights: Vec<Option<usize>>,
    /// The branches that were refused.
    cut: BTreeSet<Branch>,
    findings: &'a mut Diagnostics,
}

/// A union whose branches are being looked at.
struct Open {
    id: TypeId,
    /// The branch that comes next.
    next: usize,
    height: usize,
}

impl Walk<'_> {
    /// Looks at a union and at all that its branches lead to. A list of open unions instead of a recursion: the
    /// way may be as long as the specs.
    fn visit(&mut self, start: TypeId) {
        if self.heights[start.0].is_some() {
            return;
        }
        let api = self.api;
        let mut way = vec![Open { id: start, next: 0, height: 0 }];
        let mut open = BTreeSet::from([start]);
        while let Some(last) = way.last_mut() {
            let variant = match &api.type_def(last.id).schema.kind {
                Kind::Union(union) => union.variants.get(last.next),
                _ => None,
            };
            let Some(variant) = variant else {
                self.heights[last.id.0] = Some(last.height);
                open.remove(&last.id);
                way.pop();
                continue;
            };
            let branch = (last.id, last.next);
            match target(api, variant) {
                Some(target) if open.contains(&target) => self.refuse_cycle(&way, target, branch, variant),
                Some(target) => match self.heights[target.0] {
                    Some(height) if height + 1 > MAX_NESTED => self.refuse_depth(branch, variant),
                    Some(height) => last.height = last.height.max(height + 1),
                    None => {
                        open.insert(target);
                        way.push(Open { id: target, next: 0, height: 0 });
                        continue;
                    }
                },
                None => {}
            }
            if let Some(last) = way.last_mut() {
                last.next += 1;
            }
        }
    }

    fn refuse_cycle(&mut self, way: &[Open], target: TypeId, branch: Branch, variant: &Variant) {
        let name = |id: TypeId| self.api.type_def(id).name.pascal();
        let round = way.iter().map(|open| open.id).skip_while(|id| *id != target);
        let mut names: Vec<String> = round.map(name).collect();
        if names.len() > SHOWN {
            names.truncate(SHOWN - 1);
            names.push("..".to_owned());
        }
        names.push(name(target));
        let message = format!(
            "the branch `{}` leads back to the union `{}`, so nothing says which branch a value is",
            variant.name.pascal(),
            name(target)
        );
        self.findings.push(
            Diagnostic::error(Code::ENDLESS_TYPE, variant.span, message)
                .label(names.join(" -> "))
                .help("describe what the branch holds: a field of an object may be of the union again"),
        );
        self.cut.insert(branch);
    }

    fn refuse_depth(&mut self, branch: Branch, variant: &Variant) {
        let message = format!("more than {MAX_NESTED} unions stand in each other's branches");
        self.findings.push(
            Diagnostic::error(Code::TOO_DEEP, variant.span, message)
                .help("give one union all branches, each with a value of its own"),
        );
        self.cut.insert(branch);
    }
}

/// The union that a branch is.
fn target(api: &Api, variant: &Variant) -> Option<TypeId> {
    match variant.schema.as_ref()?.kind {
        Kind::Ref(id) if matches!(api.type_def(id).schema.kind, Kind::Union(_)) => Some(id),
        _ => None,
    }
}
