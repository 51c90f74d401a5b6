//! Two ends of a range out of a text that may have lost the sign between them.

/// Upper ends that people choose.
const USUAL: [i64; 34] = [
    8, 10, 12, 16, 20, 24, 25, 30, 32, 36, 40, 48, 50, 60, 64, 80, 90, 100, 120, 128, 140, 150, 160, 180,
    200, 250, 255, 256, 300, 500, 512, 1000, 1024, 2000,
];

/// `16 - 16`, `16–16`, `1..10`, `-90 - 90`, and with the dash dropped `1616`, `110`, `0100`, `-9090`.
pub(super) fn range(text: &str) -> Option<(i64, i64)> {
    let text = text.trim().trim_end_matches('.').trim_matches(['*', '`']).trim();
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest.trim_start()),
        None => (1, text),
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (first, rest) = rest.split_at(digits);
    if rest.is_empty() {
        return joined(first, sign);
    }
    let rest = rest.trim_start();
    let rest = ["–", "—", "..", "to ", "-"].iter().find_map(|dash| rest.strip_prefix(dash))?;
    let (low, high) = (first.parse::<i64>().ok()? * sign, rest.trim().parse().ok()?);
    (low <= high).then_some((low, high))
}

/// Two numbers with nothing between them.
fn joined(digits: &str, sign: i64) -> Option<(i64, i64)> {
    let plain =
        |text: &str| (text == "0" || !text.starts_with('0')).then(|| text.parse::<i64>().ok()).flatten();
    let splits = (1..digits.len()).filter_map(|at| {
        let (low, high) = digits.split_at(at);
        let (low, high) = (plain(low)? * sign, plain(high)?);
        (low <= high).then_some((low, high))
    });
    let splits: Vec<(i64, i64)> = splits.collect();
    let twice = splits.iter().find(|(low, high)| low.abs() == *high);
    let usual = || splits.iter().find(|(_, high)| USUAL.contains(high));
    twice.or_else(usual).or(splits.first()).copied()
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn both_ends_are_found_with_and_without_a_dash() {
        for (text, ends) in [
            ("16 - 16", (16, 16)),
            ("16–16", (16, 16)),
            ("1..10", (1, 10)),
            ("-90 - 90", (-90, 90)),
            ("-10 - -5", (-10, -5)),
            ("2424", (24, 24)),
            ("0100", (0, 100)),
            ("110", (1, 10)),
            ("-9090", (-90, 90)),
            ("1632", (16, 32)),
            ("1128", (1, 128)),
            ("3232", (32, 32)),
            ("1717", (17, 17)),
        ] {
            assert_eq!(range(text), Some(ends), "{text}");
        }
        for text in ["", "7", "about", "9 - 3", "90", "a - b", "1 - 2 - 3"] {
            assert_eq!(range(text), None, "{text}");
        }
    }
}
