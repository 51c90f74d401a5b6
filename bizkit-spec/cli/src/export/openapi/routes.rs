//! Endpoints to path items: OpenAPI has one for each path, whatever the host and the names in braces.

use super::members::extension;
use super::operation;
use bizkit_spec::json::Json;
use bizkit_spec::json::build::{Pair, object, pair, text};
use bizkit_spec::model::{Api, Endpoint, Segment};

/// One path with its operations.
struct Item {
    /// The path with its parameters left without names.
    shape: String,
    template: String,
    members: Vec<Pair>,
}

/// `paths`, in the order of the endpoints.
pub(super) fn paths(api: &Api) -> Json {
    let mut items: Vec<Item> = Vec::new();
    for endpoint in &api.endpoints {
        let method = endpoint.method.as_str().to_ascii_lowercase();
        let shape = shape(endpoint);
        let free = |item: &Item| item.members.iter().all(|(name, _)| *name != method);
        match items.iter_mut().find(|item| item.shape == shape) {
            Some(item) if free(item) => {
                let operation = operation::operation(api, endpoint, &item.template);
                item.members.push((method, operation));
            }
            // Another host has the same method and path: a fragment keeps the keys apart.
            Some(_) => {
                let exact = endpoint.path_template();
                let operation = operation::operation(api, endpoint, &exact);
                let key = format!("{exact}#{}", endpoint.id.replace(['{', '}'], ""));
                let members = vec![extension("path", text(&exact)), (method, operation)];
                items.push(Item { shape: key.clone(), template: key, members });
            }
            None => {
                let template = endpoint.path_template();
                let operation = operation::operation(api, endpoint, &template);
                items.push(Item { shape, template, members: vec![(method, operation)] });
            }
        }
    }
    object(items.into_iter().map(|item| pair(&item.template, object(item.members))))
}

fn shape(endpoint: &Endpoint) -> String {
    let piece = |segment: &Segment| match segment {
        Segment::Literal(text) => text.clone(),
        Segment::Parameter(_) => "{}".to_owned(),
    };
    endpoint.request.path.iter().map(piece).collect()
}
