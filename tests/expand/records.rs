//! The expansion of `records/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.

use ::bizkit_client::__private as __p;
/// What all calls of Records share.
pub static API: __p::ApiInfo = __p::ApiInfo {
    title: "Records",
    base_url: "https://records.example",
    base_url_env: __p::None,
    docs: __p::None,
    key: __p::None,
    errors: &[],
};
#[allow(deprecated, reason = "deprecated items are still described here")]
#[allow(
    clippy::too_many_arguments,
    reason = "an endpoint decides how many values it requires"
)]
pub mod tree {
    /*! Calls of `tree`.

 - [`Plant`]\: Plant a tree*/
    #[allow(unused_imports, reason = "a module of modules names nothing itself")]
    use super::__p;
    /// `rows[]` in the reply of `tree/plant`.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct Row {
        /// `cell`: a list of texts.
        pub cell: __p::Vec<__p::Option<__p::String>>,
    }
    __p::record!(Row, [], {
        0 cell "cell" list &__p::PLAIN;
    });
    /// What the reply of `tree/plant` holds.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct PlantReply {
        /// A node of a tree.
        pub node: __p::Option<super::types::Node>,
        /// `people`: a list of `Person`.
        pub people: __p::Vec<super::types::Person>,
        /// `counts`: a map to integers.
        pub counts: __p::BTreeMap<__p::String, i64>,
        /// `rows`: a list of `Row`.
        pub rows: __p::Vec<Row>,
    }
    __p::record!(PlantReply, [], {
        0 node "node" optional &__p::PLAIN;
        1 people "people" list &__p::PLAIN;
        2 counts "counts" list &__p::PLAIN;
        3 rows "rows" list &__p::PLAIN;
    });
    /// Plant a tree.
    ///
    /// `PATCH /tree/plant`
    ///
    /// Exactly one of `root` and `seed` is given.
    /// At least one of `root`, `seed` and `home` is given.
    ///
    /// Gives [`PlantReply`].
    ///
    /// # Example
    ///
    /// ```ignore
    /// # async fn example(client: &bizkit_client::Client) -> Result<(), bizkit_client::Error> {
    /// let reply = crate::tree::Plant::new()
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
    impl Plant {
        /// A call to `tree/plant`; all arguments are optional.
        pub fn new() -> Self {
            Self {
                root: __p::None,
                seed: __p::None,
                home: __p::Nullable::Absent,
                tags: __p::None,
                meta: __p::None,
            }
        }
        /// A node of a tree.
        #[inline]
        pub fn root(mut self, value: impl __p::Arg<super::types::Node>) -> Self {
            self.root = __p::some(value);
            self
        }
        /// `seed`: text.
        #[inline]
        pub fn seed(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.seed = __p::some(value);
            self
        }
        /// Where somebody lives.
        #[inline]
        pub fn home(mut self, value: impl __p::Arg<super::types::Address>) -> Self {
            self.home = __p::Nullable::Value(__p::Arg::into_arg(value));
            self
        }
        /// Sends `null` as `home`.
        pub fn clear_home(mut self) -> Self {
            self.home = __p::Nullable::Null;
            self
        }
        /// `tags`: a list of texts.
        ///
        /// Each element: at least 1 character.
        #[inline]
        pub fn tags(mut self, value: impl __p::Arg<__p::Vec<__p::String>>) -> Self {
            self.tags = __p::some(value);
            self
        }
        /// `meta`: a map to any JSON.
        #[inline]
        pub fn meta(
            mut self,
            value: impl __p::Arg<__p::BTreeMap<__p::String, __p::Json>>,
        ) -> Self {
            self.meta = __p::some(value);
            self
        }
    }
    __p::request!(Plant -> PlantReply, [__p::GroupInfo { rule: __p::GroupRule::ExactlyOneOf, members: &[0, 1] }, __p::GroupInfo { rule: __p::GroupRule::AtLeastOneOf, members: &[0, 1, 2] }], {
        0 root "root" optional &__p::PLAIN;
        1 seed "seed" optional &__p::PLAIN;
        2 home "home" nullable &__p::PLAIN;
        3 tags "tags" optional &super::__tables::TREE_PLANT_TAGS;
        4 meta "meta" optional &__p::PLAIN;
    });
    impl __p::Endpoint for Plant {
        type Reply = PlantReply;
        type Failure = __p::Never;
        const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
            api: &super::API,
            id: "tree/plant",
            method: __p::Method::Patch,
            base_url: __p::None,
            path: &[__p::Segment::Literal("/tree/plant")],
            key: __p::None,
            retry: __p::RetryClass::Never,
            timeout: __p::None,
            rate_limit: __p::None,
            parameters: &[
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
                __p::Place::Body,
            ],
            body: __p::Some(__p::BodyInfo {
                content_type: "application/json",
                form: __p::BodyForm::Json,
            }),
            accept: "application/json",
            replies: &[
                __p::ReplyInfo {
                    first: 200,
                    last: 200,
                    form: __p::ReplyForm::Json,
                },
            ],
            link: __p::None,
        };
        fn decode(
            answer: &__p::Answer<'_>,
        ) -> __p::Result<__p::Outcome<Self::Reply, Self::Failure>, __p::Fault> {
            match answer.reply() {
                __p::Some(0) => answer.json(&__p::PLAIN).map(__p::Outcome::Done),
                _ => answer.unexpected(),
            }
        }
    }
    __p::serve!(
        Plant, | outcome | match outcome { __p::Outcome::Done(value) =>
        __p::Served::json(200, value, & __p::PLAIN), __p::Outcome::Failed(never) => match
        * never {}, }
    );
}
#[allow(deprecated, reason = "deprecated items are still described here")]
#[allow(
    clippy::too_many_arguments,
    reason = "an endpoint decides how many values it requires"
)]
pub mod types {
    //! Types that several calls share.
    #[allow(unused_imports, reason = "a module of modules names nothing itself")]
    use super::__p;
    /// Where somebody lives.
    ///
    /// `zip` and `country` are given together or not at all.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct Address {
        /// `street`: text.
        pub street: __p::String,
        /// `zip`: text.
        ///
        /// At most 10 characters.
        pub zip: __p::Option<__p::String>,
        /// `null` for a place outside of all countries.
        pub country: __p::Nullable<__p::String>,
        /// `region`: text.
        ///
        /// Always there; `None` stands for `null`.
        pub region: __p::Option<__p::String>,
        /// What other countries need.
        pub additional_properties: __p::BTreeMap<__p::String, __p::Json>,
    }
    impl Address {
        /// Creates the value with its required members.
        pub fn new(
            street: impl __p::Arg<__p::String>,
            region: impl __p::Arg<__p::Option<__p::String>>,
        ) -> Self {
            Self {
                street: __p::Arg::into_arg(street),
                zip: __p::None,
                country: __p::Nullable::Absent,
                region: __p::Arg::into_arg(region),
                additional_properties: __p::BTreeMap::new(),
            }
        }
        /// Sets `zip`.
        #[must_use]
        #[inline]
        pub fn with_zip(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.zip = __p::some(value);
            self
        }
        /// Sets `country`.
        #[must_use]
        #[inline]
        pub fn with_country(mut self, value: impl __p::Arg<__p::String>) -> Self {
            self.country = __p::Nullable::Value(__p::Arg::into_arg(value));
            self
        }
        /// Sends `null` as `country`.
        #[must_use]
        pub fn clear_country(mut self) -> Self {
            self.country = __p::Nullable::Null;
            self
        }
        /// Sets `additional_properties`.
        #[must_use]
        #[inline]
        pub fn with_additional_properties(
            mut self,
            value: impl __p::Arg<__p::BTreeMap<__p::String, __p::Json>>,
        ) -> Self {
            self.additional_properties = __p::Arg::into_arg(value);
            self
        }
    }
    __p::record!(Address, [__p::GroupInfo { rule: __p::GroupRule::AllOrNoneOf, members: &[1, 2] }], {
        0 street "street" required &__p::PLAIN;
        1 zip "zip" optional &super::__tables::ADDRESS_ZIP;
        2 country "country" nullable &__p::PLAIN;
        3 region "region" required &__p::PLAIN;
        4 additional_properties "additional_properties" rest &__p::PLAIN;
    });
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
    /// `people[]` in the reply of `tree/plant`.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct Person {
        /// `name`: text.
        #[deprecated(note = "Names change.")]
        pub name: __p::Option<__p::String>,
        /// `contact`: `Contact`.
        pub contact: __p::Option<Contact>,
    }
    __p::record!(Person, [], {
        0 name "name" optional &__p::PLAIN;
        1 contact "contact" optional &__p::PLAIN;
    });
    /// `people[].contact` in the reply of `tree/plant`.
    #[derive(::core::clone::Clone)]
    #[non_exhaustive]
    pub struct Contact {
        /// `email`: text.
        ///
        /// An e-mail address.
        pub email: __p::Option<__p::String>,
        /// `owner`: `Person`.
        pub owner: __p::Option<__p::Box<Person>>,
    }
    __p::record!(Contact, [], {
        0 email "email" optional &super::__tables::CONTACT_EMAIL;
        1 owner "owner" optional &__p::PLAIN;
    });
}
#[allow(dead_code, reason = "a module that is switched off leaves its tables behind")]
mod __tables {
    use super::__p;
    pub(super) static ADDRESS_ZIP: __p::Rules = __p::Rules {
        max_length: 10,
        ..__p::Rules::NONE
    };
    pub(super) static CONTACT_EMAIL: __p::Rules = __p::Rules {
        format: __p::Some(__p::Format::Email),
        ..__p::Rules::NONE
    };
    pub(super) static TREE_PLANT_TAGS_ITEM: __p::Rules = __p::Rules {
        min_length: 1,
        ..__p::Rules::NONE
    };
    pub(super) static TREE_PLANT_TAGS: __p::Rules = __p::Rules {
        items: __p::Some(&TREE_PLANT_TAGS_ITEM),
        ..__p::Rules::NONE
    };
}
