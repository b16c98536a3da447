//! Warehouses and goods as the tables imply them: one warehouse per seller state, stocked with what its sellers sold.

use std::collections::{BTreeMap, BTreeSet};

use oms_core::catalog::Sku;
use oms_core::network::Node;
use oms_core::value::{
    CategoryId, Currency, Dimensions, GeoPoint, Money, NodeId, RegionCode, SkuId, Text, Weight,
};

use super::Dirt;
use super::tables::{ItemRow, Tables};

/// The state of sellers that the table of sellers does not know.
pub(super) const UNKNOWN: &str = "unknown";

/// What can be looked up about the items of all orders.
#[derive(Clone, Debug, Default)]
pub(super) struct Network {
    pub(super) nodes: Vec<Node>,
    pub(super) skus: BTreeMap<SkuId, Sku>,
    /// Units sold by SKU and node.
    pub(super) stock: BTreeMap<(SkuId, NodeId), u32>,
    /// The middle of each state, for ZIP prefixes that are not in the table.
    pub(super) middles: BTreeMap<String, GeoPoint>,
}

/// The state a seller is in, by the table of sellers.
pub(super) fn seller_state<'t>(tables: &'t Tables, seller: &str) -> &'t str {
    let state = tables.sellers.get(seller).map_or("", |seller| seller.state.as_str());
    if state.is_empty() { UNKNOWN } else { state }
}

pub(super) fn node_id(state: &str) -> Option<NodeId> {
    NodeId::new(format!("wh-{state}")).ok()
}

impl Network {
    /// Builds nodes, SKUs and stock, counting what is missing.
    pub(super) fn build(tables: &Tables, dirt: &mut Dirt) -> Self {
        let mut network = Self { middles: middles(tables), ..Self::default() };
        let mut units: BTreeMap<&str, u64> = BTreeMap::new();
        let mut sellers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for item in tables.orders.iter().flat_map(|order| &order.items) {
            let state = seller_state(tables, &item.seller);
            dirt.count_if(state == UNKNOWN, "items_of_unknown_seller", &item.seller);
            *units.entry(state).or_default() += 1;
            sellers.entry(state).or_default().insert(&item.seller);
            network.stock_item(tables, item, state, dirt);
        }
        for seller in sellers.values().flatten() {
            let placed = tables.sellers.get(*seller).is_none_or(|row| tables.places.contains_key(&row.zip));
            dirt.count_if(!placed && !tables.places.is_empty(), "sellers_zip_not_in_zip_prefix_geo", seller);
        }
        let mut busiest: Vec<(&str, u64)> = units.into_iter().collect();
        busiest.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        for (rank, (state, _)) in (1_u32..).zip(busiest) {
            let Some(id) = node_id(state) else { continue };
            let sellers = sellers.get(state).into_iter().flatten();
            let location = position(tables, state, sellers, dirt).or(network.middles.get(state).copied());
            dirt.count_if(location.is_none(), "warehouses_without_position", state);
            network.nodes.push(Node {
                name: Text::new(format!("Sellers in {state}")).unwrap_or_default(),
                location,
                region: RegionCode::new(state).ok(),
                priority: rank,
                ..Node::new(id)
            });
        }
        network.nodes.sort_by(|a, b| a.id.cmp(&b.id));
        network
    }

    fn stock_item(&mut self, tables: &Tables, item: &ItemRow, state: &str, dirt: &mut Dirt) {
        let row = tables.products.get(&item.product);
        dirt.count_if(row.is_none(), "items_of_unknown_product", &item.product);
        if let Some(row) = row {
            let category = &row.category;
            dirt.count_if(category.is_empty(), "items_product_without_category", &item.product);
            let untranslated = !category.is_empty()
                && !tables.translated.is_empty()
                && !tables.translated.contains_key(category);
            dirt.count_if(untranslated, "items_category_without_translation", category);
            dirt.count_if(row.grams.is_none(), "items_product_weight_missing", &item.product);
            dirt.count_if(row.grams == Some(0), "items_product_weight_zero", &item.product);
            dirt.count_if(row.size.is_none(), "items_product_dims_missing", &item.product);
        }
        let (Ok(id), Some(node)) = (SkuId::new(&item.product), node_id(state)) else {
            return dirt.count("items_product_id_unusable", &item.product);
        };
        *self.stock.entry((id.clone(), node)).or_default() += 1;
        self.skus.entry(id.clone()).or_insert_with(|| Sku {
            category: row.and_then(|row| CategoryId::new(&row.category).ok()),
            weight: Weight::grams(row.and_then(|row| row.grams).unwrap_or(0)),
            dimensions: row.and_then(|row| row.size).map(|[length, width, height]| Dimensions {
                length,
                width,
                height,
            }),
            price: Some(Money::from_minor(item.price.minor(), Currency::BRL)),
            ..Sku::new(id)
        });
    }
}

/// The median of the positions of the state's sellers, each coordinate for itself, so that a seller placed in the wrong
/// town moves nothing. Sellers whose ZIP prefix lies in another state count only where there is no other.
fn position<'s>(
    tables: &Tables,
    state: &str,
    sellers: impl Iterator<Item = &'s &'s str>,
    dirt: &mut Dirt,
) -> Option<GeoPoint> {
    let (mut home, mut away) = (Vec::new(), Vec::new());
    for seller in sellers {
        let place = tables.sellers.get(*seller).and_then(|row| tables.places.get(&row.zip));
        let Some(place) = place else { continue };
        if place.state == state {
            home.push(place.point);
        } else {
            dirt.count("sellers_zip_in_another_state", seller);
            away.push(place.point);
        }
    }
    median(if home.is_empty() { away } else { home })
}

fn middles(tables: &Tables) -> BTreeMap<String, GeoPoint> {
    let mut by_state: BTreeMap<&str, Vec<GeoPoint>> = BTreeMap::new();
    for place in tables.places.values() {
        by_state.entry(&place.state).or_default().push(place.point);
    }
    by_state.into_iter().filter_map(|(state, points)| Some((state.to_owned(), median(points)?))).collect()
}

fn median(points: Vec<GeoPoint>) -> Option<GeoPoint> {
    let middle = |mut values: Vec<i32>| {
        values.sort_unstable();
        values.get(values.len() / 2).copied()
    };
    let lat_micro = middle(points.iter().map(|point| point.lat_micro).collect())?;
    let lon_micro = middle(points.iter().map(|point| point.lon_micro).collect())?;
    Some(GeoPoint { lat_micro, lon_micro })
}
