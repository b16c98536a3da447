//! By when can it be promised, and how do promises stand?

use serde::{Deserialize, Serialize};

use super::super::Oms;
use crate::error::Error;
use crate::policy::PromiseTerms;
use crate::promise::{
    NetworkPromise, PromiseAnswer, PromiseFigures, PromiseQuestion, PromiseSource, PromiseStanding,
    PurchaseSource, Timeline, TransferSource, promise, promise_across, standings,
};
use crate::store::{Document, DocumentKey, Keys, Store};
use crate::supply::SupplyBook;
use crate::value::{Instant, NodeId, Quantity, ReservationId, SkuId, TenantId};

/// By when can so many units of a SKU be promised?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskPromise"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskPromise {
    /// Whose.
    pub tenant: TenantId,
    /// The SKU.
    pub sku: SkuId,
    /// The node; all that sell when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// How many units.
    pub quantity: Quantity,
    /// The present; reservations and promises that have run out by then count for nothing.
    pub at: Instant,
    /// The date wanted, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
    /// The promise that would be made anew, which does not count against itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<ReservationId>,
    /// Suppliers that units could come from, if they are short.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppliers: Vec<PurchaseSource>,
}

/// What is expected of a SKU, and how do its promises stand?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskSupply"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskSupply {
    /// Whose.
    pub tenant: TenantId,
    /// The SKU.
    pub sku: SkuId,
    /// The present.
    pub at: Instant,
}

/// By when units can be promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PromiseDates"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PromiseDates {
    /// By node, as if all units had to come from it.
    pub nodes: Vec<NodePromise>,
    /// From all the nodes asked together.
    pub together: NetworkPromise,
}

/// By when a node alone can promise the units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodePromise {
    /// The node.
    pub node: NodeId,
    /// Its dates, with the timeline that they follow from.
    pub answer: PromiseAnswer,
}

/// What is expected of a SKU, and how its promises stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SupplyAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupplyAnswer {
    /// By node, those without expectations left out.
    pub nodes: Vec<NodeSupply>,
}

/// What a node expects of a SKU, and how its promises stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeSupply {
    /// Receipts and promises.
    pub book: SupplyBook,
    /// What is free now.
    pub free: i64,
    /// How each promise stands.
    pub standings: Vec<PromiseStanding>,
}

/// A node with its book and the figures that follow from it.
struct Seen {
    node: NodeId,
    sells: bool,
    book: Option<SupplyBook>,
    figures: PromiseFigures,
}

impl<S: Store> Oms<S> {
    /// By when so many units of a SKU can be promised, by node and together, with the reasons.
    ///
    /// Where a node is named, units that it lacks may come from the others, if the policy's terms say how long that
    /// takes.
    ///
    /// # Errors
    /// [`Error`] when nothing is asked for or the store fails.
    pub fn promise(&self, ask: &AskPromise) -> Result<PromiseDates, Error> {
        let (seen, terms) = self.supply_seen(&ask.tenant, &ask.sku, ask.at)?;
        let asked = |seen: &&Seen| ask.node.as_ref().map_or(seen.sells, |node| *node == seen.node);
        let (mut nodes, mut timelines) = (Vec::new(), Vec::new());
        for here in seen.iter().filter(asked) {
            let suppliers = ask.suppliers.iter().cloned().map(PromiseSource::Purchase);
            let mut sources: Vec<PromiseSource> = suppliers.collect();
            if let Some(transit_seconds) = terms.transit_seconds.filter(|_| ask.node.is_some()) {
                let others = seen.iter().filter(|other| other.sells && other.node != here.node);
                sources.extend(others.map(|other| {
                    let (node, figures) = (other.node.clone(), other.figures.clone());
                    PromiseSource::Transfer(TransferSource { node, transit_seconds, figures })
                }));
            }
            timelines.push((here.node.clone(), Timeline::new(&here.figures, ask.own.as_ref())?));
            let question = PromiseQuestion {
                figures: here.figures.clone(),
                quantity: ask.quantity,
                due: ask.due,
                own: ask.own.clone(),
                sources,
            };
            nodes.push(NodePromise { node: here.node.clone(), answer: promise(&question)? });
        }
        Ok(PromiseDates { nodes, together: promise_across(&timelines, ask.quantity) })
    }

    /// What is expected of a SKU at each node, and how its promises stand.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn supply(&self, ask: &AskSupply) -> Result<SupplyAnswer, Error> {
        let (seen, _) = self.supply_seen(&ask.tenant, &ask.sku, ask.at)?;
        let mut nodes = Vec::new();
        for Seen { book, figures, .. } in seen {
            if let Some(book) = book {
                nodes.push(NodeSupply { book, free: figures.free, standings: standings(&figures)? });
            }
        }
        Ok(SupplyAnswer { nodes })
    }

    fn supply_seen(
        &self,
        tenant: &TenantId,
        sku: &SkuId,
        at: Instant,
    ) -> Result<(Vec<Seen>, PromiseTerms), Error> {
        let available = self.availability(tenant, std::slice::from_ref(sku), at)?;
        let cells = available.into_iter().flat_map(|sku| sku.nodes);
        let cells: Vec<_> = cells.map(|node| (node.node, node.free.saturating_sub(node.barred))).collect();
        let mut keys = Keys::default();
        keys.documents.extend([DocumentKey::policy(tenant), DocumentKey::network(tenant)]);
        keys.documents.extend(cells.iter().map(|(node, _)| DocumentKey::supply(tenant, sku, node)));
        let (mut terms, mut network, mut books) = (PromiseTerms::default(), None, Vec::new());
        for entry in self.store().load(&keys)?.documents {
            match entry.stored.document {
                Document::Policy(policy) => terms = policy.promise,
                Document::Network(known) => network = Some(known),
                Document::Supply(book) => books.push(book),
                _ => {}
            }
        }
        let network = network.unwrap_or_default();
        let seen = cells.into_iter().map(|(node, free)| {
            let book = books.iter().find(|book| book.node == node).map(|book| SupplyBook::clone(book));
            let empty = || SupplyBook::new(sku.clone(), node.clone());
            let mut figures = PromiseFigures::of(&book.clone().unwrap_or_else(empty), free, at, terms);
            let sells = network.nodes.get(&node).is_some_and(|node| node.active);
            if !sells {
                figures.free = free.min(0);
                figures.receipts.clear();
            }
            Seen { node, sells, book, figures }
        });
        Ok((seen.collect(), terms))
    }
}
