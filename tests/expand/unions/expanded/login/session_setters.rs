impl Session {
    /// A call to `login/session`; all arguments are optional.
    pub fn new() -> Self {
        Self {}
    }
    /// The typed reason, if the server has refused this call in a way that [`Session`] documents.
    pub fn failure(error: &__p::Error) -> __p::Option<&SessionFailure> {
        error.failure::<SessionFailure>()
    }
}
