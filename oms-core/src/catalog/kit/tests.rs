use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::value::{Currency, LineId, Money, MoneyError, NodeId, OrderId, SplitRule};

mod choices;

fn sku(id: &str) -> SkuId {
    SkuId::new(id).unwrap()
}

fn part(id: &str, units: u32) -> KitComponent {
    KitComponent { sku: sku(id), quantity: Quantity::new(units) }
}

fn kit(id: &str, components: &[(&str, u32)]) -> KitRecipe {
    let components = components.iter().map(|(id, units)| part(id, *units)).collect();
    KitRecipe { sku: sku(id), kind: KitKind::Virtual, components, choices: vec![] }
}

fn book(recipes: &[KitRecipe]) -> KitBook {
    let mut book = KitBook::default();
    for recipe in recipes {
        book.put(recipe.clone());
    }
    book
}

fn line(order: &str, line: &str, id: &str, units: u32) -> KitOrderLine {
    KitOrderLine {
        order: OrderId::new(order).unwrap(),
        line: LineId::new(line).unwrap(),
        sku: sku(id),
        quantity: Quantity::new(units),
        chosen: vec![],
    }
}

fn stock(id: &str, node: Option<&str>, available: i64) -> KitStock {
    KitStock { sku: sku(id), node: node.map(|node| NodeId::new(node).unwrap()), available }
}

fn codes(problems: &Problems) -> Vec<(&str, &str)> {
    problems.as_slice().iter().map(|problem| (&*problem.code, &*problem.path)).collect()
}

/// Golden vector 15.
#[test]
fn kits_that_fit_alone_do_not_fit_together_when_they_share_a_component() {
    let request = KitCheckRequest {
        kits: vec![kit("K1", &[("a", 1), ("b", 2)]), kit("K2", &[("b", 1)])],
        lines: vec![line("o", "1", "K1", 2), line("o", "2", "K2", 3)],
        stock: vec![stock("a", None, 5), stock("b", None, 6)],
    };
    let check = check_kits(&request).unwrap();
    assert!(!check.feasible);
    assert!(check.alone.iter().all(|line| line.fits));
    let short: Vec<_> = check.shortages().collect();
    assert_eq!(short.len(), 1);
    assert_eq!((short[0].sku.as_str(), short[0].wanted, short[0].available, short[0].short), ("b", 7, 6, 1));
    let by: Vec<_> = short[0].by.iter().map(|part| (part.line.as_str(), part.quantity.units())).collect();
    assert_eq!(by, [("1", 4), ("2", 3)]);
}

#[test]
fn orders_of_one_batch_compete_and_one_more_unit_makes_them_fit() {
    let fits = |units| {
        let request = KitCheckRequest {
            kits: vec![kit("set", &[("b", 2)])],
            lines: vec![line("o1", "1", "set", 2), line("o2", "1", "b", 3)],
            stock: vec![stock("b", Some("berlin"), units), stock("b", Some("lyon"), -4), stock("b", None, 2)],
        };
        check_kits(&request).unwrap().feasible
    };
    assert_eq!((fits(4), fits(5)), (false, true));
}

#[test]
fn a_component_that_nobody_has_is_short_by_all_units() {
    let lines = vec![line("o", "1", "ghost", 2)];
    let check = check_kits(&KitCheckRequest { kits: vec![], lines, stock: vec![] }).unwrap();
    assert_eq!(check.shortages().map(|short| short.short).collect::<Vec<_>>(), [2]);
}

#[test]
fn nested_kits_multiply_and_a_component_met_twice_is_summed_where_it_first_stands() {
    let book = book(&[
        kit("hamper", &[("mug", 1), ("breakfast", 3), ("card", 1)]),
        kit("breakfast", &[("spoon", 2), ("mug", 2)]),
    ]);
    let exploded = book.explode(&sku("hamper"), Quantity::new(2)).unwrap();
    assert_eq!(exploded, [part("mug", 14), part("spoon", 12), part("card", 2)]);
    assert_eq!(book.explode(&sku("card"), Quantity::new(9)).unwrap(), [part("card", 9)]);
}

#[test]
fn an_assembled_kit_stays_whole_inside_others_and_is_taken_apart_when_asked_for_itself() {
    let assembled = KitRecipe { kind: KitKind::Assembled, ..kit("box", &[("lid", 1), ("inlay", 1)]) };
    let book = book(&[kit("gift", &[("box", 1), ("mug", 1)]), assembled, kit("inlay", &[("foam", 2)])]);
    assert_eq!(book.explode(&sku("gift"), Quantity::new(1)).unwrap(), [part("box", 1), part("mug", 1)]);
    assert_eq!(book.explode(&sku("box"), Quantity::new(2)).unwrap(), [part("box", 2)]);
    assert_eq!(book.components(&sku("box"), Quantity::new(2)).unwrap(), [part("lid", 2), part("foam", 4)]);
    let not = book.components(&sku("mug"), Quantity::new(1)).unwrap_err();
    assert_eq!((not.code(), not.to_string().as_str()), ("kit.not_a_kit", "`mug` is no kit"));
}

#[test]
fn a_cycle_is_named_from_where_it_closes() {
    let book = book(&[kit("a", &[("x", 1), ("b", 1)]), kit("b", &[("c", 1)]), kit("c", &[("b", 1)])]);
    let cycle = vec![sku("b"), sku("c"), sku("b")];
    let error = book.explode(&sku("a"), Quantity::new(1)).unwrap_err();
    assert_eq!(error, KitError::Cycle { cycle });
    assert_eq!((error.code(), error.to_string().as_str()), ("kit.cycle", "a kit contains itself: b > c > b"));
    let own = KitBook::checked(vec![kit("a", &[("a", 1)])]).unwrap_err();
    assert_eq!(codes(&own), [("kit.cycle", "/0/components")]);
}

fn chain(levels: usize) -> Vec<KitRecipe> {
    let name = |level: usize| format!("level-{level}");
    (0..levels).map(|level| kit(&name(level), &[(&name(level + 1), 1)])).collect()
}

#[test]
fn eight_levels_are_allowed_and_nine_are_not() {
    let explode = |levels| book(&chain(levels)).explode(&sku("level-0"), Quantity::new(1));
    assert_eq!(explode(8).unwrap(), [part("level-8", 1)]);
    assert_eq!(explode(9).unwrap_err(), KitError::TooDeep { sku: sku("level-0") });
    assert_eq!(explode(50_000).unwrap_err().code(), "kit.too_deep");
}

#[test]
fn a_cycle_longer_than_the_depth_allows_is_still_named() {
    let mut recipes = chain(20);
    recipes.push(kit("level-20", &[("level-0", 1)]));
    let error = book(&recipes).explode(&sku("level-0"), Quantity::new(1)).unwrap_err();
    assert!(matches!(error, KitError::Cycle { cycle } if cycle.len() == 22));
}

#[test]
fn kits_met_by_many_ways_are_taken_apart_once() {
    // Every level holds two kits that both hold both kits of the next: 2^8 ways, 16 recipes.
    let mut recipes = Vec::new();
    for level in 0..7 {
        let (left, right) = (format!("l{}", level + 1), format!("r{}", level + 1));
        for side in ["l", "r"] {
            recipes.push(kit(&format!("{side}{level}"), &[(&left, 1), (&right, 1)]));
        }
    }
    let exploded = book(&recipes).explode(&sku("l0"), Quantity::new(1)).unwrap();
    assert_eq!(exploded, [part("l7", 64), part("r7", 64)]);
}

#[test]
fn too_many_units_are_refused_and_not_wrapped() {
    let recipes = [kit("pallet", &[("box", 70_000)]), kit("box", &[("mug", 70_000)])];
    let overflow = KitError::Overflow { sku: sku("pallet"), component: sku("mug") };
    assert_eq!(book(&recipes).explode(&sku("pallet"), Quantity::new(1)).unwrap_err(), overflow);
    let boxes = book(&recipes).explode(&sku("box"), Quantity::new(70_000)).unwrap_err();
    assert_eq!(boxes.code(), "kit.overflow");
    let twice = [kit("p", &[("a", 1), ("b", 1)]), kit("a", &[("m", u32::MAX)]), kit("b", &[("m", 1)])];
    assert_eq!(book(&twice).explode(&sku("p"), Quantity::new(1)).unwrap_err().code(), "kit.overflow");
}

#[test]
fn every_problem_of_every_recipe_is_listed_with_its_place() {
    let recipes = vec![
        kit("a", &[("x", 1), ("y", 0), ("x", 2)]),
        kit("a", &[("z", 1)]),
        kit("b", &[("c", 1)]),
        kit("c", &[("b", 1)]),
    ];
    let problems = KitBook::checked(recipes).unwrap_err();
    let expected = [
        ("input.out_of_range", "/0/components/1/quantity"),
        ("kit.duplicate_component", "/0/components/2/sku"),
        ("kit.duplicate", "/1/sku"),
        ("kit.cycle", "/2/components"),
        ("kit.cycle", "/3/components"),
    ];
    assert_eq!(codes(&problems), expected);
}

fn sets(units: &[(&str, Option<&str>, i64)]) -> KitAvailability {
    let request = KitAvailabilityRequest {
        kits: vec![kit("set", &[("cup", 2), ("tray", 1)])],
        kit: sku("set"),
        stock: units.iter().map(|(id, node, available)| stock(id, *node, *available)).collect(),
    };
    kit_availability(&request).unwrap()
}

/// 10 cups with 6 promised and 3 trays with none promised make 2 sets; 5 sets less 3 promised ones would be wrong, and
/// so would 3 sets less 0.
#[test]
fn kits_are_the_minimum_of_final_figures_and_not_a_difference_of_minima() {
    let (cups_on_hand, cups_promised, trays_on_hand, trays_promised) = (10, 6, 3, 0);
    let sets =
        sets(&[("cup", None, cups_on_hand - cups_promised), ("tray", None, trays_on_hand - trays_promised)]);
    assert_eq!((sets.whole, sets.network), (2, 2));
    let limit = sets.limit.unwrap();
    assert_eq!((limit.sku.as_str(), limit.available, limit.per_kit.units()), ("cup", 4, 2));
}

#[test]
fn a_node_without_a_component_makes_no_kit_but_may_complete_those_of_others() {
    let (berlin, lyon) = (Some("berlin"), Some("lyon"));
    let sets = sets(&[("cup", berlin, 9), ("tray", lyon, 3), ("cup", lyon, 2), ("tray", berlin, -5)]);
    let nodes: Vec<_> =
        sets.nodes.iter().map(|node| (node.node.as_ref().unwrap().as_str(), node.kits)).collect();
    assert_eq!((nodes, sets.whole, sets.network), (vec![("berlin", 0), ("lyon", 1)], 1, 3));
    assert_eq!(sets.nodes[0].limit.as_ref().unwrap().sku, sku("tray"));
}

#[test]
fn only_kits_have_a_kit_availability() {
    let request = KitAvailabilityRequest { kits: vec![], kit: sku("mug"), stock: vec![] };
    assert_eq!(codes(&kit_availability(&request).unwrap_err()), [("kit.not_a_kit", "/kit")]);
}

fn eur(cents: i64) -> Money {
    Money::from_minor(cents, Currency::EUR)
}

type Priced<'a> = (&'a str, u32, Option<i64>, Option<i64>);

fn priced(price: i64, components: &[Priced<'_>], allow_zero: bool) -> (KitPriceBasis, Vec<i64>) {
    let component = |(id, units, list, cost): &Priced<'_>| KitPriceComponent {
        sku: sku(id),
        quantity: Quantity::new(*units),
        list: list.map(eur),
        cost: cost.map(eur),
    };
    let components = components.iter().map(component).collect();
    let request =
        KitPriceRequest { price: eur(price), components, allow_zero, rule: SplitRule::LargestRemainder };
    let shares = explode_kit_price(&request).unwrap();
    (shares.basis, shares.parts.iter().map(|part| part.amount.minor()).collect())
}

#[test]
fn a_price_goes_by_list_price_then_cost_then_units_and_never_mixes_them() {
    use KitPriceBasis::{Cost, Equal, List};
    let (a, b) = (("a", 2, Some(300), Some(10)), ("b", 1, Some(400), Some(80)));
    assert_eq!(priced(1000, &[a, b], false), (List, vec![600, 400]));
    assert_eq!(priced(1000, &[a, ("b", 1, None, Some(80))], false), (Cost, vec![200, 800]));
    assert_eq!(priced(1000, &[a, ("b", 1, None, None)], false), (Equal, vec![667, 333]));
    assert_eq!(
        priced(1000, &[("a", 1, Some(-5), None), ("b", 1, Some(5), None)], true),
        (Equal, vec![500, 500])
    );
}

#[test]
fn a_free_component_gets_nothing_only_where_that_is_allowed() {
    let components = [("mug", 1, Some(500), Some(200)), ("leaflet", 1, Some(0), Some(50))];
    assert_eq!(priced(1000, &components, true), (KitPriceBasis::List, vec![1000, 0]));
    assert_eq!(priced(1000, &components, false), (KitPriceBasis::Cost, vec![800, 200]));
    let all_free = [("a", 1, Some(0), Some(0)), ("b", 3, Some(0), Some(0))];
    assert_eq!(priced(1000, &all_free, true), (KitPriceBasis::Equal, vec![250, 750]));
}

#[test]
fn a_price_in_another_currency_counts_as_unknown() {
    let list = Some(Money::from_minor(900, Currency::USD));
    let component =
        |id: &str, list| KitPriceComponent { sku: sku(id), quantity: Quantity::new(1), list, cost: None };
    let components = vec![component("a", list), component("b", Some(eur(1)))];
    let request =
        KitPriceRequest { price: eur(5), components, allow_zero: false, rule: SplitRule::default() };
    let shares = explode_kit_price(&request).unwrap();
    assert_eq!((shares.basis, shares.parts[0].amount), (KitPriceBasis::Equal, eur(3)));
}

#[test]
fn a_price_without_components_and_weights_beyond_64_bits_are_errors() {
    let request = |components, price| KitPriceRequest {
        price,
        components,
        allow_zero: false,
        rule: SplitRule::default(),
    };
    assert_eq!(explode_kit_price(&request(vec![], eur(1))), Err(MoneyError::NoParts));
    assert!(explode_kit_price(&request(vec![], eur(0))).unwrap().parts.is_empty());
    let huge = KitPriceComponent {
        sku: sku("a"),
        quantity: Quantity::new(u32::MAX),
        list: Some(eur(i64::MAX)),
        cost: None,
    };
    assert_eq!(explode_kit_price(&request(vec![huge], eur(1))), Err(MoneyError::Overflow));
}

/// Recipes without cycles: kit `n` holds kits and SKUs of higher numbers only.
fn recipes() -> impl Strategy<Value = Vec<KitRecipe>> {
    let recipe = |at: usize| {
        prop::collection::btree_map(at + 1..at + 4, 1_u32..4, 1..3).prop_map(move |parts| {
            let components = parts.into_iter().map(|(part, units)| KitComponent {
                sku: sku(&format!("s{part}")),
                quantity: Quantity::new(units),
            });
            KitRecipe {
                sku: sku(&format!("s{at}")),
                kind: KitKind::Virtual,
                components: components.collect(),
                choices: vec![],
            }
        })
    };
    (0..6_usize).prop_flat_map(move |kits| (0..kits).map(recipe).collect::<Vec<_>>())
}

proptest! {
    /// Taking a kit apart at once is taking it apart one level at a time until nothing is left to take apart.
    #[test]
    fn a_nested_kit_is_taken_apart_as_by_repeated_steps(recipes in recipes(), units in 1_u32..5) {
        let book = KitBook::checked(recipes).unwrap();
        let mut slow: BTreeMap<SkuId, u64> = BTreeMap::from([(sku("s0"), u64::from(units))]);
        while let Some(recipe) = slow.keys().find_map(|sku| book.recipe(sku)).cloned() {
            let kits = slow.remove(&recipe.sku).unwrap();
            for part in recipe.components {
                *slow.entry(part.sku).or_default() += kits * u64::from(part.quantity.units());
            }
        }
        let fast = book.explode(&sku("s0"), Quantity::new(units)).unwrap();
        let fast: BTreeMap<SkuId, u64> =
            fast.into_iter().map(|part| (part.sku, u64::from(part.quantity.units()))).collect();
        prop_assert_eq!(fast, slow);
    }

    /// The joint check says what summing the components of every line says.
    #[test]
    fn a_joint_check_is_the_check_of_the_summed_components(
        recipes in recipes(),
        wanted in prop::collection::vec((0..8_usize, 1_u32..4), 0..5),
        free in prop::collection::vec(-2_i64..60, 9),
    ) {
        let lines: Vec<KitOrderLine> = wanted.iter().enumerate()
            .map(|(at, (id, units))| line("o", &at.to_string(), &format!("s{id}"), *units)).collect();
        let cells: Vec<KitStock> =
            free.iter().enumerate().map(|(at, free)| stock(&format!("s{at}"), None, *free)).collect();
        let book = KitBook::checked(recipes.clone()).unwrap();
        let mut sums: BTreeMap<SkuId, i64> = BTreeMap::new();
        for line in &lines {
            for part in book.explode(&line.sku, line.quantity).unwrap() {
                *sums.entry(part.sku).or_default() += part.quantity.signed();
            }
        }
        let at = |sku: &SkuId| sku.as_str().strip_prefix('s').unwrap().parse::<usize>().unwrap();
        let fits = sums.iter().all(|(sku, units)| *units <= free.get(at(sku)).copied().unwrap_or(0).max(0));
        let check = check_kits(&KitCheckRequest { kits: recipes, lines, stock: cells }).unwrap();
        prop_assert_eq!(check.feasible, fits);
        prop_assert_eq!(check.shortages().count() == 0, fits);
    }

    #[test]
    fn so_many_kits_fit_and_not_one_more(cups in -3_i64..40, trays in -3_i64..40, elsewhere in 0_i64..9) {
        let sets = sets(&[("cup", Some("n"), cups), ("tray", Some("n"), trays), ("cup", Some("m"), elsewhere)]);
        let fits = |kits: u64| {
            let request = KitCheckRequest {
                kits: vec![kit("set", &[("cup", 2), ("tray", 1)])],
                lines: vec![line("o", "1", "set", u32::try_from(kits).unwrap())],
                stock: vec![stock("cup", Some("n"), cups), stock("tray", None, trays), stock("cup", None, elsewhere)],
            };
            check_kits(&request).unwrap().feasible
        };
        prop_assert!(fits(sets.network) && !fits(sets.network + 1));
        prop_assert!(sets.whole <= sets.network);
    }

    #[test]
    fn exploded_parts_sum_to_the_price_to_the_cent_and_are_less_than_a_cent_off(
        price in -100_000_i64..100_000,
        parts in prop::collection::vec((1_u32..9, prop::option::of(0_i64..5000), prop::option::of(0_i64..5000)), 1..6),
        allow_zero: bool,
    ) {
        let names: Vec<String> = (0..parts.len()).map(|at| format!("s{at}")).collect();
        let components: Vec<KitPriceComponent> = parts.iter().zip(&names).map(|((units, list, cost), name)| {
            let (list, cost) = (list.map(eur), cost.map(eur));
            KitPriceComponent { sku: sku(name), quantity: Quantity::new(*units), list, cost }
        }).collect();
        let request = KitPriceRequest { price: eur(price), components, allow_zero, rule: SplitRule::LargestRemainder };
        let shares = explode_kit_price(&request).unwrap();
        prop_assert_eq!(shares.parts.iter().map(|part| part.amount.minor()).sum::<i64>(), price);
        let weights: i128 = shares.parts.iter().map(|part| i128::from(part.weight)).sum();
        for part in &shares.parts {
            let off = i128::from(part.amount.minor()) * weights - i128::from(price) * i128::from(part.weight);
            prop_assert!(off.abs() < weights);
            prop_assert!(allow_zero || part.weight > 0);
        }
    }
}
