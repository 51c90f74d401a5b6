//! What holds for every call: title, host and key, as `api.yaml` says it.

use crate::import::document::Context;
use crate::import::document::key::{ApiKey, KeyLocation};
use crate::import::document::prose;
use crate::import::place::NO_HOST;
use crate::import::report::Grade;
use crate::import::text::is_link;
use crate::import::tree::{Tree, items, members, text};
use crate::import::{document, names};
use crate::openapi::{Document, EXTENSION, join};
use bizkit_spec::json::Json;
use bizkit_spec::name::Name;

impl Context<'_> {
    /// The tree of `api.yaml`. Decides what counts as the key.
    pub(crate) fn api(&mut self, wanted_url: Option<&str>) -> Tree {
        let root = self.document.root();
        let info = |key: &str| root.get("info").and_then(|info| info.get(key)).and_then(Json::as_str);
        let title = info("title").map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "));
        let title = title.filter(|title| !title.is_empty()).unwrap_or_else(|| "API".to_owned());
        let mut tree = Tree::new().with("title", text(&title));
        let docs = root.get("externalDocs").and_then(|docs| docs.get("url")).and_then(Json::as_str);
        if let Some(url) = docs.filter(|url| is_link(url)) {
            tree.set("docs", text(url));
        }
        let servers = root.get("servers").map(items).unwrap_or_default();
        let stated = servers.iter().find_map(base_url);
        self.stated_url = wanted_url.map(str::to_owned).or(stated);
        self.is_url_wanted = wanted_url.is_some();
        // What the folder says of all its calls stays; calls to another host say so themselves.
        let kept = self.known.base_url.clone().filter(|_| self.keeps_api);
        self.base_url = match kept.or(self.stated_url.clone()) {
            Some(url) => url,
            None => {
                self.lose(
                    "/servers",
                    "no server with scheme and host: taken as https://api.example.com, see --base-url",
                );
                NO_HOST.to_owned()
            }
        };
        if servers.len() > 1 {
            self.note("/servers", format!("{} servers: {} was taken", servers.len(), self.base_url));
        }
        tree.set("baseUrl", text(&self.base_url.clone()));
        let variable =
            Name::new(title.trim_end_matches(" API")).map_or_else(|| "API".to_owned(), |name| name.shouty());
        if !document::is_own(root) {
            tree.set("baseUrlEnv", text(&format!("{variable}_API_URL")));
        }
        self.find_key(&mut tree, &format!("{variable}_API_KEY"));
        for (key, value) in members(root) {
            // The codes have a file, and the folders are described by what their calls are about.
            let Some(key) = key.strip_prefix(EXTENSION).filter(|key| !["errors", "modules"].contains(key))
            else {
                continue;
            };
            if ["key", "baseUrlEnv", "docs", "allow"].contains(&key) {
                tree.set(key, value.clone());
            } else {
                let message = format!("the language has no key `{key}` for a whole API: left out");
                self.lose(&join("", &format!("{EXTENSION}{key}")), message);
            }
        }
        let name = tree.get("key").and_then(|key| key.get("name")).and_then(Json::as_str).map(str::to_owned);
        if let Some(name) = name {
            let places = tree.get("key").and_then(|key| key.get("in")).cloned().unwrap_or(Json::Null);
            let places = if let Json::String(_) = places { vec![places] } else { items(&places).to_vec() };
            let places = places.iter().filter_map(Json::as_str).map(str::to_owned).collect();
            let schemes = std::mem::take(&mut self.key_schemes);
            self.key = Some(ApiKey { name, places, schemes });
        }
        if root.get("webhooks").is_some() {
            self.lose("/webhooks", "calls that the server makes are not part of the language");
        }
        tree
    }

    /// The key out of the security schemes, or a parameter that every call repeats.
    fn find_key(&mut self, tree: &mut Tree, variable: &str) {
        if self.document.root().get(&format!("{EXTENSION}key")).is_some() {
            return;
        }
        if self.keeps_api {
            if let Some(key) = &self.known.key {
                tree.set("key", key.clone());
            }
            return;
        }
        let everywhere =
            self.document.root().get("security").map(|security| self.alternatives(security, "/security"));
        let mut used: Vec<(Vec<KeyLocation>, usize)> = Vec::new();
        for operation in self.document.operations() {
            let own = operation
                .value
                .get("security")
                .map(|security| self.alternatives(security, &operation.pointer()));
            let places = own.or_else(|| everywhere.clone()).unwrap_or_default();
            match used.iter_mut().find(|(known, _)| *known == places) {
                Some((_, count)) => *count += 1,
                None if places.is_empty() => {}
                None => used.push((places, 1)),
            }
        }
        let usual = used.iter().rev().max_by_key(|(_, count)| *count).map(|(places, _)| places.clone());
        let (name, places, description) = match usual {
            Some(places) => {
                let named = places.iter().find(|place| place.place != "bearer");
                let name = named.or(places.first()).map(|place| place.name.clone()).unwrap_or_default();
                let same = |place: &&KeyLocation| place.place == "bearer" || place.name == name;
                self.key_schemes = places.iter().filter(same).map(|place| place.scheme.clone()).collect();
                let places: Vec<&str> = places.iter().filter(same).map(|place| place.place).collect();
                (name.clone(), places, None)
            }
            None => match self.repeated_parameter() {
                Some((name, place, description)) => (name, vec![place], Some(description)),
                None => return,
            },
        };
        let in_place = if let [place] = places.as_slice() {
            text(place)
        } else {
            Json::Array(places.iter().map(|place| text(place)).collect())
        };
        let mut ty = Tree::of("string").with("sensitive", Json::Bool(true));
        let mut kinds = Vec::new();
        if let Some(description) = description {
            let found = prose::read(&description);
            kinds = found.prefixes();
            found.apply(&mut ty);
        }
        ty.add("description", text("The key that calls carry."));
        let mut key =
            Tree::of("ApiKey").with("name", text(&name)).with("in", in_place).with("env", text(variable));
        if !kinds.is_empty() {
            let kinds = kinds.into_iter().filter_map(|(prefix, meaning)| {
                let name = names::type_name(meaning.split_whitespace().find(|word| *word != "individual")?)?;
                let about =
                    Tree::new().with("name", text(&name)).with("description", text(&capital(&meaning)));
                Some((prefix, about.json()))
            });
            key.set("kinds", Json::Object(kinds.collect()));
        }
        tree.set("key", key.json());
        self.key_type = Some(ty);
    }

    /// A parameter named like a key that the document writes out for its calls.
    fn repeated_parameter(&self) -> Option<(String, &'static str, String)> {
        for operation in self.document.operations() {
            for list in [operation.item, operation.value] {
                for parameter in list.get("parameters").map(items).unwrap_or_default() {
                    let Ok((parameter, _)) = self.document.follow(parameter, "") else { continue };
                    let word = |key: &str| parameter.get(key).and_then(Json::as_str).unwrap_or_default();
                    let name = word("name").to_ascii_lowercase().replace(['-', '_'], "");
                    let place = match word("in") {
                        "query" => "query",
                        "header" => "header",
                        _ => continue,
                    };
                    if ["apikey", "accesstoken", "xapikey"].contains(&name.as_str()) {
                        return Some((word("name").to_owned(), place, word("description").to_owned()));
                    }
                }
            }
        }
        None
    }

    /// Whether a parameter is the API's key, which the client adds by itself.
    pub(crate) fn is_key(&self, wire: &str, place: &str) -> bool {
        let usable = ["query", "header"].contains(&place);
        usable && self.key.as_ref().is_some_and(|key| key.name.eq_ignore_ascii_case(wire))
    }

    /// `key` of one operation, where it is not the API's.
    pub(crate) fn key_of(&mut self, tree: &mut Tree, own: Option<&Json>, pointer: &str) {
        let Some(key) = self.key.clone() else { return };
        let stated = own.or_else(|| self.document.root().get("security"));
        if self.is_key_of_folder()
            && let Some(host) = tree.word("baseUrl").map(str::to_owned)
        {
            // The folder's key is for the folder's hosts.
            let needs = stated
                .map_or_else(|| self.repeated_parameter().is_some(), |stated| !items(stated).is_empty());
            if !needs || !is_same_domain(&host, &self.base_url) {
                tree.set("key", text("none"));
                if needs {
                    self.lose(
                        pointer,
                        format!("{host} takes a key of its own, which is not described: none is sent"),
                    );
                }
                return;
            }
        }
        let Some(security) = stated else { return };
        if items(security).is_empty() {
            tree.set("key", text("none"));
            return;
        }
        let found = self.alternatives(security, &join(pointer, "security"));
        let is_other = |place: &&KeyLocation| !key.schemes.is_empty() && !key.schemes.contains(&place.scheme);
        if let Some(other) = found.first().filter(|_| found.iter().all(|place| is_other(&place))) {
            let message =
                format!("`{}` is a credential of its own: the API's key is sent in its place", other.scheme);
            self.lose(&join(pointer, "security"), message);
        }
        let same = found.iter().filter(|place| place.place == "bearer" || place.name == key.name);
        let same: Vec<&str> = same.map(|place| place.place).collect();
        if !same.is_empty() {
            let usual: Vec<&str> = key.places.iter().map(String::as_str).collect();
            if !same.iter().all(|place| usual.contains(place)) {
                tree.set("key", Json::Array(same.iter().map(|place| text(place)).collect()));
            }
        } else if let Some(other) = found.first() {
            tree.set("key", Tree::new().with("name", text(&other.name)).with("in", text(other.place)).json());
        }
    }

    /// Whether the key is that of the specs which are there, not one that the document describes.
    fn is_key_of_folder(&self) -> bool {
        self.keeps_api && !document::is_own(self.document.root())
    }

    /// The places of a key that one of the alternatives asks for.
    fn alternatives(&mut self, security: &Json, pointer: &str) -> Vec<KeyLocation> {
        let mut places: Vec<KeyLocation> = Vec::new();
        let mut unknown = Vec::new();
        for (index, requirement) in items(security).iter().enumerate() {
            let schemes = members(requirement);
            if schemes.len() > 1 {
                self.lose(
                    &join(pointer, &index.to_string()),
                    "a call with several keys at once: the first one is sent",
                );
            }
            let Some((id, _)) = schemes.first() else { continue };
            let place = join("/components/securitySchemes", id);
            match scheme(self.document, &place, id) {
                Ok(found) if places.contains(&found) => {}
                Ok(found) => places.push(found),
                Err(what) => unknown.push((place, what)),
            }
        }
        let grade = if places.is_empty() { Grade::Loss } else { Grade::Note };
        for (place, what) in unknown {
            self.report.add(grade, &place, format!("{what} is no way to carry a key here"));
        }
        places
    }
}

/// Where a security scheme puts the key.
fn scheme(document: &Document, pointer: &str, id: &str) -> Result<KeyLocation, String> {
    let scheme = document.at(pointer).and_then(|scheme| document.follow(scheme, pointer).ok());
    let Some((scheme, _)) = scheme else { return Err("an unknown scheme".to_owned()) };
    let word = |key: &str| scheme.get(key).and_then(Json::as_str).unwrap_or_default();
    let (name, scheme) = (word("name").to_owned(), id.to_owned());
    let found = match (word("type"), word("in"), word("scheme").to_ascii_lowercase().as_str()) {
        ("apiKey", "header", _) if name.eq_ignore_ascii_case("authorization") => {
            KeyLocation { name, place: "header", scheme }
        }
        ("apiKey", "query", _) => KeyLocation { name, place: "query", scheme },
        ("apiKey", "header", _) => KeyLocation { name, place: "header", scheme },
        ("apiKey", place, _) => return Err(format!("a key as {place}")),
        ("http", _, "bearer") | ("oauth2" | "openIdConnect", _, _) => {
            KeyLocation { name: id.to_owned(), place: "bearer", scheme }
        }
        ("http", _, other) => return Err(format!("HTTP {other} authentication")),
        (other, _, _) => return Err(format!("`{other}`")),
    };
    Ok(found)
}

/// Scheme, host and beginning of the path, with the variables of a server at their defaults.
pub(crate) fn base_url(server: &Json) -> Option<String> {
    let mut url = server.get("url")?.as_str()?.to_owned();
    for (name, variable) in server.get("variables").map(members).unwrap_or_default() {
        let default = variable
            .get("default")
            .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        url = url.replace(&format!("{{{name}}}"), &default.unwrap_or_default());
    }
    let url = url.split(['?', '#']).next()?.trim_end_matches('/').to_owned();
    (is_link(&url) && !url.contains(['{', '}'])).then_some(url)
}

/// Whether two URLs lead to hosts of one owner, as far as their last two names tell.
fn is_same_domain(one: &str, other: &str) -> bool {
    let domain = |url: &str| {
        let host = url.split("://").nth(1).unwrap_or_default().split(['/', ':']).next().unwrap_or_default();
        let names: Vec<&str> = host.rsplit('.').take(2).collect();
        let is_number = host.chars().all(|c| c.is_ascii_digit() || c == '.');
        if is_number { host.to_owned() } else { names.join(".") }
    };
    domain(one) == domain(other)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

/// What the folders of calls are about, as far as calls of them were imported.
pub(crate) fn modules(root: &Json, ids: &[&str]) -> Option<Json> {
    let Json::Object(modules) = root.get(&format!("{EXTENSION}modules"))? else { return None };
    let is_here =
        |folder: &str| ids.iter().any(|id| id.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')));
    let kept: Vec<_> = modules.iter().filter(|(folder, _)| is_here(folder)).cloned().collect();
    (!kept.is_empty()).then_some(Json::Object(kept))
}
