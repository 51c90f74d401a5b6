//! A server without a socket that plays every style of paging, and a request for each.

use crate::base::future::BoxFuture;
use crate::client::Client;
use crate::endpoint::{Answer, Endpoint, Never, Outcome};
use crate::paging::{List, PageInfo, PageStyle, Paged, number};
use crate::schema::rules::PLAIN;
use crate::schema::tables::*;
use crate::testing::{API, builder};
use crate::transport::error::TransportError;
use crate::transport::message::{HttpRequest, HttpResponse, Transport};
use crate::value::decode::DecodeError;
use std::future::poll_fn;
use std::ops::Range;
use std::sync::{Arc, Mutex};
use std::task::Poll;

/// A page as the server writes it.
#[derive(Clone)]
pub(super) struct Slice {
    items: Vec<i64>,
    total: Option<i64>,
}
crate::__bizkit_record!(Slice, [], { 0 items "items" list &PLAIN; 1 total "total" optional &PLAIN; });

macro_rules! lists {
    ($($(#[$docs:meta])* $name:ident $id:literal $pages:expr $(, $total:ident)?;)*) => { $(
        $(#[$docs])*
        #[derive(Clone, Default)]
        pub(super) struct $name {
            pub(super) cursor: Option<i64>,
            pub(super) limit: Option<i64>,
        }
        crate::__bizkit_members!($name, [], { 0 cursor "cursor" optional &PLAIN; 1 limit "limit" optional &PLAIN; });

        impl crate::endpoint::Sealed for $name {}

        impl Endpoint for $name {
            type Response = Slice;
            type Failure = Never;
            const INFO: &'static EndpointInfo = &EndpointInfo {
                api: &API,
                id: $id,
                method: Method::Get,
                base_url: None,
                path: &[Segment::Literal("/v1/things")],
                key: None,
                retry: RetryClass::Safe,
                timeout: None,
                rate_limit: None,
                parameters: &[Location::Query, Location::Query],
                body: None,
                accept: "application/json",
                responses: &[ResponseInfo { first: 200, last: 200, form: ResponseForm::Json }],
                docs: None,
            };
            fn decode(answer: &Answer<'_>) -> Result<Outcome<Slice, Never>, DecodeError> {
                match answer.response() {
                    Some(0) => answer.json(&PLAIN).map(Outcome::Done),
                    _ => answer.unexpected(),
                }
            }
        }

        impl Paged for $name {
            type Item = i64;
            const PAGES: &'static PageInfo = &$pages;
            fn go_to(&mut self, position: i64) {
                self.cursor = Some(position);
            }
            fn list(response: &Slice) -> &[i64] {
                List::items(&response.items)
            }
            fn into_list(response: Slice) -> Vec<i64> {
                List::into_items(response.items)
            }
            $(fn $total(response: &Slice) -> Option<u64> {
                number(&response.total)
            })?
        }
    )* };
}

const PAGES: PageInfo = PageInfo {
    style: PageStyle::Page { first: 1 },
    cursor: 0,
    limit: Some(1),
    default_limit: Some(10),
    max_limit: None,
};

lists! {
    /// Pages with a documented size, whose responses tell the total.
    Totalled "things/totalled" PAGES, total;
    /// Pages with a documented size and a documented limit on it.
    ByPage "things/by-page" PageInfo { max_limit: Some(50), ..PAGES }, total;
    /// Pages whose size can be asked for; how large it may be is not documented.
    Limited "things/limited" PageInfo { default_limit: None, ..PAGES }, total;
    /// Pages of a size that nobody documents.
    PageOnly "things/page-only" PageInfo { limit: None, default_limit: None, ..PAGES }, total;
    /// Offsets.
    ByOffset "things/by-offset" PageInfo { style: PageStyle::Offset, ..PAGES }, total;
    /// Pages whose responses tell no total.
    Untold "things/untold" PAGES;
}

/// The numbers that stand for the items.
pub(super) fn read(range: Range<i64>) -> Vec<i64> {
    range.collect()
}

/// A server with so many items, ten on a page unless it is asked for another size.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a habit of its own, and a server may have several"
)]
#[derive(Debug, Clone, Default)]
pub(super) struct Shelf {
    count: i64,
    total: Option<i64>,
    clamp: Option<i64>,
    ignores_the_cursor: bool,
    repeats_the_last: bool,
    equal_items: bool,
    slow: bool,
    fails_at: Arc<Mutex<Option<i64>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Shelf {
    pub(super) fn new(count: i64) -> Self {
        Self { count, ..Self::default() }
    }

    pub(super) fn endless() -> Self {
        Self::new(i64::MAX)
    }

    pub(super) fn with_total(self) -> Self {
        let total = self.count;
        self.with_total_of(total)
    }

    pub(super) fn with_total_of(self, total: i64) -> Self {
        Self { total: Some(total), ..self }
    }

    /// Gives at most so many, whatever it is asked for.
    pub(super) fn clamped(self, limit: i64) -> Self {
        Self { clamp: Some(limit), ..self }
    }

    pub(super) fn ignoring_the_cursor(self) -> Self {
        Self { ignores_the_cursor: true, ..self }
    }

    pub(super) fn repeating_the_last_page(self) -> Self {
        Self { repeats_the_last: true, ..self }
    }

    /// Gives items that differ in nothing that the type knows.
    pub(super) fn of_equal_items(self) -> Self {
        Self { equal_items: true, ..self }
    }

    /// Refuses this page the first time.
    pub(super) fn failing_once_at(self, page: i64) -> Self {
        *self.fails_at.lock().unwrap() = Some(page);
        self
    }

    /// Lets every call wait once.
    pub(super) fn slow(self) -> Self {
        Self { slow: true, ..self }
    }

    pub(super) fn client(&self) -> Client {
        builder().transport(self.clone()).build().unwrap()
    }

    /// The query of each call.
    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    fn answer(&self, query: &str, by_offset: bool) -> HttpResponse {
        let find = |name: &str| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs.find(|(key, _)| *key == name).map(|(_, value)| value.parse::<i64>().unwrap())
        };
        let size = find("limit").unwrap_or(10).min(self.clamp.unwrap_or(i64::MAX));
        let cursor = find("cursor").filter(|_| !self.ignores_the_cursor);
        if self.fails_at.lock().unwrap().take_if(|page| Some(*page) == cursor).is_some() {
            return HttpResponse::new(403, "{}");
        }
        let last = (self.count - 1).max(0) / size * size;
        let mut start = match cursor {
            Some(offset) if by_offset => offset,
            Some(page) => (page - 1).saturating_mul(size).min(i64::MAX - size),
            None => 0,
        };
        if self.repeats_the_last {
            start = start.min(last);
        }
        let items: Vec<String> =
            (start..(start + size).min(self.count)).map(|item| self.written(item)).collect();
        let total = self.total.map_or(String::new(), |total| format!(", \"total\": {total}"));
        let unknown = if self.equal_items { format!(", \"from\": {start}") } else { String::new() };
        HttpResponse::new(200, format!("{{\"items\": [{}]{total}{unknown}}}", items.join(", ")))
    }

    fn written(&self, item: i64) -> String {
        if self.equal_items { "0".to_owned() } else { item.to_string() }
    }
}

impl Transport for Shelf {
    fn send<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        let query = request.url().split_once('?').map_or("", |(_, query)| query).to_owned();
        let response = self.answer(&query, request.endpoint().ends_with("offset"));
        self.asked.lock().unwrap().push(query);
        let mut waits = self.slow;
        Box::pin(poll_fn(move |_| {
            if std::mem::take(&mut waits) { Poll::Pending } else { Poll::Ready(Ok(response.clone())) }
        }))
    }
}
