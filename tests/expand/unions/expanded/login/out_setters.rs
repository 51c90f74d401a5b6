impl Out {
    /// A call to `login/out`; all arguments are optional.
    pub fn new() -> Self {
        Self {}
    }
    /// The typed reason, if the server has refused this call in a way that [`Out`] documents.
    pub fn failure(error: &__p::Error) -> __p::Option<&OutFailure> {
        error.failure::<OutFailure>()
    }
}
