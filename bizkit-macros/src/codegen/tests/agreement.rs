//! What `bizkit_spec::rust` tells of the generated code is what is generated.

use super::super::record::{Member, Owner};
use super::super::response::Responses;
use super::super::{Cx, module_of};
use super::{cases, options};
use bizkit_spec::Specs;
use bizkit_spec::model::Kind;
use bizkit_spec::rust;

/// A type without the paths before its names, which depend on who writes it.
fn bare(ty: &str) -> String {
    let tokens: Vec<&str> = ty.split_inclusive(['<', '>', ',', ' ']).collect();
    let last = |token: &str| token.rsplit("::").next().unwrap_or_default().trim().to_owned();
    tokens.into_iter().map(last).collect()
}

#[test]
fn texts_of_types_are_the_types_that_are_generated() {
    let folders = ["records", "responses", "scalars", "unions", "names", "../../specs", "../other-api/specs"];
    let mut compared = 0;
    for folder in folders {
        let specs = Specs::open(&cases().join(folder), folder);
        let api = specs.api().unwrap();
        let options = options();
        let cx = Cx::new(api, &options, None);
        for id in api.type_ids() {
            let def = api.type_def(id);
            let Kind::Object(object) = &def.schema.kind else { continue };
            let module = module_of(def);
            let lenient = object.observed && !def.in_request;
            let owner = Owner { module: &module, table: String::new(), record: Some(id), lenient };
            for (index, field) in object.fields.iter().enumerate() {
                let declared = Member::new(&cx, &owner, index, field).declaration().to_string();
                let (_, ty) = declared.split_once(':').unwrap();
                let told = rust::member(api, &cx.boxes, Some((id, index)), field, lenient);
                assert_eq!(bare(&ty.replace(' ', "")), bare(&told), "{folder}: {}", field.wire);
                compared += 1;
            }
        }
        for endpoint in &api.endpoints {
            let responses = Responses::of(&cx, endpoint);
            let response = responses.response_type().to_string().replace(' ', "");
            assert_eq!(
                bare(&response),
                bare(&rust::response_type(api, endpoint)),
                "{folder}: {}",
                endpoint.id
            );
            let failure = responses.failure_type().map(ToString::to_string);
            let told = rust::failure_type(api, endpoint).map(|ty| bare(&ty));
            assert_eq!(failure, told, "{folder}: {}", endpoint.id);
            compared += 1;
        }
    }
    assert!(compared > 500, "only {compared} types were compared");
}
