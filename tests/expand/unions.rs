//! The expansion of `unions/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.

use ::bizkit_client::__private as __p;
/// What all calls of Unions share.
pub static API: __p::ApiInfo = __p::ApiInfo {
    title: "Unions",
    base_url: "https://unions.example",
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
pub mod login {
    /*! Calls of `login`.

 - [`Out`]\: Sign out
 - [`Password`]\: Sign in with a password
 - [`Session`]\: Look at a session*/
    #[allow(unused_imports, reason = "a module of modules names nothing itself")]
    use super::__p;
    /// What the reply of `login/password` holds.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct PasswordSession {
        /// `id`: text.
        pub id: __p::String,
    }
    __p::record!(PasswordSession, [], {
        0 id "id" required &__p::PLAIN;
    });
    /// `errorCode` in the reply of `login/password`.
    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord
    )]
    #[non_exhaustive]
    pub enum PasswordRefusedErrorCode {
        /// `E001`
        E001,
        /// `E002`
        E002,
        /// A value that this version does not know; only replies hold one.
        Unknown(__p::UnknownValue),
    }
    __p::enum_type!(PasswordRefusedErrorCode, closed, Unknown, {
        E001 = "E001",
        E002 = "E002"
    });
    /// The password is wrong.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct PasswordRefused {
        /// `errorCode`: `PasswordRefusedErrorCode`.
        pub error_code: __p::Option<PasswordRefusedErrorCode>,
    }
    __p::record!(PasswordRefused, [], {
        0 error_code "errorCode" optional &__p::PLAIN;
    });
    /// Somebody is in already.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct PasswordConflict {
        /// `since`: text.
        pub since: __p::Option<__p::String>,
    }
    __p::record!(PasswordConflict, [], {
        0 since "since" optional &__p::PLAIN;
    });
    /// What the reply of `login/session` holds.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct SessionActive {
        /// `user`: text.
        pub user: __p::Option<__p::String>,
    }
    __p::record!(SessionActive, [], {
        0 user "user" optional &__p::PLAIN;
    });
    /// What the reply of `login/session` holds.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub enum SessionReply {
        /// `state` is `active`.
        Active(SessionActive),
        /// `state` is `idle`.
        Idle,
        /// A branch that this version does not know, kept as it came.
        Unknown(__p::Json),
    }
    impl __p::Value for SessionReply {
        fn parts(&self) -> __p::Parts<'_> {
            __p::Parts::Branch(
                match self {
                    Self::Active(value) => {
                        __p::Branch::new(
                            "Active",
                            __p::Some(("state", __p::Tag::Text("active"))),
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                    Self::Idle => {
                        __p::Branch::new(
                            "Idle",
                            __p::Some(("state", __p::Tag::Text("idle"))),
                            __p::None,
                            &__p::PLAIN,
                        )
                    }
                    Self::Unknown(value) => {
                        __p::Branch::new(
                            "Unknown",
                            __p::None,
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                },
            )
        }
    }
    impl __p::Decode for SessionReply {
        fn decode(
            reader: &mut __p::Reader<'_>,
            _: &'static __p::Rules,
        ) -> __p::Result<Self, __p::Fault> {
            match reader.tag("state")?.as_deref() {
                __p::Some("active") => reader.branch(Self::Active, &__p::PLAIN),
                __p::Some("idle") => reader.unit(Self::Idle),
                __p::Some(_) => reader.branch(Self::Unknown, &__p::PLAIN),
                tag => reader.unknown_tag("state", tag, &["active", "idle"]),
            }
        }
    }
    __p::union_type!(SessionReply);
    /// Sign out.
    ///
    /// `POST /login/out`
    ///
    /// Gives nothing: that it succeeds is all there is to know.
    ///
    /// # Errors
    ///
    /// The server may answer with a [`OutFailure`]; [`Out::failure`] takes it out of the error.
    ///
    /// - `Failed`
    #[derive(::core::clone::Clone, ::core::default::Default)]
    #[must_use = "a request does nothing until you `send` it"]
    #[non_exhaustive]
    pub struct Out {}
    impl Out {
        /// A call to `login/out`; all arguments are optional.
        pub fn new() -> Self {
            Self {}
        }
        /// The typed reason, if the server has refused this call in a way that [`Out`] documents.
        pub fn failure(error: &__p::Error) -> __p::Option<&OutFailure> {
            error.failure::<OutFailure>()
        }
    }
    __p::request!(Out -> (), [], {});
    /// Why [`Out`] was refused; see [`Out::failure`].
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::fmt::Debug)]
    #[non_exhaustive]
    pub enum OutFailure {
        /// `success` is `false`.
        Failed,
    }
    impl __p::Endpoint for Out {
        type Reply = ();
        type Failure = OutFailure;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "login/out",
            method: __p::Method::Post,
            base_url: __p::None,
            path: &[__p::Segment::Literal("/login/out")],
            key: __p::None,
            retry: __p::RetryClass::Never,
            timeout: __p::None,
            rate_limit: __p::None,
            parameters: &[],
            body: __p::None,
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
                __p::Some(0) => {
                    answer
                        .read(|reader| match reader.tag("success")?.as_deref() {
                            __p::Some("true") => reader.unit(__p::Outcome::Done(())),
                            __p::Some("false") => {
                                reader.unit(__p::Outcome::Failed(OutFailure::Failed))
                            }
                            tag => reader.unknown_tag("success", tag, &["true", "false"]),
                        })
                }
                _ => answer.unexpected(),
            }
        }
    }
    __p::serve!(
        Out, | outcome | match outcome { __p::Outcome::Done(()) =>
        __p::Served::branch(200, __p::Branch::new("Done", __p::Some(("success",
        __p::Tag::Boolean(true))), __p::None, & __p::PLAIN)),
        __p::Outcome::Failed(OutFailure::Failed) => __p::Served::branch(200,
        __p::Branch::new("Failed", __p::Some(("success", __p::Tag::Boolean(false))),
        __p::None, & __p::PLAIN)), }
    );
    /// Sign in with a password.
    ///
    /// `POST /login/password`
    ///
    /// Gives [`PasswordSession`].
    ///
    /// # Errors
    ///
    /// The server may answer with a [`PasswordFailure`]; [`Password::failure`] takes it out of the error.
    ///
    /// - `Refused`: The password is wrong
    ///   - `E001`
    ///   - `E002`
    /// - `Conflict`: Somebody is in already (status 409)
    /// - `Locked`: The account is locked (status 423)
    #[derive(::core::clone::Clone, ::core::default::Default)]
    #[must_use = "a request does nothing until you `send` it"]
    #[non_exhaustive]
    pub struct Password {
        /// The argument `filter`, which [`Self::filter`] sets.
        pub filter: __p::Option<super::types::Filter>,
        /// The argument `amount`, which [`Self::amount`] sets.
        pub amount: __p::Option<super::types::Amount>,
        /// The argument `body`, which [`Self::body`] sets.
        pub body: __p::Option<super::types::Body>,
        /// The argument `shape`, which [`Self::shape`] sets.
        pub shape: __p::Option<super::types::Shape>,
    }
    impl Password {
        /// A call to `login/password`; all arguments are optional.
        pub fn new() -> Self {
            Self {
                filter: __p::None,
                amount: __p::None,
                body: __p::None,
                shape: __p::None,
            }
        }
        /// What to look for.
        #[inline]
        pub fn filter(mut self, value: impl __p::Arg<super::types::Filter>) -> Self {
            self.filter = __p::some(value);
            self
        }
        /// A number or words.
        #[inline]
        pub fn amount(mut self, value: impl __p::Arg<super::types::Amount>) -> Self {
            self.amount = __p::some(value);
            self
        }
        /// `body`: `Body`.
        #[inline]
        pub fn body(mut self, value: impl __p::Arg<super::types::Body>) -> Self {
            self.body = __p::some(value);
            self
        }
        /// `shape`: `Shape`.
        #[inline]
        pub fn shape(mut self, value: impl __p::Arg<super::types::Shape>) -> Self {
            self.shape = __p::some(value);
            self
        }
        /// The typed reason, if the server has refused this call in a way that [`Password`] documents.
        pub fn failure(error: &__p::Error) -> __p::Option<&PasswordFailure> {
            error.failure::<PasswordFailure>()
        }
    }
    __p::request!(Password -> PasswordSession, [], {
        0 filter "filter" optional &__p::PLAIN;
        1 amount "amount" optional &__p::PLAIN;
        2 body "body" optional &__p::PLAIN;
        3 shape "shape" optional &__p::PLAIN;
    });
    /// Why [`Password`] was refused; see [`Password::failure`].
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::fmt::Debug)]
    #[non_exhaustive]
    pub enum PasswordFailure {
        /// The password is wrong.
        Refused(PasswordRefused),
        /// Somebody is in already (409)
        Conflict(PasswordConflict),
        /// The account is locked (423)
        Locked,
    }
    impl __p::Endpoint for Password {
        type Reply = PasswordSession;
        type Failure = PasswordFailure;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "login/password",
            method: __p::Method::Post,
            base_url: __p::None,
            path: &[__p::Segment::Literal("/login/password")],
            key: __p::None,
            retry: __p::RetryClass::Never,
            timeout: __p::None,
            rate_limit: __p::None,
            parameters: &[
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
            ],
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
                __p::ReplyInfo {
                    first: 409,
                    last: 409,
                    form: __p::ReplyForm::Json,
                },
                __p::ReplyInfo {
                    first: 423,
                    last: 423,
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
                        .read(|reader| match reader.tag("success")?.as_deref() {
                            __p::Some("true") => {
                                reader.branch(__p::Outcome::Done, &__p::PLAIN)
                            }
                            __p::Some("false") => {
                                reader
                                    .branch(
                                        |value| __p::Outcome::Failed(
                                            PasswordFailure::Refused(value),
                                        ),
                                        &__p::PLAIN,
                                    )
                            }
                            tag => reader.unknown_tag("success", tag, &["true", "false"]),
                        })
                }
                __p::Some(1) => {
                    answer
                        .json(&__p::PLAIN)
                        .map(|value| __p::Outcome::Failed(
                            PasswordFailure::Conflict(value),
                        ))
                }
                __p::Some(2) => __p::Ok(__p::Outcome::Failed(PasswordFailure::Locked)),
                _ => answer.unexpected(),
            }
        }
    }
    __p::serve!(
        Password, | outcome | match outcome { __p::Outcome::Done(value) =>
        __p::Served::branch(200, __p::Branch::new("Session", __p::Some(("success",
        __p::Tag::Boolean(true))), __p::Some(value), & __p::PLAIN)),
        __p::Outcome::Failed(PasswordFailure::Refused(value)) => __p::Served::branch(200,
        __p::Branch::new("Refused", __p::Some(("success", __p::Tag::Boolean(false))),
        __p::Some(value), & __p::PLAIN)),
        __p::Outcome::Failed(PasswordFailure::Conflict(value)) => __p::Served::json(409,
        value, & __p::PLAIN), __p::Outcome::Failed(PasswordFailure::Locked) =>
        __p::Served::empty(423), }
    );
    /// Look at a session.
    ///
    /// `GET /login/session`
    ///
    /// Gives [`SessionReply`].
    ///
    /// # Errors
    ///
    /// The server may answer with a [`SessionFailure`]; [`Session::failure`] takes it out of the error.
    ///
    /// - `Gone`: The session has ended
    #[derive(::core::clone::Clone, ::core::default::Default)]
    #[must_use = "a request does nothing until you `send` it"]
    #[non_exhaustive]
    pub struct Session {}
    impl Session {
        /// A call to `login/session`; all arguments are optional.
        pub fn new() -> Self {
            Self {}
        }
        /// The typed reason, if the server has refused this call in a way that [`Session`] documents.
        pub fn failure(error: &__p::Error) -> __p::Option<&SessionFailure> {
            error.failure::<SessionFailure>()
        }
    }
    __p::request!(Session -> SessionReply, [], {});
    /// Why [`Session`] was refused; see [`Session::failure`].
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::fmt::Debug)]
    #[non_exhaustive]
    pub enum SessionFailure {
        /// The session has ended.
        Gone,
    }
    impl __p::Endpoint for Session {
        type Reply = SessionReply;
        type Failure = SessionFailure;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "login/session",
            method: __p::Method::Get,
            base_url: __p::None,
            path: &[__p::Segment::Literal("/login/session")],
            key: __p::None,
            retry: __p::RetryClass::Safe,
            timeout: __p::None,
            rate_limit: __p::None,
            parameters: &[],
            body: __p::None,
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
                __p::Some(0) => {
                    answer
                        .read(|reader| match reader.tag("state")?.as_deref() {
                            __p::Some("active") => {
                                reader
                                    .branch(
                                        |value| __p::Outcome::Done(SessionReply::Active(value)),
                                        &__p::PLAIN,
                                    )
                            }
                            __p::Some("idle") => {
                                reader.unit(__p::Outcome::Done(SessionReply::Idle))
                            }
                            __p::Some("gone") => {
                                reader.unit(__p::Outcome::Failed(SessionFailure::Gone))
                            }
                            __p::Some(_) => {
                                reader
                                    .branch(
                                        |value| __p::Outcome::Done(SessionReply::Unknown(value)),
                                        &__p::PLAIN,
                                    )
                            }
                            tag => {
                                reader
                                    .unknown_tag("state", tag, &["active", "idle", "gone"])
                            }
                        })
                }
                _ => answer.unexpected(),
            }
        }
    }
    __p::serve!(
        Session, | outcome | match outcome { __p::Outcome::Done(value) =>
        __p::Served::json(200, value, & __p::PLAIN),
        __p::Outcome::Failed(SessionFailure::Gone) => __p::Served::branch(200,
        __p::Branch::new("Gone", __p::Some(("state", __p::Tag::Text("gone"))), __p::None,
        & __p::PLAIN)), }
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
    /// What to look for.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub enum Filter {
        /// `kind` is `id`.
        ById(FilterById),
        /// `kind` is `text`.
        ByText(FilterByText),
        /// No filter at all.
        Everything,
        /// A branch that this version does not know, kept as it came.
        Unknown(__p::Json),
    }
    impl __p::Value for Filter {
        fn parts(&self) -> __p::Parts<'_> {
            __p::Parts::Branch(
                match self {
                    Self::ById(value) => {
                        __p::Branch::new(
                            "ById",
                            __p::Some(("kind", __p::Tag::Text("id"))),
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                    Self::ByText(value) => {
                        __p::Branch::new(
                            "ByText",
                            __p::Some(("kind", __p::Tag::Text("text"))),
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                    Self::Everything => {
                        __p::Branch::new(
                            "Everything",
                            __p::Some(("kind", __p::Tag::Text("all"))),
                            __p::None,
                            &__p::PLAIN,
                        )
                    }
                    Self::Unknown(value) => {
                        __p::Branch::new(
                            "Unknown",
                            __p::None,
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                },
            )
        }
    }
    impl __p::Decode for Filter {
        fn decode(
            reader: &mut __p::Reader<'_>,
            _: &'static __p::Rules,
        ) -> __p::Result<Self, __p::Fault> {
            match reader.tag("kind")?.as_deref() {
                __p::Some("id") => reader.branch(Self::ById, &__p::PLAIN),
                __p::Some("text") => reader.branch(Self::ByText, &__p::PLAIN),
                __p::Some("all") => reader.unit(Self::Everything),
                __p::Some(_) => reader.branch(Self::Unknown, &__p::PLAIN),
                tag => reader.unknown_tag("kind", tag, &["id", "text", "all"]),
            }
        }
    }
    __p::union_type!(Filter);
    impl ::core::convert::From<FilterById> for Filter {
        fn from(value: FilterById) -> Self {
            Self::ById(value)
        }
    }
    impl __p::Arg<Filter> for FilterById {
        fn into_arg(self) -> Filter {
            ::core::convert::From::from(self)
        }
    }
    impl ::core::convert::From<FilterByText> for Filter {
        fn from(value: FilterByText) -> Self {
            Self::ByText(value)
        }
    }
    impl __p::Arg<Filter> for FilterByText {
        fn into_arg(self) -> Filter {
            ::core::convert::From::from(self)
        }
    }
    /// A number or words.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub enum Amount {
        /// A string.
        String(__p::String),
        /// A number.
        Integer(i64),
    }
    impl __p::Value for Amount {
        fn parts(&self) -> __p::Parts<'_> {
            __p::Parts::Branch(
                match self {
                    Self::String(value) => {
                        __p::Branch::new(
                            "String",
                            __p::None,
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                    Self::Integer(value) => {
                        __p::Branch::new(
                            "Integer",
                            __p::None,
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                },
            )
        }
    }
    impl __p::Decode for Amount {
        fn decode(
            reader: &mut __p::Reader<'_>,
            _: &'static __p::Rules,
        ) -> __p::Result<Self, __p::Fault> {
            match reader.kind()? {
                __p::JsonKind::String => reader.branch(Self::String, &__p::PLAIN),
                __p::JsonKind::Number => reader.branch(Self::Integer, &__p::PLAIN),
                _ => reader.wrong_kind("a string or a number"),
            }
        }
    }
    __p::union_type!(Amount);
    impl ::core::convert::From<__p::String> for Amount {
        fn from(value: __p::String) -> Self {
            Self::String(value)
        }
    }
    impl __p::FromText for Amount {
        fn from_text(value: __p::String) -> Self {
            ::core::convert::From::from(value)
        }
    }
    impl ::core::convert::From<i64> for Amount {
        fn from(value: i64) -> Self {
            Self::Integer(value)
        }
    }
    impl __p::FromInteger for Amount {
        fn from_integer(value: i64) -> Self {
            ::core::convert::From::from(value)
        }
    }
    /// `body` in a call to `login/password`.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub enum Body {
        /// A string.
        Line(__p::String),
        /// A list.
        Parts(__p::Vec<__p::String>),
        /// An object.
        Whole(BodyWhole),
    }
    impl __p::Value for Body {
        fn parts(&self) -> __p::Parts<'_> {
            __p::Parts::Branch(
                match self {
                    Self::Line(value) => {
                        __p::Branch::new(
                            "Line",
                            __p::None,
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                    Self::Parts(value) => {
                        __p::Branch::new(
                            "Parts",
                            __p::None,
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                    Self::Whole(value) => {
                        __p::Branch::new(
                            "Whole",
                            __p::None,
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                },
            )
        }
    }
    impl __p::Decode for Body {
        fn decode(
            reader: &mut __p::Reader<'_>,
            _: &'static __p::Rules,
        ) -> __p::Result<Self, __p::Fault> {
            match reader.kind()? {
                __p::JsonKind::String => reader.branch(Self::Line, &__p::PLAIN),
                __p::JsonKind::Array => reader.branch(Self::Parts, &__p::PLAIN),
                __p::JsonKind::Object => reader.branch(Self::Whole, &__p::PLAIN),
                _ => reader.wrong_kind("a string or a list or an object"),
            }
        }
    }
    __p::union_type!(Body);
    impl ::core::convert::From<__p::String> for Body {
        fn from(value: __p::String) -> Self {
            Self::Line(value)
        }
    }
    impl __p::FromText for Body {
        fn from_text(value: __p::String) -> Self {
            ::core::convert::From::from(value)
        }
    }
    impl ::core::convert::From<__p::Vec<__p::String>> for Body {
        fn from(value: __p::Vec<__p::String>) -> Self {
            Self::Parts(value)
        }
    }
    impl __p::Arg<Body> for __p::Vec<__p::String> {
        fn into_arg(self) -> Body {
            ::core::convert::From::from(self)
        }
    }
    impl<__S, const __N: usize> __p::Arg<Body> for [__S; __N]
    where
        Self: __p::Arg<__p::Vec<__p::String>>,
    {
        fn into_arg(self) -> Body {
            ::core::convert::From::from(
                __p::Arg::<__p::Vec<__p::String>>::into_arg(self),
            )
        }
    }
    impl<__S> __p::Arg<Body> for &[__S]
    where
        Self: __p::Arg<__p::Vec<__p::String>>,
    {
        fn into_arg(self) -> Body {
            ::core::convert::From::from(
                __p::Arg::<__p::Vec<__p::String>>::into_arg(self),
            )
        }
    }
    impl ::core::convert::From<BodyWhole> for Body {
        fn from(value: BodyWhole) -> Self {
            Self::Whole(value)
        }
    }
    impl __p::Arg<Body> for BodyWhole {
        fn into_arg(self) -> Body {
            ::core::convert::From::from(self)
        }
    }
    /// `shape` in a call to `login/password`.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub enum Shape {
        /// `sides` is `3`.
        Triangle(ShapeTriangle),
        /// `sides` is `4`.
        Square(ShapeSquare),
        /// `sides` is not there.
        Blob(ShapeBlob),
        /// A branch that this version does not know, kept as it came.
        Unknown(__p::Json),
    }
    impl __p::Value for Shape {
        fn parts(&self) -> __p::Parts<'_> {
            __p::Parts::Branch(
                match self {
                    Self::Triangle(value) => {
                        __p::Branch::new(
                            "Triangle",
                            __p::Some(("sides", __p::Tag::Integer(3))),
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                    Self::Square(value) => {
                        __p::Branch::new(
                            "Square",
                            __p::Some(("sides", __p::Tag::Integer(4))),
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                    Self::Blob(value) => {
                        __p::Branch::new(
                            "Blob",
                            __p::None,
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                    Self::Unknown(value) => {
                        __p::Branch::new(
                            "Unknown",
                            __p::None,
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                },
            )
        }
    }
    impl __p::Decode for Shape {
        fn decode(
            reader: &mut __p::Reader<'_>,
            _: &'static __p::Rules,
        ) -> __p::Result<Self, __p::Fault> {
            match reader.tag("sides")?.as_deref() {
                __p::Some("3") => reader.branch(Self::Triangle, &__p::PLAIN),
                __p::Some("4") => reader.branch(Self::Square, &__p::PLAIN),
                __p::None => reader.branch(Self::Blob, &__p::PLAIN),
                __p::Some(_) => reader.branch(Self::Unknown, &__p::PLAIN),
            }
        }
    }
    __p::union_type!(Shape);
    impl ::core::convert::From<ShapeTriangle> for Shape {
        fn from(value: ShapeTriangle) -> Self {
            Self::Triangle(value)
        }
    }
    impl __p::Arg<Shape> for ShapeTriangle {
        fn into_arg(self) -> Shape {
            ::core::convert::From::from(self)
        }
    }
    impl ::core::convert::From<ShapeSquare> for Shape {
        fn from(value: ShapeSquare) -> Self {
            Self::Square(value)
        }
    }
    impl __p::Arg<Shape> for ShapeSquare {
        fn into_arg(self) -> Shape {
            ::core::convert::From::from(self)
        }
    }
    impl ::core::convert::From<ShapeBlob> for Shape {
        fn from(value: ShapeBlob) -> Self {
            Self::Blob(value)
        }
    }
    impl __p::Arg<Shape> for ShapeBlob {
        fn into_arg(self) -> Shape {
            ::core::convert::From::from(self)
        }
    }
    /// `filter` in a call to `login/password`.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct FilterById {
        /// `id`: an integer.
        pub id: i64,
    }
    impl FilterById {
        /// Creates the value with its required members.
        pub fn new(id: impl __p::Arg<i64>) -> Self {
            Self { id: __p::Arg::into_arg(id) }
        }
    }
    __p::record!(FilterById, [], {
        0 id "id" required &__p::PLAIN;
    });
    /// `filter` in a call to `login/password`.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct FilterByText {
        /// `text`: text.
        pub text: __p::String,
        /// Every other member, by its name.
        ///
        /// Each value: at most 3 characters.
        pub options: __p::BTreeMap<__p::String, __p::String>,
    }
    impl FilterByText {
        /// Creates the value with its required members.
        pub fn new(text: impl __p::Arg<__p::String>) -> Self {
            Self {
                text: __p::Arg::into_arg(text),
                options: __p::BTreeMap::new(),
            }
        }
        /// Sets `options`.
        #[must_use]
        #[inline]
        pub fn with_options(
            mut self,
            value: impl __p::Arg<__p::BTreeMap<__p::String, __p::String>>,
        ) -> Self {
            self.options = __p::Arg::into_arg(value);
            self
        }
    }
    __p::record!(FilterByText, [], {
        0 text "text" required &__p::PLAIN;
        1 options "options" rest &super::__tables::FILTER_BY_TEXT_OPTIONS;
    });
    /// `body` in a call to `login/password`.
    #[derive(::core::clone::Clone, ::core::default::Default)]
    #[non_exhaustive]
    pub struct BodyWhole {
        /// `text`: text.
        pub text: __p::Option<__p::String>,
    }
    impl BodyWhole {
        /// Creates the value with nothing set.
        pub fn new() -> Self {
            Self { text: __p::None }
        }
        /// Sets `text`.
        #[must_use]
        #[inline]
        pub fn with_text(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.text = __p::some(value);
            self
        }
    }
    __p::record!(BodyWhole, [], {
        0 text "text" optional &__p::PLAIN;
    });
    /// `shape` in a call to `login/password`.
    #[derive(::core::clone::Clone, ::core::default::Default)]
    #[non_exhaustive]
    pub struct ShapeTriangle {
        /// `base`: a number.
        pub base: __p::Option<f64>,
    }
    impl ShapeTriangle {
        /// Creates the value with nothing set.
        pub fn new() -> Self {
            Self { base: __p::None }
        }
        /// Sets `base`.
        #[must_use]
        #[inline]
        pub fn with_base(mut self, value: impl __p::Arg<f64>) -> Self {
            self.base = __p::some(value);
            self
        }
    }
    __p::record!(ShapeTriangle, [], {
        0 base "base" optional &__p::PLAIN;
    });
    /// `shape` in a call to `login/password`.
    #[derive(::core::clone::Clone, ::core::default::Default)]
    #[non_exhaustive]
    pub struct ShapeSquare {
        /// `edge`: a number.
        pub edge: __p::Option<f64>,
        /// `inner`: `Shape`.
        pub inner: __p::Option<__p::Box<Shape>>,
    }
    impl ShapeSquare {
        /// Creates the value with nothing set.
        pub fn new() -> Self {
            Self {
                edge: __p::None,
                inner: __p::None,
            }
        }
        /// Sets `edge`.
        #[must_use]
        #[inline]
        pub fn with_edge(mut self, value: impl __p::Arg<f64>) -> Self {
            self.edge = __p::some(value);
            self
        }
        /// Sets `inner`.
        #[must_use]
        #[inline]
        pub fn with_inner(mut self, value: impl __p::Arg<Shape>) -> Self {
            self.inner = __p::Some(__p::Box::new(__p::Arg::into_arg(value)));
            self
        }
    }
    __p::record!(ShapeSquare, [], {
        0 edge "edge" optional &__p::PLAIN;
        1 inner "inner" optional &__p::PLAIN;
    });
    /// `shape` in a call to `login/password`.
    #[derive(::core::clone::Clone, ::core::default::Default)]
    #[non_exhaustive]
    pub struct ShapeBlob {
        /// `area`: a number.
        pub area: __p::Option<f64>,
    }
    impl ShapeBlob {
        /// Creates the value with nothing set.
        pub fn new() -> Self {
            Self { area: __p::None }
        }
        /// Sets `area`.
        #[must_use]
        #[inline]
        pub fn with_area(mut self, value: impl __p::Arg<f64>) -> Self {
            self.area = __p::some(value);
            self
        }
    }
    __p::record!(ShapeBlob, [], {
        0 area "area" optional &__p::PLAIN;
    });
}
#[allow(dead_code, reason = "a module that is switched off leaves its tables behind")]
mod __tables {
    use super::__p;
    pub(super) static FILTER_BY_TEXT_OPTIONS_ITEM: __p::Rules = __p::Rules {
        max_length: 3,
        ..__p::Rules::NONE
    };
    pub(super) static FILTER_BY_TEXT_OPTIONS: __p::Rules = __p::Rules {
        items: __p::Some(&FILTER_BY_TEXT_OPTIONS_ITEM),
        ..__p::Rules::NONE
    };
}
