//! Characters that look like another one or like nothing: found where they stand, with their names.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::SourceMap;
use crate::visible;

/// Whether nobody sees the character, or it turns around what stands beside it: no text of a spec may hold it as it is.
pub(crate) fn is_invisible(c: char) -> bool {
    // YAML takes the two separators for ends of lines.
    visible::is_hidden(c) && !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}')
}

/// What a character is called that the eye takes for a blank or a quote.
fn look_alike(c: char) -> Option<(&'static str, &'static str)> {
    Some(match c {
        '\u{a0}' | '\u{2007}' | '\u{202f}' => {
            ("a blank that keeps words together", "write an ordinary blank")
        }
        '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => {
            ("a blank of another width", "write an ordinary blank")
        }
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201c}'..='\u{201e}' => {
            ("a printed quotation mark", "write `\"` where YAML should see a quote")
        }
        _ => return None,
    })
}

/// Names such characters in every finding about a text that holds one; for broken YAML, about its line.
pub(crate) fn name_look_alikes(sources: &SourceMap, findings: Diagnostics) -> Diagnostics {
    let named = |finding: Diagnostic| {
        let text = &sources.file(finding.span.file).text;
        let place = finding.span.start as usize..finding.span.end as usize;
        let whole_line = [Code::YAML_SYNTAX, Code::UNQUOTED_TEXT].contains(&finding.code);
        let shown =
            if whole_line { sources.line_text(finding.span) } else { text.get(place).unwrap_or_default() };
        let found = shown.chars().find_map(|c| Some((c, look_alike(c)?)));
        match found {
            Some((c, (name, help))) => {
                finding.help(format!("the text holds U+{:04X}, {name}: {help}", u32::from(c)))
            }
            None => finding,
        }
    };
    findings.into_iter().map(named).collect()
}
