/// A node of a tree.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct Node {
    /// `label`: text.
    pub label: __p::String,
    /// A node of a tree.
    pub parent: __p::Option<__p::Box<Node>>,
    /// `children`: a list of `Node`.
    pub children: __p::Option<__p::Vec<Node>>,
    /// Where somebody lives.
    pub home: __p::Option<Address>,
}
impl Node {
    /// Creates the value with its required members.
    pub fn new(label: impl __p::Arg<__p::String>) -> Self {
        Self {
            label: __p::Arg::into_arg(label),
            parent: __p::None,
            children: __p::None,
            home: __p::None,
        }
    }
    /// Sets `parent`.
    #[must_use]
    #[inline]
    pub fn with_parent(mut self, value: impl __p::Arg<Node>) -> Self {
        self.parent = __p::Some(__p::Box::new(__p::Arg::into_arg(value)));
        self
    }
    /// Sets `children`.
    #[must_use]
    #[inline]
    pub fn with_children(mut self, value: impl __p::Arg<__p::Vec<Node>>) -> Self {
        self.children = __p::some(value);
        self
    }
    /// Sets `home`.
    #[must_use]
    #[inline]
    pub fn with_home(mut self, value: impl __p::Arg<Address>) -> Self {
        self.home = __p::some(value);
        self
    }
}
__p::record!(Node, [], {
    0 label "label" required &__p::PLAIN;
    1 parent "parent" optional &__p::PLAIN;
    2 children "children" optional &__p::PLAIN;
    3 home "home" optional &__p::PLAIN;
});
