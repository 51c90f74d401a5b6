impl __p::Endpoint for Upload {
    type Response = UploadResponse;
    type Failure = UploadFailure;
    const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
        api: &super::API,
        id: "file/upload",
        method: __p::Method::Put,
        base_url: __p::Some("https://files.example"),
        path: &[__p::Segment::Literal("/file/upload")],
        key: __p::None,
        retry: __p::RetryClass::Never,
        timeout: __p::None,
        rate_limit: __p::None,
        parameters: &[__p::Location::Query, __p::Location::Whole],
        body: __p::Some(__p::BodyInfo {
            content_type: "image/png",
            form: __p::BodyForm::Bytes,
        }),
        accept: "application/json",
        responses: &[
            __p::ResponseInfo {
                first: 200,
                last: 200,
                form: __p::ResponseForm::Json,
            },
            __p::ResponseInfo {
                first: 201,
                last: 201,
                form: __p::ResponseForm::Json,
            },
            __p::ResponseInfo {
                first: 202,
                last: 202,
                form: __p::ResponseForm::Empty,
            },
            __p::ResponseInfo {
                first: 404,
                last: 404,
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
                    .json(&__p::PLAIN)
                    .map(|value| __p::Outcome::Done(UploadResponse::Ok(value)))
            }
            __p::Some(1) => {
                answer
                    .json(&__p::PLAIN)
                    .map(|value| __p::Outcome::Done(UploadResponse::Created(value)))
            }
            __p::Some(2) => __p::Ok(__p::Outcome::Done(UploadResponse::Accepted)),
            __p::Some(3) => {
                answer
                    .json(&__p::PLAIN)
                    .map(|value| __p::Outcome::Failed(UploadFailure::NotFound(value)))
            }
            _ => answer.unexpected(),
        }
    }
}
