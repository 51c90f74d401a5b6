//! An endpoint or a type as a page for a terminal: what every back end sees.

use super::words::{self, group_rule, key_place, place};
use bizkit_spec::Checked;
use bizkit_spec::model::{
    Api, Content, Endpoint, Field, Group, GroupRule, Kind, PageStyle, RetryClass, Schema, TypeDef, TypeId,
};
use bizkit_spec::name::Name;
use bizkit_spec::period;
use bizkit_spec::visible;
use std::fmt::Write;

/// Everything that the model says of an endpoint.
pub fn endpoint(api: &Checked<Api>, endpoint: &Endpoint) -> String {
    let mut page = Page::new(api);
    page.line(&format!("{} {}", endpoint.method.as_str(), endpoint.path_template()));
    page.line(endpoint.docs.summary.as_deref().unwrap_or_default());
    page.text.push('\n');
    page.rows(head(api, endpoint));

    let parameters: Vec<[String; 4]> = endpoint
        .parameters
        .iter()
        .map(|parameter| {
            let [name, presence, ty] = page.member(&parameter.field);
            [name, place(parameter.place).to_owned(), presence, ty]
        })
        .collect();
    page.section("parameters", parameters);
    if let Some(body) = &endpoint.body {
        let ty = page.describe(&body.field.schema);
        page.section("body", vec![[body.content_type.clone(), ty]]);
    }
    let fields: Vec<&Field> = bizkit_spec::rust::arguments(endpoint).collect();
    page.section("constraints", groups(&endpoint.groups, &fields));
    let replies = endpoint.replies.iter().map(|reply| {
        let content = match &reply.content {
            Content::Empty => "nothing".to_owned(),
            Content::Json(schema) => page.describe(schema),
            Content::Text(content_type) => format!("text, {content_type}"),
            Content::Binary(content_type) => format!("bytes, {content_type}"),
        };
        [reply.status.to_string(), content, reply.description.clone().unwrap_or_default()]
    });
    let replies = replies.collect();
    page.section("replies", replies);
    let errors = endpoint.errors.iter().map(|id| {
        let error = id.of(&api.errors);
        [
            error.code.clone(),
            error.status.map_or(String::new(), |status| status.to_string()),
            error.summary.clone(),
        ]
    });
    let errors = errors.collect();
    page.section("error codes", errors);
    let examples = endpoint.examples.iter().map(|example| {
        [
            example.status.to_string(),
            example.summary.clone().unwrap_or_else(|| "the documented call".to_owned()),
        ]
    });
    let examples = examples.collect();
    page.section("examples", examples);
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

fn head(api: &Api, endpoint: &Endpoint) -> Vec<[String; 2]> {
    let row = |name: &str, value: String| [name.to_owned(), value];
    let module = endpoint.module.iter().map(Name::snake).collect::<Vec<_>>().join("::");
    let mut rows = vec![
        row("request", format!("{module}::{}", endpoint.name.pascal())),
        row("host", endpoint.base_url.as_ref().unwrap_or(&api.base_url).clone()),
        row(
            "key",
            endpoint.key.as_ref().map_or("none".to_owned(), |key| {
                let places: Vec<&str> = key.places.iter().map(|place| key_place(*place)).collect();
                format!("{} in {}", key.name, places.join(" or "))
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
    if let Some(pages) = &endpoint.pagination {
        let cursor = &pages.cursor.of(&endpoint.parameters).field.wire;
        rows.push(row(
            "pagination",
            match pages.style {
                PageStyle::Page { first } => format!("`{cursor}` counts pages from {first}"),
                PageStyle::Offset => format!("`{cursor}` counts items to leave out"),
            },
        ));
    }
    rows.extend(endpoint.docs.seen.iter().map(|seen| row("seen", seen.to_string())));
    rows.extend(endpoint.docs.link.iter().map(|link| row("docs", link.clone())));
    rows.extend(
        endpoint
            .docs
            .deprecated
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
        [field.wire.clone(), words::presence(field).to_owned(), self.describe(&field.schema)]
    }

    /// A type in words; what it names is explained further down.
    fn describe(&mut self, schema: &Schema) -> String {
        self.want(schema);
        words::schema(self.api, schema)
    }

    fn want(&mut self, schema: &Schema) {
        match &schema.kind {
            Kind::Ref(id) if !self.wanted.contains(id) => self.wanted.push(*id),
            Kind::Array(ty) => self.want(&ty.items),
            Kind::Map(ty) => self.want(&ty.values),
            _ => {}
        }
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
            Kind::Object(object) => {
                let rows = object.members().map(|field| self.member(field)).collect();
                self.rows(rows);
                let fields: Vec<&Field> = object.fields.iter().collect();
                self.rows(groups(&object.groups, &fields));
            }
            Kind::Union(union) => {
                let rows = union.variants.iter().map(|variant| {
                    let holds = variant.schema.as_ref().map_or(String::new(), |schema| self.describe(schema));
                    let failure = if variant.failure { "the call failed" } else { "" };
                    let select = words::select(&variant.select, union.discriminator.as_deref());
                    [variant.name.pascal(), select, holds, failure.to_owned()]
                });
                let rows = rows.collect();
                self.rows(rows);
            }
            Kind::Enum(ty) => {
                let rows = ty.values.iter().map(|value| {
                    [value.wire.clone(), value.name.pascal(), value.description.clone().unwrap_or_default()]
                });
                self.rows(rows.collect());
            }
            _ => self.want(&def.schema),
        }
    }
}

fn groups(groups: &[Group], fields: &[&Field]) -> Vec<[String; 2]> {
    let row = |group: &Group| {
        let members: Vec<&str> = group.members.iter().map(|member| member.of(fields).wire.as_str()).collect();
        let members = match (group.rule, members.as_slice()) {
            (GroupRule::DependentRequired, [first, needed @ ..]) => {
                format!("{first} needs {}", needed.join(", "))
            }
            (_, members) => members.join(", "),
        };
        [group_rule(group.rule).to_owned(), members]
    };
    groups.iter().map(row).collect()
}
