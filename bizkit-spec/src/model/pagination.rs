//! Describes how a list goes on.

use super::{FieldId, ParameterId};

/// How to ask for the next part of a list.
#[derive(Debug, Clone)]
pub struct Pagination {
    /// Counting pages or items.
    pub style: PageStyle,
    /// The parameter that holds the page's number or the offset.
    pub cursor: ParameterId,
    /// The parameter that holds the page's size.
    pub limit: Option<ParameterId>,
    /// The page size when the caller names none, where documented.
    pub default_limit: Option<u64>,
    /// The response's field that holds the items.
    pub items: FieldId,
    /// The response's field that holds the number of all items.
    pub total: Option<FieldId>,
}

/// What the pagination parameter counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageStyle {
    /// Pages; the first one has this number.
    Page {
        /// Usually 1.
        first: i64,
    },
    /// Items to leave out.
    Offset,
}
