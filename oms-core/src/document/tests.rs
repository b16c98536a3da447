use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::value::Text;

mod waves;

#[test]
fn masks_keep_the_ends_of_telephones_and_the_first_character_of_names() {
    // (name, telephone, mask, name printed, telephone printed)
    let cases = [
        ("张三丰", "13812345678", PartyMask::None, "张三丰", "13812345678"),
        ("张三丰", "13812345678", PartyMask::Phone, "张三丰", "138****5678"),
        ("张三丰", "13812345678", PartyMask::NameAndPhone, "张**", "138****5678"),
        ("张", "1234567", PartyMask::NameAndPhone, "*", "*******"),
        ("", "", PartyMask::NameAndPhone, "", ""),
    ];
    for (name, phone, mask, shown, number) in cases {
        let party = json!({"name": name, "phone": phone, "country": "CN"});
        let bill =
            json!({"parcel": "p", "carrier": "sf", "number": "SF1", "sender": party, "receiver": party});
        let bill: Waybill = serde_json::from_value(bill).unwrap();
        let masked = bill.masked(mask);
        assert_eq!((masked.receiver.name.as_str(), masked.receiver.phone.as_str()), (shown, number));
        assert_eq!(masked.sender, masked.receiver);
        let private = Waybill { privacy_number: Text::new("95013-1").unwrap(), ..bill }.masked(mask);
        assert_eq!((private.sender.phone.as_str(), private.receiver.phone.as_str()), (number, "95013-1"));
    }
}

#[test]
fn a_parcel_passes_when_scans_and_weight_are_right() {
    // (scanned mugs, scanned jars, weight, passes, findings, gap)
    let cases = [
        (2, 0, 1_000, true, 0, None),
        (2, 0, 1_050, true, 0, None),
        (2, 0, 949, false, 0, Some(-51)),
        (1, 1, 1_000, false, 2, None),
        (3, 0, 1_400, false, 1, Some(400)),
    ];
    for (mugs, jars, weight, passes, findings, gap) in cases {
        let check: ParcelCheck = serde_json::from_value(json!({"expected": [{"sku": "mug", "units": 2}],
            "scanned": [{"sku": "mug", "units": mugs}, {"sku": "jar", "units": jars}],
            "expectedWeight": 1000, "weight": weight, "tolerance": 10, "tolerancePercent": 5}))
        .unwrap();
        let verdict = check_parcel(&check);
        assert_eq!((verdict.passes, verdict.findings.len()), (passes, findings));
        assert_eq!(verdict.weight.map(|gap| gap.grams), gap);
    }
}

#[test]
fn a_manifest_adds_up_what_was_weighed() {
    let manifest: HandoverManifest =
        serde_json::from_value(json!({"number": "m", "carrier": "sf", "node": "hz",
        "at": "2026-11-11T10:00:00Z", "parcels": [{"number": "1", "weight": 4294967295_u32},
        {"number": "2", "weight": 4294967295_u32}, {"number": "3"}]}))
        .unwrap();
    assert_eq!((manifest.grams(), manifest.unweighed()), (8_589_934_590, 1));
}

#[test]
fn a_request_that_cannot_be_is_refused_with_every_place() {
    let request: PrintRequest = serde_json::from_value(json!({"format": "pdf", "jobs": [], "dpi": 96,
        "utcOffsetMinutes": -1441, "label": {"width": 49, "height": 150}, "sheet": {"width": 210, "height": 1001},
        "printerFont": "A^XA"}))
    .unwrap();
    let problems = request.problems();
    let paths: Vec<&str> = problems.as_slice().iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["/utcOffsetMinutes", "/label", "/sheet", "/dpi", "/printerFont"]);
}

#[cfg(not(feature = "documents"))]
#[test]
fn without_the_feature_nothing_is_rendered_and_bars_are_still_computed() {
    let request = PrintRequest::new(PrintFormat::Pdf, Vec::new());
    assert_eq!(render_documents(&request, &[]).unwrap_err().code(), "document.no_renderer");
    assert_eq!(encode_barcode(&BarcodeRequest::new(Symbology::Qr, "a")), Err(DocumentError::NoRenderer));
    assert!(encode_barcode(&BarcodeRequest::new(Symbology::Code128, "a")).is_ok());
}

#[cfg(feature = "documents")]
#[test]
fn an_empty_batch_is_an_empty_file() {
    for format in [PrintFormat::Pdf, PrintFormat::Zpl, PrintFormat::Html] {
        let run = render_documents(&PrintRequest::new(format, Vec::new()), &[]).unwrap();
        assert_eq!((run.printed.len(), run.bytes.is_empty()), (0, format == PrintFormat::Zpl));
    }
}

proptest! {
    #[test]
    fn codes_of_places_have_one_order(
        codes in prop::collection::vec("[AB]?-?[0-9]{1,3}(-[0-9]{1,2}){0,2}|[a-z]{0,3}|.{0,6}", 3)
    ) {
        let [one, two, three] = [&codes[0], &codes[1], &codes[2]];
        prop_assert_eq!(location_order(one, two), location_order(two, one).reverse());
        prop_assert_eq!(location_order(one, two).is_eq(), one == two);
        if location_order(one, two).is_le() && location_order(two, three).is_le() {
            prop_assert!(location_order(one, three).is_le());
        }
    }

    #[test]
    fn bars_are_as_wide_as_their_symbology_says(text in "[ -~]{1,40}", ean in "[0-9]{12}", itf in "[0-9]{13}") {
        let modules = |symbology, content: &str| match encode_barcode(&BarcodeRequest::new(symbology, content)) {
            Ok(Barcode::Bars(bars)) => bars.modules(),
            other => panic!("{other:?}"),
        };
        // Each symbol of Code 128 has 11 modules, the stop 13.
        prop_assert_eq!((modules(Symbology::Code128, &text) - 13) % 11, 0);
        prop_assert_eq!(modules(Symbology::Ean13, &ean), 95);
        prop_assert_eq!(modules(Symbology::Itf14, &itf), 4 + 7 * 18 + 5);
    }

    #[test]
    fn code_128_never_takes_more_symbols_than_one_set_alone(text in "[0-9A-Za-z]{1,40}") {
        let Ok(Barcode::Bars(bars)) = encode_barcode(&BarcodeRequest::new(Symbology::Code128, &text)) else {
            panic!("{text}");
        };
        // Start, one symbol a character, check.
        prop_assert!((bars.modules() - 13) / 11 <= 2 + u32::try_from(text.len()).unwrap());
    }
}
