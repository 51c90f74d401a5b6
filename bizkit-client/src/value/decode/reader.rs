//! A strict JSON reader (RFC 8259) that hands out values as they are asked for.

use super::error::DecodeError;
use crate::base::escape::json_string;
use crate::schema::rules::Rules;
use std::borrow::Cow;

/// How deep lists and objects may be nested, and how many branches of unions may be open at once.
pub(super) const DEPTH: u32 = 127;

/// Reads JSON text from front to end.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "holds a response, which may hold secrets")]
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) depth: u32,
    pub(super) branches: u32,
    pub(super) tags: Tags,
    pub(super) strays: Strays,
}

/// What is known of the object whose discriminators were looked at last, and of the whole text.
#[derive(Clone, Copy)]
pub(super) struct Tags {
    /// Where it begins, behind the bracket.
    pub(super) start: usize,
    /// Its discriminators, the inner one first, and the places behind their values.
    pub(super) names: [Option<(&'static str, usize)>; 2],
    /// Whether the inner one is its first member.
    pub(super) first: bool,
    /// What the text has shown so far.
    pub(super) seen: Seen,
    /// Whether all of an object is searched for its last one.
    pub(super) careful: bool,
}

/// Which discriminators a text has, the more of them the greater.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(super) enum Seen {
    None,
    Single,
    Doubled,
}

impl Tags {
    pub(super) const NONE: Self =
        Self { start: 0, names: [None; 2], first: false, seen: Seen::None, careful: false };

    /// Whether a member of the object that begins at `start` is one of its discriminators.
    pub(super) fn contain(&self, start: usize, member: &str) -> bool {
        self.start == start && self.names.iter().flatten().any(|(name, _)| *name == member)
    }

    /// Whether a discriminator of the object that begins at `start` has told what the object is.
    pub(super) fn place(&self, start: usize) -> bool {
        self.start == start && self.names.iter().flatten().any(|(_, behind)| *behind > 0)
    }
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
pub(super) type ReadItem<'f> = &'f mut dyn FnMut(&mut Reader<'_>, &'static Rules) -> Result<(), DecodeError>;

/// What reads one value of a map with its key and the rules of values.
pub(super) type ReadEntry<'f> =
    &'f mut dyn FnMut(&mut Reader<'_>, String, &'static Rules) -> Result<(), DecodeError>;

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
    pub fn end(&mut self) -> Result<(), DecodeError> {
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
    pub fn kind(&mut self) -> Result<JsonKind, DecodeError> {
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

    /// Takes a member's name and the colon behind it, if it is this one, spelled without escapes.
    #[inline]
    pub(super) fn eat_key(&mut self, name: &str) -> Result<bool, DecodeError> {
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
    pub(super) fn key(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        if self.peek() != Some(b'"') {
            return Err(self.syntax("a member's name"));
        }
        let name = self.string()?;
        self.colon()?;
        Ok(name)
    }

    #[inline]
    pub(super) fn colon(&mut self) -> Result<(), DecodeError> {
        if self.eat(b':') { Ok(()) } else { Err(self.syntax("`:`")) }
    }

    /// Begins a list or an object.
    pub(super) fn open(&mut self, bracket: u8, expected: &'static str) -> Result<(), DecodeError> {
        if !self.eat(bracket) {
            return self.wrong_kind(expected);
        }
        self.depth += 1;
        if self.depth > DEPTH {
            let found = "a deeper one";
            return Err(DecodeError::at(self.at, format!("at most {DEPTH} levels of brackets"), found, None));
        }
        Ok(())
    }

    /// Whether another element follows; takes the comma, or else the bracket at the end.
    #[inline]
    pub(crate) fn more(&mut self, bracket: u8) -> Result<bool, DecodeError> {
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
    pub(super) fn list(&mut self, rules: &'static Rules, read: ReadItem<'_>) -> Result<(), DecodeError> {
        let rules_of_items = rules.of_items();
        let hide = |error: DecodeError, index| error.hidden_if(rules_of_items).in_item(index);
        if let Some(delimiter) = rules.delimiter
            && self.peek() == Some(b'"')
        {
            let joined = self.string()?;
            for (index, item) in joined.split(delimiter).filter(|_| !joined.is_empty()).enumerate() {
                let item = json_string(item);
                read(&mut Reader::new(&item), rules_of_items).map_err(|error| hide(error, index))?;
            }
            return Ok(());
        }
        self.open(b'[', "a list")?;
        let mut more = !self.eat(b']');
        let mut index = 0;
        while more {
            read(self, rules_of_items).map_err(|error| hide(error, index))?;
            index += 1;
            more = self.more(b']')?;
        }
        self.depth -= 1;
        Ok(())
    }

    /// Reads an object with free keys.
    ///
    /// Languages that do not tell lists and maps apart write an empty map as `[]`; it is taken as one.
    pub(super) fn map(&mut self, rules: &'static Rules, read: ReadEntry<'_>) -> Result<(), DecodeError> {
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
                .map_err(|error| error.hidden_if(rules.of_items()).in_entry(key))
        })
    }

    /// Walks over the members of an object; `each` reads the value that follows a name.
    pub(crate) fn members(
        &mut self,
        each: &mut dyn FnMut(&mut Self, &str) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
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
    pub fn skip(&mut self) -> Result<(), DecodeError> {
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
}
