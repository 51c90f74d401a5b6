//! A documented call as it travels: what a shell or a script has to send.

use bizkit_spec::json::Json;
use bizkit_spec::model::{
    Api, BodyPlan, Endpoint, Example, KeyLocation, Kind, ParameterId, RequestPlan, Schema, Segment,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// A value that is written down, or the key, which never is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Text(String),
    /// The environment variable that holds the key.
    Key(String),
}

/// What the body holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Body {
    /// Members of a JSON object; the key may be one of them.
    Fields(Vec<(String, Field)>),
    Json(Json),
    Text(String),
    /// Bytes, which come from a file.
    File,
}

/// A member of a JSON body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Field {
    Json(Json),
    Key(String),
}

/// A request.
#[derive(Debug, Clone)]
pub(crate) struct Wire {
    pub(crate) method: &'static str,
    /// Host and path, parameters in the path filled in and encoded.
    pub(crate) url: String,
    pub(crate) query: Vec<(String, Value)>,
    /// Names with what stands before the value, and the value.
    pub(crate) headers: Vec<(String, &'static str, Value)>,
    /// Content type and body.
    pub(crate) body: Option<(String, Body)>,
}

impl Wire {
    pub(in crate::export) fn of(api: &Api, endpoint: &Endpoint, example: &Example) -> Self {
        Self::with(api, endpoint, example.request.as_ref())
    }

    /// The request that carries these arguments.
    pub(crate) fn with(api: &Api, endpoint: &Endpoint, arguments: Option<&Json>) -> Self {
        let given = |wire: &str| arguments.and_then(|request| request.get(wire));
        let mut wire = Self {
            method: endpoint.method.as_str(),
            url: endpoint.base_url.clone().unwrap_or_else(|| api.base_url.clone()),
            query: Vec::new(),
            headers: Vec::new(),
            body: None,
        };
        let RequestPlan { path, query, headers, body } = &endpoint.request;
        for segment in path {
            match segment {
                Segment::Literal(text) => wire.url.push_str(text),
                Segment::Parameter(id) => {
                    let field = &id.of(&endpoint.parameters).field;
                    let value = given(&field.wire).map(|value| texts(api, &field.schema, value).concat());
                    wire.url.push_str(&encoded(&value.unwrap_or_default()));
                }
            }
        }
        let sent = |id: &ParameterId| {
            let field = &id.of(&endpoint.parameters).field;
            let values = given(&field.wire).map(|value| texts(api, &field.schema, value)).unwrap_or_default();
            values.into_iter().map(|text| (field.wire.clone(), Value::Text(text)))
        };
        wire.query.extend(query.iter().flat_map(sent));
        wire.headers.extend(headers.iter().flat_map(sent).map(|(name, value)| (name, "", value)));
        let mut fields = Vec::new();
        if let BodyPlan::Object(members) = body {
            let names = members.iter().map(|id| &id.of(&endpoint.parameters).field.wire);
            fields.extend(names.filter_map(|name| Some((name.clone(), Field::Json(given(name)?.clone())))));
        }
        if let Some(key) = &endpoint.key {
            let env =
                api.key.as_ref().and_then(|key| key.env.clone()).unwrap_or_else(|| "API_KEY".to_owned());
            match key.locations.first() {
                Some(KeyLocation::Query) => wire.query.push((key.name.clone(), Value::Key(env))),
                Some(KeyLocation::Header) => wire.headers.push((key.name.clone(), "", Value::Key(env))),
                Some(KeyLocation::Bearer) => {
                    wire.headers.push(("Authorization".to_owned(), "Bearer ", Value::Key(env)));
                }
                Some(KeyLocation::Body) => fields.push((key.name.clone(), Field::Key(env))),
                None => {}
            }
        }
        let given = || endpoint.body.as_ref().and_then(|body| given(&body.field.wire));
        let content = match body {
            BodyPlan::None => None,
            BodyPlan::Object(_) => Some(Body::Fields(fields)),
            BodyPlan::Bytes => given().map(|_| Body::File),
            BodyPlan::Text => given().map(|value| Body::Text(text(value))),
            BodyPlan::Json => given().map(|value| Body::Json(value.clone())),
        };
        let content_type = endpoint.content_type().map(str::to_owned);
        wire.body = content_type.zip(content);
        wire
    }

    /// Whether the query can be given apart from the address, as names and values.
    pub(in crate::export) fn is_plain_get(&self) -> bool {
        self.method == "GET" && self.body.is_none() && !self.query.is_empty()
    }
}

/// A value outside of JSON: a list without a delimiter is several.
fn texts(api: &Api, schema: &Schema, value: &Json) -> Vec<String> {
    match (&api.resolved(schema).kind, value) {
        (Kind::Array(list), Json::Array(items)) => match list.delimiter {
            Some(sign) => vec![items.iter().map(text).collect::<Vec<_>>().join(&sign.to_string())],
            None => items.iter().map(text).collect(),
        },
        _ => vec![text(value)],
    }
}

/// One value outside of JSON.
fn text(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// All but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A text as a part of a path or a query.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}
