//! The graph of types that hold each other without an indirection: where a `Box` must break a cycle.

use crate::model::{Api, Kind, Schema, TypeId};
use std::collections::BTreeSet;

/// The members that must be boxed: owner and index of its field or variant.
#[derive(Debug, Default)]
pub struct Boxes(BTreeSet<(TypeId, usize)>);

impl Boxes {
    /// One box per cycle: on the member that leads back to a type that is still being visited.
    pub fn of(api: &Api) -> Self {
        let mut walk = Walk { api, state: vec![State::New; api.types.len()], boxes: BTreeSet::new() };
        for id in api.type_ids() {
            walk.visit(id);
        }
        Self(walk.boxes)
    }

    /// Whether this member of `owner` is boxed.
    pub fn contains(&self, owner: TypeId, member: usize) -> bool {
        self.0.contains(&(owner, member))
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Open,
    Done,
}

struct Walk<'a> {
    api: &'a Api,
    state: Vec<State>,
    boxes: BTreeSet<(TypeId, usize)>,
}

impl Walk<'_> {
    /// Looks at a type and at all that it holds. A list of open types instead of a recursion: the way may be as long
    /// as the specs.
    fn visit(&mut self, start: TypeId) {
        if self.state[start.0] != State::New {
            return;
        }
        self.state[start.0] = State::Open;
        let mut way = vec![(start, 0)];
        while let Some((id, index)) = way.last_mut() {
            let (owner, member) = (*id, *index);
            let Some(target) = held(self.api, owner, member) else {
                self.state[owner.0] = State::Done;
                way.pop();
                continue;
            };
            *index += 1;
            match target.map(|target| (target, self.state[target.0])) {
                Some((_, State::Open)) => {
                    self.boxes.insert((owner, member));
                }
                Some((target, State::New)) => {
                    self.state[target.0] = State::Open;
                    way.push((target, 0));
                }
                Some((_, State::Done)) | None => {}
            }
        }
    }
}

/// The type that a member holds without an indirection; `None` behind the last member. Lists and maps are an
/// indirection of their own.
#[expect(clippy::option_option, reason = "a member may hold no type, and there may be no member")]
fn held(api: &Api, owner: TypeId, member: usize) -> Option<Option<TypeId>> {
    let schema = match &api.type_def(owner).schema.kind {
        Kind::Object(object) => Some(&object.fields.get(member)?.schema),
        Kind::Union(union) => union.variants.get(member)?.schema.as_ref(),
        _ => return None,
    };
    Some(match schema {
        Some(Schema { kind: Kind::Ref(target), .. }) => Some(*target),
        _ => None,
    })
}
