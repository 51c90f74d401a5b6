//! Shared types: used somewhere, and described.

use bizkit_spec::codes::Code;
use bizkit_spec::diagnostic::{Diagnostic, Diagnostics};
use bizkit_spec::model::Api;

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    for def in api.types.iter().filter(|def| def.module.is_empty()) {
        let name = def.name.pascal();
        if !def.in_request && !def.in_response {
            let message = format!("no call uses `{name}`");
            let help = "delete it, or use it where the value stands";
            findings.push(Diagnostic::warning(Code::UNUSED_TYPE, def.span, message).help(help));
        }
    }
    for def in api.types.iter().filter(|def| def.in_request || def.in_response) {
        if def.schema.description.is_none() && def.module.is_empty() {
            let message = format!("nothing says what `{}` is", def.name.pascal());
            let help = "add `description:` in your own words";
            findings.push(Diagnostic::warning(Code::MISSING_DESCRIPTION, def.span, message).help(help));
        }
    }
}
