//! Expansions of the macro, compiled as a strict crate would compile them: without the prelude and with
//! every lint of this project denied.
#![deny(missing_docs, missing_debug_implementations, unreachable_pub, unused_qualifications)]

extern crate bizkit_client as renamed_runtime;

/// The goldens of `tests/expand`.
#[path = "../expand"]
pub mod expand {
    #[no_implicit_prelude]
    #[rustfmt::skip]
    pub mod lists;
    #[no_implicit_prelude]
    #[rustfmt::skip]
    pub mod names;
    #[no_implicit_prelude]
    #[rustfmt::skip]
    pub mod records;
    #[no_implicit_prelude]
    #[rustfmt::skip]
    pub mod responses;
    #[no_implicit_prelude]
    #[rustfmt::skip]
    pub mod scalars;
    #[no_implicit_prelude]
    #[rustfmt::skip]
    pub mod unions;
}

/// Macro calls in place, with the runtime under another name.
pub mod hygiene {
    /// Names that Rust has taken.
    #[no_implicit_prelude]
    pub mod names {
        ::bizkit_macros::api!("expand/names", crate = ::renamed_runtime);
    }
    /// Every scalar.
    #[no_implicit_prelude]
    pub mod scalars {
        ::bizkit_macros::api!("expand/scalars", crate = ::renamed_runtime, reflect);
    }
    /// Every kind of union.
    #[no_implicit_prelude]
    pub mod unions {
        ::bizkit_macros::api!("expand/unions", crate = ::renamed_runtime, reflect);
    }
    /// The hidden tables of the types.
    pub mod reflected {
        pub use super::scalars::__REFLECT as SCALARS;
        pub use super::unions::__REFLECT as UNIONS;
    }
}

/// README.md, whose programs are doctests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
