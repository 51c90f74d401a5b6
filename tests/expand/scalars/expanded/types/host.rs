/// `host` in a call to `lab/measure`.
///
/// An IPv4 address such as `1.1.1.1`.
///
/// Text is checked when it is parsed or sent.
pub type Host = __p::PlainText<HostText>;
#[doc(hidden)]
#[allow(missing_debug_implementations, reason = "it has no values")]
pub enum HostText {}
impl __p::TextKind for HostText {
    type Form = __p::form::Ipv4;
    const INFO: &'static __p::TextInfo = &__p::TextInfo {
        name: "Host",
        rules: &super::__tables::HOST,
        misuse: "`Host` must be: an IPv4 address such as `1.1.1.1`",
    };
}
