//! `import`: a document of an API, or a page of its documentation, to files of specs.

use super::exit::{FOUND, OK, USAGE};
use super::output::Output;
use super::progress::Progress;
use super::{open, patch, staged};
use crate::export::schema::FOLDER;
use crate::import::{self, Change, Grade, Import, Known, LOCK_FILE, Lock, Options, Plan};
use crate::openapi::Document;
use bizkit_spec::json::Json;
use bizkit_spec::{Specs, render, visible};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

const HELP: &str = "\
FILE is an OpenAPI document (3.0 or later, JSON or YAML), or the text of a page of the vendor's
documentation as it is copied out of a browser. `-` reads standard input.

New files are written at once, unless files that are there already would have to change. Then
nothing is written, and a patch shows what the source has changed since the last import; --write
applies it. What people have edited stays: lines that the source did not change keep their
words, comments and layout, and where both sides changed, the file wins and the difference is
told. `import.lock` in the folder remembers what the source said.

Types that the folder has already are reused where name and shape agree. An import into a new
folder takes them from --like: by default from ./specs, where that describes the same host.

The report names everything that did not come over as it was, with its JSON pointer, or with the
line of a page:
  refused  the call cannot be expressed and was left out
  loss     something about what travels is not expressed, or a line of a page was not read
  note     prose or decoration; notes are counted, --notes lists them

All files are written, or none: a new folder comes into being in one step; in one that is there,
the files are moved into their places one after the other, and put back where one cannot be moved.

Examples:
  bizkit import openapi.json
  bizkit import openapi.yaml --only 'customer/*' --write
  bizkit import page.txt                      one endpoint, from the text of its page
  bizkit export openapi | bizkit import - --out copy
  bizkit import openapi.json --check          for continuous checks: has the source changed?
  bizkit import openapi.json --format json | jq -r '.remarks[].pointer'

Exit codes: 0 everything is written or was up to date, 1 something would change (--check, or
without --write), the result would not pass `bizkit check`, or with --strict something was
lost; 2 arguments that make no sense, or a document that cannot be read.";

pub(super) fn command() -> Command {
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
    };
    let folder = |name: &'static str| {
        Arg::new(name).long(name).value_name("FOLDER").value_parser(value_parser!(PathBuf))
    };
    Command::new("import")
        .about("Make specs of an OpenAPI document, or of a page of the documentation")
        .after_help(HELP)
        .arg(
            Arg::new("document")
                .value_name("FILE")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help("The document or the page; `-` for standard input"),
        )
        .arg(
            folder("out")
                .short('o')
                .default_value("specs")
                .help("The folder to write to; nothing else is touched"),
        )
        .arg(
            Arg::new("only").long("only").value_name("PATTERN").action(ArgAction::Append).help(
                "Only operations whose file has this path, without its ending; `*` stands for anything",
            ),
        )
        .arg(folder("like").help("Specs whose types are reused"))
        .arg(
            Arg::new("base-url")
                .long("base-url")
                .value_name("URL")
                .help("Scheme and host, where the document names none or another one is wanted"),
        )
        .arg(flag("write", "Change files that are there already"))
        .arg(flag("check", "Write nothing, and fail if something would change").conflicts_with("write"))
        .arg(flag("strict", "Fail if something was lost or refused"))
        .arg(flag("notes", "List every note"))
        .arg(super::arguments::format(&["human", "json"]))
}

pub(super) fn run(output: &mut Output, args: &ArgMatches) -> u8 {
    let Some(out) = args.get_one::<PathBuf>("out") else { return USAGE };
    let (document, is_page) = match read(args) {
        Ok(found) => found,
        Err(text) => {
            Output::error(&text);
            return USAGE;
        }
    };
    let (lock_text, here) = match (fs::read_to_string(out.join(LOCK_FILE)), known(out)) {
        (_, Err(text)) => {
            Output::error(&text);
            return USAGE;
        }
        (text, Ok(here)) => (text.unwrap_or_default(), here),
    };
    let lock = Lock::parse(&lock_text);
    let here = here.after(&lock);
    let like = match like(args, &document, out) {
        Ok(like) => like,
        Err(text) => {
            Output::error(&text);
            return USAGE;
        }
    };
    let options = Options {
        only: args.get_many::<String>("only").into_iter().flatten().cloned().collect(),
        base_url: args.get_one::<String>("base-url").map(|url| url.trim_end_matches('/').to_owned()),
    };
    let mut progress = Progress::new();
    let mut import = import::import(&document, like.as_ref().unwrap_or(&here), &options, &mut |done, all| {
        progress.show(&format!("{done} of {all} operations"));
    });
    drop(progress);
    if import.report.operations.is_empty() {
        return no_operations(&document, &options);
    }
    let borrowed = like.map(|like| import::borrow(&import, &like, &here)).unwrap_or_default();
    import.files.retain(|file| !file.path.starts_with("api.yaml") || !borrowed.contains_key("api.yaml"));
    let from = document
        .root()
        .get("info")
        .and_then(|info| info.get("title"))
        .and_then(Json::as_str)
        .unwrap_or("API");
    let complete = !is_page && options.only.is_empty();
    let mut plan = import::plan(&import, &here, &lock, from, complete);
    plan.take_along(&borrowed, &here);
    let outcome = finish(output, args, out, &plan, &here, &lock_text);
    match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => output.print(&format!("{}\n", machine(&import, &plan))),
        _ => {
            let text = human(output, &import, &plan, outcome.written, args.get_flag("notes"));
            output.print(&text);
        }
    }
    let is_lossy = import.report.remarks.iter().any(|remark| remark.grade != Grade::Note);
    if args.get_flag("strict") && is_lossy { outcome.code.max(FOUND) } else { outcome.code }
}

/// The document, and whether it was the text of a page.
pub(super) fn read(args: &ArgMatches) -> Result<(Document, bool), String> {
    let path = args.get_one::<PathBuf>("document").ok_or("error: no document")?;
    let mut bytes = Vec::new();
    let found = if path.as_os_str() == "-" {
        io::stdin().read_to_end(&mut bytes).map(|_| ())
    } else {
        fs::read(path).map(|read| bytes = read)
    };
    found.map_err(|error| format!("error: `{}` cannot be read: {error}", path.display()))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        format!(
            "error: `{}` is not UTF-8 at byte {}\nhelp: save it as UTF-8",
            path.display(),
            error.utf8_error().valid_up_to()
        )
    })?;
    if import::is_page(&text) {
        let root =
            import::page(&text).map_err(|error| format!("error: {}\nhelp: {}", error.message, error.help))?;
        let document = Document::from_json(root).map_err(|error| format!("error: {error}"))?;
        return Ok((document, true));
    }
    let document = Document::parse(&text);
    document
        .map(|document| (document, false))
        .map_err(|error| format!("error: {}\nhelp: {}", error.message, error.help))
}

/// What stands in a folder; nothing where it is not there yet.
fn known(folder: &Path) -> Result<Known, String> {
    if folder.exists() && !folder.is_dir() {
        return Err(format!("error: `{}` is not a folder", folder.display()));
    }
    let is_empty = fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
    if is_empty {
        return Ok(Known::default());
    }
    Ok(Known::specs(&open::read(folder), folder.join(FOLDER).is_dir()))
}

/// The specs whose types an import into a new folder reuses.
fn like(args: &ArgMatches, document: &Document, out: &Path) -> Result<Option<Known>, String> {
    let given = args.get_one::<PathBuf>("like");
    let usual = PathBuf::from("specs");
    let folder = given.unwrap_or(&usual);
    let same = |one: &Path, other: &Path| match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    };
    if given.is_some_and(|folder| !folder.is_dir()) {
        return Err(format!("error: there is no folder `{}`", folder.display()));
    }
    if !folder.is_dir() || same(folder, out) || out.join("api.yaml").is_file() && given.is_none() {
        return Ok(None);
    }
    let found = known(folder)?;
    Ok((given.is_some() || import::is_same_api(document.root(), &found)).then_some(found.shared()))
}

fn no_operations(document: &Document, options: &Options) -> u8 {
    if options.only.is_empty() {
        Output::error("error: the document has no operations");
        return FOUND;
    }
    Output::error(&format!("error: no operation has a file that matches `{}`", options.only.join("`, `")));
    let ids: Vec<String> = import::ids(document).into_iter().take(8).collect();
    Output::error(&format!("help: the first ones are `{}`", ids.join("`, `")));
    USAGE
}

/// What has become of a plan.
struct Outcome {
    written: bool,
    code: u8,
}

/// Checks what would stand in the folder, and writes it where that was asked for.
fn finish(
    output: &mut Output,
    args: &ArgMatches,
    out: &Path,
    plan: &Plan,
    here: &Known,
    lock_text: &str,
) -> Outcome {
    let would_change = plan.changes.iter().any(Change::is_change);
    let touches = plan.changes.iter().any(|change| change.is_change() && change.old.is_some());
    let texts = plan.outcome(here);
    let specs = Specs::from_texts(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    if specs.findings.has_errors() {
        Output::findings(&render::human(&specs.sources, &specs.findings, output.colour));
        Output::error("error: the result would not pass `bizkit check`, so nothing was written");
        Output::error("help: mend what the findings name, in the folder or at the source, and import again");
        return Outcome { written: false, code: FOUND };
    }
    if !would_change && plan.lock.text() == lock_text {
        return Outcome { written: true, code: OK };
    }
    if args.get_flag("check") || touches && !args.get_flag("write") {
        return Outcome { written: false, code: if would_change { FOUND } else { OK } };
    }
    let lock = plan.lock.text();
    let changed = plan.changes.iter().filter(|change| change.is_change());
    let mut entries: Vec<staged::Entry<'_>> =
        changed.map(|change| (change.path.as_str(), change.new.as_deref())).collect();
    entries.push((LOCK_FILE, Some(&lock)));
    match staged::write_all(out, &entries) {
        Ok(()) => Outcome { written: true, code: OK },
        Err(failed) => {
            Output::error(&format!("error: `{}` cannot be written: {}", failed.path.display(), failed.error));
            Output::error(&if failed.changed.is_empty() {
                "help: nothing has changed; make room for the file, or choose another folder with --out"
                    .to_owned()
            } else {
                let left = failed.changed.join("`, `");
                format!("help: these files are new already and could not be put back: `{left}`")
            });
            Outcome { written: false, code: USAGE }
        }
    }
}

/// The report for people: the patch, what did not come over, the counts.
fn human(output: &Output, import: &Import, plan: &Plan, written: bool, all_notes: bool) -> String {
    let mut lines: Vec<String> = Vec::new();
    let changed = || plan.changes.iter().filter(|change| change.is_change());
    for change in changed() {
        lines.push(match (&change.old, &change.new) {
            (None, Some(_)) => format!("new      {}", visible::line(&change.path)),
            (old, new) => patch::unified(&change.path, old.as_deref(), new.as_deref(), output.colour),
        });
    }
    for change in &plan.changes {
        lines.extend(
            change
                .kept
                .iter()
                .map(|kept| visible::line(&format!("kept     {}: {kept}", change.path)).into_owned()),
        );
    }
    let (notes, others): (Vec<_>, Vec<_>) =
        import.report.remarks.iter().partition(|remark| remark.grade == Grade::Note && !all_notes);
    lines.extend(others.iter().map(|it| {
        visible::line(&format!("{:8} {}: {}", it.grade.word(), it.pointer, it.message)).into_owned()
    }));
    if !notes.is_empty() {
        lines.push(format!("note     {} about prose and decoration; --notes lists them", notes.len()));
    }
    let (whole, lossy, refused) = import.report.counts();
    let new = changed().filter(|change| change.old.is_none()).count();
    let edited = changed().count() - new;
    let files = match (new + edited, written) {
        (0, _) => "every file is up to date".to_owned(),
        (_, true) => format!("{new} files new, {edited} changed"),
        (_, false) => format!("{new} files would be new, {edited} changed; nothing was written"),
    };
    lines.push(format!("operations: {whole} whole, {lossy} with losses, {refused} refused; {files}"));
    if !written && edited > 0 {
        lines.push("--write applies the patch".to_owned());
    }
    lines.join("\n") + "\n"
}

/// The report for programs.
fn machine(import: &Import, plan: &Plan) -> Json {
    let text = |text: &str| Json::String(text.to_owned());
    let object = |members: Vec<(&str, Json)>| {
        Json::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    };
    let files = plan.changes.iter().map(|change| {
        let status = match (&change.old, &change.new) {
            (None, _) => "new",
            (Some(_), None) => "removed",
            (Some(old), Some(new)) if old == new => "unchanged",
            _ => "changed",
        };
        object(vec![
            ("path", text(&change.path)),
            ("status", text(status)),
            ("kept", Json::Array(change.kept.iter().map(|kept| text(kept)).collect())),
        ])
    });
    let mut report = vec![("files".to_owned(), Json::Array(files.collect()))];
    if let Json::Object(members) = import.report.to_json() {
        report.extend(members);
    }
    Json::Object(report)
}
