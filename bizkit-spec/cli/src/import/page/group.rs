//! The parameters under one heading: which lines name one is settled by how many the heading says there are.

use super::parameter::{Certainty, Parameter};

/// Parameters under one heading.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) place: Option<&'static str>,
    /// How many the heading says there are.
    pub(super) stated: Option<usize>,
    pub(super) line: usize,
    pub(super) parameters: Vec<Parameter>,
}

impl Group {
    /// Leaves lines that were prose after all to the parameter before them, and tells what the count contradicts.
    pub(super) fn settle(&mut self, losses: &mut Vec<(usize, String)>) {
        let count = |group: &Self, least: Certainty| {
            group.parameters.iter().filter(|it| it.header.certainty >= least).count()
        };
        let enough = match self.stated {
            None => Certainty::Likely,
            Some(stated) => [Certainty::Doubtful, Certainty::Likely, Certainty::Sure]
                .into_iter()
                .find(|least| count(self, *least) <= stated)
                .unwrap_or(Certainty::Sure),
        };
        let mut settled: Vec<Parameter> = Vec::new();
        for parameter in std::mem::take(&mut self.parameters) {
            match settled.last_mut().filter(|_| parameter.header.certainty < enough) {
                Some(last) => {
                    if self.stated.is_none() {
                        let message = format!(
                            "`{}` was read as words of `{}`: it may name a parameter",
                            parameter.printed,
                            last.name()
                        );
                        losses.push((parameter.line, message));
                    }
                    last.said.push((parameter.line, parameter.printed));
                    last.said.extend(parameter.said);
                }
                None => settled.push(parameter),
            }
        }
        if let Some(stated) = self.stated.filter(|stated| *stated != settled.len()) {
            let (many, found) = (if stated == 1 { "" } else { "s" }, settled.len());
            losses.push((
                self.line,
                format!("the page says {stated} parameter{many}, and {found} can be told"),
            ));
        }
        for nameless in settled.iter().filter(|it| it.header.name.is_none()) {
            losses.push((
                nameless.line,
                format!("`{}` names a parameter whose name and type cannot be told apart", nameless.printed),
            ));
        }
        self.parameters = settled;
    }
}

#[cfg(test)]
mod tests {
    use super::super::parameter::header;
    use super::*;

    fn settled(stated: Option<usize>, lines: &[&str]) -> (Vec<String>, usize) {
        let parameters = lines.iter().map(|line| Parameter::new(header(line, &[]).unwrap(), line, 1));
        let mut group = Group { stated, line: 1, parameters: parameters.collect(), ..Group::default() };
        let mut losses = Vec::new();
        group.settle(&mut losses);
        (group.parameters.iter().map(|it| it.name().to_owned()).collect(), losses.len())
    }

    #[test]
    fn the_count_decides_what_a_doubtful_line_is() {
        let lines = ["pagestring", "Company", "sizeinteger"];
        assert_eq!(settled(Some(2), &lines), (vec!["page".to_owned(), "size".to_owned()], 0));
        assert_eq!(settled(Some(3), &["pagestring", "sinceDatedate", "sizeinteger"]).1, 0);
        assert_eq!(
            settled(Some(4), &lines),
            (vec!["page".to_owned(), "Comp".to_owned(), "size".to_owned()], 1)
        );
        assert_eq!(settled(Some(1), &lines), (vec!["page".to_owned(), "size".to_owned()], 1));
        // Without a count it is told.
        assert_eq!(settled(None, &lines), (vec!["page".to_owned(), "size".to_owned()], 1));
        assert_eq!(settled(None, &["sortnewest | oldest"]), (vec![String::new()], 1));
    }
}
