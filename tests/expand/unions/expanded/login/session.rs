/// Look at a session.
///
/// `GET /login/session`
///
/// Gives [`SessionResponse`].
///
/// # Errors
///
/// The server may answer with a [`SessionFailure`]; [`Session::failure`] takes it out of the error.
///
/// - `Gone`: The session has ended
#[derive(::core::clone::Clone, ::core::default::Default)]
#[must_use = "a request does nothing until you `send` it"]
#[non_exhaustive]
pub struct Session {}
__p::request!(Session -> SessionResponse, [], {});
__p::serve!(
    Session, | outcome | match outcome { __p::Outcome::Done(value) =>
    __p::Served::json(200, value, & __p::PLAIN),
    __p::Outcome::Failed(SessionFailure::Gone) => __p::Served::branch(200,
    __p::Branch::new("Gone", __p::Some(("state", __p::Tag::Text("gone"))), __p::None, &
    __p::PLAIN)), }
);
