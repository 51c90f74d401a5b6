//! Token streams to text that people read: `prettyplease`, and a row per line inside of our own macros.

use proc_macro2::TokenStream;

/// The expansion as a file.
///
/// # Errors
///
/// The tokens are not Rust, which is a bug of the generator.
pub(crate) fn format(tokens: TokenStream) -> syn::Result<String> {
    let text = documented(&prettyplease::unparse(&syn::parse2(tokens)?));
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some(at) = ["__p::record!(", "__p::request!(", "__p::enum_type!("]
        .iter()
        .filter_map(|name| rest.find(name))
        .min()
    {
        let end = rest[at..].find(");\n").map_or(rest.len(), |length| at + length + 2);
        out.push_str(&rest[..at]);
        let indent = rest[..at].len() - rest[..at].trim_end_matches(' ').len();
        out.push_str(&rows(&rest[at..end], indent));
        rest = &rest[end..];
    }
    out.push_str(rest);
    Ok(out)
}

/// Blocks of documentation as lines.
fn documented(text: &str) -> String {
    let mut out = String::new();
    let mut indent = None;
    for line in text.lines() {
        let mut line = line;
        if let Some(at) = line.find("/**").filter(|at| indent.is_none() && line[..*at].trim().is_empty()) {
            indent = Some(&line[..at]);
            line = &line[at + 3..];
        }
        let Some(space) = indent else {
            out.push_str(line);
            out.push('\n');
            continue;
        };
        if let Some(last) = line.strip_suffix("*/") {
            line = last;
            indent = None;
        }
        for part in [space, "///", line, "\n"] {
            out.push_str(part);
        }
    }
    out
}

/// One invocation with its table spread over lines.
fn rows(invocation: &str, indent: usize) -> String {
    let flat = invocation.split_whitespace().collect::<Vec<_>>().join(" ");
    let flat = flat.replace("!( ", "!(").replace(" );", ");").replace("& ", "&").replace("rule : ", "rule: ");
    let flat = flat.replace("members : ", "members: ");
    let Some((head, table)) = flat.rsplit_once(", {") else { return flat };
    let table = table.trim_end_matches(");").trim_end().trim_end_matches('}').trim();
    if table.is_empty() {
        return format!("{head}, {{}});");
    }
    let (separator, end) = if table.ends_with(';') { ("; ", ";") } else { (", ", "") };
    let inner = format!("\n{}", " ".repeat(indent + 4));
    let lines: Vec<&str> = table.trim_end_matches(';').split(separator).collect();
    let lines = lines.join(&format!("{}{inner}", separator.trim_end()));
    format!("{head}, {{{inner}{lines}{end}\n{}}});", " ".repeat(indent))
}
