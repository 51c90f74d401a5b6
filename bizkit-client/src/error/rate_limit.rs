//! What a response says about rate: its headers in; the quota, and how long to wait, out.

use std::time::{Duration, SystemTime};

use http::HeaderMap;

/// The quota that the server counts the key against, as far as the response's headers tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
#[doc(alias("quota", "X-RateLimit"))]
pub struct RateLimit {
    /// Calls per window (`X-RateLimit-Limit`).
    pub limit: Option<u64>,
    /// Calls left in this window (`X-RateLimit-Remaining`).
    pub remaining: Option<u64>,
    /// When the window ends, in seconds since 1970 by the server's clock (`X-RateLimit-Reset`).
    pub reset: Option<u64>,
}

impl RateLimit {
    /// Reads the headers; `None` when no response header speaks of a quota.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        let read = |name| number(headers, name);
        let limit = Self {
            limit: read("x-ratelimit-limit"),
            remaining: read("x-ratelimit-remaining"),
            reset: read("x-ratelimit-reset"),
        };
        (limit.limit.is_some() || limit.remaining.is_some() || limit.reset.is_some()).then_some(limit)
    }

    /// When the window ends.
    pub fn resets_at(&self) -> Option<SystemTime> {
        SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(self.reset?))
    }
}

/// How long a server wants the caller to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wait {
    /// It says something that cannot be read.
    Unclear,
    For(Duration),
}

impl Wait {
    /// Reads seconds or a date; `now` is the present of the server.
    fn read(text: &str, now: Duration) -> Self {
        let wait = seconds(text).map(Duration::from_secs).or_else(|| Some(date(text)?.saturating_sub(now)));
        wait.map_or(Self::Unclear, Self::For)
    }

    /// A number of seconds.
    pub(crate) fn of_seconds(seconds: f64) -> Self {
        match Duration::try_from_secs_f64(seconds) {
            Ok(wait) => Self::For(wait),
            Err(_) if seconds > 0.0 => Self::For(Duration::MAX),
            Err(_) => Self::Unclear,
        }
    }
}

/// How long an answer asks to wait: in its headers, or else in its body, which tells `told`. `unix` is the present by our
/// own clock, `unclear` what counts as a wait that cannot be read.
pub(crate) fn asked(
    headers: &HeaderMap,
    told: impl FnOnce() -> Option<Wait>,
    unix: Duration,
    unclear: Duration,
) -> Option<Duration> {
    match retry_after(headers, present(headers, unix)).or_else(told)? {
        Wait::For(wait) => Some(wait),
        Wait::Unclear => Some(unclear),
    }
}

/// How long the server wants the caller to wait, by `Retry-After` (RFC 9110, section 10.2.3: seconds or a date), otherwise by the end of
/// an exhausted window. Of several waits the longest holds. `now` is what [`present`] gives.
fn retry_after(headers: &HeaderMap, now: Duration) -> Option<Wait> {
    let waits = headers.get_all("retry-after").iter();
    let asked = waits.map(|value| value.to_str().map_or(Wait::Unclear, |text| Wait::read(text, now))).max();
    asked.or_else(|| {
        let quota = RateLimit::of(headers)?;
        let reset = quota.reset.filter(|_| quota.remaining == Some(0))?;
        Some(Wait::For(Duration::from_secs(reset).saturating_sub(now)))
    })
}

/// The time since 1970 by the server's own clock, which its dates are about; `unix` where it does not tell.
pub(crate) fn present(headers: &HeaderMap, unix: Duration) -> Duration {
    headers.get(http::header::DATE).and_then(|value| date(value.to_str().ok()?)).unwrap_or(unix)
}

/// The time from 1970 to an HTTP date.
fn date(text: &str) -> Option<Duration> {
    let date = httpdate::parse_http_date(text.trim()).ok()?;
    Some(date.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default())
}

fn number(headers: &HeaderMap, name: &str) -> Option<u64> {
    seconds(headers.get(name)?.to_str().ok()?)
}

/// Digits alone: `+5`, `1e3` and `-1` are not what the standard allows. More than fits is the most that fits.
fn seconds(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "the values are literals")]

    use super::*;
    use http::{HeaderName, HeaderValue};

    const NOW: Duration = Duration::from_secs(1_800_000_000);

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pair = |(name, value)| {
            (HeaderName::from_static(name), HeaderValue::from_bytes(str::as_bytes(value)).unwrap())
        };
        pairs.iter().copied().map(pair).collect()
    }

    #[test]
    fn reads_the_quota_headers() {
        let found = RateLimit::of(&headers(&[
            ("x-ratelimit-limit", "1000"),
            ("x-ratelimit-remaining", " 0 "),
            ("x-ratelimit-reset", "1800000060"),
        ]))
        .unwrap();
        assert_eq!(found, RateLimit { limit: Some(1000), remaining: Some(0), reset: Some(1_800_000_060) });
        assert_eq!(found.resets_at(), Some(SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_060)));
    }

    #[test]
    fn no_quota_headers_are_no_quota_and_nonsense_is_left_out() {
        assert_eq!(RateLimit::of(&headers(&[("content-type", "application/json")])), None);
        assert_eq!(
            RateLimit::of(&headers(&[("x-ratelimit-limit", "many"), ("x-ratelimit-reset", "é")])),
            None
        );
        let half = headers(&[("x-ratelimit-limit", "-1"), ("x-ratelimit-remaining", "5")]);
        assert_eq!(RateLimit::of(&half), Some(RateLimit { limit: None, remaining: Some(5), reset: None }));
        for far in ["18446744073709551615", "99999999999999999999999"] {
            let far = RateLimit::of(&headers(&[("x-ratelimit-reset", far)])).unwrap();
            assert_eq!((far.reset, far.resets_at()), (Some(u64::MAX), None));
        }
    }

    #[test]
    fn retry_after_is_seconds_or_a_date_and_never_less_than_it_says() {
        let secs = |secs| Wait::For(Duration::from_secs(secs));
        let table = [
            ("0", secs(0)),
            ("120", secs(120)),
            (" 7 ", secs(7)),
            ("007", secs(7)),
            ("18446744073709551615", secs(u64::MAX)),
            ("18446744073709551616", secs(u64::MAX)),
            ("99999999999999999999999999999999", secs(u64::MAX)),
            ("Fri, 15 Jan 2027 08:01:00 GMT", secs(60)),
            ("Friday, 15-Jan-27 08:01:00 GMT", secs(60)),
            ("Fri Jan 15 08:01:00 2027", secs(60)),
            ("Fri, 15 Jan 2027 07:59:00 GMT", secs(0)),
            ("Thu, 01 Jan 1970 00:00:00 GMT", secs(0)),
            ("-1", Wait::Unclear),
            ("+5", Wait::Unclear),
            ("1.5", Wait::Unclear),
            ("5s", Wait::Unclear),
            ("1e3", Wait::Unclear),
            ("5, 9", Wait::Unclear),
            ("", Wait::Unclear),
            ("soon", Wait::Unclear),
            ("2027-01-15T08:01:00Z", Wait::Unclear),
            ("brzy é", Wait::Unclear),
        ];
        for (text, expected) in table {
            assert_eq!(retry_after(&headers(&[("retry-after", text)]), NOW), Some(expected), "{text:?}");
        }
    }

    #[test]
    fn of_several_waits_the_longest_holds() {
        let waits = |texts: &[&str]| {
            let mut found = HeaderMap::new();
            for text in texts {
                found.append("retry-after", HeaderValue::from_str(text).unwrap());
            }
            retry_after(&found, NOW)
        };
        assert_eq!(waits(&["7", "120", "0"]), Some(Wait::For(Duration::from_secs(120))));
        assert_eq!(waits(&["soon", "120"]), Some(Wait::For(Duration::from_secs(120))));
        assert_eq!(waits(&["soon", "later"]), Some(Wait::Unclear));
    }

    #[test]
    fn seconds_in_a_body_follow_the_same_rules() {
        for (seconds, expected) in [
            (9.0, Wait::For(Duration::from_secs(9))),
            (1.5, Wait::For(Duration::from_millis(1500))),
            (1e300, Wait::For(Duration::MAX)),
            (f64::INFINITY, Wait::For(Duration::MAX)),
            (-1.0, Wait::Unclear),
            (f64::NAN, Wait::Unclear),
        ] {
            assert_eq!(Wait::of_seconds(seconds), expected, "{seconds}");
        }
    }

    #[test]
    fn the_dates_of_a_server_are_read_by_its_own_clock() {
        let late = NOW.saturating_sub(Duration::from_secs(3600));
        let date = ("date", "Fri, 15 Jan 2027 08:00:00 GMT");
        for (response, expected) in [(vec![date], NOW), (vec![], late), (vec![("date", "today")], late)] {
            assert_eq!(present(&headers(&response), late), expected, "{response:?}");
        }
        let asked = headers(&[date, ("retry-after", "Fri, 15 Jan 2027 08:00:05 GMT")]);
        let wait = retry_after(&asked, present(&asked, late));
        assert_eq!(wait, Some(Wait::For(Duration::from_secs(5))));
    }

    #[test]
    fn an_exhausted_window_tells_the_wait_when_retry_after_does_not() {
        let spent = [("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1800000030")];
        assert_eq!(retry_after(&headers(&spent), NOW), Some(Wait::For(Duration::from_secs(30))));
        let open = [("x-ratelimit-remaining", "1"), ("x-ratelimit-reset", "1800000030")];
        assert_eq!(retry_after(&headers(&open), NOW), None);
        let both =
            [("retry-after", "3"), ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1800000030")];
        assert_eq!(retry_after(&headers(&both), NOW), Some(Wait::For(Duration::from_secs(3))));
        assert_eq!(retry_after(&HeaderMap::new(), NOW), None);
    }
}
