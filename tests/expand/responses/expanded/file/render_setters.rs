impl Render {
    /// A call to `file/render` with its required arguments:
    ///
    /// - `page`
    pub fn new(page: impl __p::Arg<__p::String>) -> Self {
        Self {
            page: __p::Arg::into_arg(page),
        }
    }
}
