impl __p::Paged for Books {
    type Item = __p::Option<super::types::Book>;
    const PAGES: &'static __p::PageInfo = &__p::PageInfo {
        style: __p::PageStyle::Page {
            first: 0i64,
        },
        cursor: 0,
        limit: __p::None,
        default_limit: __p::Some(20),
        max_limit: __p::None,
    };
    fn go_to(&mut self, position: i64) {
        self.page = __p::Arg::into_arg(position);
    }
    fn list(response: &Self::Response) -> &[Self::Item] {
        match response {
            BooksResponse::Ok(response) => __p::List::items(&response.items),
            _ => &[],
        }
    }
    fn into_list(response: Self::Response) -> __p::Vec<Self::Item> {
        match response {
            BooksResponse::Ok(response) => __p::List::into_items(response.items),
            _ => __p::Vec::new(),
        }
    }
    fn total(response: &Self::Response) -> __p::Option<u64> {
        match response {
            BooksResponse::Ok(response) => __p::number(&response.total),
            _ => __p::None,
        }
    }
}
impl __p::Endpoint for Books {
    type Response = BooksResponse;
    type Failure = __p::Never;
    const INFO: &'static __p::EndpointInfo = &__p::EndpointInfo {
        api: &super::API,
        id: "shelf/books",
        method: __p::Method::Get,
        base_url: __p::None,
        path: &[__p::Segment::Literal("/shelf/books")],
        key: __p::None,
        retry: __p::RetryClass::Safe,
        timeout: __p::None,
        rate_limit: __p::None,
        parameters: &[__p::Location::Query, __p::Location::Query],
        body: __p::None,
        accept: "application/json",
        responses: &[
            __p::ResponseInfo {
                first: 200,
                last: 200,
                form: __p::ResponseForm::Json,
            },
            __p::ResponseInfo {
                first: 204,
                last: 204,
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
                    .json(&__p::PLAIN)
                    .map(|value| __p::Outcome::Done(BooksResponse::Ok(value)))
            }
            __p::Some(1) => __p::Ok(__p::Outcome::Done(BooksResponse::NoContent)),
            _ => answer.unexpected(),
        }
    }
}
