//! Lists the arguments of a call.

use crate::model::{Endpoint, Field};

/// The arguments of a call in the order of the spec, the body's value last.
pub fn arguments(endpoint: &Endpoint) -> impl Iterator<Item = &Field> {
    let parameters = endpoint.parameters.iter().map(|parameter| &parameter.field);
    parameters.chain(endpoint.body.as_ref().map(|body| &body.field))
}
