//! Parcels on their way: which are late, how long they take, which codes nobody knows, what channels are to be told.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::super::Oms;
use crate::error::Error;
use crate::order::Order;
use crate::shipment::{Parcel, Shipment};
use crate::store::{Document, DocumentKey, DocumentKind, Keys, Store};
use crate::tracking::{
    LearnParcelLimits, LearnedLimits, ParcelAlert, ParcelHistory, ParcelWatch, PlanWriteBacks, TrackingGap,
    WatchLane, WatchParcels, WatchTerms, WatchedParcel, WriteBackParcel, WriteBackPlan, WriteBackPolicy,
    WriteBackSource, learn_parcel_limits, plan_write_backs, tracking_gaps, watch_parcels,
};
use crate::value::{ChannelId, Instant, LineQuantity, OrderId, TenantId, Text};

/// Which parcels are late or stuck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskParcelAlerts"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskParcelAlerts {
    /// Whose.
    pub tenant: TenantId,
    /// When.
    pub at: Instant,
    /// By what.
    #[serde(default)]
    pub terms: WatchTerms,
    /// The alerts of the last time, to be told what is new and what is gone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standing: Vec<ParcelAlert>,
}

/// How long parcels take, learned of those that are under way or arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskParcelLimits"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskParcelLimits {
    /// Whose.
    pub tenant: TenantId,
    /// Which quantile, in thousandths.
    pub quantile_milli: u32,
    /// With fewer spans than this a lane has no limit of its own.
    pub min_samples: u32,
    /// No limit is learned below this, in minutes.
    #[serde(default)]
    pub floor_minutes: u32,
}

/// Codes of carriers that are in no table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskTrackingGaps"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskTrackingGaps {
    /// Whose.
    pub tenant: TenantId,
}

/// Which tracking numbers which channels are to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AskWriteBacks"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskWriteBacks {
    /// Whose.
    pub tenant: TenantId,
    /// When.
    pub at: Instant,
    /// How channels want to be told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policies: Vec<WriteBackPolicy>,
    /// Of which channel; of all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
}

/// Which parcels are late or stuck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ParcelAlertsAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParcelAlertsAnswer {
    /// What the watch found.
    pub watch: ParcelWatch,
}

/// How long parcels take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ParcelLimitsAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParcelLimitsAnswer {
    /// The limits, to be given to the watch.
    pub learned: LearnedLimits,
}

/// Codes that are in no table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "TrackingGapsAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrackingGapsAnswer {
    /// Each with the number of scans that bear it, by source and code.
    pub gaps: Vec<TrackingGap>,
}

/// Which numbers which channels are to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "WriteBacksAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteBacksAnswer {
    /// What to send now, and what waits for what. What channels have confirmed is left out.
    pub plan: WriteBackPlan,
}

impl<S: Store> Oms<S> {
    /// Which parcels are late or stuck at an instant. `O(shipments of the tenant)`.
    ///
    /// # Errors
    /// [`Error`] when the terms make no sense or the store fails.
    pub fn parcel_alerts(&self, ask: &AskParcelAlerts) -> Result<ParcelWatch, Error> {
        let shipments = self.shipments(&ask.tenant)?;
        let orders = self.orders_of(&ask.tenant, &shipments)?;
        let mut parcels = Vec::new();
        for shipment in &shipments {
            let order = orders.get(&shipment.order).map(|order| &**order);
            parcels.extend(shipment.parcels.iter().map(|parcel| WatchedParcel {
                shipment: shipment.id.clone(),
                parcel: parcel.id.clone(),
                lane: lane(shipment, order),
                paid_at: None,
                ship_by: None,
                shipped_at: Some(shipment.shipped_at),
                pickup_scan_by: None,
                deliver_by: order.and_then(|order| order.promise_by),
                events: parcel.events.clone(),
            }));
        }
        let (terms, standing) = (ask.terms.clone(), ask.standing.clone());
        watch_parcels(&WatchParcels { at: ask.at, terms, parcels, standing }).map_err(Error::Input)
    }

    /// How long parcels take by lane, learned of all scans. `O(scans of the tenant)`.
    ///
    /// # Errors
    /// [`Error`] when the quantile makes no sense or the store fails.
    pub fn parcel_limits(&self, ask: &AskParcelLimits) -> Result<LearnedLimits, Error> {
        let shipments = self.shipments(&ask.tenant)?;
        let orders = self.orders_of(&ask.tenant, &shipments)?;
        let mut history = Vec::new();
        for shipment in &shipments {
            let lane = lane(shipment, orders.get(&shipment.order).map(|order| &**order));
            let parcels = shipment.parcels.iter();
            history.extend(
                parcels.map(|parcel| ParcelHistory { lane: lane.clone(), events: parcel.events.clone() }),
            );
        }
        let AskParcelLimits { quantile_milli, min_samples, floor_minutes, .. } = *ask;
        let request = LearnParcelLimits { history, quantile_milli, min_samples, floor_minutes };
        learn_parcel_limits(&request).map_err(Error::Input)
    }

    /// The carriers' codes that are in no table, counted over all scans. `O(scans of the tenant)`.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn tracking_gaps(&self, tenant: &TenantId) -> Result<Vec<TrackingGap>, Error> {
        let shipments = self.shipments(tenant)?;
        let parcels = shipments.iter().flat_map(|shipment| &shipment.parcels);
        Ok(tracking_gaps(parcels.flat_map(|parcel| &parcel.events)))
    }

    /// Which tracking numbers which channels are to be told. `O(shipments of the tenant)`.
    ///
    /// # Errors
    /// [`Error`] when the store fails.
    pub fn write_backs(&self, ask: &AskWriteBacks) -> Result<WriteBackPlan, Error> {
        let shipments = self.shipments(&ask.tenant)?;
        let orders = self.orders_of(&ask.tenant, &shipments)?;
        let mut by_order: BTreeMap<&OrderId, Vec<WriteBackParcel>> = BTreeMap::new();
        for shipment in &shipments {
            let parcels = shipment.parcels.iter().map(|parcel| to_write_back(shipment, parcel));
            by_order.entry(&shipment.order).or_default().extend(parcels);
        }
        let mut plan = WriteBackPlan::default();
        for (id, parcels) in by_order {
            let Some(order) = orders.get(id) else { continue };
            if ask.channel.as_ref().is_some_and(|channel| *channel != order.channel) {
                continue;
            }
            let line = |line: &crate::order::OrderLine| LineQuantity {
                line: line.id.clone(),
                quantity: line.ordered,
            };
            let source = WriteBackSource {
                channel: order.channel.clone(),
                channel_order: order.channel_order_id.clone(),
                lines: order.lines.iter().map(line).collect(),
            };
            let (at, policies, sources) = (ask.at, ask.policies.clone(), vec![source]);
            let one =
                plan_write_backs(&PlanWriteBacks { at, policies, sources, parcels }).map_err(Error::Input)?;
            let open = |waiting: &crate::tracking::WriteBackWaiting| {
                waiting.reason != crate::tracking::WriteBackWait::Confirmed
            };
            plan.due.extend(one.due);
            plan.waiting.extend(one.waiting.into_iter().filter(open));
        }
        Ok(plan)
    }

    fn shipments(&self, tenant: &TenantId) -> Result<Vec<Arc<Shipment>>, Error> {
        let mut shipments = Vec::new();
        self.each_document(tenant, DocumentKind::Shipment, |document| {
            if let Document::Shipment(shipment) = document {
                shipments.push(Arc::clone(shipment));
            }
        })?;
        Ok(shipments)
    }

    /// The orders of shipments, in one load.
    fn orders_of(
        &self,
        tenant: &TenantId,
        shipments: &[Arc<Shipment>],
    ) -> Result<BTreeMap<OrderId, Arc<Order>>, Error> {
        let mut keys = Keys::default();
        keys.documents.extend(shipments.iter().map(|shipment| DocumentKey::order(tenant, &shipment.order)));
        let found = self.store().load(&keys)?.documents.into_iter();
        Ok(found
            .filter_map(|entry| match entry.stored.document {
                Document::Order(order) => Some((order.id.clone(), order)),
                _ => None,
            })
            .collect())
    }
}

/// Carrier, region of the receiver, and node and service as the lane.
fn lane(shipment: &Shipment, order: Option<&Order>) -> WatchLane {
    WatchLane {
        carrier: Some(shipment.carrier.clone()),
        region: order.and_then(|order| order.ship_to.region.clone()),
        lane: Text::new(format!("{}/{}", shipment.node, shipment.service)).ok(),
    }
}

fn to_write_back(shipment: &Shipment, parcel: &Parcel) -> WriteBackParcel {
    WriteBackParcel {
        shipment: shipment.id.clone(),
        parcel: parcel.id.clone(),
        carrier: shipment.carrier.clone(),
        number: parcel.tracking_number.clone(),
        shipped_at: shipment.shipped_at,
        picked_up_at: parcel.tracking().picked_up_at,
        lines: parcel.lines.clone(),
        told: parcel.told.clone(),
    }
}
