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
    fn list(reply: &Self::Reply) -> &[Self::Item] {
        match reply {
            BooksReply::Ok(reply) => __p::List::items(&reply.items),
            _ => &[],
        }
    }
    fn into_list(reply: Self::Reply) -> __p::Vec<Self::Item> {
        match reply {
            BooksReply::Ok(reply) => __p::List::into_items(reply.items),
            _ => __p::Vec::new(),
        }
    }
    fn total(reply: &Self::Reply) -> __p::Option<u64> {
        match reply {
            BooksReply::Ok(reply) => __p::number(&reply.total),
            _ => __p::None,
        }
    }
}
impl __p::Endpoint for Books {
    type Reply = BooksReply;
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
        replies: &[
            __p::ReplyInfo {
                first: 200,
                last: 200,
                form: __p::ReplyForm::Json,
            },
            __p::ReplyInfo {
                first: 204,
                last: 204,
                form: __p::ReplyForm::Empty,
            },
        ],
        docs: __p::None,
    };
    fn decode(
        answer: &__p::Answer<'_>,
    ) -> __p::Result<__p::Outcome<Self::Reply, Self::Failure>, __p::DecodeError> {
        match answer.reply() {
            __p::Some(0) => {
                answer
                    .json(&__p::PLAIN)
                    .map(|value| __p::Outcome::Done(BooksReply::Ok(value)))
            }
            __p::Some(1) => __p::Ok(__p::Outcome::Done(BooksReply::NoContent)),
            _ => answer.unexpected(),
        }
    }
}
