//! Reads the members of an object into their slots, the order of the spec first.

use super::error::DecodeError;
use super::reader::Reader;
use super::slot::Slot;
use crate::schema::tables::FieldInfo;
use std::borrow::Cow;

impl<'a> Reader<'a> {
    /// Reads an object into slots, one for each field. Other members are skipped; of several members with one
    /// name the last one counts.
    ///
    /// # Errors
    /// When the JSON is malformed or no object, or a slot refuses its value.
    pub fn object(
        &mut self,
        fields: &'static [FieldInfo],
        slots: &mut [&mut dyn Slot],
    ) -> Result<(), DecodeError> {
        let tags = self.tags;
        self.open(b'{', "an object")?;
        let start = self.at;
        let mut next = 0;
        let mut more = self.begin_members(fields)?;
        while more {
            match self.field(fields, next)? {
                Ok(index) => {
                    let field = &fields[index];
                    slots[index].fill(self, field.rules).map_err(|error| error.in_member(field))?;
                    self.note_tag(tags, start, field.wire);
                    next = index + 1;
                }
                Err(name) => match fields.iter().position(FieldInfo::is_rest) {
                    Some(rest) if !tags.contain(start, &name) => {
                        let rules = fields[rest].rules.of_items();
                        let read = slots[rest].entry(&name, self, rules);
                        read.map_err(|error| error.hidden_if(rules).in_entry(&name))?;
                    }
                    _ => self.stray(tags, start, &name)?,
                },
            }
            more = self.more(b'}')?;
        }
        self.depth -= 1;
        for (field, slot) in fields.iter().zip(slots).filter(|(field, _)| field.is_required()) {
            if slot.is_empty() {
                return Err(DecodeError::at(self.at, "a value", "nothing", None).in_member(field));
            }
        }
        Ok(())
    }

    /// Reads a member's name and the colon behind it; gives the field's index, or else the name. Members mostly come in the order
    /// of the spec, so the field that follows the last one is tried first, without taking the name apart.
    #[inline]
    fn field(
        &mut self,
        fields: &[FieldInfo],
        next: usize,
    ) -> Result<Result<usize, Cow<'a, str>>, DecodeError> {
        if let Some(field) = fields.get(next)
            && !field.is_rest()
            && self.eat_key(field.wire)?
        {
            return Ok(Ok(next));
        }
        let name = self.key()?;
        Ok(fields.iter().position(|field| field.wire == name && !field.is_rest()).ok_or(name))
    }
}
