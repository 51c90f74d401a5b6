//! The discriminators of objects: what chooses a union's branch is read ahead, and not again where it comes first.

use super::Decode;
use super::fault::Fault;
use super::reader::{JsonKind, Reader};
use crate::rules::Rules;
use crate::tables::FieldInfo;
use std::borrow::Cow;

/// What is known of the object whose discriminators were looked at last.
#[derive(Clone, Copy)]
pub(super) struct Tags {
    /// Where it begins, behind the bracket.
    start: usize,
    /// Its discriminators, the inner one first.
    names: [Option<&'static str>; 2],
    /// Behind the inner one, where that is its first member.
    behind: Option<usize>,
}

impl Tags {
    pub(super) const NONE: Self = Self { start: 0, names: [None; 2], behind: None };

    /// Whether a member of the object that begins at `start` is one of its discriminators.
    pub(super) fn contain(&self, start: usize, member: &str) -> bool {
        self.start == start && self.names.contains(&Some(member))
    }
}

impl<'a> Reader<'a> {
    /// Whether the object that was opened has members; goes past a discriminator that is no field.
    #[inline]
    pub(super) fn begin_members(&mut self, fields: &[FieldInfo]) -> Result<bool, Fault> {
        match self.tags {
            Tags { start, names: [Some(name), _], behind: Some(behind) }
                if start == self.at && !fields.iter().any(|field| field.wire == name) =>
            {
                self.at = behind;
                self.more(b'}')
            }
            _ => Ok(!self.eat(b'}')),
        }
    }

    /// The discriminator of the object that follows, as text; nothing is read. `None` where it is not there
    /// or `null`.
    ///
    /// # Errors
    /// When no object follows, or its discriminator is a list or an object.
    pub fn tag(&mut self, name: &'static str) -> Result<Option<Cow<'a, str>>, Fault> {
        let mut ahead = self.clone();
        ahead.open(b'{', "an object")?;
        let start = ahead.at;
        let outer = if self.tags.start == start { self.tags.names[0] } else { None };
        self.tags = Tags { start, names: [Some(name), outer], behind: None };
        let mut more = !ahead.eat(b'}');
        let mut is_first = true;
        while more {
            if ahead.eat_key(name)? || ahead.key()? == name {
                let value = ahead.tag_value().map_err(|fault| fault.in_tag(name))?;
                self.tags.behind = is_first.then_some(ahead.at);
                return Ok(value);
            }
            is_first = false;
            ahead.skip()?;
            more = ahead.more(b'}')?;
        }
        Ok(None)
    }

    fn tag_value(&mut self) -> Result<Option<Cow<'a, str>>, Fault> {
        Ok(match self.kind()? {
            JsonKind::String => Some(self.string()?),
            JsonKind::Number => Some(Cow::Borrowed(self.number()?)),
            JsonKind::Boolean => Some(Cow::Borrowed(if self.boolean()? { "true" } else { "false" })),
            JsonKind::Null => {
                self.null()?;
                None
            }
            JsonKind::Array | JsonKind::Object => return self.wrong_kind("a scalar"),
        })
    }

    /// Reads the value of a union's branch.
    ///
    /// # Errors
    /// Those of the value.
    pub fn branch<T: Decode, U>(&mut self, wrap: fn(T) -> U, rules: &'static Rules) -> Result<U, Fault> {
        T::decode(self, rules).map(wrap).map_err(|fault| fault.hidden_if(rules))
    }

    /// Reads past the value of a union's branch that holds nothing.
    ///
    /// # Errors
    /// When the JSON is malformed.
    pub fn unit<U>(&mut self, value: U) -> Result<U, Fault> {
        if self.peek() == Some(b'{') {
            self.open(b'{', "an object")?;
            let more = self.begin_members(&[])?;
            self.skip_members(more)?;
        } else {
            self.skip()?;
        }
        Ok(value)
    }

    /// Refuses a discriminator that selects no branch.
    ///
    /// # Errors
    /// Always.
    #[cold]
    pub fn unknown_tag<U>(
        &mut self,
        name: &'static str,
        tag: Option<&str>,
        known: &[&str],
    ) -> Result<U, Fault> {
        let known: Vec<String> = known.iter().map(|value| format!("`{value}`")).collect();
        let (found, value) = match tag {
            Some(tag) => ("the value", Some(crate::check::quoted(tag))),
            None => ("nothing", None),
        };
        Err(Fault::at(self.at, format!("one of {}", known.join(", ")), found, value).in_tag(name))
    }
}
