//! Deciding what units that come and go cost.

use super::pool::{minus, plus, share};
use super::{
    CostBasis, CostBook, CostCommand, CostCovered, CostDraw, CostEntered, CostEntry, CostEntryKind,
    CostError, CostEvent, CostIssue, CostIssued, CostOpened, CostOpening, CostRate, CostVariance,
    CostVarianceAccount,
};
use crate::catalog::CostingMethod;
use crate::value::{Instant, Money, Problems, Text};

/// What an entry comes to before it is laid into layers.
struct Incoming {
    cost: Money,
    basis: CostBasis,
    parts: Vec<CostDraw>,
}

impl CostBook {
    /// Decides to begin a book.
    ///
    /// # Errors
    /// [`CostError::NoStandard`] without a unit cost under a standard cost, [`CostError::Invalid`] for a cost in
    /// another currency or below zero, or for fewer than no units.
    pub fn open(opening: &CostOpening, at: Instant) -> Result<CostEvent, CostError> {
        let mut problems = Problems::new();
        if let Some(cost) = opening.unit_cost {
            check_cost(cost, Money::zero(opening.currency), "/unitCost", &mut problems);
        }
        if opening.units < 0 {
            problems.add(
                "input.out_of_range",
                "/units",
                "a book begins with what is there: zero or more units",
            );
        }
        if !problems.is_empty() {
            return Err(CostError::Invalid(problems));
        }
        let rate = opening.unit_cost.map(|amount| CostRate { amount, units: 1 });
        if opening.method == CostingMethod::Standard && rate.is_none() {
            return Err(CostError::NoStandard { sku: opening.sku.clone(), node: opening.node.clone() });
        }
        let zero = Money::zero(opening.currency);
        let event = CostEvent::Opened(CostOpened {
            sku: opening.sku.clone(),
            node: opening.node.clone(),
            method: opening.method,
            currency: opening.currency,
            units: opening.units,
            cost: rate.map_or(zero, |rate| rate.up_to(opening.units)),
            basis: if rate.is_some() { CostBasis::Stated } else { CostBasis::Unknown },
            unit_cost: rate,
            at,
        });
        let sound = Self::evolve(None, &event).is_some_and(|book| book.is_sound());
        let out_of_range = || CostError::OutOfRange { sku: opening.sku.clone(), node: opening.node.clone() };
        if sound { Ok(event) } else { Err(out_of_range()) }
    }

    /// Decides a command: which layers it takes from, what it adds to them, what goes to a variance account.
    /// `O(layers)`.
    ///
    /// # Errors
    /// [`CostError`]; the book is unchanged then. An event that would not conserve value is never given out.
    pub fn decide(&self, command: &CostCommand, at: Instant) -> Result<CostEvent, CostError> {
        let event = match command {
            CostCommand::Enter(entry) => self.enter(entry, at)?,
            CostCommand::Issue(issue) => self.issue(issue, at)?,
            CostCommand::Land(landing) => self.land(landing)?,
            CostCommand::SetStandard(standard) => self.set_standard(*standard)?,
            CostCommand::ChangeMethod(method, standard) => self.change_method(*method, *standard, at)?,
            CostCommand::ClosePeriod => self.close_period(at)?,
        };
        let after = Self::evolve(Some(self.clone()), &event);
        if after.is_some_and(|book| book.is_sound()) { Ok(event) } else { Err(self.out_of_range()) }
    }

    fn enter(&self, entry: &CostEntry, at: Instant) -> Result<CostEvent, CostError> {
        let units = entry.units;
        let mut problems = Problems::new();
        if units <= 0 {
            problems.add("input.out_of_range", "/units", "name at least one unit");
        }
        let named = entry.cost.into_iter().chain(entry.origin.iter().map(|part| part.cost));
        for cost in named {
            check_cost(cost, self.value, "/cost", &mut problems);
        }
        let sum = entry.origin.iter().fold(0_i64, |sum, part| sum.saturating_add(part.units));
        let whole = entry.origin.iter().all(|part| part.units > 0);
        if !entry.origin.is_empty() && (sum != units || !whole) {
            problems.add("input.out_of_range", "/origin", "the layers must have exactly the units that come");
        }
        if !problems.is_empty() {
            return Err(CostError::Invalid(problems));
        }
        let incoming = self.incoming(entry, units, at);
        let event = if self.method == CostingMethod::Standard {
            self.enter_at_standard(entry, units, &incoming)
        } else {
            self.lay(entry, units, incoming)
        };
        Ok(CostEvent::Entered(event))
    }

    /// What the units cost and which layers they were.
    fn incoming(&self, entry: &CostEntry, units: i64, at: Instant) -> Incoming {
        if !entry.origin.is_empty() {
            let cost = entry.origin.iter().fold(Money::zero(self.currency), |sum, part| plus(sum, part.cost));
            return Incoming { cost, basis: CostBasis::Layer, parts: entry.origin.clone() };
        }
        let (cost, basis) = match entry.cost {
            Some(cost) => (cost, CostBasis::Stated),
            None => self.likely_cost(units),
        };
        let receipt =
            if entry.kind == CostEntryKind::Purchased { entry.reference.clone() } else { Text::default() };
        let part = CostDraw { layer: None, receipt, lot: entry.lot.clone(), at, units, cost, basis };
        Incoming { cost, basis, parts: vec![part] }
    }

    /// What units cost of which nothing is said: the average of what is there, else the last cost.
    fn likely_cost(&self, units: i64) -> (Money, CostBasis) {
        match (self.standard, self.average(), self.last) {
            (Some(_), ..) => (self.standard_cost(units), CostBasis::Standard),
            (None, Some(average), _) => (average.up_to(units), CostBasis::Average),
            (None, None, Some(last)) => (last.up_to(units), CostBasis::Last),
            (None, None, None) => (Money::zero(self.currency), CostBasis::Unknown),
        }
    }

    /// What the value on hand changes by when so many units come, or leave when negative, at the standard cost.
    fn standard_cost(&self, units: i64) -> Money {
        let after = self.units.saturating_add(units);
        self.standard.map_or(Money::zero(self.currency), |standard| minus(standard.up_to(after), self.value))
    }

    fn enter_at_standard(&self, entry: &CostEntry, units: i64, incoming: &Incoming) -> CostEntered {
        let account = if entry.kind == CostEntryKind::Purchased {
            CostVarianceAccount::PurchasePrice
        } else {
            CostVarianceAccount::Revaluation
        };
        let amount = minus(incoming.cost, self.standard_cost(units));
        CostEntered {
            kind: entry.kind,
            reference: entry.reference.clone(),
            units,
            cost: incoming.cost,
            basis: incoming.basis,
            placed: vec![],
            covered: None,
            variance: (!amount.is_zero()).then_some(CostVariance { account, amount }),
        }
    }

    /// Covers what left before it came, and lays the rest into layers.
    fn lay(&self, entry: &CostEntry, units: i64, incoming: Incoming) -> CostEntered {
        let mut short = self.short_units();
        let mut number = self.next_layer;
        let mut placed: Vec<CostDraw> = Vec::new();
        let (mut covered_units, mut covered_cost) = (0_i64, Money::zero(self.currency));
        for part in incoming.parts {
            let covers = part.units.min(short);
            let cost = share(part.cost, covers, part.units);
            short = short.saturating_sub(covers);
            covered_units = covered_units.saturating_add(covers);
            covered_cost = plus(covered_cost, cost);
            let (left, rest) = (part.units.saturating_sub(covers), minus(part.cost, cost));
            if left == 0 {
                continue;
            }
            let layer = if self.method.is_average() {
                self.layers.first().map_or(self.next_layer, |layer| layer.number)
            } else {
                // A layer of this book that comes back takes its place again; all others are new.
                let returned = entry.kind == CostEntryKind::Returned;
                let known = part.layer.filter(|layer| returned && *layer < self.next_layer);
                known.unwrap_or_else(|| {
                    let new = number;
                    number = number.saturating_add(1);
                    new
                })
            };
            placed.push(CostDraw { layer: Some(layer), units: left, cost: rest, ..part });
        }
        let issued_at = self.short.map_or(covered_cost, |short| short.cost_of(covered_units));
        let amount = minus(covered_cost, issued_at);
        let account = CostVarianceAccount::TrueUp;
        CostEntered {
            kind: entry.kind,
            reference: entry.reference.clone(),
            units,
            cost: incoming.cost,
            basis: incoming.basis,
            placed,
            covered: (covered_units > 0).then_some(CostCovered {
                units: covered_units,
                issued_at,
                cost: covered_cost,
            }),
            variance: (!amount.is_zero()).then_some(CostVariance { account, amount }),
        }
    }

    fn issue(&self, issue: &CostIssue, at: Instant) -> Result<CostEvent, CostError> {
        let units = issue.units;
        if units <= 0 {
            let mut problems = Problems::new();
            problems.add("input.out_of_range", "/units", "name at least one unit");
            return Err(CostError::Invalid(problems));
        }
        let draws = if self.method == CostingMethod::Standard {
            let cost = minus(Money::zero(self.currency), self.standard_cost(units.saturating_neg()));
            vec![self.no_layer(units, cost, CostBasis::Standard, at)]
        } else {
            self.draw(issue, units, at)?
        };
        let cost = draws.iter().fold(Money::zero(self.currency), |sum, draw| plus(sum, draw.cost));
        let (kind, reference) = (issue.kind, issue.reference.clone());
        Ok(CostEvent::Issued(CostIssued { kind, reference, units, cost, draws }))
    }

    /// The layers, oldest first, then units that have not come yet at the last cost.
    fn draw(&self, issue: &CostIssue, units: i64, at: Instant) -> Result<Vec<CostDraw>, CostError> {
        let lot = issue.lot.as_ref().filter(|_| self.method == CostingMethod::Specific);
        let basis = if self.method.is_average() { CostBasis::Average } else { CostBasis::Layer };
        let mut wanted = units;
        let mut draws = Vec::new();
        let layers = self.layers.iter().filter(|layer| lot.is_none() || layer.lot.as_ref() == lot);
        for layer in layers {
            let taken = layer.pool.left().min(wanted);
            if taken > 0 {
                wanted = wanted.saturating_sub(taken);
                draws.push(CostDraw {
                    layer: Some(layer.number),
                    receipt: layer.receipt.clone(),
                    lot: layer.lot.clone(),
                    at: layer.at,
                    units: taken,
                    cost: layer.pool.cost_of(taken),
                    basis,
                });
            }
        }
        if wanted == 0 {
            return Ok(draws);
        }
        if let Some(lot) = lot {
            let available = units.saturating_sub(wanted);
            return Err(CostError::LotShort {
                sku: self.sku.clone(),
                lot: lot.clone(),
                wanted: units,
                available,
            });
        }
        // Issued one by one or together, units that have not come cost the same between two receipts.
        let short = self.short_units();
        let cost = |last: CostRate| minus(last.up_to(short.saturating_add(wanted)), last.up_to(short));
        let (cost, basis) = match self.last {
            Some(last) => (cost(last), CostBasis::Last),
            None => (Money::zero(self.currency), CostBasis::Unknown),
        };
        draws.push(self.no_layer(wanted, cost, basis, at));
        Ok(draws)
    }

    fn no_layer(&self, units: i64, cost: Money, basis: CostBasis, at: Instant) -> CostDraw {
        CostDraw { layer: None, receipt: Text::default(), lot: None, at, units, cost, basis }
    }

    pub(super) fn out_of_range(&self) -> CostError {
        CostError::OutOfRange { sku: self.sku.clone(), node: self.node.clone() }
    }

    pub(super) fn wrong_method(&self) -> CostError {
        CostError::WrongMethod { sku: self.sku.clone(), node: self.node.clone(), method: self.method }
    }
}

/// A cost is in the book's currency and not negative.
fn check_cost(cost: Money, book: Money, path: &str, problems: &mut Problems) {
    if cost.currency() != book.currency() {
        let message = format!("the book is in {}, this amount in {}", book.currency(), cost.currency());
        problems.add("money.currency_mismatch", path, message);
    }
    if cost.is_negative() {
        problems.add("input.out_of_range", path, "a cost must not be negative");
    }
}
