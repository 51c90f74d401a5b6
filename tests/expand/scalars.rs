//! The modules of `scalars/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.

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
            docs: __p::Some("https://scalars.example/errors/LAB_CLOSED"),
        },
        __p::CodeInfo {
            code: "lab_unknown",
            status: __p::None,
            topic: __p::Topic::Missing,
            summary: "No such laboratory",
            help: __p::None,
            docs: __p::None,
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
    ::core::include!("scalars/expanded/lab/measure_response.rs");
    ::core::include!("scalars/expanded/lab/measure.rs");
    ::core::include!("scalars/expanded/lab/measure_setters.rs");
    ::core::include!("scalars/expanded/lab/measure_call.rs");
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
    ::core::include!("scalars/expanded/types/token.rs");
    ::core::include!("scalars/expanded/types/slug.rs");
    ::core::include!("scalars/expanded/types/host.rs");
    ::core::include!("scalars/expanded/types/price.rs");
    ::core::include!("scalars/expanded/types/level.rs");
    ::core::include!("scalars/expanded/types/ratio.rs");
    ::core::include!("scalars/expanded/types/flag.rs");
    ::core::include!("scalars/expanded/types/size.rs");
    ::core::include!("scalars/expanded/types/colour.rs");
    ::core::include!("scalars/expanded/types/labels.rs");
    ::core::include!("scalars/expanded/types/weights.rs");
}
#[allow(dead_code, reason = "a module that is switched off leaves its tables behind")]
mod __tables {
    use super::__p;
    ::core::include!("scalars/expanded/__tables/rules.rs");
}
