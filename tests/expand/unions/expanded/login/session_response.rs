/// What the response of `login/session` holds.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct SessionActive {
    /// `user`: text.
    pub user: __p::Option<__p::String>,
}
__p::record!(SessionActive, [], {
    0 user "user" optional &__p::PLAIN;
});
/// What the response of `login/session` holds.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub enum SessionResponse {
    /// `state` is `active`.
    Active(SessionActive),
    /// `state` is `idle`.
    Idle,
    /// A branch that this version does not know, kept as it came.
    Unknown(__p::Json),
}
impl __p::Value for SessionResponse {
    fn parts(&self) -> __p::Parts<'_> {
        __p::Parts::Branch(
            match self {
                Self::Active(value) => {
                    __p::Branch::new(
                        "Active",
                        __p::Some(("state", __p::Tag::Text("active"))),
                        __p::Some(value),
                        &__p::PLAIN,
                    )
                }
                Self::Idle => {
                    __p::Branch::new(
                        "Idle",
                        __p::Some(("state", __p::Tag::Text("idle"))),
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
impl __p::Decode for SessionResponse {
    fn decode(
        reader: &mut __p::Reader<'_>,
        _: &'static __p::Rules,
    ) -> __p::Result<Self, __p::DecodeError> {
        match reader.tag("state")?.as_deref() {
            __p::Some("active") => reader.branch(Self::Active, &__p::PLAIN),
            __p::Some("idle") => reader.unit(Self::Idle),
            __p::Some(_) => reader.branch(Self::Unknown, &__p::PLAIN),
            tag => reader.unknown_tag("state", tag, &["active", "idle"]),
        }
    }
}
__p::union_type!(SessionResponse);
/// Why [`Session`] was refused; see [`Session::failure`].
#[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::fmt::Debug)]
#[non_exhaustive]
pub enum SessionFailure {
    /// The session has ended.
    Gone,
}
