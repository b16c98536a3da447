//! Kits in drafts: what the buyer pays is the same to the cent, whatever the kit is made of.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::catalog::{KitBook, KitComponent, KitKind, KitRecipe, Sku};
use crate::value::{Currency, Money, SkuId};

fn sku(at: usize) -> SkuId {
    SkuId::new(format!("s{at}")).unwrap()
}

fn money(cents: i64) -> Money {
    Money::from_minor(cents, Currency::EUR)
}

type Part = (u32, Option<i64>, Option<i64>);

fn apart(draft: &OrderDraft, parts: &[Part]) -> DraftApart {
    let component =
        |(at, (units, ..)): (usize, &Part)| KitComponent { sku: sku(at), quantity: Quantity::new(*units) };
    let components = parts.iter().enumerate().map(component).collect();
    let mut book = KitBook::default();
    book.put(KitRecipe {
        sku: SkuId::new("kit").unwrap(),
        kind: KitKind::Virtual,
        components,
        choices: vec![],
    });
    let record = |id: &SkuId| {
        let at: usize = id.as_str().strip_prefix('s')?.parse().ok()?;
        let (_, list, cost) = parts.get(at)?;
        Some(Arc::new(Sku { price: list.map(money), cost: cost.map(money), ..Sku::new(id.clone()) }))
    };
    draft.take_kits_apart(&book, record).unwrap()
}

proptest! {
    #[test]
    fn taking_kits_apart_never_changes_what_the_buyer_pays(
        parts in prop::collection::vec(
            (1_u32..6, prop::option::of(0_i64..900), prop::option::of(0_i64..900)), 1..5),
        kits in 1_u32..9,
        price in 0_i64..5000,
        discount in 0_i64..5000,
        tax in prop::option::of(0_i64..900),
        whole_discount in 0_i64..3000,
    ) {
        let rows = [("kit", kits, "0.00"), ("mug", 2, "3.33")];
        let mut draft: OrderDraft = serde_json::from_value(draft(&rows)).unwrap();
        let line = &mut draft.lines[0];
        line.unit_price = money(price);
        line.discount = Some(money(discount.min(price * i64::from(kits))));
        line.tax = tax.map(money);
        let goods = price * i64::from(kits) - line.discount.unwrap().minor() + 666;
        draft.discount = Some(money(whole_discount.min(goods)));
        let place = |draft: &OrderDraft| Order::place(OrderId::new("o").unwrap(), draft).unwrap().order;
        let (whole, apart) = (place(&draft), apart(&draft, &parts));
        let order = place(&apart.draft);
        prop_assert_eq!(order.total(), whole.total());
        let taxes = |order: &Order| order.lines.iter().map(|line| line.tax.minor()).sum::<i64>();
        prop_assert_eq!(taxes(&order), taxes(&whole));
        prop_assert_eq!(order.lines.len(), parts.len() + 1);
        prop_assert_eq!(order.lines.last().map(|line| line.id.as_str()), Some("mug"));
        for (at, (part, (per_kit, ..))) in order.lines.iter().zip(&parts).enumerate() {
            prop_assert_eq!(part.id.as_str(), format!("kit.{}", at + 1));
            prop_assert_eq!(part.ordered.units(), per_kit * kits);
            prop_assert_eq!(apart.kits[&part.id].per_kit.units(), *per_kit);
            prop_assert!(!part.goods().unwrap().is_negative());
        }
    }
}

#[test]
fn a_draft_without_kits_stays_as_it_is() {
    let draft: OrderDraft = serde_json::from_value(draft(&[("mug", 2, "3.33")])).unwrap();
    let apart = apart(&draft, &[(1, None, None)]);
    assert_eq!((apart.draft, apart.kits.len()), (draft, 0));
}

#[test]
fn so_many_kits_are_so_many_times_each_part_and_other_lines_stay() {
    let draft: OrderDraft = serde_json::from_value(draft(&[("kit", 3, "9.00"), ("mug", 2, "3.33")])).unwrap();
    let apart = apart(&draft, &[(2, None, None), (1, None, None)]);
    let mut order = *Order::place(OrderId::new("o").unwrap(), &apart.draft).unwrap().order;
    for line in &mut order.lines {
        line.kit = apart.kits.get(&line.id).cloned();
    }
    let named =
        order.parts_of_kits(&[named("kit", 2), named("mug", 1), named("kit.2", 1), named("ghost", 5)]);
    let rows: Vec<_> = named.iter().map(|named| (named.line.as_str(), named.quantity.units())).collect();
    assert_eq!(rows, [("kit.1", 4), ("kit.2", 2), ("mug", 1), ("kit.2", 1), ("ghost", 5)]);
}
