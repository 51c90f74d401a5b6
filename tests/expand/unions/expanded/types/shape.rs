/// `shape` in a call to `login/password`.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub enum Shape {
    /// `sides` is `3`.
    Triangle(ShapeTriangle),
    /// `sides` is `4`.
    Square(ShapeSquare),
    /// `sides` is not there.
    Blob(ShapeBlob),
    /// A branch that this version does not know, kept as it came.
    Unknown(__p::Json),
}
impl __p::Value for Shape {
    fn parts(&self) -> __p::Parts<'_> {
        __p::Parts::Branch(
            match self {
                Self::Triangle(value) => {
                    __p::Branch::new(
                        "Triangle",
                        __p::Some(("sides", __p::Tag::Integer(3))),
                        __p::Some(value),
                        &__p::PLAIN,
                    )
                }
                Self::Square(value) => {
                    __p::Branch::new(
                        "Square",
                        __p::Some(("sides", __p::Tag::Integer(4))),
                        __p::Some(value),
                        &__p::PLAIN,
                    )
                }
                Self::Blob(value) => {
                    __p::Branch::new("Blob", __p::None, __p::Some(value), &__p::PLAIN)
                }
                Self::Unknown(value) => {
                    __p::Branch::new("Unknown", __p::None, __p::Some(value), &__p::PLAIN)
                }
            },
        )
    }
}
impl __p::Decode for Shape {
    fn decode(
        reader: &mut __p::Reader<'_>,
        _: &'static __p::Rules,
    ) -> __p::Result<Self, __p::DecodeError> {
        match reader.tag("sides")?.as_deref() {
            __p::Some("3") => reader.branch(Self::Triangle, &__p::PLAIN),
            __p::Some("4") => reader.branch(Self::Square, &__p::PLAIN),
            __p::None => reader.branch(Self::Blob, &__p::PLAIN),
            __p::Some(_) => reader.branch(Self::Unknown, &__p::PLAIN),
        }
    }
}
__p::union_type!(Shape);
impl ::core::convert::From<ShapeTriangle> for Shape {
    fn from(value: ShapeTriangle) -> Self {
        Self::Triangle(value)
    }
}
impl ::core::convert::From<ShapeSquare> for Shape {
    fn from(value: ShapeSquare) -> Self {
        Self::Square(value)
    }
}
impl ::core::convert::From<ShapeBlob> for Shape {
    fn from(value: ShapeBlob) -> Self {
        Self::Blob(value)
    }
}
