//! How an order ended: made, not made, or not known. The one file of this example to take into a shop.

use super::support::{object, shown};
use bizkit_client::customer::ListOrders;
use bizkit_client::shop::order::Create;
use bizkit_client::types::OrderNumber;
use bizkit_client::{Client, Error, ErrorKind, Json};
use std::collections::BTreeSet;

/// What is known about an order after the call.
pub(crate) enum Outcome {
    /// The server said so.
    Made { number: String, link: String, attempts: u32 },
    /// The answer was lost, and the order is there.
    Found { number: String },
    /// Nothing has happened.
    NotMade(Error),
    /// The answer was lost, and nobody can tell.
    Unknown(Error),
}

/// Makes the order once. The client repeats by itself what certainly did not arrive; it never repeats an order that
/// may have. What is left is to look.
pub(crate) async fn make(client: &Client, order: &Create, session: Option<&str>) -> Outcome {
    // A list that cannot be read must not keep anybody from buying.
    let before = numbers(client, session).await;
    let error = match order.send_with_meta(client).await {
        Ok(response) => {
            let order = response.value;
            let links = order.links.as_ref();
            let link = links.and_then(|links| links.pay_link.as_ref().or(links.order_page_link.as_ref()));
            return Outcome::Made {
                number: order.order_number.to_string(),
                link: shown(link.or(order.payment_url.as_ref())),
                attempts: response.meta.attempts,
            };
        }
        Err(error) => error,
    };
    if !may_have_acted(&error) {
        return Outcome::NotMade(error);
    }
    let after = numbers(client, session).await;
    match before.zip(after).and_then(|(before, after)| after.difference(&before).next().cloned()) {
        Some(number) => Outcome::Found { number: number.to_string() },
        None => Outcome::Unknown(error),
    }
}

/// Whether the server may have made the order although the call failed.
fn may_have_acted(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::PerhapsSent | ErrorKind::Unreadable => true,
        // It answered, and broke down on the way.
        ErrorKind::Refused => error.status().is_some_and(|status| status >= 500),
        _ => false,
    }
}

/// The numbers of the shopper's orders; nothing where they cannot be read.
async fn numbers(client: &Client, session: Option<&str>) -> Option<BTreeSet<OrderNumber>> {
    let orders = ListOrders::new(session?).items(client).try_collect().await.ok()?;
    Some(orders.into_iter().map(|order| order.order_number).collect())
}

impl Outcome {
    /// The same for programs.
    pub(crate) fn facts(&self) -> (&'static str, Json) {
        match self {
            Self::Made { number, link, attempts } => (
                "made",
                object([
                    ("orderNumber", number.as_str().into()),
                    ("payLink", link.as_str().into()),
                    ("attempts", (*attempts).into()),
                ]),
            ),
            Self::Found { number } => ("found", object([("orderNumber", number.as_str().into())])),
            Self::NotMade(error) => ("not-made", facts(error)),
            Self::Unknown(error) => ("unknown", facts(error)),
        }
    }
}

fn facts(error: &Error) -> Json {
    object([
        ("error", error.to_string().into()),
        ("code", error.code().into()),
        ("status", error.status().into()),
        ("requestId", error.request_id().into()),
        ("attempts", error.attempts().into()),
        ("retryable", error.is_retryable().into()),
    ])
}
