//! Foreign text to text that a terminal, a log or a continuous-integration runner shows and does not obey.
//!
//! A spec, a document, a file's name and a request may hold characters that steer what shows them: escape sequences,
//! marks of direction, characters without a width, words that a runner takes for its commands. Every door
//! through which such text goes to people asks this module.

use std::borrow::Cow;

/// Text on one line: the ends of lines become visible, too.
///
/// ```
/// use bizkit_spec::visible;
///
/// assert_eq!(visible::line("red: \u{1b}[31m"), "red: ␛[31m");
/// assert_eq!(visible::line("two\nlines"), "two␊lines");
/// assert_eq!(visible::line("::error::no"), ": :error::no");
/// ```
pub fn line(text: &str) -> Cow<'_, str> {
    changed(text, is_hidden)
}

/// Text on several lines: tabs and the ends of lines stay as they are.
pub fn lines(text: &str) -> Cow<'_, str> {
    changed(text, |c| is_hidden(c) && !matches!(c, '\n' | '\t'))
}

/// A character by its number, as a text in double quotes holds it in YAML.
pub fn yaml(c: char) -> String {
    match u32::from(c) {
        code @ 0..=0xff => format!("\\x{code:02x}"),
        code @ 0x100..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

/// Whether `##`, which stands before this text, would make a runner's command of it: `##[error]`, `##vso[task]`.
pub fn is_command(text: &str) -> bool {
    text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).starts_with('[')
}

/// A character as it is shown: a picture of a control character, a replacement for what else cannot be seen.
pub fn character(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        c if is_hidden(c) => '\u{fffd}',
        c => c,
    }
}

/// Whether a character moves the cursor, reorders what follows, ends a line, or takes no room. Joiners stay: scripts
/// and pictures are written with them.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

fn changed(text: &str, hidden: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&hidden) && !text.contains("::") && !text.contains("##") {
        return Cow::Borrowed(text);
    }
    let shown: String = text.chars().map(|c| if hidden(c) { character(c) } else { c }).collect();
    Cow::Owned(shown.split_inclusive('\n').map(disarmed).collect())
}

/// A line that no runner takes for a command, such as `::error::` at its beginning or `##[error]` anywhere.
fn disarmed(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 1);
    let blank = line.len() - line.trim_start().len();
    let (before, mut rest) = line.split_at(blank);
    out.push_str(before);
    if let Some(behind) = rest.strip_prefix("::") {
        let named = behind.starts_with(|c: char| c.is_ascii_alphabetic()) && behind.contains("::");
        out.push_str(if named { ": :" } else { "::" });
        rest = behind;
    }
    while let Some(at) = rest.find("##") {
        let (before, behind) = (&rest[..at], &rest[at + 1..]);
        out.push_str(before);
        out.push_str(if is_command(&behind[1..]) { "# " } else { "#" });
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_becomes_visible() {
        for (text, shown) in [
            ("\u{1b}]0;title\u{7}", "␛]0;title␇"),
            ("\u{9b}31m", "\u{fffd}31m"),
            ("a\rb\u{8}c\0\u{7f}", "a␍b␈c␀␡"),
            ("\u{202e}txt.exe\u{2066}", "\u{fffd}txt.exe\u{fffd}"),
            ("a\u{200b}b\u{feff}c\u{2028}d", "a\u{fffd}b\u{fffd}c\u{fffd}d"),
            ("\u{e0041}", "\u{fffd}"),
            ("tab\there\nand", "tab␉here␊and"),
            ("Dvořák, 日本, 👨\u{200d}👩", "Dvořák, 日本, 👨\u{200d}👩"),
        ] {
            assert_eq!(line(text), shown, "{text:?}");
        }
        assert_eq!(lines("a\tb\r\nc\u{1b}"), "a\tb␍\nc␛");
    }

    #[test]
    fn no_line_is_a_command_of_a_runner() {
        for (text, shown) in [
            ("::error::x", ": :error::x"),
            ("a::b", "a::b"),
            ("ok\n  ::set-output name=a::b\n::1", "ok\n  : :set-output name=a::b\n::1"),
            ("x ##[add-mask]y", "x # #[add-mask]y"),
            ("x ##[error]y ##vso[task.x]", "x # #[error]y # #vso[task.x]"),
            ("## Title", "## Title"),
            ("###[a]", "## #[a]"),
        ] {
            assert_eq!(lines(text), shown, "{text:?}");
        }
    }
}
