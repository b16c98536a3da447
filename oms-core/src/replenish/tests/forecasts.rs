//! Demand, methods by hand, and the choice among them.

use super::*;

fn period(sold: u32) -> DemandPeriod {
    DemandPeriod { sold: units(sold), ..DemandPeriod::default() }
}

fn history(sold: &[u32]) -> DemandHistory {
    DemandHistory { periods: sold.iter().map(|sold| period(*sold)).collect(), outlier_limit: None }
}

fn request(sold: &[u32], horizon: u16, methods: Option<Vec<ForecastMethod>>) -> ForecastRequest {
    ForecastRequest { history: history(sold), horizon, season: None, methods }
}

fn average(periods: u16) -> ForecastMethod {
    ForecastMethod::MovingAverage(MovingAverage { periods })
}

fn smoothing(alpha: &str) -> ForecastMethod {
    ForecastMethod::ExponentialSmoothing(ExponentialSmoothing { alpha: number(alpha) })
}

/// What one method expects, whatever the others would.
fn by(method: ForecastMethod, sold: &[u32], horizon: u16) -> Vec<String> {
    let forecast = forecast(&request(sold, horizon, Some(vec![method.clone()]))).unwrap();
    assert_eq!(forecast.method, Some(method));
    forecast.demand.iter().map(ToString::to_string).collect()
}

#[test]
fn demand_is_what_was_wanted_and_days_without_stock_do_not_count() {
    let lost = DemandPeriod { sold: units(15), lost: units(5), stocked_out: false };
    let empty = DemandPeriod { sold: units(0), lost: units(0), stocked_out: true };
    let periods = vec![period(15), empty, lost, period(25), empty];
    let statistics = DemandHistory { periods, outlier_limit: None }.statistics().unwrap();
    assert_eq!((statistics.counted, statistics.mean, statistics.deviation), (3, number("20"), number("5")));
    let excluded: Vec<_> = statistics.excluded.iter().map(|out| (out.index, out.reason)).collect();
    assert_eq!(excluded, [(1, DemandExclusion::StockedOut), (4, DemandExclusion::StockedOut)]);
}

#[test]
fn outliers_are_trimmed_when_asked_and_where_most_days_differ() {
    let mut trimmed = history(&[10, 12, 11, 9, 500, 10, 8]);
    assert_eq!(trimmed.statistics().unwrap().mean, number("80"));
    trimmed.outlier_limit = Some(number("3"));
    let statistics = trimmed.statistics().unwrap();
    assert_eq!(statistics.mean, number("10"));
    let out = ExcludedPeriod { index: 4, demand: 500, reason: DemandExclusion::Outlier };
    assert_eq!(statistics.excluded, [out]);
    // More than half are alike: no spread to measure by, nothing is trimmed.
    let mut rare = history(&[0, 0, 0, 0, 9]);
    rare.outlier_limit = Some(number("3"));
    assert_eq!(rare.statistics().unwrap().excluded, []);
}

#[test]
fn one_period_has_a_mean_and_no_deviation_and_no_period_has_neither() {
    let one = history(&[7]).statistics().unwrap();
    assert_eq!((one.mean, one.deviation), (number("7"), Decimal::ZERO));
    assert_eq!(places(history(&[]).statistics().unwrap_err()), ["/periods"]);
    let empty = DemandPeriod { stocked_out: true, ..period(3) };
    let none = DemandHistory { periods: vec![empty], outlier_limit: None }.statistics().unwrap();
    assert_eq!((none.counted, none.mean), (0, Decimal::ZERO));
}

#[test]
fn each_method_expects_what_its_formula_says() {
    assert_eq!(by(average(3), &[1, 2, 3, 4, 5, 6], 2), ["5", "5"]);
    // 10, then 10 + ½·(20 − 10), then 15 + ½·(30 − 15).
    assert_eq!(by(smoothing("0.5"), &[10, 20, 30], 1), ["22.5"]);
    // A line goes on as a line.
    let (alpha, beta) = (number("0.5"), number("0.3"));
    let holt = ForecastMethod::Holt(HoltTrend { alpha, beta });
    assert_eq!(by(holt.clone(), &[2, 4, 6, 8, 10, 12], 3), ["14", "16", "18"]);
    // And is never less than nothing.
    assert_eq!(by(holt, &[10, 8, 6, 4, 2, 0], 2), ["0", "0"]);
    // Six units every third period; then an interval of one: 3 + 0.1·(1 − 3) = 2.8.
    let croston = ForecastMethod::Croston(Croston { alpha: number("0.1") });
    assert_eq!(by(croston.clone(), &[0, 0, 6, 0, 0, 6], 1), ["2"]);
    assert_eq!(by(croston, &[0, 0, 6, 6], 1), ["2.142857"]);
    // Demand that dies out: half as likely after each period without.
    let (alpha, beta) = (number("0.1"), number("0.5"));
    let babai = ForecastMethod::TeunterSyntetosBabai(TeunterSyntetosBabai { alpha, beta });
    assert_eq!(by(babai, &[8, 0, 0], 1), ["2"]);
}

#[test]
fn seasons_on_a_rising_level_are_learnt_exactly() {
    let (alpha, beta, gamma) = (number("0.3"), number("0.1"), number("0.3"));
    let winters = ForecastMethod::HoltWinters(HoltWinters { alpha, beta, gamma, season: 3 });
    let flat = [10, 20, 60, 10, 20, 60, 10, 20, 60, 10, 20, 60];
    assert_eq!(by(winters, &flat, 4), ["10", "20", "60", "10"]);
    let chosen = forecast(&ForecastRequest { season: Some(3), ..request(&flat, 1, None) }).unwrap();
    assert!(matches!(chosen.method, Some(ForecastMethod::HoltWinters(_))), "{:?}", chosen.method);
    let wape = chosen.candidates.iter().find(|candidate| candidate.chosen).and_then(|chosen| chosen.wape);
    assert_eq!(wape, Some(Decimal::ZERO));
}

/// By hand: 10, 20, 10, 20 from origins 2 and 3 (half of four periods warm the second method up). The naive method
/// misses by 10 and 10 of 30, the mean of two by 5 and 5.
#[test]
fn the_method_with_the_smaller_error_over_a_rolling_origin_wins() {
    let choice = forecast(&request(&[10, 20, 10, 20], 1, Some(vec![average(1), average(2)]))).unwrap();
    assert_eq!((choice.method, choice.origins), (Some(average(2)), 2));
    let table: Vec<_> =
        choice.candidates.iter().map(|one| (one.absolute_error, one.wape, one.chosen)).collect();
    let row = |error, wape, chosen| (Some(number(error)), Some(number(wape)), chosen);
    assert_eq!(table, [row("20", "0.666667", false), row("10", "0.333333", true)]);
}

#[test]
fn among_equals_the_simpler_method_wins() {
    let methods = vec![average(1), smoothing("0.1"), average(2)];
    let choice = forecast(&request(&[5; 8], 3, Some(methods))).unwrap();
    assert_eq!(choice.method, Some(average(1)));
}

#[test]
fn a_history_too_short_to_test_on_is_answered_with_its_mean_and_says_so() {
    let choice = forecast(&request(&[7], 2, None)).unwrap();
    assert_eq!((choice.method, choice.origins), (None, 0));
    assert_eq!(choice.demand, [number("7"), number("7")]);
    assert!(choice.candidates.iter().all(|one| one.absolute_error.is_none() && !one.chosen));
    // Methods that would leave less than half of the history to test on are not tried.
    let choice = forecast(&request(&[7; 9], 1, None)).unwrap();
    let tried = |method: &ForecastMethod| {
        choice.candidates.iter().any(|one| one.method == *method && one.absolute_error.is_some())
    };
    assert!(tried(&average(3)) && !tried(&average(6)));
}

#[test]
fn what_makes_no_sense_is_named_all_at_once() {
    let methods = vec![average(0), smoothing("1.1")];
    let wrong = ForecastRequest { season: Some(1), ..request(&[], 0, Some(methods)) };
    let expected = ["/history/periods", "/horizon", "/season", "/methods/0/periods", "/methods/1/alpha"];
    assert_eq!(places(forecast(&wrong).unwrap_err()), expected);
}

#[test]
fn days_without_stock_do_not_pull_a_forecast_down() {
    let empty = DemandPeriod { stocked_out: true, ..DemandPeriod::default() };
    let periods = vec![period(9), period(9), period(9), period(9), empty, empty];
    let history = DemandHistory { periods, outlier_limit: None };
    let request = ForecastRequest { history, horizon: 1, season: None, methods: None };
    assert_eq!(forecast(&request).unwrap().demand, [number("9")]);
}
