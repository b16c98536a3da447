//! Plans of all orders: one after the other in a sequence, then small groups that compete again and again.

use super::rows::Rows;
use super::seat::{Method, Seat, Served};
use crate::allocation::dice::Dice;

/// How often orders may still be planned.
#[derive(Debug)]
pub(super) struct Work {
    left: u64,
    pub(super) spent: u64,
}

impl Work {
    pub(super) const fn new(most: u64) -> Self {
        Self { left: most, spent: 0 }
    }

    pub(super) const fn spend(&mut self, work: u64) {
        self.left = self.left.saturating_sub(work);
        self.spent = self.spent.saturating_add(work);
    }

    pub(super) const fn is_spent(&self) -> bool {
        self.left == 0
    }
}

/// A plan of all orders, and what it leaves of the rows.
#[derive(Clone, Debug)]
pub(super) struct Plans {
    pub(super) served: Vec<Served>,
    left: Vec<u64>,
    lost: u64,
    pub(super) cost: i128,
}

impl Plans {
    /// Nobody is served.
    fn new(seats: usize, rows: &Rows) -> Self {
        Self { served: vec![Served::default(); seats], left: rows.limits.clone(), lost: 0, cost: 0 }
    }

    /// How good it is, the smaller the better.
    pub(super) const fn rank(&self) -> (u64, i128) {
        (self.lost, self.cost)
    }

    /// Gives back what an order has.
    fn release(&mut self, seat: usize) -> Served {
        let old = self.served.get_mut(seat).map(std::mem::take).unwrap_or_default();
        for (row, used) in &old.uses {
            if let Some(left) = self.left.get_mut(*row) {
                *left = left.saturating_add(*used);
            }
        }
        self.cost = self.cost.saturating_sub(old.cost);
        self.lost = self.lost.saturating_sub(old.lost);
        old
    }

    /// Takes from another plan what is cheaper there, order by order, of those that others do not mind.
    pub(super) fn take_cheaper(&mut self, other: &Self, is_free: impl Fn(usize) -> bool) {
        for (at, theirs) in other.served.iter().enumerate().filter(|(at, _)| is_free(*at)) {
            let rank = |served: &Served| (served.lost, served.cost);
            if self.served.get(at).is_some_and(|own| rank(theirs) < rank(own)) {
                self.release(at);
                self.seat(at, theirs.clone());
            }
        }
    }

    fn seat(&mut self, seat: usize, served: Served) {
        for (row, used) in &served.uses {
            if let Some(left) = self.left.get_mut(*row) {
                *left = left.saturating_sub(*used);
            }
        }
        self.cost = self.cost.saturating_add(served.cost);
        self.lost = self.lost.saturating_add(served.lost);
        if let Some(slot) = self.served.get_mut(seat) {
            *slot = served;
        }
    }
}

/// Plans orders one after the other. Those that touch no scarce row are as they are in `known`, if it is there.
pub(super) fn pass(
    seats: &mut [Seat<'_>],
    rows: &Rows,
    sequence: &[usize],
    prices: &[i128],
    method: Method,
    known: Option<&Plans>,
    work: &mut Work,
) -> Plans {
    let mut plans = Plans::new(seats.len(), rows);
    for at in sequence {
        let Some(seat) = seats.get_mut(*at) else { continue };
        let settled = known.filter(|_| seat.rows.is_empty()).and_then(|known| known.served.get(*at));
        let served = if let Some(served) = settled {
            served.clone()
        } else {
            work.spend(1);
            seat.serve(prices, &plans.left, method)
        };
        plans.seat(*at, served);
    }
    plans
}

/// The fewest orders planned anew together, and how many more there can be.
const GROUP: i64 = 2;
const GROUP_MORE: i64 = 3;

/// Plans groups of orders that compete anew for as long as there is work, and keeps what is no dearer.
pub(super) fn improve(
    seats: &mut [Seat<'_>],
    rows: &Rows,
    plans: &mut Plans,
    prices: &[i128],
    lower: Option<i128>,
    work: &mut Work,
) {
    let mut takers: Vec<Vec<usize>> = vec![Vec::new(); rows.keys.len()];
    for (at, seat) in seats.iter().enumerate() {
        for row in &seat.rows {
            if let Some(takers) = takers.get_mut(*row) {
                takers.push(at);
            }
        }
    }
    let scarce: Vec<usize> =
        (0..seats.len()).filter(|at| seats.get(*at).is_some_and(|seat| !seat.rows.is_empty())).collect();
    let part =
        |percent: i128| prices.iter().map(|price| price.saturating_mul(percent) / 100).collect::<Vec<_>>();
    let scales = [part(100), part(0), part(50)];
    let mut dice = Dice::new(0x6a6f_696e, 1);
    let is_best = |plans: &Plans| plans.lost == 0 && lower.is_some_and(|lower| plans.cost <= lower);
    while !work.is_spent() && !scarce.is_empty() && !is_best(plans) {
        let group = draw(seats, &scarce, &takers, &mut dice);
        let scale = scales.get(index(dice.below(3))).map_or(&[][..], Vec::as_slice);
        again(seats, plans, &group, scale, work);
    }
}

/// Plans each order anew, alone, with what the others leave.
pub(super) fn sweep(seats: &mut [Seat<'_>], plans: &mut Plans, free: &[i128], work: &mut Work) {
    for at in 0..seats.len() {
        again(seats, plans, &[at], free, work);
    }
}

/// Plans some orders anew, one after the other, and keeps that if it is no worse.
fn again(seats: &mut [Seat<'_>], plans: &mut Plans, group: &[usize], prices: &[i128], work: &mut Work) {
    let before = plans.rank();
    let old: Vec<Served> = group.iter().map(|at| plans.release(*at)).collect();
    for at in group {
        let Some(seat) = seats.get_mut(*at) else { continue };
        work.spend(1);
        let served = seat.serve(prices, &plans.left, Method::Exact);
        plans.seat(*at, served);
    }
    if plans.rank() > before {
        for at in group {
            plans.release(*at);
        }
        for (at, served) in group.iter().zip(old) {
            plans.seat(*at, served);
        }
    }
}

/// Orders of which each wants something that one before it wants, in any sequence.
fn draw(seats: &[Seat<'_>], scarce: &[usize], takers: &[Vec<usize>], dice: &mut Dice) -> Vec<usize> {
    let mut group = vec![pick(scarce, dice)];
    let size = index(GROUP.saturating_add(dice.below(GROUP_MORE)));
    for _ in 0..size.saturating_mul(2) {
        if group.len() >= size {
            break;
        }
        let from = pick(&group, dice);
        let rows = seats.get(from).map_or(&[][..], |seat| seat.rows.as_slice());
        let other = takers.get(pick(rows, dice)).map_or(from, |takers| pick(takers, dice));
        if !group.contains(&other) {
            group.push(other);
        }
    }
    shuffle(&mut group, dice);
    group
}

pub(super) fn shuffle(values: &mut [usize], dice: &mut Dice) {
    for end in (1..values.len()).rev() {
        let other = index(dice.below(i64::try_from(end).unwrap_or(i64::MAX).saturating_add(1)));
        values.swap(end, other.min(end));
    }
}

fn pick(values: &[usize], dice: &mut Dice) -> usize {
    let at = index(dice.below(i64::try_from(values.len()).unwrap_or(i64::MAX)));
    values.get(at).copied().unwrap_or(0)
}

fn index(number: i64) -> usize {
    usize::try_from(number).unwrap_or(0)
}
