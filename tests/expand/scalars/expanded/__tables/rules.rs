static BYTES: __p::ByteSet = __p::ByteSet::new(&[(b'0', b'9'), (b'a', b'z')]);
static TOKEN_PATTERN: __p::Pattern = __p::Pattern {
    source: "^(LIVE|TEST)[a-z0-9]{8}$",
    program: __p::Program::Line(__p::Line {
        min: 12,
        max: 12,
        parts: &[__p::Part::Literals(&[b"LIVE", b"TEST"]), __p::Part::Run(&BYTES, 8)],
    }),
};
pub(super) static TOKEN: __p::Rules = __p::Rules {
    pattern: __p::Some(&TOKEN_PATTERN),
    sensitive: true,
    example: __p::Some("LIVEabcd1234"),
    ..__p::Rules::NONE
};
static SLUG_PATTERN: __p::Pattern = __p::Pattern {
    source: "^[a-z0-9]+(-[a-z0-9]+)*$",
    program: __p::Program::Automaton(__p::Automaton {
        min: 1,
        max: usize::MAX,
        columns: &__p::columns(&[(b'-', b'-', 1), (b'0', b'9', 2), (b'a', b'z', 2)]),
        width: 3,
        next: &[0, 0, 0, 0, 0, 6, 0, 3, 6],
        accept: &[false, false, true],
        start: 3,
        sure: 0,
    }),
};
pub(super) static SLUG: __p::Rules = __p::Rules {
    max_length: 64,
    pattern: __p::Some(&SLUG_PATTERN),
    normalize: &[__p::Normalize::Trim, __p::Normalize::Lowercase],
    example: __p::Some("warm-socks"),
    ..__p::Rules::NONE
};
pub(super) static HOST: __p::Rules = __p::Rules {
    format: __p::Some(__p::Format::Ipv4),
    ..__p::Rules::NONE
};
pub(super) static PRICE: __p::Rules = __p::Rules {
    minimum: __p::Some(__p::Bound {
        value: "0",
        exclusive: false,
    }),
    maximum: __p::Some(__p::Bound {
        value: "1000000",
        exclusive: true,
    }),
    max_scale: __p::Some(2u32),
    ..__p::Rules::NONE
};
pub(super) static LEVEL: __p::Rules = __p::Rules {
    minimum: __p::Some(__p::Bound {
        value: "1",
        exclusive: false,
    }),
    maximum: __p::Some(__p::Bound {
        value: "10",
        exclusive: false,
    }),
    ..__p::Rules::NONE
};
pub(super) static RATIO: __p::Rules = __p::Rules {
    minimum: __p::Some(__p::Bound {
        value: "0",
        exclusive: false,
    }),
    maximum: __p::Some(__p::Bound {
        value: "1",
        exclusive: false,
    }),
    ..__p::Rules::NONE
};
pub(super) static LAB_MEASURE_RESPONSE_WEIGHTS: __p::Rules = __p::Rules {
    max_properties: 20,
    ..__p::Rules::NONE
};
pub(super) static LAB_MEASURE_FLAG: __p::Rules = __p::Rules {
    as_string: true,
    ..__p::Rules::NONE
};
pub(super) static LAB_MEASURE_LABELS: __p::Rules = __p::Rules {
    min_items: 1,
    max_items: 3,
    unique: true,
    delimiter: __p::Some(','),
    ..__p::Rules::NONE
};
pub(super) static LAB_MEASURE_PAGE: __p::Rules = __p::Rules {
    minimum: __p::Some(__p::Bound {
        value: "1",
        exclusive: false,
    }),
    as_string: true,
    ..__p::Rules::NONE
};
pub(super) static LAB_MEASURE_STEP: __p::Rules = __p::Rules {
    allowed: &[1i64, 2i64, 4i64],
    ..__p::Rules::NONE
};
pub(super) static LAB_MEASURE_SINCE: __p::Rules = __p::Rules {
    format: __p::Some(__p::Format::DateTime),
    ..__p::Rules::NONE
};
pub(super) static LAB_MEASURE_NOTE: __p::Rules = __p::Rules {
    min_length: 1,
    max_length: 80,
    sensitive: true,
    ..__p::Rules::NONE
};
pub(super) const KEY_USE: __p::KeyUse = __p::KeyUse {
    name: "token",
    locations: &[__p::KeyLocation::Header],
};
