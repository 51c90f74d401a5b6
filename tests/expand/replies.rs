//! The expansion of `replies/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.

use ::bizkit_client::__private as __p;
/// What all calls of Replies share.
pub static API: __p::ApiInfo = __p::ApiInfo {
    title: "Replies",
    base_url: "https://replies.example",
    base_url_env: __p::Some("REPLIES_URL"),
    docs: __p::Some("https://replies.example/docs"),
    key: __p::None,
    errors: &[],
};
#[allow(deprecated, reason = "deprecated items are still described here")]
#[allow(
    clippy::too_many_arguments,
    reason = "an endpoint decides how many values it requires"
)]
pub mod file {
    /*! Calls of `file`.

 - [`List`]\: List the files
 - [`Render`]\: Render a page
 - [`Upload`]\: Upload a file
 - [`Delete`]\: Delete a file
 - [`Read`]\: Read a file*/
    #[allow(unused_imports, reason = "a module of modules names nothing itself")]
    use super::__p;
    /// It was there already.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct UploadOk {
        /// `size`: an integer.
        pub size: __p::Option<i64>,
    }
    __p::record!(UploadOk, [], {
        0 size "size" optional &__p::PLAIN;
    });
    /// It is new.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct UploadCreated {
        /// `size`: an integer.
        pub size: __p::Option<i64>,
    }
    __p::record!(UploadCreated, [], {
        0 size "size" optional &__p::PLAIN;
    });
    /// No such folder.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct UploadNotFound {
        /// `folder`: text.
        pub folder: __p::Option<__p::String>,
    }
    __p::record!(UploadNotFound, [], {
        0 folder "folder" optional &__p::PLAIN;
    });
    /// List the files.
    ///
    /// `POST /file/list`
    ///
    /// Gives `Vec<Option<String>>`.
    #[derive(::core::clone::Clone)]
    #[must_use = "a request does nothing until you `send` it"]
    #[non_exhaustive]
    pub struct List {
        /// `body`: a list of texts.
        ///
        /// At least 1 element.
        pub names: __p::Vec<__p::String>,
    }
    impl List {
        /// A call to `file/list` with its required arguments:
        ///
        /// - `names`
        pub fn new(names: impl __p::Arg<__p::Vec<__p::String>>) -> Self {
            Self {
                names: __p::Arg::into_arg(names),
            }
        }
    }
    __p::request!(List -> __p::Vec < __p::Option < __p::String > >, [], {
        0 names "body" required &super::__tables::FILE_LIST_NAMES;
    });
    impl __p::Endpoint for List {
        type Reply = __p::Vec<__p::Option<__p::String>>;
        type Failure = __p::Never;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "file/list",
            method: __p::Method::Post,
            base_url: __p::None,
            path: &[__p::Segment::Literal("/file/list")],
            key: __p::None,
            retry: __p::RetryClass::Never,
            timeout: __p::None,
            rate_limit: __p::None,
            parameters: &[__p::Place::Whole],
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
        List, | outcome | match outcome { __p::Outcome::Done(value) =>
        __p::Served::json(200, value, & __p::PLAIN), __p::Outcome::Failed(never) => match
        * never {}, }
    );
    /// Render a page.
    ///
    /// `POST /file/render`
    ///
    /// Gives the text of the reply.
    #[derive(::core::clone::Clone)]
    #[must_use = "a request does nothing until you `send` it"]
    #[non_exhaustive]
    pub struct Render {
        /// `body`: text.
        ///
        /// HTML.
        pub page: __p::String,
    }
    impl Render {
        /// A call to `file/render` with its required arguments:
        ///
        /// - `page`
        pub fn new(page: impl __p::Arg<__p::String>) -> Self {
            Self {
                page: __p::Arg::into_arg(page),
            }
        }
    }
    __p::request!(Render -> __p::String, [], {
        0 page "body" required &super::__tables::FILE_RENDER_PAGE;
    });
    impl __p::Endpoint for Render {
        type Reply = __p::String;
        type Failure = __p::Never;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "file/render",
            method: __p::Method::Post,
            base_url: __p::None,
            path: &[__p::Segment::Literal("/file/render")],
            key: __p::None,
            retry: __p::RetryClass::Never,
            timeout: __p::None,
            rate_limit: __p::None,
            parameters: &[__p::Place::Whole],
            body: __p::Some(__p::BodyInfo {
                content_type: "text/html",
                form: __p::BodyForm::Text,
            }),
            accept: "application/rss+xml",
            replies: &[
                __p::ReplyInfo {
                    first: 200,
                    last: 200,
                    form: __p::ReplyForm::Text("application/rss+xml"),
                },
            ],
            link: __p::None,
        };
        fn decode(
            answer: &__p::Answer<'_>,
        ) -> __p::Result<__p::Outcome<Self::Reply, Self::Failure>, __p::Fault> {
            match answer.reply() {
                __p::Some(0) => answer.text().map(__p::Outcome::Done),
                _ => answer.unexpected(),
            }
        }
    }
    __p::serve!(
        Render, | outcome | match outcome { __p::Outcome::Done(value) =>
        __p::Served::raw(200, "application/rss+xml", value), __p::Outcome::Failed(never)
        => match * never {}, }
    );
    /// Upload a file.
    ///
    /// `PUT /file/upload`
    ///
    /// Gives [`UploadReply`].
    ///
    /// This call goes to <https://files.example>.
    ///
    /// # Errors
    ///
    /// The server may answer with a [`UploadFailure`]; [`Upload::failure`] takes it out of the error.
    ///
    /// - `NotFound`: No such folder (status 404)
    #[derive(::core::clone::Clone)]
    #[must_use = "a request does nothing until you `send` it"]
    #[non_exhaustive]
    pub struct Upload {
        /// `name`: text.
        pub name: __p::String,
        /// `body`: bytes.
        pub content: __p::Bytes,
    }
    impl Upload {
        /// A call to `file/upload` with its required arguments:
        ///
        /// - `name`
        /// - `content`
        pub fn new(
            name: impl __p::Arg<__p::String>,
            content: impl __p::Arg<__p::Bytes>,
        ) -> Self {
            Self {
                name: __p::Arg::into_arg(name),
                content: __p::Arg::into_arg(content),
            }
        }
        /// The typed reason, if the server has refused this call in a way that [`Upload`] documents.
        pub fn failure(error: &__p::Error) -> __p::Option<&UploadFailure> {
            error.failure::<UploadFailure>()
        }
    }
    __p::request!(Upload -> UploadReply, [], {
        0 name "name" required &__p::PLAIN;
        1 content "body" required &__p::PLAIN;
    });
    /// What [`Upload`] gives, by the status of the reply.
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::fmt::Debug)]
    #[non_exhaustive]
    pub enum UploadReply {
        /// It was there already (200)
        Ok(UploadOk),
        /// It is new (201)
        Created(UploadCreated),
        /// Status 202.
        Accepted,
    }
    /// Why [`Upload`] was refused; see [`Upload::failure`].
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::fmt::Debug)]
    #[non_exhaustive]
    pub enum UploadFailure {
        /// No such folder (404)
        NotFound(UploadNotFound),
    }
    impl __p::Endpoint for Upload {
        type Reply = UploadReply;
        type Failure = UploadFailure;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "file/upload",
            method: __p::Method::Put,
            base_url: __p::Some("https://files.example"),
            path: &[__p::Segment::Literal("/file/upload")],
            key: __p::None,
            retry: __p::RetryClass::Never,
            timeout: __p::None,
            rate_limit: __p::None,
            parameters: &[__p::Place::Query, __p::Place::Whole],
            body: __p::Some(__p::BodyInfo {
                content_type: "image/png",
                form: __p::BodyForm::Bytes,
            }),
            accept: "application/json",
            replies: &[
                __p::ReplyInfo {
                    first: 200,
                    last: 200,
                    form: __p::ReplyForm::Json,
                },
                __p::ReplyInfo {
                    first: 201,
                    last: 201,
                    form: __p::ReplyForm::Json,
                },
                __p::ReplyInfo {
                    first: 202,
                    last: 202,
                    form: __p::ReplyForm::Empty,
                },
                __p::ReplyInfo {
                    first: 404,
                    last: 404,
                    form: __p::ReplyForm::Json,
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
                        .map(|value| __p::Outcome::Done(UploadReply::Ok(value)))
                }
                __p::Some(1) => {
                    answer
                        .json(&__p::PLAIN)
                        .map(|value| __p::Outcome::Done(UploadReply::Created(value)))
                }
                __p::Some(2) => __p::Ok(__p::Outcome::Done(UploadReply::Accepted)),
                __p::Some(3) => {
                    answer
                        .json(&__p::PLAIN)
                        .map(|value| __p::Outcome::Failed(
                            UploadFailure::NotFound(value),
                        ))
                }
                _ => answer.unexpected(),
            }
        }
    }
    __p::serve!(
        Upload, | outcome | match outcome { __p::Outcome::Done(UploadReply::Ok(value)) =>
        __p::Served::json(200, value, & __p::PLAIN),
        __p::Outcome::Done(UploadReply::Created(value)) => __p::Served::json(201, value,
        & __p::PLAIN), __p::Outcome::Done(UploadReply::Accepted) =>
        __p::Served::empty(202), __p::Outcome::Failed(UploadFailure::NotFound(value)) =>
        __p::Served::json(404, value, & __p::PLAIN), }
    );
    /// Delete a file.
    ///
    /// `DELETE /file/{id}/content/`
    ///
    /// Gives nothing: that it succeeds is all there is to know.
    #[derive(::core::clone::Clone)]
    #[must_use = "a request does nothing until you `send` it"]
    #[non_exhaustive]
    pub struct Delete {
        /// `id`: text.
        pub id: __p::String,
    }
    impl Delete {
        /// A call to `file/{id}.delete` with its required arguments:
        ///
        /// - `id`
        pub fn new(id: impl __p::Arg<__p::String>) -> Self {
            Self { id: __p::Arg::into_arg(id) }
        }
    }
    __p::request!(Delete -> (), [], {
        0 id "id" required &__p::PLAIN;
    });
    impl __p::Endpoint for Delete {
        type Reply = ();
        type Failure = __p::Never;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "file/{id}.delete",
            method: __p::Method::Delete,
            base_url: __p::None,
            path: &[
                __p::Segment::Literal("/file/"),
                __p::Segment::Parameter(0),
                __p::Segment::Literal("/content/"),
            ],
            key: __p::None,
            retry: __p::RetryClass::Safe,
            timeout: __p::None,
            rate_limit: __p::None,
            parameters: &[__p::Place::Path],
            body: __p::None,
            accept: "application/json",
            replies: &[
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
                __p::Some(0) => __p::Ok(__p::Outcome::Done(())),
                _ => answer.unexpected(),
            }
        }
    }
    __p::serve!(
        Delete, | outcome | match outcome { __p::Outcome::Done(()) =>
        __p::Served::empty(204), __p::Outcome::Failed(never) => match * never {}, }
    );
    /// Read a file.
    ///
    /// `GET /file/{id}/content/`
    ///
    /// Gives the bytes of the reply.
    #[derive(::core::clone::Clone)]
    #[must_use = "a request does nothing until you `send` it"]
    #[non_exhaustive]
    pub struct Read {
        /// `id`: text.
        pub id: __p::String,
        /// The argument `X-Trace`, which [`Self::x_trace`] sets.
        pub x_trace: __p::Option<__p::String>,
    }
    impl Read {
        /// A call to `file/{id}.get` with its required arguments:
        ///
        /// - `id`
        pub fn new(id: impl __p::Arg<__p::String>) -> Self {
            Self {
                id: __p::Arg::into_arg(id),
                x_trace: __p::None,
            }
        }
        /// `X-Trace`: text.
        #[inline]
        pub fn x_trace(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.x_trace = __p::some(value);
            self
        }
    }
    __p::request!(Read -> __p::Bytes, [], {
        0 id "id" required &__p::PLAIN;
        1 x_trace "X-Trace" optional &__p::PLAIN;
    });
    impl __p::Endpoint for Read {
        type Reply = __p::Bytes;
        type Failure = __p::Never;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "file/{id}.get",
            method: __p::Method::Get,
            base_url: __p::None,
            path: &[
                __p::Segment::Literal("/file/"),
                __p::Segment::Parameter(0),
                __p::Segment::Literal("/content/"),
            ],
            key: __p::None,
            retry: __p::RetryClass::Safe,
            timeout: __p::None,
            rate_limit: __p::None,
            parameters: &[__p::Place::Path, __p::Place::Header],
            body: __p::None,
            accept: "image/png",
            replies: &[
                __p::ReplyInfo {
                    first: 200,
                    last: 200,
                    form: __p::ReplyForm::Bytes("image/png"),
                },
            ],
            link: __p::None,
        };
        fn decode(
            answer: &__p::Answer<'_>,
        ) -> __p::Result<__p::Outcome<Self::Reply, Self::Failure>, __p::Fault> {
            match answer.reply() {
                __p::Some(0) => __p::Ok(__p::Outcome::Done(answer.bytes())),
                _ => answer.unexpected(),
            }
        }
    }
    __p::serve!(
        Read, | outcome | match outcome { __p::Outcome::Done(value) =>
        __p::Served::raw(200, "image/png", value), __p::Outcome::Failed(never) => match *
        never {}, }
    );
}
#[allow(dead_code, reason = "a module that is switched off leaves its tables behind")]
mod __tables {
    use super::__p;
    pub(super) static FILE_LIST_NAMES: __p::Rules = __p::Rules {
        min_items: 1,
        ..__p::Rules::NONE
    };
    pub(super) static FILE_RENDER_PAGE: __p::Rules = __p::Rules {
        format: __p::Some(__p::Format::Html),
        ..__p::Rules::NONE
    };
}
