//! What holds for all histories, stocks and rules.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::purchase::{InventoryPosition, PurchaseCap};

fn history(demands: &[u32]) -> DemandHistory {
    let period = |sold: &u32| DemandPeriod { sold: units(*sold), ..DemandPeriod::default() };
    DemandHistory { periods: demands.iter().map(period).collect(), outlier_limit: None }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the method, a constant stays what it is.
    #[test]
    fn the_forecast_of_a_constant_is_the_constant(
        demand in prop_oneof![Just(0_u32), 1_u32..100, any::<u32>()],
        periods in 1_usize..40,
        horizon in 1_u16..5,
    ) {
        let history = history(&vec![demand; periods]);
        for method in ForecastMethod::standard(Some(4)) {
            let methods = Some(vec![method]);
            let request = ForecastRequest { history: history.clone(), horizon, season: None, methods };
            let forecast = forecast(&request).unwrap();
            prop_assert_eq!(forecast.demand, vec![Decimal::from(demand); usize::from(horizon)]);
        }
    }

    /// No candidate has a smaller error than the one chosen, and none before it an equal one.
    #[test]
    fn the_chosen_method_has_the_smallest_error(
        demands in prop::collection::vec(prop_oneof![Just(0_u32), 0_u32..50], 2..60),
        horizon in 1_u16..4,
    ) {
        let request =
            ForecastRequest { history: history(&demands), horizon, season: Some(7), methods: None };
        let forecast = forecast(&request).unwrap();
        prop_assert!(forecast.demand.iter().all(|demand| !demand.is_sign_negative()));
        let chosen = forecast.candidates.iter().position(|candidate| candidate.chosen);
        let tried = |at: usize| forecast.candidates.get(at).and_then(|one| one.absolute_error);
        let errors = (0..forecast.candidates.len()).filter_map(|at| Some((tried(at)?, at))).collect::<Vec<_>>();
        match chosen {
            Some(chosen) => {
                prop_assert_eq!(errors.iter().min().map(|(_, at)| *at), Some(chosen));
                let wape = forecast.candidates[chosen].wape;
                prop_assert!(forecast.candidates.iter().all(|one| one.wape.is_none() || one.wape >= wape));
            }
            None => prop_assert!(errors.is_empty()),
        }
    }

    /// Day by day, in wide numbers: the first day that ends below zero.
    #[test]
    fn the_stock_out_date_is_what_counting_days_finds(
        free in -20_i64..200,
        tenths in 0_u32..300,
        supply in prop::collection::vec((-3_i64..40, 0_u32..100), 0..5),
    ) {
        let now = at("2026-11-11T00:00:00Z");
        let daily = Decimal::new(i64::from(tenths), 1);
        let dated = supply.iter().map(|(day, quantity)| DatedUnits {
            at: now + chrono::TimeDelta::days(*day),
            quantity: units(*quantity),
        });
        let projection =
            StockProjection { free, daily_demand: daily, supply: dated.collect(), at: now };
        let counted = (0..=MAX_COVER_DAYS).find(|day| {
            let come: i64 = supply.iter().filter(|(at, _)| at <= day).map(|(_, units)| i64::from(*units)).sum();
            10 * (free + come) - i64::from(tenths) * day < 0
        });
        let found = stock_out(&projection).unwrap();
        prop_assert_eq!(found.map(|out| i64::from(out.days)), counted);
        prop_assert!(found.is_none_or(|out| out.missing > 0));
    }

    /// The square root is the largest number with 12 decimals whose square is not larger.
    #[test]
    fn a_root_squared_is_the_number_or_just_below(number in 0_u64..1_000_000_000_000, scale in 0_u32..6) {
        let number = Decimal::new(i64::try_from(number).unwrap(), scale);
        let order = EconomicOrder {
            annual_demand: number, order_cost: Decimal::ONE, holding_cost: Decimal::TWO,
        };
        let root = order.lot(&[]).map(|lot| lot.exact).unwrap();
        let off = (root * root - number).abs();
        prop_assert!(off <= root * Decimal::new(2, 6) + Decimal::new(1, 6), "{number}: {root}, {off}");
    }
}

proptest! {
    /// The smallest order, whole multiples, never beyond a cap; and all that is needed, unless a cap is named.
    #[test]
    fn an_order_keeps_minimum_multiple_and_caps_and_says_what_cut_it(
        needed in -10_i64..500,
        minimum in 0_u32..100,
        multiple in 0_u32..40,
        caps in prop::collection::vec((-10_i64..500, any::<bool>()), 0..3),
    ) {
        let cap = |room| if room { PurchaseCap::MaxStock } else { PurchaseCap::Budget };
        let limits: Vec<_> = caps.iter().map(|(units, room)| OrderLimit { units: *units, cap: cap(*room) }).collect();
        let request =
            SizingRequest { needed, minimum: units(minimum), multiple: units(multiple), limits: limits.clone() };
        let SizedOrder { quantity, capped_by } = size_order(&request);
        let ordered = quantity.signed();
        prop_assert!(ordered == 0 || ordered >= i64::from(minimum));
        prop_assert_eq!(ordered % i64::from(multiple.max(1)), 0);
        prop_assert!(limits.iter().all(|limit| ordered <= limit.units.max(0)));
        match capped_by {
            None => prop_assert!(ordered >= needed && (needed > 0 || ordered == 0)),
            // The named cap is the tightest, and one multiple more would break it.
            Some(cap) => {
                let named = limits.iter().filter(|limit| limit.cap == cap).map(|limit| limit.units).min().unwrap();
                prop_assert!(limits.iter().all(|limit| limit.units >= named));
                let step = i64::from(multiple.max(1));
                let next = (ordered + step).max((i64::from(minimum) + step - 1) / step * step);
                prop_assert!(next > named);
            }
        }
    }

    /// After buying, the position reaches the target, unless a cap is named; a second look then buys nothing.
    #[test]
    fn position_and_order_reach_the_target_unless_capped(
        on_hand in 0_i64..100,
        min in 1_u32..60,
        more in 0_u32..60,
        lots in prop::option::of(1_u32..30),
        offers in prop::collection::vec((1_u32..40, 1_u32..20, 0_u32..3, 1_i64..500), 0..4),
        max_stock in prop::option::of(0_u32..150),
        budget in prop::option::of(0_i64..20_000),
        split in any::<bool>(),
    ) {
        let policy = match lots {
            Some(lot) => json!({"type": "reorder_quantity", "reorderPoint": min, "quantity": lot}),
            None => json!({"type": "min_max", "min": min, "max": min + more}),
        };
        let mut rule: ReplenishRule = serde_json::from_value(json!({"sku": "mug", "policy": policy})).unwrap();
        let offer = |(at, (minimum, multiple, share, minor)): (usize, (u32, u32, u32, i64))| SupplierOffer {
            supplier: supplier(&format!("s{at}")),
            lead_time_days: 3,
            minimum: units(minimum),
            multiple: units(multiple),
            prices: vec![PriceBreak { from: units(1), unit_price: eur(minor) }],
            cost_per_unit: None,
            cost_per_order: None,
            share: Some(share),
        };
        rule.suppliers = offers.into_iter().enumerate().map(offer).collect();
        rule.max_stock = max_stock.map(units);
        rule.budget = budget.map(eur);
        if split {
            rule.strategy = SupplierStrategy::Split;
        }
        let mut request = ReplenishRequest {
            rule,
            position: InventoryPosition { on_hand, ..InventoryPosition::default() },
            free: on_hand,
            supply: vec![],
            open: vec![],
            reviewed_at: None,
            at: at("2026-11-11T00:00:00Z"),
        };
        let decision = replenish(&request).unwrap();
        let bought: i64 = decision.proposals.iter().map(|one| one.added.signed()).sum();
        let capped = decision.candidates.iter().any(|one| one.capped_by.is_some());
        if decision.needed > 0 && !capped {
            prop_assert!(on_hand + bought >= decision.levels.target);
        }
        if decision.needed == 0 {
            prop_assert_eq!(bought, 0);
        }
        for proposal in &decision.proposals {
            let offer = request.rule.suppliers.iter().find(|offer| Some(&offer.supplier) == proposal.supplier.as_ref());
            if let Some(offer) = offer {
                prop_assert!(proposal.quantity >= offer.minimum);
                prop_assert_eq!(proposal.quantity.units() % offer.multiple.units(), 0);
            }
            if let (Some(budget), Some(cost)) = (request.rule.budget, proposal.landed_cost) {
                prop_assert!(cost.minor() <= budget.minor());
            }
        }
        if let Some(most) = request.rule.max_stock {
            prop_assert!(bought == 0 || on_hand + bought <= most.signed());
        }
        // The second look sees the to-dos of the first.
        let parts = |proposal: &PurchaseProposal| SupplierPart {
            supplier: proposal.supplier.clone(),
            quantity: proposal.quantity,
        };
        request.open = decision.proposals.iter().map(parts).collect();
        request.position.todos = bought;
        let again = replenish(&request).unwrap();
        prop_assert!(capped || again.proposals.is_empty(), "{:?}", again.proposals);
    }
}
