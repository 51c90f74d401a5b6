//! Nodes to the model: names become ids, inline types get names of their own, and every mistake
//! becomes a finding beside a placeholder, so that one mistake is reported once.

mod api;
mod composite;
mod endpoint;
mod entry;
mod errors;
mod examples;
mod habits;
mod limits;
mod module;
mod pagination;
mod parameters;
mod path;
mod plan;
mod prose;
mod responses;
mod scalar;
mod scalars;
mod schema;
mod text;
mod union;

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};
use crate::keywords::TYPE_WORDS;
use crate::model::{Allowance, Api, ErrorCodeId, Kind, Schema, TypeDef, TypeId};
use crate::name::Name;
use crate::pattern::Pattern;
use crate::source::{FileId, SourceMap, Span};
use crate::yaml::{Node, Yaml, parse};
use entry::Entries;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How many findings come with the nearest of the known names.
const MANY_FINDINGS: usize = 100;

/// How many known names are looked at for that.
const MANY_NAMES: usize = 2000;

/// What reading gives: a model that may hold placeholders, values that are yet to be checked, findings.
pub(crate) struct Reading {
    pub(crate) api: Api,
    pub(crate) values: Vec<WrittenValue>,
    /// Members whose description is wrong: what else is found about them is a consequence.
    pub(crate) poisoned: Vec<Span>,
    pub(crate) findings: Diagnostics,
}

/// An example or a default that stands in a spec.
pub(crate) struct WrittenValue {
    pub(crate) rule: Code,
    pub(crate) schema: Rc<Schema>,
    pub(crate) node: Node,
}

/// Reads every file of a set of specs.
pub(crate) fn read(sources: &SourceMap) -> Reading {
    let mut findings = Diagnostics::default();
    let files: Vec<File> = sources
        .files()
        .filter(|(_, source)| !source.relative.is_empty())
        .filter_map(|(id, source)| {
            Some(File::new(id, &source.relative, parse(id, &source.text, &mut findings)?))
        })
        .collect();
    let complete = files.len() == sources.files().count();
    let mut cx = Context::new();
    for file in &files {
        cx.declare_types(file);
    }
    for file in files.iter().filter(|file| file.role == Role::Endpoint) {
        let module = module::module_of(&file.stem);
        cx.modules.extend((1..=module.len()).map(|length| module[..length].to_vec()));
    }
    let api_file = files.iter().find(|file| file.role == Role::Api);
    let mut api = match api_file {
        Some(file) => cx.read_api(file),
        None => cx.missing_api_file(files.first()),
    };
    for file in files.iter().filter(|file| file.role == Role::Errors) {
        api.errors = cx.read_errors(file);
        cx.codes =
            api.errors.iter().enumerate().map(|(at, error)| (error.code.clone(), ErrorCodeId(at))).collect();
    }
    for file in files.iter().filter(|file| file.role == Role::Types) {
        cx.read_types(file, &file.node);
    }
    for file in files.iter().filter(|file| file.role == Role::Endpoint) {
        if let Some(endpoint) = cx.read_endpoint(&api, file) {
            api.endpoints.push(endpoint);
        }
    }
    api.endpoints.sort_by(|a, b| a.id.cmp(&b.id));
    api.types = cx.types;
    api.allowances = cx.allowances;
    for mut endpoint in std::mem::take(&mut api.endpoints) {
        let path = std::mem::take(&mut endpoint.request.path);
        endpoint.request = plan::lower(&api, &endpoint, path);
        api.endpoints.push(endpoint);
    }
    if !complete {
        // What seems to be missing may stand in the file that could not be read.
        let missing = [Code::MISSING_FILE, Code::UNKNOWN_TYPE, Code::UNKNOWN_ERROR_CODE];
        cx.findings.retain(|finding| !missing.contains(&finding.code));
    }
    findings.append_later(cx.findings);
    Reading { api, values: cx.values, poisoned: cx.poisoned, findings }
}

/// A file with its meaning.
struct File {
    id: FileId,
    /// Path below the specs folder without the ending.
    stem: String,
    role: Role,
    node: Node,
}

#[derive(PartialEq, Eq)]
enum Role {
    Api,
    Errors,
    Types,
    Endpoint,
}

impl File {
    fn new(id: FileId, relative: &str, node: Node) -> Self {
        let stem = relative.trim_end_matches(".yaml").trim_end_matches(".yml").to_owned();
        let role = match stem.as_str() {
            "api" => Role::Api,
            "errors" => Role::Errors,
            stem if stem.starts_with("types/") => Role::Types,
            _ => Role::Endpoint,
        };
        Self { id, stem, role, node }
    }
}

/// What is known while reading: declared names, types read so far, findings.
struct Context {
    types: Vec<TypeDef>,
    /// Names of `specs/types`.
    shared: BTreeMap<String, TypeId>,
    /// Names of one endpoint's own types.
    local: BTreeMap<(FileId, String), TypeId>,
    values: Vec<WrittenValue>,
    allowances: Vec<Allowance>,
    /// The modules of all endpoints, and those that they stand in.
    modules: BTreeSet<Vec<Name>>,
    /// Codes of the catalogue by their names.
    codes: BTreeMap<String, ErrorCodeId>,
    /// Patterns by their sources.
    patterns: BTreeMap<String, Pattern>,
    /// How many steps it took to compile them.
    pattern_work: usize,
    poisoned: Vec<Span>,
    findings: Diagnostics,
}

/// Where a schema stands: decides what an inline type is called and which names it sees.
#[derive(Clone)]
struct Scope {
    file: FileId,
    module: Vec<Name>,
    /// The name that an inline type here would get.
    name: Name,
    /// The name that inline types below it are made from.
    base: Name,
    observed: bool,
}

impl Scope {
    /// The scope of a member of the type that this scope names.
    fn member(&self, name: &Name) -> Self {
        let name = self.base.join(name);
        Self { base: name.clone(), name, ..self.clone() }
    }

    /// The scope under another name, given with `title` or by the variant.
    fn named(&self, name: Name) -> Self {
        Self { base: name.clone(), name, ..self.clone() }
    }
}

impl Context {
    fn new() -> Self {
        Self {
            types: Vec::new(),
            shared: BTreeMap::new(),
            local: BTreeMap::new(),
            values: Vec::new(),
            allowances: Vec::new(),
            modules: BTreeSet::new(),
            codes: BTreeMap::new(),
            patterns: BTreeMap::new(),
            pattern_work: 0,
            poisoned: Vec::new(),
            findings: Diagnostics::default(),
        }
    }

    fn error(&mut self, diagnostic: Diagnostic) {
        self.findings.push(diagnostic);
    }

    /// The known name that was most likely meant; nothing where so much is wrong that nobody reads it.
    fn nearest<'k>(&self, found: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
        if self.findings.len() < MANY_FINDINGS { nearest(found, known.take(MANY_NAMES)) } else { None }
    }

    /// Gives every named type its id before any schema refers to one.
    fn declare_types(&mut self, file: &File) {
        let node = match (&file.role, &file.node.value) {
            (Role::Types, _) => &file.node,
            (Role::Endpoint, Yaml::Map(entries)) => {
                match entries.iter().find(|(key, _)| key.text == "types") {
                    Some((_, node)) => node,
                    None => return,
                }
            }
            _ => return,
        };
        let Yaml::Map(entries) = &node.value else { return };
        let module = if file.role == Role::Types { Vec::new() } else { module::module_of(&file.stem) };
        for (key, _) in entries {
            let Some(name) = self.type_name(&key.text, key.span) else { continue };
            let id = TypeId(self.types.len());
            let known = match file.role {
                Role::Types => *self.shared.entry(key.text.clone()).or_insert(id),
                _ => *self.local.entry((file.id, key.text.clone())).or_insert(id),
            };
            if known != id {
                let first = self.types[known.0].span;
                self.error(
                    Diagnostic::error(
                        Code::DUPLICATE_TYPE,
                        key.span,
                        format!("the type `{}` is defined twice", key.text),
                    )
                    .related(first, "first defined here")
                    .help("rename one of them, or delete it and refer to the other"),
                );
                continue;
            }
            self.types.push(TypeDef {
                name,
                module: module.clone(),
                schema: schema::plain(Kind::Json),
                in_request: false,
                in_response: false,
                nested: false,
                depth: 0,
                span: key.span,
            });
        }
    }

    /// Type names are written as Rust writes them.
    fn type_name(&mut self, text: &str, span: Span) -> Option<Name> {
        match Name::new(text) {
            Some(name) if text.starts_with(|c: char| c.is_ascii_uppercase()) && name.pascal() == text => {
                Some(name)
            }
            name => {
                let finding = Diagnostic::error(
                    Code::INVALID_NAME,
                    span,
                    format!("expected the name of a type in UpperCamelCase, found `{text}`"),
                );
                self.error(match &name {
                    Some(name) => finding.help(format!("write `{}`", name.pascal())),
                    None => finding.help("begin with a letter, then letters and digits"),
                });
                None
            }
        }
    }

    /// Fills in the definitions of a mapping of types.
    fn read_types(&mut self, file: &File, node: &Node) {
        let Some(entries) = Entries::of(&mut self.findings, node, "a mapping of type names to types") else {
            return;
        };
        for (key, node) in entries.rest() {
            let found = match file.role {
                Role::Types => self.shared.get(&key.text),
                _ => self.local.get(&(file.id, key.text.clone())),
            };
            // Of two definitions with one name the first one counts; the other was reported.
            let first = |id: &TypeId| self.types[id.0].span == key.span;
            let Some(id) = found.copied().filter(first) else { continue };
            let scope = Scope {
                file: file.id,
                module: self.types[id.0].module.clone(),
                name: self.types[id.0].name.clone(),
                base: self.types[id.0].name.clone(),
                observed: false,
            };
            self.read_definition(id, &scope, node);
        }
    }

    /// The id behind a name as `file` sees it; a name that nothing has becomes a finding.
    fn find_type(&mut self, file: FileId, text: &str, span: Span) -> Option<TypeId> {
        if let Some(id) = self.local.get(&(file, text.to_owned())).or_else(|| self.shared.get(text)) {
            return Some(*id);
        }
        let known: Vec<&str> = self
            .local
            .keys()
            .filter(|(owner, _)| *owner == file)
            .map(|(_, name)| name.as_str())
            .chain(self.shared.keys().map(String::as_str))
            .chain(TYPE_WORDS.iter().copied())
            .collect();
        let finding = Diagnostic::error(Code::UNKNOWN_TYPE, span, format!("no type is called `{text}`"));
        let finding = match self.nearest(text, known.iter().copied()) {
            Some(name) => finding.help(format!("did you mean `{name}`?")),
            None => finding.help(
                "use one of string, integer, number, decimal, boolean, object, array, json, or define the type under `specs/types`",
            ),
        };
        self.error(finding);
        None
    }

    /// Gives an inline type a name and an id.
    fn hoist(&mut self, scope: &Scope, schema: Schema, span: Span) -> Kind {
        self.types.push(TypeDef {
            name: scope.name.clone(),
            module: scope.module.clone(),
            schema,
            in_request: false,
            in_response: false,
            nested: false,
            depth: 0,
            span,
        });
        Kind::Ref(TypeId(self.types.len() - 1))
    }
}
