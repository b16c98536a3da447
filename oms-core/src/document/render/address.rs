//! An address as lines: from the large to the small where letters are written so, else as Europe writes it.

use crate::value::Address;

/// The lines of an address, without name and telephone.
pub(super) fn lines(address: &Address) -> Vec<String> {
    let region = address.region.as_ref().map_or("", |region| region.as_str());
    let (city, district, postal) =
        (address.city.as_str(), address.district.as_str(), address.postal_code.as_str());
    let join = |parts: &[&str], by: &str| {
        parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(by)
    };
    let own = address.lines.iter().map(|line| line.as_str().to_owned());
    let lines: Vec<String> = match address.country.as_str() {
        "CN" | "TW" | "HK" | "MO" | "JP" | "KR" => std::iter::once(join(&[region, city, district], " "))
            .chain(own)
            .chain([postal.to_owned()])
            .collect(),
        country => own
            .chain([district.to_owned(), join(&[postal, city], " "), join(&[region, country], " ")])
            .collect(),
    };
    lines.into_iter().filter(|line| !line.trim().is_empty()).collect()
}

/// Name and telephone.
pub(super) fn party(address: &Address) -> String {
    format!("{}  {}", address.name, address.phone).trim().to_owned()
}
