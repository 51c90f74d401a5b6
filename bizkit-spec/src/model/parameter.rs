//! Describes one argument of an endpoint, and where it travels.

use super::Field;
use super::vocabulary::vocabulary;

/// One argument of an endpoint.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Where it travels.
    pub location: Location,
    /// Name, type and presence.
    pub field: Field,
}

vocabulary! {
    /// Where a parameter travels.
    Location {
        /// In the query string.
        Query = "query",
        /// In the path.
        Path = "path",
        /// As a header.
        Header = "header",
        /// As a field of the JSON body.
        Body = "body",
    }
}
