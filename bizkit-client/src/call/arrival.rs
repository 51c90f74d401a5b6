//! What came of one attempt: the reply, and a body that may still be on its way.

use crate::transport::message::{HttpReply, Pieces};
use tokio::sync::OwnedSemaphorePermit;

/// What came of an attempt: a reply, and where its body is still on its way, that body and its slot.
pub(crate) struct Arrival {
    pub(crate) reply: HttpReply,
    pub(super) rest: Option<(Box<dyn Pieces>, Option<OwnedSemaphorePermit>)>,
}

impl From<HttpReply> for Arrival {
    fn from(reply: HttpReply) -> Self {
        Self { reply, rest: None }
    }
}
