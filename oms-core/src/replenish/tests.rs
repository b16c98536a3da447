mod buying;
mod forecasts;
mod laws;

use rust_decimal::Decimal;

use super::*;
use crate::value::{Currency, Instant, Money, Problems, Quantity, SupplierId};

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn units(units: u32) -> Quantity {
    Quantity::new(units)
}

fn eur(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

fn supplier(id: &str) -> SupplierId {
    SupplierId::new(id).unwrap()
}

fn places(error: ReplenishError) -> Vec<String> {
    let ReplenishError::Invalid(problems) = error else { panic!("{error:?}") };
    paths(&problems)
}

fn paths(problems: &Problems) -> Vec<String> {
    problems.as_slice().iter().map(|problem| problem.path.clone()).collect()
}

fn demand(daily: &str, deviation: &str, days: &str, days_deviation: &str, review: &str) -> LeadTimeDemand {
    LeadTimeDemand {
        daily_demand: number(daily),
        demand_deviation: number(deviation),
        lead_time_days: number(days),
        lead_time_deviation: number(days_deviation),
        review_days: number(review),
    }
}

fn factor(z: &str) -> SafetyRule {
    SafetyRule::Factor(FactorRule { z: number(z) })
}

/// Golden vector 7: safety stock d̄ 20, σd 5, L 9, σL 2, z 1.65 → 70.49 → 71; ROP 251.
#[test]
fn safety_stock_70_49_is_71_units_and_the_reorder_point_251() {
    let point = factor("1.65").reorder_point(&demand("20", "5", "9", "2", "0")).unwrap();
    assert_eq!(point.safety.exact.round_dp(2), number("70.49"));
    assert_eq!((point.safety.units, point.lead_time_demand, point.units), (71, number("180"), 251));
    assert_eq!(point.safety.deviation, number("42.720019"));
}

/// Golden vector 8: EOQ D 7300, K 50, h 2 → 604.15 → up to the order multiple.
#[test]
fn the_economic_order_of_604_15_goes_up_to_the_order_multiple() {
    let order =
        EconomicOrder { annual_demand: number("7300"), order_cost: number("50"), holding_cost: number("2") };
    let lot = order.lot(&[]).unwrap();
    assert_eq!((lot.exact.round_dp(2), lot.units), (number("604.15"), units(605)));
    let sized = |multiple| {
        let needed = lot.units.signed();
        let request = SizingRequest { needed, minimum: units(1), multiple: units(multiple), limits: vec![] };
        size_order(&request).quantity.units()
    };
    assert_eq!([sized(1), sized(12), sized(50), sized(100)], [605, 612, 650, 700]);
}

#[test]
fn a_review_period_adds_to_the_days_that_stock_must_last() {
    let rule = factor("2");
    // 4 + 5 days: 2·√(9·4) = 12 on 9·10.
    let point = rule.reorder_point(&demand("10", "2", "4", "0", "5")).unwrap();
    assert_eq!((point.safety.exact, point.units), (number("12"), 102));
}

#[test]
fn simple_rules_for_safety_stock_do_what_their_names_say() {
    let demand = demand("20", "5", "9", "2", "0");
    let stock = |rule: SafetyRule| rule.stock(&demand).unwrap();
    let (max_daily_demand, max_lead_time_days) = (number("30"), number("12"));
    let maximum = stock(SafetyRule::Maximum(MaximumRule { max_daily_demand, max_lead_time_days }));
    assert_eq!((maximum.exact, maximum.factor), (number("180"), None)); // 30·12 − 20·9
    assert_eq!(stock(SafetyRule::DaysOfCover(DaysOfCoverRule { days: number("1.51") })).units, 31);
    assert_eq!(stock(SafetyRule::FixedUnits(FixedUnitsRule { units: units(20) })).units, 20);
    let level = stock(SafetyRule::ServiceLevel(ServiceLevelRule { level: number("0.95") }));
    assert_eq!(level.factor, Some(number("1.644854")));
    assert_eq!(level.exact.round_dp(2), number("70.27"));
}

/// σ·G(k) = Q·(1 − β): with σ 42.72 and Q 200, 2 % missed are 4 units, G = 0.09363 and k between 0.9 and 1.
#[test]
fn a_fill_rate_asks_for_the_factor_whose_loss_is_what_may_be_missed() {
    let demand = demand("20", "5", "9", "2", "0");
    let rule = |fill_rate: &str| {
        let fill_rate = number(fill_rate);
        SafetyRule::FillRate(FillRateRule { fill_rate, order_quantity: units(200) }).stock(&demand).unwrap()
    };
    let stock = rule("0.98");
    let lost = normal_loss(stock.factor.unwrap()).unwrap() * stock.deviation;
    assert_eq!(lost.round_dp(3), number("4.000"));
    assert!(stock.factor > Some(number("0.93")) && stock.factor < Some(number("0.95")), "{stock:?}");
    // A rate that even the mean stock keeps needs none; without uncertainty none is needed either.
    assert_eq!((rule("0.5").units, rule("0.5").factor), (0, Some(Decimal::ZERO)));
    let certain = SafetyRule::FillRate(FillRateRule { fill_rate: number("0.999"), order_quantity: units(1) });
    assert_eq!(certain.stock(&self::demand("20", "0", "9", "0", "0")).unwrap().units, 0);
}

/// Quantiles of the standard normal distribution as in any table, and as computed apart with 60 digits.
#[test]
fn quantiles_are_right_to_the_last_of_six_decimals() {
    for (p, z) in [
        ("0.5", "0"),
        ("0.75", "0.674490"),
        ("0.9", "1.281552"),
        ("0.95", "1.644854"),
        ("0.975", "1.959964"),
        ("0.98", "2.053749"),
        ("0.99", "2.326348"),
        ("0.999", "3.090232"),
        ("0.9999", "3.719016"),
        ("0.999999", "4.753424"),
        ("0.05", "-1.644854"),
        ("0.000001", "-4.753424"),
    ] {
        assert_eq!(normal_quantile(number(p)), Ok(number(z)), "{p}");
    }
    // What textbooks print with two decimals.
    for (p, z) in [("0.90", "1.28"), ("0.95", "1.65"), ("0.98", "2.05"), ("0.99", "2.33")] {
        let gap = (normal_quantile(number(p)).unwrap() - number(z)).abs();
        assert!(gap < number("0.006"), "{p}: {gap}");
    }
    for p in ["0", "1", "-0.5", "1.5", "0.9999999"] {
        assert!(normal_quantile(number(p)).is_err(), "{p}");
    }
}

#[test]
fn the_distribution_and_its_loss_agree_with_the_tables() {
    for (x, share) in [
        ("0", "0.5"),
        ("1", "0.841344746069"),
        ("-1", "0.158655253931"),
        ("1.96", "0.975002104852"),
        ("3", "0.998650101968"),
        ("5.99", "0.999999998951"),
        ("6", "1"),
        ("-6", "0"),
    ] {
        assert_eq!(normal_cdf(number(x)), Ok(number(share)), "{x}");
    }
    for (k, loss) in [
        ("0", "0.398942"),
        ("0.5", "0.197797"),
        ("1", "0.083315"),
        ("2", "0.008491"),
        ("3", "0.000382"),
        ("-1", "1.083315"),
        ("7", "0"),
        ("-7", "7"),
    ] {
        assert_eq!(normal_loss(number(k)).unwrap().round_dp(6), number(loss), "{k}");
    }
    assert_eq!(normal_loss_inverse(Decimal::ZERO), Ok(number("6")));
    assert_eq!(normal_loss_inverse(number("0.4")), Ok(Decimal::ZERO));
    assert!(normal_loss_inverse(number("-0.1")).is_err());
}

#[test]
fn figures_out_of_range_are_all_named() {
    let rule = factor("7");
    let error = rule.stock(&demand("-1", "0", "4000", "0", "0")).unwrap_err();
    assert_eq!(places(error), ["/dailyDemand", "/leadTimeDays", "/z"]);
    let order =
        EconomicOrder { annual_demand: number("-1"), order_cost: number("1"), holding_cost: number("0") };
    assert_eq!(places(order.lot(&[]).unwrap_err()), ["/annualDemand", "/holdingCost"]);
}

#[test]
fn figures_too_large_to_compute_are_an_error_and_no_panic() {
    let huge = "1000000000000";
    let point = factor("6").reorder_point(&demand(huge, huge, "3660", "3660", "3660"));
    assert_eq!(point.unwrap_err().code(), "replenish.overflow");
}

#[test]
fn a_lower_price_is_worth_a_larger_order_only_while_stock_costs_less_than_it_saves() {
    let order =
        EconomicOrder { annual_demand: number("7300"), order_cost: number("50"), holding_cost: number("2") };
    let price = |from, minor| PriceBreak { from: units(from), unit_price: eur(minor) };
    let lot = order.lot(&[price(1, 1000), price(1000, 990)]).unwrap();
    // 73000 + 603.31 + 605 against 72270 + 365 + 1000.
    let costs: Vec<_> = lot.candidates.iter().map(|tried| (tried.units.units(), tried.annual_cost)).collect();
    assert_eq!(costs, [(605, number("74208.305785")), (1000, number("73635"))]);
    assert_eq!(lot.units, units(1000));
    let lot = order.lot(&[price(1, 1000), price(9000, 999)]).unwrap();
    assert_eq!(lot.units, units(605));
}

#[test]
fn stock_runs_out_on_the_first_day_that_ends_below_zero() {
    let now = "2026-11-11T00:00:00Z";
    let dated = |day: &str, quantity| DatedUnits { at: at(day), quantity: units(quantity) };
    let out = |free, daily: &str, supply: &[DatedUnits]| {
        let (daily_demand, supply) = (number(daily), supply.to_vec());
        let projection = StockProjection { free, daily_demand, supply, at: at(now) };
        stock_out(&projection).unwrap().map(|out| (out.days, out.at, out.missing))
    };
    let day = |days: i64| at(now) + chrono::TimeDelta::days(days);
    assert_eq!(out(40, "20", &[]), Some((3, day(3), 20))); // 20, 0, -20: empty is not below zero
    assert_eq!(out(50, "20", &[]), Some((3, day(3), 10)));
    assert_eq!(out(-1, "0", &[]), Some((0, day(0), 1)));
    assert_eq!(out(0, "0", &[]), None);
    assert_eq!(out(1, "0.0001", &[]), None); // beyond ten years
    // What comes on day 3 saves day 3; what comes on day 4 is too late.
    assert_eq!(out(50, "20", &[dated("2026-11-14T23:00:00Z", 15)]), Some((4, day(4), 15)));
    assert_eq!(out(50, "20", &[dated("2026-11-15T00:00:00Z", 15)]), Some((3, day(3), 10)));
    // What should have come already counts now.
    assert_eq!(out(0, "20", &[dated("2026-11-01T00:00:00Z", 20)]), Some((2, day(2), 20)));
    assert_eq!(days_of_cover(50, number("30")), Ok(Some(number("1.66"))));
    assert_eq!(days_of_cover(50, Decimal::ZERO), Ok(None));
}
