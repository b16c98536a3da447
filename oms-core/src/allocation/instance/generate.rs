//! Instances made by seed: families of our own, in whole numbers, the same bytes everywhere.

mod demand;
mod family;
mod place;
mod supply;

use super::{INSTANCE_FORMAT, InstanceFile, InstanceSkus};
use crate::allocation::dice::Dice;
pub use family::{InstanceFamily, UnknownFamily};

/// What each shipment after the first costs in every family.
const SPLIT_CENTS: i64 = 140;

/// Makes the instance of a family and a seed: `FAMILY-SEED`.
///
/// Cities are strewn over a map of 3,600 by 2,000 km, nodes and regions around them. Demand is skewed towards some
/// SKUs, and baskets come from one category. Stock is laid out after the demand, so that the family decides how
/// scarce it is.
///
/// ```
/// use oms_core::allocation::instance::{InstanceFamily, generate};
///
/// let family: InstanceFamily = "scarce-200".parse()?;
/// let instance = generate(family, 7).dense().expect("every seed makes a sound instance");
/// assert_eq!((instance.name(), instance.orders().len()), ("scarce-200-7", 200));
/// # Ok::<(), oms_core::allocation::instance::UnknownFamily>(())
/// ```
#[must_use]
pub fn generate(family: InstanceFamily, seed: u64) -> InstanceFile {
    let shape = family.shape();
    let mut dice = Dice::new(family.salt(), seed);
    let services = place::services();
    let (nodes, regions) = place::places(&shape, &mut dice);
    let zone = place::zones(&nodes, &regions);
    let skus = InstanceSkus {
        weight_g: (0..shape.skus).map(|_| weight(&mut dice)).collect(),
        short_cents: (0..shape.skus).map(|_| dice.within(20, 80).saturating_mul(100)).collect(),
    };
    let orders = demand::orders(&shape, regions.len(), &mut dice);
    let mut file = InstanceFile {
        format: INSTANCE_FORMAT.to_owned(),
        name: format!("{}-{seed}", family.name()),
        family: family.name().to_owned(),
        mode: shape.mode,
        weight_step_g: 1000,
        split_cents: SPLIT_CENTS,
        nodes,
        regions,
        zone,
        services,
        skus,
        stock: super::InstanceStock { sku: vec![], node: vec![], qty: vec![] },
        orders,
    };
    supply::stock(&shape, &mut file, &mut dice);
    supply::capacity(&shape, &mut file, &mut dice);
    file
}

/// Grams: as likely to be in each octave from 40 g to 1.3 kg, less likely up to 10 kg.
fn weight(dice: &mut Dice) -> i64 {
    let octave = if dice.percent(88) { dice.below(5) } else { dice.within(5, 7) };
    let low = 40_i64 << octave.clamp(0, 16);
    dice.within(low, low.saturating_mul(2) - 1)
}
