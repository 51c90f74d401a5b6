//! The model to advice: what is allowed and still makes an API harder to use.
//!
//! A lint that does not hold somewhere is declined there with a reason: `allow: { rule: reason }` in an
//! endpoint, in a type, in a member, or in `api.yaml` for the whole API.

mod endpoints;
mod examples;
mod members;
mod names;
mod pages;
mod paths;
mod repeats;
mod seen;
mod types;

#[cfg(test)]
mod tests;

use bizkit_spec::Checked;
use bizkit_spec::codes::Code;
use bizkit_spec::diagnostic::{Diagnostic, Diagnostics};
use bizkit_spec::model::{Allowance, Api};
use bizkit_spec::source::Span;

/// What every lint says of an API, sorted by file and place; what is declined is left out.
///
/// ```
/// use bizkit_cli::lint::lint;
/// use bizkit_spec::Specs;
///
/// let api = "title: Shop\nbaseUrl: https://api.example.com";
/// let types = "Unused: { type: string, description: Nobody asks for it }";
/// let specs = Specs::from_texts([("api.yaml", api), ("types/a.yaml", types)]);
/// let findings = lint(specs.api().unwrap());
/// assert_eq!(findings.iter().next().unwrap().code.name(), "unused-type");
/// ```
pub fn lint(api: &Checked<Api>) -> Diagnostics {
    let mut findings = Diagnostics::default();
    endpoints::check(api, &mut findings);
    paths::check(api, &mut findings);
    names::check(api, &mut findings);
    examples::check(api, &mut findings);
    types::check(api, &mut findings);
    members::check(api, &mut findings);
    repeats::check(api, &mut findings);
    pages::check(api, &mut findings);
    seen::check(api, &mut findings);
    let mut used = vec![false; api.allowances.len()];
    findings.retain(|finding| {
        let declined =
            |allowance: &Allowance| allowance.rule == finding.code && covers(allowance, finding.span);
        // The nearest one counts: the others may be of no use.
        let nearest = api.allowances.iter().enumerate().filter(|(_, allowance)| declined(allowance));
        let nearest = nearest.min_by_key(|(_, allowance)| {
            allowance.covers.map_or(u32::MAX, |span| span.end.saturating_sub(span.start))
        });
        if let Some((index, _)) = nearest {
            used[index] = true;
        }
        nearest.is_none()
    });
    for (allowance, _) in api.allowances.iter().zip(&used).filter(|(_, used)| !**used) {
        let message = format!("`{}` finds nothing here", allowance.rule);
        findings.push(
            Diagnostic::warning(Code::UNUSED_ALLOWANCE, allowance.span, message).help("delete the line"),
        );
    }
    findings.sort();
    findings
}

fn covers(allowance: &Allowance, place: Span) -> bool {
    allowance
        .covers
        .is_none_or(|span| span.file == place.file && span.start <= place.start && place.start <= span.end)
}
