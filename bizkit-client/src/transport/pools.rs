//! The connections of a transport: a runtime and a way go in, the HTTP client for them comes out, made when it is first
//! asked for. A connection is driven by the runtime that opened it, so no runtime gets one of another.

#[cfg(not(target_arch = "wasm32"))]
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use reqwest::{Client, ClientBuilder};

use super::tls;
use super::url::Way;
use crate::base::runtime::Guest;
use crate::transport::error::TransportError;

/// Makes HTTP clients, and keeps them.
pub(super) struct Pools {
    recipe: Box<dyn Fn() -> ClientBuilder + Send + Sync>,
    pools: Mutex<Vec<(Guest, Arc<Pool>)>>,
}

/// The clients of one runtime, one for each way.
type Pool = [OnceLock<Client>; Way::COUNT];

impl Pools {
    pub(super) fn new(recipe: impl Fn() -> ClientBuilder + Send + Sync + 'static) -> Self {
        Self { recipe: Box::new(recipe), pools: Mutex::default() }
    }

    /// The client for a way in the runtime around the caller.
    pub(super) fn client(&self, way: Way) -> Result<Client, TransportError> {
        let pool = self.pool()?;
        let place = &pool[way as usize];
        if let Some(client) = place.get() {
            return Ok(client.clone());
        }
        let client = self.build(way)?;
        Ok(place.get_or_init(|| client).clone())
    }

    /// A client for a way that nothing has gone by yet.
    pub(super) fn build(&self, way: Way) -> Result<Client, TransportError> {
        tls::require_provider()?;
        prepared((self.recipe)(), way).build().map_err(|cause| tls::fault(&cause))
    }

    fn pool(&self) -> Result<Arc<Pool>, TransportError> {
        let here = crate::base::runtime::sockets().map_err(TransportError::refused)?;
        let mut pools = self.pools.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, pool)) = pools.iter().find(|(guest, _)| guest.is_at(here)) {
            return Ok(Arc::clone(pool));
        }
        pools.retain(|(guest, _)| !guest.has_left());
        let pool = Arc::new(Pool::default());
        pools.push((Guest::here(), Arc::clone(&pool)));
        Ok(pool)
    }
}

/// Port 0 is that of the URL.
#[cfg(not(target_arch = "wasm32"))]
const LOCALHOST: [SocketAddr; 2] = [
    SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0),
    SocketAddr::new(IpAddr::V6(Ipv6Addr::LOCALHOST), 0),
];

/// The builder with what holds whatever it says: no redirect, no `Referer`, no retries; and for what has no way to go,
/// or goes in clear text, no proxy.
#[cfg(not(target_arch = "wasm32"))]
fn prepared(builder: ClientBuilder, way: Way) -> ClientBuilder {
    let builder = builder
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .retry(reqwest::retry::never())
        .tcp_nodelay(true)
        // A name that may be called in clear text is this machine, whatever a file or a server of names says.
        .resolve_to_addrs("localhost", &LOCALHOST)
        // It would take the first member of several for the whole.
        .no_gzip();
    match way {
        Way::Plain => tls::without_roots(builder.no_proxy()),
        Way::Near => builder.no_proxy(),
        Way::Far => builder,
    }
}

/// A browser decides these itself.
#[cfg(target_arch = "wasm32")]
fn prepared(builder: ClientBuilder, _: Way) -> ClientBuilder {
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_connections_of_a_runtime_are_forgotten_with_it() {
        let pools = Pools::new(|| Client::builder().no_proxy());
        let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let visit = |home: &tokio::runtime::Runtime| {
            home.block_on(async { pools.client(Way::Plain) }).unwrap();
            pools.pools.lock().unwrap().len()
        };
        let (first, second) = (runtime(), runtime());
        assert_eq!((visit(&first), visit(&second), visit(&first)), (1, 2, 2));
        for _ in 0..5 {
            assert_eq!(visit(&runtime()), 3, "one more, while it lives");
        }
        drop(first);
        assert_eq!(visit(&runtime()), 2);
    }
}
