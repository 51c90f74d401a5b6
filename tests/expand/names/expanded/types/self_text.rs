#[doc(hidden)]
#[allow(missing_debug_implementations, reason = "it has no values")]
pub enum SelfTextText {}
impl __p::TextKind for SelfTextText {
    type Form = __p::form::Any;
    const INFO: &'static __p::TextInfo = &__p::TextInfo {
        name: "Self_",
        rules: &__p::PLAIN,
        misuse: "`Self_` must be: any text",
    };
}
/// `to.text` in a call to `loop/match`.
///
/// Text of your own is checked when it is parsed or sent; text that the server sent is kept as it came.
pub type SelfText = __p::PlainText<SelfTextTextText>;
#[doc(hidden)]
#[allow(missing_debug_implementations, reason = "it has no values")]
pub enum SelfTextTextText {}
impl __p::TextKind for SelfTextTextText {
    type Form = __p::form::Any;
    const INFO: &'static __p::TextInfo = &__p::TextInfo {
        name: "SelfText",
        rules: &__p::PLAIN,
        misuse: "`SelfText` must be: any text",
    };
}
