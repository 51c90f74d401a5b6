//! Requests as a whole: what no path and no header carries, members without a place of their own, secrets nearby.

use crate::schema::rules::{PLAIN, Rules};
use crate::schema::tables::*;
use crate::testing::{API, Buy, Look};
use crate::value::check::Checker;
use crate::value::record::Record;
use crate::value::{Members, Value};
use crate::{Endpoint, Violation};
use std::collections::BTreeMap;

fn broken(request: &dyn Members, info: &EndpointInfo) -> Vec<Violation> {
    Checker::request(request, info).err().map(|error| error.violations().to_vec()).unwrap_or_default()
}

fn lines(request: &dyn Members, info: &EndpointInfo) -> Vec<String> {
    broken(request, info).iter().map(ToString::to_string).collect()
}

#[test]
fn a_path_and_a_header_carry_not_every_text_and_a_query_and_a_body_do() {
    let info = <Buy as Endpoint>::INFO;
    for shop in ["", ".", ".."] {
        let expected = format!(
            "shop: expected text that can stand in a path, not empty, `.` or `..`, found {shop:?} (in)"
        );
        assert_eq!(lines(&Buy { shop: shop.to_owned(), ..Buy::new() }, info), [expected]);
    }
    for shop in ["a", "...", ".a", "a/b", " ", "\n"] {
        assert_eq!(lines(&Buy { shop: shop.to_owned(), ..Buy::new() }, info), [""; 0], "{shop:?}");
    }
    for trace in ["a\nb", "a\r", "\u{7f}", " a", "a ", "\ta", "a\0"] {
        let expected =
            "x_trace: expected text that a header can carry, on one line and without blanks around it (in)";
        let lines = lines(&Buy { trace: Some(trace.to_owned()), ..Buy::new() }, info);
        assert_eq!(lines.len(), 1, "{trace:?}");
        assert_eq!(lines[0].to_lowercase().replace('-', "_"), expected.to_lowercase(), "{trace:?}");
    }
    for trace in ["", "a", "a\tb", "a b", "ř"] {
        assert_eq!(lines(&Buy { trace: Some(trace.to_owned()), ..Buy::new() }, info), [""; 0], "{trace:?}");
    }
    for text in ["", ".", "a\n"] {
        let words = Some(text.to_owned());
        assert_eq!(lines(&Look { words, ..Look::new() }, <Look as Endpoint>::INFO), [""; 0], "{text:?}");
        let thing = text.to_owned();
        assert_eq!(lines(&Buy { thing, ..Buy::new() }, info), [""; 0], "{text:?}");
    }
}

static SHORT: Rules = Rules { max_length: 3, ..Rules::NONE };
static SECRET: Rules = Rules { max_length: 20, sensitive: true, ..Rules::NONE };

/// Two texts, one of them secret, and members without a place of their own.
struct Free {
    word: String,
    secret: String,
    rest: BTreeMap<String, String>,
}

impl Record for Free {
    const INFO: &'static RecordInfo = &RecordInfo {
        name: "Free",
        fields: &[
            FieldInfo::new("word", true, &SHORT),
            FieldInfo::new("secret", true, &SECRET),
            FieldInfo { presence: Presence::Rest, ..FieldInfo::new("rest", false, &PLAIN) },
        ],
        constraints: &[],
    };
    fn member(&self, index: usize) -> Option<&dyn Value> {
        [&self.word as &dyn Value, &self.secret, &self.rest].get(index).copied()
    }
}

static FREE: EndpointInfo = EndpointInfo {
    api: &API,
    id: "thing/free",
    method: Method::Post,
    base_url: None,
    path: &[Segment::Literal("/v1/free")],
    key: None,
    retry: RetryClass::Never,
    timeout: None,
    rate_limit: None,
    parameters: &[Location::Body, Location::Body, Location::Body],
    body: None,
    accept: "application/json",
    responses: &[],
    docs: None,
};

fn free(word: &str, secret: &str, keys: &[&str]) -> Free {
    let rest = keys.iter().map(|key| ((*key).to_owned(), "x".to_owned())).collect();
    Free { word: word.to_owned(), secret: secret.to_owned(), rest }
}

#[test]
fn members_without_a_place_of_their_own_have_names_that_no_other_has() {
    let taken = "expected a name that no other member has; set the member itself (additionalProperties)";
    assert_eq!(lines(&free("a", "hunter2hunter2", &["other", "rest"]), &FREE), [""; 0]);
    assert_eq!(
        lines(&free("a", "hunter2hunter2", &["other", "secret", "word"]), &FREE),
        [format!("secret: {taken}"), format!("word: {taken}")]
    );
}

#[test]
fn what_was_found_is_hidden_where_it_is_a_secret_or_may_be_one() {
    let found = |request: &Free| -> Vec<Option<String>> {
        broken(request, &FREE).into_iter().map(|violation| violation.found).collect()
    };
    let text = |shown: &str| Some(format!("{}: {shown:?}", shown.len()));
    // Nothing is wrong with the secret: what was found elsewhere is shown.
    assert_eq!(found(&free("long word", "hunter2hunter2", &[])), [text("long word")]);
    // The same text is secret one member further.
    assert_eq!(found(&free("hunter2hunter2", "hunter2hunter2", &[])), [None]);
    // The secret is wrong, so the two may have changed places; a short word is no secret.
    let long = "x".repeat(21);
    assert_eq!(found(&free("long word", &long, &[])), [None, None]);
    assert_eq!(found(&free("abcd", &long, &[])), [text("abcd"), None]);
}
