//! Holds the named types that have been met while a document is read.

use crate::import::tree::Tree;
use bizkit_spec::json::Json;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Which side of a call a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    Request,
    Response,
}

/// The named types that have been met.
#[derive(Default)]
pub(crate) struct Types {
    pub(crate) places: BTreeMap<(String, Option<Side>), usize>,
    pub(crate) list: Vec<Type>,
    pub(crate) open: VecDeque<usize>,
    /// Names by the file that they belong to, `None` for those of all.
    pub(crate) taken: BTreeMap<Option<String>, BTreeSet<String>>,
}

/// A named type.
pub(crate) struct Type {
    pub(crate) name: String,
    /// The endpoint that it belongs to alone.
    pub(crate) owner: Option<String>,
    pub(crate) pointer: String,
    pub(crate) side: Side,
    /// A schema that stands nowhere in the document.
    pub(crate) made: Option<Json>,
    pub(crate) tree: Tree,
    /// What was remarked while it was described.
    pub(crate) losses: usize,
}
