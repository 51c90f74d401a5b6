//! Discriminators: first, last, doubled, nested.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use crate::Json;
use crate::schema::rules::{PLAIN, Rules};
use crate::schema::tables::FieldInfo;
use crate::value::decode::{Decode, DecodeError, Reader, from_slice, read_slice};

#[test]
fn a_tag_is_found_wherever_it_stands() {
    let tag = |json: &str| Reader::new(json).tag("t").map(|tag| tag.map(std::borrow::Cow::into_owned));
    assert_eq!(tag(r#"{"a":{"t":1},"t":"x"}"#).unwrap().as_deref(), Some("x"));
    assert_eq!(tag(r#"{"t":12}"#).unwrap().as_deref(), Some("12"));
    assert_eq!(tag(r#"{"t":1,"t":2}"#).unwrap().as_deref(), Some("1"), "a second one shows when all is read");
    assert_eq!(tag(r#"{"t":false,"#).unwrap().as_deref(), Some("false"));
    assert_eq!(tag(r#"{"t":null}"#).unwrap(), None);
    assert_eq!(tag("{}").unwrap(), None);
    assert_eq!(tag(r#"{"t":[]}"#).unwrap_err().to_string(), "t: expected a scalar, found a list at byte 5");
    assert!(tag("[]").is_err());
}

#[test]
fn what_follows_a_tag_is_read_as_strictly_as_without_one() {
    static FIELDS: [FieldInfo; 2] = [FieldInfo::new("a", false, &PLAIN), FieldInfo::new("u", false, &PLAIN)];
    let texts = [
        r#"{"t":true}"#,
        r#" { "t" : "x" , "a" : 1 , "u" : 2 } "#,
        r#"{"a":1,"t":null,"u":2}"#,
        r#"{"t":1,"t":2,"a":3}"#,
        r#"{"\u0074":true,"a":1}"#,
        r#"{"u":true,"a":1}"#,
        r#"{"t":true"#,
        r#"{"t":true,}"#,
        r#"{"t":true,"a"}"#,
        r#"{"t":true]"#,
        r#"{"t":true "a":1}"#,
        r#"{"t":true,"a":[}"#,
        "{}",
    ];
    for text in texts {
        for tags in [&["t"][..], &["u"], &["t", "u"], &["u", "t"]] {
            let members = |reader: &mut Reader<'_>| {
                let (mut a, mut u): (Option<Json>, Option<Json>) = (None, None);
                reader.object(&FIELDS, &mut [&mut a, &mut u])?;
                Ok((a, u))
            };
            let tagged = |reader: &mut Reader<'_>| tags.iter().try_for_each(|tag| reader.tag(tag).map(drop));
            let plain = read_slice(text.as_bytes(), members);
            let found = read_slice(text.as_bytes(), |reader| tagged(reader).and_then(|()| members(reader)));
            assert_eq!(found.as_ref().ok(), plain.as_ref().ok(), "{text} with {tags:?}");
            let unit = read_slice(text.as_bytes(), |reader| tagged(reader).and_then(|()| reader.unit(())));
            assert_eq!(unit.is_ok(), plain.is_ok(), "{text} with {tags:?}");
        }
    }
}

/// A union with three branches, as the macro writes them.
#[derive(Debug, PartialEq)]
enum Shape {
    Circle(i64),
    Square(Option<Box<Shape>>),
    Point,
}

impl Decode for Shape {
    fn decode(reader: &mut Reader<'_>, _: &'static Rules) -> Result<Self, DecodeError> {
        match reader.tag("kind")?.as_deref() {
            Some("circle") => reader.branch(|Circle(r)| Self::Circle(r), &PLAIN),
            Some("square") => reader.branch(|Square(inner)| Self::Square(inner), &PLAIN),
            Some("point") => reader.unit(Self::Point),
            tag => reader.unknown_tag("kind", tag, &["circle", "square", "point"]),
        }
    }
}

struct Circle(i64);
struct Square(Option<Box<Shape>>);

impl Decode for Circle {
    fn decode(reader: &mut Reader<'_>, _: &'static Rules) -> Result<Self, DecodeError> {
        static FIELDS: [FieldInfo; 1] = [FieldInfo::new("r", true, &PLAIN)];
        let mut r = None;
        reader.object(&FIELDS, &mut [&mut r]).map(|()| Self(r.unwrap()))
    }
}

impl Decode for Square {
    fn decode(reader: &mut Reader<'_>, _: &'static Rules) -> Result<Self, DecodeError> {
        // The discriminator is a member of its own here, too.
        static FIELDS: [FieldInfo; 2] =
            [FieldInfo::new("kind", false, &PLAIN), FieldInfo::new("inner", false, &PLAIN)];
        let (mut kind, mut inner): (Option<String>, _) = (None, None);
        reader.object(&FIELDS, &mut [&mut kind, &mut inner]).map(|()| Self(inner))
    }
}

#[test]
fn of_doubled_discriminators_the_last_one_counts() {
    let table = [
        (r#"{"kind":"circle","r":1,"kind":"square","a":2}"#, Some(Shape::Square(None))),
        (r#"{"kind":"square","kind":"circle","r":1}"#, Some(Shape::Circle(1))),
        (r#"{"kind":"square","r":1,"\u006bind":"circle"}"#, Some(Shape::Circle(1))),
        (r#"{"r":1,"kind":"point","kind":"circle"}"#, Some(Shape::Circle(1))),
        (r#"{"r":1,"kind":"circle","kind":"point"}"#, Some(Shape::Point)),
        (r#"{"kind":"circle","r":"one","kind":"point"}"#, Some(Shape::Point)),
        (r#"{"kind":"blob","kind":"point"}"#, Some(Shape::Point)),
        (r#"{"kind":"circle","r":1,"kind":"circle"}"#, Some(Shape::Circle(1))),
        (r#"{"kind":"circle","r":1,"r":2}"#, Some(Shape::Circle(2))),
        (r#"{"kind":"circle","r":1,"kind":"blob"}"#, None),
        (r#"{"kind":"point","kind":null}"#, None),
    ];
    for (json, expected) in table {
        assert_eq!(from_slice::<Shape>(json.as_bytes(), &PLAIN).ok(), expected, "{json}");
        let nested = format!(r#"[{{"kind":"square","inner":{json}}},{{"kind":"point"}}]"#);
        let found = from_slice::<Vec<Shape>>(nested.as_bytes(), &PLAIN).ok();
        let outer = expected.map(|shape| vec![Shape::Square(Some(Box::new(shape))), Shape::Point]);
        assert_eq!(found, outer, "{nested}");
    }
}

#[test]
fn discriminators_that_are_doubled_at_every_level_cost_no_more_than_two_passes() {
    let mut json = r#"{"kind":"circle","r":1,"kind":"point"}"#.to_owned();
    for _ in 0..100 {
        json =
            format!(r#"{{"kind":"point","kind":"square","inner":{json},"kind":"circle","kind":"square"}}"#);
    }
    let mut shape = from_slice::<Shape>(json.as_bytes(), &PLAIN).unwrap();
    let mut depth = 0;
    while let Shape::Square(Some(inner)) = shape {
        shape = *inner;
        depth += 1;
    }
    assert_eq!((depth, shape), (100, Shape::Point));
}
