//! What a tracking status says in detail.

use serde::{Deserialize, Serialize};

use super::TrackingStatus;

/// What exactly a [`TrackingStatus`] means: how it was delivered, why it was not, what is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TrackingDetail {
    /// The carrier knows nothing of the number.
    NotFound,
    /// The number is none of the carrier's.
    BadNumber,
    /// Came to a hub.
    HubArrived,
    /// Left a hub.
    HubDeparted,
    /// Between hubs.
    Linehaul,
    /// Came to the country of destination.
    ArrivedDestCountry,
    /// What was wrong is right again.
    ProblemResolved,
    /// Customs have not begun.
    CustomsPending,
    /// Customs are at work.
    CustomsProcessing,
    /// Customs let it go.
    CustomsReleased,
    /// Customs keep it.
    CustomsHeld,
    /// Customs want papers or answers.
    CustomsInfoNeeded,
    /// The receiver was told.
    Contacted,
    /// A time of delivery was agreed.
    Appointment,
    /// To the receiver.
    Receiver,
    /// To somebody for the receiver.
    Agent,
    /// Into a locker, or to a shop or station.
    Locker,
    /// Collected by the receiver.
    Collected,
    /// Signed for.
    Signed,
    /// To a neighbour.
    Neighbour,
    /// Against cash.
    CodCollected,
    /// Delivered after something was wrong.
    AfterException,
    /// Nobody was there.
    NoOne,
    /// The business was closed.
    Closed,
    /// The receiver did not want it.
    Refused,
    /// The address is wrong or incomplete.
    Address,
    /// The receiver cannot be reached.
    Unreachable,
    /// Late.
    Delay,
    /// Weather or a natural disaster.
    Weather,
    /// Sent the wrong way.
    Misrouted,
    /// Kept by the carrier.
    Held,
    /// Beyond the area that is served.
    OutOfArea,
    /// Damaged.
    Damaged,
    /// Duties, taxes or cash are owed.
    PaymentDue,
    /// Papers are missing.
    Docs,
    /// Too long at a station and not collected.
    StationTimeout,
    /// No news for long.
    NoUpdate,
    /// Not signed for in time.
    NoSign,
    /// Something else.
    Other,
}

impl TrackingDetail {
    /// The statuses that it may stand with.
    #[must_use]
    pub const fn statuses(self) -> &'static [TrackingStatus] {
        use TrackingStatus as Is;
        match self {
            Self::NotFound | Self::BadNumber => &[Is::Unknown],
            Self::HubArrived
            | Self::HubDeparted
            | Self::Linehaul
            | Self::ArrivedDestCountry
            | Self::ProblemResolved => &[Is::InTransit],
            Self::CustomsPending
            | Self::CustomsProcessing
            | Self::CustomsReleased
            | Self::CustomsHeld
            | Self::CustomsInfoNeeded => &[Is::Customs],
            Self::Contacted | Self::Appointment => &[Is::OutForDelivery],
            Self::Receiver
            | Self::Agent
            | Self::Locker
            | Self::Collected
            | Self::Signed
            | Self::Neighbour
            | Self::CodCollected
            | Self::AfterException => &[Is::Delivered],
            Self::NoOne | Self::Closed | Self::Refused => &[Is::AttemptFailed],
            Self::Address | Self::Unreachable | Self::Held | Self::Other => {
                &[Is::AttemptFailed, Is::Exception]
            }
            Self::Delay
            | Self::Weather
            | Self::Misrouted
            | Self::OutOfArea
            | Self::Damaged
            | Self::PaymentDue
            | Self::Docs
            | Self::StationTimeout
            | Self::NoUpdate
            | Self::NoSign => &[Is::Exception],
        }
    }

    /// Whether it may stand with a status.
    #[must_use]
    pub fn fits(self, status: TrackingStatus) -> bool {
        self.statuses().contains(&status)
    }
}
