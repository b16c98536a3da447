//! XML messages as the same tree that JSON makes: an element with elements in it is an object, one without is its
//! text, elements of one name are a list, attributes stand under their name with `@` before it.

use serde_json::Value;

/// How deep elements may lie in each other.
#[cfg(feature = "xml")]
const DEEPEST: usize = 64;

/// Reads XML; the error says why it cannot be read.
#[cfg(feature = "xml")]
pub(super) fn read(body: &str) -> Result<Value, String> {
    let document = roxmltree::Document::parse(body).map_err(|error| error.to_string())?;
    let root = document.root_element();
    let value = value(root, DEEPEST).ok_or("elements lie too deep in each other")?;
    Ok(Value::Object([(root.tag_name().name().to_owned(), value)].into_iter().collect()))
}

/// This build leaves XML out.
#[cfg(not(feature = "xml"))]
pub(super) fn read(_: &str) -> Result<Value, String> {
    Err("this build reads no XML: switch on the feature `xml`".to_owned())
}

#[cfg(feature = "xml")]
fn value(node: roxmltree::Node<'_, '_>, depth: usize) -> Option<Value> {
    let below = depth.checked_sub(1)?;
    let mut fields = serde_json::Map::new();
    for attribute in node.attributes() {
        fields.insert(format!("@{}", attribute.name()), Value::from(attribute.value()));
    }
    let (mut text, mut elements) = (String::new(), false);
    for child in node.children() {
        if child.is_text() {
            text.push_str(child.text().unwrap_or_default());
        } else if child.is_element() {
            elements = true;
            let (name, value) = (child.tag_name().name(), value(child, below)?);
            match fields.get_mut(name) {
                Some(Value::Array(list)) => list.push(value),
                Some(first) => *first = Value::Array(vec![first.take(), value]),
                None => {
                    fields.insert(name.to_owned(), value);
                }
            }
        }
    }
    Some(if elements || !fields.is_empty() { Value::Object(fields) } else { Value::from(text.trim()) })
}
