impl Plant {
    /// A call to `tree/plant`; all arguments are optional.
    pub fn new() -> Self {
        Self {
            root: __p::None,
            seed: __p::None,
            home: __p::Nullable::Absent,
            tags: __p::None,
            meta: __p::None,
        }
    }
    /// A node of a tree.
    #[inline]
    pub fn root(mut self, value: impl __p::Arg<super::types::Node>) -> Self {
        self.root = __p::some(value);
        self
    }
    /// `seed`: text.
    #[inline]
    pub fn seed(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.seed = __p::some(value);
        self
    }
    /// Where somebody lives.
    #[inline]
    pub fn home(mut self, value: impl __p::Arg<super::types::Address>) -> Self {
        self.home = __p::Nullable::Value(__p::Arg::into_arg(value));
        self
    }
    /// Sends `null` as `home`.
    pub fn clear_home(mut self) -> Self {
        self.home = __p::Nullable::Null;
        self
    }
    /// `tags`: a list of texts.
    ///
    /// Each element: at least 1 character.
    #[inline]
    pub fn tags(mut self, value: impl __p::Arg<__p::Vec<__p::String>>) -> Self {
        self.tags = __p::some(value);
        self
    }
    /// `meta`: a map to any JSON.
    #[inline]
    pub fn meta(
        mut self,
        value: impl __p::Arg<__p::BTreeMap<__p::String, __p::Json>>,
    ) -> Self {
        self.meta = __p::some(value);
        self
    }
}
