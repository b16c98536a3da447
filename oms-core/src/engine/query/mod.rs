//! Queries: everything that can be asked of the engine without changing anything.

mod journal;
mod order;
mod stock;

pub use journal::{
    AskAudit, AskJournal, AskReport, AskStateHash, AuditAnswer, JournalAnswer, ReportAnswer, StateHashAnswer,
};
pub use order::{AskOrder, AskShipment, OrderAnswer, OrderView, ShipmentAnswer};
pub use stock::{AskAvailability, Availability, AvailabilityAnswer, GroupAvailability, NodeAvailability};

use serde::{Deserialize, Serialize};

use super::Oms;
use crate::error::Error;
use crate::report::report;
use crate::store::{DocumentKey, Keys, Snapshot, Store};

/// Something asked of the engine that changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Query {
    /// Prove the identities over the whole store.
    Audit(AskAudit),
    /// How many units could be promised.
    Availability(AskAvailability),
    /// What happened.
    Journal(AskJournal),
    /// An order.
    Order(AskOrder),
    /// A report.
    Report(AskReport),
    /// A shipment.
    Shipment(AskShipment),
    /// The hash of everything stored.
    StateHash(AskStateHash),
}

/// The answer to a query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "answers are few at a time and live shortly")]
pub enum Answer {
    /// What the audit found.
    Audit(AuditAnswer),
    /// How many units could be promised.
    Availability(AvailabilityAnswer),
    /// What happened.
    Journal(JournalAnswer),
    /// The order.
    Order(OrderAnswer),
    /// The report.
    Report(ReportAnswer),
    /// The shipment.
    Shipment(ShipmentAnswer),
    /// The hash.
    StateHash(StateHashAnswer),
}

impl<S: Store> Oms<S> {
    /// Answers a query.
    ///
    /// # Errors
    /// [`Error`] when the query is wrong or the store fails. What does not exist is an empty answer, not an error.
    pub fn query(&self, query: &Query) -> Result<Answer, Error> {
        Ok(match query {
            Query::Audit(_) => Answer::Audit(AuditAnswer { audit: self.audit()? }),
            Query::Availability(ask) => {
                let skus = self.availability_for(&ask.tenant, &ask.skus, ask.at, ask.class)?;
                Answer::Availability(AvailabilityAnswer { skus })
            }
            Query::Journal(ask) => Answer::Journal(self.journal(ask.tenant.as_ref(), ask.from, ask.limit)?),
            Query::Order(ask) => Answer::Order(OrderAnswer { order: self.order(&ask.tenant, &ask.order)? }),
            Query::Report(ask) => {
                let facts = self.facts(&ask.tenant)?;
                let table = report(&facts, &ask.query).map_err(|error| Error::from(error).under("/query"))?;
                Answer::Report(ReportAnswer { table })
            }
            Query::Shipment(ask) => {
                let shipment = self.shipment(&ask.tenant, &ask.shipment)?;
                Answer::Shipment(ShipmentAnswer { shipment })
            }
            Query::StateHash(_) => Answer::StateHash(StateHashAnswer { hash: self.state_hash()? }),
        })
    }

    fn load_one(&self, key: DocumentKey) -> Result<Snapshot, Error> {
        let mut keys = Keys::default();
        keys.documents.insert(key);
        Ok(self.store().load(&keys)?)
    }
}
