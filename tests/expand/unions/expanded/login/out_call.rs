impl __p::Endpoint for Out {
    type Response = ();
    type Failure = OutFailure;
    const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
        api: &super::API,
        id: "login/out",
        method: __p::Method::Post,
        base_url: __p::None,
        path: &[__p::Segment::Literal("/login/out")],
        key: __p::None,
        retry: __p::RetryClass::Never,
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
                    .read(|reader| match reader.tag("success")?.as_deref() {
                        __p::Some("true") => reader.unit(__p::Outcome::Done(())),
                        __p::Some("false") => {
                            reader.unit(__p::Outcome::Failed(OutFailure::Failed))
                        }
                        tag => reader.unknown_tag("success", tag, &["true", "false"]),
                    })
            }
            _ => answer.unexpected(),
        }
    }
}
