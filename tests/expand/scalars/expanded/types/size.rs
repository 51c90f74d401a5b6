/// How large it is.
#[derive(
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
#[non_exhaustive]
pub enum Size {
    /// Small (`s`)
    S,
    /// The usual one (`m`)
    Medium,
    /// `x-l`
    ExtraLarge,
    /// Nobody knows (`unknown`)
    Unknown,
    /// A value that this version does not know; only responses hold one.
    Unrecognized(__p::UnknownValue),
}
__p::enum_type!(Size, closed, Unrecognized, {
    S = "s",
    Medium = "m",
    ExtraLarge = "x-l",
    Unknown = "unknown"
});
