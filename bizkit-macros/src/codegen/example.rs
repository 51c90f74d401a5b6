//! A documented call as the example of a request's page.

use super::context::Cx;
use bizkit_spec::model::{Endpoint, ParameterId};
use bizkit_spec::rust::call::{self, Crates};

/// The lines of a code block that makes the endpoint's first successful example; `None` where a value has no short form.
pub(super) fn call(cx: &Cx<'_>, endpoint: &Endpoint) -> Option<Vec<String>> {
    let [before, request, after] = parts(cx, endpoint, None)?;
    let [first, rest @ ..] = request.as_slice() else { return None };
    let mut lines = before;
    lines.push(format!("let response = {first}"));
    lines.extend_from_slice(rest);
    lines.extend(["    .send(client)", "    .await?;"].map(str::to_owned));
    lines.extend(after);
    Some(lines)
}

/// As `call`, for all items of a list.
pub(super) fn list(cx: &Cx<'_>, endpoint: &Endpoint) -> Option<Vec<String>> {
    let cursor = endpoint.pagination.as_ref()?.cursor;
    let [before, request, after] = parts(cx, endpoint, Some(cursor))?;
    let [first, rest @ ..] = request.as_slice() else { return None };
    let mut lines = before;
    lines.push(format!("let mut items = {first}"));
    lines.extend_from_slice(rest);
    lines.push("    .items(client);".to_owned());
    lines.extend(
        ["while let Some(item) = items.next().await {", "    let item = item?;", "}"].map(str::to_owned),
    );
    lines.extend(after);
    Some(lines)
}

/// The beginning of the block, the request of the first successful example, and the end of the block. An optional
/// argument that is to be left out is left out.
fn parts(cx: &Cx<'_>, endpoint: &Endpoint, without: Option<ParameterId>) -> Option<[Vec<String>; 3]> {
    let root = cx.options.root.as_deref();
    let example = call::example(endpoint)?;
    let runtime = cx.options.runtime.to_string().replace(' ', "");
    let runtime = runtime.trim_start_matches("::");
    let crates = Crates { root: root.unwrap_or("crate"), runtime };
    let request = call::request(cx.api, endpoint, example, &crates, without)?;
    let before = vec![
        if root.is_some() { "```no_run" } else { "```ignore" }.to_owned(),
        format!("# async fn example(client: &{runtime}::Client) -> Result<(), {runtime}::Error> {{"),
    ];
    Some([before, request, ["# Ok(())", "# }", "```"].map(str::to_owned).to_vec()])
}
