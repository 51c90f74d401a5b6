//! The expansion of `names/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.

use ::bizkit_client::__private as __p;
/// What all calls of Names share.
pub static API: __p::ApiInfo = __p::ApiInfo {
    title: "Names",
    base_url: "https://names.example",
    base_url_env: ::core::option::Option::None,
    docs: ::core::option::Option::None,
    key: ::core::option::Option::None,
    errors: &[],
};
/// Calls of `loop`.
///
/// - [`Match`]: Use every name that Rust has a use for
#[allow(deprecated, reason = "deprecated items are still described here")]
#[allow(
    clippy::too_many_arguments,
    reason = "an endpoint decides how many values it requires"
)]
pub mod r#loop {
    #[allow(unused_imports, reason = "a module of modules names nothing itself")]
    use super::__p;
    /// The type `MatchReply` of the API.
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
    #[non_exhaustive]
    pub struct MatchReply {
        /// The field `crate`.
        pub crate_: ::core::option::Option<::std::string::String>,
        /// The field `super`.
        pub super_: ::core::option::Option<super::types::String>,
        /// The field `fn`.
        pub r#fn: ::core::option::Option<super::types::Option>,
    }
    __p::record!(MatchReply, [], {
        0 crate_ "crate" optional &__p::PLAIN;
        1 super_ "super" optional &__p::PLAIN;
        2 r#fn "fn" optional &__p::PLAIN;
    });
    /// Use every name that Rust has a use for.
    ///
    /// `POST /loop/match`
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
    #[must_use = "a request does nothing until you `send` it"]
    pub struct Match {
        from: ::std::string::String,
        to: super::types::Option,
        r#type: super::types::Result,
        self_: ::std::string::String,
        r#async: ::core::option::Option<::std::string::String>,
        client: ::core::option::Option<::std::string::String>,
        result: ::core::option::Option<::std::string::String>,
        value: ::core::option::Option<::std::string::String>,
        new: ::core::option::Option<::std::string::String>,
        check: ::core::option::Option<::std::string::String>,
        send: __p::Nullable<::std::string::String>,
        clear_send: ::core::option::Option<::std::string::String>,
        failure: ::core::option::Option<::std::string::String>,
        answer: ::core::option::Option<::std::string::String>,
        reader: ::core::option::Option<::std::string::String>,
        text: ::core::option::Option<::std::string::String>,
    }
    impl Match {
        /// A call of `loop/match` with what it requires:
        ///
        /// - `from`
        /// - `to`
        /// - `type`
        /// - `self_`
        pub fn new(
            from: impl __p::Arg<::std::string::String>,
            to: impl __p::Arg<super::types::Option>,
            r#type: impl __p::Arg<super::types::Result>,
            self_: impl __p::Arg<::std::string::String>,
        ) -> Self {
            Self {
                from: __p::Arg::into_arg(from),
                to: __p::Arg::into_arg(to),
                r#type: __p::Arg::into_arg(r#type),
                self_: __p::Arg::into_arg(self_),
                r#async: ::core::option::Option::None,
                client: ::core::option::Option::None,
                result: ::core::option::Option::None,
                value: ::core::option::Option::None,
                new: ::core::option::Option::None,
                check: ::core::option::Option::None,
                send: __p::Nullable::Absent,
                clear_send: ::core::option::Option::None,
                failure: ::core::option::Option::None,
                answer: ::core::option::Option::None,
                reader: ::core::option::Option::None,
                text: ::core::option::Option::None,
            }
        }
        /// The field `async`.
        pub fn r#async(mut self, value: impl __p::Arg<::std::string::String>) -> Self {
            self.r#async = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `client`.
        pub fn client(mut self, value: impl __p::Arg<::std::string::String>) -> Self {
            self.client = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `result`.
        pub fn result(mut self, value: impl __p::Arg<::std::string::String>) -> Self {
            self.result = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `value`.
        pub fn value(mut self, value: impl __p::Arg<::std::string::String>) -> Self {
            self.value = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `new`.
        pub fn new_(mut self, value: impl __p::Arg<::std::string::String>) -> Self {
            self.new = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `check`.
        pub fn check_(mut self, value: impl __p::Arg<::std::string::String>) -> Self {
            self.check = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `send`.
        pub fn send_(mut self, value: impl __p::Arg<::std::string::String>) -> Self {
            self.send = __p::Nullable::Value(__p::Arg::into_arg(value));
            self
        }
        /// Sends `null` as `send`.
        pub fn clear_send_(mut self) -> Self {
            self.send = __p::Nullable::Null;
            self
        }
        /// The field `clearSend`.
        pub fn clear_send(
            mut self,
            value: impl __p::Arg<::std::string::String>,
        ) -> Self {
            self.clear_send = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `failure`.
        pub fn failure_(mut self, value: impl __p::Arg<::std::string::String>) -> Self {
            self.failure = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `answer`.
        pub fn answer(mut self, value: impl __p::Arg<::std::string::String>) -> Self {
            self.answer = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `reader`.
        pub fn reader(mut self, value: impl __p::Arg<::std::string::String>) -> Self {
            self.reader = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `text`.
        pub fn text(mut self, value: impl __p::Arg<::std::string::String>) -> Self {
            self.text = ::core::option::Option::Some(__p::Arg::into_arg(value));
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
    #[automatically_derived]
    impl __p::Endpoint for Match {
        type Reply = MatchReply;
        type Failure = __p::Never;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "loop/match",
            method: __p::Method::Post,
            base_url: ::core::option::Option::None,
            path: &[__p::Segment::Literal("/loop/match")],
            key: ::core::option::Option::None,
            retry: __p::RetryClass::Never,
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
            body: ::core::option::Option::Some(__p::BodyInfo {
                content_type: "application/json",
                form: __p::BodyForm::Json,
            }),
            accept: "application/json",
            link: ::core::option::Option::None,
        };
        fn decode(
            answer: &__p::Answer<'_>,
        ) -> ::core::result::Result<
            __p::Outcome<Self::Reply, Self::Failure>,
            __p::Fault,
        > {
            match answer.status() {
                ..400 => answer.json(&__p::PLAIN).map(__p::Outcome::Done),
                _ => answer.unexpected(),
            }
        }
    }
}
/// Types that several calls share.
#[allow(deprecated, reason = "deprecated items are still described here")]
#[allow(
    clippy::too_many_arguments,
    reason = "an endpoint decides how many values it requires"
)]
pub mod types {
    #[allow(unused_imports, reason = "a module of modules names nothing itself")]
    use super::__p;
    /// The type `Self` of the API.
    ///
    /// Text of your own is checked when it is parsed or sent; text that the server sent is kept as it came.
    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord
    )]
    pub struct Self_(__p::Text);
    __p::text_type!(Self_, Text, __p::PLAIN, [], "any text");
    /// The type `Option` of the API.
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
    #[non_exhaustive]
    pub struct Option {
        /// The field `type`.
        pub r#type: ::core::option::Option<Self_>,
        /// The field `self`.
        pub self_: Box,
    }
    impl Option {
        /// Starts with what is required.
        pub fn new(self_: impl __p::Arg<Box>) -> Self {
            Self {
                r#type: ::core::option::Option::None,
                self_: __p::Arg::into_arg(self_),
            }
        }
        /// Sets `type`.
        #[must_use]
        pub fn with_type(mut self, value: impl __p::Arg<Self_>) -> Self {
            self.r#type = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
    }
    __p::record!(Option, [], {
        0 r#type "type" optional &__p::PLAIN;
        1 self_ "self" required &__p::PLAIN;
    });
    /// The type `Box` of the API.
    #[derive(::core::clone::Clone, ::core::default::Default, ::core::cmp::PartialEq)]
    #[non_exhaustive]
    pub struct Box {
        /// The field `vec`.
        pub vec: ::core::option::Option<::std::vec::Vec<::std::string::String>>,
        /// The field `string`.
        pub string: ::core::option::Option<String>,
    }
    impl Box {
        /// Starts with nothing set.
        pub fn new() -> Self {
            Self {
                vec: ::core::option::Option::None,
                string: ::core::option::Option::None,
            }
        }
        /// Sets `vec`.
        #[must_use]
        pub fn with_vec(
            mut self,
            value: impl __p::Arg<::std::vec::Vec<::std::string::String>>,
        ) -> Self {
            self.vec = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// Sets `string`.
        #[must_use]
        pub fn with_string(mut self, value: impl __p::Arg<String>) -> Self {
            self.string = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
    }
    __p::record!(Box, [], {
        0 vec "vec" optional &__p::PLAIN;
        1 string "string" optional &__p::PLAIN;
    });
    /// The type `String` of the API.
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
    /// The type `Result` of the API.
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
    #[non_exhaustive]
    pub enum Result {
        /// A string.
        String(::std::string::String),
        /// A boolean.
        Boolean(bool),
    }
    #[automatically_derived]
    impl __p::Union for Result {
        fn branch(&self) -> __p::Branch<'_> {
            match self {
                Self::String(value) => {
                    __p::Branch::new(
                        "String",
                        ::core::option::Option::None,
                        ::core::option::Option::Some(value),
                        &__p::PLAIN,
                    )
                }
                Self::Boolean(value) => {
                    __p::Branch::new(
                        "Boolean",
                        ::core::option::Option::None,
                        ::core::option::Option::Some(value),
                        &__p::PLAIN,
                    )
                }
            }
        }
        fn decode(
            reader: &mut __p::Reader<'_>,
        ) -> ::core::result::Result<Self, __p::Fault> {
            match reader.kind()? {
                __p::JsonKind::String => reader.branch(Self::String, &__p::PLAIN),
                __p::JsonKind::Boolean => reader.branch(Self::Boolean, &__p::PLAIN),
                _ => reader.wrong_kind("a string or a boolean"),
            }
        }
    }
    __p::union_type!(Result);
    #[automatically_derived]
    impl ::core::convert::From<::std::string::String> for Result {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    #[automatically_derived]
    impl __p::FromText for Result {
        fn from_text(value: ::std::string::String) -> Self {
            ::core::convert::From::from(value)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<bool> for Result {
        fn from(value: bool) -> Self {
            Self::Boolean(value)
        }
    }
    #[automatically_derived]
    impl __p::Arg<Result> for bool {
        fn into_arg(self) -> Result {
            ::core::convert::From::from(self)
        }
    }
}
