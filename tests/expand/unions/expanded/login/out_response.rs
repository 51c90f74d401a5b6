/// Why [`Out`] was refused; see [`Out::failure`].
#[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::fmt::Debug)]
#[non_exhaustive]
pub enum OutFailure {
    /// `success` is `false`.
    Failed,
}
