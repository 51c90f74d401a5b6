//! Edits of a tree to edits of the text that it was read from: lines that nothing changes about stay as they are,
//! with their comments.

use crate::import::known;
use crate::import::merge::three_way::Edit;
use crate::import::tree::{members, remove, set};
use crate::import::write::layout;
use bizkit_spec::Diagnostics;
use bizkit_spec::json::Json;
use bizkit_spec::source::FileId;
use bizkit_spec::yaml::{Node, Yaml, parse};

/// The text after some edits; `None` where it cannot be read, or would not say what it should.
pub(crate) fn apply(text: &str, edits: &[Edit]) -> Option<String> {
    let mut text =
        if text.ends_with('\n') || text.is_empty() { text.to_owned() } else { format!("{text}\n") };
    let mut tree = known::tree(&text)?;
    for edit in edits {
        let root = parse(FileId(0), &text, &mut Diagnostics::default())?;
        change(&mut tree, edit);
        text = one(&text, &root, &tree, edit)?;
    }
    layout::reads_back(&text, &tree).then_some(text)
}

/// The same edit of the tree.
pub(crate) fn change(tree: &mut Json, edit: &Edit) {
    let (path, value) = match edit {
        Edit::Set { path, value, .. } => (path, Some(value)),
        Edit::Remove { path } => (path, None),
    };
    let Some((last, above)) = path.split_last() else { return };
    let mut place = tree;
    for key in above {
        if place.get(key).is_none() {
            set(place, key, Json::Object(Vec::new()));
        }
        let Json::Object(entries) = place else { return };
        let Some((_, inner)) = entries.iter_mut().find(|(name, _)| name == key) else { return };
        // A list of words gets room for more.
        if let Json::Array(words) = inner {
            let words = words.iter().filter_map(Json::as_str).map(|word| (word.to_owned(), Json::Null));
            *inner = Json::Object(words.collect());
        } else if let Json::String(_) = inner {
            // A type alone becomes a schema.
            *inner = Json::Object(vec![("type".to_owned(), inner.clone())]);
        } else if !matches!(inner, Json::Object(_)) {
            *inner = Json::Object(Vec::new());
        }
        place = inner;
    }
    match (value, edit) {
        (Some(value), Edit::Set { after, .. }) => {
            if place.get(last).is_some() {
                return set(place, last, value.clone());
            }
            let Json::Object(entries) = place else { return };
            let at = after.as_ref().and_then(|after| entries.iter().position(|(name, _)| name == after));
            entries.insert(at.map_or(entries.len(), |at| at + 1), (last.clone(), value.clone()));
        }
        _ => {
            remove(place, last);
        }
    }
}

/// One edit of the text. `tree` is what it should say afterwards.
fn one(text: &str, root: &Node, tree: &Json, edit: &Edit) -> Option<String> {
    let path = match edit {
        Edit::Set { path, .. } | Edit::Remove { path } => path,
    };
    // The innermost mapping in block style on the way; what is inside a flow mapping is written anew as a whole.
    let mut depth = 0;
    let mut node = root;
    let mut parent = block(text, root).then_some((root, 0));
    while depth + 1 < path.len() {
        let Yaml::Map(entries) = &node.value else { break };
        let Some((_, inner)) = entries.iter().find(|(key, _)| key.text == path[depth]) else { break };
        depth += 1;
        node = inner;
        if !block(text, node) {
            break;
        }
        parent = Some((node, depth));
    }
    let (map, depth) = parent?;
    let Yaml::Map(entries) = &map.value else { return None };
    let key = &path[depth];
    let wanted = path[..=depth].iter().try_fold(tree, |tree, key| tree.get(key));
    let under = depth.checked_sub(1).map(|above| path[above].as_str());
    let indent = entries.first().map(|(first, _)| column(text, first.span.start as usize))?;
    let lines = wanted.map(|value| layout::lines(key, value, indent, under));
    let found = entries.iter().find(|(name, _)| name.text == *key);
    let Some((name, value)) = found else {
        let lines = lines?;
        let after = match edit {
            Edit::Set { after, .. } if depth + 1 == path.len() => after.as_ref(),
            _ => None,
        };
        let before =
            after.and_then(|after| entries.iter().find(|(name, _)| name.text == *after)).or(entries.last());
        let at = before.map(|(name, value)| end_of(text, name.span.start as usize, value))?;
        let gap = if depth == 0
            && text.contains("\n\n")
            && matches!(wanted, Some(Json::Object(_) | Json::Array(_)))
        {
            "\n"
        } else {
            ""
        };
        return Some(format!("{}{gap}{lines}{}", &text[..at], &text[at..]));
    };
    let start = name.span.start as usize;
    let end = end_of(text, start, value);
    if let (
        Some(Json::String(_) | Json::Number(_) | Json::Bool(_)),
        Yaml::String(_) | Yaml::Number(_) | Yaml::Bool(_),
    ) = (wanted, &value.value)
    {
        let (from, to) = (value.span.start as usize, value.span.end as usize);
        let inline = lines
            .as_deref()
            .and_then(|lines| lines.trim_end().split_once(": "))
            .map(|(_, value)| value.to_owned());
        let one_line =
            text.get(from..to).is_some_and(|old| !old.contains('\n') && !old.starts_with(['|', '>']));
        if let Some(inline) = inline.filter(|inline| !inline.contains('\n') && one_line) {
            return Some(format!("{}{inline}{}", &text[..from], &text[to..]));
        }
    }
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    // The first key of a list's element stands behind a dash.
    let own_line = text[line_start..start].trim().is_empty();
    match lines {
        Some(lines) if own_line => Some(format!("{}{lines}{}", &text[..line_start], &text[end..])),
        Some(lines) => Some(format!("{}{}{}", &text[..start], lines.trim_start(), &text[end..])),
        None if own_line => {
            let start = with_comment(text, line_start);
            Some(format!("{}{}", &text[..start], &text[end..]))
        }
        None => None,
    }
}

/// Whether a node is a mapping in block style.
fn block(text: &str, node: &Node) -> bool {
    let Yaml::Map(entries) = &node.value else { return false };
    let Some((first, _)) = entries.first() else { return false };
    let before = text[..first.span.start as usize].trim_end();
    !before.ends_with(['{', ',']) || entries.is_empty()
}

fn column(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    text[start..at].chars().count()
}

/// One behind the last line of an entry.
fn end_of(text: &str, key: usize, value: &Node) -> usize {
    let indent = column(text, key);
    let last = last_offset(value).max(key);
    let newline = |at: usize| text.as_bytes()[at..].iter().position(|byte| *byte == b'\n');
    let line_end = |at: usize| newline(at).map_or(text.len(), |length| at + length + 1);
    let mut end = line_end(last.min(text.len().saturating_sub(1)));
    let is_list = matches!(value.value, Yaml::List(_));
    let mut at = end;
    while at < text.len() {
        let next = line_end(at);
        let line = &text[at..next];
        let depth = line.len() - line.trim_start_matches(' ').len();
        if line.trim().is_empty() {
            at = next;
            continue;
        }
        let dash = is_list && depth == indent && line.trim_start().starts_with('-');
        if depth > indent || dash {
            end = next;
            at = next;
        } else {
            break;
        }
    }
    end
}

/// The last byte that is known to belong to a node.
fn last_offset(node: &Node) -> usize {
    match &node.value {
        Yaml::Map(entries) => entries
            .iter()
            .map(|(key, value)| (key.span.end as usize).max(last_offset(value)))
            .max()
            .unwrap_or(node.span.end as usize),
        Yaml::List(items) => items.iter().map(last_offset).max().unwrap_or(node.span.end as usize),
        _ => (node.span.end as usize).saturating_sub(1).max(node.span.start as usize),
    }
}

/// The start of the comment lines right above a line.
fn with_comment(text: &str, line_start: usize) -> usize {
    let mut start = line_start;
    while start > 0 {
        let above = text[..start - 1].rfind('\n').map_or(0, |at| at + 1);
        if !text[above..start].trim_start().starts_with('#') {
            break;
        }
        start = above;
    }
    start
}

/// The text of one entry of a file's root, with the comment above it.
pub(crate) fn entry_text(text: &str, name: &str) -> Option<String> {
    let root = parse(FileId(0), text, &mut Diagnostics::default())?;
    let Yaml::Map(entries) = &root.value else { return None };
    let (key, value) = entries.iter().find(|(key, _)| key.text == name)?;
    let start = key.span.start as usize;
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let from = if line == 0 { 0 } else { with_comment(text, line) };
    // The comment on top of a file speaks of the file.
    let from = if from == 0 && line != 0 { line } else { from };
    Some(text[from..end_of(text, start, value)].to_owned())
}

/// How many members a tree has at its root.
pub(crate) fn size(tree: &Json) -> usize {
    members(tree).len()
}

#[cfg(test)]
mod tests;
