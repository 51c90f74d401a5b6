//! What a test chooses: an endpoint and the calls of it that are meant, an answer for them.

use super::documented::{find_example, stated};
use super::fault::Fault;
use super::message::{Request, Response};
use super::plan::{Answer, Calls, PlanError};
use super::server::Server;
use bizkit_spec::Checked;
use bizkit_spec::model::{Api, Endpoint};

impl Server {
    /// Chooses the answers of an endpoint, by its id (`customer/detail`).
    pub fn on<'a>(&'a self, endpoint: &'a str) -> On<'a> {
        On { server: self, endpoint, calls: Calls::All }
    }
}

/// The answers of one endpoint, to be chosen. Of several choices for one call, the last one made holds.
///
/// Every choice fails where the specs do not know a name, and says which names they know.
#[derive(Debug)]
#[must_use = "nothing is chosen until an answer is named"]
pub struct On<'a> {
    server: &'a Server,
    endpoint: &'a str,
    calls: Calls,
}

impl On<'_> {
    /// Only the n-th call from now, counted from one.
    pub fn nth(mut self, call: usize) -> Self {
        self.calls = Calls::Nth(call);
        self
    }

    /// Only the next `count` calls.
    pub fn first(mut self, count: usize) -> Self {
        self.calls = Calls::First(count);
        self
    }

    /// Answers with the example that has this summary or shows this variant of the response
    /// (`"LoggedOut"`), once the request has passed every check.
    ///
    /// # Errors
    /// Where the endpoint or the example is not known.
    pub fn respond_with_example(self, name: &str) -> Result<(), PlanError> {
        self.answer(Answer::example(name))
    }

    /// Answers with this response, once the request has passed every check.
    ///
    /// # Errors
    /// Where the endpoint is not known or the status is none.
    pub fn respond(self, response: Response) -> Result<(), PlanError> {
        self.answer(response)
    }

    /// Answers with what the function makes of each request that has passed every check: a [`Response`], or
    /// whatever else an [`Answer`] is made of. It runs on the server's thread, so it must not wait for another call.
    ///
    /// # Errors
    /// Where the endpoint is not known.
    pub fn respond_with<A: Into<Answer>>(
        self,
        function: impl Fn(&Request) -> A + Send + Sync + 'static,
    ) -> Result<(), PlanError> {
        self.answer(Answer::with(function))
    }

    /// Fails, whether the request is right or not. What fails is the answer that was chosen before.
    ///
    /// # Errors
    /// Where the endpoint or the code is not known or the status is none.
    pub fn fail(self, fault: Fault) -> Result<(), PlanError> {
        self.answer(fault)
    }

    /// Answers one call after the other with one answer each; then as before. A small scenario is a list of
    /// statuses: `in_turn([200, 204, 404])`.
    ///
    /// # Errors
    /// Where the endpoint, an example or a code is not known or a status is none.
    pub fn in_turn<A: Into<Answer>>(self, answers: impl IntoIterator<Item = A>) -> Result<(), PlanError> {
        for (index, answer) in answers.into_iter().enumerate() {
            self.plan(Calls::Nth(index + 1), answer.into())?;
        }
        Ok(())
    }

    /// Answers so.
    ///
    /// # Errors
    /// Where the endpoint, the example or the code is not known or the status is none.
    pub fn answer(self, answer: impl Into<Answer>) -> Result<(), PlanError> {
        self.plan(self.calls, answer.into())
    }

    /// Answers so where nothing else is chosen; [`Server::reset`] leaves it.
    ///
    /// # Errors
    /// Where the endpoint, the example or the code is not known or the status is none.
    pub fn usually(self, answer: impl Into<Answer>) -> Result<(), PlanError> {
        let answer = answer.into();
        self.known(&answer)?;
        self.server.shared.lock().plan.set_usual(self.endpoint, answer);
        Ok(())
    }

    fn plan(&self, calls: Calls, answer: Answer) -> Result<(), PlanError> {
        self.known(&answer)?;
        self.server.shared.lock().plan.add(self.endpoint, calls, answer);
        Ok(())
    }

    /// Whether the specs know the endpoint and all that the answer names.
    fn known(&self, answer: &Answer) -> Result<(), PlanError> {
        known(&self.server.api(), self.endpoint, answer).map(drop)
    }
}

/// What an endpoint answers to a right request where this is chosen. A function is not called and a fault does
/// not happen; the documented example stands in for both.
///
/// # Errors
/// Where the endpoint, the example or the code is not known or the status is none.
pub fn respond_with(api: &Checked<Api>, endpoint: &str, answer: &Answer) -> Result<Response, PlanError> {
    known(api, endpoint, answer).map(|endpoint| stated(api, endpoint, answer))
}

/// The endpoint, where the specs know it and all that the answer names.
fn known<'a>(api: &'a Api, endpoint: &str, answer: &Answer) -> Result<&'a Endpoint, PlanError> {
    let Some(endpoint) = api.endpoint(endpoint) else {
        let known: Vec<String> = api.endpoints.iter().map(|endpoint| endpoint.id.clone()).collect();
        return Err(PlanError::unknown("endpoint", endpoint, &known));
    };
    check(api, endpoint, answer)?;
    Ok(endpoint)
}

/// Whether the specs know every name of the answer, and HTTP its status.
fn check(api: &Api, endpoint: &Endpoint, answer: &Answer) -> Result<(), PlanError> {
    let status = match answer {
        Answer::Example(name) => return find_example(api, endpoint, name).map(drop),
        Answer::Troubled(answer, fault) => {
            check(api, endpoint, answer)?;
            return check(api, endpoint, &Answer::Fault(fault.clone()));
        }
        Answer::Fault(Fault::Code(code)) if !api.errors.iter().any(|known| known.code == *code) => {
            let known: Vec<String> = api.errors.iter().map(|known| known.code.clone()).collect();
            return Err(PlanError::unknown("error code", code, &known));
        }
        Answer::Fault(Fault::Status(status)) | Answer::Status(status) => *status,
        Answer::Response(response) => response.status,
        Answer::Documented | Answer::Fault(_) | Answer::Function(_) => return Ok(()),
    };
    // A status below 200 announces another answer, and none would come.
    match status {
        200..=999 => Ok(()),
        _ => Err(PlanError { message: format!("no final answer has the status {status}; use 200 to 999") }),
    }
}
