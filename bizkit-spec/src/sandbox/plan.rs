//! What a test has asked for, endpoint by endpoint and call by call.

use super::fault::Fault;
use super::message::{Request, Response};
use std::fmt;
use std::sync::Arc;

/// How to answer a call.
#[derive(Clone)]
#[non_exhaustive]
pub enum Answer {
    /// The example with this summary, or the one that shows this variant of the reply.
    Example(String),
    /// This response.
    Response(Response),
    /// What the function makes of the request.
    Function(Arc<dyn Fn(&Request) -> Response + Send + Sync>),
    /// A failure.
    Fault(Fault),
}

impl Answer {
    /// The example with this summary, or the one that shows this variant of the reply.
    pub fn example(name: impl Into<String>) -> Self {
        Self::Example(name.into())
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
            Self::Example(name) => f.debug_tuple("Example").field(name).finish(),
            Self::Response(response) => f.debug_tuple("Response").field(response).finish(),
            Self::Function(_) => f.write_str("Function(..)"),
            Self::Fault(fault) => f.debug_tuple("Fault").field(fault).finish(),
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

    /// Forgets every rule.
    pub(super) fn clear(&mut self) {
        self.rules.clear();
    }

    /// Counts a call of the endpoint and gives its answer, where one was asked for.
    pub(super) fn next(&mut self, endpoint: &str) -> Option<Answer> {
        let mut answer = None;
        for rule in self.rules.iter_mut().filter(|rule| rule.endpoint == endpoint) {
            rule.seen += 1;
            if rule.calls.contain(rule.seen) {
                answer = Some(&rule.answer);
            }
        }
        answer.cloned()
    }
}

/// A plan that cannot be kept: an endpoint, example, variant or code that the specs do not know, or
/// a status that HTTP does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanError {
    pub(super) message: String,
}

impl PlanError {
    /// Says that a name is not known, and the nearest or all that are.
    pub(super) fn unknown(what: &str, name: &str, known: &[String]) -> Self {
        let nearest = crate::diagnostic::nearest(name, known.iter().map(String::as_str));
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
        let name = |answer| match answer {
            Some(Answer::Example(name)) => name,
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
