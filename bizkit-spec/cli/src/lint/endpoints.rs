//! Endpoints: links, examples, summaries, responses that are only observed.

use bizkit_spec::codes::Code;
use bizkit_spec::diagnostic::{Diagnostic, Diagnostics};
use bizkit_spec::model::{Api, Content, Endpoint, Evidence, Kind, Status};

/// Longer summaries wrap in lists and menus.
const LONGEST_SUMMARY: usize = 80;

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    for endpoint in &api.endpoints {
        let mut found = |code, message: String, help: String| {
            findings.push(Diagnostic::warning(code, endpoint.span, message).help(help));
        };
        // What no page shows has no page to lead to.
        let paged = endpoint.about.seen.is_none_or(|seen| seen.source == Evidence::Page);
        if endpoint.about.docs.is_none() && paged {
            let message = format!("`{}` has no `docs`", endpoint.id);
            found(Code::MISSING_DOCS, message, "add `docs:` with the vendor's page".to_owned());
        }
        if endpoint.examples.iter().all(|example| example.status >= 400) {
            let message = format!("`{}` shows no call that succeeds", endpoint.id);
            let help = "add `examples:` with a request and its response, as the vendor's page shows them";
            found(Code::MISSING_EXAMPLE, message, help.to_owned());
        }
        if let Some(message) = summary(endpoint) {
            let help = "write a phrase that begins with a capital letter, such as `List the products`";
            found(Code::SUMMARY_STYLE, message, help.to_owned());
        }
        if let Some(status) = observed(api, endpoint) {
            let message = format!("the response {status} of `{}` is known from examples only", endpoint.id);
            let help = "look for a page that states the fields; then delete `observed`";
            found(Code::OBSERVED_ONLY, message, help.to_owned());
        }
    }
    for error in api.errors.iter().filter(|error| error.docs.is_none()) {
        let message = format!("the error code `{}` has no `docs`", error.code);
        let finding = Diagnostic::warning(Code::MISSING_DOCS, error.span, message);
        findings.push(finding.help("add `docs:` with the permalink of the code"));
    }
}

fn summary(endpoint: &Endpoint) -> Option<String> {
    let summary = endpoint.about.summary.as_deref()?;
    let what = if summary.ends_with('.') {
        "ends with a full stop"
    } else if summary.starts_with(char::is_lowercase) {
        "begins with a small letter"
    } else if summary.chars().count() > LONGEST_SUMMARY {
        "is longer than 80 characters"
    } else {
        return None;
    };
    Some(format!("the summary of `{}` {what}", endpoint.id))
}

/// The status of a success whose fields nothing states.
fn observed(api: &Api, endpoint: &Endpoint) -> Option<Status> {
    let is_observed = |content: &Content| match content {
        Content::Json(schema) => match &api.resolved(schema).kind {
            Kind::Object(object) => object.observed,
            _ => false,
        },
        _ => false,
    };
    let successes = endpoint.responses.iter().filter(|response| !response.status.is_failure());
    successes.filter(|response| is_observed(&response.content)).map(|response| response.status).next()
}
