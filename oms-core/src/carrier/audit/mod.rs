//! Bills of carriers against what their cards say: every difference with its reason.

mod compare;
mod model;

pub use compare::audit_bill;
pub use model::{
    AuditBill, AuditOutcome, AuditTolerance, AuditedBill, AuditedParcel, BillDifference,
    BillDifferenceReason, BilledLine, BilledParcel, ExpectedParcel,
};
