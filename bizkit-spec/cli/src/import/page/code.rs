//! Lines of a sample call: which of them are code, and whether a call goes on on the next line.

/// What begins a call where no heading does.
const BEGINNINGS: [&str; 12] = [
    "const ",
    "let ",
    "var ",
    "curl ",
    "await ",
    "fetch(",
    "import ",
    "$ ",
    "$curl",
    "<?php",
    "axios",
    "requests.",
];

/// Open brackets, and the quote that is open.
#[derive(Debug, Default)]
pub(super) struct Code {
    depth: usize,
    quote: Option<char>,
    goes_on: bool,
}

impl Code {
    /// Whether a line begins a call.
    pub(super) fn begins(line: &str) -> bool {
        let is_assignment = || line.contains('=') || line.contains('(') || line.contains("http");
        BEGINNINGS.iter().any(|word| line.starts_with(word)) && (is_assignment() || line.starts_with("curl "))
    }

    /// Whether a line looks like code.
    pub(super) fn is_code(line: &str) -> bool {
        let is_end = |c: char| "(){}[];,\\".contains(c);
        Self::begins(line)
            || line.starts_with(['-', '}', ')', '{', '$', '"', '\'']) && !line.starts_with("- ")
            || line.ends_with(is_end) && line.contains(|c: char| "(){}=\\\"".contains(c))
    }

    pub(super) fn is_open(&self) -> bool {
        self.depth > 0 || self.quote.is_some() || self.goes_on
    }

    pub(super) fn read(&mut self, line: &str) {
        let mut escaped = false;
        for c in line.chars() {
            match (self.quote, c) {
                _ if escaped => escaped = false,
                (_, '\\') => escaped = true,
                (Some(quote), _) if quote == c => self.quote = None,
                (None, '"' | '\'' | '`') => self.quote = Some(c),
                (None, '(' | '{' | '[') => self.depth += 1,
                (None, ')' | '}' | ']') => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        // The last sign of a line of a shell that goes on.
        self.goes_on = escaped;
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn a_call_is_open_until_its_last_bracket_and_quote() {
        for (lines, open) in [
            (&["const a = await fetch(\"x\", {"][..], true),
            (&["const a = await fetch(\"x)\", {", "});"], false),
            (&["curl -X GET \"x\" \\"], true),
            (&["curl -X GET \"x\" \\", "  -d '{", "  }'"], false),
            (&["curl -d '{ (("], true),
        ] {
            let mut code = Code::default();
            for line in lines {
                code.read(line);
            }
            assert_eq!(code.is_open(), open, "{lines:?}");
        }
        assert!(Code::is_code("console.log(data);") && Code::is_code("-H \"A: b\"") && Code::is_code("});"));
        assert!(!Code::is_code("500 things") && !Code::is_code("- a list") && !Code::begins("let me say"));
    }
}
