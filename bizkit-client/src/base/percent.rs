//! Writes texts into paths and queries of URLs: percent-encoding (RFC 3986, section 2.1).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All that is encoded: the unreserved characters of RFC 3986, section 2.3, and `*` are left.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'*');

/// Everything but letters, digits and `-._~*` becomes `%XX`.
pub(crate) fn percent_encode(text: &str, out: &mut String) {
    out.extend(utf8_percent_encode(text, ENCODED));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_meaning_in_a_url_is_encoded_and_nothing_else() {
        let mut out = "kept?".to_owned();
        percent_encode("aZ09-._~*/ ?#&=%+\n\u{7f}\u{159}", &mut out);
        assert_eq!(out, "kept?aZ09-._~*%2F%20%3F%23%26%3D%25%2B%0A%7F%C5%99");
    }
}
