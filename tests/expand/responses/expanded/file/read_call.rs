impl __p::Endpoint for Read {
    type Response = __p::Bytes;
    type Failure = __p::Never;
    const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
        api: &super::API,
        id: "file/{id}.get",
        method: __p::Method::Get,
        base_url: __p::None,
        path: &[
            __p::Segment::Literal("/file/"),
            __p::Segment::Parameter(0),
            __p::Segment::Literal("/content/"),
        ],
        key: __p::None,
        retry: __p::RetryClass::Safe,
        timeout: __p::None,
        rate_limit: __p::None,
        parameters: &[__p::Location::Path, __p::Location::Header],
        body: __p::None,
        accept: "image/png",
        responses: &[
            __p::ResponseInfo {
                first: 200,
                last: 200,
                form: __p::ResponseForm::Bytes("image/png"),
            },
        ],
        docs: __p::None,
    };
    fn decode(
        answer: &__p::Answer<'_>,
    ) -> __p::Result<__p::Outcome<Self::Response, Self::Failure>, __p::DecodeError> {
        match answer.response() {
            __p::Some(0) => __p::Ok(__p::Outcome::Done(answer.bytes())),
            _ => answer.unexpected(),
        }
    }
}
