/// `labels` in a call to `lab/measure`.
///
/// 1 to 3 elements; no two elements are equal; sent as one text with `,` in between.
pub type Labels = __p::Vec<Slug>;
