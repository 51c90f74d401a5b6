//! Where the next page is and whether there is one: counts of what came go in, positions come out. Pure.

use super::{PageInfo, PageStyle, number};
use crate::value::Members;

/// The way through one list.
#[derive(Debug)]
pub(super) struct Walk {
    style: PageStyle,
    /// The page's number or the offset that is asked for next; `None` behind the end.
    next: Option<i64>,
    /// The size of a full page, where the specs vouch for it.
    size: Option<u64>,
    /// How many items come before the next page, where that is known.
    before: Option<u64>,
    /// How many pages came.
    pages: usize,
    /// What the last page looked like.
    print: Option<u64>,
}

/// A page as it came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Came {
    /// How many items are on it.
    pub(super) count: u64,
    /// How many there are on all pages, as it says.
    pub(super) total: Option<u64>,
    /// A number that differs for other bytes.
    pub(super) print: u64,
}

/// What a page is to the list.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// It belongs to the list.
    Page,
    /// It only tells the end.
    End,
    /// There is more, and no way to it. Why, in words.
    Lost(String),
}

impl Walk {
    /// A walk that begins at the page that the request names.
    pub(super) fn new(info: &PageInfo, request: &dyn Members) -> Self {
        let member = |index| request.member(index).and_then(number::<i64>);
        let first = match info.style {
            PageStyle::Page { first } => first,
            PageStyle::Offset => 0,
        };
        let start = member(info.cursor).unwrap_or(first);
        let size = match info.limit.and_then(member) {
            Some(asked) => {
                let vouched = info.default_limit.max(info.max_limit);
                u64::try_from(asked).ok().filter(|asked| Some(*asked) <= vouched)
            }
            None => info.default_limit,
        };
        let skipped = u64::try_from(start.saturating_sub(first)).ok();
        let before = match info.style {
            PageStyle::Offset => skipped,
            PageStyle::Page { .. } if skipped == Some(0) => skipped,
            PageStyle::Page { .. } => skipped.zip(size).and_then(|(pages, size)| pages.checked_mul(size)),
        };
        Self { style: info.style, next: Some(start), size, before, pages: 0, print: None }
    }

    /// What to ask for next; `None` at the end.
    pub(super) fn next(&self) -> Option<i64> {
        self.next
    }

    /// How many pages came.
    pub(super) fn pages(&self) -> usize {
        self.pages
    }

    /// Takes note of a page. Where the server says that there is more than it gives, nothing ends in silence.
    pub(super) fn arrive(&mut self, came: Came) -> Arrival {
        let Came { count, print, .. } = came;
        // A total below what is there is the number of something else.
        let total = came.total.filter(|total| *total >= count);
        let repeated = self.print.replace(print) == Some(print);
        if repeated || (count == 0 && self.pages > 0) {
            let lost = self.lost(repeated, total);
            if lost.is_none() {
                self.next = None;
            }
            return lost.map_or(Arrival::End, Arrival::Lost);
        }
        self.pages += 1;
        self.before = self.before.and_then(|before| before.checked_add(count));
        let last = match (total, self.before) {
            _ if count == 0 => true,
            (Some(total), Some(seen)) => seen >= total,
            _ => self.size.is_some_and(|size| count < size),
        };
        let step = match self.style {
            PageStyle::Page { .. } => Some(1),
            PageStyle::Offset => i64::try_from(count).ok(),
        };
        self.next = self.next.filter(|_| !last).zip(step).and_then(|(next, step)| next.checked_add(step));
        Arrival::Page
    }

    /// Why an end is none: a total that was not reached, or a server that gives one page whatever it is asked for.
    fn lost(&self, repeated: bool, total: Option<u64>) -> Option<String> {
        let at = self.next.unwrap_or_default();
        let what = match self.style {
            PageStyle::Page { .. } => format!("page {at}"),
            PageStyle::Offset => format!("what follows {at} items"),
        };
        let more = total.zip(self.before).filter(|(total, seen)| seen < total);
        match (repeated, more) {
            (true, Some((total, seen))) => Some(format!(
                "{what} is byte for byte the page before it, and {seen} of {total} items have come"
            )),
            (false, Some((total, seen))) => {
                Some(format!("{what} is empty, and {seen} of {total} items have come"))
            }
            (true, None) if self.pages == 1 => {
                Some(format!("{what} is byte for byte the first page, as if the server knew no pages"))
            }
            _ => None,
        }
    }
}
