//! What stock is worth.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::Oms;
use crate::cost::CostBook;
use crate::error::Error;
use crate::store::{Document, DocumentKey, DocumentKind, Keys, Scan, ScanDocuments, Store, StoredDocument};
use crate::value::{Currency, Money, MoneyError, Problems, SkuId, TenantId};

const PAGE: u32 = 1000;

/// What stock is worth, by SKU and node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskValuation"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskValuation {
    /// Whose stock.
    pub tenant: TenantId,
    /// Which SKUs; all that are costed when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skus: Vec<SkuId>,
}

/// What stock is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ValuationAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ValuationAnswer {
    /// All books together, one row per currency.
    pub totals: Vec<ValuationTotal>,
    /// The books with their layers and variances, by SKU and node.
    pub books: Vec<CostBook>,
}

/// What all books of a currency come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ValuationTotal"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ValuationTotal {
    /// Value on hand.
    pub value: Money,
    /// What left for other nodes and has not arrived.
    pub in_transit: Money,
    /// Cost of goods sold since the books began.
    pub issued: Money,
    /// All variances together.
    pub variance: Money,
}

impl<S: Store> Oms<S> {
    /// What stock is worth, by SKU and node; every book of the tenant when no SKU is named.
    ///
    /// # Errors
    /// [`Error`] when the store fails, or a total is beyond what money can hold.
    pub fn valuation(&self, tenant: &TenantId, skus: &[SkuId]) -> Result<ValuationAnswer, Error> {
        let mut books =
            if skus.is_empty() { self.all_books(tenant)? } else { self.cost_books(tenant, skus)? };
        books.sort_by(|left, right| (&left.sku, &left.node).cmp(&(&right.sku, &right.node)));
        let mut sums: BTreeMap<&str, (Currency, [Vec<Money>; 5])> = BTreeMap::new();
        for book in &books {
            let none = || (book.currency, [const { Vec::new() }; 5]);
            let (_, [value, left, arrived, issued, variance]) =
                sums.entry(book.currency.code()).or_insert_with(none);
            value.push(book.value);
            left.push(book.totals.transferred_out);
            arrived.push(book.totals.transferred_in);
            issued.push(book.totals.issued);
            variance.extend(book.variances.all());
        }
        let mut totals = Vec::with_capacity(sums.len());
        for (currency, [value, left, arrived, issued, variance]) in sums.into_values() {
            totals.push(ValuationTotal {
                value: total(currency, value)?,
                in_transit: in_transit(currency, left, arrived)?,
                issued: total(currency, issued)?,
                variance: total(currency, variance)?,
            });
        }
        Ok(ValuationAnswer { totals, books })
    }

    fn cost_books(&self, tenant: &TenantId, skus: &[SkuId]) -> Result<Vec<CostBook>, Error> {
        let network = self.load_one(DocumentKey::network(tenant))?;
        let nodes = network.documents.iter().find_map(|entry| match &entry.stored.document {
            Document::Network(network) => Some(network.nodes.keys().cloned().collect()),
            _ => None,
        });
        let nodes: Vec<_> = nodes.unwrap_or_default();
        let keys = skus.iter().flat_map(|sku| nodes.iter().map(|node| DocumentKey::costs(tenant, sku, node)));
        let keys = Keys { documents: keys.collect(), ..Keys::default() };
        let seen = self.store().load(&keys)?;
        Ok(seen.documents.into_iter().filter_map(|entry| book(entry.stored)).collect())
    }

    fn all_books(&self, tenant: &TenantId) -> Result<Vec<CostBook>, Error> {
        let (mut books, mut after) = (Vec::new(), None);
        loop {
            let (tenant, kind) = (Some(tenant.clone()), Some(DocumentKind::Costs));
            let scan = ScanDocuments { tenant, kind, after, limit: PAGE };
            let page = self.store().scan(&Scan::Documents(scan))?.documents;
            let full = page.len() == PAGE as usize;
            after = page.last().map(|entry| entry.key.clone());
            books.extend(page.into_iter().filter_map(|entry| book(entry.stored)));
            if !full {
                return Ok(books);
            }
        }
    }
}

fn book(stored: StoredDocument) -> Option<CostBook> {
    match stored.document {
        Document::Costs(book) => Some(std::sync::Arc::unwrap_or_clone(book)),
        _ => None,
    }
}

/// Units keep their SKU on their way, so what has left and not arrived is on its way.
fn in_transit(currency: Currency, left: Vec<Money>, arrived: Vec<Money>) -> Result<Money, Error> {
    let (left, arrived) = (total(currency, left)?, total(currency, arrived)?);
    left.checked_sub(arrived).map_err(|error| too_large(&error))
}

fn total(currency: Currency, parts: Vec<Money>) -> Result<Money, Error> {
    Money::sum(currency, parts).map_err(|error| too_large(&error))
}

fn too_large(error: &MoneyError) -> Error {
    let mut problems = Problems::new();
    problems.add(error.code(), "/skus", "the books together are beyond what money can hold; ask for fewer");
    Error::Input(problems)
}
