//! Responses of the module `branch`, as derives of serde.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Detail {
    id: Option<String>,
    slug: Option<String>,
    name: Option<String>,
    description: Option<String>,
    url: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    parent_branch: Option<ParentBranch>,
    operating_company: Option<OperatingCompany>,
    terms_and_conditions: Option<String>,
    complaints_procedure: Option<String>,
    privacy_policy: Option<String>,
    main_photo_url: Option<String>,
    address: Option<BranchAddress>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BranchAddress {
    first_name: Option<String>,
    last_name: Option<String>,
    company_name: Option<String>,
    company_registration_number: Option<String>,
    tax_identification_number: Option<String>,
    street_address: Option<String>,
    postal_code: Option<String>,
    city: Option<String>,
    city_part: Option<String>,
    state_region: Option<String>,
    country: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OperatingCompany {
    name: Option<String>,
    company_registration_number: Option<String>,
    tax_identification_number: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct ParentBranch {
    slug: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct List {
    #[serde(default)]
    items: Vec<ListItem>,
    item_count: Option<i64>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListItem {
    id: Option<String>,
    slug: Option<String>,
    name: Option<String>,
    description: Option<String>,
    url: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    main_photo_url: Option<String>,
    address_summary: Option<String>,
    branch_type: Option<BranchType>,
    distance_km: Option<f64>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum BranchType {
    Own,
    #[serde(other)]
    Unknown,
}
