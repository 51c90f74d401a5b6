impl List {
    /// A call to `file/list` with its required arguments:
    ///
    /// - `names`
    pub fn new(names: impl __p::Arg<__p::Vec<__p::String>>) -> Self {
        Self {
            names: __p::Arg::into_arg(names),
        }
    }
}
