//! Lengths of time as specs write them: `90s`, `1h 30m`.

use crate::model::Format;
use crate::validate::format::allows;
use std::time::Duration;

/// The units, longest first, with their seconds.
const UNITS: [(char, u64); 4] = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

/// Reads a length of time; `None` where it is none, or takes no time at all.
pub fn parse(text: &str) -> Option<Duration> {
    if !allows(Format::Duration, text) {
        return None;
    }
    let mut seconds: u64 = 0;
    for part in text.split(' ') {
        let (unit, length) = UNITS.iter().find(|(unit, _)| part.ends_with(*unit))?;
        let count: u64 = part.trim_end_matches(*unit).parse().ok()?;
        seconds = seconds.checked_add(count.checked_mul(*length)?)?;
    }
    (seconds > 0).then(|| Duration::from_secs(seconds))
}

/// Writes a length of time in the units that it needs.
///
/// ```
/// use bizkit_spec::period::text;
/// use std::time::Duration;
///
/// assert_eq!(text(Duration::from_secs(5400)), "1h 30m");
/// ```
pub fn text(length: Duration) -> String {
    let mut left = length.as_secs();
    let mut parts = Vec::new();
    for (unit, seconds) in UNITS {
        if left >= seconds {
            parts.push(format!("{}{unit}", left / seconds));
            left %= seconds;
        }
    }
    if parts.is_empty() { "0s".to_owned() } else { parts.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_written_as_it_is_read() {
        for (written, seconds) in [("1s", 1), ("90s", 90), ("2m", 120), ("1h 30m", 5_400), ("1d 1s", 86_401)]
        {
            let length = Duration::from_secs(seconds);
            assert_eq!(parse(written), Some(length));
            assert_eq!(parse(&text(length)), Some(length));
        }
        assert_eq!(text(Duration::from_secs(90)), "1m 30s");
    }

    #[test]
    fn what_takes_no_time_or_too_much_is_no_length() {
        for written in [
            "",
            "0s",
            "5",
            "1w",
            "30m 1h",
            "1h  1m",
            "-1s",
            "1.5s",
            "18446744073709551616s",
            "18446744073709551615d",
        ] {
            assert_eq!(parse(written), None, "{written}");
        }
    }
}
