//! From what is to be done to the commands that do it.

use oms_core::allocation::AllocationStrategyKind;
use oms_core::carrier::CarrierStrategy;
use oms_core::engine::{
    Action, AllocateOrder, ApproveOrder, CancelOrder, CarrierPick, ChangeOrder, ChooseCarrier, CompleteOrder,
    PlaceOrder, ReceiveStock, RecordPayment, RecordTracking, ReleaseHold, ReleaseOrder, ReserveOrder,
    ReviewOrder, ShipOrder,
};
use oms_core::order::{LineUnits, Order, OrderChange, OrderDraft, OrderPayment, PaymentKind};
use oms_core::shipment::ParcelDraft;
use oms_core::value::{
    HoldId, LineQuantity, Money, NodeId, OrderId, ParcelId, PaymentId, Quantity, ReservationId, ShipmentId,
    Text, TrackingNumber,
};

use super::buyer::MINUTE;
use super::make::{instant, order_id, text, usd};
use super::rng::Rng;
use super::{Do, World};

pub(super) fn id(number: u32) -> OrderId {
    order_id(format!("o-{:06}", number + 1))
}

/// The number in an order's id.
pub(super) fn number(id: &OrderId) -> Option<u32> {
    id.as_str().strip_prefix("o-")?.parse::<u32>().ok()?.checked_sub(1)
}

impl World {
    /// The actions that a task amounts to; none when it has become pointless.
    pub(super) fn act(
        &mut self,
        what: &Do,
        at: i64,
        look: &impl Fn(&OrderId) -> Option<Order>,
    ) -> Vec<Action> {
        if let Do::LookAgain | Do::GiveUp = what {
            return self.act_on_waiting(matches!(what, Do::GiveUp));
        }
        let action = match what {
            Do::Place(number) => self.place(*number, false),
            Do::PlaceAgain(number, changed) => self.place(*number, *changed),
            Do::Reserve(number) => self.reserve(*number, at),
            Do::Pay(number) => self.pay(*number, at, look),
            Do::Refund(number) => self.refund(*number, at, look),
            Do::Review(number) => Some(Action::ReviewOrder(ReviewOrder { order: id(*number) })),
            Do::MendAddress(number) => self.mend(*number),
            Do::PassTotal(number) => pass_total(*number),
            Do::ApproveByHand(number) => Some(Action::ApproveOrder(ApproveOrder { order: id(*number) })),
            Do::CancelPart(number) => self.cancel_part(*number),
            Do::CancelAll(number, why) => Some(cancel(*number, vec![], why)),
            Do::CancelLines(number, lines) => Some(cancel(*number, lines.clone(), "out of stock")),
            Do::Allocate(number) => Some(Action::AllocateOrder(AllocateOrder {
                order: id(*number),
                strategy: AllocationStrategyKind::GreedyCost,
                lines: vec![],
            })),
            Do::Release(number) => {
                Some(Action::ReleaseOrder(ReleaseOrder { order: id(*number), units: vec![] }))
            }
            Do::Ship(number, node, units) => self.ship(*number, node, units),
            Do::Track(shipment, parcels) => Some(Action::RecordTracking(RecordTracking {
                shipment: shipment.clone(),
                parcels: parcels.clone(),
            })),
            Do::Complete(number) => Some(Action::CompleteOrder(CompleteOrder { order: id(*number) })),
            Do::Receive(receipt) => self.receive(*receipt),
            Do::LookAgain | Do::GiveUp => None,
        };
        action.into_iter().collect()
    }

    fn act_on_waiting(&self, give_up: bool) -> Vec<Action> {
        let act = |number: &u32| {
            if give_up {
                cancel(*number, vec![], "out of stock")
            } else {
                Action::ReviewOrder(ReviewOrder { order: id(*number) })
            }
        };
        self.waiting.iter().map(act).collect()
    }

    fn draft(&self, number: u32) -> Option<OrderDraft> {
        self.buyers.draft(&self.goods, number)
    }

    fn place(&mut self, number: u32, changed: bool) -> Option<Action> {
        let mut draft = self.draft(number)?;
        let manners = self.buyers.manners(number);
        if manners.mends_address.is_some() {
            draft.ship_to.lines = vec![];
        } else if manners.wrong_total {
            draft.stated_total = draft.stated_total.and_then(|total| total.checked_add(usd(100)).ok());
        }
        if changed {
            draft.remark = text("changed by the channel after it was sent");
        } else if let Some(open) = usize::try_from(number).ok().and_then(|at| self.open.get_mut(at)) {
            *open = draft.lines.iter().map(|line| line.quantity.units()).sum();
        }
        Some(Action::PlaceOrder(PlaceOrder { order: id(number), draft }))
    }

    fn reserve(&self, number: u32, at: i64) -> Option<Action> {
        Some(Action::ReserveOrder(ReserveOrder {
            order: id(number),
            reservation: ReservationId::new(format!("r-{:06}", number + 1)).ok()?,
            strategy: AllocationStrategyKind::GreedyCost,
            quota: None,
            expires_at: Some(instant(at + 45 * MINUTE)),
        }))
    }

    fn pay(&self, number: u32, at: i64, look: &impl Fn(&OrderId) -> Option<Order>) -> Option<Action> {
        let order = look(&id(number));
        let amount = match &order {
            Some(order) => order.due().ok()?,
            None => self.draft(number)?.stated_total?,
        };
        // The order may be on its way in the same hour: then the due amount is what the draft says.
        let method = match Rng::fork(self.seed, 8, u64::from(number)).below(10) {
            0..=6 => "card",
            7..=8 => "wallet",
            _ => "transfer",
        };
        payment(number, "p", PaymentKind::Captured, method, amount, at)
    }

    fn refund(&self, number: u32, at: i64, look: &impl Fn(&OrderId) -> Option<Order>) -> Option<Action> {
        let order = look(&id(number))?;
        let amount = order.paid().ok()?.checked_sub(order.due().ok()?).ok()?;
        let count = order.payments.len();
        payment(number, &format!("b{count}"), PaymentKind::Refunded, "refund", amount, at)
    }

    fn mend(&self, number: u32) -> Option<Action> {
        let change = OrderChange { ship_to: Some(self.draft(number)?.ship_to), ..OrderChange::default() };
        Some(Action::ChangeOrder(ChangeOrder { order: id(number), change }))
    }

    fn cancel_part(&self, number: u32) -> Option<Action> {
        let draft = self.draft(number)?;
        let line = draft.lines.last()?;
        // Of several lines the last goes, of one line one unit.
        let units = if draft.lines.len() > 1 { line.quantity } else { Quantity::new(1) };
        Some(cancel(number, vec![LineQuantity { line: line.id.clone(), quantity: units }], "buyer"))
    }

    fn ship(&self, number: u32, node: &NodeId, units: &[LineUnits]) -> Option<Action> {
        let parcel = |at: usize, lines: Vec<LineQuantity>| {
            Some(ParcelDraft {
                id: ParcelId::new(at.to_string()).ok()?,
                tracking_number: TrackingNumber::new(format!("TN{number:06}{node}{at}")).ok(),
                weight: None,
                lines,
            })
        };
        let lines: Vec<LineQuantity> = units
            .iter()
            .map(|units| LineQuantity { line: units.line.clone(), quantity: units.quantity })
            .collect();
        let mut rng = Rng::fork(self.seed, 9, u64::from(number));
        let parcels = match lines.split_first() {
            Some((first, rest)) if !rest.is_empty() && rng.chance(220) => {
                vec![parcel(1, vec![first.clone()])?, parcel(2, rest.to_vec())?]
            }
            _ => vec![parcel(1, vec![])?],
        };
        Some(Action::ShipOrder(ShipOrder {
            order: id(number),
            shipment: ShipmentId::new(format!("s-{:06}-{:07}", number + 1, self.commands)).ok()?,
            node: node.clone(),
            carrier: CarrierPick::Choose(ChooseCarrier {
                strategy: CarrierStrategy::CheapestWithinPromise,
                shipment: None,
            }),
            lines,
            parcels,
        }))
    }

    fn receive(&self, receipt: usize) -> Option<Action> {
        let receipt = self.receipts.get(receipt)?;
        let (sku, node) = (receipt.sku.clone(), receipt.node.clone());
        Some(Action::ReceiveStock(ReceiveStock::new(sku, node, receipt.quantity, Text::default())))
    }
}

fn pass_total(number: u32) -> Option<Action> {
    let hold = HoldId::new("rule:amount_mismatch").ok()?;
    Some(Action::ReleaseHold(ReleaseHold { order: id(number), hold }))
}

fn cancel(number: u32, lines: Vec<LineQuantity>, why: &str) -> Action {
    Action::CancelOrder(CancelOrder { order: id(number), lines, reason: text(why) })
}

fn payment(
    number: u32,
    kind: &str,
    way: PaymentKind,
    method: &str,
    amount: Money,
    at: i64,
) -> Option<Action> {
    if amount.minor() <= 0 {
        return None;
    }
    let id_ = PaymentId::new(format!("{kind}-{:06}", number + 1)).ok()?;
    let payment =
        OrderPayment { id: id_, kind: way, method: text(method), amount, instalments: None, at: instant(at) };
    Some(Action::RecordPayment(RecordPayment { order: id(number), payment }))
}
