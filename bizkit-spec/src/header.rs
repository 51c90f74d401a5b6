//! Names of headers: which ones a spec may give to a parameter, and which ones hold secrets.

/// Headers that the client or the connection sets for every request. A second one, or a wrong one, breaks the
/// request, or the next one on the same connection.
pub const RESERVED: [&str; 14] = [
    "accept",
    "accept-encoding",
    "connection",
    "content-length",
    "content-type",
    "expect",
    "host",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
];

/// Headers that are secret whatever stands in them.
pub const SECRET: [&str; 3] = ["authorization", "cookie", "proxy-authorization"];

/// Whether the client or the connection sets this header.
pub fn is_reserved(name: &str) -> bool {
    RESERVED.iter().any(|reserved| reserved.eq_ignore_ascii_case(name))
}

/// Whether this header is secret whatever stands in it.
pub fn is_secret(name: &str) -> bool {
    SECRET.iter().any(|secret| secret.eq_ignore_ascii_case(name))
}
