//! A pattern in the first line, a text in the rest: no panic, errors in their place, and the program accepts
//! what the matcher accepts.
#![no_main]

use bizkit_spec::pattern::{LineItem, Pattern, Program};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let (source, text) = input.split_once('\n').unwrap_or((input, ""));
    let pattern = match Pattern::parse(source) {
        Ok(pattern) => pattern,
        Err(error) => {
            assert!(source.get(error.offset.clone()).is_some(), "{error:?}");
            return;
        }
    };
    let expected = pattern.is_match(text);
    match pattern.compile() {
        Ok(program) => assert_eq!(run(&program, text.as_bytes()), expected, "{program:?}"),
        Err(error) if error.message.starts_with("no text") => assert!(!expected),
        Err(_) => {}
    }
});

fn run(program: &Program, bytes: &[u8]) -> bool {
    let fits = |min: usize, max: Option<usize>| min <= bytes.len() && max.is_none_or(|max| bytes.len() <= max);
    match program {
        Program::Line(line) => {
            let table = line.table();
            let mut rest = bytes;
            fits(line.min_len, line.max_len)
                && line.items.iter().all(|item| {
                    let (length, fits): (usize, &dyn Fn(&[u8]) -> bool) = match item {
                        LineItem::Literals(texts) => (texts[0].len(), &|part| texts.iter().any(|text| text == part)),
                        LineItem::Class { class, min, max } => {
                            let length = if Some(*min) == *max { *min } else { rest.len() };
                            (length, &move |part| part.iter().all(|byte| table[usize::from(*byte)] & 1 << class != 0))
                        }
                    };
                    let (part, behind) = rest.split_at(length);
                    rest = behind;
                    fits(part)
                })
        }
        Program::Dfa(dfa) => {
            let mut state = dfa.start;
            for byte in bytes {
                state = dfa.transitions[usize::from(state) + usize::from(dfa.classes[usize::from(*byte)])];
                if state == 0 || Some(state) == dfa.sure {
                    return state != 0;
                }
            }
            let accepted = dfa.accept[usize::from(state) / dfa.class_count];
            assert!(!accepted || fits(dfa.min_len, dfa.max_len), "{bytes:?} is outside of the lengths");
            accepted
        }
    }
}
