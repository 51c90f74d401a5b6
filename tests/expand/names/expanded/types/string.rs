/// `super` in the response of `loop/match`.
#[derive(
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
#[non_exhaustive]
pub enum String {
    /// `none`
    None,
    /// `some`
    Some,
    /// `ok`
    Ok,
    /// `err`
    Err,
    /// `self`
    Self_,
    /// `unknown`
    Unknown,
    /// A value that this version does not know; only responses hold one.
    Unrecognized(__p::UnknownValue),
}
__p::enum_type!(String, closed, Unrecognized, {
    None = "none",
    Some = "some",
    Ok = "ok",
    Err = "err",
    Self_ = "self",
    Unknown = "unknown"
});
