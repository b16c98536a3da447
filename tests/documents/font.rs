//! A TrueType font of our own: every character that is asked for is an empty box, so that a test needs no font file.

/// Units of the em.
const EM: u16 = 1_000;

fn u16s(values: &[u16]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_be_bytes()).collect()
}

fn u32s(values: &[u32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_be_bytes()).collect()
}

/// A square outline: one contour of four points on the curve.
fn outline() -> Vec<u8> {
    let mut glyph = u16s(&[1, 100, 0, 900, 800, 3, 0]); // one contour, its frame, its last point, no instructions
    glyph.extend([1, 1, 1, 1]); // on the curve, coordinates as words
    glyph.extend(u16s(&[100, 800, 0, 800_u16.wrapping_neg()])); // x, each from the one before
    glyph.extend(u16s(&[0, 0, 800, 0])); // y
    glyph
}

fn head() -> Vec<u8> {
    let mut head = u32s(&[0x0001_0000, 0x0001_0000, 0, 0x5f0f_3cf5]);
    head.extend(u16s(&[0, EM]));
    head.extend([0; 16]); // made and changed at nothing
    head.extend(u16s(&[100, 0, 900, 800, 0, 8, 2, 1, 0])); // frame, style, smallest size, direction, long offsets, form
    head
}

/// The font of some characters.
pub fn boxes(characters: &str) -> Vec<u8> {
    let mut characters: Vec<char> = characters.chars().collect();
    characters.sort_unstable();
    characters.dedup();
    let count = characters.len() as u16 + 1;
    let glyph = outline();
    let groups: Vec<u8> = characters
        .iter()
        .zip(1_u32..)
        .flat_map(|(char, glyph)| u32s(&[u32::from(*char), u32::from(*char), glyph]))
        .collect();
    let mut cmap = u16s(&[0, 1, 3, 10]);
    cmap.extend(u32s(&[12]));
    cmap.extend(u16s(&[12, 0]));
    cmap.extend(u32s(&[16 + groups.len() as u32, 0, characters.len() as u32]));
    cmap.extend(groups);
    let hhea = [u16s(&[1, 0, 880, 120_u16.wrapping_neg(), 0, EM]), vec![0; 22], u16s(&[count])].concat();
    let maxp = [u32s(&[0x0001_0000]), u16s(&[count, 4, 1, 0, 0, 2]), vec![0; 16]].concat();
    let tables: [(&[u8; 4], Vec<u8>); 7] = [
        (b"cmap", cmap),
        (b"glyf", glyph.repeat(usize::from(count))),
        (b"head", head()),
        (b"hhea", hhea),
        (b"hmtx", u16s(&[EM, 100]).repeat(usize::from(count))),
        (b"loca", u32s(&(0..=u32::from(count)).map(|at| at * glyph.len() as u32).collect::<Vec<_>>())),
        (b"maxp", maxp),
    ];
    let mut font = u32s(&[0x0001_0000]);
    font.extend(u16s(&[tables.len() as u16, 64, 2, 48]));
    let mut offset = 12 + 16 * tables.len();
    let mut body = Vec::new();
    for (tag, table) in &tables {
        font.extend(*tag);
        font.extend(u32s(&[0, offset as u32, table.len() as u32]));
        let padded = table.len().next_multiple_of(4);
        body.extend(table);
        body.resize(body.len() + padded - table.len(), 0);
        offset += padded;
    }
    font.extend(body);
    font
}
