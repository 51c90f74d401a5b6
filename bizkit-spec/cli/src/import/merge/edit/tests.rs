//! Edits of texts: what is not touched stays as it was written.

use super::*;

const TEXT: &str = "\
# The file.
summary: Read   # how it is said

# Arguments.
parameters:
  id: { type: Id, required: true } # the id
  # Its page.
  page: { type: integer, minimum: 1 }
  long:
    type: string
    description: >-
      Some words
      on two lines.
    maxLength: 4

responses:
  200:
    properties:
      list:
      - { a: 1 }
";

fn path(path: &str) -> Vec<String> {
    path.split('.').map(str::to_owned).collect()
}

fn set_at(at: &str, value: &str, after: Option<&str>) -> Edit {
    Edit::Set { path: path(at), value: Json::parse(value).unwrap(), after: after.map(str::to_owned) }
}

#[test]
fn lines_that_nothing_changes_about_stay() {
    let edits = [
        set_at("summary", r#""Read it""#, None),
        set_at("parameters.page.maximum", "9", Some("minimum")),
        set_at("parameters.more", r#"{"type":"string"}"#, Some("id")),
        set_at("parameters.long.maxLength", "5", None),
        set_at("responses.404", r#"{"description":"Gone"}"#, Some("200")),
    ];
    let expected = "\
# The file.
summary: Read it   # how it is said

# Arguments.
parameters:
  id: { type: Id, required: true } # the id
  more: { type: string }
  # Its page.
  page: { type: integer, minimum: 1, maximum: 9 }
  long:
    type: string
    description: >-
      Some words
      on two lines.
    maxLength: 5

responses:
  200:
    properties:
      list:
      - { a: 1 }
  404: { description: Gone }
";
    assert_eq!(apply(TEXT, &edits).unwrap(), expected);
}

#[test]
fn what_goes_takes_its_comment_along() {
    let edits = [
        Edit::Remove { path: path("parameters.page") },
        Edit::Remove { path: path("parameters.long.description") },
    ];
    let text = apply(TEXT, &edits).unwrap();
    assert!(!text.contains("Its page") && !text.contains("page:") && !text.contains("two lines"), "{text}");
    assert!(text.contains("# the id\n  long:\n    type: string\n    maxLength: 4\n\nresponses:"), "{text}");
}

#[test]
fn sections_and_empty_places_are_filled() {
    let edits = [
        set_at("examples", r#"[{"status":200}]"#, Some("responses")),
        set_at("responses.204.description", r#""Nothing""#, None),
    ];
    let text = apply("summary: A\n\nresponses:\n  200:\n  204:\n", &edits).unwrap();
    assert_eq!(
        text,
        "summary: A\n\nresponses:\n  200:\n  204: { description: Nothing }\n\nexamples:\n  - { status: 200 }\n"
    );
}

#[test]
fn an_entry_comes_with_its_comment() {
    assert_eq!(entry_text("A: { description: Kč }\nB: č\n", "A").unwrap(), "A: { description: Kč }\n");
    let text = "# The file.\nA: { type: string }\n\n# About B.\nB:\n  type: string\n\nC: x\n";
    assert_eq!(entry_text(text, "B").unwrap(), "# About B.\nB:\n  type: string\n");
    assert_eq!(entry_text(text, "A").unwrap(), "A: { type: string }\n");
}

#[test]
fn a_list_may_stand_as_far_left_as_its_key() {
    let text = "errors:\n- A\n- B\n\nsummary: x\n";
    let edits = [set_at("retry", r#""never""#, Some("errors"))];
    assert_eq!(apply(text, &edits).unwrap(), "errors:\n- A\n- B\nretry: never\n\nsummary: x\n");
    let gone = [Edit::Remove { path: path("errors") }];
    assert_eq!(apply(text, &gone).unwrap(), "\nsummary: x\n");
}
