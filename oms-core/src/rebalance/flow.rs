//! Min-cost flow by successive shortest paths, as in Ahuja, Magnanti and Orlin, *Network Flows* (1993), section 9.7,
//! with Bellman and Ford's search, because gains are negative costs.
//!
//! It stops at the first path that gains nothing: the flow then gains the most of all flows, of whatever size. Paths
//! are looked for in the order in which arcs were added, so equal gains always end the same way.

/// An arc of the residual graph. Arcs come in pairs: a forward one at an even place, its way back right after it.
struct Arc {
    from: usize,
    to: usize,
    capacity: i64,
    cost: i128,
}

/// A graph whose arcs have capacities and costs.
pub(super) struct Graph {
    nodes: usize,
    arcs: Vec<Arc>,
}

impl Graph {
    pub(super) const fn new(nodes: usize) -> Self {
        Self { nodes, arcs: Vec::new() }
    }

    /// Adds an arc and says by which number to ask for it later.
    pub(super) fn add(&mut self, from: usize, to: usize, capacity: i64, cost: i128) -> usize {
        let number = self.arcs.len();
        self.arcs.push(Arc { from, to, capacity, cost });
        self.arcs.push(Arc { from: to, to: from, capacity: 0, cost: cost.saturating_neg() });
        number
    }

    /// Says that so much flows along an arc.
    pub(super) fn force(&mut self, arc: usize, flow: i64) {
        if let Some(back) = self.arcs.get_mut(arc ^ 1) {
            back.capacity = flow;
        }
    }

    /// How much flows along an arc.
    pub(super) fn flow(&self, arc: usize) -> i64 {
        self.arcs.get(arc ^ 1).map_or(0, |back| back.capacity)
    }

    /// Sends as much from one node to another as lowers the cost. `O(paths · nodes · arcs)`: each path fills an arc,
    /// and no path costs less than the one before it.
    pub(super) fn run(&mut self, source: usize, sink: usize) {
        loop {
            let (distances, parents) = self.search(source);
            if distances.get(sink).copied().flatten().is_none_or(|distance| distance >= 0) {
                return;
            }
            let path = self.path(&parents, sink);
            let room = path.iter().filter_map(|at| self.arcs.get(*at)).map(|arc| arc.capacity).min();
            let room = room.unwrap_or(0);
            if room == 0 {
                return;
            }
            for at in path {
                if let Some(arc) = self.arcs.get_mut(at) {
                    arc.capacity = arc.capacity.saturating_sub(room);
                }
                if let Some(back) = self.arcs.get_mut(at ^ 1) {
                    back.capacity = back.capacity.saturating_add(room);
                }
            }
        }
    }

    /// The lowest cost from a node to each other along arcs with room; `None` where no way leads.
    pub(super) fn distances(&self, from: usize) -> Vec<Option<i128>> {
        self.search(from).0
    }

    /// Distances from a node, and the arc by which each is reached. There is no negative cycle before or after a run,
    /// so as many rounds as there are nodes are enough.
    fn search(&self, from: usize) -> (Vec<Option<i128>>, Vec<Option<usize>>) {
        let mut distances = vec![None; self.nodes];
        let mut parents = vec![None; self.nodes];
        if let Some(start) = distances.get_mut(from) {
            *start = Some(0_i128);
        }
        for _ in 0..self.nodes {
            let mut changed = false;
            for (at, arc) in self.arcs.iter().enumerate().filter(|(_, arc)| arc.capacity > 0) {
                let Some(before) = distances.get(arc.from).copied().flatten() else { continue };
                let through = before.saturating_add(arc.cost);
                let (Some(known), Some(parent)) = (distances.get_mut(arc.to), parents.get_mut(arc.to)) else {
                    continue;
                };
                if known.is_none_or(|known| through < known) {
                    (*known, *parent, changed) = (Some(through), Some(at), true);
                }
            }
            if !changed {
                break;
            }
        }
        (distances, parents)
    }

    /// The arcs from the search's start to a node, last first.
    fn path(&self, parents: &[Option<usize>], sink: usize) -> Vec<usize> {
        let mut path = Vec::new();
        let mut node = sink;
        while let Some(at) = parents.get(node).copied().flatten() {
            // A path visits no node twice.
            if path.len() > self.nodes {
                return vec![];
            }
            path.push(at);
            let Some(arc) = self.arcs.get(at) else { return vec![] };
            node = arc.from;
        }
        path
    }
}
