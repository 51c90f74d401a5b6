//! The modules of `unions/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.

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
    ::core::include!("unions/expanded/login/password_response.rs");
    ::core::include!("unions/expanded/login/session_response.rs");
    ::core::include!("unions/expanded/login/out.rs");
    ::core::include!("unions/expanded/login/out_setters.rs");
    ::core::include!("unions/expanded/login/out_response.rs");
    ::core::include!("unions/expanded/login/out_call.rs");
    ::core::include!("unions/expanded/login/password.rs");
    ::core::include!("unions/expanded/login/password_setters.rs");
    ::core::include!("unions/expanded/login/password_call.rs");
    ::core::include!("unions/expanded/login/session.rs");
    ::core::include!("unions/expanded/login/session_setters.rs");
    ::core::include!("unions/expanded/login/session_call.rs");
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
    ::core::include!("unions/expanded/types/filter.rs");
    ::core::include!("unions/expanded/types/filter_parts.rs");
    ::core::include!("unions/expanded/types/amount.rs");
    ::core::include!("unions/expanded/types/body.rs");
    ::core::include!("unions/expanded/types/body_parts.rs");
    ::core::include!("unions/expanded/types/shape.rs");
    ::core::include!("unions/expanded/types/shape_parts.rs");
}
#[allow(dead_code, reason = "a module that is switched off leaves its tables behind")]
mod __tables {
    use super::__p;
    ::core::include!("unions/expanded/__tables/rules.rs");
}
