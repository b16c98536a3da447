//! A packed box as a picture: SVG, isometric, one colour for each item, in whole numbers.

use std::fmt::Write;

use super::{PackPlacement, PackRequest, PackedParcel};
use crate::value::{Dimensions, LineId};

/// Fills of the tops; sides are darker by a shade that is drawn over them.
const COLOURS: [&str; 10] = [
    "#e8b04b", "#5b9bd5", "#70ad47", "#d86b5b", "#9a7fd1", "#4bb5a8", "#c98fb0", "#a3a54b", "#7f8fa9",
    "#d9925b",
];
/// The larger side of the picture.
const PICTURE: i64 = 600;

/// A packed box as an SVG picture, seen from above its far corner: the box as lines, each item in a colour of its own
/// with its name as a tooltip, drawn from the back to the front. Nothing when the parcel is in no box of the request.
///
/// Coordinates are whole numbers, so that the same parcel gives the same bytes everywhere.
#[must_use]
pub fn draw_packing(request: &PackRequest, parcel: &PackedParcel) -> Option<String> {
    let id = parcel.carton.as_ref()?;
    let carton = request.boxes.iter().find(|carton| carton.id == *id)?;
    let view = View::of(carton.inner);
    let items: Vec<&LineId> = request.items.iter().map(|item| &item.id).collect();
    let mut svg = String::new();
    let (width, height) = (view.width, view.height);
    let name = escaped(id.as_str());
    // Writing to a string cannot fail.
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\"><title>{name}</title>"
    );
    view.back(&mut svg, carton.inner);
    for one in back_to_front(&parcel.placements) {
        let place = items.iter().position(|item| **item == one.item).unwrap_or(0);
        let colour = COLOURS.get(place % COLOURS.len()).copied().unwrap_or("#cccccc");
        view.cuboid(&mut svg, one, colour);
    }
    svg.push_str("</svg>\n");
    Some(svg)
}

/// Placements so that what hides others comes after them. Cuboids apart from each other can hide one another in a ring;
/// then the one whose low corner is nearest to the back goes first.
fn back_to_front(placements: &[PackPlacement]) -> Vec<&PackPlacement> {
    let mut sorted: Vec<&PackPlacement> = placements.iter().collect();
    sorted.sort_by_key(|one| {
        let at = one.position;
        (u64::from(at.x) + u64::from(at.y) + u64::from(at.z), at)
    });
    // Per placement how many that it hides are still to be drawn.
    let hidden = |one: &&PackPlacement| sorted.iter().filter(|other| hides(one, other)).count();
    let mut waiting: Vec<Option<usize>> = sorted.iter().map(hidden).map(Some).collect();
    let mut order = Vec::with_capacity(sorted.len());
    while order.len() < sorted.len() {
        let free = waiting.iter().position(|left| *left == Some(0));
        let Some(next) = free.or_else(|| waiting.iter().position(Option::is_some)) else { break };
        let Some(drawn) = sorted.get(next).copied() else { break };
        for (one, left) in sorted.iter().zip(waiting.iter_mut()) {
            if let Some(left) = left.as_mut().filter(|_| hides(one, drawn)) {
                *left = left.saturating_sub(1);
            }
        }
        if let Some(slot) = waiting.get_mut(next) {
            *slot = None;
        }
        order.push(drawn);
    }
    order
}

/// Whether the one may hide the other: it lies wholly beyond it on some axis, towards who looks, and the other on none.
fn hides(one: &PackPlacement, other: &PackPlacement) -> bool {
    let ends = |at: &PackPlacement| {
        let (p, s) = (at.position, at.size);
        [(p.x, s.length), (p.y, s.width), (p.z, s.height)]
            .map(|(from, edge)| (from, from.saturating_add(edge)))
    };
    let (a, b) = (ends(one), ends(other));
    let beyond = a.iter().zip(&b).any(|(a, b)| a.0 >= b.1);
    let behind = a.iter().zip(&b).any(|(a, b)| b.0 >= a.1);
    beyond && !behind
}

/// From millimetres to the picture.
struct View {
    /// Thousandths of a picture unit per millimetre.
    scale: i64,
    left: i64,
    top: i64,
    width: i64,
    height: i64,
}

impl View {
    fn of(size: Dimensions) -> Self {
        let (l, w, h) = (i64::from(size.length), i64::from(size.width), i64::from(size.height));
        // cos 30° = 0.866, sin 30° = 0.5
        let (across, down) = ((l + w) * 866 / 1000, (l + w) / 2 + h);
        let scale = PICTURE * 1000 / across.max(down).max(1);
        let of = |millimetres: i64| millimetres * scale / 1000;
        let margin = 10;
        Self {
            scale,
            left: of(w * 866 / 1000) + margin,
            top: of(h) + margin,
            width: of(across) + 2 * margin,
            height: of(down) + 2 * margin,
        }
    }

    /// A place in the box as a point: length to the right and down, width to the left and down, height up.
    fn point(&self, x: i64, y: i64, z: i64) -> String {
        let right = (x - y) * 866 / 1000 * self.scale / 1000 + self.left;
        let down = ((x + y) / 2 - z) * self.scale / 1000 + self.top;
        format!("{right},{down}")
    }

    fn face(&self, svg: &mut String, corners: [[i64; 3]; 4], fill: &str) {
        let points = corners.map(|[x, y, z]| self.point(x, y, z)).join(" ");
        let _ = write!(svg, "<polygon points=\"{points}\" {fill}/>");
    }

    /// The floor and the two walls at the back.
    fn back(&self, svg: &mut String, size: Dimensions) {
        let (l, w, h) = (i64::from(size.length), i64::from(size.width), i64::from(size.height));
        let line = "fill=\"#f6f1e7\" stroke=\"#8a7a5c\"";
        self.face(svg, [[0, 0, 0], [l, 0, 0], [l, w, 0], [0, w, 0]], line);
        self.face(svg, [[0, 0, 0], [l, 0, 0], [l, 0, h], [0, 0, h]], line);
        self.face(svg, [[0, 0, 0], [0, w, 0], [0, w, h], [0, 0, h]], line);
    }

    /// The three faces of a placement that can be seen.
    fn cuboid(&self, svg: &mut String, one: &PackPlacement, colour: &str) {
        let (at, size) = (one.position, one.size);
        let [x, y, z] = [i64::from(at.x), i64::from(at.y), i64::from(at.z)];
        let (a, b, c) = (x + i64::from(size.length), y + i64::from(size.width), z + i64::from(size.height));
        let name = escaped(one.item.as_str());
        let _ = write!(svg, "<g stroke=\"#333\" stroke-width=\"1\"><title>{name}</title>");
        self.face(svg, [[x, y, c], [a, y, c], [a, b, c], [x, b, c]], &format!("fill=\"{colour}\""));
        for (corners, shade) in [
            ([[x, b, z], [a, b, z], [a, b, c], [x, b, c]], "0.18"),
            ([[a, y, z], [a, b, z], [a, b, c], [a, y, c]], "0.34"),
        ] {
            self.face(svg, corners, &format!("fill=\"{colour}\""));
            self.face(svg, corners, &format!("fill=\"#000\" fill-opacity=\"{shade}\""));
        }
        svg.push_str("</g>");
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
