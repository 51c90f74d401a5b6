//! JSON to YAML and back.

use super::*;
use bizkit_spec::Diagnostics;
use bizkit_spec::source::FileId;

#[test]
fn what_is_written_reads_back_as_the_same_value() {
    for text in [
        r#"{"a":{"b":[1,{"c":"d","e":[]},[2,[3]],"x"],"f":{}},"g":null,"h":1250.50}"#,
        r#"["true","No","1","-","a: b","a #b"," a","a ","","{a}","'a'","a\"b\\c","~","x-y","/a/{b}","ř"]"#,
        r#"{"a":"one\ntwo","b":"one\n\ntwo\n","c":"one\n\n","d":" one\ntwo","e":"one \ntwo","200":"x"}"#,
        r#"["a\u0007b","a\tb","a\u007fb","a\u2028b\nc","1e3","0x1","2024-01-01","null"]"#,
        r#"[[{"a":1,"b":{"c":"x\ny"}},{"d":[{"e":"p\nq"}]}]]"#,
        r#""a""#,
    ] {
        let json = Json::parse(text).unwrap();
        let yaml = document(&json);
        let mut findings = Diagnostics::default();
        let node = bizkit_spec::yaml::parse(FileId(0), &yaml, &mut findings);
        assert!(findings.is_empty(), "{yaml}\n{findings:?}");
        assert_eq!(node.unwrap().to_json(), json, "{yaml}");
    }
}

#[test]
fn it_looks_as_a_person_would_write_it() {
    let json = Json::parse(r#"{"a":[{"b":1,"c":"d e"},2],"f":"one\ntwo","g":"x: y"}"#).unwrap();
    assert_eq!(document(&json), "a:\n  - b: 1\n    c: d e\n  - 2\nf: |-\n  one\n  two\ng: \"x: y\"\n");
}
