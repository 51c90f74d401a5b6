//! `pagination`: which parameter counts, and where the items are.

use super::Context;
use super::entry::Entries;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::keywords::Mapping;
use crate::model::{
    Content, Field, FieldId, Kind, ObjectType, PageStyle, Pagination, ParameterId, Response, Schema,
};
use crate::yaml::Node;

impl Context {
    pub(super) fn read_pagination(
        &mut self,
        entries: &mut Entries<'_>,
        parameters: &[Field],
        responses: &[Response],
    ) -> Option<Pagination> {
        let node = entries.take("pagination")?;
        let mut entries =
            Entries::of(&mut self.findings, node, "a mapping such as `{ page: page, items: items }`")?;
        let page = entries.take("page");
        let offset = entries.take("offset");
        let first = entries.integer(&mut self.findings, "firstPage").map_or(1, |(first, _)| first);
        let style = if page.is_some() { PageStyle::Page { first } } else { PageStyle::Offset };
        if page.is_some() == offset.is_some() {
            self.error(
                Diagnostic::error(
                    Code::CONFLICTING_KEYS,
                    node.span,
                    "pagination counts either pages or items",
                )
                .help("write `page: <parameter>` or `offset: <parameter>`"),
            );
        }
        let cursor = page.or(offset).and_then(|node| self.read_counter(node, parameters));
        let limit = entries.take("limit").and_then(|node| self.read_counter(node, parameters));
        let default_limit = entries.count(&mut self.findings, "defaultLimit").map(|(value, _)| value);
        let response: Vec<Field> =
            self.response_fields(responses).map(|object| object.fields.clone()).unwrap_or_default();
        let items = entries.require(&mut self.findings, "items", "items: items");
        let items = items.and_then(|node| self.read_items_field(node, &response));
        let total = entries.take("total").and_then(|node| self.read_total_field(node, &response));
        entries.finish(&mut self.findings, "pagination", Mapping::Pagination);
        Some(Pagination { style, cursor: cursor?, limit, default_limit, items: items?, total })
    }

    /// A parameter that counts is a whole number.
    fn read_counter(&mut self, node: &Node, parameters: &[Field]) -> Option<ParameterId> {
        let at = self.read_member(node, parameters, "parameter")?;
        if !matches!(self.kind(&at.of(parameters).schema), Kind::Integer(_)) {
            self.error(
                Diagnostic::error(
                    Code::BAD_PLACE,
                    node.span,
                    format!("`{}` does not count: it is not an integer", at.of(parameters).wire),
                )
                .help("write `type: integer` there; with `as: string` if it is sent as text"),
            );
            return None;
        }
        Some(ParameterId(at.0))
    }

    fn read_items_field(&mut self, node: &Node, fields: &[Field]) -> Option<FieldId> {
        let at = self.read_member(node, fields, "field of the response")?;
        if !matches!(self.kind(&at.of(fields).schema), Kind::Array(_)) {
            self.error(
                Diagnostic::error(
                    Code::BAD_PLACE,
                    node.span,
                    format!("`{}` is not a list", at.of(fields).wire),
                )
                .help("name the field that holds the list"),
            );
            return None;
        }
        Some(FieldId(at.0))
    }

    /// The number of all items may be written in any way that numbers are.
    fn read_total_field(&mut self, node: &Node, fields: &[Field]) -> Option<FieldId> {
        let at = self.read_member(node, fields, "field of the response")?;
        if !matches!(self.kind(&at.of(fields).schema), Kind::Integer(_) | Kind::Decimal(_) | Kind::Number(_))
        {
            self.error(
                Diagnostic::error(
                    Code::BAD_PLACE,
                    node.span,
                    format!("`{}` does not count: it is no number", at.of(fields).wire),
                )
                .help("name the field that tells how many items all pages hold"),
            );
            return None;
        }
        Some(FieldId(at.0))
    }

    /// What a schema is in the end.
    fn kind<'a>(&'a self, schema: &'a Schema) -> &'a Kind {
        let mut kind = &schema.kind;
        while let Kind::Ref(id) = kind {
            kind = &self.types[id.0].schema.kind;
        }
        kind
    }

    /// The object that a successful response holds.
    fn response_fields<'a>(&'a self, responses: &'a [Response]) -> Option<&'a ObjectType> {
        let Content::Json(schema) = &responses.first()?.content else { return None };
        match self.kind(schema) {
            Kind::Object(object) => Some(object),
            _ => None,
        }
    }
}
