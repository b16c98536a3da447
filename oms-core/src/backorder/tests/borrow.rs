//! Borrowing: who may lend, and what comes back in time.

use super::reconfirm::{dated, supply};
use super::*;

fn lender(id: &str, units: u32, ships: i64, lock_days: u32) -> BorrowLender {
    let (quantity, lock_seconds) = (Quantity::new(units), lock_days * 86_400);
    BorrowLender { order: order(id), line: one(), quantity, ships_at: day(ships), lock_seconds }
}

/// Asked on day 0 for units needed on day 1.
fn borrow(units: u32, lenders: Vec<BorrowLender>, incoming: &[(i64, u32)]) -> BorrowPlan {
    let request = BorrowRequest {
        at: day(0),
        sku: mug(),
        quantity: Quantity::new(units),
        needed_at: day(1),
        lenders,
        incoming: supply(incoming),
    };
    borrow_stock(&request).unwrap()
}

fn moves(plan: &BorrowPlan) -> Vec<(String, u32)> {
    plan.moves.iter().map(|found| (found.order.to_string(), found.quantity.units())).collect()
}

#[test]
fn who_ships_last_lends_first_and_is_covered_by_the_latest_units_in_time() {
    let plan = borrow(6, vec![lender("soon", 4, 5, 1), lender("late", 4, 9, 1)], &[(3, 4), (8, 3), (10, 9)]);
    assert_eq!(moves(&plan), [row("late", 4), row("soon", 2)]);
    assert_eq!(plan.moves[0].covered_by, dated(&[(3, 1), (8, 3)]));
    assert_eq!((plan.moves[0].slack_seconds, plan.short), (86_400, Quantity::ZERO));
    assert_eq!(plan.moves[1].covered_by, dated(&[(3, 2)]));
}

#[test]
fn a_line_about_to_ship_or_not_later_or_not_covered_lends_nothing_and_says_why() {
    let lenders = vec![lender("same", 5, 1, 0), lender("locked", 5, 4, 4), lender("bare", 5, 2, 0)];
    let plan = borrow(3, lenders, &[(3, 9)]);
    assert_eq!((moves(&plan), plan.short), (vec![], Quantity::new(3)));
    let reasons: Vec<_> = plan.declined.iter().map(|refused| refused.reason.clone()).collect();
    let expected = [
        BorrowRefusal::Locked(BorrowLocked { since: Some(day(0)) }),
        BorrowRefusal::NotRecovered(BorrowNotRecovered { needed_by: day(2) }),
        BorrowRefusal::NotLater(BorrowNotLater { ships_at: day(1) }),
    ];
    assert_eq!(reasons, expected);
}

#[test]
fn units_that_come_are_lent_against_once() {
    let plan = borrow(9, vec![lender("a", 5, 7, 0), lender("b", 5, 6, 0)], &[(5, 6)]);
    assert_eq!((moves(&plan), plan.short), (vec![row("a", 5), row("b", 1)], Quantity::new(3)));
}

#[test]
fn units_of_another_sku_cover_nothing() {
    let mut request = BorrowRequest {
        at: day(0),
        sku: mug(),
        quantity: Quantity::new(1),
        needed_at: day(1),
        lenders: vec![lender("a", 1, 7, 0)],
        incoming: supply(&[(3, 1)]),
    };
    request.incoming[0].sku = SkuId::new("tray").unwrap();
    assert_eq!(borrow_stock(&request).unwrap().short, Quantity::new(1));
    request.quantity = Quantity::ZERO;
    request.lenders.push(lender("a", 0, 7, 0));
    let expected = [
        ("input.out_of_range", "/quantity"),
        ("backorder.duplicate_line", "/lenders/1/line"),
        ("input.out_of_range", "/lenders/1/quantity"),
    ];
    assert_eq!(codes(&borrow_stock(&request).unwrap_err()), expected);
}
