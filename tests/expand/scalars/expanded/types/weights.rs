/// `weights` in the response of `lab/measure`.
///
/// At most 20 entries.
pub type Weights = __p::BTreeMap<__p::String, Ratio>;
