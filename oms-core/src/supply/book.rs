//! The book as it stands: the fold of its events.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{SupplyEvent, SupplyPromise, SupplyReceipt};
use crate::value::{Instant, NodeId, Quantity, ReceiptId, ReservationId, SkuId};

/// How many ended receipts and promises a book remembers, so that a late message does not bring them back.
pub(super) const REMEMBERED: usize = 100;

/// What is expected of one SKU at one node, and what is promised from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SupplyBook"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupplyBook {
    /// The SKU.
    pub sku: SkuId,
    /// The node.
    pub node: NodeId,
    /// Receipts of which something is still to come.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub receipts: BTreeMap<ReceiptId, SupplyReceipt>,
    /// Promises that stand.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub promises: BTreeMap<ReservationId, SupplyPromise>,
    /// The last 100 receipts that ended, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ended_receipts: Vec<ReceiptId>,
    /// The last 100 promises that ended, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ended_promises: Vec<ReservationId>,
}

impl SupplyBook {
    /// An empty book.
    #[must_use]
    pub const fn new(sku: SkuId, node: NodeId) -> Self {
        Self {
            sku,
            node,
            receipts: BTreeMap::new(),
            promises: BTreeMap::new(),
            ended_receipts: Vec::new(),
            ended_promises: Vec::new(),
        }
    }

    /// How many units the open receipts still bring.
    #[must_use]
    pub fn incoming(&self) -> i64 {
        self.receipts.values().fold(0, |sum, receipt| sum.saturating_add(receipt.open().signed()))
    }

    /// How many units of a receipt are bound to promises, all that stand in the book counted.
    #[must_use]
    pub fn bound_to(&self, receipt: &ReceiptId) -> u64 {
        let bound = self.promises.values().filter(|promise| promise.receipt.as_ref() == Some(receipt));
        bound.fold(0, |sum, promise| sum.saturating_add(u64::from(promise.quantity.units())))
    }

    /// The receipts of which more is bound to promises than they still bring; none in a sound book.
    #[must_use]
    pub fn overbound(&self) -> Vec<&ReceiptId> {
        let mut bound: BTreeMap<&ReceiptId, u64> = BTreeMap::new();
        for promise in self.promises.values() {
            if let Some(receipt) = &promise.receipt {
                let sum = bound.entry(receipt).or_default();
                *sum = sum.saturating_add(u64::from(promise.quantity.units()));
            }
        }
        let open = |id: &ReceiptId| self.receipts.get(id).map_or(0, |receipt| receipt.open().units());
        bound.into_iter().filter(|(id, bound)| *bound > u64::from(open(id))).map(|(id, _)| id).collect()
    }

    /// The promises that count at an instant, those whose time has run out left out.
    pub fn live_promises(&self, at: Instant) -> impl Iterator<Item = &SupplyPromise> {
        self.promises.values().filter(move |promise| !promise.is_expired(at))
    }

    /// Folds an event in. Cannot fail: an event of what is not there changes nothing.
    pub fn apply(&mut self, event: &SupplyEvent) {
        match event {
            SupplyEvent::ReceiptExpected(event) => {
                self.receipts.insert(event.receipt.id.clone(), event.receipt.clone());
            }
            SupplyEvent::ReceiptChanged(event) => {
                if let Some(receipt) = self.receipts.get_mut(&event.receipt) {
                    receipt.plan = event.plan.clone();
                }
            }
            SupplyEvent::ReceiptArrived(event) => {
                if let Some(receipt) = self.receipts.get_mut(&event.receipt) {
                    let received = receipt.received.units().saturating_add(event.quantity.units());
                    receipt.received = Quantity::new(received);
                }
            }
            SupplyEvent::ReceiptEnded(event) => {
                if self.receipts.remove(&event.receipt).is_some() {
                    remember(&mut self.ended_receipts, event.receipt.clone());
                }
            }
            SupplyEvent::PromiseMade(event) => {
                self.promises.insert(event.promise.id.clone(), event.promise.clone());
            }
            SupplyEvent::PromiseArrived(event) => {
                let Some(promise) = self.promises.get_mut(&event.promise) else { return };
                promise.quantity = promise.quantity.saturating_sub(event.quantity);
                promise.arrivals = promise.arrivals.saturating_add(1);
                if promise.quantity.is_zero() {
                    self.end_promise(&event.promise);
                }
            }
            SupplyEvent::PromiseUnbound(event) => {
                if let Some(promise) = self.promises.get_mut(&event.promise) {
                    promise.receipt = None;
                }
            }
            SupplyEvent::PromiseEnded(event) => self.end_promise(&event.promise),
        }
    }

    /// The book after an event; made by the first one.
    #[must_use]
    pub fn evolve(book: Option<Self>, sku: &SkuId, node: &NodeId, event: &SupplyEvent) -> Self {
        let mut book = book.unwrap_or_else(|| Self::new(sku.clone(), node.clone()));
        book.apply(event);
        book
    }

    fn end_promise(&mut self, id: &ReservationId) {
        if self.promises.remove(id).is_some() {
            remember(&mut self.ended_promises, id.clone());
        }
    }
}

fn remember<T>(ended: &mut Vec<T>, id: T) {
    ended.push(id);
    let surplus = ended.len().saturating_sub(REMEMBERED);
    ended.drain(..surplus);
}
