/// Upload a file.
///
/// `PUT /file/upload`
///
/// Gives [`UploadResponse`].
///
/// This call goes to <https://files.example>.
///
/// # Errors
///
/// The server may answer with a [`UploadFailure`]; [`Upload::failure`] takes it out of the error.
///
/// - `NotFound`: No such folder (status 404)
#[derive(::core::clone::Clone)]
#[must_use = "a request does nothing until you `send` it"]
#[non_exhaustive]
pub struct Upload {
    /// `name`: text.
    pub name: __p::String,
    /// `body`: bytes.
    pub content: __p::Bytes,
}
__p::request!(Upload -> UploadResponse, [], {
    0 name "name" required &__p::PLAIN;
    1 content "body" required &__p::PLAIN;
});
__p::serve!(
    Upload, | outcome | match outcome { __p::Outcome::Done(UploadResponse::Ok(value)) =>
    __p::Served::json(200, value, & __p::PLAIN),
    __p::Outcome::Done(UploadResponse::Created(value)) => __p::Served::json(201, value, &
    __p::PLAIN), __p::Outcome::Done(UploadResponse::Accepted) => __p::Served::empty(202),
    __p::Outcome::Failed(UploadFailure::NotFound(value)) => __p::Served::json(404, value,
    & __p::PLAIN), }
);
