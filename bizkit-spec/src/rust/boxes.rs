//! The graph of types that hold each other without an indirection: where a `Box` must break a cycle.

use crate::model::{Api, TypeId};
use crate::types::{Kind, Schema};
use std::collections::BTreeSet;

/// The members that must be boxed: owner and index of its field or variant.
#[derive(Debug, Default)]
pub struct Boxes(BTreeSet<(TypeId, usize)>);

impl Boxes {
    /// One box per cycle: on the member that leads back to a type that is still being visited.
    pub fn of(api: &Api) -> Self {
        let mut walk = Walk { api, state: vec![State::New; api.types.len()], boxes: BTreeSet::new() };
        for index in 0..api.types.len() {
            walk.visit(TypeId(index));
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
    fn visit(&mut self, id: TypeId) {
        if self.state[id.0] != State::New {
            return;
        }
        self.state[id.0] = State::Open;
        let api = self.api;
        let members: Vec<Option<&Schema>> = match &api.type_def(id).schema.kind {
            Kind::Object(object) => object.fields.iter().map(|field| Some(&field.schema)).collect(),
            Kind::Union(union) => union.variants.iter().map(|variant| variant.schema.as_ref()).collect(),
            _ => Vec::new(),
        };
        for (index, schema) in members.into_iter().enumerate() {
            // Lists and maps are an indirection of their own.
            let Some(Schema { kind: Kind::Ref(target), .. }) = schema else { continue };
            if self.state[target.0] == State::Open {
                self.boxes.insert((id, index));
            } else {
                self.visit(*target);
            }
        }
        self.state[id.0] = State::Done;
    }
}
