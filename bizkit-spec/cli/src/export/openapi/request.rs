//! The arguments of an endpoint to parameters and a request body.

use super::language::in_language;
use super::members::{deprecation, extension, renamed};
use super::schema::{members, object_members, schema};
use bizkit_spec::json::Json;
use bizkit_spec::json::build::{Pair, array, object, pair, text};
use bizkit_spec::model::{Api, Body, Endpoint, Field, Kind, Location, Parameter, Segment};

/// `parameters`, `requestBody`, and the order of all arguments where these two do not show it.
pub(super) fn arguments(api: &Api, endpoint: &Endpoint, template: &str) -> Vec<Pair> {
    let in_body = |parameter: &&Parameter| match parameter.location {
        Location::Body => true,
        Location::Query | Location::Path | Location::Header => false,
    };
    let (inside, outside): (Vec<&Parameter>, Vec<&Parameter>) = endpoint.parameters.iter().partition(in_body);
    let mut all = Vec::new();
    if !outside.is_empty() {
        let list = outside.iter().map(|one| parameter(api, endpoint, one, template));
        all.push(pair("parameters", array(list)));
    }
    if !inside.is_empty() {
        let fields: Vec<&Field> = inside.iter().map(|parameter| &parameter.field).collect();
        let schema = object(object_members(api, &fields));
        let media = object([pair("schema", schema)]);
        let mut value = vec![pair("content", object([pair("application/json", media)]))];
        if fields.iter().any(|field| field.required) {
            value.push(pair("required", Json::Bool(true)));
        }
        all.push(pair("requestBody", object(value)));
    }
    let wire = |parameter: &Parameter| parameter.field.wire.clone();
    let shown: Vec<String> = outside.iter().chain(&inside).map(|parameter| wire(parameter)).collect();
    let written: Vec<String> = endpoint.parameters.iter().map(wire).collect();
    if shown != written {
        all.push(extension("order", array(written.iter().map(|name| text(name)))));
    }
    all.extend(endpoint.body.iter().flat_map(|body| whole_body(api, body)));
    all
}

/// A body that is one value.
fn whole_body(api: &Api, body: &Body) -> [Pair; 2] {
    let Body {
        content_type,
        field: Field { wire, name, required, additional_properties: _, schema, span: _ },
    } = body;
    let described = members(api, schema);
    let mut exact = vec![pair("contentType", text(content_type))];
    if name.snake() != wire {
        exact.push(pair("name", text(name.snake())));
    }
    exact.extend((!required).then(|| pair("required", Json::Bool(false))));
    exact.extend(in_language(&described));
    let media = match schema.kind {
        // Bytes have no schema in OpenAPI.
        Kind::Binary => object([]),
        _ => object([pair("schema", object(described))]),
    };
    let content = pair("content", object([(content_type.clone(), media)]));
    let value = object([content, pair("required", Json::Bool(*required))]);
    [pair("requestBody", value), extension("body", object(exact))]
}

fn parameter(api: &Api, endpoint: &Endpoint, parameter: &Parameter, template: &str) -> Json {
    let Parameter {
        location,
        field: Field { wire, name, required, additional_properties: _, schema: described, span: _ },
    } = parameter;
    let shown = match location {
        Location::Path => in_template(endpoint, wire, template),
        Location::Query | Location::Header | Location::Body => wire,
    };
    let mut all = vec![pair("name", text(shown)), pair("in", text(location.word()))];
    if shown != wire {
        all.push(extension("wire", text(wire)));
    }
    all.extend(renamed(name, wire));
    if *required {
        all.push(pair("required", Json::Bool(true)));
    }
    all.extend(described.description.as_deref().map(|about| pair("description", text(about))));
    all.extend(deprecation(described.deprecated.as_ref()));
    let mut plain = described.clone();
    plain.description = None;
    plain.deprecated = None;
    all.push(pair("schema", schema(api, &plain)));
    object(all)
}

/// What the template calls a part of the path: another endpoint of the path may have named it.
fn in_template<'a>(endpoint: &'a Endpoint, wire: &'a str, template: &'a str) -> &'a str {
    let own = endpoint.request.path.iter().filter_map(|segment| match segment {
        Segment::Parameter(id) => Some(id.of(&endpoint.parameters).field.wire.as_str()),
        Segment::Literal(_) => None,
    });
    own.zip(names(template)).find(|(own, _)| *own == wire).map_or(wire, |(_, shown)| shown)
}

/// What stands in the braces of a template, in order.
fn names(template: &str) -> Vec<&str> {
    template.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}
