//! One SKU as a flow problem: givers, takers, what a unit saves, and what became of each pair.

use std::collections::BTreeMap;

use super::flow::Graph;
use super::{
    CoverChange, RebalanceCell, RebalanceError, RebalanceLostTo, RebalancePassed, RebalanceReason,
    RebalanceRequest, RebalanceSuggestion, RebalanceTooDear, RebalanceWithoutLane, cover_days,
};
use crate::value::{Currency, Money, NodeId, Quantity, SkuId};

pub(super) type Lanes<'r> = BTreeMap<(&'r NodeId, &'r NodeId, Option<&'r SkuId>), Money>;

const SOURCE: usize = 0;
const SINK: usize = 1;

/// Units of a taker that save the same each.
struct Tier {
    vertex: usize,
    units: i64,
    /// What one of them saves, in thousandths of a minor unit.
    saves: i128,
}

/// A node that gives.
struct Giver<'r> {
    cell: &'r RebalanceCell,
    vertex: usize,
}

/// A node that needs.
struct Taker<'r> {
    cell: &'r RebalanceCell,
    tiers: Vec<Tier>,
}

/// The flow problem of one SKU.
pub(super) struct OneSku<'r> {
    sku: &'r SkuId,
    currency: Currency,
    lanes: &'r Lanes<'r>,
    givers: Vec<Giver<'r>>,
    takers: Vec<Taker<'r>>,
    /// The arcs by giver and tier.
    ways: BTreeMap<(usize, usize), usize>,
    graph: Graph,
}

impl<'r> OneSku<'r> {
    pub(super) fn new(
        request: &RebalanceRequest,
        sku: &'r SkuId,
        cells: &[&'r RebalanceCell],
        lanes: &'r Lanes<'r>,
    ) -> Self {
        let mut vertices = SINK;
        let mut next = || {
            vertices = vertices.saturating_add(1);
            vertices
        };
        let giving = cells.iter().filter(|cell| cell.excess() > 0);
        let givers: Vec<_> = giving.map(|cell| Giver { cell, vertex: next() }).collect();
        let needing = cells.iter().filter(|cell| cell.need() > 0);
        let takers: Vec<_> =
            needing.map(|cell| Taker { cell, tiers: tiers(cell, request.horizon_days, &mut next) }).collect();
        let mut graph = Graph::new(vertices.saturating_add(1));
        for giver in &givers {
            graph.add(SOURCE, giver.vertex, giver.cell.excess(), 0);
        }
        for tier in takers.iter().flat_map(|taker| &taker.tiers) {
            graph.add(tier.vertex, SINK, tier.units, 0);
        }
        let mut one =
            Self { sku, currency: request.currency, lanes, givers, takers, ways: BTreeMap::new(), graph };
        one.open_ways();
        one
    }

    /// Only ways on which a unit saves more than it costs.
    fn open_ways(&mut self) {
        for giver in &self.givers {
            for taker in &self.takers {
                let Some(cost) = lane(self.lanes, self.sku, giver.cell, taker.cell) else { continue };
                for tier in &taker.tiers {
                    let loses = thousandths(cost).saturating_sub(tier.saves);
                    if loses < 0 {
                        let room = giver.cell.excess().min(tier.units);
                        let arc = self.graph.add(giver.vertex, tier.vertex, room, loses);
                        self.ways.insert((giver.vertex, tier.vertex), arc);
                    }
                }
            }
        }
    }

    /// Finds the best flow and says what moves and why nothing else does.
    pub(super) fn solve(
        &mut self,
        suggestions: &mut Vec<RebalanceSuggestion>,
        passed: &mut Vec<RebalancePassed>,
    ) -> Result<(), RebalanceError> {
        self.graph.run(SOURCE, SINK);
        let moved = |vertex: usize| -> i64 {
            let ways = self.ways.iter().filter(|((giver, tier), _)| *giver == vertex || *tier == vertex);
            ways.map(|(_, arc)| self.graph.flow(*arc)).sum()
        };
        let given: BTreeMap<usize, i64> =
            self.givers.iter().map(|giver| (giver.vertex, moved(giver.vertex))).collect();
        let got = |taker: &Taker<'_>| taker.tiers.iter().map(|tier| moved(tier.vertex)).sum::<i64>();
        for giver in &self.givers {
            let sent = given.get(&giver.vertex).copied().unwrap_or(0);
            for taker in &self.takers {
                if let Some(found) = self.suggestion(giver, taker, sent, got(taker))? {
                    suggestions.push(found);
                }
            }
        }
        let total = given.values().sum();
        self.explain_passed(total, passed);
        Ok(())
    }

    fn suggestion(
        &self,
        giver: &Giver<'_>,
        taker: &Taker<'_>,
        sent: i64,
        got: i64,
    ) -> Result<Option<RebalanceSuggestion>, RebalanceError> {
        let Some(unit_cost) = lane(self.lanes, self.sku, giver.cell, taker.cell) else { return Ok(None) };
        let (mut units, mut saved) = (0_i64, 0_i128);
        for tier in &taker.tiers {
            let flow = self.flow(giver, tier);
            units = units.saturating_add(flow);
            saved = saved.saturating_add(tier.saves.saturating_mul(i128::from(flow)));
        }
        if units == 0 {
            return Ok(None);
        }
        let overflow = |_| RebalanceError::Overflow;
        let quantity = Quantity::try_from(units).map_err(|_| RebalanceError::Overflow)?;
        let cover = |cell: &RebalanceCell, change: i64| {
            let days = |units: i64| cover_days(units, cell.daily_demand_milli);
            let before = cell.position();
            CoverChange { before: days(before), after: days(before.saturating_add(change)) }
        };
        Ok(Some(RebalanceSuggestion {
            sku: self.sku.clone(),
            from: giver.cell.node.clone(),
            to: taker.cell.node.clone(),
            quantity,
            unit_cost,
            cost: unit_cost.times(quantity).map_err(overflow)?,
            margin_saved: self.money(saved).ok_or(RebalanceError::Overflow)?,
            from_cover: cover(giver.cell, sent.saturating_neg()),
            to_cover: cover(taker.cell, got),
        }))
    }

    fn explain_passed(&mut self, total: i64, passed: &mut Vec<RebalancePassed>) {
        // With a way back from sink to source the flow goes round, and any change of it is a cycle.
        let back = self.graph.add(SINK, SOURCE, i64::MAX, 0);
        self.graph.force(back, total);
        let mut found = BTreeMap::new();
        for taker in &self.takers {
            let mut ways_from: Vec<(i128, Vec<Option<i128>>)> = Vec::new();
            for tier in &taker.tiers {
                ways_from.push((tier.saves, self.graph.distances(tier.vertex)));
            }
            for giver in &self.givers {
                let moves = taker.tiers.iter().any(|tier| self.flow(giver, tier) > 0);
                if !moves {
                    let reason = self.reason(giver, taker, &ways_from);
                    found.insert((&giver.cell.node, &taker.cell.node), reason);
                }
            }
        }
        passed.extend(found.into_iter().map(|((from, to), reason)| RebalancePassed {
            sku: self.sku.clone(),
            from: from.clone(),
            to: to.clone(),
            reason,
        }));
    }

    fn reason(
        &self,
        giver: &Giver<'_>,
        taker: &Taker<'_>,
        ways_from: &[(i128, Vec<Option<i128>>)],
    ) -> RebalanceReason {
        let Some(unit_cost) = lane(self.lanes, self.sku, giver.cell, taker.cell) else {
            return RebalanceReason::NoLane(RebalanceWithoutLane {});
        };
        let saves = taker.tiers.iter().map(|tier| tier.saves).max().unwrap_or(0);
        let money = |milli: i128| self.money(milli).unwrap_or(Money::from_minor(i64::MAX, self.currency));
        let unit_saved = money(saves);
        if thousandths(unit_cost) >= saves {
            return RebalanceReason::TooDear(RebalanceTooDear { unit_cost, unit_saved });
        }
        // One unit forced along this pair, and the cheapest way round that makes room for it.
        let forced = ways_from.iter().filter_map(|(saves, distances)| {
            let round = distances.get(giver.vertex).copied().flatten()?;
            Some(round.saturating_add(thousandths(unit_cost)).saturating_sub(*saves))
        });
        let worse_by = money(forced.min().unwrap_or(0).max(0));
        RebalanceReason::LostTo(RebalanceLostTo { unit_cost, unit_saved, worse_by })
    }

    fn flow(&self, giver: &Giver<'_>, tier: &Tier) -> i64 {
        self.ways.get(&(giver.vertex, tier.vertex)).map_or(0, |arc| self.graph.flow(*arc))
    }

    /// Thousandths of a minor unit as money, rounded down; `None` beyond what money can hold.
    fn money(&self, milli: i128) -> Option<Money> {
        let minor = i64::try_from(milli.div_euclid(1000)).ok()?;
        Some(Money::from_minor(minor, self.currency))
    }
}

/// The units that a node needs, by what they save: whole units of demand without stock first, then the one that would
/// be needed in part. Units that save nothing never move and are left out.
fn tiers(cell: &RebalanceCell, horizon_days: u32, next: &mut impl FnMut() -> usize) -> Vec<Tier> {
    let (need, short) = (cell.need(), cell.shortfall_milli(horizon_days));
    let whole = i64::try_from(short / 1000).unwrap_or(i64::MAX).min(need);
    let margin = i128::from(cell.unit_margin.minor());
    let mut tiers = Vec::new();
    if whole > 0 {
        tiers.push(Tier { vertex: next(), units: whole, saves: margin.saturating_mul(1000) });
    }
    let part = short % 1000;
    if part > 0 && whole < need {
        tiers.push(Tier { vertex: next(), units: 1, saves: margin.saturating_mul(part) });
    }
    tiers
}

fn lane(lanes: &Lanes<'_>, sku: &SkuId, from: &RebalanceCell, to: &RebalanceCell) -> Option<Money> {
    let own = lanes.get(&(&from.node, &to.node, Some(sku)));
    own.or_else(|| lanes.get(&(&from.node, &to.node, None))).copied()
}

fn thousandths(money: Money) -> i128 {
    i128::from(money.minor()).saturating_mul(1000)
}
