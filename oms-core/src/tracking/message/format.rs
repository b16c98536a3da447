//! The formats of messages that are read.

use serde::{Deserialize, Serialize};

use super::layout::Layout;
use super::{carriers, old_xml, services};

/// A format of messages about parcels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TrackingFormat {
    /// AfterShip: webhook and Tracking API.
    Aftership,
    /// Asendia: tracking API.
    Asendia,
    /// Australia Post: Shipping and Tracking API.
    AustraliaPost,
    /// Canada Post: tracking details in XML.
    CanadaPostXml,
    /// DHL Parcel Germany, in the form of the unified API.
    DhlParcelDe,
    /// DHL: Shipment Tracking Unified API.
    DhlUniversal,
    /// EasyPost: trackers and events.
    Easypost,
    /// FedEx: Track API.
    Fedex,
    /// FedEx: Track Service in XML.
    FedexSoap,
    /// GLS Group: Track and Trace API.
    Gls,
    /// Karrio: unified trackers.
    Karrio,
    /// 快递鸟: push and query.
    Kdniao,
    /// 快递100: push and query.
    Kuaidi100,
    /// La Poste: Suivi v2.
    LaPoste,
    /// DHL Express: MyDHL API.
    Mydhl,
    /// Parcel.One: tracking API.
    Parcelone,
    /// Sendle: tracking API.
    Sendle,
    /// 17TRACK: push and query of API v2.
    #[serde(rename = "17track")]
    SeventeenTrack,
    /// `SmartKargo`: events.
    Smartkargo,
    /// Stamps.com: tracking in XML.
    StampsXml,
    /// Teleship: tracking API.
    Teleship,
    /// TrackingMore / 51Tracking: webhook and API v4.
    Trackingmore,
    /// UPS: Tracking API.
    Ups,
    /// USPS: Tracking API v3.
    Usps,
    /// USPS: Web Tools in XML.
    UspsXml,
}

impl TrackingFormat {
    /// All of them.
    pub const ALL: [Self; 25] = [
        Self::Aftership,
        Self::Asendia,
        Self::AustraliaPost,
        Self::CanadaPostXml,
        Self::DhlParcelDe,
        Self::DhlUniversal,
        Self::Easypost,
        Self::Fedex,
        Self::FedexSoap,
        Self::Gls,
        Self::Karrio,
        Self::Kdniao,
        Self::Kuaidi100,
        Self::LaPoste,
        Self::Mydhl,
        Self::Parcelone,
        Self::Sendle,
        Self::SeventeenTrack,
        Self::Smartkargo,
        Self::StampsXml,
        Self::Teleship,
        Self::Trackingmore,
        Self::Ups,
        Self::Usps,
        Self::UspsXml,
    ];

    pub(super) const fn layout(self) -> &'static Layout {
        match self {
            Self::Aftership => &services::AFTERSHIP,
            Self::Asendia => &carriers::ASENDIA,
            Self::AustraliaPost => &carriers::AUSTRALIA_POST,
            Self::CanadaPostXml => &old_xml::CANADA_POST_XML,
            Self::DhlParcelDe | Self::DhlUniversal => &carriers::DHL_UNIVERSAL,
            Self::Easypost => &services::EASYPOST,
            Self::Fedex => &carriers::FEDEX,
            Self::FedexSoap => &old_xml::FEDEX_SOAP,
            Self::Gls => &carriers::GLS,
            Self::Karrio => &services::KARRIO,
            Self::Kdniao => &services::KDNIAO,
            Self::Kuaidi100 => &services::KUAIDI100,
            Self::LaPoste => &carriers::LA_POSTE,
            Self::Mydhl => &carriers::MYDHL,
            Self::Parcelone => &carriers::PARCELONE,
            Self::Sendle => &carriers::SENDLE,
            Self::SeventeenTrack => &services::SEVENTEEN_TRACK,
            Self::Smartkargo => &carriers::SMARTKARGO,
            Self::StampsXml => &old_xml::STAMPS_XML,
            Self::Teleship => &carriers::TELESHIP,
            Self::Trackingmore => &services::TRACKINGMORE,
            Self::Ups => &carriers::UPS,
            Self::Usps => &carriers::USPS,
            Self::UspsXml => &old_xml::USPS_XML,
        }
    }
}
