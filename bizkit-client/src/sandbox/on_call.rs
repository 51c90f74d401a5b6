//! The sandbox in types: requests come as the structs that were sent, answers are the types that a call gives.

use super::{Answer, Fault, On, PlanError, Request, Response, Sandbox};
use crate::endpoint::serve::Serve;
use crate::endpoint::{self, Endpoint, Outcome};
use crate::schema::rules::PLAIN;
use crate::schema::tables::ApiInfo;
use crate::value::decode::{DecodeError, from_slice};
use bizkit_sandbox::{arguments, respond_with};
use bizkit_spec::{Api, Checked};
use std::fmt;
use std::marker::PhantomData;

impl Sandbox {
    /// Chooses the answers of an endpoint by its type. Requests come as they were sent, and answers are what the
    /// call gives: `Ok` of its response, or `Err` of its documented failure.
    ///
    /// ```
    /// use bizkit_client::customer::{Detail, DetailResponse};
    /// use bizkit_client::sandbox::Sandbox;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let sandbox = Sandbox::start()?;
    /// let documented = sandbox.documented::<Detail>()?;
    /// sandbox.on_call::<Detail>().answer(move |detail| {
    ///     Ok(match detail.cu_ref_no.as_str() {
    ///         "1cGIHvFoQDGLAbcA" => documented.clone(),
    ///         _ => DetailResponse::LoggedOut,
    ///     })
    /// })?;
    ///
    /// let stranger = Detail::new("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg", "0000000000000000");
    /// assert_eq!(stranger.send(&sandbox.client()?).await?, DetailResponse::LoggedOut);
    /// assert_eq!(sandbox.calls::<Detail>(), [stranger]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn on_call<E: Serve>(&self) -> OnCall<'_, E> {
        OnCall { sandbox: self, on: self.on(E::INFO.id), call: PhantomData }
    }

    /// The requests of one endpoint as the structs that were sent, normalised, oldest first. What cannot be one,
    /// because a required argument is missing for instance, is left out; [`requests`](Self::requests) has it.
    pub fn calls<E: Serve>(&self) -> Vec<E> {
        let api = self.server().api();
        let same = std::ptr::eq(self.api, E::INFO.api);
        self.requests().iter().filter(|_| same).filter_map(|request| read(&api, request)?.ok()).collect()
    }

    /// What the documentation shows as the success of a call, for a test to change and to answer with.
    ///
    /// # Errors
    /// When the documentation shows no success, or the sandbox plays another API.
    pub fn documented<E: Serve>(&self) -> Result<E::Response, PlanError> {
        match self.outcome::<E>(&Answer::Documented)? {
            Outcome::Done(response) => Ok(response),
            Outcome::Failed(_) => {
                Err(PlanError::new(format!("the documentation shows no success of `{}`", E::INFO.id)))
            }
        }
    }

    /// What the example with this summary or variant shows, as the call gives it: a response, or a documented failure.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use bizkit_client::customer::{Login, LoginFailure};
    /// use bizkit_client::sandbox::Sandbox;
    ///
    /// let sandbox = Sandbox::start()?;
    /// let refused = sandbox.example::<Login>("A wrong password")?;
    /// assert!(matches!(refused, Err(LoginFailure::Refused(_))));
    /// sandbox.on_call::<Login>().nth(1).answer(move |_| refused.clone())?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// When there is no such example, or the sandbox plays another API.
    pub fn example<E: Serve>(&self, name: &str) -> Result<Result<E::Response, E::Failure>, PlanError> {
        Ok(match self.outcome::<E>(&Answer::example(name))? {
            Outcome::Done(response) => Ok(response),
            Outcome::Failed(failure) => Err(failure),
        })
    }

    /// What a call makes of an answer.
    fn outcome<E: Serve>(&self, answer: &Answer) -> Result<Outcome<E::Response, E::Failure>, PlanError> {
        same_api(self.api, E::INFO.api)?;
        let response = respond_with(&self.server().api(), E::INFO.id, answer)?;
        let body = response.body.into();
        <E as Endpoint>::decode(&endpoint::Answer::new(E::INFO, response.status, &body))
            .map_err(|fault| PlanError::new(format!("the example cannot be read: {fault}")))
    }
}

/// The answers of one endpoint, to be chosen in its own types; see [`Sandbox::on_call`]. Of several choices for one
/// call, the last one made holds.
#[must_use = "nothing is chosen until an answer is named"]
pub struct OnCall<'a, E> {
    sandbox: &'a Sandbox,
    on: On<'a>,
    call: PhantomData<fn() -> E>,
}

impl<E: Serve> OnCall<'_, E> {
    /// Only the n-th call from now, counted from one.
    pub fn nth(mut self, call: usize) -> Self {
        self.on = self.on.nth(call);
        self
    }

    /// Only the next `count` calls.
    pub fn first(mut self, count: usize) -> Self {
        self.on = self.on.first(count);
        self
    }

    /// Answers with what the function makes of each request that has passed every check: a result of the call, or
    /// whatever else an [`Answer`] is made of. It runs on the server's thread, so it must not wait for another call.
    ///
    /// # Errors
    /// When the sandbox plays another API.
    pub fn answer<A: IntoAnswer<E>>(
        self,
        function: impl Fn(E) -> A + Send + Sync + 'static,
    ) -> Result<(), PlanError> {
        let answer = self.asking(function)?;
        self.on.answer(answer)
    }

    /// As [`answer`](Self::answer), where nothing else is chosen; [`Sandbox::reset`] leaves it.
    ///
    /// # Errors
    /// When the sandbox plays another API.
    pub fn usually<A: IntoAnswer<E>>(
        self,
        function: impl Fn(E) -> A + Send + Sync + 'static,
    ) -> Result<(), PlanError> {
        let answer = self.asking(function)?;
        self.on.usually(answer)
    }

    /// Answers with this response.
    ///
    /// # Errors
    /// When the sandbox plays another API.
    pub fn respond(self, response: E::Response) -> Result<(), PlanError> {
        same_api(self.sandbox.api, E::INFO.api)?;
        self.on.respond(E::serve(&Outcome::Done(response)))
    }

    /// Answers with this failure.
    ///
    /// # Errors
    /// When the sandbox plays another API.
    pub fn refuse(self, failure: E::Failure) -> Result<(), PlanError> {
        same_api(self.sandbox.api, E::INFO.api)?;
        self.on.respond(E::serve(&Outcome::Failed(failure)))
    }

    /// Fails, whether the request is right or not. What fails is the answer that was chosen before.
    ///
    /// # Errors
    /// When the code is not known, the status is none, or the sandbox plays another API.
    pub fn fail(self, fault: Fault) -> Result<(), PlanError> {
        same_api(self.sandbox.api, E::INFO.api)?;
        self.on.fail(fault)
    }

    /// Answers one call after the other with one answer each; then as before.
    ///
    /// # Errors
    /// When an answer names what is not known, or the sandbox plays another API.
    pub fn in_turn<A: IntoAnswer<E>>(self, answers: impl IntoIterator<Item = A>) -> Result<(), PlanError> {
        same_api(self.sandbox.api, E::INFO.api)?;
        self.on.in_turn(answers.into_iter().map(IntoAnswer::into_answer))
    }

    /// The function over requests as a function over what came.
    fn asking<A: IntoAnswer<E>>(
        &self,
        function: impl Fn(E) -> A + Send + Sync + 'static,
    ) -> Result<Answer, PlanError> {
        same_api(self.sandbox.api, E::INFO.api)?;
        let api = self.sandbox.server().api();
        Ok(Answer::with(move |request| match read::<E>(&api, request) {
            Some(Ok(call)) => function(call).into_answer(),
            Some(Err(fault)) => unreadable(&fault),
            None => unreadable(&DecodeError::new("the request belongs to no endpoint")),
        }))
    }
}

impl<E: Endpoint> fmt::Debug for OnCall<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OnCall").field(&self.on).finish()
    }
}

/// What a call can be answered with: its `Result` of response and failure, a [`Response`], a [`Fault`], an [`Answer`].
pub trait IntoAnswer<E>: sealed::Sealed {
    /// The answer.
    fn into_answer(self) -> Answer;
}

impl<E: Serve> IntoAnswer<E> for Result<E::Response, E::Failure> {
    fn into_answer(self) -> Answer {
        Answer::Response(E::serve(&match self {
            Ok(response) => Outcome::Done(response),
            Err(failure) => Outcome::Failed(failure),
        }))
    }
}

macro_rules! answers {
    ($($answer:ty),*) => { $(
        impl<E> IntoAnswer<E> for $answer {
            fn into_answer(self) -> Answer {
                self.into()
            }
        }

        impl sealed::Sealed for $answer {}
    )* };
}
answers!(Answer, Response, Fault, u16);

mod sealed {
    /// Nobody else implements [`IntoAnswer`](super::IntoAnswer).
    pub trait Sealed {}

    impl<R, F> Sealed for Result<R, F> {}
}

/// The request as its struct; `None` where it is for another endpoint.
fn read<E: Serve>(api: &Checked<Api>, request: &Request) -> Option<Result<E, DecodeError>> {
    let (endpoint, arguments) = arguments(api, request)?;
    (endpoint.id == E::INFO.id).then(|| from_slice(arguments.to_string().as_bytes(), &PLAIN))
}

/// Says that a request has passed the checks and is none for its type: the specs and the types have parted.
fn unreadable(fault: &DecodeError) -> Answer {
    Response::new(500, "text/plain", format!("the sandbox cannot read this request: {fault}")).into()
}

/// A request belongs to one API, so a sandbox of another one does not know it.
fn same_api(own: &'static ApiInfo, other: &'static ApiInfo) -> Result<(), PlanError> {
    if std::ptr::eq(own, other) {
        return Ok(());
    }
    let (own, other) = (own.title, other.title);
    Err(PlanError::new(format!("the request belongs to the API {other}, the sandbox plays {own}")))
}
