//! Whether the arguments of a request can travel where the endpoint puts them: not every text stands in a path or in a
//! header.

use super::Checker;
use crate::base::excerpt::quoted;
use crate::base::path;
use crate::schema::tables::{EndpointInfo, Place};
use crate::value::Members;

impl Checker {
    /// Checks the arguments in the path and in headers.
    pub(super) fn places(&mut self, request: &dyn Members, info: &EndpointInfo) {
        for (index, (field, place)) in request.fields().iter().zip(info.parameters).enumerate() {
            let Some(expected) = expected(*place) else { continue };
            let Some(value) = request.member(index) else { continue };
            let step = path::step(self.name(field));
            // A text that breaks a rule of its own is told once.
            if self.violations.iter().any(|found| found.path == step) {
                continue;
            }
            let before = self.violations.len();
            value.texts(field.rules, &mut |text| {
                if !carries(*place, text) {
                    self.add("in", format!("expected {expected}"), Some(quoted(text)), None);
                }
            });
            self.redact_if(field.rules, before);
            self.prefix(before, &step);
        }
    }
}

/// What a place asks for; `None` for one that carries every text.
fn expected(place: Place) -> Option<&'static str> {
    match place {
        Place::Path => Some("text that can stand in a path, not empty, `.` or `..`"),
        Place::Header => Some("text that a header can carry, on one line and without blanks around it"),
        Place::Query | Place::Body | Place::Whole => None,
    }
}

fn carries(place: Place, text: &str) -> bool {
    match place {
        // Whoever resolves a URL takes these away.
        Place::Path => !matches!(text, "" | "." | ".."),
        Place::Header => {
            let control = |letter: char| letter.is_ascii_control() && letter != '\t';
            !text.contains(control) && text.trim_matches([' ', '\t']) == text
        }
        Place::Query | Place::Body | Place::Whole => true,
    }
}
