//! Starts the web shop: `cargo run -p bizkit-shop-web -- --help`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its caller")]

use bizkit_shop_web::{Settings, Web, stock};
use lexopt::prelude::{Long, Short, ValueExt};
use std::net::SocketAddr;
use std::process::ExitCode;

const HELP: &str = "\
A small web shop: products, a cart, orders, an account.

    cargo run -p bizkit-shop-web -- [OPTIONS]

Without a key in BIZKITHUB_API_KEY a sandbox on this machine plays the API: it has some products, knows the
shopper jan@barasek.com with the password 1234, and forgets everything when it ends. With a key the shop
sells what the organisation of the key sells, and its orders are real. The real API takes TLS:

    cargo run -p bizkit-shop-web --features rustls

OPTIONS
    --listen ADDRESS   where to listen (default 127.0.0.1:8080; port 0 is a free one)
    --public-url URL   how browsers reach the shop, where a proxy with TLS is before it; then cookies are
                       sent over TLS alone
    --currency CODE    the currency of the list of products, which the API does not tell (default CZK)
    --page-size COUNT  how many products make a page (default 12)
    --help             this page

EXIT STATUS
    1 the shop cannot start    2 the arguments are wrong
";

#[tokio::main]
async fn main() -> ExitCode {
    match read(lexopt::Parser::from_env()) {
        Ok(Some((listen, settings))) => match run(listen, settings).await {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("error: {error}");
                ExitCode::FAILURE
            }
        },
        Ok(None) => {
            print!("{HELP}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}\n\nTry `--help`.");
            ExitCode::from(2)
        }
    }
}

async fn run(listen: SocketAddr, settings: Settings) -> Result<(), Box<dyn std::error::Error>> {
    let web = if std::env::var_os("BIZKITHUB_API_KEY").is_some() {
        Web::new(bizkit_client::Client::from_env()?, settings)
    } else {
        eprintln!("BIZKITHUB_API_KEY is not set, so a sandbox on this machine answers; see `--help`");
        Web::sandboxed(stock::shop()?, settings)?
    };
    let listener = tokio::net::TcpListener::bind(listen).await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, web.router()).await?;
    Ok(())
}

/// Reads the arguments; nothing where the help is asked for.
fn read(mut arguments: lexopt::Parser) -> Result<Option<(SocketAddr, Settings)>, lexopt::Error> {
    let mut listen = SocketAddr::from(([127, 0, 0, 1], 8080));
    let mut settings = Settings::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("listen") => listen = arguments.value()?.parse()?,
            Long("public-url") => {
                let url = arguments.value()?.string()?;
                if !url.starts_with("https://") {
                    return Err(format!("`--public-url` is an address with https, found `{url}`").into());
                }
                settings.public_url = Some(url.trim_end_matches('/').to_owned());
            }
            Long("currency") => settings.currency = arguments.value()?.string()?,
            Long("page-size") => {
                let size = arguments.value()?;
                settings.page_size = size.parse_with(|text| match text.parse() {
                    Ok(count @ 1..=100) => Ok(count),
                    _ => Err("it is a number from 1 to 100"),
                })?;
            }
            Long("help") | Short('h') => return Ok(None),
            _ => return Err(argument.unexpected()),
        }
    }
    if settings.public_url.is_none() && !listen.ip().is_loopback() {
        return Err("shoppers' sessions need TLS: say how browsers reach the shop with `--public-url`".into());
    }
    Ok(Some((listen, settings)))
}
