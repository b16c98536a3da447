//! Units on consignment change hands.

use super::*;

/// Milk of which only the merchant's own units are sold: 4 of theirs, 6 of the dairy's.
fn dairy() -> Shop {
    let shop = Shop::new(&[]);
    shop.act(json!({"type": "put_sku", "sku": {"id": "milk", "lots": {"owners": {"type": "own"}}}}));
    for (owner, units) in [(json!(null), 4), (json!("dairy"), 6)] {
        shop.act(json!({"type": "receive_stock", "sku": "milk", "node": "a", "quantity": units,
            "lot": {"lot": "x", "owner": owner, "expiresAt": at(900)}}));
    }
    shop
}

fn change(from: Option<&str>, to: Option<&str>, units: u32) -> Value {
    json!({"type": "change_lot_owner", "sku": "milk", "node": "a", "lot": "x", "from": from, "to": to,
        "quantity": units})
}

/// What may be sold, and free units by owner.
fn sellable(shop: &Shop) -> (i64, Vec<(Option<String>, i64)>) {
    shop.is_sound();
    let (tenant, milk) = (tenant("acme"), SkuId::new("milk").unwrap());
    let available = shop.oms.availability(&tenant, std::slice::from_ref(&milk), at(shop.now.get())).unwrap();
    let ask = json!({"tenant": "acme", "sku": "milk", "at": at(shop.now.get())});
    let lots = shop.oms.lots(&serde_json::from_value(ask).unwrap()).unwrap();
    let rows = lots.nodes.iter().flat_map(|node| &node.lots).map(|view| &view.lot);
    let rows = rows.map(|lot| (lot.owner.as_ref().map(ToString::to_string), lot.free()));
    (available[0].promiseable, rows.collect())
}

fn owned(own: i64, dairy: i64) -> Vec<(Option<String>, i64)> {
    let rows = [(None, own), (Some("dairy".to_owned()), dairy)];
    rows.into_iter().filter(|(_, units)| *units != 0).collect()
}

#[test]
fn units_that_are_bought_of_a_consignor_may_be_sold() {
    let shop = dairy();
    assert_eq!(sellable(&shop), (4, owned(4, 6)));
    shop.act(change(Some("dairy"), None, 5));
    assert_eq!(sellable(&shop), (9, owned(9, 1)));
    shop.act(change(Some("dairy"), None, 1));
    assert_eq!(sellable(&shop), (10, owned(10, 0)));
    assert_eq!(shop.cell("a"), [0, 0, 0, 0], "mugs have nothing to do with it");
}

#[test]
fn what_is_held_or_set_aside_does_not_change_hands() {
    let shop = dairy();
    shop.act(json!({"type": "reserve_stock", "reservation": "r", "items": [
        {"sku": "milk", "node": "a", "quantity": 3}]}));
    assert_eq!(shop.code(change(None, Some("dairy"), 2)), "stock.insufficient");
    shop.act(change(None, Some("dairy"), 1));
    assert_eq!(sellable(&shop), (0, owned(3, 7)));
    assert_eq!(shop.code(change(None, Some("dairy"), 4)), "lot.insufficient");
}

#[test]
fn nobody_gives_to_themselves_nor_what_they_have_not() {
    let shop = dairy();
    let error = shop.refuse(change(Some("dairy"), Some("dairy"), 0));
    let places: Vec<_> = error.problems().iter().map(|problem| problem.path.clone()).collect();
    assert_eq!((error.code(), places), ("lot.invalid", vec!["/action/quantity".into(), "/action/to".into()]));
    assert_eq!(shop.code(change(Some("farm"), None, 1)), "lot.unknown");
}
