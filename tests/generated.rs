//! Tests of what the macro generates: that it compiles, what it does, and what it refuses.

pub(crate) mod agreement;
pub(crate) mod calls;
pub(crate) mod catalogue;
pub(crate) mod chaining;
pub(crate) mod compile_fail;
pub(crate) mod goldens;
pub(crate) mod kinds;
