//! Tests of the life of a call, through real sockets and scripted ones.

pub(crate) mod end_to_end;
pub(crate) mod faults;
pub(crate) mod orders;
pub(crate) mod paging;
pub(crate) mod secrets;
pub(crate) mod verdicts;
