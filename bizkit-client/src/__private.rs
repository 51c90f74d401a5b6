//! All and only what generated code may name. Not part of the public interface: macro and runtime are
//! released together, and nothing here is promised to anybody else.

mod reflect;

pub use self::reflect::{Verdict, masked, reflect};
pub use crate::base::decimal::Decimal;
pub use crate::base::violation::{InvalidRequestError, InvalidValueError, Violation};
pub use crate::client::Client;
pub use crate::endpoint::{Answer, Endpoint, Never, Outcome, Sealed};
pub use crate::error::Error;
pub use crate::error::response::{RawResponse, Response};
pub use crate::paging::{Items, List, PageInfo, PageStyle, Paged, Pages, number};
pub use crate::schema::format::Format;
pub use crate::schema::pattern::{Automaton, ByteSet, Line, Part, Program, columns};
pub use crate::schema::rules::{Bound, Normalize, PLAIN, Pattern, Rules, TextNumber};
pub use crate::schema::tables::*;
pub use crate::schema::tag::Tag;
pub use crate::secret::Secret;
pub use crate::value::Branch;
pub use crate::value::arg::{Arg, FromFloat, FromInteger, FromText};
pub use crate::value::check::Checker;
pub use crate::value::convert::form;
pub use crate::value::decode::{Decode, DecodeError, JsonKind, Reader, Slot, take};
pub use crate::value::encode::JsonWriter;
pub use crate::value::json::Json;
pub use crate::value::open_enum::UnknownValue;
pub use crate::value::record::{Record, debug_record, equal_records, presence};
pub use crate::value::text::{
    KeyText, PlainText, SecretText, TextInfo, TextKind, debug_tuple, deserialize_text,
};
pub use crate::value::{DebugWith, Members, Nullable, Parts, Value, dyn_eq};
pub use crate::{
    __bizkit_enum_type as enum_type, __bizkit_members as members, __bizkit_number_type as number_type,
    __bizkit_paged as paged, __bizkit_record as record, __bizkit_request as request,
    __bizkit_union_type as union_type,
};
pub use bytes::Bytes;
pub use serde;
pub use std::boxed::Box;
pub use std::collections::BTreeMap;
pub use std::option::Option::{self, None, Some};
pub use std::result::Result::{self, Ok};
pub use std::string::String;
pub use std::vec::Vec;

#[cfg(feature = "sandbox")]
pub use self::reflect::{Call, call};
pub use crate::__bizkit_calls as calls;
pub use crate::__bizkit_serve as serve;
#[cfg(feature = "sandbox")]
pub use crate::endpoint::serve::{Serve, Served};
#[cfg(feature = "sandbox")]
pub use bizkit_sandbox::Response as SandboxResponse;

#[cfg(feature = "serde")]
pub use crate::value::serde::{deserialize, serialize};

/// What a setter stores.
pub fn some<T>(value: impl Arg<T>) -> Option<T> {
    Some(value.into_arg())
}
