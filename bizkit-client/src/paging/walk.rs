//! Where the next page is and whether there is one: counts of what came go in, positions come out. Pure.

use super::{PageInfo, PageStyle, number};
use crate::encode::JsonWriter;
use crate::rules::PLAIN;
use crate::value::{Members, Value};
use std::hash::{DefaultHasher, Hasher};

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
    /// What the last page held.
    print: Option<u64>,
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

    /// Takes note of a page. Says whether it belongs to the list; one that only tells the end does not.
    pub(super) fn arrive(&mut self, items: &mut dyn Iterator<Item = &dyn Value>, total: Option<u64>) -> bool {
        let (count, print) = look(items);
        let repeated = self.print.replace(print) == Some(print);
        if repeated || (count == 0 && self.pages > 0) {
            self.next = None;
            return false;
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
        true
    }
}

/// The number of items, and a number that differs for other items.
fn look(items: &mut dyn Iterator<Item = &dyn Value>) -> (u64, u64) {
    let (mut count, mut hasher) = (0, DefaultHasher::new());
    for item in items {
        let mut out = JsonWriter::default();
        item.encode(&PLAIN, &mut out);
        hasher.write(out.into_string().as_bytes());
        // Where one item ends and the next begins.
        hasher.write_u8(0xff);
        count += 1;
    }
    (count, hasher.finish())
}
