//! What the generator makes of the model, as text: paths, types and calls. The generator itself takes its
//! names and decisions from here, so that documents and comparisons tell what callers really see.

mod arguments;
mod boxes;
pub mod call;
mod emitted;
pub mod names;
mod path;
mod responses;
mod types;

pub use arguments::arguments;
pub use boxes::Boxes;
pub use emitted::{Emitted, Origin, Space, SpaceKind, emitted, kinds_name, text_kinds};
pub use path::{module_of, path, request_path, type_path};
pub use responses::{
    Branches, branches, catch_all, failure_name, failure_type, response_name, response_type,
};
use responses::{several_responses, split};
pub use types::{Presence, is_nullable, member, parameter, presence, value};
