//! Checks the whole model and reports every finding; what passes is a [`Checked`] model.

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
use std::collections::BTreeSet;
use std::ops::Deref;

/// A model that keeps every rule, so that back ends have no failing path of their own. Nothing but this module makes one.
#[derive(Debug, Clone)]
pub struct Checked<T>(T);

impl Checked<Api> {
    /// The model as checked, unless there are errors.
    #[expect(clippy::result_large_err, reason = "called once for a folder, and both sides are kept")]
    pub(crate) fn new(api: Api, findings: &Diagnostics) -> Result<Self, Api> {
        if findings.has_errors() { Err(api) } else { Ok(Self(api)) }
    }
}

impl<T> Deref for Checked<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// A model with placeholders wherever something was wrong. For a generator, which must emit what it can after an error,
/// so that one mistake does not become forty, and for whoever mends specs.
#[derive(Debug, Clone, Copy)]
pub struct PartialApi<'a>(&'a Api);

impl<'a> PartialApi<'a> {
    pub(crate) fn new(api: &'a Api) -> Self {
        Self(api)
    }

    /// The model.
    pub fn get(self) -> &'a Api {
        self.0
    }
}

/// Completes the model and reports what breaks a rule.
pub(crate) fn check(reading: Reading) -> (Api, Diagnostics) {
    let Reading { mut api, values, poisoned, findings: mut before } = reading;
    let mut findings = Diagnostics::default();
    let cut = branches::cut(&mut api, &mut findings);
    unions::check(&mut api, &cut, &mut findings);
    usage::mark(&mut api);
    check_key(&api, &mut findings);
    collisions::check(&api, &mut findings);
    wire::check(&api, &mut findings);
    limits::check(&api, &mut findings);
    headers::check(&api, &mut findings);
    // Beside a placeholder for a type without end, an example would be judged by less than was written.
    if recursion::check(&mut api, &mut findings) && cut.is_empty() {
        values::check(&api, &values, &mut findings);
    }
    let poisoned: BTreeSet<_> = poisoned.into_iter().collect();
    findings.retain(|finding| !poisoned.contains(&finding.span));
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
