//! The style sheet of the report: one column, system fonts, light, dark and paper.

pub(crate) const PAGE: &str = "\
:root{color-scheme:light dark;--ground:#f4f6f8;--card:#fff;--ink:#1f2933;--strong:#14202b;--muted:#5b6875;--rule:#dfe4ea;--soft:#eef1f4;--accent:#2b6cb0}\
@media screen and (prefers-color-scheme:dark){:root{--ground:#10161d;--card:#161e27;--ink:#dbe3ea;--strong:#f2f6f9;--muted:#98a6b3;--rule:#2b3642;--soft:#1e2833;--accent:#5a9be0}}\
*{box-sizing:border-box}\
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.55 \"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,\"Noto Sans\",\"PingFang SC\",\"Noto Sans CJK SC\",sans-serif;-webkit-text-size-adjust:100%}\
main,header,footer{max-width:1080px;margin:0 auto;padding:0 24px}\
header{padding-top:44px;padding-bottom:22px}\
h1{font-size:30px;line-height:1.2;letter-spacing:-.01em;margin:0;color:var(--strong)}\
header p{margin:8px 0 0;color:var(--muted);font-size:16px;max-width:92ch}\
h2{font-size:20px;line-height:1.3;margin:44px 0 4px;color:var(--strong)}\
.lead{margin:0 0 4px;color:var(--muted);max-width:76ch}\
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:14px}\
.card,figure,.table,details{background:var(--card);border:1px solid var(--rule);border-radius:10px}\
.card{margin:0;padding:15px 18px 14px;border-top:3px solid var(--accent)}\
.card dt{font-size:13px;color:var(--muted);margin:0}\
.card dd{margin:2px 0 0;overflow-wrap:anywhere}\
.card .value{font-size:clamp(20px,1.5vw + 11px,27px);line-height:1.25;font-weight:600;color:var(--strong);font-variant-numeric:tabular-nums;letter-spacing:-.01em}\
.card .note{font-size:13px;color:var(--muted)}\
.grid{display:grid;grid-template-columns:1fr 1fr;gap:16px;margin-top:14px}\
.grid>*{grid-column:1/-1;min-width:0;margin:0}.grid>.half{grid-column:auto}\
figure{padding:12px 12px 4px;display:flex;flex-direction:column}\
.draw{overflow-x:auto}figure svg{display:block;width:100%;height:auto}\
figcaption{color:var(--muted);font-size:13.5px;margin:auto 12px 0;padding:9px 0 10px;border-top:1px solid var(--soft)}\
.table{overflow-x:auto}\
table{border-collapse:collapse;width:100%;font-size:14px}\
th,td{padding:8px 18px;text-align:left;vertical-align:baseline;white-space:nowrap}\
td:first-child{white-space:normal;min-width:9em}\
th{font-size:12.5px;font-weight:600;color:var(--muted);border-bottom:1px solid var(--rule)}\
td{border-bottom:1px solid var(--soft)}tbody tr:last-child td{border-bottom:0}\
tbody tr:hover td{background:var(--soft)}\
.n{text-align:right;font-variant-numeric:tabular-nums}\
details{padding:0}summary{padding:12px 18px;cursor:pointer;font-weight:600;color:var(--strong)}\
details .table{border:0;border-top:1px solid var(--rule);border-radius:0 0 10px 10px}\
footer{color:var(--muted);font-size:13px;padding-top:32px;padding-bottom:48px}\
@media screen and (max-width:760px){.grid>.half{grid-column:1/-1}main,header,footer{padding-left:14px;padding-right:14px}.draw svg{min-width:820px}.half .draw svg{min-width:400px}th,td{padding:7px 12px}}\
@media print{:root{--ground:#fff}body{font-size:10pt}.cards{grid-template-columns:repeat(4,1fr)}.card{padding:10px 12px}.card .value{font-size:16px}header{padding-top:0}main,header,footer{max-width:none;padding-left:0;padding-right:0}\
figure,.card,tr{break-inside:avoid}h2{break-after:avoid}.card,figure,.table,details{border-radius:4px}.draw,.table{overflow:visible}}";
