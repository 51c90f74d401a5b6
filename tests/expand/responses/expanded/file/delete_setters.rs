impl Delete {
    /// A call to `file/{id}.delete` with its required arguments:
    ///
    /// - `id`
    pub fn new(id: impl __p::Arg<__p::String>) -> Self {
        Self { id: __p::Arg::into_arg(id) }
    }
}
