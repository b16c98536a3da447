//! Landed cost and gross profit.

use proptest::prelude::*;

use super::*;
use crate::value::{Dimensions, LineId, Quantity, Weight};

fn line(id: &str, units: u32, value: i64, grams: u32, length: u32) -> LandedLine {
    LandedLine {
        line: LineId::new(id).unwrap(),
        quantity: Quantity::new(units),
        value: eur(value),
        weight: Some(Weight::grams(grams)),
        dimensions: Some(Dimensions { length, width: 10, height: 10 }),
    }
}

fn charge(kind: LandedChargeKind, basis: LandedBasis, amount: i64) -> LandedCharge {
    LandedCharge { kind, basis, amount: eur(amount) }
}

#[test]
fn each_charge_is_spread_by_its_own_basis() {
    let request = LandedCostRequest {
        lines: vec![line("1", 10, 6000, 100, 10), line("2", 5, 3000, 600, 10)],
        charges: vec![
            charge(LandedChargeKind::Duty, LandedBasis::Value, 900),
            charge(LandedChargeKind::Freight, LandedBasis::Weight, 800),
            charge(LandedChargeKind::Insurance, LandedBasis::Quantity, 100),
            charge(LandedChargeKind::Handling, LandedBasis::Volume, 301),
        ],
    };
    let spread = spread_landed_cost(&request).unwrap();
    let parts: Vec<Vec<i64>> =
        spread.lines.iter().map(|line| line.charges.iter().map(|part| part.minor()).collect()).collect();
    assert_eq!(parts, [[600, 200, 67, 201], [300, 600, 33, 100]]);
    assert_eq!((spread.lines[0].landed, spread.lines[0].cost), (eur(1068), eur(7068)));
}

#[test]
fn every_line_that_cannot_be_spread_over_is_named() {
    let mut lines = vec![line("1", 10, 6000, 100, 10), line("2", 5, 3000, 600, 10)];
    (lines[1].weight, lines[1].dimensions) = (None, None);
    lines[1].value = eur(-1);
    let charges = vec![
        charge(LandedChargeKind::Freight, LandedBasis::Weight, 800),
        charge(LandedChargeKind::Freight, LandedBasis::Volume, 800),
        LandedCharge {
            amount: Money::from_minor(1, Currency::USD),
            ..charge(LandedChargeKind::Duty, LandedBasis::Value, 1)
        },
    ];
    let Err(CostError::Invalid(problems)) = spread_landed_cost(&LandedCostRequest { lines, charges }) else {
        panic!("refused")
    };
    let paths: Vec<_> = problems.as_slice().iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["/lines/1/value", "/charges/2/amount", "/lines/1/weight", "/lines/1/dimensions"]);
}

#[test]
fn a_charge_without_anything_to_spread_it_over_is_refused() {
    let none = LandedCostRequest { lines: vec![], charges: vec![] };
    assert_eq!(spread_landed_cost(&none).unwrap_err().code(), "cost.invalid");
    let request = LandedCostRequest {
        lines: vec![line("1", 10, 0, 0, 0)],
        charges: vec![charge(LandedChargeKind::Duty, LandedBasis::Value, 900)],
    };
    let Err(CostError::Invalid(problems)) = spread_landed_cost(&request) else { panic!("refused") };
    assert_eq!(problems.as_slice()[0].code, "cost.no_basis");
    let mut huge = line("1", u32::MAX, 1, 0, 0);
    huge.dimensions = Some(Dimensions { length: u32::MAX, width: u32::MAX, height: u32::MAX });
    let charges = vec![charge(LandedChargeKind::Freight, LandedBasis::Volume, 900)];
    assert!(spread_landed_cost(&LandedCostRequest { lines: vec![huge], charges }).is_err());
}

#[test]
fn gross_profit_takes_every_term_off() {
    let terms = GrossProfitRequest {
        net_sales: eur(10_000),
        cost_of_goods: Some(eur(1)),
        gift_cost: Some(eur(10)),
        freight: Some(eur(100)),
        commission: Some(eur(1000)),
        payment_fee: Some(eur(2000)),
        packaging: Some(eur(4000)),
    };
    let earned = gross_profit(&terms).unwrap();
    assert_eq!((earned.costs, earned.profit), (eur(7111), eur(2889)));
    assert_eq!(earned.margin.unwrap().to_string(), "0.2889");
    let json = serde_json::to_string(&earned).unwrap();
    assert!(json.contains(r#""margin":"0.2889""#));
    assert_eq!(serde_json::from_str::<GrossProfit>(&json).unwrap(), earned);
    let nothing = GrossProfitRequest { net_sales: eur(0), ..terms };
    assert_eq!(gross_profit(&nothing).unwrap().margin, None);
    let foreign = GrossProfitRequest { freight: Some(Money::from_minor(1, Currency::USD)), ..terms };
    assert!(gross_profit(&foreign).is_err());
}

proptest! {
    /// The parts of a charge sum to it, and each is its exact share rounded down or up.
    #[test]
    fn no_cent_of_a_charge_is_lost(
        amount in -100_000_i64..100_000,
        lines in prop::collection::vec((1_u32..50, 0_i64..9000, 1_u32..900, 1_u32..90), 1..8),
        basis in prop::sample::select(vec![
            LandedBasis::Value, LandedBasis::Weight, LandedBasis::Volume, LandedBasis::Quantity,
        ]),
    ) {
        let weight = |(units, value, grams, length): (u32, i64, u32, u32)| match basis {
            LandedBasis::Value => value,
            LandedBasis::Weight => i64::from(units) * i64::from(grams),
            LandedBasis::Volume => i64::from(units) * i64::from(length) * 100,
            LandedBasis::Quantity => i64::from(units),
        };
        let total: i64 = lines.iter().copied().map(weight).sum();
        prop_assume!(total > 0);
        let named = lines.iter().enumerate();
        let named = named.map(|(at, (units, value, grams, length))| {
            line(&at.to_string(), *units, *value, *grams, *length)
        });
        let request = LandedCostRequest {
            lines: named.collect(),
            charges: vec![charge(LandedChargeKind::Freight, basis, amount)],
        };
        let spread = spread_landed_cost(&request).unwrap();
        prop_assert_eq!(spread.lines.iter().map(|line| line.landed.minor()).sum::<i64>(), amount);
        for (part, line) in spread.lines.iter().zip(lines) {
            prop_assert!((part.landed.minor() * total - amount * weight(line)).abs() < total);
        }
    }
}
