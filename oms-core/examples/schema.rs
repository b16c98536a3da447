//! Writes the JSON Schema of the wire and the cases of the storage contract, each at its place below a folder:
//! `cargo run -p oms-core --example schema --features schema -- FOLDER`.

#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a generator for developers: it writes files, and may stop at a defect"
)]

use std::path::Path;

use oms_core::wire::{WireTypes, contract_cases};
use serde_json::{Map, Value, json};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let folder = std::env::args().nth(1).ok_or("name the folder to write into")?;
    let settings = schemars::generate::SchemaSettings::draft2020_12();
    let mut schema = serde_json::to_value(settings.into_generator().into_root_schema_for::<WireTypes>())?;
    plain_words(&mut schema);
    name_variants(&mut schema)?;
    let schema = serde_json::to_string_pretty(&schema)? + "\n";
    write(&folder, "oms-core/schema/oms.schema.json", &schema)?;
    write(&folder, "bindings/schema/oms.schema.json", &schema)?;
    let cases: Value = serde_json::from_slice(&contract_cases())?;
    write(&folder, "tests/vectors/store_contract.json", &(serde_json::to_string_pretty(&cases)? + "\n"))
}

fn write(folder: &str, name: &str, text: &str) -> Outcome {
    let path = Path::new(folder).join(name);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    Ok(std::fs::write(path, text)?)
}

/// Takes Rust examples and links out of the descriptions.
fn plain_words(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if let Some(Value::String(text)) = fields.get_mut("description") {
                let prose: Vec<&str> = text.split("```").step_by(2).map(str::trim).collect();
                *text = prose.join("\n\n").replace("[`", "`").replace("`]", "`").trim().to_owned();
                while let Some((start, end)) = link(text) {
                    text.replace_range(start..end, "");
                }
            }
            fields.values_mut().for_each(plain_words);
        }
        Value::Array(items) => items.iter_mut().for_each(plain_words),
        _ => {}
    }
}

/// The target of a Markdown link that is a Rust path.
fn link(text: &str) -> Option<(usize, usize)> {
    let start = text.find("`(crate::").or_else(|| text.find("`(super::"))? + 1;
    Some((start, start + text[start..].find(')')? + 1))
}

/// Gives every variant of a tagged union a definition of its own, named by its title, so that generators make named
/// types. A variant that wraps a type which also stands alone, or no type at all,
/// gets the union's name behind its own: `SkuDocument`, `TextFieldValue`.
fn name_variants(schema: &mut Value) -> Outcome {
    let defs = schema["$defs"].as_object().ok_or("no definitions")?.clone();
    let mut named: Map<String, Value> = Map::new();
    for (union, definition) in &defs {
        let mut definition = definition.clone();
        if let Some(options) = definition.get_mut("oneOf").and_then(Value::as_array_mut) {
            for option in
                options.iter_mut().filter(|option| option.pointer("/properties/type/const").is_some())
            {
                let name = match option.get("title").and_then(Value::as_str) {
                    Some(title) if defs.contains_key(title) => format!("{title}{union}"),
                    Some(title) => title.to_owned(),
                    None => format!("{}{union}", tag_name(option)),
                };
                option["title"] = json!(name);
                let reference = json!({"$ref": format!("#/$defs/{name}")});
                if named.insert(name.clone(), std::mem::replace(option, reference)).is_some() {
                    return Err(format!("two variants are called {name}").into());
                }
            }
        }
        named.insert(union.clone(), definition);
    }
    let mut sorted: Vec<(String, Value)> = named.into_iter().collect();
    sorted.sort_by(|left, right| left.0.cmp(&right.0));
    schema["$defs"] = Value::Object(sorted.into_iter().collect());
    Ok(())
}

/// The tag of a variant that wraps no struct, as the first part of a type's name.
fn tag_name(option: &Value) -> String {
    let tag = option["properties"]["type"]["const"].as_str().unwrap_or_default();
    let words = tag.split('_').filter(|word| !word.is_empty());
    words.map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}
