//! What reports must hold.
