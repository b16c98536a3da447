//! Quotas: units of a SKU ring-fenced for a channel or a group of its customers, node by node.

use serde::{Deserialize, Serialize};

use super::{
    QuotaAllocated, QuotaConsumed, QuotaError, QuotaEvent, QuotaReallocated, QuotaRestored, QuotaSettled,
    QuotaUnallocated,
};
use crate::value::{ChannelId, NodeId, Problems, Quantity, ReservationId, SkuId, Text};

/// Who a quota is for: 1 to 8 names from the channel down, such as `["web", "gold", "berlin"]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct QuotaGroup(pub Vec<Text>);

impl QuotaGroup {
    /// The deepest that groups may be nested.
    pub const MAX_LEVELS: usize = 8;

    /// Everybody who buys on a channel.
    #[must_use]
    pub fn channel(channel: &ChannelId) -> Self {
        // Ids are shorter than texts may be.
        Self(vec![Text::new(channel.as_str()).unwrap_or_default()])
    }

    /// Whether it is the other group or one below it.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// The group and those above it, the nearest first.
    pub fn upwards(&self) -> impl Iterator<Item = Self> {
        let levels = 1..=self.0.len();
        levels.rev().map(|levels| Self(self.0.iter().take(levels).cloned().collect()))
    }

    fn check(&self, path: &str, problems: &mut Problems) {
        if self.0.is_empty() || self.0.len() > Self::MAX_LEVELS {
            problems.add("quota.bad_levels", path, "name 1 to 8 levels, the channel first");
        }
        for (at, name) in self.0.iter().enumerate() {
            if name.as_str().is_empty() {
                problems.add("input.empty", format!("{path}/{at}"), "name the level");
            }
        }
    }
}

impl std::fmt::Display for QuotaGroup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<&str> = self.0.iter().map(Text::as_str).collect();
        f.write_str(&names.join(" > "))
    }
}

/// Units of a quota.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuotaPart {
    /// Whose.
    pub group: QuotaGroup,
    /// Where they lie.
    pub node: NodeId,
    /// How many.
    pub quantity: Quantity,
}

/// What can be asked of the quotas of a SKU.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuotaCommand {
    /// Ring-fence free units. Whether they are free is for the guard of the cell to say.
    Allocate(QuotaPart),
    /// Give ring-fenced units to another group or node.
    Reallocate {
        /// Whose units, where and how many.
        from: QuotaPart,
        /// For whom.
        to_group: QuotaGroup,
        /// Where they are to lie.
        to_node: NodeId,
    },
    /// Free ring-fenced units.
    Unallocate(QuotaPart),
}

/// The quota of one group at one node: `granted = remaining + consumed`, where granted is what was allocated and
/// reallocated to it less what was taken away again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuotaEntry {
    /// Whose.
    pub group: QuotaGroup,
    /// Where.
    pub node: NodeId,
    /// Units ring-fenced and not sold.
    pub remaining: i64,
    /// Units sold out of it, those in reservations included.
    pub consumed: i64,
}

/// Ring-fenced units that a reservation holds and may still give back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReservationDraw {
    /// The reservation.
    pub reservation: ReservationId,
    /// Whose units, where and how many.
    pub part: QuotaPart,
}

/// The quotas of one SKU.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "QuotaLedger"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuotaLedger {
    /// The SKU.
    pub sku: SkuId,
    /// The quotas, by group and node.
    pub entries: Vec<QuotaEntry>,
    /// What reservations have taken and may still give back, in the order taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub draws: Vec<ReservationDraw>,
}

/// The quotas of a group and all below it, together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuotaTotals {
    /// Units granted: remaining and consumed.
    pub granted: i64,
    /// Units ring-fenced and not sold.
    pub remaining: i64,
    /// Units sold.
    pub consumed: i64,
}

impl QuotaLedger {
    /// A SKU without quotas.
    #[must_use]
    pub const fn new(sku: SkuId) -> Self {
        Self { sku, entries: Vec::new(), draws: Vec::new() }
    }

    /// Units left of a group's own quota at a node.
    #[must_use]
    pub fn remaining(&self, group: &QuotaGroup, node: &NodeId) -> i64 {
        let entry = self.entries.iter().find(|entry| entry.group == *group && entry.node == *node);
        entry.map_or(0, |entry| entry.remaining)
    }

    /// The quotas of a group and all below it, at one node or at all.
    #[must_use]
    pub fn totals(&self, group: &QuotaGroup, node: Option<&NodeId>) -> QuotaTotals {
        let entries = self.entries.iter();
        let entries = entries
            .filter(|entry| entry.group.is_within(group) && node.is_none_or(|node| entry.node == *node));
        entries.fold(QuotaTotals::default(), |sum, entry| QuotaTotals {
            granted: sum.granted.saturating_add(entry.remaining).saturating_add(entry.consumed),
            remaining: sum.remaining.saturating_add(entry.remaining),
            consumed: sum.consumed.saturating_add(entry.consumed),
        })
    }

    /// Decides a command.
    ///
    /// # Errors
    /// [`QuotaError`]; nothing has changed then.
    pub fn decide(&self, command: &QuotaCommand) -> Result<QuotaEvent, QuotaError> {
        let (QuotaCommand::Allocate(part)
        | QuotaCommand::Unallocate(part)
        | QuotaCommand::Reallocate { from: part, .. }) = command;
        let mut problems = Problems::new();
        let place = if matches!(command, QuotaCommand::Reallocate { .. }) { "/from" } else { "/part" };
        part.group.check(&format!("{place}/group"), &mut problems);
        if part.quantity.is_zero() {
            problems.add("input.out_of_range", format!("{place}/quantity"), "name at least one unit");
        }
        if let QuotaCommand::Reallocate { to_group, .. } = command {
            to_group.check("/toGroup", &mut problems);
        }
        if !problems.is_empty() {
            return Err(QuotaError::Invalid(problems));
        }
        match command {
            QuotaCommand::Allocate(part) => {
                self.must_have_room(&part.group, &part.node, part.quantity)?;
                Ok(QuotaEvent::Allocated(QuotaAllocated { part: part.clone() }))
            }
            QuotaCommand::Unallocate(part) => {
                self.must_have(part)?;
                Ok(QuotaEvent::Unallocated(QuotaUnallocated { part: part.clone() }))
            }
            QuotaCommand::Reallocate { from, to_group, to_node } => {
                self.must_have(from)?;
                self.must_have_room(to_group, to_node, from.quantity)?;
                let (from, to_group, to_node) = (from.clone(), to_group.clone(), to_node.clone());
                Ok(QuotaEvent::Reallocated(QuotaReallocated { from, to_group, to_node }))
            }
        }
    }

    fn must_have(&self, part: &QuotaPart) -> Result<(), QuotaError> {
        let (wanted, remaining) = (part.quantity.signed(), self.remaining(&part.group, &part.node));
        if wanted <= remaining {
            return Ok(());
        }
        let (sku, group, node) = (self.sku.clone(), part.group.clone(), part.node.clone());
        Err(QuotaError::Insufficient { sku, group, node, wanted, remaining })
    }

    /// A quota stays within what a quantity can say, so that it can always be taken back in one command.
    fn must_have_room(&self, group: &QuotaGroup, node: &NodeId, more: Quantity) -> Result<(), QuotaError> {
        let entry = self.entries.iter().find(|entry| entry.group == *group && entry.node == *node);
        let granted = entry.map_or(0, |entry| entry.remaining.saturating_add(entry.consumed));
        if Quantity::try_from(granted.saturating_add(more.signed())).is_ok() {
            return Ok(());
        }
        Err(QuotaError::TooLarge { sku: self.sku.clone(), group: group.clone(), node: node.clone() })
    }

    /// Units that a group could take at a node: its own and those of the groups above it.
    #[must_use]
    pub fn open_to(&self, group: &QuotaGroup, node: &NodeId) -> i64 {
        group.upwards().fold(0, |sum, group| sum.saturating_add(self.remaining(&group, node)))
    }

    /// Decides to take ring-fenced units for a reservation: of the group's own quota first, then of those above
    /// it, up to what they have. Nothing where they have nothing.
    #[must_use]
    pub fn consume(
        &self,
        reservation: &ReservationId,
        group: &QuotaGroup,
        wanted: &[(NodeId, Quantity)],
    ) -> Option<QuotaEvent> {
        let mut after = self.clone();
        let mut parts = Vec::new();
        for (node, quantity) in wanted {
            let mut left = quantity.signed();
            for group in group.upwards() {
                let units = left.min(after.remaining(&group, node));
                if let Some(quantity) = Quantity::try_from(units).ok().filter(|quantity| !quantity.is_zero())
                {
                    let part = QuotaPart { group, node: node.clone(), quantity };
                    after.shift(&part, -1, 1);
                    parts.push(part);
                    left = left.saturating_sub(units);
                }
            }
        }
        let reservation = reservation.clone();
        (!parts.is_empty()).then_some(QuotaEvent::Consumed(QuotaConsumed { reservation, parts }))
    }

    /// Decides that a reservation gives units back: ring-fenced ones return to the quotas they came from, those of the
    /// highest group first, up to what the reservation took there.
    #[must_use]
    pub fn restore(&self, reservation: &ReservationId, given: &[(NodeId, Quantity)]) -> Option<QuotaEvent> {
        let parts = self.drawn(reservation, given);
        let reservation = reservation.clone();
        (!parts.is_empty()).then_some(QuotaEvent::Restored(QuotaRestored { reservation, parts }))
    }

    /// Decides that units of a reservation are sold for good.
    #[must_use]
    pub fn settle(&self, reservation: &ReservationId, sold: &[(NodeId, Quantity)]) -> Option<QuotaEvent> {
        let parts = self.drawn(reservation, sold);
        let reservation = reservation.clone();
        (!parts.is_empty()).then_some(QuotaEvent::Settled(QuotaSettled { reservation, parts }))
    }

    /// What of these units a reservation took from which quotas, the last taken first.
    fn drawn(&self, reservation: &ReservationId, units: &[(NodeId, Quantity)]) -> Vec<QuotaPart> {
        let mut draws: Vec<QuotaPart> = (self.draws.iter().rev())
            .filter(|draw| draw.reservation == *reservation)
            .map(|draw| draw.part.clone())
            .collect();
        let mut parts = Vec::new();
        for (node, quantity) in units {
            let mut left = *quantity;
            for draw in draws.iter_mut().filter(|draw| draw.node == *node) {
                let quantity = left.min(draw.quantity);
                if !quantity.is_zero() {
                    parts.push(QuotaPart { quantity, ..draw.clone() });
                    left = left.saturating_sub(quantity);
                    draw.quantity = draw.quantity.saturating_sub(quantity);
                }
            }
        }
        parts
    }

    /// The quotas after an event.
    #[must_use]
    pub fn evolve(mut self, event: &QuotaEvent) -> Self {
        match event {
            QuotaEvent::Allocated(event) => self.shift(&event.part, 1, 0),
            QuotaEvent::Unallocated(event) => self.shift(&event.part, -1, 0),
            QuotaEvent::Reallocated(event) => {
                self.shift(&event.from, -1, 0);
                let (group, node) = (event.to_group.clone(), event.to_node.clone());
                self.shift(&QuotaPart { group, node, quantity: event.from.quantity }, 1, 0);
            }
            QuotaEvent::Consumed(event) => {
                for part in &event.parts {
                    self.shift(part, -1, 1);
                    let (reservation, part) = (event.reservation.clone(), part.clone());
                    self.draws.push(ReservationDraw { reservation, part });
                }
            }
            QuotaEvent::Restored(event) => {
                for part in &event.parts {
                    self.shift(part, 1, -1);
                    self.forget(&event.reservation, part);
                }
            }
            QuotaEvent::Settled(event) => {
                event.parts.iter().for_each(|part| self.forget(&event.reservation, part));
            }
        }
        self
    }

    /// Adds units of a part to what remains and to what is consumed.
    fn shift(&mut self, part: &QuotaPart, remaining: i64, consumed: i64) {
        let place =
            self.entries.iter().position(|entry| (&entry.group, &entry.node) >= (&part.group, &part.node));
        let place = place.unwrap_or(self.entries.len());
        let known = self.entries.get(place);
        if known.is_none_or(|known| known.group != part.group || known.node != part.node) {
            let (group, node) = (part.group.clone(), part.node.clone());
            self.entries.insert(place, QuotaEntry { group, node, remaining: 0, consumed: 0 });
        }
        if let Some(entry) = self.entries.get_mut(place) {
            let units = part.quantity.signed();
            entry.remaining = entry.remaining.saturating_add(remaining.saturating_mul(units));
            entry.consumed = entry.consumed.saturating_add(consumed.saturating_mul(units));
        }
        self.entries.retain(|entry| entry.remaining != 0 || entry.consumed != 0);
    }

    fn forget(&mut self, reservation: &ReservationId, part: &QuotaPart) {
        let mut left = part.quantity;
        for draw in self.draws.iter_mut().rev() {
            let same = draw.reservation == *reservation
                && draw.part.group == part.group
                && draw.part.node == part.node;
            if same {
                let gone = left.min(draw.part.quantity);
                draw.part.quantity = draw.part.quantity.saturating_sub(gone);
                left = left.saturating_sub(gone);
            }
        }
        self.draws.retain(|draw| !draw.part.quantity.is_zero());
    }
}
