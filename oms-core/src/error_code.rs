//! The catalogue of error codes.

use super::ErrorKind;

/// A code that [`Error::code`](crate::Error::code) can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorCode {
    /// The stable code.
    pub code: &'static str,
    /// What to do about it.
    pub kind: ErrorKind,
    /// What it means and what to do, for people.
    pub meaning: &'static str,
}

const fn row(code: &'static str, kind: ErrorKind, meaning: &'static str) -> ErrorCode {
    ErrorCode { code, kind, meaning }
}

use ErrorKind::{Conflict, Internal, Invalid, NotFound, Refused, Store};

/// Every code that [`Error::code`](crate::Error::code) can answer, sorted.
///
/// ```
/// assert!(oms_core::ERROR_CODES.iter().any(|row| row.code == "stock.insufficient"));
/// ```
#[rustfmt::skip]
pub const ERROR_CODES: &[ErrorCode] = &[
    row("allocation.cost_overflow", Invalid, "the costs of a plan are too large; look at rates and costs"),
    row("allocation.infeasible_solution", Invalid, "a solution breaks rules of its instance; its problems name each"),
    row("allocation.invalid_assignment", Invalid, "a strategy answered with what cannot be shipped; mend the strategy"),
    row("allocation.invalid_instance", Invalid, "an instance of allocation is malformed; its problems say where"),
    row("allocation.invalid_problem", Invalid, "an allocation problem is malformed; its problems say where"),
    row("allocation.invalid_solution", Invalid, "a solution is malformed or not of the instance; its problems say"),
    row("carrier.none_fits", Refused, "no rate card takes the parcel; name a carrier or add a card"),
    row("command.id_reused", Conflict, "the command id was used for another command; use a fresh one"),
    row("cost.invalid", Invalid, "what was asked of the cost book is malformed; its problems say where"),
    row("cost.lot_short", Refused, "the cost book has fewer units of the lot than were named"),
    row("cost.no_standard", Refused, "the SKU has no standard cost; set one"),
    row("cost.out_of_range", Invalid, "a cost book would leave its range of 10¹² units or 10¹⁸ minor units"),
    row("cost.short", Refused, "more units left than came; book their receipt before closing the period"),
    row("cost.unknown_book", NotFound, "the SKU has no cost book at the node"),
    row("cost.unknown_receipt", NotFound, "no receipt of that name brought units that are costed"),
    row("cost.wrong_method", Refused, "the cost book is kept by a method that does not know the command"),
    row("count.already_counting", Refused, "another count has the cell; post or cancel that one first"),
    row("count.approver_counted", Refused, "nobody approves a difference that they counted; name another approver"),
    row("count.ended", Refused, "the count was posted or cancelled"),
    row("count.id_taken", Conflict, "the count id is taken; choose another"),
    row("count.invalid", Invalid, "what was asked of the count is malformed; its problems say where"),
    row("count.needs_approval", Refused, "differences are beyond the limits; name an approver"),
    row("count.not_counted", Refused, "some SKUs have to be counted first, or counted again"),
    row("count.unknown", NotFound, "there is no such count"),
    row("engine.too_many_rounds", Internal, "a run asked for too much; report it as a defect"),
    row("input.invalid", Invalid, "the input is malformed; its problems say where and how"),
    row("ledger.bad_columns", Invalid, "the columns of a ledger's batch do not fit each other"),
    row("ledger.full", Invalid, "a ledger holds as much as its indices can count; forget holds that have ended"),
    row("ledger.not_drained", Invalid, "events of a ledger wait to be drained; drain them first"),
    row("ledger.unknown_cell", Invalid, "a line names a cell that the ledger has not given out"),
    row("lot.dates_differ", Conflict, "units of the lot arrived with other dates; correct them, or name another lot"),
    row("lot.insufficient", Refused, "the lots that may leave have fewer units; look at expiry, quarantine and owner"),
    row("lot.invalid", Invalid, "what was asked of the lots is malformed; its problems say where"),
    row("lot.not_shippable", Refused, "the order's units are of a lot that expired or is in quarantine; allocate anew"),
    row("lot.serial_not_shipped", Refused, "the unit with that serial number did not leave for this order"),
    row("lot.serial_of_other_sku", Conflict, "the serial number belongs to a unit of another SKU"),
    row("lot.serial_taken", Refused, "the unit with that serial number is out, or another order's"),
    row("lot.serials_differ", Refused, "there must be one serial number for each unit that leaves"),
    row("lot.unknown", NotFound, "there is no unit of that lot there"),
    row("money.currency_mismatch", Invalid, "amounts of two currencies met; convert first"),
    row("money.no_parts", Invalid, "there is an amount to split and nothing to split it over"),
    row("money.not_a_number", Invalid, "an amount is no plain decimal number"),
    row("money.overflow", Invalid, "an amount is beyond what money can hold"),
    row("money.too_precise", Invalid, "an amount has more decimals than its currency; round first"),
    row("order.already_reserved", Refused, "the order holds stock already; release that reservation first"),
    row("order.content_conflict", Conflict, "the channel order was placed with other content"),
    row("order.held", Refused, "a hold keeps the order or a line from this stage; release it first"),
    row("order.hold_reused", Conflict, "a hold of that id is open with other content"),
    row("order.id_taken", Conflict, "the order id belongs to another channel order; choose another"),
    row("order.illegal_transition", Refused, "the order's status does not allow it"),
    row("order.invalid", Invalid, "what was asked of the order is malformed; its problems say where"),
    row("order.not_approved", Refused, "the order has not passed review, or was changed since"),
    row("order.not_enough_units", Refused, "a line has fewer units than were named"),
    row("order.payment_reused", Conflict, "the payment id was recorded with other content"),
    row("order.refund_exceeds_paid", Refused, "more would be refunded than was paid"),
    row("order.unknown", NotFound, "there is no such order"),
    row("promise.invalid", Invalid, "the figures to promise from are malformed; their problems say where"),
    row("promise.too_soon", Refused, "too few units can be there by the date; the message names the first date"),
    row("publish.invalid", Invalid, "a policy or its figures contradict themselves; the problems say where"),
    row("publish.never_sent", Refused, "the channel was never sent that version; look which one it means"),
    row("purchase.illegal_transition", Refused, "the to-do's status does not allow it"),
    row("purchase.invalid", Invalid, "what was asked of the to-do is malformed; its problems say where"),
    row("purchase.todo_unknown", NotFound, "the SKU has no such to-do"),
    row("quota.insufficient", Refused, "the quota has fewer units left; look at its remaining units"),
    row("quota.invalid", Invalid, "what was asked of the quota is malformed; its problems say where"),
    row("quota.too_large", Invalid, "a quota holds at most 4294967295 units, sold ones included"),
    row("rebalance.invalid", Invalid, "the rebalancing request is malformed; its problems say where"),
    row("rebalance.overflow", Invalid, "costs or margins add up to more than money can hold; ask for fewer units"),
    row("replenish.invalid", Invalid, "the figures make no sense; the problems say where"),
    row("replenish.overflow", Invalid, "a figure on the way is larger than 28 digits; look at demand and lead time"),
    row("report.different_query", Invalid, "folds of two queries cannot be merged"),
    row("report.foreign_freight", Invalid, "an order has freight in another currency; the two have no sum"),
    row("report.invalid", Invalid, "the report's query is malformed; its problems say where"),
    row("report.overflow", Invalid, "a figure of the report is too large; ask for a smaller span"),
    row("shipment.id_taken", Conflict, "the shipment id is taken; choose another"),
    row("shipment.invalid", Invalid, "what was asked of the shipment is malformed; its problems say where"),
    row("shipment.unknown", NotFound, "there is no such shipment"),
    row("stock.customer_limit", Refused, "more than one customer may have; the message says how many are left"),
    row("stock.insufficient", Refused, "there are not enough units; the message names each short cell"),
    row("stock.invalid", Invalid, "what was asked of the stock is malformed; its problems say where"),
    row("stock.not_held", Refused, "the reservation does not hold what is to be given up or moved"),
    row("stock.out_of_range", Invalid, "a cell would leave its range of 0 to 10¹² units"),
    row("stock.outside_group", Refused, "the reservation was made for a group that has not the node"),
    row("stock.reservation_differs", Refused, "it holds what the order's lines do not want; shrink it first"),
    row("stock.reservation_ended", Refused, "the reservation was committed or released"),
    row("stock.reservation_expired", Refused, "the reservation's time ran out; reserve anew"),
    row("stock.reservation_reused", Conflict, "the reservation id was used with other content"),
    row("stock.reservation_taken", Conflict, "the reservation belongs to another order or customer"),
    row("stock.reservation_unknown", NotFound, "there is no such reservation"),
    row("store.conflict", Conflict, "others were quicker too often; send the same command again"),
    row("store.corrupt", Store, "the store holds something unreadable; audit it"),
    row("store.unavailable", Store, "the store cannot be reached; send the same command again later"),
    row("supply.invalid", Invalid, "what was asked of the supply is malformed; its problems say where"),
    row("supply.over_receipt", Refused, "more arrived than the receipt takes; raise its quantity or tolerance first"),
    row("supply.promise_ended", Refused, "the promise was kept, given up or ran out; use a fresh id"),
    row("supply.promise_unknown", NotFound, "there is no such promise for the SKU at the node"),
    row("supply.receipt_ended", Refused, "everything of the receipt arrived, or it was cancelled; use a fresh id"),
    row("supply.receipt_short", Refused, "the receipt brings too few units beyond those that are promised of it"),
    row("supply.receipt_unknown", NotFound, "no such receipt is expected for the SKU at the node"),
    row("transfer.id_taken", Conflict, "the transfer id is taken; choose another"),
    row("transfer.illegal_transition", Refused, "the transfer's status does not allow it"),
    row("transfer.invalid", Invalid, "what was asked of the transfer is malformed; its problems say where"),
    row("transfer.not_enough_units", Refused, "a line of the transfer has fewer units than were named"),
    row("transfer.unknown", NotFound, "there is no such transfer"),
];
