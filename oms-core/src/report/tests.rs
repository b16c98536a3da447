//! What reports must hold: hand-computed figures, then laws.

mod figures;
mod laws;
mod queries;
mod world;
