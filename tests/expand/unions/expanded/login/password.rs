/// Sign in with a password.
///
/// `POST /login/password`
///
/// Gives [`PasswordSession`].
///
/// # Errors
///
/// The server may answer with a [`PasswordFailure`]; [`Password::failure`] takes it out of the error.
///
/// - `Refused`: The password is wrong
///   - `E001`
///   - `E002`
/// - `Conflict`: Somebody is in already (status 409)
/// - `Locked`: The account is locked (status 423)
#[derive(::core::clone::Clone, ::core::default::Default)]
#[must_use = "a request does nothing until you `send` it"]
#[non_exhaustive]
pub struct Password {
    /// The argument `filter`, which [`Self::filter`] sets.
    pub filter: __p::Option<super::types::Filter>,
    /// The argument `amount`, which [`Self::amount`] sets.
    pub amount: __p::Option<super::types::Amount>,
    /// The argument `body`, which [`Self::body`] sets.
    pub body: __p::Option<super::types::Body>,
    /// The argument `shape`, which [`Self::shape`] sets.
    pub shape: __p::Option<super::types::Shape>,
}
__p::request!(Password -> PasswordSession, [], {
    0 filter "filter" optional &__p::PLAIN;
    1 amount "amount" optional &__p::PLAIN;
    2 body "body" optional &__p::PLAIN;
    3 shape "shape" optional &__p::PLAIN;
});
__p::serve!(
    Password, | outcome | match outcome { __p::Outcome::Done(value) =>
    __p::Served::branch(200, __p::Branch::new("Session", __p::Some(("success",
    __p::Tag::Boolean(true))), __p::Some(value), & __p::PLAIN)),
    __p::Outcome::Failed(PasswordFailure::Refused(value)) => __p::Served::branch(200,
    __p::Branch::new("Refused", __p::Some(("success", __p::Tag::Boolean(false))),
    __p::Some(value), & __p::PLAIN)),
    __p::Outcome::Failed(PasswordFailure::Conflict(value)) => __p::Served::json(409,
    value, & __p::PLAIN), __p::Outcome::Failed(PasswordFailure::Locked) =>
    __p::Served::empty(423), }
);
