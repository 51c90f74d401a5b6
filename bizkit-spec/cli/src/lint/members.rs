//! Parameters and fields: descriptions, cases of names, ids, secrets, money, types of their own.

use bizkit_spec::codes::Code;
use bizkit_spec::diagnostic::{Diagnostic, Diagnostics};
use bizkit_spec::model::{Api, Field, Kind, Location, Schema, TypeDef};
use bizkit_spec::name::Name;
use bizkit_spec::validate::validate;
use std::collections::BTreeMap;

/// Last words of a name that say "this tells one thing from all others".
const IDS: [&str; 4] = ["id", "hash", "slug", "uuid"];

/// Words of what nobody but its owner may see.
const SECRETS: [&str; 6] = ["password", "passwd", "secret", "token", "credential", "credentials"];

/// Words of amounts of money.
const MONEY: [&str; 9] = ["price", "amount", "cost", "fee", "vat", "tax", "discount", "balance", "salary"];

/// A parameter or a field.
pub(super) struct Member<'a> {
    /// What it belongs to, in words.
    owner: String,
    /// The module of that.
    module: &'a [Name],
    field: &'a Field,
    /// Whether it is a header, whose names have a case of their own.
    is_header: bool,
}

/// Every parameter and every field.
fn all(api: &Api) -> Vec<Member<'_>> {
    let mut members = Vec::new();
    for endpoint in &api.endpoints {
        let of_call = |field, is_header| Member {
            owner: endpoint.id.clone(),
            module: &endpoint.module,
            field,
            is_header,
        };
        members.extend(endpoint.parameters.iter().map(|one| {
            let is_header = match one.location {
                Location::Header => true,
                Location::Query | Location::Path | Location::Body => false,
            };
            of_call(&one.field, is_header)
        }));
        members.extend(endpoint.body.iter().map(|body| of_call(&body.field, false)));
    }
    for def in &api.types {
        if let Kind::Object(object) = &def.schema.kind {
            let of_type =
                |field| Member { owner: def.name.pascal(), module: &def.module, field, is_header: false };
            members.extend(object.fields.iter().map(of_type));
        }
    }
    members
}

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    let members = all(api);
    let usual = usual_case(&members);
    let named = named_types(api, &members);
    for Member { owner, module, field, is_header } in &members {
        let wire = &field.wire;
        let mut found = |code, message: String, help: String| {
            findings.push(Diagnostic::warning(code, field.span, message).help(help));
        };
        let resolved = api.resolved(&field.schema);
        if field.schema.description.is_none() && resolved.description.is_none() {
            let message = format!("nothing says what `{wire}` of `{owner}` means");
            found(Code::MISSING_DESCRIPTION, message, "add `description:` in your own words".to_owned());
        }
        if let (Some(case), Some(usual)) = (case(wire), usual)
            && case != usual
            && !is_header
        {
            let message =
                format!("`{wire}` is written in {}, and most names in {}", case.name(), usual.name());
            found(Code::ODD_CASE, message, "correct it, unless the wire really spells it so".to_owned());
        }
        let words: Vec<&str> = field.name.snake().split('_').collect();
        let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
        let is_id = words.last().is_some_and(|word| IDS.contains(word));
        if let (true, Kind::String(text)) = (is_id, &field.schema.kind)
            && text.is_free()
        {
            let message = format!("`{wire}` of `{owner}` is an id, and any text will do");
            let help = "give it a type under `specs/types` with what is known: length, pattern, an example";
            found(Code::UNCONSTRAINED_ID, message, help.to_owned());
        }
        let is_text = matches!(resolved.kind, Kind::String(_));
        let secret = has(&SECRETS) || words.windows(2).any(|two| two == ["api", "key"]);
        if is_text && secret && !resolved.sensitive && !field.schema.sensitive {
            let message =
                format!("`{wire}` of `{owner}` looks like a secret, and is shown in logs and errors");
            found(Code::UNMARKED_SECRET, message, "add `sensitive: true` to its type".to_owned());
        }
        if matches!(resolved.kind, Kind::Number(_)) && has(&MONEY) {
            let message = format!("`{wire}` of `{owner}` is an amount of money, and a `number` rounds");
            found(Code::INEXACT_MONEY, message, "write `type: decimal`".to_owned());
        }
        let shared = named.get(&(*module, wire.as_str())).filter(|_| is_plain(&field.schema));
        if let Some(ty) =
            shared.filter(|ty| allows_examples(api, ty, &field.schema)).map(|ty| ty.name.pascal())
        {
            let message =
                format!("`{wire}` has the type `{ty}` elsewhere in its module, and here any text will do");
            found(Code::MIXED_TYPE, message, format!("write `type: {ty}`"));
        }
    }
}

fn is_plain(schema: &Schema) -> bool {
    matches!(&schema.kind, Kind::String(text) if text.is_free())
}

/// Names that have one and the same type of text in their module, twice at least. In another module the
/// same name may well mean something else.
fn named_types<'a>(api: &'a Api, members: &[Member<'a>]) -> BTreeMap<(&'a [Name], &'a str), &'a TypeDef> {
    let mut types: BTreeMap<(&[Name], &str), Vec<&TypeDef>> = BTreeMap::new();
    for Member { module, field, .. } in members {
        let Kind::Ref(id) = field.schema.kind else { continue };
        let def = api.type_def(id);
        if matches!(def.schema.kind, Kind::String(_)) {
            types.entry((module, &field.wire)).or_default().push(def);
        }
    }
    let same = |defs: &[&TypeDef]| defs.len() > 1 && defs.windows(2).all(|two| std::ptr::eq(two[0], two[1]));
    types.into_iter().filter(|(_, defs)| same(defs)).map(|(name, defs)| (name, defs[0])).collect()
}

/// Whether what is documented of a plain text could be a value of the type.
fn allows_examples(api: &Api, ty: &TypeDef, plain: &Schema) -> bool {
    let documented = plain.example.iter().chain(&plain.default);
    documented.into_iter().all(|value| validate(api, &ty.schema, value).is_empty())
}

/// How the words of a name are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Case {
    Camel,
    Snake,
    Kebab,
    Pascal,
}

impl Case {
    fn name(self) -> &'static str {
        match self {
            Self::Camel => "camelCase",
            Self::Snake => "snake_case",
            Self::Kebab => "kebab-case",
            Self::Pascal => "PascalCase",
        }
    }
}

/// The case of a name of several words; one word alone has none.
fn case(wire: &str) -> Option<Case> {
    let inner_capital = wire.chars().skip(1).any(char::is_uppercase);
    let any_small = wire.chars().any(char::is_lowercase);
    match () {
        () if wire.contains('_') => Some(Case::Snake),
        () if wire.contains('-') => Some(Case::Kebab),
        () if wire.starts_with(char::is_uppercase) && any_small => Some(Case::Pascal),
        () if inner_capital && any_small => Some(Case::Camel),
        () => None,
    }
}

/// The case of most names; `None` where there are too few to tell.
fn usual_case(members: &[Member<'_>]) -> Option<Case> {
    let mut counts: BTreeMap<Case, usize> = BTreeMap::new();
    for Member { field, .. } in members.iter().filter(|member| !member.is_header) {
        if let Some(case) = case(&field.wire) {
            *counts.entry(case).or_default() += 1;
        }
    }
    let all: usize = counts.values().sum();
    counts.into_iter().find(|(_, count)| count * 2 > all && *count > 2).map(|(case, _)| case)
}
