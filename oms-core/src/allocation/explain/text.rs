//! A plan and its reasons as sentences, in English and Chinese.

mod words;

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use self::words::{cost_kind, joined, rejection, shortfall};
use super::{Alternative, ChoiceExplanation, ChoiceFlip, InputChange};
use crate::allocation::{AllocationOutcome, AllocationPlan, AllocationVerdict};
use crate::value::Money;

/// In which language something is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ExplanationLanguage {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Chinese.
    #[serde(rename = "zh")]
    Chinese,
}

/// A plan and why it is what it is, a sentence a line: what ships and what it costs, what is short, what each
/// candidate would have cost or what rejected it, the runner-up, the proof, and what would turn the choice.
#[must_use]
pub fn explanation_text(
    plan: &AllocationPlan,
    choice: &ChoiceExplanation,
    language: ExplanationLanguage,
) -> String {
    let mut lines = vec![chosen(plan, choice, language)];
    lines.extend(shortfalls(plan, language));
    lines.extend(plan.candidates.iter().filter_map(|verdict| candidate(verdict, language)));
    lines.extend(choice.better.as_ref().map(|better| other(better, true, language)));
    lines.extend(choice.runner_up.as_ref().map(|other| self::other(other, false, language)));
    lines.push(proof(choice, language));
    for saving in &choice.savings {
        let (node, sku, saved) = (&saving.node, &saving.sku, saving.saving);
        let more = saving.more_units;
        lines.push(match (language, more) {
            (ExplanationLanguage::English, 0) => {
                format!("One more unit of {sku} at {node} would save {saved}.")
            }
            (ExplanationLanguage::English, _) => {
                format!("One more unit of {sku} at {node} would let {more} more ship.")
            }
            (ExplanationLanguage::Chinese, 0) => format!("若 {node} 多 1 件 {sku}，可省 {saved}。"),
            (ExplanationLanguage::Chinese, _) => format!("若 {node} 多 1 件 {sku}，可多发 {more} 件。"),
        });
    }
    lines.extend(choice.flips.iter().map(|turned| flip(turned, language)));
    lines.join("\n")
}

fn chosen(plan: &AllocationPlan, choice: &ChoiceExplanation, language: ExplanationLanguage) -> String {
    let cost = &plan.cost;
    if choice.nodes.is_empty() {
        return match language {
            ExplanationLanguage::English => "Nothing ships.".to_owned(),
            ExplanationLanguage::Chinese => "无货可发。".to_owned(),
        };
    }
    let nodes = joined(&choice.nodes, language);
    let mut text = match language {
        ExplanationLanguage::English => {
            format!(
                "Ships from {nodes} for {}: freight {}, handling {}, splits {}",
                cost.total, cost.freight, cost.handling, cost.split
            )
        }
        ExplanationLanguage::Chinese => format!(
            "由 {nodes} 发货，合计 {}：运费 {}，操作费 {}，拆单 {}",
            cost.total, cost.freight, cost.handling, cost.split
        ),
    };
    for line in &cost.lines {
        let what = cost_kind(line.kind, line.constraint.map(|of| of.kind), language);
        let comma = if language == ExplanationLanguage::English { ", " } else { "，" };
        // Writing to a string cannot fail.
        let _ = write!(text, "{comma}{what} {}", line.cost);
    }
    text.push_str(full_stop(language));
    text
}

fn shortfalls(plan: &AllocationPlan, language: ExplanationLanguage) -> Vec<String> {
    let told = plan.shortfalls.iter().map(|short| {
        let (line, units) = (&short.line, short.quantity.units());
        let why = shortfall(short.reason, short.constraint.map(|of| of.kind), language);
        match language {
            ExplanationLanguage::English => format!("Line {line} is {units} short: {why}."),
            ExplanationLanguage::Chinese => format!("订单行 {line} 缺 {units} 件：{why}。"),
        }
    });
    told.collect()
}

/// What became of a candidate that does not ship.
fn candidate(verdict: &AllocationVerdict, language: ExplanationLanguage) -> Option<String> {
    let node = &verdict.node;
    Some(match (&verdict.outcome, language) {
        (AllocationOutcome::Chosen(_), _) => return None,
        (AllocationOutcome::Rejected(rejected), _) => {
            let why = rejection(rejected.reason, rejected.constraint.map(|of| of.kind), language);
            match language {
                ExplanationLanguage::English => format!("{node} cannot ship: {why}."),
                ExplanationLanguage::Chinese => format!("{node} 不能发货：{why}。"),
            }
        }
        (AllocationOutcome::Lost(lost), ExplanationLanguage::English) => {
            match (lost.margin, verdict.fillable_cost) {
                (Some(margin), Some(cost)) => {
                    format!("{node} could ship all for {cost}, {}.", difference(margin, language))
                }
                (_, Some(cost)) => format!("{node} could ship {} units for {cost}.", verdict.fillable_units),
                _ => format!("{node} could ship {} units.", verdict.fillable_units),
            }
        }
        (AllocationOutcome::Lost(lost), ExplanationLanguage::Chinese) => {
            match (lost.margin, verdict.fillable_cost) {
                (Some(margin), Some(cost)) => {
                    format!("{node} 可整单发货，需 {cost}，{}。", difference(margin, language))
                }
                (_, Some(cost)) => format!("{node} 可发 {} 件，需 {cost}。", verdict.fillable_units),
                _ => format!("{node} 可发 {} 件。", verdict.fillable_units),
            }
        }
    })
}

fn difference(margin: Money, language: ExplanationLanguage) -> String {
    let size = Money::from_minor(margin.minor().saturating_abs(), margin.currency());
    match (margin.minor().signum(), language) {
        (0, ExplanationLanguage::English) => "the same".to_owned(),
        (0, ExplanationLanguage::Chinese) => "费用相同".to_owned(),
        (1, ExplanationLanguage::English) => format!("{size} more"),
        (1, ExplanationLanguage::Chinese) => format!("贵 {size}"),
        (_, ExplanationLanguage::English) => format!("{size} less"),
        (_, ExplanationLanguage::Chinese) => format!("便宜 {size}"),
    }
}

fn other(other: &Alternative, is_better: bool, language: ExplanationLanguage) -> String {
    let difference = difference(other.margin, language);
    let nodes = joined(&other.nodes, language);
    let cost = other.cost;
    let mut text = match (language, other.nodes.is_empty()) {
        (ExplanationLanguage::English, _) if is_better => {
            format!("The best plan ships from {nodes} for {cost}, {difference}")
        }
        (ExplanationLanguage::English, true) => "Next best: nothing ships".to_owned(),
        (ExplanationLanguage::English, false) => {
            format!("Next best: from {nodes} for {cost}, {difference}")
        }
        (ExplanationLanguage::Chinese, _) if is_better => {
            format!("最优方案由 {nodes} 发货，合计 {cost}，{difference}")
        }
        (ExplanationLanguage::Chinese, true) => "次优方案：不发货".to_owned(),
        (ExplanationLanguage::Chinese, false) => {
            format!("次优方案：由 {nodes} 发货，合计 {cost}，{difference}")
        }
    };
    if other.short_units > 0 {
        let short = other.short_units;
        match language {
            ExplanationLanguage::English => {
                let _ = write!(text, ", {short} units short");
            }
            ExplanationLanguage::Chinese => {
                let _ = write!(text, "，缺 {short} 件");
            }
        }
    }
    text.push_str(full_stop(language));
    text
}

fn proof(choice: &ChoiceExplanation, language: ExplanationLanguage) -> String {
    match (language, choice.gap.proved, choice.gap.bound) {
        (ExplanationLanguage::English, true, _) => {
            "No plan is better than the best found: proved.".to_owned()
        }
        (ExplanationLanguage::English, false, Some(bound)) => {
            format!("Not proved to be the best; no plan costs less than {bound}.")
        }
        (ExplanationLanguage::English, false, None) => "Not proved to be the best.".to_owned(),
        (ExplanationLanguage::Chinese, true, _) => "已证明没有更优的方案。".to_owned(),
        (ExplanationLanguage::Chinese, false, Some(bound)) => {
            format!("未证明最优；任何方案不会低于 {bound}。")
        }
        (ExplanationLanguage::Chinese, false, None) => "未证明最优。".to_owned(),
    }
}

fn flip(flip: &ChoiceFlip, language: ExplanationLanguage) -> String {
    let nodes = joined(&flip.nodes, language);
    let is_english = language == ExplanationLanguage::English;
    let change = match &flip.change {
        InputChange::PriceRise(rise) if is_english => {
            format!("If a shipment from {} cost {} more", rise.node, rise.by)
        }
        InputChange::PriceRise(rise) => format!("若 {} 每票贵 {}", rise.node, rise.by),
        InputChange::PriceDrop(drop) if is_english => {
            format!("If a shipment from {} cost {} less", drop.node, drop.by)
        }
        InputChange::PriceDrop(drop) => format!("若 {} 每票便宜 {}", drop.node, drop.by),
        InputChange::StockMore(more) if is_english => {
            format!("If {} had {} more of {}", more.node, more.units.units(), more.sku)
        }
        InputChange::StockMore(more) => {
            format!("若 {} 多 {} 件 {}", more.node, more.units.units(), more.sku)
        }
        InputChange::StockLess(less) if is_english => {
            format!("If {} had {} less of {}", less.node, less.units.units(), less.sku)
        }
        InputChange::StockLess(less) => {
            format!("若 {} 少 {} 件 {}", less.node, less.units.units(), less.sku)
        }
        InputChange::PromiseMoved(moved) if is_english => {
            format!("If it were promised in {} days", moved.promise_days)
        }
        InputChange::PromiseMoved(moved) => format!("若承诺 {} 天送达", moved.promise_days),
    };
    match (is_english, flip.nodes.is_empty()) {
        (true, false) => format!("{change}, {nodes} would ship, for {}.", flip.cost),
        (true, true) => format!("{change}, nothing would ship."),
        (false, false) => format!("{change}，则由 {nodes} 发货，合计 {}。", flip.cost),
        (false, true) => format!("{change}，则不发货。"),
    }
}

const fn full_stop(language: ExplanationLanguage) -> &'static str {
    match language {
        ExplanationLanguage::English => ".",
        ExplanationLanguage::Chinese => "。",
    }
}
