//! The forms of what is asked of publication.

use serde::{Deserialize, Serialize};

use crate::publish::{
    Publication, PublicationPolicy, PublicationPool, SafetyFactors, SafetyQuestion, SafetyStock,
};

/// A policy and the figures it is applied to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PublishOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublishOf {
    /// The policy.
    pub policy: PublicationPolicy,
    /// The figures.
    pub pool: PublicationPool,
}

/// What each channel is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PublishAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublishAnswer {
    /// The figures with every step.
    pub publication: Publication,
}

/// Units of which some may have to be withheld, and the factors that say so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SafetyFactorOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SafetyFactorOf {
    /// The factors.
    pub factors: SafetyFactors,
    /// The units.
    pub question: SafetyQuestion,
}

/// How many units are withheld.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "SafetyFactorAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SafetyFactorAnswer {
    /// The units withheld, and why.
    pub safety: SafetyStock,
}
