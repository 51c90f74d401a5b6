//! The queues of a client: one for all calls, and one for each endpoint that has a quota of its own.

use super::{Queue, Throttle};
use crate::schema::tables::EndpointInfo;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Where the calls of a client wait.
#[derive(Debug)]
pub(crate) struct Queues {
    throttle: Throttle,
    main: Arc<Queue>,
    /// By the endpoint's id; one without calls has none.
    own: Mutex<BTreeMap<&'static str, Arc<Queue>>>,
}

impl Queues {
    pub(crate) fn new(throttle: Throttle) -> Self {
        Self { throttle, main: Arc::new(Queue::new(throttle)), own: Mutex::default() }
    }

    /// The same rules, with nobody in the queues.
    pub(crate) fn afresh(&self) -> Self {
        Self::new(self.throttle)
    }

    /// The queue for the calls of an endpoint. What the server says of a quota that it counts by itself holds for that
    /// endpoint alone, and the other way round.
    pub(crate) fn of(&self, endpoint: &EndpointInfo) -> Arc<Queue> {
        let Some(quota) = endpoint.rate_limit else { return Arc::clone(&self.main) };
        let mut own = self.own.lock().unwrap_or_else(PoisonError::into_inner);
        let queue = own.entry(endpoint.id).or_insert_with(|| {
            let own = Throttle::rate(quota.requests, quota.per).own;
            Arc::new(Queue::new(Throttle { own, ..self.throttle }))
        });
        Arc::clone(queue)
    }
}
