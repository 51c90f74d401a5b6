/// `colour` in a call to `lab/measure`.
#[deprecated(note = "Use a picture.")]
#[derive(
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
#[non_exhaustive]
pub enum Colour {
    /// `red`
    Red,
    /// `green`
    Green,
    /// Another value; the list is not complete.
    Unknown(__p::UnknownValue),
}
__p::enum_type!(Colour, open, Unknown, {
    Red = "red",
    Green = "green"
});
