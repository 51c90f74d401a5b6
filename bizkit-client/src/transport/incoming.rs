//! The body of a response on its way: what reqwest reads in, unpacked pieces out; and what is wrong with a response that came.

use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;
use reqwest::Response;

use crate::transport::error::TransportError;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use packed::{Incoming, accept, malformed};
#[cfg(target_arch = "wasm32")]
pub(super) use whole::{Incoming, accept, malformed};

#[cfg(not(target_arch = "wasm32"))]
mod packed {
    use super::{Bytes, Duration, HeaderMap, Response, TransportError};
    use crate::base::future::BoxFuture;
    use crate::transport::coding::{ACCEPTED, Coding};
    use crate::transport::http_transport::in_time;
    use crate::transport::message::{Gathered, Pieces};
    use http::HeaderValue;
    use http::header::ACCEPT_ENCODING;

    /// Says how the response may be packed, unless the caller has said so.
    pub(in crate::transport) fn accept(headers: &mut HeaderMap) {
        headers.entry(ACCEPT_ENCODING).or_insert(HeaderValue::from_static(ACCEPTED));
    }

    /// A body that comes in pieces.
    pub(in crate::transport) struct Incoming {
        response: Response,
        read: Option<Duration>,
        coding: Coding,
        /// What has come and is not unpacked.
        came: Bytes,
    }

    impl Incoming {
        pub(in crate::transport) fn of(
            response: Response,
            headers: &mut HeaderMap,
            read: Option<Duration>,
            limit: usize,
        ) -> Result<Self, TransportError> {
            let coding = Coding::take(headers)?;
            if coding.is_plain() && response.content_length().is_some_and(|length| length > limit as u64) {
                return Err(TransportError::too_large());
            }
            Ok(Self { response, read, coding, came: Bytes::new() })
        }

        async fn piece(&mut self) -> Result<Option<Bytes>, TransportError> {
            loop {
                if let Some(piece) = self.coding.unpack(&mut self.came)? {
                    return Ok(Some(piece));
                }
                match in_time(self.read, self.response.chunk()).await? {
                    Some(came) => self.came = came,
                    None => return self.coding.end(),
                }
            }
        }

        /// Reads the body and stops at the limit, whatever `Content-Length` says. Bytes count after decompression.
        pub(in crate::transport) async fn whole(mut self, limit: usize) -> Result<Bytes, TransportError> {
            let mut body = Gathered::new(limit);
            while let Some(piece) = self.piece().await? {
                body.add(piece)?;
            }
            Ok(body.into_bytes())
        }
    }

    impl Pieces for Incoming {
        fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
            Box::pin(self.piece())
        }
    }

    /// What is wrong with a response that has come, and is no HTTP or not packed as it says.
    pub(in crate::transport) fn malformed(cause: &reqwest::Error) -> Option<String> {
        let mut next = std::error::Error::source(cause);
        while let Some(error) = next {
            if let Some(error) = error.downcast_ref::<hyper::Error>() {
                let hint = "its head is wrong or too large, or another protocol, such as TLS, is spoken at this port";
                return error.is_parse().then(|| format!("it is no proper HTTP ({error}): {hint}"));
            }
            // Each packing has kinds of its own for what is wrong; what broke below it is no fault of decoding.
            if let Some(error) = error.downcast_ref::<std::io::Error>()
                && cause.is_decode()
            {
                return Some(format!("it is not packed as it says ({error})"));
            }
            next = error.source();
        }
        None
    }
}

/// A browser unpacks and hands over the body as a whole, and does not tell what was wrong.
#[cfg(target_arch = "wasm32")]
mod whole {
    use super::{Bytes, Duration, HeaderMap, Response, TransportError};

    pub(in crate::transport) fn accept(_: &mut HeaderMap) {}

    /// A body that comes at once.
    pub(in crate::transport) struct Incoming(Response);

    impl Incoming {
        pub(in crate::transport) fn of(
            response: Response,
            _: &mut HeaderMap,
            _: Option<Duration>,
            limit: usize,
        ) -> Result<Self, TransportError> {
            let too_large = response.content_length().is_some_and(|length| length > limit as u64);
            if too_large { Err(TransportError::too_large()) } else { Ok(Self(response)) }
        }

        pub(in crate::transport) async fn whole(self, limit: usize) -> Result<Bytes, TransportError> {
            let whole = self.0.bytes().await.map_err(crate::transport::http_transport::transport_error)?;
            if whole.len() > limit { Err(TransportError::too_large()) } else { Ok(whole) }
        }
    }

    pub(in crate::transport) fn malformed(_: &reqwest::Error) -> Option<String> {
        None
    }
}
