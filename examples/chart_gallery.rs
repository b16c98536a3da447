#[path = "demo/chart/mod.rs"]
mod chart;
#[path = "demo/page/mod.rs"]
mod page;
use chart::*;
use page::{Page, Table, console::Progress};
fn rnd(s: &mut u64) -> f64 {
    *s ^= *s << 13;
    *s ^= *s >> 7;
    *s ^= *s << 17;
    (*s >> 11) as f64 / (1u64 << 53) as f64
}
fn main() {
    let out = std::env::args().nth(1).unwrap();
    let mut s = 88172645463325252u64;
    let days: Vec<String> = (0..30).map(|i| format!("2026-03-{:02}", i + 1)).collect();
    let ch = ["Web shop", "Marketplace A", "Marketplace B", "Mobile app", "Retail POS", "Wholesale"];
    let mut sales = Stacked::new(
        Head::new("Sales by day and channel").subtitle("gross merchandise value per day"),
        X::Dates(days.clone()),
        Unit::money("€"),
    );
    let mut lines = LineChart::new(
        Head::new("Orders per day").subtitle("placed orders by channel"),
        X::Dates(days.clone()),
        Unit::count(),
    )
    .y_title("orders per day");
    for (i, c) in ch.iter().enumerate() {
        let v: Vec<f64> = (0..30)
            .map(|d| {
                (60000.0 / (i as f64 + 1.0)) * (1.0 + 0.3 * ((d % 7) as f64 / 3.0).sin() + 0.2 * rnd(&mut s))
            })
            .collect();
        lines = lines.series(c, v.iter().map(|x| x / 47.0).collect());
        sales = sales.series(c, v);
    }
    let mut long = Stacked::new(
        Head::new("Sales by day").subtitle("730 days"),
        X::Dates(
            (0..730)
                .map(|i| {
                    let y = 2016 + (i + 240) / 365;
                    let d = (i + 240) % 365;
                    let ml = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
                    let mut m = 0;
                    let mut r = d;
                    while r >= ml[m] {
                        r -= ml[m];
                        m += 1;
                    }
                    format!("{y}-{:02}-{:02}", m + 1, r + 1)
                })
                .collect(),
        ),
        Unit::money("R$"),
    )
    .y_title("R$ per day");
    let mut months = LineChart::new(
        Head::new("Sales by month").half(),
        X::Dates((0..20).map(|i| format!("{}-{:02}", 2017 + i / 12, i % 12 + 1)).collect()),
        Unit::money("R$"),
    );
    for (i, c) in ["SP", "RJ", "MG"].iter().enumerate() {
        long = long
            .series(c, (0..730).map(|d| d as f64 * 20.0 / (i as f64 + 1.0) * (1.0 + rnd(&mut s))).collect());
        months = months.series(
            c,
            (0..20)
                .map(|d| 120000.0 + d as f64 * 52000.0 / (i as f64 + 1.0) * (1.0 + 0.4 * rnd(&mut s)))
                .collect(),
        );
    }
    let mut regions =
        BarChart::new(Head::new("Sales by region").subtitle("gross merchandise value"), Unit::money("€"));
    for (r, v) in [
        ("North Rhine", 812345.0),
        ("Bavaria", 640233.0),
        ("Île-de-France", 522110.0),
        ("Lombardia", 410888.0),
        ("Catalunya", 288100.0),
        ("上海市浦东新区", 190021.0),
        ("Wien", 90120.5),
        ("a very long region name that cannot fit at all", 9876.0),
    ] {
        regions = regions.bar(r, v);
    }
    let strategies = GroupedBars::new(
        Head::new("Allocation strategies compared")
            .subtitle("same orders, same rate card; the star marks the best"),
        &["historic", "priority", "nearest", "fewest shipments", "greedy cost"],
    )
    .measure(
        "Freight",
        Unit::money("€"),
        Better::Lower,
        vec![412345.0, 398211.0, 301233.0, 322120.0, 288421.0],
    )
    .measure("Shipments", Unit::count(), Better::Lower, vec![52344.0, 55120.0, 54100.0, 50320.0, 51877.0])
    .measure("Split rate", Unit::percent(), Better::Lower, vec![8.1, 12.5, 9.2, 1.3, 4.1])
    .measure("Promise kept", Unit::percent(), Better::Higher, vec![91.2, 88.0, 97.1, 94.0, 95.2]);
    let mut five = strategies.clone();
    five = five.measure("Distance", Unit::of("km"), Better::Lower, vec![612.0, 580.0, 210.0, 301.0, 260.0]);
    let del: Vec<f64> = (0..50000)
        .map(|_| {
            let a = rnd(&mut s);
            let b = rnd(&mut s);
            (1.0 + 3.0 * (-2.0 * a.max(1e-9).ln()).sqrt() * (1.0 + b)).floor()
        })
        .collect();
    let delivery = Histogram::new(
        Head::new("Delivery times").subtitle("delivered orders").half(),
        Unit::of("days"),
        &del,
    )
    .titles("days from order to door", "orders");
    let half = Histogram::new(Head::new("Delivery times"), Unit::of("d"), &del)
        .titles("days from order to door", "");
    let neg = BarChart::new(Head::new("Gross profit by node").half(), Unit::money("€"))
        .bar("Hamburg", 1200.0)
        .bar("Roma", -450.0)
        .bar("Kraków & Łódź", -1800.5)
        .bar("zero", 0.0);
    let tiles = [
        Tile::new("Orders", "50,000", "30 days, 6 channels"),
        Tile::new("Sales", "€ 12,345,678.90", "gross, all channels"),
        Tile::new("Delivered on time", "96.4%", "within the promise"),
        Tile::new("Freight per order", "€ 5.77", "greedy cost, −30% to history"),
    ];
    let t = Table::new(&["Strategy", "Freight", "Shipments", "Split rate", "Promise kept"])
        .row(&["historic", "€ 412,345.00", "52,344", "8.1%", "91.2%"])
        .row(&["greedy cost", "€ 288,421.10", "51,877", "4.1%", "95.2%"])
        .row(&["上海仓", "€ 1.10", "7", "4.1%", "–"]);
    let ov = Overview {
        title: "oms-core: 50,000 orders in 2.9 seconds",
        subtitle: "12 warehouses · 6 channels · 2,000 SKUs · 30 days · journal replayed to the same state hash, audit clean",
        tiles: &tiles,
        sales: &sales,
        regions: &regions,
        strategies: &strategies,
        delivery: &half,
    };
    std::fs::write(format!("{out}/overview.svg"), ov.drawing().standalone()).unwrap();
    std::fs::write(format!("{out}/lines.svg"), lines.svg()).unwrap();
    let mut p = Page::new("Order management report").subtitle(
        "50,000 simulated orders over 30 days, seed 7: captured, reviewed, allocated, shipped and tracked.",
    );
    for t in &tiles {
        p = p.card(t);
    }
    let html = p
        .section("Sales", "What was sold, where and through which channel.")
        .figure(&sales, "Stacked by channel; cancelled orders are not counted.")
        .figure(&lines, "")
        .figure(&long, "Daily.")
        .figure(&months, "Three largest states.")
        .figure(&neg, "Negative values point left.")
        .figure(&regions, "")
        .figure(&delivery, "The last bar holds the tail.")
        .figure(&Stacked::new(Head::new("Empty").half(), X::Dates(vec![]), Unit::count()), "Nothing.")
        .section("Strategies", "Each strategy routes the same orders.")
        .figure(&strategies, "")
        .figure(&five, "")
        .table(&t)
        .details("Raw figures", &t)
        .footer("Made by the demo of oms-core.")
        .html();
    std::fs::write(format!("{out}/report.html"), html).unwrap();
    print!("{}", t.console());
    let mut pr = Progress::stderr("capture", 1000);
    for i in 0..=1000 {
        pr.at(i, || format!("{i} orders"));
    }
    pr.done("1,000 orders");
}
