//! The report page and the overview picture.

use oms_core::report::{ReportCell, ReportTable};

use crate::chart::{
    BarChart, Better, Drawing, GroupedBars, Head, Histogram, LineChart, Overview, Stacked, Unit, X,
};
use crate::compare::Score;
use crate::figures::number;
use crate::page::{Page, Table};
use crate::paper::timeline;
use crate::play::{Play, Source};
use crate::show;
use crate::tables::{plain, scores, strategies, tiles};

/// The page.
pub(crate) fn page(play: &Play) -> String {
    let mut page = Page::new(&play.title).subtitle(&play.subtitle);
    for tile in tiles(play) {
        page = page.card(&tile);
    }
    page = sales_section(page, play);
    page = shipping_section(page, play);
    if let Some((lead, table)) = timeline(play) {
        page = page.section("One parcel", &lead).table(&table);
    }
    page = engine_section(page, play);
    page = source_section(page, play);
    let footer = "Every figure is computed from the journal by the report module; amounts are exact.";
    page.footer(footer).html()
}

/// The picture for the README.
pub(crate) fn overview(play: &Play) -> Drawing {
    let tiles = tiles(play);
    let overview = Overview {
        title: &play.title,
        subtitle: &play.subtitle,
        tiles: &tiles,
        sales: &sales_by_day(play),
        regions: &bars(play, "Net sales by region", &play.figures.by_region, 8),
        strategies: &strategy_bars(play),
        delivery: &delivery(play),
    };
    overview.drawing()
}

fn sales_section(page: Page, play: &Play) -> Page {
    let figures = &play.figures;
    let products = "The best sellers by net sales: what is paid for goods, discounts taken off.";
    page.section("Sales", "")
        .figure(&sales_by_day(play), "")
        .figure(&bars(play, "By region", &figures.by_region, 14), "Where orders go.")
        .figure(&bars(play, "By category", &figures.by_category, 14), "Units still wanted, tax left out.")
        .figure(&bars(play, "Top products", &figures.by_product, 14), products)
        .figure(
            &counts("Orders by status", &figures.by_status, "orders"),
            "Derived from where each unit is, never stored.",
        )
        .details("By channel", &plain(&figures.by_channel))
        .details("By region", &plain(&figures.by_region))
        .details("By category", &plain(&figures.by_category))
        .details("Top products", &plain(&figures.by_product))
        .details("Payments", &plain(&figures.by_payment))
}

fn shipping_section(page: Page, play: &Play) -> Page {
    let figures = &play.figures;
    page.section("Allocation", &play.compared)
        .figure(&strategy_bars(play), "A star marks the best of each measure.")
        .table(&strategies(play))
        .details("Only orders that leave a choice", &scores(play, |one| &one.with_choice))
        .section("Delivery", "")
        .figure(
            &on_time(play),
            "Of the orders of each week that were delivered; weeks with fewer than 20 are left out.",
        )
        .figure(&delivery(play), "From the order to its last unit at the door.")
        .figure(
            &counts("Shipments by warehouse", &figures.by_node, "shipments"),
            "Shipments that left each warehouse.",
        )
        .details("By warehouse", &plain(&figures.by_node))
        .details("By carrier", &plain(&figures.by_carrier))
}

fn engine_section(page: Page, play: &Play) -> Page {
    let house = &play.house;
    let mut commands = Table::new(&["command", "carried out", "nothing left to do", "refused"]);
    for (kind, tally) in &house.commands {
        let counts = [tally.accepted, tally.idle, tally.refused].map(show::count);
        commands.push(&[kind.replace('_', " "), counts[0].clone(), counts[1].clone(), counts[2].clone()]);
    }
    let mut refusals = Table::new(&["command", "code", "count", "for example"]);
    for ((kind, code), count) in &house.refusals {
        let example = house.examples.get(&format!("{kind} {code}")).cloned().unwrap_or_default();
        refusals.push(&[kind.replace('_', " "), code.clone(), show::count(*count), example]);
    }
    let mut holds = Table::new(&["reason", "holds opened by review"]);
    for (reason, count) in &house.holds {
        holds.push(&[reason.replace('_', " "), show::count(*count)]);
    }
    let proof = &play.proof;
    let verdict = |good: bool, yes: &str, no: &str| if good { yes } else { no }.to_owned();
    let proofs = Table::new(&["proof", "result"])
        .row(&["state hash".to_owned(), proof.hash.to_string()])
        .row(&[
            "replayed from the journal".to_owned(),
            verdict(proof.hash == proof.replayed, "equal", "DIFFERENT"),
        ])
        .row(&["journal entries".to_owned(), show::count(proof.entries)])
        .row(&["audit".to_owned(), verdict(proof.audit.is_clean(), "clean", "FINDINGS")]);
    let mut page = page
        .section("Engine", "What was asked, what was refused and why, and the proof that the books balance.")
        .table(&proofs)
        .table(&commands);
    if !house.holds.is_empty() {
        page = page.table(&holds);
    }
    if !house.refusals.is_empty() {
        page = page.details("Refusals", &refusals);
    }
    page
}

fn source_section(page: Page, play: &Play) -> Page {
    let Some(Source { rows, dirt, .. }) = &play.source else { return page };
    let mut files = Table::new(&["file", "rows"]);
    for (file, count) in rows {
        files.push(&[(*file).to_owned(), show::count(*count)]);
    }
    let mut kinds = Table::new(&["kind", "rows", "for example"]);
    for (kind, count, example) in dirt.kinds() {
        kinds.push(&[kind.replace('_', " "), show::count(count), example.to_owned()]);
    }
    page.section(
        "Source",
        "The rows read, and everything wrong with them by kind. Nothing is dropped in silence.",
    )
    .table(&kinds)
    .details("Rows read", &files)
}

fn unit(play: &Play) -> Unit {
    Unit::money(&show::sign(play.currency))
}

/// Channels over days, the largest at the bottom. Days without an order are zero.
fn sales_by_day(play: &Play) -> Stacked {
    let table = &play.figures.by_day;
    let text = |row: &[ReportCell], at: usize| row.get(at).map(ToString::to_string).unwrap_or_default();
    let mut days: Vec<String> = table.rows.iter().map(|row| text(row, 0)).collect();
    days.dedup();
    let channels: Vec<String> = play.figures.by_channel.rows.iter().map(|row| text(row, 0)).collect();
    let sales = table.column("net_sales").unwrap_or(0);
    let mut values = std::collections::HashMap::new();
    for row in &table.rows {
        values.insert((text(row, 0), text(row, 1)), row.get(sales).and_then(number).unwrap_or(0.0));
    }
    let head = Head::new("Net sales by day and channel");
    let mut chart = Stacked::new(head, X::Dates(days.clone()), unit(play)).y_title("per day");
    for channel in channels {
        let of_day = |day: &String| values.get(&(day.clone(), channel.clone())).copied().unwrap_or(0.0);
        chart = chart.series(&channel, days.iter().map(of_day).collect());
    }
    chart
}

/// The first column of a table against its net sales.
fn bars(play: &Play, title: &str, table: &ReportTable, most: usize) -> BarChart {
    let sales = table.column("net_sales").unwrap_or(0);
    let mut chart = BarChart::new(Head::new(title).half(), unit(play));
    for row in table.rows.iter().take(most) {
        let name = row.first().map(ToString::to_string).filter(|name| !name.is_empty());
        let value = row.get(sales).and_then(number).unwrap_or(0.0);
        chart = chart.bar(&name.unwrap_or_else(|| "(none)".to_owned()).replace('_', " "), value);
    }
    chart
}

/// The first column of a table against a count.
fn counts(title: &str, table: &ReportTable, column: &str) -> BarChart {
    let at = table.column(column).unwrap_or(usize::MAX);
    let mut chart = BarChart::new(Head::new(title).half(), Unit::count());
    for row in table.rows.iter().take(14) {
        let name = row.first().map(ToString::to_string).unwrap_or_default();
        chart = chart.bar(&name.replace('_', " "), row.get(at).and_then(number).unwrap_or(0.0));
    }
    chart
}

fn on_time(play: &Play) -> LineChart {
    let table = &play.figures.on_time;
    // A share of a handful says nothing, and would bend the whole picture.
    let enough = |row: &&Vec<ReportCell>| row.get(1).and_then(number).is_some_and(|count| count >= 20.0);
    let rows: Vec<&Vec<ReportCell>> = table.rows.iter().filter(enough).collect();
    let weeks = rows.iter().map(|row| row.first().map(ToString::to_string).unwrap_or_default());
    let share = |row: &Vec<ReportCell>| row.get(2).and_then(number).map_or(f64::NAN, |share| share * 100.0);
    LineChart::new(
        Head::new("Delivered on time, by week of the order"),
        X::Dates(weeks.collect()),
        Unit::percent(),
    )
    .y_title("of deliveries")
    .series("on time", rows.iter().map(|row| share(row)).collect())
}

fn delivery(play: &Play) -> Histogram {
    let head = Head::new("Days from order to door").half();
    Histogram::new(head, Unit::of("days"), &play.figures.delivery_days()).titles("days", "orders")
}

/// The measures of the strategies, over the orders that leave a choice.
fn strategy_bars(play: &Play) -> GroupedBars {
    let names: Vec<String> = play.contenders.iter().map(|one| one.name.replace('_', " ")).collect();
    let values = |of: &dyn Fn(&Score) -> f64| -> Vec<f64> {
        play.contenders.iter().map(|one| of(&one.with_choice)).collect()
    };
    let share = |part: u64, whole: u64| 100.0 * part as f64 / whole.max(1) as f64;
    let each = |sum: f64, score: &Score| sum / score.orders.max(1) as f64;
    let digits = 10_f64.powi(i32::try_from(play.currency.digits()).unwrap_or(2));
    let subtitle =
        format!("per order, over the {} orders that leave a choice", show::count(play.with_choice));
    let (freight, plain) = (format!("Freight, {}", show::sign(play.currency)), Unit::of(""));
    GroupedBars::new(Head::new("Strategies compared").subtitle(&subtitle), &names)
        .measure(
            &freight,
            plain.clone(),
            Better::Lower,
            values(&|score| each(score.freight_minor as f64 / digits, score)),
        )
        .measure(
            "Shipments",
            plain.clone(),
            Better::Lower,
            values(&|score| each(score.shipments as f64, score)),
        )
        .measure(
            "Split",
            Unit::percent(),
            Better::Lower,
            values(&|score| share(score.split_orders, score.orders)),
        )
        .measure(
            "Kilometres",
            plain,
            Better::Lower,
            values(&|score| each(score.metres as f64 / 1000.0, score)),
        )
        .measure(
            "Promise kept",
            Unit::percent(),
            Better::Higher,
            values(&|score| share(score.promise_kept, score.promised)),
        )
}
