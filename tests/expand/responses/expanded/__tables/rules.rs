pub(super) static FILE_LIST_NAMES: __p::Rules = __p::Rules {
    min_items: 1,
    ..__p::Rules::NONE
};
pub(super) static FILE_RENDER_PAGE: __p::Rules = __p::Rules {
    format: __p::Some(__p::Format::Html),
    ..__p::Rules::NONE
};
