//! Describes one argument of an endpoint, and where it travels.

use super::Field;

/// One argument of an endpoint.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Where it travels.
    pub place: Place,
    /// Name, type and presence.
    pub field: Field,
}

/// Where a parameter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// In the query string.
    Query,
    /// In the path.
    Path,
    /// As a header.
    Header,
    /// As a field of the JSON body.
    Body,
}
