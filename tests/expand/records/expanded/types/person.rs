/// `people[]` in the response of `tree/plant`.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct Person {
    /// `name`: text.
    #[deprecated(note = "Names change.")]
    pub name: __p::Option<__p::String>,
    /// `contact`: `Contact`.
    pub contact: __p::Option<Contact>,
}
__p::record!(Person, [], {
    0 name "name" optional &__p::PLAIN;
    1 contact "contact" optional &__p::PLAIN;
});
