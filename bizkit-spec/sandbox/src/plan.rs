//! What a test has asked for, endpoint by endpoint and call by call.

use super::fault::Fault;
use super::message::{Request, Response};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// How to answer a call.
#[derive(Clone)]
#[non_exhaustive]
pub enum Answer {
    /// What the documentation shows as a success.
    Documented,
    /// The example with this summary, or the one that shows this variant of the response.
    Example(String),
    /// The documented response with this status: its example, or one made from the types. A status that is not
    /// documented has no body.
    Status(u16),
    /// This response.
    Response(Response),
    /// What the function makes of the request.
    Function(Arc<dyn Fn(&Request) -> Answer + Send + Sync>),
    /// A failure.
    Fault(Fault),
    /// Another answer, and what happens to it on its way out.
    Troubled(Box<Answer>, Fault),
}

impl Answer {
    /// The example with this summary, or the one that shows this variant of the response.
    pub fn example(name: impl Into<String>) -> Self {
        Self::Example(name.into())
    }

    /// What the function makes of each request. It runs on the server's thread, so it must not wait for
    /// another call.
    pub fn with<A: Into<Self>>(function: impl Fn(&Request) -> A + Send + Sync + 'static) -> Self {
        Self::Function(Arc::new(move |request| function(request).into()))
    }

    /// This answer, with something happening to it on its way out.
    #[must_use]
    pub fn troubled(self, fault: Fault) -> Self {
        Self::Troubled(Box::new(self), fault)
    }
}

impl From<u16> for Answer {
    /// The documented response with this status.
    fn from(status: u16) -> Self {
        Self::Status(status)
    }
}

impl From<Fault> for Answer {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Response> for Answer {
    fn from(response: Response) -> Self {
        Self::Response(response)
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Documented => f.write_str("Documented"),
            Self::Example(name) => f.debug_tuple("Example").field(name).finish(),
            Self::Status(status) => f.debug_tuple("Status").field(status).finish(),
            Self::Response(response) => f.debug_tuple("Response").field(response).finish(),
            Self::Function(_) => f.write_str("Function(..)"),
            Self::Fault(fault) => f.debug_tuple("Fault").field(fault).finish(),
            Self::Troubled(answer, fault) => f.debug_tuple("Troubled").field(answer).field(fault).finish(),
        }
    }
}

/// Which calls a rule is for, counted from when the rule was made.
#[derive(Debug, Clone, Copy)]
pub(super) enum Calls {
    All,
    Nth(usize),
    First(usize),
}

impl Calls {
    fn contain(self, call: usize) -> bool {
        match self {
            Self::All => true,
            Self::Nth(nth) => call == nth,
            Self::First(count) => call <= count,
        }
    }
}

/// The rules in the order in which they were made; of several for one call, the newest holds.
#[derive(Debug, Default)]
pub(super) struct Plan {
    rules: Vec<Rule>,
    /// What an endpoint answers where no rule does.
    usual: BTreeMap<String, Answer>,
}

/// What becomes of a call. A fault leaves the answer beneath it in place, for it is what goes wrong.
#[derive(Debug, Default)]
pub(super) struct Choice {
    /// The answer; without one the documented example.
    pub(super) answer: Option<Answer>,
    /// What happens to it.
    pub(super) fault: Option<Fault>,
}

/// An answer for some calls of one endpoint.
#[derive(Debug)]
struct Rule {
    endpoint: String,
    calls: Calls,
    seen: usize,
    answer: Answer,
}

impl Plan {
    /// Adds a rule.
    pub(super) fn add(&mut self, endpoint: &str, calls: Calls, answer: Answer) {
        self.rules.push(Rule { endpoint: endpoint.to_owned(), calls, seen: 0, answer });
    }

    /// What the endpoint answers where no rule does.
    pub(super) fn set_usual(&mut self, endpoint: &str, answer: Answer) {
        self.usual.insert(endpoint.to_owned(), answer);
    }

    /// Forgets every rule; the usual answers stay.
    pub(super) fn clear(&mut self) {
        self.rules.clear();
    }

    /// Counts a call of the endpoint and tells what was asked for.
    pub(super) fn next(&mut self, endpoint: &str) -> Choice {
        let mut choice = Choice { answer: self.usual.get(endpoint).cloned(), fault: None };
        for rule in self.rules.iter_mut().filter(|rule| rule.endpoint == endpoint) {
            rule.seen += 1;
            if rule.calls.contain(rule.seen) {
                match &rule.answer {
                    Answer::Fault(fault) => choice.fault = Some(fault.clone()),
                    answer => choice = Choice { answer: Some(answer.clone()), fault: None },
                }
            }
        }
        choice
    }
}

/// A plan that cannot be kept: an endpoint, example, variant or code that the specs do not know, or
/// a status that HTTP does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanError {
    pub(super) message: String,
}

impl PlanError {
    /// A plan that cannot be kept, and why.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }

    /// Says that a name is not known, and the nearest or all that are.
    pub(super) fn unknown(what: &str, name: &str, known: &[String]) -> Self {
        let nearest = bizkit_spec::diagnostic::nearest(name, known.iter().map(String::as_str));
        let hint = match nearest {
            Some(nearest) => format!("did you mean `{nearest}`?"),
            None if known.is_empty() => "there is none".to_owned(),
            None => format!(
                "known: {}",
                known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
            ),
        };
        Self { message: format!("no {what} `{name}`; {hint}") }
    }
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for PlanError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(plan: &mut Plan, calls: usize) -> Vec<String> {
        let name = |choice: Choice| match (choice.answer, choice.fault) {
            (Some(Answer::Example(name)), None) => name,
            (Some(Answer::Example(name)), Some(fault)) => format!("{name}, {fault:?}"),
            (_, Some(fault)) => format!("{fault:?}"),
            _ => "-".to_owned(),
        };
        (0..calls).map(|_| name(plan.next("a"))).collect()
    }

    #[test]
    fn the_newest_rule_for_a_call_holds() {
        let mut plan = Plan::default();
        assert_eq!(names(&mut plan, 2), ["-", "-"]);
        plan.add("a", Calls::All, Answer::example("all"));
        plan.add("a", Calls::First(2), Answer::example("first"));
        plan.add("a", Calls::Nth(2), Answer::example("second"));
        plan.add("b", Calls::All, Answer::example("other"));
        assert_eq!(names(&mut plan, 4), ["first", "second", "all", "all"]);
    }

    #[test]
    fn calls_are_counted_from_when_the_rule_was_made() {
        let mut plan = Plan::default();
        plan.add("a", Calls::First(2), Answer::example("early"));
        assert_eq!(names(&mut plan, 1), ["early"]);
        plan.add("a", Calls::Nth(1), Answer::example("late"));
        assert_eq!(names(&mut plan, 3), ["late", "-", "-"]);
        plan.add("a", Calls::All, Answer::example("all"));
        plan.clear();
        assert_eq!(names(&mut plan, 1), ["-"]);
    }

    #[test]
    fn a_fault_happens_to_the_answer_beneath_it() {
        let mut plan = Plan::default();
        plan.add("a", Calls::All, Answer::example("answer"));
        plan.add("a", Calls::First(2), Fault::WrongShape.into());
        plan.add("a", Calls::Nth(2), Fault::EndlessBody.into());
        assert_eq!(names(&mut plan, 3), ["answer, WrongShape", "answer, EndlessBody", "answer"]);
        plan.add("a", Calls::All, Fault::WrongShape.into());
        plan.add("a", Calls::Nth(1), Answer::example("newer"));
        assert_eq!(names(&mut plan, 2), ["newer", "answer, WrongShape"]);
    }

    #[test]
    fn the_usual_answer_is_beneath_every_rule_and_outlives_them() {
        let mut plan = Plan::default();
        plan.set_usual("a", Answer::example("usual"));
        plan.add("a", Calls::Nth(1), Answer::example("rule"));
        plan.add("a", Calls::Nth(2), Fault::WrongShape.into());
        assert_eq!(names(&mut plan, 3), ["rule", "usual, WrongShape", "usual"]);
        plan.add("a", Calls::All, Answer::example("all"));
        plan.clear();
        assert_eq!(names(&mut plan, 1), ["usual"]);
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_nearest_or_all() {
        let known = ["customer/detail".to_owned(), "shop/list".to_owned()];
        let error = |name| PlanError::unknown("endpoint", name, &known).to_string();
        assert_eq!(
            error("customer/detial"),
            "no endpoint `customer/detial`; did you mean `customer/detail`?"
        );
        assert_eq!(error("x"), "no endpoint `x`; known: `customer/detail`, `shop/list`");
    }
}
