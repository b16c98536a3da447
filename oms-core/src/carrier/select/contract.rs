//! Contracts: parcels over carriers that were promised a number of them, or give rebates by number.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::flow::{Bounds, assign};
use crate::carrier::terms::check_money;
use crate::value::{CarrierId, Currency, Money, ParcelId, Problems, ServiceId};

/// The most parcels and carriers of one question, and the most combinations of rebates that are tried.
const MOST_PARCELS: usize = 2_000;
const MOST_CARRIERS: usize = 16;
const MOST_COMBINATIONS: usize = 256;

/// Parcels to be given to carriers at the least cost in all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AssignContracts"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssignContracts {
    /// The currency of all money in it.
    pub currency: Currency,
    /// The parcels with the services that take them.
    pub parcels: Vec<ContractParcel>,
    /// What was agreed with carriers; nothing with those that are not named.
    pub contracts: Vec<CarrierContract>,
}

/// A parcel and who takes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContractParcel {
    /// The parcel.
    pub id: ParcelId,
    /// The services that take it; of one carrier only the cheapest matters.
    pub options: Vec<ContractOption>,
}

/// A service that takes a parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContractOption {
    /// The carrier.
    pub carrier: CarrierId,
    /// The carrier's service.
    pub service: ServiceId,
    /// What it costs.
    pub cost: Money,
}

/// What was agreed with a carrier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CarrierContract {
    /// The carrier.
    pub carrier: CarrierId,
    /// It was promised so many of these parcels.
    #[serde(default)]
    pub committed: u32,
    /// What each parcel costs that is missing to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shortfall: Option<Money>,
    /// It takes at most so many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
    /// Rebates by number, from few to many.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rebates: Vec<RebateStep>,
}

/// A rebate on every parcel from a number of them on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RebateStep {
    /// From so many parcels on.
    pub from: u32,
    /// So much for each parcel, the first ones included.
    pub each: Money,
}

/// Who gets which parcel, and what that costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "AssignedContracts"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssignedContracts {
    /// The parcels, in the order of the question.
    pub parcels: Vec<AssignedParcel>,
    /// How the contracts stand then, in the order of the question.
    pub contracts: Vec<ContractStanding>,
    /// What the services cost.
    pub service_cost: Money,
    /// What is paid for parcels missing to commitments.
    pub shortfall_cost: Money,
    /// What comes back as rebates.
    pub rebate: Money,
    /// All of it.
    pub cost: Money,
    /// What it would cost to give each parcel to the cheapest service for it, contracts included; absent where a
    /// carrier would get more than it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cheapest_each_cost: Option<Money>,
}

/// Who gets a parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssignedParcel {
    /// The parcel.
    pub id: ParcelId,
    /// The service; absent where nobody can take it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option: Option<ContractOption>,
    /// How much more it costs than the cheapest service for this parcel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_cost: Option<Money>,
}

/// How a contract stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContractStanding {
    /// The carrier.
    pub carrier: CarrierId,
    /// How many parcels it gets.
    pub parcels: u32,
    /// How many are missing to the commitment.
    pub missing: u32,
    /// The rebate on each parcel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rebate: Option<Money>,
}

impl AssignContracts {
    fn carriers(&self) -> Vec<&CarrierId> {
        let of_parcels = self.parcels.iter().flat_map(|parcel| &parcel.options).map(|option| &option.carrier);
        let all: BTreeSet<&CarrierId> =
            of_parcels.chain(self.contracts.iter().map(|contract| &contract.carrier)).collect();
        all.into_iter().collect()
    }

    /// Everything wrong with it.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        if self.parcels.len() > MOST_PARCELS {
            problems.add("input.out_of_range", "/parcels", format!("name at most {MOST_PARCELS} parcels"));
        }
        if self.carriers().len() > MOST_CARRIERS {
            problems.add("input.out_of_range", "/parcels", format!("name at most {MOST_CARRIERS} carriers"));
        }
        if self.combinations() > MOST_COMBINATIONS {
            let message = format!("rebates have more than {MOST_COMBINATIONS} combinations");
            problems.add("input.out_of_range", "/contracts", message);
        }
        for (at, parcel) in self.parcels.iter().enumerate() {
            for (index, option) in parcel.options.iter().enumerate() {
                let path = format!("/parcels/{at}/options/{index}/cost");
                check_money(Some(option.cost), self.currency, &mut problems, &path);
            }
        }
        let mut seen = BTreeSet::new();
        for (at, contract) in self.contracts.iter().enumerate() {
            let path = format!("/contracts/{at}");
            if !seen.insert(&contract.carrier) {
                problems.add("carrier.duplicate_contract", &*path, "the carrier has a contract already");
            }
            check_money(contract.shortfall, self.currency, &mut problems, &format!("{path}/shortfall"));
            let mut before = 0;
            for (index, step) in contract.rebates.iter().enumerate() {
                let path = format!("{path}/rebates/{index}");
                check_money(Some(step.each), self.currency, &mut problems, &format!("{path}/each"));
                if step.from <= before {
                    let message = "from must rise from step to step";
                    problems.add("carrier.uneven_rebate", format!("{path}/from"), message);
                }
                before = step.from;
            }
        }
        problems
    }

    fn combinations(&self) -> usize {
        self.contracts
            .iter()
            .fold(1, |all, contract| all.saturating_mul(contract.rebates.len().saturating_add(1)))
    }
}

/// Gives parcels to carriers at the least cost in all, what contracts cost and give back included.
///
/// A commitment costs less the fuller it is, which a flow of least cost sees; a rebate on every parcel does not fit
/// into a flow, so each combination of rebates is solved as one with that many parcels demanded, and the best is
/// taken. The answer is the best there is.
///
/// # Errors
/// Everything wrong with the question: 2,000 parcels, 16 carriers and 256 combinations of rebates at most.
pub fn assign_contracts(asked: &AssignContracts) -> Result<AssignedContracts, Problems> {
    let problems = asked.problems();
    if !problems.is_empty() {
        return Err(problems);
    }
    let carriers = asked.carriers();
    let cheapest = |parcel: &'_ ContractParcel, carrier: &CarrierId| {
        let options = parcel.options.iter().enumerate().filter(|(_, option)| option.carrier == *carrier);
        options.min_by_key(|(_, option)| (option.cost.minor(), option.service.clone())).map(|(at, _)| at)
    };
    let choices: Vec<Vec<Option<usize>>> = asked
        .parcels
        .iter()
        .map(|parcel| carriers.iter().map(|carrier| cheapest(parcel, carrier)).collect())
        .collect();
    let costs: Vec<Vec<Option<i64>>> = (asked.parcels.iter().zip(&choices))
        .map(|(parcel, row)| row.iter().map(|at| Some(parcel.options.get((*at)?)?.cost.minor())).collect())
        .collect();
    let mut best: Option<(i128, Vec<Option<usize>>)> = None;
    for combination in 0..asked.combinations() {
        let bounds = asked.bounds(&carriers, combination);
        let assigned = assign(&costs, &bounds);
        let counts = counts(&assigned, carriers.len());
        if bounds.iter().zip(&counts).any(|(bound, count)| *count < bound.demanded) {
            continue;
        }
        let unassigned = assigned.iter().filter(|carrier| carrier.is_none()).count();
        let cost = asked.total(&carriers, &costs, &assigned).cost();
        // A parcel that nobody takes is worse than any cost.
        let worth =
            i128::try_from(unassigned).unwrap_or(i128::MAX).saturating_mul(1 << 100).saturating_add(cost);
        if best.as_ref().is_none_or(|(known, _)| worth < *known) {
            best = Some((worth, assigned));
        }
    }
    let assigned = best.map(|(_, assigned)| assigned).unwrap_or_default();
    asked.told(&carriers, &choices, &costs, &assigned)
}

fn counts(assigned: &[Option<usize>], carriers: usize) -> Vec<u32> {
    let mut counts = vec![0_u32; carriers];
    for carrier in assigned.iter().flatten() {
        if let Some(count) = counts.get_mut(*carrier) {
            *count = count.saturating_add(1);
        }
    }
    counts
}

/// Totals in minor units.
struct Total {
    service: i128,
    shortfall: i128,
    rebate: i128,
}

impl Total {
    const fn cost(&self) -> i128 {
        self.service.saturating_add(self.shortfall).saturating_sub(self.rebate)
    }
}

impl CarrierContract {
    fn missing(&self, count: u32) -> u32 {
        self.committed.saturating_sub(count)
    }

    /// The rebate on each of so many parcels.
    fn rebate(&self, count: u32) -> Option<Money> {
        self.rebates.iter().rev().find(|step| step.from <= count).map(|step| step.each)
    }
}

impl AssignContracts {
    /// The bounds of a combination of rebates: each contract counts as a digit, none of its steps or one of them.
    fn bounds(&self, carriers: &[&CarrierId], mut combination: usize) -> Vec<Bounds> {
        let mut bounds = vec![Bounds::default(); carriers.len()];
        for contract in &self.contracts {
            let base = contract.rebates.len().saturating_add(1);
            let digit = combination.checked_rem(base).unwrap_or(0);
            combination = combination.checked_div(base).unwrap_or(0);
            let step = digit.checked_sub(1).and_then(|at| contract.rebates.get(at));
            let at = carriers.iter().position(|carrier| **carrier == contract.carrier);
            if let Some(bound) = at.and_then(|at| bounds.get_mut(at)) {
                *bound = Bounds {
                    demanded: step.map_or(0, |step| step.from),
                    committed: contract.committed,
                    shortfall: contract.shortfall.map_or(0, Money::minor),
                    most: contract.most,
                    rebate: step.map_or(0, |step| step.each.minor()),
                };
            }
        }
        bounds
    }

    fn total(
        &self,
        carriers: &[&CarrierId],
        costs: &[Vec<Option<i64>>],
        assigned: &[Option<usize>],
    ) -> Total {
        let counts = counts(assigned, carriers.len());
        let cost = |(row, carrier): (&Vec<Option<i64>>, &Option<usize>)| *row.get((*carrier)?)?;
        let service = costs.iter().zip(assigned).filter_map(cost).map(i128::from).sum();
        let (mut shortfall, mut rebate) = (0_i128, 0_i128);
        for contract in &self.contracts {
            let count = self.count(contract, carriers, &counts);
            let missing = i128::from(contract.missing(count));
            let each = |money: Option<Money>| money.map_or(0, |money| i128::from(money.minor()));
            shortfall = shortfall.saturating_add(missing.saturating_mul(each(contract.shortfall)));
            rebate = rebate.saturating_add(i128::from(count).saturating_mul(each(contract.rebate(count))));
        }
        Total { service, shortfall, rebate }
    }

    fn count(&self, contract: &CarrierContract, carriers: &[&CarrierId], counts: &[u32]) -> u32 {
        let at = carriers.iter().position(|carrier| **carrier == contract.carrier);
        at.and_then(|at| counts.get(at)).copied().unwrap_or(0)
    }

    /// What giving each parcel to its cheapest service would cost.
    fn cheapest_each(&self, carriers: &[&CarrierId], costs: &[Vec<Option<i64>>]) -> Option<i128> {
        let least = |row: &Vec<Option<i64>>| {
            let known = row.iter().enumerate().filter_map(|(at, cost)| Some(((*cost)?, at)));
            known.min().map(|(_, at)| at)
        };
        let assigned: Vec<Option<usize>> = costs.iter().map(least).collect();
        let counts = counts(&assigned, carriers.len());
        let fits = self
            .contracts
            .iter()
            .all(|contract| contract.most.is_none_or(|most| self.count(contract, carriers, &counts) <= most));
        fits.then(|| self.total(carriers, costs, &assigned).cost())
    }

    fn told(
        &self,
        carriers: &[&CarrierId],
        choices: &[Vec<Option<usize>>],
        costs: &[Vec<Option<i64>>],
        assigned: &[Option<usize>],
    ) -> Result<AssignedContracts, Problems> {
        let money = |minor: i128| {
            let minor = i64::try_from(minor).map_err(|_| {
                let mut problems = Problems::new();
                problems.add("money.overflow", "/parcels", "the costs are more than money can hold");
                problems
            })?;
            Ok(Money::from_minor(minor, self.currency))
        };
        let parcels = self.parcels.iter().zip(choices).zip(costs).zip(assigned);
        let parcels = parcels.map(|(((parcel, row), costs), carrier)| {
            let option =
                carrier.and_then(|at| row.get(at).copied().flatten()).and_then(|at| parcel.options.get(at));
            let least = costs.iter().flatten().min().copied().unwrap_or(0);
            let by_cost = option.map(|option| option.cost.minor().saturating_sub(least));
            AssignedParcel {
                id: parcel.id.clone(),
                option: option.cloned(),
                by_cost: by_cost.map(|minor| Money::from_minor(minor, self.currency)),
            }
        });
        let counts = counts(assigned, carriers.len());
        let contracts = self.contracts.iter().map(|contract| {
            let count = self.count(contract, carriers, &counts);
            ContractStanding {
                carrier: contract.carrier.clone(),
                parcels: count,
                missing: contract.missing(count),
                rebate: contract.rebate(count),
            }
        });
        let total = self.total(carriers, costs, assigned);
        Ok(AssignedContracts {
            parcels: parcels.collect(),
            contracts: contracts.collect(),
            service_cost: money(total.service)?,
            shortfall_cost: money(total.shortfall)?,
            rebate: money(total.rebate)?,
            cost: money(total.cost())?,
            cheapest_each_cost: self.cheapest_each(carriers, costs).map(money).transpose()?,
        })
    }
}
