//! Holds what several tests use.

pub(crate) mod built;
pub(crate) mod fixture;
pub(crate) mod messages;
pub(crate) mod notice;
pub(crate) mod random;
pub(crate) mod scripted;
pub(crate) mod shipped;
