//! Rules over the whole model. Every finding is reported; what passes is an [`Api`] that back ends
//! need not doubt.

mod branches;
mod collisions;
mod headers;
mod limits;
mod recursion;
mod unions;
mod usage;
mod values;
mod wire;

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Api, Kind};
use crate::read::Reading;
use crate::source::Span;
use std::collections::BTreeSet;

/// Completes the model and reports what breaks a rule.
pub(crate) fn check(reading: Reading) -> (Api, Diagnostics) {
    let Reading { mut api, values, doubtful, findings: mut before } = reading;
    let mut findings = Diagnostics::default();
    let cut = branches::cut(&mut api, &mut findings);
    unions::check(&mut api, &cut, &mut findings);
    usage::mark(&mut api);
    check_key(&api, &mut findings);
    collisions::check(&api, &mut findings);
    wire::check(&api, &mut findings);
    limits::check(&api, &mut findings);
    headers::check(&api, &mut findings);
    // Beside a stand-in for a type without end, an example would be judged by less than was written.
    if recursion::check(&mut api, &mut findings) && cut.is_empty() {
        values::check(&api, &values, &mut findings);
    }
    let doubtful: BTreeSet<_> = doubtful.into_iter().map(Span::order).collect();
    findings.retain(|finding| !doubtful.contains(&finding.span.order()));
    before.append_later(findings);
    before.sort();
    (api, before)
}

/// A key is a text that is never shown.
fn check_key(api: &Api, findings: &mut Diagnostics) {
    let Some(key) = &api.key else { return };
    let def = api.type_def(key.ty);
    let text = matches!(def.schema.kind, Kind::String(_));
    if text && def.schema.sensitive {
        return;
    }
    let (what, help) = if text {
        ("is not `sensitive`", "add `sensitive: true`, so that no key is ever shown")
    } else {
        ("is not a string", "write `type: string` with `sensitive: true`")
    };
    let message = format!("`{}` is the type of the API's key, but {what}", def.name.pascal());
    findings.push(Diagnostic::error(Code::KEY_TYPE, def.span, message).help(help));
}

#[cfg(test)]
mod tests;
