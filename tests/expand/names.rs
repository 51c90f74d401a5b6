//! The modules of `names/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.

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
    ::core::include!("names/expanded/loop/match_response.rs");
    ::core::include!("names/expanded/loop/match.rs");
    ::core::include!("names/expanded/loop/match_setters.rs");
    ::core::include!("names/expanded/loop/match_call.rs");
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
    ::core::include!("names/expanded/types/self.rs");
    ::core::include!("names/expanded/types/self_text.rs");
    ::core::include!("names/expanded/types/option.rs");
    ::core::include!("names/expanded/types/box.rs");
    ::core::include!("names/expanded/types/string.rs");
    ::core::include!("names/expanded/types/result.rs");
}
