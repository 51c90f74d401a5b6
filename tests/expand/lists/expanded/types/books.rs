/// `items` in the reply of `shelf/books`.
pub type Books = __p::Vec<__p::Option<Book>>;
