impl __p::Endpoint for Session {
    type Response = SessionResponse;
    type Failure = SessionFailure;
    const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
        api: &super::API,
        id: "login/session",
        method: __p::Method::Get,
        base_url: __p::None,
        path: &[__p::Segment::Literal("/login/session")],
        key: __p::None,
        retry: __p::RetryClass::Safe,
        timeout: __p::None,
        rate_limit: __p::None,
        parameters: &[],
        body: __p::None,
        accept: "application/json",
        responses: &[
            __p::ResponseInfo {
                first: 200,
                last: 200,
                form: __p::ResponseForm::Json,
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
                    .read(|reader| match reader.tag("state")?.as_deref() {
                        __p::Some("active") => {
                            reader
                                .branch(
                                    |value| __p::Outcome::Done(SessionResponse::Active(value)),
                                    &__p::PLAIN,
                                )
                        }
                        __p::Some("idle") => {
                            reader.unit(__p::Outcome::Done(SessionResponse::Idle))
                        }
                        __p::Some("gone") => {
                            reader.unit(__p::Outcome::Failed(SessionFailure::Gone))
                        }
                        __p::Some(_) => {
                            reader
                                .branch(
                                    |value| __p::Outcome::Done(SessionResponse::Unknown(value)),
                                    &__p::PLAIN,
                                )
                        }
                        tag => {
                            reader.unknown_tag("state", tag, &["active", "idle", "gone"])
                        }
                    })
            }
            _ => answer.unexpected(),
        }
    }
}
