//! Patterns of text to tables that the runtime walks: comparisons in a line, or an automaton.

use super::Cx;
use bizkit_spec::pattern::{Dfa, Line, LineItem, Pattern, Program};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

/// The table of a pattern; `wish` names it if it is new.
pub(super) fn table(cx: &Cx<'_>, pattern: &Pattern, wish: &str) -> Option<Ident> {
    let key = format!("pattern {}", pattern.source());
    if let Some(known) = cx.tables.borrow().find(&key) {
        return Some(known);
    }
    let program = match pattern.compile().ok()? {
        Program::Line(line) => expand_line(cx, &line),
        Program::Dfa(dfa) => expand_dfa(&dfa),
    };
    let source = pattern.source();
    let table = cx.tables.borrow_mut().intern(key, &format!("{wish}_PATTERN"), |ident| {
        quote! {
            static #ident: __p::Pattern = __p::Pattern { source: #source, program: #program };
        }
    });
    Some(table)
}

/// The parts in their order.
fn expand_line(cx: &Cx<'_>, line: &Line) -> TokenStream {
    let classes = if line.classes.is_empty() {
        quote!(__p::NO_CLASSES)
    } else {
        let classes = expand_classes(cx, line);
        quote!(#classes)
    };
    let parts = line.items.iter().map(|item| match item {
        LineItem::Literals(alternatives) => {
            let texts = alternatives.iter().map(|text| Literal::byte_string(text));
            quote!(__p::Part::Literals(&[#(#texts),*]))
        }
        LineItem::Class { class, min, max } => {
            let mask = Literal::u8_unsuffixed(1 << class);
            let length = Literal::usize_unsuffixed(*min);
            if *max == Some(*min) {
                quote!(__p::Part::Run(#mask, #length))
            } else {
                quote!(__p::Part::Rest(#mask))
            }
        }
    });
    let (min, max) = lengths(line.min_len, line.max_len);
    quote! {
        __p::Program::Line(__p::Line { min: #min, max: #max, parts: &[#(#parts),*], classes: &#classes })
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

/// States and columns.
fn expand_dfa(dfa: &Dfa) -> TokenStream {
    let runs = runs(&dfa.classes);
    let width = Literal::usize_unsuffixed(dfa.class_count);
    let next = dfa.transitions.iter().map(|state| Literal::u16_unsuffixed(*state));
    let accept = &dfa.accept;
    let start = Literal::u16_unsuffixed(dfa.start);
    let sure = Literal::u16_unsuffixed(dfa.sure.unwrap_or(0));
    let (min, max) = lengths(dfa.min_len, dfa.max_len);
    quote! {
        __p::Program::Automaton(__p::Automaton {
            min: #min,
            max: #max,
            columns: &__p::columns(&[#(#runs),*]),
            width: #width,
            next: &[#(#next),*],
            accept: &[#(#accept),*],
            start: #start,
            sure: #sure,
        })
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

/// Fewest and most bytes.
fn lengths(min: usize, max: Option<usize>) -> (Literal, TokenStream) {
    let most = max.map(Literal::usize_unsuffixed);
    (Literal::usize_unsuffixed(min), most.map_or_else(|| quote!(usize::MAX), |most| quote!(#most)))
}
