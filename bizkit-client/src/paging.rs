//! Lists that come in pages: read page by page or item by item, one call at a time.
//!
//! The request of a list has three ways to be sent. `send` gives one page, as every call does.
//! `pages` gives every page and `items` every item, each as a [`Stream`](futures_core::Stream) with a
//! `next` of its own, so that no other crate is needed:
//!
//! ```no_run
//! use bizkit_client::{Client, product};
//!
//! # async fn run(client: &Client) -> Result<(), bizkit_client::Error> {
//! let mut items = product::Feed::new().query("iphone").items(client);
//! while let Some(item) = items.next().await {
//!     println!("{}", item?.name);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Nothing is asked for before it is read, and never more than one page ahead of what was read. An error ends the
//! list; [`Pages::request`] then is the request to go on with.
//!
//! # Where a list ends
//!
//! - At the number of all items, where the response tells it.
//! - At a page without items. It is not given, unless it is the first one.
//! - Without that number, at a page that is shorter than it should be. That counts only where the specs vouch for
//!   the page size, as its default or as what the limit may be at most: a server that gives less than it was asked
//!   for would end the list too early.
//! - At a page that repeats the one before byte for byte, which is what some servers give behind the last one. It is
//!   not given.
//! - At the number of pages that [`Pages::max_pages`] sets. Nobody needs to set it: a list that goes on behind
//!   [`MAX_PAGES`] pages ends with an error, so that nothing is lost in silence and nothing runs for ever.
//!
//! A page that repeats or is empty is an error, and no end, where the number of all items says that there is more; and
//! so is a second page that is the first one: the server seems to know no pages.
//!
//! With the feature `blocking`, the same lists are iterators: see `blocking::Client::items`.

#![doc(alias("pagination", "cursor"))]

mod items;
mod methods;
mod page;
mod pages;
mod walk;

pub use items::Items;
pub use page::Page;
pub use pages::Pages;

use crate::endpoint::Endpoint;
use crate::value::{Nullable, Value};

/// How many pages are read, unless the caller says another number.
pub const MAX_PAGES: usize = 1000;

/// A request whose response is one page of a list.
///
/// The macro implements it for every request whose spec says `pagination`, and nobody else does: it is
/// [sealed](Endpoint). Code that works with any list takes it
/// as a bound:
///
/// ```
/// use bizkit_client::paging::Paged;
/// use bizkit_client::{Client, Error};
///
/// async fn count<E: Paged>(list: &E, client: &Client) -> Result<usize, Error> {
///     let mut count = 0;
///     let mut pages = client.pages(list);
///     while let Some(page) = pages.next().await {
///         count += page?.items().len();
///     }
///     Ok(count)
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no request of a list",
    note = "a spec with `pagination` makes one"
)]
pub trait Paged: Endpoint + Clone + 'static {
    /// What the list is made of.
    type Item: Value + 'static;

    /// How the list goes on.
    const PAGES: &'static PageInfo;

    /// Makes it the request of another page: its number, or how many items to leave out.
    fn go_to(&mut self, position: i64);

    /// The items of a page.
    fn list(response: &Self::Response) -> &[Self::Item];

    /// The items of a page, taken out of it.
    fn into_list(response: Self::Response) -> Vec<Self::Item>;

    /// The number of items on all pages, where the response tells it.
    fn total(_response: &Self::Response) -> Option<u64> {
        None
    }
}

/// How a list goes on: a table of generated code.
#[derive(Debug)]
pub struct PageInfo {
    /// What the cursor counts.
    pub style: PageStyle,
    /// Index of the member that holds the page's number or the offset.
    pub cursor: usize,
    /// Index of the member that holds the page's size.
    pub limit: Option<usize>,
    /// The page size when the caller names none.
    pub default_limit: Option<u64>,
    /// The largest page size that is documented.
    pub max_limit: Option<u64>,
}

/// What a cursor counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageStyle {
    /// Pages, from this number on.
    Page {
        /// Usually 1.
        first: i64,
    },
    /// Items to leave out.
    Offset,
}

/// A member of a response that holds items, whatever its presence.
pub trait List {
    /// What it holds.
    type Item;
    /// The items; none where there is no list.
    fn items(&self) -> &[Self::Item];
    /// The items, taken out.
    fn into_items(self) -> Vec<Self::Item>;
}

impl<T> List for Vec<T> {
    type Item = T;

    fn items(&self) -> &[T] {
        self
    }

    fn into_items(self) -> Vec<T> {
        self
    }
}

impl<T> List for Option<Vec<T>> {
    type Item = T;

    fn items(&self) -> &[T] {
        self.as_deref().unwrap_or_default()
    }

    fn into_items(self) -> Vec<T> {
        self.unwrap_or_default()
    }
}

impl<T> List for Nullable<Vec<T>> {
    type Item = T;

    fn items(&self) -> &[T] {
        self.as_ref().value().map_or(&[], Vec::as_slice)
    }

    fn into_items(self) -> Vec<T> {
        self.value().unwrap_or_default()
    }
}

/// A member that counts, whatever its type and presence.
pub fn number<N: std::str::FromStr>(value: &dyn Value) -> Option<N> {
    let mut number = None;
    value.texts(&crate::schema::rules::PLAIN, &mut |text| number = text.parse().ok());
    number
}

/// Adds the ways to read a whole list to a request.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_paged {
    ($name:ident) => {
        impl $name {
            /// Every page, from the one that the request names on: a stream that makes one call for each.
            /// Nothing is sent before it is read. `Pages::max_pages` bounds it.
            pub fn pages(&self, client: &$crate::__private::Client) -> $crate::__private::Pages<Self> {
                client.pages(self)
            }

            /// Every item, from the page that the request names on: a stream that turns the pages as it is read.
            /// Nothing is sent before it is read. `Items::max_pages` bounds it.
            pub fn items(&self, client: &$crate::__private::Client) -> $crate::__private::Items<Self> {
                client.items(self)
            }
        }
    };
}

#[cfg(test)]
mod tests;
