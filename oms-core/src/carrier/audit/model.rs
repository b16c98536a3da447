//! What is billed, what was expected, and what is said of it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::carrier::terms::{check_money, check_percent};
use crate::carrier::{ExplainedQuote, RateLineKind};
use crate::value::{
    CarrierId, ChargeId, Currency, Money, Percent, Problems, ServiceId, Text, TrackingNumber, ZoneId,
};

/// A bill to be audited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AuditBill"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditBill {
    /// The currency of everything in it.
    pub currency: Currency,
    /// What was sent, and what it should cost by the cards: quotes as they were explained.
    pub expected: Vec<ExpectedParcel>,
    /// What the carrier bills, in the order of the bill.
    pub billed: Vec<BilledParcel>,
    /// What is let pass.
    #[serde(default)]
    pub tolerance: AuditTolerance,
}

/// What a waybill should cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExpectedParcel {
    /// The waybill number.
    pub number: TrackingNumber,
    /// What it should cost.
    pub quote: ExplainedQuote,
    /// What it should weigh by its contents and its box, in grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theoretical_grams: Option<u64>,
    /// What the weighing station of the node found, in grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weighed_grams: Option<u64>,
}

/// What a carrier bills for a waybill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BilledParcel {
    /// The waybill number.
    pub number: TrackingNumber,
    /// Where it stands on the bill.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub reference: Text,
    /// The carrier, where the bill names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<CarrierId>,
    /// The service, where the bill names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// The zone, where the bill names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<ZoneId>,
    /// The weight that is charged in grams, where the bill names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grams: Option<u64>,
    /// The parts, where the bill names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<BilledLine>,
    /// What is billed in all.
    pub total: Money,
}

/// A part of what is billed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BilledLine {
    /// What it is for.
    pub kind: RateLineKind,
    /// Which surcharge or discount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ChargeId>,
    /// The amount.
    pub amount: Money,
}

/// What is let pass.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AuditTolerance"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditTolerance {
    /// So much for a waybill; nothing when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Such a part of what was expected, if that is more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Percent>,
    /// So many grams between the weight charged and the weight expected.
    #[serde(default)]
    pub grams: u64,
    /// So many grams between what the contents should weigh and what the node weighed; more says that something else
    /// was packed. Not looked at when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pick_grams: Option<u64>,
}

/// What a bill comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AuditedBill"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditedBill {
    /// Every waybill that is billed, in the order of the bill, then those that are not, by number.
    pub parcels: Vec<AuditedParcel>,
    /// What was expected for what is billed, each waybill once.
    pub expected: Money,
    /// What is billed.
    pub billed: Money,
    /// What to claim back: everything billed above what was expected, where it is not let pass.
    pub claim: Money,
    /// What was billed too little, where it is not let pass.
    pub under: Money,
}

/// What is said of a waybill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditedParcel {
    /// The waybill number.
    pub number: TrackingNumber,
    /// Where it stands on the bill.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub reference: Text,
    /// What came of it.
    pub outcome: AuditOutcome,
    /// What was expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Money>,
    /// What is billed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billed: Option<Money>,
    /// Every difference, whether it is let pass or not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<BillDifference>,
    /// By how many grams the node weighed something else than the contents should weigh, where that is too much:
    /// perhaps the wrong item was picked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pick_gap_grams: Option<u64>,
}

/// What came of a waybill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AuditOutcome {
    /// As expected, or let pass.
    Ok,
    /// Too much, and the weight that is charged is higher than expected.
    WrongWeight,
    /// Too much.
    Over,
    /// Too little.
    Under,
    /// Billed already.
    Duplicate,
    /// Never sent.
    Unknown,
    /// Sent and not billed.
    NotBilled,
}

/// A difference between bill and card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BillDifference {
    /// What differs.
    pub reason: BillDifferenceReason,
    /// In which part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<RateLineKind>,
    /// In which surcharge or discount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ChargeId>,
    /// What was expected: an amount, a number of grams, a name.
    pub expected: Text,
    /// What the bill says.
    pub billed: Text,
    /// How much more is billed for that part; absent where no part differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Money>,
}

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BillDifferenceReason {
    /// Another carrier.
    Carrier,
    /// Another service.
    Service,
    /// Another zone.
    Zone,
    /// Another weight.
    Weight,
    /// A part that the card does not ask for.
    Unexpected,
    /// A part that the card asks for and the bill does not.
    Missing,
    /// A part with another amount.
    Amount,
    /// The parts of the bill do not sum to its total.
    Sum,
    /// The total, of which the bill names no parts.
    Total,
}

impl AuditBill {
    /// Everything wrong with it: amounts in other currencies, waybills expected twice.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let other = |money: Money| money.currency() != self.currency;
        let message = || format!("the audit is in {}", self.currency);
        let mut seen = BTreeSet::new();
        for (at, one) in self.expected.iter().enumerate() {
            let path = format!("/expected/{at}");
            if !seen.insert(&one.number) {
                let message = format!("`{}` is expected already", one.number);
                problems.add("carrier.duplicate_waybill", format!("{path}/number"), message);
            }
            if other(one.quote.quote.price) || one.quote.lines.iter().any(|line| other(line.amount)) {
                problems.add("money.currency_mismatch", format!("{path}/quote"), message());
            }
        }
        for (at, one) in self.billed.iter().enumerate() {
            if other(one.total) {
                problems.add("money.currency_mismatch", format!("/billed/{at}/total"), message());
            }
            for (index, _) in one.lines.iter().enumerate().filter(|(_, line)| other(line.amount)) {
                let path = format!("/billed/{at}/lines/{index}/amount");
                problems.add("money.currency_mismatch", path, message());
            }
        }
        check_money(self.tolerance.amount, self.currency, &mut problems, "/tolerance/amount");
        check_percent(self.tolerance.percent, &mut problems, "/tolerance/percent");
        problems
    }
}
