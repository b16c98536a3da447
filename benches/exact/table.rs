//! The figures of one instance, for people and for programs.

use std::fmt::Write;

use oms_core::allocation::kernel::Outcome;

use crate::Failure;
use crate::highs::Found;

/// The figures of one instance.
pub struct Row {
    name: String,
    orders: usize,
    /// Seconds: median, mean, the 99th of a hundred, longest.
    times: [f64; 4],
    proved: usize,
    nodes: u64,
    /// HiGHS: mean seconds, and how many it proved.
    highs: Option<(f64, usize)>,
}

impl Row {
    pub fn new(name: &str, solved: &[(Outcome, f64)], highs: Option<&[Found]>) -> Result<Self, Failure> {
        let mut times: Vec<f64> = solved.iter().map(|(_, seconds)| *seconds).collect();
        times.sort_by(f64::total_cmp);
        let rank = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
        let count = times.len().max(1);
        let mean = times.iter().sum::<f64>() / count as f64;
        let longest = times.last().copied().unwrap_or_default();
        for (number, (found, (outcome, _))) in highs.unwrap_or_default().iter().zip(solved).enumerate() {
            // HiGHS proves to a relative gap of its own; both say so only when a plan is cheapest.
            let apart = (found.cost - outcome.cost as f64).abs();
            if found.optimal && outcome.proved && apart > 0.5 + 1e-6 * found.cost {
                let told = format!("{name}, order {number}: {} here, {} by HiGHS", outcome.cost, found.cost);
                return Err(told.into());
            }
        }
        let highs = highs.map(|found| {
            let sum: f64 = found.iter().map(|one| one.seconds).sum();
            (sum / count as f64, found.iter().filter(|one| one.optimal).count())
        });
        Ok(Self {
            name: name.to_owned(),
            orders: solved.len(),
            times: [rank(50), mean, rank(99), longest],
            proved: solved.iter().filter(|(outcome, _)| outcome.proved).count(),
            nodes: solved.iter().map(|(outcome, _)| outcome.nodes).sum(),
            highs,
        })
    }

    pub fn print(&self, with_head: bool) {
        if with_head {
            println!("microseconds per order; `times` is the mean of HiGHS over ours");
            println!(
                "{:<16}{:>7}{:>11}{:>11}{:>11}{:>11}{:>9}{:>12}{:>13}{:>9}{:>9}",
                "instance",
                "orders",
                "median",
                "mean",
                "p99",
                "max",
                "proved",
                "nodes",
                "HiGHS mean",
                "proved",
                "times"
            );
        }
        let [median, mean, p99, longest] = self.times.map(|seconds| seconds * 1e6);
        print!(
            "{:<16}{:>7}{median:>11.1}{mean:>11.1}{p99:>11.1}{longest:>11.1}{:>9}{:>12}",
            self.name, self.orders, self.proved, self.nodes
        );
        match self.highs {
            Some((seconds, proved)) => {
                println!("{:>13.1}{proved:>9}{:>9.1}", seconds * 1e6, seconds * 1e6 / mean);
            }
            None => println!("{:>13}{:>9}{:>9}", "-", "-", "-"),
        }
    }
}

/// The figures in the form that all benches share.
pub fn json(rows: &[Row]) -> String {
    let mut lines = Vec::new();
    for row in rows {
        for (what, seconds) in ["median", "mean", "p99", "max"].iter().zip(row.times) {
            let mut line = format!(
                "{{\"name\": \"{}/{what}\", \"value\": {:.1}, \"unit\": \"ns\"",
                row.name,
                seconds * 1e9
            );
            if let (&"mean", Some((highs, _))) = (what, row.highs) {
                let _ = write!(line, ", \"against\": \"HiGHS\", \"ratio\": {:.6}", seconds / highs);
            }
            line.push('}');
            lines.push(line);
        }
        let share = row.proved as f64 / row.orders.max(1) as f64;
        lines.push(format!(
            "{{\"name\": \"{}/proved\", \"value\": {share:.4}, \"unit\": \"share\"}}",
            row.name
        ));
    }
    format!("{{\"bench\": \"exact\", \"rows\": [{}]}}\n", lines.join(", "))
}
