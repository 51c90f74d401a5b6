//! The reference of the spec language is true: every block of `specs/README.md` is read, and every
//! block that shows a mistake is refused with the code that it names.

use bizkit_spec::Specs;
use bizkit_spec::keywords::{Entry, Mapping};
use std::fmt::Write;

/// One fenced block: what stands behind `yaml`, the line it begins in, its text.
struct Block<'a> {
    kind: &'a str,
    line: usize,
    text: String,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut open: Option<Block<'_>> = None;
    for (index, line) in page.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(fence)) => {
                open = Some(Block { kind: fence.trim(), line: index + 1, text: String::new() });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(block), None) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block is not closed");
    blocks
}

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../specs/README.md");

fn page() -> String {
    std::fs::read_to_string(PAGE).unwrap()
}

/// The block's own file beside everything else that the page defines.
fn read(page: &[Block<'_>], block: &Block<'_>) -> Specs {
    let mut files: Vec<(String, &str)> = Vec::new();
    for other in page {
        match other.kind {
            "yaml types" => files.push((format!("types/line{}.yaml", other.line), &other.text)),
            "yaml api" => files.push(("api.yaml".to_owned(), &other.text)),
            "yaml errors" => files.push(("errors.yaml".to_owned(), &other.text)),
            _ => {}
        }
    }
    match block.kind.split_once(' ') {
        Some((_, "endpoint")) => files.push((format!("page/line{}.yaml", block.line), &block.text)),
        Some((_, kind)) if kind.starts_with("wrong ") => {
            files.push(("types/wrong.yaml".to_owned(), &block.text));
        }
        _ => {}
    }
    let names: Vec<(&str, &str)> = files
        .iter()
        .filter(|(_, text)| {
            !block.kind.starts_with("yaml wrong") || !text.contains("Nickname: { type: string, minLength: 1")
        })
        .map(|(path, text)| (path.as_str(), *text))
        .collect();
    Specs::from_texts(names)
}

#[test]
fn every_block_of_the_reference_is_read_without_a_finding() {
    let page = page();
    let blocks = blocks(&page);
    let mut checked = 0;
    for block in blocks
        .iter()
        .filter(|block| ["yaml endpoint", "yaml types", "yaml api", "yaml errors"].contains(&block.kind))
    {
        let specs = read(&blocks, block);
        let findings: Vec<String> =
            specs.findings.iter().map(|finding| format!("{}: {}", finding.code, finding.message)).collect();
        assert!(findings.is_empty(), "specs/README.md:{}: {findings:#?}", block.line);
        checked += 1;
    }
    assert!(checked >= 10, "only {checked} blocks were found");
}

#[test]
fn every_mistake_of_the_reference_is_refused_with_its_code() {
    let page = page();
    let blocks = blocks(&page);
    let wrong: Vec<&Block<'_>> =
        blocks.iter().filter(|block| block.kind.starts_with("yaml wrong ")).collect();
    assert!(!wrong.is_empty());
    for block in wrong {
        let specs = read(&blocks, block);
        let codes: Vec<&str> = specs.findings.iter().map(|finding| finding.code.name()).collect();
        let expected = block.kind.trim_start_matches("yaml wrong ");
        assert_eq!(codes, [expected], "specs/README.md:{}", block.line);
    }
}

#[test]
fn every_yaml_block_says_what_it_is() {
    let page = page();
    for block in blocks(&page) {
        let known = block.kind.strip_prefix("yaml ").is_some_and(|kind| {
            ["endpoint", "types", "api", "errors"].contains(&kind) || kind.starts_with("wrong ")
        });
        assert!(known || block.kind == "text", "specs/README.md:{}: `{}`", block.line, block.kind);
    }
}

/// What a key says, and whether it must be there.
fn meaning(entry: &Entry) -> String {
    format!("{}{}", entry.about, if entry.required { " Required." } else { "" })
}

/// The tables of keys are those that reader and editors have; `BLESS=1` writes them.
#[test]
fn the_tables_of_keys_are_those_of_the_language() {
    let mut endpoint = "| key | meaning |\n|---|---|\n".to_owned();
    for entry in Mapping::Endpoint.own() {
        writeln!(endpoint, "| `{}` | {} |", entry.keyword, meaning(entry)).unwrap();
    }
    let mut others = "| where | key | meaning |\n|---|---|---|\n".to_owned();
    for mapping in Mapping::ALL.into_iter().filter(|mapping| *mapping != Mapping::Endpoint) {
        for entry in mapping.own() {
            let place = match entry.kinds {
                Some(kinds) => format!("{}: {kinds}", mapping.title().replace("every type", "types")),
                None => mapping.title().to_owned(),
            };
            writeln!(others, "| {place} | `{}` | {} |", entry.keyword, meaning(entry)).unwrap();
        }
    }
    let page = page();
    let mut told = page.clone();
    for (marker, table) in [("keys of an endpoint", endpoint), ("every other key", others)] {
        let start = format!("<!-- {marker} -->\n");
        let (before, rest) = told.split_once(&start).unwrap_or_else(|| panic!("no `{marker}`"));
        let (_, after) = rest.split_once("<!-- end -->").unwrap();
        told = format!("{before}{start}{table}<!-- end -->{after}");
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(PAGE, &told).unwrap();
    }
    assert!(
        page == told,
        "`BLESS=1 cargo test -p bizkit-tests --all-features the_tables_of_keys` writes them"
    );
}
