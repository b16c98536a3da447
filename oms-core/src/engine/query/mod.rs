//! Queries: everything that can be asked of the engine without changing anything.

mod capacity;
mod cost;
mod journal;
mod kit;
mod lot;
mod order;
mod order_batch;
mod packing;
mod publish;
mod replenish;
mod sourcing;
mod stock;
mod supply;
mod tracking;
mod transfer;

pub use capacity::{AskCapacity, CapacityAnswer, DayCapacity};
pub use cost::{AskValuation, ValuationAnswer, ValuationTotal};
pub use journal::{
    AskAudit, AskJournal, AskReport, AskStateHash, AuditAnswer, JournalAnswer, ReportAnswer, StateHashAnswer,
};
pub use lot::{
    AskLotTrace, AskLots, AskSerials, LotShipment, LotTraceAnswer, LotView, LotsAnswer, LotsAt, SerialsAnswer,
};
pub use order::{AskOrder, AskShipment, OrderAnswer, OrderView, ParcelTracking, ShipmentAnswer};
pub use order_batch::AskOrderBatch;
pub use packing::{AskPacking, PackingAnswer};
pub use publish::{AskPublication, PublicationAnswer, SkuPublication};
pub use replenish::{AlertView, AlertsAnswer, AskAlerts, AskTodos, TodoView, TodosAnswer};
pub use sourcing::{AskSourcing, SourcingAnswer};
pub use stock::{AskAvailability, Availability, AvailabilityAnswer, GroupAvailability, NodeAvailability};
pub use supply::{AskPromise, AskSupply, NodePromise, NodeSupply, PromiseDates, SupplyAnswer};
pub use tracking::{
    AskParcelAlerts, AskParcelLimits, AskTrackingGaps, AskWriteBacks, ParcelAlertsAnswer, ParcelLimitsAnswer,
    TrackingGapsAnswer, WriteBacksAnswer,
};
pub use transfer::{AskCount, AskTransfer, CountAnswer, TransferAnswer, TransferView};

use serde::{Deserialize, Serialize};

use super::{Oms, OrderBatchAnswer};
use crate::error::Error;
use crate::purchase::TodoStatus;
use crate::report::report;
use crate::store::{DocumentKey, Keys, Snapshot, Store};

/// Something asked of the engine that changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Query {
    /// Which stock runs low.
    Alerts(AskAlerts),
    /// Prove the identities over the whole store.
    Audit(AskAudit),
    /// How many units could be promised.
    Availability(AskAvailability),
    /// What of a node's days is taken.
    Capacity(AskCapacity),
    /// A count, as its counters may see it.
    Count(AskCount),
    /// What happened.
    Journal(AskJournal),
    /// Where units of a lot are and where they went.
    LotTrace(AskLotTrace),
    /// The lots of a SKU.
    Lots(AskLots),
    /// An order.
    Order(AskOrder),
    /// Which nodes would ship what of open orders, planned together.
    OrderBatch(AskOrderBatch),
    /// Which parcels are late or stuck.
    ParcelAlerts(AskParcelAlerts),
    /// How long parcels take, learned of those that arrived.
    ParcelLimits(AskParcelLimits),
    /// How an order, or one shipment of it, is packed.
    Packing(AskPacking),
    /// By when so many units of a SKU can be promised.
    Promise(AskPromise),
    /// What each channel would be told.
    Publication(AskPublication),
    /// A report.
    Report(AskReport),
    /// Single units by their serial numbers.
    Serials(AskSerials),
    /// A shipment.
    Shipment(AskShipment),
    /// The sourcing.
    Sourcing(AskSourcing),
    /// The hash of everything stored.
    StateHash(AskStateHash),
    /// What stock is worth.
    Valuation(AskValuation),
    /// What is expected of a SKU, and how its promises stand.
    Supply(AskSupply),
    /// A transfer.
    Transfer(AskTransfer),
    /// What should be bought.
    Todos(AskTodos),
    /// Codes of carriers that are in no table, counted.
    TrackingGaps(AskTrackingGaps),
    /// Which tracking numbers which channels are to be told.
    WriteBacks(AskWriteBacks),
}

/// The answer to a query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "answers are few at a time and live shortly")]
pub enum Answer {
    /// Which stock runs low.
    Alerts(AlertsAnswer),
    /// What the audit found.
    Audit(AuditAnswer),
    /// How many units could be promised.
    Availability(AvailabilityAnswer),
    /// What of the node's days is taken.
    Capacity(CapacityAnswer),
    /// The count, as its counters may see it.
    Count(CountAnswer),
    /// What happened.
    Journal(JournalAnswer),
    /// Where units of the lot are and where they went.
    LotTrace(LotTraceAnswer),
    /// The lots of the SKU.
    Lots(LotsAnswer),
    /// The order.
    Order(OrderAnswer),
    /// Which nodes would ship what, and which orders are left out.
    OrderBatch(OrderBatchAnswer),
    /// Which parcels are late or stuck.
    ParcelAlerts(ParcelAlertsAnswer),
    /// How long parcels take.
    ParcelLimits(ParcelLimitsAnswer),
    /// How it is packed.
    Packing(PackingAnswer),
    /// By when the units can be promised.
    Promise(PromiseDates),
    /// What each channel would be told.
    Publication(PublicationAnswer),
    /// The report.
    Report(ReportAnswer),
    /// The units.
    Serials(SerialsAnswer),
    /// The shipment.
    Shipment(ShipmentAnswer),
    /// The sourcing.
    Sourcing(SourcingAnswer),
    /// The hash.
    StateHash(StateHashAnswer),
    /// What the stock is worth.
    Valuation(ValuationAnswer),
    /// What is expected, and how promises stand.
    Supply(SupplyAnswer),
    /// The transfer.
    Transfer(TransferAnswer),
    /// What should be bought.
    Todos(TodosAnswer),
    /// Codes that are in no table.
    TrackingGaps(TrackingGapsAnswer),
    /// Which numbers which channels are to be told.
    WriteBacks(WriteBacksAnswer),
}

impl<S: Store> Oms<S> {
    /// Answers a query.
    ///
    /// # Errors
    /// [`Error`] when the query is wrong or the store fails. What does not exist is an empty answer, not an error.
    pub fn query(&self, query: &Query) -> Result<Answer, Error> {
        Ok(match query {
            Query::Alerts(ask) => {
                Answer::Alerts(AlertsAnswer { alerts: self.alerts(&ask.tenant, ask.sku.as_ref())? })
            }
            Query::Audit(_) => Answer::Audit(AuditAnswer { audit: self.audit()? }),
            Query::Availability(ask) => {
                let skus = self.availability_for(&ask.tenant, &ask.skus, ask.at, ask.class)?;
                Answer::Availability(AvailabilityAnswer { skus })
            }
            Query::Capacity(ask) => Answer::Capacity(self.capacity(ask)?),
            Query::Count(ask) => Answer::Count(CountAnswer { count: self.count(&ask.tenant, &ask.count)? }),
            Query::Journal(ask) => Answer::Journal(self.journal(ask.tenant.as_ref(), ask.from, ask.limit)?),
            Query::LotTrace(ask) => Answer::LotTrace(self.lot_trace(ask)?),
            Query::Lots(ask) => Answer::Lots(self.lots(ask)?),
            Query::Order(ask) => Answer::Order(OrderAnswer { order: self.order(&ask.tenant, &ask.order)? }),
            Query::OrderBatch(ask) => {
                let proposed = self.propose_orders(&ask.tenant, ask.at, &ask.batch);
                Answer::OrderBatch(proposed.map_err(|error| error.under("/batch"))?)
            }
            Query::ParcelAlerts(ask) => {
                Answer::ParcelAlerts(ParcelAlertsAnswer { watch: self.parcel_alerts(ask)? })
            }
            Query::ParcelLimits(ask) => {
                Answer::ParcelLimits(ParcelLimitsAnswer { learned: self.parcel_limits(ask)? })
            }
            Query::Packing(ask) => Answer::Packing(self.packing(ask)?),
            Query::Promise(ask) => Answer::Promise(self.promise(ask)?),
            Query::Publication(ask) => {
                Answer::Publication(PublicationAnswer { skus: self.publication(ask)? })
            }
            Query::Report(ask) => {
                let facts = self.facts(&ask.tenant)?;
                let table = report(&facts, &ask.query).map_err(|error| Error::from(error).under("/query"))?;
                Answer::Report(ReportAnswer { table })
            }
            Query::Serials(ask) => Answer::Serials(self.serials(ask)?),
            Query::Shipment(ask) => {
                Answer::Shipment(ShipmentAnswer::of(self.shipment(&ask.tenant, &ask.shipment)?))
            }
            Query::Sourcing(ask) => {
                Answer::Sourcing(SourcingAnswer { sourcing: self.sourcing(&ask.tenant)? })
            }
            Query::Valuation(ask) => Answer::Valuation(self.valuation(&ask.tenant, &ask.skus)?),
            Query::StateHash(_) => Answer::StateHash(StateHashAnswer { hash: self.state_hash()? }),
            Query::Supply(ask) => Answer::Supply(self.supply(ask)?),
            Query::Transfer(ask) => {
                let transfer = self.transfer(&ask.tenant, &ask.transfer)?;
                Answer::Transfer(TransferAnswer { transfer })
            }
            Query::Todos(ask) => {
                let status = ask.status.unwrap_or(TodoStatus::Open);
                let todos = self.todos(&ask.tenant, ask.sku.as_ref(), status, ask.at)?;
                Answer::Todos(TodosAnswer { todos })
            }
            Query::TrackingGaps(ask) => {
                Answer::TrackingGaps(TrackingGapsAnswer { gaps: self.tracking_gaps(&ask.tenant)? })
            }
            Query::WriteBacks(ask) => Answer::WriteBacks(WriteBacksAnswer { plan: self.write_backs(ask)? }),
        })
    }

    fn load_one(&self, key: DocumentKey) -> Result<Snapshot, Error> {
        let mut keys = Keys::default();
        keys.documents.insert(key);
        Ok(self.store().load(&keys)?)
    }
}
