//! Trees to YAML and back.

use super::*;
use crate::import::tree;

#[test]
fn what_is_written_reads_back_as_the_same_tree() {
    for text in [
        r#"{"summary":"a: b","example":["true","No","1","-","a #b"," a","a ","","{a}","'a'","~","0x1f","1e3","2024-01-01","..","+420 777"]}"#,
        r#"{"description":"one\ntwo","docs":"one\n\n two","summary":" lead","path":"tab\there","name":"a\u0007b","help":"a\u2028b"}"#,
        r#"{"examples":[{"request":{"a":[[1,2],[{"x":{}}]],"b":null,"c":[]},"status":200,"response":{"d":{"e":[{"f":"g, h"}]}}}]}"#,
        r#"{"enum":{"":{"name":"Empty"},"a, b":"c","[x]":null,"200":"d","007":"e"},"properties":{"+1":{"type":"integer","name":"plus_1"}}}"#,
        r#"{"response":{"@a":1,"$ref":"x","a b":2,"true":3,"null":4,"-":5,"?":6,"a:":7,"1.5":8}}"#,
    ] {
        let tree = Json::parse(text).unwrap();
        let yaml = endpoint(&tree);
        assert!(reads_back(&yaml, &tree), "{text}\n{yaml}");
    }
    let long = "word ".repeat(60);
    let tree = Json::Object(vec![("description".to_owned(), tree::text(long.trim()))]);
    let yaml = named(&tree);
    assert!(
        reads_back(&yaml, &tree) && yaml.contains(">-") && yaml.lines().all(|line| line.len() <= WIDTH),
        "{yaml}"
    );
}

#[test]
fn it_looks_as_a_person_would_write_it() {
    let tree = r#"{"path":"/a","method":"GET","summary":"S",
        "responses":{"200":{"properties":{"id":{"description":"The id","type":"string"},"list":{"type":"array","items":{"type":"Tag"}}}}},
        "parameters":{"q":{"description":"It, and more","example":"x","required":true,"type":"string"}}}"#;
    let expected = "summary: S
method: GET
path: /a

parameters:
  q: { type: string, required: true, description: \"It, and more\", example: x }

responses:
  200:
    properties:
      id: { type: string, description: The id }
      list: { type: array, items: { type: Tag } }
";
    assert_eq!(endpoint(&Json::parse(tree).unwrap()), expected);
}
