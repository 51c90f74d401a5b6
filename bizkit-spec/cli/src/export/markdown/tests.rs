//! Specs to pages: every fact is there, no text of a spec does anything, and no page takes another one's place.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use bizkit_spec::Specs;
use bizkit_spec::visible::is_hidden;
use powers::powers;
use std::collections::BTreeSet;

#[path = "../../../../../tests/fixtures/powers.rs"]
mod powers;

/// Every word that begins with `zq` and every number from 700 to 799 is a fact, which some page has to tell.
pub(in crate::export) const FACTS: [(&str, &str); 5] = [
    (
        "api.yaml",
        "title: Zqtitle\ndocs: https://zqdocs.example\nbaseUrl: https://zqhost.example\nbaseUrlEnv: ZQ_URL\n\
         key: { type: Key, name: zqkey, in: [query, header], env: ZQ_KEY, kinds: { ZQA: { name: Alpha, description: zqkind } } }\nmodules: { zqmodule: zqabout }\n",
    ),
    (
        "errors.yaml",
        "ZQ_CODE: { status: 404, topic: missing, summary: zqsummary, help: zqhelp, docs: https://zqcode.example }\n",
    ),
    (
        "types/shared.yaml",
        r#"
Key: { type: string, minLength: 701, maxLength: 702, sensitive: true, description: zqkeytype }
Word: { type: string, pattern: "^zqpattern$", description: zqword, docs: "https://zqword.example", example: zqpattern, deprecated: zqolder, normalize: { zqfrom: zqinto } }
Whole: { type: integer, minimum: 703, maximum: 704, multipleOf: 1, default: 703 }
Price: { type: decimal, minimum: 705, exclusiveMaximum: 706.5, multipleOf: 0.01, as: string }
State: { enum: { zqpaid: zqmeaning, zqopen: { name: Zqname, description: zqopened } }, open: true, description: zqstate }
Shape:
  description: zqshape
  discriminator: zqtag
  oneOf:
    Zqround: { when: zqwhen, description: zqbranch, properties: { zqradius: { type: number, minimum: 707 } } }
    Zqflat: { when: zqflat, failure: true }
Report:
  description: zqreport
  properties:
    zqmember: { type: Word, required: true, description: zqmeans, deprecated: zqold, docs: "https://zqmember.example" }
    zqlist: { type: array, items: { type: string, maxLength: 709 }, minItems: 710, maxItems: 711, uniqueItems: true, delimiter: ";" }
    zqmap: { type: object, additionalProperties: { type: boolean }, minProperties: 712, maxProperties: 713, nullable: true }
    zqshapes: { type: array, items: Shape }
    zqfree: { type: json, example: zqexample }
    zqdefault: { type: string, default: zqgiven }
  additionalProperties: { type: Price, name: zqothers, description: zqrest }
  constraints: [{ atLeastOneOf: [zqlist, zqmap] }]
"#,
    ),
    (
        "zqmodule/zqlist.yaml",
        r"
summary: zqsummarised
description: zqdescribed
docs: https://zqcall.example
deprecated: zqinstead
method: GET
path: /zqmodule/zqlist
baseUrl: https://zqother.example
parameters:
  zqpage: { type: integer, description: zqpaged, minimum: 715 }
  zqlimit: { type: integer, maximum: 716 }
  zqstate: { type: State, in: header, name: zqrusty }
responses:
  200: { description: zqfound, properties: { zqitems: { type: array, items: Report }, zqtotal: integer } }
  404: { description: zqmissing, properties: { zqreason: { type: string, description: zqwhy } } }
pagination: { page: zqpage, limit: zqlimit, items: zqitems, total: zqtotal, firstPage: 717, defaultLimit: 718 }
errors: [ZQ_CODE]
examples:
  - { summary: zqshown, request: { zqpage: 719 }, response: { zqitems: [], zqtotal: 720 } }
  - { summary: zqfails, request: { zqpage: 721 }, status: 404, response: { zqreason: zqbecause } }
",
    ),
    (
        "zqmodule/zqsend.post.yaml",
        r"
summary: zqsent
method: POST
path: /zqmodule/zqsend
retry: safe
body: { name: zqbody, contentType: text/zqplain, type: string, description: zqwhole, minLength: 1 }
responses:
  200: { contentType: application/zqpdf, type: binary, description: zqbytes }
  201: { contentType: text/zqtext, description: zqtext }
",
    ),
];

fn made(files: &[(&str, String)]) -> Vec<Page> {
    let specs = Specs::from_texts(files.iter().map(|(path, text)| (*path, text.as_str())));
    let found: Vec<_> = specs.findings.iter().map(|finding| (finding.code, &finding.message)).collect();
    pages(specs.api().unwrap_or_else(|| panic!("{found:?}")), "shop")
}

/// The same of a small API in which this text stands wherever a text can stand. Where it breaks a rule, a page is made
/// all the same.
fn strange(text: &str) -> Vec<Page> {
    let files = filled(text);
    let specs = Specs::from_texts(files.iter().map(|(path, text)| (*path, text.as_str())));
    pages_of(specs.partial().get(), "shop")
}

pub(in crate::export) fn words(text: &str) -> BTreeSet<String> {
    let word = |c: char| !c.is_ascii_alphanumeric() && c != '_';
    let fact = |word: &&str| {
        word.to_lowercase().starts_with("zq")
            || word.len() == 3 && word.starts_with('7') && word.parse::<u16>().is_ok()
    };
    text.split(word).filter(fact).map(str::to_lowercase).collect()
}

#[test]
fn every_fact_of_a_spec_is_on_a_page() {
    let pages = made(&FACTS.map(|(path, text)| (path, text.to_owned())));
    let told: BTreeSet<String> = pages.iter().flat_map(|page| words(&page.text)).collect();
    for (path, text) in FACTS {
        let missing: Vec<String> = words(text).into_iter().filter(|word| !told.contains(word)).collect();
        assert_eq!(missing, [""; 0], "of {path}");
    }
    // What is said of one call stands on its page.
    let page = pages.iter().find(|page| page.path == "zqmodule/zqlist.md").unwrap();
    let told = words(&page.text);
    let missing: Vec<String> = words(FACTS[3].1).into_iter().filter(|word| !told.contains(word)).collect();
    assert_eq!(missing, [""; 0], "of the call");
    for more in [
        "every other, in Rust `zqothers`",
        "no two equal",
        "joined with `;`",
        "Deprecated",
        "from 1 character",
    ] {
        assert!(pages.iter().any(|page| page.text.contains(more)), "{more}");
    }
}

/// Every text of a small API, `TEXT` for what a stranger writes and `LINK` for an address with that in it.
const HOSTILE: [(&str, &str); 4] = [
    (
        "api.yaml",
        "title: TEXT\ndocs: LINK\nbaseUrl: https://a.example\n\
         key: { type: Key, name: key, in: query, kinds: { A: { name: Alpha, description: TEXT } } }\nmodules: { shop: TEXT }\n",
    ),
    ("errors.yaml", "NO_THING: { topic: missing, summary: TEXT, help: TEXT, docs: LINK }\n"),
    (
        "types/shared.yaml",
        "Key: { type: string, sensitive: true }\n\
         Word: { type: string, description: TEXT, example: TEXT, default: TEXT, deprecated: TEXT, docs: LINK }\n\
         State: { enum: { a: TEXT, b: { description: TEXT } }, description: TEXT }\n\
         Shape: { description: TEXT, discriminator: kind, oneOf: { One: { when: TEXT, description: TEXT, properties: { a: Word } }, Two: { when: two } } }\n",
    ),
    (
        "shop/find.yaml",
        "summary: TEXT\ndescription: TEXT\ndocs: LINK\ndeprecated: TEXT\nmethod: GET\npath: /shop/find\n\
         parameters: { word: { type: Word, description: TEXT }, state: State, second: { type: string, example: TEXT } }\n\
         responses: { 200: { description: TEXT, properties: { shape: Shape, word: { type: Word, description: TEXT } } }, 404: { contentType: text/plain, description: TEXT } }\n\
         errors: [NO_THING]\n\
         examples: [{ summary: TEXT, request: { word: TEXT }, response: { word: TEXT } }, { summary: TEXT, status: 404, response: TEXT }]\n",
    ),
];

/// A text in double quotes.
pub(in crate::export) fn filled(text: &str) -> Vec<(&'static str, String)> {
    let quoted = crate::export::yaml::quoted(text);
    // An address has no blanks, and names a host.
    let address: String = text.chars().filter(|c| !c.is_whitespace() && !is_hidden(*c)).collect();
    let link = crate::export::yaml::quoted(&format!("https://a.example/{address}"));
    HOSTILE.map(|(path, file)| (path, file.replace("TEXT", &quoted).replace("LINK", &link))).to_vec()
}

#[test]
fn no_text_of_a_spec_can_do_anything_on_a_page() {
    let hostile: Vec<String> =
        serde_json::from_str(include_str!("../../../../../tests/fixtures/hostile.json")).unwrap();
    let able = |text: &str| -> Vec<Vec<String>> {
        let own = |power: &String| {
            *power != format!("HTML {MARK}\n")
                && !power.starts_with("a link to")
                && power != "a block of `rust`"
        };
        let pages = strange(text);
        pages.iter().map(|page| powers(&page.text).into_iter().filter(own).collect()).collect()
    };
    for text in hostile {
        for (page, found) in able(&text).into_iter().enumerate() {
            assert_eq!(found, [""; 0], "page {page} of {text:?}");
        }
    }
}

#[test]
fn links_of_a_page_lead_to_the_web_or_to_pages() {
    let hostile: Vec<String> =
        serde_json::from_str(include_str!("../../../../../tests/fixtures/hostile.json")).unwrap();
    for text in hostile {
        for page in strange(&text) {
            for power in powers(&page.text) {
                let Some(link) = power.strip_prefix("a link to ") else { continue };
                let known = ["types.md", "shop/find.md", "#type-"].iter().any(|known| link.contains(known));
                assert!(known, "{}: {link} of {text:?}", page.path);
            }
        }
    }
}

#[test]
fn every_call_has_a_page_of_its_own() {
    let call = |path: &str| {
        let parameter = if path.contains('{') { "parameters: { id: string }\n" } else { "" };
        format!("summary: Read\nmethod: GET\npath: /thing/{path}\n{parameter}responses: {{ 200: {{}} }}\n")
    };
    let api = "title: Shop\nbaseUrl: https://a.example\n";
    let files = [
        ("api.yaml", api.to_owned()),
        ("thing/id.yaml", call("id")),
        ("thing/{id}.yaml", call("{id}").replace("summary: Read", "summary: Read\nname: One")),
    ];
    let pages = made(&files);
    let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    assert_eq!(paths, ["README.md", "thing/id.md", "thing/{id}.md"]);
    assert!(pages[0].text.contains("[Read](thing/%7Bid%7D.md)"), "{}", pages[0].text);
}

#[test]
fn a_call_is_shown_whole_or_not_at_all() {
    let api = "title: Shop\nbaseUrl: https://a.example\n";
    let call = |schema: &str, value: &str| {
        format!(
            "summary: Send\nmethod: POST\npath: /a/send\nparameters: {{ thing: {schema} }}\n\
             responses: {{ 200: {{}} }}\nexamples: [{{ request: {{ thing: {value} }} }}]\n\
             types: {{ Row: {{ properties: {{ a: {{ type: string, required: true }} }} }}, \
             Rows: {{ oneOf: {{ One: {{ type: Row }}, Many: {{ type: array, items: Row }} }} }} }}\n"
        )
    };
    for (schema, value, shown) in [
        (
            "{ type: json, required: true }",
            "{ a: [1, x, true] }",
            Some("bizkit_client::Json::from([(\"a\", "),
        ),
        ("{ type: json, required: true }", "{ a: 1.5 }", None),
        ("{ type: Row, required: true }", "{ a: x }", Some("shop::a::Row::new(\"x\")")),
        ("{ type: Rows, required: true }", "{ a: x }", Some("shop::a::Rows::One(shop::a::Row::new(\"x\"))")),
        (
            "{ type: Rows, required: true }",
            "[{ a: x }]",
            Some("shop::a::Rows::Many(vec![shop::a::Row::new(\"x\")])"),
        ),
    ] {
        let pages = made(&[("api.yaml", api.to_owned()), ("a/send.yaml", call(schema, value))]);
        let page = &pages.last().unwrap().text;
        match shown {
            Some(shown) => assert!(page.contains(shown), "{page}"),
            None => assert!(!page.contains("```rust"), "{page}"),
        }
    }
}

#[test]
fn a_page_says_how_calls_and_types_are_known() {
    let pages = made(&[
        ("api.yaml", "title: Shop\nbaseUrl: https://shop.example\n".to_owned()),
        (
            "shop/read.yaml",
            "summary: Read\nseen: { in: document, on: 2025-05 }\nmethod: GET\npath: /shop/read\n\
             responses: { 200: { title: Found, seen: { in: traffic, on: 2026-11-30 }, properties: { a: string } } }\n"
                .to_owned(),
        ),
    ]);
    let page = &pages.iter().find(|page| page.path == "shop/read.md").unwrap().text;
    for sentence in [
        "Known from the vendor's document of 2025-05 alone: it may have changed or gone since.",
        "Seen in what the server answered in 2026-11-30.",
    ] {
        assert!(page.contains(sentence), "{page}");
    }
}
