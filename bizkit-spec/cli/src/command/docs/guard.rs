//! Who may ask what stands behind the page: a request goes in, whether it comes from the page of this run comes out.
//!
//! Every page that the browser shows can reach a server of this machine. So nothing is done that the page's own origin did not ask
//! for by the address that was printed, with the token that only this run's page holds.

use bizkit_sandbox::Request;
use std::fmt::Write;
use std::net::SocketAddr;

/// The header that carries the token.
pub(super) const TOKEN: &str = "x-bizkit-token";

/// A run's secret, and where it listens.
#[derive(Clone)]
pub(super) struct Guard {
    token: String,
    port: u16,
}

impl Guard {
    /// A guard with a token that nobody can guess.
    ///
    /// # Errors
    /// Where the system has no random bytes.
    pub(super) fn new(address: SocketAddr) -> std::io::Result<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| std::io::Error::other(error.to_string()))?;
        let token = bytes.iter().fold(String::new(), |mut token, byte| {
            let _ = write!(token, "{byte:02x}");
            token
        });
        Ok(Self { token, port: address.port() })
    }

    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// Whether it names this server as people do, and not a name that somebody lets lead here.
    pub(super) fn is_at_home(&self, request: &Request) -> bool {
        let host = request.header("host").unwrap_or_default();
        ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| host == format!("{name}:{}", self.port))
    }

    /// Whether the page of this run sent it.
    pub(super) fn is_own(&self, request: &Request) -> bool {
        let host = request.header("host").unwrap_or_default();
        let origin = request.header("origin").is_none_or(|origin| origin == format!("http://{host}"));
        let site = request.header("sec-fetch-site").is_none_or(|site| site == "same-origin");
        let token = request.header(TOKEN).is_some_and(|token| same(token, &self.token));
        self.is_at_home(request) && origin && site && token
    }
}

/// Compares in a time that does not tell where they differ.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_of_this_run_is_let_in() {
        let guard = Guard::new(([127, 0, 0, 1], 4011).into()).expect("random bytes");
        assert_eq!(guard.token().len(), 64);
        let other = Guard::new(([127, 0, 0, 1], 4011).into()).expect("random bytes");
        assert_ne!(guard.token(), other.token());
        let request = |headers: &[(&str, &str)]| {
            headers.iter().fold(Request::new("POST", "/__bizkit/check"), |request, (name, value)| {
                request.with_header(name, *value)
            })
        };
        let token = guard.token();
        let own = [("host", "127.0.0.1:4011"), ("origin", "http://127.0.0.1:4011"), (TOKEN, token)];
        assert!(guard.is_own(&request(&own)));
        assert!(guard.is_own(&request(&[("host", "localhost:4011"), (TOKEN, token)])));
        for (strange, why) in [
            (&[("host", "127.0.0.1:4011")][..], "no token"),
            (&[("host", "127.0.0.1:4011"), (TOKEN, other.token())], "the token of another run"),
            (&[("host", "evil.example:4011"), (TOKEN, token)], "a name that leads here"),
            (&[("host", "127.0.0.1:4012"), (TOKEN, token)], "another port"),
            (&[(TOKEN, token)], "no host"),
            (
                &[("host", "127.0.0.1:4011"), ("origin", "https://evil.example"), (TOKEN, token)],
                "a foreign page",
            ),
            (&[("host", "127.0.0.1:4011"), ("origin", "null"), (TOKEN, token)], "a page in a frame"),
            (&[("host", "127.0.0.1:4011"), ("sec-fetch-site", "cross-site"), (TOKEN, token)], "another site"),
        ] {
            assert!(!guard.is_own(&request(strange)), "{why}");
        }
    }
}
