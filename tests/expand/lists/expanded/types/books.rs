/// `items` in the response of `shelf/books`.
pub type Books = __p::Vec<__p::Option<Book>>;
