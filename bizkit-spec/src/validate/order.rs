//! Orders values of JSON, so that equal ones stand beside each other.

use crate::json::Json;
use crate::model::JsonKind;
use std::cmp::Ordering;

/// An order in which values are neighbours where they are equal: numbers by value, objects whatever the order of
/// their keys.
pub(super) fn order(a: &Json, b: &Json) -> Ordering {
    fn sorted(members: &[(String, Json)]) -> Vec<&(String, Json)> {
        let mut members: Vec<_> = members.iter().collect();
        members.sort_by(|a, b| a.0.cmp(&b.0));
        members
    }
    match (a, b) {
        (Json::Number(a), Json::Number(b)) => crate::number::compare(a, b),
        (Json::String(a), Json::String(b)) => a.cmp(b),
        (Json::Bool(a), Json::Bool(b)) => a.cmp(b),
        (Json::Array(a), Json::Array(b)) => {
            let mut pairs = a.iter().zip(b).map(|(a, b)| order(a, b));
            pairs.find(|order| order.is_ne()).unwrap_or_else(|| a.len().cmp(&b.len()))
        }
        (Json::Object(a), Json::Object(b)) => {
            let (one, two) = (sorted(a), sorted(b));
            let mut pairs = one.iter().zip(&two).map(|(a, b)| a.0.cmp(&b.0).then_with(|| order(&a.1, &b.1)));
            pairs.find(|order| order.is_ne()).unwrap_or_else(|| a.len().cmp(&b.len()))
        }
        (a, b) => JsonKind::of(a).cmp(&JsonKind::of(b)),
    }
}
