//! Words that other languages have for what this one says in its own way: what to write instead.

/// What to write for a key of JSON Schema, of OpenAPI or of plain habit.
pub(super) fn key(word: &str) -> Option<&'static str> {
    Some(match word {
        "content" => {
            "write what the response holds beside its description: `200: { type: Product }`; `contentType` is for what is not JSON"
        }
        "schema" => "write the keys of the schema here, without `schema`",
        "$ref" | "ref" => "write `type:` and the name of the type",
        "allOf" | "extends" => {
            "write all `properties` in one place; properties of every branch stand beside `oneOf`"
        }
        "anyOf" => "write `oneOf` with a name for each branch",
        "const" => "write `enum` with one value, or `when` for the branch of a union",
        "readOnly" | "writeOnly" => {
            "delete it: a member of requests alone, or of responses alone, stands in a type of its own"
        }
        "requestBody" => {
            "write the fields under `parameters`, or `body` for a value that is no object of fields"
        }
        "operationId" => "delete it: the file's name is the name of the request; `name` gives another one",
        "tags" => "delete it: the folder is the module",
        "security" | "auth" => "write `key`: `none`, a place, or `{ in: header, name: X-Key }`",
        "servers" | "server" | "host" | "basePath" => "write `baseUrl`",
        "headers" => "write a parameter with `in: header`; headers of a response are not described",
        "params" | "arguments" | "query" => "write `parameters`",
        "url" | "uri" | "route" | "endpoint" => "write `path`, and `baseUrl` for another host than the API's",
        "min" => "write `minimum` for a number, `minLength` for a text, `minItems` for a list",
        "max" => "write `maximum` for a number, `maxLength` for a text, `maxItems` for a list",
        "length" => "write `minLength` and `maxLength`",
        "regex" | "regexp" => "write `pattern`",
        "optional" => "delete it: what is not `required` may be left out",
        "values" | "options" => "write `enum`",
        "fields" | "members" | "attributes" => "write `properties`",
        "returns" | "responses" | "response" => "write `responses`",
        "desc" | "doc" | "comment" | "notes" => "write `description`",
        "examples" => "write `example`",
        "patternProperties" | "propertyNames" => "write `additionalProperties`: the names of a map are free",
        "throttle" | "quota" => "write `rateLimit: { requests: 100, per: 1h }`",
        _ => return None,
    })
}

/// What to write for the name of a type that this language does not have.
pub(super) fn type_word(word: &str) -> Option<String> {
    if let Some(items) = word.strip_suffix("[]").or_else(|| generic(word, &["array", "list"])) {
        return Some(format!("write `type: array` with `items: {items}`"));
    }
    if let Some(rest) = word.strip_suffix('?') {
        return Some(format!("write `{rest}`, which may be left out unless it is `required`"));
    }
    if word.contains('|') {
        let words: Vec<&str> = word.split('|').map(str::trim).filter(|word| *word != "null").collect();
        let null = if word.contains("null") { " with `nullable: true`" } else { "" };
        return Some(match words.as_slice() {
            [only] => format!("write `{only}`{null}"),
            _ => format!(
                "write `[{}]`{null} for scalars, or `oneOf` with a name for each branch",
                words.join(", ")
            ),
        });
    }
    let text = match word {
        "int" | "int32" | "int64" | "long" => "write `integer`",
        "float" | "double" | "real" => "write `number`, or `decimal` for exact digits",
        "money" | "amount" | "price" => "write `decimal`: it keeps the digits exactly",
        "bool" => "write `boolean`",
        "text" | "str" | "varchar" => "write `string`",
        "list" => "write `array` with `items`",
        "map" | "dict" | "record" => "write `object` with `additionalProperties`",
        "any" | "mixed" | "unknown" => "write `json`",
        "file" | "bytes" => "write `binary`",
        "null" => "write `nullable: true` beside the type",
        "enum" => "write `type: string` with `enum`",
        "union" => "leave `type` out and write `oneOf`",
        "date" | "date-time" | "datetime" | "uri" | "url" | "email" | "phone" | "ip" | "uuid" | "html"
        | "locale" | "currency" | "duration" => "write `type: string` with `format`",
        _ => return None,
    };
    Some(text.to_owned())
}

/// `array<string>`: what stands between the brackets.
fn generic<'w>(word: &'w str, names: &[&str]) -> Option<&'w str> {
    let (name, rest) = word.split_once('<')?;
    names.contains(&name.to_ascii_lowercase().as_str()).then(|| rest.trim_end_matches('>'))
}

#[cfg(test)]
mod tests;
