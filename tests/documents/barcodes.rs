//! Barcodes that the core computes are read again.

use oms_core::document::{Barcode, BarcodeRequest, QrCorrection, Symbology, encode_barcode, sscc};
use proptest::prelude::*;

use crate::reader::{drawn, encoded, read, round_trip};

/// Symbols between start and check, of a Code 128.
fn symbols(content: &str) -> usize {
    let Barcode::Bars(bars) = encoded(Symbology::Code128, content) else { panic!("bars") };
    (bars.modules() as usize - 13) / 11 - 2
}

#[test]
fn code_128_is_read_and_takes_the_fewest_symbols() {
    // (content, symbols between start and check)
    let cases = [
        ("SF1234567890123", 10), // SF, to C, 6 pairs, back to B and a digit: 2 + 1 + 6 + 1 … or digit first
        ("773123456789012", 9),  // a digit, to C, seven pairs; or seven pairs, to B, a digit
        ("1234", 2),
        ("12", 1),
        ("A", 1),
        ("AB12CD", 6),
        ("AB1234CD", 8), // two pairs and two switches save nothing
        ("12345A", 5),
        ("a\u{1}b", 4),            // shift
        ("\u{1}\u{2}\u{3}abc", 7), // switch
        ("JD0002", 5),
        ("^FS~>_", 6),
    ];
    for (content, fewest) in cases {
        assert_eq!(round_trip(Symbology::Code128, content), content);
        assert_eq!(symbols(content), fewest, "{content:?}");
    }
}

#[test]
fn every_symbol_of_code_128_is_read() {
    for value in 0..100 {
        let pair = format!("{value:02}{value:02}");
        assert_eq!(round_trip(Symbology::Code128, &pair), pair);
    }
    for byte in 0..128_u8 {
        let text = format!("{}{}Q", char::from(byte), char::from(byte));
        assert_eq!(round_trip(Symbology::Code128, &text), text, "{byte}");
    }
}

#[test]
fn retail_and_carton_numbers_are_read_with_their_check_digits() {
    for first in 0..10 {
        let twelve = format!("{first}00638133393");
        let read = round_trip(Symbology::Ean13, &twelve);
        assert_eq!((read.len(), read.starts_with(&twelve)), (13, true));
    }
    assert_eq!(round_trip(Symbology::Ean13, "6901234567892"), "6901234567892");
    assert_eq!(round_trip(Symbology::UpcA, "03600029145"), "036000291452");
    assert_eq!(round_trip(Symbology::Itf14, "1540014128876"), "15400141288763");
    assert_eq!(round_trip(Symbology::Itf14, "98765432109213"), "98765432109213");
}

#[test]
fn every_character_of_code_39_is_read() {
    for text in ["0123456789", "ABCDEFGHIJKLM", "NOPQRSTUVWXYZ", "A-. $/+%B"] {
        assert_eq!(round_trip(Symbology::Code39, text), text);
    }
}

#[test]
fn gs1_elements_are_read_with_separators_where_lengths_vary() {
    let read = |content| round_trip(Symbology::Gs1_128, content);
    assert_eq!(read("(00)006141411234567890"), "]C100006141411234567890");
    assert_eq!(
        read("(01)09501101530003(17)290704(10)AB-123"),
        "]C1010950110153000317290704".to_owned() + "10AB-123"
    );
    assert_eq!(read("(10)A1(21)7"), "]C110A1\u{1d}217");
    assert_eq!(read("(10)A(x)(3103)001500"), "]C110A(x)\u{1d}3103001500");
    assert_eq!(read(&sscc("10614141123456789").unwrap()), "]C100106141411234567897");
}

/// What a Data Matrix says. Of one that declares itself as UTF-8 the reader gives the bytes, one a character, and
/// twice.
fn data_matrix(content: &str) -> String {
    let read = round_trip(Symbology::DataMatrix, content);
    if content.is_ascii() {
        return read;
    }
    let bytes: Vec<u8> = read.chars().map(|char| u8::try_from(char).unwrap_or(b'?')).collect();
    let (once, again) = bytes.split_at(bytes.len() / 2);
    let bytes = if once == again { once } else { &bytes };
    String::from_utf8(bytes.to_vec()).unwrap_or(read)
}

#[test]
fn qr_and_data_matrix_are_read_in_any_script() {
    let texts = [
        "https://example.com/r/8f3a?o=1001",
        "1234567890",
        "ORDER 17",
        "退货请扫码：浙江省杭州市西湖区文三路 90 号",
        "ä",
    ];
    for text in texts {
        assert_eq!(round_trip(Symbology::Qr, text), text);
        assert_eq!(data_matrix(text), text);
    }
    for correction in [QrCorrection::Low, QrCorrection::Medium, QrCorrection::Quartile, QrCorrection::High] {
        let text = "0123456789".repeat(30);
        let asked = BarcodeRequest { correction, ..BarcodeRequest::new(Symbology::Qr, &text) };
        let code = encode_barcode(&asked).unwrap();
        assert_eq!(read(drawn(&code), Symbology::Qr).as_deref(), Ok(&*text));
    }
}

#[test]
fn damage_that_the_correction_allows_is_survived() {
    let asked = BarcodeRequest {
        correction: QrCorrection::High,
        ..BarcodeRequest::new(Symbology::Qr, "https://example.com/returns")
    };
    let mut picture = drawn(&encode_barcode(&asked).unwrap());
    let middle = picture.width / 2;
    picture.blacken(middle - 8, middle - 8, 16, 16);
    assert_eq!(read(picture, Symbology::Qr).as_deref(), Ok("https://example.com/returns"));
}

fn problem(symbology: Symbology, content: &str) -> String {
    let error = encode_barcode(&BarcodeRequest::new(symbology, content)).unwrap_err();
    assert_eq!(error.code(), "document.invalid");
    oms_core::Error::from(error).problems()[0].code.to_string()
}

#[test]
fn what_a_symbology_cannot_say_is_refused_with_its_reason() {
    let cases = [
        (Symbology::Code128, "", "barcode.bad_length"),
        (Symbology::Code128, "é", "barcode.bad_character"),
        (Symbology::Ean13, "4006381333932", "barcode.bad_check_digit"),
        (Symbology::Ean13, "40063813339", "barcode.bad_length"),
        (Symbology::Ean13, "40063813339A", "barcode.bad_character"),
        (Symbology::UpcA, "036000291453", "barcode.bad_check_digit"),
        (Symbology::Itf14, "15400141288764", "barcode.bad_check_digit"),
        (Symbology::Itf14, "154001412887631", "barcode.bad_length"),
        (Symbology::Code39, "abc", "barcode.bad_character"),
        (Symbology::Code39, "A*B", "barcode.bad_character"),
        (Symbology::Gs1_128, "00106141411234567897", "barcode.bad_structure"),
        (Symbology::Gs1_128, "(00)106141411234567890", "barcode.bad_check_digit"),
        (Symbology::Gs1_128, "(00)1", "barcode.bad_length"),
        (Symbology::Gs1_128, "(17)291301", "barcode.bad_structure"),
        (Symbology::Gs1_128, "(05)1", "barcode.unknown_identifier"),
        (Symbology::Gs1_128, "(10)批号", "barcode.bad_character"),
        (Symbology::Gs1_128, "(10)", "barcode.bad_length"),
        (Symbology::Gs1_128, "(10", "barcode.bad_structure"),
        (Symbology::Gs1_128, "(91)0123456789012345678901234567890123456789012345678", "barcode.bad_length"),
        (Symbology::Qr, "", "barcode.bad_length"),
        (Symbology::DataMatrix, "", "barcode.bad_length"),
    ];
    for (symbology, content, code) in cases {
        assert_eq!(problem(symbology, content), code, "{symbology:?} {content:?}");
    }
    assert_eq!(problem(Symbology::Qr, &"x".repeat(2_400)), "barcode.bad_length");
    assert_eq!(problem(Symbology::DataMatrix, &"x".repeat(1_600)), "barcode.bad_length");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_ascii_text_comes_back_from_code_128(content in "[ -~]{1,40}|[0-9]{1,40}|[A-Z0-9\u{1}-\u{1f}]{1,30}") {
        prop_assert_eq!(round_trip(Symbology::Code128, &content), content);
    }

    #[test]
    fn any_digits_come_back_from_ean_and_itf(ean in "[0-9]{12}", itf in "[0-9]{13}") {
        prop_assert!(round_trip(Symbology::Ean13, &ean).starts_with(&ean));
        prop_assert!(round_trip(Symbology::Itf14, &itf).starts_with(&itf));
    }

    #[test]
    fn any_text_comes_back_from_qr(content in "[ -~]{1,120}|[0-9A-Z$%*+./: -]{1,80}|[一-龥a-z]{4,60}") {
        prop_assert_eq!(round_trip(Symbology::Qr, &content), content);
    }

    #[test]
    fn any_text_comes_back_from_data_matrix(content in "[ -~]{1,120}|[0-9]{1,80}|[一-龥a-z]{1,60}") {
        prop_assert_eq!(data_matrix(&content), content);
    }

    #[test]
    fn no_content_makes_an_encoder_panic(content in any::<String>(), digits in "[0-9()]{0,60}", kind in 0_usize..8) {
        let kinds = [Symbology::Code128, Symbology::Gs1_128, Symbology::Ean13, Symbology::UpcA, Symbology::Itf14,
            Symbology::Code39, Symbology::Qr, Symbology::DataMatrix];
        for content in [&content, &digits] {
            if let Err(error) = encode_barcode(&BarcodeRequest::new(kinds[kind], content)) {
                prop_assert_eq!(error.code(), "document.invalid");
            }
        }
    }
}
