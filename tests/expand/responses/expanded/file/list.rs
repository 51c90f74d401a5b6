/// List the files.
///
/// `POST /file/list`
///
/// Gives `Vec<Option<String>>`.
#[derive(::core::clone::Clone)]
#[must_use = "a request does nothing until you `send` it"]
#[non_exhaustive]
pub struct List {
    /// `body`: a list of texts.
    ///
    /// At least 1 element.
    pub names: __p::Vec<__p::String>,
}
__p::request!(List -> __p::Vec < __p::Option < __p::String > >, [], {
    0 names "body" required &super::__tables::FILE_LIST_NAMES;
});
__p::serve!(
    List, | outcome | match outcome { __p::Outcome::Done(value) => __p::Served::json(200,
    value, & __p::PLAIN), __p::Outcome::Failed(never) => match * never {}, }
);
