//! Kits put together cost what their components cost, and give it back when they are taken apart.

use super::*;

/// Mugs by layers of 4.00 and 5.01, spoons at a moving average, a box of two mugs and a spoon.
fn boxes(spoon: &Value) -> Shop {
    let shop = Shop::new(&[]);
    shop.act(sku("mug", &json!({"costing": "fifo", "cost": eur("4.00")})));
    shop.act(sku("spoon", spoon));
    let kit = json!({"kitKind": "assembled", "costing": "fifo", "price": eur("9.00"),
        "kit": recipe(&[("mug", 2), ("spoon", 1)])});
    shop.act(sku("box", &kit));
    for (sku, units, cost) in [("mug", 2, "8.00"), ("mug", 4, "20.04")] {
        shop.act(
            json!({"type": "receive_stock", "sku": sku, "node": "a", "quantity": units, "cost": eur(cost)}),
        );
    }
    shop
}

/// What the books say, by SKU: units and value in minor units.
fn books(shop: &Shop) -> Vec<(String, i64, i64)> {
    let books = shop.oms.valuation(&tenant("acme"), &[]).unwrap().books;
    books.iter().map(|book| (book.sku.to_string(), book.units, book.value.minor())).collect()
}

fn row(sku: &str, units: i64, value: i64) -> (String, i64, i64) {
    (sku.to_owned(), units, value)
}

#[test]
fn a_kit_costs_what_went_into_it_and_the_sum_of_all_books_stays() {
    let shop = boxes(&json!({"costing": "moving_average", "cost": eur("1.00")}));
    let spoons =
        json!({"type": "receive_stock", "sku": "spoon", "node": "a", "quantity": 3, "cost": eur("1.00")});
    shop.act(spoons);
    shop.act(assemble("assemble_kit", "box", 2));
    // Two mugs of 4.00 and two of 5.01, two thirds of 1.00.
    let after = [row("box", 2, 1802 + 67), row("mug", 2, 1002), row("spoon", 1, 33)];
    assert_eq!(books(&shop), after);
    shop.act(assemble("disassemble_kit", "box", 1));
    // Half of 18.69 by 8 : 1 is 8.31 for two mugs and 1.04 for the spoon.
    let apart = [row("box", 1, 934), row("mug", 4, 1002 + 831), row("spoon", 2, 33 + 104)];
    assert_eq!(books(&shop), apart);
    assert_eq!(books(&shop).iter().map(|(_, _, value)| value).sum::<i64>(), 2804 + 100);
    shop.is_sound();
}

#[test]
fn what_is_not_costed_is_worth_what_its_record_says() {
    let shop = boxes(&json!({"cost": eur("0.50")}));
    shop.act(json!({"type": "receive_stock", "sku": "spoon", "node": "a", "quantity": 3}));
    shop.act(assemble("assemble_kit", "box", 1));
    assert_eq!(books(&shop), [row("box", 1, 850), row("mug", 4, 2004)]);
    shop.act(assemble("disassemble_kit", "box", 1));
    // 8.50 by 8.00 : 0.50; the spoon's part leaves the books.
    assert_eq!(books(&shop), [row("box", 0, 0), row("mug", 6, 2004 + 800)]);
    shop.is_sound();
}

#[test]
fn a_kit_of_parts_whose_cost_nobody_knows_is_valued_as_found() {
    let shop = boxes(&json!({}));
    shop.act(json!({"type": "receive_stock", "sku": "spoon", "node": "a", "quantity": 3}));
    shop.act(assemble("assemble_kit", "box", 1));
    assert_eq!(books(&shop), [row("box", 1, 0), row("mug", 4, 2004)]);
    shop.is_sound();
}
