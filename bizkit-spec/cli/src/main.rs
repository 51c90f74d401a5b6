//! The program `bizkit`: passes its arguments on to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    bizkit_cli::command::run(std::env::args_os())
}
