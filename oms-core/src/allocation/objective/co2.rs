//! What emissions cost.

use serde::{Deserialize, Serialize};

use super::{Term, is_whole, whole};
use crate::allocation::constraint::{Check, Sheet};
use crate::value::{CarrierId, Money, ServiceId};

/// Emissions at a price: a shipment costs `pricePerKg · (fixed + rate · weight · distance)`.
///
/// Rates are in grams of CO2 for a tonne carried a kilometre, as ISO 14083 and carriers' reports give them;
/// unknown distances count as nothing. The cost of a shipment is rounded to the minor unit once, halves up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Co2Term {
    /// What a kilogram costs.
    pub price_per_kg: Money,
    /// What services emit; one that is not named emits nothing.
    pub services: Vec<Co2Service>,
    /// How much it weighs, in thousandths.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub weight_per_mille: u32,
}

/// What a service emits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Co2Service {
    /// The carrier.
    pub carrier: CarrierId,
    /// The service; all of the carrier's that are not named themselves when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// Grams for each shipment.
    pub grams_per_shipment: u32,
    /// Grams for a tonne and a kilometre.
    pub grams_per_tonne_km: u32,
}

impl Term for Co2Term {
    fn check(&self, check: &mut Check<'_>) {
        check.unique("/services", self.services.iter().map(|row| (&row.carrier, &row.service)));
        check.money("/pricePerKg", Some(self.price_per_kg));
    }

    fn write(&self, sheet: &mut Sheet<'_, '_>) {
        let price = i128::from(self.price_per_kg.minor()).saturating_mul(i128::from(self.weight_per_mille));
        sheet.emissions(price, |option| {
            let of_carrier = || self.services.iter().filter(|row| row.carrier == option.carrier);
            let own = of_carrier().find(|row| row.service.as_ref() == Some(&option.service));
            let row = own.or_else(|| of_carrier().find(|row| row.service.is_none()));
            row.map_or((0, 0), |row| (row.grams_per_shipment, row.grams_per_tonne_km))
        });
    }
}
