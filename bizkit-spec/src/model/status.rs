//! The statuses that a documented response stands for: one, a class of them, or what no other response names.

use std::fmt;

/// Which statuses a response stands for. What is more exact goes first: `404`, then `4XX`, then `default`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// One status (`404`).
    Code(u16),
    /// Every status of a hundred that has no response of its own (`4XX`).
    Class(u16),
    /// Every failure that no other response stands for (`default`).
    Default,
}

impl Status {
    /// Reads the key of a response: `200` to `599`, `2XX`, `4XX`, `5XX` or `default`.
    ///
    /// ```
    /// use bizkit_spec::model::Status;
    ///
    /// assert_eq!(Status::parse("4XX"), Some(Status::Class(4)));
    /// assert_eq!(Status::parse("4xx"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "2XX" => Some(Self::Class(2)),
            "4XX" => Some(Self::Class(4)),
            "5XX" => Some(Self::Class(5)),
            "default" => Some(Self::Default),
            _ => text.parse().ok().filter(|status| (200..600).contains(status)).map(Self::Code),
        }
    }

    /// Whether the call failed.
    pub fn is_failure(self) -> bool {
        match self {
            Self::Code(status) => status >= 400,
            Self::Class(class) => class >= 4,
            Self::Default => true,
        }
    }

    /// Whether it stands for this status, where no more exact response does.
    pub fn covers(self, status: u16) -> bool {
        match self {
            Self::Code(code) => code == status,
            Self::Class(class) => status / 100 == class,
            Self::Default => status >= 400,
        }
    }

    /// Where it stands among the responses of a call: successes first, each in the order of the numbers.
    pub fn order(self) -> (bool, u16) {
        let number = match self {
            Self::Code(status) => status,
            Self::Class(class) => class * 100 + 99,
            Self::Default => u16::MAX,
        };
        (self.is_failure(), number)
    }

    /// The status with its name, for people: `404 not found`, `default (every other failure)`.
    pub fn title(self) -> String {
        match self {
            Self::Default => "default (every other failure)".to_owned(),
            status => format!("{status} {}", status.reason()),
        }
    }

    /// What HTTP calls it (`not found`, `client error`), or its number (`status 299`).
    pub fn reason(self) -> String {
        let words = match self {
            Self::Class(2) => "success",
            Self::Class(4) => "client error",
            Self::Class(_) => "server error",
            Self::Default => "other",
            Self::Code(status) => match status {
                200 => "ok",
                201 => "created",
                202 => "accepted",
                204 => "no content",
                206 => "partial content",
                304 => "not modified",
                400 => "bad request",
                401 => "unauthorized",
                402 => "payment required",
                403 => "forbidden",
                404 => "not found",
                405 => "method not allowed",
                409 => "conflict",
                410 => "gone",
                412 => "precondition failed",
                413 => "content too large",
                415 => "unsupported media type",
                422 => "unprocessable content",
                423 => "locked",
                429 => "too many requests",
                500 => "internal server error",
                502 => "bad gateway",
                503 => "service unavailable",
                504 => "gateway timeout",
                _ => return format!("status {status}"),
            },
        };
        words.to_owned()
    }
}

/// As specs write it: `404`, `4XX`, `default`.
impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(status) => write!(f, "{status}"),
            Self::Class(class) => write!(f, "{class}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_read_as_it_is_written() {
        for text in ["200", "404", "599", "2XX", "4XX", "5XX", "default"] {
            assert_eq!(Status::parse(text).map(|status| status.to_string()).as_deref(), Some(text));
        }
        for text in ["99", "600", "3XX", "1XX", "4xx", "404.0", "Default", "", "XXX"] {
            assert_eq!(Status::parse(text), None, "{text}");
        }
    }

    #[test]
    fn classes_stand_behind_their_codes_and_failures_behind_successes() {
        let mut all = ["default", "5XX", "503", "404", "4XX", "2XX", "201"].map(Status::parse);
        all.sort_by_key(|status| status.map(Status::order));
        let written: Vec<String> = all.iter().flatten().map(ToString::to_string).collect();
        assert_eq!(written, ["201", "2XX", "404", "4XX", "503", "5XX", "default"]);
    }
}
