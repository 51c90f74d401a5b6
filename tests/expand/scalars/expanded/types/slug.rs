/// A name in addresses.
///
/// At most 64 characters; matches `^[a-z0-9]+(-[a-z0-9]+)*$`.
///
/// White space at both ends is removed. Upper case becomes lower case.
///
/// Example: `warm-socks`.
///
/// Text of your own is checked when it is parsed or sent; text that the server sent is kept as it came.
pub type Slug = __p::PlainText<SlugText>;
#[doc(hidden)]
#[allow(missing_debug_implementations, reason = "it has no values")]
pub enum SlugText {}
impl __p::TextKind for SlugText {
    type Form = __p::form::Any;
    const INFO: &'static __p::TextInfo = &__p::TextInfo {
        name: "Slug",
        rules: &super::__tables::SLUG,
        misuse: "`Slug` must be: at most 64 characters; matches `^[a-z0-9]+(-[a-z0-9]+)*$`",
    };
}
