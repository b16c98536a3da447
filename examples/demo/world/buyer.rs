//! What buyers order, when, and how they behave.

use oms_core::order::{OrderDraft, OrderDraftLine, PaymentTerms};
use oms_core::value::{ChannelOrderId, CountryCode, Currency, CustomerId, Fields, Money, Quantity, Text};

use super::goods::{Good, demand};
use super::make::{channel_id, instant, line_id, text, usd};
use super::places::{address, towns};
use super::rng::{Rng, Weighted};

pub(crate) const DAY: i64 = 86_400;
pub(crate) const HOUR: i64 = 3_600;
pub(crate) const MINUTE: i64 = 60;

/// Monday, 2 March 2026, 00:00. The world's clocks show UTC.
pub(crate) const START: i64 = 1_772_409_600;
/// For how many days buyers order.
pub(crate) const DAYS: i64 = 30;

/// Name, share of orders, promised days, per mille that pay later than at once.
const CHANNELS: [(&str, u64, i64, u64); 6] = [
    ("webshop", 34, 5, 120),
    ("amazon", 27, 4, 20),
    ("walmart", 14, 5, 30),
    ("ebay", 11, 6, 140),
    ("tiktok-shop", 9, 6, 60),
    ("wholesale", 5, 8, 0),
];

const HOURS: [u64; 24] =
    [8, 5, 3, 2, 2, 3, 8, 16, 28, 38, 45, 50, 52, 48, 44, 44, 46, 50, 58, 66, 72, 64, 42, 20];
const WEEKDAYS: [u64; 7] = [100, 98, 97, 100, 108, 118, 125];
/// Days with a campaign and what it does to demand, in per cent.
const CAMPAIGNS: [(i64, u64); 3] = [(17, 190), (18, 135), (26, 125)];

/// How a buyer pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pays {
    /// So many seconds after ordering.
    After(i64),
    Never,
    /// By invoice, after delivery.
    ByInvoice,
}

/// What a buyer changes the mind about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cancels {
    Nothing,
    /// A unit of the first line, so many seconds after ordering.
    Part(i64),
    /// Everything.
    All(i64),
}

/// How a buyer, and the channel between, behave.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Manners {
    pub(crate) pays: Pays,
    pub(crate) cancels: Cancels,
    /// The address lacks its street until so many seconds after ordering.
    pub(crate) mends_address: Option<i64>,
    /// The shop holds stock for the buyer while he pays.
    pub(crate) reserves: bool,
    /// The channel sends the order twice.
    pub(crate) sent_twice: bool,
    /// The second time with another content.
    pub(crate) sent_changed: bool,
    /// The message of the payment overtakes that of the order.
    pub(crate) pays_first: bool,
    /// The channel's total is off, and a person has to look at it.
    pub(crate) wrong_total: bool,
}

impl Manners {
    /// Whether the payment comes before the first review.
    pub(crate) fn pays_at_once(&self) -> bool {
        matches!(self.pays, Pays::After(seconds) if seconds < 100)
    }
}

/// Everything that is drawn about buyers.
#[derive(Clone, Debug)]
pub(crate) struct Buyers {
    seed: u64,
    country: CountryCode,
    channels: Weighted,
    towns: Weighted,
    demand: Weighted,
    /// When each order is placed, ascending.
    times: Vec<i64>,
}

impl Buyers {
    /// `None` only if the country of the simulation were none.
    pub(crate) fn new(seed: u64, orders: u32, goods: &[Good]) -> Option<Self> {
        Some(Self {
            seed,
            country: super::places::country()?,
            channels: Weighted::new(CHANNELS.iter().map(|channel| channel.1)),
            towns: towns(),
            demand: demand(goods),
            times: times(seed, orders),
        })
    }

    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.times.len()).unwrap_or(u32::MAX)
    }

    pub(crate) fn placed_at(&self, number: u32) -> i64 {
        usize::try_from(number).ok().and_then(|at| self.times.get(at)).copied().unwrap_or(START)
    }

    fn channel(&self, number: u32) -> (&'static str, u64, i64, u64) {
        let at = self.channels.draw(&mut Rng::fork(self.seed, 3, u64::from(number)));
        CHANNELS.get(at).copied().unwrap_or(CHANNELS[0])
    }

    /// What the buyer and the channel will do.
    pub(crate) fn manners(&self, number: u32) -> Manners {
        let (channel, _, _, late) = self.channel(number);
        let mut rng = Rng::fork(self.seed, 4, u64::from(number));
        let pays = match () {
            () if channel == "wholesale" => Pays::ByInvoice,
            () if !rng.chance(late) => Pays::After(rng.between(5, 90)),
            () if rng.chance(220) => Pays::Never,
            () => Pays::After(rng.between(HOUR / 2, 60 * HOUR)),
        };
        let cancels = match rng.below(1000) {
            0..=11 => Cancels::All(rng.between(10 * MINUTE, 30 * HOUR)),
            12..=36 => Cancels::Part(rng.between(10 * MINUTE, 20 * HOUR)),
            _ => Cancels::Nothing,
        };
        let mends = rng.between(HOUR, 40 * HOUR);
        Manners {
            pays,
            cancels,
            mends_address: rng.chance(18).then_some(mends),
            reserves: channel == "webshop" && rng.chance(250),
            sent_twice: rng.chance(30),
            sent_changed: rng.chance(40),
            pays_first: rng.chance(8),
            wrong_total: rng.chance(4),
        }
    }

    /// The order as the channel sends it, its address complete.
    pub(crate) fn draft(&self, goods: &[Good], number: u32) -> Option<OrderDraft> {
        let (channel, _, promise, _) = self.channel(number);
        let wholesale = channel == "wholesale";
        let mut rng = Rng::fork(self.seed, 5, u64::from(number));
        let town = self.towns.draw(&mut rng);
        let lines = self.lines(goods, wholesale, &mut rng);
        let goods_cents: i64 =
            lines.iter().map(|line| line.unit_price.minor() * line.quantity.signed()).sum();
        let discount = rng.chance(120).then(|| usd(goods_cents * rng.between(5, 20) / 100));
        let shipping = if goods_cents >= 5_000 || wholesale { 0 } else { 599 };
        let placed_at = self.placed_at(number);
        let draft = OrderDraft {
            fulfilment: None,
            channel: channel_id(channel),
            shop: None,
            channel_order_id: ChannelOrderId::new(format!("{}-{:06}", channel.get(..2)?, number + 1)).ok()?,
            placed_at: instant(placed_at),
            currency: Currency::USD,
            customer: CustomerId::new(format!("buyer-{:05}", rng.below(1 + u64::from(self.len()) * 4 / 5)))
                .ok(),
            class: 0,
            ship_to: address(self.country, town, &mut rng),
            terms: if wholesale { PaymentTerms::Invoice } else { PaymentTerms::Prepaid },
            promise_by: Some(instant((placed_at / DAY + promise + 1) * DAY)),
            remark: if rng.chance(25) { text("please leave it with the neighbour") } else { Text::default() },
            lines,
            shipping: Some(usd(shipping)),
            discount,
            stated_total: None,
            fields: Fields::new(),
        };
        Some(OrderDraft { stated_total: total(&draft), ..draft })
    }

    fn lines(&self, goods: &[Good], wholesale: bool, rng: &mut Rng) -> Vec<OrderDraftLine> {
        let count = match rng.below(100) {
            0..=63 => 1,
            64..=83 => 2,
            84..=93 => 3,
            _ => 4 + rng.below(3),
        };
        let mut lines: Vec<OrderDraftLine> = Vec::new();
        for number in 1..=count {
            let Some(good) = goods.get(self.demand.draw(rng)) else { continue };
            if lines.iter().any(|line| line.sku == good.sku.id) {
                continue;
            }
            let units = if wholesale { rng.between(6, 30) } else { 1 + rng.skewed(0, 4) };
            let unit_price = if wholesale { good.price * 78 / 100 } else { good.price };
            let cents = unit_price * units;
            lines.push(OrderDraftLine {
                id: line_id(number.to_string()),
                sku: good.sku.id.clone(),
                name: good.sku.name.clone(),
                quantity: Quantity::new(u32::try_from(units).unwrap_or(1)),
                unit_price: usd(unit_price),
                discount: None,
                tax: (!wholesale).then(|| usd((cents * 65 + 500) / 1_000)),
                chosen: Vec::new(),
                fields: Fields::new(),
            });
        }
        lines
    }
}

/// What the channel asks the buyer for: lines less discount, tax, carriage.
fn total(draft: &OrderDraft) -> Option<Money> {
    let lines = draft
        .lines
        .iter()
        .map(|line| line.unit_price.minor() * line.quantity.signed() + line.tax.map_or(0, Money::minor));
    let cents: i64 = lines.sum();
    Some(usd(cents + draft.shipping?.minor() - draft.discount.map_or(0, Money::minor)))
}

/// When the orders are placed: by hour, weekday and campaign, then anywhere within the hour.
fn times(seed: u64, orders: u32) -> Vec<i64> {
    let slot = |hour: i64| {
        let (day, hour) = (hour / 24, hour % 24);
        let at = |list: &[u64], at: i64| usize::try_from(at).ok().and_then(|at| list.get(at)).copied();
        let campaign = CAMPAIGNS.iter().find(|(on, _)| *on == day).map_or(100, |(_, percent)| *percent);
        at(&HOURS, hour).unwrap_or(1) * at(&WEEKDAYS, day % 7).unwrap_or(100) * campaign
    };
    let slots = Weighted::new((0..DAYS * 24).map(slot));
    let mut rng = Rng::fork(seed, 6, 0);
    let mut times: Vec<i64> = (0..orders)
        .map(|_| {
            let slot = i64::try_from(slots.draw(&mut rng)).unwrap_or(0);
            START + slot * HOUR + rng.between(0, HOUR - 1)
        })
        .collect();
    times.sort_unstable();
    times
}
