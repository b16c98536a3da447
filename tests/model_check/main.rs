//! The reservation protocol, checked in every interleaving of small worlds: real runs over a real store, with answers
//! lost, commands sent twice and holds running out at any point.

mod search;
mod shelf;
mod world;

use std::fmt::{self, Debug, Write as _};
use std::hash::{DefaultHasher, Hash, Hasher};

use search::search;
use shelf::Fault;
use world::{Act, Scenario};

/// One number for a value.
fn key_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// One number for a value that has no hash: that of its debug form.
fn key_of_debug(value: &impl Debug) -> u64 {
    struct Into(DefaultHasher);
    impl fmt::Write for Into {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0.write(text.as_bytes());
            Ok(())
        }
    }
    let mut into = Into(DefaultHasher::new());
    let _ = write!(into, "{value:?}");
    into.0.finish()
}

/// The worlds: who meets whom over how many units.
fn worlds(fault: Fault) -> Vec<(&'static str, Scenario)> {
    let world = |stock, buyers, until, faults| Scenario { stock, buyers, until, faults, fault };
    vec![
        (
            "two carts, one unit",
            world(
                &[("a", 1)],
                &[&[Act::Reserve(&["a"]), Act::Extend, Act::Release], &[Act::Reserve(&["a"]), Act::Extend]],
                2,
                1,
            ),
        ),
        (
            "three carts, two units",
            world(
                &[("a", 2)],
                &[&[Act::Reserve(&["a"]), Act::Release], &[Act::Reserve(&["a"])], &[Act::Reserve(&["a"])]],
                1,
                0,
            ),
        ),
        (
            "two carts over two nodes, crosswise, and a late receipt",
            world(
                &[("b", 1)],
                &[&[Act::Reserve(&["a", "b"])], &[Act::Reserve(&["b", "a"])], &[Act::Receive("a")]],
                1,
                1,
            ),
        ),
        (
            "two orders, one unit",
            world(
                &[("a", 1)],
                &[&[Act::ReserveOrder, Act::Allocate], &[Act::ReserveOrder, Act::Allocate]],
                1,
                1,
            ),
        ),
        (
            "an order and a cart, one unit",
            world(
                &[("a", 1)],
                &[&[Act::ReserveOrder, Act::Allocate], &[Act::Reserve(&["a"]), Act::Release]],
                1,
                1,
            ),
        ),
    ]
}

#[test]
fn nobody_is_oversold_in_any_interleaving() {
    let mut states = 0;
    for (name, world) in worlds(Fault::None) {
        let explored = search(&world).unwrap_or_else(|violation| panic!("{name}: {violation:?}"));
        println!("{name}: {explored:?}");
        states += explored.states;
    }
    println!("{states} states");
    assert!(states > 20_000, "the model has shrunk to {states} states");
}

#[test]
fn every_seeded_fault_of_the_protocol_is_found_with_the_way_to_it() {
    let faults = [
        (Fault::IgnoresGuards, "oversold"),
        (Fault::IgnoresVersions, "replays"),
        (Fault::ForgetsCommands, "what was acknowledged"),
        (Fault::WritesHalf, "documents hold"),
        (Fault::LosesJournal, "replays"),
        (Fault::EndsHoldsEarly, "oversold"),
        (Fault::EndsHoldsLate, "refused although"),
        (Fault::RetriesUnderNewId, "that came"),
        (Fault::NeverRestarts, "nobody can ever finish"),
        (Fault::AnswersUnwritten, "what was acknowledged"),
    ];
    for (fault, word) in faults {
        // The quickest worlds first: one in which it shows is enough.
        let mut found = worlds(fault).into_iter().rev().filter_map(|(_, world)| search(&world).err());
        let shown = found.find(|violation| violation.message.contains(word));
        let violation = shown.unwrap_or_else(|| panic!("{fault:?} is not found"));
        println!("{fault:?}: {violation:?}");
        assert!(violation.path.len() > 2, "{fault:?}");
    }
}
