//! The two plays of the demo, simulated and historic, and what is shown of either.

use std::collections::BTreeMap;
use std::path::Path;

use oms_core::engine::AuditReport;
use oms_core::report::Facts;
use oms_core::value::{Currency, Fingerprint, TenantId};

use crate::args::Args;
use crate::compare::{Case, CaseLine, CaseOrder, Contender};
use crate::figures::Figures;
use crate::olist::{Dirt, Olist};
use crate::page::console::Progress;
use crate::run::House;
use crate::timing::Timing;
use crate::world::World;
use crate::{journal, show};

/// A play that is over, with everything that is told about it.
#[derive(Debug)]
pub(crate) struct Play {
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) currency: Currency,
    /// The seed of a simulation.
    pub(crate) seed: Option<u64>,
    pub(crate) house: House,
    pub(crate) figures: Figures,
    pub(crate) facts: Facts,
    pub(crate) contenders: Vec<Contender>,
    /// How many orders left the strategies a choice.
    pub(crate) with_choice: u64,
    /// What has to be known to judge the comparison.
    pub(crate) compared: String,
    /// Of historic orders: what was read.
    pub(crate) source: Option<Source>,
    pub(crate) proof: Proof,
    pub(crate) timing: Timing,
}

/// What the files of historic orders held.
#[derive(Debug)]
pub(crate) struct Source {
    /// Rows by file.
    pub(crate) rows: BTreeMap<&'static str, u64>,
    /// What is wrong with them.
    pub(crate) dirt: Dirt,
    /// Categories in English.
    pub(crate) english: BTreeMap<String, String>,
}

/// What shows that nothing went wrong.
#[derive(Debug)]
pub(crate) struct Proof {
    pub(crate) journal: String,
    pub(crate) entries: u64,
    pub(crate) hash: Fingerprint,
    pub(crate) replayed: Fingerprint,
    pub(crate) audit: AuditReport,
}

impl Proof {
    pub(crate) fn holds(&self) -> bool {
        self.hash == self.replayed && self.hash == self.audit.state_hash && self.audit.is_clean()
    }
}

/// What a play is before it has been measured.
struct Told {
    title: String,
    subtitle: String,
    currency: Currency,
    seed: Option<u64>,
    compared: String,
    source: Option<Source>,
}

/// Plays a simulated world.
///
/// # Errors
/// A text for people.
pub(crate) fn simulate(args: &Args) -> Result<Play, String> {
    let mut timing = Timing::start();
    let mut world = World::new(args.seed, args.orders).ok_or("the world could not be made")?;
    let mut house = House::new(world.tenant().clone());
    let opening = world.opening();
    house.execute(&opening, |_, _| {});
    timing.lap("build the world");
    let total = u64::from(world.orders());
    let mut progress = Progress::stderr("trade   ", total);
    while let Some(commands) = world.next_hour(&|id| house.order(id)) {
        house.execute(&commands, |command, result| world.learn(command, result));
        progress.at(house.orders, || format!("{} orders", show::count(house.orders)));
    }
    let seconds = timing.lap("play");
    progress.done(&done(&house, seconds));
    let case = world_case(&world);
    let told = Told {
        title: "A simulated month of trade".to_owned(),
        subtitle: format!(
            "{} orders in 30 days, 6 channels, {} SKUs, {} warehouses, 3 carriers; seed {}",
            show::count(total),
            show::count(world.skus().count() as i128),
            world.nodes().len(),
            args.seed
        ),
        currency: Currency::USD,
        seed: Some(args.seed),
        compared: "Each strategy ships all orders as placed, nothing cancelled, from the same stock as it arrives, \
                   by the cheapest carrier whatever was promised. The run itself allocated by greedy cost and took the \
                   cheapest carrier within the promise."
            .to_owned(),
        source: None,
    };
    finish(told, house, &case, &args.out, timing)
}

/// Plays real orders.
///
/// # Errors
/// A text for people.
pub(crate) fn replay_history(args: &Args, dir: &Path) -> Result<Play, String> {
    let mut timing = Timing::start();
    let mut olist = Olist::read(dir)?;
    timing.lap("read the tables");
    let tenant = TenantId::new("demo").map_err(|error| error.to_string())?;
    let mut house = House::new(tenant.clone());
    let commands = olist.commands(&tenant);
    let mut progress = Progress::stderr("history ", commands.len() as u64);
    let mut heard = 0;
    for part in commands.chunks(5_000) {
        house.execute(part, |_, _| {});
        heard += part.len() as u64;
        progress.at(heard, || format!("{} orders", show::count(house.orders)));
    }
    drop(commands);
    let seconds = timing.lap("play");
    progress.done(&done(&house, seconds));
    let case = olist.case()?;
    let (single, products) = olist.products_in_one_place();
    let told = Told {
        title: "Real orders through the engine".to_owned(),
        subtitle: format!(
            "{} orders of Brazilian marketplaces, one warehouse per seller state, stocked with what its sellers sold",
            show::count(olist.orders() as i128)
        ),
        currency: Currency::BRL,
        seed: None,
        compared: format!(
            "All shipped orders, priced by one rate card: medians of what buyers paid by distance and weight. {} of {} \
             products were ever sold from one state only, so most orders leave no choice.",
            show::count(single as i128),
            show::count(products as i128)
        ),
        source: Some(Source {
            rows: olist.rows().clone(),
            dirt: olist.dirt.clone(),
            english: olist.translated().clone(),
        }),
    };
    finish(told, house, &case, &args.out, timing)
}

fn done(house: &House, seconds: f64) -> String {
    let (commands, _, refused) = house.totals();
    format!(
        "{} orders, {} commands ({} refused), {} events in {seconds:.1} s",
        show::count(house.orders),
        show::count(commands),
        show::count(refused),
        show::count(house.events)
    )
}

/// Compares, reports, writes the journal, replays it and proves it.
fn finish(told: Told, house: House, case: &Case, out: &Path, mut timing: Timing) -> Result<Play, String> {
    let mut progress = Progress::stderr("compare ", case.orders.len() as u64);
    let compared = case.compare(|done| progress.at(done, String::new));
    let (contenders, with_choice) =
        compared.map_err(|error| format!("the strategies were not compared: {error}"))?;
    let seconds = timing.lap("compare strategies");
    progress.done(&format!(
        "{} contenders on {} orders in {seconds:.1} s",
        contenders.len(),
        show::count(case.orders.len() as i128)
    ));
    let facts = house.oms.facts(&house.tenant).map_err(|error| error.to_string())?;
    let figures = Figures::of(&facts).map_err(|error| error.to_string())?;
    timing.lap("report");
    let proof = prove(&house, out, &mut timing)?;
    let Told { title, subtitle, currency, seed, compared, source } = told;
    Ok(Play {
        title,
        subtitle,
        currency,
        seed,
        house,
        figures,
        facts,
        contenders,
        with_choice,
        compared,
        source,
        proof,
        timing,
    })
}

fn prove(house: &House, out: &Path, timing: &mut Timing) -> Result<Proof, String> {
    let path = house.oms.store().inspect(|_, entries| journal::write(out, entries))?;
    timing.lap("write the journal");
    let total = house.oms.store().journal_len() as u64;
    let mut progress = Progress::stderr("replay  ", total);
    let (entries, replayed) = journal::replay(&path, |done| progress.at(done, String::new))?;
    let seconds = timing.lap("read and replay the journal");
    progress.done(&format!("{} entries in {seconds:.1} s", show::count(entries)));
    let hash = house.oms.store().state_hash();
    let audit = house.oms.audit().map_err(|error| error.to_string())?;
    timing.lap("audit");
    let journal = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Proof { journal, entries, hash, replayed, audit })
}

/// The world's orders as their buyers meant them, and its stock as it arrives.
fn world_case(world: &World) -> Case {
    let instant = |second: i64| chrono::DateTime::from_timestamp(second, 0).unwrap_or_default();
    let order = |draft: oms_core::order::OrderDraft| CaseOrder {
        at: draft.placed_at,
        promise_by: draft.promise_by,
        ship_to: draft.ship_to,
        lines: draft
            .lines
            .into_iter()
            .map(|line| CaseLine { id: line.id, sku: line.sku, quantity: line.quantity })
            .collect(),
        historic: vec![],
    };
    let receipts = world.receipts().iter().map(|receipt| {
        (instant(receipt.at), receipt.sku.clone(), receipt.node.clone(), receipt.quantity.signed())
    });
    Case {
        currency: Currency::USD,
        nodes: world.nodes(),
        carriers: world.carriers(),
        weights: world.skus().map(|sku| (sku.id.clone(), sku.weight)).collect(),
        split_cost: world.policy().split_cost_in(Currency::USD),
        receipts: receipts.collect(),
        orders: world.drafts().map(order).collect(),
    }
}
