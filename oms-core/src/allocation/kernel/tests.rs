//! The solver against every way to ship a small order.

use proptest::prelude::*;

use super::{Band, Cell, Limit, Line, Node, Order, Service, Solver, Surcharge, Together};

/// An order as the caller would describe it.
#[derive(Clone, Debug)]
struct Case {
    split: i64,
    max_shipments: u32,
    complete: bool,
    lines: Vec<Line>,
    nodes: Vec<Place>,
}

#[derive(Clone, Debug)]
struct Place {
    node: Node,
    cells: Vec<Cell>,
    services: Vec<(Service, Vec<Band>)>,
    surcharges: Vec<Surcharge>,
}

impl Case {
    fn order(&self) -> Order {
        let mut order = Order::default();
        order.reset(self.split, self.max_shipments, self.complete);
        for line in &self.lines {
            order.line(*line);
        }
        for place in &self.nodes {
            let bands = place.services.iter().flat_map(|(_, bands)| bands.iter().copied());
            let services = place.services.iter().map(|(service, _)| *service);
            let surcharges = place.surcharges.iter().copied();
            order.node_with(place.node, place.cells.iter().copied(), services, bands, surcharges);
        }
        order
    }

    /// What shipping these units (by node, then line) costs; `None` if it is not allowed. Written from the rules alone.
    fn cost(&self, units: &[Vec<u32>]) -> Option<i64> {
        let mut cost = 0;
        let mut shipments = 0;
        let mut left: Vec<u32> = self.lines.iter().map(|line| line.units).collect();
        for (place, row) in self.nodes.iter().zip(units) {
            let count: u64 = row.iter().map(|units| u64::from(*units)).sum();
            if count == 0 {
                continue;
            }
            shipments += 1;
            let mut grams = 0;
            let mut value = 0;
            cost += place.node.fixed;
            for (at, (line, units)) in self.lines.iter().zip(row).enumerate() {
                left[at] = left[at].checked_sub(*units)?;
                grams += line.grams * u64::from(*units);
                value += line.value * u64::from(*units);
                cost += place.cells[at].unit_cost * i64::from(*units);
                let pool = self.lines.iter().zip(row).filter(|(other, _)| other.pool == line.pool);
                if pool.map(|(_, units)| *units).sum::<u32>() > place.cells[at].stock {
                    return None;
                }
            }
            if count > place.node.cap_units
                || count < place.node.least_units
                || value < place.node.least_value
            {
                return None;
            }
            let price = |(service, bands): &(Service, Vec<Band>)| {
                let steps =
                    |grams: u64| if service.step_grams == 0 { 0 } else { grams.div_ceil(service.step_grams) };
                let banded = bands.iter().find(|band| grams <= band.up_to).map(|band| band.price);
                let stepped = service.base
                    + service.step_cost * i64::try_from(steps(grams.saturating_sub(service.from))).unwrap();
                (grams <= service.max_grams).then(|| banded.unwrap_or(stepped))
            };
            cost += place.services.iter().filter_map(price).min()?;
            for one in &place.surcharges {
                cost += one.unit_cost * i64::try_from(count.saturating_sub(one.above)).unwrap();
            }
        }
        for (at, line) in self.lines.iter().enumerate() {
            let Some(together) = line.together else { continue };
            for (other_at, other) in self.lines.iter().enumerate() {
                if other.together.is_none_or(|one| one.group != together.group) {
                    continue;
                }
                let apart = units.iter().enumerate().any(|(a, one)| {
                    units.iter().enumerate().any(|(b, two)| a != b && one[at] > 0 && two[other_at] > 0)
                });
                let broken = together.whole && ((left[at] == 0) != (left[other_at] == 0));
                if apart || broken || (together.whole && left[at] != 0 && left[at] != line.units) {
                    return None;
                }
            }
        }
        let is_whole = left.iter().all(|left| *left == 0);
        if shipments > self.max_shipments || (self.complete && shipments > 0 && !is_whole) {
            return None;
        }
        let short: i64 =
            self.lines.iter().zip(&left).map(|(line, left)| line.short_cost * i64::from(*left)).sum();
        Some(cost + short + self.split * i64::from(shipments.max(1) - 1))
    }

    /// The lowest cost of all ways to ship.
    fn brute_force(&self) -> i64 {
        let mut units = vec![vec![0; self.lines.len()]; self.nodes.len()];
        let mut best = i64::MAX;
        self.every(0, &mut units, &mut best);
        best
    }

    fn every(&self, cell: usize, units: &mut Vec<Vec<u32>>, best: &mut i64) {
        let (node, line) = (cell / self.lines.len(), cell % self.lines.len());
        if node == self.nodes.len() {
            *best = (*best).min(self.cost(units).unwrap_or(i64::MAX));
            return;
        }
        let taken: u32 = units.iter().map(|row| row[line]).sum();
        let most = self.nodes[node].cells[line].stock.min(self.lines[line].units - taken);
        for count in 0..=most {
            units[node][line] = count;
            self.every(cell + 1, units, best);
        }
        units[node][line] = 0;
    }
}

fn check(case: &Case, solver: &mut Solver) {
    let mut order = case.order();
    let outcome = solver.solve(&mut order, Limit::default()).unwrap();
    let mut units = vec![vec![0; case.lines.len()]; case.nodes.len()];
    for shipment in solver.shipments() {
        units[shipment.node].copy_from_slice(shipment.units);
    }
    assert_eq!(case.cost(&units), Some(outcome.cost), "{case:?}");
    let best = case.brute_force();
    assert_eq!((outcome.cost, outcome.bound, outcome.proved), (best, best, true), "{case:?}");
    let low = solver.solve(&mut order, Limit { nodes: 20 }).unwrap();
    assert!(
        low.bound <= best && low.cost >= best && low.proved == (low.bound == low.cost),
        "{low:?} {case:?}"
    );
}

fn service() -> impl Strategy<Value = (Service, Vec<Band>)> {
    let limit = prop_oneof![Just(u64::MAX), 500_u64..4000];
    let bands = prop::collection::vec((1_u64..900, 0_i64..400), 0..3);
    (0_i64..400, -5_i64..60, prop_oneof![Just(0_u64), Just(1000), 1_u64..700], limit, bands).prop_map(
        |(base, step_cost, step_grams, max_grams, raw)| {
            let mut up_to = 0;
            let mut bands = Vec::new();
            for (more, price) in raw {
                up_to += more;
                bands.push(Band { up_to, price });
            }
            let count = u32::try_from(bands.len()).unwrap();
            (Service { base, step_cost, step_grams, from: up_to, max_grams, bands: count }, bands)
        },
    )
}

fn place(lines: usize, plain: bool) -> impl Strategy<Value = Place> {
    let cell = (0_u32..3, -40_i64..120).prop_map(|(stock, unit_cost)| Cell { stock, unit_cost });
    let cap = prop_oneof![4 => Just(u64::MAX), 1 => 0_u64..6];
    let least = prop_oneof![4 => Just((1_u64, 0_u64)), 1 => (0_u64..4, 0_u64..60)];
    let surcharge = (0_u64..4, 0_i64..80).prop_map(|(above, unit_cost)| Surcharge { above, unit_cost });
    let node = (-50_i64..200, cap, least).prop_map(move |(fixed, cap_units, (least_units, least_value))| {
        if plain {
            return Node { fixed: fixed.max(0), ..Node::default() };
        }
        Node { fixed, cap_units, least_units, least_value }
    });
    let surcharges = prop::collection::vec(surcharge, 0..=if plain { 0 } else { 2 });
    let services = prop::collection::vec(service(), 0..3);
    (node, prop::collection::vec(cell, lines), services, surcharges)
        .prop_map(|(node, cells, services, surcharges)| Place { node, cells, services, surcharges })
}

fn case(plain: bool) -> impl Strategy<Value = Case> {
    (1_usize..=3, 1_usize..=3).prop_flat_map(move |(lines, nodes)| {
        let together = prop_oneof![
            4 => Just(None),
            1 => (0_u32..2, any::<bool>()).prop_map(|(group, whole)| {
                Some(Together { group: group * 2 + u32::from(whole), whole })
            })
        ];
        let line =
            (1_u32..4, 0_u64..900, prop_oneof![0_i64..500, 0_i64..5000], 0_u64..40, 0_u32..3, together);
        let lines = prop::collection::vec(line, lines);
        lines.prop_flat_map(move |raw| {
            let lines: Vec<Line> = raw
                .iter()
                .enumerate()
                .map(|(at, (units, grams, short_cost, value, pool, together))| Line {
                    units: *units,
                    grams: *grams,
                    short_cost: *short_cost,
                    value: *value,
                    pool: if plain { u32::try_from(at).unwrap() } else { *pool },
                    together: together.filter(|_| !plain),
                })
                .collect();
            let most = prop_oneof![2 => Just(u32::MAX), 1 => 0_u32..4];
            let complete = prop_oneof![3 => Just(false), 1 => Just(true)];
            (0_i64..200, most, complete, prop::collection::vec(place(raw.len(), plain), nodes)).prop_map(
                move |(split, max_shipments, complete, mut nodes)| {
                    for place in &mut nodes {
                        // Lines of one pool see one stock.
                        for at in 0..lines.len() {
                            let first = lines.iter().position(|line| line.pool == lines[at].pool).unwrap();
                            place.cells[at].stock = place.cells[first].stock;
                        }
                    }
                    Case { split, max_shipments, complete, lines: lines.clone(), nodes }
                },
            )
        })
    })
}

proptest! {
    #[test]
    fn plain_orders_are_shipped_at_the_lowest_cost_there_is(case in case(true)) {
        check(&case, &mut Solver::default());
    }

    #[test]
    fn orders_with_every_rule_are_shipped_at_the_lowest_cost_there_is(
        cases in prop::collection::vec(case(false), 1..3),
    ) {
        // One solver for several orders: what it remembers must not show.
        let mut solver = Solver::default();
        for case in &cases {
            check(case, &mut solver);
        }
    }
}
