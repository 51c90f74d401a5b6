//! Holds thousands of calls in flight at once: `cargo run --release -p bizkit-bench -- --help`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its caller")]

mod calls;
mod figures;
mod server;
#[path = "../../examples/support/mod.rs"]
mod support;

use calls::Plan;
use lexopt::prelude::{Long, Short, Value, ValueExt};
use server::Server;
use std::process::ExitCode;
use std::time::Duration;
use support::{Stop, exit};

const HELP: &str = "\
Holds many calls in flight at once, and looks whether each gets its own response.

A sandbox in a process of its own answers. It holds every response back until all calls of a wave have arrived, so
that they are in flight together, and puts the id of each call into its response. Each call is sent once: what has
no response is lost, what has another call's response is mixed up. Nothing leaves this machine.

    cargo run --release -p bizkit-bench -- [OPTIONS]

OPTIONS
    --concurrency N    calls in flight together (default 1000, at most 100000)
    --waves N          how often (default 5, at most 1000)
    --timeout SECONDS  time for all of it (default 120, at most 3600)
    --format FORMAT    text (default) or json
    --help             this page

EXIT STATUS
    0 every call got its own response    1 calls were lost or mixed up    2 the arguments or the limits of the system
    are wrong, nothing was sent
";

/// What the command line asks for.
enum Task {
    Help,
    /// Play the server in this process, for so many calls at a time.
    Serve(usize),
    Load {
        plan: Plan,
        json: bool,
    },
}

fn main() -> ExitCode {
    exit(match read(lexopt::Parser::from_env()) {
        Ok(Task::Help) => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        Ok(Task::Serve(wave)) => server::serve(wave).map(|()| ExitCode::SUCCESS),
        Ok(Task::Load { plan, json }) => load(&plan, json),
        Err(stop) => Err(stop),
    })
}

/// Starts the server, makes the calls, prints the figures.
fn load(plan: &Plan, json: bool) -> Result<ExitCode, Stop> {
    make_room(plan.concurrency)?;
    let server = Server::start(plan.concurrency)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let made = runtime.block_on(calls::make(plan, server.url()))?;
    let figures = figures::Figures::new(plan, &made, &server.stop()?);
    println!("{}", if json { figures.json() } else { figures.text() });
    Ok(if made.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Every call needs a socket here, and another one in the server, which inherits the limit.
fn make_room(concurrency: usize) -> Result<(), Stop> {
    const BESIDES: u64 = 100;
    let needed = concurrency as u64 + BESIDES;
    let limit = rlimit::increase_nofile_limit(needed.max(rlimit::getrlimit(rlimit::Resource::NOFILE)?.0))?;
    if limit >= needed {
        return Ok(());
    }
    Err(Stop::Usage(format!(
        "{concurrency} calls need {needed} open files, and the system allows {limit}; run `ulimit -Hn {needed}` as \
         an administrator, or take `--concurrency {}`",
        limit.saturating_sub(BESIDES)
    )))
}

fn read(mut arguments: lexopt::Parser) -> Result<Task, Stop> {
    let mut plan = Plan { concurrency: 1000, waves: 5, timeout: Duration::from_secs(120) };
    let mut json = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("concurrency") => plan.concurrency = number(&mut arguments, "--concurrency", 100_000)?,
            Long("waves") => plan.waves = number(&mut arguments, "--waves", 1000)?,
            Long("timeout") => {
                plan.timeout = Duration::from_secs(number(&mut arguments, "--timeout", 3600)? as u64);
            }
            Long("format") => json = support::is_json(&arguments.value()?.string()?)?,
            Long("help") | Short('h') => return Ok(Task::Help),
            Value(task) if task == "serve" => {
                return Ok(Task::Serve(number(&mut arguments, "serve", usize::MAX)?));
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Load { plan, json })
}

/// A whole number from 1 on.
fn number(arguments: &mut lexopt::Parser, name: &str, most: usize) -> Result<usize, Stop> {
    match arguments.value()?.parse() {
        Ok(number) if (1..=most).contains(&number) => Ok(number),
        _ => Err(Stop::Usage(format!("`{name}` is a whole number from 1 to {most}"))),
    }
}
