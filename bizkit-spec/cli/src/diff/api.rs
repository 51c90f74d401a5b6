//! What holds for every call: hosts, the key, the catalogue of errors.

use super::Rule;
use super::walk::{Walk, Way};
use crate::export::words::error_topic;
use bizkit_spec::model::{ErrorCode, Key, KeyKind, KeyLocation, TypeId};

impl Walk<'_> {
    pub(super) fn api(&mut self) {
        let (old, new) = (self.old, self.new);
        if (&old.title, &old.docs) != (&new.title, &new.docs) {
            self.plain(Rule::API_TEXT, "api.title", "the title or the link of the API changed");
        }
        if old.base_url != new.base_url {
            let message = format!("calls go to `{}`, no longer to `{}`", new.base_url, old.base_url);
            self.plain(Rule::HOST, "api.baseUrl", message);
        }
        self.variable("api.baseUrlEnv", old.base_url_env.as_ref(), new.base_url_env.as_ref());
        match (&old.key, &new.key) {
            (Some(old), Some(new)) => self.key(old, new),
            (None, None) => {}
            (old, _) => {
                let now = if old.is_some() { "no key any more" } else { "a key" };
                self.plain(Rule::KEY_SCHEME, "api.key", format!("the API has {now}"));
            }
        }
        self.codes(&old.errors, &new.errors);
    }

    /// A change that is the same in both directions and moves no path of Rust.
    pub(super) fn plain(&mut self, rule: Rule, address: &str, message: impl Into<String>) {
        self.found(rule, Way::NONE, address, message, []);
    }

    fn variable(&mut self, address: &str, old: Option<&String>, new: Option<&String>) {
        match (old, new) {
            (None, Some(new)) => self.plain(Rule::VARIABLE_ADDED, address, format!("`{new}` is read")),
            (Some(old), new) if Some(old) != new => {
                let now = new.map_or_else(|| "and nothing is".to_owned(), |new| format!("`{new}` is"));
                self.plain(Rule::VARIABLE_CHANGED, address, format!("`{old}` is no longer read, {now}"));
            }
            _ => {}
        }
    }

    fn key(&mut self, old: &Key, new: &Key) {
        let Key { ty, name: wire, locations, env, kinds: _ } = new;
        let types = self.pair(old.ty, *ty, "api.key");
        if !types {
            let name = |api: &bizkit_spec::Api, id: TypeId| api.type_def(id).name.pascal();
            let (before, after) = (name(self.old, old.ty), name(self.new, *ty));
            let message = format!("the key is a `{after}`, and was a `{before}`");
            self.plain(Rule::KEY_TYPE, "api.key.type", message);
        }
        if old.name != *wire {
            let message = format!("the key is called `{wire}` on the wire, and was `{}`", old.name);
            self.plain(Rule::KEY_NAME, "api.key.name", message);
        }
        self.key_places("api.key", &old.locations, locations);
        self.variable("api.key.env", old.env.as_ref(), env.as_ref());
        self.key_kinds(old, new);
    }

    pub(super) fn key_places(&mut self, address: &str, old: &[KeyLocation], new: &[KeyLocation]) {
        let address = format!("{address}.in");
        for place in old.iter().filter(|place| !new.contains(place)) {
            let message = format!("the key no longer travels as {}", place.word());
            self.plain(Rule::KEY_PLACE_REMOVED, &address, message);
        }
        for place in new.iter().filter(|place| !old.contains(place)) {
            let message = format!("the key may travel as {}", place.word());
            self.plain(Rule::KEY_PLACE_ADDED, &address, message);
        }
        let common = |of: &[KeyLocation], other: &[KeyLocation]| -> Vec<KeyLocation> {
            of.iter().copied().filter(|place| other.contains(place)).collect()
        };
        if common(old, new) != common(new, old) || old.first() != new.first() {
            let usual = new.first().map_or("nowhere", |place| place.word());
            self.plain(Rule::KEY_PLACE_USUAL, &address, format!("the key usually travels as {usual}"));
        }
    }

    fn key_kinds(&mut self, old: &Key, new: &Key) {
        let find = |kinds: &[KeyKind], prefix: &str| kinds.iter().position(|kind| kind.prefix == prefix);
        let ty = format!("{}Kind", bizkit_spec::rust::type_path(self.new, new.ty));
        for kind in &old.kinds {
            let address = format!("api.key.kinds.{}", kind.prefix);
            let variant = |kind: &KeyKind| format!("`{ty}::{}`", kind.name.pascal());
            match find(&new.kinds, &kind.prefix).map(|at| &new.kinds[at]) {
                Some(now) if now.name == kind.name => {
                    if now.description != kind.description {
                        self.plain(Rule::KEY_TEXT, &address, "what such a key is for is described otherwise");
                    }
                }
                now => {
                    let after = now.map_or("is gone".to_owned(), |now| format!("is {}", variant(now)));
                    let message = format!("the variant of `{}` {after}", kind.prefix);
                    let rust = format!("{} {after}", variant(kind));
                    self.found(Rule::KEY_KIND_REMOVED, Way::NONE, &address, message, [rust]);
                }
            }
        }
        for kind in new.kinds.iter().filter(|kind| find(&old.kinds, &kind.prefix).is_none()) {
            let address = format!("api.key.kinds.{}", kind.prefix);
            let rust = format!("`{ty}::{}` is new", kind.name.pascal());
            let message = format!("keys that begin with `{}` are known", kind.prefix);
            self.found(Rule::KEY_KIND_ADDED, Way::NONE, &address, message, [rust]);
        }
        let kept = |of: &[KeyKind], other: &[KeyKind]| -> Vec<String> {
            of.iter().map(|kind| kind.prefix.clone()).filter(|prefix| find(other, prefix).is_some()).collect()
        };
        if kept(&old.kinds, &new.kinds) != kept(&new.kinds, &old.kinds) {
            self.plain(Rule::MEMBER_ORDER, "api.key.kinds", "the kinds stand in another order");
        }
    }

    fn codes(&mut self, old: &[ErrorCode], new: &[ErrorCode]) {
        let find = |codes: &[ErrorCode], code: &str| codes.iter().position(|other| other.code == code);
        let variant = |code: &ErrorCode| format!("`ErrorCode::{}`", code.name.pascal());
        for code in old {
            let address = format!("errors/{}", code.code);
            let Some(now) = find(new, &code.code).map(|at| &new[at]) else {
                let rust = format!("{} is gone", variant(code));
                let message = format!("the code `{}` is gone", code.code);
                self.found(Rule::CODE_REMOVED, Way::NONE, &address, message, [rust]);
                continue;
            };
            let ErrorCode { code: _, name, status, summary, help, topic, docs, span: _ } = now;
            if code.name != *name {
                let rust = format!("{} is {}", variant(code), variant(now));
                let message = "the variant of the code is called otherwise";
                self.found(Rule::CODE_RENAMED, Way::NONE, &address, message, [rust]);
            }
            if code.topic != *topic {
                let (before, after) = (error_topic(code.topic), error_topic(*topic));
                let message = format!("the code is about `{after}`, and was about `{before}`");
                self.plain(Rule::CODE_TOPIC, &address, message);
            }
            if code.status != *status {
                let word =
                    |status: Option<u16>| status.map_or("none".to_owned(), |status| status.to_string());
                let message = format!("the status is {}, and was {}", word(*status), word(code.status));
                self.plain(Rule::CODE_STATUS, &format!("{address}.status"), message);
            }
            if (&code.summary, &code.help, &code.docs) != (summary, help, docs) {
                self.plain(Rule::CODE_TEXT, &address, "the code is described otherwise");
            }
        }
        for code in new.iter().filter(|code| find(old, &code.code).is_none()) {
            let rust = format!("{} is new", variant(code));
            let message = format!("the code `{}` is new", code.code);
            self.found(Rule::CODE_ADDED, Way::NONE, &format!("errors/{}", code.code), message, [rust]);
        }
        let kept = |of: &[ErrorCode], other: &[ErrorCode]| -> Vec<String> {
            of.iter().map(|code| code.code.clone()).filter(|code| find(other, code).is_some()).collect()
        };
        if kept(old, new) != kept(new, old) {
            self.plain(Rule::MEMBER_ORDER, "errors", "the codes stand in another order");
        }
    }
}
