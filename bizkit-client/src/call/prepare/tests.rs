//! URLs, headers and bodies, byte by byte.

use super::*;
use crate::client::Client;
use crate::error::ErrorKind;
use crate::schema::tables::{BodyInfo, KeyUse, Method, RecordInfo, RetryClass};
use crate::testing::{API, Buy, KEY, Look, SESSION, builder};
use crate::value::record::Record;

fn prepared<E: crate::Endpoint>(client: &Client, request: &E) -> HttpRequest {
    prepare(E::INFO, request, &client.options(E::INFO)).unwrap()
}

fn header<'a>(request: &'a HttpRequest, name: &str) -> Option<&'a str> {
    request.headers().get(name).map(|value| value.to_str().unwrap())
}

#[test]
fn the_query_is_encoded_and_the_key_comes_last() {
    let request = Look { words: Some("a b&c=d+é/%*~".to_owned()), ..Look::new() };
    let request = prepared(&builder().build().unwrap(), &request);
    assert_eq!(
        request.url(),
        format!(
            "https://api.example.com/v1/thing/look?session={SESSION}\
             &words=a%20b%26c%3Dd%2B%C3%A9%2F%25*~&apiKey={KEY}"
        )
    );
    assert!(request.body().is_empty());
    assert_eq!(header(&request, "accept"), Some("application/json"));
    assert_eq!(header(&request, "content-type"), None);
    assert_eq!(header(&request, "authorization"), None);
    assert_eq!(header(&request, "user-agent"), Some(concat!("bizkit-client/", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn a_bearer_key_leaves_the_url_and_is_marked_sensitive() {
    let client = builder().key_location(KeyLocation::Bearer).user_agent("shop/2").build().unwrap();
    let request = prepared(&client, &Look::new());
    assert!(!request.url().contains(KEY));
    assert_eq!(header(&request, "authorization"), Some(format!("Bearer {KEY}").as_str()));
    assert!(request.headers()["authorization"].is_sensitive());
    assert!(header(&request, "user-agent").unwrap().starts_with("shop/2 bizkit-client/"));
}

#[test]
fn a_place_that_the_endpoint_does_not_take_is_ignored() {
    let client = builder().key_location(KeyLocation::Query).build().unwrap();
    let request = prepared(&client, &Buy::new());
    assert!(!request.url().contains(KEY));
    assert_eq!(
        &request.body()[..],
        format!(r#"{{"thing":"bread","parent":null,"apiKey":"{KEY}"}}"#).as_bytes()
    );
}

#[test]
fn a_body_leaves_out_what_is_absent_and_names_its_type() {
    let client = builder().key_location(KeyLocation::Header).build().unwrap();
    let request = prepared(&client, &Buy { secret: Some("s\"".to_owned()), ..Buy::new() });
    assert_eq!(&request.body()[..], br#"{"thing":"bread","parent":null,"secret":"s\""}"#);
    assert_eq!(header(&request, "content-type"), Some("application/json"));
    assert_eq!(header(&request, "apikey"), Some(KEY));
    assert!(request.headers()["apikey"].is_sensitive());
    assert_eq!(header(&request, "x-trace"), None);
}

#[test]
fn an_endpoint_of_another_host_is_called_there_unless_the_client_stays_on_loopback() {
    let buy = |client: ClientResult| {
        let request = prepared(&client.unwrap(), &Buy::new());
        (request.url().to_owned(), header(&request, "x-forwarded-host").map(str::to_owned))
    };
    let there = ("https://shops.example.com/v1/shop/corner/buy/".to_owned(), None);
    assert_eq!(buy(builder().build()), there);
    assert_eq!(buy(builder().base_url("https://proxy.example.com/api/").build()), there);
    let sandbox = builder().base_url("http://127.0.0.1:9/").build();
    let (url, meant) = buy(sandbox);
    assert_eq!(url, "http://127.0.0.1:9/v1/shop/corner/buy/");
    assert_eq!(meant.as_deref(), Some("shops.example.com"), "a server there may stand for several hosts");
}

type ClientResult = Result<Client, Error>;

/// A request that is one text, and says whether it is secret.
struct Whole<const SECRET: bool>(Option<String>);

impl<const SECRET: bool> Record for Whole<SECRET> {
    const INFO: &'static RecordInfo = &RecordInfo {
        name: "Whole",
        fields: &[FieldInfo::new("body", false, if SECRET { &HIDDEN } else { &PLAIN })],
        constraints: &[],
    };
    fn member(&self, index: usize) -> Option<&dyn Value> {
        (index == 0).then_some(&self.0)
    }
}

static HIDDEN: Rules = Rules { sensitive: true, ..Rules::NONE };

/// An endpoint whose body is one value, or is there for the key alone.
const fn whole(form: BodyForm, parameters: &'static [Location]) -> EndpointInfo {
    EndpointInfo {
        api: &API,
        id: "thing/whole",
        method: Method::Post,
        base_url: None,
        path: &[Segment::Literal("/v1/thing/whole")],
        key: Some(KeyUse { name: "apiKey", locations: &[KeyLocation::Body, KeyLocation::Bearer] }),
        retry: RetryClass::Never,
        timeout: None,
        rate_limit: None,
        parameters,
        body: Some(BodyInfo { content_type: "text/plain", form }),
        accept: "application/json",
        responses: &[],
        docs: None,
    }
}

/// The body as it is sent, and as it is shown to people.
fn bodies(info: &'static EndpointInfo, request: &dyn Members) -> [String; 2] {
    let client = builder().key_location(KeyLocation::Bearer).build().unwrap();
    [false, true].map(|masked| {
        let options = CallOptions { masked, ..client.options(info) };
        let request = prepare(info, request, &options).unwrap();
        assert_eq!(header(&request, "content-type").is_some(), !request.body().is_empty());
        String::from_utf8(request.body().to_vec()).unwrap()
    })
}

#[test]
fn a_body_that_is_one_value_is_sent_as_it_is_and_masked_where_it_is_secret() {
    static TEXT: EndpointInfo = whole(BodyForm::Text, &[Location::Whole]);
    static JSON: EndpointInfo = whole(BodyForm::Json, &[Location::Whole]);
    let text = || Some("a \"b\"".to_owned());
    assert_eq!(bodies(&TEXT, &Whole::<false>(text())), ["a \"b\"", "a \"b\""]);
    assert_eq!(bodies(&TEXT, &Whole::<true>(text())), ["a \"b\"", "***"]);
    assert_eq!(bodies(&JSON, &Whole::<false>(text())), [r#""a \"b\"""#, r#""a \"b\"""#]);
    assert_eq!(bodies(&JSON, &Whole::<true>(text())), [r#""a \"b\"""#, "***"]);
    assert_eq!(bodies(&TEXT, &Whole::<true>(None)), ["", ""], "nothing is no secret");
}

#[test]
fn a_body_for_the_key_alone_is_there_where_the_key_goes_into_it() {
    static INFO: EndpointInfo = whole(BodyForm::Json, &[]);
    let body = |place| {
        let client = builder().key_location(place).build().unwrap();
        let request = prepare(&INFO, &Whole::<false>(None), &client.options(&INFO)).unwrap();
        String::from_utf8(request.body().to_vec()).unwrap()
    };
    assert_eq!(body(KeyLocation::Body), format!(r#"{{"apiKey":"{KEY}"}}"#));
    assert_eq!(body(KeyLocation::Bearer), "");
}

#[test]
fn a_path_parameter_cannot_leave_its_segment() {
    let client = builder().build().unwrap();
    let request = prepared(&client, &Buy { shop: "a/../b?c#d e".to_owned(), ..Buy::new() });
    assert_eq!(request.url(), "https://shops.example.com/v1/shop/a%2F..%2Fb%3Fc%23d%20e/buy/");
    for shop in ["", ".", ".."] {
        let request = Buy { shop: shop.to_owned(), ..Buy::new() };
        let error = prepare(
            <Buy as crate::Endpoint>::INFO,
            &request,
            &client.options(<Buy as crate::Endpoint>::INFO),
        )
        .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{shop:?}");
        assert!(error.to_string().starts_with("shop: "), "{error}");
    }
}

#[test]
fn a_header_parameter_cannot_hold_a_line_break() {
    let client = builder().build().unwrap();
    let info = <Buy as crate::Endpoint>::INFO;
    let fine = prepared(&client, &Buy { trace: Some("t 1".to_owned()), ..Buy::new() });
    assert_eq!(header(&fine, "x-trace"), Some("t 1"));
    assert!(fine.headers()["x-trace"].is_sensitive());
    let request = Buy { trace: Some("t\r\nEvil: 1".to_owned()), ..Buy::new() };
    let error = prepare(info, &request, &client.options(info)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert!(error.to_string().starts_with("X-Trace: "), "{error}");
}

#[test]
fn a_call_that_needs_a_key_says_where_it_comes_from() {
    let client = Client::for_api(&API).build().unwrap();
    let info = <Look as crate::Endpoint>::INFO;
    let error = prepare(info, &Look::new(), &client.options(info)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Setup);
    assert!(error.to_string().contains("BIZKIT_TESTING_KEY_THAT_NOBODY_SETS"), "{error}");
}

#[test]
fn a_prepared_request_shows_no_value() {
    let request = prepared(&builder().build().unwrap(), &Look::new());
    assert_eq!(format!("{request:?}"), r#"HttpRequest { method: "GET", endpoint: "thing/look", .. }"#);
}

#[test]
fn a_shell_command_is_masked_unless_asked_otherwise() {
    let client = builder().key_location(KeyLocation::Header).build().unwrap();
    let buy = Buy { secret: Some("hidden".to_owned()), thing: "it's".to_owned(), ..Buy::new() };
    assert_eq!(
        client.to_curl(&buy).unwrap(),
        "curl -X POST 'https://shops.example.com/v1/shop/corner/buy/' -H 'accept: application/json' \
         -H 'content-type: application/json' -H 'apikey: ***' \
         --data-raw '{\"thing\":\"it'\\''s\",\"parent\":null,\"secret\":\"***\"}'"
    );
    let open = client.to_curl_with_secrets(&buy).unwrap();
    assert!(open.contains(KEY) && open.contains("hidden"));
    let look = builder().build().unwrap().to_curl(&Look::new()).unwrap();
    assert_eq!(
        look,
        "curl 'https://api.example.com/v1/thing/look?session=***&apiKey=***' -H 'accept: application/json'"
    );
}

#[test]
fn a_variation_adds_headers_and_arguments_and_goes_elsewhere() {
    let client = builder().key_location(KeyLocation::Bearer).build().unwrap();
    let varied = client
        .with_header("X-Tenant", "7")
        .and_then(|client| client.with_header("accept", "text/plain"))
        .and_then(|client| client.with_header("x-tenant", "8"))
        .and_then(|client| client.with_query("expand", "a b&c"))
        .and_then(|client| client.with_base_url("https://proxy.example.com/api/"))
        .unwrap();
    let request = prepared(&varied, &Look::new());
    assert_eq!(
        request.url(),
        format!("https://proxy.example.com/api/v1/thing/look?session={SESSION}&expand=a%20b%26c")
    );
    assert_eq!((header(&request, "x-tenant"), header(&request, "accept")), (Some("8"), Some("text/plain")));
    assert_eq!(header(&request, "authorization"), Some(format!("Bearer {KEY}").as_str()));
    let elsewhere = prepared(&varied, &Buy::new());
    assert!(elsewhere.url().starts_with("https://proxy.example.com/api/v1/shop/"), "{}", elsewhere.url());
    let origin = prepared(&client, &Look::new());
    assert_eq!((header(&origin, "x-tenant"), header(&origin, "accept")), (None, Some("application/json")));
}

#[test]
fn a_variation_adds_members_to_json_bodies_and_replaces_none_of_the_request() {
    let client = builder().build().unwrap();
    let varied = client
        .with_body_member("note", "old")
        .and_then(|client| client.with_body_member("note", "a \"b\""))
        .and_then(|client| client.with_body_member("count", 2))
        .and_then(|client| client.with_body_member("thing", "cake"))
        .unwrap();
    let body = |client: &Client| {
        let request = prepared(client, &Buy::new());
        String::from_utf8(request.body().to_vec()).unwrap()
    };
    let (plain, more) = (body(&client), body(&varied));
    let end = format!(r#","apiKey":"{KEY}"}}"#);
    let start = plain.strip_suffix(&end).unwrap();
    assert_eq!(more, format!(r#"{start},"note":"a \"b\"","count":2{end}"#));
    assert!(prepared(&varied, &Look::new()).body().is_empty(), "a GET has no body");
    assert!(!format!("{varied:?}").contains("cake"));
}

#[test]
fn what_would_break_the_call_is_refused_by_name_and_without_its_value() {
    let client = builder().build().unwrap();
    let table = [
        (client.with_header("bad name", "hunter2"), "no name of a header"),
        (client.with_header("x-bad", "hunter2\r\nEvil: 1"), "`x-bad`"),
        (client.with_header("Content-Length", "1"), "`content-length` is set by the HTTP client"),
        (client.with_header("host", "evil"), "`host`"),
        (client.with_header("accept-encoding", "br"), "`accept-encoding`"),
        (client.with_query("apiKey", "hunter2"), "`with_key`"),
        (client.with_body_member("apiKey", "hunter2"), "`with_key`"),
        (client.with_base_url("http://example.com/hunter2"), "https://"),
    ];
    for (result, said) in table {
        let error = result.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Setup);
        assert!(error.to_string().contains(said), "{error}");
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{error:?}");
    }
}

#[test]
fn a_secret_header_is_masked_and_a_plain_one_is_shown() {
    let client = builder().build().unwrap();
    let varied = client
        .with_header("cookie", "session=hunter2")
        .and_then(|client| client.with_header("x-tenant", "7"))
        .unwrap();
    let shown = varied.to_curl(&Look::new()).unwrap();
    assert!(shown.contains("-H 'cookie: ***' -H 'x-tenant: 7'"), "{shown}");
    assert!(!format!("{varied:?}").contains("hunter2"));
    assert!(varied.to_curl_with_secrets(&Look::new()).unwrap().contains("hunter2"));
    let mut echo = "no session=hunter2".to_owned();
    varied.secrets(&Look::new()).mask(&mut echo);
    assert_eq!(echo, "no ***");
}
