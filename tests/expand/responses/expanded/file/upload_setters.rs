impl Upload {
    /// A call to `file/upload` with its required arguments:
    ///
    /// - `name`
    /// - `content`
    pub fn new(
        name: impl __p::Arg<__p::String>,
        content: impl __p::Arg<__p::Bytes>,
    ) -> Self {
        Self {
            name: __p::Arg::into_arg(name),
            content: __p::Arg::into_arg(content),
        }
    }
    /// The typed reason, if the server has refused this call in a way that [`Upload`] documents.
    pub fn failure(error: &__p::Error) -> __p::Option<&UploadFailure> {
        error.failure::<UploadFailure>()
    }
}
