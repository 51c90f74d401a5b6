//! What is no pattern of the subset: the place, the message, the advice.

use crate::pattern::{Pattern, Program};

/// The pattern is refused at the text between `«` and `»`.
#[track_caller]
fn check(marked: &str, message: &str, help: &str) {
    let start = marked.find('«').unwrap();
    let end = marked.find('»').unwrap() - '«'.len_utf8();
    let source = marked.replace(['«', '»'], "");
    let error = Pattern::parse(&source).map(|_| ()).unwrap_err();
    assert_eq!((error.offset, error.message.as_str()), (start..end, message), "{source}");
    assert!(error.help.contains(help), "{source}: {}", error.help);
}

#[test]
fn what_needs_more_than_one_pass_is_refused() {
    check("^«(?=».*a)", "look-ahead is not supported", "leave that rule to the server");
    check("«(?!»a)", "look-ahead is not supported", "");
    check("«(?<=»a)", "look-behind is not supported", "");
    check("ř«(?<!»a)", "look-behind is not supported", "");
    check(r"(a)«\1»", "back-references are not supported", "write out");
    check(r"(?<a>a)«\k»<a>", "back-references are not supported", "");
}

#[test]
fn what_is_read_in_different_ways_is_refused() {
    check("«(?i»)a", "flags are not supported", "[Aa]");
    check("«(?P»<a>b)", "flags are not supported", "(?:");
    check("[a«[»b]", "`[` in a class is read in different ways", r"\[");
    check("[«[:»alpha:]]", "POSIX classes are not known to ECMA-262", "[A-Za-z]");
    check("[a«&&»b]", "`&&` in a class is read in different ways", "`&`");
    check("[a-z«--»b]", "`--` in a class is read in different ways", r"`\-`");
    check("«[]»a]", "`[]` matches nothing", r"[\]..]");
    check("«[^]»", "`[^]` is read in different ways", r"[\s\S]");
    check(r"«\p»{L}", "classes by Unicode property are not supported", r"[A-Za-z\u00C0-\u017F]");
    check(r"«\A»a", r"`\A` is not known to ECMA-262", "`^`");
    check(r"a«\Z»", "the end of a text has another name in ECMA-262", "`$`");
    check(r"«\0»1", "octal numbers are not supported", r"\xHH");
    check(r"«\c»A", "control escapes are not supported", r"\xHH");
    check(r"«\@»", r"`\@` is not an escape", "write `@`");
    check(r"[«\ř»]", r"`\ř` is not an escape", "write `ř`");
    check(r"[«\B»]", r"`\B` is not an escape", "");
}

#[test]
fn quantifiers_need_something_to_repeat() {
    check("«*»a", "`*` repeats nothing", r"\*");
    check("a|«+»", "`+` repeats nothing", "");
    check("(«+»)", "`+` repeats nothing", "");
    check("^«*»", "`^` is a place, which cannot be repeated", "delete the quantifier");
    check(r"\b«{»2}", r"`\b` is a place, which cannot be repeated", "");
    check("a*«*»", "`*` follows another quantifier", "(?:a*)*");
    check("[ab]+?«?»", "`?` follows another quantifier", "(?:[ab]+?)?");
    check("a{2}«{»3}", "`{` follows another quantifier", "(?:a{2}){");
    check("«{»2}", "`{` repeats nothing", r"\{");
    check("a«{,5}»", "the least number of repetitions is missing", "{0,5}");
    check("a«{,}»", "the least number of repetitions is missing", "`*`");
    check("a«{5,2}»", "no number is at least 5 and at most 2", "swap");
    check("a«{»x}", "`{` does not begin a number of repetitions", r"\{");
    check("a«{»2", "`{` does not begin a number of repetitions", "");
}

#[test]
fn what_is_opened_is_closed() {
    check("a«(»b", "`(` is never closed", r"\(");
    check("a«)»b", "`)` without a `(`", r"\)");
    check("a«[»b", "`[` is never closed", r"\[");
    check("a«[»b-", "`[` is never closed", "");
    check("«]»", "`]` stands alone", r"\]");
    check("«}»", "`}` stands alone", r"\}");
    check("«{»", "`{` stands alone", r"\{");
    check("a«\\»", "a single backslash ends the pattern", r"`\\`");
    check("[a«\\»", "a single backslash ends the pattern", "");
    check("«(?<1a»>b)", "the group's name is not an ASCII word in `<` and `>`", "(?:");
    check("(?<a>b)(?<«a»>c)", "two groups have the name `a`", "");
}

#[test]
fn code_points_are_written_in_full() {
    check(r"«\x4»g", "expected 2 hexadecimal digits", "");
    check(r"«\u12»", "expected 4 hexadecimal digits", "");
    check(r"«\uD83D»a", "half of a pair of surrogates", r"\u{..}");
    check(r"«\uD83D\u0041»", "half of a pair of surrogates", "");
    check(r"«\uDE00»", "half of a pair of surrogates", "");
    check(r"«\u{D800}»", "not the number of a code point", "");
    check(r"«\u{110000}»", "not the number of a code point", "");
    check(r"«\u{}»", "not the number of a code point", "");
    check(r"«\u{»12", "not the number of a code point", "");
}

#[test]
fn ranges_run_forwards_between_single_characters() {
    check("[«z-a»]", "the range 'z' to 'a' runs backwards", "swap");
    check(r"[a«-»\d]", "a range goes from one character to another", r"\-");
    check(r"[\w«-».]", "a range goes from one character to another", "");
}

#[test]
fn what_would_be_large_is_refused() {
    check("(?:a{100})«{101}»", "the pattern is too large", "maxLength");
    check("a«{99999999999999999999}»", "the pattern is too large", "");
    check("a«{1,10001}»", "the pattern is too large", "");
    let deep = "(".repeat(65);
    assert_eq!(Pattern::parse(&deep).unwrap_err().message, "groups stand more than 64 deep");
    let long = "a".repeat(5000);
    assert_eq!(Pattern::parse(&long).unwrap_err().message, "a pattern of 5000 bytes is too long");
}

#[test]
fn tables_stay_small() {
    let too_large =
        ["^.{1,255}$", "a.{20}b", "^(?:[ab]*a[ab]{14})$", r"^(?:\s{1,900}x)+$", "^[^<>]{1,2000}$"];
    for source in too_large {
        let error = Pattern::parse(source).unwrap().compile().unwrap_err();
        assert_eq!((error.message.as_str(), error.offset), ("the pattern is too large", 0..source.len()));
        assert!(error.help.contains("maxLength"), "{}", error.help);
    }
    for source in ["^.{1,64}$", "^[^<>]{1,100}$", "^[a-z]{1,9000}$"] {
        let program = Pattern::parse(source).unwrap().compile().unwrap();
        if let Program::Dfa(dfa) = program {
            assert!(dfa.transitions.len() <= 8192, "{source} takes {}", dfa.transitions.len());
        }
    }
}

#[test]
fn a_pattern_that_nothing_matches_is_refused() {
    for source in ["a^", "$a", r"^[^\s\S]$", r"a\Bb\b-\Bc$^"] {
        let error = Pattern::parse(source).unwrap().compile().unwrap_err();
        assert_eq!(error.message, "no text matches this pattern", "{source}");
    }
}
