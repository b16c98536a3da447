//! What a plan must obey, or pay for: one kind of constraint in each file.
//!
//! A constraint without a price is hard: no plan breaks it. With a price it is soft: a plan may break it and
//! pays. Each writes what it forbids or charges onto a [`Sheet`], and with it where it stands, so that
//! whatever is rejected names its reason.

mod bonded;
mod capability;
mod capacity;
mod carrier_choice;
mod carrier_commitment;
mod check;
mod commitment;
mod cool_down;
mod coverage;
mod cross_border;
mod customer_ban;
mod fairness_floor;
mod fulfilment_type;
mod in_time;
mod item_node;
mod keep_stock;
mod keep_together;
mod lot_limit;
mod max_distance;
mod max_rejects;
mod max_splits;
mod min_shipment;
mod no_line_split;
mod no_split_below;
mod node_budget;
mod node_kind;
mod node_offline;
mod protected_units;
mod ready_within;
mod rules;
mod run_limit;
mod sheet;
mod ship_complete;
mod stock_owner;

use serde::{Deserialize, Serialize};

pub use bonded::Bonded;
pub use capability::Capability;
pub use capacity::{Capacity, CapacityMeasure, NodeRoom};
pub use carrier_choice::CarrierChoice;
pub use carrier_commitment::CarrierCommitment;
pub use commitment::Commitment;
pub use cool_down::{CoolDown, NodeRejectedAt};
pub use coverage::{Area, Coverage};
pub use cross_border::{Border, CrossBorder};
pub use customer_ban::CustomerBan;
pub use fairness_floor::FairnessFloor;
pub use fulfilment_type::FulfilmentWanted;
pub use in_time::InTime;
pub use item_node::{ItemNode, ItemNodeEffect};
pub use keep_stock::KeepStock;
pub use keep_together::KeepTogether;
pub use lot_limit::{CellLimit, LotLimit};
pub use max_distance::MaxDistance;
pub use max_rejects::{MaxRejects, NodeRejects};
pub use max_splits::MaxSplits;
pub use min_shipment::MinShipment;
pub use no_line_split::NoLineSplit;
pub use no_split_below::NoSplitBelow;
pub use node_budget::{NodeBudget, NodeMoney};
pub use node_kind::NodeKindAllowed;
pub use node_offline::NodeOffline;
pub use protected_units::{ProtectedLevel, ProtectedUnits};
pub use ready_within::ReadyWithin;
pub use run_limit::{NodeUse, RunLimit};
pub use ship_complete::ShipComplete;
pub use stock_owner::StockOwner;

pub(super) use check::Check;
pub(super) use rules::{
    Charge, CostKey, Cover, Ladder, Least, Limit, LineSet, NodeRules, OptionRules, Rules, SetRule, Shape,
};
pub(super) use sheet::{By, Sheet};

use super::AllocationProblem;
use crate::value::{Money, Problems};

/// A kind of constraint.
trait Rule {
    /// What breaking it costs; it must not be broken when there is no price.
    fn price(&self) -> Option<Money>;
    /// Writes what it forbids or charges.
    fn write(&self, by: By, sheet: &mut Sheet<'_, '_>);
    /// Notes what is wrong with it beside its price.
    fn check(&self, check: &mut Check<'_>) {
        let _ = check;
    }
}

macro_rules! constraints {
    ($($(#[$doc:meta])* $variant:ident($data:ident),)+) => {
        /// Something that a plan must obey, or pay for.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(tag = "type", rename_all = "snake_case")]
        pub enum AllocationConstraint {
            $($(#[$doc])* $variant($data),)+
        }

        /// The kinds of constraint.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum ConstraintKind {
            $($(#[$doc])* $variant,)+
        }

        impl AllocationConstraint {
            /// Its kind.
            #[must_use]
            pub const fn kind(&self) -> ConstraintKind {
                match self {
                    $(Self::$variant(_) => ConstraintKind::$variant,)+
                }
            }

            fn rule(&self) -> &dyn Rule {
                match self {
                    $(Self::$variant(rule) => rule,)+
                }
            }
        }
    };
}

constraints! {
    /// Where bonded stock may go.
    Bonded(Bonded),
    /// Hazardous, cold and other goods need nodes that can handle them.
    Capability(Capability),
    /// What nodes can still do.
    Capacity(Capacity),
    /// Which carriers may be used.
    CarrierChoice(CarrierChoice),
    /// Shipments that a carrier was promised.
    CarrierCommitment(CarrierCommitment),
    /// Units that nodes were promised.
    Commitment(Commitment),
    /// Nodes that rejected the order a short while ago.
    CoolDown(CoolDown),
    /// Which destinations nodes serve.
    Coverage(Coverage),
    /// From which country to which.
    CrossBorder(CrossBorder),
    /// Customers whom some nodes do not serve.
    CustomerBan(CustomerBan),
    /// The share of units that some nodes get.
    FairnessFloor(FairnessFloor),
    /// Nodes that serve the way the order reaches its buyer.
    FulfilmentType(FulfilmentWanted),
    /// What arrives by what was promised.
    InTime(InTime),
    /// What may ship from where.
    ItemNode(ItemNode),
    /// Minimum inventory.
    KeepStock(KeepStock),
    /// Lines that leave in one shipment.
    KeepTogether(KeepTogether),
    /// Units whose lots may leave.
    LotLimit(LotLimit),
    /// Nodes within so many metres.
    MaxDistance(MaxDistance),
    /// Nodes that rejected the order too often.
    MaxRejects(MaxRejects),
    /// How many shipments an order may have.
    MaxSplits(MaxSplits),
    /// Shipments worth sending.
    MinShipment(MinShipment),
    /// Lines that are not split over nodes.
    NoLineSplit(NoLineSplit),
    /// Small orders and listed items that are not split.
    NoSplitBelow(NoSplitBelow),
    /// Money that nodes may still spend.
    NodeBudget(NodeBudget),
    /// Which kinds of node ship.
    NodeKind(NodeKindAllowed),
    /// Nodes that do not ship for a while.
    NodeOffline(NodeOffline),
    /// Units kept for better classes of buyers.
    ProtectedUnits(ProtectedUnits),
    /// Nodes that hand over soon enough.
    ReadyWithin(ReadyWithin),
    /// Orders or lines that a node gets in one run.
    RunLimit(RunLimit),
    /// Lines that ship whole or not at all.
    ShipComplete(ShipComplete),
    /// Stock of other owners.
    StockOwner(StockOwner),
}

impl AllocationConstraint {
    /// What breaking it costs; it is hard when there is no price.
    #[must_use]
    pub fn price(&self) -> Option<Money> {
        self.rule().price()
    }

    /// Everything wrong with it in a problem.
    pub(super) fn problems(&self, problem: &AllocationProblem) -> Problems {
        let mut check = Check::new(problem);
        check.money("/price", self.price());
        self.rule().check(&mut check);
        check.done()
    }

    pub(super) fn write(&self, index: usize, sheet: &mut Sheet<'_, '_>) {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        let price = self.price().map(|price| i128::from(price.minor()));
        self.rule().write(By { index, price }, sheet);
    }
}
