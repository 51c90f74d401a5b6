/// A truth value that travels as text.
pub type Flag = bool;
