//! Orders decided as they arrive, each without knowledge of later ones: the board that keeps what is left, and the
//! play.

mod board;
mod lane;
mod view;

pub use board::{ArrivalBoard, ArrivalLoad, ArrivalState};
pub use lane::{InstanceLanes, LaneService};
pub use view::{ArrivalLine, ArrivalNode, ArrivalOrder, ArrivalService};

use super::{Instance, InstanceShipment};

/// Decides one order at a time. Implement it for a heuristic of your own.
///
/// The answer must depend on nothing but the board and the order, or results will not repeat. What it may not do, the
/// checker finds: [`play`] only notes what is used.
///
/// ```
/// use oms_core::allocation::instance::{ArrivalBoard, ArrivalRule, InstanceShipment, play};
/// # use oms_core::allocation::instance::{SolutionFile, check_claim, generate};
///
/// /// Ships all of an order from the first node that can, else nothing.
/// struct OneNodeOrNone;
///
/// impl ArrivalRule for OneNodeOrNone {
///     fn decide(&self, board: &ArrivalBoard<'_>, order: u32) -> Vec<InstanceShipment> {
///         let wanted: Vec<u32> = board.lines(order).iter().map(|line| line.quantity).collect();
///         let units: u32 = wanted.iter().sum();
///         let loads = board.loads(order, &wanted, &[]);
///         let found = loads.into_iter().find(|load| load.units == i64::from(units));
///         found.map(|load| load.shipment(order)).into_iter().collect()
///     }
/// }
///
/// let instance = generate("scarce-200".parse()?, 1).dense().expect("sound");
/// let shipments = play(&instance, &OneNodeOrNone, &mut |_| {});
/// assert!(check_claim(&instance, &SolutionFile::new(instance.name(), shipments)).is_ok());
/// # Ok::<(), oms_core::allocation::instance::UnknownFamily>(())
/// ```
pub trait ArrivalRule {
    /// The shipments of an order: none, if it had better ship nothing.
    fn decide(&self, board: &ArrivalBoard<'_>, order: u32) -> Vec<InstanceShipment>;
}

/// Decides all orders of an instance in their order. `decided` is called after each one with its place: whoever has a
/// clock can look at it there. Orders of an independent instance each see everything.
pub fn play(
    instance: &Instance,
    rule: &dyn ArrivalRule,
    decided: &mut dyn FnMut(u32),
) -> Vec<InstanceShipment> {
    let mut board = ArrivalBoard::new(instance);
    let mut all = Vec::new();
    for order in 0..u32::try_from(instance.orders().len()).unwrap_or(u32::MAX) {
        let shipments = rule.decide(&board, order);
        board.apply(&shipments);
        all.extend(shipments);
        decided(order);
    }
    all
}
