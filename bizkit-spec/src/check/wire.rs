//! Whether each value fits the place where it travels: a query has no room for an object.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::media::MediaType;
use crate::model::{Api, ArrayType, BodyPlan, Content, Endpoint, Field, KeyLocation, Kind, Location, Schema};
use crate::source::Span;

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    for endpoint in &api.endpoints {
        for parameter in &endpoint.parameters {
            check_place(api, &parameter.field, parameter.location, findings);
        }
        if let Some(body) = &endpoint.body {
            check_binary(&body.field.schema, false, body.field.span, findings);
        }
        check_media(endpoint, findings);
        check_keys(endpoint, findings);
    }
    for def in &api.types {
        check_definition(api, &def.schema, def.span, findings);
    }
}

/// Outside a JSON body, a value is a text or several.
fn check_place(api: &Api, field: &Field, place: Location, findings: &mut Diagnostics) {
    check_binary(&field.schema, true, field.span, findings);
    check_lists(api, &field.schema, field.span, findings);
    let (place, repeats, help) = match place {
        Location::Query => ("the query", true, "a scalar, or a list of scalars"),
        Location::Path => ("the path", false, "a scalar, or a list with `delimiter`"),
        Location::Header => ("a header", false, "a scalar, or a list with `delimiter`"),
        Location::Body => return,
    };
    let fits = match &api.resolved(&field.schema).kind {
        Kind::Array(array) if repeats || array.delimiter.is_some() => api.is_scalar(&array.items),
        _ => api.is_scalar(&field.schema),
    };
    if !fits {
        let message = format!("`{}` is in {place}, which carries only text", field.wire);
        findings.push(
            Diagnostic::error(Code::BAD_PLACE, field.span, message)
                .help(format!("make it {help}, or write `in: body`")),
        );
    }
}

fn check_definition(api: &Api, schema: &Schema, span: Span, findings: &mut Diagnostics) {
    check_binary(schema, true, span, findings);
    match &schema.kind {
        Kind::Object(object) => {
            for field in object.members() {
                check_binary(&field.schema, true, field.span, findings);
                check_lists(api, &field.schema, field.span, findings);
            }
        }
        Kind::Union(union) => {
            for variant in &union.variants {
                if let Some(schema) = &variant.schema {
                    check_binary(schema, true, variant.span, findings);
                    check_lists(api, schema, variant.span, findings);
                }
            }
        }
        _ => check_lists(api, schema, span, findings),
    }
}

/// Elements that are joined to one text are scalars.
fn check_lists(api: &Api, schema: &Schema, span: Span, findings: &mut Diagnostics) {
    match &schema.kind {
        Kind::Array(array) => {
            if array.delimiter.is_some() && !api.is_scalar(&array.items) {
                findings.push(
                    Diagnostic::error(Code::BAD_PLACE, span, "only scalars can be joined with a `delimiter`")
                        .help("delete `delimiter`, or make the items scalars"),
                );
            }
            check_values(api, array, span, findings);
            check_lists(api, &array.items, span, findings);
        }
        Kind::Map(map) => check_lists(api, &map.values, span, findings),
        _ => {}
    }
}

/// A value that holds the delimiter could not be told from two.
fn check_values(api: &Api, array: &ArrayType, span: Span, findings: &mut Diagnostics) {
    let (Some(delimiter), Kind::Enum(list)) = (array.delimiter, &api.resolved(&array.items).kind) else {
        return;
    };
    if let Some(value) = list.values.iter().find(|value| value.wire.contains(delimiter)) {
        let message = format!("the value `{}` holds the delimiter `{delimiter}` of its list", value.wire);
        findings.push(
            Diagnostic::error(Code::BAD_PLACE, span, message)
                .help("write another `delimiter`, or leave it out for one parameter per element"),
        );
    }
}

/// Bytes are a whole body, never a part of JSON or of a URL.
fn check_binary(schema: &Schema, refused: bool, span: Span, findings: &mut Diagnostics) {
    let inner = match &schema.kind {
        Kind::Binary => refused,
        Kind::Array(array) => return check_binary(&array.items, true, span, findings),
        Kind::Map(map) => return check_binary(&map.values, true, span, findings),
        _ => false,
    };
    if inner {
        findings.push(
            Diagnostic::error(Code::BAD_PLACE, span, "`binary` is a whole body or a whole response")
                .help("write `type: string` for bytes that travel as text"),
        );
    }
}

/// What is written as another type than JSON is a text or bytes, and a content type is one.
fn check_media(endpoint: &Endpoint, findings: &mut Diagnostics) {
    let wrong = |text: &str, span| {
        let found = if text.trim().is_empty() { "nothing".to_owned() } else { format!("`{text}`") };
        Diagnostic::error(Code::WRONG_KIND, span, format!("expected a media type, found {found}"))
            .help("write it like `text/html`")
    };
    for response in &endpoint.responses {
        if let Content::Text(text) | Content::Binary(text) = &response.content
            && !MediaType::of(text).is_valid()
        {
            findings.push(wrong(text, endpoint.span));
        }
    }
    let Some(body) = &endpoint.body else { return };
    let media = MediaType::of(&body.content_type);
    if !media.is_valid() || media.is_range() {
        findings.push(wrong(&body.content_type, body.field.span));
    } else if media.is_no_json() && endpoint.request.body == BodyPlan::Json {
        let message = format!("`{}` is no JSON, so this value has no form in it", body.content_type);
        findings.push(
            Diagnostic::error(Code::BAD_PLACE, body.field.span, message)
                .help("write `type: string` or `type: binary`, or delete `contentType` for JSON"),
        );
    }
}

/// The client adds the key by itself, where there is room for it.
fn check_keys(endpoint: &Endpoint, findings: &mut Diagnostics) {
    let Some(key) = &endpoint.key else { return };
    if let Some(parameter) = endpoint.parameters.iter().find(|parameter| parameter.field.wire == key.name) {
        findings.push(
            Diagnostic::error(
                Code::NAME_COLLISION,
                parameter.field.span,
                format!("`{}` is the API's key, which the client adds by itself", key.name),
            )
            .help("delete the parameter; `key: none` turns the key off"),
        );
    }
    if key.locations.contains(&KeyLocation::Body) && !matches!(endpoint.request.body, BodyPlan::Object(_)) {
        let what = match &endpoint.body {
            Some(_) => "the body is one value".to_owned(),
            None => format!("this {} has none", endpoint.method.as_str()),
        };
        findings.push(
            Diagnostic::error(
                Code::BAD_PLACE,
                endpoint.span,
                format!("the key `{}` is in the body, but {what}", key.name),
            )
            .help("write `key: query`, `key: bearer` or `key: header`, or `key: none` for a call without it"),
        );
    }
}
