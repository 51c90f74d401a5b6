//! The API as a test sees it: the specs with the tables of all types and calls.

bizkit_macros::api!("../specs", reflect);

/// The texts of the specs.
pub(crate) const SOURCES: &[(&str, &str)] = bizkit_macros::sources!("../specs");
