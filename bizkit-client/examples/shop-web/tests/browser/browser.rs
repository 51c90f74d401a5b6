//! A browser as far as the shop needs one: cookies, forms, redirects.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use bizkit_client::Retry;
use bizkit_shop::Shop;
use bizkit_shop_web::{Settings, Web, stock};
use hyper_util::client::legacy::{Client, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

/// A shop that is open, and where.
pub(crate) struct Open {
    url: String,
    web: Web,
}

impl Deref for Open {
    type Target = Shop;
    fn deref(&self) -> &Shop {
        self.web.sandbox().unwrap()
    }
}

/// Opens a shop on a free port of this machine. Calls are not repeated, so that faults show at once.
pub(crate) async fn open() -> Open {
    let web = Web::sandboxed(stock::shop().unwrap(), Settings::default()).unwrap();
    let web = web.with_client(|client| client.with_retry(Retry::never()));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let router = web.clone().router();
    tokio::spawn(async move { axum::serve(listener, router).await });
    Open { url, web }
}

/// A page as it came.
#[derive(Clone)]
pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Page {
    pub(crate) fn has(&self, text: &str) -> bool {
        self.text.contains(text)
    }

    /// Where the link with this text leads.
    pub(crate) fn link(&self, text: &str) -> Option<String> {
        let before = &self.text[..self.text.find(text)?];
        let (_, link) = before.rsplit_once("href=\"")?;
        let (link, behind) = link.split_once('"')?;
        (!behind.contains("</a>")).then(|| link.replace("&amp;", "&"))
    }

    /// The last form of the page that sends something: where to, and what is in it.
    pub(crate) fn form(&self) -> (String, BTreeMap<String, String>) {
        let main = self.text.split_once("<main>").unwrap().1;
        let form = main.split("<form").skip(1).find(|form| form.contains("method=\"post\"")).unwrap();
        let form = form.split("</form>").next().unwrap();
        let value = |tag: &str, name: &str| {
            let (_, behind) = tag.split_once(&format!(" {name}=\""))?;
            Some(behind.split('"').next()?.replace("&amp;", "&"))
        };
        let inputs = form.split("<input").skip(1).map(|tag| tag.split('>').next().unwrap());
        let fields =
            inputs.filter_map(|tag| Some((value(tag, "name")?, value(tag, "value").unwrap_or_default())));
        (value(form, "action").unwrap(), fields.collect())
    }
}

#[derive(Clone)]
pub(crate) struct Browser {
    client: Client<HttpConnector, Body>,
    url: String,
    cookies: BTreeMap<String, String>,
    /// Where its forms come from.
    pub(crate) origin: Option<String>,
    /// Every `Set-Cookie` that came.
    pub(crate) set: Arc<std::sync::Mutex<Vec<String>>>,
}

impl Browser {
    pub(crate) fn at(shop: &Open) -> Self {
        Self {
            client: Client::builder(TokioExecutor::new()).build_http(),
            url: shop.url.clone(),
            cookies: BTreeMap::new(),
            origin: Some(shop.url.clone()),
            set: Arc::default(),
        }
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    pub(crate) fn keep(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    pub(crate) async fn get(&mut self, path: &str) -> Page {
        self.go(Method::GET, path.to_owned(), String::new()).await
    }

    /// Sends the form of a page, with these fields filled in.
    pub(crate) async fn submit(&mut self, page: &Page, filled: &[(&str, &str)]) -> Page {
        let (action, mut fields) = page.form();
        fields.extend(filled.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let escape =
            |text: &str| text.bytes().fold(String::new(), |escaped, byte| escaped + &format!("%{byte:02x}"));
        let body: Vec<_> =
            fields.iter().map(|(name, value)| format!("{}={}", escape(name), escape(value))).collect();
        self.go(Method::POST, action, body.join("&")).await
    }

    /// Sends a request, and follows where it leads.
    async fn go(&mut self, mut method: Method, mut path: String, body: String) -> Page {
        for _ in 0..5 {
            let cookies: Vec<_> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let mut request = Request::builder().method(&method).uri(format!("{}{path}", self.url));
            request = request.header(header::COOKIE, cookies.join("; "));
            if method == Method::POST {
                request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                if let Some(origin) = &self.origin {
                    request = request.header(header::ORIGIN, origin);
                }
            }
            let sent = if method == Method::POST { Body::from(body.clone()) } else { Body::empty() };
            let response = self.client.request(request.body(sent).unwrap()).await.unwrap();
            let (status, headers) = (response.status(), response.headers().clone());
            for cookie in headers.get_all(header::SET_COOKIE) {
                let cookie = cookie.to_str().unwrap();
                self.set.lock().unwrap().push(cookie.to_owned());
                let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
                if value.is_empty() {
                    self.cookies.remove(name)
                } else {
                    self.cookies.insert(name.to_owned(), value.to_owned())
                };
            }
            match headers.get(header::LOCATION) {
                Some(location) if status == StatusCode::SEE_OTHER => {
                    (method, path) = (Method::GET, location.to_str().unwrap().to_owned());
                }
                _ => {
                    let bytes = to_bytes(Body::new(response.into_body()), 1 << 20).await.unwrap();
                    let text = String::from_utf8(bytes.to_vec()).unwrap();
                    return Page { status, headers, path, text };
                }
            }
        }
        panic!("the shop leads in a circle: {path}");
    }
}
