//! Pages in the layouts of the vendor to what an import finds on them.

use super::{is_page, page};
use crate::import::{Import, Known, Options, import};
use crate::openapi::Document;
use bizkit_spec::Specs;
use bizkit_spec::json::Json;

fn run(text: &str) -> Import {
    assert!(is_page(text));
    let document = Document::from_json(page(text).unwrap()).unwrap();
    let import = import(&document, &Known::default(), &Options::default(), &mut |_, _| {});
    let specs = Specs::from_texts(import.files.iter().map(|file| (file.path.as_str(), file.text.as_str())));
    assert!(specs.findings.is_empty(), "{:?}", specs.findings);
    import
}

fn text<'t>(import: &'t Import, path: &str) -> &'t str {
    import.files.iter().find(|file| file.path == path).map(|file| file.text.as_str()).unwrap_or_default()
}

/// Method and path on one line, the call as a command, arguments in query and body.
const REFERENCE: &str = r#"
API Reference
POST /api/v1/chat/room/{id}/message
Sends a message to a room.
Query parameters
apiKey string required
Your key.
Body parameters
text string required
What to say.
Length: 0500
maxDepth string | integer
How deep.
Range: 1 - 5
userIds string[]
Who reads it.
silent boolean
Default: false
Path parameters
id string required
Length: 2424

Example Request
curl -X POST "https://api.shop.example/api/v1/chat/room/abcdefghijklmnopqrstuvwx/message?apiKey=K" \
  -H "Authorization: Bearer K" \
  -d '{"text": "hello", "silent": true}'

Response
200 OK
{"success": true, "data": {"message": "Example response"}}
404 Not Found
{"error": {"code": "gone"}}
"#;

#[test]
fn the_reference_layout_shows_query_body_and_path() {
    let import = run(REFERENCE);
    let expected = "\
summary: Sends a message to a room
method: POST
path: /api/v1/chat/room/{id}/message

parameters:
  id: { type: string, minLength: 24, maxLength: 24, example: abcdefghijklmnopqrstuvwx }
  text: { type: string, required: true, description: What to say., maxLength: 500, example: hello }
  maxDepth: { type: [string, integer], description: How deep., minimum: 1, maximum: 5 }
  userIds: { type: array, description: Who reads it., items: { type: string } }
  silent: { type: boolean, default: false, example: true }

responses:
  200: { type: json, description: OK }
  404:
    type: object
    description: Not Found
    observed: true
    properties:
      error: { type: object, properties: { code: { type: string, example: gone } } }
";
    let shown = text(&import, "chat/room/{id}/message.yaml");
    let (file, _) = shown.split_once("\nexamples:").unwrap_or((shown, ""));
    let error = "      error:\n        type: object\n        properties:\n          code: { type: string, example: gone }\n";
    let expected = expected.replace(
        "      error: { type: object, properties: { code: { type: string, example: gone } } }\n",
        error,
    );
    assert_eq!(file, expected);
    assert!(text(&import, "api.yaml").contains("baseUrl: https://api.shop.example\n"));
}

#[test]
fn the_plain_layout_is_enough_where_it_names_the_call() {
    let text_of_page = "GET\n/api/v1/ping/v1\nBase URL: https://shop.example\n\nParameters\n\napiKeystringrequired\nGET parameter for all requests.\n\nverbosestring\nCommon values: yes, no.\n\nExample Response\n{ \"ok\": 1 }\n";
    let import = run(text_of_page);
    let file = text(&import, "ping/v1.yaml");
    assert!(file.contains("  verbose: { enum: [\"yes\", \"no\"], open: true }\n"), "{file}");
    assert!(file.contains("      ok: { type: integer, example: 1 }\n"), "{file}");
    assert!(text(&import, "api.yaml").contains("baseUrl: https://shop.example\n"));
}

#[test]
fn a_text_without_a_call_is_no_page() {
    assert!(!is_page("Parameters\n\nnamestring\n"));
    assert!(!is_page("openapi: 3.0.3\npaths: { /a: { get: {} } }\n"));
    let error = page("Hello.").unwrap_err();
    assert!(error.message == "no method and path found" && error.help.contains("from its first line"));
    // The head is missing, and the text is a page all the same.
    assert!(is_page("1 query parameter\n\nnamestring\n\nExample Response\n\n200Success\n{}\n"));
    assert_eq!(
        page("GET /a/b\n").unwrap().get("paths").map(Json::to_string).unwrap(),
        r#"{"/a/b":{"get":{"summary":"A b","security":[],"responses":{}}}}"#
    );
}

#[test]
fn a_call_without_a_line_of_its_own_is_read_like_another() {
    let import = run(
        "GET /api/v1/library/DocsInteractive API Docs/api/v1/library/visit\nget\npost\n\n/api/v1/library/visit\n",
    );
    assert!(
        import.files.iter().any(|file| file.text.contains("path: /api/v1/library/visit")),
        "{:#?}",
        import.files
    );
}
