//! The lines of a client: one for all calls, and one for each endpoint that has a quota of its own.

use super::{Line, Throttle};
use crate::schema::tables::EndpointInfo;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Where the calls of a client wait.
#[derive(Debug)]
pub(crate) struct Lines {
    throttle: Throttle,
    main: Arc<Line>,
    /// By the endpoint's id; one without calls has none.
    own: Mutex<BTreeMap<&'static str, Arc<Line>>>,
}

impl Lines {
    pub(crate) fn new(throttle: Throttle) -> Self {
        Self { throttle, main: Arc::new(Line::new(throttle)), own: Mutex::default() }
    }

    /// The same rules, with nobody in the lines.
    pub(crate) fn afresh(&self) -> Self {
        Self::new(self.throttle)
    }

    /// The line for the calls of an endpoint. What the server says of a quota that it counts by itself holds for that
    /// endpoint alone, and the other way round.
    pub(crate) fn of(&self, endpoint: &EndpointInfo) -> Arc<Line> {
        let Some(quota) = endpoint.rate_limit else { return Arc::clone(&self.main) };
        let mut own = self.own.lock().unwrap_or_else(PoisonError::into_inner);
        let line = own.entry(endpoint.id).or_insert_with(|| {
            let own = Throttle::rate(quota.requests, quota.per).own;
            Arc::new(Line::new(Throttle { own, ..self.throttle }))
        });
        Arc::clone(line)
    }
}
