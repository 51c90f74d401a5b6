//! The interpreter's matcher: a pattern's tree becomes a list of instructions, which all run at once
//! over the code points of a text. Linear in the text, and independent of the compiled form.

use super::ast::{Assertion, Node};
use super::class::{Class, is_word};

/// A pattern made ready to match.
#[derive(Debug, Clone)]
pub(super) struct Matcher {
    code: Vec<Instruction>,
    classes: Vec<Class>,
}

#[derive(Debug, Clone, Copy)]
enum Instruction {
    /// Take one code point of this class, go on with the next instruction.
    Take(usize),
    /// Go on with the next instruction if this holds.
    Assert(Assertion),
    /// Go on here.
    Jump(usize),
    /// Go on with the next instruction and here.
    Fork(usize),
    /// The text matches.
    Match,
}

impl Matcher {
    pub(super) fn new(node: &Node) -> Self {
        let mut matcher = Self { code: Vec::new(), classes: Vec::new() };
        matcher.emit(node);
        matcher.code.push(Instruction::Match);
        matcher
    }

    fn emit(&mut self, node: &Node) {
        match node {
            Node::Class(class) => {
                let known = self.classes.iter().position(|other| other == class);
                let index = known.unwrap_or_else(|| {
                    self.classes.push(class.clone());
                    self.classes.len() - 1
                });
                self.code.push(Instruction::Take(index));
            }
            Node::Assertion(assertion) => self.code.push(Instruction::Assert(*assertion)),
            Node::Concat(nodes) => nodes.iter().for_each(|node| self.emit(node)),
            Node::Alternation(nodes) => {
                let mut ends = Vec::new();
                for (index, node) in nodes.iter().enumerate() {
                    if index + 1 < nodes.len() {
                        let fork = self.placeholder();
                        self.emit(node);
                        ends.push(self.placeholder());
                        self.code[fork] = Instruction::Fork(self.code.len());
                    } else {
                        self.emit(node);
                    }
                }
                for end in ends {
                    self.code[end] = Instruction::Jump(self.code.len());
                }
            }
            Node::Repeat { node, min, max } => {
                for _ in 0..*min {
                    self.emit(node);
                }
                let Some(max) = max else {
                    let fork = self.placeholder();
                    self.emit(node);
                    self.code.push(Instruction::Jump(fork));
                    self.code[fork] = Instruction::Fork(self.code.len());
                    return;
                };
                let mut forks = Vec::new();
                for _ in *min..*max {
                    forks.push(self.placeholder());
                    self.emit(node);
                }
                for fork in forks {
                    self.code[fork] = Instruction::Fork(self.code.len());
                }
            }
        }
    }

    /// An instruction whose target is set when it is known.
    fn placeholder(&mut self) -> usize {
        self.code.push(Instruction::Jump(0));
        self.code.len() - 1
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        let mut threads =
            Threads { list: Vec::new(), seen: vec![usize::MAX; self.code.len()], stack: Vec::new() };
        let mut arrived = Vec::new();
        let mut previous = None;
        let mut rest = text.chars();
        for position in 0.. {
            let next = rest.next();
            let place = Place { position, previous, next };
            threads.list.clear();
            // A match may begin anywhere.
            arrived.push(0);
            for at in arrived.drain(..) {
                if self.follow(at, place, &mut threads) {
                    return true;
                }
            }
            let Some(c) = next else { break };
            for at in &threads.list {
                if matches!(self.code[*at], Instruction::Take(class) if self.classes[class].contains(c)) {
                    arrived.push(at + 1);
                }
            }
            previous = next;
        }
        false
    }

    /// Adds every instruction that is reached from `at` without taking a code point; says whether the
    /// match is one of them.
    fn follow(&self, at: usize, place: Place, threads: &mut Threads) -> bool {
        threads.stack.push(at);
        while let Some(at) = threads.stack.pop() {
            if std::mem::replace(&mut threads.seen[at], place.position) == place.position {
                continue;
            }
            match self.code[at] {
                Instruction::Take(_) => threads.list.push(at),
                Instruction::Assert(assertion) if place.satisfies(assertion) => threads.stack.push(at + 1),
                Instruction::Assert(_) => {}
                Instruction::Jump(target) => threads.stack.push(target),
                Instruction::Fork(target) => threads.stack.extend([target, at + 1]),
                Instruction::Match => return true,
            }
        }
        false
    }
}

/// The instructions that wait for the next code point.
struct Threads {
    list: Vec<usize>,
    /// The position at which each instruction was last reached.
    seen: Vec<usize>,
    stack: Vec<usize>,
}

/// A place between two code points.
#[derive(Clone, Copy)]
struct Place {
    position: usize,
    previous: Option<char>,
    next: Option<char>,
}

impl Place {
    fn satisfies(self, assertion: Assertion) -> bool {
        let boundary = self.previous.is_some_and(is_word) != self.next.is_some_and(is_word);
        match assertion {
            Assertion::Start => self.previous.is_none(),
            Assertion::End => self.next.is_none(),
            Assertion::WordBoundary => boundary,
            Assertion::NotWordBoundary => !boundary,
        }
    }
}
