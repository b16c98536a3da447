//! Brings a draft within the hard constraints that concern more than one shipment, or a shipment as a whole.

use super::board::AllocationBoard;
use super::bond::Bond;
use super::constraint::{Rules, SetRule};
use super::draft::Draft;
use super::load::Load;
use super::pricing;

impl Rules {
    /// Whether something limits what a node ships beyond the stock of single cells.
    pub(super) fn has_limits(&self) -> bool {
        self.has_shapes()
            || self.in_time.is_some()
            || self.nodes.iter().any(|node| !node.limits.is_empty() || !node.budgets.is_empty())
    }

    /// Whether something concerns more than one shipment, or a shipment as a whole.
    pub(super) fn has_shapes(&self) -> bool {
        !self.least.is_empty() || !self.sets.is_empty() || !self.floors.is_empty()
    }
}

/// What a draft breaks.
enum Fault {
    /// A shipment that must not be, by its place.
    Shipment(usize),
    /// Lines of which only a part ships.
    Lines(Vec<usize>),
}

impl Draft {
    /// The draft within all hard constraints. Lines that leave from one node and fit none whole go where most
    /// fits; then what breaks a constraint is given back, piece by piece, and what fits is taken again.
    /// Nothing at all breaks none.
    pub(super) fn settled(mut self, board: &AllocationBoard<'_>) -> Self {
        if !board.rules.has_shapes() {
            return self;
        }
        self.top_up(board);
        self.mend(board);
        let mut fuller = self.clone();
        for load in &mut fuller.loads {
            load.fill(board, &mut fuller.left);
        }
        fuller.mend(board);
        if fuller.left_units() < self.left_units() { fuller } else { self }
    }

    /// Whether it breaks none of them.
    pub(super) fn is_settled(&self, board: &AllocationBoard<'_>) -> bool {
        let loads: Vec<&Load> = self.loads.iter().collect();
        board.rules.sets.iter().all(|set| pricing::torn(&loads, &self.left, set) == 0)
            && self.fault(board).is_none()
    }

    /// Gives back what breaks a constraint until nothing does. Each round gives units back, so it ends.
    fn mend(&mut self, board: &AllocationBoard<'_>) {
        while let Some(fault) = self.fault(board) {
            match fault {
                Fault::Shipment(at) => {
                    let load = self.loads.remove(at);
                    for (left, units) in self.left.iter_mut().zip(&load.by_line) {
                        *left = left.saturating_add(*units);
                    }
                }
                Fault::Lines(lines) => {
                    for line in lines {
                        for load in &mut self.loads {
                            let units = load.give_back(board, line);
                            if let Some(left) = self.left.get_mut(line) {
                                *left = left.saturating_add(units);
                            }
                        }
                    }
                    self.loads.retain(|load| load.units > 0);
                }
            }
        }
    }

    fn fault(&self, board: &AllocationBoard<'_>) -> Option<Fault> {
        let rules = &board.rules;
        let loads: Vec<&Load> = self.loads.iter().collect();
        for set in rules.sets.iter().filter(|set| set.rule != SetRule::OneNode) {
            if pricing::torn(&loads, &self.left, set) > 0 {
                return Some(Fault::Lines(bound(board, &set.lines)));
            }
        }
        let smallest = |is_at_fault: &dyn Fn(&Load) -> bool| {
            let at_fault = self.loads.iter().enumerate().filter(|(_, load)| is_at_fault(load));
            at_fault
                .min_by_key(|(at, load)| (load.units, std::cmp::Reverse(*at)))
                .map(|(at, _)| Fault::Shipment(at))
        };
        for (_, least) in &rules.least {
            let fault = smallest(&|load| pricing::is_below(board, load, least, self.loads.len()));
            if fault.is_some() {
                return fault;
            }
        }
        for (_, floor) in &rules.floors {
            let (inside, outside) = pricing::sides(&loads, &floor.inside);
            if outside > 0 && floor.behind(inside, outside) > 0 {
                return smallest(&|load| !floor.inside.get(load.node).copied().unwrap_or(false));
            }
        }
        None
    }

    /// Lets lines that leave from one node, and that no node could take whole, leave from where most of them fits: a
    /// shipment there is already first, then a further one. Ties go to the lower id.
    fn top_up(&mut self, board: &AllocationBoard<'_>) {
        for line in 0..board.lines.len() {
            let is_open = board.lines.get(line).map(|line| line.units) == self.left.get(line).copied();
            if board.bonds.of(line) != Bond::OneNode || !is_open {
                continue;
            }
            let rooms = self.loads.iter().enumerate().map(|(at, load)| (load.room(board, line), at));
            let open = self.left.get(line).copied().unwrap_or(0);
            let best =
                rooms.max_by_key(|(room, at)| (*room, std::cmp::Reverse(*at))).filter(|(room, _)| *room > 0);
            if let Some((room, at)) = best {
                if let Some(load) = self.loads.get_mut(at) {
                    load.move_over(board, &mut self.left, line, room.min(open));
                }
            } else if self.loads.len() < board.max_shipments {
                let is_open = |node: &usize| self.loads.iter().any(|load| load.node == *node);
                let rooms =
                    board.usable_nodes().filter(|node| !is_open(node)).map(|node| Load::new(board, node));
                let best = rooms.max_by_key(|load| (load.room(board, line), std::cmp::Reverse(load.node)));
                if let Some(mut load) = best.filter(|load| load.room(board, line) > 0) {
                    let room = load.room(board, line).min(open);
                    load.move_over(board, &mut self.left, line, room);
                    self.loads.push(load);
                }
            }
        }
    }
}

/// Lines, and those that ship with them or not at all.
fn bound(board: &AllocationBoard<'_>, lines: &[usize]) -> Vec<usize> {
    let mut all = lines.to_vec();
    for line in lines {
        if let Bond::Group(group) = board.bonds.of(*line) {
            all.extend(board.bonds.group(group));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}
