/// Sign out.
///
/// `POST /login/out`
///
/// Gives nothing: that it succeeds is all there is to know.
///
/// # Errors
///
/// The server may answer with a [`OutFailure`]; [`Out::failure`] takes it out of the error.
///
/// - `Failed`
#[derive(::core::clone::Clone, ::core::default::Default)]
#[must_use = "a request does nothing until you `send` it"]
#[non_exhaustive]
pub struct Out {}
__p::request!(Out -> (), [], {});
__p::serve!(
    Out, | outcome | match outcome { __p::Outcome::Done(()) => __p::Served::branch(200,
    __p::Branch::new("Done", __p::Some(("success", __p::Tag::Boolean(true))), __p::None,
    & __p::PLAIN)), __p::Outcome::Failed(OutFailure::Failed) => __p::Served::branch(200,
    __p::Branch::new("Failed", __p::Some(("success", __p::Tag::Boolean(false))),
    __p::None, & __p::PLAIN)), }
);
