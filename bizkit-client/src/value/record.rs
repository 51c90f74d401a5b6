//! What records and requests do through their members, written once for all of them.

use super::{DebugWith, Members, Value};
use crate::schema::tables::{FieldInfo, RecordInfo};
use crate::value::encode::JsonWriter;
use std::fmt;

/// Writes the members as an object; absent ones are left out unless they are required.
pub(crate) fn encode_record(record: &dyn Members, out: &mut JsonWriter) {
    out.begin_object();
    for (index, field) in record.fields().iter().enumerate() {
        if let Some(value) = record.member(index)
            && (field.is_required() || !value.is_absent())
        {
            write_member(value, field, out);
        }
    }
    out.end_object();
}

/// Writes one member; a map of members as these.
pub(crate) fn write_member(value: &dyn Value, field: &FieldInfo, out: &mut JsonWriter) {
    if field.is_rest() {
        value.entries(&mut |key, value| {
            out.key(key);
            out.value(value, field.rules.of_items());
        });
    } else {
        out.field(field);
        out.value(value, field.rules);
    }
}

/// Whether all members are equal: what a derived comparison does, without its code in every record.
pub fn equal_records(one: &dyn Members, other: &dyn Members) -> bool {
    (0..one.fields().len()).all(|index| match (one.member(index), other.member(index)) {
        (Some(one), Some(other)) => one.equals(other),
        _ => false,
    })
}

/// Shows the members by their names in Rust; sensitive ones are redacted.
pub fn debug_record(record: &dyn Members, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut shown = f.debug_struct(record.info().name);
    for (index, field) in record.fields().iter().enumerate() {
        if let Some(value) = record.member(index) {
            shown.field(field.name.trim_start_matches("r#"), &DebugWith(value, field.rules));
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
        impl $crate::__private::Decode for $name {
            fn decode(
                reader: &mut $crate::__private::Reader<'_>,
                _: &'static $crate::__private::Rules,
            ) -> ::core::result::Result<Self, $crate::__private::DecodeError> {
                $(let mut $field = $crate::__private::None;)*
                reader.object(<Self as $crate::__private::Record>::INFO.fields, &mut [$(&mut $field),*])?;
                $crate::__private::Ok(Self {
                    $($field: $crate::__private::take::$mode($field),)*
                })
            }
        }
    };
}

/// Implements `Record`, comparison and Debug out of the list of members; what records and requests share.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_members {
    ($name:ident, [$($group:expr),* $(,)?], { $($index:literal $field:ident $wire:literal $mode:ident $rules:expr;)* }) => {
        impl $crate::__private::Record for $name {
            const INFO: &'static $crate::__private::RecordInfo = &$crate::__private::RecordInfo {
                name: ::core::stringify!($name),
                fields: &[$($crate::__private::FieldInfo {
                    wire: $wire,
                    name: ::core::stringify!($field),
                    presence: $crate::__private::presence::$mode,
                    rules: $rules,
                }),*],
                constraints: &[$($group),*],
            };
            fn member(&self, index: usize) -> $crate::__private::Option<&dyn $crate::__private::Value> {
                match index {
                    $($index => $crate::__private::Some(&self.$field),)*
                    _ => $crate::__private::None,
                }
            }
        }

        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::__private::equal_records(self, other)
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug_record(self, f)
            }
        }
    };
}

/// The presence of members by the modes of the rows.
#[allow(non_upper_case_globals, reason = "named like the modes of the rows")]
pub mod presence {
    use crate::schema::tables::Presence;

    /// It must be there.
    pub const required: Presence = Presence::Required;
    /// It need not.
    pub const optional: Presence = Presence::Optional;
    /// It need not.
    pub const nullable: Presence = Presence::Optional;
    /// It need not.
    pub const list: Presence = Presence::Optional;
    /// The others.
    pub const rest: Presence = Presence::Rest;
}

/// What generated code says of a record or a request. Whoever has one of them, and not its type, has [`Members`].
pub trait Record: Send + Sync {
    /// Name, members and groups; a constant, for decoding before there is a value.
    const INFO: &'static RecordInfo;

    /// The member with this index; `None` behind the last one.
    fn member(&self, index: usize) -> Option<&dyn Value>;
}

impl<T: Record> Members for T {
    fn info(&self) -> &'static RecordInfo {
        T::INFO
    }

    fn member(&self, index: usize) -> Option<&dyn Value> {
        Record::member(self, index)
    }
}
