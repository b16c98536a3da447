//! Folding events into a cost book. Holds no rule and cannot fail.

use super::pool::{minus, plus};
use super::{
    CostBasis, CostBook, CostDraw, CostEntered, CostEntryKind, CostEvent, CostIssueKind, CostIssued,
    CostLanded, CostLayer, CostMethodChanged, CostOpened, CostPeriod, CostPool, CostRate, CostTotals,
    CostVarianceAccount, CostVariances,
};
use crate::catalog::CostingMethod;
use crate::value::{Instant, Money, Text};

impl CostBook {
    /// The book after an event; `None` before it began.
    #[must_use]
    pub fn evolve(book: Option<Self>, event: &CostEvent) -> Option<Self> {
        if let CostEvent::Opened(opened) = event {
            return Some(Self::begin(opened));
        }
        let mut book = book?;
        match event {
            CostEvent::Opened(_) => {}
            CostEvent::Entered(entered) => book.entered(entered),
            CostEvent::Issued(issued) => book.issued(issued),
            CostEvent::Landed(landed) => book.landed(landed),
            CostEvent::StandardSet(set) => {
                book.standard = Some(set.standard);
                book.revalued(set.revaluation);
            }
            CostEvent::MethodChanged(changed) => book.method_changed(changed),
            CostEvent::PeriodClosed(closed) => {
                book.variances.add(CostVarianceAccount::Period, closed.variance);
                book.revalue(minus(Money::zero(book.currency), closed.variance));
                let pool = CostPool::new(book.units, book.value);
                book.layers.iter_mut().for_each(|layer| layer.pool = pool);
                book.last = book.average().or(book.last);
                book.start_period(closed.until);
            }
        }
        Some(book)
    }

    fn begin(opened: &CostOpened) -> Self {
        let mut book = Self {
            sku: opened.sku.clone(),
            node: opened.node.clone(),
            method: opened.method,
            currency: opened.currency,
            units: opened.units,
            value: opened.cost,
            layers: vec![],
            short: None,
            last: opened.unit_cost,
            standard: opened.unit_cost.filter(|_| opened.method == CostingMethod::Standard),
            period: None,
            next_layer: 1,
            totals: CostTotals { received: opened.cost, ..CostTotals::none(opened.currency) },
            variances: CostVariances::none(opened.currency),
        };
        if opened.method != CostingMethod::Standard && opened.units > 0 {
            book.put(&CostDraw {
                layer: Some(1),
                receipt: Text::default(),
                lot: None,
                at: opened.at,
                units: opened.units,
                cost: opened.cost,
                basis: opened.basis,
            });
        }
        book.start_period(opened.at);
        book
    }

    fn entered(&mut self, entered: &CostEntered) {
        let total = match entered.kind {
            CostEntryKind::Purchased => &mut self.totals.received,
            CostEntryKind::Returned => &mut self.totals.returned,
            CostEntryKind::Transferred => &mut self.totals.transferred_in,
            CostEntryKind::Found => &mut self.totals.found,
        };
        *total = plus(*total, entered.cost);
        self.units = self.units.saturating_add(entered.units);
        self.revalue(entered.cost);
        if let Some(variance) = entered.variance {
            self.variances.add(variance.account, variance.amount);
            self.revalue(minus(Money::zero(self.currency), variance.amount));
        }
        if let Some(covered) = entered.covered {
            self.short = self.short.and_then(|short| short.without(covered.units));
        }
        entered.placed.iter().for_each(|part| self.put(part));
        if let Some(period) = &mut self.period {
            period.units = period.units.saturating_add(entered.units);
            period.value = plus(period.value, entered.cost);
        }
        // What comes back says nothing of what the next purchase will cost.
        if self.method.is_average() && self.units > 0 {
            self.last = self.average();
        } else if entered.kind != CostEntryKind::Returned && entered.basis != CostBasis::Unknown {
            self.last = Some(CostRate { amount: entered.cost, units: entered.units });
        }
    }

    fn issued(&mut self, issued: &CostIssued) {
        let total = match issued.kind {
            CostIssueKind::Sold => &mut self.totals.issued,
            CostIssueKind::Transferred => &mut self.totals.transferred_out,
            CostIssueKind::WrittenOff => &mut self.totals.written_off,
        };
        *total = plus(*total, issued.cost);
        self.units = self.units.saturating_sub(issued.units);
        self.revalue(minus(Money::zero(self.currency), issued.cost));
        if self.method == CostingMethod::Standard {
            return;
        }
        for draw in &issued.draws {
            match draw.layer {
                Some(number) => {
                    let layer = self.layers.iter_mut().find(|layer| layer.number == number);
                    if let Some(layer) = layer {
                        let _ = layer.pool.take(draw.units);
                    }
                }
                None => {
                    let none = CostPool::new(0, Money::zero(self.currency));
                    self.short = Some(self.short.unwrap_or(none).with(draw.units, draw.cost));
                }
            }
        }
        self.layers.retain(|layer| layer.pool.left() > 0);
    }

    fn landed(&mut self, landed: &CostLanded) {
        self.totals.landed = plus(self.totals.landed, landed.amount);
        self.variances.add(CostVarianceAccount::LateCost, landed.variance);
        for share in &landed.shares {
            self.revalue(share.amount);
            if let Some(layer) = self.layers.iter_mut().find(|layer| layer.number == share.layer) {
                layer.pool = layer.pool.with(0, share.amount);
            }
        }
        if let Some(period) = &mut self.period {
            period.value = plus(period.value, landed.amount);
        }
        if self.method.is_average() {
            self.last = self.average().or(self.last);
        }
    }

    fn method_changed(&mut self, changed: &CostMethodChanged) {
        if self.method == CostingMethod::Standard {
            self.unfold(changed.at);
        }
        self.method = changed.method;
        self.standard = changed.standard;
        self.period = None;
        self.revalued(changed.revaluation);
        if changed.method == CostingMethod::Standard {
            (self.layers, self.short) = (vec![], None);
        } else if changed.method.is_average() {
            self.merge_layers();
        }
        self.start_period(changed.at);
    }

    /// What a standard cost valued becomes a layer, or units that are still to come.
    fn unfold(&mut self, at: Instant) {
        let zero = Money::zero(self.currency);
        if self.units > 0 {
            let layer = CostLayer {
                number: self.next_layer,
                receipt: Text::default(),
                lot: None,
                at,
                pool: CostPool::new(self.units, self.value),
            };
            self.next_layer = self.next_layer.saturating_add(1);
            self.layers = vec![layer];
        } else if self.units < 0 {
            self.short = Some(CostPool::new(self.units.saturating_neg(), minus(zero, self.value)));
        }
        self.last = self.standard;
    }

    fn merge_layers(&mut self) {
        let mut layers = std::mem::take(&mut self.layers).into_iter();
        let Some(mut first) = layers.next() else { return };
        for layer in layers {
            first.pool = first.pool.with(layer.pool.left(), layer.pool.left_value());
        }
        (first.receipt, first.lot) = (Text::default(), None);
        self.layers.push(first);
    }

    fn put(&mut self, part: &CostDraw) {
        let number = part.layer.unwrap_or(self.next_layer);
        self.next_layer = self.next_layer.max(number.saturating_add(1));
        let average = self.method.is_average();
        if let Some(layer) = self.layers.iter_mut().find(|layer| average || layer.number == number) {
            layer.pool = layer.pool.with(part.units, part.cost);
            return;
        }
        let layer = CostLayer {
            number,
            receipt: if average { Text::default() } else { part.receipt.clone() },
            lot: part.lot.clone().filter(|_| !average),
            at: part.at,
            pool: CostPool::new(part.units, part.cost),
        };
        let after = self.layers.partition_point(|other| other.number < number);
        self.layers.insert(after, layer);
    }

    fn start_period(&mut self, since: Instant) {
        self.period = (self.method == CostingMethod::PeriodicAverage).then_some(CostPeriod {
            since,
            units: self.units,
            value: self.value,
        });
    }

    fn revalued(&mut self, amount: Money) {
        self.revalue(amount);
        self.variances.add(CostVarianceAccount::Revaluation, minus(Money::zero(self.currency), amount));
    }
}
