//! Bytes to base64 and back: how examples and arguments in JSON hold bytes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The text of bytes, with padding (RFC 4648, section 4).
pub fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The bytes of a text; blanks and line breaks in it do not count. `None` where the text is no base64.
///
/// ```
/// use bizkit_sandbox::base64;
///
/// assert_eq!(base64::decode("TWFu"), Some(b"Man".to_vec()));
/// assert_eq!(base64::decode("M*n!"), None);
/// ```
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let digits: String = text.split_ascii_whitespace().collect();
    STANDARD.decode(digits).ok()
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};
    use bizkit_spec::Specs;
    use bizkit_spec::json::Json;
    use bizkit_spec::model::{Kind, Schema};
    use bizkit_spec::validate::validate;

    #[test]
    fn reads_base64_of_every_length() {
        for (text, bytes) in [("", &b""[..]), ("TQ==", b"M"), ("TWE=", b"Ma"), ("TWFu", b"Man")] {
            assert_eq!(decode(text).as_deref(), Some(bytes), "{text}");
            assert_eq!(encode(bytes), text);
        }
        assert_eq!(decode("iVBO\nRw0K Ggo=\n").as_deref(), Some(&b"\x89PNG\r\n\x1a\n"[..]));
    }

    /// An example that the checks let through has bytes, and one that has bytes is let through.
    #[test]
    fn what_the_language_takes_for_base64_is_what_has_bytes() {
        let letters: Vec<char> = "AQgw+/-_=z9 \n*é".chars().collect();
        let longer = |texts: &[String]| -> Vec<String> {
            texts
                .iter()
                .flat_map(|text| letters.iter().map(move |letter| format!("{text}{letter}")))
                .collect()
        };
        let lengths = std::iter::successors(Some(vec![String::new()]), |texts| Some(longer(texts)));
        let texts: Vec<String> = lengths.take(5).flatten().collect();
        let specs = Specs::from_texts([("api.yaml", "title: T\nbaseUrl: https://t.example\n")]);
        let api = specs.partial().get();
        let bytes = Schema::plain(Kind::Binary);
        let mut right = 0;
        for text in texts.iter().flat_map(|text| [text.clone(), format!("TWFu{text}")]) {
            let found = decode(&text).is_some();
            let broken = validate(api, &bytes, &Json::String(text.clone()));
            assert_eq!(broken.is_empty(), found, "{text:?}");
            right += usize::from(found);
        }
        assert!(right > 1000, "{right} texts are base64");
    }
}
