mod laws;

use super::*;
use crate::value::{Currency, Money, NodeId, Ratio, SkuId};

pub(super) fn node(name: &str) -> NodeId {
    NodeId::new(name).unwrap()
}

pub(super) fn eur(cents: i64) -> Money {
    Money::from_minor(cents, Currency::EUR)
}

/// A cell with a cover of 7 to 30 days wanted and a margin of 5.00.
pub(super) fn cell(name: &str, free: i64, daily_demand_milli: u64) -> RebalanceCell {
    RebalanceCell {
        sku: SkuId::new("mug").unwrap(),
        node: node(name),
        free,
        incoming: 0,
        daily_demand_milli,
        min_cover_days: 7,
        max_cover_days: 30,
        unit_margin: eur(500),
    }
}

pub(super) fn lane(from: &str, to: &str, cents: i64) -> RebalanceLane {
    RebalanceLane { from: node(from), to: node(to), sku: None, unit_cost: eur(cents) }
}

pub(super) fn request(cells: Vec<RebalanceCell>, lanes: Vec<RebalanceLane>) -> RebalanceRequest {
    RebalanceRequest { currency: Currency::EUR, horizon_days: 7, cells, lanes }
}

fn moves(plan: &RebalancePlan) -> Vec<(&str, &str, u32)> {
    plan.suggestions.iter().map(|one| (one.from.as_str(), one.to.as_str(), one.quantity.units())).collect()
}

#[test]
fn the_cheapest_lanes_fill_the_needs_and_each_suggestion_shows_its_figures() {
    // Rome and Oslo lack 10 each; Berlin has 12 to give and Paris 8, so together they suffice only as a whole.
    let cells =
        vec![cell("berlin", 42, 1000), cell("paris", 38, 1000), cell("rome", 4, 2000), cell("oslo", 4, 2000)];
    let lanes = vec![
        lane("berlin", "rome", 100),
        lane("berlin", "oslo", 120),
        lane("paris", "rome", 110),
        lane("paris", "oslo", 200),
    ];
    let plan = rebalance(&request(cells, lanes)).unwrap();
    // Taking the cheapest lane first (berlin to rome, 10) would leave 8 for the dear lane: 10 + 2.4 + 16 = 28.40.
    assert_eq!(moves(&plan), [("berlin", "oslo", 10), ("berlin", "rome", 2), ("paris", "rome", 8)]);
    assert_eq!((plan.cost, plan.margin_saved), (eur(2280), eur(10_000)));
    let oslo = &plan.suggestions[0];
    assert_eq!((oslo.unit_cost, oslo.cost, oslo.margin_saved), (eur(120), eur(1200), eur(5000)));
    assert_eq!((oslo.from_cover.before, oslo.from_cover.after), (Ratio::new(42, 1), Ratio::new(30, 1)));
    assert_eq!((oslo.to_cover.before, oslo.to_cover.after), (Ratio::new(2, 1), Ratio::new(7, 1)));
    let [passed] = &plan.passed[..] else { panic!("{:?}", plan.passed) };
    assert_eq!((passed.from.as_str(), passed.to.as_str()), ("paris", "oslo"));
    let lost = RebalanceLostTo { unit_cost: eur(200), unit_saved: eur(500), worse_by: eur(70) };
    // One unit more on it sends one of Berlin's from Oslo to Rome: 2.00 + 1.00 against 1.20 + 1.10.
    assert_eq!(passed.reason, RebalanceReason::LostTo(lost));
}

#[test]
fn nothing_moves_where_it_costs_as_much_as_it_saves_or_where_no_lane_leads() {
    let cells = vec![cell("berlin", 100, 1000), cell("rome", 4, 2000), cell("oslo", 4, 2000)];
    let plan = rebalance(&request(cells, vec![lane("berlin", "rome", 500)])).unwrap();
    assert!(plan.suggestions.is_empty());
    assert_eq!((plan.cost, plan.margin_saved), (eur(0), eur(0)));
    let reasons: Vec<_> = plan.passed.into_iter().map(|passed| passed.reason).collect();
    let dear = RebalanceTooDear { unit_cost: eur(500), unit_saved: eur(500) };
    assert_eq!(
        reasons,
        [RebalanceReason::NoLane(RebalanceWithoutLane {}), RebalanceReason::TooDear(dear)],
        "by giver and taker"
    );
}

#[test]
fn a_node_below_its_minimum_that_will_lose_no_sale_within_the_horizon_gets_nothing() {
    let mut needy = cell("rome", 14, 2000);
    needy.min_cover_days = 14;
    let plan = rebalance(&request(vec![cell("berlin", 100, 1000), needy], vec![lane("berlin", "rome", 1)]));
    let plan = plan.unwrap();
    let dear = RebalanceTooDear { unit_cost: eur(1), unit_saved: eur(0) };
    assert!(plan.suggestions.is_empty());
    assert_eq!(plan.passed[0].reason, RebalanceReason::TooDear(dear));
}

#[test]
fn the_last_unit_saves_only_the_part_of_a_sale_that_needs_it() {
    // 7 days of 0.9 a day are 6.3 units; 4 are there. Two units save a sale each, a third one 0.3 of one: 1.50.
    let needy = cell("rome", 4, 900);
    let with_cost = |cents| {
        let cells = vec![cell("berlin", 100, 1000), needy.clone()];
        rebalance(&request(cells, vec![lane("berlin", "rome", cents)])).unwrap()
    };
    assert_eq!(moves(&with_cost(149)), [("berlin", "rome", 3)]);
    assert_eq!(with_cost(149).margin_saved, eur(1150));
    assert_eq!(moves(&with_cost(150)), [("berlin", "rome", 2)]);
}

#[test]
fn what_is_on_its_way_is_not_sent_again_and_cannot_be_sent() {
    let mut needy = cell("rome", 4, 2000);
    needy.incoming = 7;
    let mut rich = cell("berlin", 31, 1000);
    rich.incoming = 50;
    let plan = rebalance(&request(vec![rich, needy], vec![lane("berlin", "rome", 1)])).unwrap();
    assert_eq!(moves(&plan), [("berlin", "rome", 1)], "berlin has one free unit above its maximum");
    assert_eq!(plan.suggestions[0].to_cover.before, Ratio::new(11, 2));
}

#[test]
fn units_go_where_they_save_most_and_a_lane_of_the_sku_goes_before_one_for_any() {
    let mut dear = cell("rome", 4, 2000);
    dear.unit_margin = eur(900);
    let cells = vec![cell("berlin", 35, 1000), dear, cell("oslo", 4, 2000)];
    let mut own = lane("berlin", "rome", 300);
    own.sku = Some(SkuId::new("mug").unwrap());
    let lanes = vec![lane("berlin", "oslo", 1), lane("berlin", "rome", 1), own];
    let plan = rebalance(&request(cells, lanes)).unwrap();
    assert_eq!(moves(&plan), [("berlin", "rome", 5)], "9.00 − 3.00 is more than 5.00 − 0.01");
    let lost = RebalanceLostTo { unit_cost: eur(1), unit_saved: eur(500), worse_by: eur(101) };
    assert_eq!(plan.passed[0].reason, RebalanceReason::LostTo(lost));
}

#[test]
fn a_node_without_demand_can_give_everything_and_its_cover_has_no_end() {
    let mut still = cell("berlin", 6, 0);
    still.min_cover_days = 0;
    let plan = rebalance(&request(vec![still, cell("rome", 4, 2000)], vec![lane("berlin", "rome", 1)]));
    let plan = plan.unwrap();
    assert_eq!(moves(&plan), [("berlin", "rome", 6)]);
    assert_eq!(plan.suggestions[0].from_cover, CoverChange { before: None, after: None });
}

#[test]
fn a_malformed_request_is_refused_with_every_offender() {
    let mut bad = cell("rome", 5_000_000_000, u64::MAX);
    (bad.min_cover_days, bad.incoming) = (31, -1);
    bad.unit_margin = Money::from_minor(-1, Currency::USD);
    let mut asked = request(vec![bad.clone(), bad], vec![lane("a", "b", 1), lane("a", "b", -1)]);
    asked.horizon_days = 0;
    let Err(RebalanceError::Invalid(problems)) = rebalance(&asked) else { panic!("refused") };
    let paths: Vec<&str> = problems.as_slice().iter().map(|problem| &*problem.path).collect();
    let fields =
        ["free", "incoming", "dailyDemandMilli", "maxCoverDays", "unitMargin/currency", "unitMargin/amount"];
    let mut expected = vec!["/horizonDays".to_owned()];
    expected.extend(fields.map(|field| format!("/cells/0/{field}")));
    expected.push("/cells/1".to_owned());
    expected.extend(fields.map(|field| format!("/cells/1/{field}")));
    expected.extend(["/lanes/1".to_owned(), "/lanes/1/unitCost/amount".to_owned()]);
    assert_eq!(paths, expected);
}

#[test]
fn figures_at_their_limits_do_not_overflow_and_sums_beyond_money_are_refused() {
    let most = i64::from(u32::MAX);
    let mut needy = cell("rome", -most, 4_294_967_295_000);
    (needy.min_cover_days, needy.max_cover_days) = (36_500, 36_500);
    needy.unit_margin = eur(i64::MAX);
    let mut rich = cell("berlin", most, 0);
    rich.min_cover_days = 0;
    let mut asked = request(vec![rich, needy], vec![lane("berlin", "rome", 1)]);
    asked.horizon_days = 36_500;
    assert_eq!(rebalance(&asked), Err(RebalanceError::Overflow));
    asked.cells[1].unit_margin = eur(2);
    assert_eq!(rebalance(&asked).unwrap().suggestions[0].quantity.units(), u32::MAX);
}
