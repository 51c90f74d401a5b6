//! A typed client of an API that is not BizKitHub: the macro, pointed at this crate's own folder of specs.
//!
//! The API is made up (a library that lends things), and has what real ones have: a key in a header, in a bearer
//! token or nowhere, several methods on one path, partial updates, unions, money, pages, bytes. Its specs are in
//! `specs/`, the calls of its tests in `tests/calls/`. Take it as the pattern for a crate of your own.
//!
#![doc = include_str!("../../../bizkit-macros/src/guide.md")]

bizkit_macros::api!("specs", crate = ::http_runtime, root = other_api);
