//! Every fault with what it means, in words of the wire, and what the rules make of that. The rules stand here a
//! second time, so that the matrix compares two derivations and not a program with its own output.

use bizkit_client::ErrorKind;
use bizkit_client::sandbox::{Answer, Fault, Gate, Response, Stage};
use std::time::{Duration, UNIX_EPOCH};

/// The moment at which the clock of the matrix begins.
pub(crate) const BEGIN: Duration = Duration::from_secs(1_800_000_000);

/// The most bytes of a response that the clients of the matrix take.
pub(crate) const MAX_RESPONSE: usize = 50_000;

/// Time for one attempt, longer than every pause.
pub(crate) const ATTEMPT: Duration = Duration::from_secs(1000);

/// Time for a call, longer than all attempts.
pub(crate) const CALL: Duration = Duration::from_secs(100_000);

/// Whether an endpoint bears to be called twice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Class {
    Safe,
    Never,
}

/// What goes wrong.
#[derive(Debug, Clone)]
pub(crate) enum Trouble {
    /// This, with the answer.
    Answer(Answer),
    /// The answer waits at the stage until the client gives up.
    Hold(Stage, Gate),
    /// No server listens.
    Down,
}

/// What the client gets to see.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Meaning {
    /// The documented response.
    Value,
    /// No connection.
    NoConnection,
    /// Nothing, until the time is over.
    Silence,
    /// The end of the connection, perhaps behind a head with a status.
    Broken(Option<u16>),
    /// A whole answer with a status of an error or of a redirect.
    Status(u16),
    /// A whole answer that is no response.
    Nonsense,
    /// More bytes than the client takes.
    Flood,
    /// A head that is no HTTP.
    Garbage,
}

/// A fault with its meaning and the pause that it asks for.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) trouble: Trouble,
    pub(crate) meaning: Meaning,
    pub(crate) asks: Option<Duration>,
}

/// What a call comes to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Outcome {
    /// `None` for a response.
    pub(crate) kind: Option<ErrorKind>,
    pub(crate) status: Option<u16>,
    pub(crate) attempts: u32,
    /// How many requests the server saw.
    pub(crate) requests: usize,
    pub(crate) elapsed: Duration,
    /// The predicates of the error that hold.
    pub(crate) holds: Vec<&'static str>,
}

/// The attempts that a client makes unless it is told otherwise.
const ATTEMPTS: u32 = 3;

impl Row {
    /// What the rules say of a call whose first `troubled` attempts meet the fault.
    pub(crate) fn expected(&self, class: Class, troubled: u32) -> Outcome {
        let repeatable = self.meaning.repeatable(class);
        let patient = self.asks.is_none_or(|asked| asked < CALL);
        let attempts = match self.meaning {
            Meaning::Value => 1,
            _ if repeatable && patient => ATTEMPTS.min(troubled + 1),
            _ => 1,
        };
        let fails = self.meaning != Meaning::Value && attempts <= troubled;
        let met = attempts.min(troubled);
        // Half of 0.2 s, half of twice that; what the server asks for comes with half of 0.2 s each time.
        let pause = |number: u32| match self.asks {
            Some(asked) => asked + Duration::from_millis(100),
            None => Duration::from_millis(100 << (number - 1)),
        };
        let waited = if self.meaning == Meaning::Silence { ATTEMPT * met } else { Duration::ZERO };
        let unseen = if self.meaning == Meaning::NoConnection { met } else { 0 };
        let status = self.meaning.status();
        Outcome {
            kind: self.meaning.kind().filter(|_| fails),
            status: if fails { status } else { Some(200) },
            attempts,
            requests: (attempts - unseen) as usize,
            elapsed: (1..attempts).map(pause).sum::<Duration>() + waited,
            holds: holding([
                ("retryable", fails && repeatable),
                ("timeout", fails && self.meaning == Meaning::Silence),
                ("connect", fails && self.meaning == Meaning::NoConnection),
                ("rate limited", fails && status == Some(429)),
                ("server error", fails && matches!(self.meaning, Meaning::Status(500..))),
            ]),
        }
    }
}

/// The names of what is true.
pub(crate) fn holding<const N: usize>(predicates: [(&'static str, bool); N]) -> Vec<&'static str> {
    predicates.into_iter().filter(|(_, holds)| *holds).map(|(name, _)| name).collect()
}

impl Meaning {
    /// Whether calling again does no harm and may help.
    fn repeatable(self, class: Class) -> bool {
        match self {
            // The server has not acted: it was not there, or it turned the call away.
            Self::NoConnection | Self::Status(429) | Self::Broken(Some(429)) => true,
            // It may have acted, or says that it is at fault in a way that may pass.
            Self::Silence | Self::Broken(None | Some(..400 | 408 | 500 | 502..=504 | 506..)) => {
                class == Class::Safe
            }
            Self::Status(408 | 500 | 502..=504 | 506..) => class == Class::Safe,
            // It has spoken, and would say the same again.
            Self::Value
            | Self::Status(_)
            | Self::Broken(_)
            | Self::Nonsense
            | Self::Flood
            | Self::Garbage => false,
        }
    }

    fn kind(self) -> Option<ErrorKind> {
        Some(match self {
            Self::Value => return None,
            Self::NoConnection => ErrorKind::NotSent,
            Self::Silence | Self::Broken(_) => ErrorKind::PerhapsSent,
            Self::Status(_) => ErrorKind::Refused,
            Self::Nonsense | Self::Flood | Self::Garbage => ErrorKind::Unreadable,
        })
    }

    fn status(self) -> Option<u16> {
        match self {
            Self::Value | Self::Nonsense | Self::Flood => Some(200),
            Self::Status(status) => Some(status),
            Self::Broken(status) => status,
            Self::NoConnection | Self::Silence | Self::Garbage => None,
        }
    }
}

/// Every fault.
pub(crate) fn rows() -> Vec<Row> {
    let row = |answer: Answer, meaning| Row { trouble: Trouble::Answer(answer), meaning, asks: None };
    let fault = |fault: Fault, meaning| row(fault.into(), meaning);
    let asking = |fault: Fault, asked| Row {
        asks: Some(Duration::from_secs(asked)),
        ..row(fault.into(), Meaning::Status(429))
    };
    let stages = [Stage::BeforeHeaders, Stage::InsideHeaders, Stage::AfterHeaders, Stage::InsideBody];
    // A head counts once it is whole.
    let head = |stage| match stage {
        Stage::BeforeHeaders | Stage::InsideHeaders => None,
        Stage::AfterHeaders | Stage::InsideBody => Some(200),
    };
    let breaking = |status| {
        let answer =
            Answer::from(Response::json(status, r#"{"error":{"code":"BROKEN","message":"broken"}}"#));
        row(answer.troubled(Fault::truncated_body()), Meaning::Broken(Some(status)))
    };
    let at = |seconds| UNIX_EPOCH + BEGIN + Duration::from_secs(seconds);
    let moment = Duration::from_millis(1);

    let mut rows = vec![Row { trouble: Trouble::Down, meaning: Meaning::NoConnection, asks: None }];
    rows.extend(
        [302, 400, 401, 403, 404, 408, 409, 422, 429, 500, 501, 502, 503, 504, 505, 599]
            .map(|status| fault(Fault::Status(status), Meaning::Status(status))),
    );
    rows.extend([
        fault(Fault::code("PUBLIC_API_KEY_DOES_NOT_EXIST"), Meaning::Status(404)),
        fault(Fault::code("INTERNAL_USER_MUST_BE_AUTHORIZED"), Meaning::Status(401)),
        fault(Fault::code("INTERNAL_ORDER_INSERT_FAILED"), Meaning::Status(500)),
        fault(Fault::RateLimited { retry_after: None }, Meaning::Status(429)),
        asking(Fault::RateLimited { retry_after: Some(0) }, 0),
        asking(Fault::RateLimited { retry_after: Some(7) }, 7),
        // Longer than a call may last.
        asking(Fault::RateLimited { retry_after: Some(1_000_000) }, 1_000_000),
        asking(Fault::RateLimitedUntil(at(1_000_000)), 1_000_000),
        // Past by the time of the call.
        asking(Fault::RateLimitedUntil(UNIX_EPOCH), 0),
    ]);
    rows.extend(stages.map(|stage| fault(Fault::Delay(stage, moment), Meaning::Value)));
    rows.extend(stages.map(|stage| {
        let trouble = Trouble::Hold(stage, Gate::new());
        Row { trouble, meaning: Meaning::Silence, asks: None }
    }));
    rows.extend(stages.map(|stage| fault(Fault::Close(stage), Meaning::Broken(head(stage)))));
    rows.extend(stages.map(|stage| fault(Fault::Reset(stage), Meaning::Broken(head(stage)))));
    rows.extend([404, 429, 501, 503].map(breaking));
    rows.extend([
        fault(Fault::Drip(Duration::ZERO), Meaning::Value),
        fault(Fault::ContentType("text/html".to_owned()), Meaning::Value),
        fault(Fault::MalformedJson, Meaning::Nonsense),
        fault(Fault::WrongShape, Meaning::Nonsense),
        row(Response::json(200, "").into(), Meaning::Nonsense),
        row(Response::new(200, "text/html", "<h1>Welcome</h1>").into(), Meaning::Nonsense),
        fault(Fault::HugeBody(MAX_RESPONSE as u64), Meaning::Value),
        fault(Fault::HugeBody(MAX_RESPONSE as u64 + 1), Meaning::Flood),
        fault(Fault::EndlessBody, Meaning::Flood),
        fault(Fault::ContentLength(3), Meaning::Nonsense),
        fault(Fault::ContentLength(10_000), Meaning::Broken(Some(200))),
        fault(Fault::ContentLength(1 << 40), Meaning::Flood),
        // No length at all by the client's HTTP.
        fault(Fault::ContentLength(u64::MAX), Meaning::Garbage),
    ]);
    rows
}
