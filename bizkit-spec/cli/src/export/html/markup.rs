//! Elements and texts to HTML. Whatever comes in as text is escaped where it is written, so nothing foreign becomes markup.

use bizkit_spec::visible;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// HTML under construction.
///
/// End tags that HTML lets out are left out: the page describes thousands of members, and they are a tenth of it.
#[derive(Debug, Default)]
pub(super) struct Html {
    out: String,
}

/// The attributes of an element.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

impl Html {
    /// An element and what is in it.
    pub(super) fn tag(
        &mut self,
        name: &'static str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) {
        self.void(name, attributes);
        inside(self);
        // Nothing but elements of the same kind, or the end of the list, follows these.
        if !matches!(name, "dt" | "dd" | "li" | "tr" | "td" | "th") {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    /// An element that holds nothing.
    pub(super) fn void(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            if value.is_empty() {
                continue;
            }
            self.out.push('=');
            let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:#{},()".contains(c);
            if value.chars().all(plain) && !value.ends_with('/') {
                self.out.push_str(value);
            } else {
                self.out.push('"');
                self.out.push_str(&escaped(value).replace('"', "&#34;"));
                self.out.push('"');
            }
        }
        self.out.push('>');
    }

    /// Text on one line, or on several where its element keeps them.
    pub(super) fn text(&mut self, text: &str) {
        self.out.push_str(&escaped(text));
    }

    /// An element with nothing but text.
    pub(super) fn line(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.tag(name, attributes, |html| html.text(text));
    }

    /// HTML of this module's own, or of [`text`](super::text).
    pub(super) fn html(&mut self, html: &str) {
        self.out.push_str(html);
    }

    pub(super) fn finish(self) -> String {
        self.out
    }
}

/// Text that is no markup. What cannot be seen is shown.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '\n' | '\t' => out.push(c),
            c => out.push(visible::character(c)),
        }
    }
    out
}

/// A piece of code.
pub(super) fn code(text: &str) -> String {
    format!("<code>{}</code>", escaped(text))
}

/// A link to a place on the page.
pub(super) fn anchor(place: &str, text: &str) -> String {
    let mut html = Html::default();
    html.line("a", &[("href", &format!("#{}", encoded(place)))], text);
    html.finish()
}

/// All that means something behind the `#` of an address, or may not stand there.
const FRAGMENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A place as an address has it behind `#`.
pub(super) fn encoded(place: &str) -> String {
    utf8_percent_encode(place, FRAGMENT).to_string()
}
