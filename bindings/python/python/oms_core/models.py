"""Every type that crosses: what commands, queries, answers and documents are made of.

Generated from the JSON Schema of the core by `cargo xtask codegen`; do not edit. Constraints are not repeated here:
the core checks them, and reports every offender of an input at once.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Literal, TypeAlias

import msgspec

from oms_core._model import Model

__all__ = [
    "AcceptedCommand",
    "Action",
    "Address",
    "AdjustStock",
    "AllocateOrder",
    "AllocationAssignment",
    "AllocationCandidate",
    "AllocationCost",
    "AllocationExplained",
    "AllocationLine",
    "AllocationOutcome",
    "AllocationPlan",
    "AllocationProblem",
    "AllocationShortfall",
    "AllocationStrategyKind",
    "AllocationVerdict",
    "Answer",
    "ApproveOrder",
    "AskAudit",
    "AskAvailability",
    "AskJournal",
    "AskOrder",
    "AskReport",
    "AskShipment",
    "AskStateHash",
    "AssignOrder",
    "AttributeDimension",
    "AuditAnswer",
    "AuditFinding",
    "AuditReport",
    "Availability",
    "AvailabilityAnswer",
    "BeyondBands",
    "BooleanFieldValue",
    "Calculated",
    "Calculation",
    "CancelOrder",
    "CandidateChosen",
    "CandidateLost",
    "CandidateRejected",
    "CandidateRejection",
    "CardInOtherCurrency",
    "CardNotValid",
    "CarrierCandidate",
    "CarrierChoice",
    "CarrierChosen",
    "CarrierExplained",
    "CarrierLost",
    "CarrierPick",
    "CarrierQuote",
    "CarrierRejected",
    "CarrierStrategy",
    "CarrierVerdict",
    "Carriers",
    "CarriersDocument",
    "CellDelta",
    "CellEntry",
    "CellKey",
    "ChangeOrder",
    "ChannelOrderLink",
    "ChooseCarrier",
    "Command",
    "CommandKey",
    "CommandRecord",
    "CommandResult",
    "Commit",
    "CommitCase",
    "CompleteOrder",
    "ContractCase",
    "ContractStep",
    "DateFieldValue",
    "DeallocateOrder",
    "DecimalCell",
    "DecimalFieldValue",
    "Dimensions",
    "DistanceBand",
    "DistanceZones",
    "DistinctLineFieldDimension",
    "DistinctMeasure",
    "Document",
    "DocumentEntry",
    "DocumentKey",
    "DocumentKind",
    "DocumentWrite",
    "DoneStep",
    "DurationMeasure",
    "DurationStatistic",
    "ErrorKind",
    "ErrorReport",
    "Event",
    "Explanation",
    "ExtendReservation",
    "FieldValue",
    "FigureMeasure",
    "Fingerprint",
    "GeoPoint",
    "Hold",
    "HoldOrder",
    "HoldReason",
    "HoldSource",
    "HoldStage",
    "IncomingChanged",
    "IntegerCell",
    "IntegerFieldValue",
    "JournalAnswer",
    "JournalEntry",
    "Keys",
    "Lane",
    "LaneEnd",
    "LaneOption",
    "LateMeasure",
    "LineAllocation",
    "LineFieldDimension",
    "LineQuantity",
    "LineUnits",
    "LoadCase",
    "LoadStep",
    "MissingPosition",
    "MissingRegion",
    "Money",
    "MoneyCell",
    "MovementKind",
    "MovementsAnswer",
    "MovementsOf",
    "NamedCarrier",
    "Network",
    "NetworkDocument",
    "NoZone",
    "Node",
    "NodeAvailability",
    "NodeRecorded",
    "NothingCell",
    "OnTimeRateMeasure",
    "Order",
    "OrderAnswer",
    "OrderApproved",
    "OrderChange",
    "OrderChanged",
    "OrderCompleted",
    "OrderDocument",
    "OrderDraft",
    "OrderDraftLine",
    "OrderEvent",
    "OrderFieldDimension",
    "OrderHoldOpened",
    "OrderHoldReleased",
    "OrderLine",
    "OrderPayment",
    "OrderPaymentRecorded",
    "OrderPlaced",
    "OrderRecord",
    "OrderReservationEnded",
    "OrderReserved",
    "OrderStatus",
    "OrderUnitsAllocated",
    "OrderUnitsCancelled",
    "OrderUnitsDeallocated",
    "OrderUnitsDelivered",
    "OrderUnitsReleased",
    "OrderUnitsShipped",
    "OrderView",
    "Outcome",
    "Page",
    "Parcel",
    "ParcelDraft",
    "ParcelEvents",
    "PaymentKind",
    "PaymentTerms",
    "PlaceOrder",
    "PlacementRepeated",
    "PlanRule",
    "PlanViolation",
    "PlannedShipment",
    "Policy",
    "PolicyDocument",
    "PolicyRecorded",
    "Problem",
    "PromiseBy",
    "PutNode",
    "PutPolicy",
    "PutRateCard",
    "PutSku",
    "Quantity",
    "Query",
    "QuoteOverflow",
    "QuoteRejection",
    "QuoteTooHeavy",
    "QuoteWithoutZone",
    "RateCard",
    "RateCardRecorded",
    "RatioCell",
    "ReceiveStock",
    "RecordPayment",
    "RecordTracking",
    "RefusedCommand",
    "RegionZones",
    "RegradeStock",
    "ReleaseHold",
    "ReleaseOrder",
    "ReleaseReservation",
    "ReportAnswer",
    "ReportAttribute",
    "ReportCell",
    "ReportColumn",
    "ReportColumnKind",
    "ReportDate",
    "ReportDimension",
    "ReportFigure",
    "ReportFilter",
    "ReportGrain",
    "ReportMeasure",
    "ReportOver",
    "ReportQuery",
    "ReportSort",
    "ReportTable",
    "Reservation",
    "ReservationCommitted",
    "ReservationDocument",
    "ReservationEnd",
    "ReservationExtended",
    "ReservationOpened",
    "ReservationReleased",
    "ReserveOrder",
    "ReserveStock",
    "ReservedItem",
    "ReviewExplained",
    "ReviewFinding",
    "ReviewOrder",
    "RunStep",
    "Scan",
    "ScanCase",
    "ScanCells",
    "ScanDocuments",
    "ScanJournal",
    "ScrapStock",
    "ShipOrder",
    "Shipment",
    "ShipmentAnswer",
    "ShipmentCreated",
    "ShipmentDocument",
    "ShipmentEvent",
    "ShipmentRecord",
    "ShipmentTracked",
    "ShipmentUnits",
    "ShortfallReason",
    "Sku",
    "SkuDocument",
    "SkuRecorded",
    "Snapshot",
    "StateHashAnswer",
    "StepRate",
    "StockAdjusted",
    "StockAllocated",
    "StockCell",
    "StockCondition",
    "StockDeallocated",
    "StockDelta",
    "StockEvent",
    "StockMovement",
    "StockReceived",
    "StockRecord",
    "StockRegraded",
    "StockScrapped",
    "StockShipped",
    "StockUnits",
    "StoreConflict",
    "StoredDocument",
    "SumFieldMeasure",
    "Tariff",
    "TextCell",
    "TextFieldValue",
    "TimeDimension",
    "TimeFilter",
    "TrackingEvent",
    "TrackingStatus",
    "UnservedPair",
    "ValuesFilter",
    "Version",
    "Weight",
    "WeightBand",
    "Window",
    "ZoneRate",
    "ZoneTable",
    "ZoneWithoutRate",
]


AllocationStrategyKind: TypeAlias = Literal["priority", "nearest", "fewest_shipments", "greedy_cost"]
"""The shipped strategies by name.

- `priority`: `Priority`.
- `nearest`: `Nearest`.
- `fewest_shipments`: `FewestShipments`.
- `greedy_cost`: `GreedyCost`.
"""


CandidateRejection: TypeAlias = Literal["node_closed", "no_lane", "no_stock", "too_heavy"]
"""Why a candidate cannot ship.

- `node_closed`: It is closed.
- `no_lane`: No carrier goes from there to the destination.
- `no_stock`: It has none of what is asked for.
- `too_heavy`: Not even one unit is light enough for its carriers.
"""


CarrierStrategy: TypeAlias = Literal["cheapest", "fastest", "cheapest_within_promise"]
"""What decides among carriers. Ties always go on to price, days, carrier id and service id, in this order.

- `cheapest`: The lowest price.
- `fastest`: The fewest days.
- `cheapest_within_promise`: The lowest price among those in time; the least late if none is. Without a promise, the cheapest.
"""


DocumentKind: TypeAlias = Literal[
    "carriers", "channel_order", "network", "order", "policy", "reservation", "shipment", "sku"
]
"""The kinds of document.

- `carriers`: The rate cards of a tenant.
- `channel_order`: Which order a channel's order became.
- `network`: The nodes of a tenant.
- `order`: An order.
- `policy`: The policy of a tenant.
- `reservation`: A reservation.
- `shipment`: A shipment.
- `sku`: A SKU.
"""


DurationStatistic: TypeAlias = Literal["count", "negative", "sum", "min", "max", "mean", "percentile"]
"""What to say of many durations.

- `count`: How many.
- `negative`: How many are below zero.
- `sum`: Their sum.
- `min`: The shortest.
- `max`: The longest.
- `mean`: Sum ÷ count.
- `percentile`: By nearest rank: the ⌈percent ÷ 100 · n⌉-th of the n in ascending order.
"""


ErrorKind: TypeAlias = Literal["invalid", "not_found", "refused", "conflict", "store", "internal"]
"""What to do about an error. Kind picks the exception class in Python and the error class in Node.

- `invalid`: The input is wrong: mend it.
- `not_found`: What it names does not exist.
- `refused`: The input is fine, the rules say no.
- `conflict`: Somebody else was there first, or said something else under the same id.
- `store`: The store failed: try again later.
- `internal`: A defect of this library.
"""


Fingerprint: TypeAlias = str
"""The SHA-256 of a value's canonical wire form: 64 hexadecimal digits.

The wire form is canonical because every public type writes its fields in one fixed order and every
map is sorted by key, so equal values have equal fingerprints in every language.
"""


HoldReason: TypeAlias = Literal[
    "amount_mismatch",
    "awaiting_payment",
    "incorrect_address",
    "inventory_out_of_stock",
    "unmapped_sku",
    "source_conflict",
    "high_risk_of_fraud",
    "manual",
    "other",
]
"""Why an order is held. The first five are what the shipped review rules find.

- `amount_mismatch`: The total that the channel states is not the sum of the parts.
- `awaiting_payment`: The order is not paid.
- `incorrect_address`: The address lacks what a courier needs.
- `inventory_out_of_stock`: No node has what is wanted.
- `unmapped_sku`: A line names a SKU that the catalogue does not know.
- `source_conflict`: The channel sent different content under one order id.
- `high_risk_of_fraud`: The order looks like fraud.
- `manual`: A person wants to look at it.
- `other`: Anything else; the note says what.
"""


HoldSource: TypeAlias = Literal["rule", "person", "app"]
"""Who opened a hold. Rules release their own holds when the cause is gone; people's stay until people release them.

- `rule`: A review rule.
- `person`: A person.
- `app`: Another program.
"""


HoldStage: TypeAlias = Literal["review", "allocate", "release", "ship"]
"""The first stage that a hold blocks; it blocks all later ones too.

- `review`: Approval.
- `allocate`: Setting units aside at nodes.
- `release`: Telling the warehouse to pick.
- `ship`: Handing over to the carrier.
"""


LaneEnd: TypeAlias = Literal["node", "destination"]
"""One end of the way.

- `node`: The node that ships.
- `destination`: The address that receives.
"""


MovementKind: TypeAlias = Literal[
    "expect",
    "receive",
    "adjust",
    "regrade",
    "scrap",
    "hold",
    "release",
    "expire",
    "commit",
    "allocate",
    "deallocate",
    "ship",
]
"""The kinds of movement. Each row balances: the identity of `StockCell` holds for the deltas.

| kind | on hand | free | held | allocated | unsellable | incoming |
| --- | --- | --- | --- | --- | --- | --- |
| `expect` | | | | | | ±q |
| `receive` | +q | +q, or none | | | none, or +q | −q, if it was expected |
| `adjust` | ±q | ±q | | | | |
| `regrade` | | ∓q, or none | | | ±q | |
| `scrap` | −q | −q, or none | | | none, or −q | |
| `hold` | | −q | +q | | | |
| `release`, `expire` | | +q | −q | | | |
| `commit` | | | −q | +q | | |
| `allocate` | | −q | | +q | | |
| `deallocate` | | +q | | −q | | |
| `ship` | −q | | | −q | | |

- `expect`: More or fewer units are expected.
- `receive`: Units arrive.
- `adjust`: A count or correction.
- `regrade`: Units change their condition: quality passed or failed, damaged, repaired, put back.
- `scrap`: Units are thrown away.
- `hold`: A reservation holds units.
- `release`: A reservation gives units up.
- `expire`: A reservation's time runs out.
- `commit`: Held units become allocated.
- `allocate`: Free units become allocated.
- `deallocate`: Allocated units become free.
- `ship`: Units leave.
"""


OrderStatus: TypeAlias = Literal[
    "awaiting_payment",
    "awaiting_review",
    "approved",
    "part_allocated",
    "allocated",
    "released",
    "part_shipped",
    "shipped",
    "delivered",
    "completed",
    "cancelled",
]
"""What an order as a whole is waiting for. Derived from the units and payments, never stored.

The first row that holds counts, units cancelled left out:

| status | holds when |
| --- | --- |
| `cancelled` | no unit is left |
| `completed` | it was completed |
| `delivered` | all units are delivered |
| `shipped` | all units are shipped |
| `part_shipped` | some are |
| `released` | all units are allocated and some are with the warehouse |
| `allocated` | all units are allocated |
| `part_allocated` | some are |
| `approved` | it passed review |
| `awaiting_review` | it is paid, or need not be yet |
| `awaiting_payment` | otherwise |

- `awaiting_payment`: The buyer has to pay.
- `awaiting_review`: It has to be reviewed.
- `approved`: It passed review and waits for stock.
- `part_allocated`: Some units are set aside.
- `allocated`: All units are set aside.
- `released`: The warehouse picks.
- `part_shipped`: Some units have left.
- `shipped`: All units have left.
- `delivered`: All units have arrived.
- `completed`: Done; nothing more is expected.
- `cancelled`: No unit is wanted any more.
"""


PaymentKind: TypeAlias = Literal["captured", "refunded"]
"""Which way the money went.

- `captured`: From the buyer.
- `refunded`: Back to the buyer.
"""


PaymentTerms: TypeAlias = Literal["prepaid", "on_delivery", "invoice"]
"""When the buyer pays.

- `prepaid`: Before anything ships.
- `on_delivery`: To the courier.
- `invoice`: Later, by invoice.
"""


PlanRule: TypeAlias = Literal[
    "valid_problem",
    "known_line",
    "known_node",
    "no_duplicate",
    "non_zero",
    "line_quantity",
    "stock",
    "node_open",
    "lane",
    "weight_limit",
    "max_shipments",
    "ship_complete",
    "conservation",
    "shipment_set",
    "shipment_units",
    "shipment_weight",
    "shipment_distance",
    "transit_days",
    "freight",
    "handling",
    "freight_total",
    "handling_total",
    "split_total",
    "total",
    "currency",
    "verdicts",
]
"""What a plan must obey.

- `valid_problem`: The problem itself is well formed.
- `known_line`: Every line is one of the problem.
- `known_node`: Every node is a candidate.
- `no_duplicate`: A line and a node stand together once at most; so do a node and a shipment, a line and a reason.
- `non_zero`: Every quantity is at least one.
- `line_quantity`: A line gets no more units than it asks for.
- `stock`: A node ships no more units of a SKU than it has, over all lines that share it.
- `node_open`: A node that ships is open.
- `lane`: A carrier goes from the node to the destination, and the named service is one of the lane's.
- `weight_limit`: Some carrier takes the weight of the shipment.
- `max_shipments`: There are no more shipments than allowed.
- `ship_complete`: If only the whole order may ship, all of it does or nothing.
- `conservation`: Assigned and short units of a line sum to what it asks for.
- `shipment_set`: The nodes with a shipment are exactly the nodes with an assignment.
- `shipment_units`: A shipment's units are those assigned to its node.
- `shipment_weight`: A shipment's weight is that of its units.
- `shipment_distance`: A shipment's distance is the candidate's.
- `transit_days`: A shipment's days are those of its service.
- `freight`: A shipment's freight is what its service asks for its weight.
- `handling`: A shipment's handling is its node's cost per shipment and per unit.
- `freight_total`: The plan's freight is the sum over its shipments.
- `handling_total`: The plan's handling is the sum over its shipments.
- `split_total`: The plan's split cost is that of every shipment after the first.
- `total`: The plan's total is the sum of its parts.
- `currency`: Every amount is in the problem's currency.
- `verdicts`: Every candidate has one verdict, `chosen` exactly if it ships.
"""


PromiseBy: TypeAlias = Literal["instant", "calendar_day"]
"""How a delivery is compared with its promise.

- `instant`: By the instant.
- `calendar_day`: By the day on the wall calendar: late from the day after the promised one on.
"""


Quantity: TypeAlias = int
"""A whole number of a SKU's stock-keeping unit: 0 to 4,294,967,295, never negative."""


ReportAttribute: TypeAlias = Literal[
    "order",
    "order_status",
    "channel",
    "shop",
    "region",
    "country",
    "customer",
    "currency",
    "holds_opened",
    "lines_per_order",
    "skus_per_order",
    "shipments_per_order",
    "nodes_per_order",
    "sku",
    "category",
    "node",
    "node_region",
    "carrier",
    "service",
    "payment_method",
    "payment_kind",
    "instalments",
]
"""A property that facts have as such.

| of | available over |
| --- | --- |
| order and buyer: `order` to `nodes_per_order` | everything |
| `sku`, `category` | lines |
| `node`, `node_region` | lines, shipments |
| `carrier`, `service` | shipments |
| `payment_method`, `payment_kind`, `instalments` | payments |

- `order`: The order itself.
- `order_status`: Its status.
- `channel`: Its channel.
- `shop`: The shop of the channel.
- `region`: The region it goes to.
- `country`: The country it goes to.
- `customer`: The buyer.
- `currency`: The currency of its amounts; over shipments that of the freight, where known.
- `holds_opened`: How many holds were ever opened on it.
- `lines_per_order`: How many lines it has.
- `skus_per_order`: How many different SKUs.
- `shipments_per_order`: How many shipments.
- `nodes_per_order`: How many nodes have shipped or will ship something of it.
- `sku`: What is bought.
- `category`: The category of the SKU, by the SKU's record.
- `node`: The node that ships.
- `node_region`: The region the node lies in, by the node's record.
- `carrier`: The carrier.
- `service`: The carrier's service.
- `payment_method`: How it was paid.
- `payment_kind`: `captured` or `refunded`.
- `instalments`: In how many instalments.
"""


ReportColumnKind: TypeAlias = Literal["dimension", "measure"]
"""What a column is.

- `dimension`: What rows are grouped by.
- `measure`: What was computed.
"""


ReportDate: TypeAlias = Literal["placed", "approved", "paid", "shipped", "delivered", "promised"]
"""An instant in the life of an order. Over shipments `shipped` and `delivered` are the shipment's own, over payments
`paid` is the payment's own.

- `placed`: When it was placed.
- `approved`: When it passed review, the last time it did.
- `paid`: When it came to be paid in full.
- `shipped`: When the first shipment left, by the carrier where known.
- `delivered`: When the last unit arrived, by the carrier where known; nothing while one has not.
- `promised`: Until when delivery was promised.
"""


ReportFigure: TypeAlias = Literal[
    "orders",
    "lines",
    "units_ordered",
    "units_cancelled",
    "units_shipped",
    "units_delivered",
    "ordered_value",
    "gross_sales",
    "discounts",
    "net_sales",
    "tax",
    "shipping_charged",
    "due",
    "paid",
    "freight",
    "cost_of_goods",
    "units_without_cost",
    "gross_profit",
    "gross_margin",
    "shipments",
    "distance_metres",
    "delivered",
    "split_rate",
    "average_order_value",
    "units_per_order",
    "cancel_rate",
    "hold_rate",
    "payments",
]
"""The figures. Amounts are in the currency of the order; units *wanted* are those ordered less those
cancelled.

- `orders`: Different orders.
- `lines`: Lines; by node, the parts of lines.
- `units_ordered`: Σ units ordered, cancelled ones included.
- `units_cancelled`: Σ units cancelled.
- `units_shipped`: Σ units shipped.
- `units_delivered`: Σ units delivered.
- `ordered_value`: Gross merchandise value: Σ unit price × units ordered, cancelled ones included, before discounts and tax.
- `gross_sales`: Σ unit price × units wanted, before discounts and tax.
- `discounts`: Gross sales − net sales: what discounts take off the units wanted.
- `net_sales`: Σ (unit price × ordered − discounts) for the units wanted, by cumulative slicing per line; without tax.
- `tax`: Σ tax for the units wanted.
- `shipping_charged`: Σ what buyers pay for carriage; nothing for orders of which all units are cancelled.
- `due`: Σ what buyers have to pay: net sales + tax + shipping charged.
- `paid`: Σ captured − refunded.
- `freight`: Σ what carriers are expected to charge; over lines each shipment's is split over its units by largest remainder.
- `cost_of_goods`: Σ what shipped units cost the merchant, as it was when each left.
- `units_without_cost`: Shipped units whose cost was not known, or not in the currency of the order; they count as free in cost of
goods and gross profit.
- `gross_profit`: Net sales of shipped units − cost of goods − freight.
- `gross_margin`: Gross profit ÷ net sales of shipped units.
- `shipments`: Shipments.
- `distance_metres`: Σ distance of shipments in metres, where known.
- `delivered`: Orders, or shipments, that have arrived whole at a known time.
- `split_rate`: Orders with more than one shipment ÷ orders with any.
- `average_order_value`: Net sales ÷ orders with any unit wanted (客单价).
- `units_per_order`: Units wanted ÷ orders with any unit wanted.
- `cancel_rate`: Orders without a unit wanted ÷ orders.
- `hold_rate`: Orders on which a hold was ever opened ÷ orders.
- `payments`: Payments and refunds.
"""


ReportGrain: TypeAlias = Literal["hour", "day", "week", "month", "year"]
"""How fine time is cut.

- `hour`: `2017-11-24T21`.
- `day`: `2017-11-24`.
- `week`: The ISO 8601 week, Monday to Sunday: `2017-W47`.
- `month`: `2017-11`.
- `year`: `2017`.
"""


ReportOver: TypeAlias = Literal["orders", "lines", "shipments", "payments"]
"""Which facts a report runs over: what one row of the input is.

- `orders`: Orders.
- `lines`: Order lines. Asked by node, a line that several nodes serve is divided among them by units, its amounts by
cumulative slicing in the order in which the nodes were first named; units at no node stand under nothing.
- `shipments`: Shipments.
- `payments`: Payments and refunds.
"""


ReservationEnd: TypeAlias = Literal["committed", "released", "expired"]
"""How a reservation ended.

- `committed`: Its units were allocated.
- `released`: It was given up.
- `expired`: Its time ran out.
"""


ShortfallReason: TypeAlias = Literal[
    "no_stock", "no_lane", "node_closed", "max_shipments", "too_heavy", "ship_complete", "left_by_strategy"
]
"""Why units are short.

- `no_stock`: No candidate has them.
- `no_lane`: Only candidates from which no carrier goes to the destination have them.
- `node_closed`: Only candidates that are closed have them.
- `max_shipments`: They would need one more shipment than allowed.
- `too_heavy`: Every shipment that could take them would be too heavy for all its carriers.
- `ship_complete`: All or none was asked for, and the strategy found no way to ship all.
- `left_by_strategy`: The strategy left them although they could have been served.
"""


StockCondition: TypeAlias = Literal["sellable", "quality_hold", "damaged", "returned_pending"]
"""In what condition physical units are.

- `sellable`: They can be sold.
- `quality_hold`: They wait for inspection.
- `damaged`: They cannot be sold.
- `returned_pending`: They came back and have not been looked at.
"""


TrackingStatus: TypeAlias = Literal[
    "unknown",
    "label_created",
    "awaiting_pickup",
    "picked_up",
    "in_transit",
    "forwarded",
    "customs",
    "arrived_dest_city",
    "at_delivery_station",
    "out_for_delivery",
    "available_for_pickup",
    "attempt_failed",
    "refused",
    "delivered",
    "returning",
    "returned",
    "cancelled",
    "lost",
    "destroyed",
    "exception",
    "intercepted",
    "expired",
]
"""Where a parcel is, in one vocabulary for all carriers. Later stages have higher ranks.

- `unknown`: Nothing known (暂无轨迹).
- `label_created`: The carrier knows of it (已下单).
- `awaiting_pickup`: Waiting to be picked up (待揽收).
- `picked_up`: Picked up (已揽收).
- `in_transit`: On its way (运输中).
- `forwarded`: Given to another carrier or address (转寄).
- `customs`: At customs (清关).
- `arrived_dest_city`: In the city of destination (到达派件城市).
- `at_delivery_station`: At the station that delivers (到达派件网点).
- `out_for_delivery`: With the courier (派送中).
- `available_for_pickup`: In a locker or shop (驿站).
- `attempt_failed`: The courier could not deliver (派送失败).
- `refused`: The receiver did not want it (拒收); the way back begins.
- `delivered`: Delivered (已签收).
- `returning`: On its way back (退回中).
- `returned`: Back at the sender (已退回).
- `cancelled`: The waybill was cancelled (销单).
- `lost`: Lost (丢失).
- `destroyed`: Destroyed (销毁).
- `exception`: Something is wrong while the stage stays what it was (问题件): delay, damage, missing papers.
- `intercepted`: Stopped at the sender's wish (已拦截); the way back begins.
- `expired`: No news for too long (超期).
"""


Version: TypeAlias = int
"""The version of a document: how many events have been folded into it. Zero means "does not exist"."""


Weight: TypeAlias = int
"""A weight in whole grams."""


class AcceptedCommand(Model, frozen=True, kw_only=True, tag_field="type", tag="accepted"):
    """It was carried out."""

    outcome: Outcome
    """What came of it."""


class Address(Model, frozen=True, kw_only=True):
    """A postal address.

    `Debug` masks name, phone, postal code and lines: logs and error texts show where, never who.
    """

    name: str = msgspec.field(default_factory=lambda: "")
    """The receiver."""

    phone: str = msgspec.field(default_factory=lambda: "")
    """The receiver's telephone."""

    country: str
    """The country."""

    region: str | None = None
    """Province or state, as rates and reports know it."""

    city: str = msgspec.field(default_factory=lambda: "")
    """City or town."""

    district: str = msgspec.field(default_factory=lambda: "")
    """District or county."""

    postal_code: str = msgspec.field(default_factory=lambda: "")
    """Postal code."""

    lines: list[str] = msgspec.field(default_factory=lambda: [])
    """Street, house number and what else the courier needs."""

    location: GeoPoint | None = None
    """Where it lies, when known."""


class AdjustStock(Model, frozen=True, kw_only=True, tag_field="type", tag="adjust_stock"):
    """Correct the physical units after a count."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    delta: int
    """The change in units."""

    reason: str
    """Why."""

    force: bool = msgspec.field(default_factory=lambda: False)
    """Whether fewer units may stay than were promised, because fewer are really there."""


class AllocateOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="allocate_order"):
    """Set units aside at nodes: what its reservation holds as planned then, the rest by a new plan."""

    order: str
    """The order."""

    strategy: AllocationStrategyKind
    """How to plan."""


class AllocationAssignment(Model, frozen=True, kw_only=True):
    """Units of a line that a node ships."""

    line: str
    """The order line."""

    node: str
    """The node."""

    quantity: Quantity
    """How many units; at least one."""


class AllocationCandidate(Model, frozen=True, kw_only=True):
    """A node that may ship."""

    node: str
    """The node."""

    priority: int = msgspec.field(default_factory=lambda: 0)
    """Lower ships first."""

    active: bool = msgspec.field(default_factory=lambda: True)
    """Whether it ships at all."""

    distance_metres: int | None = None
    """How far it is from the destination in metres, if known."""

    shipment_cost: Money
    """What packing one shipment costs there."""

    unit_cost: Money
    """What handling one unit costs there."""

    available: dict[str, Quantity] = msgspec.field(default_factory=lambda: {})
    """What may be promised there now, net of what others hold. A SKU that is not named has none."""

    lane: Lane = msgspec.field(default_factory=lambda: Lane(options=[]))
    """The carrier services from there to the destination."""


class AllocationCost(Model, frozen=True, kw_only=True):
    """What a plan costs."""

    freight: Money
    """All freight."""

    handling: Money
    """All handling."""

    split: Money
    """The split cost of every shipment after the first."""

    total: Money
    """The sum of the three."""


class AllocationExplained(Model, frozen=True, kw_only=True, tag_field="type", tag="allocation"):
    """Which nodes ship what."""

    plan: AllocationPlan
    """The plan, with what each candidate cost."""


class AllocationLine(Model, frozen=True, kw_only=True):
    """Units of one SKU that an order line needs."""

    line: str
    """The order line."""

    sku: str
    """Its SKU."""

    quantity: Quantity
    """How many units; at least one."""

    unit_weight: Weight
    """The weight of one unit, packed."""


class AllocationPlan(Model, frozen=True, kw_only=True):
    """Which nodes ship what. Per line, assigned and short units sum to the units asked for."""

    strategy: str
    """The name of the strategy that made it."""

    assignments: list[AllocationAssignment]
    """The units by line and node, sorted by line, then node."""

    shortfalls: list[AllocationShortfall]
    """The units that nobody ships, sorted by line, then reason."""

    shipments: list[PlannedShipment]
    """The shipments, sorted by node."""

    cost: AllocationCost
    """What it costs."""

    candidates: list[AllocationVerdict]
    """Every candidate and its verdict, sorted by node."""


class AllocationProblem(Model, frozen=True, kw_only=True):
    """Which nodes could ship an order, and what each choice costs. Self-contained: deciding it needs nothing else."""

    currency: str
    """The currency of every amount."""

    lines: list[AllocationLine]
    """What is to be shipped. Lines may share a SKU; they then share its stock."""

    candidates: list[AllocationCandidate]
    """The nodes that may ship."""

    split_cost: Money
    """What each shipment after the first costs the merchant: packaging, a second delivery, a question from the buyer."""

    max_shipments: int | None = None
    """The most shipments allowed; no limit when absent."""

    ship_complete: bool = msgspec.field(default_factory=lambda: False)
    """All units or none."""

    lanes_required: bool = msgspec.field(default_factory=lambda: True)
    """Whether a node without a lane is never used. If not, and no candidate has a lane at all, freight is unknown and
    counts as nothing.
    """


class AllocationShortfall(Model, frozen=True, kw_only=True):
    """Units of a line that nobody ships."""

    line: str
    """The order line."""

    quantity: Quantity
    """How many units."""

    reason: ShortfallReason
    """Why."""


class AllocationVerdict(Model, frozen=True, kw_only=True):
    """What became of a candidate."""

    node: str
    """The node."""

    fillable_units: int
    """How many units of the order it could ship by its stock and its carriers' limits, if it were the only
    one; 0 for a rejected one.
    """

    fillable_cost: Money | None = None
    """What shipping those units would cost from there; absent when there are none."""

    complete: bool
    """Whether that is the whole order."""

    outcome: AllocationOutcome
    """What became of it."""


class ApproveOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="approve_order"):
    """Approve by hand."""

    order: str
    """The order."""


class AskAudit(Model, frozen=True, kw_only=True, tag_field="type", tag="audit"):
    """Prove the identities over the whole store."""


class AskAvailability(Model, frozen=True, kw_only=True, tag_field="type", tag="availability"):
    """How many units could be promised."""

    tenant: str
    """Whose stock."""

    skus: list[str]
    """Which SKUs."""

    at: datetime.datetime
    """When; reservations that have run out by then count for nothing."""


class AskJournal(Model, frozen=True, kw_only=True, tag_field="type", tag="journal"):
    """What happened."""

    tenant: str | None = None
    """Whose entries; everybody's when absent, which is for those who run the system."""

    from_: int
    """The position of the first entry wanted; the first of all has position 0."""

    limit: int
    """The most to return."""


class AskOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="order"):
    """An order."""

    tenant: str
    """Whose."""

    order: str
    """Which."""


class AskReport(Model, frozen=True, kw_only=True, tag_field="type", tag="report"):
    """A report."""

    tenant: str
    """Whose."""

    query: ReportQuery
    """What to report."""


class AskShipment(Model, frozen=True, kw_only=True, tag_field="type", tag="shipment"):
    """A shipment."""

    tenant: str
    """Whose."""

    shipment: str
    """Which."""


class AskStateHash(Model, frozen=True, kw_only=True, tag_field="type", tag="state_hash"):
    """The hash of everything stored."""


class AssignOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="assign_order"):
    """Set units aside at the nodes that somebody else chose."""

    order: str
    """The order."""

    units: list[LineUnits]
    """Units by line and node."""


class AttributeDimension(Model, frozen=True, kw_only=True, tag_field="type", tag="attribute"):
    """A property."""

    attribute: ReportAttribute
    """Which."""


class AuditAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="audit"):
    """What the audit found."""

    audit: AuditReport
    """The report."""


class AuditFinding(Model, frozen=True, kw_only=True):
    """An identity that does not hold."""

    code: str
    """The identity, such as `audit.cell_unsound`."""

    position: int | None = None
    """The position of the journal entry that breaks it; absent when the store differs from its journal."""

    message: str
    """What is wrong, for people."""


class AuditReport(Model, frozen=True, kw_only=True):
    """What an audit found."""

    entries: int
    """How many journal entries were folded."""

    documents: int
    """How many documents were compared."""

    cells: int
    """How many cells were compared."""

    state_hash: Fingerprint
    """The hash of the state that the journal folds to."""

    findings: list[AuditFinding]
    """What does not hold; nothing when all is well."""


class Availability(Model, frozen=True, kw_only=True):
    """How many units of a SKU could be promised."""

    sku: str
    """The SKU."""

    promiseable: int
    """Over all nodes that sell: the sum of what is promiseable at each."""

    nodes: list[NodeAvailability]
    """By node, those that do not sell included."""


class AvailabilityAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="availability"):
    """How many units could be promised."""

    skus: list[Availability]
    """By SKU, in the order asked."""


class BeyondBands(Model, frozen=True, kw_only=True, tag_field="type", tag="beyond_bands"):
    """The destination lies beyond the last band."""

    metres: int
    """The distance in metres."""

    last_km: int | None = None
    """Where the last band ends, in kilometres; absent if there is no band."""


class BooleanFieldValue(Model, frozen=True, kw_only=True, tag_field="type", tag="boolean"):
    """Yes or no."""

    value: bool


class CancelOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="cancel_order"):
    """Cancel units that no warehouse has been told to pick; their stock becomes free. Rules' holds are looked at anew."""

    order: str
    """The order."""

    lines: list[LineQuantity] = msgspec.field(default_factory=list)
    """Units by line; everything that has not left when empty."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class CandidateChosen(Model, frozen=True, kw_only=True, tag_field="type", tag="chosen"):
    """It ships."""

    units: int
    """How many units it ships."""

    cost: Money
    """The freight and handling of its shipment."""


class CandidateLost(Model, frozen=True, kw_only=True, tag_field="type", tag="lost"):
    """It could ship and does not."""

    margin: Money | None = None
    """How much more than the whole plan it would cost to ship all from there; negative if it is cheaper and the
    strategy chose by something else; absent if it could not ship all.
    """


class CandidateRejected(Model, frozen=True, kw_only=True, tag_field="type", tag="rejected"):
    """It cannot ship any unit."""

    reason: CandidateRejection
    """Why."""


class CardInOtherCurrency(Model, frozen=True, kw_only=True, tag_field="type", tag="other_currency"):
    """The card has another currency than the one asked for."""

    currency: str
    """The card's currency."""


class CardNotValid(Model, frozen=True, kw_only=True, tag_field="type", tag="not_valid"):
    """The card is not valid at the instant of hand-over."""

    at: datetime.datetime
    """The instant of hand-over."""

    valid: Window
    """When the card is valid."""


class CarrierCandidate(Model, frozen=True, kw_only=True):
    """One card of the choice."""

    carrier: str
    """The carrier."""

    service: str
    """The carrier's service."""

    verdict: CarrierVerdict
    """What became of it."""


class CarrierChoice(Model, frozen=True, kw_only=True):
    """The carrier chosen and why."""

    chosen: CarrierQuote | None = None
    """The quote chosen; absent when every candidate is rejected."""

    delivery_estimate: datetime.datetime | None = None
    """When it should arrive: hand-over plus transit days of 24 hours."""

    late_by_seconds: int | None = None
    """By how many seconds the estimate misses the promise; absent when it keeps it or nothing was promised."""

    candidates: list[CarrierCandidate]
    """Every card and its verdict, by carrier, service and start of validity."""


class CarrierChosen(Model, frozen=True, kw_only=True, tag_field="type", tag="chosen"):
    """It won."""

    price_margin: Money | None = None
    """How much more the runner-up asks, negative if it is cheaper; absent without a runner-up."""

    days_margin: int | None = None
    """How many more days the runner-up takes, negative if it is faster; absent without a runner-up."""


class CarrierExplained(Model, frozen=True, kw_only=True, tag_field="type", tag="carrier"):
    """Which carrier takes it."""

    choice: CarrierChoice
    """The choice, with what each candidate asked."""


class CarrierLost(Model, frozen=True, kw_only=True, tag_field="type", tag="lost"):
    """It had a price and lost."""

    price: Money
    """What it asked."""

    transit_days: int
    """How many days it takes."""

    by_price: Money
    """How much more it asks than the winner; negative if it is cheaper."""

    by_days: int
    """How many more days it takes than the winner; negative if it is faster."""

    late: bool
    """Whether it would miss the promise."""


class CarrierQuote(Model, frozen=True, kw_only=True):
    """What a carrier service asks for a parcel."""

    carrier: str
    """The carrier."""

    service: str
    """The carrier's service."""

    zone: str
    """The zone of the way."""

    price: Money
    """The price."""

    transit_days: int
    """Days from hand-over to delivery."""


class CarrierRejected(Model, frozen=True, kw_only=True, tag_field="type", tag="rejected"):
    """It had no price."""

    reason: QuoteRejection
    """Why."""


class Carriers(Model, frozen=True, kw_only=True):
    """All rate cards of a tenant."""

    cards: list[RateCard]
    """The cards. Several of one service follow each other in time."""


class CarriersDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="carriers"):
    """The rate cards of a tenant."""

    cards: list[RateCard]
    """The cards. Several of one service follow each other in time."""


class CellDelta(Model, frozen=True, kw_only=True):
    """A change of a cell."""

    on_hand: int
    """Change of the physical units."""

    held: int
    """Change of the held units."""

    allocated: int
    """Change of the allocated units."""

    quality_hold: int = 0
    """Change of the units that wait for inspection."""

    damaged: int = 0
    """Change of the damaged units."""

    returned_pending: int = 0
    """Change of the units that came back."""

    incoming: int = 0
    """Change of the expected units."""


class CellEntry(Model, frozen=True, kw_only=True):
    """A cell under its key."""

    key: CellKey
    """The key."""

    cell: StockCell
    """The quantities."""


class CellKey(Model, frozen=True, kw_only=True):
    """The key of a stock cell."""

    tenant: str
    """Whose."""

    sku: str
    """The SKU."""

    node: str
    """The node."""


class ChangeOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="change_order"):
    """Change an order before its units are with a warehouse. Rules' holds are looked at anew."""

    order: str
    """The order."""

    change: OrderChange
    """What changes."""


class ChannelOrderLink(Model, frozen=True, kw_only=True, tag_field="type", tag="channel_order"):
    """Which order a channel's order became."""

    order: str
    """The order."""

    content: Fingerprint
    """The hash of what was placed."""


class ChooseCarrier(Model, frozen=True, kw_only=True, tag_field="type", tag="choose"):
    """The one that a strategy chooses over the rate cards."""

    strategy: CarrierStrategy
    """What decides."""


class Command(Model, frozen=True, kw_only=True):
    """Something asked of the engine.

    The id makes it safe to repeat: the same command again gets the first answer and changes nothing; the same id
    with other content is refused.
    """

    id: str
    """The command."""

    tenant: str
    """Whose data it works on."""

    at: datetime.datetime
    """When it is given; the only clock the engine knows."""

    by: str | None = None
    """Who gives it."""

    action: Action
    """What is asked."""


class CommandKey(Model, frozen=True, kw_only=True):
    """The key of a command."""

    tenant: str
    """Whose."""

    command: str
    """Which."""


class CommandRecord(Model, frozen=True, kw_only=True):
    """The answer to a command, kept so that its repetition gets the same."""

    key: CommandKey
    """The command."""

    content: Fingerprint
    """The hash of what was asked; the same id with other content is a mistake."""

    outcome: Outcome
    """What came of it."""


class Commit(Model, frozen=True, kw_only=True):
    """What a run wants written."""

    documents: list[DocumentWrite]
    """Documents, at most one write per key, in key order."""

    deltas: list[StockDelta]
    """Stock changes, at most one per cell, in key order."""

    events: list[JournalEntry]
    """Entries to append to the journal, in order."""

    commands: list[CommandRecord]
    """Answers to keep."""


class CommitCase(Model, frozen=True, kw_only=True, tag_field="type", tag="commit"):
    """A commit."""

    commit: Commit
    """The commit."""

    conflict: StoreConflict | None = None
    """What it collides with; absent when it must be written."""


class CompleteOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="complete_order"):
    """Close a delivered order."""

    order: str
    """The order."""


class ContractCase(Model, frozen=True, kw_only=True):
    """What an empty store must do, step by step."""

    name: str
    """What it shows, as a sentence."""

    steps: list[ContractStep]
    """The steps, in order, on one store."""


class DateFieldValue(Model, frozen=True, kw_only=True, tag_field="type", tag="date"):
    """A calendar day."""

    value: datetime.date


class DeallocateOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="deallocate_order"):
    """Give units back, also those a warehouse was told to pick and has confirmed not to."""

    order: str
    """The order."""

    units: list[LineUnits] = msgspec.field(default_factory=list)
    """Units by line and node; all when empty."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class DecimalCell(Model, frozen=True, kw_only=True, tag_field="type", tag="decimal"):
    """An exact decimal."""

    value: Decimal
    """The number, a string on the wire, without trailing zeros."""


class DecimalFieldValue(Model, frozen=True, kw_only=True, tag_field="type", tag="decimal"):
    """An exact decimal, a string on the wire."""

    value: Decimal


class Dimensions(Model, frozen=True, kw_only=True):
    """A box-shaped size in whole millimetres."""

    length: int
    """Length in millimetres."""

    width: int
    """Width in millimetres."""

    height: int
    """Height in millimetres."""


class DistanceBand(Model, frozen=True, kw_only=True):
    """One band of distance."""

    up_to_km: int | None = None
    """The farthest that belongs to the band, in kilometres, itself included; only the last band may leave it out."""

    zone: str
    """The zone."""


class DistanceZones(Model, frozen=True, kw_only=True, tag_field="type", tag="distance"):
    """By the great-circle distance."""

    bands: list[DistanceBand]
    """The bands from near to far. What lies beyond the last one is not served, unless that band is open."""


class DistinctLineFieldDimension(Model, frozen=True, kw_only=True, tag_field="type", tag="distinct_line_field"):
    """How many different values a custom field has among the lines of the order."""

    field: str
    """The field."""


class DistinctMeasure(Model, frozen=True, kw_only=True, tag_field="type", tag="distinct"):
    """The number of different values of a dimension, rows without one left out."""

    dimension: ReportDimension
    """Of what."""


class DocumentEntry(Model, frozen=True, kw_only=True):
    """A document under its key."""

    key: DocumentKey
    """The key."""

    stored: StoredDocument
    """The version and content."""


class DocumentKey(Model, frozen=True, kw_only=True):
    """The key of a document."""

    tenant: str
    """Whose."""

    kind: DocumentKind
    """What kind."""

    id: str
    """Which; empty for kinds of which a tenant has one."""


class DocumentWrite(Model, frozen=True, kw_only=True):
    """A document to write."""

    key: DocumentKey
    """Under which key."""

    expected: Version
    """The version it replaces; 0 when there must be none yet."""

    stored: StoredDocument
    """The new version and content."""


class DoneStep(Model, frozen=True, kw_only=True, tag_field="type", tag="done"):
    """Write the commit; once it is written the results are true."""

    commit: Commit
    """What to write, whole or not at all; nothing when every list in it is empty."""

    results: list[CommandResult]
    """The answer to each command, in order."""


class DurationMeasure(Model, frozen=True, kw_only=True, tag_field="type", tag="duration"):
    """A statistic of `to − from` in whole seconds, rounded down, over rows that have both instants. Over orders and
    shipments.
    """

    from_: ReportDate
    """From when."""

    to: ReportDate
    """Until when."""

    statistic: DurationStatistic
    """Which statistic."""

    percent: int | None = None
    """For a percentile, which: 1 to 100."""


class ErrorReport(Model, frozen=True, kw_only=True):
    """An error on the wire."""

    code: str
    """The stable code, for programs."""

    kind: ErrorKind
    """What to do about it."""

    message: str
    """The text, for people."""

    problems: list[Problem] = msgspec.field(default_factory=list)
    """Every single problem of an invalid input."""


class ExtendReservation(Model, frozen=True, kw_only=True, tag_field="type", tag="extend_reservation"):
    """Move the expiry of a reservation."""

    reservation: str
    """The reservation."""

    expires_at: datetime.datetime | None = None
    """When it stops counting; never when absent."""


class FigureMeasure(Model, frozen=True, kw_only=True, tag_field="type", tag="figure"):
    """A figure of the list."""

    figure: ReportFigure
    """Which."""


class GeoPoint(Model, frozen=True, kw_only=True):
    """A point on the globe in millionths of a degree, so that it is exact and compares."""

    lat_micro: int
    """Latitude in millionths of a degree, −90,000,000 to 90,000,000, north positive."""

    lon_micro: int
    """Longitude in millionths of a degree, −180,000,000 to 180,000,000, east positive."""


class Hold(Model, frozen=True, kw_only=True):
    """A reason why an order, or some of its lines, may not go on."""

    id: str
    """The hold; unique within the order."""

    reason: HoldReason
    """Why."""

    stage: HoldStage
    """The first stage blocked."""

    source: HoldSource
    """Who opened it."""

    lines: list[str] = msgspec.field(default_factory=lambda: [])
    """The lines held; all when empty."""

    note: str = msgspec.field(default_factory=lambda: "")
    """More words, for people."""

    opened_at: datetime.datetime
    """Since when."""


class HoldOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="hold_order"):
    """Hold an order, or some lines."""

    order: str
    """The order."""

    hold: str
    """The new hold."""

    reason: HoldReason
    """Why."""

    stage: HoldStage
    """The first stage blocked."""

    source: HoldSource
    """Who holds it."""

    lines: list[str] = msgspec.field(default_factory=list)
    """The lines held; all when empty."""

    note: str = msgspec.field(default_factory=lambda: "")
    """More words, for people."""


class IncomingChanged(Model, frozen=True, kw_only=True, tag_field="type", tag="incoming_changed"):
    """More or fewer units are expected."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    receipt: str
    """The expected delivery."""

    delta: int
    """The change."""


class IntegerCell(Model, frozen=True, kw_only=True, tag_field="type", tag="integer"):
    """A whole number."""

    value: int
    """The number."""


class IntegerFieldValue(Model, frozen=True, kw_only=True, tag_field="type", tag="integer"):
    """A whole number."""

    value: int


class JournalAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="journal"):
    """What happened."""

    entries: list[JournalEntry]
    """The entries; fewer than asked means that there are no more."""

    next: int
    """The position to go on from."""


class JournalEntry(Model, frozen=True, kw_only=True):
    """One entry of the journal."""

    tenant: str
    """Whose."""

    command: str
    """The command that caused it."""

    at: datetime.datetime
    """The command's time."""

    event: Event
    """What happened."""


class Keys(Model, frozen=True, kw_only=True):
    """What a run must see before it can go on: a set, loaded in one round trip."""

    commands: list[CommandKey]
    """Commands whose first answer is wanted, if they were carried out."""

    documents: list[DocumentKey]
    """Documents."""

    cells: list[CellKey]
    """Stock cells."""

    expired_by: datetime.datetime | None = None
    """When present: also load the reservations that hold units in one of the cells and have not ended, but whose
    `expiresAt` is at or before this instant.
    """


class Lane(Model, frozen=True, kw_only=True):
    """The services that go from one node to one destination. Without any the node cannot ship there."""

    options: list[LaneOption] = msgspec.field(default_factory=lambda: [])
    """The services; their order has no meaning."""


class LaneOption(Model, frozen=True, kw_only=True):
    """One service on a lane."""

    carrier: str
    """The carrier."""

    service: str
    """The carrier's service."""

    transit_days: int
    """Days from hand-over to delivery."""

    tariff: Tariff
    """The price by weight, shared with the rate card it comes from."""


class LateMeasure(Model, frozen=True, kw_only=True, tag_field="type", tag="late"):
    """The number of deliveries after what was promised: `delivered > promised`. Over orders and shipments."""

    by: PromiseBy
    """How."""

    offset_minutes: int = msgspec.field(default_factory=lambda: 0)
    """For calendar days: how far the clock on the wall is ahead of UTC, in minutes. Within ±1,440."""


class LineAllocation(Model, frozen=True, kw_only=True):
    """What one node owes a line."""

    node: str
    """The node."""

    allocated: Quantity
    """Units set aside there and not shipped yet."""

    released: Quantity
    """Those of the allocated units that the warehouse has been told to pick."""

    shipped: Quantity
    """Units shipped from there."""


class LineFieldDimension(Model, frozen=True, kw_only=True, tag_field="type", tag="line_field"):
    """A custom field of the line; over lines only."""

    field: str
    """The field."""


class LineQuantity(Model, frozen=True, kw_only=True):
    """Units of a line."""

    line: str
    """The line."""

    quantity: Quantity
    """How many units."""


class LineUnits(Model, frozen=True, kw_only=True):
    """Units of a line at a node."""

    line: str
    """The line."""

    node: str
    """The node that ships them."""

    quantity: Quantity
    """How many units."""


class LoadCase(Model, frozen=True, kw_only=True, tag_field="type", tag="load"):
    """A load."""

    keys: Keys
    """What is asked."""

    snapshot: Snapshot
    """The answer."""


class LoadStep(Model, frozen=True, kw_only=True, tag_field="type", tag="load"):
    """Load this and hand over the snapshot."""

    keys: Keys
    """What to load, in one round trip."""


class MissingPosition(Model, frozen=True, kw_only=True, tag_field="type", tag="no_position"):
    """Distance bands need the position of both ends."""

    end: LaneEnd
    """Which end; the node if both are unknown."""


class MissingRegion(Model, frozen=True, kw_only=True, tag_field="type", tag="no_region"):
    """A region table without default needs the region of both ends."""

    end: LaneEnd
    """Which end; the node if both are unknown."""


class Money(Model, frozen=True, kw_only=True):
    """An exact amount in one currency."""

    amount: Decimal
    """The exact amount at the currency's scale, as a string."""

    currency: str
    """The ISO 4217 code."""


class MoneyCell(Model, frozen=True, kw_only=True, tag_field="type", tag="money"):
    """An amount."""

    value: Money
    """The amount."""


class MovementsAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="movements"):
    """What the event does to which cell."""

    movements: list[StockMovement]
    """One row per item."""


class MovementsOf(Model, frozen=True, kw_only=True, tag_field="type", tag="movements"):
    """What an event does to which cell."""

    event: StockEvent
    """The event."""


class NamedCarrier(Model, frozen=True, kw_only=True, tag_field="type", tag="named"):
    """This one; nothing is chosen."""

    carrier: str
    """The carrier."""

    service: str
    """The carrier's service."""

    freight: Money | None = None
    """What it is expected to charge."""


class Network(Model, frozen=True, kw_only=True):
    """All nodes of a tenant."""

    nodes: dict[str, Node]
    """The nodes by id."""


class NetworkDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="network"):
    """The nodes of a tenant."""

    nodes: dict[str, Node]
    """The nodes by id."""


class Node(Model, frozen=True, kw_only=True):
    """A place that ships."""

    id: str
    """The node."""

    name: str = msgspec.field(default_factory=lambda: "")
    """What people call it."""

    location: GeoPoint | None = None
    """Where it lies; distance strategies and distance zones skip a node without it, with that reason."""

    region: str | None = None
    """The region it lies in, for rates by region."""

    address: Address | None = None
    """The address printed as sender."""

    priority: int = msgspec.field(default_factory=lambda: 0)
    """Lower ships first."""

    shipment_cost: Money | None = None
    """What packing one shipment costs."""

    unit_cost: Money | None = None
    """What handling one unit costs."""

    active: bool = msgspec.field(default_factory=lambda: True)
    """Whether it sells; a closed node keeps its stock and can still be counted and received into."""


class NodeAvailability(Model, frozen=True, kw_only=True):
    """What a node has of a SKU."""

    node: str
    """The node."""

    cell: StockCell
    """The cell, units held by reservations that have run out no longer counted as held."""

    free: int
    """Units free."""

    promiseable: int
    """Units that could be promised: free ones and what backorders allow; none where the node does not sell."""


class NodeRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="node"):
    """A node's record was written."""

    node: Node
    """The record."""


class NothingCell(Model, frozen=True, kw_only=True, tag_field="type", tag="nothing"):
    """No value."""


class OnTimeRateMeasure(Model, frozen=True, kw_only=True, tag_field="type", tag="on_time_rate"):
    """Deliveries kept ÷ deliveries that were promised: `(n − late) / n`, n = rows with both instants. Over orders and
    shipments.
    """

    by: PromiseBy
    """How."""

    offset_minutes: int = msgspec.field(default_factory=lambda: 0)
    """For calendar days: how far the clock on the wall is ahead of UTC, in minutes. Within ±1,440."""


class Order(Model, frozen=True, kw_only=True):
    """An order of any channel in the one normal form."""

    id: str
    """The order."""

    channel: str
    """The channel it came from."""

    shop: str | None = None
    """The shop of the channel, where a channel has several."""

    channel_order_id: str
    """The channel's own id."""

    placed_at: datetime.datetime
    """When the buyer ordered."""

    currency: str
    """The currency of every amount in it."""

    customer: str | None = None
    """The buyer."""

    ship_to: Address
    """Where it goes."""

    terms: PaymentTerms
    """When the buyer pays."""

    promise_by: datetime.datetime | None = None
    """Until when delivery was promised."""

    remark: str = msgspec.field(default_factory=lambda: "")
    """What the buyer wrote."""

    lines: list[OrderLine]
    """The lines."""

    shipping: Money
    """What the buyer pays for carriage."""

    discount: Money
    """What is taken off the whole order, already shared out over the lines."""

    stated_total: Money | None = None
    """The total that the channel states."""

    payments: list[OrderPayment]
    """The payments, in the order recorded."""

    holds: list[Hold]
    """The holds that are open."""

    approved_at: datetime.datetime | None = None
    """When it passed review."""

    completed_at: datetime.datetime | None = None
    """When it was completed."""

    reservation: str | None = None
    """The reservation that holds stock for it."""

    fields: dict[str, FieldValue] = msgspec.field(default_factory=lambda: {})
    """Custom fields."""

    content: Fingerprint
    """The hash of what the channel sent; the same again is no new order."""


class OrderAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="order"):
    """The order."""

    order: OrderView | None = None
    """The order with what is derived from it; absent when there is none."""


class OrderApproved(Model, frozen=True, kw_only=True, tag_field="type", tag="approved"):
    """It passed review."""


class OrderChange(Model, frozen=True, kw_only=True):
    """What to change; what is absent stays. The order is reviewed anew afterwards."""

    ship_to: Address | None = None
    """The new address."""

    promise_by: datetime.datetime | None = None
    """The new promise."""

    remark: str | None = None
    """The new remark."""

    quantities: list[LineQuantity] = msgspec.field(default_factory=list)
    """New quantities, larger than before; fewer units are a cancellation."""

    fields: dict[str, FieldValue] = msgspec.field(default_factory=dict)
    """Custom fields to set."""


class OrderChanged(Model, frozen=True, kw_only=True, tag_field="type", tag="changed"):
    """It was changed, and has to be reviewed anew."""

    change: OrderChange
    """What changed."""


class OrderCompleted(Model, frozen=True, kw_only=True, tag_field="type", tag="completed"):
    """It was closed."""


class OrderDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="order"):
    """An order."""

    id: str
    """The order."""

    channel: str
    """The channel it came from."""

    shop: str | None = None
    """The shop of the channel, where a channel has several."""

    channel_order_id: str
    """The channel's own id."""

    placed_at: datetime.datetime
    """When the buyer ordered."""

    currency: str
    """The currency of every amount in it."""

    customer: str | None = None
    """The buyer."""

    ship_to: Address
    """Where it goes."""

    terms: PaymentTerms
    """When the buyer pays."""

    promise_by: datetime.datetime | None = None
    """Until when delivery was promised."""

    remark: str = msgspec.field(default_factory=lambda: "")
    """What the buyer wrote."""

    lines: list[OrderLine]
    """The lines."""

    shipping: Money
    """What the buyer pays for carriage."""

    discount: Money
    """What is taken off the whole order, already shared out over the lines."""

    stated_total: Money | None = None
    """The total that the channel states."""

    payments: list[OrderPayment]
    """The payments, in the order recorded."""

    holds: list[Hold]
    """The holds that are open."""

    approved_at: datetime.datetime | None = None
    """When it passed review."""

    completed_at: datetime.datetime | None = None
    """When it was completed."""

    reservation: str | None = None
    """The reservation that holds stock for it."""

    fields: dict[str, FieldValue] = msgspec.field(default_factory=lambda: {})
    """Custom fields."""

    content: Fingerprint
    """The hash of what the channel sent; the same again is no new order."""


class OrderDraft(Model, frozen=True, kw_only=True):
    """An order as a channel sends it, already in the normal form."""

    channel: str
    """The channel."""

    shop: str | None = None
    """The shop of the channel, where a channel has several."""

    channel_order_id: str
    """The channel's own id; with channel and shop it names the order for ever."""

    placed_at: datetime.datetime
    """When the buyer ordered."""

    currency: str
    """The currency of every amount in it."""

    customer: str | None = None
    """The buyer."""

    ship_to: Address
    """Where it goes."""

    terms: PaymentTerms = msgspec.field(default_factory=lambda: "prepaid")
    """When the buyer pays."""

    promise_by: datetime.datetime | None = None
    """Until when delivery was promised."""

    remark: str = msgspec.field(default_factory=lambda: "")
    """What the buyer wrote."""

    lines: list[OrderDraftLine]
    """The lines. Channels do send orders without any: such an order has nothing to fulfil and counts as cancelled."""

    shipping: Money | None = None
    """What the buyer pays for carriage."""

    discount: Money | None = None
    """What is taken off the whole order; it is shared out over the lines by value, largest remainder."""

    stated_total: Money | None = None
    """The total that the channel states, checked by review."""

    fields: dict[str, FieldValue] = msgspec.field(default_factory=dict)
    """Custom fields."""


class OrderDraftLine(Model, frozen=True, kw_only=True):
    """A line as ordered."""

    id: str
    """The line; unique within the order."""

    sku: str
    """What is bought."""

    name: str = msgspec.field(default_factory=lambda: "")
    """What the channel calls it."""

    quantity: Quantity
    """Units, at least one."""

    unit_price: Money
    """The price of one unit."""

    discount: Money | None = None
    """What is taken off the whole line."""

    tax: Money | None = None
    """Tax on the whole line, on top of the price."""

    fields: dict[str, FieldValue] = msgspec.field(default_factory=dict)
    """Custom fields."""


class OrderFieldDimension(Model, frozen=True, kw_only=True, tag_field="type", tag="order_field"):
    """A custom field of the order."""

    field: str
    """The field."""


class OrderHoldOpened(Model, frozen=True, kw_only=True, tag_field="type", tag="hold_opened"):
    """It was held."""

    hold: Hold
    """The hold."""


class OrderHoldReleased(Model, frozen=True, kw_only=True, tag_field="type", tag="hold_released"):
    """A hold was released."""

    hold: str
    """The hold."""


class OrderLine(Model, frozen=True, kw_only=True):
    """A line of an order.

    Each unit has one owner at every moment: `ordered = open + allocated + shipped + cancelled`. Released
    units are part of the allocated ones, delivered units part of the shipped ones.
    """

    id: str
    """The line."""

    sku: str
    """What is bought."""

    name: str = msgspec.field(default_factory=lambda: "")
    """What the channel calls it."""

    ordered: Quantity
    """Units ordered, cancelled ones included."""

    unit_price: Money
    """The price of one unit."""

    discount: Money
    """What is taken off the whole line."""

    order_discount: Money
    """The line's share of the order's discount."""

    tax: Money
    """Tax on the whole line, on top of the price."""

    cancelled: Quantity
    """Units cancelled."""

    delivered: Quantity
    """Units delivered."""

    allocations: list[LineAllocation]
    """Where the other units are or were shipped from, by node."""

    fields: dict[str, FieldValue] = msgspec.field(default_factory=lambda: {})
    """Custom fields."""


class OrderPayment(Model, frozen=True, kw_only=True):
    """A payment for an order. A payment id is used once; the same payment again changes nothing."""

    id: str
    """The payment."""

    kind: PaymentKind
    """Which way."""

    method: str = msgspec.field(default_factory=lambda: "")
    """How, such as `credit_card`."""

    amount: Money
    """How much; not negative. Channels do report payments of nothing, such as a voucher that was used up."""

    instalments: int | None = None
    """In how many instalments, when known."""

    at: datetime.datetime
    """When."""


class OrderPaymentRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="payment_recorded"):
    """Money came or went back."""

    payment: OrderPayment
    """The payment."""


class OrderPlaced(Model, frozen=True, kw_only=True, tag_field="type", tag="placed"):
    """It was placed."""

    order: Order
    """The order in its normal form."""


class OrderRecord(Model, frozen=True, kw_only=True, tag_field="type", tag="order"):
    """Something happened to an order."""

    order: str
    """The order."""

    event: OrderEvent
    """What."""


class OrderReservationEnded(Model, frozen=True, kw_only=True, tag_field="type", tag="reservation_ended"):
    """Its reservation is over: committed, released or expired."""

    reservation: str
    """The reservation."""


class OrderReserved(Model, frozen=True, kw_only=True, tag_field="type", tag="reserved"):
    """Stock was held for it."""

    reservation: str
    """The reservation."""


class OrderUnitsAllocated(Model, frozen=True, kw_only=True, tag_field="type", tag="units_allocated"):
    """Units were set aside at nodes."""

    units: list[LineUnits]
    """Units by line and node."""


class OrderUnitsCancelled(Model, frozen=True, kw_only=True, tag_field="type", tag="units_cancelled"):
    """Units were cancelled."""

    lines: list[LineQuantity]
    """Units by line."""

    reason: str
    """Why."""


class OrderUnitsDeallocated(Model, frozen=True, kw_only=True, tag_field="type", tag="units_deallocated"):
    """Units were given back."""

    units: list[LineUnits]
    """Units by line and node."""

    reason: str
    """Why."""


class OrderUnitsDelivered(Model, frozen=True, kw_only=True, tag_field="type", tag="units_delivered"):
    """Units arrived."""

    shipment: str
    """With which shipment."""

    lines: list[LineQuantity]
    """Units by line."""


class OrderUnitsReleased(Model, frozen=True, kw_only=True, tag_field="type", tag="units_released"):
    """Warehouses were told to pick."""

    units: list[LineUnits]
    """Units by line and node."""


class OrderUnitsShipped(Model, frozen=True, kw_only=True, tag_field="type", tag="units_shipped"):
    """Units left."""

    shipment: str
    """With which shipment."""

    units: list[LineUnits]
    """Units by line and node."""


class OrderView(Model, frozen=True, kw_only=True):
    """An order with what is derived from it."""

    version: Version
    """How many events have made it."""

    status: OrderStatus
    """Its status."""

    total: Money
    """What everything ordered costs."""

    due: Money
    """What the buyer has to pay, cancelled units left out."""

    paid: Money
    """What was paid, refunds taken off."""

    order: Order
    """The order."""


class Outcome(Model, frozen=True, kw_only=True):
    """What came of a command that was carried out."""

    command: str
    """The command."""

    events: list[Event]
    """What happened; nothing when there was nothing left to do."""

    explanations: list[Explanation] = msgspec.field(default_factory=list)
    """Why it happened that way, where something was decided."""


class Page(Model, frozen=True, kw_only=True):
    """What was read; fewer than asked means that there is no more."""

    documents: list[DocumentEntry]
    """Documents."""

    cells: list[CellEntry]
    """Cells."""

    entries: list[JournalEntry]
    """Journal entries."""


class Parcel(Model, frozen=True, kw_only=True):
    """A parcel and everything its carrier said about it."""

    id: str
    """The parcel."""

    tracking_number: str | None = None
    """The carrier's number."""

    weight: Weight | None = None
    """What it weighs, when weighed."""

    lines: list[LineQuantity]
    """What is in it."""

    events: list[TrackingEvent]
    """The carrier's events: a set, sorted."""


class ParcelDraft(Model, frozen=True, kw_only=True):
    """A parcel as packed."""

    id: str
    """The parcel; unique within the shipment."""

    tracking_number: str | None = None
    """The carrier's number; may come later in life of other carriers, here it comes with the parcel."""

    weight: Weight | None = None
    """What it weighs, when weighed."""

    lines: list[LineQuantity] = msgspec.field(default_factory=list)
    """What is in it; a single parcel may leave this empty and holds everything."""


class ParcelEvents(Model, frozen=True, kw_only=True):
    """Tracking events of one parcel."""

    parcel: str
    """The parcel."""

    events: list[TrackingEvent]
    """Its events, in any order; those known already are passed over."""


class PlaceOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="place_order"):
    """Place an order. The same channel order again changes nothing; with other content it is a conflict."""

    order: str
    """The id that the order gets."""

    draft: OrderDraft
    """The order."""


class PlacementRepeated(Model, frozen=True, kw_only=True, tag_field="type", tag="repeated"):
    """The channel order had been placed before with the same content."""

    order: str
    """The order it became then."""


class PlanViolation(Model, frozen=True, kw_only=True):
    """A rule that a plan breaks, and where."""

    rule: PlanRule
    """The rule."""

    line: str | None = None
    """The line at fault, if one is."""

    node: str | None = None
    """The node at fault, if one is."""

    sku: str | None = None
    """The SKU at fault, if one is."""

    expected: str
    """What the rule demands or allows."""

    found: str
    """What the plan has."""


class PlannedShipment(Model, frozen=True, kw_only=True):
    """What leaves one node."""

    node: str
    """The node."""

    units: int
    """How many units."""

    weight_grams: int
    """Their weight in grams."""

    distance_metres: int | None = None
    """How far it goes in metres, if known."""

    freight: Money
    """What the carrier asks; nothing when freight is unknown."""

    handling: Money
    """What the node's work costs: its cost per shipment and per unit."""

    carrier: str | None = None
    """The carrier; absent when freight is unknown."""

    service: str | None = None
    """The carrier's service; absent when freight is unknown."""

    transit_days: int | None = None
    """Days from hand-over to delivery; absent when freight is unknown."""


class Policy(Model, frozen=True, kw_only=True):
    """A tenant's choices. Without a record the defaults hold."""

    split_cost: Money | None = None
    """What each shipment of an order after its first costs on top, in money; nothing by default."""

    max_shipments: int | None = None
    """The most shipments an order may be split into; no limit by default."""

    ship_complete: bool = msgspec.field(default_factory=lambda: False)
    """Whether an order ships whole or not at all."""

    lanes_required: bool = msgspec.field(default_factory=lambda: False)
    """Whether a node needs a carrier that goes to the address; without it, freight may be unknown."""

    amount_tolerance: Money | None = None
    """By how much a channel's total may differ from the sum of the parts; nothing by default."""

    review_stock: bool = msgspec.field(default_factory=lambda: True)
    """Whether review looks for stock; yes by default."""


class PolicyDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="policy"):
    """The policy of a tenant."""

    split_cost: Money | None = None
    """What each shipment of an order after its first costs on top, in money; nothing by default."""

    max_shipments: int | None = None
    """The most shipments an order may be split into; no limit by default."""

    ship_complete: bool = msgspec.field(default_factory=lambda: False)
    """Whether an order ships whole or not at all."""

    lanes_required: bool = msgspec.field(default_factory=lambda: False)
    """Whether a node needs a carrier that goes to the address; without it, freight may be unknown."""

    amount_tolerance: Money | None = None
    """By how much a channel's total may differ from the sum of the parts; nothing by default."""

    review_stock: bool = msgspec.field(default_factory=lambda: True)
    """Whether review looks for stock; yes by default."""


class PolicyRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="policy"):
    """The policy was written."""

    policy: Policy
    """The policy."""


class Problem(Model, frozen=True, kw_only=True):
    """One thing wrong with an input."""

    code: str
    """A stable code, such as `input.unknown_field`."""

    path: str
    """Where: a JSON pointer (RFC 6901) into the input, empty for the whole."""

    message: str
    """What is wrong and what to do, for people."""


class PutNode(Model, frozen=True, kw_only=True, tag_field="type", tag="put_node"):
    """Write a node's record."""

    node: Node
    """The record."""


class PutPolicy(Model, frozen=True, kw_only=True, tag_field="type", tag="put_policy"):
    """Write the policy."""

    policy: Policy
    """The policy."""


class PutRateCard(Model, frozen=True, kw_only=True, tag_field="type", tag="put_rate_card"):
    """Write a rate card; it replaces the one of the same carrier, service and start of validity."""

    card: RateCard
    """The card."""


class PutSku(Model, frozen=True, kw_only=True, tag_field="type", tag="put_sku"):
    """Write a SKU's record."""

    sku: Sku
    """The record."""


class QuoteOverflow(Model, frozen=True, kw_only=True, tag_field="type", tag="overflow"):
    """The price is beyond what money can hold."""

    weight_grams: int
    """The parcel's weight in grams."""


class QuoteTooHeavy(Model, frozen=True, kw_only=True, tag_field="type", tag="too_heavy"):
    """The parcel is too heavy for the service."""

    weight_grams: int
    """The parcel's weight in grams."""

    limit_grams: int
    """The heaviest that the service takes, in grams."""


class QuoteWithoutZone(Model, frozen=True, kw_only=True, tag_field="type", tag="no_zone"):
    """The way has no zone on the card."""

    reason: NoZone
    """Why."""


class RateCard(Model, frozen=True, kw_only=True):
    """The prices of one carrier service for a time."""

    carrier: str
    """The carrier."""

    service: str
    """The carrier's service."""

    name: str = msgspec.field(default_factory=lambda: "")
    """What people call it."""

    currency: str
    """The currency of every price on the card."""

    valid: Window = msgspec.field(default_factory=lambda: Window())
    """When it may be used: the instant of hand-over must lie inside."""

    zones: ZoneTable
    """How the zone is found."""

    rates: list[ZoneRate]
    """The prices by zone."""


class RateCardRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="rate_card"):
    """A rate card was written."""

    card: RateCard
    """The card; it replaces the one of the same carrier, service and start of validity."""


class RatioCell(Model, frozen=True, kw_only=True, tag_field="type", tag="ratio"):
    """A sum over a sum."""

    num: Decimal
    """What is divided; amounts in whole units of the currency, such as euros."""

    den: Decimal
    """By what."""

    value: str | None = None
    """The quotient, rounded half up (halves away from zero) to 6 decimals; absent when `den` is zero."""


class ReceiveStock(Model, frozen=True, kw_only=True, tag_field="type", tag="receive_stock"):
    """Units arrive at a node."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    quantity: Quantity
    """How many units."""

    reference: str = msgspec.field(default_factory=lambda: "")
    """What names the receipt."""

    condition: StockCondition = msgspec.field(default_factory=lambda: "sellable")
    """In what condition they are."""


class RecordPayment(Model, frozen=True, kw_only=True, tag_field="type", tag="record_payment"):
    """Record a payment or refund. Rules' holds are looked at anew."""

    order: str
    """The order."""

    payment: OrderPayment
    """The payment."""


class RecordTracking(Model, frozen=True, kw_only=True, tag_field="type", tag="record_tracking"):
    """Take what the carrier says, in any order and as often as it says it."""

    shipment: str
    """The shipment."""

    parcels: list[ParcelEvents]
    """The events by parcel."""


class RefusedCommand(Model, frozen=True, kw_only=True, tag_field="type", tag="refused"):
    """It was refused, and nothing changed."""

    error: ErrorReport
    """Why."""


class RegionZones(Model, frozen=True, kw_only=True, tag_field="type", tag="region"):
    """By the regions of node and destination."""

    routes: dict[str, dict[str, str]] = msgspec.field(default_factory=lambda: {})
    """The zone by region of the node, then region of the destination."""

    default: str | None = None
    """The zone of whatever the routes do not name, an unknown region included; not served when absent."""


class RegradeStock(Model, frozen=True, kw_only=True, tag_field="type", tag="regrade_stock"):
    """Change the condition of units."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    quantity: Quantity
    """How many units."""

    from_: StockCondition = msgspec.field(default_factory=lambda: "sellable")
    """The condition they are in."""

    to: StockCondition = msgspec.field(default_factory=lambda: "sellable")
    """The condition they get."""

    reason: str
    """Why."""


class ReleaseHold(Model, frozen=True, kw_only=True, tag_field="type", tag="release_hold"):
    """Release a hold; one that is not open stays as it is."""

    order: str
    """The order."""

    hold: str
    """The hold."""


class ReleaseOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="release_order"):
    """Tell the warehouses to pick."""

    order: str
    """The order."""

    units: list[LineUnits] = msgspec.field(default_factory=list)
    """Units by line and node; all allocated ones when empty."""


class ReleaseReservation(Model, frozen=True, kw_only=True, tag_field="type", tag="release_reservation"):
    """Give up a reservation; one that has ended stays as it is."""

    reservation: str
    """The reservation."""


class ReportAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="report"):
    """The report."""

    table: ReportTable
    """The table."""


class ReportColumn(Model, frozen=True, kw_only=True):
    """A column."""

    name: str
    """Its name, unique in the table."""

    kind: ReportColumnKind
    """What it is."""


class ReportQuery(Model, frozen=True, kw_only=True):
    """A question to the facts.

    Every row of the input that passes all filters falls into the group of its dimension values; each measure is
    computed per group. When a measure is money and the dimensions do not name the currency, it is added as the last
    one: amounts of different currencies are never added.
    """

    over: ReportOver
    """Over which facts."""

    dimensions: list[ReportDimension] = msgspec.field(default_factory=lambda: [])
    """By what; one row for everything when empty."""

    measures: list[ReportMeasure]
    """What to compute; at least one."""

    filters: list[ReportFilter] = msgspec.field(default_factory=list)
    """What to leave out."""

    sort: list[ReportSort] = msgspec.field(default_factory=list)
    """In what order the rows stand; what this leaves open is ordered by the dimensions, left to right."""

    limit: int | None = None
    """At most so many rows, after sorting."""


class ReportSort(Model, frozen=True, kw_only=True):
    """One column to sort by. Nothing comes first, then numbers, then text; descending is the reverse of it."""

    column: str
    """The name of the column."""

    descending: bool = msgspec.field(default_factory=lambda: False)
    """Largest first."""


class ReportTable(Model, frozen=True, kw_only=True):
    """The answer to a query."""

    columns: list[ReportColumn]
    """The columns: dimensions, then measures, as asked."""

    rows: list[list[ReportCell]]
    """The rows; each has one cell per column."""


class Reservation(Model, frozen=True, kw_only=True):
    """Stock held until an instant.

    From `expires_at` on it counts for nothing, whether or not anybody has swept it.
    """

    id: str
    """The reservation."""

    order: str | None = None
    """The order it is for, if any."""

    items: list[ReservedItem]
    """What it holds now; nothing once it has ended."""

    expires_at: datetime.datetime | None = None
    """When it stops counting; never when absent."""

    ended: ReservationEnd | None = None
    """How it ended."""


class ReservationCommitted(Model, frozen=True, kw_only=True, tag_field="type", tag="reservation_committed"):
    """Held units became allocated."""

    reservation: str
    """The reservation."""

    items: list[ReservedItem]
    """The units."""


class ReservationDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="reservation"):
    """A reservation."""

    id: str
    """The reservation."""

    order: str | None = None
    """The order it is for, if any."""

    items: list[ReservedItem]
    """What it holds now; nothing once it has ended."""

    expires_at: datetime.datetime | None = None
    """When it stops counting; never when absent."""

    ended: ReservationEnd | None = None
    """How it ended."""


class ReservationExtended(Model, frozen=True, kw_only=True, tag_field="type", tag="reservation_extended"):
    """A reservation's expiry moved."""

    reservation: str
    """The reservation."""

    expires_at: datetime.datetime | None = None
    """When it stops counting; never when absent."""


class ReservationOpened(Model, frozen=True, kw_only=True, tag_field="type", tag="reservation_opened"):
    """A reservation holds units."""

    reservation: Reservation
    """The reservation."""


class ReservationReleased(Model, frozen=True, kw_only=True, tag_field="type", tag="reservation_released"):
    """A reservation gave units up."""

    reservation: str
    """The reservation."""

    items: list[ReservedItem]
    """The units given up."""

    end: ReservationEnd
    """Why."""


class ReserveOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="reserve_order"):
    """Hold stock for an order by a plan over all nodes: all of it or none."""

    order: str
    """The order."""

    reservation: str
    """The new reservation."""

    strategy: AllocationStrategyKind
    """How to plan."""

    expires_at: datetime.datetime | None = None
    """When it stops counting; never when absent."""


class ReserveStock(Model, frozen=True, kw_only=True, tag_field="type", tag="reserve_stock"):
    """Hold units until an instant: all of them or none."""

    reservation: str
    """The new reservation."""

    items: list[ReservedItem]
    """What to hold."""

    expires_at: datetime.datetime | None = None
    """When it stops counting; never when absent."""


class ReservedItem(Model, frozen=True, kw_only=True):
    """Units that a reservation holds."""

    line: str | None = None
    """The order line they are held for, when they are held for an order."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    quantity: Quantity
    """How many units."""


class ReviewExplained(Model, frozen=True, kw_only=True, tag_field="type", tag="review"):
    """What a review found."""

    findings: list[ReviewFinding]
    """The findings."""


class ReviewFinding(Model, frozen=True, kw_only=True):
    """One thing that a review found against an order."""

    reason: HoldReason
    """What is wrong."""

    lines: list[str] = msgspec.field(default_factory=lambda: [])
    """The lines it concerns; all when empty."""

    note: str
    """What was looked at and what was found, for people."""


class ReviewOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="review_order"):
    """Review: open holds for what is wrong, release rules' holds whose cause is gone, approve if nothing is left."""

    order: str
    """The order."""


class ScanCase(Model, frozen=True, kw_only=True, tag_field="type", tag="scan"):
    """A scan."""

    scan: Scan
    """What is asked."""

    page: Page
    """The answer."""


class ScanCells(Model, frozen=True, kw_only=True, tag_field="type", tag="cells"):
    """Cells, in key order."""

    tenant: str | None = None
    """Whose; everybody's when absent."""

    after: CellKey | None = None
    """Start after this key."""

    limit: int
    """The most to return."""


class ScanDocuments(Model, frozen=True, kw_only=True, tag_field="type", tag="documents"):
    """Documents of one kind, in key order."""

    tenant: str | None = None
    """Whose; everybody's when absent."""

    kind: DocumentKind | None = None
    """What kind; all kinds when absent."""

    after: DocumentKey | None = None
    """Start after this key."""

    limit: int
    """The most to return."""


class ScanJournal(Model, frozen=True, kw_only=True, tag_field="type", tag="journal"):
    """Journal entries, oldest first, of all tenants."""

    from_: int
    """The position of the first entry wanted."""

    limit: int
    """The most to return."""


class ScrapStock(Model, frozen=True, kw_only=True, tag_field="type", tag="scrap_stock"):
    """Throw units away."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    quantity: Quantity
    """How many units."""

    from_: StockCondition = msgspec.field(default_factory=lambda: "sellable")
    """The condition they are in."""

    reason: str
    """Why."""


class ShipOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="ship_order"):
    """Units leave a node with a carrier."""

    order: str
    """The order."""

    shipment: str
    """The new shipment."""

    node: str
    """The node."""

    carrier: CarrierPick
    """Which carrier takes it."""

    lines: list[LineQuantity] = msgspec.field(default_factory=list)
    """Units by line; everything released at the node when empty."""

    parcels: list[ParcelDraft]
    """The parcels."""


class Shipment(Model, frozen=True, kw_only=True):
    """What left one node for one order with one carrier."""

    id: str
    """The shipment."""

    order: str
    """The order it belongs to."""

    node: str
    """The node it left."""

    carrier: str
    """The carrier."""

    service: str
    """The carrier's service."""

    shipped_at: datetime.datetime
    """When it left."""

    units: list[ShipmentUnits]
    """What is in it."""

    freight: Money | None = None
    """What the carrier is expected to charge."""

    distance_metres: int | None = None
    """The way from node to receiver as the crow flies, in metres, when known."""

    parcels: list[Parcel]
    """Its parcels."""


class ShipmentAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="shipment"):
    """The shipment."""

    shipment: Shipment | None = None
    """The shipment; absent when there is none."""


class ShipmentCreated(Model, frozen=True, kw_only=True, tag_field="type", tag="created"):
    """It left."""

    shipment: Shipment
    """The shipment."""


class ShipmentDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="shipment"):
    """A shipment."""

    id: str
    """The shipment."""

    order: str
    """The order it belongs to."""

    node: str
    """The node it left."""

    carrier: str
    """The carrier."""

    service: str
    """The carrier's service."""

    shipped_at: datetime.datetime
    """When it left."""

    units: list[ShipmentUnits]
    """What is in it."""

    freight: Money | None = None
    """What the carrier is expected to charge."""

    distance_metres: int | None = None
    """The way from node to receiver as the crow flies, in metres, when known."""

    parcels: list[Parcel]
    """Its parcels."""


class ShipmentRecord(Model, frozen=True, kw_only=True, tag_field="type", tag="shipment"):
    """Something happened to a shipment."""

    shipment: str
    """The shipment."""

    event: ShipmentEvent
    """What."""


class ShipmentTracked(Model, frozen=True, kw_only=True, tag_field="type", tag="tracked"):
    """The carrier said something new."""

    parcels: list[ParcelEvents]
    """What, by parcel."""


class ShipmentUnits(Model, frozen=True, kw_only=True):
    """Units of a line in a shipment."""

    line: str
    """The order line."""

    sku: str
    """The SKU."""

    quantity: Quantity
    """How many units."""

    unit_cost: Money | None = None
    """What one unit cost the merchant when it left, when known."""


class Sku(Model, frozen=True, kw_only=True):
    """A stock-keeping unit."""

    id: str
    """The SKU."""

    name: str = msgspec.field(default_factory=lambda: "")
    """What people call it."""

    category: str | None = None
    """The category it is reported under."""

    weight: Weight = msgspec.field(default_factory=lambda: 0)
    """The weight of one unit, packed."""

    dimensions: Dimensions | None = None
    """The size of one unit, packed."""

    price: Money | None = None
    """The list price of one unit."""

    cost: Money | None = None
    """What one unit costs the merchant."""

    backorder_limit: Quantity = msgspec.field(default_factory=lambda: 0)
    """How many units may be promised beyond what is free, at each node."""

    fields: dict[str, FieldValue] = msgspec.field(default_factory=lambda: {})
    """Custom fields."""


class SkuDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="sku"):
    """A SKU."""

    id: str
    """The SKU."""

    name: str = msgspec.field(default_factory=lambda: "")
    """What people call it."""

    category: str | None = None
    """The category it is reported under."""

    weight: Weight = msgspec.field(default_factory=lambda: 0)
    """The weight of one unit, packed."""

    dimensions: Dimensions | None = None
    """The size of one unit, packed."""

    price: Money | None = None
    """The list price of one unit."""

    cost: Money | None = None
    """What one unit costs the merchant."""

    backorder_limit: Quantity = msgspec.field(default_factory=lambda: 0)
    """How many units may be promised beyond what is free, at each node."""

    fields: dict[str, FieldValue] = msgspec.field(default_factory=lambda: {})
    """Custom fields."""


class SkuRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="sku"):
    """A SKU's record was written."""

    sku: Sku
    """The record."""


class Snapshot(Model, frozen=True, kw_only=True):
    """What a store answers to `Keys`: everything asked for that exists, in key order."""

    commands: list[CommandRecord]
    """Answers to commands that were carried out."""

    documents: list[DocumentEntry]
    """Documents asked for."""

    cells: list[CellEntry]
    """Cells asked for."""

    expired: list[DocumentEntry]
    """Expired reservations in the cells, where they were asked for."""


class StateHashAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="state_hash"):
    """The hash."""

    hash: Fingerprint
    """The hash."""


class StepRate(Model, frozen=True, kw_only=True):
    """A price for each started step of weight."""

    step: Weight
    """The step."""

    price: Money
    """The price of each started step."""


class StockAdjusted(Model, frozen=True, kw_only=True, tag_field="type", tag="adjusted"):
    """A count or correction changed the physical units."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    delta: int
    """The change."""

    reason: str
    """Why."""

    force: bool
    """Whether the free units were allowed to go below the limit."""


class StockAllocated(Model, frozen=True, kw_only=True, tag_field="type", tag="allocated"):
    """Free units were set aside for an order."""

    order: str
    """The order."""

    units: list[StockUnits]
    """The units."""


class StockCell(Model, frozen=True, kw_only=True):
    """What there is of one SKU at one node, in units.

    `on_hand = free + held + allocated + quality_hold + damaged + returned_pending`; `free` is derived and may be
    negative where backorders are allowed, or where a count found less than was promised. `incoming` is expected and not
    there yet; it is no part of `on_hand`.

    | word | others call it |
    | --- | --- |
    | on hand | Shopify *on hand*, Salesforce *on hand*, IBM Sterling *ONHAND*, D365 *on-hand*, 实际库存 |
    | held | Shopify *reserved*, Salesforce *reserved*, IBM Sterling *reservation*, D365 *soft reserve*, 预占 |
    | allocated | Shopify *committed*, IBM Sterling *ALLOCATED*, D365 *reserved physical*, Amazon *reserved*, 订单占有 |
    | quality hold | Shopify *quality control*, IBM Sterling *HELD*, D365 *quality inspection*, Amazon *researching*, 质检 |
    | damaged | Shopify *damaged*, Amazon *unfulfillable*, 次品 |
    | returned pending | goods that came back and wait for a look, 退货待检 |
    | incoming | Shopify *incoming*, Salesforce *future stock*, IBM Sterling *INTRANSIT* and *PO_PLACED*, D365 *on order*, 在途 |
    | free | Shopify *available*, Salesforce *available to fulfil*, D365 *on-hand available*, Amazon *fulfillable*, 可用库存 |
    """

    on_hand: int
    """All physical units."""

    held: int
    """Units held by reservations."""

    allocated: int
    """Units set aside for orders, picked and packed ones included, until they leave."""

    quality_hold: int = 0
    """Units that wait for inspection."""

    damaged: int = 0
    """Units that cannot be sold."""

    returned_pending: int = 0
    """Units that came back and have not been looked at."""

    incoming: int = 0
    """Units expected and not there yet."""


class StockDeallocated(Model, frozen=True, kw_only=True, tag_field="type", tag="deallocated"):
    """Units set aside for an order became free."""

    order: str
    """The order."""

    units: list[StockUnits]
    """The units."""


class StockDelta(Model, frozen=True, kw_only=True):
    """A change of a stock cell, to be added if its guard holds."""

    cell: CellKey
    """The cell; one that does not exist counts as empty."""

    delta: CellDelta
    """What to add."""

    min_free: int | None = None
    """How many units have to stay free, if the change takes from the free ones; may be negative where backorders are
    allowed. Besides, no bucket may leave its range. See `StockCell::guarded`.
    """


class StockMovement(Model, frozen=True, kw_only=True):
    """One row of the ledger."""

    kind: MovementKind
    """What kind."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    delta: CellDelta
    """What it does to the cell."""


class StockReceived(Model, frozen=True, kw_only=True, tag_field="type", tag="received"):
    """Units arrived."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    quantity: Quantity
    """How many units."""

    reference: str
    """What names the receipt."""

    condition: StockCondition = msgspec.field(default_factory=lambda: "sellable")
    """In what condition they are."""

    receipt: str | None = None
    """The expected delivery that they belong to."""

    expected: Quantity = 0
    """How many of them had been expected, and are no longer."""


class StockRecord(Model, frozen=True, kw_only=True, tag_field="type", tag="stock"):
    """Something happened to stock."""

    event: StockEvent
    """What."""


class StockRegraded(Model, frozen=True, kw_only=True, tag_field="type", tag="regraded"):
    """Units changed their condition."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    quantity: Quantity
    """How many units."""

    from_: StockCondition
    """The condition before."""

    to: StockCondition
    """The condition now."""

    reason: str
    """Why."""


class StockScrapped(Model, frozen=True, kw_only=True, tag_field="type", tag="scrapped"):
    """Units were thrown away."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    quantity: Quantity
    """How many units."""

    from_: StockCondition
    """The condition they were in."""

    reason: str
    """Why."""


class StockShipped(Model, frozen=True, kw_only=True, tag_field="type", tag="shipped"):
    """Units set aside for an order left."""

    order: str
    """The order."""

    units: list[StockUnits]
    """The units."""


class StockUnits(Model, frozen=True, kw_only=True):
    """Units of a SKU at a node."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    quantity: Quantity
    """How many units."""


class StoreConflict(Model, frozen=True, kw_only=True):
    """What a commit collided with."""

    documents: list[DocumentKey] = msgspec.field(default_factory=lambda: [])
    """Documents whose version is not the expected one."""

    cells: list[CellKey] = msgspec.field(default_factory=lambda: [])
    """Cells whose guard failed."""

    commands: list[CommandKey] = msgspec.field(default_factory=lambda: [])
    """Commands that are already recorded."""


class StoredDocument(Model, frozen=True, kw_only=True):
    """A document and how many events made it."""

    version: Version
    """How many events have been folded into it."""

    document: Document
    """The document."""


class SumFieldMeasure(Model, frozen=True, kw_only=True, tag_field="type", tag="sum_field"):
    """The exact sum of a custom field, of orders over orders, of lines over lines; rows without a number add nothing.
    Over lines by node, a line that several nodes serve counts with the first of them.
    """

    field: str
    """The field."""


class Tariff(Model, frozen=True, kw_only=True):
    """A price by weight: fixed prices for bands, then a price for each further step.

    `price(w)` is the price of the first band with `w <= upTo`. Above the last band it is that band's price plus
    `ceil((w - last upTo) / step)` times the step's price (首重/续重: one band and a step), or, without a step, none.
    """

    bands: list[WeightBand]
    """The bands from light to heavy."""

    beyond: StepRate | None = None
    """What goes on above the last band; heavier parcels are refused when absent."""


class TextCell(Model, frozen=True, kw_only=True, tag_field="type", tag="text"):
    """Text."""

    value: str
    """The text."""


class TextFieldValue(Model, frozen=True, kw_only=True, tag_field="type", tag="text"):
    """Text."""

    value: str


class TimeDimension(Model, frozen=True, kw_only=True, tag_field="type", tag="time"):
    """Time."""

    date: ReportDate
    """Which instant."""

    grain: ReportGrain
    """How fine."""

    offset_minutes: int = msgspec.field(default_factory=lambda: 0)
    """How far the clock on the wall is ahead of UTC, in minutes: −180 for Brasília. Within ±1,440."""


class TimeFilter(Model, frozen=True, kw_only=True, tag_field="type", tag="during"):
    """Those whose instant lies in a span."""

    date: ReportDate
    """Which instant."""

    from_: datetime.datetime | None = None
    """From here on; open when absent."""

    until: datetime.datetime | None = None
    """Up to, but without, this one; open when absent."""


class TrackingEvent(Model, frozen=True, kw_only=True):
    """One scan or message of a carrier.

    Equal events are one event: a parcel's events are a set.
    """

    at: datetime.datetime
    """When it happened, by the carrier."""

    status: TrackingStatus
    """What it says in the normal vocabulary."""

    location: str = msgspec.field(default_factory=lambda: "")
    """Where."""

    note: str = msgspec.field(default_factory=lambda: "")
    """The carrier's own code and words."""


class UnservedPair(Model, frozen=True, kw_only=True, tag_field="type", tag="pair_not_served"):
    """The table names no zone for the pair."""

    from_: str
    """The region of the node."""

    to: str
    """The region of the destination."""


class ValuesFilter(Model, frozen=True, kw_only=True, tag_field="type", tag="values"):
    """Those whose value is listed, or is not."""

    dimension: ReportDimension
    """The dimension."""

    values: list[str]
    """The values as reports print them: `shipped`, `2017-11`, `3`."""

    or_nothing: bool = msgspec.field(default_factory=lambda: False)
    """Whether rows without a value are listed too."""

    exclude: bool = msgspec.field(default_factory=lambda: False)
    """Whether the listed rows are left out, not kept."""


class WeightBand(Model, frozen=True, kw_only=True):
    """A fixed price up to a weight."""

    up_to: Weight
    """The heaviest that belongs to the band, itself included."""

    price: Money
    """The price of one parcel."""


class Window(Model, frozen=True, kw_only=True):
    """A half-open span of time: `from` belongs to it, `until` does not."""

    from_: datetime.datetime | None = None
    """The first instant inside; open at the start when absent."""

    until: datetime.datetime | None = None
    """The first instant after it; open at the end when absent."""


class ZoneRate(Model, frozen=True, kw_only=True):
    """The price and the time of one zone."""

    zone: str
    """The zone."""

    transit_days: int
    """Days from hand-over to delivery."""

    tariff: Tariff
    """The price by weight."""


class ZoneWithoutRate(Model, frozen=True, kw_only=True, tag_field="type", tag="no_rate"):
    """The zone has no rate on the card."""

    zone: str
    """The zone."""


Action: TypeAlias = (
    PutSku
    | PutNode
    | PutRateCard
    | PutPolicy
    | ReceiveStock
    | AdjustStock
    | RegradeStock
    | ScrapStock
    | ReserveStock
    | ExtendReservation
    | ReleaseReservation
    | PlaceOrder
    | RecordPayment
    | ReviewOrder
    | ApproveOrder
    | HoldOrder
    | ReleaseHold
    | ChangeOrder
    | CancelOrder
    | ReserveOrder
    | AllocateOrder
    | AssignOrder
    | DeallocateOrder
    | ReleaseOrder
    | ShipOrder
    | RecordTracking
    | CompleteOrder
)
"""What is asked."""


AllocationOutcome: TypeAlias = CandidateChosen | CandidateLost | CandidateRejected
"""Chosen, lost or rejected."""


Answer: TypeAlias = (
    AuditAnswer | AvailabilityAnswer | JournalAnswer | OrderAnswer | ReportAnswer | ShipmentAnswer | StateHashAnswer
)
"""The answer to a query."""


Calculated: TypeAlias = MovementsAnswer
"""The answer to a `Calculation`."""


Calculation: TypeAlias = MovementsOf
"""A pure decision to be made over the figures given."""


CarrierPick: TypeAlias = ChooseCarrier | NamedCarrier
"""Which carrier takes a shipment."""


CarrierVerdict: TypeAlias = CarrierChosen | CarrierLost | CarrierRejected
"""What became of a card."""


CommandResult: TypeAlias = AcceptedCommand | RefusedCommand
"""The answer to one command of a batch, on the wire."""


ContractStep: TypeAlias = CommitCase | LoadCase | ScanCase
"""One call of a store and what it must answer."""


Document: TypeAlias = (
    CarriersDocument
    | ChannelOrderLink
    | NetworkDocument
    | OrderDocument
    | PolicyDocument
    | ReservationDocument
    | ShipmentDocument
    | SkuDocument
)
"""What is stored under a document key."""


Event: TypeAlias = (
    SkuRecorded | NodeRecorded | RateCardRecorded | PolicyRecorded | OrderRecord | StockRecord | ShipmentRecord
)
"""Something that happened."""


Explanation: TypeAlias = AllocationExplained | CarrierExplained | ReviewExplained | PlacementRepeated
"""The reasons of a decision, as data."""


FieldValue: TypeAlias = TextFieldValue | IntegerFieldValue | DecimalFieldValue | BooleanFieldValue | DateFieldValue
"""The value of a custom field."""


NoZone: TypeAlias = MissingPosition | BeyondBands | MissingRegion | UnservedPair
"""Why a way has no zone: a reason as data, part of every explanation that follows from it."""


OrderEvent: TypeAlias = (
    OrderPlaced
    | OrderPaymentRecorded
    | OrderApproved
    | OrderHoldOpened
    | OrderHoldReleased
    | OrderChanged
    | OrderUnitsCancelled
    | OrderReserved
    | OrderReservationEnded
    | OrderUnitsAllocated
    | OrderUnitsDeallocated
    | OrderUnitsReleased
    | OrderUnitsShipped
    | OrderUnitsDelivered
    | OrderCompleted
)
"""Something that happened to an order."""


Query: TypeAlias = AskAudit | AskAvailability | AskJournal | AskOrder | AskReport | AskShipment | AskStateHash
"""Something asked of the engine that changes nothing."""


QuoteRejection: TypeAlias = (
    CardNotValid | CardInOtherCurrency | QuoteWithoutZone | ZoneWithoutRate | QuoteTooHeavy | QuoteOverflow
)
"""Why a card gives no quote: a reason as data, part of the explanation of a choice."""


ReportCell: TypeAlias = NothingCell | IntegerCell | DecimalCell | MoneyCell | RatioCell | TextCell
"""A cell."""


ReportDimension: TypeAlias = (
    AttributeDimension | TimeDimension | OrderFieldDimension | LineFieldDimension | DistinctLineFieldDimension
)
"""What rows are grouped by."""


ReportFilter: TypeAlias = ValuesFilter | TimeFilter
"""What rows of the input count."""


ReportMeasure: TypeAlias = (
    FigureMeasure | DistinctMeasure | SumFieldMeasure | LateMeasure | OnTimeRateMeasure | DurationMeasure
)
"""What is computed for each group."""


RunStep: TypeAlias = LoadStep | DoneStep
"""What a run wants next."""


Scan: TypeAlias = ScanDocuments | ScanCells | ScanJournal
"""What to read."""


ShipmentEvent: TypeAlias = ShipmentCreated | ShipmentTracked
"""Something that happened to a shipment."""


StockEvent: TypeAlias = (
    StockReceived
    | StockAdjusted
    | StockRegraded
    | StockScrapped
    | IncomingChanged
    | ReservationOpened
    | ReservationExtended
    | ReservationReleased
    | ReservationCommitted
    | StockAllocated
    | StockDeallocated
    | StockShipped
)
"""Something that happened to stock; `StockEvent::movements` says what it does to which cell."""


ZoneTable: TypeAlias = DistanceZones | RegionZones
"""How a rate card finds the zone from a node to a destination."""
