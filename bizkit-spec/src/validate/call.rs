//! The arguments of a call: their rules, those over several of them, and what the places where they travel can carry.

use super::{Violation, normalize, step, validate_members};
use crate::json::Json;
use crate::model::{Api, Endpoint, Field, Kind, Location, Parameter};

/// Checks the arguments of a call by their names on the wire; a body that is one value stands under its own.
pub fn validate_call(api: &Api, endpoint: &Endpoint, arguments: &Json) -> Vec<Violation> {
    let fields: Vec<Field> = crate::rust::arguments(endpoint).cloned().collect();
    let mut violations = validate_members(api, &fields, &endpoint.constraints, arguments);
    // An argument that breaks a rule of its own is told once.
    let places = validate_places(api, endpoint, arguments);
    let fresh = |place: &Violation| violations.iter().all(|other| other.path != place.path);
    let fresh: Vec<Violation> = places.into_iter().filter(fresh).collect();
    violations.extend(fresh);
    violations
}

/// Checks that each argument can travel where the endpoint puts it.
pub fn validate_places(api: &Api, endpoint: &Endpoint, arguments: &Json) -> Vec<Violation> {
    let broken = endpoint.parameters.iter().filter_map(|parameter| {
        let value = arguments.get(&parameter.field.wire)?;
        let message = refusal(parameter.location)?;
        let fits = |text: &String| carries(parameter.location, text);
        (!texts(api, parameter, value).iter().all(fits)).then(|| Violation {
            path: step(&parameter.field.wire, true),
            rule: "in",
            message: message.to_owned(),
        })
    });
    broken.collect()
}

/// What a place asks for; `None` for one that carries every text.
fn refusal(place: Location) -> Option<&'static str> {
    match place {
        Location::Path => Some("expected text that can stand in a path, not empty, `.` or `..`"),
        Location::Header => {
            Some("expected text that a header can carry, on one line and without blanks around it")
        }
        Location::Query | Location::Body => None,
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
        Location::Query | Location::Body => true,
    }
}

/// The texts that travel, normalised.
fn texts(api: &Api, parameter: &Parameter, value: &Json) -> Vec<String> {
    match (value, &api.resolved(&parameter.field.schema).kind) {
        (Json::String(text), Kind::String(rules)) => vec![normalize(text, &rules.normalize)],
        (Json::String(text), _) => vec![text.clone()],
        (Json::Array(items), _) => items.iter().flat_map(|item| texts(api, parameter, item)).collect(),
        (other, _) => vec![other.to_string()],
    }
}
