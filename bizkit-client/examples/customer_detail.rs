//! Reads the profile of a customer and prints it: `cargo run --example customer_detail -- --help`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its caller")]

#[path = "support/mod.rs"]
mod support;

use bizkit_client::Meta;
use bizkit_client::customer::{Detail, DetailResponse, Profile};
use bizkit_client::sandbox::{Fault, Sandbox};
use lexopt::prelude::{Long, Short, ValueExt};
use std::process::ExitCode;
use support::{Paint, Stop, exit, shown};

const HELP: &str = "\
Reads the profile of a customer.

    cargo run --example customer_detail -- [OPTIONS]

Without a key in BIZKITHUB_API_KEY a sandbox is started on this machine. It checks the request as the
API does and answers as the API's documentation shows, so you can try what happens:

    -- --cu-ref-no abc --ip nowhere        what is refused before anything is sent
    -- --signed-out                        the answer when nobody is signed in
    -- --error PUBLIC_API_KEY_IS_NOT_ACTIVE   an error of the server
    -- --format json                       the answer as it came, for other programs

With a key the real API is called, or the one at BIZKITHUB_API_URL. The real API takes TLS: cargo run --features rustls

OPTIONS
    --identity-id TEXT   session of the shopper who asks: 32 letters and digits
    --cu-ref-no TEXT     reference number of the customer: 16 characters
    --ip TEXT            the shopper's own IP address, IPv4 or IPv6
    --format FORMAT      text (default) or json
    --signed-out         sandbox only: answer that nobody is signed in
    --error CODE         sandbox only: refuse with this code
    --help               this page

EXIT STATUS
    0 an answer came    1 the call failed    2 the arguments are wrong, nothing was sent

https://docs.bizkithub.com/swagger/-api-v1-customer-detail
";

/// What the command line says.
#[derive(Default)]
struct Options {
    identity_id: Option<String>,
    cu_ref_no: Option<String>,
    ip: Option<String>,
    json: bool,
    signed_out: bool,
    error: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    exit(match read(lexopt::Parser::from_env()) {
        Ok(Some(options)) => Box::pin(run(&options)).await,
        Ok(None) => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        Err(stop) => Err(stop),
    })
}

/// Makes the call and prints the answer.
async fn run(options: &Options) -> Result<ExitCode, Stop> {
    let shop = support::sandbox()?;
    if let Some(shop) = &shop {
        prepare(shop.sandbox(), options)?;
    }
    let client = support::client(shop.as_ref())?;
    // What the documentation shows; a real session has to be named.
    let sample = |text: &'static str| if shop.is_some() { text } else { "" };
    let identity_id = options.identity_id.as_deref().unwrap_or(sample("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg"));
    let cu_ref_no = options.cu_ref_no.as_deref().unwrap_or(sample("1cGIHvFoQDGLAbcA"));
    let mut request = Detail::new(identity_id, cu_ref_no);
    let documented_ip = shop.is_some().then_some("1.1.1.1");
    if let Some(ip) = options.ip.as_deref().or(documented_ip) {
        request = request.customer_real_ip(ip);
    }

    eprintln!("{}", Paint::stderr().dim(&client.request_line(&request)?));
    if options.json {
        let response = client.send_raw(&request).await?;
        println!("{}", response.text());
        return Ok(if response.meta.status < 400 { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    let response = request.send_with_meta(&client).await?;
    match &response.value {
        DetailResponse::Profile(profile) => print_profile(profile),
        DetailResponse::LoggedOut => println!("\nNobody is signed in with this session."),
        other => println!("\n{other:?}"),
    }
    print_meta(&response.meta);
    Ok(ExitCode::SUCCESS)
}

/// Lets the sandbox answer as the command line asks.
fn prepare(sandbox: &Sandbox, options: &Options) -> Result<(), Stop> {
    if options.signed_out {
        sandbox.on("customer/detail").respond_with_example("LoggedOut")?;
    }
    if let Some(code) = &options.error {
        sandbox.on("customer/detail").fail(Fault::code(code))?;
    }
    Ok(())
}

/// The profile as a person likes to read it.
fn print_profile(profile: &Profile) {
    let yes = |value: Option<bool>| value.map(|value| if value { "yes" } else { "no" });
    println!(
        "\n{}",
        Paint::stdout()
            .bold(&join(&[&shown(profile.first_name.as_ref()), &shown(profile.last_name.as_ref())]))
    );
    let row = |name: &str, value: &str| {
        if !value.is_empty() {
            println!("  {name:<14}{value}");
        }
    };
    row("reference", &shown(profile.cu_ref_no.as_ref()));
    row("company", &shown(profile.company_name.as_ref()));
    row("e-mail", &shown(profile.email.as_ref()));
    row("phone", &shown(profile.phone.as_ref()));
    row("credits", &shown(profile.credit_balance.as_ref()));
    row("premium", &shown(yes(profile.premium).as_ref()));
    row("banned", &shown(yes(profile.ban).as_ref()));
    row(
        "groups",
        &profile.groups.iter().map(|group| shown(group.name.as_ref())).collect::<Vec<_>>().join(", "),
    );
    for (key, value) in &profile.meta {
        row("meta", &format!("{key} = {value}"));
    }
    if let Some(by) = &profile.referral {
        row(
            "referred by",
            &join(&[
                &shown(by.first_name.as_ref()),
                &shown(by.last_name.as_ref()),
                &shown(by.email.as_ref()),
            ]),
        );
    }
    for subscription in &profile.running_subscription_list {
        let order = format!(
            "{}, order {}",
            shown(subscription.product_code.as_ref()),
            shown(subscription.order_number.as_ref())
        );
        let renewal = if subscription.auto_renew == Some(true) { "renews itself" } else { "ends by itself" };
        row("subscription", &format!("{order}, {renewal}"));
    }
}

/// The parts that there are, with spaces between them.
fn join(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// How the call went.
fn print_meta(meta: &Meta) {
    let mut facts = vec![format!("status {}", meta.status), format!("attempts {}", meta.attempts)];
    facts.extend(meta.request_id().map(|id| format!("request {id}")));
    if let Some(limit) = meta.rate_limit() {
        let figure = |value: Option<u64>| value.map_or("?".to_owned(), |value| value.to_string());
        facts.push(format!("{} of {} calls left", figure(limit.remaining), figure(limit.limit)));
        facts.extend(limit.reset.map(|unix| {
            let (hours, minutes, seconds) = (unix / 3600 % 24, unix / 60 % 60, unix % 60);
            format!("anew at {hours:02}:{minutes:02}:{seconds:02} UTC")
        }));
    }
    println!("\n{}", Paint::stdout().dim(&facts.join(" · ")));
}

/// Reads the arguments; nothing where the help is asked for.
fn read(mut arguments: lexopt::Parser) -> Result<Option<Options>, Stop> {
    let mut options = Options::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("identity-id") => options.identity_id = Some(arguments.value()?.string()?),
            Long("cu-ref-no") => options.cu_ref_no = Some(arguments.value()?.string()?),
            Long("ip") => options.ip = Some(arguments.value()?.string()?),
            Long("error") => options.error = Some(arguments.value()?.string()?),
            Long("format") => options.json = support::is_json(&arguments.value()?.string()?)?,
            Long("signed-out") => options.signed_out = true,
            Long("help") | Short('h') => return Ok(None),
            _ => return Err(argument.unexpected().into()),
        }
    }
    Ok(Some(options))
}
