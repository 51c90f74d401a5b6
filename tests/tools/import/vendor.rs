//! A document with the habits of the vendor, and what a person would have written for it.

use super::{Document, Known, api, read, run};
use bizkit_cli::import::{self, Grade, Lock};

/// Version 3.0 with lists of examples, `allOf` around properties, rules in prose, everything inline.
pub(super) fn text() -> String {
    r##"{"openapi":"3.0.3","info":{"title":"Shop API"},"servers":[{"url":"https://api.shop.example"}],
    "paths":{"/api/v1/shop/order":{"post":{
      "operationId":"postApiV1ShopOrder","summary":"Place an order","tags":["shop"],
      "parameters":[
        {"name":"apiKey","in":"query","required":true,"schema":{"type":"string"},"examples":["PRODabcdefghijklmnopqrstuvwxyzab"],
         "description":"Your key.\n\n**Key format:** `^(PROD|DEV_)[A-Za-z0-9]{28}$`  \nPrefixes: `PROD` (production key), `DEV_` (individual developer). [Learn more](https://docs.shop.example/api-key)"}],
      "requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object","allOf":[{
        "type":"object","required":["email"],"properties":{
          "email":{"type":"string","format":"email","description":"Who orders","examples":["jan@shop.example"]},
          "note":{"type":"string","description":"A note\n\nLength: 0100"},
          "stars":{"type":"integer","description":"Range: 15"},
          "address":{"type":"object","required":["street"],"properties":{"street":{"type":"string"},"kind":{"type":"string","description":"What for. Common values: delivery, billing.","examples":["delivery","billing"]}}},
          "voucher":{"type":"string","nullable":true}}}]}}}},
      "responses":{"200":{"description":"The order, or why there is none","content":{"application/json":{"schema":{"oneOf":[
        {"type":"object","required":["success","hash"],"properties":{"success":{"type":"boolean","enum":[true]},"hash":{"type":"string"}}},
        {"type":"object","required":["success"],"properties":{"success":{"type":"boolean","enum":[false]},"errorCode":{"type":"string"}}}]}}}},
        "default":{"description":"Anything else"}}}},
     "/api/v1/shop/address/{id}":{
      "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string","pattern":"^[a-z]+(?=x)"}}],
      "get":{"summary":"Read an address","parameters":[{"name":"session","in":"cookie","schema":{"type":"string"}}],
       "responses":{"200":{"description":"It","content":{"application/json":{"schema":{
         "type":"object","properties":{"address":{"type":"object","required":["street"],"properties":{"street":{"type":"string"},"kind":{"type":"string","description":"What for. Common values: delivery, billing."}}},
         "owner":{"$ref":"#/paths/~1api~1v1~1shop~1order/post/requestBody/content/application~1json/schema/allOf/0/properties/email"}}}}}}}},
      "head":{"responses":{}}}}}"##
        .to_owned()
}

pub(super) fn document() -> Document {
    Document::parse(&text()).unwrap()
}

const ORDER: &str = "\
summary: Place an order
method: POST
path: /api/v1/shop/order

parameters:
  email: { type: string, required: true, description: Who orders, format: email, example: jan@shop.example }
  note: { type: string, description: A note, maxLength: 100 }
  stars: { type: integer, minimum: 1, maximum: 5 }
  address: { type: Address }
  voucher: { type: string, nullable: true }

responses:
  200:
    description: The order, or why there is none
    discriminator: success
    oneOf:
      Success:
        when: true
        properties:
          hash: { type: string, required: true }
      NotSuccess:
        when: false
        failure: true
        properties:
          errorCode: { type: string }
  default: { description: Anything else }

examples:
  - { request: { email: jan@shop.example }, status: 200 }
";

const TYPES: &str = "\
Address:
  type: object
  properties:
    street: { type: string, required: true }
    kind: { description: What for., example: delivery, enum: [delivery, billing], open: true }
ApiKey:
  type: string
  description: Your key.
  docs: https://docs.shop.example/api-key
  pattern: \"^(PROD|DEV_)[A-Za-z0-9]{28}$\"
  sensitive: true
";

const API: &str = "\
title: Shop API
baseUrl: https://api.shop.example
baseUrlEnv: SHOP_API_URL
key:
  type: ApiKey
  in: query
  name: apiKey
  env: SHOP_API_KEY
  kinds:
    PROD: { name: Production, description: Production key }
    DEV_: { name: Developer, description: Individual developer }
";

#[test]
fn habits_of_the_vendor_become_what_a_person_would_write() {
    let import = run(&document(), &Known::default());
    let text = |path: &str| {
        let file = import.files.iter().find(|file| file.path == path);
        file.map(|file| file.text.clone()).unwrap_or_default()
    };
    assert_eq!(text("shop/order.yaml"), ORDER);
    assert_eq!(text("types/shop.yaml") + &text("types/shared.yaml"), TYPES);
    assert_eq!(text("api.yaml"), API);
    let address = text("shop/address/{id}.yaml");
    assert!(
        address.contains("name: GetAddress\n") && address.contains("  id: { type: string }\n"),
        "{address}"
    );
    assert!(
        address.contains("      owner: { type: string, description: Who orders, format: email"),
        "{address}"
    );
    let plan = import::plan(&import, &Known::default(), &Lock::default(), "Shop", true);
    assert_eq!(api(&read(&plan, &Known::default())).endpoints.len(), 2);
}

#[test]
fn nothing_is_dropped_silently() {
    let import = run(&document(), &Known::default());
    let remarks: Vec<(&str, &str)> = import
        .report
        .remarks
        .iter()
        .filter(|remark| remark.grade != Grade::Note)
        .map(|remark| (remark.grade.word(), remark.pointer.as_str()))
        .collect();
    let address = "/paths/~1api~1v1~1shop~1address~1{id}";
    let expected = [
        ("loss", format!("{address}/parameters/0/schema/pattern")),
        ("loss", format!("{address}/get/parameters/0")),
        ("refused", format!("{address}/head")),
    ];
    let expected: Vec<(&str, &str)> =
        expected.iter().map(|(grade, pointer)| (*grade, pointer.as_str())).collect();
    assert_eq!(remarks, expected);
    assert_eq!(import.report.counts(), (1, 1, 1));
    let notes: Vec<&str> = import
        .report
        .remarks
        .iter()
        .filter(|remark| remark.grade == Grade::Note)
        .map(|remark| remark.pointer.rsplit('/').next().unwrap_or_default())
        .collect();
    // The second example of a type, and the response to every other status, which counts for failures alone here.
    assert_eq!(notes, ["examples", "default"]);
}
