//! What the demo is asked on the command line.

use std::path::PathBuf;

/// What `--help` prints.
pub(crate) const HELP: &str = "\
The whole life of orders: placed, paid, reviewed, allocated, shipped, tracked, reported.

usage: demo [--data DIR] [--out DIR] [--seed N] [--orders N]

  --data DIR    play real orders from CSV files in the Olist layout (plain or gzipped):
                orders, order_items, order_payments, customers, sellers, products and, where
                there, zip_prefix_geo, category_translation and order_reviews.
                Without it a world is simulated.
  --out DIR     where summary.json, report.html, overview.svg, the first wave's waybills and slips
                (wave-1.pdf, wave-1.html, wave-1-labels.zpl) and the journal go [out/demo]
  --seed N      which world to simulate [7]
  --orders N    how many orders its buyers place [50000]
  --check FILE  compare the truth object of the summary with a file of known figures
  --help        this text
";

/// The most orders a simulation takes: ids have six digits, and memory has an end.
const MOST_ORDERS: u32 = 999_999;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Args {
    pub(crate) data: Option<PathBuf>,
    pub(crate) out: PathBuf,
    pub(crate) seed: u64,
    pub(crate) orders: u32,
    pub(crate) check: Option<PathBuf>,
    pub(crate) help: bool,
}

impl Args {
    /// Reads the arguments, the program's name left out.
    ///
    /// # Errors
    /// A text for people.
    pub(crate) fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut args = Self {
            data: None,
            out: PathBuf::from("out/demo"),
            seed: 7,
            orders: 50_000,
            check: None,
            help: false,
        };
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let (name, glued) = match argument.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None => (argument, None),
            };
            let mut value = || {
                let value = glued.clone().or_else(|| arguments.next());
                value.filter(|value| !value.is_empty()).ok_or(format!("{name} needs a value"))
            };
            match name.as_str() {
                "--data" => args.data = Some(PathBuf::from(value()?)),
                "--out" => args.out = PathBuf::from(value()?),
                "--check" => args.check = Some(PathBuf::from(value()?)),
                "--seed" => args.seed = number(&name, &value()?, u64::MAX)?,
                "--orders" => {
                    let orders = number(&name, &value()?, u64::from(MOST_ORDERS))?;
                    args.orders = u32::try_from(orders).unwrap_or(MOST_ORDERS);
                }
                "--help" | "-h" => args.help = true,
                _ => return Err(format!("there is no option `{name}`; see --help")),
            }
        }
        Ok(args)
    }
}

fn number(name: &str, text: &str, most: u64) -> Result<u64, String> {
    let number = text.replace('_', "").parse::<u64>().ok().filter(|number| *number <= most);
    number.ok_or(format!("{name} wants a whole number up to {most}, not `{text}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Args, String> {
        Args::parse(text.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_are_read_with_and_without_an_equals_sign() {
        let args = parse("--seed 3 --orders=20_000 --data /x").unwrap();
        assert_eq!((args.seed, args.orders, args.data), (3, 20_000, Some(PathBuf::from("/x"))));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for (text, named) in [
            ("--sed 3", "--sed"),
            ("--seed", "--seed"),
            ("--orders -5", "-5"),
            ("--orders 1000000", "999999"),
        ] {
            assert!(parse(text).unwrap_err().contains(named), "{text}");
        }
    }
}
