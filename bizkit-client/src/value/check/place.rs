//! Whether the arguments of a request can travel where the endpoint puts them: not every text stands in a path or in a
//! header.

use super::Checker;
use crate::base::excerpt::quoted;
use crate::base::path;
use crate::schema::tables::{EndpointInfo, Location};
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
fn expected(place: Location) -> Option<&'static str> {
    match place {
        Location::Path => Some("text that can stand in a path, not empty, `.` or `..`"),
        Location::Header => Some("text that a header can carry, on one line and without blanks around it"),
        Location::Query | Location::Body | Location::Whole => None,
    }
}

fn carries(place: Location, text: &str) -> bool {
    match place {
        // Whoever resolves a URL takes these away.
        Location::Path => !matches!(text, "" | "." | ".."),
        Location::Header => {
            let control = |letter: char| letter.is_ascii_control() && letter != '\t';
            !text.contains(control) && text.trim_matches([' ', '\t']) == text
        }
        Location::Query | Location::Body | Location::Whole => true,
    }
}
