/// What was found.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct MeasureResponse {
    /// A name in addresses.
    pub slug: super::types::Slug,
    /// `weights`: `Weights`.
    pub weights: super::types::Weights,
    /// An amount with at most two digits behind the point.
    ///
    /// Always there; `None` stands for `null`.
    pub price: __p::Option<super::types::Price>,
    /// How large it is.
    pub size: __p::Option<super::types::Size>,
    /// How far it is.
    pub level: __p::Nullable<super::types::Level>,
    /// `raw`: any JSON.
    pub raw: __p::Option<__p::Json>,
}
__p::record!(MeasureResponse, [], {
    0 slug "slug" required &__p::PLAIN;
    1 weights "weights" required &super::__tables::LAB_MEASURE_RESPONSE_WEIGHTS;
    2 price "price" required &__p::PLAIN;
    3 size "size" optional &__p::PLAIN;
    4 level "level" nullable &__p::PLAIN;
    5 raw "raw" optional &__p::PLAIN;
});
