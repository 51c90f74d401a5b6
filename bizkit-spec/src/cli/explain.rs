//! `explain`: the name of a finding to its page.

use super::output::Output;
use super::{OK, USAGE};
use bizkit_spec::codes::Code;
use bizkit_spec::diagnostic::nearest;

pub(super) fn run(output: &mut Output, code: Option<&String>) -> u8 {
    let Some(name) = code else {
        let width = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or(0);
        let list = Code::ALL.iter().map(|code| format!("{:width$}  {}\n", code.name(), code.title()));
        output.print(&list.collect::<String>());
        return OK;
    };
    // As it stands in a finding: `error[unknown-key]`.
    let bare = name.split_once('[').map_or(name.as_str(), |(_, rest)| rest.trim_end_matches(']'));
    if let Some(code) = Code::find(bare) {
        output.print(&format!("# {}: {}\n\n{}", code.name(), code.title(), code.explanation()));
        return OK;
    }
    Output::error(&format!("error: no finding is called `{bare}`"));
    Output::error(&match nearest(bare, Code::ALL.iter().map(|code| code.name())) {
        Some(near) => format!("help: did you mean `{near}`?"),
        None => "help: `cargo spec explain` lists them all".to_owned(),
    });
    USAGE
}
