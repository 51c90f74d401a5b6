//! Specs as they stood in a revision of git, read without touching the work tree.

use super::root::normal;
use bizkit_spec::source::{Source, SourceMap};
use bizkit_spec::{Diagnostics, Specs};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// Reads the folder of a revision: `HEAD~3` with the folder of the other side, or `v0.1.0:specs`.
pub(super) fn read(revision: &str, folder: &str) -> Result<Specs, String> {
    let tree = match revision.split_once(':') {
        Some(_) => revision.to_owned(),
        None => format!("{revision}:{}", from_top(folder)?),
    };
    let name = git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &tree], "")
        .map_err(|error| if error.is_empty() { format!("git knows no `{tree}`") } else { error })?;
    let name = String::from_utf8_lossy(&name).trim().to_owned();
    let listed = git(&["ls-tree", "-r", "-z", "--full-tree", &name], "")?;
    let listed = String::from_utf8_lossy(&listed).into_owned();
    let mut sources = SourceMap::default();
    let mut wanted: Vec<(&str, &str)> = listed.split('\0').filter_map(blob).collect();
    wanted.sort_unstable();
    let names: Vec<&str> = wanted.iter().map(|(_, object)| *object).collect();
    if wanted.is_empty() {
        return Err(format!("`{tree}` holds no `*.yaml` file"));
    }
    let contents = git(&["cat-file", "--batch"], &(names.join("\n") + "\n"))?;
    let mut rest = contents.as_slice();
    for (path, _) in wanted {
        let text = next(&mut rest).ok_or_else(|| format!("git does not give `{path}` of `{tree}`"))?;
        let text = String::from_utf8(text).map_err(|_| format!("`{path}` of `{tree}` is not UTF-8"))?;
        sources.add(Source { path: format!("{tree}/{path}"), relative: path.to_owned(), text });
    }
    Ok(Specs::from_sources(sources, Diagnostics::default()))
}

/// A folder, named from where the command runs or as a whole, as git names it: from the top of the work tree.
fn from_top(folder: &str) -> Result<String, String> {
    let line =
        |name| git(&["rev-parse", name], "").map(|out| String::from_utf8_lossy(&out).trim_end().to_owned());
    let path = normal(&Path::new(&line("--show-prefix")?).join(folder));
    let path = if path.is_absolute() {
        let top = line("--show-toplevel")?;
        path.strip_prefix(&top).map_err(|_| format!("`{folder}` is outside of `{top}`"))?.to_owned()
    } else {
        path
    };
    Ok(path.to_string_lossy().replace('\\', "/"))
}

/// A line of `ls-tree` to path and object, where it is a spec.
fn blob(line: &str) -> Option<(&str, &str)> {
    let (facts, path) = line.split_once('\t')?;
    let mut facts = facts.split(' ');
    let (mode, kind, object) = (facts.next()?, facts.next()?, facts.next()?);
    let hidden = path.split('/').any(|part| part.starts_with('.'));
    let yaml = Path::new(path).extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
    (kind == "blob" && mode != "120000" && yaml && !hidden).then_some((path, object))
}

/// The next object of `cat-file --batch`: a line that ends with its size, the bytes, a line end.
fn next(rest: &mut &[u8]) -> Option<Vec<u8>> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(&rest[..end]).ok()?;
    let size: usize = head.rsplit(' ').next()?.parse().ok()?;
    let bytes = rest.get(end + 1..end + 1 + size)?.to_vec();
    *rest = rest.get(end + 2 + size..)?;
    Some(bytes)
}

fn git(args: &[&str], input: &str) -> Result<Vec<u8>, String> {
    let mut child = Command::new("git")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("git cannot be run: {error}"))?;
    let stdin = child.stdin.take();
    let input = input.to_owned();
    // Both pipes are served at once, so that neither fills up.
    let writer = std::thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().map_err(|error| format!("git cannot be run: {error}"))?;
    let _ = writer.join();
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
    }
}
