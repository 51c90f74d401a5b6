//! The discriminators of objects: what chooses a union's branch is read ahead, and not again where it comes first.

use super::Decode;
use super::error::DecodeError;
use super::reader::{DEPTH, JsonKind, Reader, Seen, Tags};
use crate::schema::rules::Rules;
use crate::schema::tables::FieldInfo;
use std::borrow::Cow;

impl<'a> Reader<'a> {
    /// Whether the object that was opened has members; goes past a discriminator that is no field.
    #[inline]
    pub(super) fn begin_members(&mut self, fields: &[FieldInfo]) -> Result<bool, DecodeError> {
        match self.tags {
            Tags { start, names: [Some((name, behind)), _], first: true, .. }
                if start == self.at && !fields.iter().any(|field| field.wire == name) =>
            {
                self.at = behind;
                self.more(b'}')
            }
            _ => Ok(!self.eat(b'}')),
        }
    }

    /// The discriminator of the object that follows, as text; nothing is read. `None` where it is not there
    /// or `null`. Of several the last one counts.
    ///
    /// # Errors
    /// When no object follows, or its discriminator is a list or an object.
    pub fn tag(&mut self, name: &'static str) -> Result<Option<Cow<'a, str>>, DecodeError> {
        let mut ahead = self.clone();
        ahead.open(b'{', "an object")?;
        let start = ahead.at;
        let outer = if self.tags.start == start { self.tags.names[0] } else { None };
        let seen = if self.tags.seen == Seen::None { Seen::Single } else { self.tags.seen };
        self.tags = Tags { start, names: [Some((name, 0)), outer], first: false, seen, ..self.tags };
        let mut found = None;
        let mut more = !ahead.eat(b'}');
        let mut is_first = true;
        while more {
            if ahead.eat_key(name)? || ahead.key()? == name {
                found = ahead.tag_value().map_err(|error| error.in_tag(name))?;
                self.tags.names[0] = Some((name, ahead.at));
                self.tags.first = is_first && !self.tags.careful;
                if !self.tags.careful {
                    return Ok(found);
                }
            } else {
                ahead.skip()?;
            }
            is_first = false;
            more = ahead.more(b'}')?;
        }
        Ok(found)
    }

    /// Notes a member of an object that was just read: of a discriminator it may be the second one.
    #[inline]
    pub(super) fn note_tag(&mut self, tags: Tags, start: usize, member: &str) {
        if tags.start == start {
            let second = |(name, behind): &(&str, usize)| *name == member && *behind != self.at;
            if tags.names.iter().flatten().any(second) {
                self.tags.seen = Seen::Doubled;
            }
        }
    }

    /// Searches all of every object for its discriminator.
    pub(super) fn careful(mut self) -> Self {
        self.tags.careful = true;
        self
    }

    /// Whether some object has a discriminator.
    pub(super) fn saw_tag(&self) -> bool {
        self.tags.seen > Seen::None
    }

    /// Whether some object has a discriminator twice.
    pub(super) fn saw_doubled_tag(&self) -> bool {
        self.tags.seen == Seen::Doubled
    }

    fn tag_value(&mut self) -> Result<Option<Cow<'a, str>>, DecodeError> {
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

    /// Reads the value of a union's branch. A branch may be a union again and takes no bracket, so branches are
    /// counted by themselves.
    ///
    /// # Errors
    /// Those of the value, and when too many branches are open.
    pub fn branch<T: Decode, U>(
        &mut self,
        wrap: fn(T) -> U,
        rules: &'static Rules,
    ) -> Result<U, DecodeError> {
        if self.branches == DEPTH {
            let expected = format!("at most {DEPTH} branches of unions in each other");
            return Err(DecodeError::at(self.at, expected, "another one", None));
        }
        self.branches += 1;
        let value = self.inside(wrap, rules);
        self.branches -= 1;
        value
    }

    /// Reads a value that another one is made of.
    ///
    /// # Errors
    /// Those of the value.
    pub fn inside<T: Decode, U>(
        &mut self,
        wrap: fn(T) -> U,
        rules: &'static Rules,
    ) -> Result<U, DecodeError> {
        T::decode(self, rules).map(wrap).map_err(|error| error.hidden_if(rules))
    }

    /// Which of these members the object that follows has, `null` left out: of several the first in the list.
    /// Nothing is read; `None` too where no object follows.
    ///
    /// # Errors
    /// When the JSON is malformed.
    pub fn has(&mut self, members: &[&str]) -> Result<Option<usize>, DecodeError> {
        if self.kind()? != JsonKind::Object {
            return Ok(None);
        }
        let mut ahead = self.clone();
        ahead.open(b'{', "an object")?;
        let mut found = vec![false; members.len()];
        let mut more = !ahead.eat(b'}');
        while more {
            let name = ahead.key()?;
            let at = members.iter().position(|member| *member == name);
            if let Some(found) = at.and_then(|at| found.get_mut(at)) {
                *found = ahead.kind()? != JsonKind::Null;
            }
            ahead.skip()?;
            more = ahead.more(b'}')?;
        }
        Ok(found.iter().position(|found| *found))
    }

    /// Reads past the value of a union's branch that holds nothing.
    ///
    /// # Errors
    /// When the JSON is malformed.
    pub fn unit<U>(&mut self, value: U) -> Result<U, DecodeError> {
        self.peek();
        if self.kind()? != JsonKind::Object {
            return self.skip().map(|()| value);
        }
        self.object(&[], &mut [])?;
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
    ) -> Result<U, DecodeError> {
        let known: Vec<String> = known.iter().map(|value| format!("`{value}`")).collect();
        let (found, value) = match tag {
            Some(tag) => ("the value", Some(crate::base::excerpt::quoted(tag))),
            None => ("nothing", None),
        };
        Err(DecodeError::at(self.at, format!("one of {}", known.join(", ")), found, value).in_tag(name))
    }
}

#[cfg(test)]
mod tests;
