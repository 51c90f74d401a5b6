impl Letters {
    /// A call to `shelf/letters`; all arguments are optional.
    pub fn new() -> Self {
        Self {
            offset: __p::Nullable::Absent,
            limit: __p::None,
        }
    }
    /// `offset`: an integer.
    #[inline]
    pub fn offset(mut self, value: impl __p::Arg<i64>) -> Self {
        self.offset = __p::Nullable::Value(__p::Arg::into_arg(value));
        self
    }
    /// Sends `null` as `offset`.
    pub fn clear_offset(mut self) -> Self {
        self.offset = __p::Nullable::Null;
        self
    }
    /// `limit`: `PageSize`.
    ///
    /// From 1 to 200.
    #[inline]
    pub fn limit(mut self, value: impl __p::Arg<super::types::PageSize>) -> Self {
        self.limit = __p::some(value);
        self
    }
}
