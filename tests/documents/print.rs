//! What is printed is looked at: barcodes are read from PDF, ZPL and HTML, Chinese is there, and what cannot be
//! printed is said.

use std::io::Read;

use oms_core::document::{
    PrintFormat, PrintJob, PrintLanguage, PrintPlace, PrintRequest, PrintTemplate, Symbology, TemplateKind,
    render_documents,
};
use oms_core::value::Text;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::font::boxes;
use crate::reader::{Picture, read};

fn party(name: &str) -> Value {
    json!({"name": name, "phone": "13812345678", "country": "DE", "city": "Berlin", "postalCode": "10117",
        "lines": ["Unter den Linden 77"]})
}

fn bill(name: &str) -> Value {
    json!({"type": "waybill", "parcel": "p-1", "carrier": "post", "number": "SF1234567890123", "sortCode": "571-B12-03",
        "sender": party("Sender"), "receiver": party(name), "weight": 1250, "remark": "Ring ^XZ ~JA _ <b>",
        "cashOnDelivery": {"amount": "99.00", "currency": "EUR"}, "qr": "https://example.com/t/1"})
}

fn slip(lines: usize) -> Value {
    let lines: Vec<Value> = (0..lines)
        .map(|at| {
            json!({"sku": format!("sku-{at}"), "name": "A mug", "quantity": 2, "location": format!("A-{at}"),
            "unitPrice": {"amount": "12.50", "currency": "EUR"}})
        })
        .collect();
    json!({"type": "packing_slip", "shipment": "sh-1", "orders": [{"order": "o-1"}], "receiver": party("Ann"),
        "lines": lines, "returnQr": "https://example.com/r/1", "returns": "Scan to send back"})
}

fn job(document: Value) -> PrintJob {
    PrintJob::new(serde_json::from_value(document).unwrap())
}

fn printed(request: &PrintRequest, fonts: &[Vec<u8>]) -> Vec<u8> {
    render_documents(request, fonts).unwrap_or_else(|error| panic!("{error}")).bytes
}

fn text(request: &PrintRequest) -> String {
    String::from_utf8(printed(request, &[])).unwrap()
}

fn problems(request: &PrintRequest, fonts: &[Vec<u8>]) -> Vec<(String, String)> {
    let error = render_documents(request, fonts).unwrap_err();
    assert_eq!(error.code(), "document.invalid");
    let error = oms_core::Error::from(error);
    error.problems().iter().map(|problem| (problem.code.to_string(), problem.path.clone())).collect()
}

/// All streams of a PDF, inflated.
fn streams(pdf: &[u8]) -> Vec<String> {
    let mut streams = Vec::new();
    let find = |from: usize, what: &[u8]| {
        pdf[from..].windows(what.len()).position(|part| part == what).map(|at| from + at)
    };
    let mut at = 0;
    while let Some(start) = find(at, b"\nstream\n") {
        let end = find(start, b"\nendstream").unwrap();
        let mut inflated = Vec::new();
        let body = &pdf[start + 8..end];
        if flate2::read::ZlibDecoder::new(body).read_to_end(&mut inflated).is_err() {
            inflated = body.to_vec();
        }
        streams.push(String::from_utf8_lossy(&inflated).into_owned());
        at = end;
    }
    streams
}

/// Black rectangles of a PDF page in twentieths of a millimetre; `page` is its size in millimetres.
fn picture_of_pdf(content: &str, page: (usize, usize)) -> Picture {
    let (width, height) = (page.0 * 20, page.1 * 20);
    let mut picture = Picture::white(width, height);
    for line in content.lines().filter(|line| line.contains(" re")) {
        let numbers: Vec<usize> = line.split(' ').filter_map(|word| word.parse().ok()).collect();
        let [x, y, wide, high] = numbers[..] else { panic!("{line}") };
        let (left, right) = (x / 5, (x + wide) / 5);
        let (bottom, top) = (y / 5, (y + high) / 5);
        picture.blacken(left, height - top, right - left, top - bottom);
    }
    picture
}

#[test]
fn the_codes_of_a_waybill_are_read_from_its_pdf() {
    let request = PrintRequest::new(PrintFormat::Pdf, vec![job(bill("Jörg Müller"))]);
    let pdf = printed(&request, &[]);
    assert!(pdf.starts_with(b"%PDF-1.7"));
    let page = streams(&pdf).into_iter().find(|stream| stream.contains(" re")).unwrap();
    assert!(page.contains("<4AF67267204DFC6C6C6572"), "the name stands there in WinAnsi");
    let read_as = |symbology| read(picture_of_pdf(&page, (100, 150)), symbology);
    assert_eq!(read_as(Symbology::Code128).as_deref(), Ok("SF1234567890123"));
    assert_eq!(read_as(Symbology::Qr).as_deref(), Ok("https://example.com/t/1"));
    assert_eq!(printed(&request, &[]), pdf, "the same bytes again");
}

/// Bits of a graphic field of ZPL, as pixels.
fn picture_of_graphic(zpl: &str) -> Picture {
    let field = zpl.split("^GFA,").nth(1).unwrap().split("^FS").next().unwrap();
    let mut parts = field.splitn(4, ',');
    let total: usize = parts.next().unwrap().parse().unwrap();
    let bytes: usize = parts.nth(1).unwrap().parse().unwrap();
    let mut rows: Vec<Vec<bool>> = Vec::new();
    let mut nibbles = String::new();
    for char in parts.next().unwrap().chars() {
        if char == ':' {
            rows.push(rows.last().unwrap().clone());
            continue;
        }
        nibbles.push(char);
        if nibbles.len() == bytes * 2 {
            let bits =
                |nibble: char| (0..4).rev().map(move |bit| nibble.to_digit(16).unwrap() >> bit & 1 == 1);
            rows.push(nibbles.drain(..).flat_map(bits).collect());
        }
    }
    assert_eq!(rows.len() * bytes, total);
    let quiet = 20;
    let mut picture = Picture::white(bytes * 8 + 2 * quiet, rows.len() + 2 * quiet);
    for (y, row) in rows.iter().enumerate() {
        for (x, _) in row.iter().enumerate().filter(|(_, dark)| **dark) {
            picture.blacken(x + quiet, y + quiet, 1, 1);
        }
    }
    picture
}

#[test]
fn zpl_carries_the_symbols_that_were_computed_and_no_command_of_a_text() {
    let zpl = text(&PrintRequest::new(PrintFormat::Zpl, vec![job(bill("Ann"))]));
    assert!(zpl.starts_with("^XA^CI28^PW799^LL1199^LH0,0\n") && zpl.ends_with("^XZ\n"), "{zpl}");
    // Start B, `SF1`, then pairs of digits in set C.
    assert!(zpl.contains("^BCN,128,N,N,N,N^FH^FD>:SF1>5234567890123^FS"), "{zpl}");
    assert!(zpl.contains("Ring _5EXZ _7EJA _5F <b>"), "{zpl}");
    assert_eq!(zpl.matches("^XZ").count(), 1);
    assert_eq!(read(picture_of_graphic(&zpl), Symbology::Qr).as_deref(), Ok("https://example.com/t/1"));
}

/// The first SVG of a page whose bars or modules are drawn with a path, as pixels.
fn picture_of_svg(svg: &str) -> Picture {
    let size: Vec<usize> = svg
        .split("viewBox=\"0 0 ")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .split(' ')
        .map(|number| number.parse().unwrap())
        .collect();
    let mut picture = Picture::white(size[0] * 4, size[1] * 4);
    for cell in svg.split(" d=\"M").nth(1).unwrap().split('"').next().unwrap().split('M') {
        let numbers: Vec<usize> = cell
            .split(|char: char| !char.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        picture.blacken(numbers[0] * 4, numbers[1] * 4, numbers[2] * 4, numbers[3] * 4);
    }
    picture
}

#[test]
fn html_holds_every_script_and_codes_that_are_read_and_escapes_what_people_wrote() {
    let mut request = PrintRequest::new(PrintFormat::Html, vec![job(bill("张三丰")), job(slip(3))]);
    request.language = PrintLanguage::Zh;
    let html = text(&request);
    for part in [
        "张三丰",
        "代收货款: 99.00 EUR",
        "发货单",
        "&lt;b&gt;",
        "@page label { size: 100mm 150mm",
        "1.250 kg",
    ] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    assert!(!html.contains("<b>\n</") && !html.contains("12.50"), "no price was asked for");
    let codes: Vec<&str> = html.split("<svg").skip(1).collect();
    let read = |at: usize, symbology| read(picture_of_svg(codes[at]), symbology);
    assert_eq!(codes.len(), 4);
    assert_eq!(read(0, Symbology::Code128).as_deref(), Ok("SF1234567890123"));
    assert_eq!(read(1, Symbology::Qr).as_deref(), Ok("https://example.com/t/1"));
    assert_eq!(read(2, Symbology::Code128).as_deref(), Ok("sh-1"));
    assert_eq!(read(3, Symbology::Qr).as_deref(), Ok("https://example.com/r/1"));
}

#[test]
fn chinese_prints_in_pdf_by_a_given_font_and_what_no_font_has_is_named() {
    let request = PrintRequest::new(PrintFormat::Pdf, vec![job(bill("张三丰"))]);
    assert_eq!(problems(&request, &[]), [("document.missing_glyph".into(), "/jobs/0/document".into())]);
    assert_eq!(
        problems(&request, &[boxes("张三")]),
        [("document.missing_glyph".into(), "/jobs/0/document".into())]
    );
    let pdf = printed(&request, &[boxes("张三丰丁戊己庚辛壬癸")]);
    let found = streams(&pdf);
    // The characters can be copied out of the file, and only they are embedded.
    for code in ["5F20", "4E09", "4E30"] {
        assert!(found.iter().any(|stream| stream.contains("beginbfchar") && stream.contains(code)), "{code}");
    }
    assert!(!found.iter().any(|stream| stream.contains("4E01")), "a glyph that is not used");
    let two = printed(&request, &[boxes("张"), boxes("三丰")]);
    assert_eq!(streams(&two).iter().filter(|stream| stream.contains("beginbfchar")).count(), 2);
}

#[test]
fn chinese_prints_in_zpl_by_a_font_of_the_printer() {
    let mut request = PrintRequest::new(PrintFormat::Zpl, vec![job(bill("张三丰"))]);
    assert_eq!(problems(&request, &[]), [("document.missing_glyph".into(), "/jobs/0/document".into())]);
    request.printer_font = Text::new("E:SIMSUN.TTF").unwrap();
    let zpl = text(&request);
    assert!(zpl.contains("^A@N,32,32,E:SIMSUN.TTF^FH^FD张三丰  13812345678^FS"), "{zpl}");
    request.printer_font = Text::new("E:A^XZ").unwrap();
    assert_eq!(problems(&request, &[]), [("input.invalid_value".into(), "/printerFont".into())]);
}

#[test]
fn a_batch_prints_in_the_order_of_its_waves_and_counts_copies() {
    let placed = |document: Value, wave: u32, slot: u32| PrintJob {
        place: Some(PrintPlace { wave, slot }),
        ..job(document)
    };
    let again =
        PrintJob { printed_before: 2, reason: Text::new("torn").unwrap(), ..placed(bill("Ann"), 1, 2) };
    let jobs = vec![
        job(bill("Last")),
        placed(slip(1), 1, 2),
        placed(bill("B"), 2, 1),
        again,
        placed(bill("A"), 1, 1),
    ];
    let mut request = PrintRequest::new(PrintFormat::Zpl, jobs);
    let run = render_documents(&request, &[]).unwrap();
    let order: Vec<(u32, u32)> = run.printed.iter().map(|one| (one.job, one.copy)).collect();
    assert_eq!(order, [(4, 1), (3, 3), (1, 1), (2, 1), (0, 1)]);
    let zpl = String::from_utf8(run.bytes).unwrap();
    assert!(zpl.contains("1-2  #3") && zpl.contains("torn"), "{zpl}");
    request.jobs[3].reason = Text::default();
    assert_eq!(problems(&request, &[]), [("document.no_reprint_reason".into(), "/jobs/3/reason".into())]);
}

#[test]
fn long_slips_go_on_over_pages_and_long_labels_are_refused() {
    let run = render_documents(&PrintRequest::new(PrintFormat::Pdf, vec![job(slip(200))]), &[]).unwrap();
    assert_eq!(run.printed[0].pages, 4);
    let mut long = bill("Ann");
    long["remark"] = json!("word ".repeat(700));
    let request = PrintRequest::new(PrintFormat::Pdf, vec![job(bill("Ann")), job(long)]);
    assert_eq!(problems(&request, &[]), [("document.does_not_fit".into(), "/jobs/1/document".into())]);
    let mut wide = bill("Ann");
    wide["number"] = json!("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz");
    let request = PrintRequest::new(PrintFormat::Pdf, vec![job(wide)]);
    assert_eq!(problems(&request, &[]), [("document.does_not_fit".into(), "/jobs/0/document/number".into())]);
}

#[test]
fn names_and_telephones_are_masked_where_it_is_asked_for() {
    let mut request = PrintRequest::new(PrintFormat::Zpl, vec![job(bill("Jane Doe"))]);
    request.mask = oms_core::document::PartyMask::NameAndPhone;
    let zpl = text(&request);
    assert!(zpl.contains("J*******  138****5678") && !zpl.contains("13812345678"), "{zpl}");
}

fn with_template(kind: TemplateKind, template: &str) -> PrintRequest {
    let mut request = PrintRequest::new(PrintFormat::Html, vec![job(bill("Ann <i>"))]);
    request.templates = vec![PrintTemplate { kind, text: template.to_owned() }];
    request
}

#[test]
fn users_replace_templates_and_faults_in_them_have_a_place() {
    let own =
        "<p>{{ document.receiver.name }} {{ barcode('data_matrix', document.number) }} {{ words.to }}</p>";
    let html = text(&with_template(TemplateKind::Waybill, own));
    assert!(html.contains("<p>Ann &lt;i&gt; <svg") && html.contains("@page label"), "{html}");
    assert_eq!(text(&with_template(TemplateKind::Page, "{% for one in documents %}-{% endfor %}")), "-");
    let faults = [
        "{% for one in %}",
        "{{ nobody }}",
        "{{ barcode('ean13', document.number) }}",
        "{{ barcode('runes', document.number) }}",
        "{% include 'secret' %}",
        "{% macro loop() %}{{ loop() }}{% endmacro %}{{ loop() }}",
    ];
    for fault in faults {
        let found = problems(&with_template(TemplateKind::Waybill, fault), &[]);
        assert_eq!(found, [("document.bad_template".into(), "/templates/0/text".into())], "{fault}");
    }
}

#[test]
fn a_font_that_is_none_is_refused() {
    let request = PrintRequest::new(PrintFormat::Pdf, vec![job(bill("张"))]);
    let found = problems(&request, &[boxes("张"), b"no font".to_vec()]);
    assert_eq!(found, [("document.bad_font".into(), "/fonts/1".into())]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn no_font_makes_the_writer_panic(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        length in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut font = boxes("张三丰");
        for (at, byte) in cuts {
            let at = at.index(font.len());
            font[at] = byte;
        }
        if cut {
            font.truncate(length.index(font.len()));
        }
        let request = PrintRequest::new(PrintFormat::Pdf, vec![job(bill("张三丰"))]);
        if let Err(error) = render_documents(&request, &[font]) {
            prop_assert_eq!(error.code(), "document.invalid");
        }
    }

    #[test]
    fn no_text_makes_a_renderer_panic(
        name in any::<String>(),
        qr in any::<String>(),
        template in "[{}% a-z.|()']{0,40}",
        format in 0_usize..3,
    ) {
        prop_assume!(name.len() <= 4_096 && qr.len() <= 4_096);
        let mut bill = bill(&name);
        bill["qr"] = json!(qr);
        bill["goods"] = json!(qr);
        let format = [PrintFormat::Html, PrintFormat::Zpl, PrintFormat::Pdf][format];
        let mut request = PrintRequest::new(format, vec![job(bill)]);
        request.templates = vec![PrintTemplate { kind: TemplateKind::Waybill, text: template }];
        if let Err(error) = render_documents(&request, &[]) {
            prop_assert_eq!(error.code(), "document.invalid");
        }
    }
}
