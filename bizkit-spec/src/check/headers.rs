//! Whether the headers of a call can be sent: their names, those that are set without being asked for, and the key's.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::header::is_reserved;
use crate::media::is_token;
use crate::model::{Api, Endpoint, Field, KeyLocation, RequestPlan};

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    for endpoint in &api.endpoints {
        let RequestPlan { path: _, query: _, headers, body: _ } = &endpoint.request;
        let fields: Vec<&Field> = headers.iter().map(|id| &id.of(&endpoint.parameters).field).collect();
        for (index, field) in fields.iter().enumerate() {
            check_name(endpoint, field, findings);
            if let Some(other) =
                fields[..index].iter().find(|other| other.wire.eq_ignore_ascii_case(&field.wire))
            {
                findings.push(
                    Diagnostic::error(
                        Code::NAME_COLLISION,
                        field.span,
                        format!(
                            "`{}` and `{}` are one header, whose name has no case",
                            other.wire, field.wire
                        ),
                    )
                    .related(other.span, "this is the same header")
                    .help("delete one of them"),
                );
            }
        }
    }
    check_keys(api, findings);
}

fn check_name(endpoint: &Endpoint, field: &Field, findings: &mut Diagnostics) {
    let name = &field.wire;
    let key = endpoint.key.as_ref();
    let taken = key.is_some_and(|key| {
        key.locations.iter().any(|place| match place {
            KeyLocation::Bearer => name.eq_ignore_ascii_case("authorization"),
            // Equal names are a finding wherever the parameter travels.
            KeyLocation::Header => name.eq_ignore_ascii_case(&key.name) && *name != key.name,
            KeyLocation::Query | KeyLocation::Body => false,
        })
    });
    let (message, help) = if !is_token(name) {
        (
            format!("`{name}` is no name of a header"),
            "write letters, digits and `-`: `X-Trace-Id`; blanks and colons cannot stand in it",
        )
    } else if is_reserved(name) {
        (
            format!("`{name}` is a header that the client sets by itself"),
            "delete it; `contentType` of `body` and of `responses` says what is sent and accepted",
        )
    } else if taken {
        (
            format!("`{name}` is the header that carries the API's key"),
            "delete it; `key: none` turns the key off for this call",
        )
    } else {
        return;
    };
    findings.push(Diagnostic::error(Code::BAD_PLACE, field.span, message).help(help));
}

/// The headers of the key itself; each name is said once.
fn check_keys(api: &Api, findings: &mut Diagnostics) {
    let mut said: Vec<&str> = Vec::new();
    for endpoint in &api.endpoints {
        let Some(key) = endpoint.key.as_ref().filter(|key| key.locations.contains(&KeyLocation::Header))
        else {
            continue;
        };
        if said.contains(&key.name.as_str()) || is_token(&key.name) && !is_reserved(&key.name) {
            continue;
        }
        said.push(&key.name);
        let message = format!("`{}` cannot be the header that carries the key", key.name);
        findings.push(
            Diagnostic::error(Code::BAD_PLACE, endpoint.span, message)
                .help("write a name of letters, digits and `-` that HTTP has no use for: `X-Api-Key`"),
        );
    }
}
