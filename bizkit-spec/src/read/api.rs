//! `api.yaml`: what holds for every call.

use super::entry::{Entries, unknown_word};
use super::module::module_of;
use super::{Context, File};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::keywords::Mapping;
use crate::model::{Api, Key, KeyKind, KeyLocation, ModuleText};
use crate::name::Name;
use crate::source::{FileId, Span};
use crate::yaml::{Node, Yaml};
use std::collections::BTreeMap;

impl Context {
    pub(super) fn read_api(&mut self, file: &File) -> Api {
        let mut api = empty();
        let Some(mut entries) =
            Entries::of(&mut self.findings, &file.node, "a mapping that describes the API")
        else {
            return api;
        };
        let title = entries.require(&mut self.findings, "title", "title: Name of the API");
        if let Some((title, _)) = title.and_then(|node| super::entry::text(&mut self.findings, node)) {
            api.title = title;
        }
        api.docs = self.read_link(&mut entries, "docs");
        if entries.has("baseUrl") {
            api.base_url = self.read_base_url(&mut entries, "baseUrl").unwrap_or_default();
        } else {
            entries.require(&mut self.findings, "baseUrl", "baseUrl: https://api.example.com");
        }
        api.base_url_env = self.read_variable(&mut entries, "baseUrlEnv");
        api.key = entries.take("key").and_then(|node| self.read_key(file.id, node));
        api.modules = entries.take("modules").map(|node| self.read_modules(node)).unwrap_or_default();
        self.read_allow(&mut entries, None);
        entries.finish(&mut self.findings, "`api.yaml`", Mapping::Api);
        api
    }

    pub(super) fn missing_api_file(&mut self, any: Option<&File>) -> Api {
        if let Some(file) = any {
            self.error(
                Diagnostic::error(
                    Code::MISSING_FILE,
                    Span::new(file.id, 0..0),
                    "the folder of specs has no `api.yaml`",
                )
                .help("add `api.yaml` with `title` and `baseUrl`"),
            );
        }
        empty()
    }

    fn read_key(&mut self, file: FileId, node: &Node) -> Option<Key> {
        let mut entries = Entries::of(&mut self.findings, node, "a mapping that describes the key")?;
        let ty = entries.require(&mut self.findings, "type", "type: ApiKey");
        let ty = ty.and_then(|node| super::entry::text(&mut self.findings, node));
        let ty = ty.and_then(|(name, span)| self.find_type(file, &name, span));
        let name = entries.require(&mut self.findings, "name", "name: apiKey");
        let name = name.and_then(|node| super::entry::text(&mut self.findings, node));
        let locations = entries.require(&mut self.findings, "in", "in: query");
        let locations = locations.map(|node| self.read_key_places(node)).unwrap_or_default();
        let env = self.read_variable(&mut entries, "env");
        let kinds = entries.take("kinds").map(|node| self.read_key_kinds(node)).unwrap_or_default();
        entries.finish(&mut self.findings, "a key", Mapping::ApiKey);
        Some(Key { ty: ty?, name: name?.0, locations, env, kinds })
    }

    /// What the calls of each folder are about.
    fn read_modules(&mut self, node: &Node) -> Vec<ModuleText> {
        let expected = "a mapping of folders to what their calls are about";
        let Some(entries) = Entries::of(&mut self.findings, node, expected) else { return Vec::new() };
        let mut modules = Vec::new();
        for (key, node) in entries.rest() {
            let path = module_of(&format!("{}/", key.text));
            if !self.modules.contains(&path) {
                let folders: Vec<String> = self.modules.iter().map(|path| folder(path)).collect();
                let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
                self.error(unknown_word(key.span, "folder of calls", &key.text, &folders));
            }
            if let Some((description, _)) = super::entry::text(&mut self.findings, node) {
                modules.push(ModuleText { folder: key.text.clone(), path, description });
            }
        }
        modules
    }

    /// Where a key travels: one place, or several with the default first.
    pub(super) fn read_key_places(&mut self, node: &Node) -> Vec<KeyLocation> {
        let words = self.read_words(node, "location", KeyLocation::WORDS);
        words.iter().filter_map(|(word, _)| KeyLocation::from_word(word)).collect()
    }

    fn read_key_kinds(&mut self, node: &Node) -> Vec<KeyKind> {
        let Some(entries) = Entries::of(&mut self.findings, node, "a mapping of prefixes to names") else {
            return Vec::new();
        };
        let mut kinds: Vec<KeyKind> = Vec::new();
        for (key, node) in entries.rest() {
            let (name, description) = match &node.value {
                Yaml::Map(_) => {
                    let Some(mut entries) = Entries::of(&mut self.findings, node, "a mapping") else {
                        continue;
                    };
                    let name = entries.name(&mut self.findings, "name");
                    let description = entries.text(&mut self.findings, "description").map(|(text, _)| text);
                    entries.finish(&mut self.findings, "a kind of keys", Mapping::KeyKind);
                    (name, description)
                }
                _ => (
                    super::entry::text(&mut self.findings, node).and_then(|(text, _)| Name::new(&text)),
                    None,
                ),
            };
            let Some(name) = name else {
                self.error(
                    Diagnostic::error(
                        Code::MISSING_KEY,
                        key.span,
                        format!("the prefix `{}` has no name", key.text),
                    )
                    .help(format!("write `{}: Name`", key.text)),
                );
                continue;
            };
            kinds.push(KeyKind { prefix: key.text.clone(), name, description, span: key.span });
        }
        kinds
    }

    /// The name of an environment variable.
    fn read_variable(&mut self, entries: &mut Entries<'_>, key: &str) -> Option<String> {
        let (name, span) = entries.text(&mut self.findings, key)?;
        let good =
            name.bytes().all(|byte| byte == b'_' || byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if !good || name.is_empty() {
            self.error(
                Diagnostic::error(
                    Code::INVALID_NAME,
                    span,
                    format!("`{name}` is no name of an environment variable"),
                )
                .help("use upper-case letters, digits and `_`"),
            );
            return None;
        }
        Some(name)
    }
}

/// `shop/order`
fn folder(path: &[Name]) -> String {
    path.iter().map(|name| name.snake().replace('_', "-")).collect::<Vec<_>>().join("/")
}

fn empty() -> Api {
    Api {
        title: String::new(),
        base_url: String::new(),
        base_url_env: None,
        docs: None,
        key: None,
        types: Vec::new(),
        endpoints: Vec::new(),
        errors: Vec::new(),
        modules: Vec::new(),
        allowances: Vec::new(),
        taken: BTreeMap::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::Specs;

    #[test]
    fn a_module_is_described_by_its_folder() {
        let call = "summary: Read\nmethod: GET\npath: /a-b/c/read\nresponses: { 200: {} }\n";
        let read = |modules: &str| {
            let api = format!("title: T\nbaseUrl: https://t.example\nmodules: {modules}\n");
            Specs::from_texts([("api.yaml", api.as_str()), ("a-b/c/read.yaml", call)])
        };
        let specs = read("{ a-b: Above, a-b/c: Below }");
        let api = specs.api().map(|api| (api.module_text(&api.endpoints[0].module), api.modules.len()));
        assert_eq!(api, Some((Some("Below"), 2)), "{:#?}", specs.findings);
        let wrong = read("{ a-b/d: Nothing }");
        let found: Vec<_> = wrong.findings.iter().map(|it| (it.code.name(), it.help.concat())).collect();
        assert_eq!(found, [("unknown-word", "did you mean `a-b/c`?".to_owned())]);
    }
}
