//! An endpoint of every kind: specs of their own, and a copy of the project's with them. No Rust names one of them, so
//! what holds here holds for every endpoint that is added.

use crate::support::shipped;
use bizkit_cli::export::schema;
use bizkit_cli::lint::lint;
use bizkit_spec::codes::Code;
use bizkit_spec::model::{Api, Content, KeyLocation, Kind, Location, Method, PageStyle, Select, Status, Tag};
use bizkit_spec::{Checked, Specs};

bizkit_macros::api!("kinds", reflect);

/// The texts of the specs.
pub(crate) const SOURCES: &[(&str, &str)] = bizkit_macros::sources!("kinds");

/// The project's specs with one endpoint more of every kind.
pub(crate) fn copy() -> Specs {
    let errors = |sources: &[(&str, &str)]| {
        sources
            .iter()
            .find(|(path, _)| *path == "errors.yaml")
            .map_or(String::new(), |(_, text)| (*text).to_owned())
    };
    let errors = format!("{}\n{}", errors(shipped::SOURCES), errors(SOURCES));
    let shared = ["api.yaml", "errors.yaml", "types/key.yaml"];
    let added = SOURCES.iter().filter(|(path, _)| !shared.contains(path));
    let texts = shipped::SOURCES.iter().filter(|(path, _)| *path != "errors.yaml").chain(added);
    Specs::from_texts(texts.copied().chain([("errors.yaml", errors.as_str())]))
}

fn own() -> Checked<Api> {
    let specs = Specs::from_texts(SOURCES.iter().copied());
    specs.api().unwrap_or_else(|| panic!("{:#?}", specs.findings)).clone()
}

#[test]
fn a_copy_of_the_specs_takes_an_endpoint_of_every_kind_without_a_finding() {
    let specs = copy();
    assert!(specs.findings.is_empty(), "{:#?}", specs.findings);
    let api = specs.api().unwrap();
    assert!(own().endpoints.iter().all(|endpoint| api.endpoint(&endpoint.id).is_some()));
    let advice = lint(api);
    let ids: Vec<_> = advice.iter().map(|finding| format!("{}: {}", finding.code, finding.message)).collect();
    assert!(ids.is_empty(), "{ids:#?}");
}

#[expect(deprecated, reason = "one call of the kinds is")]
#[test]
fn a_number_that_may_be_text_is_given_in_either_form_and_bounded_in_both() {
    let call = |score: types::KindsScore| news::Feedback::new(score).email("jan@example.com").check();
    for good in [types::KindsScore::from(1), types::KindsScore::from("5".to_owned())] {
        assert_eq!(call(good), Ok(()));
    }
    // What a caller writes.
    assert_eq!(news::Feedback::new(3).email("jan@example.com").check(), Ok(()));
    assert_eq!(news::Feedback::new("3").email("jan@example.com").check(), Ok(()));
    for (wrong, rule) in [(0.into(), "minimum"), (6.into(), "maximum")] {
        assert_eq!(broken(&call(wrong)), [("score", rule)]);
    }
    for (wrong, rule) in [("0", "minimum"), ("6", "maximum"), ("five", "type"), ("3.0", "type")] {
        assert_eq!(broken(&call(wrong.to_owned().into())), [("score", rule)], "{wrong}");
    }
}

/// The place and the rule of each violation.
fn broken(checked: &Result<(), bizkit_client::InvalidRequestError>) -> Vec<(&str, &'static str)> {
    let invalid = checked.as_ref().unwrap_err();
    invalid.violations().iter().map(|violation| (violation.path.as_str(), violation.rule)).collect()
}

/// Every key that an editor offers, at any depth of the language.
fn keys(schema: &bizkit_spec::json::Json, found: &mut Vec<String>) {
    use bizkit_spec::json::Json;
    match schema {
        Json::Object(members) => {
            for (name, value) in members {
                if let ("properties", Json::Object(properties)) = (name.as_str(), value) {
                    found.extend(properties.iter().map(|(key, _)| key.clone()));
                }
                keys(value, found);
            }
        }
        Json::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[test]
fn every_key_of_the_language_is_used_by_one_of_them() {
    let mut known = Vec::new();
    keys(&schema::language(&schema::Known::default()), &mut known);
    known.sort();
    known.dedup();
    // Whatever is declined is no word of its own.
    known.retain(|key| Code::find(key).is_none());
    let all: String = SOURCES.iter().flat_map(|(_, text)| [*text, "\n"]).collect();
    let used = |key: &String| {
        let at = |before: &str| all.contains(&format!("{before}{key}:"));
        ["\n", " ", "{"].iter().any(|before| at(before))
    };
    let unused: Vec<_> = known.iter().filter(|key| !used(key)).collect();
    assert!(unused.is_empty() && known.len() > 60, "no kind uses {unused:?}");
}

#[test]
fn they_are_of_every_kind() {
    let api = own();
    let any = |holds: &dyn Fn(&bizkit_spec::model::Endpoint) -> bool| api.endpoints.iter().any(holds);
    for method in [Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete] {
        assert!(any(&|endpoint| endpoint.method == method), "{method:?}");
    }
    for place in Location::ALL.iter().copied() {
        assert!(any(&|endpoint| endpoint.parameters.iter().any(|one| one.location == place)), "{place:?}");
    }
    for place in KeyLocation::ALL.iter().copied() {
        assert!(
            any(&|endpoint| endpoint.key.as_ref().is_some_and(|key| key.locations[0] == place)),
            "{place:?}"
        );
    }
    assert!(any(&|endpoint| endpoint.key.is_none() && endpoint.base_url.is_some()), "another host");
    assert!(any(&|endpoint| endpoint.path_template().ends_with('/')), "a slash at the end");
    let line = |endpoint: &bizkit_spec::model::Endpoint| endpoint.path_template();
    assert!(any(&|one| any(&|other| line(one) == line(other) && one.method != other.method)), "two methods");
    let responses = || api.endpoints.iter().flat_map(|endpoint| &endpoint.responses);
    for (name, holds) in [
        ("nothing", (|content| matches!(content, Content::Empty)) as fn(&Content) -> bool),
        ("JSON", |content| matches!(content, Content::Json(_))),
        ("text", |content| matches!(content, Content::Text(_))),
        ("bytes", |content| matches!(content, Content::Binary(_))),
    ] {
        assert!(
            responses().any(|response| holds(&response.content) && !response.status.is_failure()),
            "{name}"
        );
    }
    for status in [Status::Code(404), Status::Class(4), Status::Class(2), Status::Default] {
        assert!(responses().any(|response| response.status == status), "{status}");
    }
    let typed = |content: &Content| matches!(content, Content::Json(_));
    assert!(
        responses().any(|response| response.status.is_failure() && typed(&response.content)),
        "the form of a 4xx"
    );
    let pages = || api.endpoints.iter().filter_map(|endpoint| endpoint.pagination.as_ref());
    assert!(
        pages().any(|pages| pages.style == PageStyle::Offset)
            && pages().any(|pages| pages.style != PageStyle::Offset)
    );
    let unions = || {
        api.types.iter().filter_map(|def| match &def.schema.kind {
            Kind::Union(union) => Some(union),
            _ => None,
        })
    };
    for (name, holds) in [
        ("a truth value", (|select| matches!(select, Select::Tag(Tag::Boolean(_)))) as fn(&Select) -> bool),
        ("a text", |select| matches!(select, Select::Tag(Tag::String(_)))),
        ("a number", |select| matches!(select, Select::Tag(Tag::Integer(_)))),
        ("the absent tag", |select| *select == Select::Absent),
        ("the kind of JSON", |select| matches!(select, Select::Kind(_))),
    ] {
        assert!(unions().any(|union| union.variants.iter().any(|variant| holds(&variant.select))), "{name}");
    }
    assert!(unions().any(|union| union.variants.iter().any(|variant| variant.failure)), "a failure");
}
