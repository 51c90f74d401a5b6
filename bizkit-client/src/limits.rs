//! What a reply's headers say about rate: the quota, and how long to wait.

use std::time::{Duration, SystemTime};

use http::HeaderMap;

/// The quota that the server counts the key against, as far as the reply's headers tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimit {
    /// Calls per window (`X-RateLimit-Limit`).
    pub limit: Option<u64>,
    /// Calls left in this window (`X-RateLimit-Remaining`).
    pub remaining: Option<u64>,
    /// When the window ends, in seconds since 1970 (`X-RateLimit-Reset`).
    pub reset: Option<u64>,
}

impl RateLimit {
    /// Reads the headers; `None` when no reply header speaks of a quota.
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

/// How long the server wants the caller to wait, by `Retry-After` (seconds or a date), otherwise by the end of
/// an exhausted window. `unix` is the present.
pub(crate) fn retry_after(headers: &HeaderMap, unix: Duration) -> Option<Duration> {
    if let Some(text) = headers.get("retry-after").and_then(|value| value.to_str().ok()) {
        return seconds(text).map(Duration::from_secs).or_else(|| until(text, unix));
    }
    let quota = RateLimit::of(headers)?;
    let reset = quota.reset.filter(|_| quota.remaining == Some(0))?;
    Some(Duration::from_secs(reset).saturating_sub(unix))
}

/// The time from now to an HTTP date; nothing of it when the date is past.
fn until(date: &str, unix: Duration) -> Option<Duration> {
    let date = httpdate::parse_http_date(date.trim()).ok()?;
    let date = date.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    Some(date.saturating_sub(unix))
}

fn number(headers: &HeaderMap, name: &str) -> Option<u64> {
    seconds(headers.get(name)?.to_str().ok()?)
}

/// Digits alone: `+5`, `1e3` and `-1` are not what the standard allows.
fn seconds(text: &str) -> Option<u64> {
    let text = text.trim();
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
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
        let far = headers(&[("x-ratelimit-reset", "18446744073709551615")]);
        assert_eq!(RateLimit::of(&far).unwrap().resets_at(), None);
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let table = [
            ("0", Some(0)),
            ("120", Some(120)),
            (" 7 ", Some(7)),
            ("18446744073709551615", Some(u64::MAX)),
            ("18446744073709551616", None),
            ("-1", None),
            ("+5", None),
            ("1.5", None),
            ("", None),
            ("soon", None),
            ("Fri, 15 Jan 2027 08:01:00 GMT", Some(60)),
            ("Friday, 15-Jan-27 08:01:00 GMT", Some(60)),
            ("Fri Jan 15 08:01:00 2027", Some(60)),
            ("Fri, 15 Jan 2027 07:59:00 GMT", Some(0)),
            ("Thu, 01 Jan 1970 00:00:00 GMT", Some(0)),
        ];
        for (text, expected) in table {
            let found = retry_after(&headers(&[("retry-after", text)]), NOW);
            assert_eq!(found, expected.map(Duration::from_secs), "{text:?}");
        }
    }

    #[test]
    fn an_exhausted_window_tells_the_wait_when_retry_after_does_not() {
        let spent = [("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1800000030")];
        assert_eq!(retry_after(&headers(&spent), NOW), Some(Duration::from_secs(30)));
        let open = [("x-ratelimit-remaining", "1"), ("x-ratelimit-reset", "1800000030")];
        assert_eq!(retry_after(&headers(&open), NOW), None);
        let both =
            [("retry-after", "3"), ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1800000030")];
        assert_eq!(retry_after(&headers(&both), NOW), Some(Duration::from_secs(3)));
        assert_eq!(retry_after(&HeaderMap::new(), NOW), None);
    }
}
