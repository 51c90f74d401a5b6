/// `body` in a call to `login/password`.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub enum Body {
    /// A string.
    Line(__p::String),
    /// A list.
    Parts(__p::Vec<__p::String>),
    /// An object.
    Whole(BodyWhole),
}
impl __p::Value for Body {
    fn parts(&self) -> __p::Parts<'_> {
        __p::Parts::Branch(
            match self {
                Self::Line(value) => {
                    __p::Branch::new("Line", __p::None, __p::Some(value), &__p::PLAIN)
                }
                Self::Parts(value) => {
                    __p::Branch::new("Parts", __p::None, __p::Some(value), &__p::PLAIN)
                }
                Self::Whole(value) => {
                    __p::Branch::new("Whole", __p::None, __p::Some(value), &__p::PLAIN)
                }
            },
        )
    }
}
impl __p::Decode for Body {
    fn decode(
        reader: &mut __p::Reader<'_>,
        _: &'static __p::Rules,
    ) -> __p::Result<Self, __p::DecodeError> {
        match reader.kind()? {
            __p::JsonKind::String => reader.branch(Self::Line, &__p::PLAIN),
            __p::JsonKind::Array => reader.branch(Self::Parts, &__p::PLAIN),
            __p::JsonKind::Object => reader.branch(Self::Whole, &__p::PLAIN),
            _ => reader.wrong_kind("a string or a list or an object"),
        }
    }
}
__p::union_type!(Body);
impl ::core::convert::From<__p::String> for Body {
    fn from(value: __p::String) -> Self {
        Self::Line(value)
    }
}
impl __p::FromText for Body {
    fn from_text(value: __p::String) -> Self {
        ::core::convert::From::from(value)
    }
}
impl ::core::convert::From<__p::Vec<__p::String>> for Body {
    fn from(value: __p::Vec<__p::String>) -> Self {
        Self::Parts(value)
    }
}
impl __p::Arg<Body> for __p::Vec<__p::String> {
    fn into_arg(self) -> Body {
        ::core::convert::From::from(self)
    }
}
impl<__S, const __N: usize> __p::Arg<Body> for [__S; __N]
where
    Self: __p::Arg<__p::Vec<__p::String>>,
{
    fn into_arg(self) -> Body {
        ::core::convert::From::from(__p::Arg::<__p::Vec<__p::String>>::into_arg(self))
    }
}
impl<__S> __p::Arg<Body> for &[__S]
where
    Self: __p::Arg<__p::Vec<__p::String>>,
{
    fn into_arg(self) -> Body {
        ::core::convert::From::from(__p::Arg::<__p::Vec<__p::String>>::into_arg(self))
    }
}
impl ::core::convert::From<BodyWhole> for Body {
    fn from(value: BodyWhole) -> Self {
        Self::Whole(value)
    }
}
