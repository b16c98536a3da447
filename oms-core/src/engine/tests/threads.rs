//! Many buyers at once over one store.

use std::sync::atomic::{AtomicI64, Ordering};

use super::*;

const THREADS: u64 = 8;

/// Numbers without a pattern (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// Each thread tries to hold units again and again, now and then to give them back, and counts what it has.
fn rush(shop: &Oms<MemoryStore>, tries: u64, pick: impl Fn(&mut u64) -> String + Sync) -> i64 {
    let held = AtomicI64::new(0);
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let (held, pick) = (&held, &pick);
            scope.spawn(move || {
                let mut seed = thread;
                for n in 0..tries {
                    let (id, units) = (format!("{thread}-{n}"), 1 + next(&mut seed) % 3);
                    let take = json!({"type": "reserve_stock", "reservation": id,
                        "items": [{"sku": pick(&mut seed), "node": "a", "quantity": units}]});
                    match shop.execute(&command(&format!("take-{id}"), 0, &take)) {
                        Ok(_) => held.fetch_add(i64::try_from(units).unwrap(), Ordering::SeqCst),
                        Err(error) => {
                            assert_eq!(error.code(), "stock.insufficient");
                            continue;
                        }
                    };
                    if next(&mut seed).is_multiple_of(4) {
                        let give = json!({"type": "release_reservation", "reservation": id});
                        shop.execute(&command(&format!("give-{id}"), 0, &give)).unwrap();
                        held.fetch_sub(i64::try_from(units).unwrap(), Ordering::SeqCst);
                    }
                }
            });
        }
    });
    held.into_inner()
}

#[test]
fn eight_threads_on_one_hot_cell_sell_to_the_last_unit_and_not_beyond() {
    let shop = Shop::new(&[("a", 100)]);
    let held = rush(&shop.oms, 60, |_| "mug".to_owned());
    assert_eq!((held, shop.cell("a")), (100, [100, 100, 0, 0]));
    shop.is_sound();
}

#[test]
fn eight_threads_on_a_skewed_mix_of_skus_oversell_none() {
    let shop = Shop::new(&[]);
    for n in 0..10 {
        shop.act(json!({"type": "put_sku", "sku": {"id": format!("sku-{n}")}}));
        let receive =
            json!({"type": "receive_stock", "sku": format!("sku-{n}"), "node": "a", "quantity": 20});
        shop.act(receive);
    }
    // SKU n about half as often as the one before it.
    let held = rush(&shop.oms, 80, |seed| format!("sku-{}", next(seed).trailing_zeros().min(9)));
    shop.is_sound();
    let cells = shop.oms.store().inspect(|state, _| state.cells.values().copied().collect::<Vec<_>>());
    assert!(cells.iter().all(|cell| cell.free() >= 0 && cell.on_hand == 20), "{cells:?}");
    assert_eq!(cells.iter().map(|cell| cell.held).sum::<i64>(), held);
}
