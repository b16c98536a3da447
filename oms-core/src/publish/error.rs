//! Why nothing is published or acknowledged.

use thiserror::Error;

use crate::value::{ChannelId, Problems, SkuId};

/// Why nothing is published or acknowledged. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PublishError {
    /// The input is wrong; every offender is listed.
    #[error("{0}")]
    Invalid(Problems),
    /// The channel acknowledges a version that it was never sent.
    #[error("`{channel}` was sent version {sent} of `{sku}` and acknowledges {acknowledged}")]
    NeverSent {
        /// The channel.
        channel: ChannelId,
        /// The SKU.
        sku: SkuId,
        /// The newest version sent; 0 when none was.
        sent: u64,
        /// The version acknowledged.
        acknowledged: u64,
    },
}

impl PublishError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "publish.invalid",
            Self::NeverSent { .. } => "publish.never_sent",
        }
    }
}
