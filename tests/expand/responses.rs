//! The modules of `responses/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.

use ::bizkit_client::__private as __p;
/// What all calls of Responses share.
pub static API: __p::ApiInfo = __p::ApiInfo {
    title: "Responses",
    base_url: "https://responses.example",
    base_url_env: __p::Some("RESPONSES_URL"),
    docs: __p::Some("https://responses.example/docs"),
    key: __p::None,
    errors: &[],
};
#[allow(deprecated, reason = "deprecated items are still described here")]
#[allow(
    clippy::too_many_arguments,
    reason = "an endpoint decides how many values it requires"
)]
pub mod file {
    /*! Calls of `file`.

 - [`List`]\: List the files
 - [`Render`]\: Render a page
 - [`Upload`]\: Upload a file
 - [`Delete`]\: Delete a file
 - [`Read`]\: Read a file*/
    #[allow(unused_imports, reason = "a module of modules names nothing itself")]
    use super::__p;
    ::core::include!("responses/expanded/file/upload_response.rs");
    ::core::include!("responses/expanded/file/list.rs");
    ::core::include!("responses/expanded/file/list_setters.rs");
    ::core::include!("responses/expanded/file/list_call.rs");
    ::core::include!("responses/expanded/file/render.rs");
    ::core::include!("responses/expanded/file/render_setters.rs");
    ::core::include!("responses/expanded/file/render_call.rs");
    ::core::include!("responses/expanded/file/upload.rs");
    ::core::include!("responses/expanded/file/upload_setters.rs");
    ::core::include!("responses/expanded/file/upload_call.rs");
    ::core::include!("responses/expanded/file/delete.rs");
    ::core::include!("responses/expanded/file/delete_setters.rs");
    ::core::include!("responses/expanded/file/delete_call.rs");
    ::core::include!("responses/expanded/file/read.rs");
    ::core::include!("responses/expanded/file/read_setters.rs");
    ::core::include!("responses/expanded/file/read_call.rs");
}
#[allow(dead_code, reason = "a module that is switched off leaves its tables behind")]
mod __tables {
    use super::__p;
    ::core::include!("responses/expanded/__tables/rules.rs");
}
