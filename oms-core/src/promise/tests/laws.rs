//! Laws of promising, against the definition.

use proptest::prelude::*;

use super::*;

/// Figures of small numbers on few days, so that much collides; promises are not bound.
fn any_figures() -> impl Strategy<Value = PromiseFigures> {
    let receipts = prop::collection::vec((0_u32..9, 0_i64..12), 0..7);
    let promises = prop::collection::vec((1_u32..7, 0_i64..14), 0..7);
    (-4_i64..15, receipts, promises, 0_u16..400, 0_i64..3, prop::option::weighted(0.2, 0_u16..14)).prop_map(
        |(free, receipts, promises, withheld, inbound, lead_days)| {
            let receipts = receipts.into_iter().enumerate();
            let promises = promises.into_iter().enumerate();
            let mut figures = figures(free, &[], &[]);
            figures.receipts =
                receipts.map(|(n, (units, eta))| supply(&format!("r{n}"), units, eta)).collect();
            figures.promises =
                promises.map(|(n, (units, due))| promised(&format!("p{n}"), units, due, None)).collect();
            figures.terms.withheld.purchase_per_mille = withheld;
            figures.terms.inbound_seconds = u32::try_from(inbound * DAY).unwrap();
            figures.terms.lead_days = lead_days;
            figures
        },
    )
}

/// The definition, word for word and slowly: units can be promised for a date when the balance of no day from then on
/// falls below none, up to the day from which any number can be had.
fn naive_feasible(figures: &PromiseFigures, wanted: i64, from: i64) -> bool {
    let lead = figures.terms.lead_days.map_or(i64::MAX, i64::from);
    (from..60).filter(|on| *on < lead).all(|on| {
        let keep = 1000 - i64::from(figures.terms.withheld.purchase_per_mille);
        let inbound = chrono::TimeDelta::seconds(i64::from(figures.terms.inbound_seconds));
        let supplies = figures.receipts.iter().filter(|supply| supply.eta + inbound <= day(on));
        let supply: i64 = supplies.map(|supply| supply.quantity.signed() * keep / 1000).sum();
        let demands = figures.promises.iter().filter(|promise| promise.due <= day(on));
        let demand: i64 = demands.map(|promise| promise.quantity.signed()).sum();
        figures.free + supply - demand - wanted >= 0
    })
}

fn kept(figures: &PromiseFigures) -> Vec<ReservationId> {
    let standings = standings(figures).unwrap();
    standings.into_iter().filter(|standing| standing.kept).map(|standing| standing.promise).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_earliest_date_is_the_first_that_the_definition_allows(figures in any_figures(), wanted in 1_u32..30) {
        let timeline = timeline(&figures);
        let naive = (0..60).find(|on| naive_feasible(&figures, i64::from(wanted), *on));
        prop_assert_eq!(timeline.earliest(units(wanted)), naive.map(day));
        for on in 0..20 {
            let expected = naive_feasible(&figures, i64::from(wanted), on);
            prop_assert_eq!(timeline.is_feasible(units(wanted), day(on)), expected, "day {}", on);
        }
    }

    #[test]
    fn what_can_be_promised_is_never_negative_never_shrinks_with_time_and_never_grows_with_demand(
        figures in any_figures(), more in 1_u32..9, due in 0_i64..14,
    ) {
        let before = timeline(&figures);
        let promiseable = before.rows().iter().map(|row| row.promiseable);
        prop_assert!(promiseable.clone().all(|units| units >= 0) && promiseable.is_sorted());
        let mut with = figures;
        with.promises.push(promised("new", more, due, None));
        let after = timeline(&with);
        for on in 0..20 {
            prop_assert!(after.promiseable(day(on)) <= before.promiseable(day(on)), "day {}", on);
        }
    }

    #[test]
    fn a_feasible_promise_breaks_no_other(figures in any_figures(), wanted in 1_u32..12, due in 0_i64..14) {
        prop_assume!(timeline(&figures).is_feasible(units(wanted), day(due)));
        let before = kept(&figures);
        let mut with = figures;
        // An id that sorts first, so that ties are decided in its favour.
        with.promises.push(promised("a", wanted, due, None));
        let after = kept(&with);
        prop_assert!(after.contains(&id("a")));
        prop_assert!(before.iter().all(|promise| after.contains(promise)));
    }

    #[test]
    fn a_later_receipt_never_improves_a_date(figures in any_figures(), which: prop::sample::Index, by in 0_i64..9) {
        prop_assume!(!figures.receipts.is_empty());
        let before = timeline(&figures);
        let mut late = figures;
        let receipt = which.index(late.receipts.len());
        late.receipts[receipt].eta += chrono::TimeDelta::days(by);
        let after = timeline(&late);
        for wanted in 1..30 {
            match (before.earliest(units(wanted)), after.earliest(units(wanted))) {
                (Some(before), Some(after)) => prop_assert!(after >= before),
                (None, after) => prop_assert_eq!(after, None),
                (Some(_), None) => {}
            }
        }
    }

    #[test]
    fn parts_and_what_is_missing_make_up_what_was_asked_and_each_part_is_as_early_as_can_be(
        figures in any_figures(), wanted in 1_u32..40,
    ) {
        let answer = promise(&question(figures.clone(), wanted)).unwrap();
        let sum: u32 = answer.parts.iter().map(|part| part.quantity.units()).sum();
        prop_assert_eq!(sum + answer.missing.units(), wanted);
        let mut promised_so_far = figures;
        for (n, part) in answer.parts.iter().enumerate() {
            let on = (part.at - day(0)).num_days();
            prop_assert!(naive_feasible(&promised_so_far, part.quantity.signed(), on));
            // Not one unit of it could come a day earlier.
            prop_assert!(on == 0 || !naive_feasible(&promised_so_far, 1, on - 1));
            promised_so_far.promises.push(promised(&format!("part{n}"), part.quantity.units(), on, None));
        }
        prop_assert!(answer.missing.is_zero() || (0..60).all(|on| !naive_feasible(&promised_so_far, 1, on)));
    }

    #[test]
    fn kept_promises_stay_kept_when_every_broken_one_takes_its_offer(figures in any_figures()) {
        let mut free_enough = figures;
        free_enough.free = free_enough.free.max(0);
        let before = kept(&free_enough);
        let broken = broken_promises(&free_enough).unwrap();
        let mut again = free_enough.clone();
        again.promises.retain(|promise| before.contains(&promise.id));
        for standing in &broken {
            prop_assert!(standing.slack_units.is_some_and(|units| units < 0));
            // The offer is the first date that what is left allows.
            let first = timeline(&again).earliest(standing.quantity);
            prop_assert_eq!(standing.proposed, first.map(|first| first.max(standing.due)));
            let Some(proposed) = standing.proposed else { continue };
            prop_assert!(proposed > standing.due);
            let mut promise = promised(standing.promise.as_str(), standing.quantity.units(), 0, None);
            promise.due = proposed;
            again.promises.push(promise);
        }
        prop_assert_eq!(broken_promises(&again).unwrap(), vec![]);
    }
}

/// As `any_figures`, with windows.
fn any_windowed() -> impl Strategy<Value = PromiseFigures> {
    let days = || prop::option::weighted(0.7, 0_u16..6);
    (any_figures(), days(), days()).prop_map(|(mut figures, backward, forward)| {
        figures.terms.backward_days = backward;
        figures.terms.forward_days = forward;
        figures
    })
}

/// One unit wanted: the days whose supply it may take.
type Span = (i64, i64);

/// Who is served on which days, unit by unit and day by day, by the words of the terms; and the units that come.
fn naive_served(figures: &PromiseFigures) -> (Vec<i64>, Vec<Span>) {
    let lead = figures.terms.lead_days.map_or(60, i64::from);
    let backward = figures.terms.backward_days.map_or(99, i64::from);
    let forward = figures.terms.forward_days.map_or(99, i64::from);
    let keep = 1000 - i64::from(figures.terms.withheld.purchase_per_mille);
    let inbound = i64::from(figures.terms.inbound_seconds) / DAY;
    let (mut missing, mut came) = (figures.free.min(0).abs(), vec![0; figures.free.max(0) as usize]);
    let (mut left, mut owed, mut spans) = (came.clone(), Vec::new(), Vec::new());
    for on in 0..lead {
        let today = figures.receipts.iter().filter(|supply| (supply.eta - day(0)).num_days() + inbound == on);
        let units: i64 = today.map(|supply| supply.quantity.signed() * keep / 1000).sum();
        let paid = units.min(missing);
        missing -= paid;
        for _ in paid..units {
            came.push(on);
            left.push(on);
        }
        left.retain(|came| on - came <= backward);
        let due = figures.promises.iter().filter(|promise| (promise.due - day(0)).num_days() == on);
        let due: i64 = due.map(|promise| promise.quantity.signed()).sum();
        owed.extend((0..due).map(|_| on));
        while !left.is_empty() && !owed.is_empty() {
            left.remove(0);
            let due = owed.remove(0);
            spans.push(if due == on { (on - backward, on) } else { (on, on) });
        }
        owed.retain(|due| on < due + forward);
    }
    (came, spans)
}

/// Whether everybody can have a unit: each unit that comes goes to the one whose time runs out first.
fn all_served(came: &[i64], mut spans: Vec<Span>) -> bool {
    for on in came {
        let open = spans.iter().enumerate().filter(|(_, span)| span.0 <= *on && *on <= span.1);
        if let Some((at, _)) = open.min_by_key(|(_, span)| span.1) {
            spans.remove(at);
        }
    }
    spans.is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn with_windows_too_a_date_allows_what_can_be_served_beside_all_that_is(
        figures in any_windowed(), wanted in 1_i64..12, on in 0_i64..20,
    ) {
        let (came, mut spans) = naive_served(&figures);
        prop_assert!(all_served(&came, spans.clone()));
        let backward = figures.terms.backward_days.map_or(99, i64::from);
        spans.extend((0..wanted).map(|_| (on - backward, on)));
        let unlimited = figures.terms.lead_days.is_some_and(|lead| i64::from(lead) <= on);
        let expected = unlimited || all_served(&came, spans);
        let timeline = timeline(&figures);
        let wanted = units(u32::try_from(wanted).unwrap());
        prop_assert_eq!(timeline.is_feasible(wanted, day(on)), expected);
        let first = (0..60).find(|on| timeline.is_feasible(wanted, day(*on)));
        prop_assert_eq!(timeline.earliest(wanted), first.map(day));
    }

    #[test]
    fn with_windows_too_parts_and_offers_break_nobody(figures in any_windowed(), wanted in 1_u32..40) {
        let mut figures = figures;
        figures.free = figures.free.max(0);
        let before = kept(&figures);
        let broken = broken_promises(&figures).unwrap();
        figures.promises.retain(|promise| before.contains(&promise.id));
        for standing in broken {
            let Some(due) = standing.proposed else { continue };
            let again = promised(standing.promise.as_str(), standing.quantity.units(), 0, None);
            figures.promises.push(SupplyPromise { due, ..again });
        }
        prop_assert_eq!(broken_promises(&figures).unwrap(), vec![]);
        let answer = promise(&question(figures.clone(), wanted)).unwrap();
        for (n, part) in answer.parts.iter().enumerate() {
            let on = (part.at - day(0)).num_days();
            prop_assert!(timeline(&figures).is_feasible(part.quantity, part.at));
            figures.promises.push(promised(&format!("part{n}"), part.quantity.units(), on, None));
            prop_assert_eq!(broken_promises(&figures).unwrap(), vec![]);
        }
        prop_assert!(answer.missing.is_zero() || timeline(&figures).earliest(units(1)).is_none());
    }

    #[test]
    fn a_receipt_bound_breaks_nobody(figures in any_windowed(), which: prop::sample::Index) {
        prop_assume!(!figures.receipts.is_empty() && broken_promises(&figures).unwrap().is_empty());
        let receipt = figures.receipts[which.index(figures.receipts.len())].clone();
        let before = timeline(&figures);
        let Some(at) = before.earliest_of(&receipt.receipt, units(1)) else { return Ok(()) };
        let mut with = figures;
        let most = u32::try_from(before.bindable(&receipt.receipt, at)).unwrap();
        let due = (at - day(0)).num_days();
        with.promises.push(promised("bound", most, due, Some(receipt.receipt.as_str())));
        prop_assert_eq!(broken_promises(&with).unwrap(), vec![]);
    }
}
