//! All and only what generated code may name. Not part of the public interface: macro and runtime are
//! released together, and nothing here is promised to anybody else.

pub use crate::arg::{Arg, FromFloat, FromInteger, FromText};
pub use crate::check::Checker;
pub use crate::client::Client;
pub use crate::convert::form;
pub use crate::decimal::Decimal;
pub use crate::decode::{Decode, Fault, JsonKind, Reader, Slot, take};
pub use crate::encode::JsonWriter;
pub use crate::endpoint::{Answer, Endpoint, Never, Outcome};
pub use crate::error::Error;
pub use crate::format::Format;
pub use crate::json::Json;
pub use crate::matching::{Automaton, ByteSet, Line, Part, Program, columns};
pub use crate::open_enum::UnknownValue;
pub use crate::paging::{Items, List, PageInfo, PageStyle, Paged, Pages, number};
pub use crate::reflect::{Verdict, masked, reflect};
pub use crate::reply::{RawReply, Reply};
pub use crate::rules::{Bound, Normalize, PLAIN, Pattern, Rules, TextNumber};
pub use crate::secret::Secret;
pub use crate::tables::*;
pub use crate::text::{KeyText, PlainText, SecretText, TextInfo, TextKind, debug_tuple, deserialize_text};
pub use crate::union::{Branch, Tag};
pub use crate::value::record::{Record, debug_record, equal_records, presence};
pub use crate::value::{Members, Nullable, Parts, Shown, Value, same};
pub use crate::violation::{InvalidRequest, InvalidValue, Violation};
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

pub use crate::__bizkit_calls as calls;
pub use crate::__bizkit_serve as serve;
#[cfg(feature = "sandbox")]
pub use crate::reflect::{Call, call};
#[cfg(feature = "sandbox")]
pub use crate::serve::{Serve, Served};
#[cfg(feature = "sandbox")]
pub use bizkit_sandbox::Response;

#[cfg(feature = "serde")]
pub use crate::bridge::{deserialize, serialize};

/// What a setter stores.
pub fn some<T>(value: impl Arg<T>) -> Option<T> {
    Some(value.into_arg())
}
