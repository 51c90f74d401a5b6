//! Types that are written twice.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Api, TypeDef};
use crate::rust;
use crate::types::Kind;
use std::collections::BTreeMap;

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    let mut seen: BTreeMap<Vec<String>, &TypeDef> = BTreeMap::new();
    for def in &api.types {
        let Some(shape) = shape(api, def) else { continue };
        let Some(first) = seen.get(&shape) else {
            seen.insert(shape, def);
            continue;
        };
        let (name, other) = (def.name.pascal(), first.name.pascal());
        let message = if name == other {
            format!("`{name}` is written twice")
        } else {
            format!("`{name}` is the same as `{other}`")
        };
        findings.push(
            Diagnostic::warning(Code::REPEATED_TYPE, def.span, message)
                .related(first.span, "the first one")
                .help("define it once under `specs/types` and use its name in both places"),
        );
    }
}

/// What makes two types alike: members with their types, or values. Small ones are alike by chance.
fn shape(api: &Api, def: &TypeDef) -> Option<Vec<String>> {
    let mut shape: Vec<String> = match &def.schema.kind {
        Kind::Object(object) if object.fields.len() > 2 => {
            let member = |field: &crate::model::Field| {
                let ty = rust::value(api, &field.schema);
                format!("{}: {ty} {} {}", field.wire, field.required, field.schema.nullable)
            };
            object.fields.iter().map(member).collect()
        }
        Kind::Enum(list) if list.values.len() > 2 => {
            list.values.iter().map(|value| value.wire.clone()).collect()
        }
        _ => return None,
    };
    shape.sort_unstable();
    Some(shape)
}
