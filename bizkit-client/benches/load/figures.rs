//! What came of the calls, for people and for programs.

use super::calls::{Made, Plan, memory};
use serde_json::{Value, json};
use std::time::Duration;

/// The figures of a run.
pub(crate) struct Figures(Value);

impl Figures {
    pub(crate) fn new(plan: &Plan, made: &Made, server: &Value) -> Self {
        let calls = plan.concurrency * plan.waves;
        let seconds = made.elapsed.as_secs_f64();
        let rank = |share: usize| {
            let index = (made.latencies.len() * share / 1000).min(made.latencies.len().saturating_sub(1));
            made.latencies.get(index).map(Duration::as_secs_f64)
        };
        Self(json!({
            "concurrency": plan.concurrency,
            "waves": plan.waves,
            "calls": calls,
            "answered": made.answered,
            "lost": made.lost,
            "mixedUp": made.mixed,
            "firstError": made.error,
            "seconds": seconds,
            "callsPerSecond": per_second(made.answered, made.elapsed),
            "secondsMedian": rank(500),
            "seconds99": rank(990),
            "secondsMost": rank(1000),
            "heldTogether": server["held"],
            "completeWaves": server["waves"],
            "connections": server["connections"],
            "clientMemoryAfterOneWave": made.memory_after_one_wave,
            "clientMemoryAfterAll": made.memory_after_all,
            "clientMemoryMost": memory("VmHWM"),
            "serverMemoryMost": server["memory"],
        }))
    }

    pub(crate) fn json(&self) -> String {
        self.0.to_string()
    }

    pub(crate) fn text(&self) -> String {
        let value = |name: &str| self.0[name].to_string();
        let seconds =
            |name: &str| self.0[name].as_f64().map_or("?".to_owned(), |value| format!("{value:.3} s"));
        let memory = |name: &str| {
            self.0[name].as_u64().map_or("?".to_owned(), |bytes| format!("{} MiB", bytes.div_ceil(1 << 20)))
        };
        let error = self.0["firstError"].as_str().map(|error| format!("\n  first error     {error}"));
        format!(
            "\
{} calls, {} held together {} times
  answered        {}
  lost            {}
  mixed up        {}
  time            {}, {:.0} calls per second
  a call          {} median, {} 99 %, {} at most; waiting for the others of its wave included
  connections     {}
  client's memory {} at most; {} after one wave, {} after all
  server's memory {} at most{}",
            value("calls"),
            value("heldTogether"),
            value("completeWaves"),
            value("answered"),
            value("lost"),
            value("mixedUp"),
            seconds("seconds"),
            self.0["callsPerSecond"].as_f64().unwrap_or_default(),
            seconds("secondsMedian"),
            seconds("seconds99"),
            seconds("secondsMost"),
            value("connections"),
            memory("clientMemoryMost"),
            memory("clientMemoryAfterOneWave"),
            memory("clientMemoryAfterAll"),
            memory("serverMemoryMost"),
            error.unwrap_or_default(),
        )
    }
}

/// How many came to an end in a second.
fn per_second(count: usize, time: Duration) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / time.as_secs_f64()
}
