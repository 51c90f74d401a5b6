//! The packing of a body: what its head says of it in; what unpacks it piece by piece out.

use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_ENCODING;

use crate::transport::error::TransportError;

/// What a request accepts beside what comes unpacked.
pub(super) const ACCEPTED: &str =
    match (cfg!(feature = "gzip"), cfg!(feature = "brotli"), cfg!(feature = "zstd")) {
        (true, true, true) => "gzip, br, zstd",
        (true, true, false) => "gzip, br",
        (true, false, true) => "gzip, zstd",
        (true, false, false) => "gzip",
        (false, true, true) => "br, zstd",
        (false, true, false) => "br",
        (false, false, true) => "zstd",
        (false, false, false) => "identity",
    };

/// How a body is packed.
pub(super) enum Coding {
    /// Not at all, or reqwest has unpacked it already.
    Plain,
    #[cfg(feature = "gzip")]
    Gzip(Box<gzip::Unpacker>),
}

impl Coding {
    /// What the head says of the body; takes it out of the head where the body will be unpacked.
    pub(super) fn take(headers: &mut HeaderMap) -> Result<Self, TransportError> {
        let mut names = Vec::new();
        for value in headers.get_all(CONTENT_ENCODING) {
            let text = String::from_utf8_lossy(value.as_bytes());
            names.extend(text.split(',').map(|name| name.trim().to_ascii_lowercase()));
        }
        // A charset is no packing, but some servers write it here.
        names.retain(|name| !matches!(&**name, "" | "identity" | "utf-8"));
        match names.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [] => Ok(Self::Plain),
            #[cfg(feature = "gzip")]
            ["gzip" | "x-gzip"] => {
                headers.remove(CONTENT_ENCODING);
                headers.remove(http::header::CONTENT_LENGTH);
                Ok(Self::Gzip(Box::default()))
            }
            _ => Err(unknown(&names.join(", "))),
        }
    }

    pub(super) fn is_plain(&self) -> bool {
        matches!(self, Self::Plain)
    }

    /// The next piece of the body out of what has come; `None` when more of it must come first.
    pub(super) fn unpack(&mut self, came: &mut Bytes) -> Result<Option<Bytes>, TransportError> {
        match self {
            _ if came.is_empty() => Ok(None),
            Self::Plain => Ok(Some(std::mem::take(came))),
            #[cfg(feature = "gzip")]
            Self::Gzip(unpacker) => unpacker.unpack(came).map_err(|cause| broken("gzip", &cause)),
        }
    }

    /// What is left where the body ends, if it may end here.
    pub(super) fn end(&mut self) -> Result<Option<Bytes>, TransportError> {
        match std::mem::replace(self, Self::Plain) {
            Self::Plain => Ok(None),
            #[cfg(feature = "gzip")]
            Self::Gzip(unpacker) => unpacker.end().map_err(|cause| broken("gzip", &cause)),
        }
    }
}

fn unknown(names: &str) -> TransportError {
    let names: String = names.chars().filter(|letter| !letter.is_control()).take(60).collect();
    let hint = match &*names {
        "gzip" | "x-gzip" => "; the feature `gzip` unpacks it",
        "br" => "; the feature `brotli` unpacks it",
        "zstd" => "; the feature `zstd` unpacks it",
        _ => "",
    };
    TransportError::unreadable(format!("it is packed as `{names}`, which was not asked for{hint}"))
}

#[cfg(feature = "gzip")]
fn broken(name: &str, cause: &std::io::Error) -> TransportError {
    TransportError::unreadable(format!(
        "it is said to be packed as `{name}` and is not, or not to its end ({cause})"
    ))
}

#[cfg(all(test, feature = "gzip"))]
mod tests {
    use super::*;
    use std::io::Write as _;

    #[test]
    fn a_packed_body_is_unpacked_as_it_comes_and_holds_nothing_back_for_the_end() {
        let mut file = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        file.write_all(&vec![b'x'; 1 << 22]).unwrap();
        let (mut coding, mut came) = (Coding::Gzip(Box::default()), Bytes::from(file.finish().unwrap()));
        assert!(came.len() > 2000 && !coding.is_plain());
        let mut pieces = Vec::new();
        while let Some(piece) = coding.unpack(&mut came).unwrap() {
            assert!(!piece.is_empty());
            pieces.push(piece.len());
        }
        assert_eq!(pieces.iter().sum::<usize>(), 1 << 22);
        assert!(pieces.len() > 2 && pieces.iter().all(|piece| *piece <= 1 << 21), "{pieces:?}");
        assert_eq!(coding.end().unwrap(), None);
    }
}

#[cfg(feature = "gzip")]
mod gzip {
    use std::io::{self, Write};

    use bytes::{Buf, Bytes};
    use flate2::write::MultiGzDecoder;

    /// So much is unpacked at once. A byte becomes a thousand at most, and what was unpacked counts against a limit.
    const STEP: usize = 1024;

    /// Unpacks all members of a gzip file.
    #[derive(Default)]
    pub(in super::super) struct Unpacker {
        /// `None` before the first byte: a body without any is packed as anything.
        decoder: Option<MultiGzDecoder<Vec<u8>>>,
    }

    impl Unpacker {
        pub(super) fn unpack(&mut self, came: &mut Bytes) -> io::Result<Option<Bytes>> {
            let decoder = self.decoder.get_or_insert_with(|| MultiGzDecoder::new(Vec::new()));
            while !came.is_empty() {
                let step = came.len().min(STEP);
                decoder.write_all(&came[..step])?;
                came.advance(step);
                if came.is_empty() {
                    decoder.flush()?;
                }
                if !decoder.get_ref().is_empty() {
                    return Ok(Some(std::mem::take(decoder.get_mut()).into()));
                }
            }
            Ok(None)
        }

        pub(super) fn end(self) -> io::Result<Option<Bytes>> {
            let rest = self.decoder.map_or(Ok(Vec::new()), MultiGzDecoder::finish)?;
            Ok(Some(rest.into()).filter(|rest: &Bytes| !rest.is_empty()))
        }
    }
}
