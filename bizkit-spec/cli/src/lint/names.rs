//! Names that hide what every Rust file has at hand.

use bizkit_spec::codes::Code;
use bizkit_spec::diagnostic::{Diagnostic, Diagnostics};
use bizkit_spec::model::Api;

/// What the prelude of Rust names, and what a caller of the client names in every file.
const AT_HAND: [&str; 47] = [
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "Error",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
    "Client",
    "Decimal",
    "Json",
];

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    let requests = api.endpoints.iter().map(|endpoint| (&endpoint.name, endpoint.span, "request"));
    let types = api.types.iter().map(|def| (&def.name, def.span, "type"));
    for (name, span, what) in requests.chain(types) {
        let name = name.pascal();
        if !AT_HAND.contains(&name.as_str()) {
            continue;
        }
        let message = format!("the {what} `{name}` hides what Rust or the client calls `{name}`");
        let help = match what {
            "type" => "rename it; an inline type is named by `title`",
            _ => "give it another name in Rust: add `name: SendMessage`, with a word for what it is about",
        };
        findings.push(Diagnostic::warning(Code::HIDING_NAME, span, message).help(help));
    }
}
