//! The methods of a client that read a whole list.

use super::{Items, Paged, Pages};
use crate::client::Client;

impl Client {
    /// The pages of a list, from the one that the request names on. Nothing is sent before they are read.
    pub fn pages<E: Paged>(&self, request: &E) -> Pages<E> {
        Pages::new(self.clone(), request.clone())
    }

    /// The items of a list, from the page that the request names on. Nothing is sent before they are read.
    pub fn items<E: Paged>(&self, request: &E) -> Items<E> {
        self.pages(request).items()
    }
}
