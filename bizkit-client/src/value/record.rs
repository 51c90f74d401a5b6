//! What records and requests do through their members, written once for all of them.

use super::{Members, Shown};
use crate::encode::JsonWriter;
use std::fmt;

/// Writes the members as an object; absent ones are left out unless they are required.
pub fn encode_record(record: &dyn Members, out: &mut JsonWriter) {
    out.begin_object();
    for (index, field) in record.fields().iter().enumerate() {
        if let Some(value) = record.member(index)
            && (field.required || !value.is_absent())
        {
            out.field(field);
            out.value(value, field.rules);
        }
    }
    out.end_object();
}

/// In a query, a record is JSON text.
pub fn record_texts(record: &dyn Members, each: &mut dyn FnMut(&str)) {
    let mut out = JsonWriter::default();
    encode_record(record, &mut out);
    each(&out.into_string());
}

/// Shows the members by their names on the wire; sensitive ones are redacted.
pub fn debug_record(record: &dyn Members, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut shown = f.debug_struct(record.name());
    for (index, field) in record.fields().iter().enumerate() {
        if let Some(value) = record.member(index) {
            shown.field(field.wire, &Shown(value, field.rules));
        }
    }
    shown.finish()
}

/// Implements what a record needs out of the list of its members:
/// `index field "wire" mode rules;` where mode is `required`, `optional`, `nullable` or `list`.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_record {
    ($name:ident, [$($group:expr),* $(,)?], { $($index:literal $field:ident $wire:literal $mode:ident $rules:expr;)* }) => {
        $crate::__private::members!($name, [$($group),*], { $($index $field $wire $mode $rules;)* });
        $crate::__bizkit_serde!($name);

        #[automatically_derived]
        impl $crate::__private::Value for $name {
            fn check(&self, _: &'static $crate::__private::Rules, at: &mut $crate::__private::Checker) {
                at.members(self);
            }
            fn encode(&self, _: &'static $crate::__private::Rules, out: &mut $crate::__private::JsonWriter) {
                $crate::__private::encode_record(self, out);
            }
            fn texts(&self, _: &'static $crate::__private::Rules, each: &mut dyn ::core::ops::FnMut(&str)) {
                $crate::__private::record_texts(self, each);
            }
            fn debug(
                &self,
                _: &'static $crate::__private::Rules,
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::fmt::Result {
                $crate::__private::debug_record(self, f)
            }
        }

        #[automatically_derived]
        impl $crate::__private::Decode for $name {
            fn decode(
                reader: &mut $crate::__private::Reader<'_>,
                _: &'static $crate::__private::Rules,
            ) -> ::core::result::Result<Self, $crate::__private::Fault> {
                $(let mut $field = ::core::option::Option::None;)*
                reader.object(<Self as $crate::__private::Record>::FIELDS, &mut [$(&mut $field),*])?;
                ::core::result::Result::Ok(Self {
                    $($field: $crate::__bizkit_member!($mode reader $field $wire),)*
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
            const FIELDS: &'static [$crate::__private::FieldInfo] =
                &[$($crate::__private::FieldInfo::new($wire, $crate::__bizkit_required!($mode), $rules)),*];
        }

        #[automatically_derived]
        impl $crate::__private::Members for $name {
            fn name(&self) -> &'static str {
                ::core::stringify!($name)
            }
            fn fields(&self) -> &'static [$crate::__private::FieldInfo] {
                <Self as $crate::__private::Record>::FIELDS
            }
            fn groups(&self) -> &'static [$crate::__private::GroupInfo] {
                &[$($group),*]
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

/// Whether a member of this mode must be there.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_required {
    (required) => {
        true
    };
    ($mode:ident) => {
        false
    };
}

/// Takes a member out of the slot that the reader filled.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_member {
    (required $reader:ident $slot:ident $wire:literal) => {
        $reader.required($slot, $wire)?
    };
    (optional $reader:ident $slot:ident $wire:literal) => {
        $crate::__private::optional($slot)
    };
    (nullable $reader:ident $slot:ident $wire:literal) => {
        ::core::option::Option::unwrap_or_default($slot)
    };
    (list $reader:ident $slot:ident $wire:literal) => {
        ::core::option::Option::unwrap_or_default($crate::__private::optional($slot))
    };
}

/// The table of a record as a constant, for decoding before there is a value.
pub trait Record {
    /// Names and rules of the members.
    const FIELDS: &'static [crate::tables::FieldInfo];
}
