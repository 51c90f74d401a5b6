/// Where somebody lives.
///
/// `zip` and `country` are given together or not at all.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct Address {
    /// `street`: text.
    pub street: __p::String,
    /// `zip`: text.
    ///
    /// At most 10 characters.
    pub zip: __p::Option<__p::String>,
    /// `null` for a place outside of all countries.
    pub country: __p::Nullable<__p::String>,
    /// `region`: text.
    ///
    /// Always there; `None` stands for `null`.
    pub region: __p::Option<__p::String>,
    /// What other countries need.
    pub additional_properties: __p::BTreeMap<__p::String, __p::Json>,
}
impl Address {
    /// Creates the value with its required members.
    pub fn new(
        street: impl __p::Arg<__p::String>,
        region: impl __p::Arg<__p::Option<__p::String>>,
    ) -> Self {
        Self {
            street: __p::Arg::into_arg(street),
            zip: __p::None,
            country: __p::Nullable::Absent,
            region: __p::Arg::into_arg(region),
            additional_properties: __p::BTreeMap::new(),
        }
    }
    /// Sets `zip`.
    #[must_use]
    #[inline]
    pub fn with_zip(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.zip = __p::some(value);
        self
    }
    /// Sets `country`.
    #[must_use]
    #[inline]
    pub fn with_country(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.country = __p::Nullable::Value(__p::Arg::into_arg(value));
        self
    }
    /// Sends `null` as `country`.
    #[must_use]
    pub fn clear_country(mut self) -> Self {
        self.country = __p::Nullable::Null;
        self
    }
    /// Sets `additional_properties`.
    #[must_use]
    #[inline]
    pub fn with_additional_properties(
        mut self,
        value: impl __p::Arg<__p::BTreeMap<__p::String, __p::Json>>,
    ) -> Self {
        self.additional_properties = __p::Arg::into_arg(value);
        self
    }
}
__p::record!(Address, [__p::ConstraintInfo { rule: __p::ConstraintRule::AllOrNoneOf, members: &[1, 2] }], {
    0 street "street" required &__p::PLAIN;
    1 zip "zip" optional &super::__tables::ADDRESS_ZIP;
    2 country "country" nullable &__p::PLAIN;
    3 region "region" required &__p::PLAIN;
    4 additional_properties "additional_properties" rest &__p::PLAIN;
});
