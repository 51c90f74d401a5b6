impl __p::Paged for Letters {
    type Item = __p::String;
    const PAGES: &'static __p::PageInfo = &__p::PageInfo {
        style: __p::PageStyle::Offset,
        cursor: 0,
        limit: __p::Some(1),
        default_limit: __p::Some(50),
        max_limit: __p::Some(200),
    };
    fn go_to(&mut self, position: i64) {
        self.offset = __p::Nullable::Value(__p::Arg::into_arg(position));
    }
    fn list(response: &Self::Response) -> &[Self::Item] {
        match response {
            __p::Some(response) => __p::List::items(&response.letters),
            _ => &[],
        }
    }
    fn into_list(response: Self::Response) -> __p::Vec<Self::Item> {
        match response {
            __p::Some(response) => __p::List::into_items(response.letters),
            _ => __p::Vec::new(),
        }
    }
}
impl __p::Endpoint for Letters {
    type Response = __p::Option<LettersResponse>;
    type Failure = __p::Never;
    const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
        api: &super::API,
        id: "shelf/letters",
        method: __p::Method::Post,
        base_url: __p::None,
        path: &[__p::Segment::Literal("/shelf/letters")],
        key: __p::None,
        retry: __p::RetryClass::Never,
        timeout: __p::None,
        rate_limit: __p::None,
        parameters: &[__p::Location::Body, __p::Location::Body],
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
