//! The order-management core that a commerce back end embeds: it decides, and the host acts.
//!
//! Give [`engine::Oms`] commands and it answers with what happened and why; ask it queries and it answers with
//! orders, availability, reports and proofs. It reads no clock and touches no disk: time is an argument, and storage
//! is asked through [`store::Store`], or step by step through [`engine::Run`].
//!
//! ```
//! use oms_core::engine::{Command, Oms};
//! use oms_core::store::MemoryStore;
//!
//! let oms = Oms::new(MemoryStore::new());
//! let command: Command = serde_json::from_str(
//!     r#"{"id": "c1", "tenant": "acme", "at": "2026-11-11T09:00:00Z",
//!         "action": {"type": "reserve_stock", "reservation": "cart-7",
//!                    "items": [{"sku": "mug", "node": "berlin", "quantity": 1}]}}"#,
//! )?;
//! assert_eq!(oms.execute(&command).unwrap_err().code(), "input.invalid"); // nobody knows a mug yet
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! | to do this | look here |
//! | --- | --- |
//! | give commands, ask queries | [`engine::Oms`], [`engine::Action`], [`engine::Query`] |
//! | keep data in a store of your own | [`store::Store`], [`store::AsyncStore`], [`store::contract`] |
//! | choose warehouses without an engine | [`allocation::plan`], [`allocation::check_plan`] |
//! | plan open orders together | [`engine::Oms::allocate_orders`], [`allocation::plan_jointly`] |
//! | price shipments without an engine | [`carrier::quote_shipment`], [`carrier::explain_quote`] |
//! | choose carriers without an engine | [`carrier::select_carrier`], [`carrier::select_service`] |
//! | check a carrier's bill | [`carrier::audit_bill`] |
//! | pack boxes without an engine | [`packing::pack`], [`packing::check_packing`] |
//! | build waves, print documents | [`document::build_waves`], [`document::render_documents`] |
//! | promise dates without an engine | [`promise::promise`], [`promise::Timeline`] |
//! | read carriers' messages | [`tracking::parse_tracking_message`], [`tracking::map_tracking_code`] |
//! | find late parcels | [`tracking::watch_parcels`] |
//! | ask for figures | [`report::report`], [`report::ReportQuery`] |
//! | bind another language | [`wire`] |
//!
//! Modules stand on floors and import only from floors below their own.

#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(
        clippy::items_after_statements,
        clippy::needless_pass_by_value,
        clippy::too_many_lines,
        reason = "tests are read from top to bottom and call their helpers with literals"
    )
)]

/// Floor 0: ids, money, quantities, addresses, instants.
pub mod value;

/// Floor 1: what is sold.
pub mod catalog;
/// Floor 1: where it ships from, how far, which zone, what a weight costs.
pub mod network;
/// Floor 1: what a merchant wants decided how.
pub mod policy;

/// What of a node's days is taken: work booked, confirmed, given back.
pub mod capacity;
/// Floor 2: what stock is worth, and what each unit cost when it left.
pub mod cost;
/// Floor 2: counts of what is really there, and when each cell is due for one.
pub mod count;
/// Floor 2: lots of one SKU at one node: expiry, owners, picks, recalls, serial numbers.
pub mod lot;
/// Floor 2: orders, their units, payments, holds and status.
pub mod order;
/// Floor 2: what should be bought, and which stock runs low.
pub mod purchase;
/// Floor 2: shipments, parcels and tracking.
pub mod shipment;
/// Floor 2: cells, movements and reservations.
pub mod stock;
/// Floor 2: expected receipts, and dated promises made from them.
pub mod supply;
/// Floor 2: transfers of stock between nodes.
pub mod transfer;

/// Floor 3: which nodes ship what, and why.
pub mod allocation;
/// Floor 3: who gets units that are short.
pub mod backorder;
/// Floor 3: which carrier service takes a parcel, and why.
pub mod carrier;
/// Floor 3: what is picked together, and what is printed for it.
pub mod document;
/// Floor 3: stock in memory for the busiest hours.
pub mod ledger;
/// Floor 3: which items go into which box, where in it, and what that costs.
pub mod packing;
/// Floor 3: by when how many units can be promised, and which promises broke.
pub mod promise;
/// Floor 3: how many units each channel is told there are, and quotas.
pub mod publish;
/// Floor 3: which node should give stock to which, and what that saves.
pub mod rebalance;
/// Floor 3: when to buy, how much, of whom; what demand to expect.
pub mod replenish;
/// Floor 3: whose number it is, what carriers say, which parcels are late, and what channels are told of them.
pub mod tracking;

/// Floor 4: facts folded from events, and figures asked of them.
pub mod report;
/// Floor 4: what keeps an order from going on, found by rules.
pub mod review;

/// Floor 5: what is stored and how: keys, snapshots, commits, the store traits and the in-memory store.
pub mod store;

/// Floor 6: the facade: commands in, events, plans and reports out.
pub mod engine;

/// Floor 7: JSON in, JSON out: what the bindings call.
pub mod wire;

mod error;
mod error_code;

pub use error::{Error, ErrorKind, ErrorReport};
pub use error_code::{ERROR_CODES, ErrorCode};

/// The README's Rust code, run with the doctests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
