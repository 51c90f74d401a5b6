impl Read {
    /// A call to `file/{id}.get` with its required arguments:
    ///
    /// - `id`
    pub fn new(id: impl __p::Arg<__p::String>) -> Self {
        Self {
            id: __p::Arg::into_arg(id),
            x_trace: __p::None,
        }
    }
    /// `X-Trace`: text.
    #[inline]
    pub fn x_trace(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.x_trace = __p::some(value);
        self
    }
}
