//! The waybill: what is stuck on a parcel.

use serde::{Deserialize, Serialize};

use crate::value::{Address, CarrierId, Money, ParcelId, ServiceId, Text, TrackingNumber, Weight};

/// Who pays the carrier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FreightPayer {
    /// The sender, on a monthly account (寄付月结).
    #[default]
    SenderAccount,
    /// The sender, at once (寄付现结).
    Sender,
    /// The receiver, at the door (到付).
    Receiver,
    /// Somebody else (第三方付).
    ThirdParty,
}

/// How much of names and telephones is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PartyMask {
    /// All of it.
    #[default]
    None,
    /// Of telephones the first three and last four digits.
    Phone,
    /// That, and of names the first character.
    NameAndPhone,
}

/// Which of the parcels of one shipment it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WaybillPiece {
    /// Counted from 1.
    pub number: u32,
    /// How many there are.
    pub of: u32,
    /// The number of the first parcel, under which the carrier knows all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub master: Option<TrackingNumber>,
}

/// What is stuck on a parcel (面单).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Waybill"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Waybill {
    /// The parcel.
    pub parcel: ParcelId,
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's name as it is printed; its id when empty.
    #[serde(default)]
    pub carrier_name: Text,
    /// The carrier's service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// The number, as text and as Code 128.
    pub number: TrackingNumber,
    /// Which of several parcels it is; absent for a single one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub piece: Option<WaybillPiece>,
    /// The sort code in large letters: 大头笔 or the three-segment code.
    #[serde(default)]
    pub sort_code: Text,
    /// The code of the hub where bags are made up (集包地).
    #[serde(default)]
    pub hub_code: Text,
    /// The name of the hub.
    #[serde(default)]
    pub hub_name: Text,
    /// The label of the destination route.
    #[serde(default)]
    pub route: Text,
    /// Who sends it.
    pub sender: Address,
    /// Who receives it.
    pub receiver: Address,
    /// The number that rings at the receiver's without being theirs; printed instead of their telephone.
    #[serde(default)]
    pub privacy_number: Text,
    /// What it weighs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// Who pays the carrier.
    #[serde(default)]
    pub payer: FreightPayer,
    /// What is collected at the door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cash_on_delivery: Option<Money>,
    /// The value that is insured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insured: Option<Money>,
    /// What is in it, in a line.
    #[serde(default)]
    pub goods: Text,
    /// What the courier is to know.
    #[serde(default)]
    pub remark: Text,
    /// Lines of the merchant's own area.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom: Vec<Text>,
    /// What the QR code in the corner says; none when empty.
    #[serde(default)]
    pub qr: Text,
}

impl Waybill {
    /// The waybill with names and telephones masked, and the receiver's telephone replaced by the privacy number.
    #[must_use]
    pub fn masked(&self, mask: PartyMask) -> Self {
        let mut masked = self.clone();
        masked.sender = masked_party(&self.sender, mask);
        masked.receiver = masked_party(&self.receiver, mask);
        if !self.privacy_number.is_empty() {
            masked.receiver.phone = self.privacy_number.clone();
        }
        masked
    }
}

/// A party with its name and telephone masked.
pub(super) fn masked_party(party: &Address, mask: PartyMask) -> Address {
    let mut masked = party.clone();
    if mask == PartyMask::None {
        return masked;
    }
    masked.phone = starred(&party.phone, 3, 4);
    if mask == PartyMask::NameAndPhone {
        masked.name = starred(&party.name, 1, 0);
    }
    masked
}

/// A text of which only so many characters at either end are kept; all stars where it has no more than these.
fn starred(text: &Text, first: usize, last: usize) -> Text {
    let characters: Vec<char> = text.as_str().chars().collect();
    let until = characters.len().saturating_sub(last);
    let short = characters.len() <= first.saturating_add(last);
    let starred: String = characters
        .iter()
        .enumerate()
        .map(|(at, char)| if short || (at >= first && at < until) { '*' } else { *char })
        .collect();
    Text::new(starred).unwrap_or_default()
}
