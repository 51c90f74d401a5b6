//! Right requests are answered as documented, wrong ones refused as documented.

use super::*;
use bizkit_spec::json::Json;

/// Status and code of the error that a request is answered with.
fn refused(request: &Request) -> (u16, String) {
    status_and_code(&respond(&api(), request))
}

fn status_and_code(response: &Response) -> (u16, String) {
    let body = Json::parse(&response.text()).unwrap();
    let code = body.get("error").and_then(|error| error.get("code")).and_then(Json::as_str);
    (response.status, code.unwrap_or_else(|| panic!("{}", response.text())).to_owned())
}

fn description(request: &Request) -> String {
    let body = Json::parse(&respond(&api(), request).text()).unwrap();
    body.get("error").unwrap().get("description").unwrap().as_str().unwrap().to_owned()
}

fn get(query: &str) -> Request {
    Request::new("GET", format!("/item/detail?{query}"))
}

fn post(body: &str) -> Request {
    Request::new("POST", "/item/create").with_body(body)
}

#[test]
fn a_right_request_gets_the_first_documented_example() {
    let response = respond(&api(), &detail());
    assert_eq!(response.status, 200);
    assert_eq!(response.header("Content-Type"), Some("application/json"));
    assert_eq!(response.text(), r#"{"found":true,"price":12.50}"#);
}

#[test]
fn an_endpoint_without_examples_answers_with_values_of_its_types() {
    let created = respond(&api(), &post(&format!(r#"{{"apiKey":"{KEY}","code":"abcd"}}"#)));
    assert_eq!((created.status, created.text().as_str()), (201, r#"{"ok":true}"#));
    let room = respond(&api(), &Request::new("GET", "/room/12"));
    assert_eq!((room.status, room.text().as_str()), (200, r#"{"id":7,"tags":["text"]}"#));
    let deleted = respond(&api(), &Request::new("DELETE", "/room/12"));
    assert_eq!((deleted.status, deleted.text().as_str()), (204, ""));
}

#[test]
fn an_unknown_path_and_a_wrong_method_are_refused() {
    assert_eq!(refused(&Request::new("GET", "/item/detial")), (404, "INTERNAL_RESOURCE_NOT_FOUND".into()));
    assert_eq!(refused(&Request::new("GET", "/item/detail/")).0, 404);
    let wrong = Request::new("POST", "/room/12");
    assert_eq!(refused(&wrong), (405, "METHOD_NOT_ALLOWED".into()));
    assert_eq!(respond(&api(), &wrong).header("allow"), Some("DELETE, GET"));
}

#[test]
fn the_path_with_more_literal_text_is_preferred() {
    assert_eq!(respond(&api(), &Request::new("GET", "/room/list")).text(), r#"{"count":2}"#);
    assert_eq!(refused(&Request::new("GET", "/room/lisp")), (422, "INTERNAL_VALIDATION_FAILED".into()));
}

#[test]
fn the_key_is_read_in_every_place_that_the_spec_names() {
    let bearer = get("code=abcd").with_header("Authorization", format!("bearer {KEY}"));
    assert_eq!(respond(&api(), &bearer).status, 200);
    let in_body = post(&format!(r#"{{"code":"abcd","apiKey":"{KEY}"}}"#));
    assert_eq!(respond(&api(), &in_body).status, 201);
    let in_the_wrong_place =
        Request { target: format!("/item/create?apiKey={KEY}"), ..post(r#"{"code":"abcd"}"#) };
    assert_eq!(refused(&in_the_wrong_place).1, "PUBLIC_API_KEY_DOES_NOT_EXIST");
}

#[test]
fn a_missing_an_empty_and_a_malformed_key_have_codes_of_their_own() {
    let code = |query| refused(&get(query));
    assert_eq!(code("code=abcd"), (404, "PUBLIC_API_KEY_DOES_NOT_EXIST".into()));
    assert_eq!(code("code=abcd&apiKey="), (404, "PUBLIC_API_KEY_IS_EMPTY".into()));
    assert_eq!(code("code=abcd&apiKey=PROD1"), (404, "PUBLIC_API_KEY_IS_NOT_IN_VALID_FORMAT".into()));
    assert_eq!(code("apiKey=PROD1").1, "PUBLIC_API_KEY_IS_NOT_IN_VALID_FORMAT", "the key is checked first");
}

#[test]
fn a_catalogue_with_other_names_gives_its_own_code_of_the_topic() {
    let errors = "no_key: { status: 401, topic: key, summary: Who are you? }\n\
                  no_such_thing: { status: 404, topic: missing, summary: It is gone }\n\
                  bad_value: { status: 400, topic: input, summary: A value is wrong }\n";
    let api = Specs::from_texts([
        (
            "api.yaml",
            "title: Shop\nbaseUrl: https://shop.example\nkey: { type: Key, name: apiKey, in: query }\n",
        ),
        ("errors.yaml", errors),
        ("types/all.yaml", include_str!("types.yaml")),
        (
            "item/read.yaml",
            "summary: Read\nmethod: GET\npath: /item\nparameters: { n: { type: integer } }\nresponses: { 204: {} }\n",
        ),
    ]);
    let api = api.api().unwrap();
    let get = |target: &str| status_and_code(&respond(api, &Request::new("GET", target)));
    assert_eq!(get("/item"), (401, "no_key".into()));
    assert_eq!(get(&format!("/item?n=a&apiKey={KEY}")), (400, "bad_value".into()));
    // The path is nothing that the API calls missing.
    assert_eq!(get("/items"), (404, "NOT_FOUND".into()));
}

#[test]
fn every_broken_rule_is_named_with_field_and_rule() {
    let request = get(&format!("apiKey={KEY}&code=abc&page=0&vat=maybe"));
    assert_eq!(refused(&request), (422, "INTERNAL_VALIDATION_FAILED".into()));
    let text = description(&request);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert!(lines[0].starts_with("code (minLength): "), "{text}");
    assert!(lines[1].starts_with("page (minimum): "), "{text}");
    assert!(lines[2].starts_with("vat (type): "), "{text}");
    let missing = description(&get(&format!("apiKey={KEY}")));
    assert!(missing.starts_with("code (required): "), "{missing}");
}

#[test]
fn a_body_is_checked_like_a_query() {
    let text =
        description(&post(&format!(r#"{{"apiKey":"{KEY}","code":"abcd","tags":["abc","abcd","c"]}}"#)));
    assert!(text.contains("tags (maxItems)") && text.contains("tags[1] (maxLength)"), "{text}");
    let bearer = |body| post(body).with_header("authorization", format!("Bearer {KEY}"));
    assert!(description(&bearer("[]")).starts_with("body (type): expected an object"));
    assert!(description(&bearer("{")).starts_with("body (type): expected JSON"));
    assert!(description(&bearer("")).starts_with("code (required)"));
}

#[test]
fn no_refusal_repeats_the_key() {
    for query in ["apiKey=PROD666", "apiKey=PROD666&code=a", "apiKey=PROD6666666666&code=a"] {
        assert!(!respond(&api(), &get(query)).text().contains("666"), "{query}");
    }
}

/// An API of these endpoints: a path below the folder and what it says besides summary and key.
fn api_of(endpoints: &[(&str, &str)]) -> Checked<Api> {
    let texts: Vec<_> = endpoints.iter().map(|(file, text)| (*file, format!("summary: a\n{text}"))).collect();
    let api = [("api.yaml", "title: A\nbaseUrl: https://a.example\n")];
    let specs =
        Specs::from_texts(api.into_iter().chain(texts.iter().map(|(file, text)| (*file, text.as_str()))));
    let findings: Vec<_> = specs.findings.iter().map(|finding| finding.message.clone()).collect();
    specs.api().unwrap_or_else(|| panic!("{findings:#?}")).clone()
}

#[test]
fn a_path_that_is_like_a_known_one_is_answered_with_it() {
    for (path, meant) in [
        ("/item/detial", Some("/item/detail")),
        ("/detail", Some("/item/detail")),
        ("/item/detail/", Some("/item/detail")),
        ("/rooom/7", Some("/room/{id}")),
        ("/", None),
        ("/something/else", None),
    ] {
        let told = description(&Request::new("GET", path));
        let hint = meant.map(|meant| format!(" Did you mean {meant}?")).unwrap_or_default();
        assert_eq!(told, format!("No endpoint has the path {path}.{hint}"));
    }
    let long = format!("/{}", "a".repeat(60_000));
    assert!(description(&Request::new("GET", &long)).ends_with("aaa."), "it is not compared with anything");
}

#[test]
fn two_hosts_may_have_one_path() {
    let response = |text: &str| {
        format!(
            "method: GET\npath: /make\nresponses: {{ 200: {{ properties: {{ from: string }} }} }}\nexamples: [{{ response: {{ from: {text} }} }}]\n"
        )
    };
    let pdf = format!("baseUrl: https://pdf.example\n{}", response("pdf"));
    let api = api_of(&[("a/make.yaml", &pdf), ("b/make.yaml", &response("main"))]);
    for (header, host, from) in [
        ("host", "localhost:4010", "main"),
        ("host", "a.example", "main"),
        ("host", "pdf.example", "pdf"),
        ("x-forwarded-host", "pdf.example", "pdf"),
        ("x-forwarded-host", "other.example", "main"),
    ] {
        let answer = respond(&api, &Request::new("GET", "/make").with_header(header, host));
        assert_eq!(answer.text(), format!(r#"{{"from":"{from}"}}"#), "{header}: {host}");
    }
}

#[test]
fn wrong_values_are_refused_as_the_endpoint_documents_it() {
    let call = |response: &str| {
        let text = format!(
            "method: GET\npath: /a/b\nparameters: {{ n: {{ type: integer, minimum: 1 }} }}\nresponses:\n  204: {{}}\n  400: {response}\n"
        );
        respond(&api_of(&[("a/b.yaml", &text)]), &Request::new("GET", "/a/b?n=0"))
    };
    let own = call("{ properties: { reason: { type: string, required: true, enum: [bad] } } }");
    assert_eq!((own.status, own.text().as_str()), (400, r#"{"reason":"bad"}"#));
    let told = own.header("x-sandbox-violation").unwrap();
    assert!(told.starts_with("n (minimum): "), "what the body has no place for: {told}");
    let bare = call("{}");
    assert_eq!(status_and_code(&bare), (400, "INTERNAL_VALIDATION_FAILED".to_owned()));
}

#[test]
fn a_rule_over_several_members_is_told_of_the_request() {
    let text = "method: GET\npath: /a/b\nparameters: { x: string, y: string }\nconstraints: [{ exactlyOneOf: [x, y] }]\nresponses: { 204: {} }\n";
    let answer = respond(&api_of(&[("a/b.yaml", text)]), &Request::new("GET", "/a/b")).text();
    assert!(answer.contains(r#""description":"request (exactlyOneOf): "#), "{answer}");
}
