//! Deciding commands: asking the view for what is needed, letting aggregates and floor 3 decide, and joining their
//! events.

mod adopt;
mod allocate;
mod count;
mod limit;
mod order;
mod place;
mod plan_holds;
mod publish;
mod quota;
mod reference;
mod reserve;
mod review;
mod ship;
mod stock;
mod supply;
mod transfer;

use std::sync::Arc;

use super::view::{Halt, View};
use super::{Action, Command};
use crate::order::{Order, OrderCommand, OrderEvent};
use crate::publish::QuotaGroup;
use crate::stock::{StockEvent, StockUnits};
use crate::store::{CellKey, Event, Explanation, OrderRecord, StockRecord};
use crate::value::{Instant, NodeId, OrderId, SkuId, TenantId};

/// What a command comes to: events, how much has to stay free where they take stock, and the reasons.
#[derive(Debug, Default)]
pub(super) struct Decision {
    pub(super) events: Vec<Event>,
    pub(super) guards: Vec<(CellKey, i64)>,
    pub(super) explanations: Vec<Explanation>,
}

type Decided = Result<Decision, Halt>;

/// A command's surroundings: what it can see, whose data, when.
struct Desk<'v, 'l> {
    view: &'v mut View<'l>,
    tenant: &'v TenantId,
    at: Instant,
}

/// Decides one command against the view. The places of problems are below the command, whoever found them.
pub(super) fn decide(view: &mut View<'_>, command: &Command) -> Decided {
    let decided = act(view, command)
        .and_then(|decision| Desk { view, tenant: &command.tenant, at: command.at }.settle_quotas(decision));
    decided.map_err(|halt| match halt {
        Halt::Refused(error) => Halt::Refused(Box::new(error.under("/action"))),
        Halt::Missing => Halt::Missing,
    })
}

fn act(view: &mut View<'_>, command: &Command) -> Decided {
    let mut desk = Desk { view, tenant: &command.tenant, at: command.at };
    match &command.action {
        Action::PutSku(put) => desk.put_sku(put),
        Action::PutNode(put) => desk.put_node(put),
        Action::PutGroup(put) => desk.put_group(put),
        Action::PutRateCard(put) => desk.put_rate_card(put),
        Action::PutPolicy(put) => desk.put_policy(put),
        Action::ReceiveStock(receive) => desk.receive_stock(receive),
        Action::AdjustStock(adjust) => desk.adjust_stock(adjust),
        Action::RegradeStock(regrade) => desk.regrade_stock(regrade),
        Action::ScrapStock(scrap) => desk.scrap_stock(scrap),
        Action::ReserveStock(reserve) => desk.reserve_stock(reserve),
        Action::ExtendReservation(extend) => desk.extend_reservation(extend),
        Action::ReleaseReservation(release) => desk.release_reservation(release),
        Action::ShrinkReservation(shrink) => desk.shrink_held(shrink),
        Action::MoveReservation(moved) => desk.move_reservation(moved),
        Action::AdoptReservation(adopt) => desk.adopt_reservation(adopt),
        Action::ExpectStock(expect) => desk.expect_stock(expect),
        Action::CancelReceipt(cancel) => desk.cancel_receipt(cancel),
        Action::PromiseStock(promise) => desk.promise_stock(promise),
        Action::ReleasePromise(release) => desk.release_promise(release),
        Action::PutPublicationPolicy(put) => desk.put_publication_policy(put),
        Action::PutSafetyFactors(put) => desk.put_safety_factors(put),
        Action::PublishStock(publish) => desk.publish_stock(publish),
        Action::AcknowledgePublication(acknowledge) => desk.acknowledge_publication(acknowledge),
        Action::AllocateQuota(allocate) => desk.allocate_quota(allocate),
        Action::ReallocateQuota(reallocate) => desk.reallocate_quota(reallocate),
        Action::UnallocateQuota(unallocate) => desk.unallocate_quota(unallocate),
        Action::ReserveQuota(reserve) => desk.reserve_quota(reserve),
        Action::PlaceOrder(place) => desk.place_order(place),
        Action::RecordPayment(record) => desk.record_payment(record),
        Action::ReviewOrder(review) => desk.review_order(&review.order),
        Action::ApproveOrder(approve) => desk.simple(&approve.order, &OrderCommand::Approve),
        Action::HoldOrder(hold) => desk.hold_order(hold),
        Action::ReleaseHold(release) => {
            desk.simple(&release.order, &OrderCommand::ReleaseHold(release.hold.clone()))
        }
        Action::ChangeOrder(change) => desk.change_order(change),
        Action::CancelOrder(cancel) => desk.cancel_order(cancel),
        Action::ReserveOrder(reserve) => desk.reserve_order(reserve),
        Action::AllocateOrder(allocate) => desk.allocate_order(allocate),
        Action::AssignOrder(assign) => desk.assign_order(assign),
        Action::DeallocateOrder(deallocate) => desk.deallocate_order(deallocate),
        Action::ReleaseOrder(release) => {
            desk.simple(&release.order, &OrderCommand::Release(release.units.clone()))
        }
        Action::ShipOrder(ship) => desk.ship_order(ship),
        Action::RecordTracking(record) => desk.record_tracking(record),
        Action::CompleteOrder(complete) => desk.simple(&complete.order, &OrderCommand::Complete),
        Action::CreateTransfer(create) => desk.create_transfer(create),
        Action::ApproveTransfer(approve) => desk.approve_transfer(approve),
        Action::AllocateTransfer(allocate) => desk.allocate_transfer(allocate),
        Action::ShipTransfer(ship) => desk.ship_transfer(ship),
        Action::ReceiveTransfer(receive) => desk.receive_transfer(receive),
        Action::CloseTransfer(close) => desk.close_transfer(close),
        Action::CancelTransfer(cancel) => desk.cancel_transfer(cancel),
        Action::StartCount(start) => desk.start_count(start),
        Action::RecordCount(record) => desk.record_count(record),
        Action::PostCount(post) => desk.post_count(post),
        Action::CancelCount(cancel) => desk.cancel_count(cancel),
    }
}

impl Desk<'_, '_> {
    /// A command that concerns the order alone.
    fn simple(&mut self, order: &OrderId, command: &OrderCommand) -> Decided {
        let order = self.view.order(self.tenant, order)?;
        let mut draft = Draft::of(&order, self.at);
        draft.order(command)?;
        Ok(draft.decision)
    }

    fn cell_key(&self, sku: &SkuId, node: &NodeId) -> CellKey {
        CellKey { tenant: self.tenant.clone(), sku: sku.clone(), node: node.clone() }
    }
}

/// A decision about one order in the making: the order as the events so far leave it.
struct Draft {
    order: Order,
    at: Instant,
    /// The group whose quotas a plan may count.
    quota: Option<QuotaGroup>,
    decision: Decision,
}

impl Draft {
    fn of(order: &Arc<Order>, at: Instant) -> Self {
        Self { order: Order::clone(order), at, quota: None, decision: Decision::default() }
    }

    /// Lets the order decide a command and folds what follows. The events are given back for what hangs on them.
    fn order(&mut self, command: &OrderCommand) -> Result<Vec<OrderEvent>, Halt> {
        let events = self.order.decide(command, self.at)?;
        for event in &events {
            self.order.apply(event, self.at);
            let record = OrderRecord { order: self.order.id.clone(), event: event.clone() };
            self.decision.events.push(Event::Order(record));
        }
        Ok(events)
    }

    fn stock(&mut self, events: impl IntoIterator<Item = StockEvent>) {
        let records = events.into_iter().map(|event| Event::Stock(StockRecord { event }));
        self.decision.events.extend(records);
    }

    /// The units of lines as units of SKUs.
    fn sku_units(&self, units: &[crate::order::LineUnits]) -> Vec<StockUnits> {
        let sku = |unit: &crate::order::LineUnits| {
            let line = self.order.line(&unit.line)?;
            Some(StockUnits { sku: line.sku.clone(), node: unit.node.clone(), quantity: unit.quantity })
        };
        units.iter().filter_map(sku).collect()
    }
}
