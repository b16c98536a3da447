//! Forecasts: simple methods, one chosen by how well it would have done.

mod backtest;
mod method;
mod model;

pub use backtest::{DemandForecast, ForecastCandidate, ForecastRequest, forecast};
pub use method::{
    Croston, ExponentialSmoothing, ForecastMethod, HoltTrend, HoltWinters, MovingAverage,
    TeunterSyntetosBabai,
};
