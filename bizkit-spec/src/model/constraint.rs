//! Describes rules over several members of one object or request.

use super::MemberId;

/// A rule over several members of one object or request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Constraint {
    /// What must hold.
    pub rule: ConstraintRule,
    /// Indices of the members, at least two; those of a request count a whole body behind the parameters.
    pub members: Vec<MemberId>,
}

/// What must hold for the members of a [`Constraint`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConstraintRule {
    /// `exactlyOneOf`
    ExactlyOneOf,
    /// `atLeastOneOf`
    AtLeastOneOf,
    /// `allOrNoneOf`
    AllOrNoneOf,
    /// `dependentRequired`: where the first member is, the others are.
    DependentRequired,
}

impl ConstraintRule {
    /// The rule as a sentence, over names as a document writes them; `listed` joins several.
    pub fn sentence(self, names: &[String], listed: impl Fn(&[String]) -> String) -> String {
        let all = listed(names);
        match (self, names) {
            (Self::ExactlyOneOf, _) => format!("Exactly one of {all} is given."),
            (Self::AtLeastOneOf, _) => format!("At least one of {all} is given."),
            (Self::AllOrNoneOf, _) => format!("{all} are given together or not at all."),
            (Self::DependentRequired, [first, needed @ ..]) => {
                format!("{first} is given only together with {}.", listed(needed))
            }
            (Self::DependentRequired, []) => all,
        }
    }
}
