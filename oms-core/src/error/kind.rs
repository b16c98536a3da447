//! Which kind each error of a module is.

use super::ErrorKind;
use crate::cost::CostError;
use crate::ledger::LedgerError;
use crate::lot::LotError;
use crate::network::CalendarError;
use crate::order::OrderError;
use crate::purchase::PurchaseError;
use crate::stock::StockError;
use crate::supply::SupplyError;

pub(super) const fn of_calendar(error: &CalendarError) -> ErrorKind {
    match error {
        CalendarError::Invalid(_) => ErrorKind::Invalid,
        CalendarError::UnknownZone { .. } => ErrorKind::NotFound,
        CalendarError::NeverOpen | CalendarError::NoZoneData => ErrorKind::Refused,
    }
}

pub(super) const fn of_ledger(error: &LedgerError) -> ErrorKind {
    match error {
        LedgerError::Insufficient { .. } | LedgerError::Expired | LedgerError::Ended(_) => ErrorKind::Refused,
        LedgerError::Reused => ErrorKind::Conflict,
        LedgerError::UnknownHold => ErrorKind::NotFound,
        _ => ErrorKind::Invalid,
    }
}

pub(super) const fn of_purchase(error: &PurchaseError) -> ErrorKind {
    match error {
        PurchaseError::Invalid(_) => ErrorKind::Invalid,
        PurchaseError::UnknownTodo { .. } => ErrorKind::NotFound,
        PurchaseError::IllegalTransition { .. } => ErrorKind::Refused,
    }
}

pub(super) const fn of_order(error: &OrderError) -> ErrorKind {
    match error {
        OrderError::Invalid(_) | OrderError::Money(_) => ErrorKind::Invalid,
        OrderError::PaymentReused { .. }
        | OrderError::HoldReused { .. }
        | OrderError::ContentConflict { .. } => ErrorKind::Conflict,
        OrderError::IllegalTransition { .. }
        | OrderError::Held { .. }
        | OrderError::NotApproved
        | OrderError::NotEnoughUnits(_)
        | OrderError::RefundExceedsPaid
        | OrderError::NotForPickup
        | OrderError::NothingToCollect
        | OrderError::PickupNotLapsed { .. }
        | OrderError::AlreadyReserved { .. } => ErrorKind::Refused,
    }
}

pub(super) const fn of_lot(error: &LotError) -> ErrorKind {
    match error {
        LotError::Invalid(_) => ErrorKind::Invalid,
        LotError::Unknown { .. } => ErrorKind::NotFound,
        LotError::DatesDiffer { .. } | LotError::SerialOfOtherSku { .. } => ErrorKind::Conflict,
        LotError::Insufficient { .. }
        | LotError::NotShippable { .. }
        | LotError::SerialTaken { .. }
        | LotError::SerialNotShipped { .. }
        | LotError::SerialsDiffer { .. } => ErrorKind::Refused,
    }
}

pub(super) const fn of_cost(error: &CostError) -> ErrorKind {
    match error {
        CostError::Invalid(_) | CostError::OutOfRange { .. } => ErrorKind::Invalid,
        CostError::NoStandard { .. }
        | CostError::WrongMethod { .. }
        | CostError::LotShort { .. }
        | CostError::Short { .. } => ErrorKind::Refused,
    }
}

pub(super) const fn of_stock(error: &StockError) -> ErrorKind {
    match error {
        StockError::Invalid(_) | StockError::OutOfRange { .. } => ErrorKind::Invalid,
        StockError::ReservationReused { .. } | StockError::ReservationTaken { .. } => ErrorKind::Conflict,
        StockError::Insufficient(_)
        | StockError::NotHeld { .. }
        | StockError::ReservationDiffers { .. }
        | StockError::OutsideGroup { .. }
        | StockError::CustomerLimit { .. }
        | StockError::ReservationExpired { .. }
        | StockError::ReservationEnded { .. } => ErrorKind::Refused,
    }
}

pub(super) const fn of_supply(error: &SupplyError) -> ErrorKind {
    match error {
        SupplyError::Invalid(_) => ErrorKind::Invalid,
        SupplyError::UnknownReceipt { .. } | SupplyError::UnknownPromise { .. } => ErrorKind::NotFound,
        SupplyError::ReceiptEnded { .. }
        | SupplyError::OverReceipt { .. }
        | SupplyError::ReceiptShort { .. }
        | SupplyError::PromiseEnded { .. } => ErrorKind::Refused,
    }
}
