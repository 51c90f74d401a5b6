impl Books {
    /// A call to `shelf/books` with its required arguments:
    ///
    /// - `page`
    pub fn new(page: impl __p::Arg<super::types::PageNumber>) -> Self {
        Self {
            page: __p::Arg::into_arg(page),
            pages: __p::None,
        }
    }
    /// How thick the books are.
    #[inline]
    pub fn pages_(mut self, value: impl __p::Arg<i64>) -> Self {
        self.pages = __p::some(value);
        self
    }
}
