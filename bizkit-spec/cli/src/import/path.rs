//! Parts of a URL to names of files and folders that every system takes.

use bizkit_spec::portable;

/// Longest name; with its ending and a number it stays below the limit of every file system.
const MAX_NAME: usize = 120;

/// A part of a path as the name of a file or folder.
pub(in crate::import) fn clean(part: &str) -> String {
    let name: String = part
        .chars()
        .take(MAX_NAME)
        .map(|c| if c.is_ascii_alphanumeric() || "-_.{}".contains(c) { c } else { '-' })
        .collect();
    // Hidden files are not read.
    let name = name.trim_matches(['-', '.']);
    if portable::is_device(name) {
        return format!("{name}-call");
    }
    // A folder of this name would stand where a file does.
    match name.rsplit_once('.') {
        Some((stem, ending)) if is_ending(ending) => format!("{stem}-{ending}"),
        _ => name.to_owned(),
    }
}

/// Whether a path without its ending stays below its folder and can be written on every system.
pub(in crate::import) fn is_portable(id: &str) -> bool {
    id.split('/').all(|part| !part.is_empty() && clean(part) == part)
}

fn is_ending(ending: &str) -> bool {
    ["yaml", "yml"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_a_url_has_a_name_that_every_system_takes() {
        for (part, name) in [
            ("detail", "detail"),
            ("{id}", "{id}"),
            ("v1.1", "v1.1"),
            ("..", ""),
            (".git", "git"),
            ("a\\..\\b", "a-..-b"),
            ("C:", "C"),
            ("con", "con-call"),
            ("AUX.txt", "AUX.txt-call"),
            ("console", "console"),
            ("api.yaml", "api-yaml"),
            ("x.YML", "x-YML"),
            ("end.", "end"),
            ("\u{202e}e\u{301}", "-e-"),
        ] {
            assert_eq!(clean(part).trim_matches('-'), name.trim_matches('-'), "{part}");
        }
        assert_eq!(clean(&"a".repeat(300)).len(), MAX_NAME);
        assert!(is_portable("customer/detail") && is_portable("chat/{id}/a.get"));
        for id in ["../evil", "/etc/x", "a//b", "", "a/.b", "con/x", "a\\b", "api.yaml/x"] {
            assert!(!is_portable(id), "{id}");
        }
    }
}
