//! Collects the names of a folder that editors may offer: its shared types and its error codes.

use bizkit_spec::Specs;

/// What editors may offer besides the words of the language.
#[derive(Debug, Default)]
pub struct Known {
    /// The names of the shared types, with what they mean.
    pub(super) types: Vec<(String, String)>,
    /// The codes of `errors.yaml`, with what they mean.
    pub(super) codes: Vec<(String, String)>,
}

impl Known {
    /// The shared types and the error codes of a folder; as many as could be read where it has mistakes.
    pub fn of(specs: &Specs) -> Self {
        let api = specs.partial().get();
        let at_margin = |span| specs.sources.line_column(span).column == 1;
        let shared = api.types.iter().filter(|def| def.module.is_empty() && at_margin(def.span));
        let meaning = |text: Option<&str>| text.unwrap_or_default().trim_end().to_owned();
        Self {
            types: shared
                .map(|def| (def.name.pascal(), meaning(def.schema.description.as_deref())))
                .collect(),
            codes: api.errors.iter().map(|code| (code.code.clone(), code.summary.clone())).collect(),
        }
    }
}
