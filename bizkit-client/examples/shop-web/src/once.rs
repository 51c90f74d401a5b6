//! Orders that are made once: what became of each form of an order.
//!
//! The API makes a new order for every call, and nothing in a call tells two of them apart. So every form of an order has a token;
//! the first time it is sent, the order is made, and each further time the shopper is led to what became of it. A token
//! lives in this process: a shop of several processes keeps them in its database.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Mutex as Turn;

/// How many forms are remembered; the oldest is forgotten first.
const FORMS: usize = 10_000;

/// What became of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// Nothing yet; it may be sent.
    Nothing,
    /// An order with this hash.
    Order(String),
    /// An order, or none: the answer was lost. It is not sent again.
    Unknown,
}

/// One form of an order. Whoever holds the lock is the one who sends it.
pub type Form = Arc<Turn<Made>>;

/// Every form that was shown.
#[derive(Debug, Default)]
pub struct Orders {
    shown: Mutex<(BTreeMap<String, Form>, VecDeque<String>)>,
}

impl Orders {
    /// Remembers a new form, and gives its token; nothing where the system gives no random numbers.
    pub fn show(&self) -> Option<String> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).ok()?;
        let token = format!("{:032x}", u128::from_be_bytes(bytes));
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let (forms, order) = &mut *shown;
        if order.len() >= FORMS {
            order.pop_front().and_then(|oldest| forms.remove(&oldest));
        }
        forms.insert(token.clone(), Arc::new(Turn::new(Made::Nothing)));
        order.push_back(token.clone());
        Some(token)
    }

    /// The form with this token; nothing where it was never shown, or too long ago.
    pub fn form(&self, token: &str) -> Option<Form> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).0.get(token).cloned()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail")]

    use super::*;

    #[test]
    fn every_form_has_its_own_token_and_the_oldest_is_forgotten() {
        let orders = Orders::default();
        let first = orders.show().unwrap();
        assert!(first.len() == 32 && orders.form(&first).is_some() && orders.form("guess").is_none());
        let last = (0..FORMS).map(|_| orders.show().unwrap()).last().unwrap();
        assert!(orders.form(&first).is_none() && orders.form(&last).is_some());
    }
}
