//! `schema`: the language as JSON Schemas for editors, printed, written or compared.

use super::exit::{FOUND, OK, USAGE};
use super::output::Output;
use super::{files, open};
use crate::export::schema::{self, FOLDER, Known};
use clap::ArgMatches;

pub(super) const HELP: &str = "\
There is a schema for each kind of file. A file names its own in the first line:
  # yaml-language-server: $schema=../.schema/endpoint.json
or the editor's settings name them by the files' paths, which helps in new files too:
  \"yaml.schemas\": {
    \"./specs/.schema/endpoint.json\": [\"specs/*/**/*.yaml\", \"!specs/types/*.yaml\"],
    \"./specs/.schema/types.json\": \"specs/types/*.yaml\"
  }
They know the folder's types and error codes: write them again when one is added.

Examples:
  bizkit schema --write               writes specs/.schema/
  bizkit schema --check               fails where it is not up to date";

pub(super) fn run(output: &mut Output, args: &ArgMatches) -> u8 {
    let folder = match open::root(args) {
        Ok(root) => root.folder,
        Err(code) => return code,
    };
    let known = Known::of(&open::read(&folder));
    let schemas = schema::files(&known);
    let below = folder.join(FOLDER);
    if args.get_flag("write") {
        for (name, text) in schemas {
            let path = below.join(name);
            if let Err(error) = files::write_below(&path, &text) {
                Output::error(&format!("error: `{}` cannot be written: {error}", path.display()));
                return USAGE;
            }
        }
    } else if args.get_flag("check") {
        let stale = schemas.iter().map(|(name, text)| (below.join(name), text));
        let mut stale = stale.filter(|(path, text)| !files::holds(path, text)).peekable();
        if stale.peek().is_some() {
            for (path, _) in stale {
                Output::error(&format!("error: `{}` is not up to date", path.display()));
            }
            Output::error("help: run `bizkit schema --write`");
            return FOUND;
        }
    } else if let Some((_, language)) = schemas.first() {
        output.print_document(language);
    }
    OK
}
