//! The expansion of `scalars/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.

use ::bizkit_client::__private as __p;
/// What all calls of Scalars share.
pub static API: __p::ApiInfo = __p::ApiInfo {
    title: "Scalars",
    base_url: "https://scalars.example",
    base_url_env: ::core::option::Option::None,
    docs: ::core::option::Option::None,
    key: ::core::option::Option::Some(__p::KeyInfo {
        name: "token",
        env: ::core::option::Option::None,
        rules: &__tables::TOKEN,
    }),
    errors: &[
        __p::CodeInfo {
            code: "LAB_CLOSED",
            status: ::core::option::Option::Some(503),
            topic: __p::Topic::Server,
            summary: "The laboratory is closed",
            help: ::core::option::Option::Some("Come back tomorrow."),
            link: ::core::option::Option::Some(
                "https://scalars.example/errors/LAB_CLOSED",
            ),
        },
        __p::CodeInfo {
            code: "lab_unknown",
            status: ::core::option::Option::None,
            topic: __p::Topic::Missing,
            summary: "No such laboratory",
            help: ::core::option::Option::None,
            link: ::core::option::Option::None,
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
    pub fn of(error: &__p::Error) -> ::core::option::Option<Self> {
        error.code().map(::core::convert::From::from)
    }
    /// Status, meaning, help and permalink of the code; `None` for an unknown one.
    pub fn info(&self) -> ::core::option::Option<&'static __p::CodeInfo> {
        API.error(self.as_str())
    }
}
/// Calls of `lab`.
///
/// - [`Measure`]: Measure one thing
#[allow(deprecated, reason = "deprecated items are still described here")]
#[allow(
    clippy::too_many_arguments,
    reason = "an endpoint decides how many values it requires"
)]
pub mod lab {
    #[allow(unused_imports, reason = "a module of modules names nothing itself")]
    use super::__p;
    /// What was found.
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
    #[non_exhaustive]
    pub struct MeasureReply {
        /// A name in addresses.
        pub slug: super::types::Slug,
        /// The field `weights`.
        pub weights: super::types::Weights,
        /// An amount with at most two digits behind the point.
        ///
        /// Always there; `None` stands for `null`.
        pub price: ::core::option::Option<super::types::Price>,
        /// How large it is.
        pub size: ::core::option::Option<super::types::Size>,
        /// How far it is.
        pub level: __p::Nullable<super::types::Level>,
        /// The field `raw`.
        pub raw: ::core::option::Option<__p::Json>,
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
    /// Takes \[a thing] and \<weighs> it; see <https://scalars.example/help>.
    ///
    /// ```text
    /// not Rust
    /// ```
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
    /// Besides those of every call, the server documents:
    ///
    /// - [`LAB_CLOSED`](https://scalars.example/errors/LAB_CLOSED): The laboratory is closed
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
    #[must_use = "a request does nothing until you `send` it"]
    pub struct Measure {
        slug: super::types::Slug,
        level: ::core::option::Option<super::types::Level>,
        price: ::core::option::Option<super::types::Price>,
        ratio: ::core::option::Option<super::types::Ratio>,
        flag: ::core::option::Option<super::types::Flag>,
        size: ::core::option::Option<super::types::Size>,
        colour: ::core::option::Option<super::types::Colour>,
        labels: ::core::option::Option<super::types::Labels>,
        host: ::core::option::Option<super::types::Host>,
        page: ::core::option::Option<i64>,
        step: ::core::option::Option<i64>,
        since: ::core::option::Option<::std::string::String>,
        note: ::core::option::Option<::std::string::String>,
    }
    impl Measure {
        /// A call of `lab/measure` with what it requires:
        ///
        /// - `slug`: What to measure
        pub fn new(slug: impl __p::Arg<super::types::Slug>) -> Self {
            Self {
                slug: __p::Arg::into_arg(slug),
                level: ::core::option::Option::None,
                price: ::core::option::Option::None,
                ratio: ::core::option::Option::None,
                flag: ::core::option::Option::None,
                size: ::core::option::Option::None,
                colour: ::core::option::Option::None,
                labels: ::core::option::Option::None,
                host: ::core::option::Option::None,
                page: ::core::option::Option::None,
                step: ::core::option::Option::None,
                since: ::core::option::Option::None,
                note: ::core::option::Option::None,
            }
        }
        /// How far it is.
        ///
        /// From 1 to 10.
        ///
        /// The server takes `3` when it is absent.
        pub fn level(mut self, value: impl __p::Arg<super::types::Level>) -> Self {
            self.level = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// An amount with at most two digits behind the point.
        ///
        /// 0 or more; less than 1000000; at most 2 digits behind the point.
        pub fn price(mut self, value: impl __p::Arg<super::types::Price>) -> Self {
            self.price = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `ratio`.
        ///
        /// 0 or more; 1 or less.
        pub fn ratio(mut self, value: impl __p::Arg<super::types::Ratio>) -> Self {
            self.ratio = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// A truth value that travels as text.
        pub fn flag(mut self, value: impl __p::Arg<super::types::Flag>) -> Self {
            self.flag = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// How large it is.
        pub fn size(mut self, value: impl __p::Arg<super::types::Size>) -> Self {
            self.size = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `colour`.
        pub fn colour(mut self, value: impl __p::Arg<super::types::Colour>) -> Self {
            self.colour = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `labels`.
        ///
        /// 1 to 3 elements; no two elements are equal; sent as one text with `,` in between.
        pub fn labels(mut self, value: impl __p::Arg<super::types::Labels>) -> Self {
            self.labels = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `host`.
        ///
        /// An IPv4 address.
        pub fn host(mut self, value: impl __p::Arg<super::types::Host>) -> Self {
            self.host = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `page`.
        ///
        /// 1 or more.
        ///
        /// The server takes `1` when it is absent.
        pub fn page(mut self, value: impl __p::Arg<i64>) -> Self {
            self.page = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `step`.
        ///
        /// One of 1, 2, 4.
        pub fn step(mut self, value: impl __p::Arg<i64>) -> Self {
            self.step = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `since`.
        ///
        /// A date and time of RFC 3339 such as `2025-01-10T16:19:40.150Z`.
        pub fn since(mut self, value: impl __p::Arg<::std::string::String>) -> Self {
            self.since = ::core::option::Option::Some(__p::Arg::into_arg(value));
            self
        }
        /// The field `note`.
        ///
        /// 1 to 80 characters.
        pub fn note(mut self, value: impl __p::Arg<::std::string::String>) -> Self {
            self.note = ::core::option::Option::Some(__p::Arg::into_arg(value));
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
    #[automatically_derived]
    impl __p::Endpoint for Measure {
        type Reply = MeasureReply;
        type Failure = __p::Never;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "lab/measure",
            method: __p::Method::Get,
            base_url: ::core::option::Option::None,
            path: &[__p::Segment::Literal("/lab/measure")],
            key: ::core::option::Option::Some(__p::KeyUse {
                name: "token",
                places: &[__p::KeyPlace::Header],
            }),
            retry: __p::RetryClass::Safe,
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
            body: ::core::option::Option::None,
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
    /// The type `Token` of the API.
    ///
    /// Matches `^(LIVE|TEST)[a-z0-9]{8}$`.
    ///
    /// Example: `LIVEabcd1234`.
    ///
    /// A secret: `Debug` never shows it, and its memory is cleared when it is dropped.
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::cmp::Eq)]
    pub struct Token(__p::Secret);
    __p::text_type!(
        Token, Secret, super::__tables::TOKEN, [super::__tables::token],
        "matches `^(LIVE|TEST)[a-z0-9]{8}$`"
    );
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
    impl Token {
        /// What the key is for; `None` where its beginning is not a documented one.
        pub fn kind(&self) -> ::core::option::Option<TokenKind> {
            __p::prefixed(
                self.expose(),
                &[("LIVE", TokenKind::Live), ("TEST", TokenKind::Trial)],
            )
        }
    }
    /// A name in addresses.
    ///
    /// At most 64 characters; matches `^[a-z0-9]+(-[a-z0-9]+)*$`.
    ///
    /// White space at both ends is removed. Capital letters become small.
    ///
    /// Example: `warm-socks`.
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
    pub struct Slug(__p::Text);
    __p::text_type!(
        Slug, Text, super::__tables::SLUG, [super::__tables::slug],
        "at most 64 characters; matches `^[a-z0-9]+(-[a-z0-9]+)*$`"
    );
    /// The type `Host` of the API.
    ///
    /// An IPv4 address.
    ///
    /// Text is checked when it is parsed or sent.
    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord
    )]
    pub struct Host(__p::Text);
    __p::text_type!(Host, Text, super::__tables::HOST, [], "an IPv4 address");
    __p::from_ip!(Host : Ipv4Addr);
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
    /// The type `Ratio` of the API.
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
    /// The type `Colour` of the API.
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
    /// The type `Labels` of the API.
    ///
    /// 1 to 3 elements; no two elements are equal; sent as one text with `,` in between.
    pub type Labels = ::std::vec::Vec<Slug>;
    /// The type `Weights` of the API.
    ///
    /// At most 20 entries.
    pub type Weights = ::std::collections::BTreeMap<::std::string::String, Ratio>;
}
#[allow(dead_code, reason = "a module that is switched off leaves its tables behind")]
mod __tables {
    use super::__p;
    static BYTES: [u8; 256] = __p::byte_classes(
        &[0x7ff_fffe_0000_0000_03ff_0000_0000_0000],
    );
    /// `^(LIVE|TEST)[a-z0-9]{8}$`
    pub(super) const fn token(text: &str) -> bool {
        let bytes = text.as_bytes();
        bytes.len() == 12
            && (__p::equal(bytes, 0, b"LIVE") || __p::equal(bytes, 0, b"TEST"))
            && __p::all_in(bytes, 4, 12, &BYTES, 1)
    }
    pub(super) static TOKEN: __p::Rules = __p::Rules {
        pattern: ::core::option::Option::Some(__p::Pattern {
            source: "^(LIVE|TEST)[a-z0-9]{8}$",
            is_match: token,
        }),
        sensitive: true,
        example: ::core::option::Option::Some("LIVEabcd1234"),
        ..__p::Rules::NONE
    };
    /// `^[a-z0-9]+(-[a-z0-9]+)*$`
    pub(super) const fn slug(text: &str) -> bool {
        static AUTOMATON: __p::Automaton = __p::Automaton {
            columns: &__p::columns(&[(b'-', b'-', 1), (b'0', b'9', 2), (b'a', b'z', 2)]),
            width: 3,
            next: &[0, 0, 0, 0, 0, 6, 0, 3, 6],
            accept: &[false, false, true],
            start: 3,
            sure: 0,
        };
        let bytes = text.as_bytes();
        !bytes.is_empty() && AUTOMATON.is_match(text)
    }
    pub(super) static SLUG: __p::Rules = __p::Rules {
        max_length: 64,
        pattern: ::core::option::Option::Some(__p::Pattern {
            source: "^[a-z0-9]+(-[a-z0-9]+)*$",
            is_match: slug,
        }),
        normalize: &[__p::Normalize::Trim, __p::Normalize::Lowercase],
        example: ::core::option::Option::Some("warm-socks"),
        ..__p::Rules::NONE
    };
    pub(super) static HOST: __p::Rules = __p::Rules {
        format: ::core::option::Option::Some(__p::Format::Ipv4),
        ..__p::Rules::NONE
    };
    pub(super) static PRICE: __p::Rules = __p::Rules {
        minimum: ::core::option::Option::Some(__p::Bound {
            value: "0",
            exclusive: false,
        }),
        maximum: ::core::option::Option::Some(__p::Bound {
            value: "1000000",
            exclusive: true,
        }),
        max_scale: ::core::option::Option::Some(2u32),
        ..__p::Rules::NONE
    };
    pub(super) static LEVEL: __p::Rules = __p::Rules {
        minimum: ::core::option::Option::Some(__p::Bound {
            value: "1",
            exclusive: false,
        }),
        maximum: ::core::option::Option::Some(__p::Bound {
            value: "10",
            exclusive: false,
        }),
        ..__p::Rules::NONE
    };
    pub(super) static RATIO: __p::Rules = __p::Rules {
        minimum: ::core::option::Option::Some(__p::Bound {
            value: "0",
            exclusive: false,
        }),
        maximum: ::core::option::Option::Some(__p::Bound {
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
        delimiter: ::core::option::Option::Some(','),
        ..__p::Rules::NONE
    };
    pub(super) static LAB_MEASURE_PAGE: __p::Rules = __p::Rules {
        minimum: ::core::option::Option::Some(__p::Bound {
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
        format: ::core::option::Option::Some(__p::Format::DateTime),
        ..__p::Rules::NONE
    };
    pub(super) static LAB_MEASURE_NOTE: __p::Rules = __p::Rules {
        min_length: 1,
        max_length: 80,
        sensitive: true,
        ..__p::Rules::NONE
    };
}
