//! The simple rules: one node after the other ships what it can, until nothing is left.

use std::cmp::Ordering;

use crate::allocation::instance::{ArrivalBoard, ArrivalLoad, ArrivalRule, InstanceShipment};

/// A rule that picks one node after the other; each ships what it can of what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SimpleRule {
    /// The first node of the list.
    Priority,
    /// The nearest node.
    Nearest,
    /// The nearest node that can ship all that is left; if none can, the nearest.
    NearestComplete,
    /// The node that can ship most units; the nearest of those.
    FewestShipments,
    /// The cheapest node that can ship all that is left; if none can, the one with the least cost per unit, where
    /// each shipment also costs a split. The nearest of equals.
    GreedyCost,
}

impl SimpleRule {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Priority, Self::Nearest, Self::NearestComplete, Self::FewestShipments, Self::GreedyCost];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Priority => "priority",
            Self::Nearest => "nearest",
            Self::NearestComplete => "nearest_complete",
            Self::FewestShipments => "fewest_shipments",
            Self::GreedyCost => "greedy_cost",
        }
    }

    /// Which of two loads is better; the lower node, if nothing else tells.
    fn better(self, case: &Case<'_>, left: &ArrivalLoad, right: &ArrivalLoad) -> Ordering {
        let far = |load: &ArrivalLoad| case.board.instance().distance_squared(load.node, case.region);
        let near = || far(left).cmp(&far(right));
        let fills = |load: &ArrivalLoad| load.units == case.wanted;
        let all = || fills(right).cmp(&fills(left));
        let by_rule = match self {
            Self::Priority => Ordering::Equal,
            Self::Nearest => near(),
            Self::NearestComplete => all().then_with(near),
            Self::FewestShipments => right.units.cmp(&left.units).then_with(near),
            Self::GreedyCost if fills(left) && fills(right) => left.cents.cmp(&right.cents).then_with(near),
            Self::GreedyCost => all().then_with(|| {
                // left / units of left against right / units of right, without a fraction.
                let each = |one: &ArrivalLoad, other: &ArrivalLoad| {
                    let cents = i128::from(one.cents).saturating_add(i128::from(case.split_cents));
                    cents.saturating_mul(i128::from(other.units))
                };
                each(left, right).cmp(&each(right, left)).then_with(near)
            }),
        };
        by_rule.then_with(|| left.node.cmp(&right.node))
    }
}

/// What is left to decide.
struct Case<'b> {
    board: &'b ArrivalBoard<'b>,
    region: u32,
    wanted: i64,
    split_cents: i64,
}

impl ArrivalRule for SimpleRule {
    fn decide(&self, board: &ArrivalBoard<'_>, order: u32) -> Vec<InstanceShipment> {
        let Some(row) = board.order(order) else { return vec![] };
        let mut wanted: Vec<u32> = board.lines(order).iter().map(|line| line.quantity).collect();
        let mut used = Vec::new();
        let mut shipments = Vec::new();
        let units =
            |wanted: &[u32]| wanted.iter().fold(0_i64, |sum, units| sum.saturating_add(i64::from(*units)));
        while shipments.len() < row.max_shipments as usize && units(&wanted) > 0 {
            let case = Case {
                board,
                region: row.region,
                wanted: units(&wanted),
                split_cents: board.instance().split_cents(),
            };
            let loads = board.loads(order, &wanted, &used);
            let Some(best) = loads.into_iter().min_by(|left, right| self.better(&case, left, right)) else {
                break;
            };
            for item in &best.items {
                if let Some(wanted) = wanted.get_mut(item.line as usize) {
                    *wanted = wanted.saturating_sub(item.quantity);
                }
            }
            used.push(best.node);
            shipments.push(best.shipment(order));
        }
        // All or nothing: units of such an order that cannot all ship are better left for the next one.
        if row.complete && units(&wanted) > 0 { vec![] } else { shipments }
    }
}
