//! The modules of `lists/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.

use ::bizkit_client::__private as __p;
/// What all calls of Lists share.
pub static API: __p::ApiInfo = __p::ApiInfo {
    title: "Lists",
    base_url: "https://lists.example",
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
pub mod shelf {
    /*! Calls of `shelf`.

 - [`Books`]\: List the books
 - [`Letters`]\: List the letters*/
    #[allow(unused_imports, reason = "a module of modules names nothing itself")]
    use super::__p;
    ::core::include!("lists/expanded/shelf/books_response.rs");
    ::core::include!("lists/expanded/shelf/letters_response.rs");
    ::core::include!("lists/expanded/shelf/books.rs");
    ::core::include!("lists/expanded/shelf/books_setters.rs");
    ::core::include!("lists/expanded/shelf/books_call.rs");
    ::core::include!("lists/expanded/shelf/letters.rs");
    ::core::include!("lists/expanded/shelf/letters_setters.rs");
    ::core::include!("lists/expanded/shelf/letters_call.rs");
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
    ::core::include!("lists/expanded/types/page_number.rs");
    ::core::include!("lists/expanded/types/page_size.rs");
    ::core::include!("lists/expanded/types/books.rs");
    ::core::include!("lists/expanded/types/book.rs");
}
#[allow(dead_code, reason = "a module that is switched off leaves its tables behind")]
mod __tables {
    use super::__p;
    ::core::include!("lists/expanded/__tables/rules.rs");
}
