//! Reads the sources of a crate and draws an arrow from each file to the files that define what it names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Files, each with what it names of others: the file, and one of the names.
pub(super) type Arrows = BTreeMap<String, BTreeMap<String, String>>;

/// A module: where it stands, what it defines, what it imports, and the paths that its code names.
#[derive(Default)]
struct Module {
    file: String,
    parent: Option<usize>,
    children: BTreeMap<String, usize>,
    items: BTreeSet<String>,
    /// What a name means here, and whether the import is only handed on.
    imports: BTreeMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    /// Paths that count as arrows when they lead to another file.
    paths: BTreeSet<Vec<String>>,
    /// All that is written, to see whether a name that is handed on is used here as well.
    words: BTreeSet<String>,
    handed_on: BTreeSet<String>,
}

/// The modules of one crate; the first is its root.
pub(super) struct Graph {
    modules: Vec<Module>,
    source: PathBuf,
}

impl Graph {
    /// Reads the crate whose root is `lib.rs` in the folder, and its `main.rs` where there is one.
    pub(super) fn read(source: &Path) -> Graph {
        let mut graph = Graph { modules: Vec::new(), source: source.to_owned() };
        graph.file("lib.rs", "", None);
        graph
    }

    /// Reads a file as a module; `folder` is where the files of its children lie.
    fn file(&mut self, file: &str, folder: &str, parent: Option<usize>) -> usize {
        let path = self.source.join(file);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
        self.module(file, folder, parent, &without_tests(tokens))
    }

    fn module(&mut self, file: &str, folder: &str, parent: Option<usize>, tokens: &[TokenTree]) -> usize {
        let at = self.modules.len();
        self.modules.push(Module { file: file.to_owned(), parent, ..Module::default() });
        let mut i = 0;
        let mut path_attribute = None;
        while i < tokens.len() {
            match (&tokens[i], word(tokens.get(i + 1))) {
                (TokenTree::Punct(sign), _) if sign.as_char() == '#' => {
                    let skip = if is_punct(tokens.get(i + 1), '!') { 2 } else { 1 };
                    if let Some(TokenTree::Group(group)) = tokens.get(i + skip) {
                        path_attribute = path_of(group.stream()).or(path_attribute);
                    }
                    i += skip + 1;
                    continue;
                }
                (TokenTree::Ident(keyword), Some(name)) if keyword == "mod" => {
                    let below = format!("{folder}{name}/");
                    let child = match tokens.get(i + 2) {
                        Some(TokenTree::Group(group)) => {
                            self.module(file, &below, Some(at), &without_tests(group.stream()))
                        }
                        _ => {
                            let plain = path_attribute
                                .take()
                                .map_or(format!("{folder}{name}.rs"), |path| format!("{folder}{path}"));
                            let exists = self.source.join(&plain).is_file();
                            let file = if exists { plain } else { format!("{below}mod.rs") };
                            self.file(&file, &below, Some(at))
                        }
                    };
                    self.modules[at].children.insert(name, child);
                    i += 3;
                    continue;
                }
                (TokenTree::Ident(keyword), Some(name))
                    if ["fn", "struct", "enum", "union", "trait", "type", "const", "static"]
                        .contains(&keyword.to_string().as_str())
                        && !["fn", "unsafe", "extern"].contains(&name.as_str()) =>
                {
                    self.modules[at].items.insert(name);
                }
                _ => {}
            }
            i += 1;
        }
        self.scan(at, tokens, true);
        at
    }

    /// Notes imports and paths of a list of tokens and of all groups in it, bodies of modules aside.
    fn scan(&mut self, at: usize, tokens: &[TokenTree], top: bool) {
        let mut i = 0;
        while i < tokens.len() {
            if top && word(tokens.get(i)).as_deref() == Some("mod") {
                i += 3;
                continue;
            }
            match &tokens[i] {
                TokenTree::Group(group) => {
                    let inner = without_tests(group.stream());
                    self.scan(at, &inner, false);
                    i += 1;
                }
                TokenTree::Ident(keyword) if keyword == "use" && !is_bound(&tokens[i + 1..]) => {
                    let public = top && is_public(&tokens[..i]);
                    let end =
                        (i..tokens.len()).find(|&end| is_punct(tokens.get(end), ';')).unwrap_or(tokens.len());
                    self.import(at, &tokens[i + 1..end], &[], public);
                    i = end;
                }
                // What is quoted is Rust of another crate.
                TokenTree::Ident(name) if name == "quote" && is_punct(tokens.get(i + 1), '!') => i += 3,
                TokenTree::Ident(_) => {
                    let before = i.checked_sub(1).and_then(|before| tokens.get(before));
                    let foreign = is_punct(before, ':') && i >= 2 && is_punct(tokens.get(i - 2), ':')
                        || is_punct(before, '$')
                        || is_punct(before, '.');
                    let (path, next) = path(tokens, i);
                    self.modules[at].words.extend(path.iter().take(1).cloned());
                    if !foreign {
                        self.modules[at].paths.insert(path);
                    }
                    i = next;
                }
                _ => i += 1,
            }
        }
    }

    /// Notes one tree of an import.
    fn import(&mut self, at: usize, tokens: &[TokenTree], prefix: &[String], public: bool) {
        let mut prefix = prefix.to_vec();
        let mut i = 0;
        while i < tokens.len() {
            match &tokens[i] {
                TokenTree::Group(group) => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    for tree in
                        inner.split(|token| is_punct(Some(token), ',')).filter(|tree| !tree.is_empty())
                    {
                        self.import(at, tree, &prefix, public);
                    }
                    return;
                }
                TokenTree::Punct(sign) if sign.as_char() == '*' => {
                    self.modules[at].globs.push(prefix);
                    return;
                }
                TokenTree::Ident(name) if name == "as" => {
                    self.name(at, word(tokens.get(i + 1)).unwrap_or_default(), prefix, public);
                    return;
                }
                TokenTree::Ident(name) => prefix.push(name.to_string()),
                _ => {}
            }
            i += 1;
        }
        if prefix.last().is_some_and(|last| last == "self") {
            prefix.pop();
        }
        if let Some(last) = prefix.last().cloned() {
            self.name(at, last, prefix, public);
        }
    }

    fn name(&mut self, at: usize, name: String, path: Vec<String>, public: bool) {
        let module = &mut self.modules[at];
        if public {
            module.handed_on.insert(name.clone());
        } else {
            module.paths.insert(path.clone());
        }
        // `as _` brings a trait in scope, and has no name.
        if name != "_" {
            module.imports.insert(name, path);
        }
    }

    /// The file that defines what a path names, seen from a module; none for what is foreign. A module alone is
    /// no definition: what is named through it counts.
    fn resolve(&self, from: usize, path: &[String], depth: usize) -> Option<Target> {
        let (first, rest) = path.split_first()?;
        let module = &self.modules[from];
        match first.as_str() {
            "crate" => Some(self.below(0, rest, depth)),
            "self" => Some(self.below(from, rest, depth)),
            "super" => {
                let parent = module.parent?;
                match rest.first().map(String::as_str) {
                    Some("super") => self.resolve(parent, rest, depth),
                    _ => Some(self.below(parent, rest, depth)),
                }
            }
            _ => self.known(from, path, depth),
        }
    }

    /// As `resolve`, for a path that begins inside a module.
    fn below(&self, at: usize, path: &[String], depth: usize) -> Target {
        if path.is_empty() {
            return Target::Module(at);
        }
        self.known(at, path, depth).unwrap_or_else(|| Target::File(self.modules[at].file.clone()))
    }

    fn known(&self, at: usize, path: &[String], depth: usize) -> Option<Target> {
        if depth > 16 {
            return None;
        }
        let (first, rest) = path.split_first()?;
        let module = &self.modules[at];
        let child = module.children.get(first);
        if let (Some(&child), false) = (child, rest.is_empty()) {
            return Some(self.below(child, rest, depth));
        }
        if module.items.contains(first) {
            return Some(Target::File(module.file.clone()));
        }
        if let Some(import) = module.imports.get(first) {
            // `use value::{self, ..}` and `use escape::escape` name a child.
            let own = import.first() == Some(first) && !module.children.contains_key(first);
            if !own {
                let whole: Vec<String> = import.iter().chain(rest).cloned().collect();
                if let Some(found) = self.resolve(at, &whole, depth + 1) {
                    return Some(found);
                }
            }
        }
        if let Some(&child) = child {
            return Some(Target::Module(child));
        }
        module.globs.iter().find_map(|glob| match self.resolve(at, glob, depth + 1)? {
            Target::Module(target) if target != at => self.known(target, path, depth + 1),
            _ => None,
        })
    }

    /// The arrows between files.
    pub(super) fn arrows(&self) -> Arrows {
        let mut arrows = Arrows::new();
        for (at, module) in self.modules.iter().enumerate() {
            let from = arrows.entry(module.file.clone()).or_default();
            for path in &module.paths {
                if module.handed_on.contains(&path[0]) && path.len() == 1 && !module.words.contains(&path[0])
                {
                    continue;
                }
                if let Some(Target::File(to)) = self.resolve(at, path, 0)
                    && to != module.file
                {
                    from.entry(to).or_insert_with(|| path.join("::"));
                }
            }
        }
        arrows
    }
}

enum Target {
    Module(usize),
    File(String),
}

/// Circles of files that reach each other, each in order.
pub(super) fn circles(arrows: &Arrows) -> Vec<Vec<String>> {
    let reach = |from: &str| {
        let mut seen = BTreeSet::new();
        let mut open = vec![from.to_owned()];
        while let Some(file) = open.pop() {
            for to in arrows.get(&file).into_iter().flat_map(BTreeMap::keys) {
                if seen.insert(to.clone()) {
                    open.push(to.clone());
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> =
        arrows.keys().map(|file| (file, reach(file))).collect();
    let mut circles = BTreeSet::new();
    for (file, seen) in &reached {
        let circle: Vec<String> = seen
            .iter()
            .filter(|to| reached.get(to).is_some_and(|back| back.contains(*file)))
            .cloned()
            .collect();
        if circle.len() > 1 {
            circles.insert(circle);
        }
    }
    circles.into_iter().collect()
}

fn word(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Ident(name)) => Some(name.to_string()),
        _ => None,
    }
}

fn is_punct(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

/// Whether what follows `use` is the list of captured lifetimes of an `impl Trait`.
fn is_bound(rest: &[TokenTree]) -> bool {
    is_punct(rest.first(), '<')
}

/// Whether the tokens before `use` end in `pub` or `pub(..)`.
fn is_public(before: &[TokenTree]) -> bool {
    match before {
        [.., TokenTree::Ident(word)] => word == "pub",
        [.., TokenTree::Ident(word), TokenTree::Group(group)] => {
            word == "pub" && group.delimiter() == Delimiter::Parenthesis
        }
        _ => false,
    }
}

/// The path that begins at a token, and where it ends.
fn path(tokens: &[TokenTree], mut i: usize) -> (Vec<String>, usize) {
    let mut path = Vec::new();
    while let Some(name) = word(tokens.get(i)) {
        path.push(name);
        i += 1;
        if is_punct(tokens.get(i), ':')
            && is_punct(tokens.get(i + 1), ':')
            && word(tokens.get(i + 2)).is_some()
        {
            i += 2;
        } else {
            break;
        }
    }
    (path, i)
}

/// The file that an attribute `path = ".."` names.
fn path_of(attribute: TokenStream) -> Option<String> {
    let tokens: Vec<TokenTree> = attribute.into_iter().collect();
    match &tokens[..] {
        [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(text)] if name == "path" => {
            Some(text.to_string().trim_matches('"').to_owned())
        }
        _ => None,
    }
}

/// The tokens without what is compiled for unit tests alone.
fn without_tests(tokens: TokenStream) -> Vec<TokenTree> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut kept = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let test = is_punct(tokens.get(i), '#')
            && matches!(tokens.get(i + 1), Some(TokenTree::Group(group)) if is_test(&group.stream()));
        if test {
            i += 2;
            while i < tokens.len() {
                let brace =
                    matches!(&tokens[i], TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
                let end = brace || is_punct(tokens.get(i), ';') || is_punct(tokens.get(i), ',');
                // A list of imports ends behind its braces.
                let more = brace && is_punct(tokens.get(i + 1), ';');
                i += 1;
                if end && !more {
                    break;
                }
            }
        } else {
            kept.push(tokens[i].clone());
            i += 1;
        }
    }
    kept
}

/// Whether an attribute says `cfg(test)` or `cfg(all(test, ..))`.
fn is_test(attribute: &TokenStream) -> bool {
    let mut text = attribute.to_string();
    text.retain(|c| !c.is_whitespace());
    text == "cfg(test)" || text.starts_with("cfg(all(test,")
}
