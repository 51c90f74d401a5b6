impl __p::Endpoint for Plant {
    type Response = PlantResponse;
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
            __p::Location::Body,
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
        ],
        docs: __p::None,
    };
    fn decode(
        answer: &__p::Answer<'_>,
    ) -> __p::Result<__p::Outcome<Self::Response, Self::Failure>, __p::DecodeError> {
        match answer.response() {
            __p::Some(0) => answer.json(&__p::PLAIN).map(__p::Outcome::Done),
            _ => answer.unexpected(),
        }
    }
}
