//! Patterns of text to tables that the runtime walks: comparisons in a line, or an automaton.

use super::context::Cx;
use bizkit_spec::pattern::{AsciiSet, Dfa, Line, LineItem, Pattern, Program};
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
    let sets: Vec<Ident> = line.classes.iter().map(|set| byte_set(cx, *set)).collect();
    let parts = line.items.iter().map(|item| match item {
        LineItem::Literals(alternatives) => {
            let texts = alternatives.iter().map(|text| Literal::byte_string(text));
            quote!(__p::Part::Literals(&[#(#texts),*]))
        }
        LineItem::Class { class, min, max } => {
            let set = &sets[*class];
            let length = Literal::usize_unsuffixed(*min);
            if *max == Some(*min) {
                quote!(__p::Part::Run(&#set, #length))
            } else {
                quote!(__p::Part::Rest(&#set))
            }
        }
    });
    let (min, max) = lengths(line.min_len, line.max_len);
    quote! {
        __p::Program::Line(__p::Line { min: #min, max: #max, parts: &[#(#parts),*] })
    }
}

/// The table of a set of bytes, which patterns share.
fn byte_set(cx: &Cx<'_>, set: AsciiSet) -> Ident {
    let columns = std::array::from_fn(|byte| u8::try_from(byte).is_ok_and(|byte| set.contains(byte)).into());
    let ranges = runs(&columns).into_iter().map(|(first, last, _)| {
        let (first, last) = (byte(first), byte(last));
        quote!((#first, #last))
    });
    cx.tables.borrow_mut().intern(
        format!("bytes {set:?}"),
        "BYTES",
        |ident| quote!(static #ident: __p::ByteSet = __p::ByteSet::new(&[#(#ranges),*]);),
    )
}

/// States and columns.
fn expand_dfa(dfa: &Dfa) -> TokenStream {
    let runs = runs(&dfa.classes).into_iter().map(|(first, last, column)| {
        let (first, last, column) = (byte(first), byte(last), Literal::u8_unsuffixed(column));
        quote!((#first, #last, #column))
    });
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

/// The bytes of each column but the first as ranges: first, last, column.
fn runs(columns: &[u8; 256]) -> Vec<(u8, u8, u8)> {
    let mut runs: Vec<(u8, u8, u8)> = Vec::new();
    for (byte, column) in (0..=u8::MAX).zip(columns).filter(|(_, column)| **column != 0) {
        match runs.last_mut() {
            Some((_, last, other)) if other == column && *last + 1 == byte => *last = byte,
            _ => runs.push((byte, byte, *column)),
        }
    }
    runs
}

/// A byte as people write it: `b'a'`, or `10`.
fn byte(byte: u8) -> Literal {
    if byte.is_ascii_graphic() { Literal::byte_character(byte) } else { Literal::u8_unsuffixed(byte) }
}

/// Fewest and most bytes.
fn lengths(min: usize, max: Option<usize>) -> (Literal, TokenStream) {
    let most = max.map(Literal::usize_unsuffixed);
    (Literal::usize_unsuffixed(min), most.map_or_else(|| quote!(usize::MAX), |most| quote!(#most)))
}
