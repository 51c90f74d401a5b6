//! Documents of an API to specs: a page to what the maintainers wrote, an export to what it came from, a vendor's
//! habits to what a person would write, and a second import to what has changed.

use bizkit_cli::export::{endpoint_json, openapi};
use bizkit_cli::import::{self, Import, Known, Lock, Options, Plan};
use bizkit_cli::openapi::Document;
use bizkit_spec::json::Json;
use bizkit_spec::model::Api;
use bizkit_spec::{Checked, Specs};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

mod mangled;
mod pages;
mod vendor;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The project's specs without some files.
fn specs_without(paths: &[&str]) -> Specs {
    let (sources, _) = bizkit_spec::load::load(&root().join("specs"), "specs");
    let texts = sources.files().map(|(_, file)| (file.relative.as_str(), file.text.as_str()));
    Specs::from_texts(texts.filter(|(path, _)| !paths.contains(path)))
}

fn run(document: &Document, known: &Known) -> Import {
    import::import(document, known, &Options::default(), &mut |_, _| {})
}

/// What the files of an import say, on their own or beside what is known.
fn read(plan: &Plan, known: &Known) -> Specs {
    let texts = plan.outcome(known);
    Specs::from_texts(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

fn api(specs: &Specs) -> &Checked<Api> {
    let found: Vec<_> = specs.findings.iter().collect();
    specs.api().unwrap_or_else(|| panic!("{found:#?}"))
}

/// Every place where two values differ.
fn differences(one: &Json, other: &Json, place: &str, found: &mut BTreeSet<String>) {
    match (one, other) {
        (Json::Object(first), Json::Object(second)) => {
            let names: BTreeSet<&String> = first.iter().chain(second).map(|(name, _)| name).collect();
            for name in names {
                let place = format!("{place}/{name}");
                match (one.get(name), other.get(name)) {
                    (Some(one), Some(other)) => differences(one, other, &place, found),
                    _ => {
                        found.insert(place);
                    }
                }
            }
        }
        (Json::Array(first), Json::Array(second)) if first.len() == second.len() => {
            for (index, (one, other)) in first.iter().zip(second).enumerate() {
                differences(one, other, &format!("{place}/{index}"), found);
            }
        }
        // Space at the end of a text says nothing.
        (Json::String(one), Json::String(other)) if one.trim_end() == other.trim_end() => {}
        _ if one == other => {}
        _ => {
            found.insert(place.to_owned());
        }
    }
}

#[test]
fn a_page_becomes_the_spec_that_the_maintainers_wrote() {
    let page = fs::read_to_string(root().join("tests/fixtures/import/page.txt")).unwrap();
    assert!(import::is_page(&page));
    let document = Document::from_json(import::page(&page).unwrap()).unwrap();
    let without = specs_without(&["customer/detail.yaml"]);
    let known = Known::specs(&without, true);
    let import = run(&document, &known);
    assert_eq!(import.report.counts(), (1, 0, 0), "{:#?}", import.report.remarks);
    let plan = import::plan(&import, &known, &Lock::default(), "BizKitHub", false);
    let read = read(&plan, &known);
    let written = specs_without(&[]);
    let endpoint = |specs: &Specs| {
        let api = api(specs);
        endpoint_json(api, api.endpoint("customer/detail").unwrap())
    };
    let mut found = BTreeSet::new();
    differences(&endpoint(&written), &endpoint(&read), "", &mut found);
    let prose = |place: &String| {
        ["description", "summary", "docs", "example"].iter().any(|word| place.ends_with(&format!("/{word}")))
    };
    found.retain(|place| !prose(place));
    let allowed = BTreeSet::from(
        [
            // The branch is named as in the neighbouring endpoint, so its type is too.
            "/types/DetailResponse/oneOf/Account",
            "/types/DetailResponse/oneOf/Profile",
            "/types/DetailAccount",
            "/types/Profile",
            // Not on the page: an error code, what a call without a session gives, and when the page was read.
            "/errors",
            "/examples",
            "/seen",
        ]
        .map(str::to_owned),
    );
    assert_eq!(found, allowed);
    // The two branches are the same but for their name.
    let branch = |specs: &Specs, name: &str| {
        let json = endpoint(specs);
        json.get("types").and_then(|types| types.get(name)).cloned().unwrap()
    };
    let mut found = BTreeSet::new();
    differences(&branch(&written, "Profile"), &branch(&read, "DetailAccount"), "", &mut found);
    found.retain(|place| !prose(place));
    assert_eq!(found, BTreeSet::new());
    assert_eq!(first_call(&endpoint(&written)), first_call(&endpoint(&read)));
}

/// Request and response of the first documented call.
fn first_call(endpoint: &Json) -> Vec<Json> {
    let Some(Json::Array(calls)) = endpoint.get("examples") else { panic!("no examples: {endpoint}") };
    ["request", "status", "response"].iter().map(|key| calls[0].get(key).cloned().unwrap()).collect()
}

#[test]
fn an_exported_api_comes_back_as_it_was() {
    for folder in [
        "specs",
        "tests/other-api/specs",
        "tests/expand/responses",
        "tests/expand/unions",
        "tests/expand/scalars",
        "tests/fixtures/agreement",
        // Every kind of endpoint.
        "tests/kinds",
    ] {
        let specs = Specs::open(&root().join(folder), folder);
        let exported = openapi::document(api(&specs), "1.0.0");
        let document = Document::from_json(exported.clone()).unwrap();
        let import = run(&document, &Known::default());
        let losses: Vec<_> =
            import.report.remarks.iter().filter(|it| it.grade != import::Grade::Note).collect();
        assert!(losses.is_empty(), "{folder}: {losses:#?}");
        let plan = import::plan(&import, &Known::default(), &Lock::default(), "Test", true);
        let again = read(&plan, &Known::default());
        let mut found = BTreeSet::new();
        differences(&exported, &openapi::document(api(&again), "1.0.0"), "", &mut found);
        assert_eq!(found, BTreeSet::new(), "{folder}");
    }
}

#[test]
fn what_is_imported_twice_is_written_the_same() {
    let document = vendor::document();
    let (one, other) = (run(&document, &Known::default()), run(&document, &Known::default()));
    assert_eq!(one.files, other.files);
    assert_eq!(one.report, other.report);
    // And a second import into what the first one wrote changes nothing.
    let first = import::plan(&one, &Known::default(), &Lock::default(), "Shop", true);
    let known = Known::specs(&read(&first, &Known::default()), false).after(&first.lock);
    let second = import::plan(&run(&document, &known), &known, &first.lock, "Shop", true);
    let changed: Vec<_> = second.changes.iter().filter(|change| change.is_change()).collect();
    assert!(changed.is_empty(), "{changed:#?}");
    assert_eq!(second.lock, first.lock);
}

#[test]
fn what_people_edited_stays_and_what_is_new_at_the_source_comes_in() {
    let first = import::plan(
        &run(&vendor::document(), &Known::default()),
        &Known::default(),
        &Lock::default(),
        "Shop",
        true,
    );
    let mut texts: BTreeMap<String, String> = first.outcome(&Known::default());
    let path = "shop/order.yaml";
    let edited = texts[path]
        .replace("summary: Place an order", "# Ours.\nsummary: Order something # better words")
        .replace(
            "note: { type: string, description: A note, maxLength: 100 }",
            "note: { type: string, name: remark, description: Our words, maxLength: 100 } # ours",
        );
    assert_ne!(texts[path], edited, "{edited}");
    texts.insert(path.to_owned(), edited);
    let specs = Specs::from_texts(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let known = Known::specs(&specs, false).after(&first.lock);

    let newer = vendor::text()
        .replace("0100", "0200")
        .replace("\"Place an order\"", "\"Place one order\"")
        .replace("\"voucher\":", "\"gift\":{\"type\":\"boolean\"},\"voucher\":");
    let import = run(&Document::parse(&newer).unwrap(), &known);
    let plan = import::plan(&import, &known, &first.lock, "Shop", true);
    let change = plan.changes.iter().find(|change| change.path == path).unwrap();
    let new = change.new.as_deref().unwrap();
    // Both changed the summary: the file wins, and that is said.
    assert!(new.contains("# Ours.\nsummary: Order something # better words\n"), "{new}");
    assert_eq!(change.kept, ["`summary`: the source says `\"Place one order\"`"]);
    // One line changed on both sides, in different keys.
    assert!(
        new.contains("note: { type: string, name: remark, description: Our words, maxLength: 200 }"),
        "{new}"
    );
    assert!(new.contains("  gift: { type: boolean }\n  voucher:"), "{new}");
    let others: Vec<_> =
        plan.changes.iter().filter(|other| other.is_change() && other.path != path).collect();
    assert!(others.is_empty(), "{others:#?}");
    api(&read(&plan, &known));
}

#[test]
fn what_the_source_has_no_more_goes_unless_people_edited_it() {
    let first = import::plan(
        &run(&vendor::document(), &Known::default()),
        &Known::default(),
        &Lock::default(),
        "Shop",
        true,
    );
    let mut texts: BTreeMap<String, String> = first.outcome(&Known::default());
    let newer = vendor::text().replace("/api/v1/shop/order", "/api/v1/shop/purchase");
    let plan_with = |texts: &BTreeMap<String, String>| {
        let specs = Specs::from_texts(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let known = Known::specs(&specs, false).after(&first.lock);
        let import = run(&Document::parse(&newer).unwrap(), &known);
        import::plan(&import, &known, &first.lock, "Shop", true)
    };
    let status = |plan: &Plan| {
        let old = plan.changes.iter().find(|change| change.path == "shop/order.yaml").unwrap();
        (old.new.is_some(), old.kept.len())
    };
    let plan = plan_with(&texts);
    assert_eq!(status(&plan), (false, 0));
    assert!(plan.changes.iter().any(|change| change.path == "shop/purchase.yaml" && change.old.is_none()));
    let text = texts["shop/order.yaml"].replace("summary: ", "summary: Our ");
    texts.insert("shop/order.yaml".to_owned(), text);
    assert_eq!(status(&plan_with(&texts)), (true, 1));
}

#[test]
fn specs_that_people_wrote_only_get_what_they_lack() {
    let hand = "summary: Ours\nmethod: POST\npath: /api/v1/shop/order\nparameters:\n  # Ours alone.\n  note: { type: string, maxLength: 50 }\nresponses:\n  200:\n";
    let api_file =
        "title: Shop\nbaseUrl: https://api.shop.example\nkey: { type: ApiKey, name: apiKey, in: query }\n";
    let types = "ApiKey: { type: string, sensitive: true }\n";
    let specs =
        Specs::from_texts([("api.yaml", api_file), ("shop/order.yaml", hand), ("types/a.yaml", types)]);
    let known = Known::specs(&specs, false);
    let plan = import::plan(&run(&vendor::document(), &known), &known, &Lock::default(), "Shop", true);
    let change = plan.changes.iter().find(|change| change.path == "shop/order.yaml").unwrap();
    let new = change.new.as_deref().unwrap();
    assert!(
        new.starts_with("summary: Ours\n")
            && new.contains("  # Ours alone.\n  note: { type: string, maxLength: 50 }\n"),
        "{new}"
    );
    assert!(new.contains("\n  voucher: "), "{new}");
    assert!(
        change.kept.iter().any(|kept| kept == "`parameters.note.maxLength`: the source says `100`"),
        "{:?}",
        change.kept
    );
    api(&read(&plan, &known));
}
