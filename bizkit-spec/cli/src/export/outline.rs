//! An endpoint or a type as a page for a terminal: what every back end sees.

use super::words::{self, group_rule};
use bizkit_spec::Checked;
use bizkit_spec::model::{
    About, Api, Body, Constraint, ConstraintRule, Content, Endpoint, EnumType, EnumValue, ErrorCode, Example,
    Field, KeyUse, Kind, ObjectType, PageStyle, Pagination, Parameter, Response, RetryClass, Schema, TypeDef,
    TypeId, UnionType, Variant,
};
use bizkit_spec::name::Name;
use bizkit_spec::period;
use bizkit_spec::visible;
use std::fmt::Write;

/// Everything that the model says of an endpoint.
pub fn endpoint(api: &Checked<Api>, endpoint: &Endpoint) -> String {
    // Names and what holds for the call as a whole stand in `head`; the path is written from the request's plan.
    let Endpoint {
        id: _,
        module: _,
        name: _,
        about,
        method,
        base_url: _,
        key: _,
        retry: _,
        timeout: _,
        rate_limit: _,
        parameters,
        request: _,
        body,
        constraints: rules,
        responses,
        pagination: _,
        examples,
        errors,
        span: _,
    } = endpoint;
    let mut page = Page::new(api);
    page.line(&format!("{} {}", method.as_str(), endpoint.path_template()));
    page.line(about.summary.as_deref().unwrap_or_default());
    page.text.push('\n');
    page.rows(head(api, endpoint));

    let parameters = parameters.iter().map(|Parameter { location, field }| {
        let [name, presence, ty] = page.member(field);
        [name, location.word().to_owned(), presence, ty]
    });
    let parameters = parameters.collect();
    page.section("parameters", parameters);
    if let Some(Body { content_type, field }) = body {
        let ty = page.describe(&field.schema);
        page.section("body", vec![[content_type.clone(), ty]]);
    }
    let fields: Vec<&Field> = bizkit_spec::rust::arguments(endpoint).collect();
    page.section("constraints", groups(rules, &fields));
    let responses = responses.iter().map(|Response { status, description, content }| {
        let content = match content {
            Content::Empty => "nothing".to_owned(),
            Content::Json(schema) => page.describe(schema),
            Content::Text(content_type) => format!("text, {content_type}"),
            Content::Binary(content_type) => format!("bytes, {content_type}"),
        };
        [status.to_string(), content, description.clone().unwrap_or_default()]
    });
    let responses = responses.collect();
    page.section("responses", responses);
    page.section("error codes", errors.iter().map(|id| code(id.of(&api.errors))).collect());
    page.section("examples", examples.iter().map(call).collect());
    page.types();
    page.text
}

/// Everything that the model says of a named type, and of the types inside.
pub fn type_def(api: &Checked<Api>, id: TypeId) -> String {
    let mut page = Page::new(api);
    page.wanted.push(id);
    page.types();
    page.text.trim_start().to_owned()
}

/// A row for an error code; help and link stand in the catalogue.
fn code(error: &ErrorCode) -> [String; 3] {
    let ErrorCode { code, name: _, status, summary, help: _, topic: _, docs: _, span: _ } = error;
    [code.clone(), status.map_or(String::new(), |status| status.to_string()), summary.clone()]
}

/// A row for a documented call; what is sent and what comes back is too long for one.
fn call(example: &Example) -> [String; 2] {
    let Example { summary, request: _, status, response: _, span: _ } = example;
    [status.to_string(), summary.clone().unwrap_or_else(|| "the documented call".to_owned())]
}

fn head(api: &Api, endpoint: &Endpoint) -> Vec<[String; 2]> {
    let row = |name: &str, value: String| [name.to_owned(), value];
    let About { summary: _, description: _, docs, deprecated, seen } = &endpoint.about;
    let module = endpoint.module.iter().map(Name::snake).collect::<Vec<_>>().join("::");
    let mut rows = vec![
        row("request", format!("{module}::{}", endpoint.name.pascal())),
        row("host", endpoint.base_url.as_ref().unwrap_or(&api.base_url).clone()),
        row(
            "key",
            endpoint.key.as_ref().map_or("none".to_owned(), |KeyUse { name, locations }| {
                let places: Vec<&str> = locations.iter().map(|place| place.word()).collect();
                format!("{name} in {}", places.join(" or "))
            }),
        ),
        row(
            "retry",
            match endpoint.retry {
                RetryClass::Safe => "safe: repeated when it may have arrived".to_owned(),
                RetryClass::Never => "never: repeated only when it certainly did not arrive".to_owned(),
            },
        ),
    ];
    rows.extend(endpoint.timeout.map(|time| row("timeout", format!("may take {}", period::text(time)))));
    rows.extend(endpoint.rate_limit.as_ref().map(|limit| row("rateLimit", limit.to_string())));
    if let Some(Pagination { style, cursor, limit: _, default_limit: _, items: _, total: _ }) =
        &endpoint.pagination
    {
        let cursor = &cursor.of(&endpoint.parameters).field.wire;
        rows.push(row(
            "pagination",
            match style {
                PageStyle::Page { first } => format!("`{cursor}` counts pages from {first}"),
                PageStyle::Offset => format!("`{cursor}` counts items to leave out"),
            },
        ));
    }
    rows.extend(seen.iter().map(|seen| row("seen", seen.to_string())));
    rows.extend(docs.iter().map(|link| row("docs", link.clone())));
    rows.extend(
        deprecated
            .iter()
            .map(|deprecated| row("deprecated", deprecated.note.clone().unwrap_or_else(|| "yes".to_owned()))),
    );
    rows
}

/// Text under construction, and the named types that it has mentioned.
struct Page<'a> {
    api: &'a Api,
    text: String,
    wanted: Vec<TypeId>,
}

impl<'a> Page<'a> {
    fn new(api: &'a Api) -> Self {
        Self { api, text: String::new(), wanted: Vec::new() }
    }

    fn line(&mut self, text: &str) {
        let _ = writeln!(self.text, "{}", visible::line(text.trim_end()));
    }

    fn section<const N: usize>(&mut self, title: &str, rows: Vec<[String; N]>) {
        if !rows.is_empty() {
            let _ = writeln!(self.text, "\n{title}");
            self.rows(rows);
        }
    }

    /// Columns as wide as their widest cell; the last one is free.
    fn rows<const N: usize>(&mut self, rows: Vec<[String; N]>) {
        let rows: Vec<[String; N]> =
            rows.into_iter().map(|row| row.map(|cell| visible::line(&cell).into_owned())).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> =
            (0..N).map(|column| if column + 1 < N { width(column) } else { 0 }).collect();
        for row in rows {
            let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
            self.line(&format!("  {}", cells.collect::<Vec<_>>().join("  ")));
        }
    }

    fn member(&mut self, field: &Field) -> [String; 3] {
        let Field { wire, name: _, required: _, additional_properties: _, schema, span: _ } = field;
        [wire.clone(), words::presence(field).to_owned(), self.describe(schema)]
    }

    /// A type in words; what it names is explained further down.
    fn describe(&mut self, schema: &Schema) -> String {
        self.want(schema);
        words::schema(self.api, schema)
    }

    fn want(&mut self, schema: &Schema) {
        self.wanted.extend(schema.named().filter(|id| !self.wanted.contains(id)));
    }

    /// Every named type that was mentioned, and those that these mention.
    fn types(&mut self) {
        let mut at = 0;
        while let Some(id) = self.wanted.get(at).copied() {
            self.definition(self.api.type_def(id));
            at += 1;
        }
    }

    fn definition(&mut self, def: &TypeDef) {
        let observed = matches!(&def.schema.kind, Kind::Object(object) if object.observed);
        let observed = if observed { ", known from examples" } else { "" };
        let seen = def.schema.seen.map_or_else(String::new, |seen| format!(", seen: {seen}"));
        let words = words::schema(self.api, &def.schema);
        let _ = writeln!(self.text, "\n{}: {}{observed}{seen}", def.name.pascal(), visible::line(&words));
        match &def.schema.kind {
            // Whether it is known from examples stands in its title.
            Kind::Object(object) => {
                let ObjectType { fields, additional_properties: _, constraints: rules, observed: _ } = object;
                let rows = object.members().map(|field| self.member(field)).collect();
                self.rows(rows);
                self.rows(groups(rules, &fields.iter().collect::<Vec<_>>()));
            }
            Kind::Union(UnionType { discriminator, variants }) => {
                let tag = discriminator.as_deref();
                let rows = variants.iter().map(|variant| self.branch(variant, tag)).collect();
                self.rows(rows);
            }
            Kind::Enum(EnumType { values, open: _ }) => {
                let rows = values.iter().map(|EnumValue { wire, name, description, span: _ }| {
                    [wire.clone(), name.pascal(), description.clone().unwrap_or_default()]
                });
                self.rows(rows.collect());
            }
            Kind::String(_)
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::Decimal(_)
            | Kind::Boolean(_)
            | Kind::Array(_)
            | Kind::Map(_)
            | Kind::Json
            | Kind::Binary
            | Kind::Ref(_) => self.want(&def.schema),
        }
    }
}

impl Page<'_> {
    fn branch(&mut self, variant: &Variant, discriminator: Option<&str>) -> [String; 4] {
        let Variant { name, select, schema, failure, description: _, span: _ } = variant;
        let holds = schema.as_ref().map_or(String::new(), |schema| self.describe(schema));
        let failure = if *failure { "the call failed" } else { "" };
        [name.pascal(), words::select(select, discriminator), holds, failure.to_owned()]
    }
}

fn groups(groups: &[Constraint], fields: &[&Field]) -> Vec<[String; 2]> {
    let row = |group: &Constraint| {
        let members: Vec<&str> = group.members.iter().map(|member| member.of(fields).wire.as_str()).collect();
        let members = match (group.rule, members.as_slice()) {
            (ConstraintRule::DependentRequired, [first, needed @ ..]) => {
                format!("{first} needs {}", needed.join(", "))
            }
            (_, members) => members.join(", "),
        };
        [group_rule(group.rule).to_owned(), members]
    };
    groups.iter().map(row).collect()
}
