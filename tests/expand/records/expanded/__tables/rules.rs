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
