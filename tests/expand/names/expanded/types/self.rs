/// `to.type` in a call to `loop/match`.
///
/// Text of your own is checked when it is parsed or sent; text that the server sent is kept as it came.
pub type Self_ = __p::PlainText<SelfTextText>;
