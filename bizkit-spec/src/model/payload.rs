//! How the body of a request is written: an endpoint goes in, and the one decision that every back end shares comes
//! out.

use super::{Api, Body, Endpoint, KeyPlace, Kind, Place, Schema};
use crate::media::MediaType;

/// What the body of a request is made of.
#[derive(Debug, Clone, Copy)]
pub enum Payload<'a> {
    /// There is none.
    None,
    /// A JSON object of the parameters in the body, and of the key where it travels there.
    Object,
    /// One value as JSON.
    Json(&'a Body),
    /// One value as its text.
    Text(&'a Body),
    /// Bytes.
    Bytes(&'a Body),
}

impl<'a> Payload<'a> {
    /// The `Content-Type` that goes with it; `None` where there is no body.
    pub fn content_type(self) -> Option<&'a str> {
        match self {
            Self::None => None,
            Self::Object => Some("application/json"),
            Self::Json(body) | Self::Text(body) | Self::Bytes(body) => Some(&body.content_type),
        }
    }
}

impl Endpoint {
    /// How the body of a request is written.
    pub fn payload(&self, api: &Api) -> Payload<'_> {
        let members = || self.parameters.iter().any(|parameter| parameter.place == Place::Body);
        let key = || self.key.as_ref().is_some_and(|key| key.places.contains(&KeyPlace::Body));
        match &self.body {
            Some(body) => match api.resolved(&body.field.schema).kind {
                Kind::Binary => Payload::Bytes(body),
                _ if MediaType::of(&body.content_type).is_json() => Payload::Json(body),
                _ if api.is_scalar(&body.field.schema) => Payload::Text(body),
                _ => Payload::Json(body),
            },
            None if members() || self.method.has_body() && key() => Payload::Object,
            None => Payload::None,
        }
    }
}

impl Api {
    /// Whether a value is one text outside of JSON.
    pub fn is_scalar(&self, schema: &Schema) -> bool {
        match &self.resolved(schema).kind {
            Kind::String(_)
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::Decimal(_)
            | Kind::Boolean(_)
            | Kind::Enum(_) => !schema.nullable,
            Kind::Union(union) => {
                union.discriminator.is_none()
                    && union
                        .variants
                        .iter()
                        .all(|variant| variant.schema.as_ref().is_some_and(|schema| self.is_scalar(schema)))
            }
            _ => false,
        }
    }
}
