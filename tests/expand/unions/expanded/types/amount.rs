/// A number or words.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub enum Amount {
    /// A string.
    String(__p::String),
    /// A number.
    Integer(i64),
}
impl __p::Value for Amount {
    fn parts(&self) -> __p::Parts<'_> {
        __p::Parts::Branch(
            match self {
                Self::String(value) => {
                    __p::Branch::new("String", __p::None, __p::Some(value), &__p::PLAIN)
                }
                Self::Integer(value) => {
                    __p::Branch::new("Integer", __p::None, __p::Some(value), &__p::PLAIN)
                }
            },
        )
    }
}
impl __p::Decode for Amount {
    fn decode(
        reader: &mut __p::Reader<'_>,
        _: &'static __p::Rules,
    ) -> __p::Result<Self, __p::DecodeError> {
        match reader.kind()? {
            __p::JsonKind::String => reader.branch(Self::String, &__p::PLAIN),
            __p::JsonKind::Number => reader.branch(Self::Integer, &__p::PLAIN),
            _ => reader.wrong_kind("a string or a number"),
        }
    }
}
__p::union_type!(Amount);
impl ::core::convert::From<__p::String> for Amount {
    fn from(value: __p::String) -> Self {
        Self::String(value)
    }
}
impl __p::FromText for Amount {
    fn from_text(value: __p::String) -> Self {
        ::core::convert::From::from(value)
    }
}
impl ::core::convert::From<i64> for Amount {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}
impl __p::FromInteger for Amount {
    fn from_integer(value: i64) -> Self {
        ::core::convert::From::from(value)
    }
}
