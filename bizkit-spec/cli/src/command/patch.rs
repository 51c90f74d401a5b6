//! Two texts to a patch: what goes in red, what comes in green.

use bizkit_spec::render::Colour;
use bizkit_spec::visible;
use similar::TextDiff;

/// A unified diff of a file. A text that is `None` is a file that is not there.
pub(super) fn unified(path: &str, old: Option<&str>, new: Option<&str>, colour: Colour) -> String {
    let name = |side: &str, text: Option<&str>| match text {
        Some(_) => format!("{side}/{}", visible::line(path)),
        None => "/dev/null".to_owned(),
    };
    let diff = TextDiff::from_lines(old.unwrap_or_default(), new.unwrap_or_default());
    let text = diff.unified_diff().context_radius(3).header(&name("a", old), &name("b", new)).to_string();
    // A patch is for people; `--write` needs none.
    let text = visible::lines(&text);
    if colour == Colour::Never {
        return text.into_owned();
    }
    let mut out = String::new();
    for line in text.lines() {
        let sequence = match line.as_bytes() {
            [b'-', b'-', b'-', ..] | [b'+', b'+', b'+', ..] => "1",
            [b'-', ..] => "31",
            [b'+', ..] => "32",
            [b'@', ..] => "36",
            _ => "",
        };
        if sequence.is_empty() {
            out.push_str(line);
        } else {
            out.extend(["\u{1b}[", sequence, "m", line, "\u{1b}[0m"]);
        }
        out.push('\n');
    }
    out
}
