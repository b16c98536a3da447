//! The example tells the story that is written beside it, as its siblings in Python and Node do.
//!
//! `BLESS=1 cargo test --test flash_sale` writes it anew.

#[expect(dead_code, reason = "an example's main is not called here")]
#[path = "../examples/flash_sale/main.rs"]
mod flash_sale;

#[test]
fn the_flash_sale_oversells_nobody_and_says_why() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/flash_sale.txt");
    let told = flash_sale::story().unwrap();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &told).unwrap();
    }
    assert_eq!(
        told,
        std::fs::read_to_string(path).unwrap(),
        "run with BLESS=1 if the story is meant to change"
    );
}
