//! The frame of the page: head, style, script, what the script knows; and the policy that lets nothing else in.

use super::markup::Html;
use super::tree::Tree;
use super::{Options, data, endpoint, overview};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bizkit_spec::model::Api;
use sha2::{Digest, Sha256};

const STYLE: &[&str] = &[include_str!("assets/look.css"), include_str!("assets/parts.css")];

/// In the order in which they build on each other.
const LOGIC: &[&str] = &[
    include_str!("assets/json.js"),
    include_str!("assets/check.js"),
    include_str!("assets/wire.js"),
    include_str!("assets/samples.js"),
    include_str!("assets/rust.js"),
];

/// What stands on the page and moves.
const SCRIPT: &[&str] = &[
    include_str!("assets/form.js"),
    include_str!("assets/code.js"),
    include_str!("assets/place.js"),
    include_str!("assets/search.js"),
    include_str!("assets/page.js"),
    include_str!("assets/send.js"),
    include_str!("assets/main.js"),
];

/// Decides before anything is painted what is shown, so that nothing moves.
const EARLY: &str = include_str!("assets/early.js");

pub(super) fn document(api: &Api, options: &Options) -> String {
    let (style, script, early) = (lean(STYLE), script(), lean(&[EARLY]));
    let mut html = Html::default();
    html.html("<!doctype html>\n");
    html.tag("html", &[("lang", "en")], |html| {
        html.tag("head", &[], |html| {
            html.void("meta", &[("charset", "utf-8")]);
            let policy = policy(&[&early, &script], &style, options.server.is_some());
            html.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)]);
            html.void("meta", &[("name", "viewport"), ("content", "width=device-width,initial-scale=1")]);
            html.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            html.void("meta", &[("name", "referrer"), ("content", "no-referrer")]);
            html.line("title", &[], &api.title);
            html.tag("style", &[], |html| html.html(&style));
            html.tag("script", &[], |html| html.html(&early));
        });
        html.tag("body", &[], |html| body(html, api, options, &script));
    });
    let mut text = html.finish();
    text.push('\n');
    text
}

fn body(html: &mut Html, api: &Api, options: &Options, script: &str) {
    html.line("a", &[("href", "#main"), ("class", "skip")], "Skip to the content");
    html.tag("header", &[("class", "top")], |html| {
        html.line("a", &[("href", "#overview"), ("class", "brand")], &api.title);
    });
    overview::navigation(html, api);
    html.tag("main", &[("id", "main"), ("tabindex", "-1")], |html| {
        let mut tree = Tree::new(api);
        overview::overview(html, &tree);
        for endpoint in &api.endpoints {
            endpoint::section(html, &mut tree, endpoint, &options.root);
        }
        overview::errors(html, api);
        overview::types(html, &mut tree);
    });
    let data = data::of(api, &options.root).to_string();
    block(html, "data", &data);
    if let Some(server) = &options.server {
        block(html, "server", &server.to_string());
    }
    html.tag("script", &[], |html| html.html(script));
}

/// JSON for the script. No text in it can end its element.
fn block(html: &mut Html, id: &'static str, json: &str) {
    let json = json.replace('<', "\\u003c");
    html.tag("script", &[("type", "application/json"), ("id", id)], |html| html.html(&json));
}

/// The whole script.
fn script() -> String {
    format!("'use strict';(()=>{{\n{}{}}})();", lean(LOGIC), lean(SCRIPT))
}

/// The part of it that needs no browser.
pub(super) fn logic() -> String {
    lean(LOGIC)
}

/// Files joined, without indentation and lines that are only a comment.
fn lean(files: &[&str]) -> String {
    let lines = files.iter().flat_map(|file| file.lines()).map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("/*"));
    kept.fold(String::new(), |out, line| out + line + "\n")
}

/// What the browser lets the page do: its own style and scripts, by their hashes, and nothing else. A page with a server
/// behind it may also ask that server.
fn policy(scripts: &[&str], style: &str, server: bool) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    let connect = if server { "'self'" } else { "'none'" };
    format!(
        "default-src 'none'; script-src {}; style-src {}; connect-src {connect}; img-src data: blob:; \
         base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        hash(style)
    )
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}
