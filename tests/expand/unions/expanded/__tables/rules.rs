pub(super) static FILTER_BY_TEXT_OPTIONS_ITEM: __p::Rules = __p::Rules {
    max_length: 3,
    ..__p::Rules::NONE
};
pub(super) static FILTER_BY_TEXT_OPTIONS: __p::Rules = __p::Rules {
    items: __p::Some(&FILTER_BY_TEXT_OPTIONS_ITEM),
    ..__p::Rules::NONE
};
