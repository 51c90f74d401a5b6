//! Exports the products of a shop page by page, without async: `cargo run --example catalogue -- --help`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its caller")]

#[path = "support/mod.rs"]
mod support;

use bizkit_client::Json;
use bizkit_client::blocking::Client;
use bizkit_client::product::{Feed, FeedItem, FeedOrder};
use bizkit_client::sandbox::{Request, Response, Sandbox};
use lexopt::prelude::{Long, Short, ValueExt};
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;
use support::{Paint, Stop, count, exit, object};

const HELP: &str = "\
Exports the products of a shop, page by page.

    cargo run --example catalogue -- [OPTIONS]

The products go to the standard output, the progress to the standard error. Without a key in
BIZKITHUB_API_KEY a sandbox on this machine plays a shop with 75 products. Try:

    -- --format json                   one product on a line, for other programs
    -- --limit 10 --max-pages 2        a part; it says where to go on
    -- --page 3                        go on there
    -- --search socks --order price    what fits, the cheapest first
    -- --limit many                    what is wrong with the arguments

OPTIONS
    --search TEXT      only products that hold this text
    --category SLUG    only products of this category
    --locale CODE      the language of the texts
    --order ORDER      position (default), price, price-desc or event-date
    --limit N          how many products make a page
    --page N           the first page (default 1)
    --max-pages N      how many pages; all of them unless it is given
    --format FORMAT    text (default) or json
    --help             this page

EXIT STATUS
    0 everything was exported, or as much as was asked for    1 a call failed; it says where to go on
    2 the arguments are wrong, nothing was sent
";

/// What the command line says.
struct Options {
    feed: Feed,
    max_pages: Option<usize>,
    json: bool,
}

fn main() -> ExitCode {
    exit(match read(lexopt::Parser::from_env()) {
        Ok(Some(options)) => export(&options),
        Ok(None) => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        Err(stop) => Err(stop),
    })
}

/// Reads the pages and writes what is on them.
fn export(options: &Options) -> Result<ExitCode, Stop> {
    let shop = support::sandbox()?;
    if let Some(shop) = &shop {
        stock(shop.sandbox())?;
    }
    let client = Client::new(support::client(shop.as_ref())?)?;
    let mut pages = client.pages(&options.feed);
    if let Some(count) = options.max_pages {
        pages = pages.max_pages(count);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    let mut progress = Progress::default();
    let error = loop {
        let page = match pages.next() {
            Some(Ok(page)) => page,
            Some(Err(error)) => break Some(error),
            None => break None,
        };
        progress.page(page.items().len(), page.total());
        let written = page.items().iter().try_for_each(|item| write_item(&mut out, item, options.json));
        // What was read is not lost when a later page fails.
        if let Err(error) = written.and_then(|()| out.flush()) {
            // Whoever reads the output may have enough, as `head` does.
            return if error.kind() == ErrorKind::BrokenPipe {
                Ok(ExitCode::SUCCESS)
            } else {
                Err(error.into())
            };
        }
    };
    progress.end();
    if let Some(page) = pages.position() {
        eprintln!("{}", Paint::stderr().dim(&format!("there is more: go on with `--page {page}`")));
    }
    error.map_or(Ok(ExitCode::SUCCESS), |error| Err(error.into()))
}

fn write_item(out: &mut impl Write, item: &FeedItem, json: bool) -> io::Result<()> {
    if json {
        return writeln!(out, "{}", bizkit_client::to_json(item));
    }
    let price = item.price.to_string();
    let note = if item.sold_out { "  sold out" } else { "" };
    writeln!(out, "{:<32} {price:>10}{note}", item.name)
}

/// How far the export has come, on a terminal.
#[derive(Default)]
struct Progress {
    pages: usize,
    items: usize,
    shown: bool,
}

impl Progress {
    fn page(&mut self, items: usize, total: Option<u64>) {
        self.pages += 1;
        self.items += items;
        // On one terminal, the products themselves show how far it is.
        if io::stderr().is_terminal() && !io::stdout().is_terminal() {
            let total = total.map_or(String::new(), |total| format!(" of {total}"));
            eprint!("\r{}{total} products", self.items);
            self.shown = true;
        }
    }

    fn end(&self) {
        if self.shown {
            eprintln!();
        }
        let sum = format!("{} on {}", count(self.items, "product"), count(self.pages, "page"));
        eprintln!("{}", Paint::stderr().dim(&sum));
    }
}

/// Fills the sandbox's shop: 75 products, given page by page as the documentation says.
fn stock(sandbox: &Sandbox) -> Result<(), Stop> {
    let answer = |request: &Request| {
        let number =
            |name: &str, default| request.query(name).and_then(|text| text.parse().ok()).unwrap_or(default);
        let (page, limit): (usize, usize) = (number("page", 1).max(1), number("limit", 32).max(1));
        let search = request.query("query").unwrap_or_default();
        let all: Vec<_> = (1..=75).map(|id| (id, format!("Socks No. {id}"))).collect();
        let fitting: Vec<_> =
            all.iter().filter(|(_, name)| name.to_lowercase().contains(&search.to_lowercase())).collect();
        let page = fitting.iter().skip(limit.saturating_mul(page - 1)).take(limit);
        let items: Vec<_> = page
            .map(|(id, name)| {
                object([
                    ("id", (*id).into()),
                    ("name", name.as_str().into()),
                    ("slug", format!("socks-{id}").into()),
                    ("price", (90 + id).into()),
                    ("position", (*id).into()),
                    ("active", true.into()),
                    ("soldOut", (id % 10 == 0).into()),
                    ("customFields", object([])),
                ])
            })
            .collect();
        let [count, total] = [items.len(), fitting.len()].map(|number| Json::from(number as u64));
        Response::json(200, object([("count", count), ("totalCount", total), ("items", items.into())]))
    };
    Ok(sandbox.on("product/feed").respond_with(answer)?)
}

/// Reads the arguments; nothing where the help is asked for.
fn read(mut arguments: lexopt::Parser) -> Result<Option<Options>, Stop> {
    let mut options = Options { feed: Feed::new(), max_pages: None, json: false };
    while let Some(argument) = arguments.next()? {
        let feed = options.feed.clone();
        match argument {
            Long("search") => options.feed = feed.query(arguments.value()?.string()?),
            Long("category") => options.feed = feed.category(arguments.value()?.string()?),
            Long("locale") => options.feed = feed.locale(arguments.value()?.string()?),
            Long("order") => options.feed = feed.order_by(order(&arguments.value()?.string()?)?),
            Long("limit") => options.feed = feed.limit(positive("--limit", &arguments.value()?.string()?)?),
            Long("page") => options.feed = feed.page(positive("--page", &arguments.value()?.string()?)?),
            Long("max-pages") => {
                options.max_pages = Some(positive("--max-pages", &arguments.value()?.string()?)? as usize);
            }
            Long("format") => options.json = support::is_json(&arguments.value()?.string()?)?,
            Long("help") | Short('h') => return Ok(None),
            _ => return Err(argument.unexpected().into()),
        }
    }
    Ok(Some(options))
}

/// A count of what there is at least one of.
fn positive(name: &str, text: &str) -> Result<u32, Stop> {
    let number = text.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| Stop::Usage(format!("`{name}` is a whole number from 1 on, found `{text}`")))
}

fn order(text: &str) -> Result<FeedOrder, Stop> {
    Ok(match text {
        "position" => FeedOrder::Position,
        "price" => FeedOrder::Price,
        "price-desc" => FeedOrder::PriceDesc,
        "event-date" => FeedOrder::EventDate,
        _ => {
            return Err(Stop::Usage(format!(
                "`--order` is position, price, price-desc or event-date, found `{text}`"
            )));
        }
    })
}
