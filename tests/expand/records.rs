//! The modules of `records/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.

use ::bizkit_client::__private as __p;
/// What all calls of Records share.
pub static API: __p::ApiInfo = __p::ApiInfo {
    title: "Records",
    base_url: "https://records.example",
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
pub mod tree {
    /*! Calls of `tree`.

 - [`Plant`]\: Plant a tree*/
    #[allow(unused_imports, reason = "a module of modules names nothing itself")]
    use super::__p;
    ::core::include!("records/expanded/tree/row.rs");
    ::core::include!("records/expanded/tree/plant_response.rs");
    ::core::include!("records/expanded/tree/plant.rs");
    ::core::include!("records/expanded/tree/plant_setters.rs");
    ::core::include!("records/expanded/tree/plant_call.rs");
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
    ::core::include!("records/expanded/types/address.rs");
    ::core::include!("records/expanded/types/node.rs");
    ::core::include!("records/expanded/types/person.rs");
    ::core::include!("records/expanded/types/contact.rs");
}
#[allow(dead_code, reason = "a module that is switched off leaves its tables behind")]
mod __tables {
    use super::__p;
    ::core::include!("records/expanded/__tables/rules.rs");
}
