//! Reading a status out of a carrier's words, for carriers that send no code: ordered rules, the first that fits
//! counts.

use super::TrackingMeaning;
use crate::shipment::{TrackingDetail as Of, TrackingStatus as Is};

/// Status, detail, and phrases with `|` between them; within a phrase all words parted by `+` must occur.
const RULES: &[(Is, Option<Of>, &str)] = &[
    (Is::Cancelled, None, "cancelled by|canceled by|shipment cancel|order cancel|label cancel|销单|已取消"),
    (
        Is::Returned,
        None,
        "returned to sender|returned to shipper|delivered+sender|return+delivered|退回签收|退件已签收|已退回",
    ),
    (
        Is::AttemptFailed,
        Some(Of::NoOne),
        "no one+home|not home|nobody+home|recipient not available|receiver absent|家中无人|\
         no one to receive|card left|notice left",
    ),
    (Is::AttemptFailed, Some(Of::Closed), "business closed|premises+closed|is closed|公司放假"),
    (Is::Refused, None, "refused|rejected by recip|rejected by consignee|拒收|拒签"),
    (
        Is::Returning,
        None,
        "return to sender|returning to|returned to|return to ship|being returned|sent back|退回|返回寄件|\
         return initiated|return loaded|return+vehicle|return parcel|return scanned|to be returned|\
         return process",
    ),
    (Is::Intercepted, None, "intercept|stopped by sender|拦截"),
    (Is::Lost, None, "lost|丢失|遗失"),
    (Is::Destroyed, None, "destroyed|disposed|销毁"),
    (Is::Exception, Some(Of::Damaged), "damage|破损"),
    (Is::Exception, Some(Of::Weather), "weather|natural disaster|force majeur|天气"),
    (Is::Exception, Some(Of::Misrouted), "misrout|missort|mis-sort|missent|wrong facility|错发|错分"),
    (
        Is::Exception,
        Some(Of::Address),
        "incorrect address|insufficient address|wrong address|bad address|address+unknown|地址不详|地址错误",
    ),
    (
        Is::Exception,
        Some(Of::PaymentDue),
        "awaiting payment|held for payment|cod not ready|duty/tax|duties+unpaid",
    ),
    (
        Is::Customs,
        Some(Of::CustomsReleased),
        "customs+released|customs+cleared|cleared+customs|customs clearance+complet|\
         clearance+complet|customs released|清关完成|清关放行",
    ),
    (
        Is::Customs,
        Some(Of::CustomsHeld),
        "held by customs|held+customs|customs delay|customs+pending completion|清关异常|海关扣",
    ),
    (Is::Customs, Some(Of::CustomsProcessing), "customs|clearance|清关|报关"),
    (
        Is::AttemptFailed,
        None,
        "delivery attempt|attempted deliver|unable to deliver|could not be delivered|undeliver|\
         unsuccessful deliver|delivery+failed|delivery+unsuccessful|派送不成功|投递失败|派件失败|no access|\
         missed delivery|vacant|moved|deceased|delivery not possible|not delivered",
    ),
    (Is::Forwarded, None, "redirected|re-routed|rerouted|转寄|改寄"),
    (
        Is::AvailableForPickup,
        None,
        "available for pick|ready for pick|ready for collect|awaiting collect|ready to be collected|\
         held at post office|已到驿站|快递柜|待取件|请凭取件码|代收点|已暂存",
    ),
    (
        Is::OutForDelivery,
        None,
        "out for delivery|with courier|with delivery courier|on board for delivery|\
         on vehicle for delivery|for delivery today|loaded on delivery vehicle|派送中|派件中|正在派件|安排投递|\
         正在派送|into delivery vehicle|next stop|delivery planned|we deliver your",
    ),
    (
        Is::Delivered,
        None,
        "delivered|delivery complete|signed for|proof of delivery|signature+recorded|已签收|签收|妥投|\
         已由+代收",
    ),
    (Is::Exception, Some(Of::Delay), "delay|延误|晚点|rescheduled|postponed|interrupted"),
    (Is::Exception, Some(Of::Held), "on hold|shipment hold|has been held|滞留|held |in storage|stored"),
    (
        Is::LabelCreated,
        None,
        "label|pre-shipment|electronic|information received|information+submitted|\
         shipping information|data received|info sent|preparing shipment|order created|\
         order processed|下单|订单已",
    ),
    (
        Is::AwaitingPickup,
        None,
        "awaiting pickup|pickup scheduled|pick up booked|pickup requested|待揽收|等待揽收|pickup order|\
         pickup planned|pick-up attempt|pickup attempt",
    ),
    (
        Is::PickedUp,
        None,
        "picked up|picked-up|pick up|collected|acceptance|accepted|received by |\
         shipment received|handed over|dropped off|origin scan|揽收|收件|揽件|收寄",
    ),
    (Is::InTransit, Some(Of::HubDeparted), "departed|departure|left+facility|离开|已发出|发往|depart"),
    (Is::InTransit, Some(Of::ArrivedDestCountry), "destination country|arrived in+country"),
    (Is::InTransit, Some(Of::HubArrived), "arrived|arrival|at+facility|received at|到达"),
    (Is::InTransit, None, "transit|en route|enroute|processed|processing|sort|forwarded|运输|中转|发车"),
];

/// Reads a status out of words, in English or Chinese: case does not matter, and the first rule that fits counts.
/// A guess: use it only where a carrier sends no code.
///
/// ```
/// use oms_core::shipment::TrackingStatus;
/// use oms_core::tracking::classify_tracking_text;
/// let meaning = classify_tracking_text("Your item is out for delivery in HANNA CITY").unwrap();
/// assert_eq!(meaning.status, TrackingStatus::OutForDelivery);
/// assert_eq!(classify_tracking_text("lorem ipsum"), None);
/// ```
#[must_use]
pub fn classify_tracking_text(text: &str) -> Option<TrackingMeaning> {
    let text = text.to_lowercase();
    let fits = |phrase: &str| phrase.split('+').all(|word| text.contains(word));
    let rule = RULES.iter().find(|(_, _, phrases)| phrases.split('|').any(fits));
    rule.map(|&(status, detail, _)| TrackingMeaning { status, detail })
}
