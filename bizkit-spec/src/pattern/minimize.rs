//! The smallest automaton that accepts the same texts (Hopcroft's partition refinement), numbered and
//! measured.

use super::dfa::{DEAD, Table};
use super::program::Dfa;
use std::collections::VecDeque;

/// Most entries of a finished table: 16 KiB.
const MAX_ENTRIES: usize = 8192;

/// Why there is no finished table.
pub(super) enum Refused {
    TooLarge,
    MatchesNothing,
}

pub(super) fn minimize(table: &Table) -> Result<Dfa, Refused> {
    let block_of = partition(table);
    if block_of[table.start] == block_of[DEAD] {
        return Err(Refused::MatchesNothing);
    }
    let (rows, accept) = renumber(table, &block_of);
    let (classes, rows) = merge_columns(&table.classes, &rows);
    let class_count = rows[0].len();
    if rows.len() * class_count > MAX_ENTRIES {
        return Err(Refused::TooLarge);
    }
    let name = |state: usize| u16::try_from(state * class_count).map_err(|_| Refused::TooLarge);
    let sure =
        (1..rows.len()).find(|state| accept[*state] && rows[*state].iter().all(|target| target == state));
    Ok(Dfa {
        classes,
        class_count,
        transitions: rows.iter().flatten().map(|target| name(*target)).collect::<Result<_, _>>()?,
        start: name(1)?,
        sure: sure.map(name).transpose()?,
        min_len: shortest(&rows, &accept),
        max_len: longest(&rows),
        accept,
    })
}

/// The block of each state: two states share one if the same texts are accepted from both.
fn partition(table: &Table) -> Vec<usize> {
    let states = table.rows.len();
    let columns = table.rows[0].len();
    // Who leads here, by column.
    let mut sources = vec![vec![Vec::new(); states]; columns];
    for (state, row) in table.rows.iter().enumerate() {
        for (column, target) in row.iter().enumerate() {
            sources[column][*target].push(state);
        }
    }
    let (accepting, others): (Vec<_>, Vec<_>) = (0..states).partition(|state| table.accept[*state]);
    let mut blocks = vec![others, accepting];
    let mut block_of: Vec<usize> = table.accept.iter().map(|accept| usize::from(*accept)).collect();
    let mut waiting: VecDeque<(usize, usize)> = (0..columns).map(|column| (1, column)).collect();
    let mut is_waiting = vec![vec![false; columns], vec![true; columns]];
    while let Some((splitter, column)) = waiting.pop_front() {
        is_waiting[splitter][column] = false;
        let leading: Vec<usize> =
            blocks[splitter].iter().flat_map(|state| &sources[column][*state]).copied().collect();
        let mut hit: Vec<(usize, usize)> =
            leading.into_iter().map(|state| (block_of[state], state)).collect();
        hit.sort_unstable();
        for group in hit.chunk_by(|a, b| a.0 == b.0) {
            let block = group[0].0;
            if group.len() == blocks[block].len() {
                continue;
            }
            let new = blocks.len();
            for (_, state) in group {
                block_of[*state] = new;
            }
            blocks[block].retain(|state| block_of[*state] == block);
            blocks.push(group.iter().map(|(_, state)| *state).collect());
            is_waiting.push(vec![false; columns]);
            let smaller = if blocks[new].len() <= blocks[block].len() { new } else { block };
            // Whoever waits for the whole block now waits for both halves; else the smaller one is enough.
            waiting.extend((0..columns).map(|column| {
                let next = if is_waiting[block][column] { new } else { smaller };
                is_waiting[next][column] = true;
                (next, column)
            }));
        }
    }
    block_of
}

/// One row per block: the dead one first, then the start, then as they are reached from there.
fn renumber(table: &Table, block_of: &[usize]) -> (Vec<Vec<usize>>, Vec<bool>) {
    let mut member = vec![DEAD; table.rows.len()];
    for (state, block) in block_of.iter().enumerate().rev() {
        member[*block] = state;
    }
    let mut number = vec![None; table.rows.len()];
    let mut order = vec![block_of[DEAD], block_of[table.start]];
    number[order[0]] = Some(0);
    number[order[1]] = Some(1);
    let (mut rows, mut accept) = (Vec::new(), Vec::new());
    while let Some(block) = order.get(rows.len()).copied() {
        let state = member[block];
        let target = |target: &usize| {
            let block = block_of[*target];
            *number[block].get_or_insert_with(|| {
                order.push(block);
                order.len() - 1
            })
        };
        rows.push(table.rows[state].iter().map(target).collect());
        accept.push(table.accept[state]);
    }
    (rows, accept)
}

/// Gives columns with the same targets one number.
fn merge_columns(classes: &[u8; 256], rows: &[Vec<usize>]) -> ([u8; 256], Vec<Vec<usize>>) {
    let column = |index: usize| rows.iter().map(|row| row[index]).collect::<Vec<_>>();
    let mut kept: Vec<Vec<usize>> = Vec::new();
    let mut new = Vec::new();
    for index in 0..rows[0].len() {
        let column = column(index);
        let known = kept.iter().position(|other| *other == column);
        new.push(known.unwrap_or(kept.len()));
        if known.is_none() {
            kept.push(column);
        }
    }
    let classes = classes.map(|class| u8::try_from(new[usize::from(class)]).unwrap_or(u8::MAX));
    let rows = (0..rows.len()).map(|row| kept.iter().map(|column| column[row]).collect()).collect();
    (classes, rows)
}

/// The length of the shortest text that is accepted.
fn shortest(rows: &[Vec<usize>], accept: &[bool]) -> usize {
    let mut reached = vec![false; rows.len()];
    let mut current = vec![1];
    for length in 0.. {
        if current.is_empty() || current.iter().any(|state| accept[*state]) {
            return length;
        }
        let mut next = Vec::new();
        for target in current.iter().flat_map(|state| &rows[*state]) {
            if !std::mem::replace(&mut reached[*target], true) {
                next.push(*target);
            }
        }
        current = next;
    }
    0
}

/// The length of the longest text that is accepted; `None` where there is no limit. In a minimal
/// automaton every state but the dead one leads to a match, so a way in a circle means no limit.
fn longest(rows: &[Vec<usize>]) -> Option<usize> {
    let mut incoming = vec![0usize; rows.len()];
    for target in rows.iter().skip(1).flatten() {
        incoming[*target] += 1;
    }
    let mut length = vec![0; rows.len()];
    let mut ready = vec![1];
    let mut done = 0;
    if incoming[1] > 0 {
        return None;
    }
    while let Some(state) = ready.pop() {
        done += 1;
        for target in rows[state].iter().filter(|target| **target != DEAD) {
            length[*target] = length[*target].max(length[state] + 1);
            incoming[*target] -= 1;
            if incoming[*target] == 0 {
                ready.push(*target);
            }
        }
    }
    (done == rows.len() - 1).then(|| length.into_iter().max().unwrap_or(0))
}
