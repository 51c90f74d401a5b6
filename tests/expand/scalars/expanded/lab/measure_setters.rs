impl Measure {
    /// A call to `lab/measure` with its required arguments:
    ///
    /// - `slug`: What to measure
    pub fn new(slug: impl __p::Arg<super::types::Slug>) -> Self {
        Self {
            slug: __p::Arg::into_arg(slug),
            level: __p::None,
            price: __p::None,
            ratio: __p::None,
            flag: __p::None,
            size: __p::None,
            colour: __p::None,
            labels: __p::None,
            host: __p::None,
            page: __p::None,
            step: __p::None,
            since: __p::None,
            note: __p::None,
        }
    }
    /// How far it is.
    ///
    /// From 1 to 10.
    ///
    /// The server assumes `3` where none is given.
    #[inline]
    pub fn level(mut self, value: impl __p::Arg<super::types::Level>) -> Self {
        self.level = __p::some(value);
        self
    }
    /// An amount with at most two digits behind the point.
    ///
    /// 0 or more; less than 1000000; at most 2 digits behind the point.
    #[inline]
    pub fn price(mut self, value: impl __p::Arg<super::types::Price>) -> Self {
        self.price = __p::some(value);
        self
    }
    /// `ratio`: `Ratio`.
    ///
    /// 0 or more; 1 or less.
    #[inline]
    pub fn ratio(mut self, value: impl __p::Arg<super::types::Ratio>) -> Self {
        self.ratio = __p::some(value);
        self
    }
    /// A truth value that travels as text.
    #[inline]
    pub fn flag(mut self, value: impl __p::Arg<super::types::Flag>) -> Self {
        self.flag = __p::some(value);
        self
    }
    /// How large it is.
    #[inline]
    pub fn size(mut self, value: impl __p::Arg<super::types::Size>) -> Self {
        self.size = __p::some(value);
        self
    }
    /// `colour`: `Colour`.
    #[inline]
    pub fn colour(mut self, value: impl __p::Arg<super::types::Colour>) -> Self {
        self.colour = __p::some(value);
        self
    }
    /// `labels`: `Labels`.
    ///
    /// 1 to 3 elements; no two elements are equal; sent as one text with `,` in between.
    #[inline]
    pub fn labels(mut self, value: impl __p::Arg<super::types::Labels>) -> Self {
        self.labels = __p::some(value);
        self
    }
    /// `host`: `Host`.
    ///
    /// An IPv4 address such as `1.1.1.1`.
    #[inline]
    pub fn host(mut self, value: impl __p::Arg<super::types::Host>) -> Self {
        self.host = __p::some(value);
        self
    }
    /// `page`: an integer.
    ///
    /// 1 or more.
    ///
    /// The server assumes `1` where none is given.
    #[inline]
    pub fn page(mut self, value: impl __p::Arg<i64>) -> Self {
        self.page = __p::some(value);
        self
    }
    /// `step`: an integer.
    ///
    /// One of 1, 2, 4.
    #[inline]
    pub fn step(mut self, value: impl __p::Arg<i64>) -> Self {
        self.step = __p::some(value);
        self
    }
    /// `since`: text.
    ///
    /// A date and time such as `2025-01-10T16:19:40.150Z`.
    #[inline]
    pub fn since(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.since = __p::some(value);
        self
    }
    /// `note`: text.
    ///
    /// 1 to 80 characters.
    #[inline]
    pub fn note(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.note = __p::some(value);
        self
    }
}
