//! Writes values by their rules: as JSON, as JSON with its secrets masked, or the secrets alone.

use super::{JsonWriter, Secrets};
use crate::schema::rules::Rules;
use crate::secret::REDACTED;
use crate::value::record::encode_record;
use crate::value::{Members, Value};
use zeroize::Zeroizing;

/// One value as JSON text.
pub(crate) fn to_json(value: &dyn Value, rules: &'static Rules) -> String {
    let mut out = JsonWriter::default();
    out.value(value, rules);
    out.into_string()
}

/// The texts of all sensitive values in a value, however deep they stand.
pub(crate) fn secrets_of(value: &dyn Value, rules: &'static Rules) -> Vec<Zeroizing<String>> {
    let mut out = JsonWriter { secrets: Secrets::Gathered, ..JsonWriter::default() };
    out.value(value, rules);
    out.gathered
}

/// A record as JSON with its sensitive values masked, and their texts.
pub(crate) fn masked_record(record: &dyn Members) -> (String, Vec<Zeroizing<String>>) {
    let mut out = JsonWriter { secrets: Secrets::Gathered, ..JsonWriter::default() };
    encode_record(record, &mut out);
    (out.text, out.gathered)
}

impl JsonWriter {
    /// A value under its rules.
    pub fn value(&mut self, value: &dyn Value, rules: &'static Rules) {
        if rules.sensitive
            && !value.is_absent()
            && matches!(self.secrets, Secrets::Masked | Secrets::Gathered)
        {
            if self.secrets == Secrets::Gathered {
                let mut inside = Self { secrets: Secrets::Inside, ..Self::default() };
                value.encode(rules, &mut inside);
                // What travels as one text may come back as one of its parts.
                for text in inside.gathered {
                    let parts = rules.delimiter.into_iter().flat_map(|delimiter| text.split(delimiter));
                    self.gathered.extend(parts.map(|part| Zeroizing::new(part.to_owned())));
                    self.gathered.push(text);
                }
            }
            return self.string(REDACTED);
        }
        value.encode(rules, self);
    }
}
