//! Holds and approval.

use super::{
    Hold, HoldStage, Instant, Order, OrderApproved, OrderError, OrderEvent, OrderHoldOpened,
    OrderHoldReleased, Problems,
};
use crate::order::{HoldSource, ReviewFinding};
use crate::value::HoldId;

impl Order {
    /// Opens a hold for each finding that has none, releases the rules' holds that nothing supports any more, and
    /// approves when no hold blocks review.
    pub(super) fn review(&self, findings: &[ReviewFinding], at: Instant) -> Vec<OrderEvent> {
        let mut events = Vec::new();
        let mut after = self.clone();
        let supported: Vec<Hold> = findings.iter().filter_map(|finding| rule_hold(finding, at)).collect();
        for hold in self.holds.iter().filter(|hold| hold.source == HoldSource::Rule) {
            if !supported.iter().any(|new| new.id == hold.id && new.lines == hold.lines) {
                events.push(OrderEvent::HoldReleased(OrderHoldReleased { hold: hold.id.clone() }));
            }
        }
        for event in &events {
            after.apply(event, at);
        }
        for hold in supported {
            if !after.holds.iter().any(|open| open.id == hold.id) {
                let event = OrderEvent::HoldOpened(OrderHoldOpened { hold });
                after.apply(&event, at);
                events.push(event);
            }
        }
        let blocked = after.holds.iter().any(|hold| hold.stage == HoldStage::Review);
        if !blocked && after.approved_at.is_none() && after.is_settled() {
            events.push(OrderEvent::Approved(OrderApproved {}));
        }
        events
    }

    pub(super) fn approve(&self) -> Result<Vec<OrderEvent>, OrderError> {
        self.must_pass(HoldStage::Review, self.lines.iter().map(|line| &line.id))?;
        Ok(if self.approved_at.is_some() { vec![] } else { vec![OrderEvent::Approved(OrderApproved {})] })
    }

    pub(super) fn hold(&self, hold: &Hold) -> Result<Vec<OrderEvent>, OrderError> {
        if let Some(open) = self.holds.iter().find(|open| open.id == hold.id) {
            let same = open.reason == hold.reason
                && open.stage == hold.stage
                && open.source == hold.source
                && open.lines == hold.lines;
            return if same { Ok(vec![]) } else { Err(OrderError::HoldReused { hold: hold.id.clone() }) };
        }
        let mut problems = Problems::new();
        // A hold that looked like a rule's would be taken for it: released by the next review, or hiding its finding.
        if hold.source == HoldSource::Rule {
            problems.add(
                "order.hold_of_rule",
                "/source",
                "rules open their holds themselves; name a person or an app",
            );
        }
        if hold.id.as_str().starts_with(RULE_PREFIX) {
            let message = format!("ids that start with `{RULE_PREFIX}` belong to the review rules");
            problems.add("order.hold_of_rule", "/hold", message);
        }
        for (at, line) in hold.lines.iter().enumerate() {
            if self.line(line).is_none() {
                let message = format!("there is no line `{line}`");
                problems.add("order.unknown_line", format!("/lines/{at}"), message);
            }
        }
        if !problems.is_empty() {
            return Err(OrderError::Invalid(problems));
        }
        Ok(vec![OrderEvent::HoldOpened(OrderHoldOpened { hold: hold.clone() })])
    }

    /// Releasing a hold that is not open changes nothing: the second of two releases is no mistake.
    pub(super) fn release_hold(&self, hold: &HoldId) -> Result<Vec<OrderEvent>, OrderError> {
        let open = self.holds.iter().any(|open| open.id == *hold);
        Ok(open
            .then(|| OrderEvent::HoldReleased(OrderHoldReleased { hold: hold.clone() }))
            .into_iter()
            .collect())
    }
}

/// How the ids of the review rules' holds start.
const RULE_PREFIX: &str = "rule:";

fn rule_hold(finding: &ReviewFinding, at: Instant) -> Option<Hold> {
    Some(Hold {
        id: HoldId::new(format!("{RULE_PREFIX}{}", finding.reason.as_str())).ok()?,
        reason: finding.reason,
        stage: HoldStage::Review,
        source: HoldSource::Rule,
        lines: finding.lines.clone(),
        note: finding.note.clone(),
        opened_at: at,
    })
}
