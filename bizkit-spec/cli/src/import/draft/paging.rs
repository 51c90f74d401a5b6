//! Lists that go on: a page or an offset among the arguments, and a list with its total in the response.

use crate::import::draft::fit::{ByName, kind};
use crate::import::tree::{members, set, text};
use bizkit_spec::json::Json;

/// Names of arguments and members, more usual ones first.
const PAGES: [&str; 2] = ["page", "pageNumber"];
const OFFSETS: [&str; 2] = ["offset", "skip"];
const LIMITS: [&str; 5] = ["limit", "perPage", "per_page", "pageSize", "page_size"];
const ITEMS: [&str; 6] = ["items", "list", "results", "records", "rows", "data"];
const TOTALS: [&str; 5] = ["itemCount", "total", "totalCount", "totalItems", "total_count"];

/// Writes `pagination` into an endpoint that goes on by pages, where its names leave no doubt.
pub(crate) fn infer(types: &ByName, endpoint: &mut Json) {
    if endpoint.get("pagination").is_some() {
        return;
    }
    let mut keys: Vec<(String, Json)> = Vec::new();
    let arguments = endpoint.get("parameters").map(members).unwrap_or_default();
    let argument = |names: &[&str]| {
        let named =
            |name: &&str| arguments.iter().find(|(known, schema)| known == name && is_count(types, schema));
        names.iter().find_map(named)
    };
    let counted = argument(&PAGES).map(|it| ("page", it)).or_else(|| Some(("offset", argument(&OFFSETS)?)));
    let Some((key, (name, _))) = counted else { return };
    keys.push((key.to_owned(), text(name)));
    let limit = argument(&LIMITS);
    keys.extend(limit.map(|(name, _)| ("limit".to_owned(), text(name))));
    let Some((_, response)) = endpoint.get("responses").map(members).unwrap_or_default().first() else {
        return;
    };
    let fields = response.get("properties").map(members).unwrap_or_default();
    let member = |names: &[&str], fits: &dyn Fn(&Json) -> bool| {
        names.iter().find_map(|name| fields.iter().find(|(known, schema)| known == name && fits(schema)))
    };
    let Some((items, _)) = member(&ITEMS, &|schema| kind(schema) == "array") else { return };
    let Some((total, _)) = member(&TOTALS, &|schema| kind(schema) == "integer") else { return };
    keys.push(("items".to_owned(), text(items)));
    keys.push(("total".to_owned(), text(total)));
    let default =
        limit.and_then(|(_, schema)| schema.get("default")).filter(|it| matches!(it, Json::Number(_)));
    keys.extend(default.map(|default| ("defaultLimit".to_owned(), default.clone())));
    set(endpoint, "pagination", Json::Object(keys));
}

fn is_count(types: &ByName, schema: &Json) -> bool {
    let named = schema.get("type").and_then(Json::as_str).and_then(|name| types.get(name));
    kind(named.unwrap_or(schema)) == "integer"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_goes_on_where_arguments_and_response_agree() {
        let inferred = |parameters: &str, response: &str| {
            let text =
                format!(r#"{{"parameters":{parameters},"responses":{{"200":{{"properties":{response}}}}}}}"#);
            let mut endpoint = Json::parse(&text).unwrap();
            infer(&ByName::new(), &mut endpoint);
            endpoint.get("pagination").map(Json::to_string)
        };
        let list = r#"{"items":{"type":"array","items":{}},"itemCount":{"type":"integer"}}"#;
        let page = r#"{"page":{"type":"integer","as":"string"}}"#;
        assert_eq!(
            inferred(page, list).as_deref(),
            Some(r#"{"page":"page","items":"items","total":"itemCount"}"#)
        );
        assert_eq!(
            inferred(r#"{"offset":{"type":"integer"},"limit":{"type":"integer","default":20}}"#, list)
                .as_deref(),
            Some(
                r#"{"offset":"offset","limit":"limit","items":"items","total":"itemCount","defaultLimit":20}"#
            )
        );
        assert_eq!(inferred(r#"{"page":{"type":"string"}}"#, list), None);
        assert_eq!(inferred(page, r#"{"items":{"type":"array","items":{}}}"#), None);
    }
}
