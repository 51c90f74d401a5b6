/// `type` in a call to `loop/match`.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub enum Result {
    /// A string.
    String(__p::String),
    /// A boolean.
    Boolean(bool),
}
impl __p::Value for Result {
    fn parts(&self) -> __p::Parts<'_> {
        __p::Parts::Branch(
            match self {
                Self::String(value) => {
                    __p::Branch::new("String", __p::None, __p::Some(value), &__p::PLAIN)
                }
                Self::Boolean(value) => {
                    __p::Branch::new("Boolean", __p::None, __p::Some(value), &__p::PLAIN)
                }
            },
        )
    }
}
impl __p::Decode for Result {
    fn decode(
        reader: &mut __p::Reader<'_>,
        _: &'static __p::Rules,
    ) -> __p::Result<Self, __p::DecodeError> {
        match reader.kind()? {
            __p::JsonKind::String => reader.branch(Self::String, &__p::PLAIN),
            __p::JsonKind::Boolean => reader.branch(Self::Boolean, &__p::PLAIN),
            _ => reader.wrong_kind("a string or a boolean"),
        }
    }
}
__p::union_type!(Result);
impl ::core::convert::From<__p::String> for Result {
    fn from(value: __p::String) -> Self {
        Self::String(value)
    }
}
impl __p::FromText for Result {
    fn from_text(value: __p::String) -> Self {
        ::core::convert::From::from(value)
    }
}
impl ::core::convert::From<bool> for Result {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}
impl __p::Arg<Result> for bool {
    fn into_arg(self) -> Result {
        ::core::convert::From::from(self)
    }
}
