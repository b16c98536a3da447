//! The choice among services that have a price: rules, shares, performance, and contracts over many parcels.

mod contract;
mod flow;
mod model;
mod rank;
mod rule;
mod wilson;

pub use contract::{
    AssignContracts, AssignedContracts, AssignedParcel, CarrierContract, ContractOption, ContractParcel,
    ContractStanding, RebateStep, assign_contracts,
};
pub use model::{
    FailedService, SelectGoods, SelectLine, SelectService, SelectedService, ServiceCandidate, ServiceCount,
    ServiceExcluded, ServiceHistory, ServiceRank,
};
pub use rank::select_service;
pub use rule::{
    ByExpectedCost, ByPerformance, ByScore, ByShares, ByTable, CheapestService, CheapestServiceWithinPromise,
    FastestService, ScoreWeights, ServiceRule, ServiceShare, TableRow,
};
