//! The one error of the facade: every module's error with a stable code and a kind.

mod kind;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::allocation::AllocationError;
use crate::allocation::batch::BatchError;
use crate::allocation::instance::InstanceError;
use crate::capacity::CapacityError;
use crate::cost::CostError;
use crate::count::CountError;
use crate::document::DocumentError;
use crate::ledger::LedgerError;
use crate::lot::LotError;
use crate::network::CalendarError;
use crate::order::OrderError;
use crate::packing::PackError;
use crate::promise::PromiseError;
use crate::publish::{PublishError, QuotaError};
use crate::purchase::PurchaseError;
use crate::rebalance::RebalanceError;
use crate::replenish::ReplenishError;
use crate::report::ReportError;
use crate::shipment::ShipmentError;
use crate::stock::StockError;
use crate::store::StoreError;
use crate::supply::SupplyError;
use crate::transfer::TransferError;
use crate::value::{
    CommandId, CountId, NodeId, OrderId, Problem, Problems, ReservationId, ShipmentId, SkuId, Text,
    TransferId,
};

/// What to do about an error. Kind picks the exception class in Python and the error class in Node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// The input is wrong: mend it.
    Invalid,
    /// What it names does not exist.
    NotFound,
    /// The input is fine, the rules say no.
    Refused,
    /// Somebody else was there first, or said something else under the same id.
    Conflict,
    /// The store failed: try again later.
    Store,
    /// A defect of this library.
    Internal,
}

impl ErrorKind {
    /// The word used on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::NotFound => "not_found",
            Self::Refused => "refused",
            Self::Conflict => "conflict",
            Self::Store => "store",
            Self::Internal => "internal",
        }
    }
}

/// Why a command or query was not carried out. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Input(Problems),
    /// The allocation was refused.
    #[error(transparent)]
    Allocation(#[from] AllocationError),
    /// The batch was refused.
    #[error(transparent)]
    Batch(#[from] BatchError),
    /// The work was not booked.
    #[error(transparent)]
    Capacity(#[from] CapacityError),
    /// The calendar has no answer.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// The instance or its solution was refused.
    #[error(transparent)]
    Instance(#[from] InstanceError),
    /// The count refused.
    #[error(transparent)]
    Count(#[from] CountError),
    /// The cost book refused.
    #[error(transparent)]
    Cost(#[from] CostError),
    /// The ledger refused.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The lots refused.
    #[error(transparent)]
    Lot(#[from] LotError),
    /// The order refused.
    #[error(transparent)]
    Order(#[from] OrderError),
    /// Nothing can be promised.
    #[error(transparent)]
    Promise(#[from] PromiseError),
    /// The publication was refused.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// The quota refused.
    #[error(transparent)]
    Quota(#[from] QuotaError),
    /// Waves could not be built, or documents not be printed.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The packing was refused.
    #[error(transparent)]
    Packing(#[from] PackError),
    /// The rebalancing was refused.
    #[error(transparent)]
    Rebalance(#[from] RebalanceError),
    /// The to-do refused.
    #[error(transparent)]
    Purchase(#[from] PurchaseError),
    /// Replenishment has no figure.
    #[error(transparent)]
    Replenish(#[from] ReplenishError),
    /// The report was refused.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// The shipment refused.
    #[error(transparent)]
    Shipment(#[from] ShipmentError),
    /// The stock refused.
    #[error(transparent)]
    Stock(#[from] StockError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The dated supply refused.
    #[error(transparent)]
    Supply(#[from] SupplyError),
    /// The transfer refused.
    #[error(transparent)]
    Transfer(#[from] TransferError),
    /// There is no such count.
    #[error("there is no count `{count}`")]
    UnknownCount {
        /// The count.
        count: CountId,
    },
    /// There is no such transfer.
    #[error("there is no transfer `{transfer}`")]
    UnknownTransfer {
        /// The transfer.
        transfer: TransferId,
    },
    /// The count id is taken.
    #[error("count id `{count}` is taken")]
    CountIdTaken {
        /// The count.
        count: CountId,
    },
    /// The transfer id is taken.
    #[error("transfer id `{transfer}` is taken")]
    TransferIdTaken {
        /// The transfer.
        transfer: TransferId,
    },
    /// There is no such order.
    #[error("there is no order `{order}`")]
    UnknownOrder {
        /// The order.
        order: OrderId,
    },
    /// There is no such shipment.
    #[error("there is no shipment `{shipment}`")]
    UnknownShipment {
        /// The shipment.
        shipment: ShipmentId,
    },
    /// No receipt of that name brought costed units.
    #[error("no receipt `{receipt}` brought units that are costed")]
    UnknownCostReceipt {
        /// What was given as its name.
        receipt: Text,
    },
    /// The SKU has no cost book at the node.
    #[error("`{sku}` has no cost book at `{node}`; it begins when units of a costed SKU come or leave")]
    UnknownCostBook {
        /// The SKU.
        sku: SkuId,
        /// The node.
        node: NodeId,
    },
    /// There is no such reservation.
    #[error("there is no reservation `{reservation}`")]
    UnknownReservation {
        /// The reservation.
        reservation: ReservationId,
    },
    /// The order id is taken by an order of another channel id.
    #[error("order id `{order}` belongs to another channel order")]
    OrderIdTaken {
        /// The order.
        order: OrderId,
    },
    /// The shipment id is taken.
    #[error("shipment id `{shipment}` is taken")]
    ShipmentIdTaken {
        /// The shipment.
        shipment: ShipmentId,
    },
    /// No carrier takes the parcel.
    #[error("no carrier takes it: {reasons}")]
    NoCarrier {
        /// Why each card was rejected, for people.
        reasons: String,
    },
    /// The command id was used for another command.
    #[error("command id `{command}` was used for another command")]
    CommandReused {
        /// The command.
        command: CommandId,
    },
    /// A run asked for more rounds of loading than it may.
    #[error("the run asked for more than {rounds} rounds of loading")]
    TooManyRounds {
        /// The bound.
        rounds: u32,
    },
}

impl Error {
    /// The stable code, such as `stock.insufficient`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Input(_) => "input.invalid",
            Self::Allocation(error) => error.code(),
            Self::Batch(error) => error.code(),
            Self::Capacity(error) => error.code(),
            Self::Calendar(error) => error.code(),
            Self::Instance(error) => error.code(),
            Self::Count(error) => error.code(),
            Self::Cost(error) => error.code(),
            Self::Ledger(error) => error.code(),
            Self::Lot(error) => error.code(),
            Self::Order(error) => error.code(),
            Self::Promise(error) => error.code(),
            Self::Publish(error) => error.code(),
            Self::Quota(error) => error.code(),
            Self::Rebalance(error) => error.code(),
            Self::Packing(error) => error.code(),
            Self::Document(error) => error.code(),
            Self::Purchase(error) => error.code(),
            Self::Replenish(error) => error.code(),
            Self::Report(error) => error.code(),
            Self::Shipment(error) => error.code(),
            Self::Stock(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::Supply(error) => error.code(),
            Self::Transfer(error) => error.code(),
            Self::UnknownCount { .. } => "count.unknown",
            Self::UnknownTransfer { .. } => "transfer.unknown",
            Self::CountIdTaken { .. } => "count.id_taken",
            Self::TransferIdTaken { .. } => "transfer.id_taken",
            Self::UnknownOrder { .. } => "order.unknown",
            Self::UnknownShipment { .. } => "shipment.unknown",
            Self::UnknownCostReceipt { .. } => "cost.unknown_receipt",
            Self::UnknownCostBook { .. } => "cost.unknown_book",
            Self::UnknownReservation { .. } => "stock.reservation_unknown",
            Self::OrderIdTaken { .. } => "order.id_taken",
            Self::ShipmentIdTaken { .. } => "shipment.id_taken",
            Self::NoCarrier { .. } => "carrier.none_fits",
            Self::CommandReused { .. } => "command.id_reused",
            Self::TooManyRounds { .. } => "engine.too_many_rounds",
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Input(_)
            | Self::Report(_)
            | Self::Shipment(_)
            | Self::Allocation(_)
            | Self::Batch(_)
            | Self::Instance(_)
            | Self::Publish(PublishError::Invalid(_))
            | Self::Quota(QuotaError::Invalid(_) | QuotaError::TooLarge { .. })
            | Self::Rebalance(_)
            | Self::Packing(_)
            | Self::Document(DocumentError::Invalid(_))
            | Self::Count(CountError::Invalid(_))
            | Self::Transfer(TransferError::Invalid(_))
            | Self::Replenish(_)
            | Self::Promise(PromiseError::Invalid(_)) => ErrorKind::Invalid,
            Self::Calendar(error) => kind::of_calendar(error),
            Self::Ledger(error) => kind::of_ledger(error),
            Self::Purchase(error) => kind::of_purchase(error),
            Self::Order(error) => kind::of_order(error),
            Self::Lot(error) => kind::of_lot(error),
            Self::Cost(error) => kind::of_cost(error),
            Self::Stock(error) => kind::of_stock(error),
            Self::Supply(error) => kind::of_supply(error),
            Self::Publish(PublishError::NeverSent { .. }) | Self::Quota(QuotaError::Insufficient { .. }) => {
                ErrorKind::Refused
            }
            Self::Store(StoreError::Conflict(_))
            | Self::OrderIdTaken { .. }
            | Self::ShipmentIdTaken { .. }
            | Self::CountIdTaken { .. }
            | Self::TransferIdTaken { .. }
            | Self::CommandReused { .. } => ErrorKind::Conflict,
            Self::Store(_) => ErrorKind::Store,
            Self::UnknownOrder { .. }
            | Self::UnknownShipment { .. }
            | Self::UnknownReservation { .. }
            | Self::UnknownCount { .. }
            | Self::UnknownTransfer { .. }
            | Self::UnknownCostReceipt { .. }
            | Self::UnknownCostBook { .. } => ErrorKind::NotFound,
            Self::Capacity(_)
            | Self::Count(_)
            | Self::Transfer(_)
            | Self::NoCarrier { .. }
            | Self::Document(DocumentError::NoRenderer)
            | Self::Promise(PromiseError::TooSoon { .. }) => ErrorKind::Refused,
            Self::TooManyRounds { .. } => ErrorKind::Internal,
        }
    }

    /// Every single problem of an invalid input, with its place; empty for other kinds.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Input(problems)
            | Self::Calendar(CalendarError::Invalid(problems))
            | Self::Count(CountError::Invalid(problems))
            | Self::Lot(LotError::Invalid(problems))
            | Self::Cost(CostError::Invalid(problems))
            | Self::Order(OrderError::Invalid(problems))
            | Self::Rebalance(RebalanceError::Invalid(problems))
            | Self::Packing(PackError::Invalid(problems))
            | Self::Document(DocumentError::Invalid(problems))
            | Self::Transfer(TransferError::Invalid(problems))
            | Self::Stock(StockError::Invalid(problems))
            | Self::Shipment(ShipmentError::Invalid(problems))
            | Self::Publish(PublishError::Invalid(problems))
            | Self::Quota(QuotaError::Invalid(problems))
            | Self::Purchase(PurchaseError::Invalid(problems))
            | Self::Replenish(ReplenishError::Invalid(problems))
            | Self::Report(ReportError::Invalid(problems))
            | Self::Promise(PromiseError::Invalid(problems))
            | Self::Supply(SupplyError::Invalid(problems))
            | Self::Batch(BatchError::Invalid(problems))
            | Self::Allocation(AllocationError::InvalidProblem { problems }) => problems.as_slice(),
            Self::Instance(error) => error.problems().as_slice(),
            _ => &[],
        }
    }

    /// Puts the places of all problems of a command below another. What a plan's own checks say has no place in it.
    pub(crate) fn under(self, prefix: &str) -> Self {
        match self {
            Self::Input(problems) => Self::Input(problems.under(prefix)),
            Self::Count(CountError::Invalid(problems)) => CountError::Invalid(problems.under(prefix)).into(),
            Self::Allocation(AllocationError::InvalidProblem { problems }) => {
                AllocationError::InvalidProblem { problems: problems.under(prefix) }.into()
            }
            Self::Batch(BatchError::Invalid(problems)) => BatchError::Invalid(problems.under(prefix)).into(),
            Self::Lot(LotError::Invalid(problems)) => LotError::Invalid(problems.under(prefix)).into(),
            Self::Cost(CostError::Invalid(problems)) => CostError::Invalid(problems.under(prefix)).into(),
            Self::Order(OrderError::Invalid(problems)) => OrderError::Invalid(problems.under(prefix)).into(),
            Self::Document(DocumentError::Invalid(problems)) => {
                DocumentError::Invalid(problems.under(prefix)).into()
            }
            Self::Packing(PackError::Invalid(problems)) => PackError::Invalid(problems.under(prefix)).into(),
            Self::Transfer(TransferError::Invalid(problems)) => {
                TransferError::Invalid(problems.under(prefix)).into()
            }
            Self::Stock(StockError::Invalid(problems)) => StockError::Invalid(problems.under(prefix)).into(),
            Self::Publish(PublishError::Invalid(problems)) => {
                PublishError::Invalid(problems.under(prefix)).into()
            }
            Self::Quota(QuotaError::Invalid(problems)) => QuotaError::Invalid(problems.under(prefix)).into(),
            Self::Shipment(ShipmentError::Invalid(problems)) => {
                ShipmentError::Invalid(problems.under(prefix)).into()
            }
            Self::Purchase(PurchaseError::Invalid(problems)) => {
                PurchaseError::Invalid(problems.under(prefix)).into()
            }
            Self::Replenish(ReplenishError::Invalid(problems)) => {
                ReplenishError::Invalid(problems.under(prefix)).into()
            }
            Self::Report(ReportError::Invalid(problems)) => {
                ReportError::Invalid(problems.under(prefix)).into()
            }
            Self::Promise(error) => error.under(prefix).into(),
            Self::Instance(error) => error.under(prefix).into(),
            Self::Supply(SupplyError::Invalid(problems)) => {
                SupplyError::Invalid(problems.under(prefix)).into()
            }
            other => other,
        }
    }

    /// The error in its wire form.
    #[must_use]
    pub fn to_wire(&self) -> ErrorReport {
        ErrorReport {
            code: self.code().to_owned(),
            kind: self.kind(),
            message: self.to_string(),
            problems: self.problems().to_vec(),
        }
    }
}

/// An error on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ErrorReport {
    /// The stable code, for programs.
    pub code: String,
    /// What to do about it.
    pub kind: ErrorKind,
    /// The text, for people.
    pub message: String,
    /// Every single problem of an invalid input.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Problem>,
}
