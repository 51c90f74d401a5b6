//! Says how something is known: where it was seen, and when.

use std::fmt;

/// Where an endpoint or a type was seen, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Where.
    pub source: Evidence,
    /// When.
    pub on: Date,
}

/// Where something was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// On a page of the vendor's reference.
    Page,
    /// In a document that the vendor made for programs, such as an OpenAPI document.
    Document,
    /// In what the server answered.
    Traffic,
    /// In a guide, which tells of it and does not describe it.
    Narrative,
}

/// A month, or a day of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: Option<u8>,
}

impl Seen {
    /// For people, as a whole sentence.
    ///
    /// ```
    /// use bizkit_spec::model::{Date, Evidence, Seen};
    ///
    /// let seen = Seen { source: Evidence::Page, on: Date::parse("2026-11").unwrap() };
    /// assert_eq!(seen.sentence(), "Seen on the vendor's page in 2026-11.");
    /// ```
    pub fn sentence(&self) -> String {
        let on = self.on;
        match self.source {
            Evidence::Page => format!("Seen on the vendor's page in {on}."),
            Evidence::Document => {
                format!("Known from the vendor's document of {on} alone: it may have changed or gone since.")
            }
            Evidence::Traffic => format!("Seen in what the server answered in {on}."),
            Evidence::Narrative => {
                format!("Known from the vendor's guides of {on} alone, which do not describe it in full.")
            }
        }
    }
}

/// In short: `page, 2026-11`.
impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.source.as_str(), self.on)
    }
}

impl Evidence {
    /// All of them with the words of the spec language.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Page, "page"),
        (Self::Document, "document"),
        (Self::Traffic, "traffic"),
        (Self::Narrative, "narrative"),
    ];

    /// The word that specs write.
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(one, _)| *one == self).map_or("", |(_, word)| word)
    }
}

impl Date {
    /// A month (`2026-11`) or a day (`2026-11-30`) of the calendar; `None` for any other text.
    ///
    /// ```
    /// use bizkit_spec::model::Date;
    ///
    /// assert!(Date::parse("2024-02-29").is_some());
    /// assert!(Date::parse("2026-02-29").is_none());
    /// assert!(Date::parse("2026-13").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let number = |text: &str, length: usize| {
            let digits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| text.parse::<u16>().ok()).flatten()
        };
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let month = number(parts.next()?, 2).filter(|month| (1..=12).contains(month))?;
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let day = match parts.next() {
            Some(day) => Some(number(day, 2).filter(|day| (1..=days).contains(day))?),
            None => None,
        };
        let whole = parts.next().is_none();
        let small = |number: u16| u8::try_from(number).ok();
        whole.then_some(Self { year, month: small(month)?, day: day.and_then(small) })
    }

    /// How many months lie between this one and an earlier one; days do not count.
    pub fn months_since(self, earlier: Self) -> u32 {
        let months = |date: Self| u32::from(date.year) * 12 + u32::from(date.month);
        months(self).saturating_sub(months(earlier))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn a_day_is_one_of_the_calendar() {
        let shown = |text: &str| Date::parse(text).map(|day| day.to_string());
        for text in ["2026-11", "2026-11-30", "2024-02-29", "2000-02-29", "0000-01"] {
            assert_eq!(shown(text).as_deref(), Some(text));
        }
        for text in [
            "",
            "2026",
            "2026-",
            "2026-1",
            "2026-00",
            "2026-13",
            "2026-11-31",
            "2026-11-00",
            "1900-02-29",
            "26-11",
            "2026-11-3",
            "2026-11-30-1",
            "2026-11-30T",
            "+026-11",
            "2026/11",
            "２026-11",
        ] {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    #[test]
    fn months_are_counted_over_the_turn_of_a_year() {
        let months = |late: &str, early: &str| Some(Date::parse(late)?.months_since(Date::parse(early)?));
        assert_eq!(months("2026-11", "2025-12-31"), Some(11));
        assert_eq!(months("2026-11-01", "2025-11-30"), Some(12));
        assert_eq!(months("2025-01", "2026-01"), Some(0));
    }
}
