/// What the response of `tree/plant` holds.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct PlantResponse {
    /// A node of a tree.
    pub node: __p::Option<super::types::Node>,
    /// `people`: a list of `Person`.
    pub people: __p::Vec<super::types::Person>,
    /// `counts`: a map to integers.
    pub counts: __p::BTreeMap<__p::String, i64>,
    /// `rows`: a list of `Row`.
    pub rows: __p::Vec<Row>,
}
__p::record!(PlantResponse, [], {
    0 node "node" optional &__p::PLAIN;
    1 people "people" list &__p::PLAIN;
    2 counts "counts" list &__p::PLAIN;
    3 rows "rows" list &__p::PLAIN;
});
