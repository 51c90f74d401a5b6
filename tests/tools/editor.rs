//! What an editor shows of specs and of generated items: real language servers, spoken to over their protocol.
//! Where a server is not installed, its tests say so and pass.

mod protocol;
mod rust;
mod yaml;
