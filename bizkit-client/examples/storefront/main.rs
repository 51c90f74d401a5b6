//! The way of a shopper through a shop, from the registration to the order: `cargo run --example storefront -- --help`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its caller")]

mod shopper;
#[path = "../support/mod.rs"]
mod support;

use lexopt::prelude::{Long, Short, ValueExt};
use shopper::{Plan, Shopper};
use std::process::ExitCode;
use support::{Paint, Stop, exit, object};

const HELP: &str = "\
Walks through a shop as a shopper does, one call after the other:

    register   open an account
    verify     confirm the e-mail address with the token out of the mail
    login      get a session
    account    show who has signed in
    feed       look at the products
    order      buy the first one that is on sale
    detail     show the order

    cargo run --example storefront -- [OPTIONS]

Without a key in BIZKITHUB_API_KEY a sandbox on this machine plays the shop, so nothing is bought. With a
key the real API is called, or the one at BIZKITHUB_API_URL; there nothing is registered or ordered unless
you say --for-real. The real API takes TLS: cargo run --features rustls. Try:

    -- --from login                 begin at a later step, as somebody who has an account
    -- --until feed                 end at an earlier one
    -- --email nobody               what is refused before anything is sent
    -- --format json                one object on a line for each step, for other programs

OPTIONS
    --email TEXT       the shopper's address; the sandbox has eva@example.com register, and knows
                       jan@barasek.com with the password 1234
    --password TEXT    the shopper's password; STOREFRONT_PASSWORD keeps it out of the list of processes
    --name TEXT        the shopper's first name
    --token TEXT       the token out of the mail; the sandbox sends none, and knows it
    --search TEXT      what the shopper looks for
    --from STEP        the first step (default register)
    --until STEP       the last step (default detail)
    --for-real         register and order with a real key, too
    --format FORMAT    text (default) or json
    --help             this page

EXIT STATUS
    0 the walk is done    1 a step failed    2 the arguments are wrong, nothing was sent
";

/// The steps in their order.
const STEPS: [&str; 7] = ["register", "verify", "login", "account", "feed", "order", "detail"];

/// What the command line says.
struct Options {
    plan: Plan,
    from: usize,
    until: usize,
    for_real: bool,
    json: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    exit(match read(lexopt::Parser::from_env()) {
        Ok(Some(options)) => Box::pin(walk(options)).await,
        Ok(None) => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        Err(stop) => Err(stop),
    })
}

/// Makes the steps one after the other, and tells about each.
async fn walk(options: Options) -> Result<ExitCode, Stop> {
    let sandbox = support::sandbox()?;
    let client = support::client(sandbox.as_ref())?;
    if sandbox.is_none() && !options.for_real {
        harmless(&options)?;
    }
    let plan = options.plan.complete(sandbox.is_some(), options.from == 0)?;
    let mut shopper = Shopper::new(client, plan, sandbox);
    let paint = Paint::stdout();
    for (index, step) in STEPS.into_iter().enumerate() {
        // A session is nowhere kept, so whoever comes in later signs in, too.
        let signs_in = step == "login" && options.from > index && options.until > index;
        if (index < options.from && !signs_in) || index > options.until {
            continue;
        }
        let told = shopper.step(step).await?;
        if options.json {
            println!("{}", object([("step", step.into()), ("result", told.facts)]));
        } else {
            println!("{} {:<9} {}", paint.green("✓"), paint.bold(step), told.text);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Refuses a walk that would change something in a real shop.
fn harmless(options: &Options) -> Result<(), Stop> {
    let mut steps = STEPS.get(options.from..=options.until).unwrap_or_default().iter();
    match steps.find(|step| ["register", "order"].contains(step)) {
        Some(step) => Err(Stop::Usage(format!(
            "`{step}` changes something in the shop of your key; say `--for-real`, or leave it out with `--from` and \
             `--until`"
        ))),
        None => Ok(()),
    }
}

/// Reads the arguments; nothing where the help is asked for.
fn read(mut arguments: lexopt::Parser) -> Result<Option<Options>, Stop> {
    let mut options =
        Options { plan: Plan::default(), from: 0, until: STEPS.len() - 1, for_real: false, json: false };
    options.plan.password = std::env::var("STOREFRONT_PASSWORD").ok();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("email") => options.plan.email = Some(arguments.value()?.string()?),
            Long("password") => options.plan.password = Some(arguments.value()?.string()?),
            Long("name") => options.plan.name = Some(arguments.value()?.string()?),
            Long("token") => options.plan.token = Some(arguments.value()?.string()?),
            Long("search") => options.plan.search = Some(arguments.value()?.string()?),
            Long("from") => options.from = step(&arguments.value()?.string()?)?,
            Long("until") => options.until = step(&arguments.value()?.string()?)?,
            Long("for-real") => options.for_real = true,
            Long("format") => options.json = support::is_json(&arguments.value()?.string()?)?,
            Long("help") | Short('h') => return Ok(None),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let last = STEPS.len() - 1;
    if options.from > options.until {
        let (from, until) = (STEPS[options.from], STEPS[options.until]);
        return Err(Stop::Usage(format!("the walk ends with `{until}` before it begins with `{from}`")));
    }
    if options.from == last {
        return Err(Stop::Usage(
            "`detail` shows the order of the step before; begin with `order` or earlier".to_owned(),
        ));
    }
    Ok(Some(options))
}

fn step(name: &str) -> Result<usize, Stop> {
    let found = STEPS.iter().position(|step| *step == name);
    found.ok_or_else(|| Stop::Usage(format!("there is no step `{name}`; the steps are {}", STEPS.join(", "))))
}
