//! What page, overview and console have in common: the figures at the head, and the tables.

use oms_core::allocation::backtest::PairedDifference;
use oms_core::report::ReportTable;
use oms_core::value::Money;

use crate::chart::Tile;
use crate::compare::{Contender, Score};
use crate::figures::number;
use crate::page::Table;
use crate::play::Play;
use crate::show;

/// The figures at the head of page, overview and console.
pub(crate) fn tiles(play: &Play) -> Vec<Tile> {
    let total = |column: &str| play.figures.total(column);
    let cell = |column: &str| show::cell(total(column));
    let costed = total("units_without_cost").and_then(number).is_none_or(|units| units <= 0.0);
    let profit = if costed {
        Tile::new(
            "Gross profit",
            &cell("gross_profit"),
            &format!("{} of net sales", show::percent(total("gross_margin"))),
        )
    } else {
        Tile::new("Paid", &cell("paid"), &format!("{} of it for carriage", cell("shipping_charged")))
    };
    let (commands, _, refused) = play.house.totals();
    vec![
        Tile::new(
            "Orders",
            &cell("orders"),
            &format!("{} units, {} cancelled", cell("units_ordered"), cell("units_cancelled")),
        ),
        Tile::new(
            "Net sales",
            &cell("net_sales"),
            &format!("{} per order", show::per_order(total("average_order_value"), play.currency)),
        ),
        Tile::new(
            "On time",
            &show::percent(total("on_time_rate_by_calendar_day")),
            &format!("of {} delivered orders, by the day", cell("delivered")),
        ),
        Tile::new(
            "Order to door",
            &show::days(total("placed_to_delivered_p50")),
            &format!("nine of ten within {}", show::days(total("placed_to_delivered_p90"))),
        ),
        profit,
        Tile::new("Freight", &cell("freight"), &format!("{} shipments", cell("shipments"))),
        Tile::new(
            "Split orders",
            &show::percent(total("split_rate")),
            "of shipped orders, in several shipments",
        ),
        Tile::new(
            "Commands",
            &show::count(commands),
            &if refused == 0 {
                "none refused".to_owned()
            } else {
                format!("{} refused, each with a reason", show::count(refused))
            },
        ),
    ]
}

/// The KPI table of the console.
pub(crate) fn kpis(play: &Play) -> Table {
    let mut table = Table::new(&["figure", "value", ""]);
    for tile in tiles(play) {
        table.push(&[tile.label, tile.value, tile.note]);
    }
    table
}

/// The strategies as a table.
pub(crate) fn strategies(play: &Play) -> Table {
    scores(play, |one| &one.all)
}

pub(crate) fn scores(play: &Play, of: impl Fn(&Contender) -> &Score) -> Table {
    let heads = [
        "strategy",
        "orders",
        "shipments",
        "split",
        "freight",
        "handling",
        "km per order",
        "promise kept",
        "units short",
        "cost against the first, all orders",
    ];
    let mut table = Table::new(&heads);
    for one in &play.contenders {
        let money = |minor| show::money(Money::from_minor(minor, play.currency));
        let score = of(one);
        table.push(&[
            one.name.replace('_', " "),
            show::count(score.orders),
            show::count(score.shipments),
            show::share(score.split_orders, score.orders),
            money(score.freight_minor),
            money(score.handling_minor),
            show::count(score.metres / score.orders.max(1) / 1000),
            show::share(score.promise_kept, score.promised),
            show::count(score.units_short),
            difference(one),
        ]);
    }
    table
}

/// What a contender cost more or less than the first one over all orders, with its interval.
fn difference(one: &Contender) -> String {
    let told = |found: &PairedDifference| {
        let [total, low, high] = [found.total, found.low, found.high].map(show::money);
        format!("{total} ({low} to {high})")
    };
    one.difference.as_ref().map_or_else(|| "–".to_owned(), told)
}

/// A report's table as the page shows it.
pub(crate) fn plain(table: &ReportTable) -> Table {
    let heads: Vec<String> = table.columns.iter().map(|column| column.name.replace('_', " ")).collect();
    let mut shown = Table::new(&heads);
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| show::cell(Some(cell))).collect();
        shown.push(&cells);
    }
    shown
}
