//! What a page holds, beside the document that was made of it: the base of the comparison at the end of an import.

mod compare;
mod cover;

pub(in crate::import) use compare::{Written, settle};

use crate::import::report::is_within;
use crate::import::tree::{items, number, object, text};
use bizkit_spec::json::Json;
use bizkit_spec::json::build::array;

/// The member of a document that holds the account of its page.
pub(in crate::import) const MEMBER: &str = "x-page";

/// What a page says of one parameter, or of the call where it has no name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Said {
    /// Where it stands in the document.
    pub(in crate::import) pointer: String,
    pub(in crate::import) name: String,
    /// The line that names it.
    pub(in crate::import) line: usize,
    /// What is said of it, line by line.
    pub(in crate::import) lines: Vec<(usize, String)>,
}

/// A response that the page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Shown {
    pub(in crate::import) pointer: String,
    pub(in crate::import) line: usize,
    pub(in crate::import) body: Json,
}

/// What could not be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Lost {
    /// The operation that it belongs to.
    pub(in crate::import) pointer: String,
    pub(in crate::import) line: usize,
    pub(in crate::import) message: String,
}

/// Everything that a page holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct Account {
    pub(in crate::import) lost: Vec<Lost>,
    pub(in crate::import) said: Vec<Said>,
    pub(in crate::import) shown: Vec<Shown>,
    /// Lines of other places of the document.
    pub(in crate::import) places: Vec<(String, usize)>,
    operation: String,
}

impl Account {
    /// What follows belongs to this operation.
    pub(in crate::import) fn begin(&mut self, pointer: &str, line: usize) {
        // What was lost while its method was looked for belongs to it too.
        self.lost
            .iter_mut()
            .filter(|lost| lost.pointer.is_empty())
            .for_each(|lost| pointer.clone_into(&mut lost.pointer));
        pointer.clone_into(&mut self.operation);
        self.place(pointer, line);
    }

    pub(in crate::import) fn lose(&mut self, line: usize, message: &str) {
        self.lost.push(Lost { pointer: self.operation.clone(), line, message: message.to_owned() });
    }

    pub(in crate::import) fn say(&mut self, said: Said) {
        self.said.push(said);
    }

    pub(in crate::import) fn show(&mut self, line: usize, pointer: &str, body: &Json) {
        self.shown.push(Shown { pointer: pointer.to_owned(), line, body: body.clone() });
    }

    pub(in crate::import) fn place(&mut self, pointer: &str, line: usize) {
        self.places.push((pointer.to_owned(), line));
    }

    /// The nearest line to a place of the document.
    pub(in crate::import) fn line_of(&self, pointer: &str) -> Option<usize> {
        let said = self.said.iter().map(|said| (&said.pointer, said.line));
        let places = self.places.iter().map(|(pointer, line)| (pointer, *line)).chain(said);
        places
            .filter(|(place, _)| is_within(pointer, place))
            .max_by_key(|(place, _)| place.len())
            .map(|(_, line)| line)
    }

    /// As a member of the document.
    pub(in crate::import) fn json(&self) -> Json {
        let at = |pointer: &str, line: usize| {
            vec![("at".to_owned(), text(pointer)), ("line".to_owned(), number(line))]
        };
        let with = |mut entry: Vec<(String, Json)>, key: &str, value: Json| {
            entry.push((key.to_owned(), value));
            object(entry)
        };
        let lost = self.lost.iter().map(|it| with(at(&it.pointer, it.line), "lost", text(&it.message)));
        let shown = self.shown.iter().map(|it| with(at(&it.pointer, it.line), "shown", it.body.clone()));
        let places = self.places.iter().map(|(pointer, line)| object(at(pointer, *line)));
        let said = self.said.iter().map(|it| {
            let mut entry = at(&it.pointer, it.line);
            entry.push(("name".to_owned(), text(&it.name)));
            let line = |(line, words): &(usize, String)| array([number(line), text(words)]);
            with(entry, "said", array(it.lines.iter().map(line)))
        });
        array(lost.chain(said).chain(shown).chain(places))
    }

    /// The account of a document that was made of a page.
    pub(in crate::import) fn of(document: &Json) -> Option<Self> {
        let mut account = Self::default();
        for entry in document.get(MEMBER).map(items)? {
            let word = |key: &str| entry.get(key).and_then(Json::as_str).unwrap_or_default().to_owned();
            let (pointer, line) = (word("at"), count(entry.get("line")));
            if entry.get("lost").is_some() {
                account.lost.push(Lost { pointer, line, message: word("lost") });
            } else if let Some(lines) = entry.get("said") {
                let line_of =
                    |it: &Json| Some((count(items(it).first()), items(it).get(1)?.as_str()?.to_owned()));
                let lines = items(lines).iter().filter_map(line_of).collect();
                account.said.push(Said { pointer, name: word("name"), line, lines });
            } else if let Some(body) = entry.get("shown") {
                account.shown.push(Shown { pointer, line, body: body.clone() });
            } else {
                account.places.push((pointer, line));
            }
        }
        Some(account)
    }
}

fn count(value: Option<&Json>) -> usize {
    value.and_then(|value| value.to_string().parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_travels_in_its_document() {
        let mut account = Account::default();
        account.lose(2, "before");
        account.begin("/paths/~1a/get", 3);
        account.lose(9, "lost");
        account.show(12, "/paths/~1a/get/responses/200", &Json::Bool(true));
        let lines = vec![(6, "Its words.".to_owned())];
        account.say(Said {
            pointer: "/paths/~1a/get/parameters/0".to_owned(),
            name: "n".to_owned(),
            line: 5,
            lines,
        });
        let document = object([(MEMBER.to_owned(), account.json())]);
        let again = Account::of(&document).unwrap();
        assert_eq!(
            (&again.lost, &again.said, &again.shown, &again.places),
            (&account.lost, &account.said, &account.shown, &account.places)
        );
        assert_eq!(again.line_of("/paths/~1a/get/parameters/0/schema/pattern"), Some(5));
        assert_eq!(again.line_of("/paths/~1a/get/parameters/01"), Some(3));
        assert_eq!(again.line_of("/servers"), None);
        assert_eq!(again.lost[0].pointer, "/paths/~1a/get");
    }
}
