//! The expansion of `lists/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.

use ::bizkit_client::__private as __p;
/// What all calls of Lists share.
pub static API: __p::ApiInfo = __p::ApiInfo {
    title: "Lists",
    base_url: "https://lists.example",
    base_url_env: __p::None,
    docs: __p::None,
    key: __p::None,
    errors: &[],
};
#[allow(deprecated, reason = "deprecated items are still described here")]
#[allow(
    clippy::too_many_arguments,
    reason = "an endpoint decides how many values it requires"
)]
pub mod shelf {
    /*! Calls of `shelf`.

 - [`Books`]\: List the books
 - [`Letters`]\: List the letters*/
    #[allow(unused_imports, reason = "a module of modules names nothing itself")]
    use super::__p;
    /// What the reply of `shelf/books` holds.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct BooksOk {
        /// `items`: `Books`.
        pub items: __p::Option<super::types::Books>,
        /// `total`: an exact decimal.
        pub total: __p::Nullable<__p::Decimal>,
    }
    __p::record!(BooksOk, [], {
        0 items "items" optional &__p::PLAIN;
        1 total "total" nullable &__p::PLAIN;
    });
    /// What the reply of `shelf/letters` holds.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct LettersReply {
        /// `letters`: a list of texts.
        pub letters: __p::Nullable<__p::Vec<__p::String>>,
    }
    __p::record!(LettersReply, [], {
        0 letters "letters" nullable &__p::PLAIN;
    });
    /// List the books.
    ///
    /// `GET /shelf/books`
    ///
    /// Gives [`BooksReply`].
    ///
    /// # Example
    ///
    /// ```ignore
    /// # async fn example(client: &bizkit_client::Client) -> Result<(), bizkit_client::Error> {
    /// let reply = crate::shelf::Books::new(0)
    ///     .pages_(300)
    ///     .send(client)
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Pages
    ///
    /// `send` gives one page: `page` counts the pages from 0 on. A page has 20 items. `total` is the number of all items. [`items`](Self::items) reads the whole list, item by item, and [`pages`](Self::pages) page by page; both begin at the page that the request names.
    ///
    /// ```ignore
    /// # async fn example(client: &bizkit_client::Client) -> Result<(), bizkit_client::Error> {
    /// let mut items = crate::shelf::Books::new(0)
    ///     .pages_(300)
    ///     .items(client);
    /// while let Some(item) = items.next().await {
    ///     let item = item?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[derive(::core::clone::Clone)]
    #[must_use = "a request does nothing until you `send` it"]
    #[non_exhaustive]
    pub struct Books {
        /// `page`: `PageNumber`.
        ///
        /// 0 or more.
        pub page: super::types::PageNumber,
        /// The argument `pages`, which [`Self::pages_`] sets.
        pub pages: __p::Option<i64>,
    }
    impl Books {
        /// A call to `shelf/books` with its required arguments:
        ///
        /// - `page`
        pub fn new(page: impl __p::Arg<super::types::PageNumber>) -> Self {
            Self {
                page: __p::Arg::into_arg(page),
                pages: __p::None,
            }
        }
        /// How thick the books are.
        #[inline]
        pub fn pages_(mut self, value: impl __p::Arg<i64>) -> Self {
            self.pages = __p::some(value);
            self
        }
    }
    __p::request!(Books -> BooksReply, [], {
        0 page "page" required &__p::PLAIN;
        1 pages "pages" optional &__p::PLAIN;
    });
    __p::paged!(Books);
    impl __p::Paged for Books {
        type Item = __p::Option<super::types::Book>;
        const PAGES: &'static __p::PageInfo = &__p::PageInfo {
            style: __p::PageStyle::Page {
                first: 0i64,
            },
            cursor: 0,
            limit: __p::None,
            default_limit: __p::Some(20),
            max_limit: __p::None,
        };
        fn go_to(&mut self, position: i64) {
            self.page = __p::Arg::into_arg(position);
        }
        fn list(reply: &Self::Reply) -> &[Self::Item] {
            match reply {
                BooksReply::Ok(reply) => __p::List::items(&reply.items),
                _ => &[],
            }
        }
        fn into_list(reply: Self::Reply) -> __p::Vec<Self::Item> {
            match reply {
                BooksReply::Ok(reply) => __p::List::into_items(reply.items),
                _ => __p::Vec::new(),
            }
        }
        fn total(reply: &Self::Reply) -> __p::Option<u64> {
            match reply {
                BooksReply::Ok(reply) => __p::number(&reply.total),
                _ => __p::None,
            }
        }
    }
    /// What [`Books`] gives, by the status of the reply.
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::fmt::Debug)]
    #[non_exhaustive]
    pub enum BooksReply {
        /// Status 200.
        Ok(BooksOk),
        /// There is no shelf (204)
        NoContent,
    }
    impl __p::Endpoint for Books {
        type Reply = BooksReply;
        type Failure = __p::Never;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "shelf/books",
            method: __p::Method::Get,
            base_url: __p::None,
            path: &[__p::Segment::Literal("/shelf/books")],
            key: __p::None,
            retry: __p::RetryClass::Safe,
            timeout: __p::None,
            rate_limit: __p::None,
            parameters: &[__p::Place::Query, __p::Place::Query],
            body: __p::None,
            accept: "application/json",
            replies: &[
                __p::ReplyInfo {
                    first: 200,
                    last: 200,
                    form: __p::ReplyForm::Json,
                },
                __p::ReplyInfo {
                    first: 204,
                    last: 204,
                    form: __p::ReplyForm::Empty,
                },
            ],
            link: __p::None,
        };
        fn decode(
            answer: &__p::Answer<'_>,
        ) -> __p::Result<__p::Outcome<Self::Reply, Self::Failure>, __p::Fault> {
            match answer.reply() {
                __p::Some(0) => {
                    answer
                        .json(&__p::PLAIN)
                        .map(|value| __p::Outcome::Done(BooksReply::Ok(value)))
                }
                __p::Some(1) => __p::Ok(__p::Outcome::Done(BooksReply::NoContent)),
                _ => answer.unexpected(),
            }
        }
    }
    __p::serve!(
        Books, | outcome | match outcome { __p::Outcome::Done(BooksReply::Ok(value)) =>
        __p::Served::json(200, value, & __p::PLAIN),
        __p::Outcome::Done(BooksReply::NoContent) => __p::Served::empty(204),
        __p::Outcome::Failed(never) => match * never {}, }
    );
    /// List the letters.
    ///
    /// `POST /shelf/letters`
    ///
    /// Gives `Option<LettersReply>`.
    ///
    /// # Example
    ///
    /// ```ignore
    /// # async fn example(client: &bizkit_client::Client) -> Result<(), bizkit_client::Error> {
    /// let reply = crate::shelf::Letters::new()
    ///     .offset(0)
    ///     .limit(10)
    ///     .send(client)
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Pages
    ///
    /// `send` gives one page: `offset` counts the items to leave out. A page has 50 items, unless `limit` says otherwise. [`items`](Self::items) reads the whole list, item by item, and [`pages`](Self::pages) page by page; both begin at the page that the request names.
    ///
    /// ```ignore
    /// # async fn example(client: &bizkit_client::Client) -> Result<(), bizkit_client::Error> {
    /// let mut items = crate::shelf::Letters::new()
    ///     .limit(10)
    ///     .items(client);
    /// while let Some(item) = items.next().await {
    ///     let item = item?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[derive(::core::clone::Clone, ::core::default::Default)]
    #[must_use = "a request does nothing until you `send` it"]
    #[non_exhaustive]
    pub struct Letters {
        /// The argument `offset`, which [`Self::offset`] sets.
        pub offset: __p::Nullable<i64>,
        /// The argument `limit`, which [`Self::limit`] sets.
        pub limit: __p::Option<super::types::PageSize>,
    }
    impl Letters {
        /// A call to `shelf/letters`; all arguments are optional.
        pub fn new() -> Self {
            Self {
                offset: __p::Nullable::Absent,
                limit: __p::None,
            }
        }
        /// `offset`: an integer.
        #[inline]
        pub fn offset(mut self, value: impl __p::Arg<i64>) -> Self {
            self.offset = __p::Nullable::Value(__p::Arg::into_arg(value));
            self
        }
        /// Sends `null` as `offset`.
        pub fn clear_offset(mut self) -> Self {
            self.offset = __p::Nullable::Null;
            self
        }
        /// `limit`: `PageSize`.
        ///
        /// From 1 to 200.
        #[inline]
        pub fn limit(mut self, value: impl __p::Arg<super::types::PageSize>) -> Self {
            self.limit = __p::some(value);
            self
        }
    }
    __p::request!(Letters -> __p::Option < LettersReply >, [], {
        0 offset "offset" nullable &super::__tables::SHELF_LETTERS_OFFSET;
        1 limit "limit" optional &__p::PLAIN;
    });
    __p::paged!(Letters);
    impl __p::Paged for Letters {
        type Item = __p::String;
        const PAGES: &'static __p::PageInfo = &__p::PageInfo {
            style: __p::PageStyle::Offset,
            cursor: 0,
            limit: __p::Some(1),
            default_limit: __p::Some(50),
            max_limit: __p::Some(200),
        };
        fn go_to(&mut self, position: i64) {
            self.offset = __p::Nullable::Value(__p::Arg::into_arg(position));
        }
        fn list(reply: &Self::Reply) -> &[Self::Item] {
            match reply {
                __p::Some(reply) => __p::List::items(&reply.letters),
                _ => &[],
            }
        }
        fn into_list(reply: Self::Reply) -> __p::Vec<Self::Item> {
            match reply {
                __p::Some(reply) => __p::List::into_items(reply.letters),
                _ => __p::Vec::new(),
            }
        }
    }
    impl __p::Endpoint for Letters {
        type Reply = __p::Option<LettersReply>;
        type Failure = __p::Never;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "shelf/letters",
            method: __p::Method::Post,
            base_url: __p::None,
            path: &[__p::Segment::Literal("/shelf/letters")],
            key: __p::None,
            retry: __p::RetryClass::Never,
            timeout: __p::None,
            rate_limit: __p::None,
            parameters: &[__p::Place::Body, __p::Place::Body],
            body: __p::Some(__p::BodyInfo {
                content_type: "application/json",
                form: __p::BodyForm::Json,
            }),
            accept: "application/json",
            replies: &[
                __p::ReplyInfo {
                    first: 200,
                    last: 200,
                    form: __p::ReplyForm::Json,
                },
            ],
            link: __p::None,
        };
        fn decode(
            answer: &__p::Answer<'_>,
        ) -> __p::Result<__p::Outcome<Self::Reply, Self::Failure>, __p::Fault> {
            match answer.reply() {
                __p::Some(0) => answer.json(&__p::PLAIN).map(__p::Outcome::Done),
                _ => answer.unexpected(),
            }
        }
    }
    __p::serve!(
        Letters, | outcome | match outcome { __p::Outcome::Done(value) =>
        __p::Served::json(200, value, & __p::PLAIN), __p::Outcome::Failed(never) => match
        * never {}, }
    );
}
#[allow(deprecated, reason = "deprecated items are still described here")]
#[allow(
    clippy::too_many_arguments,
    reason = "an endpoint decides how many values it requires"
)]
pub mod types {
    //! Types that several calls share.
    #[allow(unused_imports, reason = "a module of modules names nothing itself")]
    use super::__p;
    /// `page` in a call to `shelf/books`.
    ///
    /// 0 or more.
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::PartialOrd,
        ::core::cmp::Eq,
        ::core::cmp::Ord,
        ::core::hash::Hash
    )]
    pub struct PageNumber(i64);
    __p::number_type!(PageNumber, i64, super::__tables::PAGE_NUMBER, "0 or more");
    /// `limit` in a call to `shelf/letters`.
    ///
    /// From 1 to 200.
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::PartialOrd,
        ::core::cmp::Eq,
        ::core::cmp::Ord,
        ::core::hash::Hash
    )]
    pub struct PageSize(i64);
    __p::number_type!(PageSize, i64, super::__tables::PAGE_SIZE, "from 1 to 200");
    /// `items` in the reply of `shelf/books`.
    pub type Books = __p::Vec<__p::Option<Book>>;
    /// `items[]` in the reply of `shelf/books`.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct Book {
        /// `title`: text.
        pub title: __p::String,
    }
    __p::record!(Book, [], {
        0 title "title" required &__p::PLAIN;
    });
}
#[allow(dead_code, reason = "a module that is switched off leaves its tables behind")]
mod __tables {
    use super::__p;
    pub(super) static PAGE_NUMBER: __p::Rules = __p::Rules {
        minimum: __p::Some(__p::Bound {
            value: "0",
            exclusive: false,
        }),
        ..__p::Rules::NONE
    };
    pub(super) static PAGE_SIZE: __p::Rules = __p::Rules {
        minimum: __p::Some(__p::Bound {
            value: "1",
            exclusive: false,
        }),
        maximum: __p::Some(__p::Bound {
            value: "200",
            exclusive: false,
        }),
        as_string: true,
        ..__p::Rules::NONE
    };
    pub(super) static SHELF_LETTERS_OFFSET: __p::Rules = __p::Rules {
        as_string: true,
        ..__p::Rules::NONE
    };
}
