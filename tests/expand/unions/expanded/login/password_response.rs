/// What the response of `login/password` holds.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct PasswordSession {
    /// `id`: text.
    pub id: __p::String,
}
__p::record!(PasswordSession, [], {
    0 id "id" required &__p::PLAIN;
});
/// `errorCode` in the response of `login/password`.
#[derive(
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
#[non_exhaustive]
pub enum PasswordRefusedErrorCode {
    /// `E001`
    E001,
    /// `E002`
    E002,
    /// A value that this version does not know; only responses hold one.
    Unknown(__p::UnknownValue),
}
__p::enum_type!(PasswordRefusedErrorCode, closed, Unknown, {
    E001 = "E001",
    E002 = "E002"
});
/// The password is wrong.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct PasswordRefused {
    /// `errorCode`: `PasswordRefusedErrorCode`.
    pub error_code: __p::Option<PasswordRefusedErrorCode>,
}
__p::record!(PasswordRefused, [], {
    0 error_code "errorCode" optional &__p::PLAIN;
});
/// Somebody is in already.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct PasswordConflict {
    /// `since`: text.
    pub since: __p::Option<__p::String>,
}
__p::record!(PasswordConflict, [], {
    0 since "since" optional &__p::PLAIN;
});
/// Why [`Password`] was refused; see [`Password::failure`].
#[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::fmt::Debug)]
#[non_exhaustive]
pub enum PasswordFailure {
    /// The password is wrong.
    Refused(PasswordRefused),
    /// Somebody is in already (409)
    Conflict(PasswordConflict),
    /// The account is locked (423)
    Locked,
}
