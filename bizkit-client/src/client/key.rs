//! The key of a client: its text stays in here, and goes where the endpoint takes it.

use std::fmt;
use std::sync::Arc;

use http::HeaderValue;
use zeroize::Zeroizing;

use crate::base::violation::Violation;
use crate::error::Error;
use crate::schema::tables::{ApiInfo, EndpointInfo, KeyLocation};
use crate::secret::Secret;
use crate::value::check::Checker;

/// A key that keeps the rules of its API. Cheap to clone; shows itself nowhere.
#[derive(Clone)]
pub(crate) struct Key(Arc<Secret>);

impl Key {
    /// Checks a key by the rules of the API. The error names the rule, never the text.
    pub(crate) fn new(api: &'static ApiInfo, text: Secret) -> Result<Self, Error> {
        let Some(info) = &api.key else {
            return Err(Error::setup(format!("the API {} takes no key", api.title)));
        };
        match Checker::accept_text("key", text.expose(), info.rules) {
            Ok(()) => Ok(Self(Arc::new(text))),
            Err(invalid) => Err(Error::setup(refusal(api, invalid.violations())).about_key(api)),
        }
    }

    /// The text, for the wire alone.
    pub(crate) fn expose(&self) -> &str {
        self.0.expose()
    }

    /// The text after a prefix as a header value that no log shows.
    pub(crate) fn header(&self, prefix: &str) -> Result<HeaderValue, Error> {
        let text = Zeroizing::new([prefix, self.expose()].concat());
        let mut value = HeaderValue::from_str(&text)
            .map_err(|_| Error::setup("the key holds a character that no header can carry"))?;
        value.set_sensitive(true);
        Ok(value)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(***)")
    }
}

/// Which rules a key breaks, and not what stands in it.
fn refusal(api: &ApiInfo, violations: &[Violation]) -> String {
    let rules: Vec<String> =
        violations.iter().map(|found| format!("{} ({})", found.message, found.rule)).collect();
    format!("the key is no key of {}: {}", api.title, rules.join("; "))
}

/// The name and the place of the key in a call: the preferred place where the endpoint takes it, otherwise the
/// endpoint's first; `None` for an endpoint without a key.
pub(crate) fn place(
    info: &'static EndpointInfo,
    preferred: Option<KeyLocation>,
) -> Option<(&'static str, KeyLocation)> {
    let accepted = info.key.as_ref()?;
    let place = preferred.filter(|place| accepted.locations.contains(place));
    Some((accepted.name, place.or(accepted.locations.first().copied())?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::endpoint::Endpoint;
    use crate::schema::tables::KeyUse;
    use crate::testing::{Buy, Look};
    use KeyLocation::{Bearer, Body, Header, Query};

    #[test]
    fn the_key_goes_where_the_user_wants_it_if_the_endpoint_takes_it_there() {
        let table = [
            (Look::INFO, None, Query),
            (Look::INFO, Some(Query), Query),
            (Look::INFO, Some(Bearer), Bearer),
            (Look::INFO, Some(Header), Query),
            (Look::INFO, Some(Body), Query),
            (Buy::INFO, None, Body),
            (Buy::INFO, Some(Query), Body),
            (Buy::INFO, Some(Header), Header),
            (Buy::INFO, Some(Bearer), Bearer),
        ];
        for (info, preferred, expected) in table {
            assert_eq!(place(info, preferred), Some(("apiKey", expected)), "{} {preferred:?}", info.id);
        }
        for info in [&OPEN, &NOWHERE] {
            assert_eq!(place(info, Some(Query)), None);
        }
    }

    static OPEN: EndpointInfo = EndpointInfo { key: None, ..COPY };
    static NOWHERE: EndpointInfo = EndpointInfo { key: Some(KeyUse { name: "k", locations: &[] }), ..COPY };
    const COPY: EndpointInfo = EndpointInfo {
        api: &crate::testing::API,
        id: "open",
        method: crate::schema::tables::Method::Get,
        base_url: None,
        path: &[],
        key: None,
        retry: crate::schema::tables::RetryClass::Safe,
        timeout: None,
        rate_limit: None,
        parameters: &[],
        body: None,
        accept: "*/*",
        responses: &[],
        docs: None,
    };
}
