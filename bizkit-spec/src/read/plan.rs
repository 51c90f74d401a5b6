//! Lowers what an endpoint says about its arguments to the way in which its request is written.

use crate::media::MediaType;
use crate::model::{Api, BodyPlan, Endpoint, KeyLocation, Kind, Location, ParameterId, RequestPlan, Segment};

/// The plan of an endpoint whose types are all known.
pub(super) fn lower(api: &Api, endpoint: &Endpoint, path: Vec<Segment>) -> RequestPlan {
    let mut plan = RequestPlan { path, ..RequestPlan::default() };
    let mut members = Vec::new();
    for (index, parameter) in endpoint.parameters.iter().enumerate() {
        let id = ParameterId(index);
        match parameter.location {
            // Where it stands in the path is known already.
            Location::Path => {}
            Location::Query => plan.query.push(id),
            Location::Header => plan.headers.push(id),
            Location::Body => members.push(id),
        }
    }
    let key = endpoint.key.as_ref().is_some_and(|key| key.locations.contains(&KeyLocation::Body));
    plan.body = match &endpoint.body {
        Some(body) => match api.resolved(&body.field.schema).kind {
            Kind::Binary => BodyPlan::Bytes,
            _ if MediaType::of(&body.content_type).is_json() => BodyPlan::Json,
            _ if api.is_scalar(&body.field.schema) => BodyPlan::Text,
            _ => BodyPlan::Json,
        },
        None if !members.is_empty() || endpoint.method.has_body() && key => BodyPlan::Object(members),
        None => BodyPlan::None,
    };
    plan
}
