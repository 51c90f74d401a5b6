/// `people[].contact` in the response of `tree/plant`.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct Contact {
    /// `email`: text.
    ///
    /// An e-mail address.
    pub email: __p::Option<__p::String>,
    /// `owner`: `Person`.
    pub owner: __p::Option<__p::Box<Person>>,
}
__p::record!(Contact, [], {
    0 email "email" optional &super::__tables::CONTACT_EMAIL;
    1 owner "owner" optional &__p::PLAIN;
});
