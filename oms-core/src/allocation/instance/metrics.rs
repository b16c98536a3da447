//! What a solution is worth: one row for each instance and strategy, in whole numbers, ready for a table.

use serde::{Deserialize, Serialize};

use super::{Instance, InstanceError, SolutionCost, SolutionFile, check_claim};

/// One strategy on one instance. Shares are in millionths, rounded down; a share of nothing is absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BenchRow {
    /// The instance.
    pub instance: String,
    /// The family of the instance.
    pub family: String,
    /// The strategy.
    pub strategy: String,
    /// How many orders there are.
    pub orders: u64,
    /// What the solution costs.
    pub cost_cents: i64,
    /// The carriers' part.
    pub freight_cents: i64,
    /// The nodes' part: shipments and units.
    pub handling_cents: i64,
    /// Split shipments.
    pub split_cents: i64,
    /// Days late.
    pub late_cents: i64,
    /// Units left unfilled. Where it is most of the cost, so are its differences: look at freight apart.
    pub short_cents: i64,
    /// A cost that no solution is below.
    pub bound_cents: i64,
    /// `(cost - bound) / bound`, in millionths.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap_ppm: Option<i64>,
    /// Units shipped of those ordered, in millionths.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fill_ppm: Option<i64>,
    /// Shipments.
    pub shipments: u64,
    /// Shipments for each order that ships anything, in millionths.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipments_per_order_ppm: Option<i64>,
    /// Kilometres over all shipments.
    pub kilometres: i64,
    /// Shipments that come late, in millionths.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_ppm: Option<i64>,
    /// Nanoseconds per order: the median, where whoever called had a clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub median_ns: Option<u64>,
    /// Nanoseconds per order: 99 of 100 were faster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p99_ns: Option<u64>,
}

/// `part / whole` in millionths, rounded down.
fn ppm(part: i64, whole: i64) -> Option<i64> {
    let share = i128::from(part).saturating_mul(1_000_000).checked_div_euclid(i128::from(whole))?;
    i64::try_from(share).ok()
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

/// The row of a solution that the checker takes. `bound_cents` is the best bound known: the larger of what the
/// strategy proved and what [`lower_bound`](super::lower_bound) says of any instance.
///
/// # Errors
/// [`InstanceError::Infeasible`] with every rule that the solution breaks.
pub fn bench_row(
    instance: &Instance,
    strategy: &str,
    solution: &SolutionFile,
    bound_cents: i64,
) -> Result<BenchRow, InstanceError> {
    let checked = check_claim(instance, solution)?;
    let SolutionCost { fixed, handling, freight, late, split, short } = checked.cost;
    let ordered =
        instance.all_lines().iter().map(|line| i64::from(line.quantity)).fold(0, i64::saturating_add);
    let items = solution.shipments.iter().flat_map(|shipment| &shipment.items);
    let shipped = items.map(|item| i64::from(item.quantity)).fold(0, i64::saturating_add);
    let mut with_shipment = vec![false; instance.orders().len()];
    let (mut kilometres, mut late_shipments) = (0_i64, 0_i64);
    for shipment in &solution.shipments {
        let Some(order) = instance.orders().get(shipment.order as usize) else { continue };
        if let Some(with) = with_shipment.get_mut(shipment.order as usize) {
            *with = true;
        }
        kilometres = kilometres.saturating_add(instance.distance_km(shipment.node, order.region));
        let day = instance.zone(shipment.node, order.region).and_then(|zone| {
            let days = *instance.services().get(shipment.service as usize)?.days.get(zone)?;
            Some(instance.nodes().get(shipment.node as usize)?.ready_day.saturating_add(days))
        });
        late_shipments = late_shipments.saturating_add(i64::from(day > Some(order.promise_day)));
    }
    let shipments = count(solution.shipments.len());
    Ok(BenchRow {
        instance: instance.name().to_owned(),
        family: instance.family().to_owned(),
        strategy: strategy.to_owned(),
        orders: instance.orders().len() as u64,
        cost_cents: checked.total_cents,
        freight_cents: freight,
        handling_cents: fixed.saturating_add(handling),
        split_cents: split,
        late_cents: late,
        short_cents: short,
        bound_cents,
        gap_ppm: ppm(checked.total_cents.saturating_sub(bound_cents), bound_cents),
        fill_ppm: ppm(shipped, ordered),
        shipments: solution.shipments.len() as u64,
        shipments_per_order_ppm: ppm(shipments, count(with_shipment.iter().filter(|with| **with).count())),
        kilometres,
        late_ppm: ppm(late_shipments, shipments),
        median_ns: None,
        p99_ns: None,
    })
}
