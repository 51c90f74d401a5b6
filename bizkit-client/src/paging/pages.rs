//! A list page by page: a request goes in, a stream of pages comes out.

use super::walk::{Arrival, Came, Walk};
use super::{Items, MAX_PAGES, Page, Paged};
use crate::base::future::BoxFuture;
use crate::call::send;
use crate::client::Client;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::error::response::Response;
use crate::value::decode::DecodeError;
use bytes::Bytes;
use futures_core::Stream;
use futures_core::stream::FusedStream;
use std::fmt;
use std::future::poll_fn;
use std::hash::{DefaultHasher, Hasher};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// The pages of a list, one call for each; what [`Client::pages`] gives.
///
/// It is a [`Stream`], and [`next`](Self::next) reads it without another crate. After an error it ends.
#[must_use = "nothing is asked for before it is read"]
pub struct Pages<E: Paged> {
    client: Client,
    /// The request of the next page.
    request: E,
    walk: Walk,
    /// The caller's own bound, or the default one, which is an error to reach.
    bound: Option<usize>,
    call: Option<BoxFuture<'static, Received<E>>>,
    ended: bool,
}

/// A response with the body that it was read from, or why there is none.
type Received<E> = Result<(Response<<E as Endpoint>::Response>, Bytes), Error>;

/// Nothing in it is pinned by itself.
impl<E: Paged> Unpin for Pages<E> {}

impl<E: Paged> Pages<E> {
    pub(crate) fn new(client: Client, request: E) -> Self {
        let walk = Walk::new(E::PAGES, &request);
        Self { client, request, walk, bound: None, call: None, ended: false }
    }

    /// Ends after so many pages, in place of [`MAX_PAGES`]. That is no error; [`request`](Self::request) tells
    /// whether the list goes on.
    pub fn max_pages(mut self, pages: usize) -> Self {
        self.bound = Some(pages);
        self
    }

    /// The items of these pages.
    pub fn items(self) -> Items<E> {
        Items::new(self)
    }

    /// Reads the next page; `None` behind the last one, and after an error.
    ///
    /// Dropping the future loses nothing: the next one goes on with the same call.
    ///
    /// # Errors
    /// As those of `send`; when the list goes on behind [`MAX_PAGES`] pages; and when it ends though the server says
    /// that there is more.
    pub async fn next(&mut self) -> Option<Result<Page<E>, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The number of the page or the offset that is read next; `None` where the list has no more.
    /// After an error it is the page that failed.
    pub fn position(&self) -> Option<i64> {
        self.walk.next()
    }

    /// The request of the page that is read next, to go on with it later or after an error;
    /// `None` where the list has no more.
    ///
    /// ```
    /// # use bizkit_client::paging::{Paged, Pages};
    /// # use bizkit_client::{Client, Error};
    /// # async fn run<E: Paged>(list: E, client: &Client) -> Result<(), Error> {
    /// let mut pages = client.pages(&list).max_pages(10);
    /// while let Some(page) = pages.next().await {
    ///     println!("{} items", page?.items().len());
    /// }
    /// if let Some(request) = pages.request() {
    ///     let more = client.pages(request);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn request(&self) -> Option<&E> {
        self.position().map(|_| &self.request)
    }

    /// The response of the next page, or why there is none.
    fn poll_response(&mut self, context: &mut Context<'_>) -> Poll<Option<Received<E>>> {
        if self.ended || self.walk.next().is_none() {
            return Poll::Ready(None);
        }
        if self.walk.pages() >= self.bound.unwrap_or(MAX_PAGES) {
            let endless = || Error::setup(endless(self.walk.next())).at(E::INFO);
            return Poll::Ready(self.bound.is_none().then(|| Err(endless())));
        }
        let call = self.call.get_or_insert_with(|| {
            let (client, request) = (self.client.clone(), self.request.clone());
            Box::pin(async move { send::received(&client, &request).await })
        });
        let response = ready!(call.as_mut().poll(context));
        self.call = None;
        Poll::Ready(Some(response))
    }

    /// The response as a page of the list, unless it only tells the end.
    fn page(&mut self, response: Response<E::Response>, body: &Bytes) -> Option<Result<Page<E>, Error>> {
        let Response { value: response, meta } = response;
        let position = self.walk.next()?;
        let mut hasher = DefaultHasher::new();
        hasher.write(body);
        let count = E::list(&response).len() as u64;
        match self.walk.arrive(Came { count, total: E::total(&response), print: hasher.finish() }) {
            Arrival::Page => {}
            Arrival::End => return None,
            Arrival::Lost(why) => {
                return Some(Err(Error::unreadable(DecodeError::new(why), meta).at(E::INFO)));
            }
        }
        let next = self.walk.next();
        if let Some(next) = next {
            self.request.go_to(next);
        }
        Some(Ok(Page { response, meta, position, next }))
    }
}

fn endless(next: Option<i64>) -> String {
    let next = next.unwrap_or_default();
    format!(
        "the list goes on behind {MAX_PAGES} pages; set `max_pages` to read more, or go on from position {next}"
    )
}

impl<E: Paged> Stream for Pages<E> {
    type Item = Result<Page<E>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let page = match ready!(self.poll_response(context)) {
            Some(Ok((response, body))) => self.page(response, &body),
            Some(Err(error)) => Some(Err(error)),
            None => None,
        };
        self.ended = !matches!(page, Some(Ok(_)));
        Poll::Ready(page)
    }
}

impl<E: Paged> FusedStream for Pages<E> {
    fn is_terminated(&self) -> bool {
        self.ended
    }
}

impl<E: Paged> fmt::Debug for Pages<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("endpoint", &E::INFO.id)
            .field("position", &self.position())
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}
