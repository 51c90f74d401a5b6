//! What an answer gives: every status, content type and body, for every form of response, by every way to send. The tables say
//! it a second time, and know nothing of how it is decided.

use bizkit_client::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use bizkit_client::{Client, Endpoint, Error, ErrorKind, Retry, blocking};
use std::io::Read;

mod api {
    bizkit_macros::api!("fixtures/verdicts");
}
use api::thing;

/// The bodies, in the order of the rows.
const BODIES: [&str; 9] = [
    "",
    " <!DOCTYPE html><title>Sign in</title>",
    r#"{"error":{"code":"KEY_UNKNOWN","message":"m"}}"#,
    r#"{"error":"SESSION_EXPIRED"}"#,
    r#"{"success":false}"#,
    r#"{"success":false,"error":"It is over"}"#,
    r#"{"name":"x"}"#,
    "a;b\n",
    r#"{"name":"#,
];

/// The content types beside the documented one, in the order of the letters of a row: none, the documented one, the same
/// with a parameter, and these.
const LABELS: [&str; 4] = ["application/json", "text/html", "image/x-wild", "application/problem+json"];

/// `V` for a value, `F` for the endpoint's own failure, `R` for a refusal, `U` for what is unreadable.
type Rows = [&'static str; 9];

/// What comes by `send`, and what comes by `send_stream`, which gives JSON as it comes.
struct Expected {
    sent: Rows,
    streamed: Rows,
}

/// Answers every call alike.
#[derive(Debug, Clone)]
struct Always(HttpResponse);

impl Transport for Always {
    fn send<'a>(&'a self, _: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        Box::pin(std::future::ready(Ok(self.0.clone())))
    }
}

fn client(status: u16, label: Option<&str>, body: &'static str) -> Client {
    let label = label.map(|label| (reqwest::header::CONTENT_TYPE, label.parse().unwrap()));
    let response = HttpResponse::new(status, body).with_headers(label.into_iter().collect());
    Client::for_api(&api::API).transport(Always(response)).retry(Retry::never()).build().unwrap()
}

fn letter<T>(result: Result<T, Error>) -> char {
    match result.map_err(|error| error.kind()) {
        Ok(_) => 'V',
        Err(ErrorKind::Failed) => 'F',
        Err(ErrorKind::Refused) => 'R',
        Err(ErrorKind::Unreadable) => 'U',
        Err(other) => panic!("{other:?}"),
    }
}

/// An error out of a reader.
fn inner(error: std::io::Error) -> Error {
    *error.into_inner().unwrap().downcast().unwrap()
}

/// The letters of one call by `send` and its like, and by `send_stream` and its like; `send_raw` always gives the answer.
async fn ways<E: Endpoint>(client: &Client, request: &E, body: &str) -> (char, char) {
    let waiting = blocking::Client::new(client.clone()).unwrap();
    let sent = [
        letter(client.send(request).await),
        letter(client.send_with_meta(request).await),
        letter(waiting.send(request)),
        letter(waiting.send_with_meta(request)),
    ];
    assert_eq!(client.send_raw(request).await.unwrap().text(), body);
    assert_eq!(waiting.send_raw(request).unwrap().text(), body);

    let (mut written, mut kept) = (Vec::new(), Vec::new());
    let pieces = async {
        let mut response = client.send_stream(request).await?;
        let mut bytes = Vec::new();
        while let Some(piece) = response.next().await? {
            bytes.extend_from_slice(&piece);
        }
        assert_eq!(bytes, body.as_bytes());
        Ok(())
    };
    let read = waiting.send_stream(request).and_then(|mut response| {
        let mut bytes = Vec::new();
        response.read_to_end(&mut bytes).map_err(inner)?;
        assert_eq!(bytes, body.as_bytes());
        Ok(())
    });
    let streamed = [
        letter(pieces.await),
        letter(read),
        letter(client.send_to_writer(request, &mut written).await),
        letter(waiting.send_to_writer(request, &mut kept)),
    ];
    let whole = if streamed[0] == 'V' { body.as_bytes() } else { b"" };
    assert_eq!((&written[..], &kept[..]), (whole, whole), "nothing of an error is written");
    assert_eq!((sent, streamed), ([sent[0]; 4], [streamed[0]; 4]), "every way says the same of {body}");
    (sent[0], streamed[0])
}

async fn compare<E: Endpoint>(
    name: &str,
    request: &E,
    statuses: &[u16],
    documented: &str,
    expected: &Expected,
) {
    let same = format!("{documented}; charset=utf-8");
    let labels = [None, Some(documented), Some(&same)].into_iter().chain(LABELS.map(Some));
    for status in statuses {
        for (row, body) in BODIES.into_iter().enumerate() {
            let (mut sent, mut streamed) = (String::new(), String::new());
            for label in labels.clone() {
                let (one, other) = ways(&client(*status, label, body), request, body).await;
                sent.push(one);
                streamed.push(other);
            }
            let expected = (expected.sent[row], expected.streamed[row]);
            assert_eq!((sent.as_str(), streamed.as_str()), expected, "{name}, status {status}, {body:?}");
        }
    }
}

const fn alike(rows: Rows) -> Expected {
    Expected { sent: rows, streamed: rows }
}

#[rustfmt::skip]
const TYPED: Expected = Expected {
    //      empty      page       code       a word     a flag     a sentence other JSON text       cut off
    sent: ["UUUUUUR", "UUUUUUR", "RRRRRRR", "RRRRRRR", "RRRRRRR", "RRRRRRR", "VVVVVVR", "UUUUUUR", "UUUUUUR"],
    streamed: ["UUUUUUR", "UUUUUUR", "RRRRRRR", "RRRRRRR", "RRRRRRR", "RRRRRRR", "VVVVVVR", "VVVVUUR", "VVVVVVR"],
};

#[rustfmt::skip]
const OWN: Expected = Expected {
    sent: ["UUUUUUR", "UUUUUUR", "VVVVVVR", "VVVVVVR", "VVVVVVR", "VVVVVVR", "VVVVVVR", "UUUUUUR", "UUUUUUR"],
    streamed: ["UUUUUUR", "UUUUUUR", "VVVVVVR", "VVVVVVR", "VVVVVVR", "VVVVVVR", "VVVVVVR", "VVVVUUR", "VVVVVVR"],
};

#[rustfmt::skip]
const TAGGED: Expected = Expected {
    sent: ["UUUUUUR", "UUUUUUR", "RRRRRRR", "RRRRRRR", "FFFFFFR", "FFFFFFR", "UUUUUUR", "UUUUUUR", "UUUUUUR"],
    streamed: ["UUUUUUR", "UUUUUUR", "RRRRRRR", "RRRRRRR", "FFFFFFR", "FFFFFFR", "VVVVVVR", "VVVVUUR", "VVVVVVR"],
};

#[rustfmt::skip]
const FREE: Expected = Expected {
    sent: ["UUUUUUR", "UUUUUUR", "RRRRRRR", "VVVVVVR", "VVVVVVR", "VVVVVVR", "VVVVVVR", "UUUUUUR", "UUUUUUR"],
    streamed: ["UUUUUUR", "UUUUUUR", "RRRRRRR", "VVVVVVR", "VVVVVVR", "VVVVVVR", "VVVVVVR", "VVVVUUR", "VVVVVVR"],
};

#[rustfmt::skip]
const FILE: Expected = alike(
    ["UVVUUUR", "UUUUUUR", "RRRRRRR", "RRRRRRR", "RVVRRRR", "RVVRRRR", "VVVUUUR", "VVVUUUR", "VVVUUUR"],
);

#[rustfmt::skip]
const NOTHING: Expected = alike(
    ["VVVVVVR", "UUUUUUR", "RRRRRRR", "RRRRRRR", "RRRRRRR", "RRRRRRR", "VVVVVVR", "VVVVVVR", "VVVVVVR"],
);

#[tokio::test]
async fn a_good_status_gives_a_value_for_the_documented_response_alone() {
    // The first is documented, the others are as good where one success is.
    let good = [200, 201, 299];
    compare("typed", &thing::Typed::new(), &good, "application/json", &TYPED).await;
    compare("own", &thing::Own::new(), &good, "application/json", &OWN).await;
    compare("tagged", &thing::Tagged::new(), &good, "application/vnd.api+json", &TAGGED).await;
    compare("free", &thing::Free::new(), &good, "application/json", &FREE).await;
    compare("text", &thing::Text::new(), &good, "text/csv", &FILE).await;
    compare("bytes", &thing::Bytes::new(), &good, "Application/PDF", &FILE).await;
    compare("nothing", &thing::Nothing::new(), &good, "text/plain", &NOTHING).await;
}

#[tokio::test]
async fn no_content_is_a_value_where_nothing_is_read() {
    let empty = |request: &'static str| async move {
        let client = client(204, None, "");
        match request {
            "typed" => ways(&client, &thing::Typed::new(), "").await,
            "text" => ways(&client, &thing::Text::new(), "").await,
            "bytes" => ways(&client, &thing::Bytes::new(), "").await,
            _ => ways(&client, &thing::Nothing::new(), "").await,
        }
    };
    assert_eq!(empty("nothing").await, ('V', 'V'));
    for request in ["typed", "text", "bytes"] {
        assert_eq!(empty(request).await, ('U', 'U'), "{request}");
    }
    // Even where the content type is the documented one.
    let client = client(205, Some("application/pdf"), "");
    assert_eq!(ways(&client, &thing::Bytes::new(), "").await, ('U', 'U'));
}

#[tokio::test]
async fn a_status_that_is_not_documented_never_gives_a_value() {
    let refused = alike(["RRRRRRR"; 9]);
    #[rustfmt::skip]
    let odd = alike(
        ["UUUUUUU", "UUUUUUU", "RRRRRRR", "RRRRRRR", "RRRRRRR", "RRRRRRR", "UUUUUUU", "UUUUUUU", "UUUUUUU"],
    );
    for (statuses, expected) in
        [(&[301, 302, 303, 307, 308, 400, 401, 403, 500, 599][..], &refused), (&[300, 304], &odd)]
    {
        compare("typed", &thing::Typed::new(), statuses, "application/json", expected).await;
        compare("free", &thing::Free::new(), statuses, "application/json", expected).await;
        compare("text", &thing::Text::new(), statuses, "text/csv", expected).await;
        compare("bytes", &thing::Bytes::new(), statuses, "application/pdf", expected).await;
        compare("nothing", &thing::Nothing::new(), statuses, "text/plain", expected).await;
    }
}

#[tokio::test]
async fn a_documented_failure_has_its_type_unless_it_is_the_error_of_every_endpoint() {
    #[rustfmt::skip]
    let typed = alike(
        ["RRRRRRR", "RRRRRRR", "RRRRRRR", "RRRRRRR", "FFFFFFF", "FFFFFFF", "FFFFFFF", "RRRRRRR", "RRRRRRR"],
    );
    compare("typed", &thing::Typed::new(), &[404], "application/json", &typed).await;
    #[rustfmt::skip]
    let text = alike(
        ["RFFRRRR", "RFFRRRR", "RRRRRRR", "RRRRRRR", "RFFRRRR", "RFFRRRR", "FFFRRRR", "FFFRRRR", "FFFRRRR"],
    );
    compare("text", &thing::Text::new(), &[409], "text/plain", &text).await;
    #[rustfmt::skip]
    let bytes = alike(
        ["RFFRRRR", "RRRRRRR", "RRRRRRR", "RRRRRRR", "RFFRRRR", "RFFRRRR", "FFFRRRR", "FFFRRRR", "FFFRRRR"],
    );
    compare("bytes", &thing::Bytes::new(), &[422], "application/pdf", &bytes).await;
    #[rustfmt::skip]
    let nothing = alike(
        ["FFFFFFF", "FFFFFFF", "RRRRRRR", "RRRRRRR", "FFFFFFF", "FFFFFFF", "FFFFFFF", "FFFFFFF", "FFFFFFF"],
    );
    compare("nothing", &thing::Nothing::new(), &[410], "text/plain", &nothing).await;
}

#[tokio::test]
async fn a_list_ends_in_the_error_and_not_in_silence() {
    let expected = ["U", "U", "R", "R", "R", "R", "V", "U", "U"];
    for (body, expected) in BODIES.into_iter().zip(expected) {
        let client = client(200, None, body);
        let request = thing::List::new();
        let waiting = blocking::Client::new(client.clone()).unwrap();
        let found = [
            letter(request.pages(&client).next().await.unwrap()),
            letter(request.items(&client).next().await.unwrap_or(Ok(String::new()))),
            letter(waiting.pages(&request).next().unwrap()),
            letter(waiting.items(&request).next().unwrap_or(Ok(String::new()))),
        ];
        assert_eq!(found.map(String::from), [expected; 4], "{body:?}");
    }
}

#[tokio::test]
async fn an_error_says_what_came_and_keeps_the_code() {
    let error = client(200, Some("text/html"), BODIES[1]).send(&thing::Typed::new()).await.unwrap_err();
    assert!(error.to_string().contains("expected JSON, found a page of HTML"), "{error}");
    let error = client(200, Some("text/html"), BODIES[1]).send(&thing::Nothing::new()).await.unwrap_err();
    assert!(error.to_string().contains("found a page of HTML"), "{error}");
    for (row, code) in [(2, "KEY_UNKNOWN"), (3, "SESSION_EXPIRED")] {
        let client = client(200, None, BODIES[row]);
        for error in [
            client.send(&thing::Typed::new()).await.unwrap_err(),
            client.send(&thing::Text::new()).await.unwrap_err(),
            client.send(&thing::Bytes::new()).await.unwrap_err(),
            client.send(&thing::Nothing::new()).await.unwrap_err(),
        ] {
            assert_eq!(error.code(), Some(code));
            assert_eq!(error.body(), BODIES[row].as_bytes());
        }
    }
    let error = client(302, None, "").send(&thing::Nothing::new()).await.unwrap_err();
    assert!(error.to_string().contains("redirects"), "{error}");
}
