//! What stands on every document, in two languages.

use std::collections::BTreeMap;

use crate::document::{FreightPayer, PrintLanguage};

const WORDS: &[(&str, &str, &str)] = &[
    ("to", "To", "收"),
    ("from", "From", "寄"),
    ("weight", "Weight", "重量"),
    ("cash_on_delivery", "Collect", "代收货款"),
    ("insured", "Insured", "保价"),
    ("goods", "Goods", "物品"),
    ("remark", "Remark", "备注"),
    ("piece", "Piece", "件"),
    ("master", "Master", "母单"),
    ("printed", "Printed", "打印"),
    ("sender_account", "Sender's account", "寄付月结"),
    ("sender", "Sender pays", "寄付现结"),
    ("receiver", "Receiver pays", "到付"),
    ("third_party", "Third party pays", "第三方付"),
    ("packing_slip", "Packing slip", "发货单"),
    ("orders", "Orders", "订单"),
    ("sku", "SKU", "货号"),
    ("name", "Name", "品名"),
    ("quantity", "Qty", "数量"),
    ("location", "Location", "货位"),
    ("price", "Price", "单价"),
    ("gift", "Gift", "赠品"),
    ("units", "Units", "总件数"),
    ("returns", "Returns", "退换货"),
    ("pick_list", "Pick list", "拣货单"),
    ("wave", "Wave", "波次"),
    ("closes_at", "Closes", "截单"),
    ("slots", "Slots", "格口"),
    ("lot", "Lot", "批次"),
    ("manifest", "Handover manifest", "交接单"),
    ("parcels", "Parcels", "包裹数"),
    ("unweighed", "not weighed", "未称重"),
    ("driver", "Driver", "司机"),
    ("destination", "Destination", "目的地"),
    ("number", "Number", "单号"),
    ("handed_over", "Handed over (signature)", "交货人签字"),
    ("taken_over", "Taken over (signature)", "接货人签字"),
];

/// The words of a language.
#[derive(Clone, Copy)]
pub(super) struct Words(PrintLanguage);

impl Words {
    pub(super) const fn new(language: PrintLanguage) -> Self {
        Self(language)
    }

    /// The word of a name.
    pub(super) fn get(self, name: &str) -> &'static str {
        let found = WORDS.iter().find(|(own, _, _)| *own == name);
        found.map_or("", |(_, en, zh)| if self.0 == PrintLanguage::Zh { zh } else { en })
    }

    pub(super) fn payer(self, payer: FreightPayer) -> &'static str {
        self.get(match payer {
            FreightPayer::SenderAccount => "sender_account",
            FreightPayer::Sender => "sender",
            FreightPayer::Receiver => "receiver",
            FreightPayer::ThirdParty => "third_party",
        })
    }

    /// All of them, for templates.
    pub(super) fn all(self) -> BTreeMap<&'static str, &'static str> {
        WORDS.iter().map(|(name, _, _)| (*name, self.get(name))).collect()
    }
}
