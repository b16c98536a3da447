//! Deciding commands: asking the view for what is needed, letting aggregates and floor 3 decide, and joining their
//! events.

mod adopt;
mod allocate;
mod book;
mod cost;
mod count;
mod keep_lots;
mod kit;
mod limit;
mod lot;
mod lot_touch;
mod order;
mod packing;
mod pickup;
mod place;
mod plan_holds;
mod publish;
mod quota;
mod reference;
mod reject;
mod replenish;
mod reserve;
mod review;
mod room;
mod ship;
mod sourcing;
mod standing;
mod stock;
mod supply;
mod together;
mod transfer;
mod value_kits;
mod value_moves;

pub(super) use together::{Gathered, gather};

use std::sync::Arc;

use super::view::{Halt, View};
use super::{Action, Command};
use crate::order::{Order, OrderCommand, OrderEvent};
use crate::publish::QuotaGroup;
use crate::stock::{StockEvent, StockUnits};
use crate::store::{CellKey, Event, Explanation, OrderRecord, StockRecord};
use crate::value::{Instant, LotId, NodeId, OrderId, SkuId, TenantId};

/// What a command comes to: events, how much has to stay free where they take stock, and the reasons.
#[derive(Debug, Default)]
pub(super) struct Decision {
    pub(super) events: Vec<Event>,
    pub(super) guards: Vec<(CellKey, i64)>,
    pub(super) explanations: Vec<Explanation>,
    /// The lot that orders give back before all others.
    pub(super) recalled: Option<LotId>,
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
    let decided = act(view, command).and_then(|decision| {
        let mut desk = Desk { view, tenant: &command.tenant, at: command.at };
        let decision = desk.settle_quotas(decision)?;
        desk.value_moves(&command.action, decision)
    });
    decided.map_err(|halt| match halt {
        Halt::Refused(error) => Halt::Refused(Box::new(error.under("/action"))),
        Halt::Missing => Halt::Missing,
    })
}

fn act(view: &mut View<'_>, command: &Command) -> Decided {
    let mut desk = Desk { view, tenant: &command.tenant, at: command.at };
    desk.foresee_bookings(&command.action);
    let mut decision = desk.act(&command.action)?;
    desk.keep_lots(&mut decision, &command.action)?;
    desk.book_work(&mut decision)?;
    desk.order_from_suppliers(&mut decision)?;
    Ok(decision)
}

impl Desk<'_, '_> {
    #[expect(clippy::too_many_lines, reason = "one arm for each action")]
    fn act(&mut self, action: &Action) -> Decided {
        match action {
            Action::PutSku(put) => self.put_sku(put),
            Action::PutNode(put) => self.put_node(put),
            Action::PutGroup(put) => self.put_group(put),
            Action::PutRateCard(put) => self.put_rate_card(put),
            Action::PutBox(put) => self.put_box(put),
            Action::PutPackConflicts(put) => self.put_pack_conflicts(put),
            Action::PutPolicy(put) => self.put_policy(put),
            Action::PutSourcing(put) => self.put_sourcing(put),
            Action::ReceiveStock(receive) => self.receive_stock(receive),
            Action::AdjustStock(adjust) => self.adjust_stock(adjust),
            Action::RegradeStock(regrade) => self.regrade_stock(regrade),
            Action::ScrapStock(scrap) => self.scrap_stock(scrap),
            Action::QuarantineLot(quarantine) => self.quarantine_lot(quarantine),
            Action::ChangeLotOwner(change) => self.change_lot_owner(change),
            Action::RecallLot(recall) => self.recall_lot(recall),
            Action::ReleaseLot(release) => self.release_lot(release),
            Action::CaptureSerials(capture) => self.capture_serials(capture),
            Action::ReturnSerials(returned) => self.return_serials(returned),
            Action::ReserveStock(reserve) => self.reserve_stock(reserve),
            Action::ExtendReservation(extend) => self.extend_reservation(extend),
            Action::ReleaseReservation(release) => self.release_reservation(release),
            Action::ShrinkReservation(shrink) => self.shrink_held(shrink),
            Action::MoveReservation(moved) => self.move_reservation(moved),
            Action::AdoptReservation(adopt) => self.adopt_reservation(adopt),
            Action::ExpectStock(expect) => self.expect_stock(expect),
            Action::CancelReceipt(cancel) => self.cancel_receipt(cancel),
            Action::PromiseStock(promise) => self.promise_stock(promise),
            Action::ReleasePromise(release) => self.release_promise(release),
            Action::PlaceOrder(place) => self.place_order(place),
            Action::RecordPayment(record) => self.record_payment(record),
            Action::ReviewOrder(review) => self.review_order(&review.order),
            Action::ApproveOrder(approve) => self.simple(&approve.order, &OrderCommand::Approve),
            Action::HoldOrder(hold) => self.hold_order(hold),
            Action::ReleaseHold(release) => {
                self.simple(&release.order, &OrderCommand::ReleaseHold(release.hold.clone()))
            }
            Action::ChangeOrder(change) => self.change_order(change),
            Action::CancelOrder(cancel) => self.cancel_order(cancel),
            Action::ReserveOrder(reserve) => self.reserve_order(reserve),
            Action::AllocateOrder(allocate) => self.allocate_order(allocate),
            Action::AssignOrder(assign) => self.assign_order(assign),
            Action::DeallocateOrder(deallocate) => self.deallocate_order(deallocate),
            Action::RejectUnits(reject) => self.reject_units(reject),
            Action::CloseNode(close) => self.close_node(close),
            Action::OpenNode(open) => self.open_node(open),
            Action::ReleaseOrder(release) => {
                self.simple(&release.order, &OrderCommand::Release(release.units.clone()))
            }
            Action::ReadyForPickup(ready) => self.ready_for_pickup(ready),
            Action::CollectOrder(collect) => self.collect_order(collect),
            Action::LapsePickup(lapse) => self.lapse_pickup(lapse),
            Action::ShipOrder(ship) => self.ship_order(ship),
            Action::RecordTracking(record) => self.record_tracking(record),
            Action::NumberParcel(number) => self.number_parcel(number),
            Action::RecordWriteBack(record) => self.record_write_back(record),
            Action::PutReplenishRule(put) => self.put_replenish_rule(put),
            Action::ReviewStock(review) => self.review_stock(review),
            Action::UpdateTodo(update) => self.update_todo(update),
            Action::PutPublicationPolicy(put) => self.put_publication_policy(put),
            Action::PutSafetyFactors(put) => self.put_safety_factors(put),
            Action::PublishStock(publish) => self.publish_stock(publish),
            Action::AcknowledgePublication(acknowledge) => self.acknowledge_publication(acknowledge),
            Action::AllocateQuota(allocate) => self.allocate_quota(allocate),
            Action::ReallocateQuota(reallocate) => self.reallocate_quota(reallocate),
            Action::UnallocateQuota(unallocate) => self.unallocate_quota(unallocate),
            Action::ReserveQuota(reserve) => self.reserve_quota(reserve),
            Action::CreateTransfer(create) => self.create_transfer(create),
            Action::ApproveTransfer(approve) => self.approve_transfer(approve),
            Action::AllocateTransfer(allocate) => self.allocate_transfer(allocate),
            Action::ShipTransfer(ship) => self.ship_transfer(ship),
            Action::ReceiveTransfer(receive) => self.receive_transfer(receive),
            Action::CloseTransfer(close) => self.close_transfer(close),
            Action::CancelTransfer(cancel) => self.cancel_transfer(cancel),
            Action::StartCount(start) => self.start_count(start),
            Action::RecordCount(record) => self.record_count(record),
            Action::PostCount(post) => self.post_count(post),
            Action::CancelCount(cancel) => self.cancel_count(cancel),
            Action::AddLandedCost(add) => self.add_landed_cost(add),
            Action::SetStandardCost(set) => self.set_standard_cost(set),
            Action::CloseCostPeriod(close) => self.close_cost_period(close),
            Action::AssembleKit(assemble) => self.assemble_kit(assemble),
            Action::DisassembleKit(disassemble) => self.disassemble_kit(disassemble),
            Action::CompleteOrder(complete) => self.simple(&complete.order, &OrderCommand::Complete),
        }
    }

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
