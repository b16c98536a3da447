//! Telling channels the tracking numbers of their orders: what is due, once per source order and parcel.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::shipment::{WriteBack, WriteBackStatus};
use crate::value::{
    CarrierId, ChannelId, ChannelOrderId, Instant, LineQuantity, ParcelId, Problems, ShipmentId,
    TrackingNumber,
};

/// The order as a channel knows it. A merged order has several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteBackSource {
    /// The channel.
    pub channel: ChannelId,
    /// The channel's id of the order.
    pub channel_order: ChannelOrderId,
    /// Its lines; a parcel concerns it when one of them is in it. Every parcel does when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineQuantity>,
}

/// A parcel that left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteBackParcel {
    /// Its shipment.
    pub shipment: ShipmentId,
    /// The parcel.
    pub parcel: ParcelId,
    /// With which carrier.
    pub carrier: CarrierId,
    /// Its number; without one it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<TrackingNumber>,
    /// When it left.
    pub shipped_at: Instant,
    /// The carrier's first scan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picked_up_at: Option<Instant>,
    /// What is in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineQuantity>,
    /// What the channels were told of it so far.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<WriteBack>,
}

/// Which parcels of an order a channel takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WriteBackParcels {
    /// All of them.
    #[default]
    All,
    /// The first that left: the channel takes one number.
    First,
    /// The last that left: the channel takes one number and lets it be replaced.
    Last,
}

/// When a channel is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WriteBackMoment {
    /// When the parcel left. Channels punish numbers that no carrier has scanned for long.
    #[default]
    Shipped,
    /// When the carrier scanned it.
    PickedUp,
}

/// How a channel wants to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteBackPolicy {
    /// Which channel.
    pub channel: ChannelId,
    /// Which parcels.
    #[serde(default)]
    pub parcels: WriteBackParcels,
    /// When.
    #[serde(default)]
    pub moment: WriteBackMoment,
    /// What the channel calls carriers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carriers: Vec<ChannelCarrier>,
    /// So many minutes after each failure it is tried again; after the last it is for people. Never, when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retry_after: Vec<u32>,
    /// So many minutes after sending without an answer it is sent again: at least once. An hour when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resend_after: Option<u32>,
}

/// What a channel calls a carrier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChannelCarrier {
    /// The carrier.
    pub carrier: CarrierId,
    /// The channel's code.
    pub code: String,
}

/// What is to be planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PlanWriteBacks"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanWriteBacks {
    /// When.
    pub at: Instant,
    /// How channels want to be told; all parcels when they left, for a channel without a policy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policies: Vec<WriteBackPolicy>,
    /// The source orders of one order.
    pub sources: Vec<WriteBackSource>,
    /// Its parcels.
    pub parcels: Vec<WriteBackParcel>,
}

/// A message that a channel is to be sent now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteBackDue {
    /// The channel.
    pub channel: ChannelId,
    /// The channel's id of the order.
    pub channel_order: ChannelOrderId,
    /// The shipment.
    pub shipment: ShipmentId,
    /// The parcel. Channel order, shipment and parcel are the message's identity.
    pub parcel: ParcelId,
    /// The number.
    pub number: TrackingNumber,
    /// The carrier.
    pub carrier: CarrierId,
    /// What the channel calls the carrier, where a policy says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier_code: Option<String>,
    /// When the parcel left.
    pub shipped_at: Instant,
    /// The source order's lines in it.
    pub lines: Vec<LineQuantity>,
    /// The number that the channel has confirmed and that this one replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<TrackingNumber>,
    /// Which attempt this is, from 1 on.
    pub attempt: u32,
    /// Whether no carrier has scanned the parcel yet: telling it now is a risk with channels that check.
    pub early: bool,
}

/// Why a message is not sent now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WriteBackWait {
    /// The channel has confirmed it.
    Confirmed,
    /// It was sent, and the answer may still come.
    Sent,
    /// It failed, and the time to try again has not come.
    Retry,
    /// It failed too often: somebody has to look.
    Manual,
    /// The parcel has no number yet.
    NoNumber,
    /// The carrier has not scanned it, and the channel wants that first.
    NotPickedUp,
    /// The channel takes another parcel of this order.
    OtherParcel,
}

/// A message that is not sent now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteBackWaiting {
    /// The channel.
    pub channel: ChannelId,
    /// The channel's id of the order.
    pub channel_order: ChannelOrderId,
    /// The shipment.
    pub shipment: ShipmentId,
    /// The parcel.
    pub parcel: ParcelId,
    /// Why.
    pub reason: WriteBackWait,
    /// Until when, where time alone ends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
}

/// What to send, and what not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "WriteBackPlan"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteBackPlan {
    /// What to send now, by source order and parcel.
    pub due: Vec<WriteBackDue>,
    /// Everything else, with the reason.
    pub waiting: Vec<WriteBackWaiting>,
}

/// Plans which numbers which channels are to be told: every source order of every parcel that concerns it, once, and
/// again until the channel confirms it. A number that changed after it was confirmed is a correction. `O(sources ×
/// parcels)`.
///
/// # Errors
/// [`Problems`] when a source order or a parcel stands there twice.
pub fn plan_write_backs(request: &PlanWriteBacks) -> Result<WriteBackPlan, Problems> {
    let mut problems = Problems::new();
    let mut seen = BTreeSet::new();
    for (at, source) in request.sources.iter().enumerate() {
        if !seen.insert((&source.channel, &source.channel_order)) {
            let message = format!("`{}` of `{}` stands here twice", source.channel_order, source.channel);
            problems.add("tracking.duplicate_source", format!("/sources/{at}"), message);
        }
    }
    let mut seen = BTreeSet::new();
    for (at, parcel) in request.parcels.iter().enumerate() {
        if !seen.insert((&parcel.shipment, &parcel.parcel)) {
            let message = format!("parcel `{}` of `{}` stands here twice", parcel.parcel, parcel.shipment);
            problems.add("tracking.duplicate_parcel", format!("/parcels/{at}"), message);
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut parcels: Vec<&WriteBackParcel> = request.parcels.iter().collect();
    parcels.sort_by_key(|parcel| (parcel.shipped_at, &parcel.shipment, &parcel.parcel));
    let mut plan = WriteBackPlan::default();
    for source in &request.sources {
        let policy = request.policies.iter().find(|policy| policy.channel == source.channel);
        let which = policy.map(|policy| policy.parcels).unwrap_or_default();
        let concerned: Vec<_> = parcels.iter().filter(|parcel| source.is_in(parcel)).collect();
        for (at, parcel) in concerned.iter().enumerate() {
            let one = match which {
                WriteBackParcels::All => true,
                WriteBackParcels::First => at == 0,
                WriteBackParcels::Last => at.saturating_add(1) == concerned.len(),
            };
            source.plan(parcel, policy, one, request.at, &mut plan);
        }
    }
    Ok(plan)
}

impl WriteBackSource {
    fn is_in(&self, parcel: &WriteBackParcel) -> bool {
        let mine = |named: &LineQuantity| self.lines.iter().any(|line| line.line == named.line);
        self.lines.is_empty() || parcel.lines.is_empty() || parcel.lines.iter().any(mine)
    }

    fn plan(
        &self,
        parcel: &WriteBackParcel,
        policy: Option<&WriteBackPolicy>,
        one: bool,
        at: Instant,
        plan: &mut WriteBackPlan,
    ) {
        let told = parcel
            .told
            .iter()
            .find(|told| told.channel == self.channel && told.channel_order == self.channel_order);
        match self.judge(parcel, policy, told, one, at) {
            Ok(due) => plan.due.push(due),
            Err((reason, until)) => plan.waiting.push(WriteBackWaiting {
                channel: self.channel.clone(),
                channel_order: self.channel_order.clone(),
                shipment: parcel.shipment.clone(),
                parcel: parcel.parcel.clone(),
                reason,
                until,
            }),
        }
    }

    fn judge(
        &self,
        parcel: &WriteBackParcel,
        policy: Option<&WriteBackPolicy>,
        told: Option<&WriteBack>,
        one: bool,
        at: Instant,
    ) -> Result<WriteBackDue, (WriteBackWait, Option<Instant>)> {
        let Some(number) = &parcel.number else { return Err((WriteBackWait::NoNumber, None)) };
        let moment = policy.map(|policy| policy.moment).unwrap_or_default();
        if !one {
            return Err((WriteBackWait::OtherParcel, None));
        }
        if moment == WriteBackMoment::PickedUp && parcel.picked_up_at.is_none() {
            return Err((WriteBackWait::NotPickedUp, None));
        }
        let same = told.filter(|told| told.number == *number);
        if let Some(told) = same {
            let resend = policy.and_then(|policy| policy.resend_after).unwrap_or(60);
            let retries = policy.map(|policy| policy.retry_after.as_slice()).unwrap_or_default();
            let failures = usize::try_from(told.failures).unwrap_or(usize::MAX);
            let (reason, until) = match told.status {
                WriteBackStatus::Confirmed => return Err((WriteBackWait::Confirmed, None)),
                WriteBackStatus::Sent => (WriteBackWait::Sent, after(told.at, resend)),
                WriteBackStatus::Failed => match retries.get(failures.saturating_sub(1)) {
                    Some(minutes) => (WriteBackWait::Retry, after(told.at, *minutes)),
                    None => return Err((WriteBackWait::Manual, None)),
                },
            };
            if at < until {
                return Err((reason, Some(until)));
            }
        }
        let code =
            policy.and_then(|policy| policy.carriers.iter().find(|known| known.carrier == parcel.carrier));
        Ok(WriteBackDue {
            channel: self.channel.clone(),
            channel_order: self.channel_order.clone(),
            shipment: parcel.shipment.clone(),
            parcel: parcel.parcel.clone(),
            number: number.clone(),
            carrier: parcel.carrier.clone(),
            carrier_code: code.map(|known| known.code.clone()),
            shipped_at: parcel.shipped_at,
            lines: self.share(parcel),
            replaces: told.and_then(|told| told.confirmed.clone()).filter(|confirmed| confirmed != number),
            attempt: same.map_or(1, |told| told.attempts.saturating_add(1)),
            early: parcel.picked_up_at.is_none(),
        })
    }

    /// The lines of the source order that are in the parcel. A line of a merged order belongs to one source.
    fn share(&self, parcel: &WriteBackParcel) -> Vec<LineQuantity> {
        let own: BTreeMap<_, _> = self.lines.iter().map(|line| (&line.line, line.quantity)).collect();
        let mine = parcel.lines.iter().filter_map(|named| match own.get(&named.line) {
            Some(ordered) => Some(LineQuantity { quantity: named.quantity.min(*ordered), ..named.clone() }),
            None => own.is_empty().then(|| named.clone()),
        });
        mine.collect()
    }
}

fn after(at: Instant, minutes: u32) -> Instant {
    at.checked_add_signed(chrono::Duration::minutes(i64::from(minutes))).unwrap_or(Instant::MAX_UTC)
}
