//! Documents that the core prints, looked at by other hands: barcodes are read by a reader library.

mod barcodes;
mod font;
mod print;
mod reader;
