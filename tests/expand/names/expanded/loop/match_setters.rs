impl Match {
    /// A call to `loop/match` with its required arguments:
    ///
    /// - `from`
    /// - `to`
    /// - `type`
    /// - `self_`
    pub fn new(
        from: impl __p::Arg<__p::String>,
        to: impl __p::Arg<super::types::Option>,
        r#type: impl __p::Arg<super::types::Result>,
        self_: impl __p::Arg<__p::String>,
    ) -> Self {
        Self {
            from: __p::Arg::into_arg(from),
            to: __p::Arg::into_arg(to),
            r#type: __p::Arg::into_arg(r#type),
            self_: __p::Arg::into_arg(self_),
            r#async: __p::None,
            client: __p::None,
            result: __p::None,
            value: __p::None,
            new: __p::None,
            check: __p::None,
            send: __p::Nullable::Absent,
            clear_send: __p::None,
            failure: __p::None,
            answer: __p::None,
            reader: __p::None,
            text: __p::None,
        }
    }
    /// `async`: text.
    #[inline]
    pub fn r#async(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.r#async = __p::some(value);
        self
    }
    /// `client`: text.
    #[inline]
    pub fn client(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.client = __p::some(value);
        self
    }
    /// `result`: text.
    #[inline]
    pub fn result(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.result = __p::some(value);
        self
    }
    /// `value`: text.
    #[inline]
    pub fn value(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.value = __p::some(value);
        self
    }
    /// `new`: text.
    #[inline]
    pub fn new_(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.new = __p::some(value);
        self
    }
    /// `check`: text.
    #[inline]
    pub fn check_(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.check = __p::some(value);
        self
    }
    /// `send`: text.
    #[inline]
    pub fn send_(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.send = __p::Nullable::Value(__p::Arg::into_arg(value));
        self
    }
    /// Sends `null` as `send`.
    pub fn clear_send_(mut self) -> Self {
        self.send = __p::Nullable::Null;
        self
    }
    /// `clearSend`: text.
    #[inline]
    pub fn clear_send(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.clear_send = __p::some(value);
        self
    }
    /// `failure`: text.
    #[inline]
    pub fn failure_(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.failure = __p::some(value);
        self
    }
    /// `answer`: text.
    #[inline]
    pub fn answer(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.answer = __p::some(value);
        self
    }
    /// `reader`: text.
    #[inline]
    pub fn reader(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.reader = __p::some(value);
        self
    }
    /// `text`: text.
    #[inline]
    pub fn text(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.text = __p::some(value);
        self
    }
}
