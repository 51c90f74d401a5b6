//! Lists without async: the streams of [`paging`](crate::paging) as iterators that wait.

use super::client::Client;
use crate::error::Error;
use crate::paging::{Page, Paged};
use std::fmt;
use std::iter::FusedIterator;

/// The pages of a list, one call for each; what [`Client::pages`] gives.
///
/// After an error it ends.
#[must_use = "nothing is asked for before it is read"]
pub struct Pages<E: Paged> {
    client: Client,
    inner: crate::paging::Pages<E>,
}

impl<E: Paged> Pages<E> {
    pub(super) fn new(client: Client, inner: crate::paging::Pages<E>) -> Self {
        Self { client, inner }
    }

    /// Ends after so many pages, in place of [`MAX_PAGES`](crate::paging::MAX_PAGES). That is no error;
    /// [`request`](Self::request) tells whether the list goes on.
    pub fn max_pages(self, pages: usize) -> Self {
        Self { inner: self.inner.max_pages(pages), ..self }
    }

    /// The items of these pages.
    pub fn items(self) -> Items<E> {
        Items { client: self.client, inner: self.inner.items() }
    }

    /// The number of the page or the offset that is read next; `None` where the list has no more.
    /// After an error it is the page that failed.
    pub fn position(&self) -> Option<i64> {
        self.inner.position()
    }

    /// The request of the page that is read next, to go on with it later or after an error;
    /// `None` where the list has no more.
    pub fn request(&self) -> Option<&E> {
        self.inner.request()
    }
}

impl<E: Paged> Iterator for Pages<E> {
    type Item = Result<Page<E>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.client.wait(self.inner.next())
    }
}

impl<E: Paged> FusedIterator for Pages<E> {}

impl<E: Paged> fmt::Debug for Pages<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

/// The items of a list, whose pages are turned as they are read; what [`Client::items`] gives.
///
/// After an error it ends.
#[must_use = "nothing is asked for before it is read"]
pub struct Items<E: Paged> {
    client: Client,
    inner: crate::paging::Items<E>,
}

impl<E: Paged> Items<E> {
    /// Ends after so many pages, in place of [`MAX_PAGES`](crate::paging::MAX_PAGES). That is no error;
    /// [`position`](Self::position) tells whether the list goes on.
    pub fn max_pages(self, pages: usize) -> Self {
        Self { inner: self.inner.max_pages(pages), ..self }
    }

    /// How many items there are on all pages, where the responses tell it; known from the first item on.
    pub fn total(&self) -> Option<u64> {
        self.inner.total()
    }

    /// Where to go on later: the page of the next item, or how many items to leave out; `None` where the list has
    /// no more. Of a page that was begun, the items come again; an offset is exact.
    pub fn position(&self) -> Option<i64> {
        self.inner.position()
    }
}

impl<E: Paged> Iterator for Items<E> {
    type Item = Result<E::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.client.wait(self.inner.next())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        futures_core::Stream::size_hint(&self.inner)
    }
}

impl<E: Paged> FusedIterator for Items<E> {}

impl<E: Paged> fmt::Debug for Items<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}
