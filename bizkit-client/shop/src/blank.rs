//! Responses with nothing in them, to be filled. A response of the API may get new members, so only the library writes one out as a
//! struct; everybody else reads one from JSON, or changes one.

use bizkit_client::cart::Item;
use bizkit_client::customer::{
    Account, ConfirmedAccount, CustomerOrder, CustomerOrderLine, ListOrdersResponse, LoginRefused,
    MagicSession, PasswordRefused, RegistrationRefused, Session,
};
use bizkit_client::product::{self, FeedItem, FeedResponse};
use bizkit_client::shop::order::{CancellationRefused, OrderCustomer, OrderLine, OrderStatus};
use bizkit_client::types::Price;
use bizkit_client::{DecodeError, from_json};

/// One of each record that the shop makes.
#[derive(Clone)]
pub(crate) struct Blanks {
    pub(crate) account: Account,
    pub(crate) session: Session,
    pub(crate) magic_session: MagicSession,
    pub(crate) confirmed: ConfirmedAccount,
    pub(crate) login_refused: LoginRefused,
    pub(crate) registration_refused: RegistrationRefused,
    pub(crate) password_refused: PasswordRefused,
    pub(crate) cancellation_refused: CancellationRefused,
    pub(crate) cart_item: Item,
    pub(crate) order_customer: OrderCustomer,
    pub(crate) order_line: OrderLine,
    pub(crate) order_status: OrderStatus,
    pub(crate) price: Price,
    pub(crate) customer_order: CustomerOrder,
    pub(crate) customer_order_line: CustomerOrderLine,
    pub(crate) order_list: ListOrdersResponse,
    pub(crate) feed: FeedResponse,
    pub(crate) feed_item: FeedItem,
    pub(crate) product: product::DetailResponse,
}

impl Blanks {
    /// # Errors
    /// When a record has got a required member that the shop does not know.
    pub(crate) fn new() -> Result<Self, DecodeError> {
        Ok(Self {
            account: from_json(
                r#"{"identityId": "", "cuRefNo": "", "creditBalance": 0, "premium": false, "ban": false}"#,
            )?,
            session: from_json(r#"{"identityId": ""}"#)?,
            magic_session: from_json(r#"{"identityId": ""}"#)?,
            confirmed: from_json(r#"{"email": ""}"#)?,
            login_refused: from_json(r#"{"errorCode": "", "message": ""}"#)?,
            registration_refused: from_json(r#"{"errorCode": "", "message": ""}"#)?,
            password_refused: from_json(r#"{"errorCode": "", "message": ""}"#)?,
            cancellation_refused: from_json(r#"{"message": ""}"#)?,
            cart_item: from_json(r#"{"id": "", "productCode": "", "quantity": 1}"#)?,
            order_customer: from_json("{}")?,
            order_line: from_json(r#"{"id": ""}"#)?,
            order_status: from_json("{}")?,
            price: from_json("{}")?,
            customer_order: from_json(r#"{"id": "", "orderNumber": ""}"#)?,
            customer_order_line: from_json(r#"{"id": ""}"#)?,
            order_list: from_json(r#"{"items": []}"#)?,
            feed: from_json(r#"{"count": 0, "items": []}"#)?,
            feed_item: from_json(
                r#"{"id": "", "name": "", "slug": "", "price": 0, "position": 0, "active": true, "soldOut": false,
                "customFields": {}}"#,
            )?,
            product: from_json(
                r#"{"id": "", "code": "", "name": "", "slug": "", "galleryItems": [], "isVariantProduct": false,
                "variantItems": [], "active": true, "b2b": false, "showInFeed": true, "soldOut": false,
                "categoryItems": [], "price": 0, "customFields": {}, "lastUpdate": "2025-01-10T16:19:40.150Z"}"#,
            )?,
        })
    }
}
