//! Foreign text to text that a terminal or a log shows and does not obey: what servers say comes in, and every
//! character that nobody would see becomes one that everybody sees.

use std::fmt::{self, Write};

/// A character as it is shown: a picture of a control character, a replacement for what else cannot be seen.
pub(crate) fn character(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        c if is_hidden(c) => '\u{fffd}',
        c => c,
    }
}

/// Whether a character moves the cursor, reorders what follows, ends a line, or takes no room. Joiners stay: scripts
/// and pictures are written with them.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// A writer that shows all that goes through it.
pub(crate) struct Visible<'a, 'f>(pub(crate) &'a mut fmt::Formatter<'f>);

impl Write for Visible<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if !text.contains(is_hidden) {
            return self.0.write_str(text);
        }
        text.chars().try_for_each(|c| self.0.write_char(character(c)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "sandbox")]
    #[test]
    fn specs_and_responses_are_shown_alike() {
        for c in '\0'..=char::MAX {
            assert_eq!(character(c), bizkit_spec::visible::character(c), "{c:?}");
        }
    }

    #[test]
    fn nothing_hidden_goes_through() {
        struct Foreign;
        impl fmt::Display for Foreign {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let foreign = "\u{1b}[2J\r\n\u{202e}\u{200b}ř";
                write!(Visible(f), "a {foreign} b")
            }
        }
        assert_eq!(Foreign.to_string(), "a ␛[2J␍␊\u{fffd}\u{fffd}ř b");
    }
}
