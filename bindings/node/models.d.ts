// @generated from the JSON Schema by `npm run codegen`. Do not edit.

/** An instant: RFC 3339 in UTC, such as `2026-11-11T08:00:00Z`. */
export type Instant = string;

/** An exact decimal number, such as `"19.90"`. Never a number: those are binary and would not be exact. */
export type Decimal = string;

/**
 * What is asked.
 */
export type Action =
  | PutSku
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
  | CompleteOrder;
/**
 * Chosen, lost or rejected.
 */
export type AllocationOutcome = CandidateChosen | CandidateLost | CandidateRejected;
/**
 * The shipped strategies by name.
 */
export type AllocationStrategyKind = 'priority' | 'nearest' | 'fewest_shipments' | 'greedy_cost';
/**
 * The answer to a query.
 */
export type Answer =
  AuditAnswer | AvailabilityAnswer | JournalAnswer | OrderAnswer | ReportAnswer | ShipmentAnswer | StateHashAnswer;
/**
 * The answer to a `Calculation`.
 */
export type Calculated = MovementsAnswer;
/**
 * A pure decision to be made over the figures given.
 */
export type Calculation = MovementsOf;
/**
 * Why a candidate cannot ship.
 */
export type CandidateRejection = 'node_closed' | 'no_lane' | 'no_stock' | 'too_heavy';
/**
 * Which carrier takes a shipment.
 */
export type CarrierPick = ChooseCarrier | NamedCarrier;
/**
 * What decides among carriers. Ties always go on to price, days, carrier id and service id, in this order.
 */
export type CarrierStrategy = 'cheapest' | 'fastest' | 'cheapest_within_promise';
/**
 * What became of a card.
 */
export type CarrierVerdict = CarrierChosen | CarrierLost | CarrierRejected;
/**
 * The answer to one command of a batch, on the wire.
 */
export type CommandResult = AcceptedCommand | RefusedCommand;
/**
 * One call of a store and what it must answer.
 */
export type ContractStep = CommitCase | LoadCase | ScanCase;
/**
 * What is stored under a document key.
 */
export type Document =
  | CarriersDocument
  | ChannelOrderLink
  | NetworkDocument
  | OrderDocument
  | PolicyDocument
  | ReservationDocument
  | ShipmentDocument
  | SkuDocument;
/**
 * The kinds of document.
 */
export type DocumentKind =
  'carriers' | 'channel_order' | 'network' | 'order' | 'policy' | 'reservation' | 'shipment' | 'sku';
/**
 * What to say of many durations.
 */
export type DurationStatistic = 'count' | 'negative' | 'sum' | 'min' | 'max' | 'mean' | 'percentile';
/**
 * What to do about an error. Kind picks the exception class in Python and the error class in Node.
 */
export type ErrorKind = 'invalid' | 'not_found' | 'refused' | 'conflict' | 'store' | 'internal';
/**
 * Something that happened.
 */
export type Event =
  SkuRecorded | NodeRecorded | RateCardRecorded | PolicyRecorded | OrderRecord | StockRecord | ShipmentRecord;
/**
 * The reasons of a decision, as data.
 */
export type Explanation = AllocationExplained | CarrierExplained | ReviewExplained | PlacementRepeated;
/**
 * The value of a custom field.
 */
export type FieldValue = TextFieldValue | IntegerFieldValue | DecimalFieldValue | BooleanFieldValue | DateFieldValue;
/**
 * The SHA-256 of a value's canonical wire form: 64 hexadecimal digits.
 *
 * The wire form is canonical because every public type writes its fields in one fixed order and every
 * map is sorted by key, so equal values have equal fingerprints in every language.
 */
export type Fingerprint = string;
/**
 * Why an order is held. The first five are what the shipped review rules find.
 */
export type HoldReason =
  | 'amount_mismatch'
  | 'awaiting_payment'
  | 'incorrect_address'
  | 'inventory_out_of_stock'
  | 'unmapped_sku'
  | 'source_conflict'
  | 'high_risk_of_fraud'
  | 'manual'
  | 'other';
/**
 * Who opened a hold. Rules release their own holds when the cause is gone; people's stay until people release them.
 */
export type HoldSource = 'rule' | 'person' | 'app';
/**
 * The first stage that a hold blocks; it blocks all later ones too.
 */
export type HoldStage = 'review' | 'allocate' | 'release' | 'ship';
/**
 * One end of the way.
 */
export type LaneEnd = 'node' | 'destination';
/**
 * The kinds of movement. Each row balances: the identity of `StockCell` holds for the deltas.
 *
 * | kind | on hand | free | held | allocated | unsellable | incoming |
 * | --- | --- | --- | --- | --- | --- | --- |
 * | `expect` | | | | | | ±q |
 * | `receive` | +q | +q, or none | | | none, or +q | −q, if it was expected |
 * | `adjust` | ±q | ±q | | | | |
 * | `regrade` | | ∓q, or none | | | ±q | |
 * | `scrap` | −q | −q, or none | | | none, or −q | |
 * | `hold` | | −q | +q | | | |
 * | `release`, `expire` | | +q | −q | | | |
 * | `commit` | | | −q | +q | | |
 * | `allocate` | | −q | | +q | | |
 * | `deallocate` | | +q | | −q | | |
 * | `ship` | −q | | | −q | | |
 */
export type MovementKind =
  | 'expect'
  | 'receive'
  | 'adjust'
  | 'regrade'
  | 'scrap'
  | 'hold'
  | 'release'
  | 'expire'
  | 'commit'
  | 'allocate'
  | 'deallocate'
  | 'ship';
/**
 * Why a way has no zone: a reason as data, part of every explanation that follows from it.
 */
export type NoZone = MissingPosition | BeyondBands | MissingRegion | UnservedPair;
/**
 * Something that happened to an order.
 */
export type OrderEvent =
  | OrderPlaced
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
  | OrderCompleted;
/**
 * What an order as a whole is waiting for. Derived from the units and payments, never stored.
 *
 * The first row that holds counts, units cancelled left out:
 *
 * | status | holds when |
 * | --- | --- |
 * | `cancelled` | no unit is left |
 * | `completed` | it was completed |
 * | `delivered` | all units are delivered |
 * | `shipped` | all units are shipped |
 * | `part_shipped` | some are |
 * | `released` | all units are allocated and some are with the warehouse |
 * | `allocated` | all units are allocated |
 * | `part_allocated` | some are |
 * | `approved` | it passed review |
 * | `awaiting_review` | it is paid, or need not be yet |
 * | `awaiting_payment` | otherwise |
 */
export type OrderStatus =
  | 'awaiting_payment'
  | 'awaiting_review'
  | 'approved'
  | 'part_allocated'
  | 'allocated'
  | 'released'
  | 'part_shipped'
  | 'shipped'
  | 'delivered'
  | 'completed'
  | 'cancelled';
/**
 * Which way the money went.
 */
export type PaymentKind = 'captured' | 'refunded';
/**
 * When the buyer pays.
 */
export type PaymentTerms = 'prepaid' | 'on_delivery' | 'invoice';
/**
 * What a plan must obey.
 */
export type PlanRule =
  | 'valid_problem'
  | 'known_line'
  | 'known_node'
  | 'no_duplicate'
  | 'non_zero'
  | 'line_quantity'
  | 'stock'
  | 'node_open'
  | 'lane'
  | 'weight_limit'
  | 'max_shipments'
  | 'ship_complete'
  | 'conservation'
  | 'shipment_set'
  | 'shipment_units'
  | 'shipment_weight'
  | 'shipment_distance'
  | 'transit_days'
  | 'freight'
  | 'handling'
  | 'freight_total'
  | 'handling_total'
  | 'split_total'
  | 'total'
  | 'currency'
  | 'verdicts';
/**
 * How a delivery is compared with its promise.
 */
export type PromiseBy = 'instant' | 'calendar_day';
/**
 * A whole number of a SKU's stock-keeping unit: 0 to 4,294,967,295, never negative.
 */
export type Quantity = number;
/**
 * Something asked of the engine that changes nothing.
 */
export type Query = AskAudit | AskAvailability | AskJournal | AskOrder | AskReport | AskShipment | AskStateHash;
/**
 * Why a card gives no quote: a reason as data, part of the explanation of a choice.
 */
export type QuoteRejection =
  CardNotValid | CardInOtherCurrency | QuoteWithoutZone | ZoneWithoutRate | QuoteTooHeavy | QuoteOverflow;
/**
 * A property that facts have as such.
 *
 * | of | available over |
 * | --- | --- |
 * | order and buyer: `order` to `nodes_per_order` | everything |
 * | `sku`, `category` | lines |
 * | `node`, `node_region` | lines, shipments |
 * | `carrier`, `service` | shipments |
 * | `payment_method`, `payment_kind`, `instalments` | payments |
 */
export type ReportAttribute =
  | 'order'
  | 'order_status'
  | 'channel'
  | 'shop'
  | 'region'
  | 'country'
  | 'customer'
  | 'currency'
  | 'holds_opened'
  | 'lines_per_order'
  | 'skus_per_order'
  | 'shipments_per_order'
  | 'nodes_per_order'
  | 'sku'
  | 'category'
  | 'node'
  | 'node_region'
  | 'carrier'
  | 'service'
  | 'payment_method'
  | 'payment_kind'
  | 'instalments';
/**
 * A cell.
 */
export type ReportCell = NothingCell | IntegerCell | DecimalCell | MoneyCell | RatioCell | TextCell;
/**
 * What a column is.
 */
export type ReportColumnKind = 'dimension' | 'measure';
/**
 * An instant in the life of an order. Over shipments `shipped` and `delivered` are the shipment's own, over payments
 * `paid` is the payment's own.
 */
export type ReportDate = 'placed' | 'approved' | 'paid' | 'shipped' | 'delivered' | 'promised';
/**
 * What rows are grouped by.
 */
export type ReportDimension =
  AttributeDimension | TimeDimension | OrderFieldDimension | LineFieldDimension | DistinctLineFieldDimension;
/**
 * The figures. Amounts are in the currency of the order; units *wanted* are those ordered less those
 * cancelled.
 */
export type ReportFigure =
  | 'orders'
  | 'lines'
  | 'units_ordered'
  | 'units_cancelled'
  | 'units_shipped'
  | 'units_delivered'
  | 'ordered_value'
  | 'gross_sales'
  | 'discounts'
  | 'net_sales'
  | 'tax'
  | 'shipping_charged'
  | 'due'
  | 'paid'
  | 'freight'
  | 'cost_of_goods'
  | 'units_without_cost'
  | 'gross_profit'
  | 'gross_margin'
  | 'shipments'
  | 'distance_metres'
  | 'delivered'
  | 'split_rate'
  | 'average_order_value'
  | 'units_per_order'
  | 'cancel_rate'
  | 'hold_rate'
  | 'payments';
/**
 * What rows of the input count.
 */
export type ReportFilter = ValuesFilter | TimeFilter;
/**
 * How fine time is cut.
 */
export type ReportGrain = 'hour' | 'day' | 'week' | 'month' | 'year';
/**
 * What is computed for each group.
 */
export type ReportMeasure =
  FigureMeasure | DistinctMeasure | SumFieldMeasure | LateMeasure | OnTimeRateMeasure | DurationMeasure;
/**
 * Which facts a report runs over: what one row of the input is.
 */
export type ReportOver = 'orders' | 'lines' | 'shipments' | 'payments';
/**
 * How a reservation ended.
 */
export type ReservationEnd = 'committed' | 'released' | 'expired';
/**
 * What a run wants next.
 */
export type RunStep = LoadStep | DoneStep;
/**
 * What to read.
 */
export type Scan = ScanDocuments | ScanCells | ScanJournal;
/**
 * Something that happened to a shipment.
 */
export type ShipmentEvent = ShipmentCreated | ShipmentTracked;
/**
 * Why units are short.
 */
export type ShortfallReason =
  'no_stock' | 'no_lane' | 'node_closed' | 'max_shipments' | 'too_heavy' | 'ship_complete' | 'left_by_strategy';
/**
 * In what condition physical units are.
 */
export type StockCondition = 'sellable' | 'quality_hold' | 'damaged' | 'returned_pending';
/**
 * Something that happened to stock; `StockEvent::movements` says what it does to which cell.
 */
export type StockEvent =
  | StockReceived
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
  | StockShipped;
/**
 * Where a parcel is, in one vocabulary for all carriers. Later stages have higher ranks.
 */
export type TrackingStatus =
  | 'unknown'
  | 'label_created'
  | 'awaiting_pickup'
  | 'picked_up'
  | 'in_transit'
  | 'forwarded'
  | 'customs'
  | 'arrived_dest_city'
  | 'at_delivery_station'
  | 'out_for_delivery'
  | 'available_for_pickup'
  | 'attempt_failed'
  | 'refused'
  | 'delivered'
  | 'returning'
  | 'returned'
  | 'cancelled'
  | 'lost'
  | 'destroyed'
  | 'exception'
  | 'intercepted'
  | 'expired';
/**
 * The version of a document: how many events have been folded into it. Zero means "does not exist".
 */
export type Version = number;
/**
 * A weight in whole grams.
 */
export type Weight = number;
/**
 * How a rate card finds the zone from a node to a destination.
 */
export type ZoneTable = DistanceZones | RegionZones;

/**
 * The roots of the wire: what may stand at the top of a message. Everything else hangs from these.
 */
export interface WireTypes {
  readonly allocationPlan: AllocationPlan;
  readonly allocationProblem: AllocationProblem;
  readonly answer: Answer;
  readonly calculated: Calculated;
  readonly calculation: Calculation;
  readonly carriers: Carriers;
  readonly command: Command;
  readonly commandResult: CommandResult;
  readonly commit: Commit;
  readonly contractCase: ContractCase;
  readonly error: ErrorReport;
  readonly journalEntry: JournalEntry;
  readonly keys: Keys;
  readonly network: Network;
  readonly outcome: Outcome;
  readonly page: Page;
  readonly planViolation: PlanViolation;
  readonly query: Query;
  readonly scan: Scan;
  readonly snapshot: Snapshot;
  readonly step: RunStep;
  readonly storeConflict: StoreConflict;
}
/**
 * It was carried out.
 */
export interface AcceptedCommand {
  readonly type: 'accepted';
  /**
   * What came of it.
   */
  readonly outcome: Outcome;
}
/**
 * A postal address.
 *
 * `Debug` masks name, phone, postal code and lines: logs and error texts show where, never who.
 */
export interface Address {
  /**
   * The receiver.
   */
  readonly name?: string;
  /**
   * The receiver's telephone.
   */
  readonly phone?: string;
  /**
   * The country.
   */
  readonly country: string;
  /**
   * Province or state, as rates and reports know it.
   */
  readonly region?: string;
  /**
   * City or town.
   */
  readonly city?: string;
  /**
   * District or county.
   */
  readonly district?: string;
  /**
   * Postal code.
   */
  readonly postalCode?: string;
  /**
   * Street, house number and what else the courier needs.
   */
  readonly lines?: readonly string[];
  /**
   * Where it lies, when known.
   */
  readonly location?: GeoPoint;
}
/**
 * Correct the physical units after a count.
 */
export interface AdjustStock {
  readonly type: 'adjust_stock';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The change in units.
   */
  readonly delta: number;
  /**
   * Why.
   */
  readonly reason: string;
  /**
   * Whether fewer units may stay than were promised, because fewer are really there.
   */
  readonly force?: boolean;
}
/**
 * Set units aside at nodes: what its reservation holds as planned then, the rest by a new plan.
 */
export interface AllocateOrder {
  readonly type: 'allocate_order';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * How to plan.
   */
  readonly strategy: AllocationStrategyKind;
}
/**
 * Units of a line that a node ships.
 */
export interface AllocationAssignment {
  /**
   * The order line.
   */
  readonly line: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many units; at least one.
   */
  readonly quantity: Quantity;
}
/**
 * A node that may ship.
 */
export interface AllocationCandidate {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Lower ships first.
   */
  readonly priority?: number;
  /**
   * Whether it ships at all.
   */
  readonly active?: boolean;
  /**
   * How far it is from the destination in metres, if known.
   */
  readonly distanceMetres?: number;
  /**
   * What packing one shipment costs there.
   */
  readonly shipmentCost: Money;
  /**
   * What handling one unit costs there.
   */
  readonly unitCost: Money;
  /**
   * What may be promised there now, net of what others hold. A SKU that is not named has none.
   */
  readonly available?: {
    readonly [k: string]: Quantity;
  };
  /**
   * The carrier services from there to the destination.
   */
  readonly lane?: Lane;
}
/**
 * What a plan costs.
 */
export interface AllocationCost {
  /**
   * All freight.
   */
  readonly freight: Money;
  /**
   * All handling.
   */
  readonly handling: Money;
  /**
   * The split cost of every shipment after the first.
   */
  readonly split: Money;
  /**
   * The sum of the three.
   */
  readonly total: Money;
}
/**
 * Which nodes ship what.
 */
export interface AllocationExplained {
  readonly type: 'allocation';
  /**
   * The plan, with what each candidate cost.
   */
  readonly plan: AllocationPlan;
}
/**
 * Units of one SKU that an order line needs.
 */
export interface AllocationLine {
  /**
   * The order line.
   */
  readonly line: string;
  /**
   * Its SKU.
   */
  readonly sku: string;
  /**
   * How many units; at least one.
   */
  readonly quantity: Quantity;
  /**
   * The weight of one unit, packed.
   */
  readonly unitWeight: Weight;
}
/**
 * Which nodes ship what. Per line, assigned and short units sum to the units asked for.
 */
export interface AllocationPlan {
  /**
   * The name of the strategy that made it.
   */
  readonly strategy: string;
  /**
   * The units by line and node, sorted by line, then node.
   */
  readonly assignments: readonly AllocationAssignment[];
  /**
   * The units that nobody ships, sorted by line, then reason.
   */
  readonly shortfalls: readonly AllocationShortfall[];
  /**
   * The shipments, sorted by node.
   */
  readonly shipments: readonly PlannedShipment[];
  /**
   * What it costs.
   */
  readonly cost: AllocationCost;
  /**
   * Every candidate and its verdict, sorted by node.
   */
  readonly candidates: readonly AllocationVerdict[];
}
/**
 * Which nodes could ship an order, and what each choice costs. Self-contained: deciding it needs nothing else.
 */
export interface AllocationProblem {
  /**
   * The currency of every amount.
   */
  readonly currency: string;
  /**
   * What is to be shipped. Lines may share a SKU; they then share its stock.
   */
  readonly lines: readonly AllocationLine[];
  /**
   * The nodes that may ship.
   */
  readonly candidates: readonly AllocationCandidate[];
  /**
   * What each shipment after the first costs the merchant: packaging, a second delivery, a question from the buyer.
   */
  readonly splitCost: Money;
  /**
   * The most shipments allowed; no limit when absent.
   */
  readonly maxShipments?: number;
  /**
   * All units or none.
   */
  readonly shipComplete?: boolean;
  /**
   * Whether a node without a lane is never used. If not, and no candidate has a lane at all, freight is unknown and
   * counts as nothing.
   */
  readonly lanesRequired?: boolean;
}
/**
 * Units of a line that nobody ships.
 */
export interface AllocationShortfall {
  /**
   * The order line.
   */
  readonly line: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * Why.
   */
  readonly reason: ShortfallReason;
}
/**
 * What became of a candidate.
 */
export interface AllocationVerdict {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many units of the order it could ship by its stock and its carriers' limits, if it were the only
   * one; 0 for a rejected one.
   */
  readonly fillableUnits: number;
  /**
   * What shipping those units would cost from there; absent when there are none.
   */
  readonly fillableCost?: Money;
  /**
   * Whether that is the whole order.
   */
  readonly complete: boolean;
  /**
   * What became of it.
   */
  readonly outcome: AllocationOutcome;
}
/**
 * Approve by hand.
 */
export interface ApproveOrder {
  readonly type: 'approve_order';
  /**
   * The order.
   */
  readonly order: string;
}
/**
 * Prove the identities over the whole store.
 */
export interface AskAudit {
  readonly type: 'audit';
}
/**
 * How many units could be promised.
 */
export interface AskAvailability {
  readonly type: 'availability';
  /**
   * Whose stock.
   */
  readonly tenant: string;
  /**
   * Which SKUs.
   */
  readonly skus: readonly string[];
  /**
   * When; reservations that have run out by then count for nothing.
   */
  readonly at: Instant;
}
/**
 * What happened.
 */
export interface AskJournal {
  readonly type: 'journal';
  /**
   * Whose entries; everybody's when absent, which is for those who run the system.
   */
  readonly tenant?: string;
  /**
   * The position of the first entry wanted; the first of all has position 0.
   */
  readonly from: number;
  /**
   * The most to return.
   */
  readonly limit: number;
}
/**
 * An order.
 */
export interface AskOrder {
  readonly type: 'order';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * Which.
   */
  readonly order: string;
}
/**
 * A report.
 */
export interface AskReport {
  readonly type: 'report';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * What to report.
   */
  readonly query: ReportQuery;
}
/**
 * A shipment.
 */
export interface AskShipment {
  readonly type: 'shipment';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * Which.
   */
  readonly shipment: string;
}
/**
 * The hash of everything stored.
 */
export interface AskStateHash {
  readonly type: 'state_hash';
}
/**
 * Set units aside at the nodes that somebody else chose.
 */
export interface AssignOrder {
  readonly type: 'assign_order';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * Units by line and node.
   */
  readonly units: readonly LineUnits[];
}
/**
 * A property.
 */
export interface AttributeDimension {
  readonly type: 'attribute';
  /**
   * Which.
   */
  readonly attribute: ReportAttribute;
}
/**
 * What the audit found.
 */
export interface AuditAnswer {
  readonly type: 'audit';
  /**
   * The report.
   */
  readonly audit: AuditReport;
}
/**
 * An identity that does not hold.
 */
export interface AuditFinding {
  /**
   * The identity, such as `audit.cell_unsound`.
   */
  readonly code: string;
  /**
   * The position of the journal entry that breaks it; absent when the store differs from its journal.
   */
  readonly position?: number;
  /**
   * What is wrong, for people.
   */
  readonly message: string;
}
/**
 * What an audit found.
 */
export interface AuditReport {
  /**
   * How many journal entries were folded.
   */
  readonly entries: number;
  /**
   * How many documents were compared.
   */
  readonly documents: number;
  /**
   * How many cells were compared.
   */
  readonly cells: number;
  /**
   * The hash of the state that the journal folds to.
   */
  readonly stateHash: Fingerprint;
  /**
   * What does not hold; nothing when all is well.
   */
  readonly findings: readonly AuditFinding[];
}
/**
 * How many units of a SKU could be promised.
 */
export interface Availability {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Over all nodes that sell: the sum of what is promiseable at each.
   */
  readonly promiseable: number;
  /**
   * By node, those that do not sell included.
   */
  readonly nodes: readonly NodeAvailability[];
}
/**
 * How many units could be promised.
 */
export interface AvailabilityAnswer {
  readonly type: 'availability';
  /**
   * By SKU, in the order asked.
   */
  readonly skus: readonly Availability[];
}
/**
 * The destination lies beyond the last band.
 */
export interface BeyondBands {
  readonly type: 'beyond_bands';
  /**
   * The distance in metres.
   */
  readonly metres: number;
  /**
   * Where the last band ends, in kilometres; absent if there is no band.
   */
  readonly lastKm?: number;
}
/**
 * Yes or no.
 */
export interface BooleanFieldValue {
  readonly type: 'boolean';
  readonly value: boolean;
}
/**
 * Cancel units that no warehouse has been told to pick; their stock becomes free. Rules' holds are looked at anew.
 */
export interface CancelOrder {
  readonly type: 'cancel_order';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * Units by line; everything that has not left when empty.
   */
  readonly lines?: readonly LineQuantity[];
  /**
   * Why.
   */
  readonly reason?: string;
}
/**
 * It ships.
 */
export interface CandidateChosen {
  readonly type: 'chosen';
  /**
   * How many units it ships.
   */
  readonly units: number;
  /**
   * The freight and handling of its shipment.
   */
  readonly cost: Money;
}
/**
 * It could ship and does not.
 */
export interface CandidateLost {
  readonly type: 'lost';
  /**
   * How much more than the whole plan it would cost to ship all from there; negative if it is cheaper and the
   * strategy chose by something else; absent if it could not ship all.
   */
  readonly margin?: Money;
}
/**
 * It cannot ship any unit.
 */
export interface CandidateRejected {
  readonly type: 'rejected';
  /**
   * Why.
   */
  readonly reason: CandidateRejection;
}
/**
 * The card has another currency than the one asked for.
 */
export interface CardInOtherCurrency {
  readonly type: 'other_currency';
  /**
   * The card's currency.
   */
  readonly currency: string;
}
/**
 * The card is not valid at the instant of hand-over.
 */
export interface CardNotValid {
  readonly type: 'not_valid';
  /**
   * The instant of hand-over.
   */
  readonly at: Instant;
  /**
   * When the card is valid.
   */
  readonly valid: Window;
}
/**
 * One card of the choice.
 */
export interface CarrierCandidate {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's service.
   */
  readonly service: string;
  /**
   * What became of it.
   */
  readonly verdict: CarrierVerdict;
}
/**
 * The carrier chosen and why.
 */
export interface CarrierChoice {
  /**
   * The quote chosen; absent when every candidate is rejected.
   */
  readonly chosen?: CarrierQuote;
  /**
   * When it should arrive: hand-over plus transit days of 24 hours.
   */
  readonly deliveryEstimate?: Instant;
  /**
   * By how many seconds the estimate misses the promise; absent when it keeps it or nothing was promised.
   */
  readonly lateBySeconds?: number;
  /**
   * Every card and its verdict, by carrier, service and start of validity.
   */
  readonly candidates: readonly CarrierCandidate[];
}
/**
 * It won.
 */
export interface CarrierChosen {
  readonly type: 'chosen';
  /**
   * How much more the runner-up asks, negative if it is cheaper; absent without a runner-up.
   */
  readonly priceMargin?: Money;
  /**
   * How many more days the runner-up takes, negative if it is faster; absent without a runner-up.
   */
  readonly daysMargin?: number;
}
/**
 * Which carrier takes it.
 */
export interface CarrierExplained {
  readonly type: 'carrier';
  /**
   * The choice, with what each candidate asked.
   */
  readonly choice: CarrierChoice;
}
/**
 * It had a price and lost.
 */
export interface CarrierLost {
  readonly type: 'lost';
  /**
   * What it asked.
   */
  readonly price: Money;
  /**
   * How many days it takes.
   */
  readonly transitDays: number;
  /**
   * How much more it asks than the winner; negative if it is cheaper.
   */
  readonly byPrice: Money;
  /**
   * How many more days it takes than the winner; negative if it is faster.
   */
  readonly byDays: number;
  /**
   * Whether it would miss the promise.
   */
  readonly late: boolean;
}
/**
 * What a carrier service asks for a parcel.
 */
export interface CarrierQuote {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's service.
   */
  readonly service: string;
  /**
   * The zone of the way.
   */
  readonly zone: string;
  /**
   * The price.
   */
  readonly price: Money;
  /**
   * Days from hand-over to delivery.
   */
  readonly transitDays: number;
}
/**
 * It had no price.
 */
export interface CarrierRejected {
  readonly type: 'rejected';
  /**
   * Why.
   */
  readonly reason: QuoteRejection;
}
/**
 * All rate cards of a tenant.
 */
export interface Carriers {
  /**
   * The cards. Several of one service follow each other in time.
   */
  readonly cards: readonly RateCard[];
}
/**
 * The rate cards of a tenant.
 */
export interface CarriersDocument {
  readonly type: 'carriers';
  /**
   * The cards. Several of one service follow each other in time.
   */
  readonly cards: readonly RateCard[];
}
/**
 * A change of a cell.
 */
export interface CellDelta {
  /**
   * Change of the physical units.
   */
  readonly onHand: number;
  /**
   * Change of the held units.
   */
  readonly held: number;
  /**
   * Change of the allocated units.
   */
  readonly allocated: number;
  /**
   * Change of the units that wait for inspection.
   */
  readonly qualityHold?: number;
  /**
   * Change of the damaged units.
   */
  readonly damaged?: number;
  /**
   * Change of the units that came back.
   */
  readonly returnedPending?: number;
  /**
   * Change of the expected units.
   */
  readonly incoming?: number;
}
/**
 * A cell under its key.
 */
export interface CellEntry {
  /**
   * The key.
   */
  readonly key: CellKey;
  /**
   * The quantities.
   */
  readonly cell: StockCell;
}
/**
 * The key of a stock cell.
 */
export interface CellKey {
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
}
/**
 * Change an order before its units are with a warehouse. Rules' holds are looked at anew.
 */
export interface ChangeOrder {
  readonly type: 'change_order';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * What changes.
   */
  readonly change: OrderChange;
}
/**
 * Which order a channel's order became.
 */
export interface ChannelOrderLink {
  readonly type: 'channel_order';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The hash of what was placed.
   */
  readonly content: Fingerprint;
}
/**
 * The one that a strategy chooses over the rate cards.
 */
export interface ChooseCarrier {
  readonly type: 'choose';
  /**
   * What decides.
   */
  readonly strategy: CarrierStrategy;
}
/**
 * Something asked of the engine.
 *
 * The id makes it safe to repeat: the same command again gets the first answer and changes nothing; the same id
 * with other content is refused.
 */
export interface Command {
  /**
   * The command.
   */
  readonly id: string;
  /**
   * Whose data it works on.
   */
  readonly tenant: string;
  /**
   * When it is given; the only clock the engine knows.
   */
  readonly at: Instant;
  /**
   * Who gives it.
   */
  readonly by?: string;
  /**
   * What is asked.
   */
  readonly action: Action;
}
/**
 * The key of a command.
 */
export interface CommandKey {
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * Which.
   */
  readonly command: string;
}
/**
 * The answer to a command, kept so that its repetition gets the same.
 */
export interface CommandRecord {
  /**
   * The command.
   */
  readonly key: CommandKey;
  /**
   * The hash of what was asked; the same id with other content is a mistake.
   */
  readonly content: Fingerprint;
  /**
   * What came of it.
   */
  readonly outcome: Outcome;
}
/**
 * What a run wants written.
 */
export interface Commit {
  /**
   * Documents, at most one write per key, in key order.
   */
  readonly documents: readonly DocumentWrite[];
  /**
   * Stock changes, at most one per cell, in key order.
   */
  readonly deltas: readonly StockDelta[];
  /**
   * Entries to append to the journal, in order.
   */
  readonly events: readonly JournalEntry[];
  /**
   * Answers to keep.
   */
  readonly commands: readonly CommandRecord[];
}
/**
 * A commit.
 */
export interface CommitCase {
  readonly type: 'commit';
  /**
   * The commit.
   */
  readonly commit: Commit;
  /**
   * What it collides with; absent when it must be written.
   */
  readonly conflict?: StoreConflict;
}
/**
 * Close a delivered order.
 */
export interface CompleteOrder {
  readonly type: 'complete_order';
  /**
   * The order.
   */
  readonly order: string;
}
/**
 * What an empty store must do, step by step.
 */
export interface ContractCase {
  /**
   * What it shows, as a sentence.
   */
  readonly name: string;
  /**
   * The steps, in order, on one store.
   */
  readonly steps: readonly ContractStep[];
}
/**
 * A calendar day.
 */
export interface DateFieldValue {
  readonly type: 'date';
  readonly value: string;
}
/**
 * Give units back, also those a warehouse was told to pick and has confirmed not to.
 */
export interface DeallocateOrder {
  readonly type: 'deallocate_order';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * Units by line and node; all when empty.
   */
  readonly units?: readonly LineUnits[];
  /**
   * Why.
   */
  readonly reason?: string;
}
/**
 * An exact decimal.
 */
export interface DecimalCell {
  readonly type: 'decimal';
  /**
   * The number, a string on the wire, without trailing zeros.
   */
  readonly value: Decimal;
}
/**
 * An exact decimal, a string on the wire.
 */
export interface DecimalFieldValue {
  readonly type: 'decimal';
  readonly value: Decimal;
}
/**
 * A box-shaped size in whole millimetres.
 */
export interface Dimensions {
  /**
   * Length in millimetres.
   */
  readonly length: number;
  /**
   * Width in millimetres.
   */
  readonly width: number;
  /**
   * Height in millimetres.
   */
  readonly height: number;
}
/**
 * One band of distance.
 */
export interface DistanceBand {
  /**
   * The farthest that belongs to the band, in kilometres, itself included; only the last band may leave it out.
   */
  readonly upToKm?: number;
  /**
   * The zone.
   */
  readonly zone: string;
}
/**
 * By the great-circle distance.
 */
export interface DistanceZones {
  readonly type: 'distance';
  /**
   * The bands from near to far. What lies beyond the last one is not served, unless that band is open.
   */
  readonly bands: readonly DistanceBand[];
}
/**
 * How many different values a custom field has among the lines of the order.
 */
export interface DistinctLineFieldDimension {
  readonly type: 'distinct_line_field';
  /**
   * The field.
   */
  readonly field: string;
}
/**
 * The number of different values of a dimension, rows without one left out.
 */
export interface DistinctMeasure {
  readonly type: 'distinct';
  /**
   * Of what.
   */
  readonly dimension: ReportDimension;
}
/**
 * A document under its key.
 */
export interface DocumentEntry {
  /**
   * The key.
   */
  readonly key: DocumentKey;
  /**
   * The version and content.
   */
  readonly stored: StoredDocument;
}
/**
 * The key of a document.
 */
export interface DocumentKey {
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * What kind.
   */
  readonly kind: DocumentKind;
  /**
   * Which; empty for kinds of which a tenant has one.
   */
  readonly id: string;
}
/**
 * A document to write.
 */
export interface DocumentWrite {
  /**
   * Under which key.
   */
  readonly key: DocumentKey;
  /**
   * The version it replaces; 0 when there must be none yet.
   */
  readonly expected: Version;
  /**
   * The new version and content.
   */
  readonly stored: StoredDocument;
}
/**
 * Write the commit; once it is written the results are true.
 */
export interface DoneStep {
  readonly type: 'done';
  /**
   * What to write, whole or not at all; nothing when every list in it is empty.
   */
  readonly commit: Commit;
  /**
   * The answer to each command, in order.
   */
  readonly results: readonly CommandResult[];
}
/**
 * A statistic of `to − from` in whole seconds, rounded down, over rows that have both instants. Over orders and
 * shipments.
 */
export interface DurationMeasure {
  readonly type: 'duration';
  /**
   * From when.
   */
  readonly from: ReportDate;
  /**
   * Until when.
   */
  readonly to: ReportDate;
  /**
   * Which statistic.
   */
  readonly statistic: DurationStatistic;
  /**
   * For a percentile, which: 1 to 100.
   */
  readonly percent?: number;
}
/**
 * An error on the wire.
 */
export interface ErrorReport {
  /**
   * The stable code, for programs.
   */
  readonly code: string;
  /**
   * What to do about it.
   */
  readonly kind: ErrorKind;
  /**
   * The text, for people.
   */
  readonly message: string;
  /**
   * Every single problem of an invalid input.
   */
  readonly problems?: readonly Problem[];
}
/**
 * Move the expiry of a reservation.
 */
export interface ExtendReservation {
  readonly type: 'extend_reservation';
  /**
   * The reservation.
   */
  readonly reservation: string;
  /**
   * When it stops counting; never when absent.
   */
  readonly expiresAt?: Instant;
}
/**
 * A figure of the list.
 */
export interface FigureMeasure {
  readonly type: 'figure';
  /**
   * Which.
   */
  readonly figure: ReportFigure;
}
/**
 * A point on the globe in millionths of a degree, so that it is exact and compares.
 */
export interface GeoPoint {
  /**
   * Latitude in millionths of a degree, −90,000,000 to 90,000,000, north positive.
   */
  readonly latMicro: number;
  /**
   * Longitude in millionths of a degree, −180,000,000 to 180,000,000, east positive.
   */
  readonly lonMicro: number;
}
/**
 * A reason why an order, or some of its lines, may not go on.
 */
export interface Hold {
  /**
   * The hold; unique within the order.
   */
  readonly id: string;
  /**
   * Why.
   */
  readonly reason: HoldReason;
  /**
   * The first stage blocked.
   */
  readonly stage: HoldStage;
  /**
   * Who opened it.
   */
  readonly source: HoldSource;
  /**
   * The lines held; all when empty.
   */
  readonly lines?: readonly string[];
  /**
   * More words, for people.
   */
  readonly note?: string;
  /**
   * Since when.
   */
  readonly openedAt: Instant;
}
/**
 * Hold an order, or some lines.
 */
export interface HoldOrder {
  readonly type: 'hold_order';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The new hold.
   */
  readonly hold: string;
  /**
   * Why.
   */
  readonly reason: HoldReason;
  /**
   * The first stage blocked.
   */
  readonly stage: HoldStage;
  /**
   * Who holds it.
   */
  readonly source: HoldSource;
  /**
   * The lines held; all when empty.
   */
  readonly lines?: readonly string[];
  /**
   * More words, for people.
   */
  readonly note?: string;
}
/**
 * More or fewer units are expected.
 */
export interface IncomingChanged {
  readonly type: 'incoming_changed';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The expected delivery.
   */
  readonly receipt: string;
  /**
   * The change.
   */
  readonly delta: number;
}
/**
 * A whole number.
 */
export interface IntegerCell {
  readonly type: 'integer';
  /**
   * The number.
   */
  readonly value: number;
}
/**
 * A whole number.
 */
export interface IntegerFieldValue {
  readonly type: 'integer';
  readonly value: number;
}
/**
 * What happened.
 */
export interface JournalAnswer {
  readonly type: 'journal';
  /**
   * The entries; fewer than asked means that there are no more.
   */
  readonly entries: readonly JournalEntry[];
  /**
   * The position to go on from.
   */
  readonly next: number;
}
/**
 * One entry of the journal.
 */
export interface JournalEntry {
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * The command that caused it.
   */
  readonly command: string;
  /**
   * The command's time.
   */
  readonly at: Instant;
  /**
   * What happened.
   */
  readonly event: Event;
}
/**
 * What a run must see before it can go on: a set, loaded in one round trip.
 */
export interface Keys {
  /**
   * Commands whose first answer is wanted, if they were carried out.
   */
  readonly commands: readonly CommandKey[];
  /**
   * Documents.
   */
  readonly documents: readonly DocumentKey[];
  /**
   * Stock cells.
   */
  readonly cells: readonly CellKey[];
  /**
   * When present: also load the reservations that hold units in one of the cells and have not ended, but whose
   * `expiresAt` is at or before this instant.
   */
  readonly expiredBy?: Instant;
}
/**
 * The services that go from one node to one destination. Without any the node cannot ship there.
 */
export interface Lane {
  /**
   * The services; their order has no meaning.
   */
  readonly options?: readonly LaneOption[];
}
/**
 * One service on a lane.
 */
export interface LaneOption {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's service.
   */
  readonly service: string;
  /**
   * Days from hand-over to delivery.
   */
  readonly transitDays: number;
  /**
   * The price by weight, shared with the rate card it comes from.
   */
  readonly tariff: Tariff;
}
/**
 * The number of deliveries after what was promised: `delivered > promised`. Over orders and shipments.
 */
export interface LateMeasure {
  readonly type: 'late';
  /**
   * How.
   */
  readonly by: PromiseBy;
  /**
   * For calendar days: how far the clock on the wall is ahead of UTC, in minutes. Within ±1,440.
   */
  readonly offsetMinutes?: number;
}
/**
 * What one node owes a line.
 */
export interface LineAllocation {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Units set aside there and not shipped yet.
   */
  readonly allocated: Quantity;
  /**
   * Those of the allocated units that the warehouse has been told to pick.
   */
  readonly released: Quantity;
  /**
   * Units shipped from there.
   */
  readonly shipped: Quantity;
}
/**
 * A custom field of the line; over lines only.
 */
export interface LineFieldDimension {
  readonly type: 'line_field';
  /**
   * The field.
   */
  readonly field: string;
}
/**
 * Units of a line.
 */
export interface LineQuantity {
  /**
   * The line.
   */
  readonly line: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * Units of a line at a node.
 */
export interface LineUnits {
  /**
   * The line.
   */
  readonly line: string;
  /**
   * The node that ships them.
   */
  readonly node: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * A load.
 */
export interface LoadCase {
  readonly type: 'load';
  /**
   * What is asked.
   */
  readonly keys: Keys;
  /**
   * The answer.
   */
  readonly snapshot: Snapshot;
}
/**
 * Load this and hand over the snapshot.
 */
export interface LoadStep {
  readonly type: 'load';
  /**
   * What to load, in one round trip.
   */
  readonly keys: Keys;
}
/**
 * Distance bands need the position of both ends.
 */
export interface MissingPosition {
  readonly type: 'no_position';
  /**
   * Which end; the node if both are unknown.
   */
  readonly end: LaneEnd;
}
/**
 * A region table without default needs the region of both ends.
 */
export interface MissingRegion {
  readonly type: 'no_region';
  /**
   * Which end; the node if both are unknown.
   */
  readonly end: LaneEnd;
}
/**
 * An exact amount in one currency.
 */
export interface Money {
  /**
   * The exact amount at the currency's scale, as a string.
   */
  readonly amount: Decimal;
  /**
   * The ISO 4217 code.
   */
  readonly currency: string;
}
/**
 * An amount.
 */
export interface MoneyCell {
  readonly type: 'money';
  /**
   * The amount.
   */
  readonly value: Money;
}
/**
 * What the event does to which cell.
 */
export interface MovementsAnswer {
  readonly type: 'movements';
  /**
   * One row per item.
   */
  readonly movements: readonly StockMovement[];
}
/**
 * What an event does to which cell.
 */
export interface MovementsOf {
  readonly type: 'movements';
  /**
   * The event.
   */
  readonly event: StockEvent;
}
/**
 * This one; nothing is chosen.
 */
export interface NamedCarrier {
  readonly type: 'named';
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's service.
   */
  readonly service: string;
  /**
   * What it is expected to charge.
   */
  readonly freight?: Money;
}
/**
 * All nodes of a tenant.
 */
export interface Network {
  /**
   * The nodes by id.
   */
  readonly nodes: {
    readonly [k: string]: Node;
  };
}
/**
 * The nodes of a tenant.
 */
export interface NetworkDocument {
  readonly type: 'network';
  /**
   * The nodes by id.
   */
  readonly nodes: {
    readonly [k: string]: Node;
  };
}
/**
 * A place that ships.
 */
export interface Node {
  /**
   * The node.
   */
  readonly id: string;
  /**
   * What people call it.
   */
  readonly name?: string;
  /**
   * Where it lies; distance strategies and distance zones skip a node without it, with that reason.
   */
  readonly location?: GeoPoint;
  /**
   * The region it lies in, for rates by region.
   */
  readonly region?: string;
  /**
   * The address printed as sender.
   */
  readonly address?: Address;
  /**
   * Lower ships first.
   */
  readonly priority?: number;
  /**
   * What packing one shipment costs.
   */
  readonly shipmentCost?: Money;
  /**
   * What handling one unit costs.
   */
  readonly unitCost?: Money;
  /**
   * Whether it sells; a closed node keeps its stock and can still be counted and received into.
   */
  readonly active?: boolean;
}
/**
 * What a node has of a SKU.
 */
export interface NodeAvailability {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The cell, units held by reservations that have run out no longer counted as held.
   */
  readonly cell: StockCell;
  /**
   * Units free.
   */
  readonly free: number;
  /**
   * Units that could be promised: free ones and what backorders allow; none where the node does not sell.
   */
  readonly promiseable: number;
}
/**
 * A node's record was written.
 */
export interface NodeRecorded {
  readonly type: 'node';
  /**
   * The record.
   */
  readonly node: Node;
}
/**
 * No value.
 */
export interface NothingCell {
  readonly type: 'nothing';
}
/**
 * Deliveries kept ÷ deliveries that were promised: `(n − late) / n`, n = rows with both instants. Over orders and
 * shipments.
 */
export interface OnTimeRateMeasure {
  readonly type: 'on_time_rate';
  /**
   * How.
   */
  readonly by: PromiseBy;
  /**
   * For calendar days: how far the clock on the wall is ahead of UTC, in minutes. Within ±1,440.
   */
  readonly offsetMinutes?: number;
}
/**
 * An order of any channel in the one normal form.
 */
export interface Order {
  /**
   * The order.
   */
  readonly id: string;
  /**
   * The channel it came from.
   */
  readonly channel: string;
  /**
   * The shop of the channel, where a channel has several.
   */
  readonly shop?: string;
  /**
   * The channel's own id.
   */
  readonly channelOrderId: string;
  /**
   * When the buyer ordered.
   */
  readonly placedAt: Instant;
  /**
   * The currency of every amount in it.
   */
  readonly currency: string;
  /**
   * The buyer.
   */
  readonly customer?: string;
  /**
   * Where it goes.
   */
  readonly shipTo: Address;
  /**
   * When the buyer pays.
   */
  readonly terms: PaymentTerms;
  /**
   * Until when delivery was promised.
   */
  readonly promiseBy?: Instant;
  /**
   * What the buyer wrote.
   */
  readonly remark?: string;
  /**
   * The lines.
   */
  readonly lines: readonly OrderLine[];
  /**
   * What the buyer pays for carriage.
   */
  readonly shipping: Money;
  /**
   * What is taken off the whole order, already shared out over the lines.
   */
  readonly discount: Money;
  /**
   * The total that the channel states.
   */
  readonly statedTotal?: Money;
  /**
   * The payments, in the order recorded.
   */
  readonly payments: readonly OrderPayment[];
  /**
   * The holds that are open.
   */
  readonly holds: readonly Hold[];
  /**
   * When it passed review.
   */
  readonly approvedAt?: Instant;
  /**
   * When it was completed.
   */
  readonly completedAt?: Instant;
  /**
   * The reservation that holds stock for it.
   */
  readonly reservation?: string;
  /**
   * Custom fields.
   */
  readonly fields?: {
    readonly [k: string]: FieldValue;
  };
  /**
   * The hash of what the channel sent; the same again is no new order.
   */
  readonly content: Fingerprint;
}
/**
 * The order.
 */
export interface OrderAnswer {
  readonly type: 'order';
  /**
   * The order with what is derived from it; absent when there is none.
   */
  readonly order?: OrderView;
}
/**
 * It passed review.
 */
export interface OrderApproved {
  readonly type: 'approved';
}
/**
 * What to change; what is absent stays. The order is reviewed anew afterwards.
 */
export interface OrderChange {
  /**
   * The new address.
   */
  readonly shipTo?: Address;
  /**
   * The new promise.
   */
  readonly promiseBy?: Instant;
  /**
   * The new remark.
   */
  readonly remark?: string;
  /**
   * New quantities, larger than before; fewer units are a cancellation.
   */
  readonly quantities?: readonly LineQuantity[];
  /**
   * Custom fields to set.
   */
  readonly fields?: {
    readonly [k: string]: FieldValue;
  };
}
/**
 * It was changed, and has to be reviewed anew.
 */
export interface OrderChanged {
  readonly type: 'changed';
  /**
   * What changed.
   */
  readonly change: OrderChange;
}
/**
 * It was closed.
 */
export interface OrderCompleted {
  readonly type: 'completed';
}
/**
 * An order.
 */
export interface OrderDocument {
  readonly type: 'order';
  /**
   * The order.
   */
  readonly id: string;
  /**
   * The channel it came from.
   */
  readonly channel: string;
  /**
   * The shop of the channel, where a channel has several.
   */
  readonly shop?: string;
  /**
   * The channel's own id.
   */
  readonly channelOrderId: string;
  /**
   * When the buyer ordered.
   */
  readonly placedAt: Instant;
  /**
   * The currency of every amount in it.
   */
  readonly currency: string;
  /**
   * The buyer.
   */
  readonly customer?: string;
  /**
   * Where it goes.
   */
  readonly shipTo: Address;
  /**
   * When the buyer pays.
   */
  readonly terms: PaymentTerms;
  /**
   * Until when delivery was promised.
   */
  readonly promiseBy?: Instant;
  /**
   * What the buyer wrote.
   */
  readonly remark?: string;
  /**
   * The lines.
   */
  readonly lines: readonly OrderLine[];
  /**
   * What the buyer pays for carriage.
   */
  readonly shipping: Money;
  /**
   * What is taken off the whole order, already shared out over the lines.
   */
  readonly discount: Money;
  /**
   * The total that the channel states.
   */
  readonly statedTotal?: Money;
  /**
   * The payments, in the order recorded.
   */
  readonly payments: readonly OrderPayment[];
  /**
   * The holds that are open.
   */
  readonly holds: readonly Hold[];
  /**
   * When it passed review.
   */
  readonly approvedAt?: Instant;
  /**
   * When it was completed.
   */
  readonly completedAt?: Instant;
  /**
   * The reservation that holds stock for it.
   */
  readonly reservation?: string;
  /**
   * Custom fields.
   */
  readonly fields?: {
    readonly [k: string]: FieldValue;
  };
  /**
   * The hash of what the channel sent; the same again is no new order.
   */
  readonly content: Fingerprint;
}
/**
 * An order as a channel sends it, already in the normal form.
 */
export interface OrderDraft {
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * The shop of the channel, where a channel has several.
   */
  readonly shop?: string;
  /**
   * The channel's own id; with channel and shop it names the order for ever.
   */
  readonly channelOrderId: string;
  /**
   * When the buyer ordered.
   */
  readonly placedAt: Instant;
  /**
   * The currency of every amount in it.
   */
  readonly currency: string;
  /**
   * The buyer.
   */
  readonly customer?: string;
  /**
   * Where it goes.
   */
  readonly shipTo: Address;
  /**
   * When the buyer pays.
   */
  readonly terms?: PaymentTerms;
  /**
   * Until when delivery was promised.
   */
  readonly promiseBy?: Instant;
  /**
   * What the buyer wrote.
   */
  readonly remark?: string;
  /**
   * The lines. Channels do send orders without any: such an order has nothing to fulfil and counts as cancelled.
   */
  readonly lines: readonly OrderDraftLine[];
  /**
   * What the buyer pays for carriage.
   */
  readonly shipping?: Money;
  /**
   * What is taken off the whole order; it is shared out over the lines by value, largest remainder.
   */
  readonly discount?: Money;
  /**
   * The total that the channel states, checked by review.
   */
  readonly statedTotal?: Money;
  /**
   * Custom fields.
   */
  readonly fields?: {
    readonly [k: string]: FieldValue;
  };
}
/**
 * A line as ordered.
 */
export interface OrderDraftLine {
  /**
   * The line; unique within the order.
   */
  readonly id: string;
  /**
   * What is bought.
   */
  readonly sku: string;
  /**
   * What the channel calls it.
   */
  readonly name?: string;
  /**
   * Units, at least one.
   */
  readonly quantity: Quantity;
  /**
   * The price of one unit.
   */
  readonly unitPrice: Money;
  /**
   * What is taken off the whole line.
   */
  readonly discount?: Money;
  /**
   * Tax on the whole line, on top of the price.
   */
  readonly tax?: Money;
  /**
   * Custom fields.
   */
  readonly fields?: {
    readonly [k: string]: FieldValue;
  };
}
/**
 * A custom field of the order.
 */
export interface OrderFieldDimension {
  readonly type: 'order_field';
  /**
   * The field.
   */
  readonly field: string;
}
/**
 * It was held.
 */
export interface OrderHoldOpened {
  readonly type: 'hold_opened';
  /**
   * The hold.
   */
  readonly hold: Hold;
}
/**
 * A hold was released.
 */
export interface OrderHoldReleased {
  readonly type: 'hold_released';
  /**
   * The hold.
   */
  readonly hold: string;
}
/**
 * A line of an order.
 *
 * Each unit has one owner at every moment: `ordered = open + allocated + shipped + cancelled`. Released
 * units are part of the allocated ones, delivered units part of the shipped ones.
 */
export interface OrderLine {
  /**
   * The line.
   */
  readonly id: string;
  /**
   * What is bought.
   */
  readonly sku: string;
  /**
   * What the channel calls it.
   */
  readonly name?: string;
  /**
   * Units ordered, cancelled ones included.
   */
  readonly ordered: Quantity;
  /**
   * The price of one unit.
   */
  readonly unitPrice: Money;
  /**
   * What is taken off the whole line.
   */
  readonly discount: Money;
  /**
   * The line's share of the order's discount.
   */
  readonly orderDiscount: Money;
  /**
   * Tax on the whole line, on top of the price.
   */
  readonly tax: Money;
  /**
   * Units cancelled.
   */
  readonly cancelled: Quantity;
  /**
   * Units delivered.
   */
  readonly delivered: Quantity;
  /**
   * Where the other units are or were shipped from, by node.
   */
  readonly allocations: readonly LineAllocation[];
  /**
   * Custom fields.
   */
  readonly fields?: {
    readonly [k: string]: FieldValue;
  };
}
/**
 * A payment for an order. A payment id is used once; the same payment again changes nothing.
 */
export interface OrderPayment {
  /**
   * The payment.
   */
  readonly id: string;
  /**
   * Which way.
   */
  readonly kind: PaymentKind;
  /**
   * How, such as `credit_card`.
   */
  readonly method?: string;
  /**
   * How much; not negative. Channels do report payments of nothing, such as a voucher that was used up.
   */
  readonly amount: Money;
  /**
   * In how many instalments, when known.
   */
  readonly instalments?: number;
  /**
   * When.
   */
  readonly at: Instant;
}
/**
 * Money came or went back.
 */
export interface OrderPaymentRecorded {
  readonly type: 'payment_recorded';
  /**
   * The payment.
   */
  readonly payment: OrderPayment;
}
/**
 * It was placed.
 */
export interface OrderPlaced {
  readonly type: 'placed';
  /**
   * The order in its normal form.
   */
  readonly order: Order;
}
/**
 * Something happened to an order.
 */
export interface OrderRecord {
  readonly type: 'order';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * What.
   */
  readonly event: OrderEvent;
}
/**
 * Its reservation is over: committed, released or expired.
 */
export interface OrderReservationEnded {
  readonly type: 'reservation_ended';
  /**
   * The reservation.
   */
  readonly reservation: string;
}
/**
 * Stock was held for it.
 */
export interface OrderReserved {
  readonly type: 'reserved';
  /**
   * The reservation.
   */
  readonly reservation: string;
}
/**
 * Units were set aside at nodes.
 */
export interface OrderUnitsAllocated {
  readonly type: 'units_allocated';
  /**
   * Units by line and node.
   */
  readonly units: readonly LineUnits[];
}
/**
 * Units were cancelled.
 */
export interface OrderUnitsCancelled {
  readonly type: 'units_cancelled';
  /**
   * Units by line.
   */
  readonly lines: readonly LineQuantity[];
  /**
   * Why.
   */
  readonly reason: string;
}
/**
 * Units were given back.
 */
export interface OrderUnitsDeallocated {
  readonly type: 'units_deallocated';
  /**
   * Units by line and node.
   */
  readonly units: readonly LineUnits[];
  /**
   * Why.
   */
  readonly reason: string;
}
/**
 * Units arrived.
 */
export interface OrderUnitsDelivered {
  readonly type: 'units_delivered';
  /**
   * With which shipment.
   */
  readonly shipment: string;
  /**
   * Units by line.
   */
  readonly lines: readonly LineQuantity[];
}
/**
 * Warehouses were told to pick.
 */
export interface OrderUnitsReleased {
  readonly type: 'units_released';
  /**
   * Units by line and node.
   */
  readonly units: readonly LineUnits[];
}
/**
 * Units left.
 */
export interface OrderUnitsShipped {
  readonly type: 'units_shipped';
  /**
   * With which shipment.
   */
  readonly shipment: string;
  /**
   * Units by line and node.
   */
  readonly units: readonly LineUnits[];
}
/**
 * An order with what is derived from it.
 */
export interface OrderView {
  /**
   * How many events have made it.
   */
  readonly version: Version;
  /**
   * Its status.
   */
  readonly status: OrderStatus;
  /**
   * What everything ordered costs.
   */
  readonly total: Money;
  /**
   * What the buyer has to pay, cancelled units left out.
   */
  readonly due: Money;
  /**
   * What was paid, refunds taken off.
   */
  readonly paid: Money;
  /**
   * The order.
   */
  readonly order: Order;
}
/**
 * What came of a command that was carried out.
 */
export interface Outcome {
  /**
   * The command.
   */
  readonly command: string;
  /**
   * What happened; nothing when there was nothing left to do.
   */
  readonly events: readonly Event[];
  /**
   * Why it happened that way, where something was decided.
   */
  readonly explanations?: readonly Explanation[];
}
/**
 * What was read; fewer than asked means that there is no more.
 */
export interface Page {
  /**
   * Documents.
   */
  readonly documents: readonly DocumentEntry[];
  /**
   * Cells.
   */
  readonly cells: readonly CellEntry[];
  /**
   * Journal entries.
   */
  readonly entries: readonly JournalEntry[];
}
/**
 * A parcel and everything its carrier said about it.
 */
export interface Parcel {
  /**
   * The parcel.
   */
  readonly id: string;
  /**
   * The carrier's number.
   */
  readonly trackingNumber?: string;
  /**
   * What it weighs, when weighed.
   */
  readonly weight?: Weight;
  /**
   * What is in it.
   */
  readonly lines: readonly LineQuantity[];
  /**
   * The carrier's events: a set, sorted.
   */
  readonly events: readonly TrackingEvent[];
}
/**
 * A parcel as packed.
 */
export interface ParcelDraft {
  /**
   * The parcel; unique within the shipment.
   */
  readonly id: string;
  /**
   * The carrier's number; may come later in life of other carriers, here it comes with the parcel.
   */
  readonly trackingNumber?: string;
  /**
   * What it weighs, when weighed.
   */
  readonly weight?: Weight;
  /**
   * What is in it; a single parcel may leave this empty and holds everything.
   */
  readonly lines?: readonly LineQuantity[];
}
/**
 * Tracking events of one parcel.
 */
export interface ParcelEvents {
  /**
   * The parcel.
   */
  readonly parcel: string;
  /**
   * Its events, in any order; those known already are passed over.
   */
  readonly events: readonly TrackingEvent[];
}
/**
 * Place an order. The same channel order again changes nothing; with other content it is a conflict.
 */
export interface PlaceOrder {
  readonly type: 'place_order';
  /**
   * The id that the order gets.
   */
  readonly order: string;
  /**
   * The order.
   */
  readonly draft: OrderDraft;
}
/**
 * The channel order had been placed before with the same content.
 */
export interface PlacementRepeated {
  readonly type: 'repeated';
  /**
   * The order it became then.
   */
  readonly order: string;
}
/**
 * A rule that a plan breaks, and where.
 */
export interface PlanViolation {
  /**
   * The rule.
   */
  readonly rule: PlanRule;
  /**
   * The line at fault, if one is.
   */
  readonly line?: string;
  /**
   * The node at fault, if one is.
   */
  readonly node?: string;
  /**
   * The SKU at fault, if one is.
   */
  readonly sku?: string;
  /**
   * What the rule demands or allows.
   */
  readonly expected: string;
  /**
   * What the plan has.
   */
  readonly found: string;
}
/**
 * What leaves one node.
 */
export interface PlannedShipment {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many units.
   */
  readonly units: number;
  /**
   * Their weight in grams.
   */
  readonly weightGrams: number;
  /**
   * How far it goes in metres, if known.
   */
  readonly distanceMetres?: number;
  /**
   * What the carrier asks; nothing when freight is unknown.
   */
  readonly freight: Money;
  /**
   * What the node's work costs: its cost per shipment and per unit.
   */
  readonly handling: Money;
  /**
   * The carrier; absent when freight is unknown.
   */
  readonly carrier?: string;
  /**
   * The carrier's service; absent when freight is unknown.
   */
  readonly service?: string;
  /**
   * Days from hand-over to delivery; absent when freight is unknown.
   */
  readonly transitDays?: number;
}
/**
 * A tenant's choices. Without a record the defaults hold.
 */
export interface Policy {
  /**
   * What each shipment of an order after its first costs on top, in money; nothing by default.
   */
  readonly splitCost?: Money;
  /**
   * The most shipments an order may be split into; no limit by default.
   */
  readonly maxShipments?: number;
  /**
   * Whether an order ships whole or not at all.
   */
  readonly shipComplete?: boolean;
  /**
   * Whether a node needs a carrier that goes to the address; without it, freight may be unknown.
   */
  readonly lanesRequired?: boolean;
  /**
   * By how much a channel's total may differ from the sum of the parts; nothing by default.
   */
  readonly amountTolerance?: Money;
  /**
   * Whether review looks for stock; yes by default.
   */
  readonly reviewStock?: boolean;
}
/**
 * The policy of a tenant.
 */
export interface PolicyDocument {
  readonly type: 'policy';
  /**
   * What each shipment of an order after its first costs on top, in money; nothing by default.
   */
  readonly splitCost?: Money;
  /**
   * The most shipments an order may be split into; no limit by default.
   */
  readonly maxShipments?: number;
  /**
   * Whether an order ships whole or not at all.
   */
  readonly shipComplete?: boolean;
  /**
   * Whether a node needs a carrier that goes to the address; without it, freight may be unknown.
   */
  readonly lanesRequired?: boolean;
  /**
   * By how much a channel's total may differ from the sum of the parts; nothing by default.
   */
  readonly amountTolerance?: Money;
  /**
   * Whether review looks for stock; yes by default.
   */
  readonly reviewStock?: boolean;
}
/**
 * The policy was written.
 */
export interface PolicyRecorded {
  readonly type: 'policy';
  /**
   * The policy.
   */
  readonly policy: Policy;
}
/**
 * One thing wrong with an input.
 */
export interface Problem {
  /**
   * A stable code, such as `input.unknown_field`.
   */
  readonly code: string;
  /**
   * Where: a JSON pointer (RFC 6901) into the input, empty for the whole.
   */
  readonly path: string;
  /**
   * What is wrong and what to do, for people.
   */
  readonly message: string;
}
/**
 * Write a node's record.
 */
export interface PutNode {
  readonly type: 'put_node';
  /**
   * The record.
   */
  readonly node: Node;
}
/**
 * Write the policy.
 */
export interface PutPolicy {
  readonly type: 'put_policy';
  /**
   * The policy.
   */
  readonly policy: Policy;
}
/**
 * Write a rate card; it replaces the one of the same carrier, service and start of validity.
 */
export interface PutRateCard {
  readonly type: 'put_rate_card';
  /**
   * The card.
   */
  readonly card: RateCard;
}
/**
 * Write a SKU's record.
 */
export interface PutSku {
  readonly type: 'put_sku';
  /**
   * The record.
   */
  readonly sku: Sku;
}
/**
 * The price is beyond what money can hold.
 */
export interface QuoteOverflow {
  readonly type: 'overflow';
  /**
   * The parcel's weight in grams.
   */
  readonly weightGrams: number;
}
/**
 * The parcel is too heavy for the service.
 */
export interface QuoteTooHeavy {
  readonly type: 'too_heavy';
  /**
   * The parcel's weight in grams.
   */
  readonly weightGrams: number;
  /**
   * The heaviest that the service takes, in grams.
   */
  readonly limitGrams: number;
}
/**
 * The way has no zone on the card.
 */
export interface QuoteWithoutZone {
  readonly type: 'no_zone';
  /**
   * Why.
   */
  readonly reason: NoZone;
}
/**
 * The prices of one carrier service for a time.
 */
export interface RateCard {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's service.
   */
  readonly service: string;
  /**
   * What people call it.
   */
  readonly name?: string;
  /**
   * The currency of every price on the card.
   */
  readonly currency: string;
  /**
   * When it may be used: the instant of hand-over must lie inside.
   */
  readonly valid?: Window;
  /**
   * How the zone is found.
   */
  readonly zones: ZoneTable;
  /**
   * The prices by zone.
   */
  readonly rates: readonly ZoneRate[];
}
/**
 * A rate card was written.
 */
export interface RateCardRecorded {
  readonly type: 'rate_card';
  /**
   * The card; it replaces the one of the same carrier, service and start of validity.
   */
  readonly card: RateCard;
}
/**
 * A sum over a sum.
 */
export interface RatioCell {
  readonly type: 'ratio';
  /**
   * What is divided; amounts in whole units of the currency, such as euros.
   */
  readonly num: Decimal;
  /**
   * By what.
   */
  readonly den: Decimal;
  /**
   * The quotient, rounded half up (halves away from zero) to 6 decimals; absent when `den` is zero.
   */
  readonly value?: string;
}
/**
 * Units arrive at a node.
 */
export interface ReceiveStock {
  readonly type: 'receive_stock';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * What names the receipt.
   */
  readonly reference?: string;
  /**
   * In what condition they are.
   */
  readonly condition?: StockCondition;
}
/**
 * Record a payment or refund. Rules' holds are looked at anew.
 */
export interface RecordPayment {
  readonly type: 'record_payment';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The payment.
   */
  readonly payment: OrderPayment;
}
/**
 * Take what the carrier says, in any order and as often as it says it.
 */
export interface RecordTracking {
  readonly type: 'record_tracking';
  /**
   * The shipment.
   */
  readonly shipment: string;
  /**
   * The events by parcel.
   */
  readonly parcels: readonly ParcelEvents[];
}
/**
 * It was refused, and nothing changed.
 */
export interface RefusedCommand {
  readonly type: 'refused';
  /**
   * Why.
   */
  readonly error: ErrorReport;
}
/**
 * By the regions of node and destination.
 */
export interface RegionZones {
  readonly type: 'region';
  /**
   * The zone by region of the node, then region of the destination.
   */
  readonly routes?: {
    readonly [k: string]: {
      readonly [k: string]: string;
    };
  };
  /**
   * The zone of whatever the routes do not name, an unknown region included; not served when absent.
   */
  readonly default?: string;
}
/**
 * Change the condition of units.
 */
export interface RegradeStock {
  readonly type: 'regrade_stock';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * The condition they are in.
   */
  readonly from?: StockCondition;
  /**
   * The condition they get.
   */
  readonly to?: StockCondition;
  /**
   * Why.
   */
  readonly reason: string;
}
/**
 * Release a hold; one that is not open stays as it is.
 */
export interface ReleaseHold {
  readonly type: 'release_hold';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The hold.
   */
  readonly hold: string;
}
/**
 * Tell the warehouses to pick.
 */
export interface ReleaseOrder {
  readonly type: 'release_order';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * Units by line and node; all allocated ones when empty.
   */
  readonly units?: readonly LineUnits[];
}
/**
 * Give up a reservation; one that has ended stays as it is.
 */
export interface ReleaseReservation {
  readonly type: 'release_reservation';
  /**
   * The reservation.
   */
  readonly reservation: string;
}
/**
 * The report.
 */
export interface ReportAnswer {
  readonly type: 'report';
  /**
   * The table.
   */
  readonly table: ReportTable;
}
/**
 * A column.
 */
export interface ReportColumn {
  /**
   * Its name, unique in the table.
   */
  readonly name: string;
  /**
   * What it is.
   */
  readonly kind: ReportColumnKind;
}
/**
 * A question to the facts.
 *
 * Every row of the input that passes all filters falls into the group of its dimension values; each measure is
 * computed per group. When a measure is money and the dimensions do not name the currency, it is added as the last
 * one: amounts of different currencies are never added.
 */
export interface ReportQuery {
  /**
   * Over which facts.
   */
  readonly over: ReportOver;
  /**
   * By what; one row for everything when empty.
   */
  readonly dimensions?: readonly ReportDimension[];
  /**
   * What to compute; at least one.
   */
  readonly measures: readonly ReportMeasure[];
  /**
   * What to leave out.
   */
  readonly filters?: readonly ReportFilter[];
  /**
   * In what order the rows stand; what this leaves open is ordered by the dimensions, left to right.
   */
  readonly sort?: readonly ReportSort[];
  /**
   * At most so many rows, after sorting.
   */
  readonly limit?: number;
}
/**
 * One column to sort by. Nothing comes first, then numbers, then text; descending is the reverse of it.
 */
export interface ReportSort {
  /**
   * The name of the column.
   */
  readonly column: string;
  /**
   * Largest first.
   */
  readonly descending?: boolean;
}
/**
 * The answer to a query.
 */
export interface ReportTable {
  /**
   * The columns: dimensions, then measures, as asked.
   */
  readonly columns: readonly ReportColumn[];
  /**
   * The rows; each has one cell per column.
   */
  readonly rows: readonly ReportCell[][];
}
/**
 * Stock held until an instant.
 *
 * From `expires_at` on it counts for nothing, whether or not anybody has swept it.
 */
export interface Reservation {
  /**
   * The reservation.
   */
  readonly id: string;
  /**
   * The order it is for, if any.
   */
  readonly order?: string;
  /**
   * What it holds now; nothing once it has ended.
   */
  readonly items: readonly ReservedItem[];
  /**
   * When it stops counting; never when absent.
   */
  readonly expiresAt?: Instant;
  /**
   * How it ended.
   */
  readonly ended?: ReservationEnd;
}
/**
 * Held units became allocated.
 */
export interface ReservationCommitted {
  readonly type: 'reservation_committed';
  /**
   * The reservation.
   */
  readonly reservation: string;
  /**
   * The units.
   */
  readonly items: readonly ReservedItem[];
}
/**
 * A reservation.
 */
export interface ReservationDocument {
  readonly type: 'reservation';
  /**
   * The reservation.
   */
  readonly id: string;
  /**
   * The order it is for, if any.
   */
  readonly order?: string;
  /**
   * What it holds now; nothing once it has ended.
   */
  readonly items: readonly ReservedItem[];
  /**
   * When it stops counting; never when absent.
   */
  readonly expiresAt?: Instant;
  /**
   * How it ended.
   */
  readonly ended?: ReservationEnd;
}
/**
 * A reservation's expiry moved.
 */
export interface ReservationExtended {
  readonly type: 'reservation_extended';
  /**
   * The reservation.
   */
  readonly reservation: string;
  /**
   * When it stops counting; never when absent.
   */
  readonly expiresAt?: Instant;
}
/**
 * A reservation holds units.
 */
export interface ReservationOpened {
  readonly type: 'reservation_opened';
  /**
   * The reservation.
   */
  readonly reservation: Reservation;
}
/**
 * A reservation gave units up.
 */
export interface ReservationReleased {
  readonly type: 'reservation_released';
  /**
   * The reservation.
   */
  readonly reservation: string;
  /**
   * The units given up.
   */
  readonly items: readonly ReservedItem[];
  /**
   * Why.
   */
  readonly end: ReservationEnd;
}
/**
 * Hold stock for an order by a plan over all nodes: all of it or none.
 */
export interface ReserveOrder {
  readonly type: 'reserve_order';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The new reservation.
   */
  readonly reservation: string;
  /**
   * How to plan.
   */
  readonly strategy: AllocationStrategyKind;
  /**
   * When it stops counting; never when absent.
   */
  readonly expiresAt?: Instant;
}
/**
 * Hold units until an instant: all of them or none.
 */
export interface ReserveStock {
  readonly type: 'reserve_stock';
  /**
   * The new reservation.
   */
  readonly reservation: string;
  /**
   * What to hold.
   */
  readonly items: readonly ReservedItem[];
  /**
   * When it stops counting; never when absent.
   */
  readonly expiresAt?: Instant;
}
/**
 * Units that a reservation holds.
 */
export interface ReservedItem {
  /**
   * The order line they are held for, when they are held for an order.
   */
  readonly line?: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * What a review found.
 */
export interface ReviewExplained {
  readonly type: 'review';
  /**
   * The findings.
   */
  readonly findings: readonly ReviewFinding[];
}
/**
 * One thing that a review found against an order.
 */
export interface ReviewFinding {
  /**
   * What is wrong.
   */
  readonly reason: HoldReason;
  /**
   * The lines it concerns; all when empty.
   */
  readonly lines?: readonly string[];
  /**
   * What was looked at and what was found, for people.
   */
  readonly note: string;
}
/**
 * Review: open holds for what is wrong, release rules' holds whose cause is gone, approve if nothing is left.
 */
export interface ReviewOrder {
  readonly type: 'review_order';
  /**
   * The order.
   */
  readonly order: string;
}
/**
 * A scan.
 */
export interface ScanCase {
  readonly type: 'scan';
  /**
   * What is asked.
   */
  readonly scan: Scan;
  /**
   * The answer.
   */
  readonly page: Page;
}
/**
 * Cells, in key order.
 */
export interface ScanCells {
  readonly type: 'cells';
  /**
   * Whose; everybody's when absent.
   */
  readonly tenant?: string;
  /**
   * Start after this key.
   */
  readonly after?: CellKey;
  /**
   * The most to return.
   */
  readonly limit: number;
}
/**
 * Documents of one kind, in key order.
 */
export interface ScanDocuments {
  readonly type: 'documents';
  /**
   * Whose; everybody's when absent.
   */
  readonly tenant?: string;
  /**
   * What kind; all kinds when absent.
   */
  readonly kind?: DocumentKind;
  /**
   * Start after this key.
   */
  readonly after?: DocumentKey;
  /**
   * The most to return.
   */
  readonly limit: number;
}
/**
 * Journal entries, oldest first, of all tenants.
 */
export interface ScanJournal {
  readonly type: 'journal';
  /**
   * The position of the first entry wanted.
   */
  readonly from: number;
  /**
   * The most to return.
   */
  readonly limit: number;
}
/**
 * Throw units away.
 */
export interface ScrapStock {
  readonly type: 'scrap_stock';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * The condition they are in.
   */
  readonly from?: StockCondition;
  /**
   * Why.
   */
  readonly reason: string;
}
/**
 * Units leave a node with a carrier.
 */
export interface ShipOrder {
  readonly type: 'ship_order';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The new shipment.
   */
  readonly shipment: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Which carrier takes it.
   */
  readonly carrier: CarrierPick;
  /**
   * Units by line; everything released at the node when empty.
   */
  readonly lines?: readonly LineQuantity[];
  /**
   * The parcels.
   */
  readonly parcels: readonly ParcelDraft[];
}
/**
 * What left one node for one order with one carrier.
 */
export interface Shipment {
  /**
   * The shipment.
   */
  readonly id: string;
  /**
   * The order it belongs to.
   */
  readonly order: string;
  /**
   * The node it left.
   */
  readonly node: string;
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's service.
   */
  readonly service: string;
  /**
   * When it left.
   */
  readonly shippedAt: Instant;
  /**
   * What is in it.
   */
  readonly units: readonly ShipmentUnits[];
  /**
   * What the carrier is expected to charge.
   */
  readonly freight?: Money;
  /**
   * The way from node to receiver as the crow flies, in metres, when known.
   */
  readonly distanceMetres?: number;
  /**
   * Its parcels.
   */
  readonly parcels: readonly Parcel[];
}
/**
 * The shipment.
 */
export interface ShipmentAnswer {
  readonly type: 'shipment';
  /**
   * The shipment; absent when there is none.
   */
  readonly shipment?: Shipment;
}
/**
 * It left.
 */
export interface ShipmentCreated {
  readonly type: 'created';
  /**
   * The shipment.
   */
  readonly shipment: Shipment;
}
/**
 * A shipment.
 */
export interface ShipmentDocument {
  readonly type: 'shipment';
  /**
   * The shipment.
   */
  readonly id: string;
  /**
   * The order it belongs to.
   */
  readonly order: string;
  /**
   * The node it left.
   */
  readonly node: string;
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's service.
   */
  readonly service: string;
  /**
   * When it left.
   */
  readonly shippedAt: Instant;
  /**
   * What is in it.
   */
  readonly units: readonly ShipmentUnits[];
  /**
   * What the carrier is expected to charge.
   */
  readonly freight?: Money;
  /**
   * The way from node to receiver as the crow flies, in metres, when known.
   */
  readonly distanceMetres?: number;
  /**
   * Its parcels.
   */
  readonly parcels: readonly Parcel[];
}
/**
 * Something happened to a shipment.
 */
export interface ShipmentRecord {
  readonly type: 'shipment';
  /**
   * The shipment.
   */
  readonly shipment: string;
  /**
   * What.
   */
  readonly event: ShipmentEvent;
}
/**
 * The carrier said something new.
 */
export interface ShipmentTracked {
  readonly type: 'tracked';
  /**
   * What, by parcel.
   */
  readonly parcels: readonly ParcelEvents[];
}
/**
 * Units of a line in a shipment.
 */
export interface ShipmentUnits {
  /**
   * The order line.
   */
  readonly line: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * What one unit cost the merchant when it left, when known.
   */
  readonly unitCost?: Money;
}
/**
 * A stock-keeping unit.
 */
export interface Sku {
  /**
   * The SKU.
   */
  readonly id: string;
  /**
   * What people call it.
   */
  readonly name?: string;
  /**
   * The category it is reported under.
   */
  readonly category?: string;
  /**
   * The weight of one unit, packed.
   */
  readonly weight?: Weight;
  /**
   * The size of one unit, packed.
   */
  readonly dimensions?: Dimensions;
  /**
   * The list price of one unit.
   */
  readonly price?: Money;
  /**
   * What one unit costs the merchant.
   */
  readonly cost?: Money;
  /**
   * How many units may be promised beyond what is free, at each node.
   */
  readonly backorderLimit?: Quantity;
  /**
   * Custom fields.
   */
  readonly fields?: {
    readonly [k: string]: FieldValue;
  };
}
/**
 * A SKU.
 */
export interface SkuDocument {
  readonly type: 'sku';
  /**
   * The SKU.
   */
  readonly id: string;
  /**
   * What people call it.
   */
  readonly name?: string;
  /**
   * The category it is reported under.
   */
  readonly category?: string;
  /**
   * The weight of one unit, packed.
   */
  readonly weight?: Weight;
  /**
   * The size of one unit, packed.
   */
  readonly dimensions?: Dimensions;
  /**
   * The list price of one unit.
   */
  readonly price?: Money;
  /**
   * What one unit costs the merchant.
   */
  readonly cost?: Money;
  /**
   * How many units may be promised beyond what is free, at each node.
   */
  readonly backorderLimit?: Quantity;
  /**
   * Custom fields.
   */
  readonly fields?: {
    readonly [k: string]: FieldValue;
  };
}
/**
 * A SKU's record was written.
 */
export interface SkuRecorded {
  readonly type: 'sku';
  /**
   * The record.
   */
  readonly sku: Sku;
}
/**
 * What a store answers to `Keys`: everything asked for that exists, in key order.
 */
export interface Snapshot {
  /**
   * Answers to commands that were carried out.
   */
  readonly commands: readonly CommandRecord[];
  /**
   * Documents asked for.
   */
  readonly documents: readonly DocumentEntry[];
  /**
   * Cells asked for.
   */
  readonly cells: readonly CellEntry[];
  /**
   * Expired reservations in the cells, where they were asked for.
   */
  readonly expired: readonly DocumentEntry[];
}
/**
 * The hash.
 */
export interface StateHashAnswer {
  readonly type: 'state_hash';
  /**
   * The hash.
   */
  readonly hash: Fingerprint;
}
/**
 * A price for each started step of weight.
 */
export interface StepRate {
  /**
   * The step.
   */
  readonly step: Weight;
  /**
   * The price of each started step.
   */
  readonly price: Money;
}
/**
 * A count or correction changed the physical units.
 */
export interface StockAdjusted {
  readonly type: 'adjusted';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The change.
   */
  readonly delta: number;
  /**
   * Why.
   */
  readonly reason: string;
  /**
   * Whether the free units were allowed to go below the limit.
   */
  readonly force: boolean;
}
/**
 * Free units were set aside for an order.
 */
export interface StockAllocated {
  readonly type: 'allocated';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The units.
   */
  readonly units: readonly StockUnits[];
}
/**
 * What there is of one SKU at one node, in units.
 *
 * `on_hand = free + held + allocated + quality_hold + damaged + returned_pending`; `free` is derived and may be
 * negative where backorders are allowed, or where a count found less than was promised. `incoming` is expected and not
 * there yet; it is no part of `on_hand`.
 *
 * | word | others call it |
 * | --- | --- |
 * | on hand | Shopify *on hand*, Salesforce *on hand*, IBM Sterling *ONHAND*, D365 *on-hand*, 实际库存 |
 * | held | Shopify *reserved*, Salesforce *reserved*, IBM Sterling *reservation*, D365 *soft reserve*, 预占 |
 * | allocated | Shopify *committed*, IBM Sterling *ALLOCATED*, D365 *reserved physical*, Amazon *reserved*, 订单占有 |
 * | quality hold | Shopify *quality control*, IBM Sterling *HELD*, D365 *quality inspection*, Amazon *researching*, 质检 |
 * | damaged | Shopify *damaged*, Amazon *unfulfillable*, 次品 |
 * | returned pending | goods that came back and wait for a look, 退货待检 |
 * | incoming | Shopify *incoming*, Salesforce *future stock*, IBM Sterling *INTRANSIT* and *PO_PLACED*, D365 *on order*, 在途 |
 * | free | Shopify *available*, Salesforce *available to fulfil*, D365 *on-hand available*, Amazon *fulfillable*, 可用库存 |
 */
export interface StockCell {
  /**
   * All physical units.
   */
  readonly onHand: number;
  /**
   * Units held by reservations.
   */
  readonly held: number;
  /**
   * Units set aside for orders, picked and packed ones included, until they leave.
   */
  readonly allocated: number;
  /**
   * Units that wait for inspection.
   */
  readonly qualityHold?: number;
  /**
   * Units that cannot be sold.
   */
  readonly damaged?: number;
  /**
   * Units that came back and have not been looked at.
   */
  readonly returnedPending?: number;
  /**
   * Units expected and not there yet.
   */
  readonly incoming?: number;
}
/**
 * Units set aside for an order became free.
 */
export interface StockDeallocated {
  readonly type: 'deallocated';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The units.
   */
  readonly units: readonly StockUnits[];
}
/**
 * A change of a stock cell, to be added if its guard holds.
 */
export interface StockDelta {
  /**
   * The cell; one that does not exist counts as empty.
   */
  readonly cell: CellKey;
  /**
   * What to add.
   */
  readonly delta: CellDelta;
  /**
   * How many units have to stay free, if the change takes from the free ones; may be negative where backorders are
   * allowed. Besides, no bucket may leave its range. See `StockCell::guarded`.
   */
  readonly minFree?: number;
}
/**
 * One row of the ledger.
 */
export interface StockMovement {
  /**
   * What kind.
   */
  readonly kind: MovementKind;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * What it does to the cell.
   */
  readonly delta: CellDelta;
}
/**
 * Units arrived.
 */
export interface StockReceived {
  readonly type: 'received';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * What names the receipt.
   */
  readonly reference: string;
  /**
   * In what condition they are.
   */
  readonly condition?: StockCondition;
  /**
   * The expected delivery that they belong to.
   */
  readonly receipt?: string;
  /**
   * How many of them had been expected, and are no longer.
   */
  readonly expected?: Quantity;
}
/**
 * Something happened to stock.
 */
export interface StockRecord {
  readonly type: 'stock';
  /**
   * What.
   */
  readonly event: StockEvent;
}
/**
 * Units changed their condition.
 */
export interface StockRegraded {
  readonly type: 'regraded';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * The condition before.
   */
  readonly from: StockCondition;
  /**
   * The condition now.
   */
  readonly to: StockCondition;
  /**
   * Why.
   */
  readonly reason: string;
}
/**
 * Units were thrown away.
 */
export interface StockScrapped {
  readonly type: 'scrapped';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * The condition they were in.
   */
  readonly from: StockCondition;
  /**
   * Why.
   */
  readonly reason: string;
}
/**
 * Units set aside for an order left.
 */
export interface StockShipped {
  readonly type: 'shipped';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The units.
   */
  readonly units: readonly StockUnits[];
}
/**
 * Units of a SKU at a node.
 */
export interface StockUnits {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * What a commit collided with.
 */
export interface StoreConflict {
  /**
   * Documents whose version is not the expected one.
   */
  readonly documents?: readonly DocumentKey[];
  /**
   * Cells whose guard failed.
   */
  readonly cells?: readonly CellKey[];
  /**
   * Commands that are already recorded.
   */
  readonly commands?: readonly CommandKey[];
}
/**
 * A document and how many events made it.
 */
export interface StoredDocument {
  /**
   * How many events have been folded into it.
   */
  readonly version: Version;
  /**
   * The document.
   */
  readonly document: Document;
}
/**
 * The exact sum of a custom field, of orders over orders, of lines over lines; rows without a number add nothing.
 * Over lines by node, a line that several nodes serve counts with the first of them.
 */
export interface SumFieldMeasure {
  readonly type: 'sum_field';
  /**
   * The field.
   */
  readonly field: string;
}
/**
 * A price by weight: fixed prices for bands, then a price for each further step.
 *
 * `price(w)` is the price of the first band with `w <= upTo`. Above the last band it is that band's price plus
 * `ceil((w - last upTo) / step)` times the step's price (首重/续重: one band and a step), or, without a step, none.
 */
export interface Tariff {
  /**
   * The bands from light to heavy.
   */
  readonly bands: readonly WeightBand[];
  /**
   * What goes on above the last band; heavier parcels are refused when absent.
   */
  readonly beyond?: StepRate;
}
/**
 * Text.
 */
export interface TextCell {
  readonly type: 'text';
  /**
   * The text.
   */
  readonly value: string;
}
/**
 * Text.
 */
export interface TextFieldValue {
  readonly type: 'text';
  readonly value: string;
}
/**
 * Time.
 */
export interface TimeDimension {
  readonly type: 'time';
  /**
   * Which instant.
   */
  readonly date: ReportDate;
  /**
   * How fine.
   */
  readonly grain: ReportGrain;
  /**
   * How far the clock on the wall is ahead of UTC, in minutes: −180 for Brasília. Within ±1,440.
   */
  readonly offsetMinutes?: number;
}
/**
 * Those whose instant lies in a span.
 */
export interface TimeFilter {
  readonly type: 'during';
  /**
   * Which instant.
   */
  readonly date: ReportDate;
  /**
   * From here on; open when absent.
   */
  readonly from?: Instant;
  /**
   * Up to, but without, this one; open when absent.
   */
  readonly until?: Instant;
}
/**
 * One scan or message of a carrier.
 *
 * Equal events are one event: a parcel's events are a set.
 */
export interface TrackingEvent {
  /**
   * When it happened, by the carrier.
   */
  readonly at: Instant;
  /**
   * What it says in the normal vocabulary.
   */
  readonly status: TrackingStatus;
  /**
   * Where.
   */
  readonly location?: string;
  /**
   * The carrier's own code and words.
   */
  readonly note?: string;
}
/**
 * The table names no zone for the pair.
 */
export interface UnservedPair {
  readonly type: 'pair_not_served';
  /**
   * The region of the node.
   */
  readonly from: string;
  /**
   * The region of the destination.
   */
  readonly to: string;
}
/**
 * Those whose value is listed, or is not.
 */
export interface ValuesFilter {
  readonly type: 'values';
  /**
   * The dimension.
   */
  readonly dimension: ReportDimension;
  /**
   * The values as reports print them: `shipped`, `2017-11`, `3`.
   */
  readonly values: readonly string[];
  /**
   * Whether rows without a value are listed too.
   */
  readonly orNothing?: boolean;
  /**
   * Whether the listed rows are left out, not kept.
   */
  readonly exclude?: boolean;
}
/**
 * A fixed price up to a weight.
 */
export interface WeightBand {
  /**
   * The heaviest that belongs to the band, itself included.
   */
  readonly upTo: Weight;
  /**
   * The price of one parcel.
   */
  readonly price: Money;
}
/**
 * A half-open span of time: `from` belongs to it, `until` does not.
 */
export interface Window {
  /**
   * The first instant inside; open at the start when absent.
   */
  readonly from?: Instant;
  /**
   * The first instant after it; open at the end when absent.
   */
  readonly until?: Instant;
}
/**
 * The price and the time of one zone.
 */
export interface ZoneRate {
  /**
   * The zone.
   */
  readonly zone: string;
  /**
   * Days from hand-over to delivery.
   */
  readonly transitDays: number;
  /**
   * The price by weight.
   */
  readonly tariff: Tariff;
}
/**
 * The zone has no rate on the card.
 */
export interface ZoneWithoutRate {
  readonly type: 'no_rate';
  /**
   * The zone.
   */
  readonly zone: string;
}
