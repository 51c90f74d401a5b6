//! What came of one attempt: the response, and a body that may still be on its way.

use crate::transport::message::{HttpResponse, Pieces};
use tokio::sync::OwnedSemaphorePermit;

/// What came of an attempt: a response, and where its body is still on its way, that body and its slot.
pub(crate) struct Arrival {
    pub(crate) response: HttpResponse,
    pub(super) rest: Option<(Box<dyn Pieces>, Option<OwnedSemaphorePermit>)>,
}

impl From<HttpResponse> for Arrival {
    fn from(response: HttpResponse) -> Self {
        Self { response, rest: None }
    }
}
