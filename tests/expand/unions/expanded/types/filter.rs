/// What to look for.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub enum Filter {
    /// `kind` is `id`.
    ById(FilterById),
    /// `kind` is `text`.
    ByText(FilterByText),
    /// No filter at all.
    Everything,
    /// A branch that this version does not know, kept as it came.
    Unknown(__p::Json),
}
impl __p::Value for Filter {
    fn parts(&self) -> __p::Parts<'_> {
        __p::Parts::Branch(
            match self {
                Self::ById(value) => {
                    __p::Branch::new(
                        "ById",
                        __p::Some(("kind", __p::Tag::Text("id"))),
                        __p::Some(value),
                        &__p::PLAIN,
                    )
                }
                Self::ByText(value) => {
                    __p::Branch::new(
                        "ByText",
                        __p::Some(("kind", __p::Tag::Text("text"))),
                        __p::Some(value),
                        &__p::PLAIN,
                    )
                }
                Self::Everything => {
                    __p::Branch::new(
                        "Everything",
                        __p::Some(("kind", __p::Tag::Text("all"))),
                        __p::None,
                        &__p::PLAIN,
                    )
                }
                Self::Unknown(value) => {
                    __p::Branch::new("Unknown", __p::None, __p::Some(value), &__p::PLAIN)
                }
            },
        )
    }
}
impl __p::Decode for Filter {
    fn decode(
        reader: &mut __p::Reader<'_>,
        _: &'static __p::Rules,
    ) -> __p::Result<Self, __p::DecodeError> {
        match reader.tag("kind")?.as_deref() {
            __p::Some("id") => reader.branch(Self::ById, &__p::PLAIN),
            __p::Some("text") => reader.branch(Self::ByText, &__p::PLAIN),
            __p::Some("all") => reader.unit(Self::Everything),
            __p::Some(_) => reader.branch(Self::Unknown, &__p::PLAIN),
            tag => reader.unknown_tag("kind", tag, &["id", "text", "all"]),
        }
    }
}
__p::union_type!(Filter);
impl ::core::convert::From<FilterById> for Filter {
    fn from(value: FilterById) -> Self {
        Self::ById(value)
    }
}
impl ::core::convert::From<FilterByText> for Filter {
    fn from(value: FilterByText) -> Self {
        Self::ByText(value)
    }
}
