//! Colours and the style sheet: one palette that stays apart for colour-blind readers, on light and dark ground.

/// How many series have a colour of their own; the last colour is the grey of "other".
pub(crate) const COLOURS: usize = 8;

/// The style sheet of every picture. Plain class rules and no variables, so that simple SVG viewers read it too.
/// `f0`–`f7` fill, `s0`–`s7` draw a line; `q` is a bar that stays in the background.
pub(crate) const STYLE: &str = "\
.oms{font-family:\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,\"Noto Sans\",\
\"PingFang SC\",\"Noto Sans CJK SC\",sans-serif}\
.oms text{font-variant-numeric:tabular-nums}\
.oms .bg{fill:#fff}.oms .panel{fill:#fff;stroke:#dfe4ea}\
.oms .t{fill:#1f2933}.oms .m{fill:#5b6875}.oms .b{fill:#14202b;font-weight:600}\
.oms .grid{stroke:#e8ecf0}.oms .axis{stroke:#aab4be}.oms .mark{stroke:#14202b;stroke-dasharray:4 3}\
.oms .hit{fill:transparent}\
.oms .f0{fill:#2b6cb0}.oms .f1{fill:#e08a1e}.oms .f2{fill:#1a9a86}.oms .f3{fill:#b5507f}\
.oms .f4{fill:#74b6e4}.oms .f5{fill:#8c6b3f}.oms .f6{fill:#6a5aa8}.oms .f7{fill:#97a1ab}.oms .q{fill:#c3cfdb}\
.oms [class^=s]{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}\
.oms .s0{stroke:#2b6cb0}.oms .s1{stroke:#e08a1e}.oms .s2{stroke:#1a9a86}.oms .s3{stroke:#b5507f}\
.oms .s4{stroke:#74b6e4}.oms .s5{stroke:#8c6b3f}.oms .s6{stroke:#6a5aa8}.oms .s7{stroke:#97a1ab}\
@media screen and (prefers-color-scheme:dark){\
.oms .bg{fill:#10161d}.oms .panel{fill:#161e27;stroke:#2b3642}\
.oms .t{fill:#dbe3ea}.oms .m{fill:#98a6b3}.oms .b{fill:#f2f6f9}\
.oms .grid{stroke:#27313c}.oms .axis{stroke:#566371}.oms .mark{stroke:#f2f6f9}\
.oms .f0{fill:#5a9be0}.oms .f1{fill:#eda347}.oms .f2{fill:#3dbca6}.oms .f3{fill:#d67aa5}\
.oms .f4{fill:#a5d2f2}.oms .f5{fill:#b8975f}.oms .f6{fill:#9a8bd8}.oms .f7{fill:#7b8794}.oms .q{fill:#3c4a58}\
.oms .s0{stroke:#5a9be0}.oms .s1{stroke:#eda347}.oms .s2{stroke:#3dbca6}.oms .s3{stroke:#d67aa5}\
.oms .s4{stroke:#a5d2f2}.oms .s5{stroke:#b8975f}.oms .s6{stroke:#9a8bd8}.oms .s7{stroke:#7b8794}}";

/// The fill class of the `i`-th series.
pub(crate) fn fill(i: usize) -> String {
    format!("f{}", i.min(COLOURS - 1))
}

/// The line class of the `i`-th series.
pub(crate) fn stroke(i: usize) -> String {
    format!("s{}", i.min(COLOURS - 1))
}
