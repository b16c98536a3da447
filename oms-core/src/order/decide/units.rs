//! Units: allocating, giving back, releasing, cancelling, and the checks that no unit is named twice.

use super::{
    BTreeMap, HoldStage, LineId, LineQuantity, LineUnits, NodeId, Order, OrderCommandKind, OrderError,
    OrderEvent, OrderLine, OrderUnitsAllocated, OrderUnitsCancelled, OrderUnitsDeallocated,
    OrderUnitsReleased, Problems, Quantity, Text, UnitShortage, transition,
};

impl Order {
    /// Whether units of the order may be set aside now, whichever they are.
    ///
    /// # Errors
    /// [`OrderError::IllegalTransition`] or [`OrderError::NotApproved`].
    pub fn may_allocate(&self) -> Result<(), OrderError> {
        let (status, command) = (self.status(), OrderCommandKind::Allocate);
        if transition::targets(status, command).is_none() {
            return Err(OrderError::IllegalTransition { status, command });
        }
        if self.approved_at.is_none() { Err(OrderError::NotApproved) } else { Ok(()) }
    }

    pub(super) fn allocate(&self, units: &[LineUnits]) -> Result<Vec<OrderEvent>, OrderError> {
        if self.approved_at.is_none() {
            return Err(OrderError::NotApproved);
        }
        self.must_pass(HoldStage::Allocate, units.iter().map(|unit| &unit.line))?;
        let by_line: Vec<LineQuantity> = units.iter().map(LineUnits::without_node).collect();
        self.must_have_lines("/units", &by_line, OrderLine::open)?;
        let event = OrderUnitsAllocated { units: units.to_vec(), by_lot: false, booked: false };
        Ok(vec![OrderEvent::UnitsAllocated(event)])
    }

    pub(super) fn deallocate(
        &self,
        units: &[LineUnits],
        reason: &Text,
    ) -> Result<Vec<OrderEvent>, OrderError> {
        let units = if units.is_empty() { self.allocated_units().collect() } else { units.to_vec() };
        if units.is_empty() {
            return Ok(vec![]);
        }
        self.must_have(&units, |line, node| line.at(node).map(|part| part.allocated))?;
        let event = OrderUnitsDeallocated { units, reason: reason.clone() };
        Ok(vec![OrderEvent::UnitsDeallocated(event)])
    }

    pub(super) fn release(&self, units: &[LineUnits]) -> Result<Vec<OrderEvent>, OrderError> {
        if self.approved_at.is_none() {
            return Err(OrderError::NotApproved);
        }
        let units = if units.is_empty() { self.unreleased_units().collect() } else { units.to_vec() };
        if units.is_empty() {
            return Ok(vec![]);
        }
        self.must_pass(HoldStage::Release, units.iter().map(|unit| &unit.line))?;
        self.must_have(&units, |line, node| {
            line.at(node).map(|part| part.allocated.saturating_sub(part.released))
        })?;
        Ok(vec![OrderEvent::UnitsReleased(OrderUnitsReleased { units })])
    }

    /// Cancels open units first, then allocated ones that are not with the warehouse, last node first.
    pub(super) fn cancel(
        &self,
        lines: &[LineQuantity],
        reason: &Text,
    ) -> Result<Vec<OrderEvent>, OrderError> {
        let cancellable = |line: &OrderLine| {
            Quantity::new(line.open().units().saturating_add(line.allocated().units()))
                .saturating_sub(line.released())
        };
        let all: Vec<LineQuantity>;
        let lines = if lines.is_empty() {
            all = (self.lines.iter())
                .map(|line| LineQuantity {
                    line: line.id.clone(),
                    quantity: line.active().saturating_sub(line.shipped()),
                })
                .filter(|named| !named.quantity.is_zero())
                .collect();
            &all
        } else {
            lines
        };
        self.must_have_lines("/lines", lines, cancellable)?;
        let mut given_back = Vec::new();
        for named in lines {
            let Some(line) = self.line(&named.line) else { continue };
            let mut needed = named.quantity.saturating_sub(line.open());
            for part in line.allocations.iter().rev() {
                let quantity = needed.min(part.allocated.saturating_sub(part.released));
                if !quantity.is_zero() {
                    given_back.push(LineUnits { line: line.id.clone(), node: part.node.clone(), quantity });
                    needed = needed.saturating_sub(quantity);
                }
            }
        }
        let mut events = Vec::new();
        if !given_back.is_empty() {
            let event = OrderUnitsDeallocated { units: given_back, reason: reason.clone() };
            events.push(OrderEvent::UnitsDeallocated(event));
        }
        let event = OrderUnitsCancelled { lines: lines.to_vec(), reason: reason.clone() };
        events.push(OrderEvent::UnitsCancelled(event));
        Ok(events)
    }

    /// No open hold keeps any of the lines from the stage.
    pub(super) fn must_pass<'a>(
        &self,
        stage: HoldStage,
        lines: impl IntoIterator<Item = &'a LineId>,
    ) -> Result<(), OrderError> {
        for line in lines {
            if let Some(hold) = self.blocked_by(stage, line) {
                let (hold, reason) = (hold.id.clone(), hold.reason);
                return Err(OrderError::Held { hold, reason, stage, line: line.clone() });
            }
        }
        Ok(())
    }

    /// Every line named exists, and has as many units at the node as named, taken together.
    pub(super) fn must_have(
        &self,
        units: &[LineUnits],
        available: impl Fn(&OrderLine, &NodeId) -> Option<Quantity>,
    ) -> Result<(), OrderError> {
        let mut wanted: BTreeMap<(&LineId, &NodeId), u64> = BTreeMap::new();
        for unit in units {
            *wanted.entry((&unit.line, &unit.node)).or_default() += u64::from(unit.quantity.units());
        }
        self.check_named("/units", units.iter().map(|unit| (&unit.line, unit.quantity)))?;
        let short = wanted.into_iter().filter_map(|((id, node), wanted)| {
            let available = self.line(id).and_then(|line| available(line, node)).unwrap_or_default();
            shortage(id, Some(node), wanted, available)
        });
        refuse_shortages(short.collect())
    }

    /// Every line named exists, and has as many units as named, taken together.
    pub(super) fn must_have_lines(
        &self,
        path: &str,
        lines: &[LineQuantity],
        available: impl Fn(&OrderLine) -> Quantity,
    ) -> Result<(), OrderError> {
        let mut wanted: BTreeMap<&LineId, u64> = BTreeMap::new();
        for named in lines {
            *wanted.entry(&named.line).or_default() += u64::from(named.quantity.units());
        }
        self.check_named(path, lines.iter().map(|named| (&named.line, named.quantity)))?;
        let short = wanted.into_iter().filter_map(|(id, wanted)| {
            shortage(id, None, wanted, self.line(id).map(&available).unwrap_or_default())
        });
        refuse_shortages(short.collect())
    }

    fn check_named<'a>(
        &self,
        path: &str,
        named: impl Iterator<Item = (&'a LineId, Quantity)>,
    ) -> Result<(), OrderError> {
        let mut problems = Problems::new();
        let mut named = named.enumerate().peekable();
        if named.peek().is_none() {
            problems.add("input.empty", path, "name at least one line");
        }
        for (at, (line, quantity)) in named {
            if self.line(line).is_none() {
                let message = format!("there is no line `{line}`");
                problems.add("order.unknown_line", format!("{path}/{at}/line"), message);
            }
            if quantity.is_zero() {
                problems.add("input.out_of_range", format!("{path}/{at}/quantity"), "name at least one unit");
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(OrderError::Invalid(problems)) }
    }
}

impl LineUnits {
    fn without_node(&self) -> LineQuantity {
        LineQuantity { line: self.line.clone(), quantity: self.quantity }
    }
}

fn shortage(line: &LineId, node: Option<&NodeId>, wanted: u64, available: Quantity) -> Option<UnitShortage> {
    (wanted > u64::from(available.units())).then(|| UnitShortage {
        line: line.clone(),
        node: node.cloned(),
        wanted: Quantity::new(u32::try_from(wanted).unwrap_or(u32::MAX)),
        available,
    })
}

fn refuse_shortages(short: Vec<UnitShortage>) -> Result<(), OrderError> {
    if short.is_empty() { Ok(()) } else { Err(OrderError::NotEnoughUnits(short)) }
}
