//! Defines the known forms of text, as an author names them.

/// Known forms of text, each with a checker of its own.
///
/// Lengths are bytes; letters and digits are those of ASCII; nothing may stand before or behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// `2026-12-24`: four digits, two, two; a day that exists in the Gregorian calendar, year 0000 included.
    Date,
    /// RFC 3339: `2025-01-10T16:19:40.150Z`. A [`Format::Date`], `T`, `hh:mm:ss` up to `23:59:59` (no leap
    /// second), optionally a point with one or more digits, then `Z` or an offset `+hh:mm` or `-hh:mm`
    /// up to `23:59`. `T` and `Z` may be lower case.
    DateTime,
    /// `24h`, `0m`, `1h 30m`, `14d`: one or more parts, one space between them. A part is one or more
    /// digits and a unit; the units `d`, `h`, `m`, `s` stand in this order, each at most once.
    Duration,
    /// An absolute URI with a scheme and a host. A lower-case letter, then lower-case letters, digits,
    /// `+`, `-`, `.`; then `://`; then an authority that ends before the first `/`, `?`, `#` or with the
    /// text. What stands behind the last `@` of the authority is neither empty nor begins with `:`. Nowhere
    /// in the text is a space or a control character (U+0000 to U+0020, U+007F).
    Uri,
    /// One address, 254 bytes at most, with exactly one `@`. Before it 1 to 64 letters, digits and
    /// ``!#$%&'*+-/=?^_`{|}~``, with single dots between them. Behind it two or more labels with single dots
    /// between them, each 1 to 63 letters, digits and hyphens with no hyphen at either end.
    Email,
    /// `+420 777123456`: plus, one to three digits, one space, four to fourteen digits.
    Phone,
    /// [`Format::Ipv4`] or [`Format::Ipv6`].
    Ip,
    /// Four decimal numbers up to 255 without leading zeros; what [`std::net::Ipv4Addr`] reads.
    Ipv4,
    /// RFC 4291, without brackets and without a zone; what [`std::net::Ipv6Addr`] reads.
    Ipv6,
    /// 8-4-4-4-12 hexadecimal digits of either case.
    Uuid,
    /// Text with mark-up; everything is allowed.
    Html,
    /// Two lower-case letters.
    Locale,
    /// Three upper-case letters.
    Currency,
}

impl Format {
    /// Every format with the word that a spec uses for it.
    pub const ALL: [(Self, &'static str); 13] = [
        (Self::Date, "date"),
        (Self::DateTime, "date-time"),
        (Self::Duration, "duration"),
        (Self::Uri, "uri"),
        (Self::Email, "email"),
        (Self::Phone, "phone"),
        (Self::Ip, "ip"),
        (Self::Ipv4, "ipv4"),
        (Self::Ipv6, "ipv6"),
        (Self::Uuid, "uuid"),
        (Self::Html, "html"),
        (Self::Locale, "locale"),
        (Self::Currency, "currency"),
    ];
}
