//! Landed cost: freight, duty and insurance spread over what a receipt brought.

use serde::{Deserialize, Serialize};

use super::CostError;
use crate::value::{Dimensions, LineId, Money, Problems, Quantity, Weight};

/// What a charge is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LandedChargeKind {
    /// The way here.
    Freight,
    /// Customs duty.
    Duty,
    /// Insurance of the way.
    Insurance,
    /// Unloading, inspection, brokerage.
    Handling,
    /// The goods themselves: a corrected price, a credit note.
    Goods,
}

/// By what a charge is spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LandedBasis {
    /// What the goods cost.
    Value,
    /// What they weigh.
    Weight,
    /// The room they take.
    Volume,
    /// How many units they are.
    Quantity,
}

/// A charge on a receipt; negative for a credit note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LandedCharge"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LandedCharge {
    /// What for.
    pub kind: LandedChargeKind,
    /// By what it is spread.
    pub basis: LandedBasis,
    /// How much.
    pub amount: Money,
}

/// A line of a receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LandedLine"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LandedLine {
    /// The line.
    pub line: LineId,
    /// How many units came.
    pub quantity: Quantity,
    /// What they cost together, without charges.
    pub value: Money,
    /// The weight of one unit; asked for where a charge is spread by weight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// The size of one unit; asked for where a charge is spread by volume.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Dimensions>,
}

/// What came and what was charged for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LandedCostRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LandedCostRequest {
    /// What came.
    pub lines: Vec<LandedLine>,
    /// What was charged.
    pub charges: Vec<LandedCharge>,
}

/// What a line costs with its part of every charge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LandedLineCost"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LandedLineCost {
    /// The line.
    pub line: LineId,
    /// Its part of each charge, in the order of the charges.
    pub charges: Vec<Money>,
    /// All its parts together.
    pub landed: Money,
    /// What its units cost together with them.
    pub cost: Money,
}

/// A receipt's charges, spread. The parts of each charge sum to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "LandedCost"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LandedCost {
    /// The lines, in their order.
    pub lines: Vec<LandedLineCost>,
}

/// Spreads each charge over the lines by its basis with the largest remainder; ties go to the line that stands first.
/// `O(lines · log lines · charges)`.
///
/// # Errors
/// [`CostError::Invalid`] with every offender: no line, other currencies, negative values, lines without the weight or
/// size that a charge is spread by, and charges whose basis is zero on every line.
///
/// ```
/// use oms_core::cost::*;
/// let request: LandedCostRequest = serde_json::from_str(
///     r#"{"lines": [{"line": "1", "quantity": 10, "value": {"amount": "50.00", "currency": "EUR"}},
///                   {"line": "2", "quantity": 5, "value": {"amount": "32.50", "currency": "EUR"}}],
///         "charges": [{"kind": "freight", "basis": "quantity", "amount": {"amount": "10.00", "currency": "EUR"}}]}"#,
/// )?;
/// let spread = spread_landed_cost(&request)?;
/// let landed: Vec<i64> = spread.lines.iter().map(|line| line.landed.minor()).collect();
/// assert_eq!(landed, [667, 333]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn spread_landed_cost(request: &LandedCostRequest) -> Result<LandedCost, CostError> {
    let problems = problems(request);
    if !problems.is_empty() {
        return Err(CostError::Invalid(problems));
    }
    let mut parts: Vec<Vec<Money>> = Vec::with_capacity(request.charges.len());
    let mut problems = Problems::new();
    for (at, charge) in request.charges.iter().enumerate() {
        let place = format!("/charges/{at}");
        let weights: Option<Vec<u64>> = request.lines.iter().map(|line| weight(line, charge.basis)).collect();
        match weights.map(|weights| charge.amount.split(&weights)) {
            Some(Ok(split)) => parts.push(split),
            Some(Err(_)) => {
                problems.add("cost.no_basis", place, "no line has anything of what it is spread by");
            }
            None => problems.add("input.out_of_range", place, "a line is too large to spread by"),
        }
    }
    let mut lines = Vec::with_capacity(request.lines.len());
    for (at, line) in request.lines.iter().enumerate() {
        let charges: Vec<Money> = parts.iter().filter_map(|split| split.get(at)).copied().collect();
        let landed = Money::sum(line.value.currency(), charges.iter().copied());
        match landed.and_then(|landed| Ok((landed, line.value.checked_add(landed)?))) {
            Ok((landed, cost)) => {
                lines.push(LandedLineCost { line: line.line.clone(), charges, landed, cost });
            }
            Err(error) => problems.add(error.code(), format!("/lines/{at}"), error.to_string()),
        }
    }
    if problems.is_empty() { Ok(LandedCost { lines }) } else { Err(CostError::Invalid(problems)) }
}

fn problems(request: &LandedCostRequest) -> Problems {
    let mut problems = Problems::new();
    let Some(currency) = request.lines.first().map(|line| line.value.currency()) else {
        problems.add("input.empty", "/lines", "name at least one line");
        return problems;
    };
    let values = request.lines.iter().map(|line| line.value).enumerate();
    let charges = request.charges.iter().map(|charge| charge.amount).enumerate();
    let places = values
        .map(|(at, value)| (format!("/lines/{at}/value"), value, true))
        .chain(charges.map(|(at, amount)| (format!("/charges/{at}/amount"), amount, false)));
    for (place, amount, is_value) in places {
        if amount.currency() != currency {
            let message = format!("the first line is in {currency}, this amount in {}", amount.currency());
            problems.add("money.currency_mismatch", place, message);
        } else if is_value && amount.is_negative() {
            problems.add("input.out_of_range", place, "a cost must not be negative");
        }
    }
    let by = |basis| request.charges.iter().any(|charge| charge.basis == basis);
    for (at, line) in request.lines.iter().enumerate() {
        if by(LandedBasis::Weight) && line.weight.is_none() {
            let message = "a charge is spread by weight; say what one unit weighs";
            problems.add("input.missing_field", format!("/lines/{at}/weight"), message);
        }
        if by(LandedBasis::Volume) && line.dimensions.is_none() {
            let message = "a charge is spread by volume; say how large one unit is";
            problems.add("input.missing_field", format!("/lines/{at}/dimensions"), message);
        }
    }
    problems
}

/// How much of the basis a line has; `None` beyond 2⁶⁴.
fn weight(line: &LandedLine, basis: LandedBasis) -> Option<u64> {
    let units = u64::from(line.quantity.units());
    match basis {
        LandedBasis::Value => u64::try_from(line.value.minor()).ok(),
        LandedBasis::Weight => line.weight.map(|weight| weight.times(line.quantity)),
        LandedBasis::Volume => {
            let volume = line.dimensions?.volume().checked_mul(u128::from(units))?;
            u64::try_from(volume).ok()
        }
        LandedBasis::Quantity => Some(units),
    }
}
