impl __p::Endpoint for Measure {
    type Response = MeasureResponse;
    type Failure = __p::Never;
    const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
        api: &super::API,
        id: "lab/measure",
        method: __p::Method::Get,
        base_url: __p::None,
        path: &[__p::Segment::Literal("/lab/measure")],
        key: __p::Some(super::__tables::KEY_USE),
        retry: __p::RetryClass::Safe,
        timeout: __p::None,
        rate_limit: __p::None,
        parameters: &[
            __p::Location::Query,
            __p::Location::Query,
            __p::Location::Query,
            __p::Location::Query,
            __p::Location::Query,
            __p::Location::Query,
            __p::Location::Query,
            __p::Location::Query,
            __p::Location::Query,
            __p::Location::Query,
            __p::Location::Query,
            __p::Location::Query,
            __p::Location::Query,
        ],
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
            __p::Some(0) => answer.json(&__p::PLAIN).map(__p::Outcome::Done),
            _ => answer.unexpected(),
        }
    }
}
