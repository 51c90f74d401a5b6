//! `--live`: a call of the page to the real API. The key comes out of the environment of this process and goes to the API, nowhere else.

use crate::export::markdown::wire::{Body, Field, Value, Wire};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bizkit_sandbox::Response;
use bizkit_spec::Api;
use bizkit_spec::json::Json;
use bizkit_spec::model::{Endpoint, RetryClass};
use bizkit_spec::validate::{validate, validate_call};
use reqwest::Url;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::redirect::Policy;
use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// How long an answer may take where the specs do not say.
const PATIENCE: Duration = Duration::from_secs(60);

/// The largest response that is handed on.
const LARGEST: usize = 16 * 1024 * 1024;

/// Headers of a response that are about the connection or about other pages, and none of this page's business.
const KEPT_BACK: [&str; 6] =
    ["connection", "content-length", "keep-alive", "set-cookie", "transfer-encoding", "content-encoding"];

/// The way to the real API.
#[derive(Clone)]
pub(in crate::command) struct Relay {
    /// The way to what is encrypted. It needs the root certificates of the system, so it is built by the first call that does.
    encrypted: Arc<OnceLock<reqwest::Client>>,
    /// The way to what is in clear text on this machine, past every proxy, which would see the key.
    direct: reqwest::Client,
    /// Another host than the specs', from the environment.
    host: Option<String>,
    key: Option<String>,
}

impl fmt::Debug for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Relay").field("host", &self.host).finish_non_exhaustive()
    }
}

impl Relay {
    /// The way to the API, with what `variable` knows of the environment.
    ///
    /// # Errors
    /// Where the key is missing or has another form, and where the host is neither encrypted nor on this machine.
    pub(in crate::command) fn new(
        api: &Api,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, String> {
        let host = api.base_url_env.as_deref().and_then(&variable);
        let host = host.map(|host| host.trim_end_matches('/').to_owned());
        let bases = api.endpoints.iter().filter_map(|endpoint| endpoint.base_url.as_deref());
        for base in bases.chain([host.as_deref().unwrap_or(&api.base_url)]) {
            if !is_safe(base) {
                return Err(format!(
                    "`{base}` is neither encrypted nor on this machine, so no key goes there"
                ));
            }
        }
        let key = match &api.key {
            None => None,
            Some(key) => {
                let name = key.env.as_deref().ok_or("the specs name no environment variable for the key")?;
                let value = variable(name)
                    .ok_or_else(|| format!("put the key into the environment variable {name}"))?;
                let schema = &api.type_def(key.ty).schema;
                if let Some(broken) = validate(api, schema, &Json::String(value.clone())).first() {
                    return Err(format!("the key in {name} has another form: {}", broken.message));
                }
                Some(value)
            }
        };
        // Another part of the process may have chosen one already, which serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let direct = built(builder().no_proxy().tls_certs_only([]))?;
        Ok(Self { encrypted: Arc::default(), direct, host, key })
    }

    /// The client for this URL.
    fn client(&self, url: &str) -> Result<&reqwest::Client, String> {
        if url.starts_with("http://") {
            return Ok(&self.direct);
        }
        if self.encrypted.get().is_none() {
            let _ = self.encrypted.set(built(builder())?);
        }
        self.encrypted.get().ok_or_else(|| "no HTTP client".to_owned())
    }

    /// What the API answers to a call of the page, or why the call is not made. `sure` says that somebody was asked.
    pub(super) async fn send(self, api: Api, id: String, values: Json, sure: bool) -> Response {
        let Some(endpoint) = api.endpoint(&id) else { return failed(404, "no call has this name") };
        if endpoint.retry == RetryClass::Never && !sure {
            return failed(409, "this call may move money or things, and nobody was asked");
        }
        if let Some(broken) = validate_call(&api, endpoint, &values).first() {
            return failed(422, &format!("{}: {}", broken.path, broken.message));
        }
        let request = match self.request(&api, endpoint, &values) {
            Ok(request) => request,
            Err(why) => return failed(422, &why),
        };
        match self.exchange(request).await {
            Ok(response) => response,
            // The URL may hold the key.
            Err(error) => failed(502, &self.masked(&chain(&error.without_url()))),
        }
    }

    fn request(
        &self,
        api: &Api,
        endpoint: &Endpoint,
        values: &Json,
    ) -> Result<reqwest::RequestBuilder, String> {
        let wire = Wire::with(api, endpoint, Some(values));
        let key = self.key.as_deref().unwrap_or_default();
        let text = |value: &Value| match value {
            Value::Text(text) => text.clone(),
            Value::Key(_) => key.to_owned(),
        };
        let url = match (&self.host, &endpoint.base_url) {
            (Some(host), None) => wire.url.replacen(&api.base_url, host, 1),
            _ => wire.url.clone(),
        };
        // The specs may have changed since the key was read.
        if !is_safe(&url) {
            return Err("the host is neither encrypted nor on this machine, so no key goes there".to_owned());
        }
        let client = self.client(&url)?;
        let method =
            reqwest::Method::from_bytes(wire.method.as_bytes()).map_err(|error| error.to_string())?;
        let query: Vec<(&str, String)> =
            wire.query.iter().map(|(name, value)| (name.as_str(), text(value))).collect();
        let mut headers = HeaderMap::new();
        for (name, before, value) in &wire.headers {
            let name = HeaderName::try_from(name.as_str()).map_err(|_| format!("`{name}` is no header"))?;
            let mut value = HeaderValue::try_from(format!("{before}{}", text(value)))
                .map_err(|_| format!("the value of `{name}` cannot be a header"))?;
            value.set_sensitive(true);
            headers.append(name, value);
        }
        let mut request = client.request(method, url).query(&query).headers(headers);
        request = request.timeout(endpoint.timeout.unwrap_or(PATIENCE));
        if let Some((content_type, body)) = &wire.body {
            let bytes = match body {
                Body::Fields(fields) => {
                    let members = fields.iter().map(|(name, field)| match field {
                        Field::Json(value) => (name.clone(), value.clone()),
                        Field::Key(_) => (name.clone(), Json::String(key.to_owned())),
                    });
                    Json::Object(members.collect()).to_string().into_bytes()
                }
                Body::Json(value) => value.to_string().into_bytes(),
                Body::Text(text) => text.clone().into_bytes(),
                Body::File => {
                    let name =
                        endpoint.body.as_ref().map(|body| body.field.wire.as_str()).unwrap_or_default();
                    let text = values.get(name).and_then(Json::as_str).unwrap_or_default();
                    BASE64_STANDARD.decode(text).map_err(|_| "expected bytes in base64".to_owned())?
                }
            };
            request = request.header("content-type", content_type).body(bytes);
        }
        Ok(request)
    }

    async fn exchange(&self, request: reqwest::RequestBuilder) -> Result<Response, reqwest::Error> {
        let mut received = request.send().await?;
        let mut response = Response::empty(received.status().as_u16());
        for (name, value) in received.headers() {
            let name = name.as_str();
            if !KEPT_BACK.contains(&name) && !name.starts_with("access-control-") {
                let value = self.masked(&String::from_utf8_lossy(value.as_bytes()));
                response = response.with_header(name, value);
            }
        }
        let mut body = Vec::new();
        while let Some(piece) = received.chunk().await? {
            body.extend_from_slice(&piece);
            if body.len() > LARGEST {
                return Ok(failed(502, "the response is larger than 16 MiB"));
            }
        }
        // Bytes that are no text hold no key in any form that is known here.
        response.body = match String::from_utf8(body) {
            Ok(text) => self.masked(&text).into_bytes(),
            Err(bytes) => bytes.into_bytes(),
        };
        Ok(response)
    }

    /// A text without the key, which servers and errors repeat.
    fn masked(&self, text: &str) -> String {
        let Some(key) = &self.key else { return text.to_owned() };
        let forms = [key.clone(), crate::export::markdown::wire::encoded(key), BASE64_STANDARD.encode(key)];
        forms.iter().fold(text.to_owned(), |text, form| text.replace(form.as_str(), "***"))
    }
}

/// Follows nobody, and tells nobody where it comes from.
fn builder() -> reqwest::ClientBuilder {
    reqwest::Client::builder().redirect(Policy::none()).referer(false)
}

fn built(builder: reqwest::ClientBuilder) -> Result<reqwest::Client, String> {
    builder.build().map_err(|error| format!("no HTTP client: {}", chain(&error.without_url())))
}

/// A call that came to no answer of the API.
fn failed(status: u16, why: &str) -> Response {
    let why: String = why.chars().map(|c| if c.is_ascii_graphic() || c == ' ' { c } else { '?' }).collect();
    Response::new(status, "text/plain", format!("{why}\n")).with_header("x-bizkit-failed", why)
}

/// An error with its causes on one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}

/// Whether a key may go there: encrypted, or on this machine. The parser is that of the HTTP client, so both read the same host.
fn is_safe(url: &str) -> bool {
    let Ok(url) = Url::parse(url) else { return false };
    let is_here = || {
        let name = url.host_str().unwrap_or_default();
        let address = name.trim_start_matches('[').trim_end_matches(']').parse::<std::net::IpAddr>();
        name == "localhost" || address.is_ok_and(|address| address.is_loopback())
    };
    match url.scheme() {
        "https" => true,
        "http" => is_here(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bizkit_spec::Specs;

    #[test]
    fn a_key_goes_to_encrypted_hosts_and_to_this_machine() {
        for url in
            ["https://api.example.com", "http://127.0.0.1:80/a", "http://localhost", "http://[::1]:8080"]
        {
            assert!(is_safe(url), "{url}");
        }
        for url in [
            "http://api.example.com",
            "http://localhost.evil.example",
            "http://127.0.0.1@evil.example",
            "http://127.0.0.1:80@evil.example",
            "http://evil.example\\@127.0.0.1",
            "http://[::1].evil.example",
            "https://",
            "ftp://a",
            "",
        ] {
            assert!(!is_safe(url), "{url}");
        }
    }

    #[test]
    fn a_key_that_is_missing_or_has_another_form_is_told_without_its_text() {
        let specs = Specs::from_texts([
            (
                "api.yaml",
                "title: A\nbaseUrl: https://a.example\nbaseUrlEnv: A_URL\nkey: { type: Key, name: key, in: query, env: A_KEY }\n",
            ),
            ("types/a.yaml", "Key: { type: string, sensitive: true, minLength: 8 }\n"),
        ]);
        let api = specs.api().unwrap_or_else(|| panic!("{:?}", specs.findings));
        let relay = |key: Option<&str>, url: Option<&str>| {
            let own = |name: &str| if name == "A_KEY" { key } else { url }.map(str::to_owned);
            Relay::new(api, own).map(|relay| format!("{relay:?}"))
        };
        assert_eq!(relay(None, None), Err("put the key into the environment variable A_KEY".to_owned()));
        let short = relay(Some("SECRET"), None).unwrap_err();
        assert!(
            short.contains("A_KEY") && short.contains("8 characters") && !short.contains("SECRET"),
            "{short}"
        );
        assert!(
            relay(Some("LONGSECRET"), Some("http://evil.example")).unwrap_err().contains("neither encrypted")
        );
        let fine = relay(Some("LONGSECRET"), Some("http://127.0.0.1:1/")).unwrap();
        assert!(!fine.contains("SECRET"), "{fine}");
    }
}
