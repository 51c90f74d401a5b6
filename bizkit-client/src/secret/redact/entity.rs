//! The names that HTML has for letters: a name in, the letter out.

/// The letter that a text behind `&` names, and the length of the name with its semicolon.
pub(super) fn named(text: &[u8]) -> Option<(char, usize)> {
    let end = text.iter().take(LONGEST + 1).position(|byte| *byte == b';')?;
    let name = str::from_utf8(&text[..end]).ok()?;
    let index = NAMES.binary_search_by_key(&name, |(name, _)| name).ok()?;
    Some((NAMES[index].1, end + 1))
}

/// The length of the longest name below.
const LONGEST: usize = 16;

/// What `htmlspecialchars` and `htmlentities` write, the letters of Central Europe, and the punctuation; by name.
#[rustfmt::skip]
const NAMES: [(&str, char); 199] = [
    ("AElig", 'Æ'), ("AMP", '&'), ("Aacute", 'Á'), ("Acirc", 'Â'), ("Agrave", 'À'), ("Aogon", 'Ą'),
    ("Aring", 'Å'), ("Atilde", 'Ã'), ("Auml", 'Ä'), ("Cacute", 'Ć'), ("Ccaron", 'Č'), ("Ccedil", 'Ç'),
    ("Dcaron", 'Ď'), ("DiacriticalGrave", '`'), ("ETH", 'Ð'), ("Eacute", 'É'), ("Ecaron", 'Ě'),
    ("Ecirc", 'Ê'), ("Egrave", 'È'), ("Eogon", 'Ę'), ("Euml", 'Ë'), ("GT", '>'), ("Hat", '^'),
    ("Iacute", 'Í'), ("Icirc", 'Î'), ("Igrave", 'Ì'), ("Iuml", 'Ï'), ("LT", '<'), ("Lstrok", 'Ł'),
    ("Nacute", 'Ń'), ("Ncaron", 'Ň'), ("NewLine", '\n'), ("Ntilde", 'Ñ'), ("OElig", 'Œ'), ("Oacute", 'Ó'),
    ("Ocirc", 'Ô'), ("Odblac", 'Ő'), ("Ograve", 'Ò'), ("Oslash", 'Ø'), ("Otilde", 'Õ'), ("Ouml", 'Ö'),
    ("QUOT", '"'), ("Rcaron", 'Ř'), ("Sacute", 'Ś'), ("Scaron", 'Š'), ("THORN", 'Þ'), ("Tab", '\t'),
    ("Tcaron", 'Ť'), ("Uacute", 'Ú'), ("Ucirc", 'Û'), ("Udblac", 'Ű'), ("Ugrave", 'Ù'), ("UnderBar", '_'),
    ("Uring", 'Ů'), ("Uuml", 'Ü'), ("VerticalLine", '|'), ("Yacute", 'Ý'), ("Yuml", 'Ÿ'), ("Zacute", 'Ź'),
    ("Zcaron", 'Ž'), ("Zdot", 'Ż'), ("aacute", 'á'), ("acirc", 'â'), ("acute", '´'), ("aelig", 'æ'),
    ("agrave", 'à'), ("amp", '&'), ("aogon", 'ą'), ("apos", '\''), ("aring", 'å'), ("ast", '*'),
    ("atilde", 'ã'), ("auml", 'ä'), ("bdquo", '„'), ("brvbar", '¦'), ("bsol", '\\'), ("bull", '•'),
    ("cacute", 'ć'), ("ccaron", 'č'), ("ccedil", 'ç'), ("cedil", '¸'), ("cent", '¢'), ("colon", ':'),
    ("comma", ','), ("commat", '@'), ("copy", '©'), ("curren", '¤'), ("dcaron", 'ď'), ("deg", '°'),
    ("divide", '÷'), ("dollar", '$'), ("eacute", 'é'), ("ecaron", 'ě'), ("ecirc", 'ê'), ("egrave", 'è'),
    ("eogon", 'ę'), ("equals", '='), ("eth", 'ð'), ("euml", 'ë'), ("euro", '€'), ("excl", '!'),
    ("frac12", '½'), ("frac14", '¼'), ("frac34", '¾'), ("grave", '`'), ("gt", '>'), ("hellip", '…'),
    ("iacute", 'í'), ("icirc", 'î'), ("iexcl", '¡'), ("igrave", 'ì'), ("iquest", '¿'), ("iuml", 'ï'),
    ("lacute", 'ĺ'), ("laquo", '«'), ("lbrace", '{'), ("lbrack", '['), ("lcaron", 'ľ'), ("lcub", '{'),
    ("ldquo", '“'), ("lowbar", '_'), ("lpar", '('), ("lsaquo", '‹'), ("lsqb", '['), ("lsquo", '‘'),
    ("lstrok", 'ł'), ("lt", '<'), ("macr", '¯'), ("mdash", '—'), ("micro", 'µ'), ("midast", '*'),
    ("middot", '·'), ("nacute", 'ń'), ("nbsp", '\u{a0}'), ("ncaron", 'ň'), ("ndash", '–'), ("not", '¬'),
    ("ntilde", 'ñ'), ("num", '#'), ("oacute", 'ó'), ("ocirc", 'ô'), ("odblac", 'ő'), ("oelig", 'œ'),
    ("ograve", 'ò'), ("ordf", 'ª'), ("ordm", 'º'), ("oslash", 'ø'), ("otilde", 'õ'), ("ouml", 'ö'),
    ("para", '¶'), ("percnt", '%'), ("period", '.'), ("plus", '+'), ("plusmn", '±'), ("pound", '£'),
    ("quest", '?'), ("quot", '"'), ("racute", 'ŕ'), ("raquo", '»'), ("rbrace", '}'), ("rbrack", ']'),
    ("rcaron", 'ř'), ("rcub", '}'), ("rdquo", '”'), ("reg", '®'), ("rpar", ')'), ("rsaquo", '›'),
    ("rsqb", ']'), ("rsquo", '’'), ("sacute", 'ś'), ("sbquo", '‚'), ("scaron", 'š'), ("sect", '§'),
    ("semi", ';'), ("shy", '\u{ad}'), ("sol", '/'), ("sup1", '¹'), ("sup2", '²'), ("sup3", '³'),
    ("szlig", 'ß'), ("tcaron", 'ť'), ("thorn", 'þ'), ("times", '×'), ("trade", '™'), ("uacute", 'ú'),
    ("ucirc", 'û'), ("udblac", 'ű'), ("ugrave", 'ù'), ("uml", '¨'), ("uring", 'ů'), ("uuml", 'ü'),
    ("verbar", '|'), ("vert", '|'), ("yacute", 'ý'), ("yen", '¥'), ("yuml", 'ÿ'), ("zacute", 'ź'),
    ("zcaron", 'ž'), ("zdot", 'ż'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order_and_no_longer_than_the_longest() {
        assert!(NAMES.is_sorted_by(|one, other| one.0 < other.0));
        assert_eq!(NAMES.iter().map(|(name, _)| name.len()).max(), Some(LONGEST));
    }

    #[test]
    fn a_name_ends_at_its_semicolon() {
        assert_eq!(named(b"amp; x"), Some(('&', 4)));
        assert_eq!(named(b"Eacute;"), Some(('\u{c9}', 7)));
        for text in [&b"amp"[..], b"amp ;", b"nonsense;", b";", b""] {
            assert_eq!(named(text), None);
        }
    }
}
