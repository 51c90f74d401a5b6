//! Random numbers around the bounds of their rules.

use crate::support::random::Random;
use bizkit_spec::json::Json;
use bizkit_spec::model::{IntegerType, NumberType};

pub(super) fn integer(random: &mut Random, rules: &IntegerType, wild: bool) -> Json {
    let bounds = [rules.minimum, rules.maximum, rules.allowed.first().copied(), Some(0)];
    let bound = bounds[random.below(bounds.len())].unwrap_or(1);
    let step = rules.multiple_of.unwrap_or(1);
    let value = match random.below(4) {
        0 => bound,
        1 => bound.saturating_add(step),
        2 => bound.saturating_sub(1),
        _ => {
            let most = rules.maximum.map_or(7, |max| max.saturating_sub(bound).clamp(1, 50));
            bound.saturating_add(i64::try_from(random.below(usize::try_from(most).unwrap())).unwrap())
        }
    };
    let text = match random.below(40) {
        0 if wild => "9223372036854775808".to_owned(),
        1 if wild => format!("{value}.0"),
        2 if wild => format!("{value}.5"),
        3 if wild => "1e1".to_owned(),
        4 => "-0".to_owned(),
        _ => value.to_string(),
    };
    quoted(random, text, rules.as_string, wild)
}

/// `short`: no more digits than an `f64` keeps.
pub(super) fn number(random: &mut Random, rules: &NumberType, wild: bool, short: bool) -> Json {
    let bounds = [rules.minimum.as_ref(), rules.maximum.as_ref(), None];
    let bound = bounds[random.below(bounds.len())].map_or("1", |bound| bound.value.as_str());
    let near = |by: f64| format!("{:.3}", bound.parse::<f64>().unwrap() + by);
    let mut text = match random.below(10) {
        0 => bound.to_owned(),
        1 => format!("{bound}{}", if bound.contains('.') { "0" } else { ".0" }),
        2 => format!("{bound}{}", if bound.contains('.') { "1" } else { ".001" }),
        3 => near(0.5),
        4 => near(-0.01),
        5 => format!("{bound}e0"),
        6 => "12E-1".to_owned(),
        7 => "0".to_owned(),
        _ => format!("{}.{:02}", random.below(3), random.below(100)),
    };
    if !short && random.percent(10) {
        let extremes = ["1e400", "-1E-400", "12345678901234567890.50000", "0.1000000000000000000001", "-0.0"];
        random.pick(&extremes).clone_into(&mut text);
    }
    quoted(random, text, rules.as_string, wild)
}

fn quoted(random: &mut Random, text: String, as_string: bool, wild: bool) -> Json {
    let odd = ["", " 1", "+1", "1.", ".5", "01", "1e", "0x1", "NaN", "-", "1,5"];
    if as_string && wild && random.percent(10) {
        return Json::String(random.pick(&odd).to_owned());
    }
    let quoted = if as_string { random.percent(80) } else { wild && random.percent(5) };
    if quoted { Json::String(text) } else { Json::Number(text) }
}
