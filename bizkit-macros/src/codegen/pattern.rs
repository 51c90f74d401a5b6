//! Patterns of text to `const fn(&str) -> bool`: comparisons in a line, or a walk through a table.

use super::{Cx, names};
use bizkit_spec::pattern::{Dfa, Line, LineItem, Pattern, Program};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

/// The function that matches a pattern, in the module of the tables; `wish` names it if it is new.
pub(super) fn function(cx: &Cx<'_>, pattern: &Pattern, wish: &str) -> Option<Ident> {
    let key = format!("pattern {}", pattern.source());
    if let Some(known) = cx.tables.borrow().find(&key) {
        return Some(known);
    }
    let body = match pattern.compile().ok()? {
        Program::Line(line) => expand_line(cx, &line),
        Program::Dfa(dfa) => expand_dfa(&dfa),
    };
    let docs = format!(" `{}`", pattern.source());
    let function = cx.tables.borrow_mut().intern(key, &wish.to_lowercase(), |ident| {
        quote! {
            #[doc = #docs]
            pub(super) const fn #ident(text: &str) -> bool { #body }
        }
    });
    Some(function)
}

/// Lengths first, then each part at its place.
fn expand_line(cx: &Cx<'_>, line: &Line) -> TokenStream {
    let mut conditions = lengths(line.min_len, line.max_len);
    let classes = (!line.classes.is_empty()).then(|| expand_classes(cx, line));
    let mut at = 0;
    for item in &line.items {
        let from = Literal::usize_unsuffixed(at);
        match item {
            LineItem::Literals(alternatives) => {
                let tests = alternatives.iter().map(|text| {
                    let text = Literal::byte_string(text);
                    quote!(__p::equal(bytes, #from, #text))
                });
                let tests = quote!(#(#tests)||*);
                conditions.push(if alternatives.len() > 1 { quote!((#tests)) } else { tests });
                at += alternatives.first().map_or(0, Vec::len);
            }
            LineItem::Class { class, min, max } => {
                let bit = Literal::u8_unsuffixed(1 << class);
                let to = if *max == Some(*min) {
                    let to = Literal::usize_unsuffixed(at + min);
                    quote!(#to)
                } else {
                    quote!(bytes.len())
                };
                conditions.push(quote!(__p::all_in(bytes, #from, #to, &#classes, #bit)));
                at += min;
            }
        }
    }
    if conditions.is_empty() {
        conditions.push(quote!(true));
    }
    quote! {
        let bytes = text.as_bytes();
        #(#conditions)&&*
    }
}

/// The table of byte classes; patterns with the same classes share it.
fn expand_classes(cx: &Cx<'_>, line: &Line) -> Ident {
    let sets = line.classes.iter().map(|set| grouped_hex(set.0));
    let sets: Vec<Literal> = sets.filter_map(|set| set.parse().ok()).collect();
    let key = format!("classes {:?}", line.classes);
    cx.tables.borrow_mut().intern(
        key,
        "BYTES",
        |ident| quote!(static #ident: [u8; 256] = __p::byte_classes(&[#(#sets),*]);),
    )
}

/// A hexadecimal literal as people write it: groups of four digits.
fn grouped_hex(value: u128) -> String {
    let digits = format!("{value:x}");
    let (head, groups) = digits.split_at(digits.len() % 4);
    let groups = groups.as_bytes().chunks(4).map(String::from_utf8_lossy);
    let parts: Vec<_> =
        Some(head).filter(|head| !head.is_empty()).map(Into::into).into_iter().chain(groups).collect();
    format!("0x{}", parts.join("_"))
}

/// The walk is the runtime's; only the table is the pattern's own.
fn expand_dfa(dfa: &Dfa) -> TokenStream {
    let runs = runs(&dfa.classes);
    let width = Literal::usize_unsuffixed(dfa.class_count);
    let next = dfa.transitions.iter().map(|state| Literal::u16_unsuffixed(*state));
    let accept = &dfa.accept;
    let start = Literal::u16_unsuffixed(dfa.start);
    let sure = Literal::u16_unsuffixed(dfa.sure.unwrap_or(0));
    let conditions = lengths(dfa.min_len, dfa.max_len);
    let bytes = (!conditions.is_empty()).then(|| quote!(let bytes = text.as_bytes();));
    let automaton = names::ident("AUTOMATON");
    quote! {
        static #automaton: __p::Automaton = __p::Automaton {
            columns: &__p::columns(&[#(#runs),*]),
            width: #width,
            next: &[#(#next),*],
            accept: &[#(#accept),*],
            start: #start,
            sure: #sure,
        };
        #bytes
        #(#conditions &&)* #automaton.is_match(text)
    }
}

/// The bytes of each column but the first as ranges: `(b'a', b'z', 2)`.
fn runs(classes: &[u8; 256]) -> Vec<TokenStream> {
    let mut runs: Vec<(u8, u8, u8)> = Vec::new();
    for (byte, column) in (0..=u8::MAX).zip(classes).filter(|(_, column)| **column != 0) {
        match runs.last_mut() {
            Some((_, last, other)) if other == column && *last + 1 == byte => *last = byte,
            _ => runs.push((byte, byte, *column)),
        }
    }
    let byte = |byte: u8| {
        if byte.is_ascii_graphic() { Literal::byte_character(byte) } else { Literal::u8_unsuffixed(byte) }
    };
    let run = |(first, last, column): (u8, u8, u8)| {
        let (first, last, column) = (byte(first), byte(last), Literal::u8_unsuffixed(column));
        quote!((#first, #last, #column))
    };
    runs.into_iter().map(run).collect()
}

/// What the number of bytes alone can tell.
fn lengths(min: usize, max: Option<usize>) -> Vec<TokenStream> {
    let exact = Literal::usize_unsuffixed(min);
    let least = if min == 1 { quote!(!bytes.is_empty()) } else { quote!(bytes.len() >= #exact) };
    match max.map(Literal::usize_unsuffixed) {
        Some(_) if max == Some(min) => vec![quote!(bytes.len() == #exact)],
        Some(most) if min > 0 => vec![least, quote!(bytes.len() <= #most)],
        Some(most) => vec![quote!(bytes.len() <= #most)],
        None if min > 0 => vec![least],
        None => Vec::new(),
    }
}
