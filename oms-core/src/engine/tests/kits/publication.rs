//! Channels are told of virtual kits what their components make.

use super::*;

fn published(shop: &Shop, skus: &[&str]) -> Vec<(Vec<i64>, i64)> {
    let ask = json!({"tenant": "acme", "skus": skus, "at": at(0)});
    let answer = shop.oms.publication(&serde_json::from_value(ask).unwrap()).unwrap();
    let row = |of: &crate::engine::SkuPublication| {
        let nodes = of.nodes.iter().map(|node| node.atf).collect();
        (nodes, of.publication.published)
    };
    answer.iter().map(row).collect()
}

#[test]
fn a_kit_is_published_as_often_as_nodes_can_send_it_whole() {
    let shop = sets(&[("a", 9), ("b", 5)], &[("a", 3), ("b", 20)]);
    let policy = json!({"channels": [{"channel": "web", "sharing": {"type": "full"}}]});
    shop.act(json!({"type": "put_publication_policy", "policy": policy}));
    // 9 mugs and 3 spoons make 3 at a, 5 and 20 make 2 at b; mugs are published beside them.
    assert_eq!(published(&shop, &["set", "mug"]), [(vec![3, 2], 5), (vec![9, 5], 14)]);
    let told = shop.act(json!({"type": "publish_stock", "skus": ["set", "mug"]}));
    assert_eq!(told.events.len(), 2);
    // Five mugs at a are held, and two of the others stay with a quota.
    shop.act(reserve_stock("r1", "a", 5, 99));
    assert_eq!(published(&shop, &["set"]), [(vec![2, 2], 4)]);
    shop.act(json!({"type": "allocate_quota", "sku": "mug", "part": {"group": ["vip"], "node": "a", "quantity": 2}}));
    assert_eq!(published(&shop, &["set"]), [(vec![1, 2], 3)]);
    let told = shop.act(json!({"type": "publish_stock", "skus": ["set"]}));
    let [crate::store::Explanation::Publication(explained)] = &told.explanations[..] else { panic!() };
    assert_eq!(explained.publication.published, 3);
    shop.is_sound();
}

#[test]
fn a_configurable_kit_is_published_as_often_as_choices_fill_it() {
    let shop = sets(&[("a", 4), ("b", 9)], &[("a", 1)]);
    let kit = json!({"kitKind": "configurable", "kitChoices": [
        {"id": "two", "min": 2, "each": 2, "options": [{"sku": "mug"}, {"sku": "set"}, {"sku": "spoon"}]}]});
    shop.act(sku("mix", &kit));
    let policy = json!({"channels": [{"channel": "web", "sharing": {"type": "full"}}]});
    shop.act(json!({"type": "put_publication_policy", "policy": policy}));
    assert_eq!(published(&shop, &["mix"]), [(vec![2, 4], 6)]);
}
