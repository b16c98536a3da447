//! The forms of what is asked of rate cards.

use serde::{Deserialize, Serialize};

use crate::carrier::{
    CarrierQuote, ExplainedQuote, QuoteRejection, RateCard, RateParcel, RateRequest, RateSheet, RateShipment,
    ServiceState, explain_quote, quote_shipment, read_rate_sheet, write_rate_sheet,
};
use crate::error::Error;
use crate::network::Node;
use crate::packing::{PackPlan, PackedParcel};
use crate::value::{Address, CarrierId, Instant, Problems, ServiceId, ShipmentId};

/// Shipments whose prices are asked for, and the cards to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "QuoteRatesOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuoteRatesOf {
    /// The cards.
    pub cards: Vec<RateCard>,
    /// The shipments.
    pub shipments: Vec<ShipmentToQuote>,
    /// How far services are used up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<ServiceState>,
    /// Whether to tell what each price is made of, and every reason of a refusal; else the price, or the first
    /// reason.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub explain: bool,
}

/// A shipment with its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipmentToQuote {
    /// What it is called in the answer.
    pub id: ShipmentId,
    /// The node that ships.
    pub from: Node,
    /// Where to.
    pub to: Address,
    /// When it is handed over.
    pub ready_at: Instant,
    /// What is sent.
    #[serde(default)]
    pub shipment: RateShipment,
    /// How it is packed: its boxes, as `pack_order` answers them, are the parcels then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packed: Option<PackPlan>,
}

/// What each service asks for each shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "QuoteRatesAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuoteRatesAnswer {
    /// The shipments, as they were asked.
    pub shipments: Vec<ShipmentQuotes>,
}

/// What each service asks for a shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShipmentQuotes {
    /// The shipment.
    pub id: ShipmentId,
    /// The cards, as they were given.
    pub services: Vec<ServiceQuote>,
}

/// What a service asks, or why it does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceQuote {
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's service.
    pub service: ServiceId,
    /// The price; absent when it refuses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<CarrierQuote>,
    /// What the price is made of, where that was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explained: Option<ExplainedQuote>,
    /// Why it refuses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<QuoteRejection>,
}

/// A table of rates to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "ReadRateSheet"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadRateSheet {
    /// The table as comma-separated values, with a row of column names first.
    pub csv: String,
}

/// Cards to be written as a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "WriteRateSheet"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteRateSheet {
    /// The cards.
    pub cards: Vec<RateCard>,
}

/// A table of rates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "WriteRateSheetAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteRateSheetAnswer {
    /// The table as comma-separated values.
    pub csv: String,
}

impl ReadRateSheet {
    pub(super) fn sheet(&self) -> RateSheet {
        read_rate_sheet(&self.csv)
    }
}

impl WriteRateSheet {
    pub(super) fn answer(&self) -> WriteRateSheetAnswer {
        WriteRateSheetAnswer { csv: write_rate_sheet(&self.cards) }
    }
}

pub(super) fn quoted(of: &QuoteRatesOf) -> Result<QuoteRatesAnswer, Error> {
    let mut problems = Problems::new();
    for (at, card) in of.cards.iter().enumerate() {
        problems.extend(card.problems().under(&format!("/cards/{at}")));
    }
    for (at, one) in of.shipments.iter().enumerate() {
        problems.extend(one.shipment.problems().under(&format!("/shipments/{at}/shipment")));
        if one.packed.is_some() && !one.shipment.parcels.is_empty() {
            let message = "the packed boxes are the parcels; name one or the other";
            problems.add("input.invalid_value", format!("/shipments/{at}/packed"), message);
        }
    }
    if !problems.is_empty() {
        return Err(Error::Input(problems));
    }
    let shipments = of.shipments.iter().map(|one| {
        let mut shipment = one.shipment.clone();
        shipment.parcels.extend(one.packed.iter().flat_map(|plan| &plan.parcels).map(parcel));
        let (from, to, ready_at) = (&one.from, &one.to, one.ready_at);
        let request = RateRequest { from, to, ready_at, shipment: &shipment, states: &of.states };
        let services = of.cards.iter().map(|card| service(card, &request, of.explain)).collect();
        ShipmentQuotes { id: one.id.clone(), services }
    });
    Ok(QuoteRatesAnswer { shipments: shipments.collect() })
}

/// A packed box as a carrier sees it.
fn parcel(packed: &PackedParcel) -> RateParcel {
    RateParcel {
        weight_grams: packed.weight_grams,
        dimensions: Some(packed.outside),
        carton: packed.carton.clone(),
    }
}

fn service(card: &RateCard, request: &RateRequest<'_>, explain: bool) -> ServiceQuote {
    let (quote, explained, reasons) = if explain {
        match explain_quote(card, request) {
            Ok(explained) => (Some(explained.quote.clone()), Some(explained), vec![]),
            Err(reasons) => (None, None, reasons),
        }
    } else {
        match quote_shipment(card, request) {
            Ok(quote) => (Some(quote), None, vec![]),
            Err(reason) => (None, None, vec![reason]),
        }
    };
    ServiceQuote { carrier: card.carrier.clone(), service: card.service.clone(), quote, explained, reasons }
}
