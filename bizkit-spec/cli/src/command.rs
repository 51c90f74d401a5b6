//! Commands: what each takes, and where it is carried out.

mod arguments;
mod check;
mod coverage;
mod diff;
#[cfg(feature = "sandbox")]
mod docs;
mod exit;
mod explain;
mod export;
mod files;
mod git;
mod import;
mod lint;
mod open;
mod output;
mod patch;
mod progress;
mod root;
#[cfg(feature = "sandbox")]
mod sandbox;
mod schema;
mod show;
mod staged;

use arguments::{folder, format, path};
use clap::builder::{
    EnumValueParser, PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser,
};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use clap_complete::Shell;
use exit::{OK, USAGE};
use output::Output;
use std::ffi::{OsStr, OsString};
use std::process::ExitCode;

const EXAMPLES: &str = "\
Examples:
  bizkit check                        every finding in ./specs, with its line and what to write
  bizkit check specs/customer/detail.yaml
  bizkit check --format github        annotations for a pull request
  bizkit show                         every endpoint
  bizkit show customer/detail         what the generator sees of one endpoint
  bizkit lint                         advice, each piece with its reason
  bizkit diff main                    what changed, and which version follows
  bizkit coverage openapi.json        how much of a document the specs describe
  bizkit export openapi               the whole API as one OpenAPI document
  bizkit import openapi.json          specs from a document, or from the text of a page
  bizkit docs --open                  the API as an interactive page, with a sandbox behind it
  bizkit sandbox                      a server on this machine that plays the API
  bizkit explain unknown-key          why something is refused, with a bad and a good example

Exit codes: 0 nothing found, 1 something found, 2 arguments that make no sense.
Colours: on a terminal, unless NO_COLOR, CLICOLOR or --color say otherwise.";

/// Carries out a command.
pub fn run(args: impl Iterator<Item = OsString>) -> ExitCode {
    let matches = match command(Vec::new()).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => {
            let mut output = Output::new("never");
            // Help was asked for; anything else is a mistake.
            if error.use_stderr() {
                Output::error(&error.render().to_string());
                return USAGE.into();
            }
            output.print(&error.render().to_string());
            return output.finish(OK);
        }
    };
    let choice = matches.get_one::<String>("color").map_or("auto", String::as_str);
    let mut output = Output::new(choice);
    let code = match matches.subcommand() {
        Some(("check", args)) => check::run(&mut output, args),
        Some(("show", args)) => show::run(&mut output, args),
        Some(("explain", args)) => explain::run(&mut output, args.get_one::<String>("code")),
        Some(("schema", args)) => schema::run(&mut output, args),
        Some(("coverage", args)) => coverage::run(&mut output, args),
        Some(("diff", args)) => diff::run(&mut output, args),
        Some(("lint", args)) => lint::run(&mut output, args),
        Some(("export", args)) => export::run(&mut output, args),
        Some(("import", args)) => import::run(&mut output, args),
        #[cfg(feature = "sandbox")]
        Some(("docs", args)) => docs::run(&mut output, args),
        #[cfg(feature = "sandbox")]
        Some(("sandbox", args)) => sandbox::run(&mut output, args),
        Some(("completions", args)) => completions(&mut output, args),
        _ => unreachable!("clap asks for one of the commands"),
    };
    output.finish(code)
}

/// The arguments of all commands. `names` are the endpoints and types that a shell may offer.
fn command(names: Vec<String>) -> Command {
    let command = Command::new("bizkit")
        .bin_name("bizkit")
        .about("Reads, checks and explains the YAML descriptions of REST endpoints")
        .version(env!("CARGO_PKG_VERSION"))
        // What is written is laid out already, and an example that is cut in two cannot be copied.
        .term_width(0)
        .after_help(EXAMPLES)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(
            Arg::new("color")
                .long("color")
                .global(true)
                .value_name("WHEN")
                .default_value("auto")
                .value_parser(PossibleValuesParser::new(["auto", "always", "never"]))
                .help("Whether to colour the output"),
        )
        .subcommand(
            Command::new("check")
                .about("Find every mistake in a folder of specs")
                .after_help(check::HELP)
                .arg(path())
                .arg(format(&["human", "json", "github"]))
                .arg(
                    Arg::new("max-errors")
                        .long("max-errors")
                        .value_name("COUNT")
                        .value_parser(value_parser!(usize))
                        .help("Show at most this many findings"),
                ),
        )
        .subcommand(
            Command::new("show")
                .about("Print what the generator sees of an endpoint or a type")
                .after_help(show::HELP)
                .arg(
                    Arg::new("name")
                        .value_name("ENDPOINT|TYPE")
                        .value_parser(Suggested(names))
                        .hide_possible_values(true)
                        .help("The path of an endpoint, or the name of a type; every endpoint without it"),
                )
                .arg(folder())
                .arg(format(&["human", "json"])),
        )
        .subcommand(
            Command::new("explain").about("Explain a finding").arg(
                Arg::new("code")
                    .value_name("CODE")
                    .value_parser(Suggested(explain::names().map(str::to_owned).collect()))
                    .hide_possible_values(true)
                    .help("The name in brackets; every code without it"),
            ),
        )
        .subcommand(
            Command::new("schema")
                .about("Print the JSON Schema of the spec language, for editors")
                .after_help(schema::HELP)
                .arg(
                    Arg::new("write")
                        .long("write")
                        .action(ArgAction::SetTrue)
                        .help("Write a schema for each kind of file into the folder .schema below the specs"),
                )
                .arg(
                    Arg::new("check")
                        .long("check")
                        .action(ArgAction::SetTrue)
                        .conflicts_with("write")
                        .help("Fail if these files are not up to date"),
                )
                .arg(folder()),
        )
        .subcommand(lint::command())
        .subcommand(diff::command())
        .subcommand(coverage::command())
        .subcommand(export::command())
        .subcommand(import::command())
        .subcommand(
            Command::new("completions").about("Print the completion of arguments for a shell").arg(
                Arg::new("shell")
                    .value_name("SHELL")
                    .required(true)
                    .value_parser(EnumValueParser::<Shell>::new()),
            ),
        );
    #[cfg(feature = "sandbox")]
    let command = command.subcommand(docs::command()).subcommand(sandbox::command());
    command
}

/// A text of any kind, with words that a shell may offer.
#[derive(Clone)]
struct Suggested(Vec<String>);

impl TypedValueParser for Suggested {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(|word| PossibleValue::new(word.clone()))))
    }
}

/// The script of a shell. It knows the endpoints and types of the specs that it is made beside.
fn completions(output: &mut Output, args: &ArgMatches) -> u8 {
    let Some(shell) = args.get_one::<Shell>("shell") else { return USAGE };
    let specs = root::Root::find(None).ok().map(|root| open::read(&root.folder));
    let api = specs.as_ref().map(|specs| specs.partial().get());
    let endpoints = api.iter().flat_map(|api| api.endpoints.iter().map(|endpoint| endpoint.id.clone()));
    let types = api.iter().flat_map(|api| api.types.iter().map(|def| def.name.pascal()));
    let mut names: Vec<String> = endpoints.chain(types).collect();
    names.dedup();
    let mut text = Vec::new();
    clap_complete::generate(*shell, &mut command(names).bin_name("bizkit"), "bizkit", &mut text);
    output.print_document(&String::from_utf8_lossy(&text));
    OK
}

#[cfg(test)]
mod tests {
    use super::command;

    /// The widest line that people find easy to read.
    const WIDTH: usize = 100;

    #[test]
    fn no_line_of_help_is_too_wide() {
        let mut whole = command(Vec::new());
        whole.build();
        let mut pages = vec![whole];
        while let Some(mut page) = pages.pop() {
            pages.extend(page.get_subcommands().cloned());
            let name = page.get_name().to_owned();
            let text = page.render_long_help().to_string();
            let wide: Vec<&str> = text.lines().filter(|line| line.chars().count() > WIDTH).collect();
            assert!(wide.is_empty(), "{name}: {wide:#?}");
        }
    }
}
