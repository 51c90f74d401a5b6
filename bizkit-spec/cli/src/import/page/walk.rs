//! The lines of a page, one after the other, to what stands in each: every line is used, known furniture, or unread.

use super::code::Code;
use super::furniture::{Heading, asks_for_key, heading, is_furniture};
use super::group::Group;
use super::head::{Route, labelled, method_of};
use super::parameter::{self, Certainty, Header, Parameter};
use super::response::{Response, body_at, status};
use super::text::{Line, straight};
use bizkit_spec::json::Json;

/// What has become of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Blank,
    /// The layout's own.
    Furniture,
    /// Method, path, host, summary.
    Head,
    /// Names a parameter, or says something of one.
    Parameter,
    Call,
    Response,
    Unread,
}

/// What a page says.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) words: Vec<(usize, String)>,
    pub(super) host: Option<String>,
    pub(super) asks_for_key: bool,
    pub(super) is_deprecated: bool,
    /// How many methods the page says that there are, and methods beside that of the route.
    pub(super) methods: Option<(usize, usize)>,
    pub(super) other_methods: Vec<(String, usize)>,
    pub(super) groups: Vec<Group>,
    pub(super) responses: Vec<Response>,
    pub(super) uses: Vec<Use>,
    /// What could not be taken, by line.
    pub(super) losses: Vec<(usize, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Head,
    Parameters,
    Call,
    Responses,
    Other,
}

struct Walk<'t> {
    lines: &'t [Line],
    route: &'t Route,
    names: &'t [String],
    section: Section,
    at: usize,
    code: Code,
    found: Found,
}

/// Reads the lines of one call; `names` are what its sample sends.
pub(super) fn walk(lines: &[Line], route: &Route, names: &[String]) -> Found {
    let found = Found { uses: vec![Use::Blank; lines.len()], ..Found::default() };
    let mut walk = Walk { lines, route, names, section: Section::Head, at: 0, code: Code::default(), found };
    while walk.at < lines.len() {
        let used = if lines[walk.at].is_blank() { Use::Blank } else { walk.line() };
        walk.found.uses[walk.at] = used;
        walk.at += 1;
    }
    for group in &mut walk.found.groups {
        group.settle(&mut walk.found.losses);
    }
    walk.found
}

impl Walk<'_> {
    fn line(&mut self) -> Use {
        let line = &self.lines[self.at];
        if self.at >= self.route.start && self.at <= self.route.end {
            return Use::Head;
        }
        if self.section == Section::Parameters
            && let Some(used) = self.split_header()
        {
            return used;
        }
        if let Some(found) = heading(line) {
            return self.enter(&found);
        }
        if let Some((code, words)) = status(line).filter(|(_, words)| self.is_response(words)) {
            self.section = Section::Responses;
            self.code = Code::default();
            self.found.responses.push(Response::new(code, words, line.number));
            return self.body(line.text.find(['{', '['])).unwrap_or(Use::Response);
        }
        self.found.asks_for_key |= asks_for_key(line);
        match self.section {
            Section::Call | Section::Responses
                if !self.code.is_open() && method_of(line.bare()).is_some() =>
            {
                Use::Furniture
            }
            Section::Head => self.head(),
            Section::Parameters => self.parameter(),
            Section::Call => self.call(),
            Section::Responses => self.response(),
            Section::Other => self.other(),
        }
    }

    fn enter(&mut self, heading: &Heading) -> Use {
        self.code = Code::default();
        self.section = match *heading {
            Heading::Parameters { place, stated } => {
                let line = self.lines[self.at].number;
                self.found.groups.push(Group { place, stated, line, parameters: Vec::new() });
                Section::Parameters
            }
            Heading::Call => Section::Call,
            Heading::Responses => Section::Responses,
            Heading::Errors | Heading::Tail => Section::Other,
        };
        Use::Furniture
    }

    /// Whether a number that looks like a status begins a response here.
    fn is_response(&self, words: &str) -> bool {
        const KNOWN: [&str; 14] = [
            "success",
            "ok",
            "created",
            "accepted",
            "no content",
            "bad request",
            "unauthorized",
            "forbidden",
            "not found",
            "conflict",
            "unprocessable",
            "too many requests",
            "internal server error",
            "error",
        ];
        let shows_body =
            || self.next(self.at).is_some_and(|next| self.lines[next].text.starts_with(['{', '[']));
        let is_known = || KNOWN.iter().any(|known| words.to_ascii_lowercase().starts_with(known));
        match self.section {
            Section::Responses => true,
            Section::Head => shows_body() && is_known(),
            _ => {
                !self.code.is_open()
                    && (shows_body()
                        || is_known() && self.found.groups.iter().any(|it| !it.parameters.is_empty()))
            }
        }
    }

    /// The next line that is not blank.
    fn next(&self, at: usize) -> Option<usize> {
        (at + 1..self.lines.len()).find(|next| !self.lines[*next].is_blank())
    }

    fn head(&mut self) -> Use {
        let line = &self.lines[self.at];
        for (label, key) in [("Base URL", 'u'), ("Auth", 'a'), ("Methods", 'm')] {
            let Some((value, end)) = labelled(self.lines, self.at, label) else { continue };
            let is_value = match key {
                'u' => value.contains('.') && !value.contains(' '),
                'a' => value.starts_with("Bearer") || value.starts_with("API") || value.starts_with("None"),
                _ => value.parse::<usize>().is_ok(),
            };
            if !is_value {
                continue;
            }
            match key {
                'u' => self.found.host = Some(value.to_owned()),
                'a' => self.found.asks_for_key |= !value.starts_with("None"),
                _ => self.found.methods = value.parse().ok().map(|count| (count, line.number)),
            }
            self.skip_to(end, Use::Head);
            return Use::Head;
        }
        if is_furniture(line)
            || line.text.len() < 200 && line.text.contains(&self.route.path) && line.text.starts_with("Docs")
        {
            return Use::Furniture;
        }
        if line.heading() == "deprecated" {
            self.found.is_deprecated = true;
            return Use::Head;
        }
        if let Some(method) = method_of(line.bare()) {
            self.found.other_methods.push((method, line.number));
            return Use::Head;
        }
        let sure = |found: &Header| found.certainty == Certainty::Sure;
        if parameter::header(line.bare(), self.names).is_some_and(|found| sure(&found))
            || self.is_split_header()
        {
            self.found.groups.push(Group { line: line.number, ..Group::default() });
            self.section = Section::Parameters;
            return self.split_header().unwrap_or_else(|| self.parameter());
        }
        if Code::begins(&line.text) {
            self.section = Section::Call;
            return self.call();
        }
        if self.at < self.route.start {
            return Use::Unread;
        }
        self.found.words.push((line.number, line.bare().to_owned()));
        Use::Head
    }

    fn skip_to(&mut self, end: usize, used: Use) {
        for at in self.at..=end {
            self.found.uses[at] = if self.lines[at].is_blank() { Use::Blank } else { used };
        }
        self.at = end;
    }

    /// Name, type and badges on lines of their own.
    fn split_header(&mut self) -> Option<Use> {
        let line = &self.lines[self.at];
        let (name, mut badges) = parameter::name_alone(line.bare())?;
        let next = self.next(self.at)?;
        let (ty, more) = parameter::type_alone(self.lines[next].bare())?;
        badges.extend(more);
        // A badge may be a name, and a type may be one.
        let is_type = parameter::type_alone(line.bare()).is_some() && !self.names.contains(&name);
        let follows =
            |at: Option<usize>| at.and_then(|at| parameter::type_alone(self.lines[at].bare())).is_some();
        if is_type && follows(self.next(next)) {
            return None;
        }
        let certainty =
            if ty.is_sure() || self.names.contains(&name) { Certainty::Sure } else { Certainty::Doubtful };
        let header = Header { name: Some(name), ty, badges, certainty };
        self.begin(header, &line.text, line.number);
        self.skip_to(next, Use::Parameter);
        Some(Use::Parameter)
    }

    fn is_split_header(&self) -> bool {
        let known = |line: &Line| {
            parameter::name_alone(line.bare()).is_some_and(|(name, _)| self.names.contains(&name))
        };
        known(&self.lines[self.at])
            && self.next(self.at).is_some_and(|next| parameter::type_alone(self.lines[next].bare()).is_some())
    }

    fn begin(&mut self, mut header: Header, printed: &str, number: usize) {
        let taken = |known: &Parameter| known.header.name == header.name && header.name.is_some();
        if self.found.groups.iter().flat_map(|group| &group.parameters).any(taken)
            && header.certainty != Certainty::Sure
        {
            header.certainty = Certainty::Doubtful;
        }
        if self.found.groups.is_empty() {
            self.found.groups.push(Group { line: number, ..Group::default() });
        }
        if let Some(group) = self.found.groups.last_mut() {
            group.parameters.push(Parameter::new(header, printed, number));
        }
    }

    fn parameter(&mut self) -> Use {
        let line = &self.lines[self.at];
        if let Some(header) = parameter::header(line.bare(), self.names) {
            self.begin(header, &line.text, line.number);
            return Use::Parameter;
        }
        if Code::begins(&line.text) {
            self.section = Section::Call;
            return self.call();
        }
        if line.is_fence() {
            return Use::Furniture;
        }
        let Some(last) = self.found.groups.last_mut().and_then(|group| group.parameters.last_mut()) else {
            return if is_furniture(line) { Use::Furniture } else { Use::Unread };
        };
        match parameter::badge(&line.text).filter(|_| last.said.is_empty()) {
            Some(badge) => last.header.badges.push(badge),
            None => {
                // A blank line parts what is said.
                if self.at > 0 && self.lines[self.at - 1].is_blank() && !last.said.is_empty() {
                    last.say(line.number, "");
                }
                last.say(line.number, &line.text);
            }
        }
        Use::Parameter
    }

    fn call(&mut self) -> Use {
        let line = &self.lines[self.at];
        let inside = self.code.is_open();
        if !inside && line.text.starts_with(['{', '[']) && line.text.len() < 3 {
            self.section = Section::Responses;
            return self.response();
        }
        let is_code = inside || Code::is_code(&line.text);
        if is_code {
            self.code.read(&straight(&line.raw));
            return Use::Call;
        }
        if is_furniture(line) { Use::Furniture } else { Use::Unread }
    }

    fn response(&mut self) -> Use {
        let line = &self.lines[self.at];
        if let Some(used) = self.body(Some(0)) {
            return used;
        }
        if is_furniture(line) {
            return Use::Furniture;
        }
        if Code::begins(&line.text) {
            self.section = Section::Call;
            return self.call();
        }
        let scalar = Json::parse(&straight(&line.text)).ok();
        match (scalar, self.found.responses.last_mut()) {
            (Some(value), Some(response)) => response.bodies.push((line.number, Ok(value))),
            (None, Some(response)) if line.text.starts_with('<') => {
                let why = "it is no JSON".to_owned();
                response.bodies.push((line.number, Err(why)));
            }
            _ => return Use::Unread,
        }
        Use::Response
    }

    /// A body that begins on this line.
    fn body(&mut self, from: Option<usize>) -> Option<Use> {
        let line = &self.lines[self.at];
        let found = body_at(&self.lines[self.at..], from?)?;
        if self.found.responses.is_empty() {
            self.found
                .losses
                .push((line.number, "a response without its status: taken as that to 200".to_owned()));
            self.found.responses.push(Response::new("200".to_owned(), String::new(), line.number));
        }
        if let Some(response) = self.found.responses.last_mut() {
            response.bodies.push((line.number, found.value));
        }
        let last = self.at + found.lines - 1;
        if !found.rest.is_empty() {
            self.found.losses.push((
                self.lines[last].number,
                format!("`{}` behind the end of a response was not read", found.rest),
            ));
        }
        self.skip_to(last, Use::Response);
        Some(Use::Response)
    }

    fn other(&mut self) -> Use {
        let line = &self.lines[self.at];
        if Code::begins(&line.text) {
            self.section = Section::Call;
            return self.call();
        }
        if is_furniture(line) { Use::Furniture } else { Use::Unread }
    }
}
