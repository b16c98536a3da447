//! Choices that the buyer of a configurable kit makes: what may be chosen, and what was.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::KitRecipe;
use crate::value::{ChoiceId, Money, MoneyError, Problems, Quantity, SkuId, Text};

/// A choice that the buyer of a kit makes: in each kit, `min` to `max` times one of the options, each option at most
/// `each` times.
///
/// "Three of these five" is `min` 3; "any six bottles" is `min` 6 and `each` 6; "with or without" is `min` 0 and `max`
/// 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitChoice {
    /// The choice; unique within the kit.
    pub id: ChoiceId,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub name: Text,
    /// The fewest times that something is chosen in one kit.
    #[serde(default = "once")]
    pub min: u32,
    /// The most times; as `min` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
    /// The most times that one option may be chosen in one kit; once by default.
    #[serde(default = "once")]
    pub each: u32,
    /// What may be chosen.
    pub options: Vec<KitOption>,
}

/// Something that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KitOption {
    /// What choosing it brings; may be a kit itself.
    pub sku: SkuId,
    /// How many units of it, each time that it is chosen; one by default.
    #[serde(default = "one_unit")]
    pub quantity: Quantity,
    /// What choosing it once adds to the price of one kit; below zero takes off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surcharge: Option<Money>,
    /// How often it is chosen in one kit where the buyer says nothing of the choice.
    #[serde(default)]
    pub preset: u32,
}

/// An option that a buyer chose for each kit of a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChosenOption {
    /// The choice of the kit.
    pub choice: ChoiceId,
    /// The option.
    pub sku: SkuId,
    /// How often in one kit; once by default. A choice of which only options chosen 0 times are named is left empty,
    /// whatever is preset.
    #[serde(default = "once")]
    pub times: u32,
}

const fn once() -> u32 {
    1
}

const fn one_unit() -> Quantity {
    Quantity::new(1)
}

/// An option and how often it is chosen in one kit.
type Times<'k> = (&'k KitOption, u32);

impl KitChoice {
    /// The most times that something is chosen in one kit.
    #[must_use]
    pub fn most(&self) -> u32 {
        self.max.unwrap_or(self.min)
    }

    fn presets(&self) -> impl Iterator<Item = Times<'_>> {
        self.options.iter().map(|option| (option, option.preset)).filter(|(_, times)| *times > 0)
    }

    fn takes(&self, times: u64) -> bool {
        (u64::from(self.min)..=u64::from(self.most())).contains(&times)
    }

    /// What keeps so many times from being right, if anything: the code and the text.
    fn wrong_times(&self, times: u64) -> Option<(&'static str, String)> {
        let code = if times < u64::from(self.min) { "kit.too_few_chosen" } else { "kit.too_many_chosen" };
        let (min, most) = (self.min, self.most());
        let right = if min == most { format!("{min}") } else { format!("{min} to {most}") };
        (!self.takes(times)).then(|| (code, format!("choose {right} of `{}`; {times} are chosen", self.id)))
    }

    /// Everything wrong with the choice by itself.
    fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let mut seen = BTreeSet::new();
        if self.options.is_empty() {
            problems.add("input.empty", "/options", "name at least one option");
        }
        for (at, option) in self.options.iter().enumerate() {
            if !seen.insert(&option.sku) {
                let message = format!("`{}` stands here twice; raise `each` instead", option.sku);
                problems.add("kit.duplicate_option", format!("/options/{at}/sku"), message);
            }
            if option.quantity.is_zero() {
                let path = format!("/options/{at}/quantity");
                problems.add("input.out_of_range", path, "name at least one unit");
            }
            if option.preset > self.each {
                let message = format!("one option may be chosen {} times at the most", self.each);
                problems.add("input.out_of_range", format!("/options/{at}/preset"), message);
            }
        }
        if self.max.is_some_and(|max| max < self.min.max(1)) || self.most() == 0 {
            problems.add("input.out_of_range", "/max", "the most is at least one, and at least the fewest");
        }
        if self.each == 0 {
            problems.add("input.out_of_range", "/each", "an option may be chosen once at the least");
        }
        let choosable = (self.options.len() as u64).saturating_mul(u64::from(self.each));
        if self.each > 0 && !self.options.is_empty() && choosable < u64::from(self.min) {
            let message = format!("the options can be chosen {choosable} times only");
            problems.add("input.out_of_range", "/min", message);
        }
        let preset = total(self.presets());
        if preset > 0
            && let Some((_, message)) = self.wrong_times(preset)
        {
            problems.add("input.out_of_range", "/options", format!("what is preset is wrong: {message}"));
        }
        problems
    }
}

fn total<'k>(times: impl Iterator<Item = Times<'k>>) -> u64 {
    times.map(|(_, times)| u64::from(times)).fold(0, u64::saturating_add)
}

/// Everything wrong with the choices of a kit: none twice, all surcharges in the currency of the kit's price, and each
/// choice can be made.
pub(super) fn choice_problems(choices: &[KitChoice], price: Option<Money>, path: &str) -> Problems {
    let mut problems = Problems::new();
    let mut seen = BTreeSet::new();
    let surcharges =
        || choices.iter().flat_map(|choice| &choice.options).filter_map(|option| option.surcharge);
    let currency = price.or_else(|| surcharges().next()).map(Money::currency);
    for (at, choice) in choices.iter().enumerate() {
        let path = format!("{path}/{at}");
        if !seen.insert(&choice.id) {
            let message = format!("the choice `{}` stands here twice", choice.id);
            problems.add("kit.duplicate_choice", format!("{path}/id"), message);
        }
        problems.extend(choice.problems().under(&path));
        for (at, option) in choice.options.iter().enumerate() {
            let foreign = option.surcharge.filter(|money| Some(money.currency()) != currency);
            if let Some((money, currency)) = foreign.zip(currency) {
                let message = format!("this surcharge is in {}, others are in {currency}", money.currency());
                problems.add("money.currency_mismatch", format!("{path}/options/{at}/surcharge"), message);
            }
        }
    }
    problems
}

impl KitRecipe {
    /// How often which option is in one kit: what is chosen, and what is preset where nothing is said of a choice.
    pub(super) fn made(&self, chosen: &[ChosenOption]) -> Result<Vec<Times<'_>>, Problems> {
        let mut problems = Problems::new();
        if self.choices.is_empty() && !chosen.is_empty() {
            let message = format!("`{}` has no choices", self.sku);
            problems.add("kit.takes_no_choices", "", message);
            return Err(problems);
        }
        let mut made: Vec<Vec<Times<'_>>> = vec![Vec::new(); self.choices.len()];
        let (mut said, mut wrong) = (BTreeSet::new(), BTreeSet::new());
        let mut seen = BTreeSet::new();
        for (at, named) in chosen.iter().enumerate() {
            let rows = self.choices.iter().zip(&mut made);
            let Some((choice, made)) = rows.into_iter().find(|(choice, _)| choice.id == named.choice) else {
                let message = format!("`{}` has no choice `{}`", self.sku, named.choice);
                problems.add("kit.unknown_choice", format!("/{at}/choice"), message);
                continue;
            };
            said.insert(&choice.id);
            let before = problems.as_slice().len();
            match choice.options.iter().find(|option| option.sku == named.sku) {
                None => {
                    let message = format!("`{}` is no option of `{}`", named.sku, choice.id);
                    problems.add("kit.not_an_option", format!("/{at}/sku"), message);
                }
                Some(_) if !seen.insert((&named.choice, &named.sku)) => {
                    let message = format!("`{}` stands here twice; say how often with `times`", named.sku);
                    problems.add("kit.duplicate_option", format!("/{at}/sku"), message);
                }
                Some(_) if named.times > choice.each => {
                    let message = format!("choose `{}` {} times at the most", named.sku, choice.each);
                    problems.add("kit.too_many_chosen", format!("/{at}/times"), message);
                }
                Some(option) => made.push((option, named.times)),
            }
            if problems.as_slice().len() > before {
                wrong.insert(&choice.id);
            }
        }
        for (choice, made) in
            self.choices.iter().zip(&mut made).filter(|(choice, _)| !wrong.contains(&choice.id))
        {
            if !said.contains(&choice.id) {
                made.extend(choice.presets());
            }
            if let Some((code, message)) = choice.wrong_times(total(made.iter().copied())) {
                problems.add(code, "", message);
            }
        }
        let chosen = made.into_iter().flatten().filter(|(_, times)| *times > 0);
        if problems.is_empty() { Ok(chosen.collect()) } else { Err(problems) }
    }

    /// What the options chosen add to the price of so many kits, where one of them has a surcharge.
    pub(super) fn surcharge(
        &self,
        kits: Quantity,
        chosen: &[ChosenOption],
    ) -> Result<Option<Money>, MoneyError> {
        let mut sum: Option<Money> = None;
        for (option, times) in self.made(chosen).unwrap_or_default() {
            let Some(surcharge) = option.surcharge else { continue };
            let all = surcharge.times(Quantity::new(times))?.times(kits)?;
            sum = Some(sum.map_or(Ok(all), |sum| sum.checked_add(all))?);
        }
        Ok(sum)
    }
}
