//! Configurable kits: what may be chosen, what a choice takes, and how many kits choices can fill.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Value, json};

use super::*;
use crate::catalog::kit::fill::Fits;
use crate::catalog::kit::search::Packing;
use crate::value::ChoiceId;

fn recipe(wire: Value) -> KitRecipe {
    serde_json::from_value(wire).unwrap()
}

fn chosen(rows: &[(&str, &str, u32)]) -> Vec<ChosenOption> {
    let row =
        |(choice, sku, times): &(&str, &str, u32)| json!({"choice": choice, "sku": sku, "times": times});
    serde_json::from_value(rows.iter().map(row).collect()).unwrap()
}

/// A soup, two of three sides, up to three sauces, and bread unless the buyer says otherwise.
fn lunch() -> KitRecipe {
    recipe(
        json!({"sku": "lunch", "kind": "configurable", "components": [{"sku": "soup", "quantity": 1}], "choices": [
            {"id": "sides", "min": 2, "options": [{"sku": "rice"}, {"sku": "beans", "quantity": 2}, {"sku": "greens"}]},
            {"id": "sauces", "min": 0, "max": 3, "each": 2, "options": [{"sku": "mint"}, {"sku": "chili"}]},
            {"id": "bread", "min": 0, "max": 1, "options": [{"sku": "roll", "preset": 1}, {"sku": "soup"}]},
        ]}),
    )
}

fn taken(kits: u32, rows: &[(&str, &str, u32)]) -> Result<Vec<(String, u32)>, Problems> {
    let parts = book(&[lunch()]).explode_chosen(&sku("lunch"), Quantity::new(kits), &chosen(rows), "/sku")?;
    Ok(parts.iter().map(|part| (part.sku.to_string(), part.quantity.units())).collect())
}

#[test]
fn a_kit_takes_what_is_chosen_and_what_is_preset_where_nothing_is_said() {
    let rows = |rows: &[(&str, u32)]| {
        rows.iter().map(|(sku, units)| ((*sku).to_owned(), *units)).collect::<Vec<_>>()
    };
    let sides = [("sides", "greens", 1), ("sides", "beans", 1)];
    assert_eq!(taken(3, &sides).unwrap(), rows(&[("soup", 3), ("greens", 3), ("beans", 6), ("roll", 3)]));
    let none = [&sides[..], &[("bread", "roll", 0), ("sauces", "mint", 2)]].concat();
    assert_eq!(taken(1, &none).unwrap(), rows(&[("soup", 1), ("greens", 1), ("beans", 2), ("mint", 2)]));
    let more_soup = [&sides[..], &[("bread", "soup", 1)]].concat();
    assert_eq!(taken(1, &more_soup).unwrap(), rows(&[("soup", 2), ("greens", 1), ("beans", 2)]));
}

#[test]
fn every_wrong_choice_is_named_with_its_place() {
    let wrong = |rows: &[(&str, &str, u32)]| {
        let problems = taken(1, rows).unwrap_err();
        codes(&problems).iter().map(|(code, path)| format!("{code} {path}")).collect::<Vec<_>>()
    };
    assert_eq!(wrong(&[]), ["kit.too_few_chosen /chosen"]);
    assert_eq!(
        wrong(&[("sides", "rice", 1), ("sauces", "mint", 2), ("sauces", "chili", 2)]),
        ["kit.too_few_chosen /chosen", "kit.too_many_chosen /chosen"]
    );
    let many = [
        ("sides", "rice", 2),
        ("drinks", "tea", 1),
        ("bread", "rice", 1),
        ("sauces", "mint", 1),
        ("sauces", "mint", 1),
    ];
    assert_eq!(
        wrong(&many),
        [
            "kit.too_many_chosen /chosen/0/times",
            "kit.unknown_choice /chosen/1/choice",
            "kit.not_an_option /chosen/2/sku",
            "kit.duplicate_option /chosen/4/sku"
        ]
    );
    let plain = book(&[kit("set", &[("mug", 1)])]);
    for id in ["set", "mug"] {
        let refused = plain.explode_chosen(&sku(id), Quantity::new(1), &chosen(&[("a", "b", 1)]), "/sku");
        assert_eq!(codes(&refused.unwrap_err()), [("kit.takes_no_choices", "/chosen")]);
    }
    let open = book(&[lunch()]).explode(&sku("lunch"), Quantity::new(1)).unwrap_err();
    assert_eq!(open, KitError::NeedsChoices { sku: sku("lunch") });
    let many = taken(u32::MAX, &[("sides", "rice", 1), ("sides", "beans", 1)]).unwrap_err();
    assert_eq!(codes(&many), [("kit.overflow", "/sku")]);
}

#[test]
fn every_problem_of_a_definition_is_listed_with_its_place() {
    let eur = |amount: &str| json!({"amount": amount, "currency": "EUR"});
    let wrong = KitBook::checked(vec![
        recipe(json!({"sku": "a", "kind": "configurable", "choices": [
            {"id": "x", "min": 3, "max": 2, "options": [{"sku": "p", "quantity": 0}, {"sku": "p"}]},
            {"id": "x", "each": 0, "options": [{"sku": "p", "preset": 1}]},
            {"id": "y", "options": []},
            {"id": "z", "min": 0, "max": 0, "options": [{"sku": "p", "surcharge": eur("1.00")}]},
            {"id": "w", "min": 1, "each": 2, "options": [{"sku": "p", "preset": 2,
                "surcharge": {"amount": "1.00", "currency": "USD"}}]},
        ]})),
        recipe(json!({"sku": "b", "kind": "configurable", "components": [{"sku": "p", "quantity": 1}]})),
        recipe(json!({"sku": "c", "choices": [{"id": "x", "options": [{"sku": "p"}]}]})),
        recipe(json!({"sku": "d", "kind": "configurable",
            "choices": [{"id": "x", "min": 0, "max": 1, "options": [{"sku": "p"}]}]})),
    ]);
    let wrong = wrong.unwrap_err();
    assert_eq!(
        codes(&wrong),
        [
            ("input.out_of_range", "/0/choices/0/options/0/quantity"),
            ("kit.duplicate_option", "/0/choices/0/options/1/sku"),
            ("input.out_of_range", "/0/choices/0/max"),
            ("input.out_of_range", "/0/choices/0/min"),
            ("kit.duplicate_choice", "/0/choices/1/id"),
            ("input.out_of_range", "/0/choices/1/options/0/preset"),
            ("input.out_of_range", "/0/choices/1/each"),
            ("input.empty", "/0/choices/2/options"),
            ("input.out_of_range", "/0/choices/3/max"),
            ("input.out_of_range", "/0/choices/4/options"),
            ("money.currency_mismatch", "/0/choices/4/options/0/surcharge"),
            ("input.empty", "/1/choices"),
            ("kit.takes_no_choices", "/2/choices"),
            ("input.out_of_range", "/3/choices"),
        ]
    );
}

#[test]
fn an_option_may_be_a_kit_and_a_configurable_kit_stands_in_others_as_preset() {
    let preset = |times: u32| {
        recipe(json!({"sku": "tea", "kind": "configurable", "choices": [
            {"id": "leaf", "options": [{"sku": "green", "preset": times}, {"sku": "black"}]}]}))
    };
    let hamper = recipe(json!({"sku": "hamper", "kind": "configurable", "choices": [
        {"id": "main", "options": [{"sku": "set", "quantity": 3}, {"sku": "tea", "quantity": 2}]}]}));
    let set = kit("set", &[("mug", 2), ("tea", 1)]);
    let sound = KitBook::checked(vec![hamper.clone(), set.clone(), preset(1)]).unwrap();
    let take = |option: &str| {
        let rows = chosen(&[("main", option, 1)]);
        sound.explode_chosen(&sku("hamper"), Quantity::new(2), &rows, "").unwrap()
    };
    assert_eq!(take("set"), [part("mug", 12), part("green", 6)]);
    assert_eq!(take("tea"), [part("green", 4)]);
    let open = KitBook::checked(vec![hamper, set, preset(0)]).unwrap_err();
    assert_eq!(
        codes(&open),
        [("kit.needs_choices", "/0/components"), ("kit.needs_choices", "/1/components")]
    );
}

#[test]
fn cycles_and_levels_count_by_way_of_options_too() {
    let of = |id: &str, option: &str| {
        recipe(json!({"sku": id, "kind": "configurable", "components": [{"sku": "x", "quantity": 1}],
            "choices": [{"id": "c", "min": 0, "max": 1, "options": [{"sku": option}]}]}))
    };
    let round = KitBook::checked(vec![of("a", "b"), kit("b", &[("a", 1)])]).unwrap_err();
    assert_eq!(codes(&round), [("kit.cycle", "/0/components"), ("kit.cycle", "/1/components")]);
    let mut recipes = chain(8);
    recipes.push(of("top", "level-0"));
    let deep = KitBook::checked(recipes).unwrap_err();
    assert_eq!(codes(&deep), [("kit.too_deep", "/8/components")]);
}

fn available(recipes: &[KitRecipe], id: &str, units: &[(&str, Option<&str>, i64)]) -> KitAvailability {
    let stock = units.iter().map(|(id, node, available)| stock(id, *node, *available)).collect();
    kit_availability(&KitAvailabilityRequest { kits: recipes.to_vec(), kit: sku(id), stock }).unwrap()
}

#[test]
fn what_keeps_configurable_kits_from_being_more_is_named() {
    let a = Some("a");
    let stock =
        [("soup", a, 9), ("rice", a, 1), ("beans", a, 9), ("greens", Some("b"), 3), ("soup", Some("b"), 1)];
    let lunches = available(&[lunch()], "lunch", &stock);
    // One lunch at `a` with its only rice; over both nodes beans go with rice once and with greens three times.
    let nodes: Vec<_> = lunches.nodes.iter().map(|node| (node.kits, node.at_most)).collect();
    assert_eq!(
        (nodes, lunches.whole, lunches.network, lunches.at_most),
        (vec![(1, None), (0, None)], 1, 4, None)
    );
    assert_eq!(
        (&lunches.limit, lunches.limiting_choice.as_ref().map(ChoiceId::as_str)),
        (&None, Some("sides"))
    );
    assert_eq!(lunches.guaranteed, Some(0), "there is no mint, and somebody may want it");
    let short = available(&[lunch()], "lunch", &[("rice", a, 5), ("greens", a, 5)]);
    assert_eq!((short.network, short.limit.unwrap().sku), (0, sku("soup")));
}

/// Three kinds of options take the same two SKUs in unlike numbers: no choice is short by itself.
#[test]
fn choices_that_need_the_same_units_are_counted_together() {
    let duel = recipe(json!({"sku": "duel", "kind": "configurable", "choices": [
        {"id": "left", "options": [{"sku": "pair"}, {"sku": "b", "quantity": 3}]},
        {"id": "right", "min": 2, "each": 2, "options": [{"sku": "a"}, {"sku": "b"}]}]}));
    let recipes = [duel, kit("pair", &[("a", 1), ("b", 1)])];
    // The cheapest kit takes four units, and a pair in it one `b` at least.
    let found = available(&recipes, "duel", &[("a", None, 5_000_000), ("b", None, 3_000_001)]);
    assert_eq!((found.network, found.at_most), (2_000_000, None));
    assert_eq!((found.limit, found.limiting_choice), (None, None));
}

/// What one kit may take of the SKUs `s0` to `s3`, in every way, as plain loops say it.
fn ways(recipes: &[KitRecipe], root: &KitRecipe) -> BTreeSet<[u64; 4]> {
    let book = book(recipes);
    let units = |id: &SkuId, quantity: Quantity| {
        let mut sum = [0; 4];
        for part in book.explode(id, quantity).unwrap() {
            sum[part.sku.as_str().strip_prefix('s').unwrap().parse::<usize>().unwrap()] +=
                u64::from(part.quantity.units());
        }
        sum
    };
    let add =
        |left: [u64; 4], right: [u64; 4], times: u64| std::array::from_fn(|at| left[at] + right[at] * times);
    let start = root.components.iter().fold([0; 4], |sum, part| add(sum, units(&part.sku, part.quantity), 1));
    let mut ways = BTreeSet::from([start]);
    for choice in &root.choices {
        let mut partial: BTreeSet<([u64; 4], u32)> = ways.iter().map(|way| (*way, 0)).collect();
        for option in &choice.options {
            let takes = units(&option.sku, option.quantity);
            let more = |(way, count): &([u64; 4], u32)| {
                let (way, count) = (*way, *count);
                (0..=choice.each).map(move |times| (add(way, takes, u64::from(times)), count + times))
            };
            partial = partial.iter().flat_map(more).collect();
        }
        let right = partial.into_iter().filter(|(_, count)| (choice.min..=choice.most()).contains(count));
        ways = right.map(|(way, _)| way).collect();
    }
    ways
}

/// Kits that can be made one after the other: the most if buyers choose well, the fewest if they choose badly.
fn made(ways: &BTreeSet<[u64; 4]>, stock: [u64; 4], well: bool, known: &mut HashMap<[u64; 4], u64>) -> u64 {
    if let Some(kits) = known.get(&stock) {
        return *kits;
    }
    let next = |way: &[u64; 4]| {
        let fits = (0..4).all(|at| way[at] <= stock[at]);
        fits.then(|| std::array::from_fn(|at| stock[at] - way[at]))
    };
    let after: Vec<Option<[u64; 4]>> = ways.iter().map(next).collect();
    let kits = after.into_iter().map(|left| left.map_or(0, |left| 1 + made(ways, left, well, known)));
    let kits = if well { kits.max() } else { kits.min() }.unwrap();
    known.insert(stock, kits);
    kits
}

/// A configurable kit over four SKUs and two kits of them; every choice can be made.
fn configurable() -> impl Strategy<Value = Vec<KitRecipe>> {
    let names = ["s0", "s1", "s2", "s3", "k0", "k1"];
    let option = (0..6_usize, 1_u32..4);
    let choice = (prop::collection::vec(option, 1..4), 1_u32..3, 0_u32..4, 0_u32..2);
    let choices = prop::collection::vec(choice, 1..4);
    (choices, prop::option::of((0..6_usize, 1_u32..3)), 1_u32..3).prop_map(move |(choices, fixed, twice)| {
        let rows = choices.iter().enumerate().map(|(at, (options, each, min, more))| {
            let mut seen = BTreeSet::new();
            let options: Vec<Value> = (options.iter().filter(|(sku, _)| seen.insert(*sku)))
                .map(|(sku, units)| json!({"sku": names[*sku], "quantity": units}))
                .collect();
            let min = (*min).min(u32::try_from(options.len()).unwrap() * each);
            // A kit takes something.
            let min = if at == 0 && fixed.is_none() { min.max(1) } else { min };
            json!({"id": at.to_string(), "min": min, "max": (min + more).max(1), "each": each, "options": options})
        });
        let components: Vec<Value> =
            fixed.iter().map(|(sku, units)| json!({"sku": names[*sku], "quantity": units})).collect();
        let choices: Vec<Value> = rows.collect();
        vec![
            recipe(json!({"sku": "kit", "kind": "configurable", "components": components, "choices": choices})),
            kit("k0", &[("s0", 1), ("s1", twice)]),
            kit("k1", &[("s1", 2), ("s2", 1), ("k0", 1)]),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases * 4))]

    /// So many kits as trying every way to fill one after the other finds, at each node and over all of them, and so
    /// many whatever buyers choose.
    #[test]
    fn configurable_kits_are_counted_exactly(
        recipes in configurable(),
        here in prop::array::uniform4(0_u64..9),
        there in prop::array::uniform4(0_u64..5),
    ) {
        let rows = |node: &'static str, units: [u64; 4]| {
            units.into_iter().enumerate().map(move |(at, units)| {
                stock(&format!("s{at}"), Some(node), i64::try_from(units).unwrap())
            })
        };
        let request = KitAvailabilityRequest {
            kits: recipes.clone(),
            kit: sku("kit"),
            stock: rows("here", here).chain(rows("there", there)).collect(),
        };
        let found = kit_availability(&request).unwrap();
        let ways = ways(&recipes, &recipes[0]);
        let mut known = HashMap::new();
        let mut most = |stock| made(&ways, stock, true, &mut known);
        let all = std::array::from_fn(|at| here[at] + there[at]);
        prop_assert_eq!(found.nodes.iter().map(|node| node.kits).collect::<Vec<_>>(), vec![most(here), most(there)]);
        prop_assert_eq!((found.network, found.at_most), (most(all), None));
        prop_assert_eq!(found.guaranteed, Some(made(&ways, all, false, &mut HashMap::new())));
        prop_assert!(found.whole <= found.network && found.guaranteed <= Some(found.network));
    }

    /// Taking a configurable kit apart is taking apart the fixed kit of what was chosen.
    #[test]
    fn a_chosen_kit_is_the_fixed_kit_of_its_parts(recipes in configurable(), kits in 1_u32..4) {
        let book = KitBook::checked(recipes.clone()).unwrap();
        // Each choice filled from its first option on.
        let mut rows = Vec::new();
        for choice in &recipes[0].choices {
            let mut left = choice.min;
            for option in &choice.options {
                let times = left.min(choice.each);
                left -= times;
                rows.push((choice.id.as_str(), option.sku.as_str(), times));
            }
        }
        let chosen_kit = book.explode_chosen(&sku("kit"), Quantity::new(kits), &chosen(&rows), "/sku").unwrap();
        let mut fixed = recipes.clone();
        fixed[0].kind = KitKind::Virtual;
        fixed[0].choices.clear();
        let options = recipes[0].choices.iter().flat_map(|choice| &choice.options);
        for (option, row) in options.zip(&rows) {
            fixed[0].components.push(part(row.1, row.2 * option.quantity.units()));
        }
        fixed[0].components.retain(|part| !part.quantity.is_zero());
        let fixed = self::book(&fixed).explode(&sku("kit"), Quantity::new(kits)).unwrap();
        prop_assert_eq!(chosen_kit, fixed);
    }

    /// Both searches say of small packings what trying every combination says.
    #[test]
    fn a_packing_is_found_where_there_is_one(
        most in prop::collection::vec(0_i128..5, 1..5),
        rows in prop::collection::vec((prop::array::uniform4(0_i128..5), 0_i128..25), 0..4),
        goals in prop::array::uniform2(0_i128..7),
        first in 0..5_usize,
    ) {
        let kind: Vec<usize> = (0..most.len()).map(|at| usize::from(at >= first)).collect();
        let rows: Vec<(Vec<i128>, i128)> =
            rows.iter().map(|(units, bound)| (units[..most.len()].to_vec(), *bound)).collect();
        let mut all: Vec<Vec<i128>> = vec![vec![]];
        for most in &most {
            all = all.iter().flat_map(|taken| (0..=*most).map(|times| [&taken[..], &[times]].concat())).collect();
        }
        let sum = |taken: &[i128], units: &[i128]| -> i128 {
            taken.iter().zip(units).map(|(times, units)| times * units).sum()
        };
        let met = all.iter().any(|taken| {
            let of = |wanted: usize| {
                let units: Vec<i128> = kind.iter().map(|kind| i128::from(*kind == wanted)).collect();
                sum(taken, &units)
            };
            [of(0), of(1)] == goals && rows.iter().all(|(units, bound)| sum(taken, units) <= *bound)
        });
        let expected = if met { Fits::Yes } else { Fits::No };
        let packing = Packing::new(most, kind, goals.to_vec(), rows.into_iter());
        prop_assert!(packing.branched(&mut 1_000_000) == expected, "branched, {met}");
        prop_assert!(packing.tabled(&mut 1_000_000) == expected, "tabled, {met}");
        prop_assert!(packing.fits(&mut 1_000_000) == expected, "{met}");
    }
}

/// Four choices among twelve options each, over a dozen SKUs that they share in unlike numbers, and large stock:
/// counted to the unit, which takes a search.
#[test]
fn a_large_mix_is_counted_to_the_unit() {
    let options = |choice: usize| -> Vec<Value> {
        let option = |at: usize| {
            let (sku, units) = (format!("s{}", (at * 5 + choice) % 12), 1 + (at * 7 + choice) % 3);
            json!({"sku": sku, "quantity": units})
        };
        (0..12).map(option).collect()
    };
    let choices: Vec<Value> =
        (0..4).map(|at| json!({"id": at.to_string(), "min": 3, "options": options(at)})).collect();
    let kit = recipe(json!({"sku": "kit", "kind": "configurable", "choices": choices}));
    let names: Vec<String> = (0..12).map(|at| format!("s{at}")).collect();
    let units = (0..12).map(|at| 100_003 + 7919 * at);
    let stock: Vec<_> = names.iter().zip(units).map(|(name, units)| (name.as_str(), None, units)).collect();
    let found = available(&[kit], "kit", &stock);
    assert_eq!(
        (found.network, found.at_most, found.limit, found.limiting_choice),
        (121_990, None, None, None)
    );
}
