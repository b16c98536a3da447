//! What is packed into.

use super::reference::record;
use super::{Decided, Desk};
use crate::engine::{PutBox, PutPackConflicts};
use crate::packing::conflict_problems;
use crate::store::{BoxRecorded, DocumentKey, Event, PackConflictsRecorded};

impl Desk<'_, '_> {
    pub(super) fn put_box(&mut self, put: &PutBox) -> Decided {
        self.view.need([DocumentKey::packaging(self.tenant)])?;
        record(put.carton.problems(), "box", || Event::Box(BoxRecorded { carton: put.carton.clone() }))
    }

    pub(super) fn put_pack_conflicts(&mut self, put: &PutPackConflicts) -> Decided {
        self.view.need([DocumentKey::packaging(self.tenant)])?;
        let event = || Event::PackConflicts(PackConflictsRecorded { conflicts: put.conflicts.clone() });
        record(conflict_problems(&put.conflicts), "conflicts", event)
    }
}
