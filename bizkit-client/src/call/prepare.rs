//! From a checked request to one that can be sent: URL, headers and body out of the endpoint's table.

use crate::client::options::{Base, CallOptions};
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue};
use zeroize::Zeroizing;

use crate::base::percent::percent_encode;
use crate::client::key::{self, Key};
use crate::client::overrides::Overrides;
use crate::error::Error;
use crate::schema::rules::{PLAIN, Rules};
use crate::schema::tables::{BodyForm, EndpointInfo, FieldInfo, KeyLocation, Location, Segment};
use crate::secret::REDACTED;
use crate::secret::redact::Secrets;
use crate::transport::message::HttpRequest;
use crate::transport::url::Target;
use crate::value::encode::{JsonWriter, secrets_of};
use crate::value::{Members, Value};

/// The host that a call was meant for, as proxies name it.
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");

/// Writes a request that keeps its rules.
pub(crate) fn prepare(
    info: &'static EndpointInfo,
    request: &dyn Members,
    options: &CallOptions<'_>,
) -> Result<HttpRequest, Error> {
    let fields = request.fields();
    let mut parts = Parts { info, request, fields, options, key: None, headers: HeaderMap::new() };
    if let Some((name, place)) = key::place(info, options.key_location) {
        let key = options.key.ok_or_else(|| parts.no_key())?;
        parts.key = Some((name, place, key));
    }
    let url = parts.url()?;
    let body = parts.body();
    parts.fill_headers(body.is_some())?;
    Ok(HttpRequest {
        endpoint: info,
        url,
        headers: parts.headers,
        body: body.unwrap_or_default(),
        max_response_bytes: options.max_response_bytes,
    })
}

struct Parts<'a> {
    info: &'static EndpointInfo,
    request: &'a dyn Members,
    fields: &'static [FieldInfo],
    options: &'a CallOptions<'a>,
    key: Option<(&'static str, KeyLocation, &'a Key)>,
    headers: HeaderMap,
}

impl<'a> Parts<'a> {
    /// Base, path and query; the key comes last.
    fn url(&self) -> Result<Target, Error> {
        let mut url = match self.info.path {
            [Segment::Literal(path)] => self.options.base.target(path)?,
            segments => {
                let mut path = String::with_capacity(128);
                for segment in segments {
                    match *segment {
                        Segment::Literal(text) => path.push_str(text),
                        Segment::Parameter(index) => self.path_parameter(index, &mut path)?,
                    }
                }
                self.options.base.target(&path)?
            }
        };
        for (field, value) in self.members(Location::Query) {
            self.texts(value, field.rules, &mut |text| url.pair(field.wire, text));
        }
        for (name, text) in self.options.overrides.iter().flat_map(|overrides| &overrides.query) {
            url.pair(name, text);
        }
        if let Some((name, KeyLocation::Query, key)) = self.key {
            url.pair(name, self.shown(key.expose(), true));
        }
        Ok(url)
    }

    /// A path parameter stays one segment: whatever it holds is encoded, and what would name another path is
    /// refused.
    fn path_parameter(&self, index: usize, url: &mut String) -> Result<(), Error> {
        let Some((FieldInfo { wire, rules, .. }, value)) = self.member(index) else { return Ok(()) };
        let mut plain = false;
        self.texts(value, rules, &mut |text| {
            plain = !matches!(text, "" | "." | "..");
            percent_encode(text, url);
        });
        if plain {
            return Ok(());
        }
        Err(Error::unusable(format!(
            "{wire}: expected text that can stand in a path, not empty, `.` or `..`"
        )))
    }

    /// The body, when the endpoint has one and this request fills it.
    fn body(&self) -> Option<Bytes> {
        let form = self.info.body?.form;
        if self.info.parameters.contains(&Location::Whole) {
            let (field, value) = self.members(Location::Whole).next()?;
            return self.whole(form, field.rules, value);
        }
        let in_key = matches!(self.key, Some((_, KeyLocation::Body, _)));
        if !in_key && !self.info.parameters.contains(&Location::Body) {
            // The body is there for the key, which goes another way.
            return None;
        }
        let mut out = self.writer();
        out.begin_object();
        for (field, value) in self.members(Location::Body) {
            out.field(field);
            out.value(value, field.rules);
        }
        for (name, value) in self.options.overrides.iter().flat_map(|overrides| &overrides.body) {
            if self.members(Location::Body).all(|(field, _)| field.wire != name) {
                out.key(name);
                out.value(value, &PLAIN);
            }
        }
        if let Some((name, KeyLocation::Body, key)) = self.key {
            out.key(name);
            out.string(self.shown(key.expose(), true));
        }
        out.end_object();
        Some(out.into_string().into())
    }

    /// A body that is one value.
    fn whole(&self, form: BodyForm, rules: &'static Rules, value: &dyn Value) -> Option<Bytes> {
        if self.options.masked && rules.sensitive {
            return Some(Bytes::from_static(REDACTED.as_bytes()));
        }
        match form {
            BodyForm::Json => {
                let mut out = self.writer();
                value.encode(rules, &mut out);
                Some(out.into_string().into())
            }
            BodyForm::Text => {
                let mut text = String::new();
                self.texts(value, rules, &mut |part| text.push_str(part));
                Some(text.into())
            }
            BodyForm::Bytes => value.bytes().cloned(),
        }
    }

    fn writer(&self) -> JsonWriter {
        let out = if self.options.masked { JsonWriter::redacting() } else { JsonWriter::default() };
        // Most bodies fit, so the text does not move while it grows.
        out.with_capacity(64 + 32 * self.fields.len())
    }

    fn fill_headers(&mut self, has_body: bool) -> Result<(), Error> {
        self.headers.insert(ACCEPT, HeaderValue::from_static(self.info.accept));
        self.headers.insert(http::header::USER_AGENT, self.options.user_agent.clone());
        if let Some(body) = self.info.body.filter(|_| has_body) {
            self.headers.insert(CONTENT_TYPE, HeaderValue::from_static(body.content_type));
        }
        // A server of this machine stands for every host of the API, and is told which one was meant.
        if let (Base::Client(base), Some(own)) = (self.options.base, self.info.base_url)
            && base.loopback
        {
            let host =
                own.split_once("://").map_or(own, |(_, rest)| rest).split('/').next().unwrap_or_default();
            self.headers.extend(HeaderValue::from_str(host).map(|host| (FORWARDED_HOST, host)));
        }
        self.header_parameters()?;
        match self.key {
            Some((_, KeyLocation::Bearer, key)) => {
                let value = if self.options.masked { bearer_mask() } else { key.header("Bearer ")? };
                self.headers.insert(AUTHORIZATION, value);
            }
            Some((name, KeyLocation::Header, key)) => {
                let value =
                    if self.options.masked { HeaderValue::from_static(REDACTED) } else { key.header("")? };
                self.headers.insert(header_name(name)?, value);
            }
            Some((_, KeyLocation::Query | KeyLocation::Body, _)) | None => {}
        }
        for (name, value) in self.options.overrides.iter().flat_map(|overrides| &overrides.headers) {
            let masked = self.options.masked && value.is_sensitive();
            let value = if masked { HeaderValue::from_static(REDACTED) } else { value.clone() };
            self.headers.insert(name, value);
        }
        Ok(())
    }

    fn header_parameters(&mut self) -> Result<(), Error> {
        let mut broken = None;
        let mut headers = std::mem::take(&mut self.headers);
        for (FieldInfo { wire, rules, .. }, value) in self.members(Location::Header) {
            let name = header_name(wire)?;
            self.texts(value, rules, &mut |text| match HeaderValue::from_str(text) {
                Ok(mut value) => {
                    value.set_sensitive(rules.sensitive);
                    headers.append(&name, value);
                }
                Err(_) => broken = Some(wire),
            });
        }
        self.headers = headers;
        match broken {
            Some(wire) => Err(Error::unusable(format!("{wire}: expected text that a header can carry"))),
            None => Ok(()),
        }
    }

    /// The members of a place that have something to send.
    fn members(&self, wanted: Location) -> impl Iterator<Item = (&'static FieldInfo, &'a dyn Value)> {
        let places = self.info.parameters.iter().enumerate();
        places.filter(move |(_, place)| is(**place, wanted)).filter_map(|(index, _)| self.member(index))
    }

    fn member(&self, index: usize) -> Option<(&'static FieldInfo, &'a dyn Value)> {
        let field = self.fields.get(index)?;
        let value = self.request.member(index)?;
        (field.is_required() || !value.is_absent()).then_some((field, value))
    }

    /// The texts of a value, or a mask where they are secret and somebody reads along.
    fn texts(&self, value: &dyn Value, rules: &'static Rules, each: &mut dyn FnMut(&str)) {
        if self.options.masked && !secrets_of(value, rules).is_empty() {
            return each(REDACTED);
        }
        value.texts(rules, each);
    }

    fn shown<'t>(&self, text: &'t str, secret: bool) -> &'t str {
        if secret && self.options.masked { REDACTED } else { text }
    }

    fn no_key(&self) -> Error {
        let api = self.info.api;
        let variable = api.key.as_ref().and_then(|key| key.env);
        let hint = variable.map_or_else(String::new, |name| format!("; `from_env` reads it from `{name}`"));
        Error::setup(format!("the call needs a key of {}, and the client has none{hint}", api.title))
            .about_key(api)
    }
}

/// All that a call keeps secret: the key, the sensitive values of the request, the secret headers of the client.
pub(crate) fn secrets(request: &dyn Members, key: Option<&Key>, overrides: Option<&Overrides>) -> Secrets {
    let members = request.fields().iter().enumerate();
    let members = members.filter_map(|(index, field)| Some((request.member(index)?, field.rules)));
    let values = members.flat_map(|(value, rules)| secrets_of(value, rules));
    let others = key.map(Key::expose).into_iter().chain(overrides.into_iter().flat_map(Overrides::secrets));
    Secrets::new(values.chain(others.map(|text| Zeroizing::new(text.to_owned()))))
}

/// Whether a member travels there. Each of these places is written by a function above; one that has none yet does not
/// compile, so that no argument is left behind in silence.
fn is(place: Location, wanted: Location) -> bool {
    match place {
        Location::Query | Location::Path | Location::Header | Location::Body | Location::Whole => {
            place == wanted
        }
    }
}

fn bearer_mask() -> HeaderValue {
    HeaderValue::from_static("Bearer ***")
}

fn header_name(wire: &'static str) -> Result<HeaderName, Error> {
    HeaderName::from_bytes(wire.as_bytes())
        .map_err(|_| Error::setup(format!("`{wire}` is no name of a header")))
}

#[cfg(test)]
mod tests;
