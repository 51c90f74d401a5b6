//! What records and requests do through their members, written once for all of them.

use super::{Members, Shown, Value};
use crate::encode::JsonWriter;
use crate::tables::FieldInfo;
use std::fmt;

/// Writes the members as an object; absent ones are left out unless they are required.
pub(crate) fn encode_record(record: &dyn Members, out: &mut JsonWriter) {
    out.begin_object();
    for (index, field) in record.fields().iter().enumerate() {
        if let Some(value) = record.member(index)
            && (field.required || !value.is_absent())
        {
            write_member(value, field, out);
        }
    }
    out.end_object();
}

/// Writes one member; a map of members as these.
pub(crate) fn write_member(value: &dyn Value, field: &FieldInfo, out: &mut JsonWriter) {
    if field.rest {
        value.entries(&mut |key, value| {
            out.key(key);
            out.value(value, field.rules.of_items());
        });
    } else {
        out.field(field);
        out.value(value, field.rules);
    }
}

/// Shows the members by their names on the wire; sensitive ones are redacted.
pub fn debug_record(record: &dyn Members, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut shown = f.debug_struct(record.info().name);
    for (index, field) in record.fields().iter().enumerate() {
        if let Some(value) = record.member(index) {
            shown.field(field.wire, &Shown(value, field.rules));
        }
    }
    shown.finish()
}

/// Implements what a record needs out of the list of its members:
/// `index field "wire" mode rules;` where mode is `required`, `optional`, `nullable`, `list` or `rest`.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_record {
    ($name:ident, [$($group:expr),* $(,)?], { $($index:literal $field:ident $wire:literal $mode:ident $rules:expr;)* }) => {
        $crate::__private::members!($name, [$($group),*], { $($index $field $wire $mode $rules;)* });
        $crate::__bizkit_serde!($name);

        #[automatically_derived]
        impl $crate::__private::Value for $name {
            fn parts(&self) -> $crate::__private::Parts<'_> {
                $crate::__private::Parts::Members(self)
            }
        }

        $crate::__bizkit_decode_members!($name, { $($index $field $wire $mode $rules;)* });
    };
}

/// Implements `Decode` out of the list of members.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_decode_members {
    ($name:ident, { $($index:literal $field:ident $wire:literal $mode:ident $rules:expr;)* }) => {
        #[automatically_derived]
        impl $crate::__private::Decode for $name {
            fn decode(
                reader: &mut $crate::__private::Reader<'_>,
                _: &'static $crate::__private::Rules,
            ) -> ::core::result::Result<Self, $crate::__private::Fault> {
                $(let mut $field = ::core::option::Option::None;)*
                reader.object(<Self as $crate::__private::Record>::INFO.fields, &mut [$(&mut $field),*])?;
                ::core::result::Result::Ok(Self {
                    $($field: $crate::__private::take::$mode($field),)*
                })
            }
        }
    };
}

/// Implements `Members` and Debug out of the list of members; what records and requests share.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_members {
    ($name:ident, [$($group:expr),* $(,)?], { $($index:literal $field:ident $wire:literal $mode:ident $rules:expr;)* }) => {
        #[automatically_derived]
        impl $crate::__private::Record for $name {
            const INFO: &'static $crate::__private::RecordInfo = &$crate::__private::RecordInfo {
                name: ::core::stringify!($name),
                fields: &[$($crate::__private::FieldInfo {
                    wire: $wire,
                    required: $crate::__private::presence::$mode,
                    rest: $crate::__private::rest::$mode,
                    rules: $rules,
                }),*],
                groups: &[$($group),*],
            };
        }

        #[automatically_derived]
        impl $crate::__private::Members for $name {
            fn info(&self) -> &'static $crate::__private::RecordInfo {
                <Self as $crate::__private::Record>::INFO
            }
            fn member(&self, index: usize) -> ::core::option::Option<&dyn $crate::__private::Value> {
                match index {
                    $($index => ::core::option::Option::Some(&self.$field),)*
                    _ => ::core::option::Option::None,
                }
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug_record(self, f)
            }
        }
    };
}

/// Whether a member of a mode must be there.
#[allow(non_upper_case_globals, reason = "named like the modes of the rows")]
pub mod presence {
    /// It must.
    pub const required: bool = true;
    /// It need not.
    pub const optional: bool = false;
    /// It need not.
    pub const nullable: bool = false;
    /// It need not.
    pub const list: bool = false;
    /// It need not.
    pub const rest: bool = false;
}

/// Whether a member of a mode is a map of all members that have no place of their own.
#[allow(non_upper_case_globals, reason = "named like the modes of the rows")]
pub mod rest {
    /// One member.
    pub const required: bool = false;
    /// One member.
    pub const optional: bool = false;
    /// One member.
    pub const nullable: bool = false;
    /// One member.
    pub const list: bool = false;
    /// The others.
    pub const rest: bool = true;
}

/// The table of a record as a constant, for decoding before there is a value.
pub trait Record {
    /// Name, members and groups.
    const INFO: &'static crate::tables::RecordInfo;
}
