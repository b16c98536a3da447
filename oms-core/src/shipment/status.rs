//! The normal vocabulary of tracking: stages, their ranks, kinds and Chinese names.

use serde::{Deserialize, Serialize};

/// Where a parcel is, in one vocabulary for all carriers. Later stages have higher ranks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TrackingStatus {
    /// Nothing known (暂无轨迹).
    #[default]
    Unknown,
    /// The carrier knows of it (已下单).
    LabelCreated,
    /// Waiting to be picked up (待揽收).
    AwaitingPickup,
    /// Picked up (已揽收).
    PickedUp,
    /// On its way (运输中).
    InTransit,
    /// Given to another carrier or address (转寄).
    Forwarded,
    /// At customs (清关).
    Customs,
    /// In the city of destination (到达派件城市).
    ArrivedDestCity,
    /// At the station that delivers (到达派件网点).
    AtDeliveryStation,
    /// With the courier (派送中).
    OutForDelivery,
    /// In a locker or shop (驿站).
    AvailableForPickup,
    /// The courier could not deliver (派送失败).
    AttemptFailed,
    /// The receiver did not want it (拒收); the way back begins.
    Refused,
    /// Delivered (已签收).
    Delivered,
    /// On its way back (退回中).
    Returning,
    /// Back at the sender (已退回).
    Returned,
    /// The waybill was cancelled (销单).
    Cancelled,
    /// Lost (丢失).
    Lost,
    /// Destroyed (销毁).
    Destroyed,
    /// Something is wrong while the stage stays what it was (问题件): delay, damage, missing papers.
    Exception,
    /// Stopped at the sender's wish (已拦截); the way back begins.
    Intercepted,
    /// No news for too long (超期).
    Expired,
}

/// What kind of word a [`TrackingStatus`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TrackingKind {
    /// Before the carrier has it.
    Pre,
    /// On the way to the receiver.
    Forward,
    /// On the way under another waybill or to another address.
    Link,
    /// Delivery failed and may be tried again.
    Recoverable,
    /// With the receiver.
    Delivered,
    /// On the way back.
    ReturnLeg,
    /// Back at the sender.
    ReturnEnd,
    /// Over: nothing will move any more.
    End,
    /// Says something about a stage and is none.
    Flag,
}

impl TrackingStatus {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::Unknown,
        Self::LabelCreated,
        Self::AwaitingPickup,
        Self::PickedUp,
        Self::InTransit,
        Self::Forwarded,
        Self::Customs,
        Self::ArrivedDestCity,
        Self::AtDeliveryStation,
        Self::OutForDelivery,
        Self::AvailableForPickup,
        Self::AttemptFailed,
        Self::Refused,
        Self::Delivered,
        Self::Returning,
        Self::Returned,
        Self::Cancelled,
        Self::Lost,
        Self::Destroyed,
        Self::Exception,
        Self::Intercepted,
        Self::Expired,
    ];

    /// How far along: 0 to 95. Flags, which say something about a stage and are none, rank 0.
    #[must_use]
    pub const fn rank(self) -> u8 {
        match self {
            Self::Unknown | Self::Exception | Self::Intercepted | Self::Expired => 0,
            Self::LabelCreated => 10,
            Self::AwaitingPickup => 15,
            Self::PickedUp => 20,
            Self::InTransit | Self::Forwarded => 30,
            Self::Customs => 35,
            Self::ArrivedDestCity => 40,
            Self::AtDeliveryStation => 45,
            Self::OutForDelivery => 50,
            Self::AvailableForPickup => 55,
            Self::AttemptFailed => 58,
            Self::Refused => 60,
            Self::Delivered => 70,
            Self::Returning => 80,
            Self::Returned => 90,
            Self::Cancelled | Self::Lost | Self::Destroyed => 95,
        }
    }

    /// What kind of word it is.
    #[must_use]
    pub const fn kind(self) -> TrackingKind {
        match self {
            Self::Unknown | Self::LabelCreated | Self::AwaitingPickup => TrackingKind::Pre,
            Self::PickedUp
            | Self::InTransit
            | Self::Customs
            | Self::ArrivedDestCity
            | Self::AtDeliveryStation
            | Self::OutForDelivery
            | Self::AvailableForPickup => TrackingKind::Forward,
            Self::Forwarded => TrackingKind::Link,
            Self::AttemptFailed => TrackingKind::Recoverable,
            Self::Delivered => TrackingKind::Delivered,
            Self::Refused | Self::Intercepted | Self::Returning => TrackingKind::ReturnLeg,
            Self::Returned => TrackingKind::ReturnEnd,
            Self::Cancelled | Self::Lost | Self::Destroyed => TrackingKind::End,
            Self::Exception | Self::Expired => TrackingKind::Flag,
        }
    }

    /// What Chinese carriers and shops call it.
    ///
    /// ```
    /// assert_eq!(oms_core::shipment::TrackingStatus::OutForDelivery.chinese(), "派送中");
    /// ```
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Unknown => "暂无轨迹",
            Self::LabelCreated => "已下单",
            Self::AwaitingPickup => "待揽收",
            Self::PickedUp => "已揽收",
            Self::InTransit => "运输中",
            Self::Forwarded => "转投",
            Self::Customs => "清关",
            Self::ArrivedDestCity => "到达派件城市",
            Self::AtDeliveryStation => "到达派件网点",
            Self::OutForDelivery => "派送中",
            Self::AvailableForPickup => "待取件",
            Self::AttemptFailed => "派送失败",
            Self::Refused => "拒收",
            Self::Delivered => "已签收",
            Self::Returning => "退回中",
            Self::Returned => "已退回",
            Self::Cancelled => "销单",
            Self::Lost => "丢失",
            Self::Destroyed => "销毁",
            Self::Exception => "疑难件",
            Self::Intercepted => "已拦截",
            Self::Expired => "超期无更新",
        }
    }

    /// Whether it marks a stage as troubled and leaves the stage as it is.
    #[must_use]
    pub const fn is_flag(self) -> bool {
        matches!(self, Self::Exception | Self::Expired)
    }

    /// Whether nothing is expected after it.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Returned | Self::Cancelled | Self::Lost | Self::Destroyed)
    }

    /// Whether the parcel is on its way back.
    #[must_use]
    pub const fn is_return_leg(self) -> bool {
        matches!(self, Self::Refused | Self::Returning | Self::Intercepted | Self::Returned)
    }

    /// Whether re-delivery and misrouting may come back to it: picked up to failed attempt.
    const fn may_repeat(self) -> bool {
        matches!(self.rank(), 20..=58)
    }

    /// Whether a parcel may go from this stage to another.
    pub(super) const fn may_become(self, next: Self) -> bool {
        next.rank() >= self.rank() || (self.may_repeat() && next.may_repeat())
    }
}
