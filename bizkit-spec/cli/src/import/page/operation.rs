//! What was found on a page to one operation of an OpenAPI document, and what of it could not be taken.

use super::head::{self, Route};
use super::parameter::Parameter;
use super::response::Response;
use super::sample::{self, Call, is_no_response, is_placeholder};
use super::text::Line;
use super::walk::{Found, Use, walk};
use super::{pointer, url_of};
use crate::import::account::{Account, Said};
use crate::import::tree::{Tree, object, text};
use crate::openapi::join;
use bizkit_spec::json::Json;

/// One call of a page.
pub(super) struct Operation {
    pub(super) method: String,
    pub(super) tree: Tree,
    /// Scheme and host.
    pub(super) url: Option<String>,
    pub(super) line: usize,
}

impl Operation {
    /// Reads the lines of one call.
    pub(super) fn read(lines: &[Line], route: &Route, account: &mut Account) -> Self {
        let raw: Vec<&str> = lines.iter().map(|line| line.raw.as_str()).collect();
        let content = raw.join("\n");
        let call = sample::call(&content, &route.path);
        let mut names = call.names();
        names.extend(
            names.clone().iter().filter_map(|name| name.split_once('[')).map(|(base, _)| base.to_owned()),
        );
        names.extend(braces(&route.path));
        let found = walk(lines, route, &names);
        let line = lines.get(route.end).or(lines.last()).map_or(1, |line| line.number);
        let method = method(&content, route, &found, line, account);
        account.begin(&pointer(&route.path, &method), line);
        let host = found.host.as_deref().and_then(url_of).or_else(|| route.origin.clone());
        let url = host.or_else(|| call.origin.clone());
        let mut operation = Self { tree: Tree::new(), url, line, method };
        operation.words(&found, &route.path, account);
        if let Some(url) = &operation.url {
            operation.tree.set("servers", Json::Array(vec![object([("url".to_owned(), text(url))])]));
        }
        operation.parameters(&found, &call, &route.path, account);
        operation.compare(&found, &call, &route.path, lines, account);
        operation.responses(&found.responses, &route.path, account);
        unread(lines, &found.uses, account);
        found.losses.into_iter().for_each(|(line, message)| account.lose(line, &message));
        operation
    }

    /// Summary and description.
    fn words(&mut self, found: &Found, path: &str, account: &mut Account) {
        let mut words = found.words.iter().map(|(_, line)| line.as_str());
        let summary = match found.words.first().filter(|(_, line)| line.contains(' ')) {
            Some((_, line)) => {
                words.next();
                Some(line.trim_end_matches('.').to_owned())
            }
            None => head::name_of(path),
        };
        if let Some(summary) = summary {
            self.tree.set("summary", text(&summary));
        }
        if found.is_deprecated {
            self.tree.flag("deprecated");
        }
        let rest: Vec<&str> = words.collect();
        if !rest.is_empty() {
            self.tree.set("description", text(&rest.join("\n")));
        }
        account.say(Said {
            pointer: pointer(path, &self.method),
            name: String::new(),
            line: self.line,
            lines: found.words.clone(),
        });
    }

    /// `parameters`, `requestBody` and `security`.
    fn parameters(&mut self, found: &Found, call: &Call, path: &str, account: &mut Account) {
        let at = pointer(path, &self.method);
        let usual = if ["post", "put", "patch"].contains(&self.method.as_str()) { "body" } else { "query" };
        let (mut outside, mut fields, mut required) = (Vec::new(), Vec::new(), Vec::new());
        let all = found
            .groups
            .iter()
            .flat_map(|group| group.parameters.iter().map(move |it| (group.place.unwrap_or(usual), it)));
        for (place, parameter) in all.filter(|(_, it)| it.header.name.is_some()) {
            let name = parameter.name();
            let place = match place {
                _ if braces(path).iter().any(|known| known == name) => "path",
                // The key is an argument of the query, whatever the heading says.
                "body" if call.in_query(name) => "query",
                place => place,
            };
            let (mut schema, losses) = parameter.schema();
            for loss in losses {
                account.lose(parameter.line, &format!("`{name}`: {loss}"));
            }
            let example = set_example(&mut schema, parameter, call, account);
            if place == "body" {
                let media = join(&format!("{at}/requestBody/content"), "application/json");
                let here = join(&format!("{media}/schema/properties"), name);
                if parameter.is_required() {
                    required.push(text(name));
                }
                if fields.iter().any(|(known, _)| known == name) {
                    account
                        .lose(parameter.line, &format!("`{name}` stands there twice: the first one counts"));
                } else {
                    fields.push((name.to_owned(), schema.json()));
                }
                note(parameter, &here, example, account);
                continue;
            }
            let here = format!("{at}/parameters/{}", outside.len());
            let mut tree = Tree::new().with("name", text(name)).with("in", text(place));
            if parameter.is_required() || place == "path" {
                tree.flag("required");
            }
            for key in ["description", "deprecated"] {
                if let Some(value) = schema.remove(key) {
                    tree.set(key, value);
                }
            }
            tree.set("schema", schema.json());
            outside.push(tree.json());
            note(parameter, &here, example, account);
        }
        let has_key = outside.iter().any(|it| it.get("name").and_then(Json::as_str) == Some("apiKey"));
        if !has_key && !found.asks_for_key {
            self.tree.set("security", Json::Array(Vec::new()));
        }
        if !outside.is_empty() {
            self.tree.set("parameters", Json::Array(outside));
        }
        if !fields.is_empty() {
            let schema = Tree::of("object")
                .with("properties", Json::Object(fields))
                .with("required", Json::Array(required));
            let media = object([("schema".to_owned(), schema.json())]);
            let content = object([("application/json".to_owned(), media)]);
            let body = [("content".to_owned(), content), ("required".to_owned(), Json::Bool(true))];
            self.tree.set("requestBody", object(body));
        }
    }

    /// The sample call against the parameters.
    fn compare(&self, found: &Found, call: &Call, path: &str, lines: &[Line], account: &mut Account) {
        let parameters: Vec<&Parameter> = found.groups.iter().flat_map(|group| &group.parameters).collect();
        if let Some((line, why)) = &call.unread {
            account.lose(lines.get(*line).map_or(self.line, |line| line.number), why);
        }
        let of_path = braces(path);
        for name in call.names().into_iter().filter(|name| !of_path.contains(name)) {
            let base = name.split('[').next();
            if !parameters.iter().any(|it| it.name().split('[').next() == base) {
                account.lose(
                    self.line,
                    &format!("the sample call sends `{name}`, which no parameter describes"),
                );
            }
        }
        let is_real = |it: &&Parameter| call.value(it.name()).is_some_and(|value| !is_placeholder(&value));
        let own = || parameters.iter().filter(|it| it.name() != "apiKey");
        if !own().any(is_real) {
            return;
        }
        for missing in
            own().filter(|it| it.is_required() && it.header.name.is_some() && call.value(it.name()).is_none())
        {
            let message = format!(
                "the sample call lacks `{}`, which is required: it was not taken as an example",
                missing.name()
            );
            account.lose(missing.line, &message);
        }
    }

    /// Each status with the bodies that are shown for it.
    fn responses(&mut self, responses: &[Response], path: &str, account: &mut Account) {
        let at = join(&pointer(path, &self.method), "responses");
        let mut found: Vec<(String, String, Vec<Json>, bool)> = Vec::new();
        for response in responses {
            account.place(&join(&at, &response.status), response.line);
            let known =
                found.iter().position(|(status, ..)| *status == response.status).unwrap_or_else(|| {
                    found.push((response.status.clone(), response.words.clone(), Vec::new(), false));
                    found.len() - 1
                });
            let (_, words, bodies, is_unread) = &mut found[known];
            if *words != response.words && !response.words.is_empty() {
                format!("{words}; {}", response.words).trim_start_matches("; ").clone_into(words);
            }
            for (line, body) in &response.bodies {
                match body {
                    Ok(body) => {
                        account.show(*line, &join(&at, &response.status), body);
                        bodies.push(body.clone());
                    }
                    Err(why) => {
                        *is_unread = true;
                        account.lose(
                            *line,
                            &format!("the response to {} cannot be read: {why}", response.status),
                        );
                    }
                }
            }
            if response.bodies.is_empty()
                && response.status.starts_with('2')
                && !["204", "205"].contains(&response.status.as_str())
            {
                account.lose(
                    response.line,
                    &format!("the page shows no response to {}: taken as without content", response.status),
                );
            }
        }
        if !found.iter().any(|(status, ..)| status.starts_with('2')) {
            account.lose(self.line, "the page shows no response of success: taken as 200 without content");
        }
        let written = found.into_iter().map(|(status, words, mut bodies, is_unread)| {
            let mut response = Tree::new().with("description", text(&words));
            bodies.retain(|body| !is_no_response(body));
            let mut media = Tree::new();
            match bodies.as_slice() {
                [] => media.set("schema", Json::Object(Vec::new())),
                [only] => media.set("example", only.clone()),
                several => media.set("examples", Json::Array(several.to_vec())),
            }
            if is_unread || responses.iter().any(|it| it.status == status && !it.bodies.is_empty()) {
                response.set("content", object([("application/json".to_owned(), media.json())]));
            }
            (status, response.json())
        });
        self.tree.set("responses", Json::Object(written.collect()));
    }
}

/// The method that the page is about: the only one, or that of its sample call.
fn method(content: &str, route: &Route, found: &Found, line: usize, account: &mut Account) -> String {
    let named: Vec<&(String, usize)> = route.methods.iter().chain(&found.other_methods).collect();
    let shown = |method: &str| {
        let upper = method.to_uppercase();
        content.contains(&format!("-X {upper}")) || content.contains(&format!("method: \"{upper}\""))
    };
    let (first, first_line) = named.first().map_or(("get", line), |(method, line)| (method.as_str(), *line));
    let several = named.iter().any(|(method, _)| method != first);
    let (chosen, _) = named
        .iter()
        .find(|(method, _)| several && shown(method))
        .map_or((first, first_line), |(method, line)| (method.as_str(), *line));
    for (other, line) in named.iter().filter(|(method, _)| method != chosen) {
        let message = format!("the page has {} too: copy it once more with {0} chosen", other.to_uppercase());
        account.lose(*line, &message);
    }
    if let Some((count, line)) = found.methods.filter(|(count, _)| *count > 1 && !several) {
        account.lose(line, &format!("the page says {count} methods, and shows one"));
    }
    chosen.to_owned()
}

/// The value that the sample call gives.
fn set_example(schema: &mut Tree, parameter: &Parameter, call: &Call, account: &mut Account) -> Option<Json> {
    let value = call.value(parameter.name()).filter(|value| !is_placeholder(value))?;
    let typed = parameter.header.ty.typed(&value);
    match &typed {
        Some(value) => schema.set("example", value.clone()),
        None => {
            let message = format!(
                "the sample call gives {value} for `{}`, which is not of its type: left out",
                parameter.name()
            );
            account.lose(parameter.line, &message);
        }
    }
    typed
}

/// What is to be found again in what is written.
fn note(parameter: &Parameter, pointer: &str, example: Option<Json>, account: &mut Account) {
    if let Some(example) = example {
        account.show(parameter.line, pointer, &example);
    }
    account.say(Said {
        pointer: pointer.to_owned(),
        name: parameter.name().to_owned(),
        line: parameter.line,
        lines: parameter.said.iter().filter(|(_, line)| !line.is_empty()).cloned().collect(),
    });
}

/// Lines that nothing was made of.
fn unread(lines: &[Line], uses: &[Use], account: &mut Account) {
    for (line, _) in lines.iter().zip(uses).filter(|(_, used)| **used == Use::Unread) {
        let words: String = line.text.chars().take(60).collect();
        account.lose(line.number, &format!("nothing was made of `{words}`"));
    }
}

/// The names in the braces of a path.
fn braces(path: &str) -> Vec<String> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}
