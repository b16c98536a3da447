//! Prices of scarce rows, moved until orders that pay them want little more than there is; and the bound they prove.
//!
//! The bound is the sum of what each order costs at least when it pays the prices, less what the rows are worth.
//! Steps are Polyak's: by how far the bound is from the best plan known, over the square of what is too much.

use super::rows::Rows;
use super::search::Work;
use super::seat::Seat;

/// Prices move in these parts of a minor unit, and are paid whole.
const PARTS: i128 = 1 << 12;
/// Without a better bound for so many steps, steps become shorter.
const PATIENCE: u32 = 4;
/// How often all orders are asked at the most.
const STEPS: u32 = 60;
/// No price is higher: it would be beyond every cost that money can hold.
const MOST: i128 = 1 << 60;

/// What prices prove.
pub(super) struct Bound {
    /// No plan costs less; none where an order proves nothing.
    pub(super) lower: Option<i128>,
    pub(super) prices: Vec<i128>,
}

/// Moves prices from where they start. `upper` is what the best plan known costs.
pub(super) fn ascend(
    seats: &mut [Seat<'_>],
    rows: &Rows,
    start: Vec<i128>,
    upper: i128,
    threads: usize,
    work: &mut Work,
) -> Bound {
    let mut fine: Vec<i128> = start.iter().map(|price| price.saturating_mul(PARTS)).collect();
    let mut best = (i128::MIN, start);
    let mut proved = true;
    let (mut length, mut waited) = (1000_i128, 0);
    for _ in 0..STEPS {
        if work.is_spent() && best.0 > i128::MIN {
            break;
        }
        let prices: Vec<i128> = fine.iter().map(|price| price.saturating_add(PARTS / 2) / PARTS).collect();
        work.spend(ask(seats, &prices, &rows.limits, threads));
        let (mut value, mut excess) =
            (0_i128, rows.limits.iter().map(|limit| -i128::from(*limit)).collect::<Vec<_>>());
        for asked in seats.iter().filter_map(|seat| seat.asked.as_ref()) {
            proved &= asked.bound.is_some();
            value = value.saturating_add(asked.bound.unwrap_or(asked.found));
            for (row, used) in &asked.uses {
                if let Some(excess) = excess.get_mut(*row) {
                    *excess = excess.saturating_add(i128::from(*used));
                }
            }
        }
        for (price, limit) in prices.iter().zip(&rows.limits) {
            value = value.saturating_sub(price.saturating_mul(i128::from(*limit)));
        }
        if value > best.0 {
            best = (value, prices);
            waited = 0;
        } else {
            waited += 1;
        }
        if waited >= PATIENCE {
            (length, waited) = (length / 2, 0);
        }
        let gap = upper.saturating_sub(best.0);
        if gap <= 0 || !step(&mut fine, &mut excess, rows, gap.saturating_mul(length)) {
            break;
        }
    }
    Bound { lower: (proved && best.0 > i128::MIN).then_some(best.0), prices: best.1 }
}

/// A step along what is too much; false where nothing would move.
fn step(fine: &mut [i128], excess: &mut [i128], rows: &Rows, length: i128) -> bool {
    let mut square = 0_i128;
    for ((price, excess), key) in fine.iter().zip(excess.iter_mut()).zip(&rows.keys) {
        if !key.is_priced() || (*price == 0 && *excess < 0) {
            *excess = 0;
        }
        square = square.saturating_add(excess.saturating_mul(*excess));
    }
    let mut moved = false;
    for (price, excess) in fine.iter_mut().zip(excess) {
        // The length is in thousandths.
        let by =
            length.saturating_mul(PARTS).saturating_mul(*excess).checked_div(square.saturating_mul(1000));
        let next = price.saturating_add(by.unwrap_or(0)).clamp(0, MOST);
        moved |= next != *price;
        *price = next;
    }
    moved
}

/// Asks all orders; how many had to be planned for that.
fn ask(seats: &mut [Seat<'_>], prices: &[i128], limits: &[u64], threads: usize) -> u64 {
    let each = seats.len().div_ceil(threads).max(1);
    let ask = |seats: &mut [Seat<'_>]| {
        let asked = seats.iter_mut().map(|seat| u64::from(seat.ask(prices, limits)));
        asked.fold(0, u64::saturating_add)
    };
    if threads == 1 {
        return ask(seats);
    }
    std::thread::scope(|scope| {
        let helpers: Vec<_> = seats.chunks_mut(each).map(|seats| scope.spawn(|| ask(seats))).collect();
        let asked = helpers.into_iter().map(|helper| helper.join().unwrap_or(0));
        asked.fold(0, u64::saturating_add)
    })
}
