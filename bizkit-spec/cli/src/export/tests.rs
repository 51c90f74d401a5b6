//! A small API to its pages and to JSON.
use super::*;
use bizkit_spec::Specs;
use bizkit_spec::json::Json;

const API: &str = "title: Test\nbaseUrl: https://api.example.com\nkey: { type: ApiKey, name: apiKey, in: [query, bearer] }\n";

const TYPES: &str = r#"
ApiKey: { type: string, minLength: 4, maxLength: 4, sensitive: true, example: abcd }
Price: { type: decimal, minimum: 0, multipleOf: 0.01, seen: { in: traffic, on: 2026-11-30 } }
State: { enum: { paid: The money is there., storno: { name: Cancelled } }, open: true }
Session:
  discriminator: loggedIn
  oneOf:
    In: { when: true, properties: { name: string } }
    Out: { when: false, failure: true }
Item:
  properties:
    price: { type: Price, required: true }
    note: { type: string, nullable: true, pattern: "^a+$", maxLength: 9 }
    tags: { type: array, items: string, minItems: 1, uniqueItems: true, delimiter: "," }
    extra: { additionalProperties: { type: integer }, maxProperties: 3 }
    state: { type: State, deprecated: true }
    parts: { type: array, items: { type: Item } }
"#;

const LIST: &str = r"
summary: List the items
docs: https://docs.example.com/list
seen: { in: document, on: 2025-05 }
method: GET
path: /shop/{shop}/item/
parameters:
  shop: string
  page: { type: integer, as: string, minimum: 1, default: 1 }
  from: { type: string, format: date }
  to: { type: string, format: date }
constraints: [{ allOrNoneOf: [from, to] }]
responses:
  200: { properties: { items: { type: array, items: { type: Item } } }, description: A page of items }
  401: { type: Session }
  404: {}
pagination: { page: page, items: items, defaultLimit: 20 }
errors: [NO_SHOP]
examples: [{ request: { shop: a }, response: { items: [] } }]
";

fn specs() -> Specs {
    let errors = "NO_SHOP: { status: 404, topic: missing, summary: There is no such shop }\n";
    Specs::from_texts([
        ("api.yaml", API),
        ("errors.yaml", errors),
        ("types/a.yaml", TYPES),
        ("shop/list.yaml", LIST),
    ])
}

#[test]
fn the_page_of_an_endpoint_says_everything_that_the_model_says() {
    let specs = specs();
    let api = specs.api().unwrap_or_else(|| panic!("{:#?}", specs.findings));
    let expected = "\
GET /shop/{shop}/item/
List the items

  request     shop::List
  host        https://api.example.com
  key         apiKey in query or bearer
  retry       safe: repeated when it may have arrived
  pagination  `page` counts pages from 1
  seen        document, 2025-05
  docs        https://docs.example.com/list

parameters
  shop  path   required  text
  page  query  optional  integer, from 1, as text in JSON, default `1`
  from  query  optional  date
  to    query  optional  date

constraints
  allOrNoneOf  from, to

responses
  200  ListResponse  A page of items
  401  Session
  404  nothing

error codes
  NO_SHOP  404  There is no such shop

examples
  200  the documented call

ListResponse: object
  items  optional  list of Item

Session: union of In, Out
  In   loggedIn = true   SessionIn
  Out  loggedIn = false             the call failed

Item: object
  price  required  Price
  note   optional  text, up to 9 characters, matches `^a+$`, or null
  tags   optional  list of text, from 1 element, no two equal, joined with `,`
  extra  optional  map to integer, up to 3 entries
  state  optional  State, deprecated
  parts  optional  list of Item

SessionIn: object
  name  optional  text

Price: decimal, from 0, at most 2 digits behind the point, seen: traffic, 2026-11-30

State: one of `paid` `storno` or another text
  paid    Paid       The money is there.
  storno  Cancelled
";
    let page = endpoint_outline(api, &api.endpoints[0]);
    assert_eq!(page, expected, "\n{page}");
}

#[test]
fn json_holds_the_endpoint_and_every_type_that_it_reaches() {
    let specs = specs();
    let api = specs.api().unwrap();
    let json = endpoint_json(api, &api.endpoints[0]);
    assert_eq!(Json::parse(&json.to_string()).unwrap(), json);
    let at = |path: &str| {
        path.split('/').fold(&json, |json, step| match (json, step.parse::<usize>()) {
            (Json::Array(items), Ok(index)) => &items[index],
            _ => json.get(step).unwrap_or_else(|| panic!("no {step} in {json}")),
        })
    };
    for (path, expected) in [
        ("path", r#""/shop/{shop}/item/""#),
        ("key", r#"{"name":"apiKey","in":["query","bearer"]}"#),
        (
            "parameters/1",
            r#"{"name":"page","rust":"page","in":"query","required":false,"type":"integer","minimum":1,"as":"string","default":1}"#,
        ),
        ("constraints", r#"[{"allOrNoneOf":["from","to"]}]"#),
        ("responses/0", r#"{"status":200,"type":"ListResponse","description":"A page of items"}"#),
        ("responses/2", r#"{"status":404}"#),
        ("pagination", r#"{"page":"page","firstPage":1,"defaultLimit":20}"#),
        (
            "types/Session/oneOf",
            r#"{"In":{"when":true,"type":"SessionIn"},"Out":{"when":false,"failure":true}}"#,
        ),
        ("seen", r#"{"in":"document","on":"2025-05"}"#),
        (
            "types/Price",
            r#"{"type":"decimal","minimum":0,"digitsBehindThePoint":2,"seen":{"in":"traffic","on":"2026-11-30"}}"#,
        ),
        ("types/State/enum", r#"{"paid":"The money is there.","storno":null}"#),
    ] {
        assert_eq!(at(path).to_string(), expected, "{path}");
    }
    let Json::Object(types) = at("types") else { panic!("types are no object") };
    let names: Vec<&str> = types.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["ListResponse", "Session", "Item", "SessionIn", "Price", "State"]);
}

#[test]
fn examples_of_secrets_are_left_out() {
    let specs = specs();
    let api = specs.api().unwrap();
    let key = api.type_ids().find(|id| api.type_def(*id).schema.sensitive).unwrap();
    let texts = [type_json(api, key).to_string(), type_outline(api, key)];
    assert!(texts.iter().all(|text| !text.contains("abcd")), "{texts:?}");
    assert!(texts[0].contains(r#""sensitive":true"#) && texts[1].contains("secret"), "{texts:?}");
}
