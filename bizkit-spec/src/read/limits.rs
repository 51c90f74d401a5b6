//! `timeout` and `rateLimit`: how long an answer may take, and how many there are in a window of time.

use super::Context;
use super::entry::{Entries, unknown_word, wrong_kind};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::keywords::Mapping;
use crate::model::{Partition, RateLimit};
use crate::period;
use crate::yaml::Yaml;
use std::time::Duration;

const PARTITIONS: [(&str, Partition); 2] = [("key", Partition::Key), ("address", Partition::Address)];

impl Context {
    /// A length of time.
    pub(super) fn read_period(&mut self, entries: &mut Entries<'_>, key: &str) -> Option<Duration> {
        let node = entries.take(key)?;
        let period = match &node.value {
            Yaml::String(text) => period::parse(text),
            _ => None,
        };
        if period.is_none() {
            self.error(
                wrong_kind(node, "a length of time")
                    .help("write days, hours, minutes and seconds: `90s`, `2m`, `1h 30m`"),
            );
        }
        period
    }

    pub(super) fn read_rate_limit(&mut self, entries: &mut Entries<'_>) -> Option<RateLimit> {
        let node = entries.take("rateLimit")?;
        let expected = "a mapping such as `{ requests: 1000, per: 1h, by: address }`";
        let mut entries = Entries::of(&mut self.findings, node, expected)?;
        let (mut requests, mut per) = (None, None);
        if entries.has("requests") {
            requests = entries.count(&mut self.findings, "requests");
        } else {
            entries.require(&mut self.findings, "requests", "requests: 1000");
        }
        if let Some((0, span)) = requests {
            self.error(
                Diagnostic::error(Code::EMPTY_RANGE, span, "no request at all is no limit of a rate")
                    .help("write how many there may be in a window"),
            );
        }
        if entries.has("per") {
            per = self.read_period(&mut entries, "per");
        } else {
            entries.require(&mut self.findings, "per", "per: 1h");
        }
        let by = match entries.text(&mut self.findings, "by") {
            None => Partition::Key,
            Some((word, span)) => match PARTITIONS.iter().find(|(name, _)| *name == word) {
                Some((_, by)) => *by,
                None => {
                    self.error(unknown_word(
                        span,
                        "part of callers",
                        &word,
                        &PARTITIONS.map(|(name, _)| name),
                    ));
                    Partition::Key
                }
            },
        };
        entries.finish(&mut self.findings, "a limit", Mapping::RateLimit);
        Some(RateLimit { requests: u32::try_from(requests?.0).ok()?, per: per?, by })
    }
}
