//! The responses that the specs document, as a server sends them.

use bizkit_spec::Specs;
use bizkit_spec::model::Content;
use std::fmt;

/// One documented response.
pub(crate) struct Documented {
    /// The endpoint's id; behind its first response with a number.
    pub(crate) name: String,
    /// The endpoint's id.
    pub(crate) endpoint: String,
    pub(crate) status: u16,
    /// JSON.
    pub(crate) body: String,
}

impl fmt::Display for Documented {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// Every documented response with JSON, in the order of the specs.
pub(crate) fn responses() -> Vec<Documented> {
    let sources: &[(&str, &str)] = bizkit_macros::sources!("../specs");
    let specs = Specs::from_texts(sources.iter().copied());
    let mut responses = Vec::new();
    for endpoint in &specs.api().unwrap().endpoints {
        let is_json = |status| {
            let response = endpoint.responses.iter().find(|response| response.status.covers(status));
            response.is_some_and(|response| matches!(response.content, Content::Json(_)))
        };
        let examples = endpoint.examples.iter().filter(|example| is_json(example.status));
        let bodies = examples.filter_map(|example| Some((example.status, example.response.as_ref()?)));
        for (index, (status, body)) in bodies.enumerate() {
            let name = match index {
                0 => endpoint.id.clone(),
                _ => format!("{}#{}", endpoint.id, index + 1),
            };
            responses.push(Documented {
                name,
                endpoint: endpoint.id.clone(),
                status,
                body: body.to_string(),
            });
        }
    }
    responses
}

/// The body of the first documented response of an endpoint.
pub(crate) fn response(endpoint: &str) -> String {
    responses().into_iter().find(|response| response.endpoint == endpoint).unwrap().body
}
