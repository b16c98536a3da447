//! Generated instances: sound for every seed, the same for the same, and scarce as their family says.

use crate::allocation::instance::{InstanceFamily, InstanceFile, SolutionFile, check_solution, generate};

fn small() -> impl Iterator<Item = InstanceFamily> {
    InstanceFamily::all().filter(|family| !family.name().starts_with("big"))
}

/// Units in stock for each hundred that are wanted.
fn supply(file: &InstanceFile) -> i64 {
    let wanted: i64 = file.orders.iter().flat_map(|order| &order.lines).map(|[_, quantity]| quantity).sum();
    file.stock.qty.iter().sum::<i64>() * 100 / wanted
}

#[test]
fn every_family_makes_sound_instances_and_shipping_nothing_is_feasible() {
    for family in small() {
        for seed in [0, 1, u64::MAX] {
            let file = generate(family, seed);
            let instance = file.dense().unwrap();
            let nothing = SolutionFile::new(instance.name(), vec![]);
            assert!(check_solution(&instance, &nothing).unwrap().is_feasible());
        }
    }
}

#[test]
fn a_seed_makes_one_instance_and_another_makes_another() {
    for family in small() {
        assert_eq!(generate(family, 5), generate(family, 5));
        assert_ne!(generate(family, 5).orders, generate(family, 6).orders);
    }
    assert_ne!(
        generate("scarce-500".parse().unwrap(), 1).orders,
        generate("captight-500".parse().unwrap(), 1).orders
    );
}

#[test]
fn families_are_what_they_are_called() {
    let make = |name: &str| generate(name.parse().unwrap(), 3);
    assert!((90..140).contains(&supply(&make("scarce-2k"))));
    assert!(supply(&make("captight-2k")) > 250);
    assert!(make("captight-2k").nodes.iter().all(|node| node.cap_units > 0));
    assert!(make("complete-2k").orders.iter().filter(|order| order.complete == 1).count() > 1500);
    let ample = make("ample-500");
    assert!(ample.nodes.iter().all(|node| node.ship_cents == 100 && node.unit_cents == 40));
    assert_eq!(ample.stock.qty.len(), ample.nodes.len() * ample.skus.weight_g.len());
    let unknown = "scarce".parse::<InstanceFamily>().unwrap_err();
    assert!(unknown.to_string().contains("scarce-200"));
}

#[test]
fn the_bytes_of_a_seed_never_change() {
    let file = generate("tiny-40".parse().unwrap(), 1);
    let sum: i64 =
        file.orders.iter().flat_map(|order| &order.lines).map(|[sku, quantity]| sku * quantity).sum();
    assert_eq!((sum, file.stock.qty.iter().sum::<i64>()), (2607, 215));
}
