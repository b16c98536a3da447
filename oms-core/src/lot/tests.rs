mod laws;

use super::*;
use crate::catalog::{LotOwner, LotOwners, LotPickOrder, LotRule, ShelfLifeRule};
use crate::value::{
    ChannelId, CountryCode, CustomerId, Instant, LotId, LotPick, NodeId, OrderId, OwnerId, Quantity,
    SerialNumber, ShipmentId, SkuId, StockCondition, Text,
};

fn day(day: i64) -> Instant {
    Instant::from_timestamp(day * 86_400, 0).unwrap()
}

fn units(units: u32) -> Quantity {
    Quantity::new(units)
}

fn lot_id(lot: &str) -> LotId {
    LotId::new(lot).unwrap()
}

fn order(id: &str) -> OrderId {
    OrderId::new(id).unwrap()
}

fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

fn empty() -> LotBook {
    LotBook::new(SkuId::new("milk").unwrap(), NodeId::new("berlin").unwrap())
}

/// A lot on hand: its id, received on, expires on, units.
type Row<'a> = (&'a str, i64, Option<i64>, u32);

fn receive(book: &mut LotBook, (lot, received, expires, quantity): Row<'_>, owner: Option<&str>) {
    let draft = LotDraft {
        lot: lot_id(lot),
        owner: owner.map(|owner| OwnerId::new(owner).unwrap()),
        expires_at: expires.map(day),
        manufactured_at: None,
    };
    let rule = LotRule::default();
    let movement =
        book.receive(&draft, units(quantity), StockCondition::Sellable, &rule, day(received)).unwrap();
    book.evolve(&movement);
}

fn book(rows: &[Row<'_>]) -> LotBook {
    let mut book = empty();
    rows.iter().for_each(|row| receive(&mut book, *row, None));
    book
}

fn demand(quantity: u32, at: i64) -> LotDemand {
    LotDemand::of(&LotRule::default(), units(quantity), day(at))
}

fn picked(picking: &LotPicking) -> Vec<(&str, u32)> {
    picking.picks.iter().map(|pick| (pick.lot.as_str(), pick.quantity.units())).collect()
}

fn verdicts(picking: &LotPicking) -> Vec<(&str, LotVerdict)> {
    picking.lots.iter().map(|lot| (lot.lot.as_str(), lot.verdict.clone())).collect()
}

fn allocate(book: &mut LotBook, to: &str, quantity: u32) -> LotPicking {
    let (picking, movement) = book.allocate(&order(to), &demand(quantity, 0));
    book.evolve(&movement.unwrap());
    picking
}

fn took(quantity: u32) -> LotVerdict {
    LotVerdict::Picked(LotPicked { quantity: units(quantity) })
}

#[test]
fn what_expires_first_leaves_first_whenever_it_came() {
    // The date that sorts is the expiry: neither the receipt, nor the order of entry, nor the id.
    let book = book(&[("a", 1, Some(90), 5), ("b", 3, Some(30), 5), ("c", 2, Some(60), 5)]);
    let picking = pick_lots(&book, &demand(12, 5));
    assert_eq!(picked(&picking), [("b", 5), ("c", 5), ("a", 2)]);
}

#[test]
fn each_pick_order_has_its_own_key_and_ids_end_every_tie() {
    let book = book(&[
        ("a", 1, Some(90), 1),
        ("b", 3, Some(30), 1),
        ("c", 2, None, 1),
        ("d", 3, Some(60), 1),
        ("e", 3, Some(60), 1),
    ]);
    let order_of = |pick_order| {
        let picking = pick_lots(&book, &LotDemand { pick_order, ..demand(5, 5) });
        picking.picks.iter().map(|pick| pick.lot.as_str().to_owned()).collect::<String>()
    };
    assert_eq!(order_of(LotPickOrder::Fefo), "bdeac");
    assert_eq!(order_of(LotPickOrder::Fifo), "acbde");
    assert_eq!(order_of(LotPickOrder::Lifo), "bdeca");
    assert_eq!(order_of(LotPickOrder::Lefo), "cadeb");
    assert_eq!(order_of(LotPickOrder::SingleLot), "bdeac");
}

#[test]
fn a_lot_that_cannot_cover_is_followed_by_the_next() {
    let book = book(&[("a", 1, Some(30), 2), ("b", 1, Some(60), 9)]);
    let picking = pick_lots(&book, &demand(5, 5));
    assert_eq!(picked(&picking), [("a", 2), ("b", 3)]);
    assert_eq!((picking.short, picking.eligible), (units(0), 11));
}

#[test]
fn a_single_lot_is_preferred_where_one_covers_and_otherwise_as_few_as_possible() {
    let book = book(&[
        ("a", 1, Some(10), 2),
        ("b", 1, Some(20), 5),
        ("c", 1, Some(30), 4),
        ("d", 1, Some(40), 6),
        ("e", 1, Some(50), 3),
    ]);
    let fewest = |quantity| {
        let asked = LotDemand { pick_order: LotPickOrder::SingleLot, ..demand(quantity, 5) };
        let picking = pick_lots(&book, &asked);
        picking
            .picks
            .iter()
            .map(|pick| (pick.lot.as_str().to_owned(), pick.quantity.units()))
            .collect::<Vec<_>>()
    };
    let expect = |rows: &[(&str, u32)]| {
        rows.iter().map(|(lot, units)| ((*lot).to_owned(), *units)).collect::<Vec<_>>()
    };
    assert_eq!(fewest(2), expect(&[("a", 2)]));
    assert_eq!(fewest(5), expect(&[("b", 5)]), "the first that covers alone");
    assert_eq!(fewest(6), expect(&[("d", 6)]));
    assert_eq!(fewest(8), expect(&[("a", 2), ("d", 6)]), "two cover; the first pair that does");
    assert_eq!(fewest(9), expect(&[("b", 5), ("c", 4)]));
    assert_eq!(fewest(12), expect(&[("a", 2), ("b", 5), ("d", 5)]));
    assert_eq!(fewest(99), expect(&[("a", 2), ("b", 5), ("c", 4), ("d", 6), ("e", 3)]));
}

#[test]
fn a_lot_is_good_until_its_expiry_and_not_at_it() {
    let book = book(&[("a", 1, Some(30), 2)]);
    let second = chrono::TimeDelta::seconds(1);
    let at = |at| pick_lots(&book, &LotDemand { at, delivery_at: at, ..demand(1, 0) });
    assert_eq!(verdicts(&at(day(30) - second)), [("a", took(1))]);
    assert_eq!(verdicts(&at(day(30))), [("a", LotVerdict::Expired(LotExpired { by_seconds: 0 }))]);
    let lot = &book.lots[0];
    assert_eq!(book.status(lot, 0, day(30) - second), LotStatus::Released);
    assert_eq!(book.status(lot, 1, day(30) - second), LotStatus::NearExpiry);
    assert_eq!(book.status(lot, 1, day(29)), LotStatus::Released, "one whole day remains");
    assert_eq!(book.status(lot, 1, day(30)), LotStatus::Expired);
}

#[test]
fn what_counts_is_what_remains_at_the_delivery() {
    let book = book(&[("a", 1, Some(30), 2), ("b", 1, Some(60), 2)]);
    let asked = |delivery, min_days| LotDemand { delivery_at: day(delivery), min_days, ..demand(2, 5) };
    assert_eq!(picked(&pick_lots(&book, &asked(29, 0))), [("a", 2)]);
    assert_eq!(picked(&pick_lots(&book, &asked(30, 0))), [("b", 2)]);
    let late = LotVerdict::ExpiresBeforeDelivery(LotExpiresBeforeDelivery { by_seconds: 86_400 });
    assert_eq!(verdicts(&pick_lots(&book, &asked(31, 0)))[0], ("a", late));
    // Twenty days remain of lot a on day 10.
    assert_eq!(picked(&pick_lots(&book, &asked(10, 20))), [("a", 2)]);
    let short = LotVerdict::TooShort(LotTooShort { remaining_days: 20, required_days: 21 });
    assert_eq!(verdicts(&pick_lots(&book, &asked(10, 21))), [("a", short), ("b", took(2))]);
    // An expected delivery before the pick is one at once.
    assert_eq!(picked(&pick_lots(&book, &asked(0, 25))), [("a", 2)]);
}

#[test]
fn a_part_of_the_shelf_life_may_ask_for_more_than_days_do() {
    let mut book = empty();
    let draft =
        LotDraft { lot: lot_id("a"), owner: None, expires_at: Some(day(101)), manufactured_at: Some(day(0)) };
    let movement =
        book.receive(&draft, units(4), StockCondition::Sellable, &LotRule::default(), day(1)).unwrap();
    book.evolve(&movement);
    let asked = |at, min_days, min_percent| LotDemand { min_days, min_percent, ..demand(1, at) };
    // 33 % of 101 days are 33.33 days: 34 whole ones.
    assert_eq!(picked(&pick_lots(&book, &asked(67, 0, 33))), [("a", 1)]);
    let short = LotVerdict::TooShort(LotTooShort { remaining_days: 33, required_days: 34 });
    assert_eq!(verdicts(&pick_lots(&book, &asked(68, 10, 33))), [("a", short)]);
    let short = LotVerdict::TooShort(LotTooShort { remaining_days: 33, required_days: 40 });
    assert_eq!(verdicts(&pick_lots(&book, &asked(68, 40, 33))), [("a", short)]);
}

#[test]
fn a_part_of_an_unknown_shelf_life_is_never_guessed() {
    let book = book(&[("a", 1, Some(30), 2), ("b", 1, None, 2)]);
    let asked = LotDemand { min_percent: 50, ..demand(3, 5) };
    let picking = pick_lots(&book, &asked);
    assert_eq!(verdicts(&picking), [("a", LotVerdict::ShelfLifeUnknown), ("b", took(2))]);
    assert_eq!((picking.short, picking.eligible), (units(1), 2));
    let known = LotDemand { shelf_life_days: Some(50), ..asked };
    assert_eq!(picked(&pick_lots(&book, &known)), [("a", 2), ("b", 1)], "25 of 50 days remain");
}

#[test]
fn the_strictest_rule_that_applies_counts() {
    let (tmall, anna) = (ChannelId::new("tmall").unwrap(), CustomerId::new("anna").unwrap());
    let (china, japan) = (CountryCode::new("CN"), CountryCode::new("JP"));
    let rule = LotRule {
        min_remaining: vec![
            ShelfLifeRule { min_days: 10, ..ShelfLifeRule::default() },
            ShelfLifeRule { channel: Some(tmall.clone()), min_percent: 50, ..ShelfLifeRule::default() },
            ShelfLifeRule { customer: Some(anna.clone()), min_days: 5, ..ShelfLifeRule::default() },
            ShelfLifeRule {
                channel: Some(tmall.clone()),
                country: japan,
                min_days: 90,
                ..ShelfLifeRule::default()
            },
        ],
        ..LotRule::default()
    };
    assert_eq!(rule.demand(None, None, None), (10, 0));
    assert_eq!(rule.demand(Some(&tmall), Some(&anna), china), (10, 50));
    assert_eq!(rule.demand(Some(&tmall), None, japan), (90, 50));
    assert_eq!(rule.demand(None, None, japan), (10, 0));
    let wrong = LotRule {
        min_remaining: vec![ShelfLifeRule { min_percent: 101, ..ShelfLifeRule::default() }],
        ..LotRule::default()
    };
    assert_eq!(wrong.problems().as_slice()[0].path, "/minRemaining/0/minPercent");
}

#[test]
fn one_lot_serves_two_orders_and_each_gives_back_its_own() {
    let mut book = book(&[("a", 1, Some(30), 10)]);
    allocate(&mut book, "o1", 6);
    allocate(&mut book, "o2", 4);
    assert_eq!(book.lots[0].free(), 0);
    let back = book.deallocate(&order("o1"), units(6), None).unwrap();
    book.evolve(&back);
    let lot = &book.lots[0];
    assert_eq!((lot.allocated_to(&order("o1")), lot.allocated_to(&order("o2"))), (units(0), units(4)));
    assert_eq!(lot.free(), 6);
    assert_eq!(book.deallocate(&order("o1"), units(1), None).unwrap_err().code(), "lot.insufficient");
    let gone = book.ship(&order("o2"), units(4), day(2)).unwrap();
    book.evolve(&gone);
    assert_eq!((book.on_hand(), book.allocated()), (6, 0));
}

#[test]
fn an_order_ships_what_expires_first_and_gives_back_what_expires_last() {
    let mut book = book(&[("a", 1, Some(30), 2), ("b", 1, Some(60), 2)]);
    allocate(&mut book, "o1", 4);
    let LotEvent::Deallocated(LotsDeallocated { picks, .. }) =
        book.deallocate(&order("o1"), units(3), None).unwrap()
    else {
        panic!()
    };
    assert_eq!(
        picks.iter().map(|pick| (pick.lot.as_str(), pick.quantity.units())).collect::<Vec<_>>(),
        [("b", 2), ("a", 1)]
    );
    let LotEvent::Shipped(LotsShipped { picks, .. }) = book.ship(&order("o1"), units(3), day(2)).unwrap()
    else {
        panic!()
    };
    assert_eq!(
        picks.iter().map(|pick| (pick.lot.as_str(), pick.quantity.units())).collect::<Vec<_>>(),
        [("a", 2), ("b", 1)]
    );
}

#[test]
fn more_than_is_eligible_is_refused_whole_with_the_reasons() {
    let book = book(&[("a", 1, Some(3), 2), ("b", 1, Some(60), 2)]);
    let (picking, movement) = book.allocate(&order("o1"), &demand(3, 5));
    let error = movement.unwrap_err();
    assert_eq!(error.code(), "lot.insufficient");
    assert_eq!(error.to_string(), "the lots of `milk` at `berlin` have 2 of 3 units");
    assert_eq!(verdicts(&picking)[0], ("a", LotVerdict::Expired(LotExpired { by_seconds: 172_800 })));
}

#[test]
fn the_owner_filters_what_may_be_picked() {
    let mut book = empty();
    receive(&mut book, ("a", 1, Some(30), 2), Some("acme"));
    receive(&mut book, ("a", 1, Some(30), 3), None);
    receive(&mut book, ("b", 1, Some(20), 4), Some("zen"));
    let acme = LotOwners::Of(LotOwner { owner: OwnerId::new("acme").unwrap() });
    let asked = |owners| pick_lots(&book, &LotDemand { owners, ..demand(9, 5) });
    assert_eq!(picked(&asked(LotOwners::Any)), [("b", 4), ("a", 3), ("a", 2)]);
    assert_eq!(picked(&asked(LotOwners::Own)), [("a", 3)]);
    assert_eq!(picked(&asked(acme)), [("a", 2)]);
    assert_eq!(verdicts(&asked(LotOwners::Own))[0], ("b", LotVerdict::OtherOwner));
}

#[test]
fn a_recalled_lot_names_its_orders_keeps_back_what_arrives_and_does_not_leave() {
    let mut book = book(&[("a", 1, Some(30), 10), ("b", 1, Some(60), 10)]);
    allocate(&mut book, "o1", 4);
    allocate(&mut book, "o2", 8);
    let event = book.put_in_quarantine(&lot_id("a"), &text("glass")).unwrap();
    let recall = book.recall(&lot_id("a"));
    book.evolve(&event);
    let orders: Vec<_> =
        recall.orders.iter().map(|part| (part.order.as_str(), part.quantity.units())).collect();
    assert_eq!((recall.on_hand, orders), (10, vec![("o1", 4), ("o2", 6)]));
    assert_eq!(book.ship(&order("o1"), units(1), day(2)).unwrap_err().code(), "lot.not_shippable");
    for part in &recall.orders {
        let back = book.deallocate(&part.order, part.quantity, Some(&lot_id("a"))).unwrap();
        book.evolve(&back);
    }
    assert_eq!(book.recall(&lot_id("a")).orders, []);
    assert_eq!(book.allocated_to(&order("o2")), 2, "what it has of other lots stays");
    receive(&mut book, ("a", 3, Some(30), 5), None);
    assert_eq!(picked(&pick_lots(&book, &demand(99, 5))), [("b", 8)]);
    assert!(book.put_in_quarantine(&lot_id("a"), &text("glass")).is_none(), "it is already");
    let event = book.release(&lot_id("a"), &text("false alarm")).unwrap();
    book.evolve(&event);
    assert_eq!(pick_lots(&book, &demand(99, 5)).eligible, 23);
    assert!(book.release(&lot_id("a"), &text("again")).is_none());
}

#[test]
fn an_expired_lot_does_not_leave_even_if_it_was_set_aside_in_time() {
    let mut book = book(&[("a", 1, Some(30), 2)]);
    allocate(&mut book, "o1", 2);
    let error = book.ship(&order("o1"), units(2), day(30)).unwrap_err();
    assert_eq!(error.to_string(), "lot `a` of `milk` must not leave: its status is expired");
}

#[test]
fn the_same_lot_has_the_same_dates() {
    let book = book(&[("a", 1, Some(30), 2)]);
    let rule = LotRule { shelf_life_days: Some(30), ..LotRule::default() };
    let receive = |expires: Option<i64>, made: Option<i64>, quantity| {
        let (expires_at, manufactured_at) = (expires.map(day), made.map(day));
        let draft = LotDraft { lot: lot_id("a"), owner: None, expires_at, manufactured_at };
        book.receive(&draft, units(quantity), StockCondition::Sellable, &rule, day(2))
    };
    assert!(receive(Some(30), None, 1).is_ok());
    assert_eq!(receive(Some(31), None, 1).unwrap_err().code(), "lot.dates_differ");
    let LotError::Invalid(problems) = receive(Some(3), Some(3), 0).unwrap_err() else { panic!() };
    let paths: Vec<_> = problems.as_slice().iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["/quantity", "/lot/expiresAt"]);
}

#[test]
fn the_expiry_follows_from_the_shelf_life_when_the_lot_does_not_say() {
    let rule = LotRule { shelf_life_days: Some(30), ..LotRule::default() };
    let draft = LotDraft { lot: lot_id("a"), owner: None, expires_at: None, manufactured_at: Some(day(10)) };
    let movement = empty().receive(&draft, units(1), StockCondition::Sellable, &rule, day(12)).unwrap();
    let LotEvent::Received(receipt) = movement else { panic!() };
    assert_eq!(receipt.lot.expires_at, Some(day(40)));
}

#[test]
fn counts_and_grades_name_a_lot_and_take_what_no_order_has() {
    let mut book = book(&[("a", 1, Some(30), 10)]);
    allocate(&mut book, "o1", 6);
    let a = lot_id("a");
    let adjust = |book: &LotBook, delta, force| book.adjust(&a, None, StockCondition::Sellable, delta, force);
    assert_eq!(adjust(&book, -5, false).unwrap_err().code(), "lot.insufficient");
    assert_eq!(adjust(&book, -11, true).unwrap_err().code(), "lot.insufficient");
    assert_eq!(
        book.adjust(&lot_id("z"), None, StockCondition::Sellable, 1, false).unwrap_err().code(),
        "lot.unknown"
    );
    let pick = |quantity| LotPick { lot: a.clone(), owner: None, quantity: units(quantity) };
    assert!(book.regrade(&pick(5), StockCondition::Sellable, StockCondition::Damaged).is_err());
    let worse = book.regrade(&pick(4), StockCondition::Sellable, StockCondition::Damaged).unwrap();
    book.evolve(&worse);
    assert_eq!((book.in_condition(StockCondition::Damaged), book.lots[0].free()), (4, 0));
    let scrapped = book.adjust(&a, None, StockCondition::Damaged, -4, false).unwrap();
    book.evolve(&scrapped);
    assert_eq!((book.on_hand(), book.in_condition(StockCondition::Damaged)), (6, 0));
    let found_fewer = adjust(&book, -2, true).unwrap();
    book.evolve(&found_fewer);
    assert_eq!((book.on_hand(), book.lots[0].free()), (4, -2));
    assert_eq!(book.ship(&order("o1"), units(6), day(2)).unwrap_err().code(), "lot.insufficient");
    assert!(book.ship(&order("o1"), units(4), day(2)).is_ok());
}

fn serial(serial: &str) -> SerialNumber {
    SerialNumber::new(serial).unwrap()
}

#[test]
fn a_serial_number_goes_out_once_and_comes_back_from_where_it_went() {
    let (milk, tea) = (SkuId::new("milk").unwrap(), SkuId::new("tea").unwrap());
    let number = serial("s1");
    let mut book = book(&[("a", 1, Some(30), 10)]);
    allocate(&mut book, "o1", 1);
    assert_eq!(SerialUnit::may_capture(None, &number, &milk, &order("o1")), Ok(true));
    let captured = book.capture(&order("o1"), &[number.clone(), number.clone()]).unwrap().unwrap();
    book.evolve(&captured);
    assert_eq!(book.capture(&order("o1"), std::slice::from_ref(&number)), Ok(None), "known already");
    let unit = SerialUnit::evolve(None, &number, &milk, &captured).unwrap();
    let may = |unit: &SerialUnit, sku: &SkuId, to: &str| {
        SerialUnit::may_capture(Some(unit), &number, sku, &order(to)).map_err(|error| error.code())
    };
    assert_eq!(may(&unit, &milk, "o1"), Ok(false));
    assert_eq!(may(&unit, &milk, "o2"), Err("lot.serial_taken"));
    assert_eq!(may(&unit, &tea, "o1"), Err("lot.serial_of_other_sku"));
    let returns = |unit: &SerialUnit, sku: &SkuId, from: &str| {
        SerialUnit::may_return(Some(unit), &number, sku, &order(from)).map_err(|error| error.code())
    };
    assert_eq!(returns(&unit, &milk, "o1"), Err("lot.serial_not_shipped"));

    let shipped = book.ship_serials(&order("o1"), &ShipmentId::new("p1").unwrap(), units(1)).unwrap();
    book.evolve(&shipped);
    assert_eq!(book.serials, []);
    let unit = SerialUnit::evolve(Some(unit), &number, &milk, &shipped).unwrap();
    assert_eq!(may(&unit, &milk, "o2"), Err("lot.serial_taken"));
    assert_eq!(may(&unit, &milk, "o1"), Err("lot.serial_taken"), "not even for the same order again");
    assert_eq!(returns(&unit, &milk, "o2"), Err("lot.serial_not_shipped"));
    assert_eq!(returns(&unit, &tea, "o1"), Err("lot.serial_of_other_sku"));
    assert_eq!(returns(&unit, &milk, "o1"), Ok(true));
    let back =
        LotEvent::SerialsReturned(LotSerialsReturned { order: order("o1"), serials: vec![number.clone()] });
    let unit = SerialUnit::evolve(Some(unit), &number, &milk, &back).unwrap();
    assert_eq!(returns(&unit, &milk, "o1"), Ok(false), "once");
    assert_eq!(may(&unit, &milk, "o2"), Ok(true), "and may go out again");
}

#[test]
fn units_leave_with_as_many_serial_numbers_as_units() {
    let mut book = book(&[("a", 1, Some(30), 10)]);
    allocate(&mut book, "o1", 2);
    let one = book.capture(&order("o1"), &[serial("s1")]).unwrap().unwrap();
    book.evolve(&one);
    let too_many = book.capture(&order("o1"), &[serial("s2"), serial("s3")]).unwrap_err();
    assert_eq!(too_many.to_string(), "3 serial numbers were captured for 2 units of `milk`");
    let shipment = ShipmentId::new("p1").unwrap();
    assert_eq!(
        book.ship_serials(&order("o1"), &shipment, units(2)).unwrap_err().code(),
        "lot.serials_differ"
    );
    assert!(book.ship_serials(&order("o1"), &shipment, units(1)).is_ok());
    assert_eq!(book.drop_serials(&order("o1"), units(1)), None, "one unit and its number stay");
    let dropped = book.drop_serials(&order("o1"), units(2)).unwrap();
    assert_eq!(dropped.serials(), [serial("s1")]);
    book.evolve(&dropped);
    assert_eq!(book.serials_of(&order("o1")), []);
}
