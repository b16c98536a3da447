//! What a line earns: every term of it.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

#[cfg(feature = "schema")]
use crate::value::DecimalText;
use crate::value::{Money, MoneyError};

/// What a line sold for and everything that it cost. All amounts are in one currency; absent ones are nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "GrossProfitRequest"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GrossProfitRequest {
    /// What the buyer paid for the goods, after discounts and refunds, without tax.
    pub net_sales: Money,
    /// What the goods cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_of_goods: Option<Money>,
    /// What gifts cost that came with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_cost: Option<Money>,
    /// What carriers charged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freight: Option<Money>,
    /// What the channel took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commission: Option<Money>,
    /// What the payment cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_fee: Option<Money>,
    /// What boxes and fillings cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packaging: Option<Money>,
}

/// What a line earned, with every term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "GrossProfit"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GrossProfit {
    /// The terms.
    pub terms: GrossProfitRequest,
    /// All costs together.
    pub costs: Money,
    /// Net sales less all costs.
    pub profit: Money,
    /// Profit as a part of net sales, to four decimals, halves away from zero; absent without net sales.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "maybe_decimal_text")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<DecimalText>"))]
    pub margin: Option<Decimal>,
}

/// Gross profit = net sales − cost of goods − gift cost − freight − commission − payment fee − packaging.
///
/// # Errors
/// [`MoneyError`] for amounts in different currencies, or a sum that is too large.
///
/// ```
/// use oms_core::cost::{GrossProfitRequest, gross_profit};
/// use oms_core::value::{Currency, Money};
/// let eur = |minor| Money::from_minor(minor, Currency::EUR);
/// let terms = GrossProfitRequest {
///     net_sales: eur(10_000),
///     cost_of_goods: Some(eur(5_500)),
///     gift_cost: None,
///     freight: Some(eur(490)),
///     commission: Some(eur(800)),
///     payment_fee: Some(eur(210)),
///     packaging: Some(eur(50)),
/// };
/// let earned = gross_profit(&terms)?;
/// assert_eq!(earned.profit, eur(2_950));
/// assert_eq!(earned.margin.map(|margin| margin.to_string()).as_deref(), Some("0.2950"));
/// # Ok::<(), oms_core::value::MoneyError>(())
/// ```
pub fn gross_profit(terms: &GrossProfitRequest) -> Result<GrossProfit, MoneyError> {
    let costs = [
        terms.cost_of_goods,
        terms.gift_cost,
        terms.freight,
        terms.commission,
        terms.payment_fee,
        terms.packaging,
    ];
    let costs = Money::sum(terms.net_sales.currency(), costs.into_iter().flatten())?;
    let profit = terms.net_sales.checked_sub(costs)?;
    Ok(GrossProfit { terms: *terms, costs, profit, margin: margin(profit, terms.net_sales) })
}

fn margin(profit: Money, net_sales: Money) -> Option<Decimal> {
    let ratio = Decimal::from(profit.minor()).checked_div(Decimal::from(net_sales.minor()))?;
    let mut margin = ratio.round_dp_with_strategy(4, RoundingStrategy::MidpointAwayFromZero);
    margin.rescale(4);
    Some(margin)
}

/// A decimal that may be absent, as a string on the wire.
mod maybe_decimal_text {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::value::decimal_text;

    #[derive(Serialize, Deserialize)]
    #[serde(transparent)]
    struct Plain(#[serde(with = "decimal_text")] Decimal);

    pub(super) fn serialize<S: Serializer>(
        number: &Option<Decimal>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        number.map(Plain).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Decimal>, D::Error> {
        Ok(Option::<Plain>::deserialize(deserializer)?.map(|plain| plain.0))
    }
}
