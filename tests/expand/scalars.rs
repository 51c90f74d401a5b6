//! The expansion of `scalars/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.

use ::bizkit_client::__private as __p;
/// What all calls of Scalars share.
pub static API: __p::ApiInfo = __p::ApiInfo {
    title: "Scalars",
    base_url: "https://scalars.example",
    base_url_env: __p::None,
    docs: __p::None,
    key: __p::Some(__p::KeyInfo {
        name: "token",
        env: __p::None,
        rules: &__tables::TOKEN,
    }),
    errors: &[
        __p::CodeInfo {
            code: "LAB_CLOSED",
            status: __p::Some(503),
            topic: __p::Topic::Server,
            summary: "The laboratory is closed",
            help: __p::Some("Come back tomorrow."),
            link: __p::Some("https://scalars.example/errors/LAB_CLOSED"),
        },
        __p::CodeInfo {
            code: "lab_unknown",
            status: __p::None,
            topic: __p::Topic::Missing,
            summary: "No such laboratory",
            help: __p::None,
            link: __p::None,
        },
    ],
};
/// The error codes that Scalars documents.
///
/// The list grows: a code that this version does not know is kept as it came.
#[derive(
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
#[non_exhaustive]
pub enum ErrorCode {
    /// The laboratory is closed.
    ///
    /// `LAB_CLOSED`, about the server, documented with status 503.
    ///
    /// Come back tomorrow.
    ///
    /// [Documentation of the vendor](https://scalars.example/errors/LAB_CLOSED)
    LabClosed,
    /// No such laboratory.
    ///
    /// `lab_unknown`, about something that does not exist.
    LabUnknown,
    /// A code that is not in this list.
    Unknown(__p::UnknownValue),
}
__p::enum_type!(ErrorCode, open, Unknown, {
    LabClosed = "LAB_CLOSED",
    LabUnknown = "lab_unknown"
});
impl ErrorCode {
    /// The code that the server has answered with, if that is why the call failed.
    pub fn of(error: &__p::Error) -> __p::Option<Self> {
        error.code().map(::core::convert::From::from)
    }
    /// Status, meaning, help and permalink of the code; `None` for an unknown one.
    pub fn info(&self) -> __p::Option<&'static __p::CodeInfo> {
        API.error(self.as_str())
    }
}
#[allow(deprecated, reason = "deprecated items are still described here")]
#[allow(
    clippy::too_many_arguments,
    reason = "an endpoint decides how many values it requires"
)]
pub mod lab {
    /*! Calls of `lab`.

 - [`Measure`]\: Measure one thing*/
    #[allow(unused_imports, reason = "a module of modules names nothing itself")]
    use super::__p;
    /// What was found.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct MeasureReply {
        /// A name in addresses.
        pub slug: super::types::Slug,
        /// `weights`: `Weights`.
        pub weights: super::types::Weights,
        /// An amount with at most two digits behind the point.
        ///
        /// Always there; `None` stands for `null`.
        pub price: __p::Option<super::types::Price>,
        /// How large it is.
        pub size: __p::Option<super::types::Size>,
        /// How far it is.
        pub level: __p::Nullable<super::types::Level>,
        /// `raw`: any JSON.
        pub raw: __p::Option<__p::Json>,
    }
    __p::record!(MeasureReply, [], {
        0 slug "slug" required &__p::PLAIN;
        1 weights "weights" required &super::__tables::LAB_MEASURE_REPLY_WEIGHTS;
        2 price "price" required &__p::PLAIN;
        3 size "size" optional &__p::PLAIN;
        4 level "level" nullable &__p::PLAIN;
        5 raw "raw" optional &__p::PLAIN;
    });
    /// Measure one thing.
    ///
    /// `GET /lab/measure`
    ///
    /// Takes \[a thing\] and \<weighs> it; see <https://scalars.example/help>.
    ///
    /// ```text
    /// not Rust
    /// ```
    ///
    /// Gives [`MeasureReply`].
    ///
    /// # Example
    ///
    /// ```ignore
    /// # async fn example(client: &bizkit_client::Client) -> Result<(), bizkit_client::Error> {
    /// let reply = crate::lab::Measure::new("warm-socks")
    ///     .level(3)
    ///     .price("12.50")
    ///     .ratio(1.0)
    ///     .flag(true)
    ///     .size("m")
    ///     .labels(["a", "b"])
    ///     .host("10.0.0.1")
    ///     .page(2)
    ///     .send(client)
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Besides the errors that every call can give, the server documents:
    ///
    /// - [`LAB_CLOSED`](https://scalars.example/errors/LAB_CLOSED): The laboratory is closed
    #[derive(::core::clone::Clone)]
    #[must_use = "a request does nothing until you `send` it"]
    #[non_exhaustive]
    pub struct Measure {
        /// What to measure.
        ///
        /// At most 64 characters; matches `^[a-z0-9]+(-[a-z0-9]+)*$`.
        ///
        /// White space at both ends is removed. Upper case becomes lower case.
        pub slug: super::types::Slug,
        /// The argument `level`, which [`Self::level`] sets.
        pub level: __p::Option<super::types::Level>,
        /// The argument `price`, which [`Self::price`] sets.
        pub price: __p::Option<super::types::Price>,
        /// The argument `ratio`, which [`Self::ratio`] sets.
        pub ratio: __p::Option<super::types::Ratio>,
        /// The argument `flag`, which [`Self::flag`] sets.
        pub flag: __p::Option<super::types::Flag>,
        /// The argument `size`, which [`Self::size`] sets.
        pub size: __p::Option<super::types::Size>,
        /// The argument `colour`, which [`Self::colour`] sets.
        pub colour: __p::Option<super::types::Colour>,
        /// The argument `labels`, which [`Self::labels`] sets.
        pub labels: __p::Option<super::types::Labels>,
        /// The argument `host`, which [`Self::host`] sets.
        pub host: __p::Option<super::types::Host>,
        /// The argument `page`, which [`Self::page`] sets.
        pub page: __p::Option<i64>,
        /// The argument `step`, which [`Self::step`] sets.
        pub step: __p::Option<i64>,
        /// The argument `since`, which [`Self::since`] sets.
        pub since: __p::Option<__p::String>,
        /// The argument `note`, which [`Self::note`] sets.
        pub note: __p::Option<__p::String>,
    }
    impl Measure {
        /// A call to `lab/measure` with its required arguments:
        ///
        /// - `slug`: What to measure
        pub fn new(slug: impl __p::Arg<super::types::Slug>) -> Self {
            Self {
                slug: __p::Arg::into_arg(slug),
                level: __p::None,
                price: __p::None,
                ratio: __p::None,
                flag: __p::None,
                size: __p::None,
                colour: __p::None,
                labels: __p::None,
                host: __p::None,
                page: __p::None,
                step: __p::None,
                since: __p::None,
                note: __p::None,
            }
        }
        /// How far it is.
        ///
        /// From 1 to 10.
        ///
        /// The server assumes `3` where none is given.
        #[inline]
        pub fn level(mut self, value: impl __p::Arg<super::types::Level>) -> Self {
            self.level = __p::some(value);
            self
        }
        /// An amount with at most two digits behind the point.
        ///
        /// 0 or more; less than 1000000; at most 2 digits behind the point.
        #[inline]
        pub fn price(mut self, value: impl __p::Arg<super::types::Price>) -> Self {
            self.price = __p::some(value);
            self
        }
        /// `ratio`: `Ratio`.
        ///
        /// 0 or more; 1 or less.
        #[inline]
        pub fn ratio(mut self, value: impl __p::Arg<super::types::Ratio>) -> Self {
            self.ratio = __p::some(value);
            self
        }
        /// A truth value that travels as text.
        #[inline]
        pub fn flag(mut self, value: impl __p::Arg<super::types::Flag>) -> Self {
            self.flag = __p::some(value);
            self
        }
        /// How large it is.
        #[inline]
        pub fn size(mut self, value: impl __p::Arg<super::types::Size>) -> Self {
            self.size = __p::some(value);
            self
        }
        /// `colour`: `Colour`.
        #[inline]
        pub fn colour(mut self, value: impl __p::Arg<super::types::Colour>) -> Self {
            self.colour = __p::some(value);
            self
        }
        /// `labels`: `Labels`.
        ///
        /// 1 to 3 elements; no two elements are equal; sent as one text with `,` in between.
        #[inline]
        pub fn labels(mut self, value: impl __p::Arg<super::types::Labels>) -> Self {
            self.labels = __p::some(value);
            self
        }
        /// `host`: `Host`.
        ///
        /// An IPv4 address.
        #[inline]
        pub fn host(mut self, value: impl __p::Arg<super::types::Host>) -> Self {
            self.host = __p::some(value);
            self
        }
        /// `page`: an integer.
        ///
        /// 1 or more.
        ///
        /// The server assumes `1` where none is given.
        #[inline]
        pub fn page(mut self, value: impl __p::Arg<i64>) -> Self {
            self.page = __p::some(value);
            self
        }
        /// `step`: an integer.
        ///
        /// One of 1, 2, 4.
        #[inline]
        pub fn step(mut self, value: impl __p::Arg<i64>) -> Self {
            self.step = __p::some(value);
            self
        }
        /// `since`: text.
        ///
        /// A date and time of RFC 3339 such as `2025-01-10T16:19:40.150Z`.
        #[inline]
        pub fn since(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.since = __p::some(value);
            self
        }
        /// `note`: text.
        ///
        /// 1 to 80 characters.
        #[inline]
        pub fn note(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.note = __p::some(value);
            self
        }
    }
    __p::request!(Measure -> MeasureReply, [], {
        0 slug "slug" required &__p::PLAIN;
        1 level "level" optional &__p::PLAIN;
        2 price "price" optional &__p::PLAIN;
        3 ratio "ratio" optional &__p::PLAIN;
        4 flag "flag" optional &super::__tables::LAB_MEASURE_FLAG;
        5 size "size" optional &__p::PLAIN;
        6 colour "colour" optional &__p::PLAIN;
        7 labels "labels" optional &super::__tables::LAB_MEASURE_LABELS;
        8 host "host" optional &__p::PLAIN;
        9 page "page" optional &super::__tables::LAB_MEASURE_PAGE;
        10 step "step" optional &super::__tables::LAB_MEASURE_STEP;
        11 since "since" optional &super::__tables::LAB_MEASURE_SINCE;
        12 note "note" optional &super::__tables::LAB_MEASURE_NOTE;
    });
    impl __p::Endpoint for Measure {
        type Reply = MeasureReply;
        type Failure = __p::Never;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "lab/measure",
            method: __p::Method::Get,
            base_url: __p::None,
            path: &[__p::Segment::Literal("/lab/measure")],
            key: __p::Some(super::__tables::KEY_USE),
            retry: __p::RetryClass::Safe,
            timeout: __p::None,
            rate_limit: __p::None,
            parameters: &[
                __p::Place::Query,
                __p::Place::Query,
                __p::Place::Query,
                __p::Place::Query,
                __p::Place::Query,
                __p::Place::Query,
                __p::Place::Query,
                __p::Place::Query,
                __p::Place::Query,
                __p::Place::Query,
                __p::Place::Query,
                __p::Place::Query,
                __p::Place::Query,
            ],
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
                __p::Some(0) => answer.json(&__p::PLAIN).map(__p::Outcome::Done),
                _ => answer.unexpected(),
            }
        }
    }
    __p::serve!(
        Measure, | outcome | match outcome { __p::Outcome::Done(value) =>
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
    /// No call takes or gives it yet.
    ///
    /// Matches `^(LIVE|TEST)[a-z0-9]{8}$`.
    ///
    /// Example: `LIVEabcd1234`.
    ///
    /// A secret: `Debug` never shows it, and its memory is cleared when it is dropped.
    pub type Token = __p::SecretText<TokenText>;
    #[doc(hidden)]
    #[allow(missing_debug_implementations, reason = "it has no values")]
    pub enum TokenText {}
    impl __p::TextKind for TokenText {
        type Form = __p::form::Any;
        const INFO: &'static __p::TextInfo = &__p::TextInfo {
            name: "Token",
            rules: &super::__tables::TOKEN,
            misuse: "`Token` must be: matches `^(LIVE|TEST)[a-z0-9]{8}$`",
        };
    }
    /// What a key is for, told by the text that it begins with.
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::fmt::Debug
    )]
    #[non_exhaustive]
    pub enum TokenKind {
        /// Counts (begins with `LIVE`)
        Live,
        /// The key begins with `TEST`.
        Trial,
    }
    impl __p::KeyText for TokenText {
        type Kinds = TokenKind;
        const PREFIXES: &'static [(&'static str, TokenKind)] = &[
            ("LIVE", TokenKind::Live),
            ("TEST", TokenKind::Trial),
        ];
    }
    /// A name in addresses.
    ///
    /// At most 64 characters; matches `^[a-z0-9]+(-[a-z0-9]+)*$`.
    ///
    /// White space at both ends is removed. Upper case becomes lower case.
    ///
    /// Example: `warm-socks`.
    ///
    /// Text of your own is checked when it is parsed or sent; text that the server sent is kept as it came.
    pub type Slug = __p::PlainText<SlugText>;
    #[doc(hidden)]
    #[allow(missing_debug_implementations, reason = "it has no values")]
    pub enum SlugText {}
    impl __p::TextKind for SlugText {
        type Form = __p::form::Any;
        const INFO: &'static __p::TextInfo = &__p::TextInfo {
            name: "Slug",
            rules: &super::__tables::SLUG,
            misuse: "`Slug` must be: at most 64 characters; matches `^[a-z0-9]+(-[a-z0-9]+)*$`",
        };
    }
    /// `host` in a call to `lab/measure`.
    ///
    /// An IPv4 address.
    ///
    /// Text is checked when it is parsed or sent.
    pub type Host = __p::PlainText<HostText>;
    #[doc(hidden)]
    #[allow(missing_debug_implementations, reason = "it has no values")]
    pub enum HostText {}
    impl __p::TextKind for HostText {
        type Form = __p::form::Ipv4;
        const INFO: &'static __p::TextInfo = &__p::TextInfo {
            name: "Host",
            rules: &super::__tables::HOST,
            misuse: "`Host` must be: an IPv4 address",
        };
    }
    /// An amount with at most two digits behind the point.
    ///
    /// 0 or more; less than 1000000; at most 2 digits behind the point.
    ///
    /// Example: `12.50`.
    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::PartialOrd,
        ::core::cmp::Eq,
        ::core::cmp::Ord,
        ::core::hash::Hash
    )]
    pub struct Price(__p::Decimal);
    __p::number_type!(
        Price, __p::Decimal, super::__tables::PRICE,
        "0 or more; less than 1000000; at most 2 digits behind the point"
    );
    /// How far it is.
    ///
    /// From 1 to 10.
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::PartialOrd,
        ::core::cmp::Eq,
        ::core::cmp::Ord,
        ::core::hash::Hash
    )]
    pub struct Level(i64);
    __p::number_type!(Level, i64, super::__tables::LEVEL, "from 1 to 10");
    /// `ratio` in a call to `lab/measure`.
    ///
    /// 0 or more; 1 or less.
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::PartialOrd,
    )]
    pub struct Ratio(f64);
    __p::number_type!(Ratio, f64, super::__tables::RATIO, "0 or more; 1 or less");
    /// A truth value that travels as text.
    pub type Flag = bool;
    /// How large it is.
    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord
    )]
    #[non_exhaustive]
    pub enum Size {
        /// Small (`s`)
        S,
        /// The usual one (`m`)
        Medium,
        /// `x-l`
        ExtraLarge,
        /// Nobody knows (`unknown`)
        Unknown,
        /// A value that this version does not know; only replies hold one.
        Unrecognized(__p::UnknownValue),
    }
    __p::enum_type!(Size, closed, Unrecognized, {
        S = "s",
        Medium = "m",
        ExtraLarge = "x-l",
        Unknown = "unknown"
    });
    /// `colour` in a call to `lab/measure`.
    #[deprecated(note = "Use a picture.")]
    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord
    )]
    #[non_exhaustive]
    pub enum Colour {
        /// `red`
        Red,
        /// `green`
        Green,
        /// Another value; the list is not complete.
        Unknown(__p::UnknownValue),
    }
    __p::enum_type!(Colour, open, Unknown, {
        Red = "red",
        Green = "green"
    });
    /// `labels` in a call to `lab/measure`.
    ///
    /// 1 to 3 elements; no two elements are equal; sent as one text with `,` in between.
    pub type Labels = __p::Vec<Slug>;
    /// `weights` in the reply of `lab/measure`.
    ///
    /// At most 20 entries.
    pub type Weights = __p::BTreeMap<__p::String, Ratio>;
}
#[allow(dead_code, reason = "a module that is switched off leaves its tables behind")]
mod __tables {
    use super::__p;
    static BYTES: __p::ByteSet = __p::ByteSet::new(&[(b'0', b'9'), (b'a', b'z')]);
    static TOKEN_PATTERN: __p::Pattern = __p::Pattern {
        source: "^(LIVE|TEST)[a-z0-9]{8}$",
        program: __p::Program::Line(__p::Line {
            min: 12,
            max: 12,
            parts: &[__p::Part::Literals(&[b"LIVE", b"TEST"]), __p::Part::Run(&BYTES, 8)],
        }),
    };
    pub(super) static TOKEN: __p::Rules = __p::Rules {
        pattern: __p::Some(&TOKEN_PATTERN),
        sensitive: true,
        example: __p::Some("LIVEabcd1234"),
        ..__p::Rules::NONE
    };
    static SLUG_PATTERN: __p::Pattern = __p::Pattern {
        source: "^[a-z0-9]+(-[a-z0-9]+)*$",
        program: __p::Program::Automaton(__p::Automaton {
            min: 1,
            max: usize::MAX,
            columns: &__p::columns(&[(b'-', b'-', 1), (b'0', b'9', 2), (b'a', b'z', 2)]),
            width: 3,
            next: &[0, 0, 0, 0, 0, 6, 0, 3, 6],
            accept: &[false, false, true],
            start: 3,
            sure: 0,
        }),
    };
    pub(super) static SLUG: __p::Rules = __p::Rules {
        max_length: 64,
        pattern: __p::Some(&SLUG_PATTERN),
        normalize: &[__p::Normalize::Trim, __p::Normalize::Lowercase],
        example: __p::Some("warm-socks"),
        ..__p::Rules::NONE
    };
    pub(super) static HOST: __p::Rules = __p::Rules {
        format: __p::Some(__p::Format::Ipv4),
        ..__p::Rules::NONE
    };
    pub(super) static PRICE: __p::Rules = __p::Rules {
        minimum: __p::Some(__p::Bound {
            value: "0",
            exclusive: false,
        }),
        maximum: __p::Some(__p::Bound {
            value: "1000000",
            exclusive: true,
        }),
        max_scale: __p::Some(2u32),
        ..__p::Rules::NONE
    };
    pub(super) static LEVEL: __p::Rules = __p::Rules {
        minimum: __p::Some(__p::Bound {
            value: "1",
            exclusive: false,
        }),
        maximum: __p::Some(__p::Bound {
            value: "10",
            exclusive: false,
        }),
        ..__p::Rules::NONE
    };
    pub(super) static RATIO: __p::Rules = __p::Rules {
        minimum: __p::Some(__p::Bound {
            value: "0",
            exclusive: false,
        }),
        maximum: __p::Some(__p::Bound {
            value: "1",
            exclusive: false,
        }),
        ..__p::Rules::NONE
    };
    pub(super) static LAB_MEASURE_REPLY_WEIGHTS: __p::Rules = __p::Rules {
        max_properties: 20,
        ..__p::Rules::NONE
    };
    pub(super) static LAB_MEASURE_FLAG: __p::Rules = __p::Rules {
        as_string: true,
        ..__p::Rules::NONE
    };
    pub(super) static LAB_MEASURE_LABELS: __p::Rules = __p::Rules {
        min_items: 1,
        max_items: 3,
        unique: true,
        delimiter: __p::Some(','),
        ..__p::Rules::NONE
    };
    pub(super) static LAB_MEASURE_PAGE: __p::Rules = __p::Rules {
        minimum: __p::Some(__p::Bound {
            value: "1",
            exclusive: false,
        }),
        as_string: true,
        ..__p::Rules::NONE
    };
    pub(super) static LAB_MEASURE_STEP: __p::Rules = __p::Rules {
        allowed: &[1i64, 2i64, 4i64],
        ..__p::Rules::NONE
    };
    pub(super) static LAB_MEASURE_SINCE: __p::Rules = __p::Rules {
        format: __p::Some(__p::Format::DateTime),
        ..__p::Rules::NONE
    };
    pub(super) static LAB_MEASURE_NOTE: __p::Rules = __p::Rules {
        min_length: 1,
        max_length: 80,
        sensitive: true,
        ..__p::Rules::NONE
    };
    pub(super) const KEY_USE: __p::KeyUse = __p::KeyUse {
        name: "token",
        places: &[__p::KeyPlace::Header],
    };
}
