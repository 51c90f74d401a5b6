//! The replies that the specs document, as a server sends them.

use bizkit_spec::Specs;
use bizkit_spec::model::Content;
use std::fmt;

/// One documented reply.
pub(crate) struct Documented {
    /// The endpoint's id; behind its first reply with a number.
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

/// Every documented reply with JSON, in the order of the specs.
pub(crate) fn replies() -> Vec<Documented> {
    let sources: &[(&str, &str)] = bizkit_macros::sources!("../specs");
    let specs = Specs::from_texts(sources.iter().copied());
    let mut replies = Vec::new();
    for endpoint in &specs.api().unwrap().endpoints {
        let is_json = |status| {
            let reply = endpoint.replies.iter().find(|reply| reply.status.covers(status));
            reply.is_some_and(|reply| matches!(reply.content, Content::Json(_)))
        };
        let examples = endpoint.examples.iter().filter(|example| is_json(example.status));
        let bodies = examples.filter_map(|example| Some((example.status, example.response.as_ref()?)));
        for (index, (status, body)) in bodies.enumerate() {
            let name = match index {
                0 => endpoint.id.clone(),
                _ => format!("{}#{}", endpoint.id, index + 1),
            };
            replies.push(Documented { name, endpoint: endpoint.id.clone(), status, body: body.to_string() });
        }
    }
    replies
}

/// The body of the first documented reply of an endpoint.
pub(crate) fn reply(endpoint: &str) -> String {
    replies().into_iter().find(|reply| reply.endpoint == endpoint).unwrap().body
}
