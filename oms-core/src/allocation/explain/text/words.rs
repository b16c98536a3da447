//! The words for what costs are for and for why something does not ship.

use super::ExplanationLanguage;
use crate::allocation::{CandidateRejection, ConstraintKind, CostKind, ShortfallReason};
use crate::value::NodeId;

/// Nodes as a list.
pub(super) fn joined(nodes: &[NodeId], language: ExplanationLanguage) -> String {
    let names: Vec<&str> = nodes.iter().map(NodeId::as_str).collect();
    let (comma, and) = match language {
        ExplanationLanguage::English => (", ", " and "),
        ExplanationLanguage::Chinese => ("、", "和"),
    };
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, first)) => format!("{}{and}{last}", first.join(comma)),
        None => String::new(),
    }
}

pub(super) fn cost_kind(
    kind: CostKind,
    constraint: Option<ConstraintKind>,
    language: ExplanationLanguage,
) -> &'static str {
    let (english, chinese) = match kind {
        CostKind::Freight => ("freight", "运费"),
        CostKind::Handling => ("handling", "操作费"),
        CostKind::Split => ("splits", "拆单"),
        CostKind::Lateness => ("lateness", "迟到"),
        CostKind::StockOut => ("stock-out", "缺货风险"),
        CostKind::Markdown => ("markdown avoided", "避免降价"),
        CostKind::Capacity => ("capacity", "产能"),
        CostKind::Rejection => ("risk of rejection", "拒单风险"),
        CostKind::Priority => ("node preference", "仓库偏好"),
        CostKind::Co2 => ("emissions", "碳排放"),
        CostKind::Unfilled => ("unfilled", "未发"),
        CostKind::Balance => ("balance", "均衡"),
        CostKind::Constraint => return constraint.map_or("", |kind| constraint_kind(kind, language)),
    };
    pick(english, chinese, language)
}

pub(super) fn rejection(
    reason: CandidateRejection,
    constraint: Option<ConstraintKind>,
    language: ExplanationLanguage,
) -> &'static str {
    let (english, chinese) = match reason {
        CandidateRejection::NodeClosed => ("it is closed", "已关闭"),
        CandidateRejection::NoLane => ("no carrier goes there", "无承运商可达"),
        CandidateRejection::NoStock => ("it has no stock", "无库存"),
        CandidateRejection::TooHeavy => ("too heavy for its carriers", "超过承运商重量限制"),
        CandidateRejection::NotSourced => ("the sourcing does not ask it", "寻源规则未选用"),
        CandidateRejection::Constraint => {
            return constraint.map_or("", |kind| constraint_kind(kind, language));
        }
    };
    pick(english, chinese, language)
}

pub(super) fn shortfall(
    reason: ShortfallReason,
    constraint: Option<ConstraintKind>,
    language: ExplanationLanguage,
) -> &'static str {
    let (english, chinese) = match reason {
        ShortfallReason::NoStock => ("no node has them", "各仓均无库存"),
        ShortfallReason::NoLane => ("no carrier goes from where they are", "有货的仓无承运商可达"),
        ShortfallReason::NodeClosed => ("the nodes that have them are closed", "有货的仓已关闭"),
        ShortfallReason::MaxShipments => ("they would need one more shipment", "超过最多包裹数"),
        ShortfallReason::TooHeavy => ("too heavy for every carrier", "超过承运商重量限制"),
        ShortfallReason::ShipComplete => ("all ships or nothing", "必须整单发货"),
        ShortfallReason::NotSourced => ("the sourcing does not ask where they are", "寻源规则未选用有货的仓"),
        ShortfallReason::NotWorthwhile => ("shipping them would cost more than leaving them", "发货得不偿失"),
        ShortfallReason::LeftByStrategy => ("the strategy left them", "策略未选择"),
        ShortfallReason::Constraint => return constraint.map_or("", |kind| constraint_kind(kind, language)),
    };
    pick(english, chinese, language)
}

fn constraint_kind(kind: ConstraintKind, language: ExplanationLanguage) -> &'static str {
    let (english, chinese) = match kind {
        ConstraintKind::Bonded => ("bonded stock stays in its area", "保税货物限制"),
        ConstraintKind::Capability => ("it cannot handle the goods", "不具备处理能力"),
        ConstraintKind::Capacity => ("no capacity is left", "产能不足"),
        ConstraintKind::CarrierChoice => ("the carrier may not be used", "承运商限制"),
        ConstraintKind::CarrierCommitment => ("a carrier was promised shipments", "承运商协议量"),
        ConstraintKind::Commitment => ("a node was promised units", "仓库协议量"),
        ConstraintKind::CoolDown => ("it rejected the order a short while ago", "拒单冷却期"),
        ConstraintKind::Coverage => ("it does not serve the destination", "不在覆盖范围"),
        ConstraintKind::CrossBorder => ("goods may not cross the border", "跨境限制"),
        ConstraintKind::CustomerBan => ("it does not serve the customer", "不服务该客户"),
        ConstraintKind::FairnessFloor => ("others get their share first", "公平份额"),
        ConstraintKind::FulfilmentType => ("it does not serve this way of delivery", "履约方式不符"),
        ConstraintKind::InTime => ("it would arrive too late", "无法按时送达"),
        ConstraintKind::ItemNode => ("the item may not ship from there", "商品与仓限制"),
        ConstraintKind::KeepStock => ("stock is kept back", "保留最低库存"),
        ConstraintKind::KeepTogether => ("the lines must leave together", "须同仓发货"),
        ConstraintKind::LotLimit => ("the lots may not leave", "批次限制"),
        ConstraintKind::MaxDistance => ("it is too far", "距离过远"),
        ConstraintKind::MaxRejects => ("it rejected the order too often", "拒单次数过多"),
        ConstraintKind::MaxSplits => ("the order may not be split further", "超过最多拆单数"),
        ConstraintKind::MinShipment => ("the shipment would be too small", "低于最小发货量"),
        ConstraintKind::NoLineSplit => ("the line may not be split", "订单行不可拆"),
        ConstraintKind::NoSplitBelow => ("the order is too small to split", "低于可拆金额"),
        ConstraintKind::NodeBudget => ("its budget is spent", "预算已用尽"),
        ConstraintKind::NodeKind => ("this kind of node does not ship", "仓库类型不符"),
        ConstraintKind::NodeOffline => ("it does not ship for a while", "暂停发货"),
        ConstraintKind::ProtectedUnits => ("units are kept for better classes", "为高等级客户保留"),
        ConstraintKind::ReadyWithin => ("it is ready too late", "备货过晚"),
        ConstraintKind::RunLimit => ("it has enough orders in this run", "本轮单量已满"),
        ConstraintKind::ShipComplete => ("it ships whole or not at all", "须整行发货"),
        ConstraintKind::StockOwner => ("the stock belongs to somebody else", "货主不符"),
    };
    pick(english, chinese, language)
}

const fn pick(english: &'static str, chinese: &'static str, language: ExplanationLanguage) -> &'static str {
    match language {
        ExplanationLanguage::English => english,
        ExplanationLanguage::Chinese => chinese,
    }
}
