impl __p::Arg<Shape> for ShapeTriangle {
    fn into_arg(self) -> Shape {
        ::core::convert::From::from(self)
    }
}
impl __p::Arg<Shape> for ShapeSquare {
    fn into_arg(self) -> Shape {
        ::core::convert::From::from(self)
    }
}
impl __p::Arg<Shape> for ShapeBlob {
    fn into_arg(self) -> Shape {
        ::core::convert::From::from(self)
    }
}
/// `shape` in a call to `login/password`.
#[derive(::core::clone::Clone, ::core::default::Default)]
#[non_exhaustive]
pub struct ShapeTriangle {
    /// `base`: a number.
    pub base: __p::Option<f64>,
}
impl ShapeTriangle {
    /// Creates the value with nothing set.
    pub fn new() -> Self {
        Self { base: __p::None }
    }
    /// Sets `base`.
    #[must_use]
    #[inline]
    pub fn with_base(mut self, value: impl __p::Arg<f64>) -> Self {
        self.base = __p::some(value);
        self
    }
}
__p::record!(ShapeTriangle, [], {
    0 base "base" optional &__p::PLAIN;
});
/// `shape` in a call to `login/password`.
#[derive(::core::clone::Clone, ::core::default::Default)]
#[non_exhaustive]
pub struct ShapeSquare {
    /// `edge`: a number.
    pub edge: __p::Option<f64>,
    /// `inner`: `Shape`.
    pub inner: __p::Option<__p::Box<Shape>>,
}
impl ShapeSquare {
    /// Creates the value with nothing set.
    pub fn new() -> Self {
        Self {
            edge: __p::None,
            inner: __p::None,
        }
    }
    /// Sets `edge`.
    #[must_use]
    #[inline]
    pub fn with_edge(mut self, value: impl __p::Arg<f64>) -> Self {
        self.edge = __p::some(value);
        self
    }
    /// Sets `inner`.
    #[must_use]
    #[inline]
    pub fn with_inner(mut self, value: impl __p::Arg<Shape>) -> Self {
        self.inner = __p::Some(__p::Box::new(__p::Arg::into_arg(value)));
        self
    }
}
__p::record!(ShapeSquare, [], {
    0 edge "edge" optional &__p::PLAIN;
    1 inner "inner" optional &__p::PLAIN;
});
/// `shape` in a call to `login/password`.
#[derive(::core::clone::Clone, ::core::default::Default)]
#[non_exhaustive]
pub struct ShapeBlob {
    /// `area`: a number.
    pub area: __p::Option<f64>,
}
impl ShapeBlob {
    /// Creates the value with nothing set.
    pub fn new() -> Self {
        Self { area: __p::None }
    }
    /// Sets `area`.
    #[must_use]
    #[inline]
    pub fn with_area(mut self, value: impl __p::Arg<f64>) -> Self {
        self.area = __p::some(value);
        self
    }
}
__p::record!(ShapeBlob, [], {
    0 area "area" optional &__p::PLAIN;
});
