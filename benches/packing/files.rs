//! Instances and recorded results from files.
//!
//! Container loading (`thpackN.txt`, `brN.txt`, the form of the OR-Library): a number of problems; per problem its id
//! and a seed on one line, the container's length, width and height, a number of item types, and per type its index,
//! three times an edge and 1 where that edge may stand upright, and a count. In `thpack8` and `thpack9` there is no
//! seed; those of `thpack9` are packed into as few containers as possible. `thpack-expected.csv` has a problem's name
//! and its fill in percent.
//!
//! Web orders: `ecommerce_items.csv.gz` (order, quantity, item, width, length, depth, weight), `boxes.csv` without a
//! header (name, outer size, tare, inner size, heaviest), `ecommerce_expected.csv.gz` (boxes with items kept flat, and
//! turned freely).

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;
use oms_core::packing::{BoxType, PackItem, PackRequest};
use oms_core::value::{Dimensions, Quantity, Weight};

use crate::made::{carton, item, upright};
use crate::{Aim, Failure, Set};

/// All sets of a folder.
pub fn sets(folder: &Path, effort: u32) -> Result<Vec<Set>, Failure> {
    let recorded = recorded(folder)?;
    let mut sets = Vec::new();
    let names = (1..=9).map(|n| format!("thpack{n}")).chain((8..=10).map(|n| format!("br{n}")));
    for name in names {
        let path = folder.join(format!("{name}.txt"));
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for support in [0, 100] {
            let mut set = containers(&name, &text, effort, &recorded)?;
            for request in &mut set.requests {
                request.support_percent = support;
            }
            if support > 0 {
                set.name.push_str(", wholly supported");
            }
            sets.push(set);
        }
    }
    if folder.join("ecommerce_items.csv.gz").exists() {
        sets.extend(orders(folder)?);
    }
    Ok(sets)
}

fn recorded(folder: &Path) -> Result<BTreeMap<String, f64>, Failure> {
    let Ok(text) = fs::read_to_string(folder.join("thpack-expected.csv")) else { return Ok(BTreeMap::new()) };
    let mut found = BTreeMap::new();
    for line in text.lines() {
        let (name, fill) = line.rsplit_once(',').ok_or("a recorded fill wants a name and a number")?;
        found.insert(name.to_owned(), fill.parse()?);
    }
    Ok(found)
}

fn containers(name: &str, text: &str, effort: u32, known: &BTreeMap<String, f64>) -> Result<Set, Failure> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let mut next = move || -> Result<Vec<u32>, Failure> {
        let line = lines.next().ok_or("the file ends early")?;
        Ok(line.split_ascii_whitespace().map(str::parse).collect::<Result<_, _>>()?)
    };
    let one = |row: &[u32], at: usize| row.get(at).copied().ok_or("a row is too short");
    let aim = if name == "thpack9" { Aim::Boxes } else { Aim::Fill };
    let (mut requests, mut recorded) = (Vec::new(), Vec::new());
    for problem in 1..=one(&next()?, 0)? {
        next()?;
        let row = next()?;
        let size = Dimensions { length: one(&row, 0)?, width: one(&row, 1)?, height: one(&row, 2)? };
        let mut box_type = carton("container", size)?;
        box_type.stock = (aim == Aim::Fill).then_some(1);
        let types = one(&next()?, 0)?;
        let mut items = Vec::new();
        for at in 0..types {
            let mut row = next()?;
            if row.len() == 7 {
                row.insert(4, 1); // three rows of thpack9 lack the width's flag
            }
            let [_, length, l, width, w, height, h, count] =
                row.try_into().map_err(|_| "a type has eight numbers")?;
            let mut one = item(&format!("type-{at:02}"), count, Dimensions { length, width, height }, 0)?;
            one.rule.upright = upright([l == 1, w == 1, h == 1]);
            items.push(one);
        }
        requests.push(request(items, vec![box_type], 0, effort)?);
        let key = match name {
            "thpack8" => format!("Loh and Nee #{problem}"),
            _ => format!("Bischoff #{types}-{problem}"),
        };
        recorded.extend(known.get(&key));
    }
    let recorded = (recorded.len() == requests.len()).then_some(recorded);
    Ok(Set { name: name.to_owned(), requests, aim, recorded })
}

fn request(
    items: Vec<PackItem>,
    boxes: Vec<BoxType>,
    support: u8,
    effort: u32,
) -> Result<PackRequest, Failure> {
    let mut request: PackRequest = serde_json::from_str(r#"{"currency": "EUR", "items": [], "boxes": []}"#)?;
    (request.items, request.boxes, request.support_percent, request.effort) = (items, boxes, support, effort);
    Ok(request)
}

fn unpacked(path: &Path) -> Result<String, Failure> {
    let mut text = String::new();
    GzDecoder::new(fs::File::open(path)?).read_to_string(&mut text)?;
    Ok(text)
}

fn number(row: &csv::StringRecord, at: usize) -> Result<u32, Failure> {
    Ok(row.get(at).ok_or("a column is missing")?.trim().parse()?)
}

fn orders(folder: &Path) -> Result<Vec<Set>, Failure> {
    let mut boxes = Vec::new();
    let text = fs::read_to_string(folder.join("boxes.csv"))?;
    for row in csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).records() {
        let row = row?;
        let size = |from: usize| -> Result<Dimensions, Failure> {
            let [width, length, height] =
                [number(&row, from)?, number(&row, from + 1)?, number(&row, from + 2)?];
            Ok(Dimensions { length, width, height })
        };
        let mut one = carton(row.get(0).unwrap_or_default(), size(5)?)?;
        one.outer = Some(size(1)?);
        one.tare = Weight::grams(number(&row, 4)?);
        one.max_weight = Some(Weight::grams(number(&row, 8)?));
        boxes.push(one);
    }
    let mut by_order: BTreeMap<String, Vec<PackItem>> = BTreeMap::new();
    let text = unpacked(&folder.join("ecommerce_items.csv.gz"))?;
    for row in csv::Reader::from_reader(text.as_bytes()).records() {
        let row = row?;
        let items = by_order.entry(row.get(0).unwrap_or_default().to_owned()).or_default();
        let size = Dimensions { width: number(&row, 3)?, length: number(&row, 4)?, height: number(&row, 5)? };
        let id = format!("{}-{}", row.get(2).unwrap_or_default(), items.len());
        let mut one = item(&id, 1, size, number(&row, 6)?)?;
        one.quantity = Quantity::new(number(&row, 1)?);
        items.push(one);
    }
    let mut recorded: BTreeMap<String, [f64; 2]> = BTreeMap::new();
    let text = unpacked(&folder.join("ecommerce_expected.csv.gz"))?;
    for row in csv::Reader::from_reader(text.as_bytes()).records() {
        let row = row?;
        let counts = [f64::from(number(&row, 1)?), f64::from(number(&row, 4)?)];
        recorded.insert(row.get(0).unwrap_or_default().to_owned(), counts);
    }
    let mut sets = Vec::new();
    for (flat, support) in [(true, 0), (false, 0), (true, 75), (false, 75)] {
        let mut requests = Vec::new();
        for items in by_order.values() {
            let mut items = items.clone();
            for item in &mut items {
                item.rule.upright = upright(if flat { [false, false, true] } else { [true; 3] });
            }
            requests.push(request(items, boxes.clone(), support, 1)?);
        }
        let rest = if support == 0 { "" } else { ", 75 % supported" };
        let name = format!("web orders, {}{rest}", if flat { "kept flat" } else { "turned freely" });
        let known = by_order
            .keys()
            .filter_map(|order| recorded.get(order))
            .map(|[two, three]| if flat { *two } else { *three });
        let known: Vec<f64> = known.collect();
        let recorded = (known.len() == requests.len()).then_some(known);
        sets.push(Set { name, requests, aim: Aim::Boxes, recorded });
    }
    Ok(sets)
}
