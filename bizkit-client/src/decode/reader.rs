//! A strict JSON reader (RFC 8259) that hands out values as they are asked for.

use super::fault::Fault;
use super::slot::Slot;
use super::tag::Tags;
use super::text;
use crate::envelope::accuses;
use crate::rules::Rules;
use crate::tables::FieldInfo;
use std::borrow::Cow;

/// How deep lists and objects may be nested, and how many branches of unions may be open at once.
pub(super) const DEPTH: u32 = 127;

/// Reads JSON text from front to end.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "holds a reply, which may hold secrets")]
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) depth: u32,
    pub(super) branches: u32,
    pub(super) tags: Tags,
    strays: Strays,
}

/// What becomes of members of the root that its type does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strays {
    /// They are skipped.
    Ignored,
    /// In a success they may say that the call failed.
    OfSuccess,
    /// In a documented failure they may be the error that every endpoint may answer with.
    OfFailure,
}

/// The kinds of values that JSON itself tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonKind {
    /// `"..."`
    String,
    /// `1`, `1.5`
    Number,
    /// `true`, `false`
    Boolean,
    /// `[...]`
    Array,
    /// `{...}`
    Object,
    /// `null`
    Null,
}

/// What reads one element of a list with the rules of elements.
pub(super) type ReadItem<'f> = &'f mut dyn FnMut(&mut Reader<'_>, &'static Rules) -> Result<(), Fault>;

/// What reads one value of a map with its key and the rules of values.
pub(super) type ReadEntry<'f> =
    &'f mut dyn FnMut(&mut Reader<'_>, String, &'static Rules) -> Result<(), Fault>;

impl<'a> Reader<'a> {
    /// A reader at the start of a text.
    pub const fn new(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0, branches: 0, tags: Tags::NONE, strays: Strays::Ignored }
    }

    /// A reader of a whole body, which may begin with a byte order mark.
    pub(super) fn whole(text: &'a str, strays: Strays) -> Self {
        let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        Self { at, strays, ..Self::new(text) }
    }

    /// Whether this is the answer to a call, and nothing of it or all of it was read.
    pub(crate) fn is_at_answer(&self) -> bool {
        self.depth == 0 && self.strays != Strays::Ignored
    }

    /// Makes sure that nothing but white space is left.
    ///
    /// # Errors
    /// When something is.
    pub fn end(&mut self) -> Result<(), Fault> {
        if self.peek().is_none() { Ok(()) } else { Err(self.syntax("the end of the text")) }
    }

    /// The next byte that is not white space.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                byte => return byte.copied(),
            }
        }
    }

    /// Takes a byte if it is the next one.
    #[inline]
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// The kind of the next value, which is not read.
    ///
    /// # Errors
    /// When no value begins here.
    pub fn kind(&mut self) -> Result<JsonKind, Fault> {
        Ok(match self.peek() {
            Some(b'"') => JsonKind::String,
            Some(b'-' | b'0'..=b'9') => JsonKind::Number,
            Some(b't' | b'f') => JsonKind::Boolean,
            Some(b'[') => JsonKind::Array,
            Some(b'{') => JsonKind::Object,
            Some(b'n') => JsonKind::Null,
            _ => return Err(self.syntax("a value")),
        })
    }

    /// Reads an object into slots, one for each field. Other members are skipped; of several members with one
    /// name the last one counts.
    ///
    /// # Errors
    /// When the JSON is malformed or no object, or a slot refuses its value.
    pub fn object(&mut self, fields: &'static [FieldInfo], slots: &mut [&mut dyn Slot]) -> Result<(), Fault> {
        let tags = self.tags;
        self.open(b'{', "an object")?;
        let start = self.at;
        let mut next = 0;
        let mut more = self.begin_members(fields)?;
        while more {
            match self.field(fields, next)? {
                Ok(index) => {
                    let field = &fields[index];
                    slots[index].fill(self, field.rules).map_err(|fault| fault.in_member(field))?;
                    self.note_tag(tags, start, field.wire);
                    next = index + 1;
                }
                Err(name) => match fields.iter().position(FieldInfo::is_rest) {
                    Some(rest) if !tags.contain(start, &name) => {
                        let rules = fields[rest].rules.of_items();
                        let read = slots[rest].entry(&name, self, rules);
                        read.map_err(|fault| fault.hidden_if(rules).in_entry(&name))?;
                    }
                    _ => self.stray(tags, start, &name)?,
                },
            }
            more = self.more(b'}')?;
        }
        self.depth -= 1;
        for (field, slot) in fields.iter().zip(slots).filter(|(field, _)| field.is_required()) {
            if slot.is_empty() {
                return Err(Fault::at(self.at, "a value", "nothing", None).in_member(field));
            }
        }
        Ok(())
    }

    /// Reads a member's name and the colon behind it; gives the field's index, or else the name. Members mostly come in the order
    /// of the spec, so the field that follows the last one is tried first, without taking the name apart.
    #[inline]
    fn field(&mut self, fields: &[FieldInfo], next: usize) -> Result<Result<usize, Cow<'a, str>>, Fault> {
        if let Some(field) = fields.get(next)
            && !field.is_rest()
            && self.eat_key(field.wire)?
        {
            return Ok(Ok(next));
        }
        let name = self.key()?;
        Ok(fields.iter().position(|field| field.wire == name && !field.is_rest()).ok_or(name))
    }

    /// Takes a member's name and the colon behind it, if it is this one, spelled without escapes.
    #[inline]
    pub(super) fn eat_key(&mut self, name: &str) -> Result<bool, Fault> {
        if self.peek() != Some(b'"') {
            return Ok(false);
        }
        let rest = &self.text.as_bytes()[self.at + 1..];
        if !rest.starts_with(name.as_bytes()) || rest.get(name.len()) != Some(&b'"') {
            return Ok(false);
        }
        self.at += name.len() + 2;
        self.colon()?;
        Ok(true)
    }

    /// Reads a member's name and the colon behind it.
    pub(super) fn key(&mut self) -> Result<Cow<'a, str>, Fault> {
        if self.peek() != Some(b'"') {
            return Err(self.syntax("a member's name"));
        }
        let name = self.string()?;
        self.colon()?;
        Ok(name)
    }

    #[inline]
    fn colon(&mut self) -> Result<(), Fault> {
        if self.eat(b':') { Ok(()) } else { Err(self.syntax("`:`")) }
    }

    /// Begins a list or an object.
    pub(super) fn open(&mut self, bracket: u8, expected: &'static str) -> Result<(), Fault> {
        if !self.eat(bracket) {
            return self.wrong_kind(expected);
        }
        self.depth += 1;
        if self.depth > DEPTH {
            let found = "a deeper one";
            return Err(Fault::at(self.at, format!("at most {DEPTH} levels of brackets"), found, None));
        }
        Ok(())
    }

    /// Whether another element follows; takes the comma, or else the bracket at the end.
    #[inline]
    pub(crate) fn more(&mut self, bracket: u8) -> Result<bool, Fault> {
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            Some(byte) if byte == bracket => {
                self.at += 1;
                Ok(false)
            }
            _ => Err(self.syntax(if bracket == b'}' { "`,` or `}`" } else { "`,` or `]`" })),
        }
    }

    /// Reads a list; one that the rules call delimited may also be a string.
    pub(super) fn list(&mut self, rules: &'static Rules, read: ReadItem<'_>) -> Result<(), Fault> {
        let rules_of_items = rules.of_items();
        let hide = |fault: Fault, index| fault.hidden_if(rules_of_items).in_item(index);
        if let Some(delimiter) = rules.delimiter
            && self.peek() == Some(b'"')
        {
            let joined = self.string()?;
            for (index, item) in joined.split(delimiter).filter(|_| !joined.is_empty()).enumerate() {
                let item = crate::encode::to_json(&item.to_owned(), &crate::rules::PLAIN);
                read(&mut Reader::new(&item), rules_of_items).map_err(|fault| hide(fault, index))?;
            }
            return Ok(());
        }
        self.open(b'[', "a list")?;
        let mut more = !self.eat(b']');
        let mut index = 0;
        while more {
            read(self, rules_of_items).map_err(|fault| hide(fault, index))?;
            index += 1;
            more = self.more(b']')?;
        }
        self.depth -= 1;
        Ok(())
    }

    /// Reads an object with free keys.
    ///
    /// Languages that do not tell lists and maps apart write an empty map as `[]`; it is taken as one.
    pub(super) fn map(&mut self, rules: &'static Rules, read: ReadEntry<'_>) -> Result<(), Fault> {
        if self.peek() == Some(b'[') {
            let mut ahead = self.clone();
            ahead.at += 1;
            if ahead.eat(b']') {
                *self = ahead;
                return Ok(());
            }
        }
        self.members(&mut |reader, key| {
            read(reader, key.to_owned(), rules.of_items())
                .map_err(|fault| fault.hidden_if(rules.of_items()).in_entry(key))
        })
    }

    /// Walks over the members of an object; `each` reads the value that follows a name.
    pub(crate) fn members(
        &mut self,
        each: &mut dyn FnMut(&mut Self, &str) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.open(b'{', "an object")?;
        let mut more = !self.eat(b'}');
        while more {
            let key = self.key()?;
            each(self, &key)?;
            more = self.more(b'}')?;
        }
        self.depth -= 1;
        Ok(())
    }

    /// Reads past a member that no field names; fails where it says that the call failed.
    #[inline]
    pub(super) fn stray(&mut self, tags: Tags, start: usize, name: &str) -> Result<(), Fault> {
        if self.depth == 1 && self.strays != Strays::Ignored && !tags.place(start) {
            let before = self.text[start..].trim_ascii_start();
            let alone = before.strip_prefix('"').is_some_and(|before| before.starts_with(name));
            if accuses(self.strays, name, alone, self) {
                return Err(Fault::new("the server reports a failure"));
            }
        }
        self.skip()?;
        self.note_tag(tags, start, name);
        Ok(())
    }

    /// How many bytes were read since `other` stood here.
    pub(crate) fn behind(&self, other: &Self) -> usize {
        self.at - other.at
    }

    /// The text between here and the place of `ahead`.
    pub(crate) fn text_until(&self, ahead: &Self) -> &'a str {
        &self.text[self.at..ahead.at]
    }

    /// Reads past one value of any kind.
    ///
    /// # Errors
    /// When the JSON is malformed.
    pub fn skip(&mut self) -> Result<(), Fault> {
        match self.kind()? {
            JsonKind::String => self.skip_string(),
            JsonKind::Number => self.number().map(drop),
            JsonKind::Boolean => self.boolean().map(drop),
            JsonKind::Null => self.null().map(drop),
            JsonKind::Array => {
                self.open(b'[', "a list")?;
                let mut more = !self.eat(b']');
                while more {
                    self.skip()?;
                    more = self.more(b']')?;
                }
                self.depth -= 1;
                Ok(())
            }
            JsonKind::Object => {
                self.open(b'{', "an object")?;
                let mut more = !self.eat(b'}');
                while more {
                    if self.peek() != Some(b'"') {
                        return Err(self.syntax("a member's name"));
                    }
                    self.skip_string()?;
                    self.colon()?;
                    self.skip()?;
                    more = self.more(b'}')?;
                }
                self.depth -= 1;
                Ok(())
            }
        }
    }

    /// Refuses the value that follows because of its kind.
    ///
    /// # Errors
    /// Always.
    #[cold]
    pub fn wrong_kind<U>(&mut self, expected: &'static str) -> Result<U, Fault> {
        Err(text::describe(self, expected))
    }

    /// Malformed JSON at this place.
    #[cold]
    pub(super) fn syntax(&self, expected: &'static str) -> Fault {
        text::malformed(self.text, self.at, expected)
    }
}
