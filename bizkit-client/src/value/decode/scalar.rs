//! Reading the types that have no type of their own: texts, numbers, lists, maps, optional values.

use super::{Decode, DecodeError, Reader};
use crate::base::decimal::{Decimal, Digits};
use crate::schema::rules::Rules;
use crate::value::Nullable;
use std::borrow::Cow;
use std::collections::BTreeMap;

impl Decode for String {
    #[inline]
    fn decode(reader: &mut Reader<'_>, _: &'static Rules) -> Result<Self, DecodeError> {
        reader.string().map(Cow::into_owned)
    }
}

impl<'a> Reader<'a> {
    /// Reads a number, quoted or not; gives its exact text.
    fn number_text(&mut self, expected: &'static str) -> Result<Cow<'a, str>, DecodeError> {
        match self.peek() {
            Some(b'-' | b'0'..=b'9') => return self.number().map(Cow::Borrowed),
            Some(b'"') => {
                let mut ahead = self.clone();
                let text = ahead.string()?;
                if Digits::parse(&text).is_some() {
                    self.at = ahead.at;
                    return Ok(text);
                }
            }
            _ => {}
        }
        self.wrong_kind(expected)
    }
}

impl Decode for i64 {
    fn decode(reader: &mut Reader<'_>, _: &'static Rules) -> Result<Self, DecodeError> {
        const EXPECTED: &str = "an integer of 64 bits";
        reader.peek();
        let mut start = reader.clone();
        let text = reader.number_text(EXPECTED)?;
        match text.parse().ok().or_else(|| Digits::parse(&text)?.to_integer(0)) {
            Some(value) => Ok(value),
            None => start.wrong_kind(EXPECTED),
        }
    }
}

impl Decode for f64 {
    fn decode(reader: &mut Reader<'_>, _: &'static Rules) -> Result<Self, DecodeError> {
        reader.peek();
        let mut start = reader.clone();
        match reader.number_text("a number")?.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(value),
            _ => start.wrong_kind("a number within the range of `f64`"),
        }
    }
}

impl Decode for Decimal {
    fn decode(reader: &mut Reader<'_>, _: &'static Rules) -> Result<Self, DecodeError> {
        reader.number_text("a number").map(Self::unchecked)
    }
}

impl Decode for bool {
    fn decode(reader: &mut Reader<'_>, _: &'static Rules) -> Result<Self, DecodeError> {
        if reader.peek() != Some(b'"') {
            return reader.boolean();
        }
        let mut ahead = reader.clone();
        let value = match &*ahead.string()? {
            "true" => true,
            "false" => false,
            _ => return reader.wrong_kind("a boolean"),
        };
        *reader = ahead;
        Ok(value)
    }
}

impl<T: Decode> Decode for Option<T> {
    #[inline]
    fn decode(reader: &mut Reader<'_>, rules: &'static Rules) -> Result<Self, DecodeError> {
        if reader.null()? { Ok(None) } else { T::decode(reader, rules).map(Some) }
    }
}

impl<T: Decode> Decode for Nullable<T> {
    fn decode(reader: &mut Reader<'_>, rules: &'static Rules) -> Result<Self, DecodeError> {
        if reader.null()? { Ok(Self::Null) } else { T::decode(reader, rules).map(Self::Value) }
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(reader: &mut Reader<'_>, rules: &'static Rules) -> Result<Self, DecodeError> {
        T::decode(reader, rules).map(Self::new)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(reader: &mut Reader<'_>, rules: &'static Rules) -> Result<Self, DecodeError> {
        let mut items = Self::new();
        reader.list(rules, &mut |reader, rules| {
            items.push(T::decode(reader, rules)?);
            Ok(())
        })?;
        Ok(items)
    }
}

/// Of several entries with one key the last one counts.
impl<T: Decode> Decode for BTreeMap<String, T> {
    fn decode(reader: &mut Reader<'_>, rules: &'static Rules) -> Result<Self, DecodeError> {
        let mut entries = Self::new();
        reader.map(rules, &mut |reader, key, rules| {
            entries.insert(key, T::decode(reader, rules)?);
            Ok(())
        })?;
        Ok(entries)
    }

    fn decode_entry(
        into: &mut Option<Self>,
        key: &str,
        reader: &mut Reader<'_>,
        rules: &'static Rules,
    ) -> Result<(), DecodeError> {
        let value = T::decode(reader, rules)?;
        into.get_or_insert_default().insert(key.to_owned(), value);
        Ok(())
    }
}
