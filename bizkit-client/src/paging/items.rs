//! A list item by item: pages go in, a stream of what is on them comes out.

use super::{Page, PageStyle, Paged, Pages};
use crate::error::Error;
use futures_core::Stream;
use futures_core::stream::FusedStream;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

/// The items of a list, whose pages are turned as they are read; what [`Client::items`](crate::Client::items) gives.
///
/// It is a [`Stream`], and [`next`](Self::next) reads it without another crate. After an error it ends.
#[must_use = "nothing is asked for before it is read"]
pub struct Items<E: Paged> {
    pages: Pages<E>,
    /// What is left of the page that came last.
    left: vec::IntoIter<E::Item>,
    /// The position of that page, and how many of its items were given.
    page: Option<(i64, i64)>,
    total: Option<u64>,
}

/// Nothing in it is pinned by itself.
impl<E: Paged> Unpin for Items<E> {}

impl<E: Paged> Items<E> {
    pub(super) fn new(pages: Pages<E>) -> Self {
        Self { pages, left: Vec::new().into_iter(), page: None, total: None }
    }

    /// Ends after so many pages, in place of [`MAX_PAGES`](super::MAX_PAGES). That is no error;
    /// [`position`](Self::position) tells whether the list goes on.
    pub fn max_pages(mut self, pages: usize) -> Self {
        self.pages = self.pages.max_pages(pages);
        self
    }

    /// Reads the next item; `None` behind the last one, and after an error.
    ///
    /// Dropping the future loses nothing: the next one goes on with the same call.
    ///
    /// # Errors
    /// As those of `send`; when the list goes on behind [`MAX_PAGES`](super::MAX_PAGES) pages; and when it ends though
    /// the server says that there is more.
    pub async fn next(&mut self) -> Option<Result<E::Item, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Reads all items.
    ///
    /// # Errors
    /// As [`next`](Self::next); what was read before is lost.
    ///
    /// # Example
    ///
    /// ```
    /// # use bizkit_client::paging::Paged;
    /// # use bizkit_client::{Client, Error};
    /// # async fn run<E: Paged>(list: E, client: &Client) -> Result<(), Error> {
    /// let items = client.items(&list).max_pages(5).try_collect().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn try_collect(mut self) -> Result<Vec<E::Item>, Error> {
        let mut items = Vec::new();
        while let Some(item) = self.next().await {
            items.push(item?);
        }
        Ok(items)
    }

    /// How many items there are on all pages, where the responses tell it; known from the first item on.
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// Where to go on later: the page of the next item, or how many items to leave out; `None` where the list has
    /// no more. Of a page that was begun, the items come again; an offset is exact.
    pub fn position(&self) -> Option<i64> {
        match self.page {
            Some((page, given)) if !self.left.as_slice().is_empty() => match E::PAGES.style {
                PageStyle::Page { .. } => Some(page),
                PageStyle::Offset => page.checked_add(given),
            },
            _ => self.pages.position(),
        }
    }

    fn open(&mut self, page: Page<E>) {
        self.page = Some((page.position, 0));
        self.total = page.total();
        self.left = page.into_iter();
    }
}

impl<E: Paged> Stream for Items<E> {
    type Item = Result<E::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.left.next() {
                if let Some((_, given)) = &mut self.page {
                    *given += 1;
                }
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                Some(Ok(page)) => self.open(page),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left.len(), None)
    }
}

impl<E: Paged> FusedStream for Items<E> {
    fn is_terminated(&self) -> bool {
        self.left.as_slice().is_empty() && self.pages.is_terminated()
    }
}

impl<E: Paged> fmt::Debug for Items<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("left_of_page", &self.left.len())
            .field("pages", &self.pages)
            .finish_non_exhaustive()
    }
}
