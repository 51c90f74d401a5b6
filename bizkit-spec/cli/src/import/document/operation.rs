//! One operation to the tree of its file.

use crate::import::document::examples;
use crate::import::document::responses::{Responses, statuses};
use crate::import::document::schema::extend;
use crate::import::document::words::Words;
use crate::import::document::{Context, api};
use crate::import::place::{METHODS, Place};
use crate::import::text::is_link;
use crate::import::tree::{Tree, items, members, text};
use crate::openapi::{EXTENSION, Operation, join};
use bizkit_spec::json::Json;

impl Context<'_> {
    /// The file of an operation; `None` where the language cannot express the call at all.
    pub(crate) fn operation(&mut self, operation: &Operation<'_>, place: &Place) -> Option<Tree> {
        let pointer = operation.pointer();
        let method = operation.method;
        if !METHODS.contains(&method) {
            self.refuse(
                &pointer,
                format!("the method {} is not part of the language", method.to_uppercase()),
            );
            return None;
        }
        if let Some(reference) = operation.value.get("$ref").and_then(Json::as_str) {
            self.refuse(&pointer, format!("the call stands in `{reference}`, which is not read"));
            return None;
        }
        let path =
            operation.item.get(&format!("{EXTENSION}path")).and_then(Json::as_str).unwrap_or(operation.path);
        if !path.starts_with('/') || path.contains(['?', '#', ' ', '%']) || path.contains("//") {
            self.refuse(&pointer, format!("the path `{path}` is more than a path"));
            return None;
        }
        let mut words = Words::new(operation.value);
        let mut tree = Tree::new();
        Self::prose(&mut tree, &mut words, operation, path);
        tree.set("method", text(&method.to_uppercase()));
        if let Some(name) = &place.name {
            tree.set("name", text(name));
        }
        self.server(&mut tree, &mut words, operation, &pointer);
        self.key_of(&mut tree, words.take("security"), &pointer);
        let mut path = path.to_owned();
        let request = self.request(&mut words, operation, &mut path, &mut tree, &pointer)?;
        tree.set("path", text(&path));
        let responses = self.responses(words.take("responses"), &join(&pointer, "responses"));
        if !members(&responses.tree).is_empty() {
            tree.set("responses", responses.tree.clone());
        }
        self.mention(operation.value);
        extend(&mut tree, operation.value);
        for key in ["order", "id"] {
            tree.remove(key);
        }
        self.codes(&mut tree, operation);
        if !tree.has("examples") {
            self.assumed(&responses, &join(&pointer, "responses"));
        }
        if !tree.has("examples")
            && let Some(calls) = examples::calls(&request, &responses)
        {
            tree.set("examples", calls);
        }
        if words.take("callbacks").is_some() {
            self.lose(
                &join(&pointer, "callbacks"),
                "calls that the server makes are not part of the language",
            );
        }
        words.finish(&mut self.report, &pointer);
        Some(tree)
    }

    /// Summary, description, links, deprecation.
    fn prose(tree: &mut Tree, words: &mut Words<'_>, operation: &Operation<'_>, path: &str) {
        let of_path = |key: &str| operation.item.get(key).and_then(Json::as_str);
        let summary = words.text("summary").or_else(|| of_path("summary"));
        let description = words.text("description").or_else(|| of_path("description"));
        let summary = summary.map(one_line).filter(|line| !line.is_empty());
        let description = description.map(|text| text.replace("\r\n", "\n").trim().to_owned());
        let description = description.filter(|text| !text.is_empty());
        let id = words.text("operationId");
        let (summary, description) = match (summary, description) {
            (Some(summary), description) => (summary, description),
            (None, Some(description)) => first_sentence(&description),
            (None, None) => (
                id.and_then(sentence)
                    .unwrap_or_else(|| format!("{} {path}", operation.method.to_uppercase())),
                None,
            ),
        };
        tree.set("summary", text(&summary));
        if let Some(description) = description.filter(|text| *text != summary) {
            tree.set("description", text(&description));
        }
        if let Some(url) = words.take("externalDocs").and_then(|docs| docs.get("url")).and_then(Json::as_str)
            && is_link(url)
        {
            tree.set("docs", text(url));
        }
        if words.flag("deprecated") {
            tree.flag("deprecated");
        }
        words.take("tags");
    }

    /// Says under which status a body is kept that is shown for a class of them, or for every other one.
    fn assumed(&mut self, responses: &Responses, pointer: &str) {
        for (key, status) in statuses(&responses.tree) {
            if !responses.bodies.iter().any(|(known, _, _)| known == key) {
                continue;
            }
            let place = join(pointer, key);
            match status {
                Some(status) if key == status.to_string() => {}
                Some(status) => {
                    self.note(&place, format!("what it shows names no status: taken as {status}"));
                }
                None => {
                    self.lose(&place, "what it shows was left out: other responses stand for every failure");
                }
            }
        }
    }

    /// Another host than the API's.
    fn server(&mut self, tree: &mut Tree, words: &mut Words<'_>, operation: &Operation<'_>, pointer: &str) {
        let servers = words.take("servers").or_else(|| operation.item.get("servers"));
        let own = servers.and_then(|servers| items(servers).first());
        let url = match own.filter(|_| !self.is_url_wanted) {
            Some(server) => api::base_url(server).or_else(|| {
                let message = "a server without scheme and host: the API's was taken";
                self.lose(&join(pointer, "servers"), message);
                None
            }),
            None => self.stated_url.clone(),
        };
        if let Some(url) = url.filter(|url| *url != self.base_url) {
            tree.set("baseUrl", text(&url));
        }
    }

    /// Codes of the catalogue that the operation's text names.
    fn codes(&mut self, tree: &mut Tree, operation: &Operation<'_>) {
        let prose = operation.value.get("description").and_then(Json::as_str).unwrap_or_default();
        let codes = self.known.errors.iter().filter(|code| {
            prose.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == code.as_str())
        });
        let codes: Vec<Json> = codes.map(|code| text(code)).collect();
        if !codes.is_empty() {
            tree.add("errors", Json::Array(codes));
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A description that has to serve as a summary too.
fn first_sentence(description: &str) -> (String, Option<String>) {
    let paragraph = one_line(description.split("\n\n").next().unwrap_or_default());
    let line = paragraph.trim_start_matches('#').trim();
    let end = line.find(". ").map_or(line.len(), |at| at + 1);
    let sentence = line[..end].trim_end_matches('.');
    let short = match sentence.char_indices().nth(100) {
        Some((limit, _)) => {
            format!("{} ...", sentence[..limit].rsplit_once(' ').map_or("", |(words, _)| words))
        }
        None => sentence.to_owned(),
    };
    let whole = one_line(description);
    if short.is_empty() {
        return ("A call".to_owned(), Some(description.to_owned()));
    }
    let rest = (whole.trim_end_matches('.') != short).then(|| description.to_owned());
    (short, rest)
}

/// `listPets` -> `List pets`
fn sentence(id: &str) -> Option<String> {
    let words = bizkit_spec::name::Name::new(id)?.snake().replace('_', " ");
    let mut letters = words.chars();
    let first = letters.next()?.to_ascii_uppercase();
    Some(first.to_string() + letters.as_str())
}
