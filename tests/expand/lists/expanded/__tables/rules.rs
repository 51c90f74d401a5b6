pub(super) static PAGE_NUMBER: __p::Rules = __p::Rules {
    minimum: __p::Some(__p::Bound {
        value: "0",
        exclusive: false,
    }),
    ..__p::Rules::NONE
};
pub(super) static PAGE_SIZE: __p::Rules = __p::Rules {
    minimum: __p::Some(__p::Bound {
        value: "1",
        exclusive: false,
    }),
    maximum: __p::Some(__p::Bound {
        value: "200",
        exclusive: false,
    }),
    as_string: true,
    ..__p::Rules::NONE
};
pub(super) static SHELF_LETTERS_OFFSET: __p::Rules = __p::Rules {
    as_string: true,
    ..__p::Rules::NONE
};
