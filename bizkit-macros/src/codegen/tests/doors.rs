//! Hostile texts at every place of a spec to the documentation of generated code, which they must not change.

use super::{expand, options};
use bizkit_spec::Specs;
use bizkit_spec::json::Json;
use bizkit_spec::visible::is_hidden;
use powers::powers;
use proc_macro2::{TokenStream, TokenTree};

#[path = "../../../../tests/fixtures/powers.rs"]
mod powers;

/// `TEXT` is whatever a stranger writes; `LINK` an address with that in it.
const FILES: [(&str, &str); 5] = [
    (
        "api.yaml",
        "title: TEXT\ndocs: LINK\nbaseUrl: https://a.example\n\
         key: { type: Key, name: key, kinds: { A: { name: Alpha, description: TEXT }, B: Beta } }\nmodules: { shop: TEXT }\n",
    ),
    (
        "errors.yaml",
        "NO_THING: { status: 404, topic: missing, summary: TEXT, help: TEXT, docs: LINK }\n\
         NO_LINK: { topic: input, summary: TEXT }\n",
    ),
    (
        "types/shared.yaml",
        "Key: { type: string, sensitive: true, description: TEXT }\n\
         Word: { type: string, description: TEXT, example: TEXT, default: TEXT, docs: LINK, normalize: { TEXT: TEXT, a: TEXT } }\n\
         Old: { type: string, deprecated: TEXT }\n\
         Choice: { enum: { TEXT: { name: First, description: TEXT }, two: TEXT }, open: true, description: TEXT }\n\
         Shape:\n  description: TEXT\n  discriminator: TEXT\n  oneOf:\n    Round: { when: TEXT, description: TEXT, properties: { a: string } }\n    Square: { when: b, description: TEXT }\n\
         Thing:\n  description: TEXT\n  properties:\n    word: { type: Word, description: TEXT, deprecated: TEXT }\n    choice: Choice\n    shape: Shape\n    old: Old\n\
        \x20   TEXT: { type: string, name: strange }\n    list: { type: array, items: { type: string, pattern: TEXT }, delimiter: \"|\" }\n    none: { type: string, nullable: true }\n\
        \x20 additionalProperties: { type: string, name: more, description: TEXT }\n",
    ),
    (
        "shop/find.yaml",
        "summary: TEXT\ndescription: TEXT\ndocs: LINK\ndeprecated: TEXT\nmethod: GET\npath: /shop/find\nbaseUrl: LINK\n\
         parameters:\n  page: { type: integer, description: TEXT }\n  word: { type: Word, required: true }\n  first: { type: string, description: TEXT, example: TEXT }\n  TEXT: { type: string, name: second }\n\
         constraints: [{ exactlyOneOf: [first, TEXT] }]\n\
         responses:\n  200: { description: TEXT, properties: { things: { type: array, items: Thing } } }\n  404: { description: TEXT, type: Thing }\n\
         pagination: { page: page, items: things }\nerrors: [NO_THING, NO_LINK]\n\
         examples: [{ summary: TEXT, request: { word: TEXT, first: TEXT }, response: { things: [] } }]\n",
    ),
    (
        "shop/send.yaml",
        "summary: TEXT\nmethod: POST\npath: /shop/send\n\
         parameters: { thing: { type: Thing, required: true, description: TEXT }, none: { type: string, nullable: true } }\n\
         responses:\n  200: { description: TEXT, type: Shape }\n  201: { contentType: TEXT, description: TEXT }\n",
    ),
];

/// A text in double quotes, as YAML reads it.
fn quoted(text: &str) -> String {
    let letter = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if is_hidden(c) => format!("\\U{:08x}", u32::from(c)),
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(letter).collect::<String>())
}

/// Every text that the expansion hands to rustdoc.
fn documents(tokens: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => documents(group.stream(), found),
            TokenTree::Ident(name) if name == "doc" || name == "note" => {
                if let Some(TokenTree::Literal(text)) = tokens.get(index + 2) {
                    let text: syn::LitStr = syn::parse_str(&text.to_string()).unwrap();
                    found.push(text.value());
                }
            }
            _ => {}
        }
    }
}

/// What the documentation can do, where this text stands wherever a text can stand.
fn able(text: &str, link: &str) -> Vec<Vec<String>> {
    let fill = |file: &str| file.replace("TEXT", &quoted(text)).replace("LINK", &quoted(link));
    let files: Vec<(&str, String)> = FILES.iter().map(|(path, file)| (*path, fill(file))).collect();
    let specs = Specs::from_texts(files.iter().map(|(path, file)| (*path, file.as_str())));
    let mut found = Vec::new();
    documents(expand(specs.partial(), &options(), None), &mut found);
    assert!(found.len() > 40, "{text:?}: {:?}", specs.findings.iter().next().map(|finding| &finding.message));
    found.iter().map(|text| powers(text)).collect()
}

fn hostile() -> Vec<String> {
    let texts = Json::parse(include_str!("../../../../tests/fixtures/hostile.json")).unwrap();
    let Json::Array(texts) = texts else { panic!("no list") };
    texts.iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

#[test]
fn no_text_of_a_spec_can_do_anything_in_rustdoc() {
    let usual = able("harmless", "https://a.example/harmless");
    for text in hostile() {
        // A place that refuses the text keeps its rules elsewhere, so what is said may differ; what it can do, not.
        let mut allowed = usual.concat();
        for power in able(&text, &format!("https://a.example/{text}")).concat() {
            let known = allowed.iter().position(|other| *other == power);
            assert!(known.is_some(), "{text:?} gives rustdoc {power}");
            allowed.swap_remove(known.unwrap());
        }
    }
}

#[test]
fn documentation_says_what_the_spec_says() {
    let find = FILES
        .map(|(path, file)| (path, file.replace("TEXT", "harmless").replace("LINK", "https://a.example/x")));
    let specs = Specs::from_texts(find.iter().map(|(path, file)| (*path, file.as_str())));
    let mut found = Vec::new();
    documents(expand(specs.partial(), &options(), None), &mut found);
    assert!(found.iter().any(|text| text.contains("harmless (`harmless`)")), "{found:#?}");
}

#[test]
fn documentation_says_how_calls_and_types_are_known() {
    let read = "summary: Read\nseen: { in: document, on: 2025-05 }\nmethod: GET\npath: /shop/read\n\
                responses: { 200: { title: Found, seen: { in: traffic, on: 2026-11-30 }, properties: { a: string } } }\n";
    let api = "title: Shop\nbaseUrl: https://shop.example\n";
    let specs = Specs::from_texts([("api.yaml", api), ("shop/read.yaml", read)]);
    let mut found = Vec::new();
    documents(expand(specs.partial(), &options(), None), &mut found);
    for sentence in [
        "Known from the vendor's document of 2025-05 alone",
        "Seen in what the server answered in 2026-11-30.",
    ] {
        assert!(found.iter().any(|text| text.contains(sentence)), "{sentence}: {found:#?}");
    }
}
