//! What the macro makes of `customer/detail`, written by hand: proof that the traits and the tables carry it,
//! without a prelude and with odd names of fields.

#![no_implicit_prelude]
#![allow(dead_code, reason = "not every generated method is called here")]
#![allow(unreachable_pub, reason = "generated items are public, this module is not")]

use crate::__private as __p;

pub(super) mod types {
    use super::__p;

    pub(crate) type IdentityId = __p::SecretText<kinds::IdentityId>;
    pub(crate) type CuRefNo = __p::PlainText<kinds::CuRefNo>;
    pub(crate) type ClientIp = __p::PlainText<kinds::ClientIp>;
    pub(crate) type Phone = __p::PlainText<kinds::Phone>;
    pub(crate) type Day = __p::PlainText<kinds::Day>;

    pub(crate) mod kinds {
        use super::__p;
        use crate::value::tests::detail::tables;

        pub(crate) enum IdentityId {}
        impl __p::TextKind for IdentityId {
            type Form = __p::form::Any;
            const INFO: &'static __p::TextInfo = &__p::TextInfo {
                name: "IdentityId",
                rules: &tables::IDENTITY_ID,
                misuse: "`IdentityId` must be: exactly 32 characters; matches `^[A-Za-z0-9]+$`",
            };
        }

        pub(crate) enum CuRefNo {}
        impl __p::TextKind for CuRefNo {
            type Form = __p::form::Any;
            const INFO: &'static __p::TextInfo = &__p::TextInfo {
                name: "CuRefNo",
                rules: &tables::CU_REF_NO,
                misuse: "`CuRefNo` must be: exactly 16 characters",
            };
        }

        pub(crate) enum ClientIp {}
        impl __p::TextKind for ClientIp {
            type Form = __p::form::Ip;
            const INFO: &'static __p::TextInfo = &__p::TextInfo {
                name: "ClientIp",
                rules: &tables::CLIENT_IP,
                misuse: "`ClientIp` must be: an IPv4 or IPv6 address",
            };
        }

        pub(crate) enum Phone {}
        impl __p::TextKind for Phone {
            type Form = __p::form::Any;
            const INFO: &'static __p::TextInfo = &__p::TextInfo {
                name: "Phone",
                rules: &tables::PHONE,
                misuse: "`Phone` must be: a telephone number",
            };
        }

        pub(crate) enum Day {}
        impl __p::TextKind for Day {
            type Form = __p::form::Date;
            const INFO: &'static __p::TextInfo =
                &__p::TextInfo { name: "Day", rules: &tables::DAY, misuse: "`Day` must be: a date" };
        }
    }

    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord,
    )]
    pub(crate) enum OrderKind {
        Commerce,
        Registration,
        Unknown(__p::UnknownValue),
    }
    __p::enum_type!(OrderKind, closed, Unknown, { Commerce = "commerce", Registration = "registration" });

    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord,
    )]
    pub(crate) enum Mood {
        Good,
        Unrecognized(__p::UnknownValue),
    }
    __p::enum_type!(Mood, open, Unrecognized, { Good = "Unknown" });

    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::cmp::PartialOrd,
    )]
    pub(crate) struct Limit(i64);
    __p::number_type!(Limit, i64, super::tables::LIMIT, "from 1 to 200");

    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::PartialOrd)]
    pub(crate) struct Ratio(f64);
    __p::number_type!(Ratio, f64, super::tables::RATIO, "from 0, below 1");

    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::cmp::PartialOrd,
    )]
    pub(crate) struct Price(__p::Decimal);
    __p::number_type!(Price, __p::Decimal, super::tables::PRICE, "from 0, 2 digits behind the point");
}

mod tables {
    use super::__p;
    use ::core::option::Option::Some;

    static ALPHANUMERIC: __p::ByteSet = __p::ByteSet::new(&[(b'0', b'9'), (b'A', b'Z'), (b'a', b'z')]);
    static IDENTITY_ID_PATTERN: __p::Pattern = __p::Pattern {
        source: "^[A-Za-z0-9]+$",
        program: __p::Program::Line(__p::Line {
            min: 1,
            max: usize::MAX,
            parts: &[__p::Part::Rest(&ALPHANUMERIC)],
        }),
    };
    pub(super) static IDENTITY_ID: __p::Rules = __p::Rules {
        min_length: 32,
        max_length: 32,
        pattern: Some(&IDENTITY_ID_PATTERN),
        sensitive: true,
        ..__p::Rules::NONE
    };
    pub(super) static CU_REF_NO: __p::Rules =
        __p::Rules { min_length: 16, max_length: 16, example: Some("1cGIHvFoQDGLAbcA"), ..__p::Rules::NONE };
    pub(super) static CLIENT_IP: __p::Rules = __p::Rules {
        format: Some(__p::Format::Ip),
        normalize: &[__p::Normalize::Replace(&[("::1", "127.0.0.1"), ("localhost", "127.0.0.1")])],
        example: Some("1.1.1.1"),
        ..__p::Rules::NONE
    };
    pub(super) static PHONE: __p::Rules = __p::Rules {
        format: Some(__p::Format::Phone),
        normalize: &[__p::Normalize::Phone],
        ..__p::Rules::NONE
    };
    pub(super) static DAY: __p::Rules = __p::Rules { format: Some(__p::Format::Date), ..__p::Rules::NONE };
    pub(super) static LIMIT: __p::Rules = __p::Rules {
        minimum: Some(__p::Bound { value: "1", exclusive: false }),
        maximum: Some(__p::Bound { value: "200", exclusive: false }),
        as_string: true,
        ..__p::Rules::NONE
    };
    pub(super) static RATIO: __p::Rules = __p::Rules {
        minimum: Some(__p::Bound { value: "0", exclusive: false }),
        maximum: Some(__p::Bound { value: "1", exclusive: true }),
        ..__p::Rules::NONE
    };
    pub(super) static PRICE: __p::Rules = __p::Rules {
        minimum: Some(__p::Bound { value: "0", exclusive: false }),
        max_scale: Some(2),
        ..__p::Rules::NONE
    };
    pub(super) static SENSITIVE: __p::Rules = __p::Rules { sensitive: true, ..__p::Rules::NONE };
    pub(super) static TAGS: __p::Rules = __p::Rules {
        min_items: 1,
        max_items: 3,
        unique: true,
        delimiter: Some(';'),
        items: Some(&CU_REF_NO),
        ..__p::Rules::NONE
    };
}

#[derive(::core::clone::Clone)]
pub(super) struct Group {
    pub(super) name: ::core::option::Option<::std::string::String>,
    pub(super) slug: ::core::option::Option<::std::string::String>,
}
__p::record!(Group, [], { 0 name "name" optional &__p::PLAIN; 1 slug "slug" optional &__p::PLAIN; });

#[derive(::core::clone::Clone)]
pub(super) struct Referral {
    pub(super) code: types::CuRefNo,
    pub(super) email: ::core::option::Option<::std::string::String>,
    pub(super) first_name: ::core::option::Option<::std::string::String>,
    pub(super) last_name: ::core::option::Option<::std::string::String>,
}
__p::record!(Referral, [], {
    0 code "code" required &__p::PLAIN;
    1 email "email" optional &__p::PLAIN;
    2 first_name "firstName" optional &__p::PLAIN;
    3 last_name "lastName" optional &__p::PLAIN;
});

#[derive(::core::clone::Clone)]
pub(super) struct RunningSubscription {
    pub(super) external_id: ::core::option::Option<::std::string::String>,
    pub(super) product_slug: ::core::option::Option<::std::string::String>,
    pub(super) product_code: ::core::option::Option<::std::string::String>,
    pub(super) order_number: ::core::option::Option<::std::string::String>,
    pub(super) order_hash: ::core::option::Option<::std::string::String>,
    pub(super) auto_renew: ::core::option::Option<bool>,
}
__p::record!(RunningSubscription, [], {
    0 external_id "externalId" optional &__p::PLAIN;
    1 product_slug "productSlug" optional &__p::PLAIN;
    2 product_code "productCode" optional &__p::PLAIN;
    3 order_number "orderNumber" optional &__p::PLAIN;
    4 order_hash "orderHash" optional &tables::SENSITIVE;
    5 auto_renew "autoRenew" optional &__p::PLAIN;
});

#[derive(::core::clone::Clone)]
pub(super) struct Profile {
    pub(super) cu_ref_no: ::core::option::Option<types::CuRefNo>,
    pub(super) credit_balance: ::core::option::Option<__p::Decimal>,
    pub(super) email: ::core::option::Option<::std::string::String>,
    pub(super) phone: ::core::option::Option<types::Phone>,
    pub(super) first_name: ::core::option::Option<::std::string::String>,
    pub(super) last_name: ::core::option::Option<::std::string::String>,
    pub(super) company_name: ::core::option::Option<::std::string::String>,
    pub(super) premium: ::core::option::Option<bool>,
    pub(super) ban: ::core::option::Option<bool>,
    pub(super) groups: ::std::vec::Vec<Group>,
    pub(super) meta: ::std::collections::BTreeMap<::std::string::String, __p::Json>,
    pub(super) referral: ::core::option::Option<::std::boxed::Box<Referral>>,
    pub(super) running_subscription_list: ::std::vec::Vec<RunningSubscription>,
}
__p::record!(Profile, [], {
    0 cu_ref_no "cuRefNo" optional &__p::PLAIN;
    1 credit_balance "creditBalance" optional &__p::PLAIN;
    2 email "email" optional &__p::PLAIN;
    3 phone "phone" optional &__p::PLAIN;
    4 first_name "firstName" optional &__p::PLAIN;
    5 last_name "lastName" optional &__p::PLAIN;
    6 company_name "companyName" optional &__p::PLAIN;
    7 premium "premium" optional &__p::PLAIN;
    8 ban "ban" optional &__p::PLAIN;
    9 groups "groups" list &__p::PLAIN;
    10 meta "meta" list &__p::PLAIN;
    11 referral "referral" optional &__p::PLAIN;
    12 running_subscription_list "runningSubscriptionList" list &__p::PLAIN;
});

#[derive(::core::clone::Clone)]
#[allow(clippy::large_enum_variant, reason = "the macro makes what the spec says")]
pub(super) enum DetailReply {
    Profile(Profile),
    LoggedOut,
}

impl __p::Value for DetailReply {
    fn parts(&self) -> __p::Parts<'_> {
        use ::core::option::Option::{None, Some};
        __p::Parts::Branch(match self {
            Self::Profile(value) => __p::Branch::new(
                "Profile",
                Some(("loggedIn", __p::Tag::Boolean(true))),
                Some(value),
                &__p::PLAIN,
            ),
            Self::LoggedOut => {
                __p::Branch::new("LoggedOut", Some(("loggedIn", __p::Tag::Boolean(false))), None, &__p::PLAIN)
            }
        })
    }
}

impl __p::Decode for DetailReply {
    fn decode(
        reader: &mut __p::Reader<'_>,
        _: &'static __p::Rules,
    ) -> ::core::result::Result<Self, __p::Fault> {
        match reader.tag("loggedIn")?.as_deref() {
            ::core::option::Option::Some("true") => reader.branch(Self::Profile, &__p::PLAIN),
            ::core::option::Option::Some("false") => reader.unit(Self::LoggedOut),
            tag => reader.unknown_tag("loggedIn", tag, &["true", "false"]),
        }
    }
}
__p::union_type!(DetailReply);

/// A request with every mode, a group, and fields that are called like locals of the macros.
#[derive(::core::clone::Clone)]
pub(super) struct Detail {
    pub(super) reader: types::IdentityId,
    pub(super) cu_ref_no: types::CuRefNo,
    pub(super) at: ::core::option::Option<types::ClientIp>,
    pub(super) index: __p::Nullable<types::OrderKind>,
    pub(super) f: ::core::option::Option<types::Limit>,
    pub(super) r#type: ::core::option::Option<types::Price>,
    pub(super) tags: ::core::option::Option<::std::vec::Vec<::std::string::String>>,
    pub(super) note: ::core::option::Option<::std::string::String>,
}
__p::record!(
    Detail,
    [__p::GroupInfo { rule: __p::GroupRule::AllOrNoneOf, members: &[2, 4] }],
    {
        0 reader "identityId" required &tables::SENSITIVE;
        1 cu_ref_no "cuRefNo" required &__p::PLAIN;
        2 at "customerRealIp" optional &__p::PLAIN;
        3 index "kind" nullable &__p::PLAIN;
        4 f "limit" optional &__p::PLAIN;
        5 r#type "price" optional &__p::PLAIN;
        6 tags "tags" optional &tables::TAGS;
        7 note "note" required &__p::PLAIN;
    }
);

impl Detail {
    pub(super) fn new(
        identity_id: impl __p::Arg<types::IdentityId>,
        cu_ref_no: impl __p::Arg<types::CuRefNo>,
    ) -> Self {
        Self {
            reader: __p::Arg::into_arg(identity_id),
            cu_ref_no: __p::Arg::into_arg(cu_ref_no),
            at: ::core::option::Option::None,
            index: __p::Nullable::Absent,
            f: ::core::option::Option::None,
            r#type: ::core::option::Option::None,
            tags: ::core::option::Option::None,
            note: ::core::option::Option::None,
        }
    }

    pub(super) fn at(mut self, value: impl __p::Arg<types::ClientIp>) -> Self {
        self.at = ::core::option::Option::Some(__p::Arg::into_arg(value));
        self
    }

    pub(super) fn kind(mut self, value: impl __p::Arg<types::OrderKind>) -> Self {
        self.index = __p::Nullable::Value(__p::Arg::into_arg(value));
        self
    }

    pub(super) fn limit(mut self, value: impl __p::Arg<types::Limit>) -> Self {
        self.f = ::core::option::Option::Some(__p::Arg::into_arg(value));
        self
    }

    pub(super) fn price(mut self, value: impl __p::Arg<types::Price>) -> Self {
        self.r#type = ::core::option::Option::Some(__p::Arg::into_arg(value));
        self
    }

    pub(super) fn tags(mut self, value: impl __p::Arg<::std::vec::Vec<::std::string::String>>) -> Self {
        self.tags = ::core::option::Option::Some(__p::Arg::into_arg(value));
        self
    }
}
