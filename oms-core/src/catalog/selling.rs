//! How units of a SKU may be promised: sale modes, and units kept for better classes of buyers.

use serde::{Deserialize, Serialize};

use super::Sku;
use crate::value::{Problems, Quantity};

/// No cell can promise more units than this beyond what is there: 10¹², the most that a bucket may hold.
const UNLIMITED: i64 = 1_000_000_000_000;

/// When units are held, and whether they must be there to be promised.
///
/// | mode | a cart's reservation | an order | units leave |
/// | --- | --- | --- | --- |
/// | `untracked` | holds nothing | is promised any number | at any time; what never came in is booked in then |
/// | `track_only` | holds nothing | is promised any number, free may be negative | when they are there |
/// | `reserve_on_order` | holds nothing | takes what is free, and what backorders allow | when they are there |
/// | `reserve_on_cart` | takes what is free, and what backorders allow | the same | when they are there |
///
/// The four are commercetools' inventory modes `None`, `TrackOnly`, `ReserveOnOrder` and `ReserveOnCart`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SaleMode {
    /// Nobody counts them: downloads, services, what is made on demand.
    Untracked,
    /// Counted, and never a reason not to sell.
    TrackOnly,
    /// Orders take units, carts do not.
    ReserveOnOrder,
    /// Carts and orders take units.
    #[default]
    ReserveOnCart,
}

impl SaleMode {
    /// Whether it is the default; for records that leave it out then.
    #[must_use]
    pub const fn is_standard(&self) -> bool {
        matches!(self, Self::ReserveOnCart)
    }

    /// Whether a cart's reservation holds units.
    #[must_use]
    pub const fn holds_for_carts(self) -> bool {
        matches!(self, Self::ReserveOnCart)
    }

    /// Whether any number of units may be promised.
    #[must_use]
    pub const fn is_unlimited(self) -> bool {
        matches!(self, Self::Untracked | Self::TrackOnly)
    }
}

/// Units that are kept, in each cell, for a class of buyers and the classes above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProtectionLevel {
    /// The class; higher classes come first, 0 is everybody.
    pub class: u32,
    /// How many units the classes below may not take.
    pub units: Quantity,
}

impl Sku {
    /// Units that a class of buyers must leave to the classes above it, in each cell: the sum of their protection. The
    /// levels are nested, so that what is kept for class 2 is kept from classes 0 and 1.
    ///
    /// ```
    /// use oms_core::catalog::{ProtectionLevel, Sku};
    /// use oms_core::value::{Quantity, SkuId};
    /// let mut sku = Sku::new(SkuId::new("mug")?);
    /// let level = |class, units| ProtectionLevel { class, units: Quantity::new(units) };
    /// sku.protected = vec![level(1, 5), level(2, 3)];
    /// assert_eq!([0, 1, 2].map(|class| sku.protected_from(class)), [8, 3, 0]);
    /// # Ok::<(), oms_core::value::IdError>(())
    /// ```
    #[must_use]
    pub fn protected_from(&self, class: u32) -> i64 {
        let above = self.protected.iter().filter(|level| level.class > class);
        above.fold(0, |sum, level| sum.saturating_add(level.units.signed()))
    }

    /// How many units of a cell have to stay free when a class of buyers takes some: less than none where backorders
    /// are allowed, more where units are kept for better classes.
    #[must_use]
    pub fn min_free(&self, class: u32) -> i64 {
        if self.sale_mode.is_unlimited() {
            return -UNLIMITED;
        }
        self.protected_from(class).saturating_sub(self.backorder_limit.signed())
    }

    /// What is wrong with how it is sold: protection of class 0 protects from nobody, and a class stands once.
    pub(super) fn check_selling(&self, problems: &mut Problems) {
        let mut seen = std::collections::BTreeSet::new();
        for (at, level) in self.protected.iter().enumerate() {
            let path = format!("/protected/{at}/class");
            if level.class == 0 {
                problems.add("input.out_of_range", path, "there is nobody below class 0 to keep units from");
            } else if !seen.insert(level.class) {
                let message = format!("class {} stands here twice; add its units up", level.class);
                problems.add("catalog.duplicate_class", path, message);
            }
        }
        if self.max_per_customer.is_some_and(Quantity::is_zero) {
            let message = "a customer who may have none cannot buy; leave it out for no limit";
            problems.add("input.out_of_range", "/maxPerCustomer", message);
        }
    }
}
