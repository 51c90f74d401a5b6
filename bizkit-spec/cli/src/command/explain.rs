//! `explain`: the name of a finding, or of a rule of `diff`, to its page.

use super::exit::{OK, USAGE};
use super::output::Output;
use crate::diff::Rule;
use bizkit_spec::codes::Code;
use bizkit_spec::diagnostic::nearest;

pub(super) fn run(output: &mut Output, code: Option<&String>) -> u8 {
    let Some(name) = code else {
        let width = all().map(|code| code.name().len()).max().unwrap_or(0);
        let list = all().map(|code| format!("{:width$}  {}\n", code.name(), code.title()));
        output.print(&list.collect::<String>());
        return OK;
    };
    // As it stands in a finding: `error[unknown-key]`.
    let bare = name.split_once('[').map_or(name.as_str(), |(_, rest)| rest.trim_end_matches(']'));
    if let Some(code) = Code::find(bare) {
        output.print(&format!("# {}: {}\n\n{}", code.name(), code.title(), code.explanation()));
        return OK;
    }
    if let Some(rule) = Rule::find(bare) {
        let (request, response) = (rule.in_request(), rule.in_response());
        output.print(&format!(
            "# {rule}: a rule of `bizkit diff`\n\n{}\n\nIn a request: {request}. In a response: {response}.\n",
            rule.about()
        ));
        return OK;
    }
    Output::error(&format!("error: no finding is called `{bare}`"));
    Output::error(&match nearest(bare, names()) {
        Some(near) => format!("help: did you mean `{near}`?"),
        None => "help: `bizkit explain` lists them all".to_owned(),
    });
    USAGE
}

/// All that has a page.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    all().map(Code::name).chain(Rule::ALL.iter().map(|rule| rule.name()))
}

fn all() -> impl Iterator<Item = Code> {
    Code::ALL.iter().chain(Code::LINTS).copied()
}
