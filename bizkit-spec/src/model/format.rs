//! Defines the known forms of text: how an author names each, what it is in words, and a text that has it.

/// Writes the enum and everything that goes over all of its variants out of one table, so that no list misses one.
macro_rules! formats {
    ($($(#[$doc:meta])* $name:ident: $word:literal, $description:literal, $sample:literal;)*) => {
        /// Known forms of text, each with a checker of its own.
        ///
        /// Lengths are bytes; letters and digits are those of ASCII; nothing may stand before or behind.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Format {
            $($(#[$doc])* $name,)*
        }

        impl Format {
            /// Every format, in the order of the language's page.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The word that a spec uses for it.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }

            /// What a text of this form is, with its article and mostly with an example, in Markdown.
            pub const fn description(self) -> &'static str {
                match self {
                    $(Self::$name => $description,)*
                }
            }

            /// A text that has this form.
            pub const fn sample(self) -> &'static str {
                match self {
                    $(Self::$name => $sample,)*
                }
            }
        }
    };
}

formats! {
    /// `2026-12-24`: four digits, two, two; a day that exists in the Gregorian calendar, year 0000 included.
    Date: "date", "a date such as `2026-12-24`", "2026-01-01";
    /// RFC 3339: `2025-01-10T16:19:40.150Z`. A [`Format::Date`], `T`, `hh:mm:ss` up to `23:59:59` (no leap
    /// second), optionally a point with one or more digits, then `Z` or an offset `+hh:mm` or `-hh:mm`
    /// up to `23:59`. `T` and `Z` may be lower case.
    DateTime: "date-time", "a date and time such as `2025-01-10T16:19:40.150Z`", "2026-01-01T00:00:00.000Z";
    /// `24h`, `0m`, `1h 30m`, `14d`: one or more parts, one space between them. A part is one or more
    /// digits and a unit; the units `d`, `h`, `m`, `s` stand in this order, each at most once.
    Duration: "duration", "a duration such as `1h 30m`", "24h";
    /// An absolute URI with a scheme and a host. A lower-case letter, then lower-case letters, digits,
    /// `+`, `-`, `.`; then `://`; then an authority that ends before the first `/`, `?`, `#` or with the
    /// text. What stands behind the last `@` of the authority is neither empty nor begins with `:`. Nowhere
    /// in the text is a space or a control character (U+0000 to U+0020, U+007F).
    Uri: "uri", "an absolute URI such as `https://example.com/`", "https://example.com";
    /// One address, 254 bytes at most, with exactly one `@`. Before it 1 to 64 letters, digits and
    /// ``!#$%&'*+-/=?^_`{|}~``, with single dots between them. Behind it two or more labels with single dots
    /// between them, each 1 to 63 letters, digits and hyphens with no hyphen at either end.
    Email: "email", "an e-mail address", "jan@example.com";
    /// `+420 777123456`: plus, one to three digits, one space, four to fourteen digits.
    Phone: "phone", "a telephone number such as `+420 777123456`", "+420 777123456";
    /// [`Format::Ipv4`] or [`Format::Ipv6`].
    Ip: "ip", "an IPv4 or IPv6 address", "127.0.0.1";
    /// Four decimal numbers up to 255 without leading zeros; what [`std::net::Ipv4Addr`] reads.
    Ipv4: "ipv4", "an IPv4 address such as `1.1.1.1`", "127.0.0.1";
    /// RFC 4291, without brackets and without a zone; what [`std::net::Ipv6Addr`] reads.
    Ipv6: "ipv6", "an IPv6 address such as `2001:4860:4860::8888`", "::1";
    /// 8-4-4-4-12 hexadecimal digits of either case.
    Uuid: "uuid", "a UUID", "00000000-0000-4000-8000-000000000000";
    /// Text with mark-up; everything is allowed.
    Html: "html", "HTML", "<p>text</p>";
    /// Two lower-case letters.
    Locale: "locale", "a locale of two lower-case letters such as `cs`", "en";
    /// Three upper-case letters.
    Currency: "currency", "a currency of three upper-case letters such as `CZK`", "EUR";
}

impl Format {
    /// The format that a spec calls so.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::Format;
    use crate::validate::allows;

    #[test]
    fn words_differ_and_samples_have_their_form() {
        for format in Format::ALL.iter().copied() {
            assert_eq!(Format::from_word(format.word()), Some(format));
            assert!(allows(format, format.sample()), "{format:?}: {}", format.sample());
            let [_, example, ..] = format.description().split('`').collect::<Vec<_>>()[..] else { continue };
            assert!(allows(format, example), "{format:?}: {example}");
        }
        assert_eq!(Format::from_word("Date"), None);
    }
}
