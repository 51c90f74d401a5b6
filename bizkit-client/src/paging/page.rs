//! One page: the response of one call, and where it stands in the list.

use super::Paged;
use crate::error::response::Meta;
use std::vec;

/// One page of a list, as [`Pages`](super::Pages) gives it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Page<E: Paged> {
    /// What `send` gives for this page.
    pub response: E::Response,
    /// Status, headers, quota, attempts.
    pub meta: Meta,
    /// The page's number, or how many items come before it: what the request asked for.
    pub position: i64,
    /// The same of the next page; `None` where this one is known to be the last.
    pub next: Option<i64>,
}

impl<E: Paged> Page<E> {
    /// The items on this page.
    pub fn items(&self) -> &[E::Item] {
        E::list(&self.response)
    }

    /// The items on this page, taken out of it.
    pub fn into_items(self) -> Vec<E::Item> {
        E::into_list(self.response)
    }

    /// How many items there are on all pages, where the response tells it.
    pub fn total(&self) -> Option<u64> {
        E::total(&self.response)
    }
}

/// The items on the page.
impl<E: Paged> IntoIterator for Page<E> {
    type Item = E::Item;
    type IntoIter = vec::IntoIter<E::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.into_items().into_iter()
    }
}
