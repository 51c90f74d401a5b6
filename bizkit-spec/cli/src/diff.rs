//! Two models to what changed between them, for somebody who calls the API from Rust.
//!
//! ```text
//! old Api, new Api -> compare -> changes, each at an address, with a rule and a level -> version, report
//! ```
//!
//! The level of a change depends on its rule, and on whether the value is sent or received. A value that goes
//! both ways has the graver of the two:
//!
#![doc = include_str!("diff/rules.md")]

mod api;
mod arguments;
mod definitions;
mod endpoints;
mod members;
pub mod report;
mod responses;
mod rule;
mod scalars;
mod schemas;
mod version;
mod walk;

#[cfg(test)]
mod tests;

pub use rule::{Level, Rule};
pub use version::{Step, Version};

use bizkit_spec::Checked;
use bizkit_spec::model::{Api, Endpoint};

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The rule that says how grave it is.
    pub rule: Rule,
    /// How grave it is, where it stands: a rule may judge requests and responses differently.
    pub level: Level,
    /// Where: `shop/order/create.body.customer.email`, `types/Email.maxLength`, `api.key`, `errors/CODE`.
    pub address: String,
    /// What changed, in a sentence without a full stop.
    pub message: String,
    /// What that does to paths of the generated Rust, a sentence each.
    pub rust: Vec<String>,
}

/// Every change, ordered by address. Nothing where both models mean the same.
///
/// ```
/// use bizkit_spec::Specs;
/// use bizkit_cli::diff::{Level, compare};
///
/// let specs = |limit: &str| {
///     let types = format!("Slug: {{ type: string, maxLength: {limit} }}");
///     let read = "summary: Read\nmethod: GET\npath: /a\nparameters: { slug: Slug }\nresponses: { 200: {} }";
///     let api = "title: Shop\nbaseUrl: https://api.example.com";
///     Specs::from_texts([("api.yaml", api), ("types/a.yaml", types.as_str()), ("a/b.yaml", read)])
/// };
/// let (old, new) = (specs("40"), specs("20"));
/// let changes = compare(old.api().unwrap(), new.api().unwrap());
/// assert_eq!(changes[0].address, "types/Slug.maxLength");
/// assert_eq!(changes[0].level, Level::Breaking);
/// assert!(compare(old.api().unwrap(), old.api().unwrap()).is_empty());
/// ```
pub fn compare(old: &Checked<Api>, new: &Checked<Api>) -> Vec<Change> {
    walk::Walk::new(old, new, walk::Scope::Rust).run()
}

/// Only what shows on the wire, whatever the types are called: for a description that others wrote.
pub fn compare_on_the_wire(old: &Checked<Api>, new: &Checked<Api>) -> Vec<Change> {
    let mut changes = walk::Walk::new(old, new, walk::Scope::Wire).run();
    changes.retain(|change| change.rule.on_the_wire());
    changes
}

/// As [`compare_on_the_wire`], for one call whatever it is called on either side.
pub fn compare_calls_on_the_wire(
    old: &Api,
    old_call: &Endpoint,
    new: &Api,
    new_call: &Endpoint,
) -> Vec<Change> {
    let mut changes = walk::Walk::new(old, new, walk::Scope::Wire).run_call(old_call, new_call);
    changes.retain(|change| change.rule.on_the_wire());
    changes
}

/// The gravest level among changes.
pub fn gravest<'c>(changes: impl IntoIterator<Item = &'c Change>) -> Option<Level> {
    changes.into_iter().map(|change| change.level).max()
}
