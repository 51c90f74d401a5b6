//! Straight lines: patterns of the whole text whose parts stand at known offsets.

use super::ast::{Assertion, Node};
use super::program::{AsciiSet, Line, LineItem};

/// Most parts of a line; more of them are better off in a table.
const MAX_ITEMS: usize = 32;
/// Most alternatives of one part.
const MAX_ALTERNATIVES: usize = 16;
/// Longest literal, in bytes.
const MAX_LITERAL: usize = 64;

/// The line for a pattern that is one.
pub(super) fn line(node: &Node) -> Option<Line> {
    let Node::Concat(nodes) = node else { return None };
    let [Node::Assertion(Assertion::Start), inner @ .., Node::Assertion(Assertion::End)] = &nodes[..] else {
        return None;
    };
    let mut parts = Vec::new();
    for node in inner {
        flatten(node, &mut parts)?;
    }
    finish(parts)
}

/// A part with its class still in it.
enum Part {
    Literals(Vec<Vec<u8>>),
    Class { set: AsciiSet, min: usize, max: Option<usize> },
}

fn flatten(node: &Node, parts: &mut Vec<Part>) -> Option<()> {
    let count = |count: u32| usize::try_from(count).ok();
    match node {
        Node::Repeat { max: Some(0), .. } => {}
        Node::Concat(nodes) => nodes.iter().try_for_each(|node| flatten(node, parts))?,
        Node::Repeat { node, min, max }
            if Some(*min) == *max && set(node).is_none_or(AsciiSet::is_single) =>
        {
            for _ in 0..*min {
                flatten(node, parts)?;
            }
        }
        Node::Repeat { node, min, max } => {
            let max = max.map(|max| count(max).ok_or(())).transpose().ok()?;
            push(Part::Class { set: set(node)?, min: count(*min)?, max }, parts);
        }
        node => {
            let part = match set(node) {
                Some(set) if !set.is_single() => Part::Class { set, min: 1, max: Some(1) },
                _ => Part::Literals(literals(node)?),
            };
            push(part, parts);
        }
    }
    let fits = match parts.last() {
        Some(Part::Literals(texts)) => texts[0].len() <= MAX_LITERAL,
        _ => true,
    };
    (fits && parts.len() <= MAX_ITEMS).then_some(())
}

/// The set of a node that is one ASCII character.
fn set(node: &Node) -> Option<AsciiSet> {
    match node {
        Node::Class(class) => {
            let mut set = 0;
            for (low, high) in class.ranges() {
                for byte in *low..=*high {
                    set |= if byte < 128 { 1 << byte } else { return None };
                }
            }
            (set != 0).then_some(AsciiSet(set))
        }
        Node::Alternation(nodes) => {
            nodes.iter().try_fold(0, |all, node| set(node).map(|set| all | set.0)).map(AsciiSet)
        }
        _ => None,
    }
}

/// The texts of a node that are all of one length.
fn literals(node: &Node) -> Option<Vec<Vec<u8>>> {
    let nodes = if let Node::Alternation(nodes) = node { nodes } else { std::slice::from_ref(node) };
    let mut texts = nodes.iter().map(literal).collect::<Option<Vec<Vec<u8>>>>()?;
    texts.sort_unstable();
    texts.dedup();
    let length = texts[0].len();
    let fits = length > 0 && texts.len() <= MAX_ALTERNATIVES && texts.iter().all(|text| text.len() == length);
    fits.then_some(texts)
}

/// The only text of a node.
fn literal(node: &Node) -> Option<Vec<u8>> {
    match node {
        Node::Class(class) => class.as_char().map(|c| c.to_string().into_bytes()),
        Node::Concat(nodes) => {
            let texts = nodes.iter().map(literal).collect::<Option<Vec<_>>>()?;
            Some(texts.concat())
        }
        _ => None,
    }
}

/// Adds a part, or joins it with the one before.
fn push(part: Part, parts: &mut Vec<Part>) {
    match (parts.last_mut(), part) {
        (Some(Part::Literals(left)), Part::Literals(right)) if left.len() == 1 && right.len() == 1 => {
            left[0].extend_from_slice(&right[0]);
        }
        (Some(Part::Class { set: left, min, max }), Part::Class { set, min: more_min, max: more_max })
            if *left == set =>
        {
            *min += more_min;
            *max = max.zip(more_max).map(|(a, b)| a + b);
        }
        (_, part) => parts.push(part),
    }
}

fn finish(parts: Vec<Part>) -> Option<Line> {
    let mut line = Line { items: Vec::new(), classes: Vec::new(), min_len: 0, max_len: Some(0) };
    for part in parts {
        if line.max_len != Some(line.min_len) {
            // Only the last part may vary in length.
            return None;
        }
        match part {
            Part::Literals(texts) => {
                line.min_len += texts[0].len();
                line.max_len = Some(line.min_len);
                line.items.push(LineItem::Literals(texts));
            }
            Part::Class { set, min, max } => {
                let known = line.classes.iter().position(|class| *class == set);
                let class = known.unwrap_or(line.classes.len());
                if known.is_none() {
                    line.classes.push(set);
                }
                line.max_len = max.map(|max| line.min_len + max);
                line.min_len += min;
                line.items.push(LineItem::Class { class, min, max });
            }
        }
    }
    (line.classes.len() <= 8).then_some(line)
}
