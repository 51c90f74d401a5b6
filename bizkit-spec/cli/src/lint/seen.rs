//! What nobody has seen for a year, counted from the newest date in the specs: a lint asks no clock.

use bizkit_spec::codes::Code;
use bizkit_spec::diagnostic::{Diagnostic, Diagnostics};
use bizkit_spec::model::{Api, Seen};
use bizkit_spec::source::Span;

/// Months after which something is looked at again.
const LONG: u32 = 12;

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    let calls = api.endpoints.iter().map(|one| (one.about.seen, one.span, one.id.clone()));
    let types = api.types.iter().map(|one| (one.schema.seen, one.span, one.name.pascal()));
    let dated: Vec<(Seen, Span, String)> =
        calls.chain(types).filter_map(|(seen, span, name)| Some((seen?, span, name))).collect();
    let Some(newest) = dated.iter().map(|(seen, ..)| seen.on).max() else { return };
    for (seen, span, name) in dated.iter().filter(|(seen, ..)| newest.months_since(seen.on) >= LONG) {
        let message = format!("nobody has seen `{name}` since {}, and the newest date is {newest}", seen.on);
        let help = "look whether it still holds, and renew `seen`";
        findings.push(Diagnostic::warning(Code::LONG_UNSEEN, *span, message).help(help));
    }
}
