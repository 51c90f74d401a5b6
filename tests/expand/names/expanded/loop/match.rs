/// Use every name that Rust has a use for.
///
/// `POST /loop/match`
///
/// Gives [`MatchResponse`].
#[derive(::core::clone::Clone)]
#[must_use = "a request does nothing until you `send` it"]
#[non_exhaustive]
pub struct Match {
    /// `from`: text.
    pub from: __p::String,
    /// `to`: `Option`.
    pub to: super::types::Option,
    /// `type`: `Result`.
    pub r#type: super::types::Result,
    /// `self`: text.
    pub self_: __p::String,
    /// The argument `async`, which [`Self::async`] sets.
    pub r#async: __p::Option<__p::String>,
    /// The argument `client`, which [`Self::client`] sets.
    pub client: __p::Option<__p::String>,
    /// The argument `result`, which [`Self::result`] sets.
    pub result: __p::Option<__p::String>,
    /// The argument `value`, which [`Self::value`] sets.
    pub value: __p::Option<__p::String>,
    /// The argument `new`, which [`Self::new_`] sets.
    pub new: __p::Option<__p::String>,
    /// The argument `check`, which [`Self::check_`] sets.
    pub check: __p::Option<__p::String>,
    /// The argument `send`, which [`Self::send_`] sets.
    pub send: __p::Nullable<__p::String>,
    /// The argument `clearSend`, which [`Self::clear_send`] sets.
    pub clear_send: __p::Option<__p::String>,
    /// The argument `failure`, which [`Self::failure_`] sets.
    pub failure: __p::Option<__p::String>,
    /// The argument `answer`, which [`Self::answer`] sets.
    pub answer: __p::Option<__p::String>,
    /// The argument `reader`, which [`Self::reader`] sets.
    pub reader: __p::Option<__p::String>,
    /// The argument `text`, which [`Self::text`] sets.
    pub text: __p::Option<__p::String>,
}
__p::request!(Match -> MatchResponse, [], {
    0 from "from" required &__p::PLAIN;
    1 to "to" required &__p::PLAIN;
    2 r#type "type" required &__p::PLAIN;
    3 self_ "self" required &__p::PLAIN;
    4 r#async "async" optional &__p::PLAIN;
    5 client "client" optional &__p::PLAIN;
    6 result "result" optional &__p::PLAIN;
    7 value "value" optional &__p::PLAIN;
    8 new "new" optional &__p::PLAIN;
    9 check "check" optional &__p::PLAIN;
    10 send "send" nullable &__p::PLAIN;
    11 clear_send "clearSend" optional &__p::PLAIN;
    12 failure "failure" optional &__p::PLAIN;
    13 answer "answer" optional &__p::PLAIN;
    14 reader "reader" optional &__p::PLAIN;
    15 text "text" optional &__p::PLAIN;
});
__p::serve!(
    Match, | outcome | match outcome { __p::Outcome::Done(value) =>
    __p::Served::json(200, value, & __p::PLAIN), __p::Outcome::Failed(never) => match *
    never {}, }
);
