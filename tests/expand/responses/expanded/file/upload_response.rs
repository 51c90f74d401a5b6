/// It was there already.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct UploadOk {
    /// `size`: an integer.
    pub size: __p::Option<i64>,
}
__p::record!(UploadOk, [], {
    0 size "size" optional &__p::PLAIN;
});
/// It is new.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct UploadCreated {
    /// `size`: an integer.
    pub size: __p::Option<i64>,
}
__p::record!(UploadCreated, [], {
    0 size "size" optional &__p::PLAIN;
});
/// No such folder.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct UploadNotFound {
    /// `folder`: text.
    pub folder: __p::Option<__p::String>,
}
__p::record!(UploadNotFound, [], {
    0 folder "folder" optional &__p::PLAIN;
});
/// What [`Upload`] gives, by the status of the response.
#[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::fmt::Debug)]
#[non_exhaustive]
pub enum UploadResponse {
    /// It was there already (200)
    Ok(UploadOk),
    /// It is new (201)
    Created(UploadCreated),
    /// Status 202.
    Accepted,
}
/// Why [`Upload`] was refused; see [`Upload::failure`].
#[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::fmt::Debug)]
#[non_exhaustive]
pub enum UploadFailure {
    /// No such folder (404)
    NotFound(UploadNotFound),
}
