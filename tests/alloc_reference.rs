//! Allocation instances and solutions of others, where they are at hand: ours must find the same costs, to the cent.

use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use oms_core::allocation::instance::{
    Instance, SimpleRule, SolutionFile, SolutionRule, check_claim, check_solution, lower_bound, play,
};
use serde_json::Value;

fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/alloc");
    if folder.join("reference.json").is_file() {
        return Some(folder);
    }
    eprintln!("skipped: no allocation instances at ../shared/data/alloc");
    None
}

fn read(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    GzDecoder::new(std::fs::File::open(path).unwrap()).read_to_end(&mut bytes).unwrap();
    bytes
}

/// Every instance with its best known solution and its entry in the reference, by name.
fn instances() -> Vec<(Instance, SolutionFile, Value)> {
    let Some(folder) = folder() else { return vec![] };
    let reference: Value =
        serde_json::from_slice(&std::fs::read(folder.join("reference.json")).unwrap()).unwrap();
    let instances = reference["instances"].as_object().unwrap();
    let all = instances.iter().map(|(name, known)| {
        let instance = Instance::from_json(&read(&folder.join(format!("{name}.json.gz")))).unwrap();
        let solution = SolutionFile::from_json(&read(&folder.join(format!("{name}.sol.json.gz")))).unwrap();
        (instance, solution, known.clone())
    });
    all.collect()
}

#[test]
fn best_known_solutions_cost_what_the_reference_says_by_part_and_by_order() {
    for (instance, solution, known) in instances() {
        let checked = check_claim(&instance, &solution).unwrap();
        assert_eq!(Value::from(checked.total_cents), known["best_cents"], "{}", instance.name());
        assert!(lower_bound(&instance) <= checked.total_cents, "{}", instance.name());
        assert_eq!(serde_json::to_value(checked.cost).unwrap(), known["parts"], "{}", instance.name());
        if let Some(optima) = known["per_order_optimal_cents"].as_array() {
            let ours: Vec<Value> = checked.order_cents.into_iter().map(Value::from).collect();
            assert_eq!(&ours, optima, "{}", instance.name());
        }
    }
}

/// A generator of numbers: SplitMix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % (bound as u64)).unwrap()
    }
}

#[test]
fn no_corruption_of_a_best_known_solution_passes() {
    for (instance, solution, _) in
        instances().into_iter().filter(|(instance, ..)| instance.orders().len() <= 2000)
    {
        let mut dice = Dice(instance.orders().len() as u64);
        for round in 0..60 {
            let mut bent = solution.clone();
            let at = dice.below(bent.shipments.len());
            let copy = bent.shipments[at].clone();
            let shipment = &mut bent.shipments[at];
            let item = dice.below(shipment.items.len());
            let expected = match round % 6 {
                0 => {
                    shipment.items[item].quantity += 1;
                    SolutionRule::Ordered
                }
                1 => {
                    shipment.node = u32::MAX;
                    SolutionRule::Known
                }
                2 => {
                    shipment.items.push(copy.items[item]);
                    SolutionRule::LineOnce
                }
                3 => {
                    bent.shipments.push(copy);
                    SolutionRule::OneShipment
                }
                4 => {
                    shipment.items.clear();
                    SolutionRule::NotEmpty
                }
                _ => {
                    shipment.items[item].quantity += 1_000_000;
                    SolutionRule::Stock
                }
            };
            // A line that is filled in part may take one more; the claim is then wrong, or stock runs out.
            let checked = check_solution(&instance, &bent).unwrap();
            let found = checked.violations.iter().any(|violation| violation.rule == expected);
            let heavy = checked.violations.iter().any(|violation| violation.rule == SolutionRule::Weight);
            assert!(check_claim(&instance, &bent).is_err(), "{}: {expected:?} at {at}", instance.name());
            assert!(found || heavy || round % 6 == 0, "{}: {expected:?} at {at}", instance.name());
        }
    }
}

#[test]
fn the_simple_rules_cost_what_the_reference_says_to_the_cent() {
    let names = [
        (SimpleRule::Priority, "priority"),
        (SimpleRule::Nearest, "distance"),
        (SimpleRule::NearestComplete, "nearest1"),
        (SimpleRule::FewestShipments, "fewest"),
        (SimpleRule::GreedyCost, "greedy"),
    ];
    let small = |instance: &Instance| cfg!(not(debug_assertions)) || instance.orders().len() <= 2000;
    for (instance, _, known) in instances().into_iter().filter(|(instance, ..)| small(instance)) {
        for (rule, theirs) in names {
            let solution = SolutionFile::new(instance.name(), play(&instance, &rule, &mut |_| {}));
            let checked = check_claim(&instance, &solution).unwrap();
            let wanted = &known["rules_cents"][theirs];
            assert_eq!(&Value::from(checked.total_cents), wanted, "{theirs} on {}", instance.name());
        }
    }
}
