//! Documents: 1,000 waybills and 1,000 packing slips in wave order to PDF, ZPL and HTML, waves of 10,000 orders,
//! barcodes.
//!
//! `cargo xtask bench documents [--font FILE] [--json FILE] [--test]`; with a font the names are Chinese.

use std::hint::black_box;
use std::time::Instant as Clock;

use oms_core::document::{
    BarcodeRequest, PrintFormat, PrintJob, PrintRequest, Symbology, WaveRequest, build_waves, encode_barcode,
    render_documents,
};
use serde_json::{Value, json};

struct Args {
    font: Option<String>,
    json: Option<String>,
    test: bool,
}

fn args() -> Args {
    let mut args = Args { font: None, json: None, test: false };
    let mut given = std::env::args().skip(1);
    while let Some(arg) = given.next() {
        match arg.as_str() {
            "--font" => args.font = given.next(),
            "--json" => args.json = given.next(),
            "--test" => args.test = true,
            _ => {}
        }
    }
    args
}

fn party(at: usize, chinese: bool) -> Value {
    if chinese {
        json!({"name": "张三丰", "phone": format!("138{at:08}"), "country": "CN", "region": "浙江省", "city": "杭州市",
            "district": "西湖区", "postalCode": "310012", "lines": [format!("文三路 {at} 号东部软件园 3 号楼 502 室")]})
    } else {
        json!({"name": "Jörg Müller", "phone": format!("+49 30 {at:08}"), "country": "DE", "city": "Berlin",
            "postalCode": "10117", "lines": [format!("Unter den Linden {at}"), "c/o Käthe"]})
    }
}

fn jobs(count: usize, chinese: bool) -> Vec<PrintJob> {
    let (name, note) = if chinese {
        ("手工陶瓷杯，蓝色", "七天无理由退换，请扫码")
    } else {
        ("Hand made mug, blue", "Scan to send back")
    };
    let mut jobs = Vec::new();
    for at in 0..count {
        let place = json!({"wave": at / 40 + 1, "slot": at % 40 + 1});
        let bill = json!({"type": "waybill", "parcel": format!("p-{at}"), "carrier": "post",
            "number": format!("SF{at:013}"), "sortCode": "571-B12-03", "hubCode": "HZ01",
            "sender": party(1, chinese), "receiver": party(at, chinese), "weight": 1250,
            "goods": name, "qr": format!("https://example.com/t/{at}")});
        let lines: Vec<Value> = (0..3)
            .map(|line| {
                let place = format!("A-0{line}-{}", at % 90);
                json!({"sku": format!("sku-{line}"), "name": name, "quantity": 1, "location": place})
            })
            .collect();
        let slip = json!({"type": "packing_slip", "shipment": format!("sh-{at}"),
            "orders": [{"order": format!("o-{at}")}], "receiver": party(at, chinese), "lines": lines, "returns": note,
            "returnQr": format!("https://example.com/r/{at}")});
        for document in [bill, slip] {
            jobs.push(serde_json::from_value(json!({"document": document, "place": place})).unwrap());
        }
    }
    jobs
}

fn orders(count: usize) -> WaveRequest {
    let orders: Vec<Value> = (0..count)
        .map(|at| {
            let lines: Vec<Value> = (0..1 + at % 3)
                .map(|line| {
                    let sku = (at * 7919 + line * 104_729) % 997;
                    json!({"sku": format!("sku-{sku}"), "quantity": 1 + at % 2,
                        "location": format!("{}-{:02}-{:02}", ["A", "B"][sku % 2], sku % 20, sku / 20)})
                })
                .collect();
            json!({"order": format!("o-{at:05}"), "node": "hz", "carrier": (["sf", "zto"][at % 2]),
                "cutOff": format!("2026-11-11T{:02}:00:00Z", 10 + at % 4), "lines": lines})
        })
        .collect();
    serde_json::from_value(
        json!({"at": "2026-11-11T08:00:00Z", "maxOrders": 40, "ownWaveFrom": 20, "orders": orders}),
    )
    .unwrap()
}

/// The median seconds of some rounds.
fn median(rounds: usize, mut pass: impl FnMut()) -> f64 {
    let mut seconds: Vec<f64> = (0..rounds)
        .map(|_| {
            let start = Clock::now();
            pass();
            start.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    seconds[rounds / 2]
}

fn main() {
    let args = args();
    let (count, rounds) = if args.test { (20, 1) } else { (1_000, 5) };
    let fonts: Vec<Vec<u8>> = args.font.iter().map(|path| std::fs::read(path).unwrap()).collect();
    let jobs = jobs(count, !fonts.is_empty());
    let mut rows = Vec::new();
    for (name, format) in [("pdf", PrintFormat::Pdf), ("zpl", PrintFormat::Zpl), ("html", PrintFormat::Html)]
    {
        let mut request = PrintRequest::new(format, jobs.clone());
        request.printer_font = oms_core::value::Text::new("E:SIMSUN.TTF").unwrap();
        let mut bytes = 0;
        let seconds =
            median(rounds, || bytes = black_box(render_documents(&request, &fonts)).unwrap().bytes.len());
        println!("{seconds:>10.3} s  {count} waybills and {count} slips to {name} ({bytes} bytes)");
        rows.push(
            json!({"name": format!("{name}_{count}_waybills_and_slips"), "value": seconds, "unit": "s"}),
        );
    }
    let request = orders(count * 10);
    let mut waves = 0;
    let seconds = median(rounds, || waves = black_box(build_waves(&request)).unwrap().waves.len());
    println!("{seconds:>10.3} s  {} orders into {waves} waves", count * 10);
    rows.push(json!({"name": format!("waves_of_{}_orders", count * 10), "value": seconds, "unit": "s"}));
    for (name, symbology, content) in [
        ("code128", Symbology::Code128, "SF1234567890123"),
        ("qr", Symbology::Qr, "https://example.com/t/SF1234567890123"),
        ("data_matrix", Symbology::DataMatrix, "https://example.com/t/SF1234567890123"),
    ] {
        let asked = BarcodeRequest::new(symbology, content);
        let seconds = median(rounds, || {
            for _ in 0..count {
                black_box(encode_barcode(black_box(&asked))).unwrap();
            }
        });
        let each = seconds * 1e6 / count as f64;
        println!("{each:>10.1} us {name}");
        rows.push(json!({"name": name, "value": each, "unit": "us"}));
    }
    if let Some(path) = args.json {
        std::fs::write(path, json!({"bench": "documents", "rows": rows}).to_string()).unwrap();
    }
}
