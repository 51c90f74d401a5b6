impl __p::Endpoint for Password {
    type Response = PasswordSession;
    type Failure = PasswordFailure;
    const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
        api: &super::API,
        id: "login/password",
        method: __p::Method::Post,
        base_url: __p::None,
        path: &[__p::Segment::Literal("/login/password")],
        key: __p::None,
        retry: __p::RetryClass::Never,
        timeout: __p::None,
        rate_limit: __p::None,
        parameters: &[
            __p::Location::Body,
            __p::Location::Body,
            __p::Location::Body,
            __p::Location::Body,
        ],
        body: __p::Some(__p::BodyInfo {
            content_type: "application/json",
            form: __p::BodyForm::Json,
        }),
        accept: "application/json",
        responses: &[
            __p::ResponseInfo {
                first: 200,
                last: 200,
                form: __p::ResponseForm::Json,
            },
            __p::ResponseInfo {
                first: 409,
                last: 409,
                form: __p::ResponseForm::Json,
            },
            __p::ResponseInfo {
                first: 423,
                last: 423,
                form: __p::ResponseForm::Empty,
            },
        ],
        docs: __p::None,
    };
    fn decode(
        answer: &__p::Answer<'_>,
    ) -> __p::Result<__p::Outcome<Self::Response, Self::Failure>, __p::DecodeError> {
        match answer.response() {
            __p::Some(0) => {
                answer
                    .read(|reader| match reader.tag("success")?.as_deref() {
                        __p::Some("true") => {
                            reader.branch(__p::Outcome::Done, &__p::PLAIN)
                        }
                        __p::Some("false") => {
                            reader
                                .branch(
                                    |value| __p::Outcome::Failed(
                                        PasswordFailure::Refused(value),
                                    ),
                                    &__p::PLAIN,
                                )
                        }
                        tag => reader.unknown_tag("success", tag, &["true", "false"]),
                    })
            }
            __p::Some(1) => {
                answer
                    .json(&__p::PLAIN)
                    .map(|value| __p::Outcome::Failed(PasswordFailure::Conflict(value)))
            }
            __p::Some(2) => __p::Ok(__p::Outcome::Failed(PasswordFailure::Locked)),
            _ => answer.unexpected(),
        }
    }
}
