//! The forms of what is asked of packing.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::packing::{PackPlan, PackRequest, PackViolation, check_packing, draw_packing, pack};
use crate::value::Problems;

/// Items to be packed into boxes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PackOrderOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackOrderOf {
    /// The items and the boxes.
    pub request: PackRequest,
}

/// What goes where, and what it costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "PackOrderAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PackOrderAnswer {
    /// The parcels with their reasons.
    pub plan: PackPlan,
}

/// A packing to be checked: anybody's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CheckPackingOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckPackingOf {
    /// The items and the boxes.
    pub request: PackRequest,
    /// The packing.
    pub plan: PackPlan,
}

/// What a packing breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "CheckPackingAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckPackingAnswer {
    /// Every rule that it breaks; none if it can be packed as it says.
    pub violations: Vec<PackViolation>,
}

/// A parcel to be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DrawPackingOf"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrawPackingOf {
    /// The items and the boxes.
    pub request: PackRequest,
    /// The packing.
    pub plan: PackPlan,
    /// Which parcel of it, counted from 0.
    pub parcel: u32,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "DrawPackingAnswer"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DrawPackingAnswer {
    /// The parcel as SVG; absent for one that ships in its own carton.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub svg: Option<String>,
}

pub(super) fn packed(of: &PackOrderOf) -> Result<PackOrderAnswer, Error> {
    Ok(PackOrderAnswer { plan: pack(&of.request).map_err(|error| Error::from(error).under("/request"))? })
}

pub(super) fn checked(of: &CheckPackingOf) -> CheckPackingAnswer {
    CheckPackingAnswer { violations: check_packing(&of.request, &of.plan) }
}

pub(super) fn drawn(of: &DrawPackingOf) -> Result<DrawPackingAnswer, Error> {
    let parcel = usize::try_from(of.parcel).ok().and_then(|at| of.plan.parcels.get(at));
    let Some(parcel) = parcel else {
        let mut problems = Problems::new();
        let message = format!("the plan has {} parcels, counted from 0", of.plan.parcels.len());
        problems.add("input.out_of_range", "/parcel", message);
        return Err(Error::Input(problems));
    };
    Ok(DrawPackingAnswer { svg: draw_packing(&of.request, parcel) })
}
