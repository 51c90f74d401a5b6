/// Plant a tree.
///
/// `PATCH /tree/plant`
///
/// Exactly one of `root` and `seed` is given.
/// At least one of `root`, `seed` and `home` is given.
///
/// Gives [`PlantResponse`].
///
/// # Example
///
/// ```ignore
/// # async fn example(client: &bizkit_client::Client) -> Result<(), bizkit_client::Error> {
/// let response = crate::tree::Plant::new()
///     .root(crate::types::Node::new("oak").with_children([crate::types::Node::new("leaf")]).with_home(crate::types::Address::new("Long", Some("South".to_owned()))))
///     .tags(["green"])
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(::core::clone::Clone, ::core::default::Default)]
#[must_use = "a request does nothing until you `send` it"]
#[non_exhaustive]
pub struct Plant {
    /// The argument `root`, which [`Self::root`] sets.
    pub root: __p::Option<super::types::Node>,
    /// The argument `seed`, which [`Self::seed`] sets.
    pub seed: __p::Option<__p::String>,
    /// The argument `home`, which [`Self::home`] sets.
    pub home: __p::Nullable<super::types::Address>,
    /// The argument `tags`, which [`Self::tags`] sets.
    pub tags: __p::Option<__p::Vec<__p::String>>,
    /// The argument `meta`, which [`Self::meta`] sets.
    pub meta: __p::Option<__p::BTreeMap<__p::String, __p::Json>>,
}
__p::request!(Plant -> PlantResponse, [__p::ConstraintInfo { rule: __p::ConstraintRule::ExactlyOneOf, members: &[0, 1] }, __p::ConstraintInfo { rule: __p::ConstraintRule::AtLeastOneOf, members: &[0, 1, 2] }], {
    0 root "root" optional &__p::PLAIN;
    1 seed "seed" optional &__p::PLAIN;
    2 home "home" nullable &__p::PLAIN;
    3 tags "tags" optional &super::__tables::TREE_PLANT_TAGS;
    4 meta "meta" optional &__p::PLAIN;
});
__p::serve!(
    Plant, | outcome | match outcome { __p::Outcome::Done(value) =>
    __p::Served::json(200, value, & __p::PLAIN), __p::Outcome::Failed(never) => match *
    never {}, }
);
