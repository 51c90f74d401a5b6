//! The expansion of `names/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.

use ::bizkit_client::__private as __p;
/// What all calls of Names share.
pub static API: __p::ApiInfo = __p::ApiInfo {
    title: "Names",
    base_url: "https://names.example",
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
pub mod r#loop {
    /*! Calls of `loop`.

 - [`Match`]\: Use every name that Rust has a use for*/
    #[allow(unused_imports, reason = "a module of modules names nothing itself")]
    use super::__p;
    /// What the reply of `loop/match` holds.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct MatchReply {
        /// `crate`: text.
        pub crate_: __p::Option<__p::String>,
        /// `super`: `String`.
        pub super_: __p::Option<super::types::String>,
        /// `fn`: `Option`.
        pub r#fn: __p::Option<super::types::Option>,
    }
    __p::record!(MatchReply, [], {
        0 crate_ "crate" optional &__p::PLAIN;
        1 super_ "super" optional &__p::PLAIN;
        2 r#fn "fn" optional &__p::PLAIN;
    });
    /// Use every name that Rust has a use for.
    ///
    /// `POST /loop/match`
    ///
    /// Gives [`MatchReply`].
    #[derive(::core::clone::Clone)]
    #[must_use = "a request does nothing until you `send` it"]
    #[non_exhaustive]
    pub struct Match {
        /// `from`: text.
        pub from: __p::String,
        /// `to`: `Option`.
        pub to: super::types::Option,
        /// `type`: `Result`.
        pub r#type: super::types::Result,
        /// `self`: text.
        pub self_: __p::String,
        /// The argument `async`, which [`Self::async`] sets.
        pub r#async: __p::Option<__p::String>,
        /// The argument `client`, which [`Self::client`] sets.
        pub client: __p::Option<__p::String>,
        /// The argument `result`, which [`Self::result`] sets.
        pub result: __p::Option<__p::String>,
        /// The argument `value`, which [`Self::value`] sets.
        pub value: __p::Option<__p::String>,
        /// The argument `new`, which [`Self::new_`] sets.
        pub new: __p::Option<__p::String>,
        /// The argument `check`, which [`Self::check_`] sets.
        pub check: __p::Option<__p::String>,
        /// The argument `send`, which [`Self::send_`] sets.
        pub send: __p::Nullable<__p::String>,
        /// The argument `clearSend`, which [`Self::clear_send`] sets.
        pub clear_send: __p::Option<__p::String>,
        /// The argument `failure`, which [`Self::failure_`] sets.
        pub failure: __p::Option<__p::String>,
        /// The argument `answer`, which [`Self::answer`] sets.
        pub answer: __p::Option<__p::String>,
        /// The argument `reader`, which [`Self::reader`] sets.
        pub reader: __p::Option<__p::String>,
        /// The argument `text`, which [`Self::text`] sets.
        pub text: __p::Option<__p::String>,
    }
    impl Match {
        /// A call to `loop/match` with its required arguments:
        ///
        /// - `from`
        /// - `to`
        /// - `type`
        /// - `self_`
        pub fn new(
            from: impl __p::Arg<__p::String>,
            to: impl __p::Arg<super::types::Option>,
            r#type: impl __p::Arg<super::types::Result>,
            self_: impl __p::Arg<__p::String>,
        ) -> Self {
            Self {
                from: __p::Arg::into_arg(from),
                to: __p::Arg::into_arg(to),
                r#type: __p::Arg::into_arg(r#type),
                self_: __p::Arg::into_arg(self_),
                r#async: __p::None,
                client: __p::None,
                result: __p::None,
                value: __p::None,
                new: __p::None,
                check: __p::None,
                send: __p::Nullable::Absent,
                clear_send: __p::None,
                failure: __p::None,
                answer: __p::None,
                reader: __p::None,
                text: __p::None,
            }
        }
        /// `async`: text.
        #[inline]
        pub fn r#async(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.r#async = __p::some(value);
            self
        }
        /// `client`: text.
        #[inline]
        pub fn client(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.client = __p::some(value);
            self
        }
        /// `result`: text.
        #[inline]
        pub fn result(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.result = __p::some(value);
            self
        }
        /// `value`: text.
        #[inline]
        pub fn value(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.value = __p::some(value);
            self
        }
        /// `new`: text.
        #[inline]
        pub fn new_(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.new = __p::some(value);
            self
        }
        /// `check`: text.
        #[inline]
        pub fn check_(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.check = __p::some(value);
            self
        }
        /// `send`: text.
        #[inline]
        pub fn send_(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.send = __p::Nullable::Value(__p::Arg::into_arg(value));
            self
        }
        /// Sends `null` as `send`.
        pub fn clear_send_(mut self) -> Self {
            self.send = __p::Nullable::Null;
            self
        }
        /// `clearSend`: text.
        #[inline]
        pub fn clear_send(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.clear_send = __p::some(value);
            self
        }
        /// `failure`: text.
        #[inline]
        pub fn failure_(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.failure = __p::some(value);
            self
        }
        /// `answer`: text.
        #[inline]
        pub fn answer(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.answer = __p::some(value);
            self
        }
        /// `reader`: text.
        #[inline]
        pub fn reader(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.reader = __p::some(value);
            self
        }
        /// `text`: text.
        #[inline]
        pub fn text(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.text = __p::some(value);
            self
        }
    }
    __p::request!(Match -> MatchReply, [], {
        0 from "from" required &__p::PLAIN;
        1 to "to" required &__p::PLAIN;
        2 r#type "type" required &__p::PLAIN;
        3 self_ "self" required &__p::PLAIN;
        4 r#async "async" optional &__p::PLAIN;
        5 client "client" optional &__p::PLAIN;
        6 result "result" optional &__p::PLAIN;
        7 value "value" optional &__p::PLAIN;
        8 new "new" optional &__p::PLAIN;
        9 check "check" optional &__p::PLAIN;
        10 send "send" nullable &__p::PLAIN;
        11 clear_send "clearSend" optional &__p::PLAIN;
        12 failure "failure" optional &__p::PLAIN;
        13 answer "answer" optional &__p::PLAIN;
        14 reader "reader" optional &__p::PLAIN;
        15 text "text" optional &__p::PLAIN;
    });
    impl __p::Endpoint for Match {
        type Reply = MatchReply;
        type Failure = __p::Never;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "loop/match",
            method: __p::Method::Post,
            base_url: __p::None,
            path: &[__p::Segment::Literal("/loop/match")],
            key: __p::None,
            retry: __p::RetryClass::Never,
            timeout: __p::None,
            rate_limit: __p::None,
            parameters: &[
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
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
        Match, | outcome | match outcome { __p::Outcome::Done(value) =>
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
    /// `to.type` in a call to `loop/match`.
    ///
    /// Text of your own is checked when it is parsed or sent; text that the server sent is kept as it came.
    pub type Self_ = __p::PlainText<SelfTextText>;
    #[doc(hidden)]
    #[allow(missing_debug_implementations, reason = "it has no values")]
    pub enum SelfTextText {}
    impl __p::TextKind for SelfTextText {
        type Form = __p::form::Any;
        const INFO: &'static __p::TextInfo = &__p::TextInfo {
            name: "Self_",
            rules: &__p::PLAIN,
            misuse: "`Self_` must be: any text",
        };
    }
    /// `to.text` in a call to `loop/match`.
    ///
    /// Text of your own is checked when it is parsed or sent; text that the server sent is kept as it came.
    pub type SelfText = __p::PlainText<SelfTextTextText>;
    #[doc(hidden)]
    #[allow(missing_debug_implementations, reason = "it has no values")]
    pub enum SelfTextTextText {}
    impl __p::TextKind for SelfTextTextText {
        type Form = __p::form::Any;
        const INFO: &'static __p::TextInfo = &__p::TextInfo {
            name: "SelfText",
            rules: &__p::PLAIN,
            misuse: "`SelfText` must be: any text",
        };
    }
    /// `to` in a call to `loop/match`.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct Option {
        /// `type`: `Self`.
        pub r#type: __p::Option<Self_>,
        /// `self`: `Box`.
        pub self_: Box,
        /// `text`: `SelfText`.
        pub text: __p::Option<SelfText>,
    }
    impl Option {
        /// Creates the value with its required members.
        pub fn new(self_: impl __p::Arg<Box>) -> Self {
            Self {
                r#type: __p::None,
                self_: __p::Arg::into_arg(self_),
                text: __p::None,
            }
        }
        /// Sets `type`.
        #[must_use]
        #[inline]
        pub fn with_type(mut self, value: impl __p::Arg<Self_>) -> Self {
            self.r#type = __p::some(value);
            self
        }
        /// Sets `text`.
        #[must_use]
        #[inline]
        pub fn with_text(mut self, value: impl __p::Arg<SelfText>) -> Self {
            self.text = __p::some(value);
            self
        }
    }
    __p::record!(Option, [], {
        0 r#type "type" optional &__p::PLAIN;
        1 self_ "self" required &__p::PLAIN;
        2 text "text" optional &__p::PLAIN;
    });
    /// `to.self` in a call to `loop/match`.
    #[derive(::core::clone::Clone, ::core::default::Default)]
    #[non_exhaustive]
    pub struct Box {
        /// `vec`: a list of texts.
        pub vec: __p::Option<__p::Vec<__p::String>>,
        /// `string`: `String`.
        pub string: __p::Option<String>,
    }
    impl Box {
        /// Creates the value with nothing set.
        pub fn new() -> Self {
            Self {
                vec: __p::None,
                string: __p::None,
            }
        }
        /// Sets `vec`.
        #[must_use]
        #[inline]
        pub fn with_vec(mut self, value: impl __p::Arg<__p::Vec<__p::String>>) -> Self {
            self.vec = __p::some(value);
            self
        }
        /// Sets `string`.
        #[must_use]
        #[inline]
        pub fn with_string(mut self, value: impl __p::Arg<String>) -> Self {
            self.string = __p::some(value);
            self
        }
    }
    __p::record!(Box, [], {
        0 vec "vec" optional &__p::PLAIN;
        1 string "string" optional &__p::PLAIN;
    });
    /// `super` in the reply of `loop/match`.
    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord
    )]
    #[non_exhaustive]
    pub enum String {
        /// `none`
        None,
        /// `some`
        Some,
        /// `ok`
        Ok,
        /// `err`
        Err,
        /// `self`
        Self_,
        /// `unknown`
        Unknown,
        /// A value that this version does not know; only replies hold one.
        Unrecognized(__p::UnknownValue),
    }
    __p::enum_type!(String, closed, Unrecognized, {
        None = "none",
        Some = "some",
        Ok = "ok",
        Err = "err",
        Self_ = "self",
        Unknown = "unknown"
    });
    /// `type` in a call to `loop/match`.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub enum Result {
        /// A string.
        String(__p::String),
        /// A boolean.
        Boolean(bool),
    }
    impl __p::Value for Result {
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
                    Self::Boolean(value) => {
                        __p::Branch::new(
                            "Boolean",
                            __p::None,
                            __p::Some(value),
                            &__p::PLAIN,
                        )
                    }
                },
            )
        }
    }
    impl __p::Decode for Result {
        fn decode(
            reader: &mut __p::Reader<'_>,
            _: &'static __p::Rules,
        ) -> __p::Result<Self, __p::Fault> {
            match reader.kind()? {
                __p::JsonKind::String => reader.branch(Self::String, &__p::PLAIN),
                __p::JsonKind::Boolean => reader.branch(Self::Boolean, &__p::PLAIN),
                _ => reader.wrong_kind("a string or a boolean"),
            }
        }
    }
    __p::union_type!(Result);
    impl ::core::convert::From<__p::String> for Result {
        fn from(value: __p::String) -> Self {
            Self::String(value)
        }
    }
    impl __p::FromText for Result {
        fn from_text(value: __p::String) -> Self {
            ::core::convert::From::from(value)
        }
    }
    impl ::core::convert::From<bool> for Result {
        fn from(value: bool) -> Self {
            Self::Boolean(value)
        }
    }
    impl __p::Arg<Result> for bool {
        fn into_arg(self) -> Result {
            ::core::convert::From::from(self)
        }
    }
}
