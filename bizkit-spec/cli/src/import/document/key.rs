//! Describes the key of an API as a document declares it.

/// Where a key may travel, under the name that it has there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct KeyLocation {
    pub(crate) name: String,
    pub(crate) place: &'static str,
    /// The scheme that says so: another one is another credential.
    pub(crate) scheme: String,
}

/// The key of an API.
#[derive(Debug, Clone, Default)]
pub(crate) struct ApiKey {
    pub(crate) name: String,
    pub(crate) places: Vec<String>,
    /// The schemes of the document that describe it.
    pub(crate) schemes: Vec<String>,
}
