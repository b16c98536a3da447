//! Decisions that need no engine: figures in, figures and reasons out.

use serde::{Deserialize, Serialize};

use super::allocation::{
    CheckAllocationAnswer, CheckAllocationOf, ExplainAllocationAnswer, ExplainAllocationOf,
    PlanAllocationAnswer, PlanAllocationOf, PlanBatchAnswer, PlanBatchOf,
};
use super::backtest::{BacktestAnswer, BacktestOf, ShadowAnswer, ShadowOf, backtested, shadowed};
use super::document::{
    BuildWavesAnswer, BuildWavesOf, EncodeBarcodeAnswer, EncodeBarcodeOf, RenderDocumentsAnswer,
    RenderDocumentsOf, barcode_of, rendered, waves_of,
};
use super::packing::{
    CheckPackingAnswer, CheckPackingOf, DrawPackingAnswer, DrawPackingOf, PackOrderAnswer, PackOrderOf,
    checked, drawn, packed,
};
use super::publish::{PublishAnswer, PublishOf, SafetyFactorAnswer, SafetyFactorOf};
use super::rates::{
    QuoteRatesAnswer, QuoteRatesOf, ReadRateSheet, WriteRateSheet, WriteRateSheetAnswer, quoted,
};
use super::replenish::{
    ForecastAnswer, ForecastOf, RebalanceAnswer, RebalanceOf, ReplenishAnswer, ReplenishOf,
};
use super::stock::{
    CountScheduleAnswer, CountScheduleOf, MovementsAnswer, MovementsOf, PickLotsAnswer, StandingsAnswer,
    StandingsOf,
};
use super::{decode, encode};
use crate::allocation::{ProtectionLevels, ProtectionRequest, protection_levels};
use crate::backorder::{
    BackorderPlan, BackorderRequest, BorrowPlan, BorrowRequest, ReceiptShare, ReceiptShareRequest,
    ReconfirmPlan, ReconfirmRequest, borrow_stock, grant_backorders, reconfirm, share_receipt,
};
use crate::carrier::{
    AssignContracts, AssignedContracts, AuditBill, AuditedBill, RateSheet, SelectService, SelectedService,
    assign_contracts, audit_bill, select_service,
};
use crate::catalog::{
    KitAvailability, KitAvailabilityRequest, KitCheck, KitCheckRequest, KitExplosion, KitExplosionRequest,
    check_kits, explode_kit, kit_availability,
};
use crate::cost::{
    GrossProfit, GrossProfitRequest, LandedCost, LandedCostRequest, gross_profit, spread_landed_cost,
};
use crate::count::count_schedule;
use crate::document::{ParcelCheck, ParcelVerdict, check_parcel};
use crate::error::Error;
use crate::lot::PickLots;
use crate::network::{
    BacklogQuestion, BacklogUtilisation, DeliveryEstimate, DeliveryQuestion, OrderBy, OrderByQuestion,
    ReadyAt, ReadyQuestion, TimeZone, TimeZoneQuestion, backlog_utilisation,
};
use crate::promise::{PromiseAnswer, PromiseQuestion, promise, standings};
use crate::publish::{publish, safety_stock};
use crate::rebalance::rebalance;
use crate::replenish::{forecast, replenish};
use crate::tracking::{
    AskTrackingSources, FoldTracking, FoldedTracking, LearnParcelLimits, LearnParcelLimitsAnswer,
    MapTrackingCode, MappedTrackingCode, ParseTrackingMessage, PlanWriteBacks, PlanWriteBacksAnswer,
    RecogniseTrackingNumber, TrackingMessage, TrackingNumberReading, TrackingSources, WatchParcels,
    WatchParcelsAnswer,
};
use crate::value::Problems;

/// A pure decision to be made over the figures given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Calculation {
    /// What strategies would have cost over a recorded stream of orders.
    Backtest(BacktestOf),
    /// Which open orders a change of strategy would affect.
    Shadow(ShadowOf),
    /// Which nodes ship what.
    PlanAllocation(PlanAllocationOf),
    /// Which nodes ship what of many orders that share stock and capacity.
    PlanBatch(PlanBatchOf),
    /// Whether a plan is right.
    CheckAllocation(CheckAllocationOf),
    /// Why these nodes ship, and what would turn the choice.
    ExplainAllocation(ExplainAllocationOf),
    /// How many units are worth keeping for better classes of buyers.
    ProtectionLevels(ProtectionRequest),
    /// When which cell is due for a count.
    CountSchedule(CountScheduleOf),
    /// What an event does to which cell.
    Movements(MovementsOf),
    /// Which units of which lots to pick.
    PickLots(PickLots),
    /// Which items go into which box, and where in it.
    PackOrder(PackOrderOf),
    /// Which rules a packing breaks.
    CheckPacking(CheckPackingOf),
    /// A picture of a packed box.
    DrawPacking(DrawPackingOf),
    /// What each carrier service asks for shipments.
    QuoteRates(QuoteRatesOf),
    /// A table of rates as cards.
    ReadRateSheet(ReadRateSheet),
    /// Cards as a table of rates.
    WriteRateSheet(WriteRateSheet),
    /// What a carrier bills against what its cards say.
    AuditBill(AuditBill),
    /// Which service takes a parcel.
    SelectService(SelectService),
    /// Which carriers take which parcels under contracts.
    AssignContracts(AssignContracts),
    /// Which orders are picked together, and along which way.
    BuildWaves(BuildWavesOf),
    /// Waybills, slips and lists as a file to print.
    RenderDocuments(RenderDocumentsOf),
    /// A barcode as bars or modules.
    EncodeBarcode(EncodeBarcodeOf),
    /// Whether a packed parcel holds and weighs what it should.
    CheckParcel(ParcelCheck),
    /// By when units can be promised.
    Promise(PromiseQuestion),
    /// How promises stand, and what to offer where they cannot be kept.
    PromiseStandings(StandingsOf),
    /// What each channel is told of a SKU.
    Publish(PublishOf),
    /// How many units are withheld as safety stock.
    SafetyFactor(SafetyFactorOf),
    /// Which node should give stock to which.
    Rebalance(RebalanceOf),
    /// What demand to expect.
    Forecast(ForecastOf),
    /// What to buy.
    Replenish(ReplenishOf),
    /// What a line earns.
    GrossProfit(GrossProfitRequest),
    /// What each line of a receipt costs with its part of freight, duty and insurance.
    LandedCost(LandedCostRequest),
    /// Who gets units that are short.
    Backorders(BackorderRequest),
    /// What an urgent line may borrow from later ones.
    Borrow(BorrowRequest),
    /// Whether all lines of all orders fit together.
    CheckKits(KitCheckRequest),
    /// What kits are made of, and what each part costs.
    ExplodeKit(KitExplosionRequest),
    /// How many of a kit can be sold.
    KitAvailability(KitAvailabilityRequest),
    /// Which confirmations stand.
    Reconfirm(ReconfirmRequest),
    /// Who gets units that arrive.
    ShareReceipt(ReceiptShareRequest),
    /// Whose tracking number it may be.
    RecogniseTrackingNumber(RecogniseTrackingNumber),
    /// What a carrier's code means.
    MapTrackingCode(MapTrackingCode),
    /// Whose codes are known.
    TrackingSources(AskTrackingSources),
    /// What a carrier's message says.
    ParseTrackingMessage(ParseTrackingMessage),
    /// Where a parcel stands.
    FoldTracking(FoldTracking),
    /// Which parcels are late or stuck.
    WatchParcels(WatchParcels),
    /// How long parcels take.
    LearnParcelLimits(LearnParcelLimits),
    /// Which tracking numbers which channels are to be told.
    PlanWriteBacks(PlanWriteBacks),
    /// How many days of capacity a backlog fills.
    BacklogUtilisation(BacklogQuestion),
    /// When an order is delivered, by the calendars of node and carrier.
    Delivery(DeliveryQuestion),
    /// The last moment to order for a promise.
    OrderBy(OrderByQuestion),
    /// When a node has an order ready.
    ReadyAt(ReadyQuestion),
    /// A zone of the time-zone database, as data.
    TimeZone(TimeZoneQuestion),
}

/// The answer to a [`Calculation`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Calculated {
    /// What each would have cost, and how sure the differences are.
    Backtest(BacktestAnswer),
    /// The orders.
    Shadow(ShadowAnswer),
    /// Which nodes ship what, what it costs, and why.
    PlanAllocation(PlanAllocationAnswer),
    /// Which nodes ship what of each, what it costs, a bound, and what scarce rows are worth.
    PlanBatch(PlanBatchAnswer),
    /// The rules that the plan breaks.
    CheckAllocation(CheckAllocationAnswer),
    /// Why they do, as data and as text.
    ExplainAllocation(ExplainAllocationAnswer),
    /// How many units are worth keeping.
    ProtectionLevels(ProtectionLevels),
    /// When which cell is due for a count.
    CountSchedule(CountScheduleAnswer),
    /// What the event does to which cell.
    Movements(MovementsAnswer),
    /// Which units of which lots to pick, and why not the others.
    PickLots(PickLotsAnswer),
    /// What goes where, what it costs, and why not otherwise.
    PackOrder(PackOrderAnswer),
    /// Which rules it breaks.
    CheckPacking(CheckPackingAnswer),
    /// The picture.
    DrawPacking(DrawPackingAnswer),
    /// What each asks, or why it does not.
    QuoteRates(QuoteRatesAnswer),
    /// The cards, and what is wrong with others.
    ReadRateSheet(RateSheet),
    /// The table.
    WriteRateSheet(WriteRateSheetAnswer),
    /// Every difference, and what to claim.
    AuditBill(AuditedBill),
    /// The service, and why not the others.
    SelectService(SelectedService),
    /// Who gets which, and what that costs.
    AssignContracts(AssignedContracts),
    /// The waves with their pick lists and reasons.
    BuildWaves(BuildWavesAnswer),
    /// The file, and how often each document has been printed now.
    RenderDocuments(RenderDocumentsAnswer),
    /// The bars or modules.
    EncodeBarcode(EncodeBarcodeAnswer),
    /// What is wrong with it.
    CheckParcel(ParcelVerdict),
    /// By when they can be promised.
    Promise(PromiseAnswer),
    /// How they stand.
    PromiseStandings(StandingsAnswer),
    /// What each channel is told.
    Publish(PublishAnswer),
    /// How many units are withheld.
    SafetyFactor(SafetyFactorAnswer),
    /// Which node should give stock to which, and why no other.
    Rebalance(RebalanceAnswer),
    /// What demand to expect.
    Forecast(ForecastAnswer),
    /// What to buy.
    Replenish(ReplenishAnswer),
    /// What the line earns, with every term.
    GrossProfit(GrossProfit),
    /// What each line costs.
    LandedCost(LandedCost),
    /// Who gets how much.
    Backorders(BackorderPlan),
    /// From whom it may borrow.
    Borrow(BorrowPlan),
    /// Whether they fit, and what is short.
    CheckKits(KitCheck),
    /// What they are made of.
    ExplodeKit(KitExplosion),
    /// How many there are.
    KitAvailability(KitAvailability),
    /// Which confirmations stand.
    Reconfirm(ReconfirmPlan),
    /// Who gets how much.
    ShareReceipt(ReceiptShare),
    /// The formats that it fits.
    RecogniseTrackingNumber(TrackingNumberReading),
    /// What the code means.
    MapTrackingCode(MappedTrackingCode),
    /// Whose codes are known.
    TrackingSources(TrackingSources),
    /// What the message says.
    ParseTrackingMessage(TrackingMessage),
    /// Where the parcel stands.
    FoldTracking(FoldedTracking),
    /// Which parcels are late or stuck.
    WatchParcels(WatchParcelsAnswer),
    /// How long parcels take.
    LearnParcelLimits(LearnParcelLimitsAnswer),
    /// What to send, and what not.
    PlanWriteBacks(PlanWriteBacksAnswer),
    /// How many days it fills.
    BacklogUtilisation(BacklogUtilisation),
    /// When it is ready, picked up and delivered.
    Delivery(DeliveryEstimate),
    /// The last moment.
    OrderBy(OrderBy),
    /// When it is ready.
    ReadyAt(ReadyAt),
    /// The zone.
    TimeZone(TimeZone),
}

/// Makes a pure decision.
///
/// # Errors
/// [`Error`] when the figures make no sense; every problem is listed.
#[expect(clippy::too_many_lines, reason = "one arm for each calculation")]
pub fn calculate(calculation: &Calculation) -> Result<Calculated, Error> {
    let below = |error: Error| error.under("/request");
    Ok(match calculation {
        Calculation::Backtest(of) => Calculated::Backtest(backtested(of)?),
        Calculation::Shadow(of) => Calculated::Shadow(shadowed(of)?),
        Calculation::PlanAllocation(of) => Calculated::PlanAllocation(of.answer()?),
        Calculation::PlanBatch(of) => Calculated::PlanBatch(of.answer()?),
        Calculation::CheckAllocation(of) => Calculated::CheckAllocation(of.answer()?),
        Calculation::ExplainAllocation(of) => Calculated::ExplainAllocation(of.answer()?),
        Calculation::ProtectionLevels(request) => {
            Calculated::ProtectionLevels(protection_levels(request).map_err(Error::Input)?)
        }
        Calculation::CountSchedule(of) => {
            Calculated::CountSchedule(CountScheduleAnswer { schedule: count_schedule(&of.request)? })
        }
        Calculation::Rebalance(of) => {
            Calculated::Rebalance(RebalanceAnswer { plan: rebalance(&of.request)? })
        }
        Calculation::Movements(of) => {
            Calculated::Movements(MovementsAnswer { movements: of.event.movements() })
        }
        Calculation::PickLots(asked) => Calculated::PickLots(PickLotsAnswer { picking: asked.picking()? }),
        Calculation::PackOrder(of) => Calculated::PackOrder(packed(of)?),
        Calculation::CheckPacking(of) => Calculated::CheckPacking(checked(of)),
        Calculation::DrawPacking(of) => Calculated::DrawPacking(drawn(of)?),
        Calculation::QuoteRates(of) => Calculated::QuoteRates(quoted(of)?),
        Calculation::ReadRateSheet(of) => Calculated::ReadRateSheet(of.sheet()),
        Calculation::WriteRateSheet(of) => Calculated::WriteRateSheet(of.answer()),
        Calculation::AuditBill(asked) => Calculated::AuditBill(input(audit_bill(asked))?),
        Calculation::SelectService(asked) => Calculated::SelectService(input(select_service(asked))?),
        Calculation::AssignContracts(asked) => Calculated::AssignContracts(input(assign_contracts(asked))?),
        Calculation::BuildWaves(of) => Calculated::BuildWaves(waves_of(of)?),
        Calculation::RenderDocuments(of) => Calculated::RenderDocuments(rendered(of)?),
        Calculation::EncodeBarcode(of) => Calculated::EncodeBarcode(barcode_of(of)?),
        Calculation::CheckParcel(check) => Calculated::CheckParcel(check_parcel(check)),
        Calculation::Promise(question) => Calculated::Promise(promise(question)?),
        Calculation::PromiseStandings(of) => {
            let standings = standings(&of.figures).map_err(|error| error.under("/figures"))?;
            Calculated::PromiseStandings(StandingsAnswer { standings })
        }
        Calculation::Publish(of) => {
            Calculated::Publish(PublishAnswer { publication: publish(&of.policy, &of.pool)? })
        }
        Calculation::SafetyFactor(of) => {
            let problems = of.factors.problems().under("/factors");
            if !problems.is_empty() {
                return Err(Error::Input(problems));
            }
            Calculated::SafetyFactor(SafetyFactorAnswer { safety: safety_stock(&of.factors, &of.question) })
        }
        Calculation::Forecast(of) => {
            let forecast = forecast(&of.request).map_err(|error| below(error.into()))?;
            Calculated::Forecast(ForecastAnswer { forecast })
        }
        Calculation::Replenish(of) => {
            let decision = replenish(&of.request).map_err(|error| below(error.into()))?;
            Calculated::Replenish(ReplenishAnswer { decision })
        }
        Calculation::GrossProfit(terms) => Calculated::GrossProfit(earned(terms)?),
        Calculation::LandedCost(request) => Calculated::LandedCost(spread_landed_cost(request)?),
        Calculation::Backorders(request) => Calculated::Backorders(input(grant_backorders(request))?),
        Calculation::Borrow(request) => Calculated::Borrow(input(borrow_stock(request))?),
        Calculation::CheckKits(request) => Calculated::CheckKits(input(check_kits(request))?),
        Calculation::ExplodeKit(request) => Calculated::ExplodeKit(input(explode_kit(request))?),
        Calculation::KitAvailability(request) => {
            Calculated::KitAvailability(input(kit_availability(request))?)
        }
        Calculation::Reconfirm(request) => Calculated::Reconfirm(input(reconfirm(request))?),
        Calculation::ShareReceipt(request) => Calculated::ShareReceipt(input(share_receipt(request))?),
        Calculation::RecogniseTrackingNumber(asked) => Calculated::RecogniseTrackingNumber(asked.reading()),
        Calculation::MapTrackingCode(asked) => Calculated::MapTrackingCode(asked.mapped()),
        Calculation::TrackingSources(_) => Calculated::TrackingSources(TrackingSources::known()),
        Calculation::ParseTrackingMessage(asked) => Calculated::ParseTrackingMessage(input(asked.parsed())?),
        Calculation::FoldTracking(of) => Calculated::FoldTracking(of.folded()),
        Calculation::WatchParcels(asked) => Calculated::WatchParcels(input(asked.answer())?),
        Calculation::LearnParcelLimits(asked) => Calculated::LearnParcelLimits(input(asked.answer())?),
        Calculation::PlanWriteBacks(asked) => Calculated::PlanWriteBacks(input(asked.answer())?),
        Calculation::BacklogUtilisation(question) => {
            Calculated::BacklogUtilisation(backlog_utilisation(question))
        }
        Calculation::Delivery(question) => Calculated::Delivery(question.answer()?),
        Calculation::OrderBy(question) => Calculated::OrderBy(question.answer()?),
        Calculation::ReadyAt(question) => Calculated::ReadyAt(question.answer()?),
        Calculation::TimeZone(question) => Calculated::TimeZone(question.answer()?),
    })
}

/// What is wrong with the figures is a problem of the input.
fn input<T>(answer: Result<T, Problems>) -> Result<T, Error> {
    answer.map_err(Error::Input)
}

/// The terms of a gross profit come as one input, so what is wrong with them is a problem of it.
fn earned(terms: &GrossProfitRequest) -> Result<GrossProfit, Error> {
    gross_profit(terms).map_err(|error| {
        let mut problems = Problems::new();
        problems.add(error.code(), "", error.to_string());
        Error::Input(problems)
    })
}

/// As [`calculate`], JSON in and JSON out.
///
/// ```
/// let asked = br#"{"type": "movements", "event": {"type": "received", "sku": "mug", "node": "berlin",
///     "quantity": 5, "reference": "", "condition": "quality_hold"}}"#;
/// let answer = oms_core::wire::calculate_json(asked)?;
/// let answer = String::from_utf8_lossy(&answer);
/// assert!(answer.contains(r#""delta":{"onHand":5,"held":0,"allocated":0,"qualityHold":5}"#));
/// # Ok::<(), oms_core::Error>(())
/// ```
///
/// # Errors
/// As [`calculate`]; [`Error::Input`] when the message is malformed.
pub fn calculate_json(calculation: &[u8]) -> Result<Vec<u8>, Error> {
    Ok(encode(&calculate(&decode::<Calculation>(calculation)?)?))
}
