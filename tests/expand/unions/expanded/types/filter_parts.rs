impl __p::Arg<Filter> for FilterById {
    fn into_arg(self) -> Filter {
        ::core::convert::From::from(self)
    }
}
impl __p::Arg<Filter> for FilterByText {
    fn into_arg(self) -> Filter {
        ::core::convert::From::from(self)
    }
}
/// `filter` in a call to `login/password`.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct FilterById {
    /// `id`: an integer.
    pub id: i64,
}
impl FilterById {
    /// Creates the value with its required members.
    pub fn new(id: impl __p::Arg<i64>) -> Self {
        Self { id: __p::Arg::into_arg(id) }
    }
}
__p::record!(FilterById, [], {
    0 id "id" required &__p::PLAIN;
});
/// `filter` in a call to `login/password`.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct FilterByText {
    /// `text`: text.
    pub text: __p::String,
    /// Every other member, by its name.
    ///
    /// Each value: at most 3 characters.
    pub options: __p::BTreeMap<__p::String, __p::String>,
}
impl FilterByText {
    /// Creates the value with its required members.
    pub fn new(text: impl __p::Arg<__p::String>) -> Self {
        Self {
            text: __p::Arg::into_arg(text),
            options: __p::BTreeMap::new(),
        }
    }
    /// Sets `options`.
    #[must_use]
    #[inline]
    pub fn with_options(
        mut self,
        value: impl __p::Arg<__p::BTreeMap<__p::String, __p::String>>,
    ) -> Self {
        self.options = __p::Arg::into_arg(value);
        self
    }
}
__p::record!(FilterByText, [], {
    0 text "text" required &__p::PLAIN;
    1 options "options" rest &super::__tables::FILTER_BY_TEXT_OPTIONS;
});
