//! Holds the intermediate representation: one immutable [`Api`] that every back end reads.
//!
//! One noun a file. Everything is named here, so that nobody needs to know the files: `model::Endpoint`.

mod about;
mod api;
mod constraint;
mod endpoint;
mod error_code;
mod example;
mod format;
mod id;
mod key;
mod pagination;
mod parameter;
mod rate_limit;
mod request_plan;
mod response;
mod scalar;
mod schema;
mod seen;
mod select;
mod status;
mod vocabulary;

pub use about::{About, Deprecated};
pub use api::{Allowance, Api, ModuleText, TypeDef};
pub use constraint::{Constraint, ConstraintRule};
pub use endpoint::{Body, Endpoint, Method, RetryClass};
pub use error_code::{ErrorCode, ErrorTopic};
pub use example::Example;
pub use format::Format;
pub use id::{ErrorCodeId, FieldId, MemberId, ParameterId, TypeId};
pub use key::{Key, KeyKind, KeyLocation, KeyUse};
pub use pagination::{PageStyle, Pagination};
pub use parameter::{Location, Parameter};
pub use rate_limit::{Partition, RateLimit};
pub use request_plan::{BodyPlan, RequestPlan, Segment};
pub use response::{Content, Response};
pub use scalar::{
    BooleanType, Bound, EnumType, EnumValue, IntegerType, Normalize, NumberType, StringType, TextNumber,
};
pub use schema::{ArrayType, Field, Kind, MapType, ObjectType, Schema, UnionType, Variant};
pub use seen::{Date, Evidence, Seen};
pub use select::{JsonKind, Select, Tag};
pub use status::Status;
