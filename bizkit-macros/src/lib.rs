//! The procedural macros of bizkit.
