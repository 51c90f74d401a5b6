//! Two ends of a range out of a text that may have lost the sign between them.

/// Upper ends that people choose.
const USUAL: [&str; 34] = [
    "8", "10", "12", "16", "20", "24", "25", "30", "32", "36", "40", "48", "50", "60", "64", "80", "90",
    "100", "120", "128", "140", "150", "160", "180", "200", "250", "255", "256", "300", "500", "512", "1000",
    "1024", "2000",
];

/// Signs between two ends, longer ones first.
const DASHES: [&str; 9] = ["...", "..", "\u{2013}", "\u{2014}", "\u{2212}", "to ", "and ", "\u{2026}", "-"];

/// A range; an end that is not stated is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) low: Option<String>,
    pub(crate) high: Option<String>,
    /// Whether the text may mean another range too.
    pub(crate) is_guess: bool,
}

/// `16 - 16`, `16\u{2013}16`, `1..10`, `-90 - 90`, `1.5 - 2`, `1 -`, `1+`, `1 - \u{221e}`, and with the dash dropped
/// `1616`, `110`, `0100`, `-9090`.
pub(crate) fn range(text: &str) -> Option<Range> {
    let text = text.trim().trim_end_matches('.').trim_matches(['*', '`', ' ']);
    let text = ["between ", "from "].iter().fold(text, |text, word| text.strip_prefix(word).unwrap_or(text));
    let (first, rest) = number(text)?;
    if rest.is_empty() {
        return joined(&first);
    }
    let rest = rest.trim_start();
    if rest == "+" || rest == "or more" || rest == "and more" {
        return Some(Range { low: Some(first), high: None, is_guess: false });
    }
    let rest = DASHES.iter().find_map(|dash| rest.strip_prefix(dash))?.trim();
    if ["", "\u{221e}", "infinity", "unlimited", "\u{2026}"].contains(&rest) {
        return Some(Range { low: Some(first), high: None, is_guess: false });
    }
    let (last, behind) = number(rest)?;
    let is_range = behind.is_empty() && value(&first)? <= value(&last)?;
    is_range.then_some(Range { low: Some(first), high: Some(last), is_guess: false })
}

/// A decimal number at the beginning of a text, and what follows it.
pub(crate) fn number(text: &str) -> Option<(String, &str)> {
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text),
    };
    let whole = digits.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &digits[whole..];
    let fraction =
        behind.strip_prefix('.').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    let end = if fraction > 0 { whole + 1 + fraction } else { whole };
    (whole > 0 && end < 30).then(|| (format!("{sign}{}", &digits[..end]), &digits[end..]))
}

pub(crate) fn value(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// Two numbers with nothing between them.
fn joined(text: &str) -> Option<Range> {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let is_plain =
        |text: &str| text == "0" || !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut splits: Vec<(String, &str)> = Vec::new();
    for at in 1..digits.len() {
        let (low, high) = digits.split_at(at);
        let low_value = value(&format!("{sign}{low}"))?;
        if is_plain(low) && is_plain(high) && low_value <= value(high)? {
            splits.push((format!("{sign}{low}"), high));
        }
    }
    let twice = splits.iter().find(|(low, high)| low.trim_start_matches('-') == *high);
    let usual = || splits.iter().find(|(_, high)| USUAL.contains(high));
    let (low, high) = twice.or_else(usual).or(splits.first())?;
    let is_guess = twice.is_none() && splits.len() > 1;
    Some(Range { low: Some(low.clone()), high: Some((*high).to_owned()), is_guess })
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn both_ends_are_found_with_and_without_a_dash() {
        for (text, ends) in [
            ("16 - 16", "16 16"),
            ("16\u{2013}16", "16 16"),
            ("1..10", "1 10"),
            ("1 to 200", "1 200"),
            ("between 1 and 5", "1 5"),
            ("-90 - 90", "-90 90"),
            ("-10 - -5", "-10 -5"),
            ("-1.5 - 1.5", "-1.5 1.5"),
            ("0 - 1", "0 1"),
            ("1 -", "1 *"),
            ("1+", "1 *"),
            ("1 - \u{221e}", "1 *"),
            ("2424", "24 24"),
            ("0100", "0 100"),
            ("110", "1 10"),
            ("-9090", "-90 90"),
            ("22", "2 2"),
            ("3232", "32 32"),
            ("1632", "16 32 ?"),
            ("1128", "1 128 ?"),
        ] {
            let found = range(text).unwrap_or_else(|| panic!("{text}"));
            let end = |end: Option<String>| end.unwrap_or_else(|| "*".to_owned());
            let guess = if found.is_guess { " ?" } else { "" };
            assert_eq!(format!("{} {}{guess}", end(found.low), end(found.high)), ends, "{text}");
        }
        for text in [
            "",
            "7",
            "about",
            "9 - 3",
            "90",
            "a - b",
            "1 - 2 - 3",
            "1 - x",
            "99999999999999999999999999999999 - 1",
        ] {
            assert_eq!(range(text), None, "{text}");
        }
    }
}
