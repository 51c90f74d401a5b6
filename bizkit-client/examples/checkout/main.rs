//! Makes an order and prints where to pay it, whatever happens on the way: `cargo run --example checkout -- --help`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its caller")]

mod outcome;
#[path = "../support/mod.rs"]
mod support;

use bizkit_client::Decimal;
use bizkit_client::sandbox::{Fault, Response, Sandbox, Stage};
use bizkit_client::shop::order::{Create, Customer, Item, PaymentMethod};
use bizkit_shop::Shop;
use lexopt::prelude::{Long, Short, ValueExt};
use outcome::Outcome;
use std::process::ExitCode;
use support::{Paint, Stop, exit, object};

const HELP: &str = "\
Makes an order and prints where the shopper pays it.

    cargo run --example checkout -- [OPTIONS]

An order must be made once. A call that certainly did nothing can be made again; after one that may have
arrived, the shopper's orders are compared with those from before. Without a key in BIZKITHUB_API_KEY a sandbox on this machine
answers, so you can try what happens:

    -- --fault refused           no connection: certainly not made
    -- --fault lost              the connection breaks before the answer: looked for, and found
    -- --fault busy              too many calls, the first time: made by the second attempt
    -- --fault down              the server fails: perhaps made
    -- --fault garbled           the answer cannot be read: perhaps made
    -- --error PUBLIC_API_KEY_HAS_BEEN_EXPIRED   a refusal: certainly not made
    -- --email nobody            what is refused before anything is sent

With a key the order is real, so say --for-real. The real API takes TLS: cargo run --features rustls

OPTIONS
    --email TEXT          the shopper's address (default jan@barasek.com)
    --item LABEL=PRICE    what is ordered; may be given several times
    --currency CODE       the currency of all amounts (default CZK)
    --voucher CODE        a voucher to redeem; may be given several times
    --return-url URL      where the shopper comes back to
    --session TEXT        the shopper's session, to look for the order when its outcome is not known;
                          CHECKOUT_SESSION keeps it out of the list of processes
    --note TEXT           a note to the shopper
    --for-real            make the order with a real key
    --fault NAME          sandbox only: refused, lost, busy, down or garbled
    --error CODE          sandbox only: refuse with this code
    --format FORMAT       text (default) or json
    --help                this page

EXIT STATUS
    0 the order is made    1 it is not made    2 the arguments are wrong, nothing was sent
    3 it may be made or not; look before you repeat it
";

/// What the command line says.
struct Options {
    email: String,
    items: Vec<Item>,
    currency: String,
    vouchers: Vec<String>,
    return_url: Option<String>,
    session: Option<String>,
    note: Option<String>,
    for_real: bool,
    trouble: Option<Trouble>,
    json: bool,
}

/// What goes wrong in the sandbox.
enum Trouble {
    /// Nobody listens.
    Refused,
    /// The call fails, the first time or each time.
    First(Fault),
    Always(Fault),
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    exit(match read(lexopt::Parser::from_env()) {
        Ok(Some(options)) => Box::pin(check_out(options)).await,
        Ok(None) => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        Err(stop) => Err(stop),
    })
}

async fn check_out(options: Options) -> Result<ExitCode, Stop> {
    let shop = support::sandbox()?;
    let sandbox = shop.as_ref().map(Shop::sandbox);
    if sandbox.is_none() && !options.for_real {
        return Err(Stop::Usage("this makes an order in the shop of your key; say `--for-real`".to_owned()));
    }
    let mut client = support::client(shop.as_ref())?;
    if let Some(sandbox) = sandbox {
        prepare(sandbox, &options)?;
        if let Some(Trouble::Refused) = options.trouble {
            // Nobody listens at this port.
            client = sandbox.client_builder().base_url("http://127.0.0.1:1").build()?;
        }
    }

    let order = order(&options);
    // A rule that is broken is told before anything else happens.
    client.request_line(&order)?;
    let documented = sandbox.map(|_| "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg");
    let session = options.session.as_deref().or(documented);
    let outcome = outcome::make(&client, &order, session).await;
    tell(&outcome, options.json);
    Ok(ExitCode::from(match outcome {
        Outcome::Made { .. } | Outcome::Found { .. } => 0,
        Outcome::NotMade(_) => 1,
        Outcome::Unknown(_) => 3,
    }))
}

/// The order that the command line describes.
fn order(options: &Options) -> Create {
    let mut order = Create::new(Customer::new(options.email.as_str()), options.items.clone())
        .currency(options.currency.as_str())
        .payment_method(PaymentMethod::Money)
        .internal_notice("made by the example `checkout`");
    if let Some(note) = &options.note {
        order = order.public_notice(note.as_str());
    }
    if !options.vouchers.is_empty() {
        order = order.voucher_list(options.vouchers.as_slice());
    }
    if let Some(url) = &options.return_url {
        order = order.return_url(url.as_str());
    }
    order
}

/// A sandbox that fails as the command line asks.
fn prepare(sandbox: &Sandbox, options: &Options) -> Result<(), Stop> {
    let on = sandbox.on("shop/order/create");
    match &options.trouble {
        None | Some(Trouble::Refused) => {}
        Some(Trouble::First(fault)) => on.first(1).fail(fault.clone())?,
        Some(Trouble::Always(fault)) => on.fail(fault.clone())?,
    }
    if let Some(Trouble::Always(Fault::Status(_) | Fault::MalformedJson)) = options.trouble {
        // The order is there, and the list of the shopper's orders does not show it yet: before it and behind it, one page.
        let (list, end) = (
            r#"{"items": [{"id": "sSO98YxzR4KJiOu66Jn6K3wRwa4FPI7S", "orderNumber": "25000055"}]}"#,
            r#"{"items": []}"#,
        );
        sandbox
            .on("customer/order-list")
            .in_turn([list, end, list, end].map(|page| Response::json(200, page)))?;
    }
    Ok(())
}

fn tell(outcome: &Outcome, json: bool) {
    let (name, facts) = outcome.facts();
    if json {
        println!("{}", object([("outcome", name.into()), ("facts", facts)]));
        return;
    }
    let (out, err) = (Paint::stdout(), Paint::stderr());
    match outcome {
        Outcome::Made { number, link, attempts } => {
            let attempts = support::count(*attempts as usize, "attempt");
            println!("{} order {number} is made, by {attempts}", out.green("✓"));
            println!("  to be paid at {}", out.bold(link));
        }
        Outcome::Found { number } => {
            println!("{} order {number} is made; it was found among the shopper's orders", out.green("✓"));
        }
        Outcome::NotMade(error) => {
            support::report(error);
            let again = if error.is_retryable() { "; try again later" } else { "" };
            eprintln!("{}", err.dim(&format!("  the order is certainly not made{again}")));
        }
        Outcome::Unknown(error) => {
            support::report(error);
            eprintln!(
                "{}",
                err.dim("  the order may be made or not, and the shopper's orders do not show it yet")
            );
        }
    }
}

/// Reads the arguments; nothing where the help is asked for.
fn read(mut arguments: lexopt::Parser) -> Result<Option<Options>, Stop> {
    let mut options = Options {
        email: "jan@barasek.com".to_owned(),
        items: Vec::new(),
        currency: "CZK".to_owned(),
        vouchers: Vec::new(),
        return_url: None,
        session: std::env::var("CHECKOUT_SESSION").ok(),
        note: None,
        for_real: false,
        trouble: None,
        json: false,
    };
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("email") => options.email = arguments.value()?.string()?,
            Long("item") => options.items.push(item(&arguments.value()?.string()?)?),
            Long("currency") => options.currency = arguments.value()?.string()?,
            Long("voucher") => options.vouchers.push(arguments.value()?.string()?),
            Long("return-url") => options.return_url = Some(arguments.value()?.string()?),
            Long("session") => options.session = Some(arguments.value()?.string()?),
            Long("note") => options.note = Some(arguments.value()?.string()?),
            Long("for-real") => options.for_real = true,
            Long("fault") => options.trouble = Some(trouble(&arguments.value()?.string()?)?),
            Long("error") => {
                options.trouble = Some(Trouble::Always(Fault::code(arguments.value()?.string()?)));
            }
            Long("format") => options.json = support::is_json(&arguments.value()?.string()?)?,
            Long("help") | Short('h') => return Ok(None),
            _ => return Err(argument.unexpected().into()),
        }
    }
    if options.items.is_empty() {
        options.items.push(Item::new("GymRoom reservation").with_price("110.50").with_vat(21));
    }
    Ok(Some(options))
}

/// `Towel=30` or `Towel=30.50`
fn item(text: &str) -> Result<Item, Stop> {
    let wrong =
        || Stop::Usage(format!("`--item` is a label and a price, such as `Towel=30.50`, found `{text}`"));
    let (label, price) = text.rsplit_once('=').ok_or_else(wrong)?;
    let price: Decimal = price.parse().map_err(|_| wrong())?;
    Ok(Item::new(label).with_price(price))
}

fn trouble(name: &str) -> Result<Trouble, Stop> {
    Ok(match name {
        "refused" => Trouble::Refused,
        "lost" => Trouble::Always(Fault::Reset(Stage::BeforeHeaders)),
        "busy" => Trouble::First(Fault::RateLimited { retry_after: Some(1) }),
        "down" => Trouble::Always(Fault::Status(503)),
        "garbled" => Trouble::Always(Fault::MalformedJson),
        _ => {
            return Err(Stop::Usage(format!(
                "there is no fault `{name}`; there are refused, lost, busy, down and garbled"
            )));
        }
    })
}
