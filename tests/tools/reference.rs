//! The reference pages: no link leads nowhere, every call is shown in three languages, and a shell takes
//! each example for what it means.

use crate::generated::kinds;
use bizkit_cli::export::markdown::{Page, pages};
use bizkit_spec::Specs;
use bizkit_spec::model::Kind;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The specs of a folder; `copy` is one of the project's with an endpoint more of every kind.
fn of(folder: &str) -> (Specs, Vec<Page>) {
    let specs = match folder {
        "copy" => kinds::copy(),
        folder => Specs::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder), folder),
    };
    let pages = pages(specs.api().unwrap(), "bizkit_client");
    (specs, pages)
}

/// `a/b.md` and `../types.md` to `types.md`.
fn resolved(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    // Braces of a file's name are written as a URL has them.
    let link = link.replace("%7B", "{").replace("%7D", "}");
    for part in link.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

#[test]
fn every_link_leads_to_a_page_and_a_place() {
    for folder in ["copy", "tests/other-api/specs", "tests/expand/unions"] {
        let (_, pages) = of(folder);
        let places = |page: &Page| -> BTreeSet<String> {
            // As readers of Markdown make places of headings.
            let headings = page.text.lines().filter_map(|line| line.strip_prefix("### "));
            headings.map(|heading| heading.to_lowercase().replace(' ', "-")).collect()
        };
        let known: BTreeMap<&str, BTreeSet<String>> =
            pages.iter().map(|page| (page.path.as_str(), places(page))).collect();
        let mut links = 0;
        for page in &pages {
            for link in page.text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
                if link.starts_with("http") {
                    continue;
                }
                let link = link.replace("%7B", "{").replace("%7D", "}");
                let (file, place) = link.split_once('#').unwrap_or((link.as_str(), ""));
                let file = if file.is_empty() { page.path.clone() } else { resolved(&page.path, file) };
                let places = known.get(file.as_str()).unwrap_or_else(|| panic!("{}: {link}", page.path));
                assert!(place.is_empty() || places.contains(place), "{}: {link}", page.path);
                links += 1;
            }
        }
        assert!(links > 5, "only {links} links in {folder}");
    }
}

/// The block of a language, whose fence may be long.
fn block<'p>(page: &'p Page, language: &str) -> &'p str {
    let opens = |line: &&str| line.starts_with("```") && line.trim_start_matches('`') == language;
    let first = page.text.lines().find(opens).unwrap_or_else(|| panic!("{}: {language}", page.path));
    let fence = first.trim_end_matches(language);
    let (_, rest) = page.text.split_once(&format!("\n{first}\n")).unwrap();
    rest.split_once(&format!("\n{fence}\n")).unwrap().0
}

#[test]
fn every_call_is_shown_in_three_languages_and_with_every_response() {
    let (specs, pages) = of("copy");
    for endpoint in &specs.api().unwrap().endpoints {
        let page = pages.iter().find(|page| page.path == format!("{}.md", endpoint.id)).unwrap();
        // Bytes have no literal that a page could show.
        let bytes = endpoint.body.as_ref().is_some_and(|body| matches!(body.field.schema.kind, Kind::Binary));
        let call = || block(page, "rust").contains("let response = bizkit_client::");
        assert!(bytes || call(), "{}", page.path);
        assert!(block(page, "sh").starts_with("curl "), "{}", page.path);
        assert!(block(page, "js").contains("await fetch("), "{}", page.path);
        for parameter in &endpoint.parameters {
            assert!(page.text.contains(&format!("| `{}` |", parameter.field.wire)), "{}", page.path);
        }
        for response in &endpoint.responses {
            assert!(page.text.contains(&format!("| {} ", response.status)), "{}", page.path);
        }
        for index in &endpoint.errors {
            assert!(page.text.contains(&index.of(&specs.api().unwrap().errors).code), "{}", page.path);
        }
        // The key is a variable, never a value.
        assert!(!page.text.contains("PRODPGr"), "{}", page.path);
    }
}

/// What `sh` hands to `curl`, word by word.
#[cfg(unix)]
fn words(command: &str) -> Vec<String> {
    let script = format!("curl() {{ for word in \"$@\"; do printf '%s\\0' \"$word\"; done; }}\n{command}\n");
    let output =
        std::process::Command::new("sh").args(["-c", &script]).env("SHOP_KEY", "a $b").output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{command}\n{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_terminator('\0').map(str::to_owned).collect()
}

#[cfg(unix)]
#[test]
fn a_shell_takes_examples_for_what_they_mean() {
    const NASTY: &str = "it's \"$HOME\" `id` \\ @x | & ```\nnext ř";
    let yaml = serde_json::to_string(NASTY).unwrap();
    let api =
        "title: Shop\nbaseUrl: https://a.example\nkey: { type: K, name: key, in: PLACE, env: SHOP_KEY }";
    let read = format!(
        "summary: Read\nmethod: GET\npath: /a/{{id}}\nparameters: {{ id: string, text: string, \"x-text\": {{ type: string, in: header }} }}\n\
         responses: {{ 200: {{ contentType: text/plain }} }}\nexamples: [{{ request: {{ id: \"a b/c'\", text: {yaml}, \"x-text\": \"it's\" }}, response: {yaml} }}]\n"
    );
    let send = format!(
        "summary: Send\nmethod: POST\npath: /a\nparameters: {{ text: string }}\n\
         responses: {{ 200: {{}} }}\nexamples: [{{ request: {{ text: {yaml} }} }}]\n"
    );
    let shown = |place: &str| {
        // Names of headers may hold what means something to a shell.
        let name = if place == "header" { "name: x$HOME`id`" } else { "name: key" };
        let api = api.replace("PLACE", place).replace("name: key", name);
        let types = "K: { type: string, sensitive: true }";
        // A GET has no body that could hold the key.
        let read = if place == "body" { read.replace("path:", "key: none\npath:") } else { read.clone() };
        let texts = [
            ("api.yaml", api.as_str()),
            ("types/a.yaml", types),
            ("a/read.yaml", &read),
            ("a/send.yaml", &send),
        ];
        let specs = Specs::from_texts(texts);
        pages(specs.api().unwrap_or_else(|| panic!("{:#?}", specs.findings)), "shop")
    };
    let body = format!("{{\"text\":{yaml}}}");
    let pages = shown("query");
    assert_eq!(
        words(block(&pages[2], "sh")),
        ["--get", "https://a.example/a/a%20b%2Fc%27", "--header", "x-text: it's", "--data-urlencode"]
            .map(str::to_owned)
            .into_iter()
            .chain([format!("text={NASTY}"), "--data-urlencode".into(), "key=a $b".into()])
            .collect::<Vec<_>>()
    );
    // The fence is longer than what the response holds.
    assert!(pages[2].text.contains("\n````text\n"), "{}", pages[2].text);
    assert_eq!(words(block(&pages[3], "sh")).last(), Some(&body));
    let bearer = words(block(&shown("bearer")[3], "sh"));
    assert!(bearer.contains(&"Authorization: Bearer a $b".to_owned()), "{bearer:?}");
    let header = words(block(&shown("header")[3], "sh"));
    assert!(header.contains(&"x$HOME`id`: a $b".to_owned()), "{header:?}");
    let inside = words(block(&shown("body")[3], "sh"));
    assert_eq!(inside.last().unwrap(), &format!("{{\"text\":{yaml},\"key\":\"a $b\"}}"));
}
