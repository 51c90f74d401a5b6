//! What an import has found: what each operation has become, and what did not come over, with its place.

use bizkit_spec::json::Json;
use bizkit_spec::json::build::{array, number, object, pair, text};
use std::collections::BTreeSet;

/// How much is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// The call cannot be expressed, so it was left out.
    Refused,
    /// Something about what travels is not expressed.
    Loss,
    /// Prose or decoration; what travels is expressed.
    Note,
}

impl Grade {
    /// `refused`, `loss`, `note`
    pub fn word(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Loss => "loss",
            Self::Note => "note",
        }
    }
}

/// Something that did not come over as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// How much is missing.
    pub grade: Grade,
    /// Where it stands: a JSON pointer into a document, or the line of a page.
    pub pointer: String,
    /// What it is, and what stands there now.
    pub message: String,
}

/// What an operation has become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The method in upper case.
    pub method: String,
    /// The path in the document.
    pub path: String,
    /// Its file below the folder of specs; `None` where it was refused.
    pub file: Option<String>,
    /// Whether something about what travels is not expressed.
    pub losses: usize,
}

/// Everything that an import has to say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Every operation, in the order of the document.
    pub operations: Vec<Outcome>,
    /// What did not come over as it was, in the order of the document.
    pub remarks: Vec<Remark>,
    seen: BTreeSet<(String, String)>,
    /// How often something was lost, the same thing in several operations counted for each.
    losses: usize,
}

impl Report {
    pub(in crate::import) fn add(&mut self, grade: Grade, pointer: &str, message: impl Into<String>) {
        let message = message.into();
        self.losses += usize::from(grade != Grade::Note);
        if self.seen.insert((pointer.to_owned(), message.clone())) {
            self.remarks.push(Remark { grade, pointer: pointer.to_owned(), message });
        }
    }

    /// Counts the last remark for the operations of these files.
    pub(in crate::import) fn charge(&mut self, is_of: impl Fn(&str) -> bool) {
        let files = self.operations.iter_mut().filter(|it| it.file.as_deref().is_some_and(&is_of));
        files.for_each(|outcome| outcome.losses += 1);
    }

    /// Whether something is said about a place, about what it stands in, or about a part of it.
    pub(in crate::import) fn tells(&self, pointer: &str) -> bool {
        // What is said of a call as a whole says nothing of its parts.
        let is_part = |above: &str| above.matches('/').count() > 3 && is_within(pointer, above);
        self.remarks.iter().any(|it| is_within(&it.pointer, pointer) || is_part(&it.pointer))
    }

    /// Gives remarks the lines that they are about, where there is one, and puts them into their order.
    pub(in crate::import) fn relocate(&mut self, line: impl Fn(&str) -> Option<usize>) {
        for remark in &mut self.remarks {
            if let Some(line) = line(&remark.pointer) {
                remark.pointer = format!("line {line}");
            }
        }
        self.remarks
            .sort_by_key(|it| it.pointer.strip_prefix("line ").and_then(|line| line.parse::<usize>().ok()));
    }

    /// How often something was lost so far.
    pub(in crate::import) fn losses(&self) -> usize {
        self.losses
    }

    /// How many operations came over whole, with losses, and not at all.
    pub fn counts(&self) -> (usize, usize, usize) {
        let refused = self.operations.iter().filter(|outcome| outcome.file.is_none()).count();
        let lossy =
            self.operations.iter().filter(|outcome| outcome.file.is_some() && outcome.losses > 0).count();
        (self.operations.len() - refused - lossy, lossy, refused)
    }

    /// The report for programs.
    pub fn to_json(&self) -> Json {
        let operations = self.operations.iter().map(|outcome| {
            object([
                pair("method", text(&outcome.method)),
                pair("path", text(&outcome.path)),
                pair("file", outcome.file.as_deref().map_or(Json::Null, text)),
                pair("losses", number(outcome.losses)),
            ])
        });
        let remarks = self.remarks.iter().map(|remark| {
            object([
                pair("grade", text(remark.grade.word())),
                pair("pointer", text(&remark.pointer)),
                pair("message", text(&remark.message)),
            ])
        });
        object([pair("operations", array(operations)), pair("remarks", array(remarks))])
    }
}

/// Whether a pointer is another one or stands below it.
pub(in crate::import) fn is_within(pointer: &str, above: &str) -> bool {
    pointer.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
