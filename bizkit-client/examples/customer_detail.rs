//! Reads the profile of a customer and prints it: `cargo run --example customer_detail -- --help`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its caller")]

use bizkit_client::customer::{Detail, DetailReply, Profile};
use bizkit_client::sandbox::{Fault, Sandbox};
use bizkit_client::{Client, Error, Meta};
use std::fmt::Display;
use std::io::IsTerminal;
use std::process::ExitCode;

const HELP: &str = "\
Reads the profile of a customer.

    cargo run --example customer_detail -- [OPTIONS]

Without a key in BIZKITHUB_API_KEY a sandbox is started on this machine. It checks the request as the
API does and answers as the API's documentation shows, so you can try what happens:

    -- --cu-ref-no abc --ip nowhere        what is refused before anything is sent
    -- --signed-out                        the answer when nobody is signed in
    -- --error PUBLIC_API_KEY_IS_NOT_ACTIVE   an error of the server
    -- --format json                       the answer as it came, for other programs

With a key the real API is called, or the one at BIZKITHUB_API_URL.

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
    help: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let options = match Options::read(std::env::args().skip(1)) {
        Ok(options) if options.help => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Ok(options) => options,
        Err(message) => {
            eprintln!("{} {message}\n\nTry `--help`.", red("error:"));
            return ExitCode::from(2);
        }
    };
    match run(&options).await {
        Ok(code) => code,
        Err(error) => {
            report(&error);
            ExitCode::from(if error.is_invalid_request() { 2 } else { 1 })
        }
    }
}

/// Makes the call and prints the answer.
async fn run(options: &Options) -> Result<ExitCode, Error> {
    let sandbox = match std::env::var_os("BIZKITHUB_API_KEY") {
        Some(_) => None,
        None => match start(options) {
            Ok(sandbox) => Some(sandbox),
            Err(message) => {
                eprintln!("{} {message}", red("error:"));
                return Ok(ExitCode::from(2));
            }
        },
    };
    let client = match &sandbox {
        Some(sandbox) => sandbox.client()?,
        None => Client::from_env()?,
    };
    // What the documentation shows; a real session has to be named.
    let sample = |text: &'static str| if sandbox.is_some() { text } else { "" };
    let identity_id = options.identity_id.as_deref().unwrap_or(sample("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg"));
    let cu_ref_no = options.cu_ref_no.as_deref().unwrap_or(sample("1cGIHvFoQDGLAbcA"));
    let mut request = Detail::new(identity_id, cu_ref_no);
    let documented_ip = sandbox.is_some().then_some("1.1.1.1");
    if let Some(ip) = options.ip.as_deref().or(documented_ip) {
        request = request.customer_real_ip(ip);
    }

    eprintln!("{}", dim(&client.request_line(&request)?));
    if sandbox.is_some() {
        eprintln!(
            "{}",
            dim("BIZKITHUB_API_KEY is not set, so a sandbox on this machine answers; see `--help`")
        );
    }
    if options.json {
        let reply = client.send_raw(&request).await?;
        println!("{}", reply.text());
        return Ok(if reply.meta.status < 400 { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    let reply = request.send_with_meta(&client).await?;
    match &reply.value {
        DetailReply::Profile(profile) => print_profile(profile),
        DetailReply::LoggedOut => println!("\nNobody is signed in with this session."),
        other => println!("\n{other:?}"),
    }
    print_meta(&reply.meta);
    Ok(ExitCode::SUCCESS)
}

/// A sandbox that answers as the command line asks.
fn start(options: &Options) -> Result<Sandbox, String> {
    let sandbox = Sandbox::start().map_err(|error| format!("no sandbox: {error}"))?;
    if options.signed_out {
        sandbox.on("customer/detail").reply_example("LoggedOut").map_err(|error| error.to_string())?;
    }
    if let Some(code) = &options.error {
        sandbox.on("customer/detail").fail(Fault::code(code)).map_err(|error| error.to_string())?;
    }
    Ok(sandbox)
}

/// The profile as a person likes to read it.
fn print_profile(profile: &Profile) {
    let yes = |value: Option<bool>| value.map(|value| if value { "yes" } else { "no" });
    println!("\n{}", bold(&join(&[&shown(profile.first_name.as_ref()), &shown(profile.last_name.as_ref())])));
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

/// A value as text; nothing for nothing.
fn shown(value: Option<&impl Display>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
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
    println!("\n{}", dim(&facts.join(" · ")));
}

/// What went wrong: every broken rule, or the server's code with what to do about it.
fn report(error: &Error) {
    if error.is_invalid_request() {
        eprintln!("{} nothing was sent, because the request breaks these rules:", red("error:"));
        for violation in error.violations() {
            eprintln!("\n  {}  {}", bold(&violation.path), dim(violation.rule));
            eprintln!("    {}", violation.message);
            if let Some(found) = &violation.found {
                eprintln!("    found {found}");
            }
            if let Some(help) = &violation.help {
                eprintln!("    {help}");
            }
        }
        return;
    }
    eprintln!("{} {error}", red("error:"));
    if let Some(help) = error.help() {
        eprintln!("  {help}");
    }
    if let Some(link) = error.link() {
        eprintln!("  {}", dim(link));
    }
}

impl Options {
    /// Reads the arguments.
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next() {
            // `--name=value` and `--name value` are the same.
            let (name, mut given) = match argument.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None => (argument, None),
            };
            let mut value =
                || given.take().or_else(|| arguments.next()).ok_or_else(|| format!("`{name}` needs a value"));
            match name.as_str() {
                "--identity-id" => options.identity_id = Some(value()?),
                "--cu-ref-no" => options.cu_ref_no = Some(value()?),
                "--ip" => options.ip = Some(value()?),
                "--error" => options.error = Some(value()?),
                "--format" => {
                    options.json = match value()?.as_str() {
                        "json" => true,
                        "text" => false,
                        other => return Err(format!("`--format` is `text` or `json`, found `{other}`")),
                    }
                }
                "--signed-out" => options.signed_out = true,
                "--help" | "-h" => options.help = true,
                _ => return Err(format!("unknown argument `{name}`")),
            }
        }
        Ok(options)
    }
}

fn bold(text: &str) -> String {
    styled("1", text)
}

fn dim(text: &str) -> String {
    styled("2", text)
}

fn red(text: &str) -> String {
    styled("1;31", text)
}

/// The text in a style, where people see it and want it so.
fn styled(code: &str, text: &str) -> String {
    let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    if wanted && std::io::stdout().is_terminal() && std::io::stderr().is_terminal() {
        format!("\x1b[{code}m{text}\x1b[0m")
    } else {
        text.to_owned()
    }
}
