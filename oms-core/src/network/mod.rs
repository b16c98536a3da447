//! Where it ships from: nodes, distances, zones, and the tariffs and lanes that price the way.
//!
//! Knows neither orders nor stock nor which carrier is best; it says how far, which zone, and what a weight costs.

mod calendar;
mod capacity;
mod distance;
mod lane;
mod node;
mod standing;
mod tariff;
mod traits;
mod zone;

#[cfg(test)]
mod tests;

pub use calendar::{
    BacklogEnd, BacklogQuestion, BacklogUtilisation, Calendar, CalendarError, CalendarException, CarrierDays,
    CutOff, DeliveryEstimate, DeliveryQuestion, OffsetChange, Opening, OpeningHours, OrderBy,
    OrderByQuestion, PickupSchedule, Processing, ReadyAt, ReadyQuestion, TimeOfDay, TimeZone,
    TimeZoneQuestion, Weekday, backlog_utilisation,
};
pub use capacity::{CapacityDates, CapacityLimits, NodeCapacity, PathCapacity};
pub use distance::great_circle_metres;
pub use lane::{Lane, LaneOption};
pub use node::{Network, Node, NodeGroup};
pub use standing::{
    NodeClosedUntil, NodeClosure, NodeCoolingDown, NodeFull, NodeLeftOut, NodeNeverOpen, NodeNotVisited,
    NodeStanding,
};
pub use tariff::{StepRate, Tariff, TariffError, WeightBand};
pub use traits::{FulfilmentType, NodeKind, NodeTraits};
pub use zone::{
    BeyondBands, CountryZone, CountryZones, DistanceBand, DistanceZones, LaneEnd, MissingPosition,
    MissingRegion, NoZone, PostalChart, PostalZones, RegionZones, UnservedAddress, UnservedPair, ZoneTable,
};
