// @generated from the JSON Schema by `npm run codegen`. Do not edit.

/** An instant: RFC 3339 in UTC, such as `2026-11-11T08:00:00Z`. */
export type Instant = string;

/** An exact decimal number, such as `"19.90"`. Never a number: those are binary and would not be exact. */
export type Decimal = string;

/**
 * How much a SKU matters: by the usual ABC analysis (Dickie 1951) A is the few that make most of the value, C the many
 * that make little.
 */
export type AbcClass = 'a' | 'b' | 'c';
/**
 * What is asked.
 */
export type Action =
  | PutSku
  | PutNode
  | PutGroup
  | PutRateCard
  | PutBox
  | PutPackConflicts
  | PutPolicy
  | PutSourcing
  | PutPublicationPolicy
  | PutSafetyFactors
  | PutReplenishRule
  | ReceiveStock
  | AdjustStock
  | RegradeStock
  | ScrapStock
  | ReviewStock
  | UpdateTodo
  | QuarantineLot
  | RecallLot
  | ReleaseLot
  | ChangeLotOwner
  | CaptureSerials
  | ReturnSerials
  | AddLandedCost
  | SetStandardCost
  | CloseCostPeriod
  | AssembleKit
  | DisassembleKit
  | ReserveStock
  | ExtendReservation
  | ReleaseReservation
  | ShrinkReservation
  | MoveReservation
  | AdoptReservation
  | ExpectStock
  | CancelReceipt
  | PromiseStock
  | ReleasePromise
  | PublishStock
  | AcknowledgePublication
  | AllocateQuota
  | ReallocateQuota
  | UnallocateQuota
  | ReserveQuota
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
  | RejectUnits
  | CloseNode
  | OpenNode
  | ReleaseOrder
  | ReadyForPickup
  | CollectOrder
  | LapsePickup
  | ShipOrder
  | RecordTracking
  | NumberParcel
  | RecordWriteBack
  | CompleteOrder
  | CreateTransfer
  | ApproveTransfer
  | AllocateTransfer
  | ShipTransfer
  | ReceiveTransfer
  | CloseTransfer
  | CancelTransfer
  | StartCount
  | RecordCount
  | PostCount
  | CancelCount;
/**
 * How urgent an alert is.
 */
export type AlertLevel = 'warning' | 'breach';
/**
 * Something that a plan must obey, or pay for.
 */
export type AllocationConstraint =
  | Bonded
  | Capability
  | Capacity
  | CarrierChoiceAllocationConstraint
  | CarrierCommitment
  | Commitment
  | CoolDown
  | Coverage
  | CrossBorder
  | CustomerBan
  | FairnessFloor
  | FulfilmentWanted
  | InTime
  | ItemNode
  | KeepStock
  | KeepTogether
  | LotLimit
  | MaxDistance
  | MaxRejects
  | MaxSplits
  | MinShipment
  | NoLineSplit
  | NoSplitBelow
  | NodeBudget
  | NodeKindAllowed
  | NodeOffline
  | ProtectedUnits
  | ReadyWithin
  | RunLimit
  | ShipComplete
  | StockOwner;
/**
 * Chosen, lost or rejected.
 */
export type AllocationOutcome = CandidateChosen | CandidateLost | CandidateRejected;
/**
 * The shipped strategies by name.
 */
export type AllocationStrategyKind =
  'priority' | 'nearest' | 'fewest_shipments' | 'greedy_cost' | 'nearest_complete' | 'exact';
/**
 * The answer to a query.
 */
export type Answer =
  | AlertsAnswer
  | AuditAnswer
  | AvailabilityAnswer
  | CapacityAnswer
  | CountAnswer
  | JournalAnswer
  | LotTraceAnswer
  | LotsAnswer
  | OrderAnswer
  | OrderBatchAnswer
  | ParcelAlertsAnswer
  | ParcelLimitsAnswer
  | PackingAnswer
  | PromiseDates
  | PublicationAnswer
  | ReportAnswer
  | SerialsAnswer
  | ShipmentAnswer
  | SourcingAnswer
  | StateHashAnswer
  | ValuationAnswer
  | SupplyAnswer
  | TransferAnswer
  | TodosAnswer
  | TrackingGapsAnswer
  | WriteBacksAnswer;
/**
 * What came of a waybill.
 */
export type AuditOutcome = 'ok' | 'wrong_weight' | 'over' | 'under' | 'duplicate' | 'unknown' | 'not_billed';
/**
 * How units that are short are shared out.
 */
export type BackorderMode = 'fifo' | 'priority' | 'fair_share' | 'max_complete' | 'max_value';
/**
 * Why a line got what it got.
 */
export type BackorderReason =
  | BackorderInFull
  | BackorderPartly
  | BackorderNothingLeft
  | BackorderBehind
  | BackorderShare
  | BackorderIncomplete
  | BackorderOutweighed
  | BackorderLeft;
/**
 * One thing that happened.
 */
export type BacktestEvent = BacktestDay | BacktestReceipt | BacktestOrder;
/**
 * A barcode as bars or modules.
 */
export type Barcode = BarPattern | ModuleGrid;
/**
 * What differs.
 */
export type BillDifferenceReason =
  'carrier' | 'service' | 'zone' | 'weight' | 'unexpected' | 'missing' | 'amount' | 'sum' | 'total';
/**
 * Why a line lends nothing.
 */
export type BorrowRefusal = BorrowNotLater | BorrowLocked | BorrowNotRecovered;
/**
 * Stiff or not.
 */
export type BoxKind = 'carton' | 'mailer';
/**
 * The answer to a `Calculation`.
 */
export type Calculated =
  | BacktestAnswer
  | ShadowAnswer
  | PlanAllocationAnswer
  | PlanBatchAnswer
  | CheckAllocationAnswer
  | ExplainAllocationAnswer
  | ProtectionLevels
  | CountScheduleAnswer
  | MovementsAnswer
  | PickLotsAnswer
  | PackOrderAnswer
  | CheckPackingAnswer
  | DrawPackingAnswer
  | QuoteRatesAnswer
  | RateSheet
  | WriteRateSheetAnswer
  | AuditedBill
  | SelectedService
  | AssignedContracts
  | BuildWavesAnswer
  | RenderDocumentsAnswer
  | EncodeBarcodeAnswer
  | ParcelVerdict
  | PromiseAnswerCalculated
  | StandingsAnswer
  | PublishAnswer
  | SafetyFactorAnswer
  | RebalanceAnswer
  | ForecastAnswer
  | ReplenishAnswer
  | GrossProfit
  | LandedCost
  | BackorderPlanCalculated
  | BorrowPlan
  | KitCheck
  | KitExplosion
  | KitAvailabilityCalculated
  | ReconfirmPlan
  | ReceiptShare
  | TrackingNumberReading
  | MappedTrackingCode
  | TrackingSources
  | TrackingMessage
  | FoldedTracking
  | WatchParcelsAnswer
  | LearnParcelLimitsAnswer
  | PlanWriteBacksAnswer
  | BacklogUtilisation
  | DeliveryEstimateCalculated
  | OrderBy
  | ReadyAtCalculated
  | TimeZoneCalculated;
/**
 * A pure decision to be made over the figures given.
 */
export type Calculation =
  | BacktestOf
  | ShadowOf
  | PlanAllocationOf
  | PlanBatchOf
  | CheckAllocationOf
  | ExplainAllocationOf
  | ProtectionRequest
  | CountScheduleOf
  | MovementsOf
  | PickLots
  | PackOrderOf
  | CheckPackingOf
  | DrawPackingOf
  | QuoteRatesOf
  | ReadRateSheet
  | WriteRateSheet
  | AuditBill
  | SelectService
  | AssignContracts
  | BuildWavesOf
  | RenderDocumentsOf
  | EncodeBarcodeOf
  | ParcelCheck
  | PromiseQuestion
  | StandingsOf
  | PublishOf
  | SafetyFactorOf
  | RebalanceOf
  | ForecastOf
  | ReplenishOf
  | GrossProfitRequestCalculation
  | LandedCostRequest
  | BackorderRequest
  | BorrowRequest
  | KitCheckRequest
  | KitExplosionRequest
  | KitAvailabilityRequest
  | ReconfirmRequest
  | ReceiptShareRequest
  | RecogniseTrackingNumber
  | MapTrackingCode
  | AskTrackingSources
  | ParseTrackingMessage
  | FoldTracking
  | WatchParcels
  | LearnParcelLimits
  | PlanWriteBacks
  | BacklogQuestion
  | DeliveryQuestionCalculation
  | OrderByQuestion
  | ReadyQuestion
  | TimeZoneQuestion;
/**
 * Why a candidate cannot ship.
 */
export type CandidateRejection = 'node_closed' | 'no_lane' | 'no_stock' | 'too_heavy' | 'constraint' | 'not_sourced';
/**
 * Something that happened to the work that an order has booked.
 */
export type CapacityEvent = CapacityHeld | CapacityConfirmed | CapacityFreed;
/**
 * In what a node's work is counted.
 */
export type CapacityMeasure = 'orders' | 'lines' | 'units' | 'weight_grams' | 'volume_cm3';
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
 * What a channel sees of the units that no quota fences.
 */
export type ChannelSharing = SharedExclusive | SharedPercentage | SharedWeighted | SharedFull;
/**
 * What happened to a channel's figure.
 */
export type ChannelStockEvent = ChannelStockPublished | ChannelStockAcknowledged | ChannelStockBandCrossed;
/**
 * What a surcharge is counted by.
 */
export type ChargedPer = 'parcel' | 'shipment';
/**
 * The answer to one command of a batch, on the wire.
 */
export type CommandResult = AcceptedCommand | RefusedCommand;
/**
 * The kinds of constraint.
 */
export type ConstraintKind =
  | 'bonded'
  | 'capability'
  | 'capacity'
  | 'carrier_choice'
  | 'carrier_commitment'
  | 'commitment'
  | 'cool_down'
  | 'coverage'
  | 'cross_border'
  | 'customer_ban'
  | 'fairness_floor'
  | 'fulfilment_type'
  | 'in_time'
  | 'item_node'
  | 'keep_stock'
  | 'keep_together'
  | 'lot_limit'
  | 'max_distance'
  | 'max_rejects'
  | 'max_splits'
  | 'min_shipment'
  | 'no_line_split'
  | 'no_split_below'
  | 'node_budget'
  | 'node_kind'
  | 'node_offline'
  | 'protected_units'
  | 'ready_within'
  | 'run_limit'
  | 'ship_complete'
  | 'stock_owner';
/**
 * One call of a store and what it must answer.
 */
export type ContractStep = CommitCase | LoadCase | ScanCase;
/**
 * Where a cost comes from.
 */
export type CostBasis = 'stated' | 'layer' | 'average' | 'last' | 'standard' | 'unknown';
/**
 * From where units come.
 */
export type CostEntryKind = 'purchased' | 'returned' | 'transferred' | 'found';
/**
 * Something that happened to a cost book. Each says what it did to which layer.
 */
export type CostEvent =
  CostOpened | CostEntered | CostIssued | CostLanded | CostStandardSet | CostMethodChanged | CostPeriodClosed;
/**
 * To where units leave.
 */
export type CostIssueKind = 'sold' | 'transferred' | 'written_off';
/**
 * What a cost is for.
 */
export type CostKind =
  | 'freight'
  | 'handling'
  | 'split'
  | 'lateness'
  | 'stock_out'
  | 'markdown'
  | 'capacity'
  | 'rejection'
  | 'priority'
  | 'co2'
  | 'unfilled'
  | 'balance'
  | 'constraint';
/**
 * The account of a variance.
 */
export type CostVarianceAccount = 'purchase_price' | 'late_cost' | 'true_up' | 'revaluation' | 'period';
/**
 * How the cost of units that leave is found; what each method does stands in `crate::cost`.
 */
export type CostingMethod = 'fifo' | 'moving_average' | 'periodic_average' | 'standard' | 'specific';
/**
 * How a count ended.
 */
export type CountEnd = 'posted' | 'cancelled';
/**
 * Something that happened to a count.
 */
export type CountEvent = CountStarted | CountRecorded | CountPosted | CountCancelled;
/**
 * What a line of a count waits for.
 */
export type CountLineState = 'to_count' | 'to_recount' | 'counted';
/**
 * What a count as a whole waits for. Derived from its lines.
 */
export type CountStatus = 'counting' | 'counted' | 'posted' | 'cancelled';
/**
 * How an order is to reach its buyer.
 */
export type DeliveryMethod = 'shipping' | 'pickup' | 'local_delivery';
/**
 * Why a period does not count.
 */
export type DemandExclusion = 'stocked_out' | 'outlier';
/**
 * What a discount is taken of.
 */
export type DiscountOn = 'base' | 'freight';
/**
 * How what arrived differs from what was sent.
 */
export type DiscrepancyKind = 'short' | 'over';
/**
 * What is stored under a document key.
 */
export type Document =
  | CapacityUseDocument
  | CarriersDocument
  | ChannelOrderLink
  | ChannelStockDocument
  | CountDocument
  | CountedCell
  | CustomerUnitsDocument
  | LotBookDocument
  | CostAway
  | CostReceipt
  | CostBookDocument
  | NetworkDocument
  | OrderDocument
  | Packaging
  | PolicyDocument
  | PublicationPolicyDocument
  | QuotaLedgerDocument
  | ReplenishRules
  | ReservationDocument
  | SafetyFactorsDocument
  | SerialUnitDocument
  | ShipmentDocument
  | SkuDocument
  | SourcingDocument
  | StockWatch
  | SupplyBookDocument
  | TransferDocument;
/**
 * The kinds of document.
 */
export type DocumentKind =
  | 'capacity_use'
  | 'carriers'
  | 'channel_order'
  | 'channel_stock'
  | 'count'
  | 'counted_cell'
  | 'customer_units'
  | 'lots'
  | 'cost_away'
  | 'cost_receipt'
  | 'costs'
  | 'network'
  | 'order'
  | 'packaging'
  | 'policy'
  | 'publication_policy'
  | 'quotas'
  | 'replenish_rules'
  | 'reservation'
  | 'safety_factors'
  | 'serial'
  | 'shipment'
  | 'sku'
  | 'sourcing'
  | 'stock_watch'
  | 'supply'
  | 'transfer';
/**
 * What to say of many durations.
 */
export type DurationStatistic = 'count' | 'negative' | 'sum' | 'min' | 'max' | 'mean' | 'percentile';
/**
 * How edges are brought to whole centimetres or inches.
 */
export type EdgeRounding = 'exact' | 'nearest' | 'up';
/**
 * What to do about an error. Kind picks the exception class in Python and the error class in Node.
 */
export type ErrorKind = 'invalid' | 'not_found' | 'refused' | 'conflict' | 'store' | 'internal';
/**
 * Something that happened.
 */
export type Event =
  | SkuRecorded
  | NodeRecorded
  | NodeClosureRecorded
  | CapacityRecord
  | GroupRecorded
  | RateCardRecorded
  | BoxRecorded
  | PackConflictsRecorded
  | PolicyRecorded
  | SourcingRecorded
  | CustomerUnitsRecorded
  | ReplenishRuleRecorded
  | OrderRecord
  | StockRecord
  | LotRecord
  | ShipmentRecord
  | CostRecord
  | SupplyRecord
  | PublicationPolicyRecorded
  | SafetyFactorsRecorded
  | ChannelStockRecord
  | QuotaRecord
  | TransferRecord
  | CountRecord
  | WatchRecord;
/**
 * The reasons of a decision, as data.
 */
export type Explanation =
  | AllocationExplained
  | BrokenPromisesExplained
  | CarrierExplained
  | NodesExplained
  | ReservationExplained
  | LotsExplained
  | LotRecalled
  | PromiseExplained
  | PublicationExplained
  | ReplenishExplained
  | ReviewExplained
  | PlacementRepeated;
/**
 * In which language something is said.
 */
export type ExplanationLanguage = 'en' | 'zh';
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
 * A way to forecast demand.
 */
export type ForecastMethod =
  MovingAverage | ExponentialSmoothing | Croston | TeunterSyntetosBabai | HoltTrend | HoltWinters;
/**
 * Who pays the carrier.
 */
export type FreightPayer = 'sender_account' | 'sender' | 'receiver' | 'third_party';
/**
 * How an order reaches its buyer.
 */
export type FulfilmentType = 'ship' | 'pickup' | 'same_day';
/**
 * What a plan is to do well.
 */
export type Goal = 'filled' | 'splits' | 'late' | 'cost';
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
  | 'rejected_too_often'
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
 * What was left out of a timeline.
 */
export type IgnoredSupply = IgnoredReceipt | IgnoredPromise;
/**
 * A change of one input: a price, stock or what was promised.
 */
export type InputChange =
  PriceRiseInputChange | PriceDropInputChange | StockMoreInputChange | StockLessInputChange | PromiseMovedInputChange;
/**
 * Whether orders share stock and capacity.
 */
export type InstanceMode = 'independent' | 'joint';
/**
 * An edge of an item as its dimensions name it.
 */
export type ItemEdge = 'length' | 'width' | 'height';
/**
 * Whether items ship from nodes only, or never.
 */
export type ItemNodeEffect = 'allow' | 'deny';
/**
 * How a kit comes to be.
 */
export type KitKind = 'virtual' | 'assembled' | 'configurable';
/**
 * By what the components were weighed.
 */
export type KitPriceBasis = 'list' | 'cost' | 'equal';
/**
 * By what a charge is spread.
 */
export type LandedBasis = 'value' | 'weight' | 'volume' | 'quantity';
/**
 * What a charge is for.
 */
export type LandedChargeKind = 'freight' | 'duty' | 'insurance' | 'handling' | 'goods';
/**
 * One end of the way.
 */
export type LaneEnd = 'node' | 'destination';
/**
 * What is counted when something is late.
 */
export type LatePer = 'shipment' | 'line';
/**
 * Where a limit comes from.
 */
export type LimitBasis = GuaranteedBasis | RuleBasis | LearnedBasis | UsualBasis;
/**
 * Something that happened to lots of a SKU at a node. Events that move units stand beside one of
 * stock, which moves the units of the cell.
 */
export type LotEvent =
  | LotReceived
  | LotAdjusted
  | LotRegraded
  | LotOwnerChanged
  | LotsAllocated
  | LotsDeallocated
  | LotsShipped
  | LotQuarantined
  | LotReleased
  | LotSerialsCaptured
  | LotSerialsDropped
  | LotSerialsShipped
  | LotSerialsReturned;
/**
 * Whose units may be taken.
 */
export type LotOwners = AnyLotOwners | OwnLotOwners | LotOwner;
/**
 * Which lots leave first. Every order ends with the lot's id and its owner's, so that it is total.
 */
export type LotPickOrder = 'fefo' | 'fifo' | 'lifo' | 'lefo' | 'single_lot';
/**
 * How much to order at a computed reorder point.
 */
export type LotRule2 = FixedLot | EconomicLotCosts | DaysLot;
/**
 * Where a lot stands at an instant. What is first in this list counts.
 */
export type LotStatus = 'quarantine' | 'expired' | 'near_expiry' | 'released';
/**
 * What became of a lot.
 */
export type LotVerdict =
  | LotPicked
  | NotNeededLotVerdict
  | NothingFreeLotVerdict
  | OtherOwnerLotVerdict
  | LotQuarantinedThen
  | LotExpired
  | LotExpiresBeforeDelivery
  | LotTooShort
  | ShelfLifeUnknownLotVerdict;
/**
 * Which units a carrier weighs and measures in.
 */
export type MeasureUnit = 'metric' | 'imperial';
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
 * | `assemble` | kit +q, components −q | the same | | | | |
 * | `disassemble` | kit −q, components +q | the same | | | | |
 * | `hold` | | −q | +q | | | |
 * | `release`, `expire` | | +q | −q | | | |
 * | `commit` | | | −q | +q | | |
 * | `allocate` | | −q | | +q | | |
 * | `deallocate` | | +q | | −q | | |
 * | `ship` | −q | | | −q | | |
 * | `transfer_out` | −q | | | −q | | |
 * | `transfer_in` | +q | +q | | | | −q |
 */
export type MovementKind =
  | 'expect'
  | 'receive'
  | 'adjust'
  | 'regrade'
  | 'scrap'
  | 'assemble'
  | 'disassemble'
  | 'hold'
  | 'release'
  | 'expire'
  | 'commit'
  | 'allocate'
  | 'deallocate'
  | 'ship'
  | 'transfer_out'
  | 'transfer_in';
/**
 * Whether a later tier joins the earlier ones or takes their place.
 */
export type NextTier = 'joins' | 'replaces';
/**
 * Why a way has no zone: a reason as data, part of every explanation that follows from it.
 */
export type NoZone = MissingPosition | BeyondBands | MissingRegion | UnservedPair | UnservedAddress;
/**
 * What kind of place a node is.
 */
export type NodeKind = 'dc' | 'store' | 'supplier' | 'locker';
/**
 * Why a node is left out of a plan.
 */
export type NodeLeftOut = NodeClosedUntil | NodeNeverOpen | NodeFull | NodeCoolingDown | NodeNotVisited;
/**
 * What becomes of units that were not found.
 */
export type NotFoundEffect = 'hold' | 'hold_all' | 'write_off';
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
  | OrderRejected
  | OrderDropShipped
  | OrderPickupReady
  | OrderCollected
  | OrderPickupLapsed
  | OrderUnitsReleased
  | OrderUnitsShipped
  | OrderUnitsDelivered
  | OrderCompleted;
/**
 * How an order reaches its buyer, where no carrier brings it to the door.
 */
export type OrderFulfilment = PickupAt | ShipToStore;
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
 * Which edges of an item lie along the box's length, width and height, in this order: `whl` lays the item's width
 * along the length, its height along the width, and its length upright.
 */
export type PackRotation = 'lwh' | 'wlh' | 'lhw' | 'hlw' | 'whl' | 'hwl';
/**
 * A rule that a packing breaks.
 */
export type PackRuleBroken =
  | 'bad_request'
  | 'units_differ'
  | 'contents_differ'
  | 'unknown_box'
  | 'over_stock'
  | 'outside'
  | 'overlap'
  | 'wrong_size'
  | 'unsupported'
  | 'overloaded'
  | 'stacked_too_high'
  | 'conflict'
  | 'too_heavy'
  | 'too_full'
  | 'fragile_in_mailer'
  | 'not_alone'
  | 'figure_differs';
/**
 * What became of a box.
 */
export type PackVerdict =
  | BoxTaken
  | BoxTooSmall
  | BoxTooHeavy
  | BoxTooFull
  | BoxTooSoft
  | BoxWithoutPrice
  | BoxNotArranged
  | BoxOutOfStock
  | BoxDearer;
/**
 * Which measure of a parcel is above a limit.
 */
export type ParcelMeasure = 'weight' | 'longest' | 'second' | 'girth' | 'volume';
/**
 * How the weights of several parcels count.
 */
export type ParcelPricing = 'each' | 'together' | 'sum_of_each';
/**
 * A span that a parcel should not exceed.
 */
export type ParcelTimer =
  | 'pay_to_ship'
  | 'pickup_scan'
  | 'first_movement'
  | 'no_update'
  | 'transit'
  | 'delivery'
  | 'station_dwell'
  | 'customs'
  | 'return'
  | 'deliver_by';
/**
 * How much of names and telephones is printed.
 */
export type PartyMask = 'none' | 'phone' | 'name_and_phone';
/**
 * Which way the money went.
 */
export type PaymentKind = 'captured' | 'refunded';
/**
 * When the buyer pays.
 */
export type PaymentTerms = 'prepaid' | 'on_delivery' | 'invoice';
/**
 * Where at a node an order is collected.
 */
export type PickupPoint = 'counter' | 'curbside' | 'locker';
/**
 * What kind of place a parcel goes to.
 */
export type PlaceKind = 'business' | 'residence' | 'po_box' | 'military' | 'locker';
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
  | 'constraint'
  | 'sourcing'
  | 'shipment_costs'
  | 'cost_lines'
  | 'currency'
  | 'verdicts';
/**
 * Something that can be printed.
 */
export type PrintDocument = Waybill | PackingSlip | PickListPrintDocument | HandoverManifest;
/**
 * The form of what is printed.
 */
export type PrintFormat = 'html' | 'zpl' | 'pdf';
/**
 * The language of what stands on every document.
 */
export type PrintLanguage = 'en' | 'zh';
/**
 * What stands behind a date.
 */
export type PromiseBacking = BackedByStock | BackedByReceipts | BackedByLeadTime;
/**
 * How a delivery is compared with its promise.
 */
export type PromiseBy = 'instant' | 'calendar_day';
/**
 * How a promise ended.
 */
export type PromiseEnd = 'kept' | 'given_up' | 'expired';
/**
 * A place that units could come from.
 */
export type PromiseSource = TransferSource | PurchaseSourcePromiseSource;
/**
 * Why a channel is told 0.
 */
export type PublicationHidden = 'not_listed' | 'regions_blocked' | 'nothing_left' | 'capped' | 'below_threshold';
/**
 * What kept an order below what was needed.
 */
export type PurchaseCap = 'budget' | 'max_stock' | 'shelf_life' | 'quantity';
/**
 * Which policy asked.
 */
export type PurchasePolicyKind =
  'floor' | 'min_max' | 'reorder_quantity' | 'order_up_to' | 'periodic' | 'demand_driven';
/**
 * Why a figure is sent or not.
 */
export type PushReason = 'first' | 'crosses_zero' | 'drops' | 'rises' | 'aged' | 'small_rise' | 'unchanged';
/**
 * How much of a QR code may be damaged and still be read.
 */
export type QrCorrection = 'low' | 'medium' | 'quartile' | 'high';
/**
 * A whole number of a SKU's stock-keeping unit: 0 to 4,294,967,295, never negative.
 */
export type Quantity = number;
/**
 * Something asked of the engine that changes nothing.
 */
export type Query =
  | AskAlerts
  | AskAudit
  | AskAvailability
  | AskCapacity
  | AskCount
  | AskJournal
  | AskLotTrace
  | AskLots
  | AskOrder
  | AskOrderBatch
  | AskParcelAlerts
  | AskParcelLimits
  | AskPacking
  | AskPromise
  | AskPublication
  | AskReport
  | AskSerials
  | AskShipment
  | AskSourcing
  | AskStateHash
  | AskValuation
  | AskSupply
  | AskTransfer
  | AskTodos
  | AskTrackingGaps
  | AskWriteBacks;
/**
 * What decides who stands before whom.
 */
export type QueueKey = 'class' | 'due' | 'margin' | 'age' | 'quantity';
/**
 * What happened to the quotas of a SKU.
 */
export type QuotaEvent =
  QuotaAllocated | QuotaReallocated | QuotaUnallocated | QuotaConsumed | QuotaRestored | QuotaSettled;
/**
 * Who a quota is for: 1 to 8 names from the channel down, such as `["web", "gold", "berlin"]`.
 */
export type QuotaGroup = string[];
/**
 * Why a card gives no quote: a reason as data, part of the explanation of a choice.
 */
export type QuoteRejection =
  | CardNotValid
  | CardInOtherCurrency
  | QuoteWithoutZone
  | ZoneWithoutRate
  | QuoteTooHeavy
  | QuoteOverflow
  | CarrierNotAllowed
  | WaybillsUsedUp
  | DailyCapReached
  | NodeNotServed
  | DestinationNotServed
  | InBlackout
  | PlaceRefused
  | TooManyParcels
  | ParcelAboveLimit
  | ValueTooHigh
  | CodRefused
  | HazardsRefused
  | OptionsMissing
  | ColdNotKept
  | NoFuelRate
  | AmountInOtherCurrency;
/**
 * What a part of a price is for.
 */
export type RateLineKind =
  'base' | 'parcels' | 'surcharge' | 'insurance' | 'cod' | 'fuel' | 'discount' | 'minimum' | 'maximum' | 'tax';
/**
 * Why nothing moves between two nodes.
 */
export type RebalanceReason = RebalanceWithoutLane | RebalanceTooDear | RebalanceLostTo;
/**
 * How a receipt ended.
 */
export type ReceiptEnd = 'complete' | 'short' | 'cancelled';
/**
 * How a confirmation compares with the one before. One is better when at no instant fewer units are confirmed.
 */
export type ReconfirmChange = 'kept' | 'better' | 'worse' | 'mixed';
/**
 * What is not kept.
 */
export type ReconfirmExceptionKind =
  | 'not_on_time'
  | 'worse_than_before'
  | 'better_than_before'
  | 'changed'
  | 'before_others'
  | 'not_wanted'
  | 'not_covered';
/**
 * What a line may gain or lose. Lines are served in this order of strategies.
 */
export type ReconfirmStrategy = 'win' | 'gain' | 'improve' | 'redistribute' | 'fill' | 'lose' | 'skip';
/**
 * Why a warehouse does not ship what it was to ship.
 */
export type RejectReason = 'not_found' | 'damaged' | 'quality' | 'no_capacity' | 'closed' | 'timeout';
/**
 * When to order, and up to where.
 */
export type ReplenishPolicy =
  StockFloor | MinMaxLevels | FixedQuantity | OrderUpToLevels | PeriodicLevels | DemandDriven;
/**
 * What came of it.
 */
export type ReplenishVerdict = 'inactive' | 'not_due' | 'enough' | 'buy' | 'capped';
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
 * How a result is brought to whole minor units.
 */
export type Rounding = 'down' | 'half_even' | 'half_up' | 'up';
/**
 * What a run wants next.
 */
export type RunStep = LoadStep | DoneStep;
/**
 * How much safety stock there should be.
 */
export type SafetyRule = ServiceLevelRule | FactorRule | FillRateRule | MaximumRule | DaysOfCoverRule | FixedUnitsRule;
/**
 * What kind of supply units are.
 */
export type SafetySupply = 'on_hand' | 'incoming';
/**
 * When units are held, and whether they must be there to be promised.
 *
 * | mode | a cart's reservation | an order | units leave |
 * | --- | --- | --- | --- |
 * | `untracked` | holds nothing | is promised any number | at any time; what never came in is booked in then |
 * | `track_only` | holds nothing | is promised any number, free may be negative | when they are there |
 * | `reserve_on_order` | holds nothing | takes what is free, and what backorders allow | when they are there |
 * | `reserve_on_cart` | takes what is free, and what backorders allow | the same | when they are there |
 *
 * The four are commercetools' inventory modes `None`, `TrackOnly`, `ReserveOnOrder` and `ReserveOnCart`.
 */
export type SaleMode = 'untracked' | 'track_only' | 'reserve_on_order' | 'reserve_on_cart';
/**
 * What to read.
 */
export type Scan = ScanDocuments | ScanCells | ScanJournal;
/**
 * Where the unit with a serial number is.
 */
export type SerialStatus = 'captured' | 'out' | 'in';
/**
 * Why a service cannot be chosen.
 */
export type ServiceExcluded = 'volume_reached' | 'below_floor' | 'label_failed' | 'refused';
/**
 * What decides among services. Ties go on to cost, delivery, carrier and service, in this order. The ninth way,
 * contracts over many parcels, is `assign_contracts`.
 */
export type ServiceRule =
  | ByTable
  | CheapestService
  | FastestService
  | CheapestServiceWithinPromise
  | ByScore
  | ByExpectedCost
  | ByShares
  | ByPerformance;
/**
 * Something that happened to a shipment.
 */
export type ShipmentEvent = ShipmentCreated | ShipmentTracked | ShipmentNumbered | ShipmentWrittenBack;
/**
 * Why units are short.
 */
export type ShortfallReason =
  | 'no_stock'
  | 'no_lane'
  | 'node_closed'
  | 'max_shipments'
  | 'too_heavy'
  | 'ship_complete'
  | 'constraint'
  | 'not_sourced'
  | 'not_worthwhile'
  | 'left_by_strategy';
/**
 * A rule that a solution must obey.
 */
export type SolutionRule =
  | 'known'
  | 'one_shipment'
  | 'not_empty'
  | 'line_once'
  | 'offered'
  | 'weight'
  | 'ordered'
  | 'complete'
  | 'max_shipments'
  | 'stock'
  | 'cap_units'
  | 'cap_shipments'
  | 'claim';
/**
 * Which part gets the minor units that do not divide evenly. All rules hand out whole minor units that sum to
 * the amount; ties go to the part that stands first.
 */
export type SplitRule = 'largest_remainder' | 'highest_average';
/**
 * The band that a figure lies in, the worst first.
 */
export type StockBand = 'out' | 'critical' | 'low' | 'medium' | 'high';
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
  | KitAssembled
  | KitDisassembled
  | ReservationOpened
  | ReservationExtended
  | ReservationReleased
  | ReservationCommitted
  | ReservationMoved
  | ReservationAdopted
  | StockAllocated
  | StockDeallocated
  | StockShipped
  | StockTransferAllocated
  | StockTransferGivenBack
  | StockTransferShipped
  | StockTransferReceived
  | StockTransferLost;
/**
 * Units withheld from those who could sell them.
 */
export type StockMargin = MarginPercent | MarginUnits;
/**
 * How to choose among suppliers.
 */
export type SupplierStrategy = 'cheapest_in_time' | 'split';
/**
 * Something that happened to the supply of a SKU at a node.
 */
export type SupplyEvent =
  | ReceiptExpected
  | ReceiptChanged
  | ReceiptArrived
  | ReceiptEnded
  | PromiseMade
  | PromiseArrived
  | PromiseUnbound
  | PromiseEnded;
/**
 * Where an expected receipt comes from.
 */
export type SupplyKind = 'purchase' | 'transfer' | 'production' | 'planned';
/**
 * A kind of barcode.
 */
export type Symbology = 'code128' | 'gs1_128' | 'ean13' | 'upc_a' | 'itf14' | 'code39' | 'qr' | 'data_matrix';
/**
 * What a template draws.
 */
export type TemplateKind = 'page' | 'waybill' | 'packing_slip' | 'pick_list' | 'manifest';
/**
 * When lines are satisfied.
 */
export type TierUntil = 'filled' | 'started';
/**
 * What became of a to-do.
 */
export type TodoChange = OrderTodo | ReceiveTodo | CancelTodo | SnoozeTodo;
/**
 * Where a to-do stands.
 */
export type TodoStatus = 'open' | 'snoozed' | 'ordered' | 'received' | 'cancelled';
/**
 * A tracking event that contradicts what came before it in time. It is kept and changes nothing.
 */
export type TrackingAnomaly = 'scan_after_delivered' | 'scan_after_end' | 'out_of_sequence' | 'forward_scan_on_return';
/**
 * What exactly a `TrackingStatus` means: how it was delivered, why it was not, what is wrong.
 */
export type TrackingDetail =
  | 'not_found'
  | 'bad_number'
  | 'hub_arrived'
  | 'hub_departed'
  | 'linehaul'
  | 'arrived_dest_country'
  | 'problem_resolved'
  | 'customs_pending'
  | 'customs_processing'
  | 'customs_released'
  | 'customs_held'
  | 'customs_info_needed'
  | 'contacted'
  | 'appointment'
  | 'receiver'
  | 'agent'
  | 'locker'
  | 'collected'
  | 'signed'
  | 'neighbour'
  | 'cod_collected'
  | 'after_exception'
  | 'no_one'
  | 'closed'
  | 'refused'
  | 'address'
  | 'unreachable'
  | 'delay'
  | 'weather'
  | 'misrouted'
  | 'held'
  | 'out_of_area'
  | 'damaged'
  | 'payment_due'
  | 'docs'
  | 'station_timeout'
  | 'no_update'
  | 'no_sign'
  | 'other';
/**
 * A format of messages about parcels.
 */
export type TrackingFormat =
  | 'aftership'
  | 'asendia'
  | 'australia_post'
  | 'canada_post_xml'
  | 'dhl_parcel_de'
  | 'dhl_universal'
  | 'easypost'
  | 'fedex'
  | 'fedex_soap'
  | 'gls'
  | 'karrio'
  | 'kdniao'
  | 'kuaidi100'
  | 'la_poste'
  | 'mydhl'
  | 'parcelone'
  | 'sendle'
  | '17track'
  | 'smartkargo'
  | 'stamps_xml'
  | 'teleship'
  | 'trackingmore'
  | 'ups'
  | 'usps'
  | 'usps_xml';
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
 * Something that happened to a transfer.
 */
export type TransferEvent =
  | TransferCreated
  | TransferApproved
  | TransferUnitsAllocated
  | TransferUnitsShipped
  | TransferUnitsReceived
  | TransferUnitsCancelled
  | TransferClosed;
/**
 * What a transfer as a whole is waiting for. Derived from the units, never stored.
 *
 * The first row that holds counts, cancelled units left out:
 *
 * | status | holds when |
 * | --- | --- |
 * | `cancelled` | no unit is left |
 * | `closed` | it was closed |
 * | `received` | all units have arrived |
 * | `part_received` | some have |
 * | `shipped` | some have left |
 * | `allocated` | some are set aside at the source |
 * | `approved` | it was approved |
 * | `draft` | otherwise |
 */
export type TransferStatus =
  'draft' | 'approved' | 'allocated' | 'shipped' | 'part_received' | 'received' | 'closed' | 'cancelled';
/**
 * Why units go into no box.
 */
export type UnpackedReason = 'unknown_size' | 'too_large' | 'too_heavy' | 'out_of_boxes';
/**
 * The version of a document: how many events have been folded into it. Zero means "does not exist".
 */
export type Version = number;
/**
 * What becomes of actual and volumetric weight.
 */
export type VolumetricMix = 'larger' | 'average';
/**
 * Something that happened to the to-dos and alerts of a SKU.
 */
export type WatchEvent =
  | TodoOpened
  | TodoToppedUp
  | TodoOrdered
  | TodoReceived
  | TodoCancelled
  | TodoSnoozed
  | AlertRaised
  | AlertCleared
  | PeriodReviewed;
/**
 * What orders of one wave have in common, besides their node.
 */
export type WaveAxis = 'cut_off' | 'carrier' | 'zone' | 'priority' | 'kind';
/**
 * Why no more orders went into a wave.
 */
export type WaveClosed = 'max_orders' | 'max_units' | 'max_weight' | 'no_more_orders';
/**
 * How the orders of a wave are picked.
 */
export type WaveKind = 'single_unit' | 'single_line' | 'multi_line';
/**
 * Why an order is in no wave.
 */
export type WaveLeftReason = 'too_many_units' | 'too_heavy';
/**
 * A day of the week.
 */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
/**
 * A weight in whole grams.
 */
export type Weight = number;
/**
 * When a channel is told.
 */
export type WriteBackMoment = 'shipped' | 'picked_up';
/**
 * Which parcels of an order a channel takes.
 */
export type WriteBackParcels = 'all' | 'first' | 'last';
/**
 * How telling a channel stands.
 */
export type WriteBackStatus = 'sent' | 'confirmed' | 'failed';
/**
 * Why a message is not sent now.
 */
export type WriteBackWait = 'confirmed' | 'sent' | 'retry' | 'manual' | 'no_number' | 'not_picked_up' | 'other_parcel';
/**
 * How a rate card finds the zone from a node to a destination.
 */
export type ZoneTable = DistanceZones | RegionZones | PostalZones | CountryZones;

/**
 * The roots of the wire: what may stand at the top of a message. Everything else hangs from these.
 */
export interface WireTypes {
  readonly allocationPlan: AllocationPlan;
  readonly allocationProblem: AllocationProblem;
  readonly answer: Answer;
  readonly arrivalOrder: ArrivalOrder;
  readonly benchRow: BenchRow;
  readonly calculated: Calculated;
  readonly calculation: Calculation;
  readonly carriers: Carriers;
  readonly command: Command;
  readonly commandResult: CommandResult;
  readonly commit: Commit;
  readonly contractCase: ContractCase;
  readonly error: ErrorReport;
  readonly instanceFile: InstanceFile;
  readonly journalEntry: JournalEntry;
  readonly keys: Keys;
  readonly network: Network;
  readonly outcome: Outcome;
  readonly page: Page;
  readonly planViolation: PlanViolation;
  readonly query: Query;
  readonly scan: Scan;
  readonly snapshot: Snapshot;
  readonly solutionCheck: SolutionCheck;
  readonly step: RunStep;
  readonly storeConflict: StoreConflict;
  readonly waitingQueue: WaitingQueue;
  readonly waitingReport: WaitingReport;
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
 * Note that a channel confirmed what it was told.
 */
export interface AcknowledgePublication {
  readonly type: 'acknowledge_publication';
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The version confirmed.
   */
  readonly version: number;
}
/**
 * A late bill comes for a receipt.
 */
export interface AddLandedCost {
  readonly type: 'add_landed_cost';
  /**
   * What names the receipt.
   */
  readonly receipt: string;
  /**
   * What was charged.
   */
  readonly charges: readonly LandedCharge[];
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
  /**
   * Of which lot; has to be named for a SKU that is kept by lot.
   */
  readonly lot?: LotName;
}
/**
 * Let an order take over what a cart holds.
 */
export interface AdoptReservation {
  readonly type: 'adopt_reservation';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The cart's reservation.
   */
  readonly reservation: string;
}
/**
 * What a unit saves that has been in stock for long.
 */
export interface AgeBonus {
  /**
   * From so many days on; rising from row to row.
   */
  readonly fromDays: number;
  /**
   * What it saves.
   */
  readonly bonus: Money;
}
/**
 * The free units rose above the upper mark, or nobody watches them any more.
 */
export interface AlertCleared {
  readonly type: 'alert_cleared';
  /**
   * The node; all active nodes together when absent.
   */
  readonly node?: string;
  /**
   * The free units that cleared it.
   */
  readonly free: number;
}
/**
 * Where an alert is raised and where it is cleared: below `low` it rises, above `high` it clears, between them it
 * stays as it is (hysteresis, as in a Schmitt trigger).
 */
export interface AlertMarks {
  /**
   * Fewer free units than this raise the alert.
   */
  readonly low: Quantity;
  /**
   * More free units than this clear it; at least `low`.
   */
  readonly high: Quantity;
}
/**
 * The free units fell below the lower mark.
 */
export interface AlertRaised {
  readonly type: 'alert_raised';
  /**
   * The alert.
   */
  readonly alert: StockAlert;
}
/**
 * A raised alert of a SKU.
 */
export interface AlertView {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The alert.
   */
  readonly alert: StockAlert;
}
/**
 * Which stock runs low.
 */
export interface AlertsAnswer {
  readonly type: 'alerts';
  /**
   * By SKU and node.
   */
  readonly alerts: readonly AlertView[];
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
  /**
   * The lines to plan for; all when none is named, and where the policy ships orders whole. What its reservation
   * holds is set aside in any case.
   */
  readonly lines?: readonly string[];
}
/**
 * Ring-fence free units of a SKU for a channel or a group of its buyers.
 */
export interface AllocateQuota {
  readonly type: 'allocate_quota';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * For whom, where and how many.
   */
  readonly part: QuotaPart;
}
/**
 * Set units aside for a transfer at the node that gives.
 */
export interface AllocateTransfer {
  readonly type: 'allocate_transfer';
  /**
   * The transfer.
   */
  readonly transfer: string;
  /**
   * The units; all open ones when none is named.
   */
  readonly units?: readonly TransferUnits[];
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
  /**
   * What else is known of it.
   */
  readonly facts?: NodeFacts;
}
/**
 * What a plan costs.
 */
export interface AllocationCost {
  /**
   * All freight, each shipment's by its weight.
   */
  readonly freight: Money;
  /**
   * All handling, each shipment's by its weight.
   */
  readonly handling: Money;
  /**
   * The split cost of every shipment after the first.
   */
  readonly split: Money;
  /**
   * All other costs, of shipments and of the order, sorted by kind, then constraint.
   */
  readonly lines?: readonly CostLine[];
  /**
   * The sum of all.
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
  /**
   * What else is known of it.
   */
  readonly facts?: LineFacts;
}
/**
 * What a plan is judged by, beside freight, handling and splits. All terms are in the problem's currency.
 *
 * Terms that are absent cost nothing. Each is weighed by its `weightPerMille`, 1000 by default.
 */
export interface AllocationObjective {
  /**
   * The goals in their order: each is met as well as the ones before it allow. Without any, as many units
   * as possible ship at the lowest cost; or, where units that are not filled cost something, the lowest
   * cost decides alone.
   */
  readonly goals?: readonly Goal[];
  /**
   * How much freight, handling and splits weigh.
   */
  readonly weights?: ObjectiveWeights;
  /**
   * What arriving late costs.
   */
  readonly lateness?: LatenessTerm;
  /**
   * What selling the last units of a node costs.
   */
  readonly stockOut?: StockOutTerm;
  /**
   * What clearing slow stock saves.
   */
  readonly markdown?: MarkdownTerm;
  /**
   * What filling a node up costs.
   */
  readonly capacity?: CapacityTerm;
  /**
   * What the risk of a rejection costs.
   */
  readonly rejection?: RejectionTerm;
  /**
   * By how much some nodes are preferred.
   */
  readonly priority?: PriorityTerm;
  /**
   * What emissions cost.
   */
  readonly co2?: Co2Term;
  /**
   * What units that do not ship cost.
   */
  readonly unfilled?: UnfilledTerm;
  /**
   * What uneven cover among nodes costs.
   */
  readonly balance?: BalanceTerm;
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
   * The units that nobody ships, sorted by line, then reason, then constraint.
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
  /**
   * How far the tiers of each sourcing were asked, in the order of the problem's sourcing.
   */
  readonly tiers?: readonly TierReached[];
  /**
   * What is proved about its cost, where the strategy proves something.
   */
  readonly proof?: PlanProof;
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
  /**
   * What is known of the order.
   */
  readonly order?: OrderFacts;
  /**
   * What a plan must obey, or pay for. Where several reject, the first is named.
   */
  readonly constraints?: readonly AllocationConstraint[];
  /**
   * What a plan is judged by beside freight, handling and splits.
   */
  readonly objective?: AllocationObjective;
  /**
   * Which nodes are asked first.
   */
  readonly sourcing?: readonly LineSourcing[];
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
  /**
   * The constraint that is the reason.
   */
  readonly constraint?: ConstraintRef;
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
   * What that cost comes from, freight and handling among them, sorted by kind, then constraint. What only the order
   * as a whole costs, such as units that do not ship, is not among them.
   */
  readonly costs?: readonly CostLine[];
  /**
   * Whether that is the whole order.
   */
  readonly complete: boolean;
  /**
   * The units that constraints keep from it, sorted by SKU, then constraint.
   */
  readonly limits?: readonly CandidateLimit[];
  /**
   * What became of it.
   */
  readonly outcome: AllocationOutcome;
}
/**
 * Another plan for the same order.
 */
export interface Alternative {
  /**
   * The nodes that would ship, sorted.
   */
  readonly nodes: readonly string[];
  /**
   * What it would cost.
   */
  readonly cost: Money;
  /**
   * How much more than the plan it would cost; negative where it is cheaper.
   */
  readonly margin: Money;
  /**
   * How many units it would leave.
   */
  readonly shortUnits: number;
  /**
   * The node that does not ship in it and does in the best plan.
   */
  readonly without?: string;
}
/**
 * The declared value, or what is to be collected, is in another currency than the card.
 */
export interface AmountInOtherCurrency {
  readonly type: 'amount_in_other_currency';
  /**
   * The amount's currency.
   */
  readonly currency: string;
}
/**
 * Anybody's.
 */
export interface AnyLotOwners {
  readonly type: 'any';
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
 * Let a transfer go ahead.
 */
export interface ApproveTransfer {
  readonly type: 'approve_transfer';
  /**
   * The transfer.
   */
  readonly transfer: string;
  /**
   * Who says so.
   */
  readonly approver: string;
}
/**
 * A part of the world: a country, a region of it, or postal codes that start alike.
 */
export interface Area {
  /**
   * The country.
   */
  readonly country: string;
  /**
   * The region; any when absent.
   */
  readonly region?: string;
  /**
   * What the postal code starts with; anything when empty.
   */
  readonly postcodePrefix?: string;
}
/**
 * A set of places: in one of the countries, if any is named, and in one of the places, if any is named.
 */
export interface AreaSet {
  /**
   * The countries.
   */
  readonly countries?: readonly string[];
  /**
   * Whole provinces or states.
   */
  readonly regions?: readonly string[];
  /**
   * Whole cities, as addresses spell them.
   */
  readonly cities?: readonly string[];
  /**
   * Whole districts, as addresses spell them.
   */
  readonly districts?: readonly string[];
  /**
   * Postal codes that start so.
   */
  readonly postalCodes?: readonly string[];
  /**
   * Postal codes from one to another.
   */
  readonly postalRanges?: readonly PostalRange[];
}
/**
 * A line of an order.
 */
export interface ArrivalLine {
  /**
   * The SKU.
   */
  readonly sku: number;
  /**
   * How many units.
   */
  readonly quantity: number;
  /**
   * The weight of a unit.
   */
  readonly weightG: number;
  /**
   * What leaving a unit unfilled costs, with the order's priority.
   */
  readonly shortCents: number;
}
/**
 * A node that could ship.
 */
export interface ArrivalNode {
  /**
   * The node.
   */
  readonly node: number;
  /**
   * How far it is.
   */
  readonly distanceKm: number;
  /**
   * What a shipment costs.
   */
  readonly shipCents: number;
  /**
   * What a unit costs.
   */
  readonly unitCents: number;
  /**
   * How many more units it can send, if there is a limit.
   */
  readonly unitsLeft?: number;
  /**
   * Units left of each line, in the order of the lines.
   */
  readonly stock: readonly number[];
  /**
   * The services to there.
   */
  readonly services: readonly ArrivalService[];
}
/**
 * An order and every node that could ship some of it now.
 */
export interface ArrivalOrder {
  /**
   * The order's place in the instance.
   */
  readonly order: number;
  /**
   * Its region.
   */
  readonly region: number;
  /**
   * Whether all units ship or none does.
   */
  readonly complete: boolean;
  /**
   * The most shipments allowed.
   */
  readonly maxShipments: number;
  /**
   * What each shipment after the first costs.
   */
  readonly splitCents: number;
  /**
   * The step in which freight is billed.
   */
  readonly weightStepG: number;
  /**
   * The lines.
   */
  readonly lines: readonly ArrivalLine[];
  /**
   * The nodes that have something of it, can send it and have a service to there; by node.
   */
  readonly nodes: readonly ArrivalNode[];
}
/**
 * A service from a node to the order.
 */
export interface ArrivalService {
  /**
   * The service.
   */
  readonly service: number;
  /**
   * What a shipment costs before its weight.
   */
  readonly baseCents: number;
  /**
   * What each started weight step costs.
   */
  readonly stepCents: number;
  /**
   * What its days late cost for this order.
   */
  readonly lateCents: number;
  /**
   * The heaviest shipment, if there is a limit.
   */
  readonly maxWeightG?: number;
}
/**
 * Which stock runs low.
 */
export interface AskAlerts {
  readonly type: 'alerts';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * Only of this SKU.
   */
  readonly sku?: string;
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
  /**
   * To which class of buyers; what is kept for the classes above it counts for nothing.
   */
  readonly class?: number;
}
/**
 * What of a node's days is taken.
 */
export interface AskCapacity {
  readonly type: 'capacity';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The first day.
   */
  readonly from: string;
  /**
   * How many days, at most 366.
   */
  readonly days: number;
  /**
   * An order whose bookings are wanted too.
   */
  readonly order?: string;
}
/**
 * A count, as its counters may see it.
 */
export interface AskCount {
  readonly type: 'count';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * Which.
   */
  readonly count: string;
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
 * Where units of a lot are and where they went.
 */
export interface AskLotTrace {
  readonly type: 'lot_trace';
  /**
   * Whose stock.
   */
  readonly tenant: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The lot, whoever owns its units.
   */
  readonly lot: string;
}
/**
 * The lots of a SKU.
 */
export interface AskLots {
  readonly type: 'lots';
  /**
   * Whose stock.
   */
  readonly tenant: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * When; what has expired by then is called so.
   */
  readonly at: Instant;
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
 * Which nodes would ship what of open orders, planned together.
 */
export interface AskOrderBatch {
  readonly type: 'order_batch';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * As of when.
   */
  readonly at: Instant;
  /**
   * Which orders, and how.
   */
  readonly batch: OrderBatch;
}
/**
 * How an order, or one shipment of it, is packed.
 */
export interface AskPacking {
  readonly type: 'packing';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * Which order.
   */
  readonly order: string;
  /**
   * Only what this shipment of the order has; all units that are not cancelled when absent.
   */
  readonly shipment?: string;
  /**
   * What shipping a parcel costs; only boxes cost when absent.
   */
  readonly shipping?: PackShipping;
  /**
   * How many percent of its base a unit must rest on.
   */
  readonly supportPercent?: number;
  /**
   * How long to search, 1 to 1000.
   */
  readonly effort?: number;
}
/**
 * Which parcels are late or stuck.
 */
export interface AskParcelAlerts {
  readonly type: 'parcel_alerts';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * When.
   */
  readonly at: Instant;
  /**
   * By what.
   */
  readonly terms?: WatchTerms;
  /**
   * The alerts of the last time, to be told what is new and what is gone.
   */
  readonly standing?: readonly ParcelAlert[];
}
/**
 * How long parcels take, learned of those that arrived.
 */
export interface AskParcelLimits {
  readonly type: 'parcel_limits';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * Which quantile, in thousandths.
   */
  readonly quantileMilli: number;
  /**
   * With fewer spans than this a lane has no limit of its own.
   */
  readonly minSamples: number;
  /**
   * No limit is learned below this, in minutes.
   */
  readonly floorMinutes?: number;
}
/**
 * By when so many units of a SKU can be promised.
 */
export interface AskPromise {
  readonly type: 'promise';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node; all that sell when absent.
   */
  readonly node?: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * The present; reservations and promises that have run out by then count for nothing.
   */
  readonly at: Instant;
  /**
   * The date wanted, if any.
   */
  readonly due?: Instant;
  /**
   * The promise that would be made anew, which does not count against itself.
   */
  readonly own?: string;
  /**
   * Suppliers that units could come from, if they are short.
   */
  readonly suppliers?: readonly PurchaseSource[];
}
/**
 * What each channel would be told.
 */
export interface AskPublication {
  readonly type: 'publication';
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
  /**
   * The ways of delivery that safety stock is asked for; those of the policy when empty.
   */
  readonly deliveryMethods?: readonly DeliveryMethod[];
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
 * Single units by their serial numbers.
 */
export interface AskSerials {
  readonly type: 'serials';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * The numbers.
   */
  readonly serials: readonly string[];
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
 * The sourcing.
 */
export interface AskSourcing {
  readonly type: 'sourcing';
  /**
   * Whose.
   */
  readonly tenant: string;
}
/**
 * The hash of everything stored.
 */
export interface AskStateHash {
  readonly type: 'state_hash';
}
/**
 * What is expected of a SKU, and how its promises stand.
 */
export interface AskSupply {
  readonly type: 'supply';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The present.
   */
  readonly at: Instant;
}
/**
 * What should be bought.
 */
export interface AskTodos {
  readonly type: 'todos';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * Only of this SKU.
   */
  readonly sku?: string;
  /**
   * Only those that stand so; open ones when absent.
   */
  readonly status?: TodoStatus;
  /**
   * When; a to-do snoozed until then or earlier is open.
   */
  readonly at: Instant;
}
/**
 * Codes of carriers that are in no table, counted.
 */
export interface AskTrackingGaps {
  readonly type: 'tracking_gaps';
  /**
   * Whose.
   */
  readonly tenant: string;
}
/**
 * Whose codes are known.
 */
export interface AskTrackingSources {
  readonly type: 'tracking_sources';
}
/**
 * A transfer.
 */
export interface AskTransfer {
  readonly type: 'transfer';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * Which.
   */
  readonly transfer: string;
}
/**
 * What stock is worth.
 */
export interface AskValuation {
  readonly type: 'valuation';
  /**
   * Whose stock.
   */
  readonly tenant: string;
  /**
   * Which SKUs; all that are costed when empty.
   */
  readonly skus?: readonly string[];
}
/**
 * Which tracking numbers which channels are to be told.
 */
export interface AskWriteBacks {
  readonly type: 'write_backs';
  /**
   * Whose.
   */
  readonly tenant: string;
  /**
   * When.
   */
  readonly at: Instant;
  /**
   * How channels want to be told.
   */
  readonly policies?: readonly WriteBackPolicy[];
  /**
   * Of which channel; of all when absent.
   */
  readonly channel?: string;
}
/**
 * Put kits together from their components at a node: all of it or nothing.
 */
export interface AssembleKit {
  readonly type: 'assemble_kit';
  /**
   * The kit, whose record is of the kind `assembled`.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many kits.
   */
  readonly quantity: Quantity;
}
/**
 * Which carriers take which parcels under contracts.
 */
export interface AssignContracts {
  readonly type: 'assign_contracts';
  /**
   * The currency of all money in it.
   */
  readonly currency: string;
  /**
   * The parcels with the services that take them.
   */
  readonly parcels: readonly ContractParcel[];
  /**
   * What was agreed with carriers; nothing with those that are not named.
   */
  readonly contracts: readonly CarrierContract[];
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
 * Who gets which, and what that costs.
 */
export interface AssignedContracts {
  readonly type: 'assign_contracts';
  /**
   * The parcels, in the order of the question.
   */
  readonly parcels: readonly AssignedParcel[];
  /**
   * How the contracts stand then, in the order of the question.
   */
  readonly contracts: readonly ContractStanding[];
  /**
   * What the services cost.
   */
  readonly serviceCost: Money;
  /**
   * What is paid for parcels missing to commitments.
   */
  readonly shortfallCost: Money;
  /**
   * What comes back as rebates.
   */
  readonly rebate: Money;
  /**
   * All of it.
   */
  readonly cost: Money;
  /**
   * What it would cost to give each parcel to the cheapest service for it, contracts included; absent where a
   * carrier would get more than it takes.
   */
  readonly cheapestEachCost?: Money;
}
/**
 * Who gets a parcel.
 */
export interface AssignedParcel {
  /**
   * The parcel.
   */
  readonly id: string;
  /**
   * The service; absent where nobody can take it.
   */
  readonly option?: ContractOption;
  /**
   * How much more it costs than the cheapest service for this parcel.
   */
  readonly byCost?: Money;
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
 * What a carrier bills against what its cards say.
 */
export interface AuditBill {
  readonly type: 'audit_bill';
  /**
   * The currency of everything in it.
   */
  readonly currency: string;
  /**
   * What was sent, and what it should cost by the cards: quotes as they were explained.
   */
  readonly expected: readonly ExpectedParcel[];
  /**
   * What the carrier bills, in the order of the bill.
   */
  readonly billed: readonly BilledParcel[];
  /**
   * What is let pass.
   */
  readonly tolerance?: AuditTolerance;
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
 * What is let pass.
 */
export interface AuditTolerance {
  /**
   * So much for a waybill; nothing when absent.
   */
  readonly amount?: Money;
  /**
   * Such a part of what was expected, if that is more.
   */
  readonly percent?: Decimal;
  /**
   * So many grams between the weight charged and the weight expected.
   */
  readonly grams?: number;
  /**
   * So many grams between what the contents should weigh and what the node weighed; more says that something else
   * was packed. Not looked at when absent.
   */
  readonly pickGrams?: number;
}
/**
 * Every difference, and what to claim.
 */
export interface AuditedBill {
  readonly type: 'audit_bill';
  /**
   * Every waybill that is billed, in the order of the bill, then those that are not, by number.
   */
  readonly parcels: readonly AuditedParcel[];
  /**
   * What was expected for what is billed, each waybill once.
   */
  readonly expected: Money;
  /**
   * What is billed.
   */
  readonly billed: Money;
  /**
   * What to claim back: everything billed above what was expected, where it is not let pass.
   */
  readonly claim: Money;
  /**
   * What was billed too little, where it is not let pass.
   */
  readonly under: Money;
}
/**
 * What is said of a waybill.
 */
export interface AuditedParcel {
  /**
   * The waybill number.
   */
  readonly number: string;
  /**
   * Where it stands on the bill.
   */
  readonly reference?: string;
  /**
   * What came of it.
   */
  readonly outcome: AuditOutcome;
  /**
   * What was expected.
   */
  readonly expected?: Money;
  /**
   * What is billed.
   */
  readonly billed?: Money;
  /**
   * Every difference, whether it is let pass or not.
   */
  readonly differences?: readonly BillDifference[];
  /**
   * By how many grams the node weighed something else than the contents should weigh, where that is too much:
   * perhaps the wrong item was picked.
   */
  readonly pickGapGrams?: number;
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
   * Over all nodes that sell: the sum of what is promiseable at each. Of a virtual kit, the kits that the components
   * of all these nodes make together.
   */
  readonly promiseable: number;
  /**
   * Whether any number of units may be promised, because of how the SKU is sold; the figures are bounds then.
   */
  readonly unlimited?: boolean;
  /**
   * By group: the sum over its nodes. Of a virtual kit, the kits that the components of the group's nodes make.
   */
  readonly groups?: readonly GroupAvailability[];
  /**
   * By node, those that do not sell included.
   */
  readonly nodes: readonly NodeAvailability[];
  /**
   * What makes the figures of a virtual kit, and what limits them.
   */
  readonly kit?: KitAvailability;
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
 * The lead time after which any number can be had.
 */
export interface BackedByLeadTime {
  readonly type: 'lead_time';
  /**
   * How many days.
   */
  readonly days: number;
}
/**
 * Receipts.
 */
export interface BackedByReceipts {
  readonly type: 'receipts';
  /**
   * The receipts whose units become available on that date.
   */
  readonly receipts: readonly string[];
}
/**
 * Units that are there.
 */
export interface BackedByStock {
  readonly type: 'stock';
}
/**
 * When a backlog is done.
 */
export interface BacklogEnd {
  /**
   * The full working days and the part of the last one; days without capacity are no part of it.
   */
  readonly utilisation: Ratio;
  /**
   * How many calendar days it takes, those without capacity included: 1 when it is done today, 0 without a backlog.
   */
  readonly calendarDays: number;
}
/**
 * How many days of capacity a backlog fills.
 */
export interface BacklogQuestion {
  readonly type: 'backlog_utilisation';
  /**
   * What can be done on each day from today on; nothing on a holiday.
   */
  readonly capacities: readonly number[];
  /**
   * What waits.
   */
  readonly backlog: number;
}
/**
 * How many days it fills.
 */
export interface BacklogUtilisation {
  readonly type: 'backlog_utilisation';
  /**
   * Full working days and the part of the last one, exactly; absent when the days given do not suffice.
   */
  readonly end?: BacklogEnd;
  /**
   * What is left after the days given.
   */
  readonly left: number;
}
/**
 * A line before it takes all its units or none and did not fit.
 */
export interface BackorderBehind {
  readonly type: 'behind';
  /**
   * That line's order; the line's own when it is the one that does not fit.
   */
  readonly order: string;
  /**
   * That line.
   */
  readonly line: string;
  /**
   * Units that it lacks.
   */
  readonly short: Quantity;
}
/**
 * A line that waits for units. Order and line name it.
 */
export interface BackorderEntry {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The line.
   */
  readonly line: string;
  /**
   * What it waits for.
   */
  readonly sku: string;
  /**
   * How many units it waits for, at least one.
   */
  readonly quantity: Quantity;
  /**
   * The class of buyers it is for; higher classes come first, 0 is everybody.
   */
  readonly class?: number;
  /**
   * Until when it should be served.
   */
  readonly due?: Instant;
  /**
   * What serving all its units earns.
   */
  readonly margin?: Money;
  /**
   * Since when the line has been waiting: its first wait, which no split and no edit makes later.
   */
  readonly waitingSince: Instant;
}
/**
 * What a line got, and why.
 */
export interface BackorderGrant {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The line.
   */
  readonly line: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Its place among the lines that wait for the SKU, from 1.
   */
  readonly place: number;
  /**
   * Units it waits for.
   */
  readonly wanted: Quantity;
  /**
   * Units it gets.
   */
  readonly granted: Quantity;
  /**
   * Why.
   */
  readonly reason: BackorderReason;
}
/**
 * All its units were there when its turn came.
 */
export interface BackorderInFull {
  readonly type: 'in_full';
}
/**
 * Its order could not be served whole.
 */
export interface BackorderIncomplete {
  readonly type: 'incomplete';
  /**
   * A SKU that its order lacked.
   */
  readonly sku: string;
  /**
   * Units of it that the whole order waits for.
   */
  readonly wanted: number;
  /**
   * Units that were left when the order's turn came.
   */
  readonly available: number;
}
/**
 * It fitted into what the lines worth most had left.
 */
export interface BackorderLeft {
  readonly type: 'left';
}
/**
 * No unit was there when its turn came.
 */
export interface BackorderNothingLeft {
  readonly type: 'nothing_left';
}
/**
 * Other lines were worth more.
 */
export interface BackorderOutweighed {
  readonly type: 'outweighed';
  /**
   * Units that were left after the lines before it.
   */
  readonly available: Quantity;
}
/**
 * Fewer units were there when its turn came.
 */
export interface BackorderPartly {
  readonly type: 'partly';
  /**
   * Units that were there.
   */
  readonly available: Quantity;
}
/**
 * Who gets how much, and what is left.
 */
export interface BackorderPlan {
  /**
   * Every line that waits, by its place in the queue.
   */
  readonly grants: readonly BackorderGrant[];
  /**
   * Units that nobody got, by SKU.
   */
  readonly left: readonly BackorderSupply[];
  /**
   * What the lines served are worth, in the mode `max_value` and where there are margins.
   */
  readonly value?: BackorderValue;
}
/**
 * Who gets how much.
 */
export interface BackorderPlanCalculated {
  readonly type: 'backorders';
  /**
   * Every line that waits, by its place in the queue.
   */
  readonly grants: readonly BackorderGrant[];
  /**
   * Units that nobody got, by SKU.
   */
  readonly left: readonly BackorderSupply[];
  /**
   * What the lines served are worth, in the mode `max_value` and where there are margins.
   */
  readonly value?: BackorderValue;
}
/**
 * Who gets units that are short.
 */
export interface BackorderRequest {
  readonly type: 'backorders';
  /**
   * How to share.
   */
  readonly mode?: BackorderMode;
  /**
   * The keys of the queue, most important first; class, due date, margin and age by default.
   */
  readonly keys?: readonly QueueKey[];
  /**
   * Whether a line takes all its units or none, in the modes `fifo` and `priority`. A line that does not fit then
   * keeps everybody behind it waiting, so that a small line never slips past a large one.
   */
  readonly wholeLines?: boolean;
  /**
   * What there is.
   */
  readonly supply: readonly BackorderSupply[];
  /**
   * Who waits.
   */
  readonly entries: readonly BackorderEntry[];
}
/**
 * It got its share of what there was.
 */
export interface BackorderShare {
  readonly type: 'share';
  /**
   * Units that there were.
   */
  readonly available: number;
  /**
   * Units that all lines waited for: the exact share is `wanted · available / wanted by all`.
   */
  readonly wantedByAll: number;
  /**
   * Whether it got one of the units left by rounding.
   */
  readonly roundedUp: boolean;
}
/**
 * Units of a SKU.
 */
export interface BackorderSupply {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * Units of a SKU that are there from an instant on.
 */
export interface BackorderSupplyAt {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * From when on.
   */
  readonly at: Instant;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * Units at an instant.
 */
export interface BackorderUnitsAt {
  /**
   * When.
   */
  readonly at: Instant;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * What the lines served are worth.
 */
export interface BackorderValue {
  /**
   * The sum of their margins.
   */
  readonly value: Money;
  /**
   * What no plan can exceed.
   */
  readonly atMost: Money;
  /**
   * Whether no plan is worth more.
   */
  readonly exact: boolean;
}
/**
 * What each would have cost, and how sure the differences are.
 */
export interface BacktestAnswer {
  readonly type: 'backtest';
  /**
   * The sums and the differences.
   */
  readonly report: BacktestReport;
}
/**
 * How many shipments a node can send in a day.
 */
export interface BacktestCapacity {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many shipments.
   */
  readonly shipments: number;
}
/**
 * A day began: capacity is there again.
 */
export interface BacktestDay {
  readonly type: 'day';
}
/**
 * What strategies would have cost over a recorded stream of orders.
 */
export interface BacktestOf {
  readonly type: 'backtest';
  /**
   * What happened.
   */
  readonly stream: BacktestStream;
  /**
   * The strategies; each is compared with the first.
   */
  readonly strategies: readonly AllocationStrategyKind[];
  /**
   * How many histories are resampled for each interval; 2,000 is plenty.
   */
  readonly resamples: number;
  /**
   * Where the resampling starts.
   */
  readonly seed: number;
}
/**
 * An order came.
 */
export interface BacktestOrder {
  readonly type: 'order';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * What was to be decided.
   */
  readonly problem: AllocationProblem;
}
/**
 * Units came in.
 */
export interface BacktestReceipt {
  readonly type: 'receipt';
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
 * Every strategy's sums, and how each differs from the first.
 */
export interface BacktestReport {
  /**
   * In the order in which the strategies were given.
   */
  readonly scores: readonly BacktestScore[];
  /**
   * Each strategy after the first against the first.
   */
  readonly differences: readonly PairedDifference[];
}
/**
 * Sums over all orders of the stream.
 */
export interface BacktestScore {
  /**
   * The strategy.
   */
  readonly strategy: string;
  /**
   * Orders.
   */
  readonly orders: number;
  /**
   * Orders of which nothing is short.
   */
  readonly completeOrders: number;
  /**
   * Shipments.
   */
  readonly shipments: number;
  /**
   * Orders in more than one shipment.
   */
  readonly splitOrders: number;
  /**
   * Units left short.
   */
  readonly unitsShort: number;
  /**
   * What carriers ask.
   */
  readonly freight: Money;
  /**
   * Everything else that plans cost.
   */
  readonly other: Money;
  /**
   * What units left short are taken to cost.
   */
  readonly short: Money;
  /**
   * The sum of the three.
   */
  readonly total: Money;
}
/**
 * A recorded stream. What nodes have comes from its receipts; what the candidates of its orders say of it is not read.
 */
export interface BacktestStream {
  /**
   * How many shipments nodes can send in a day; a node that is not named has no limit.
   */
  readonly capacity?: readonly BacktestCapacity[];
  /**
   * What happened, in the order in which it did.
   */
  readonly events: readonly BacktestEvent[];
  /**
   * What each unit left short is taken to cost.
   */
  readonly shortCost: Money;
}
/**
 * A SKU at a node, and how quickly it sells.
 */
export interface BalanceCell {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Units on hand.
   */
  readonly onHand: Quantity;
  /**
   * Mean demand a day in thousandths of a unit; at least 1.
   */
  readonly dailyDemandMilli: number;
}
/**
 * Balance: by how much the order raises the variance of cover days among the cells of each SKU, at a price
 * for each squared day; it saves where it lowers it.
 *
 * A cell covers `1000 · units / dailyDemandMilli` days, in whole thousandths rounded down; the variance is
 * the mean of the squares less the square of the mean. The cost of each SKU is rounded to the minor unit
 * once, halves up.
 */
export interface BalanceTerm {
  /**
   * What a squared day of variance costs.
   */
  readonly price: Money;
  /**
   * The cells that are balanced with each other, by SKU.
   */
  readonly cells: readonly BalanceCell[];
  /**
   * How much it weighs, in thousandths.
   */
  readonly weightPerMille?: number;
}
/**
 * Bars.
 */
export interface BarPattern {
  readonly type: 'bars';
  /**
   * Widths in modules: a bar, a space, a bar …; begins and ends with a bar.
   */
  readonly widths: readonly number[];
  /**
   * What people read below it, with its check digit.
   */
  readonly text: string;
  /**
   * White modules that must stay free on either side.
   */
  readonly quiet: number;
}
/**
 * What a barcode is asked for.
 */
export interface BarcodeRequest {
  /**
   * The kind.
   */
  readonly symbology: Symbology;
  /**
   * What it says.
   */
  readonly content: string;
  /**
   * The damage that a QR code survives; the other kinds do not look at it.
   */
  readonly correction?: QrCorrection;
}
/**
 * One strategy on one instance. Shares are in millionths, rounded down; a share of nothing is absent.
 */
export interface BenchRow {
  /**
   * The instance.
   */
  readonly instance: string;
  /**
   * The family of the instance.
   */
  readonly family: string;
  /**
   * The strategy.
   */
  readonly strategy: string;
  /**
   * How many orders there are.
   */
  readonly orders: number;
  /**
   * What the solution costs.
   */
  readonly costCents: number;
  /**
   * The carriers' part.
   */
  readonly freightCents: number;
  /**
   * The nodes' part: shipments and units.
   */
  readonly handlingCents: number;
  /**
   * Split shipments.
   */
  readonly splitCents: number;
  /**
   * Days late.
   */
  readonly lateCents: number;
  /**
   * Units left unfilled. Where it is most of the cost, so are its differences: look at freight apart.
   */
  readonly shortCents: number;
  /**
   * A cost that no solution is below.
   */
  readonly boundCents: number;
  /**
   * `(cost - bound) / bound`, in millionths.
   */
  readonly gapPpm?: number;
  /**
   * Units shipped of those ordered, in millionths.
   */
  readonly fillPpm?: number;
  /**
   * Shipments.
   */
  readonly shipments: number;
  /**
   * Shipments for each order that ships anything, in millionths.
   */
  readonly shipmentsPerOrderPpm?: number;
  /**
   * Kilometres over all shipments.
   */
  readonly kilometres: number;
  /**
   * Shipments that come late, in millionths.
   */
  readonly latePpm?: number;
  /**
   * Nanoseconds per order: the median, where whoever called had a clock.
   */
  readonly medianNs?: number;
  /**
   * Nanoseconds per order: 99 of 100 were faster.
   */
  readonly p99Ns?: number;
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
 * A difference between bill and card.
 */
export interface BillDifference {
  /**
   * What differs.
   */
  readonly reason: BillDifferenceReason;
  /**
   * In which part.
   */
  readonly kind?: RateLineKind;
  /**
   * In which surcharge or discount.
   */
  readonly id?: string;
  /**
   * What was expected: an amount, a number of grams, a name.
   */
  readonly expected: string;
  /**
   * What the bill says.
   */
  readonly billed: string;
  /**
   * How much more is billed for that part; absent where no part differs.
   */
  readonly by?: Money;
}
/**
 * A part of what is billed.
 */
export interface BilledLine {
  /**
   * What it is for.
   */
  readonly kind: RateLineKind;
  /**
   * Which surcharge or discount.
   */
  readonly id?: string;
  /**
   * The amount.
   */
  readonly amount: Money;
}
/**
 * What a carrier bills for a waybill.
 */
export interface BilledParcel {
  /**
   * The waybill number.
   */
  readonly number: string;
  /**
   * Where it stands on the bill.
   */
  readonly reference?: string;
  /**
   * The carrier, where the bill names it.
   */
  readonly carrier?: string;
  /**
   * The service, where the bill names it.
   */
  readonly service?: string;
  /**
   * The zone, where the bill names it.
   */
  readonly zone?: string;
  /**
   * The weight that is charged in grams, where the bill names it.
   */
  readonly grams?: number;
  /**
   * The parts, where the bill names them.
   */
  readonly lines?: readonly BilledLine[];
  /**
   * What is billed in all.
   */
  readonly total: Money;
}
/**
 * A time in which a service takes nothing.
 */
export interface Blackout {
  /**
   * The time: the instant of hand-over lies inside.
   */
  readonly window: Window;
  /**
   * Only for destinations in these areas of the card; for all when empty.
   */
  readonly areas?: readonly string[];
  /**
   * Why.
   */
  readonly reason?: string;
}
/**
 * A region whose buyers are told 0.
 */
export interface BlockedRegion {
  /**
   * The region.
   */
  readonly region: string;
  /**
   * The channels that hide there what they have; all when empty.
   */
  readonly channels?: readonly string[];
}
/**
 * Where bonded stock may go.
 */
export interface Bonded {
  readonly type: 'bonded';
  /**
   * The countries.
   */
  readonly countries: readonly string[];
  /**
   * What each shipment from bond to elsewhere costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * Yes or no.
 */
export interface BooleanFieldValue {
  readonly type: 'boolean';
  readonly value: boolean;
}
/**
 * A border, in one direction.
 */
export interface Border {
  /**
   * From which country.
   */
  readonly from: string;
  /**
   * To which.
   */
  readonly to: string;
}
/**
 * A line that holds units.
 */
export interface BorrowLender {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The line.
   */
  readonly line: string;
  /**
   * Units it holds.
   */
  readonly quantity: Quantity;
  /**
   * When it must ship.
   */
  readonly shipsAt: Instant;
  /**
   * For how many seconds before that its units may not be touched any more.
   */
  readonly lockSeconds?: number;
}
/**
 * It is about to ship.
 */
export interface BorrowLocked {
  readonly type: 'locked';
  /**
   * Since when its units may not be touched; absent when that is before all dates.
   */
  readonly since?: Instant;
}
/**
 * Units taken from a line and what serves it instead.
 */
export interface BorrowMove {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The line.
   */
  readonly line: string;
  /**
   * Units taken.
   */
  readonly quantity: Quantity;
  /**
   * The incoming units that serve the line instead.
   */
  readonly coveredBy: readonly BackorderUnitsAt[];
  /**
   * Seconds between the last of them and the line's own shipping.
   */
  readonly slackSeconds: number;
}
/**
 * It does not ship later than the line that wants to borrow.
 */
export interface BorrowNotLater {
  readonly type: 'not_later';
  /**
   * When it ships.
   */
  readonly shipsAt: Instant;
}
/**
 * Nothing comes in time that could serve it instead.
 */
export interface BorrowNotRecovered {
  readonly type: 'not_recovered';
  /**
   * By when units would have to come.
   */
  readonly neededBy: Instant;
}
/**
 * From whom it may borrow.
 */
export interface BorrowPlan {
  readonly type: 'borrow';
  /**
   * From whom, those that ship last first.
   */
  readonly moves: readonly BorrowMove[];
  /**
   * Units that nobody can lend.
   */
  readonly short: Quantity;
  /**
   * Lines that lend nothing although units are wanted, and why.
   */
  readonly declined: readonly BorrowRefused[];
}
/**
 * A line that lends nothing.
 */
export interface BorrowRefused {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The line.
   */
  readonly line: string;
  /**
   * Why.
   */
  readonly reason: BorrowRefusal;
}
/**
 * What an urgent line may borrow from later ones.
 */
export interface BorrowRequest {
  readonly type: 'borrow';
  /**
   * When it is asked.
   */
  readonly at: Instant;
  /**
   * What the line wants.
   */
  readonly sku: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * When the line must ship.
   */
  readonly neededAt: Instant;
  /**
   * Lines that hold units of the SKU.
   */
  readonly lenders: readonly BorrowLender[];
  /**
   * Units that will come and are promised to nobody.
   */
  readonly incoming: readonly BackorderSupplyAt[];
}
/**
 * What is proved about a cost.
 */
export interface BoundGap {
  /**
   * Whether the best plan is proved to be the best that is possible.
   */
  readonly proved: boolean;
  /**
   * The lowest cost that has not been ruled out; absent where none is known.
   */
  readonly bound?: Money;
}
/**
 * It would cost more, or as much and stands behind.
 */
export interface BoxDearer {
  readonly type: 'dearer';
  /**
   * What it would cost, shipping included.
   */
  readonly cost: Money;
  /**
   * By how much more than the one taken.
   */
  readonly by: Money;
}
/**
 * Nobody found a way to lay everything in; a greater effort may.
 */
export interface BoxNotArranged {
  readonly type: 'no_arrangement';
}
/**
 * All of it are in use.
 */
export interface BoxOutOfStock {
  readonly type: 'out_of_stock';
}
/**
 * A box was written.
 */
export interface BoxRecorded {
  readonly type: 'box';
  /**
   * The box.
   */
  readonly box: BoxType;
}
/**
 * It was taken.
 */
export interface BoxTaken {
  readonly type: 'taken';
  /**
   * What it costs, shipping included.
   */
  readonly cost: Money;
}
/**
 * The content has more volume than it may hold.
 */
export interface BoxTooFull {
  readonly type: 'too_full';
  /**
   * The volume of the content in cubic millimetres.
   */
  readonly volume: number;
  /**
   * The most in cubic millimetres.
   */
  readonly limitVolume: number;
}
/**
 * The content is heavier than it may hold.
 */
export interface BoxTooHeavy {
  readonly type: 'too_heavy';
  /**
   * What the content weighs in grams.
   */
  readonly grams: number;
  /**
   * The most in grams.
   */
  readonly limitGrams: number;
}
/**
 * An item fits it in no position.
 */
export interface BoxTooSmall {
  readonly type: 'too_small';
  /**
   * The first item that does not fit.
   */
  readonly item: string;
}
/**
 * A fragile item does not go into a mailer.
 */
export interface BoxTooSoft {
  readonly type: 'fragile';
  /**
   * The first fragile item.
   */
  readonly item: string;
}
/**
 * A kind of box.
 */
export interface BoxType {
  /**
   * Its id.
   */
  readonly id: string;
  /**
   * What people call it.
   */
  readonly name?: string;
  /**
   * Stiff or not.
   */
  readonly kind?: BoxKind;
  /**
   * The space inside.
   */
  readonly inner: Dimensions;
  /**
   * What a carrier measures; the inner size when absent.
   */
  readonly outer?: Dimensions;
  /**
   * What it weighs empty.
   */
  readonly tare?: Weight;
  /**
   * The heaviest it may be, itself included; no limit when absent.
   */
  readonly maxWeight?: Weight;
  /**
   * What one costs.
   */
  readonly cost: Money;
  /**
   * How many percent of the space inside may be used, 1 to 100.
   */
  readonly fillLimitPercent?: number;
  /**
   * How many percent more space things take with what is stuffed around them.
   */
  readonly voidPercent?: number;
  /**
   * How many there are; any number when absent.
   */
  readonly stock?: number;
}
/**
 * Shipping has no price for the weight.
 */
export interface BoxWithoutPrice {
  readonly type: 'no_price';
  /**
   * The chargeable weight in grams.
   */
  readonly chargeableGrams: number;
}
/**
 * Promises that cannot be kept any more.
 */
export interface BrokenPromisesExplained {
  readonly type: 'broken_promises';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * All of them, each with what it lacks and a new date, by due date and id.
   */
  readonly broken: readonly PromiseStanding[];
}
/**
 * The waves with their pick lists and reasons.
 */
export interface BuildWavesAnswer {
  readonly type: 'build_waves';
  /**
   * The waves with their pick lists and reasons.
   */
  readonly plan: WavePlan;
}
/**
 * Which orders are picked together, and along which way.
 */
export interface BuildWavesOf {
  readonly type: 'build_waves';
  /**
   * The orders and the limits.
   */
  readonly request: WaveRequest;
}
/**
 * The lowest cost with everything that may go wrong.
 */
export interface ByExpectedCost {
  readonly type: 'expected_cost';
  /**
   * What a late parcel costs; a service that misses the promise is late for sure.
   */
  readonly late: Money;
  /**
   * What a lost parcel costs, commonly its value.
   */
  readonly value: Money;
  /**
   * What a damaged parcel costs.
   */
  readonly damage: Money;
}
/**
 * The best record of being on time.
 */
export interface ByPerformance {
  readonly type: 'performance';
  /**
   * How sure to be, as thousandths of standard deviations: 1645 for 95 %.
   */
  readonly zThousandths?: number;
  /**
   * The floor.
   */
  readonly floor?: Decimal;
  /**
   * After how many parcels below the floor a service is left out; never when absent.
   */
  readonly breakAfter?: number;
}
/**
 * The lowest weighted score.
 */
export interface ByScore {
  readonly type: 'score';
  /**
   * How much each figure weighs.
   */
  readonly weights: ScoreWeights;
}
/**
 * The carrier that is furthest behind its share.
 */
export interface ByShares {
  readonly type: 'shares';
  /**
   * The shares; a carrier that is not named has none.
   */
  readonly shares: readonly ServiceShare[];
  /**
   * By how many percent a service may cost more than the cheapest; by any when absent.
   */
  readonly tolerance?: Decimal;
}
/**
 * The first row of a table that fits; services in no row come last, the cheapest first.
 */
export interface ByTable {
  readonly type: 'table';
  /**
   * The rows, the most important first.
   */
  readonly rows: readonly TableRow[];
}
/**
 * When a node works, how long its work takes, and when carriers come for it.
 *
 * A calendar without opening hours never opens. Exceptions stand for whole dates: on these dates their hours hold and
 * those of the week do not.
 */
export interface Calendar {
  /**
   * The civil time of all that follows; UTC when absent.
   */
  readonly timeZone?: TimeZone;
  /**
   * The hours of a week.
   */
  readonly week?: readonly OpeningHours[];
  /**
   * Holidays and days with other hours; no two of them share a date.
   */
  readonly exceptions?: readonly CalendarException[];
  /**
   * Until when of a day orders are still worked on that day.
   */
  readonly cutOffs?: readonly CutOff[];
  /**
   * How long the work on an order takes.
   */
  readonly processing?: Processing;
  /**
   * When carriers come; one that has no schedule comes whenever something is ready.
   */
  readonly pickups?: readonly PickupSchedule[];
}
/**
 * Dates with hours of their own; a holiday has none.
 */
export interface CalendarException {
  /**
   * The first date.
   */
  readonly from: string;
  /**
   * The last date; the first when absent.
   */
  readonly until?: string;
  /**
   * The hours of each of these dates; closed when empty.
   */
  readonly hours?: readonly Opening[];
  /**
   * Why, for people.
   */
  readonly note?: string;
}
/**
 * Give a count up.
 */
export interface CancelCount {
  readonly type: 'cancel_count';
  /**
   * The count.
   */
  readonly count: string;
  /**
   * Why.
   */
  readonly reason?: string;
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
 * Nothing more comes of a receipt.
 */
export interface CancelReceipt {
  readonly type: 'cancel_receipt';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The receipt.
   */
  readonly receipt: string;
  /**
   * Why.
   */
  readonly reason?: string;
}
/**
 * It will not be bought, or the rest not any more. The next review opens a new one if it is still needed: snooze a
 * to-do to be left alone.
 */
export interface CancelTodo {
  readonly type: 'cancelled';
  /**
   * Why.
   */
  readonly reason?: string;
}
/**
 * Cancel units of a transfer that have not left.
 */
export interface CancelTransfer {
  readonly type: 'cancel_transfer';
  /**
   * The transfer.
   */
  readonly transfer: string;
  /**
   * The units; all that have not left when none is named.
   */
  readonly units?: readonly TransferUnits[];
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
   * What its shipment costs, by its weights.
   */
  readonly cost: Money;
}
/**
 * Units that a constraint keeps from a candidate.
 */
export interface CandidateLimit {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * How many of its units at the candidate.
   */
  readonly units: Quantity;
  /**
   * The constraint.
   */
  readonly constraint: ConstraintRef;
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
  /**
   * The constraint that is the reason.
   */
  readonly constraint?: ConstraintRef;
}
/**
 * Hazardous, cold and other goods need nodes that can handle them.
 */
export interface Capability {
  readonly type: 'capability';
  /**
   * What each unit from a node that cannot costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * What nodes can still do.
 */
export interface Capacity {
  readonly type: 'capacity';
  /**
   * In what it is counted.
   */
  readonly measure: CapacityMeasure;
  /**
   * Only lines of this path count; all when absent.
   */
  readonly processPath?: string;
  /**
   * The room by node; a node that is not named has no limit.
   */
  readonly rooms: readonly NodeRoom[];
  /**
   * What each order, line, unit, started kilogram or started litre beyond costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * How much work it is, by measure.
 */
export interface CapacityAmounts {
  /**
   * Orders.
   */
  readonly orders: number;
  /**
   * Lines.
   */
  readonly lines: number;
  /**
   * Units.
   */
  readonly units: number;
  /**
   * Grams.
   */
  readonly weightGrams: number;
  /**
   * Cubic centimetres.
   */
  readonly volumeCm3: number;
}
/**
 * What of the node's days is taken.
 */
export interface CapacityAnswer {
  readonly type: 'capacity';
  /**
   * Until when the node is closed, if it was closed for a while.
   */
  readonly closure?: NodeClosure;
  /**
   * By day, then path; nothing for a node without limits.
   */
  readonly days: readonly DayCapacity[];
  /**
   * What the order named has booked, anywhere.
   */
  readonly booked?: CapacityUse;
}
/**
 * The warehouse was told, so the work is certain.
 */
export interface CapacityConfirmed {
  readonly type: 'confirmed';
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The day.
   */
  readonly day: string;
  /**
   * The path.
   */
  readonly path: string;
  /**
   * What the order takes of the day.
   */
  readonly amounts: CapacityAmounts;
}
/**
 * Dates with limits of their own.
 */
export interface CapacityDates {
  /**
   * The first date.
   */
  readonly from: string;
  /**
   * The last date; the first when absent.
   */
  readonly until?: string;
  /**
   * What can be done on each of them.
   */
  readonly limits: CapacityLimits;
}
/**
 * Work was given back.
 */
export interface CapacityFreed {
  readonly type: 'freed';
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The day.
   */
  readonly day: string;
  /**
   * The path.
   */
  readonly path: string;
  /**
   * The units by line.
   */
  readonly lines: readonly CapacityLine[];
  /**
   * What the order takes less of the day.
   */
  readonly amounts: CapacityAmounts;
  /**
   * Whether the order's work of the day had been confirmed.
   */
  readonly confirmed?: boolean;
}
/**
 * Work was booked.
 */
export interface CapacityHeld {
  readonly type: 'held';
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The day, by the node's calendar.
   */
  readonly day: string;
  /**
   * The path.
   */
  readonly path: string;
  /**
   * The units by line.
   */
  readonly lines: readonly CapacityLine[];
  /**
   * What the order takes more of the day.
   */
  readonly amounts: CapacityAmounts;
  /**
   * Whether the order's work of the day had been confirmed before.
   */
  readonly confirmed?: boolean;
}
/**
 * The most of each measure in a day; no limit where one is absent.
 */
export interface CapacityLimits {
  /**
   * Orders: one for each order that is worked there.
   */
  readonly orders?: number;
  /**
   * Lines of these orders.
   */
  readonly lines?: number;
  /**
   * Units.
   */
  readonly units?: number;
  /**
   * Their weight in grams.
   */
  readonly weightGrams?: number;
  /**
   * Their volume in cubic centimetres.
   */
  readonly volumeCm3?: number;
}
/**
 * Units of a line, and how much work each is.
 */
export interface CapacityLine {
  /**
   * The line.
   */
  readonly line: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * The weight of one.
   */
  readonly unitWeight: Weight;
  /**
   * The volume of one in cubic centimetres.
   */
  readonly unitVolumeCm3: number;
}
/**
 * What room for one more order or unit at a node would save, as the prices see it.
 */
export interface CapacityPrice {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Orders or units; room of other measures is obeyed and has no price.
   */
  readonly measure: CapacityMeasure;
  /**
   * How much.
   */
  readonly price: Money;
}
/**
 * Something happened to the work that an order has booked.
 */
export interface CapacityRecord {
  readonly type: 'capacity';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * What.
   */
  readonly event: CapacityEvent;
}
/**
 * What an order has booked of a path's day at a node.
 */
export interface CapacityRow {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The day, by the node's calendar.
   */
  readonly day: string;
  /**
   * The path.
   */
  readonly path: string;
  /**
   * The units by line.
   */
  readonly lines: readonly CapacityLine[];
  /**
   * Whether the warehouse was told.
   */
  readonly confirmed: boolean;
}
/**
 * Capacity penalty: a price by the utilisation `u = (used + units) / capacity` after the order, convex and
 * piecewise linear.
 *
 * | utilisation | what each unit costs |
 * | --- | --- |
 * | up to `freePerMille` (700) | nothing |
 * | up to 1 | `atFull / ((1 − free) · capacity)`, so that filling up from there costs `atFull` |
 * | beyond | `beyond / capacity`, so that each further day of work costs `beyond` |
 *
 * Prices of a unit are rounded to the minor unit, halves up, so that costs stay convex to the cent.
 */
export interface CapacityTerm {
  /**
   * Up to which utilisation nothing is charged, in thousandths; below 1000.
   */
  readonly freePerMille?: number;
  /**
   * What filling up from there costs.
   */
  readonly atFull: Money;
  /**
   * What each further day's capacity costs; at least what filling up costs at its rate.
   */
  readonly beyond: Money;
  /**
   * The nodes; a node that is not named costs nothing.
   */
  readonly nodes: readonly NodeLoad[];
  /**
   * How much it weighs, in thousandths.
   */
  readonly weightPerMille?: number;
}
/**
 * The work that one order has booked. Units that shipped stay booked: they took their part of the day.
 */
export interface CapacityUse {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * What it has booked, by node, day and path.
   */
  readonly rows: readonly CapacityRow[];
}
/**
 * The work that an order has booked at nodes.
 */
export interface CapacityUseDocument {
  readonly type: 'capacity_use';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * What it has booked, by node, day and path.
   */
  readonly rows: readonly CapacityRow[];
}
/**
 * Note the serial numbers of units that an order has at a node.
 */
export interface CaptureSerials {
  readonly type: 'capture_serials';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The numbers.
   */
  readonly serials: readonly string[];
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
 * Which carriers may be used.
 */
export interface CarrierChoiceAllocationConstraint {
  readonly type: 'carrier_choice';
  /**
   * The nodes it holds for; all when none is named.
   */
  readonly nodes?: NodeScope;
  /**
   * The carriers that may be used; all when none is named.
   */
  readonly allow?: readonly string[];
  /**
   * The carriers that may not.
   */
  readonly deny?: readonly string[];
  /**
   * What each shipment by another carrier costs; never allowed when absent.
   */
  readonly price?: Money;
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
 * Shipments that a carrier was promised.
 */
export interface CarrierCommitment {
  readonly type: 'carrier_commitment';
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * Shipments missing to what was promised; at 0 nothing is owed.
   */
  readonly missing: number;
  /**
   * What each shipment by another carrier where it goes costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * What was agreed with a carrier.
 */
export interface CarrierContract {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * It was promised so many of these parcels.
   */
  readonly committed?: number;
  /**
   * What each parcel costs that is missing to them.
   */
  readonly shortfall?: Money;
  /**
   * It takes at most so many.
   */
  readonly most?: number;
  /**
   * Rebates by number, from few to many.
   */
  readonly rebates?: readonly RebateStep[];
}
/**
 * The days on which a carrier works.
 */
export interface CarrierDays {
  /**
   * The civil time by which the day of a pick-up is told.
   */
  readonly timeZone?: TimeZone;
  /**
   * On which days of the week it works.
   */
  readonly days: readonly Weekday[];
  /**
   * Dates on which it does not; hours of these are not looked at.
   */
  readonly holidays?: readonly CalendarException[];
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
 * A channel or the buyer demands other carriers.
 */
export interface CarrierNotAllowed {
  readonly type: 'carrier_not_allowed';
  /**
   * Who may.
   */
  readonly allowed: readonly string[];
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
 * How many units of a SKU a node may ship.
 */
export interface CellLimit {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The most units.
   */
  readonly units: Quantity;
}
/**
 * Let free units of a lot change hands where they lie.
 */
export interface ChangeLotOwner {
  readonly type: 'change_lot_owner';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The lot.
   */
  readonly lot: string;
  /**
   * Whose units they were; the merchant's own when absent.
   */
  readonly from?: string;
  /**
   * Whose they are now; the merchant's own when absent.
   */
  readonly to?: string;
  /**
   * How many.
   */
  readonly quantity: Quantity;
  /**
   * Why.
   */
  readonly reason?: string;
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
 * What a channel calls a carrier.
 */
export interface ChannelCarrier {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The channel's code.
   */
  readonly code: string;
}
/**
 * What a channel is told: `raw = share + quota − buffer − lag_guard + oversell`, and
 * `published = min(max(0, raw), max)`, or 0 for the reason given.
 */
export interface ChannelFigure {
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * How many units it is told there are.
   */
  readonly published: number;
  /**
   * The units at the nodes it sees.
   */
  readonly pool: number;
  /**
   * How many of them quotas can fence, its own and those of others.
   */
  readonly fenced: number;
  /**
   * What its share was taken of: the rest of the pool, for weights less what percentages take of it.
   */
  readonly base: number;
  /**
   * Its share of that.
   */
  readonly share: number;
  /**
   * Its own quota, as far as the units are there.
   */
  readonly quota: number;
  /**
   * Units of its quota that are not there.
   */
  readonly quotaMissing: number;
  /**
   * Units withheld from it.
   */
  readonly buffer: number;
  /**
   * Units that it may have sold unseen.
   */
  readonly lagGuard: number;
  /**
   * Units that it may sell although they are not there.
   */
  readonly oversell: number;
  /**
   * All of these together.
   */
  readonly raw: number;
  /**
   * The most it is shown.
   */
  readonly max?: number;
  /**
   * Units of its figure, beyond what it may oversell, that nothing could serve if all channels sold theirs; units
   * that lack are laid on the channels that stand later in the policy.
   */
  readonly uncovered: number;
  /**
   * Why it is told 0, if it is.
   */
  readonly hidden?: PublicationHidden;
  /**
   * The blacklisted regions among those that it sells to: their buyers are told 0, whatever is published.
   */
  readonly hiddenRegions?: readonly string[];
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
 * How one channel shares.
 */
export interface ChannelPolicy {
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * The nodes whose units it sees; all when empty.
   */
  readonly nodes?: readonly string[];
  /**
   * What it sees of the units that no quota fences.
   */
  readonly sharing: ChannelSharing;
  /**
   * Withheld from its share and quota together.
   */
  readonly buffer?: StockMargin;
  /**
   * Units that may be sold although they are not there.
   */
  readonly oversell?: Quantity;
  /**
   * The most units shown; no limit by default.
   */
  readonly max?: Quantity;
  /**
   * Fewer units than this are shown as none.
   */
  readonly displayThreshold?: Quantity;
  /**
   * Protection against orders not seen yet; none by default.
   */
  readonly lag?: LagGuard;
  /**
   * Whether the channel lists the SKU; one that does not is told 0 and takes no part in a weighted split.
   */
  readonly listed?: boolean;
  /**
   * The regions that it sells to; all when empty. One that sells to blacklisted regions only is told 0 and takes no
   * part in a weighted split.
   */
  readonly regions?: readonly string[];
}
/**
 * What a channel was last told of a SKU, and what it has confirmed.
 */
export interface ChannelStock {
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The last figure sent.
   */
  readonly last: PublishedFigure;
  /**
   * The newest version that the channel confirmed; 0 before any.
   */
  readonly acknowledged: number;
  /**
   * The band of the last figure computed, sent or not; absent where nobody watches.
   */
  readonly band?: StockBand;
}
/**
 * The channel confirmed a version.
 */
export interface ChannelStockAcknowledged {
  readonly type: 'acknowledged';
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The version.
   */
  readonly version: number;
}
/**
 * The figure came into another band.
 */
export interface ChannelStockBandCrossed {
  readonly type: 'band_crossed';
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The band before; absent when it was not watched before.
   */
  readonly from?: StockBand;
  /**
   * The band now.
   */
  readonly to: StockBand;
  /**
   * The figure.
   */
  readonly value: number;
}
/**
 * What a channel was last told of a SKU.
 */
export interface ChannelStockDocument {
  readonly type: 'channel_stock';
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The last figure sent.
   */
  readonly last: PublishedFigure;
  /**
   * The newest version that the channel confirmed; 0 before any.
   */
  readonly acknowledged: number;
  /**
   * The band of the last figure computed, sent or not; absent where nobody watches.
   */
  readonly band?: StockBand;
}
/**
 * The channel is to be told.
 */
export interface ChannelStockPublished {
  readonly type: 'published';
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * How many units there are for it.
   */
  readonly value: number;
  /**
   * The version.
   */
  readonly version: number;
  /**
   * When.
   */
  readonly at: Instant;
  /**
   * Why it is told.
   */
  readonly reason: PushReason;
}
/**
 * Something happened to what a channel is told.
 */
export interface ChannelStockRecord {
  readonly type: 'channel_stock';
  /**
   * What.
   */
  readonly event: ChannelStockEvent;
}
/**
 * An amount: fixed, of the base price, and by weight, added up and then kept between its bounds.
 *
 * `clamp(fixed + percent · base + ceil(chargeable / step) · price, minimum, maximum)`
 */
export interface Charge {
  /**
   * A fixed part.
   */
  readonly fixed?: Money;
  /**
   * A part of the base price.
   */
  readonly percent?: Decimal;
  /**
   * A part for each started step of chargeable weight.
   */
  readonly perStep?: StepRate;
  /**
   * At least so much.
   */
  readonly minimum?: Money;
  /**
   * At most so much.
   */
  readonly maximum?: Money;
}
/**
 * When a surcharge is charged: everything that is named must hold.
 */
export interface ChargeWhen {
  /**
   * The destination lies in one of these areas of the card.
   */
  readonly areas?: readonly string[];
  /**
   * The way is of one of these zones.
   */
  readonly zones?: readonly string[];
  /**
   * The destination is of one of these kinds.
   */
  readonly places?: readonly PlaceKind[];
  /**
   * All of these are asked for.
   */
  readonly options?: readonly string[];
  /**
   * The parcel is handed over in this window.
   */
  readonly handedOver?: Window;
  /**
   * The parcel is above one of these measures.
   */
  readonly above?: ParcelMeasures;
}
/**
 * What a parcel counts as.
 */
export interface ChargedWeight {
  /**
   * Which parcel, counted from 0; absent for all together.
   */
  readonly parcel?: number;
  /**
   * What it weighs on the scale, in grams.
   */
  readonly actualGrams: number;
  /**
   * What its size counts as, in grams to the nearest; absent where size does not count.
   */
  readonly volumetricGrams?: number;
  /**
   * What is charged, in grams to the nearest.
   */
  readonly chargeableGrams: number;
  /**
   * What is charged, in the carrier's kilograms or pounds.
   */
  readonly chargeable: Decimal;
}
/**
 * The lowest cost.
 */
export interface CheapestService {
  readonly type: 'cheapest';
}
/**
 * The lowest cost of those in time; the least late if none is.
 */
export interface CheapestServiceWithinPromise {
  readonly type: 'cheapest_within_promise';
}
/**
 * The rules that the plan breaks.
 */
export interface CheckAllocationAnswer {
  readonly type: 'check_allocation';
  /**
   * The rules it breaks; none if it is right.
   */
  readonly violations: readonly PlanViolation[];
}
/**
 * Whether a plan is right.
 */
export interface CheckAllocationOf {
  readonly type: 'check_allocation';
  /**
   * The problem.
   */
  readonly problem: AllocationProblem;
  /**
   * The plan, with its costs and verdicts.
   */
  readonly plan?: AllocationPlan;
  /**
   * Assignments, where there is no plan.
   */
  readonly assignments?: readonly AllocationAssignment[];
}
/**
 * Which rules it breaks.
 */
export interface CheckPackingAnswer {
  readonly type: 'check_packing';
  /**
   * Every rule that it breaks; none if it can be packed as it says.
   */
  readonly violations: readonly PackViolation[];
}
/**
 * Which rules a packing breaks.
 */
export interface CheckPackingOf {
  readonly type: 'check_packing';
  /**
   * The items and the boxes.
   */
  readonly request: PackRequest;
  /**
   * The packing.
   */
  readonly plan: PackPlan;
}
/**
 * Why these nodes ship. What each candidate would have cost, and what rejected it, is in the plan itself.
 */
export interface ChoiceExplanation {
  /**
   * The nodes that ship, sorted.
   */
  readonly nodes: readonly string[];
  /**
   * What the plan costs.
   */
  readonly cost: Money;
  /**
   * The best plan there is, where the strategy chose another.
   */
  readonly better?: Alternative;
  /**
   * The best plan in which one of the nodes of the best plan does not ship; absent when nothing ships.
   */
  readonly runnerUp?: Alternative;
  /**
   * How far the best plan may be from the best that is possible.
   */
  readonly gap: BoundGap;
  /**
   * What one more unit would save, most first: the shadow prices of scarce stock.
   */
  readonly savings?: readonly UnitSaving[];
  /**
   * The smallest changes of one input with which the best plan would ship from other nodes, by kind, then by size.
   */
  readonly flips?: readonly ChoiceFlip[];
}
/**
 * A change with which the best plan would ship from other nodes; one step less would not do.
 */
export interface ChoiceFlip {
  /**
   * The change.
   */
  readonly change: InputChange;
  /**
   * The nodes that would ship then, sorted.
   */
  readonly nodes: readonly string[];
  /**
   * What the plan would cost then.
   */
  readonly cost: Money;
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
  /**
   * What else carriers ask: sizes of packed parcels, declared value, cash on delivery, options. Without parcels it
   * is priced by the weights of the shipment's parcels where all are weighed, else by what its SKUs weigh.
   */
  readonly shipment?: RateShipment;
}
/**
 * An option that a buyer chose for each kit of a line.
 */
export interface ChosenOption {
  /**
   * The choice of the kit.
   */
  readonly choice: string;
  /**
   * The option.
   */
  readonly sku: string;
  /**
   * How often in one kit; once by default. A choice of which only options chosen 0 times are named is left empty,
   * whatever is preset.
   */
  readonly times?: number;
}
/**
 * What a class of buyers is expected to ask for, and what it is worth.
 */
export interface ClassDemand {
  /**
   * The class; higher classes come first, 0 is everybody.
   */
  readonly class: number;
  /**
   * What one unit earns.
   */
  readonly margin: Money;
  /**
   * The mean of its demand until more comes, in thousandths of a unit; at most 100,000 units.
   */
  readonly meanMilli: number;
  /**
   * The variance of that demand, in thousandths; the mean when absent. At most 1000 times the mean.
   */
  readonly varianceMilli?: number;
}
/**
 * How many units a class may take.
 */
export interface ClassLimit {
  /**
   * The class.
   */
  readonly class: number;
  /**
   * How many.
   */
  readonly units: Quantity;
}
/**
 * Units kept for a class of buyers and the classes above it.
 */
export interface ClassProtection {
  /**
   * The class; higher classes come first, 0 is everybody.
   */
  readonly class: number;
  /**
   * How many units the classes below may not take.
   */
  readonly units: Quantity;
}
/**
 * Close the period of a SKU at a node that is costed by the periodic average.
 */
export interface CloseCostPeriod {
  readonly type: 'close_cost_period';
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
 * Let a node take no orders for a while.
 */
export interface CloseNode {
  readonly type: 'close_node';
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Until when; until it is opened when absent.
   */
  readonly until?: Instant;
  /**
   * Why.
   */
  readonly reason?: string;
}
/**
 * Close a transfer: what has not left is given back, what has not arrived is lost.
 */
export interface CloseTransfer {
  readonly type: 'close_transfer';
  /**
   * The transfer.
   */
  readonly transfer: string;
  /**
   * Why units are given up for lost; needed when some are.
   */
  readonly reason?: string;
}
/**
 * What a service emits.
 */
export interface Co2Service {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The service; all of the carrier's that are not named themselves when absent.
   */
  readonly service?: string;
  /**
   * Grams for each shipment.
   */
  readonly gramsPerShipment: number;
  /**
   * Grams for a tonne and a kilometre.
   */
  readonly gramsPerTonneKm: number;
}
/**
 * Emissions at a price: a shipment costs `pricePerKg · (fixed + rate · weight · distance)`.
 *
 * Rates are in grams of CO2 for a tonne carried a kilometre, as ISO 14083 and carriers' reports give them;
 * unknown distances count as nothing. The cost of a shipment is rounded to the minor unit once, halves up.
 */
export interface Co2Term {
  /**
   * What a kilogram costs.
   */
  readonly pricePerKg: Money;
  /**
   * What services emit; one that is not named emits nothing.
   */
  readonly services: readonly Co2Service[];
  /**
   * How much it weighs, in thousandths.
   */
  readonly weightPerMille?: number;
}
/**
 * The service does not collect that much on delivery, or nothing at all.
 */
export interface CodRefused {
  readonly type: 'cod_refused';
  /**
   * The amount.
   */
  readonly amount: Money;
  /**
   * The most that is; absent where nothing is.
   */
  readonly limit?: Money;
}
/**
 * How cold a service keeps things, and for how long.
 */
export interface ColdChain {
  /**
   * The temperatures.
   */
  readonly range: ColdRange;
  /**
   * For how many hours; as long as it takes when absent.
   */
  readonly hours?: number;
}
/**
 * The service does not keep it cold, not cold enough, or not for long enough.
 */
export interface ColdNotKept {
  readonly type: 'cold_not_kept';
  /**
   * What the goods need.
   */
  readonly wanted: ColdRange;
  /**
   * For how many hours.
   */
  readonly hours: number;
  /**
   * What the service keeps; absent where it keeps nothing cold.
   */
  readonly chain?: ColdChain;
}
/**
 * A range of temperatures.
 */
export interface ColdRange {
  /**
   * The lowest in degrees Celsius.
   */
  readonly minCelsius: number;
  /**
   * The highest in degrees Celsius.
   */
  readonly maxCelsius: number;
}
/**
 * The buyer has collected an order.
 */
export interface CollectOrder {
  readonly type: 'collect_order';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The id of the shipment.
   */
  readonly shipment: string;
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
 * Units that nodes were promised.
 */
export interface Commitment {
  readonly type: 'commitment';
  /**
   * The nodes; naming none makes no sense.
   */
  readonly nodes: NodeScope;
  /**
   * Units missing to what was promised.
   */
  readonly missing: number;
  /**
   * What each unit from elsewhere while some are missing costs; never allowed when absent.
   */
  readonly price?: Money;
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
 * A constraint of a problem.
 */
export interface ConstraintRef {
  /**
   * Its place among the problem's constraints, from 0.
   */
  readonly index: number;
  /**
   * Its kind.
   */
  readonly kind: ConstraintKind;
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
 * A service that takes a parcel.
 */
export interface ContractOption {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's service.
   */
  readonly service: string;
  /**
   * What it costs.
   */
  readonly cost: Money;
}
/**
 * A parcel and who takes it.
 */
export interface ContractParcel {
  /**
   * The parcel.
   */
  readonly id: string;
  /**
   * The services that take it; of one carrier only the cheapest matters.
   */
  readonly options: readonly ContractOption[];
}
/**
 * How a contract stands.
 */
export interface ContractStanding {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * How many parcels it gets.
   */
  readonly parcels: number;
  /**
   * How many are missing to the commitment.
   */
  readonly missing: number;
  /**
   * The rebate on each parcel.
   */
  readonly rebate?: Money;
}
/**
 * Nodes that rejected the order a short while ago.
 */
export interface CoolDown {
  readonly type: 'cool_down';
  /**
   * How many seconds.
   */
  readonly seconds: number;
  /**
   * When each node rejected it last.
   */
  readonly rejected: readonly NodeRejectedAt[];
  /**
   * What each shipment from there costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * Units that left, and the layers that they came from.
 */
export interface CostAway {
  readonly type: 'cost_away';
  /**
   * The shipment or transfer.
   */
  readonly reference: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node that they left.
   */
  readonly node: string;
  /**
   * The layers, in the order in which the units left.
   */
  readonly draws: readonly CostDraw[];
  /**
   * How many of the units have come back or arrived.
   */
  readonly back: number;
}
/**
 * What one SKU at one node is worth, and what its units cost when they left.
 */
export interface CostBook {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How issues are valued.
   */
  readonly method: CostingMethod;
  /**
   * The currency of every amount in it.
   */
  readonly currency: string;
  /**
   * Units on hand; negative when more left than came.
   */
  readonly units: number;
  /**
   * What they cost together; negative when more left than came.
   */
  readonly value: Money;
  /**
   * What is there, oldest first; one layer under an average, none under a standard cost.
   */
  readonly layers: readonly CostLayer[];
  /**
   * Units that left before they came, and what they were issued at.
   */
  readonly short?: CostPool;
  /**
   * The last known cost, at which units leave that have not come yet.
   */
  readonly last?: CostRate;
  /**
   * The standard cost, where the method has one.
   */
  readonly standard?: CostRate;
  /**
   * The period under way, where the method has one.
   */
  readonly period?: CostPeriod;
  /**
   * The number of the next layer.
   */
  readonly nextLayer: number;
  /**
   * Value that came and went.
   */
  readonly totals: CostTotals;
  /**
   * What is neither on hand nor issued.
   */
  readonly variances: CostVariances;
}
/**
 * What a SKU at a node is worth.
 */
export interface CostBookDocument {
  readonly type: 'costs';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How issues are valued.
   */
  readonly method: CostingMethod;
  /**
   * The currency of every amount in it.
   */
  readonly currency: string;
  /**
   * Units on hand; negative when more left than came.
   */
  readonly units: number;
  /**
   * What they cost together; negative when more left than came.
   */
  readonly value: Money;
  /**
   * What is there, oldest first; one layer under an average, none under a standard cost.
   */
  readonly layers: readonly CostLayer[];
  /**
   * Units that left before they came, and what they were issued at.
   */
  readonly short?: CostPool;
  /**
   * The last known cost, at which units leave that have not come yet.
   */
  readonly last?: CostRate;
  /**
   * The standard cost, where the method has one.
   */
  readonly standard?: CostRate;
  /**
   * The period under way, where the method has one.
   */
  readonly period?: CostPeriod;
  /**
   * The number of the next layer.
   */
  readonly nextLayer: number;
  /**
   * Value that came and went.
   */
  readonly totals: CostTotals;
  /**
   * What is neither on hand nor issued.
   */
  readonly variances: CostVariances;
}
/**
 * Units that had been issued before they came, and now did.
 */
export interface CostCovered {
  /**
   * How many.
   */
  readonly units: number;
  /**
   * What they were issued at.
   */
  readonly issuedAt: Money;
  /**
   * What they cost.
   */
  readonly cost: Money;
}
/**
 * Units of one layer and what they cost together.
 */
export interface CostDraw {
  /**
   * The layer's number in its book; absent where there is none: units that had not come yet, or a standard cost.
   */
  readonly layer?: number;
  /**
   * The receipt that brought them; empty where many are averaged.
   */
  readonly receipt?: string;
  /**
   * The lot or serial number.
   */
  readonly lot?: string;
  /**
   * When the layer began.
   */
  readonly at: Instant;
  /**
   * How many units.
   */
  readonly units: number;
  /**
   * What they cost together.
   */
  readonly cost: Money;
  /**
   * Where the cost comes from.
   */
  readonly basis: CostBasis;
}
/**
 * Units came.
 */
export interface CostEntered {
  readonly type: 'entered';
  /**
   * From where.
   */
  readonly kind: CostEntryKind;
  /**
   * The receipt, transfer or return.
   */
  readonly reference?: string;
  /**
   * How many units.
   */
  readonly units: number;
  /**
   * What they cost together.
   */
  readonly cost: Money;
  /**
   * Where the cost comes from.
   */
  readonly basis: CostBasis;
  /**
   * The layers they went into; none under a standard cost.
   */
  readonly placed: readonly CostDraw[];
  /**
   * Units among them that had been issued before they came.
   */
  readonly covered?: CostCovered;
  /**
   * What of the cost is not on hand.
   */
  readonly variance?: CostVariance;
}
/**
 * Units left.
 */
export interface CostIssued {
  readonly type: 'issued';
  /**
   * To where.
   */
  readonly kind: CostIssueKind;
  /**
   * The shipment, transfer or count.
   */
  readonly reference?: string;
  /**
   * How many units.
   */
  readonly units: number;
  /**
   * What they cost together.
   */
  readonly cost: Money;
  /**
   * Which layers they came from.
   */
  readonly draws: readonly CostDraw[];
}
/**
 * A bill came for units of a receipt.
 */
export interface CostLanded {
  readonly type: 'landed';
  /**
   * The receipt.
   */
  readonly receipt: string;
  /**
   * The bill's part for this SKU at this node.
   */
  readonly amount: Money;
  /**
   * How many units the receipt brought.
   */
  readonly received: number;
  /**
   * How many of them are taken to be there still.
   */
  readonly covered: number;
  /**
   * What went to the layers that are left.
   */
  readonly shares: readonly CostShare[];
  /**
   * What fell to units that had left.
   */
  readonly variance: Money;
}
/**
 * Units that came together.
 */
export interface CostLayer {
  /**
   * Its number in the book; lower ones are older.
   */
  readonly number: number;
  /**
   * The receipt that brought it; empty where many are averaged.
   */
  readonly receipt?: string;
  /**
   * The lot or serial number.
   */
  readonly lot?: string;
  /**
   * When it began.
   */
  readonly at: Instant;
  /**
   * Its units and what they cost.
   */
  readonly pool: CostPool;
}
/**
 * One line of a cost.
 */
export interface CostLine {
  /**
   * What it is for.
   */
  readonly kind: CostKind;
  /**
   * The constraint whose price it is.
   */
  readonly constraint?: ConstraintRef;
  /**
   * How much, by its weight; negative where it saves.
   */
  readonly cost: Money;
}
/**
 * The method changed.
 */
export interface CostMethodChanged {
  readonly type: 'method_changed';
  /**
   * The new method.
   */
  readonly method: CostingMethod;
  /**
   * The standard cost, where the method has one.
   */
  readonly standard?: CostRate;
  /**
   * What it added to the value on hand.
   */
  readonly revaluation: Money;
  /**
   * When.
   */
  readonly at: Instant;
}
/**
 * The book began.
 */
export interface CostOpened {
  readonly type: 'opened';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How issues are valued.
   */
  readonly method: CostingMethod;
  /**
   * The currency of the book.
   */
  readonly currency: string;
  /**
   * The units that were there already.
   */
  readonly units: number;
  /**
   * What they cost together.
   */
  readonly cost: Money;
  /**
   * Where that cost comes from.
   */
  readonly basis: CostBasis;
  /**
   * What one unit costs by the SKU's record: the standard cost where the method has one, else the last known cost.
   */
  readonly unitCost?: CostRate;
  /**
   * When.
   */
  readonly at: Instant;
}
/**
 * What a period of the periodic average began with and took in.
 */
export interface CostPeriod {
  /**
   * When it began.
   */
  readonly since: Instant;
  /**
   * Units that it began with and that came.
   */
  readonly units: number;
  /**
   * What they cost together.
   */
  readonly value: Money;
}
/**
 * The period ended.
 */
export interface CostPeriodClosed {
  readonly type: 'period_closed';
  /**
   * When it ended.
   */
  readonly until: Instant;
  /**
   * What all units of the period cost, by how many they were: those it began with and those that came.
   * Absent when there was none.
   */
  readonly average?: CostRate;
  /**
   * What its issues cost beyond what they were issued at.
   */
  readonly variance: Money;
}
/**
 * Units that are valued together: a layer, or everything under an average.
 *
 * The first `j` of its `units` cost `round_half_up(value · j / units)`, and the units from `i` to `j` the difference.
 * So it makes no difference in which lots the units leave, and the last one takes what is left, to the minor unit.
 */
export interface CostPool {
  /**
   * How many units were valued together when that was last done.
   */
  readonly units: number;
  /**
   * How many of them have left since.
   */
  readonly taken: number;
  /**
   * What all the units cost together, those that have left included.
   */
  readonly value: Money;
}
/**
 * So much money for so many units: a unit cost that loses no decimals.
 */
export interface CostRate {
  /**
   * What the units cost together.
   */
  readonly amount: Money;
  /**
   * How many units; at least one.
   */
  readonly units: number;
}
/**
 * What a receipt brought of costed SKUs.
 */
export interface CostReceipt {
  readonly type: 'cost_receipt';
  /**
   * What names the receipt.
   */
  readonly receipt: string;
  /**
   * What it brought, in the order in which it came; the first `CostReceipt::MOST_LINES` of it.
   */
  readonly lines: readonly CostReceiptLine[];
  /**
   * Whether it brought more than is noted; then no bill can be spread over it.
   */
  readonly incomplete?: boolean;
}
/**
 * Units of a SKU that a receipt brought to a node.
 */
export interface CostReceiptLine {
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
  readonly units: number;
  /**
   * What they cost together, without later bills.
   */
  readonly cost: Money;
}
/**
 * Something happened to the value of stock.
 */
export interface CostRecord {
  readonly type: 'cost';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * What.
   */
  readonly event: CostEvent;
}
/**
 * A layer's part of a late bill.
 */
export interface CostShare {
  /**
   * The layer's number.
   */
  readonly layer: number;
  /**
   * The part.
   */
  readonly amount: Money;
}
/**
 * The standard cost changed.
 */
export interface CostStandardSet {
  readonly type: 'standard_set';
  /**
   * The new standard cost.
   */
  readonly standard: CostRate;
  /**
   * What it added to the value on hand.
   */
  readonly revaluation: Money;
}
/**
 * Value that came and went, since the book began.
 */
export interface CostTotals {
  /**
   * In: from suppliers, and what the book began with.
   */
  readonly received: Money;
  /**
   * In: late bills.
   */
  readonly landed: Money;
  /**
   * In: from customers.
   */
  readonly returned: Money;
  /**
   * In: from other nodes or SKUs.
   */
  readonly transferredIn: Money;
  /**
   * In: found by counts.
   */
  readonly found: Money;
  /**
   * Out: cost of goods sold.
   */
  readonly issued: Money;
  /**
   * Out: to other nodes or SKUs.
   */
  readonly transferredOut: Money;
  /**
   * Out: scrapped, lost, counted away.
   */
  readonly writtenOff: Money;
}
/**
 * An amount that is neither on hand nor issued.
 */
export interface CostVariance {
  /**
   * Which account.
   */
  readonly account: CostVarianceAccount;
  /**
   * How much; negative when units cost less.
   */
  readonly amount: Money;
}
/**
 * What is neither on hand nor issued, by account.
 */
export interface CostVariances {
  /**
   * What purchases cost beyond the standard cost.
   */
  readonly purchasePrice: Money;
  /**
   * Late bills for units that had left.
   */
  readonly lateCost: Money;
  /**
   * What units cost beyond what they were issued at before they came.
   */
  readonly trueUp: Money;
  /**
   * What new standard costs and methods took from the value.
   */
  readonly revaluation: Money;
  /**
   * What issues of closed periods cost beyond what they were issued at.
   */
  readonly period: Money;
}
/**
 * A count of some SKUs at a node.
 */
export interface Count {
  /**
   * The count.
   */
  readonly id: string;
  /**
   * Where.
   */
  readonly node: string;
  /**
   * When the book was noted.
   */
  readonly startedAt: Instant;
  /**
   * What happens to differences.
   */
  readonly policy: CountPolicy;
  /**
   * The SKUs, each once.
   */
  readonly lines: readonly CountLine[];
  /**
   * How it ended.
   */
  readonly ended?: CountEnd;
  /**
   * When it ended.
   */
  readonly endedAt?: Instant;
  /**
   * Who approved the differences, where somebody did.
   */
  readonly approver?: string;
}
/**
 * A change of the book.
 */
export interface CountAdjustment {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The change of the physical units; never none.
   */
  readonly delta: number;
}
/**
 * The count, as its counters may see it.
 */
export interface CountAnswer {
  readonly type: 'count';
  /**
   * The count; absent when there is none. It bears no figure of the book until a line is settled.
   */
  readonly count?: CountSheet;
}
/**
 * What the book says of a SKU when its count starts.
 */
export interface CountBook {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * All physical units by the book: free, held, allocated and blocked ones.
   */
  readonly onHand: number;
  /**
   * What one unit costs, where that is known.
   */
  readonly unitCost?: Money;
}
/**
 * It was given up.
 */
export interface CountCancelled {
  readonly type: 'cancelled';
  /**
   * Why.
   */
  readonly reason?: string;
}
/**
 * A count of stock.
 */
export interface CountDocument {
  readonly type: 'count';
  /**
   * The count.
   */
  readonly id: string;
  /**
   * Where.
   */
  readonly node: string;
  /**
   * When the book was noted.
   */
  readonly startedAt: Instant;
  /**
   * What happens to differences.
   */
  readonly policy: CountPolicy;
  /**
   * The SKUs, each once.
   */
  readonly lines: readonly CountLine[];
  /**
   * How it ended.
   */
  readonly ended?: CountEnd;
  /**
   * When it ended.
   */
  readonly endedAt?: Instant;
  /**
   * Who approved the differences, where somebody did.
   */
  readonly approver?: string;
}
/**
 * When a cell is due.
 */
export interface CountDue {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How much it matters.
   */
  readonly class: AbcClass;
  /**
   * When it is due; absent when it was never counted and so is due at once.
   */
  readonly dueAt?: Instant;
  /**
   * Whether that is now or past.
   */
  readonly due: boolean;
  /**
   * How many whole days of 24 hours it is overdue; 0 when it is not, or was never counted.
   */
  readonly overdueDays: number;
}
/**
 * How large a difference may be, in units and in money. Both have to be kept.
 */
export interface CountLimits {
  /**
   * The most units.
   */
  readonly units?: Quantity;
  /**
   * The most money, at the SKU's cost; any when absent. A SKU without a cost has no value that could be judged: then
   * no difference keeps this limit.
   */
  readonly value?: Money;
}
/**
 * One SKU of a count.
 */
export interface CountLine {
  /**
   * What the book said at the start.
   */
  readonly book: CountBook;
  /**
   * What was found, in the order recorded.
   */
  readonly tallies: readonly CountTally[];
}
/**
 * What happens to differences. By default each is counted again, and none is posted without an approver.
 */
export interface CountPolicy {
  /**
   * A difference beyond this is counted again.
   */
  readonly recountAbove?: CountLimits;
  /**
   * A difference beyond this is posted only with an approver.
   */
  readonly approveAbove?: CountLimits;
}
/**
 * The differences became adjustments.
 */
export interface CountPosted {
  readonly type: 'posted';
  /**
   * The adjustments, SKUs without a difference left out.
   */
  readonly adjustments: readonly CountAdjustment[];
  /**
   * Who approved, where somebody did.
   */
  readonly approver?: string;
}
/**
 * Something happened to a count.
 */
export interface CountRecord {
  readonly type: 'count';
  /**
   * The count.
   */
  readonly count: string;
  /**
   * What.
   */
  readonly event: CountEvent;
}
/**
 * A counter found units.
 */
export interface CountRecorded {
  readonly type: 'recorded';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Units found.
   */
  readonly counted: Quantity;
  /**
   * Units that came and went since the start, by the book.
   */
  readonly moved: number;
  /**
   * Who counted.
   */
  readonly counter: string;
}
/**
 * What came of a line that is settled, with everything its difference is made of.
 */
export interface CountResult {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Units by the book when the count started.
   */
  readonly book: number;
  /**
   * Units that came and went until the tally.
   */
  readonly moved: number;
  /**
   * Units that should have been there: `book + moved`.
   */
  readonly expected: number;
  /**
   * Units found.
   */
  readonly counted: Quantity;
  /**
   * The difference: `counted − expected`.
   */
  readonly variance: number;
  /**
   * What the difference is worth at cost; absent when no cost is known or the amount is too large.
   */
  readonly value?: Money;
  /**
   * Whether the difference is posted only with an approver.
   */
  readonly needsApproval: boolean;
}
/**
 * When all the cells are due.
 */
export interface CountSchedule {
  /**
   * The cells: those never counted first, then by instant due, class, SKU and node.
   */
  readonly cells: readonly CountDue[];
}
/**
 * When which cell is due for a count.
 */
export interface CountScheduleAnswer {
  readonly type: 'count_schedule';
  /**
   * The cells, the most urgent first.
   */
  readonly schedule: CountSchedule;
}
/**
 * A cell to plan for.
 */
export interface CountScheduleCell {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How much it matters.
   */
  readonly class: AbcClass;
  /**
   * When it was counted last; never when absent.
   */
  readonly countedAt?: Instant;
}
/**
 * When which cell is due for a count.
 */
export interface CountScheduleOf {
  readonly type: 'count_schedule';
  /**
   * The cells.
   */
  readonly request: CountScheduleRequest;
}
/**
 * What a schedule is asked for.
 */
export interface CountScheduleRequest {
  /**
   * The instant from which it is looked at.
   */
  readonly at: Instant;
  /**
   * The cells.
   */
  readonly cells: readonly CountScheduleCell[];
}
/**
 * A count as its counters may see it: blind, without any figure of the book until a line is settled.
 */
export interface CountSheet {
  /**
   * The count.
   */
  readonly count: string;
  /**
   * Where.
   */
  readonly node: string;
  /**
   * When the book was noted.
   */
  readonly startedAt: Instant;
  /**
   * What it waits for.
   */
  readonly status: CountStatus;
  /**
   * The SKUs.
   */
  readonly lines: readonly CountSheetLine[];
  /**
   * How well the book knew what was there, once every line is settled: `1 − Σ|counted − expected| / Σ expected`.
   */
  readonly accuracy?: Ratio;
  /**
   * Who approved the differences, where somebody did.
   */
  readonly approver?: string;
}
/**
 * One SKU of a count, as its counters may see it.
 */
export interface CountSheetLine {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * What it waits for.
   */
  readonly state: CountLineState;
  /**
   * How often it was counted.
   */
  readonly tallies: number;
  /**
   * What came of it, once it is settled.
   */
  readonly result?: CountResult;
}
/**
 * The book was noted.
 */
export interface CountStarted {
  readonly type: 'started';
  /**
   * The count.
   */
  readonly count: Count;
}
/**
 * What a counter found.
 */
export interface CountTally {
  /**
   * Units found.
   */
  readonly counted: Quantity;
  /**
   * Units that came (positive) and went (negative) between the start and this tally, by the book.
   */
  readonly moved: number;
  /**
   * Who counted.
   */
  readonly counter: string;
  /**
   * When.
   */
  readonly at: Instant;
}
/**
 * Which count has a cell, and when it was counted.
 */
export interface CountedCell {
  readonly type: 'counted_cell';
  /**
   * The count that is going on.
   */
  readonly open?: string;
  /**
   * When a count of it was posted last.
   */
  readonly countedAt?: Instant;
}
/**
 * Countries of one zone.
 */
export interface CountryZone {
  /**
   * The countries.
   */
  readonly countries: readonly string[];
  /**
   * The zone.
   */
  readonly zone: string;
}
/**
 * By the country of the destination.
 */
export interface CountryZones {
  readonly type: 'country';
  /**
   * The rows; the first that names the country counts.
   */
  readonly rows?: readonly CountryZone[];
  /**
   * The zone of whatever the rows do not name; not served when absent.
   */
  readonly default?: string;
}
/**
 * A node's days of cover before and after everything suggested; absent without demand.
 */
export interface CoverChange {
  /**
   * Days before.
   */
  readonly before?: Ratio;
  /**
   * Days after.
   */
  readonly after?: Ratio;
}
/**
 * Which destinations nodes serve.
 */
export interface Coverage {
  readonly type: 'coverage';
  /**
   * The nodes it holds for; all when none is named.
   */
  readonly nodes?: NodeScope;
  /**
   * The areas served; all when none is named.
   */
  readonly allow?: readonly Area[];
  /**
   * The areas not served.
   */
  readonly deny?: readonly Area[];
  /**
   * What each shipment to an area not served costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * Ask for stock to move from one node to another.
 */
export interface CreateTransfer {
  readonly type: 'create_transfer';
  /**
   * The id of the transfer to be.
   */
  readonly transfer: string;
  /**
   * What is to move.
   */
  readonly draft: TransferDraft;
}
/**
 * From which country to which.
 */
export interface CrossBorder {
  readonly type: 'cross_border';
  /**
   * From which country to which.
   */
  readonly open?: readonly Border[];
  /**
   * What each shipment over another border costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * For demand that comes now and then: size and interval, each smoothed.
 */
export interface Croston {
  readonly type: 'croston';
  /**
   * How fast both follow, 0 to 1.
   */
  readonly alpha: Decimal;
}
/**
 * Base prices of small parcels by volume: the USPS prices parcels up to half a cubic foot or a cubic foot so.
 */
export interface CubicRates {
  /**
   * Only parcels that are above none of these.
   */
  readonly within: ParcelMeasures;
  /**
   * The prices, by volume from small to large within a zone. A parcel above all of them is priced by weight.
   */
  readonly tiers: readonly CubicTier[];
}
/**
 * The base price up to a volume.
 */
export interface CubicTier {
  /**
   * The zone.
   */
  readonly zone: string;
  /**
   * The largest volume in cubic millimetres, itself included.
   */
  readonly upTo: number;
  /**
   * The price.
   */
  readonly price: Money;
}
/**
 * Customers whom some nodes do not serve.
 */
export interface CustomerBan {
  readonly type: 'customer_ban';
  /**
   * The customers.
   */
  readonly customers: readonly string[];
  /**
   * The nodes it holds for; all when none is named.
   */
  readonly nodes?: NodeScope;
  /**
   * What each shipment to them costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * The reservations and orders in which a customer has, or had, units of a SKU with a limit.
 *
 * It holds no count: how many units there are is read from the reservations and orders themselves, so that the two
 * cannot differ. It is written anew whenever units are promised to the customer, so that of two who promise at the
 * same time one has to look again.
 */
export interface CustomerUnits {
  /**
   * The customer.
   */
  readonly customer: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The reservations.
   */
  readonly reservations?: readonly string[];
  /**
   * The orders.
   */
  readonly orders?: readonly string[];
}
/**
 * Where a customer has units of a SKU of which they may not have any number.
 */
export interface CustomerUnitsDocument {
  readonly type: 'customer_units';
  /**
   * The customer.
   */
  readonly customer: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The reservations.
   */
  readonly reservations?: readonly string[];
  /**
   * The orders.
   */
  readonly orders?: readonly string[];
}
/**
 * Something that a customer may not have more of was promised to them.
 */
export interface CustomerUnitsRecorded {
  readonly type: 'customer_units';
  /**
   * The record; it replaces the one of the same customer and SKU.
   */
  readonly units: CustomerUnits;
}
/**
 * Until when of a day orders are still worked on that day.
 */
export interface CutOff {
  /**
   * For which carrier service; for all that have none of their own when absent.
   */
  readonly service?: string;
  /**
   * On which days; on all that have none of their own when empty.
   */
  readonly days?: readonly Weekday[];
  /**
   * The time; who comes at that minute is late.
   */
  readonly at: string;
}
/**
 * The service has taken as much today as it takes.
 */
export interface DailyCapReached {
  readonly type: 'daily_cap_reached';
  /**
   * How many parcels it takes.
   */
  readonly cap: number;
  /**
   * How many it has taken.
   */
  readonly taken: number;
}
/**
 * A calendar day.
 */
export interface DateFieldValue {
  readonly type: 'date';
  readonly value: string;
}
/**
 * Units that will be there from an instant on.
 */
export interface DatedUnits {
  /**
   * From when on.
   */
  readonly at: Instant;
  /**
   * How many.
   */
  readonly quantity: Quantity;
}
/**
 * What of a path's day is taken.
 */
export interface DayCapacity {
  /**
   * The day, by the node's calendar.
   */
  readonly day: string;
  /**
   * The path.
   */
  readonly path: string;
  /**
   * What can be done.
   */
  readonly limits: CapacityLimits;
  /**
   * What is booked and not yet confirmed.
   */
  readonly held: CapacityAmounts;
  /**
   * What the warehouse has been told, shipped or not.
   */
  readonly confirmed: CapacityAmounts;
}
/**
 * So many days of mean demand beyond the reorder point.
 */
export interface DaysLot {
  readonly type: 'days';
  /**
   * How many days.
   */
  readonly days: number;
}
/**
 * So many days of mean demand.
 */
export interface DaysOfCoverRule {
  readonly type: 'days_of_cover';
  /**
   * How many days.
   */
  readonly days: Decimal;
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
 * When an order is ready, picked up and delivered.
 */
export interface DeliveryEstimate {
  /**
   * When it is ready.
   */
  readonly ready: ReadyAt;
  /**
   * When the carrier takes it.
   */
  readonly pickupAt: Instant;
  /**
   * The date of delivery.
   */
  readonly deliverOn: string;
  /**
   * When that date ends at the recipient's.
   */
  readonly deliverBy: Instant;
  /**
   * The date of delivery when the carrier is slow.
   */
  readonly slowOn?: string;
  /**
   * When that date ends at the recipient's.
   */
  readonly slowBy?: Instant;
}
/**
 * When it is ready, picked up and delivered.
 */
export interface DeliveryEstimateCalculated {
  readonly type: 'delivery';
  /**
   * When it is ready.
   */
  readonly ready: ReadyAt;
  /**
   * When the carrier takes it.
   */
  readonly pickupAt: Instant;
  /**
   * The date of delivery.
   */
  readonly deliverOn: string;
  /**
   * When that date ends at the recipient's.
   */
  readonly deliverBy: Instant;
  /**
   * The date of delivery when the carrier is slow.
   */
  readonly slowOn?: string;
  /**
   * When that date ends at the recipient's.
   */
  readonly slowBy?: Instant;
}
/**
 * An order, the node that ships it, and the service that takes it.
 */
export interface DeliveryQuestion {
  /**
   * The node's calendar.
   */
  readonly calendar: Calendar;
  /**
   * When the order comes.
   */
  readonly now: Instant;
  /**
   * How many units it has.
   */
  readonly units?: Quantity;
  /**
   * The carrier, for its pick-ups.
   */
  readonly carrier?: string;
  /**
   * Its service, for its cut-off.
   */
  readonly service?: string;
  /**
   * Minutes between ready and the pick-up, for safety.
   */
  readonly bufferMinutes?: number;
  /**
   * The days on which the carrier works; every day when absent.
   */
  readonly carrierDays?: CarrierDays;
  /**
   * Working days from pick-up to delivery, as a rule: the median where it is known.
   */
  readonly transitDays: number;
  /**
   * Working days when it is slow: the ninth decile where it is known.
   */
  readonly slowTransitDays?: number;
  /**
   * Working days more for where it goes: rural, islands.
   */
  readonly extraDays?: number;
  /**
   * The recipient's civil time, by which the day of delivery ends; the carrier's when absent.
   */
  readonly recipient?: TimeZone;
}
/**
 * When an order is delivered, by the calendars of node and carrier.
 */
export interface DeliveryQuestionCalculation {
  readonly type: 'delivery';
  /**
   * The node's calendar.
   */
  readonly calendar: Calendar;
  /**
   * When the order comes.
   */
  readonly now: Instant;
  /**
   * How many units it has.
   */
  readonly units?: Quantity;
  /**
   * The carrier, for its pick-ups.
   */
  readonly carrier?: string;
  /**
   * Its service, for its cut-off.
   */
  readonly service?: string;
  /**
   * Minutes between ready and the pick-up, for safety.
   */
  readonly bufferMinutes?: number;
  /**
   * The days on which the carrier works; every day when absent.
   */
  readonly carrierDays?: CarrierDays;
  /**
   * Working days from pick-up to delivery, as a rule: the median where it is known.
   */
  readonly transitDays: number;
  /**
   * Working days when it is slow: the ninth decile where it is known.
   */
  readonly slowTransitDays?: number;
  /**
   * Working days more for where it goes: rural, islands.
   */
  readonly extraDays?: number;
  /**
   * The recipient's civil time, by which the day of delivery ends; the carrier's when absent.
   */
  readonly recipient?: TimeZone;
}
/**
 * What the levels were computed from.
 */
export interface DemandBasis {
  /**
   * Mean demand per day.
   */
  readonly dailyDemand: Decimal;
  /**
   * Standard deviation of the demand of a day.
   */
  readonly demandDeviation: Decimal;
  /**
   * Mean lead time in days.
   */
  readonly leadTimeDays: Decimal;
  /**
   * Standard deviation of the lead time in days.
   */
  readonly leadTimeDeviation: Decimal;
  /**
   * Days between two reviews; zero when stock is looked at all the time.
   */
  readonly reviewDays: Decimal;
  /**
   * The safety factor; zero where the rule uses none.
   */
  readonly safetyFactor: Decimal;
  /**
   * The safety stock before it is rounded up to whole units.
   */
  readonly safetyStock: Decimal;
}
/**
 * At the reorder point that demand and lead time ask for, or below.
 */
export interface DemandDriven {
  readonly type: 'demand_driven';
  /**
   * How much safety stock.
   */
  readonly safety: SafetyRule;
  /**
   * How much to order.
   */
  readonly lot: LotRule2;
}
/**
 * A forecast, and how the method was chosen.
 */
export interface DemandForecast {
  /**
   * The demand expected of each coming period.
   */
  readonly demand: readonly Decimal[];
  /**
   * The method; absent when the history is too short for any, and the mean of the past is expected.
   */
  readonly method?: ForecastMethod;
  /**
   * From how many points in the past the methods were made to forecast, the same for all of them.
   */
  readonly origins: number;
  /**
   * All methods, in the order in which they were named.
   */
  readonly candidates: readonly ForecastCandidate[];
  /**
   * What the past was like.
   */
  readonly statistics: DemandStatistics;
}
/**
 * The past of one SKU, oldest period first.
 */
export interface DemandHistory {
  /**
   * The periods, oldest first; at most 5,000.
   */
  readonly periods: readonly DemandPeriod[];
  /**
   * How many scaled median deviations from the median make an outlier (Hampel's rule; 3 is usual). Without it
   * nothing is trimmed.
   */
  readonly outlierLimit?: Decimal;
}
/**
 * One period of the past: a day, a week, whatever the history is counted in.
 */
export interface DemandPeriod {
  /**
   * Units sold.
   */
  readonly sold: Quantity;
  /**
   * Units wanted that could not be sold: lost sales and backorders.
   */
  readonly lost?: Quantity;
  /**
   * Whether stock ran out, so that nobody knows what would have been sold.
   */
  readonly stockedOut?: boolean;
}
/**
 * The size and unevenness of demand.
 */
export interface DemandStatistics {
  /**
   * How many periods count.
   */
  readonly counted: number;
  /**
   * Mean demand per period.
   */
  readonly mean: Decimal;
  /**
   * Standard deviation of a period's demand, of the sample (divided by n − 1); zero for fewer than two periods.
   */
  readonly deviation: Decimal;
  /**
   * The periods that do not count.
   */
  readonly excluded: readonly ExcludedPeriod[];
}
/**
 * The destination lies where the service does not go.
 */
export interface DestinationNotServed {
  readonly type: 'destination_not_served';
  /**
   * The area that is left out; absent where the destination is in none that is served.
   */
  readonly area?: string;
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
 * Take kits apart into their components at a node: all of it or nothing.
 */
export interface DisassembleKit {
  readonly type: 'disassemble_kit';
  /**
   * The kit, whose record is of the kind `assembled`.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many kits.
   */
  readonly quantity: Quantity;
}
/**
 * A discount: of an account, by monthly volume, or a rebate for each shipment.
 */
export interface Discount {
  /**
   * Its id.
   */
  readonly id: string;
  /**
   * What people call it.
   */
  readonly name?: string;
  /**
   * What it is taken of.
   */
  readonly on?: DiscountOn;
  /**
   * A part of that.
   */
  readonly percent?: Decimal;
  /**
   * A fixed amount for each shipment.
   */
  readonly fixed?: Money;
  /**
   * When it holds, by the instant of hand-over.
   */
  readonly handedOver?: Window;
  /**
   * Only from so many parcels in the month on.
   */
  readonly fromParcels?: number;
  /**
   * Only in these zones; in all when empty.
   */
  readonly zones?: readonly string[];
  /**
   * Of the discounts of one group only the largest is given, the first of equal ones: the steps of a volume.
   */
  readonly group?: string;
  /**
   * It takes what it is taken of no lower than this, as earned discounts with a minimum charge do.
   */
  readonly floor?: Money;
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
 * The picture.
 */
export interface DrawPackingAnswer {
  readonly type: 'draw_packing';
  /**
   * The parcel as SVG; absent for one that ships in its own carton.
   */
  readonly svg?: string;
}
/**
 * A picture of a packed box.
 */
export interface DrawPackingOf {
  readonly type: 'draw_packing';
  /**
   * The items and the boxes.
   */
  readonly request: PackRequest;
  /**
   * The packing.
   */
  readonly plan: PackPlan;
  /**
   * Which parcel of it, counted from 0.
   */
  readonly parcel: number;
}
/**
 * Units that a supplier is asked to send.
 */
export interface DropShipUnits {
  /**
   * The line.
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
   * What one costs the merchant, if that is known.
   */
  readonly unitCost?: Money;
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
 * The economic order quantity, price breaks considered.
 */
export interface EconomicLotCosts {
  readonly type: 'economic';
  /**
   * What one order costs, whatever its size.
   */
  readonly orderCost: Decimal;
  /**
   * What keeping one unit for a year costs.
   */
  readonly holdingCost: Decimal;
}
/**
 * What makes an order dear and what makes stock dear.
 */
export interface EconomicOrder {
  /**
   * Demand of a year.
   */
  readonly annualDemand: Decimal;
  /**
   * What one order costs, whatever its size.
   */
  readonly orderCost: Decimal;
  /**
   * What keeping one unit for a year costs.
   */
  readonly holdingCost: Decimal;
}
/**
 * The bars or modules.
 */
export interface EncodeBarcodeAnswer {
  readonly type: 'encode_barcode';
  /**
   * As bars or modules.
   */
  readonly barcode: Barcode;
  /**
   * As SVG with its quiet zones, one unit a module; bars are 40 modules high.
   */
  readonly svg: string;
}
/**
 * A barcode as bars or modules.
 */
export interface EncodeBarcodeOf {
  readonly type: 'encode_barcode';
  /**
   * The kind and the content.
   */
  readonly request: BarcodeRequest;
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
 * A period that does not count.
 */
export interface ExcludedPeriod {
  /**
   * Its place in the history, counted from 0.
   */
  readonly index: number;
  /**
   * What was wanted in it.
   */
  readonly demand: number;
  /**
   * Why it does not count.
   */
  readonly reason: DemandExclusion;
}
/**
 * Expect a receipt, or change what is known of one.
 */
export interface ExpectStock {
  readonly type: 'expect_stock';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The receipt.
   */
  readonly receipt: string;
  /**
   * What is known of it.
   */
  readonly plan: ReceiptPlan;
}
/**
 * What a waybill should cost.
 */
export interface ExpectedParcel {
  /**
   * The waybill number.
   */
  readonly number: string;
  /**
   * What it should cost.
   */
  readonly quote: ExplainedQuote;
  /**
   * What it should weigh by its contents and its box, in grams.
   */
  readonly theoreticalGrams?: number;
  /**
   * What the weighing station of the node found, in grams.
   */
  readonly weighedGrams?: number;
}
/**
 * Units that are expected.
 */
export interface ExpectedSupply {
  /**
   * The receipt that brings them.
   */
  readonly receipt: string;
  /**
   * Where it comes from.
   */
  readonly kind: SupplyKind;
  /**
   * How many units it still brings.
   */
  readonly quantity: Quantity;
  /**
   * When it arrives at the node's door.
   */
  readonly eta: Instant;
}
/**
 * What a unit saves that expires soon.
 */
export interface ExpiryBonus {
  /**
   * Within so many days; rising from row to row.
   */
  readonly withinDays: number;
  /**
   * What it saves.
   */
  readonly bonus: Money;
}
/**
 * Why they do, as data and as text.
 */
export interface ExplainAllocationAnswer {
  readonly type: 'explain_allocation';
  /**
   * The plan.
   */
  readonly plan: AllocationPlan;
  /**
   * Why these nodes.
   */
  readonly choice: ChoiceExplanation;
  /**
   * Both as sentences, one a line.
   */
  readonly text: string;
}
/**
 * Why these nodes ship, and what would turn the choice.
 */
export interface ExplainAllocationOf {
  readonly type: 'explain_allocation';
  /**
   * The problem.
   */
  readonly problem: AllocationProblem;
  /**
   * The strategy that decides.
   */
  readonly strategy?: AllocationStrategyKind;
  /**
   * The assignments, where no strategy decides.
   */
  readonly assignments?: readonly AllocationAssignment[];
  /**
   * In which language the text is.
   */
  readonly language?: ExplanationLanguage;
}
/**
 * A price with everything that it is made of.
 */
export interface ExplainedQuote {
  /**
   * The price.
   */
  readonly quote: CarrierQuote;
  /**
   * What each parcel counts as.
   */
  readonly weights: readonly ChargedWeight[];
  /**
   * The parts; they sum to the price.
   */
  readonly lines: readonly RateLine[];
  /**
   * Surcharges that held and gave way to another of their group.
   */
  readonly replaced?: readonly ReplacedCharge[];
}
/**
 * A level that follows demand.
 */
export interface ExponentialSmoothing {
  readonly type: 'exponential_smoothing';
  /**
   * How fast the level follows, 0 to 1.
   */
  readonly alpha: Decimal;
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
 * So many standard deviations.
 */
export interface FactorRule {
  readonly type: 'factor';
  /**
   * The safety factor, 0 to 6.
   */
  readonly z: Decimal;
}
/**
 * A service that was tried in vain.
 */
export interface FailedService {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's service.
   */
  readonly service: string;
  /**
   * What the carrier said.
   */
  readonly reason?: string;
}
/**
 * The share of units that some nodes get.
 */
export interface FairnessFloor {
  readonly type: 'fairness_floor';
  /**
   * The nodes; naming none makes no sense.
   */
  readonly nodes: NodeScope;
  /**
   * Their share in thousandths.
   */
  readonly sharePerMille: number;
  /**
   * Units that they got before.
   */
  readonly given: number;
  /**
   * Units that all nodes got before, theirs included.
   */
  readonly total: number;
  /**
   * What each unit from elsewhere while they are behind costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * The earliest delivery.
 */
export interface FastestService {
  readonly type: 'fastest';
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
 * Such a share of all units from stock.
 */
export interface FillRateRule {
  readonly type: 'fill_rate';
  /**
   * The share β, such as 0.98; 0 to 1, without 1.
   */
  readonly fillRate: Decimal;
  /**
   * The usual order quantity Q.
   */
  readonly orderQuantity: Quantity;
}
/**
 * Whole lots.
 */
export interface FixedLot {
  readonly type: 'fixed';
  /**
   * How many units make a lot.
   */
  readonly units: Quantity;
}
/**
 * At a reorder point or below, whole lots until above it: (s, Q).
 */
export interface FixedQuantity {
  readonly type: 'reorder_quantity';
  /**
   * So many or fewer are too few.
   */
  readonly reorderPoint: Quantity;
  /**
   * How many make a lot.
   */
  readonly quantity: Quantity;
}
/**
 * So many units.
 */
export interface FixedUnitsRule {
  readonly type: 'fixed_units';
  /**
   * How many units.
   */
  readonly units: Quantity;
}
/**
 * The base price of a carrier's own box.
 */
export interface FlatRate {
  /**
   * The box.
   */
  readonly box: string;
  /**
   * The zones where it holds; all when empty.
   */
  readonly zones?: readonly string[];
  /**
   * The price.
   */
  readonly price: Money;
}
/**
 * Where a parcel stands.
 */
export interface FoldTracking {
  readonly type: 'fold_tracking';
  /**
   * In any order, as often as they came.
   */
  readonly events: readonly TrackingEvent[];
}
/**
 * Where the parcel stands.
 */
export interface FoldedTracking {
  readonly type: 'fold_tracking';
  /**
   * Where it stands.
   */
  readonly state: TrackingState;
  /**
   * The codes that are in no table, counted.
   */
  readonly gaps: readonly TrackingGap[];
}
/**
 * What demand to expect.
 */
export interface ForecastAnswer {
  readonly type: 'forecast';
  /**
   * The forecast, and how the method was chosen.
   */
  readonly forecast: DemandForecast;
}
/**
 * How well a method would have done.
 */
export interface ForecastCandidate {
  /**
   * The method.
   */
  readonly method: ForecastMethod;
  /**
   * The sum of its absolute errors; absent when the history is too short for it.
   */
  readonly absoluteError?: Decimal;
  /**
   * The sum of its absolute errors over the sum of demand (WAPE); absent also when there was no demand.
   */
  readonly wape?: Decimal;
  /**
   * Whether it was chosen.
   */
  readonly chosen: boolean;
}
/**
 * What demand to expect.
 */
export interface ForecastOf {
  readonly type: 'forecast';
  /**
   * The past, how far to look, and the methods to choose from.
   */
  readonly request: ForecastRequest;
}
/**
 * What should be forecast.
 */
export interface ForecastRequest {
  /**
   * The past.
   */
  readonly history: DemandHistory;
  /**
   * How many periods to forecast, 1 to 400: the lead time, say. Methods are judged by the total of so many periods.
   */
  readonly horizon: number;
  /**
   * How many periods make a season, where there are seasons.
   */
  readonly season?: number;
  /**
   * The methods to choose from, simplest first; `ForecastMethod::standard` when absent.
   */
  readonly methods?: readonly ForecastMethod[];
}
/**
 * The fuel surcharge of a time: carriers publish one for each week or month.
 *
 * It is taken of the base price and of the surcharges that say so.
 */
export interface FuelPeriod {
  /**
   * The time: the instant of hand-over must lie inside.
   */
  readonly valid?: Window;
  /**
   * The percentage.
   */
  readonly percent: Decimal;
}
/**
 * Nodes that serve the way the order reaches its buyer.
 */
export interface FulfilmentWanted {
  readonly type: 'fulfilment_type';
  /**
   * The type wanted.
   */
  readonly wanted: FulfilmentType;
  /**
   * What each shipment from a node that does not serve it costs; never allowed when absent.
   */
  readonly price?: Money;
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
 * What the line earns, with every term.
 */
export interface GrossProfit {
  readonly type: 'gross_profit';
  /**
   * The terms.
   */
  readonly terms: GrossProfitRequest;
  /**
   * All costs together.
   */
  readonly costs: Money;
  /**
   * Net sales less all costs.
   */
  readonly profit: Money;
  /**
   * Profit as a part of net sales, to four decimals, halves away from zero; absent without net sales.
   */
  readonly margin?: Decimal;
}
/**
 * What a line sold for and everything that it cost. All amounts are in one currency; absent ones are nothing.
 */
export interface GrossProfitRequest {
  /**
   * What the buyer paid for the goods, after discounts and refunds, without tax.
   */
  readonly netSales: Money;
  /**
   * What the goods cost.
   */
  readonly costOfGoods?: Money;
  /**
   * What gifts cost that came with them.
   */
  readonly giftCost?: Money;
  /**
   * What carriers charged.
   */
  readonly freight?: Money;
  /**
   * What the channel took.
   */
  readonly commission?: Money;
  /**
   * What the payment cost.
   */
  readonly paymentFee?: Money;
  /**
   * What boxes and fillings cost.
   */
  readonly packaging?: Money;
}
/**
 * What a line earns.
 */
export interface GrossProfitRequestCalculation {
  readonly type: 'gross_profit';
  /**
   * What the buyer paid for the goods, after discounts and refunds, without tax.
   */
  readonly netSales: Money;
  /**
   * What the goods cost.
   */
  readonly costOfGoods?: Money;
  /**
   * What gifts cost that came with them.
   */
  readonly giftCost?: Money;
  /**
   * What carriers charged.
   */
  readonly freight?: Money;
  /**
   * What the channel took.
   */
  readonly commission?: Money;
  /**
   * What the payment cost.
   */
  readonly paymentFee?: Money;
  /**
   * What boxes and fillings cost.
   */
  readonly packaging?: Money;
}
/**
 * How many units of a SKU a group of nodes could promise.
 */
export interface GroupAvailability {
  /**
   * The group.
   */
  readonly group: string;
  /**
   * The sum of what is promiseable at each of its nodes that sells.
   */
  readonly promiseable: number;
}
/**
 * A group of nodes was written.
 */
export interface GroupRecorded {
  readonly type: 'group';
  /**
   * The record.
   */
  readonly group: NodeGroup;
}
/**
 * An instant that was guaranteed.
 */
export interface GuaranteedBasis {
  readonly type: 'guaranteed';
}
/**
 * What a driver signs for.
 */
export interface HandoverManifest {
  readonly type: 'manifest';
  /**
   * Its number, as text and as Code 128 where it is plain ASCII.
   */
  readonly number: string;
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's name as it is printed; its id when empty.
   */
  readonly carrierName?: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * When they are handed over.
   */
  readonly at: Instant;
  /**
   * Who drives, and with what.
   */
  readonly driver?: string;
  /**
   * The parcels.
   */
  readonly parcels: readonly ManifestParcel[];
}
/**
 * The service does not take goods that are dangerous in that way.
 */
export interface HazardsRefused {
  readonly type: 'hazards_refused';
  /**
   * The dangers.
   */
  readonly hazards: readonly string[];
}
/**
 * What became of one item: `wanted = held + short + unheld`.
 */
export interface HeldItem {
  /**
   * The line it is for.
   */
  readonly line?: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Units wanted.
   */
  readonly wanted: Quantity;
  /**
   * Units held.
   */
  readonly held: Quantity;
  /**
   * Units that are not there.
   */
  readonly short: Quantity;
  /**
   * Units that a cart need not hold, because of how the SKU is sold.
   */
  readonly unheld: Quantity;
  /**
   * How the SKU is sold.
   */
  readonly saleMode: SaleMode;
  /**
   * The nodes that might hold it, in the order in which they were asked.
   */
  readonly nodes: readonly HoldNode[];
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
 * A node that was asked to hold units.
 */
export interface HoldNode {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Lower holds first.
   */
  readonly priority: number;
  /**
   * Whether it sells; a closed node holds for nobody who did not name it.
   */
  readonly active: boolean;
  /**
   * Units that it could have promised before this reservation, to the reservation's class.
   */
  readonly promiseable: number;
  /**
   * Units that it holds for the item now.
   */
  readonly held: Quantity;
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
 * A level and a trend.
 */
export interface HoltTrend {
  readonly type: 'holt';
  /**
   * How fast the level follows, 0 to 1.
   */
  readonly alpha: Decimal;
  /**
   * How fast the trend follows, 0 to 1.
   */
  readonly beta: Decimal;
}
/**
 * A level, a trend and additive seasons.
 */
export interface HoltWinters {
  readonly type: 'holt_winters';
  /**
   * How fast the level follows, 0 to 1.
   */
  readonly alpha: Decimal;
  /**
   * How fast the trend follows, 0 to 1.
   */
  readonly beta: Decimal;
  /**
   * How fast the seasons follow, 0 to 1.
   */
  readonly gamma: Decimal;
  /**
   * How many periods make a season: 7 for days of a week, 12 for months of a year.
   */
  readonly season: number;
}
/**
 * A promise so long past its date that it does not count.
 */
export interface IgnoredPromise {
  readonly type: 'promise';
  /**
   * The promise.
   */
  readonly promise: string;
  /**
   * When it was due.
   */
  readonly due: Instant;
}
/**
 * A receipt so long past its date that nobody believes in it.
 */
export interface IgnoredReceipt {
  readonly type: 'receipt';
  /**
   * The receipt.
   */
  readonly receipt: string;
  /**
   * When it should have arrived.
   */
  readonly eta: Instant;
}
/**
 * The service takes nothing at that time.
 */
export interface InBlackout {
  readonly type: 'in_blackout';
  /**
   * The time.
   */
  readonly window: Window;
  /**
   * Why.
   */
  readonly reason?: string;
}
/**
 * What arrives by what was promised.
 */
export interface InTime {
  readonly type: 'in_time';
  /**
   * What each shipment with a line that is late costs; never allowed when absent.
   */
  readonly price?: Money;
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
 * How much of what is on its way counts.
 */
export interface IncomingShare {
  /**
   * The part that counts, in basis points, rounded down at each node; at most 10,000.
   */
  readonly basisPoints: number;
  /**
   * How many hours ahead it must be due at the latest; what is overdue counts.
   */
  readonly withinHours: number;
}
/**
 * An instance as it stands in a file.
 */
export interface InstanceFile {
  /**
   * `INSTANCE_FORMAT`.
   */
  readonly format: string;
  /**
   * What it is called.
   */
  readonly name: string;
  /**
   * The family that it is of.
   */
  readonly family: string;
  /**
   * Whether orders share stock and capacity.
   */
  readonly mode: InstanceMode;
  /**
   * The step in which freight is billed, in grams.
   */
  readonly weight_step_g: number;
  /**
   * What each shipment of an order after its first costs.
   */
  readonly split_cents: number;
  /**
   * The nodes.
   */
  readonly nodes: readonly InstanceNode[];
  /**
   * Where each region lies: `[x, y]` in kilometres.
   */
  readonly regions: readonly number[][];
  /**
   * The rate zone from each node to each region; -1 where the node does not serve the region.
   */
  readonly zone: readonly number[][];
  /**
   * The carrier services.
   */
  readonly services: readonly InstanceService[];
  /**
   * Figures of the SKUs.
   */
  readonly skus: InstanceSkus;
  /**
   * Stock.
   */
  readonly stock: InstanceStock;
  /**
   * The orders as they arrive.
   */
  readonly orders: readonly InstanceOrder[];
}
/**
 * A node of an instance.
 */
export interface InstanceNode {
  /**
   * `dc` or `store`; for information only.
   */
  readonly kind: string;
  /**
   * Where it lies, in kilometres.
   */
  readonly x_km: number;
  /**
   * Where it lies, in kilometres.
   */
  readonly y_km: number;
  /**
   * What a shipment costs, whatever is in it.
   */
  readonly ship_cents: number;
  /**
   * What handling a unit costs.
   */
  readonly unit_cents: number;
  /**
   * How many units it can send in all; -1 for no limit.
   */
  readonly cap_units: number;
  /**
   * How many shipments it can send in all; -1 for no limit.
   */
  readonly cap_shipments: number;
  /**
   * The day on which it hands over; 0 is today.
   */
  readonly ready_day: number;
  /**
   * The services that it can use.
   */
  readonly services: readonly number[];
}
/**
 * An order of an instance.
 */
export interface InstanceOrder {
  /**
   * Where it goes.
   */
  readonly region: number;
  /**
   * The day by which it was promised.
   */
  readonly promise_day: number;
  /**
   * What each day late costs, for each shipment.
   */
  readonly late_cents: number;
  /**
   * What the cost of unfilled units is multiplied by.
   */
  readonly prio: number;
  /**
   * 1 if all units ship or none does, else 0.
   */
  readonly complete: number;
  /**
   * The most shipments allowed.
   */
  readonly max_shipments: number;
  /**
   * `[SKU, units]`, a SKU at most once.
   */
  readonly lines: readonly number[][];
}
/**
 * A carrier service of an instance. The lists have one entry a zone.
 */
export interface InstanceService {
  /**
   * What it is called.
   */
  readonly name: string;
  /**
   * Whose it is.
   */
  readonly carrier: number;
  /**
   * What a shipment costs before its weight; -1 where the service does not go.
   */
  readonly base_cents: readonly number[];
  /**
   * What each started weight step costs.
   */
  readonly step_cents: readonly number[];
  /**
   * Days on the way; -1 where the service does not go.
   */
  readonly days: readonly number[];
  /**
   * The heaviest shipment, in grams; 0 for no limit.
   */
  readonly max_weight_g: number;
}
/**
 * Figures of SKUs: one entry each.
 */
export interface InstanceSkus {
  /**
   * The weight of a unit, in grams.
   */
  readonly weight_g: readonly number[];
  /**
   * What leaving a unit unfilled costs.
   */
  readonly short_cents: readonly number[];
}
/**
 * Stock, as parallel lists, by SKU and then node. What is absent is zero.
 */
export interface InstanceStock {
  /**
   * The SKU of each entry.
   */
  readonly sku: readonly number[];
  /**
   * The node of each entry.
   */
  readonly node: readonly number[];
  /**
   * The units of each entry.
   */
  readonly qty: readonly number[];
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
 * What is there and what is coming, in units.
 */
export interface InventoryPosition {
  /**
   * Physical units.
   */
  readonly onHand: number;
  /**
   * Of these, units that cannot be sold.
   */
  readonly unsellable: number;
  /**
   * Units set aside for orders.
   */
  readonly allocated: number;
  /**
   * Units promised to orders that wait for stock.
   */
  readonly backorders: number;
  /**
   * Units on their way from a supplier or another node.
   */
  readonly onOrder: number;
  /**
   * Units of to-dos that are not yet counted as on order.
   */
  readonly todos: number;
}
/**
 * What may ship from where.
 */
export interface ItemNode {
  readonly type: 'item_node';
  /**
   * Whether the items ship from these nodes only, or never.
   */
  readonly effect: ItemNodeEffect;
  /**
   * The nodes it holds for; all when none is named.
   */
  readonly nodes?: NodeScope;
  /**
   * The items it holds for; all when none is named.
   */
  readonly items?: ItemScope;
  /**
   * What each unit against it costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * Lines by SKU, by category and by line; all lines when nothing is named.
 */
export interface ItemScope {
  /**
   * Lines of these SKUs.
   */
  readonly skus?: readonly string[];
  /**
   * Lines of SKUs of these categories.
   */
  readonly categories?: readonly string[];
  /**
   * These lines.
   */
  readonly lines?: readonly string[];
}
/**
 * What a node can still do for all orders together.
 */
export interface JointCapacity {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * In what it is counted.
   */
  readonly measure: CapacityMeasure;
  /**
   * How much.
   */
  readonly room: number;
}
/**
 * What orders together cost.
 */
export interface JointCost {
  /**
   * The plans, each by its own problem.
   */
  readonly plans: Money;
  /**
   * What units count for that do not ship, beside their own price, in orders that are to be filled first.
   */
  readonly unfilled: Money;
  /**
   * What units cost that moved.
   */
  readonly churn: Money;
  /**
   * The sum of all.
   */
  readonly total: Money;
}
/**
 * An open order.
 */
export interface JointOrder {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * How much it matters; higher classes are planned before lower ones.
   */
  readonly class?: number;
  /**
   * Which nodes could ship it. What is planned already counts as available there.
   */
  readonly problem: AllocationProblem;
  /**
   * What ships from where by the last plan.
   */
  readonly planned?: readonly AllocationAssignment[];
}
/**
 * A part of it.
 */
export interface JointOrderPlan {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * Which nodes ship what of it, priced and explained by its own problem. Units that only others got are
   * `left_by_strategy`.
   */
  readonly plan: AllocationPlan;
  /**
   * The units that leave the node where they were planned, sorted by line, then node.
   */
  readonly moved?: readonly MovedUnits[];
}
/**
 * A plan of orders together.
 */
export interface JointPlan {
  /**
   * The orders, as they were given.
   */
  readonly orders: readonly JointOrderPlan[];
  /**
   * What all of it costs.
   */
  readonly cost: JointCost;
  /**
   * No plan of these orders costs less; where classes are planned one after the other, none that leaves higher
   * classes their plans. Absent where an order's rules are of kinds that nothing is proved for.
   */
  readonly lowerBound?: Money;
  /**
   * By how much the cost is above the bound, in millionths of the bound.
   */
  readonly gapPerMillion?: number;
  /**
   * What scarce stock and capacity are worth.
   */
  readonly prices?: RowPrices;
  /**
   * How often an order was planned.
   */
  readonly work: number;
}
/**
 * Orders to be planned together.
 *
 * Units of a SKU at a node are the same units in every problem: an order sees those that it may take, and all of a
 * class together take no more than the most that one of them sees. In the same way a hard limit of what a node can do
 * for all lines (`capacity`, `run_limit`) holds for all orders that name it.
 */
export interface JointProblem {
  /**
   * The orders in the sequence in which they would be served one by one; the batch never costs more than that.
   */
  readonly orders: readonly JointOrder[];
  /**
   * What nodes can still do for all orders together, where the problems do not say it.
   */
  readonly capacity?: readonly JointCapacity[];
  /**
   * What each unit costs that leaves the node where it was planned, or is no longer shipped; nothing when absent.
   */
  readonly churnCost?: Money;
  /**
   * What a unit that does not ship counts for, beside its own price, in orders that are to be filled first; more
   * than any of them can save by leaving it when absent.
   */
  readonly unfilledCost?: Money;
  /**
   * Whether all classes are weighed against each other by money. If not, higher classes are planned before lower
   * ones, which take what is left.
   */
  readonly acrossClasses?: boolean;
  /**
   * Whether units that an order has by the last plan may go to other orders, so that it is short of them. If not,
   * they may only ship from elsewhere.
   */
  readonly mayTakeBack?: boolean;
  /**
   * How often an order may be planned, in all: more work never gives a worse plan. As often as the batch deserves
   * when absent.
   */
  readonly work?: number;
  /**
   * How many threads may help; the plan does not depend on it. One when absent.
   */
  readonly threads?: number;
  /**
   * The prices of the last batch, to start from.
   */
  readonly prices?: RowPrices;
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
 * Minimum inventory.
 */
export interface KeepStock {
  readonly type: 'keep_stock';
  /**
   * The nodes it holds for; all when none is named.
   */
  readonly nodes?: NodeScope;
  /**
   * The items it holds for; all when none is named.
   */
  readonly items?: ItemScope;
  /**
   * How many units of each SKU stay.
   */
  readonly units: Quantity;
  /**
   * What each unit below costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * Lines that leave in one shipment.
 */
export interface KeepTogether {
  readonly type: 'keep_together';
  /**
   * The lines.
   */
  readonly lines: readonly string[];
  /**
   * What shipping them apart or in part costs; never allowed when absent.
   */
  readonly price?: Money;
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
 * Kits were put together from their components.
 */
export interface KitAssembled {
  readonly type: 'kit_assembled';
  /**
   * The kit.
   */
  readonly kit: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many kits.
   */
  readonly quantity: Quantity;
  /**
   * What all of them together were made of.
   */
  readonly components: readonly KitComponent[];
}
/**
 * How many of a kit can be sold.
 */
export interface KitAvailability {
  /**
   * The kit.
   */
  readonly kit: string;
  /**
   * What one kit takes, whatever is chosen.
   */
  readonly components: readonly KitComponent[];
  /**
   * How many kits each node could send whole, by node; stock without a node is one pool of its own.
   */
  readonly nodes: readonly KitNodeAvailability[];
  /**
   * The sum of the nodes: kits that need not be split.
   */
  readonly whole: number;
  /**
   * Kits if components may come from several nodes; never fewer than `whole`.
   */
  readonly network: number;
  /**
   * Of a configurable kit: how many there are whatever buyers choose, from `network` downwards, because each may
   * choose what is scarce. `whole` and `network` are the most, if they choose what there is.
   */
  readonly guaranteed?: number;
  /**
   * What keeps `network` from being larger; of several, the first of the recipe.
   */
  readonly limit?: KitLimit;
  /**
   * The choice that keeps it from being larger, where no component does. Neither is named where choices need the
   * same units, and only together too many.
   */
  readonly limitingChoice?: string;
  /**
   * Where dozens of options share SKUs in unlike numbers and the search for the best mix was broken off: `network`
   * kits there are, more than this there are not. Absent where `network` is the most.
   */
  readonly atMost?: number;
}
/**
 * How many there are.
 */
export interface KitAvailabilityCalculated {
  readonly type: 'kit_availability';
  /**
   * The kit.
   */
  readonly kit: string;
  /**
   * What one kit takes, whatever is chosen.
   */
  readonly components: readonly KitComponent[];
  /**
   * How many kits each node could send whole, by node; stock without a node is one pool of its own.
   */
  readonly nodes: readonly KitNodeAvailability[];
  /**
   * The sum of the nodes: kits that need not be split.
   */
  readonly whole: number;
  /**
   * Kits if components may come from several nodes; never fewer than `whole`.
   */
  readonly network: number;
  /**
   * Of a configurable kit: how many there are whatever buyers choose, from `network` downwards, because each may
   * choose what is scarce. `whole` and `network` are the most, if they choose what there is.
   */
  readonly guaranteed?: number;
  /**
   * What keeps `network` from being larger; of several, the first of the recipe.
   */
  readonly limit?: KitLimit;
  /**
   * The choice that keeps it from being larger, where no component does. Neither is named where choices need the
   * same units, and only together too many.
   */
  readonly limitingChoice?: string;
  /**
   * Where dozens of options share SKUs in unlike numbers and the search for the best mix was broken off: `network`
   * kits there are, more than this there are not. Absent where `network` is the most.
   */
  readonly atMost?: number;
}
/**
 * How many of a kit can be sold.
 */
export interface KitAvailabilityRequest {
  readonly type: 'kit_availability';
  /**
   * The recipes of the kit and the kits in it.
   */
  readonly kits: readonly KitRecipe[];
  /**
   * The kit.
   */
  readonly kit: string;
  /**
   * What there is of the components, after everything that holds some.
   */
  readonly stock: readonly KitStock[];
}
/**
 * Whether they fit, and what is short.
 */
export interface KitCheck {
  readonly type: 'check_kits';
  /**
   * Whether everything can be served.
   */
  readonly feasible: boolean;
  /**
   * What all lines take together, by SKU.
   */
  readonly demand: readonly KitDemand[];
  /**
   * Whether each line would fit if it were the only one, in the order of the lines. Lines that fit alone and not
   * together are why a check line by line oversells.
   */
  readonly alone: readonly KitLineAlone[];
}
/**
 * Whether all lines of all orders fit together.
 */
export interface KitCheckRequest {
  readonly type: 'check_kits';
  /**
   * The recipes of the kits; what is not here is no kit.
   */
  readonly kits: readonly KitRecipe[];
  /**
   * The lines of all orders that are to be served together.
   */
  readonly lines: readonly KitOrderLine[];
  /**
   * What there is; nodes are summed, because components may ship from several.
   */
  readonly stock: readonly KitStock[];
}
/**
 * A choice that the buyer of a kit makes: in each kit, `min` to `max` times one of the options, each option at most
 * `each` times.
 *
 * "Three of these five" is `min` 3; "any six bottles" is `min` 6 and `each` 6; "with or without" is `min` 0 and `max`
 * 1.
 */
export interface KitChoice {
  /**
   * The choice; unique within the kit.
   */
  readonly id: string;
  /**
   * What people call it.
   */
  readonly name?: string;
  /**
   * The fewest times that something is chosen in one kit.
   */
  readonly min?: number;
  /**
   * The most times; as `min` when absent.
   */
  readonly max?: number;
  /**
   * The most times that one option may be chosen in one kit; once by default.
   */
  readonly each?: number;
  /**
   * What may be chosen.
   */
  readonly options: readonly KitOption[];
}
/**
 * So many units of a SKU, in one kit or in several.
 */
export interface KitComponent {
  /**
   * What is in it; may be a kit itself.
   */
  readonly sku: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * What all lines take of one SKU.
 */
export interface KitDemand {
  /**
   * The component, or the SKU itself.
   */
  readonly sku: string;
  /**
   * Units that all lines take.
   */
  readonly wanted: number;
  /**
   * Units that there are.
   */
  readonly available: number;
  /**
   * Units missing.
   */
  readonly short: number;
  /**
   * Which lines take how many.
   */
  readonly by: readonly KitDemandPart[];
}
/**
 * What one line takes of one SKU.
 */
export interface KitDemandPart {
  /**
   * The order.
   */
  readonly order: string;
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
 * Kits were taken apart into their components.
 */
export interface KitDisassembled {
  readonly type: 'kit_disassembled';
  /**
   * The kit.
   */
  readonly kit: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many kits.
   */
  readonly quantity: Quantity;
  /**
   * What came out of all of them together.
   */
  readonly components: readonly KitComponent[];
}
/**
 * What they are made of.
 */
export interface KitExplosion {
  readonly type: 'explode_kit';
  /**
   * The units of all kits together, in the order of the recipe.
   */
  readonly components: readonly KitComponent[];
  /**
   * What the options of all kits together add to their price, where an option has a surcharge.
   */
  readonly surcharge?: Money;
  /**
   * How the price is shared out over them, if there was one.
   */
  readonly price?: KitPriceShares;
}
/**
 * What kits are made of, and what each part costs.
 */
export interface KitExplosionRequest {
  readonly type: 'explode_kit';
  /**
   * The recipes of the kit and the kits in it.
   */
  readonly kits: readonly KitRecipe[];
  /**
   * The kit.
   */
  readonly kit: string;
  /**
   * How many kits.
   */
  readonly quantity: Quantity;
  /**
   * What the buyer chose of a configurable kit, for each of them.
   */
  readonly chosen?: readonly ChosenOption[];
  /**
   * What was paid for all of them, if it is to be shared out.
   */
  readonly price?: Money;
  /**
   * What the components are worth.
   */
  readonly worth?: readonly KitWorth[];
  /**
   * Whether a component that is worth nothing may get nothing of the price.
   */
  readonly allowZero?: boolean;
  /**
   * Who gets the cents that do not divide evenly.
   */
  readonly rule?: SplitRule;
}
/**
 * The component that runs out first.
 */
export interface KitLimit {
  /**
   * The component.
   */
  readonly sku: string;
  /**
   * Units that there are.
   */
  readonly available: number;
  /**
   * Units that one kit takes.
   */
  readonly perKit: Quantity;
}
/**
 * Whether a line would fit if it were the only one.
 */
export interface KitLineAlone {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The line.
   */
  readonly line: string;
  /**
   * Whether it fits alone.
   */
  readonly fits: boolean;
}
/**
 * How many kits a node could send whole.
 */
export interface KitNodeAvailability {
  /**
   * The node; absent for stock without one.
   */
  readonly node?: string;
  /**
   * How many kits.
   */
  readonly kits: number;
  /**
   * What keeps it from being more.
   */
  readonly limit?: KitLimit;
  /**
   * The choice that does, where no component does.
   */
  readonly limitingChoice?: string;
  /**
   * As for the whole network.
   */
  readonly atMost?: number;
}
/**
 * Something that may be chosen.
 */
export interface KitOption {
  /**
   * What choosing it brings; may be a kit itself.
   */
  readonly sku: string;
  /**
   * How many units of it, each time that it is chosen; one by default.
   */
  readonly quantity?: Quantity;
  /**
   * What choosing it once adds to the price of one kit; below zero takes off.
   */
  readonly surcharge?: Money;
  /**
   * How often it is chosen in one kit where the buyer says nothing of the choice.
   */
  readonly preset?: number;
}
/**
 * A line of an order that may ask for kits.
 */
export interface KitOrderLine {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The line.
   */
  readonly line: string;
  /**
   * A kit or any other SKU.
   */
  readonly sku: string;
  /**
   * How many of it.
   */
  readonly quantity: Quantity;
  /**
   * What the buyer chose of a configurable kit, for each of them.
   */
  readonly chosen?: readonly ChosenOption[];
}
/**
 * What a component got of the price.
 */
export interface KitPricePart {
  /**
   * The component.
   */
  readonly sku: string;
  /**
   * Units of it.
   */
  readonly quantity: Quantity;
  /**
   * Its weight in the split.
   */
  readonly weight: number;
  /**
   * What all its units together got.
   */
  readonly amount: Money;
}
/**
 * A price shared out.
 */
export interface KitPriceShares {
  /**
   * By what the components were weighed: one basis for the whole kit, because list prices and costs do not compare.
   */
  readonly basis: KitPriceBasis;
  /**
   * The parts, in the order of the components; they sum to the price.
   */
  readonly parts: readonly KitPricePart[];
}
/**
 * What one kit is made of.
 */
export interface KitRecipe {
  /**
   * The kit.
   */
  readonly sku: string;
  /**
   * How it comes to be; virtual by default.
   */
  readonly kind?: KitKind;
  /**
   * What one of it takes, whatever is chosen.
   */
  readonly components?: readonly KitComponent[];
  /**
   * What the buyer chooses of a configurable kit.
   */
  readonly choices?: readonly KitChoice[];
}
/**
 * What there is of a SKU, at a node where one is named.
 */
export interface KitStock {
  /**
   * The SKU: a component, or anything else that is sold.
   */
  readonly sku: string;
  /**
   * Where; absent for one pool.
   */
  readonly node?: string;
  /**
   * Units that may be taken, after everything that holds some; below zero counts as none.
   */
  readonly available: number;
}
/**
 * What a component is worth by itself.
 */
export interface KitWorth {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The list price of one unit.
   */
  readonly list?: Money;
  /**
   * What one unit costs the merchant.
   */
  readonly cost?: Money;
}
/**
 * Protection against orders that are under way and not seen yet.
 */
export interface LagGuard {
  /**
   * How many seconds pass between a sale on the channel and its order here: at most 86,400, one day.
   */
  readonly lagSeconds: number;
  /**
   * How many standard deviations to be safe by: 0 to 10 with up to 3 decimals; 1.645 covers 95 %.
   */
  readonly z: Decimal;
  /**
   * Units of a SKU that the channel sells in an hour, where nobody gives a better figure: 0 to 100,000 with up to
   * 6 decimals.
   */
  readonly unitsPerHour: Decimal;
}
/**
 * A charge on a receipt; negative for a credit note.
 */
export interface LandedCharge {
  /**
   * What for.
   */
  readonly kind: LandedChargeKind;
  /**
   * By what it is spread.
   */
  readonly basis: LandedBasis;
  /**
   * How much.
   */
  readonly amount: Money;
}
/**
 * What each line costs.
 */
export interface LandedCost {
  readonly type: 'landed_cost';
  /**
   * The lines, in their order.
   */
  readonly lines: readonly LandedLineCost[];
}
/**
 * What each line of a receipt costs with its part of freight, duty and insurance.
 */
export interface LandedCostRequest {
  readonly type: 'landed_cost';
  /**
   * What came.
   */
  readonly lines: readonly LandedLine[];
  /**
   * What was charged.
   */
  readonly charges: readonly LandedCharge[];
}
/**
 * A line of a receipt.
 */
export interface LandedLine {
  /**
   * The line.
   */
  readonly line: string;
  /**
   * How many units came.
   */
  readonly quantity: Quantity;
  /**
   * What they cost together, without charges.
   */
  readonly value: Money;
  /**
   * The weight of one unit; asked for where a charge is spread by weight.
   */
  readonly weight?: Weight;
  /**
   * The size of one unit; asked for where a charge is spread by volume.
   */
  readonly dimensions?: Dimensions;
}
/**
 * What a line costs with its part of every charge.
 */
export interface LandedLineCost {
  /**
   * The line.
   */
  readonly line: string;
  /**
   * Its part of each charge, in the order of the charges.
   */
  readonly charges: readonly Money[];
  /**
   * All its parts together.
   */
  readonly landed: Money;
  /**
   * What its units cost together with them.
   */
  readonly cost: Money;
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
 * Nobody came for an order in time.
 */
export interface LapsePickup {
  readonly type: 'lapse_pickup';
  /**
   * The order.
   */
  readonly order: string;
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
 * What arriving late costs: `a + b·days` for each late shipment, or for each late line of a shipment.
 *
 * A shipment is late by the days that its node's `readyDays` and its service's transit days go beyond the
 * promised days. Nothing is late where freight is unknown or nothing was promised. The constraint `in_time`
 * forbids it altogether.
 */
export interface LatenessTerm {
  /**
   * `a`: what being late costs at all.
   */
  readonly fixed: Money;
  /**
   * `b`: what each day costs.
   */
  readonly perDay: Money;
  /**
   * What is counted.
   */
  readonly per?: LatePer;
  /**
   * How much it weighs, in thousandths.
   */
  readonly weightPerMille?: number;
}
/**
 * Demand and lead time, with how uncertain both are. Days may be any period, as long as it is the same one throughout.
 */
export interface LeadTimeDemand {
  /**
   * Mean demand per day.
   */
  readonly dailyDemand: Decimal;
  /**
   * Standard deviation of the demand of a day.
   */
  readonly demandDeviation?: Decimal;
  /**
   * Mean lead time in days.
   */
  readonly leadTimeDays: Decimal;
  /**
   * Standard deviation of the lead time in days.
   */
  readonly leadTimeDeviation?: Decimal;
  /**
   * Days between two reviews; zero when stock is looked at all the time.
   */
  readonly reviewDays?: Decimal;
}
/**
 * How long parcels take.
 */
export interface LearnParcelLimits {
  readonly type: 'learn_parcel_limits';
  /**
   * Parcels whose way is over, or as far as they came.
   */
  readonly history: readonly ParcelHistory[];
  /**
   * Which quantile, in thousandths: 950 is exceeded by one span in twenty.
   */
  readonly quantileMilli?: number;
  /**
   * With fewer spans than this a lane has no limit of its own, and its region's, carrier's or all parcels' counts.
   */
  readonly minSamples?: number;
  /**
   * No limit is learned below this, in minutes.
   */
  readonly floorMinutes?: number;
}
/**
 * How long parcels take.
 */
export interface LearnParcelLimitsAnswer {
  readonly type: 'learn_parcel_limits';
  /**
   * The limits, to be given to the watch.
   */
  readonly learned: LearnedLimits;
}
/**
 * Learned of history.
 */
export interface LearnedBasis {
  readonly type: 'learned';
  /**
   * The limit, for whom it was learned, and of how many spans.
   */
  readonly limit: LearnedLimit;
}
/**
 * A limit that was learned.
 */
export interface LearnedLimit {
  /**
   * Of which timer.
   */
  readonly timer: ParcelTimer;
  /**
   * For which parcels: a lane, a region (no lane), a carrier (neither) or all (nothing).
   */
  readonly scope: WatchLane;
  /**
   * The limit in minutes.
   */
  readonly minutes: number;
  /**
   * Of how many spans.
   */
  readonly samples: number;
}
/**
 * Limits that were learned.
 */
export interface LearnedLimits {
  /**
   * By timer and scope, wider scopes first.
   */
  readonly limits: readonly LearnedLimit[];
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
 * What a unit of a line costs.
 */
export interface LineCost {
  /**
   * The line.
   */
  readonly line: string;
  /**
   * How much.
   */
  readonly each: Money;
}
/**
 * Units of a line that one shipment delivered.
 */
export interface LineDelivery {
  /**
   * The shipment.
   */
  readonly shipment: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * What is known of a line beyond its SKU and weight.
 */
export interface LineFacts {
  /**
   * The category of its SKU.
   */
  readonly category?: string;
  /**
   * What the buyer pays for one unit.
   */
  readonly unitValue?: Money;
  /**
   * The volume of one unit in cubic centimetres.
   */
  readonly unitVolumeCm3?: number;
  /**
   * What a node must be able to do to handle it.
   */
  readonly needs?: readonly string[];
  /**
   * Whose stock it must be; the merchant's own when absent.
   */
  readonly owner?: string;
  /**
   * The way it takes through a node.
   */
  readonly processPath?: string;
  /**
   * In how many days it was promised to arrive; as the order when absent.
   */
  readonly promiseDays?: number;
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
 * From where lines are sourced: tiers of nodes that are asked one after the other.
 */
export interface LineSourcing {
  /**
   * The rule that says so.
   */
  readonly rule: string;
  /**
   * The lines; each stands in one sourcing at most. A line in none is sourced from all candidates.
   */
  readonly lines: readonly string[];
  /**
   * The tiers; the first is asked first. A candidate in none is never asked.
   */
  readonly tiers: readonly string[][];
  /**
   * Whether a later tier joins the earlier ones or takes their place.
   */
  readonly next?: NextTier;
  /**
   * When lines are satisfied, so that no later tier is asked.
   */
  readonly until?: TierUntil;
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
 * Units of one lot of one owner.
 */
export interface Lot {
  /**
   * The lot.
   */
  readonly lot: string;
  /**
   * Whose units; the merchant's own when absent.
   */
  readonly owner?: string;
  /**
   * The first instant at which the units are not good any more; never when absent.
   */
  readonly expiresAt?: Instant;
  /**
   * When they were made.
   */
  readonly manufacturedAt?: Instant;
  /**
   * When the first of them arrived here.
   */
  readonly receivedAt: Instant;
  /**
   * All physical units.
   */
  readonly onHand?: number;
  /**
   * Those of them that wait for inspection.
   */
  readonly qualityHold?: number;
  /**
   * Those of them that are damaged.
   */
  readonly damaged?: number;
  /**
   * Those of them that came back and wait for a decision.
   */
  readonly returnedPending?: number;
  /**
   * Those of them that are set aside, by order id.
   */
  readonly allocated?: readonly LotAllocation[];
}
/**
 * A count, a correction or scrapping changed the physical units.
 */
export interface LotAdjusted {
  readonly type: 'adjusted';
  /**
   * The lot.
   */
  readonly lot: string;
  /**
   * Whose units; the merchant's own when absent.
   */
  readonly owner?: string;
  /**
   * In what condition the units were.
   */
  readonly condition: StockCondition;
  /**
   * The change.
   */
  readonly delta: number;
}
/**
 * Units of a lot that are set aside for an order.
 */
export interface LotAllocation {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * The lots of one SKU at one node: its cell, split by lot and owner.
 */
export interface LotBook {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The lots that have units here, by lot and owner.
   */
  readonly lots: readonly Lot[];
  /**
   * The lots in quarantine, by lot.
   */
  readonly quarantines?: readonly LotQuarantine[];
  /**
   * The serial numbers captured and not yet gone, by order.
   */
  readonly serials?: readonly LotSerials[];
}
/**
 * The lots of a SKU at a node.
 */
export interface LotBookDocument {
  readonly type: 'lots';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The lots that have units here, by lot and owner.
   */
  readonly lots: readonly Lot[];
  /**
   * The lots in quarantine, by lot.
   */
  readonly quarantines?: readonly LotQuarantine[];
  /**
   * The serial numbers captured and not yet gone, by order.
   */
  readonly serials?: readonly LotSerials[];
}
/**
 * One lot of a picking.
 */
export interface LotConsidered {
  /**
   * The lot.
   */
  readonly lot: string;
  /**
   * Whose units; the merchant's own when absent.
   */
  readonly owner?: string;
  /**
   * Good units that no order had.
   */
  readonly free: number;
  /**
   * When the lot expires.
   */
  readonly expiresAt?: Instant;
  /**
   * When it arrived.
   */
  readonly receivedAt: Instant;
  /**
   * What became of it.
   */
  readonly verdict: LotVerdict;
}
/**
 * What is wanted of the lots.
 */
export interface LotDemand {
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * When they are picked.
   */
  readonly at: Instant;
  /**
   * When the buyer is expected to get them; at once when it lies before `at`.
   */
  readonly deliveryAt: Instant;
  /**
   * Which lots leave first.
   */
  readonly pickOrder?: LotPickOrder;
  /**
   * Whose units may be taken.
   */
  readonly owners?: LotOwners;
  /**
   * How many days of 24 hours have to remain at the delivery.
   */
  readonly minDays?: number;
  /**
   * What part of the shelf life has to remain at the delivery, in percent.
   */
  readonly minPercent?: number;
  /**
   * How many days units last from the day they are made, for lots that do not say.
   */
  readonly shelfLifeDays?: number;
}
/**
 * A lot as it arrives.
 */
export interface LotDraft {
  /**
   * The lot.
   */
  readonly lot: string;
  /**
   * Whose units; the merchant's own when absent.
   */
  readonly owner?: string;
  /**
   * The first instant at which the units are not good any more. When absent it follows from the day they were made
   * and the shelf life of the SKU's rule; they never expire when one of those is absent too.
   */
  readonly expiresAt?: Instant;
  /**
   * When they were made.
   */
  readonly manufacturedAt?: Instant;
}
/**
 * Its expiry had come.
 */
export interface LotExpired {
  readonly type: 'expired';
  /**
   * By how many seconds it was missed; 0 at the expiry itself.
   */
  readonly bySeconds: number;
}
/**
 * It would expire on the way.
 */
export interface LotExpiresBeforeDelivery {
  readonly type: 'expires_before_delivery';
  /**
   * How many seconds before the delivery; 0 at the delivery itself.
   */
  readonly bySeconds: number;
}
/**
 * Units whose lots may leave.
 */
export interface LotLimit {
  readonly type: 'lot_limit';
  /**
   * The cells and their limits; a cell that is not named has none.
   */
  readonly cells: readonly CellLimit[];
  /**
   * What each unit beyond costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * One lot of one owner. Which SKU and where stands beside it.
 */
export interface LotName {
  /**
   * The lot.
   */
  readonly lot: string;
  /**
   * Whose units; the merchant's own when absent.
   */
  readonly owner?: string;
}
/**
 * Those that one owner has on consignment here.
 */
export interface LotOwner {
  readonly type: 'of';
  /**
   * The owner.
   */
  readonly owner: string;
}
/**
 * Units changed hands.
 */
export interface LotOwnerChanged {
  readonly type: 'owner_changed';
  /**
   * The lot.
   */
  readonly lot: string;
  /**
   * Whose units they were; the merchant's own when absent.
   */
  readonly from?: string;
  /**
   * Whose they are; the merchant's own when absent.
   */
  readonly to?: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * Why.
   */
  readonly reason?: string;
}
/**
 * Units of one lot of one owner. Which SKU and where stands beside it.
 */
export interface LotPick {
  /**
   * The lot.
   */
  readonly lot: string;
  /**
   * Whose units; the merchant's own when absent.
   */
  readonly owner?: string;
  /**
   * How many.
   */
  readonly quantity: Quantity;
}
/**
 * Units were taken.
 */
export interface LotPicked {
  readonly type: 'picked';
  /**
   * How many.
   */
  readonly quantity: Quantity;
}
/**
 * Which units were picked, and why the others were not.
 */
export interface LotPicking {
  /**
   * The units picked, in the order in which they leave.
   */
  readonly picks: readonly LotPick[];
  /**
   * How many units all lots together are short.
   */
  readonly short: Quantity;
  /**
   * How many units could have been picked.
   */
  readonly eligible: number;
  /**
   * Every lot and its verdict, in the order in which they were looked at.
   */
  readonly lots: readonly LotConsidered[];
}
/**
 * A lot of which nothing may leave, whoever owns it and whenever it arrives.
 */
export interface LotQuarantine {
  /**
   * The lot.
   */
  readonly lot: string;
  /**
   * Why.
   */
  readonly reason: string;
}
/**
 * Nothing of a lot may leave any more.
 */
export interface LotQuarantined {
  readonly type: 'quarantined';
  /**
   * The lot.
   */
  readonly lot: string;
  /**
   * Why.
   */
  readonly reason: string;
}
/**
 * It is in quarantine.
 */
export interface LotQuarantinedThen {
  readonly type: 'quarantined';
  /**
   * Why it is.
   */
  readonly reason: string;
}
/**
 * What a lot put in quarantine concerns at a node.
 */
export interface LotRecall {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The units of the lot there.
   */
  readonly onHand: number;
  /**
   * The orders that had units of it, by id.
   */
  readonly orders: readonly RecalledOrder[];
}
/**
 * What a recall concerns.
 */
export interface LotRecalled {
  readonly type: 'lot_recall';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The lot.
   */
  readonly lot: string;
  /**
   * The nodes that have units of it, by id.
   */
  readonly nodes: readonly LotRecall[];
}
/**
 * Units arrived.
 */
export interface LotReceived {
  readonly type: 'received';
  /**
   * The lot, with its expiry worked out.
   */
  readonly lot: LotDraft;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * In what condition they are.
   */
  readonly condition: StockCondition;
  /**
   * When they arrived.
   */
  readonly receivedAt: Instant;
}
/**
 * Something happened to lots.
 */
export interface LotRecord {
  readonly type: 'lot';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * What.
   */
  readonly event: LotEvent;
}
/**
 * Units changed their condition.
 */
export interface LotRegraded {
  readonly type: 'regraded';
  /**
   * The lot.
   */
  readonly lot: string;
  /**
   * Whose units; the merchant's own when absent.
   */
  readonly owner?: string;
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
}
/**
 * It may leave again.
 */
export interface LotReleased {
  readonly type: 'released';
  /**
   * The lot.
   */
  readonly lot: string;
  /**
   * Why.
   */
  readonly reason: string;
}
/**
 * That a SKU is kept by lot, and how.
 */
export interface LotRule {
  /**
   * Which lots leave first.
   */
  readonly pickOrder?: LotPickOrder;
  /**
   * Whose units orders may take.
   */
  readonly owners?: LotOwners;
  /**
   * How many days units last from the day they are made, for lots that do not say.
   */
  readonly shelfLifeDays?: number;
  /**
   * From how many remaining days on a lot is called near its expiry; never when 0.
   */
  readonly nearExpiryDays?: number;
  /**
   * How long units have to last when the buyer gets them; of the rules that apply, the strictest counts.
   */
  readonly minRemaining?: readonly ShelfLifeRule[];
  /**
   * Whether every unit has a serial number, which has to be captured before the unit ships.
   */
  readonly serialised?: boolean;
}
/**
 * The serial numbers captured for an order whose units have not left.
 */
export interface LotSerials {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The numbers, sorted.
   */
  readonly serials: readonly string[];
}
/**
 * Units of an order were told apart by their serial numbers.
 */
export interface LotSerialsCaptured {
  readonly type: 'serials_captured';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The numbers, sorted.
   */
  readonly serials: readonly string[];
}
/**
 * The units with these numbers are not for the order any more.
 */
export interface LotSerialsDropped {
  readonly type: 'serials_dropped';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The numbers, sorted.
   */
  readonly serials: readonly string[];
}
/**
 * The units with these numbers came back.
 */
export interface LotSerialsReturned {
  readonly type: 'serials_returned';
  /**
   * The order that they had left for.
   */
  readonly order: string;
  /**
   * The numbers, sorted.
   */
  readonly serials: readonly string[];
}
/**
 * The units with these numbers left.
 */
export interface LotSerialsShipped {
  readonly type: 'serials_shipped';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The shipment.
   */
  readonly shipment: string;
  /**
   * The numbers, sorted.
   */
  readonly serials: readonly string[];
}
/**
 * A shipment with units of a lot.
 */
export interface LotShipment {
  /**
   * The shipment.
   */
  readonly shipment: string;
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The node it left.
   */
  readonly node: string;
  /**
   * When it left.
   */
  readonly shippedAt: Instant;
  /**
   * How many units of the lot are in it.
   */
  readonly quantity: Quantity;
  /**
   * The numbers of its parcels, as far as known.
   */
  readonly trackingNumbers: readonly string[];
}
/**
 * It would not last long enough after the delivery.
 */
export interface LotTooShort {
  readonly type: 'too_short';
  /**
   * Whole days that remain at the delivery.
   */
  readonly remainingDays: number;
  /**
   * Days that have to remain.
   */
  readonly requiredDays: number;
}
/**
 * Where units of the lot are and where they went.
 */
export interface LotTraceAnswer {
  readonly type: 'lot_trace';
  /**
   * The nodes that have units of it, with the orders that they are set aside for.
   */
  readonly nodes: readonly LotRecall[];
  /**
   * The shipments that have units of it, by id.
   */
  readonly shipments: readonly LotShipment[];
}
/**
 * A lot as it stands at an instant.
 */
export interface LotView {
  /**
   * The lot.
   */
  readonly lot: Lot;
  /**
   * Where it stands.
   */
  readonly status: LotStatus;
  /**
   * Whole days that remain, negative after the expiry; absent when it never expires.
   */
  readonly remainingDays?: number;
  /**
   * Good units that no order has.
   */
  readonly free: number;
}
/**
 * Units were set aside for an order.
 */
export interface LotsAllocated {
  readonly type: 'allocated';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The units, in the order of their lots.
   */
  readonly picks: readonly LotPick[];
}
/**
 * The lots of the SKU.
 */
export interface LotsAnswer {
  readonly type: 'lots';
  /**
   * The nodes that have, or had, lots of it.
   */
  readonly nodes: readonly LotsAt[];
}
/**
 * The lots of a SKU at a node.
 */
export interface LotsAt {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Each lot, by lot and owner.
   */
  readonly lots: readonly LotView[];
  /**
   * The lots in quarantine, also those that have no units here.
   */
  readonly quarantines: readonly LotQuarantine[];
}
/**
 * Units set aside for an order were given back.
 */
export interface LotsDeallocated {
  readonly type: 'deallocated';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The units, in the order of their lots.
   */
  readonly picks: readonly LotPick[];
}
/**
 * Which lots an order gets.
 */
export interface LotsExplained {
  readonly type: 'lots';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The picking, with what became of each lot.
   */
  readonly picking: LotPicking;
}
/**
 * Units set aside for an order left.
 */
export interface LotsShipped {
  readonly type: 'shipped';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The units, in the order of their lots.
   */
  readonly picks: readonly LotPick[];
}
/**
 * A parcel that is handed over.
 */
export interface ManifestParcel {
  /**
   * Its number.
   */
  readonly number: string;
  /**
   * What it weighs, when weighed.
   */
  readonly weight?: Weight;
  /**
   * Where it goes, in a word.
   */
  readonly destination?: string;
}
/**
 * What a carrier's code means.
 */
export interface MapTrackingCode {
  readonly type: 'map_tracking_code';
  /**
   * Whose code, such as `kuaidi100` or `fedex`.
   */
  readonly source: string;
  /**
   * The code.
   */
  readonly code: string;
  /**
   * Rows of the merchant's own, looked at first.
   */
  readonly rows?: readonly TrackingCodeRow[];
}
/**
 * What the code means.
 */
export interface MappedTrackingCode {
  readonly type: 'map_tracking_code';
  /**
   * What it means; absent where the code is in no table.
   */
  readonly meaning?: TrackingMeaning;
  /**
   * Its stage's rank: 0 to 95.
   */
  readonly rank?: number;
  /**
   * What Chinese carriers call the status.
   */
  readonly chinese?: string;
  /**
   * Where the table comes from; absent for a row of the merchant's own and for a source that has no table.
   */
  readonly origin?: string;
  /**
   * The table's version.
   */
  readonly version?: number;
}
/**
 * A part of what there is.
 */
export interface MarginPercent {
  readonly type: 'percent';
  /**
   * The part, in basis points: 2500 is 25 %; at most 10,000.
   */
  readonly basisPoints: number;
}
/**
 * So many units, whatever there is.
 */
export interface MarginUnits {
  readonly type: 'units';
  /**
   * How many.
   */
  readonly units: Quantity;
}
/**
 * A SKU at a node, and what is expected of it until it is marked down.
 */
export interface MarkdownCell {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Units on hand.
   */
  readonly onHand: Quantity;
  /**
   * By how much its price falls when it is marked down.
   */
  readonly fall: Money;
  /**
   * The mean of demand until then, in thousandths of a unit; at most 100,000 units.
   */
  readonly meanMilli: number;
  /**
   * The variance of that demand, in thousandths; the mean when absent. At most 1000 times the mean.
   */
  readonly varianceMilli?: number;
  /**
   * How many days its units have been in stock, if known.
   */
  readonly daysInStock?: number;
  /**
   * In how many days they expire, if they do.
   */
  readonly daysToExpiry?: number;
}
/**
 * Markdown avoidance: each unit taken saves `(price − markdown price) · P(D < on hand)`, the chance that it
 * would be marked down, and the bonuses of its age and its expiry. It counts against the cost.
 *
 * Demand `D` until the markdown is Poisson by its mean, or negative binomial where a larger variance is
 * given. The saving of one unit is rounded to the minor unit, halves up.
 */
export interface MarkdownTerm {
  /**
   * The cells; a cell that is not named saves nothing.
   */
  readonly cells: readonly MarkdownCell[];
  /**
   * What units save by their days in stock; the last that applies counts.
   */
  readonly aged?: readonly AgeBonus[];
  /**
   * What units save by their days to expiry; the first that applies counts.
   */
  readonly expiring?: readonly ExpiryBonus[];
  /**
   * How much it weighs, in thousandths.
   */
  readonly weightPerMille?: number;
}
/**
 * Nodes within so many metres.
 */
export interface MaxDistance {
  readonly type: 'max_distance';
  /**
   * The nodes it holds for; all when none is named.
   */
  readonly nodes?: NodeScope;
  /**
   * The most metres.
   */
  readonly metres: number;
  /**
   * What each shipment from farther away costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * Nodes that rejected the order too often.
 */
export interface MaxRejects {
  readonly type: 'max_rejects';
  /**
   * At so many rejections a node is out, at least 1.
   */
  readonly most: number;
  /**
   * How often each node rejected it.
   */
  readonly rejects: readonly NodeRejects[];
  /**
   * What each shipment from there costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * How many shipments an order may have.
 */
export interface MaxSplits {
  readonly type: 'max_splits';
  /**
   * The most shipments, at least 1.
   */
  readonly shipments: number;
  /**
   * What each shipment beyond costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * The worst case less the mean case.
 */
export interface MaximumRule {
  readonly type: 'maximum';
  /**
   * The largest demand of a day.
   */
  readonly maxDailyDemand: Decimal;
  /**
   * The longest lead time in days.
   */
  readonly maxLeadTimeDays: Decimal;
}
/**
 * Below a minimum, up to a maximum.
 */
export interface MinMaxLevels {
  readonly type: 'min_max';
  /**
   * Fewer than this are too few.
   */
  readonly min: Quantity;
  /**
   * How many there should be then.
   */
  readonly max: Quantity;
}
/**
 * Shipments worth sending.
 */
export interface MinShipment {
  readonly type: 'min_shipment';
  /**
   * The least units.
   */
  readonly units?: number;
  /**
   * The least value, by the lines' unit values.
   */
  readonly value?: Money;
  /**
   * Whether an order that leaves in one shipment is free of it.
   */
  readonly onlySplit?: boolean;
  /**
   * What each shipment below costs; never allowed when absent.
   */
  readonly price?: Money;
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
 * Modules.
 */
export interface ModuleGrid {
  readonly type: 'modules';
  /**
   * Rows from the top, `1` for a dark module and `0` for a light one.
   */
  readonly rows: readonly string[];
  /**
   * What it says.
   */
  readonly text: string;
  /**
   * Light modules that must stay free all around.
   */
  readonly quiet: number;
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
 * Hold at one node what a reservation holds elsewhere.
 */
export interface MoveReservation {
  readonly type: 'move_reservation';
  /**
   * The reservation.
   */
  readonly reservation: string;
  /**
   * The node that is to hold it.
   */
  readonly to: string;
  /**
   * Only what is held at this node.
   */
  readonly from?: string;
  /**
   * Only these SKUs; all when empty.
   */
  readonly skus?: readonly string[];
}
/**
 * Units that leave the node where they were planned.
 */
export interface MovedUnits {
  /**
   * The line.
   */
  readonly line: string;
  /**
   * The node where they were planned.
   */
  readonly node: string;
  /**
   * How many.
   */
  readonly quantity: Quantity;
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
 * The mean of the last periods.
 */
export interface MovingAverage {
  readonly type: 'moving_average';
  /**
   * How many periods; 1 is the naive forecast.
   */
  readonly periods: number;
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
 * All nodes of a tenant, and the groups they are in.
 */
export interface Network {
  /**
   * The nodes by id.
   */
  readonly nodes: {
    readonly [k: string]: Node;
  };
  /**
   * The groups by id.
   */
  readonly groups?: {
    readonly [k: string]: NodeGroup;
  };
  /**
   * The nodes that take no orders for a while.
   */
  readonly closed?: {
    readonly [k: string]: NodeClosure;
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
  /**
   * The groups by id.
   */
  readonly groups?: {
    readonly [k: string]: NodeGroup;
  };
  /**
   * The nodes that take no orders for a while.
   */
  readonly closed?: {
    readonly [k: string]: NodeClosure;
  };
}
/**
 * By when units can be had from several nodes together.
 */
export interface NetworkPromise {
  /**
   * The first date for all of them; absent if there is none.
   */
  readonly earliest?: Instant;
  /**
   * As many as possible as soon as possible, by date and node.
   */
  readonly parts: readonly NodePromisePart[];
  /**
   * How many units no date and node allow.
   */
  readonly missing: Quantity;
}
/**
 * The card has no fuel surcharge for the instant of hand-over.
 */
export interface NoFuelRate {
  readonly type: 'no_fuel_rate';
  /**
   * The instant of hand-over.
   */
  readonly at: Instant;
}
/**
 * Lines that are not split over nodes.
 */
export interface NoLineSplit {
  readonly type: 'no_line_split';
  /**
   * The items it holds for; all when none is named.
   */
  readonly items?: ItemScope;
  /**
   * What each further node that ships of a line costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * Small orders and listed items that are not split.
 */
export interface NoSplitBelow {
  readonly type: 'no_split_below';
  /**
   * Orders of less than this are not split.
   */
  readonly amount?: Money;
  /**
   * Lines that are not split whatever the order is worth; none when nothing is named.
   */
  readonly items?: ItemScope;
  /**
   * What each further shipment, or node that ships of a line, costs; never allowed when absent.
   */
  readonly price?: Money;
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
   * What kind of place it is, in the merchant's own words, such as `store`; safety factors may name it.
   */
  readonly nodeType?: string;
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
  /**
   * What kind of place it is, and what it can do.
   */
  readonly traits?: NodeTraits;
  /**
   * When it works; around the clock when absent.
   */
  readonly calendar?: Calendar;
  /**
   * What it can do in a day; no limit when absent.
   */
  readonly capacity?: NodeCapacity;
  /**
   * The supplier whose place it is: what is released there is bought of it, unit by unit.
   */
  readonly supplier?: string;
}
/**
 * What a node has of a SKU. Of a virtual kit the cell is empty, and the figures are whole kits that the node's
 * components make.
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
   * Free units that may not be sold: of lots that have expired, are in quarantine or another owner's.
   */
  readonly barred?: number;
  /**
   * Units that could be promised: free ones that may be sold and what backorders allow, less what is kept for better
   * classes; none where the node does not sell.
   */
  readonly promiseable: number;
}
/**
 * What shipments from a node cost on top.
 */
export interface NodeBias {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How much.
   */
  readonly bias: Money;
}
/**
 * Money that nodes may still spend.
 */
export interface NodeBudget {
  readonly type: 'node_budget';
  /**
   * What is left by node; a node that is not named has no limit.
   */
  readonly left: readonly NodeMoney[];
  /**
   * What each shipment beyond the budget costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * Units withheld at a node.
 */
export interface NodeBuffer {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * What is withheld there.
   */
  readonly buffer: StockMargin;
}
/**
 * What a node can do in a day. Every allocation takes its part of the day on which it is worked, and never more than
 * there is.
 */
export interface NodeCapacity {
  /**
   * For how many working days after the first that an order could be worked on it may be booked, where those before
   * are full; at most 60.
   */
  readonly daysAhead?: number;
  /**
   * The process paths, each with limits of its own. A line takes every path that takes its category, and the one
   * that its SKU names.
   */
  readonly paths: readonly PathCapacity[];
}
/**
 * It was closed for a while.
 */
export interface NodeClosedUntil {
  readonly type: 'closed';
  /**
   * Until when and why.
   */
  readonly closure: NodeClosure;
}
/**
 * That a node takes no orders until an instant.
 */
export interface NodeClosure {
  /**
   * From when on it takes orders again; not until it is opened when absent.
   */
  readonly until?: Instant;
  /**
   * Why.
   */
  readonly reason?: string;
}
/**
 * A node closed for a while, or opened again.
 */
export interface NodeClosureRecorded {
  readonly type: 'node_closure';
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Until when and why; open again when absent.
   */
  readonly closure?: NodeClosure;
}
/**
 * It rejected the order a short while ago.
 */
export interface NodeCoolingDown {
  readonly type: 'cooling_down';
  /**
   * From when on it is asked again.
   */
  readonly until: Instant;
}
/**
 * What is known of a node beyond its costs and stock.
 */
export interface NodeFacts {
  /**
   * What kind of place it is, and what it can do.
   */
  readonly traits?: NodeTraits;
  /**
   * The country it lies in.
   */
  readonly country?: string;
  /**
   * The region it lies in.
   */
  readonly region?: string;
  /**
   * The groups it is in.
   */
  readonly groups?: readonly string[];
  /**
   * In how many days it hands over to a carrier, by its calendar, cut-off and backlog; 0 is today.
   */
  readonly readyDays?: number;
}
/**
 * Every day on which the order could be worked there is full.
 */
export interface NodeFull {
  readonly type: 'no_capacity';
  /**
   * The first day looked at.
   */
  readonly from: string;
  /**
   * The last day looked at.
   */
  readonly until: string;
}
/**
 * A named set of nodes: a region, a kind of store, whatever sells together. A node may be in many.
 */
export interface NodeGroup {
  /**
   * The group.
   */
  readonly id: string;
  /**
   * What people call it.
   */
  readonly name?: string;
  /**
   * Its nodes.
   */
  readonly nodes: readonly string[];
}
/**
 * Which kinds of node ship.
 */
export interface NodeKindAllowed {
  readonly type: 'node_kind';
  /**
   * The kinds.
   */
  readonly kinds: readonly NodeKind[];
  /**
   * The items it holds for; all when none is named.
   */
  readonly items?: ItemScope;
  /**
   * What each unit from another kind of node costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * How much a node can do and has to do already.
 */
export interface NodeLoad {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many units it can do a day; at least 1.
   */
  readonly capacity: number;
  /**
   * How many units it has to do already.
   */
  readonly used: number;
}
/**
 * Money of a node.
 */
export interface NodeMoney {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How much is left.
   */
  readonly left: Money;
}
/**
 * Its calendar has no opening from now on.
 */
export interface NodeNeverOpen {
  readonly type: 'never_open';
}
/**
 * The carrier does not pick up from the node.
 */
export interface NodeNotServed {
  readonly type: 'node_not_served';
  /**
   * The node.
   */
  readonly node: string;
}
/**
 * The buyer collects the order elsewhere.
 */
export interface NodeNotVisited {
  readonly type: 'collected_elsewhere';
  /**
   * Where.
   */
  readonly collectedAt: string;
}
/**
 * Nodes that do not ship for a while.
 */
export interface NodeOffline {
  readonly type: 'node_offline';
  /**
   * The nodes it holds for; all when none is named.
   */
  readonly nodes?: NodeScope;
  /**
   * From when on; since ever when absent.
   */
  readonly from?: Instant;
  /**
   * Until when, itself excluded; for ever when absent.
   */
  readonly until?: Instant;
  /**
   * What each shipment from there in that time costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * By when a node alone can promise the units.
 */
export interface NodePromise {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Its dates, with the timeline that they follow from.
   */
  readonly answer: PromiseAnswer;
}
/**
 * Some of the units: where and when.
 */
export interface NodePromisePart {
  /**
   * Where.
   */
  readonly node: string;
  /**
   * When.
   */
  readonly at: Instant;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * What makes it possible.
   */
  readonly backing: PromiseBacking;
}
/**
 * What a node has for promises, and what is withheld there.
 */
export interface NodePromiseable {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Units that nobody has a claim on and those ring-fenced for quotas; holds that have run out count for nothing.
   */
  readonly free: number;
  /**
   * Of these, units ring-fenced.
   */
  readonly ringFenced: number;
  /**
   * Of these, units that may not be sold: of lots that have expired, are in quarantine or another owner's.
   */
  readonly barred?: number;
  /**
   * Of the rest, units that no quota fences, kept for better classes of buyers; no channel is shown them.
   */
  readonly protected?: number;
  /**
   * Safety stock of what is there.
   */
  readonly safety: SafetyStock;
  /**
   * Available to fulfil: free units that may be sold, less safety stock.
   */
  readonly atf: number;
  /**
   * Units on their way.
   */
  readonly incoming: number;
  /**
   * Safety stock of what is on its way.
   */
  readonly incomingSafety: SafetyStock;
  /**
   * Available to order: what can be fulfilled now and what is on its way, less safety stock.
   */
  readonly ato: number;
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
 * When a node rejected an order last.
 */
export interface NodeRejectedAt {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * When.
   */
  readonly at: Instant;
}
/**
 * How often a node was asked, and how often it rejected.
 */
export interface NodeRejections {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The SKU; all of them when absent.
   */
  readonly sku?: string;
  /**
   * Rejections in thousandths.
   */
  readonly rejectedMilli: number;
  /**
   * Assignments in thousandths, rejected ones included.
   */
  readonly assignedMilli: number;
}
/**
 * How often a node rejected an order.
 */
export interface NodeRejects {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How often.
   */
  readonly rejects: number;
}
/**
 * What a node can still take.
 */
export interface NodeRoom {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How much.
   */
  readonly room: number;
}
/**
 * Nodes by name and by group; all nodes when neither is named.
 */
export interface NodeScope {
  /**
   * These nodes.
   */
  readonly nodes?: readonly string[];
  /**
   * The nodes of these groups.
   */
  readonly groups?: readonly string[];
}
/**
 * How a node stands to an order, where its calendar, its capacity or its past has a say.
 */
export interface NodeStanding {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The first day on which it could work on the order, by its calendar; the day it is booked for, if it ships.
   */
  readonly day?: string;
  /**
   * When it has an order of no units ready.
   */
  readonly readyAt?: Instant;
  /**
   * Whether the order came after the cut-off of a day.
   */
  readonly afterCutOff?: boolean;
  /**
   * How many units of the order it has room for, where that is fewer than it was to ship.
   */
  readonly roomUnits?: number;
  /**
   * Why it is left out, if it is.
   */
  readonly leftOut?: NodeLeftOut;
}
/**
 * What a node expects of a SKU, and how its promises stand.
 */
export interface NodeSupply {
  /**
   * Receipts and promises.
   */
  readonly book: SupplyBook;
  /**
   * What is free now.
   */
  readonly free: number;
  /**
   * How each promise stands.
   */
  readonly standings: readonly PromiseStanding[];
}
/**
 * What kind of place a node is, and what it can do.
 */
export interface NodeTraits {
  /**
   * What kind of place it is, if known.
   */
  readonly kind?: NodeKind;
  /**
   * How orders leave it; by carrier only when none is named.
   */
  readonly fulfilment?: readonly FulfilmentType[];
  /**
   * What it can handle beyond plain goods, such as `hazmat` or `cold`.
   */
  readonly capabilities?: readonly string[];
  /**
   * Whose stock it keeps, beside the merchant's own.
   */
  readonly owners?: readonly string[];
  /**
   * Whether its stock lies in bond, not yet imported.
   */
  readonly bonded?: boolean;
}
/**
 * What a node got in a run so far.
 */
export interface NodeUse {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How much.
   */
  readonly used: number;
}
/**
 * How nodes stood to an order, where calendar, capacity or their past had a say.
 */
export interface NodesExplained {
  readonly type: 'nodes';
  /**
   * By node.
   */
  readonly nodes: readonly NodeStanding[];
}
/**
 * It could have been taken; the lots before it were enough.
 */
export interface NotNeededLotVerdict {
  readonly type: 'not_needed';
}
/**
 * No value.
 */
export interface NothingCell {
  readonly type: 'nothing';
}
/**
 * Nothing of it was free.
 */
export interface NothingFreeLotVerdict {
  readonly type: 'nothing_free';
}
/**
 * Give a parcel its number, or another one.
 */
export interface NumberParcel {
  readonly type: 'number_parcel';
  /**
   * The shipment.
   */
  readonly shipment: string;
  /**
   * The parcel.
   */
  readonly parcel: string;
  /**
   * The number.
   */
  readonly number: string;
}
/**
 * How much the plain costs weigh, in thousandths.
 */
export interface ObjectiveWeights {
  /**
   * Of freight.
   */
  readonly freightPerMille?: number;
  /**
   * Of handling.
   */
  readonly handlingPerMille?: number;
  /**
   * Of splits.
   */
  readonly splitPerMille?: number;
}
/**
 * From an instant on another offset holds.
 */
export interface OffsetChange {
  /**
   * From when on.
   */
  readonly at: Instant;
  /**
   * Seconds east of UTC from then on.
   */
  readonly offsetSeconds: number;
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
 * Let a node take orders again.
 */
export interface OpenNode {
  readonly type: 'open_node';
  /**
   * The node.
   */
  readonly node: string;
}
/**
 * Hours of one day.
 */
export interface Opening {
  /**
   * When it opens.
   */
  readonly from: string;
  /**
   * When it closes; on the next day if that is not after it opens.
   */
  readonly until: string;
}
/**
 * Hours on some days of the week.
 */
export interface OpeningHours {
  /**
   * On which days.
   */
  readonly days: readonly Weekday[];
  /**
   * When it opens.
   */
  readonly from: string;
  /**
   * When it closes; on the next day if that is not after it opens.
   */
  readonly until: string;
}
/**
 * The service does not do all that is asked for.
 */
export interface OptionsMissing {
  readonly type: 'options_missing';
  /**
   * What was asked for in vain.
   */
  readonly options: readonly string[];
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
   * The class of buyers it is for; higher classes come first.
   */
  readonly class?: number;
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
   * Whether units kept by lot have been set aside for it.
   */
  readonly byLot?: boolean;
  /**
   * Whether it has booked work at a node whose days are limited.
   */
  readonly booked?: boolean;
  /**
   * How it reaches its buyer; a carrier brings it to the door when absent.
   */
  readonly fulfilment?: OrderFulfilment;
  /**
   * That it waits for its buyer, or has waited.
   */
  readonly pickup?: OrderPickup;
  /**
   * What warehouses rejected, oldest first.
   */
  readonly rejections?: readonly OrderRejection[];
  /**
   * How many of these there were since a person last looked at them.
   */
  readonly attempts?: number;
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
 * Open orders that are to be planned together.
 */
export interface OrderBatch {
  /**
   * The orders, in the sequence in which they would be served one by one. All that may be allocated and have open
   * units when empty, in the order of the queue.
   */
  readonly orders?: readonly string[];
  /**
   * What decides who stands before whom in that queue, most important first; then the instant of placing and the
   * order id.
   */
  readonly keys?: readonly QueueKey[];
  /**
   * Whether units that are allocated, and that no warehouse was told to pick, are planned anew too. Orders with
   * units of lots keep them.
   */
  readonly replan?: boolean;
  /**
   * What each unit costs that leaves the node where it is allocated; nothing when absent.
   */
  readonly churnCost?: Money;
  /**
   * What a unit that does not ship counts for, beside its own price, in orders that are to be filled first; more
   * than any of them can save by leaving it when absent.
   */
  readonly unfilledCost?: Money;
  /**
   * What nodes can still do for all orders together, where the sourcing does not say it.
   */
  readonly capacity?: readonly JointCapacity[];
  /**
   * Whether all classes are weighed against each other by money. If not, lower classes take what higher ones leave.
   */
  readonly acrossClasses?: boolean;
  /**
   * Whether allocated units may go to other orders, so that the order is short of them. If not, they may only ship
   * from elsewhere.
   */
  readonly mayTakeBack?: boolean;
  /**
   * How often an order may be planned, in all; as often as the batch deserves when absent.
   */
  readonly work?: number;
  /**
   * How many threads may help; the plan does not depend on it. One when absent.
   */
  readonly threads?: number;
  /**
   * The prices of the last batch, to start from.
   */
  readonly prices?: RowPrices;
}
/**
 * Which nodes would ship what, and which orders are left out.
 */
export interface OrderBatchAnswer {
  readonly type: 'order_batch';
  /**
   * The plan; absent where no order takes part.
   */
  readonly plan?: JointPlan;
  /**
   * The orders that take no part or that could not be carried out, and why. Nothing of them has changed.
   */
  readonly leftOut?: readonly OrderLeftOut[];
}
/**
 * The last moment.
 */
export interface OrderBy {
  readonly type: 'order_by';
  /**
   * The last whole second at which an order is delivered in time; absent if it is too late already.
   */
  readonly orderBy?: Instant;
  /**
   * The way of the order that comes then; of one that comes now if it is too late.
   */
  readonly estimate: DeliveryEstimate;
}
/**
 * The last moment to order for a promise.
 */
export interface OrderByQuestion {
  readonly type: 'order_by';
  /**
   * The order, as if it came now.
   */
  readonly delivery: DeliveryQuestion;
  /**
   * Until when it is to be delivered.
   */
  readonly promiseBy: Instant;
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
 * Its buyer has collected it.
 */
export interface OrderCollected {
  readonly type: 'collected';
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
   * The class of buyers it is for; higher classes come first.
   */
  readonly class?: number;
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
   * Whether units kept by lot have been set aside for it.
   */
  readonly byLot?: boolean;
  /**
   * Whether it has booked work at a node whose days are limited.
   */
  readonly booked?: boolean;
  /**
   * How it reaches its buyer; a carrier brings it to the door when absent.
   */
  readonly fulfilment?: OrderFulfilment;
  /**
   * That it waits for its buyer, or has waited.
   */
  readonly pickup?: OrderPickup;
  /**
   * What warehouses rejected, oldest first.
   */
  readonly rejections?: readonly OrderRejection[];
  /**
   * How many of these there were since a person last looked at them.
   */
  readonly attempts?: number;
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
   * The class of buyers it is for: stock kept for a class may be taken by it and those above. 0 is everybody.
   */
  readonly class?: number;
  /**
   * Where it goes.
   */
  readonly shipTo: Address;
  /**
   * How it reaches its buyer; a carrier brings it to the door when absent.
   */
  readonly fulfilment?: OrderFulfilment;
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
   * What the buyer chose of a configurable kit, for each of them; kits chosen otherwise stand in a line of their
   * own.
   */
  readonly chosen?: readonly ChosenOption[];
  /**
   * Custom fields.
   */
  readonly fields?: {
    readonly [k: string]: FieldValue;
  };
}
/**
 * A supplier was asked to send units.
 */
export interface OrderDropShipped {
  readonly type: 'drop_shipped';
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The supplier.
   */
  readonly supplier: string;
  /**
   * The units.
   */
  readonly units: readonly DropShipUnits[];
}
/**
 * What is known of the order as a whole. `Debug` masks the postal code, as that of an address does.
 */
export interface OrderFacts {
  /**
   * When it is decided; constraints with windows and cool-downs need it.
   */
  readonly at?: Instant;
  /**
   * The buyer.
   */
  readonly customer?: string;
  /**
   * The class of buyers; higher classes come first, 0 is everybody.
   */
  readonly class?: number;
  /**
   * What the order is worth.
   */
  readonly amount?: Money;
  /**
   * The country it goes to.
   */
  readonly country?: string;
  /**
   * The region it goes to.
   */
  readonly region?: string;
  /**
   * The postal code it goes to.
   */
  readonly postcode?: string;
  /**
   * In how many days it was promised to arrive; 0 is today.
   */
  readonly promiseDays?: number;
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
 * An order of which nothing has changed.
 */
export interface OrderLeftOut {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * Why.
   */
  readonly error: ErrorReport;
}
/**
 * The most that a cap allows.
 */
export interface OrderLimit {
  /**
   * How many units.
   */
  readonly units: number;
  /**
   * Which cap.
   */
  readonly cap: PurchaseCap;
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
   * By which shipments, in the order in which each first delivered.
   */
  readonly deliveries?: readonly LineDelivery[];
  /**
   * Where the other units are or were shipped from, by node.
   */
  readonly allocations: readonly LineAllocation[];
  /**
   * The kit that the line is a part of, where the kit was taken apart when the order was placed.
   */
  readonly kit?: OrderLineKit;
  /**
   * Custom fields.
   */
  readonly fields?: {
    readonly [k: string]: FieldValue;
  };
}
/**
 * The kit that a line is a part of.
 */
export interface OrderLineKit {
  /**
   * The line as the channel sent it; the parts of the kit are named after it, such as `1.1` and `1.2`.
   */
  readonly line: string;
  /**
   * The kit.
   */
  readonly sku: string;
  /**
   * How many kits were ordered.
   */
  readonly kits: Quantity;
  /**
   * How many units of the line are in one kit.
   */
  readonly perKit: Quantity;
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
 * An order that waits for its buyer.
 */
export interface OrderPickup {
  /**
   * Since when it is ready.
   */
  readonly readyAt: Instant;
  /**
   * Until when it is kept.
   */
  readonly collectBy: Instant;
  /**
   * When it was collected.
   */
  readonly collectedAt?: Instant;
  /**
   * When it was given up, because nobody came.
   */
  readonly lapsedAt?: Instant;
}
/**
 * Nobody came for it in time.
 */
export interface OrderPickupLapsed {
  readonly type: 'pickup_lapsed';
  /**
   * The units that are free again.
   */
  readonly units: readonly LineUnits[];
  /**
   * What the buyer has paid beyond what is still due.
   */
  readonly refundDue: Money;
}
/**
 * It waits for its buyer.
 */
export interface OrderPickupReady {
  readonly type: 'pickup_ready';
  /**
   * Since when and until when.
   */
  readonly pickup: OrderPickup;
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
 * A warehouse rejected units.
 */
export interface OrderRejected {
  readonly type: 'rejected';
  /**
   * The rejection.
   */
  readonly rejection: OrderRejection;
}
/**
 * A node that rejected units of an order.
 */
export interface OrderRejection {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Why.
   */
  readonly reason: RejectReason;
  /**
   * When.
   */
  readonly at: Instant;
  /**
   * Until when it is not asked for this order; asked at once when absent.
   */
  readonly coolsUntil?: Instant;
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
 * It was ordered.
 */
export interface OrderTodo {
  readonly type: 'ordered';
  /**
   * How many units were ordered; as many as the to-do says when absent.
   */
  readonly quantity?: Quantity;
  /**
   * The purchase order's number.
   */
  readonly reference?: string;
  /**
   * The expected receipt that stands for it among the incoming units. Without one the to-do itself counts as on
   * order until it is received.
   */
  readonly receipt?: string;
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
  /**
   * Whether some of them are kept by lot.
   */
  readonly byLot?: boolean;
  /**
   * Whether work was booked for them at a node whose days are limited.
   */
  readonly booked?: boolean;
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
 * At a reorder point or below, up to a level: (s, S).
 */
export interface OrderUpToLevels {
  readonly type: 'order_up_to';
  /**
   * So many or fewer are too few.
   */
  readonly reorderPoint: Quantity;
  /**
   * How many there should be then.
   */
  readonly upTo: Quantity;
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
 * The units are another owner's.
 */
export interface OtherOwnerLotVerdict {
  readonly type: 'other_owner';
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
 * The merchant's own.
 */
export interface OwnLotOwners {
  readonly type: 'own';
}
/**
 * Two classes that must not share a box.
 */
export interface PackConflict {
  /**
   * The one.
   */
  readonly one: string;
  /**
   * The other.
   */
  readonly other: string;
}
/**
 * The classes that must not share a box were written.
 */
export interface PackConflictsRecorded {
  readonly type: 'pack_conflicts';
  /**
   * The pairs.
   */
  readonly conflicts: readonly PackConflict[];
}
/**
 * Units that are alike.
 */
export interface PackItem {
  /**
   * What they are called in the plan, commonly the order line.
   */
  readonly id: string;
  /**
   * How many.
   */
  readonly quantity: Quantity;
  /**
   * The size of one; packed by volume alone, and by nothing where even that is unknown, when absent.
   */
  readonly dimensions?: Dimensions;
  /**
   * The volume of one in cubic millimetres, for items without dimensions.
   */
  readonly volume?: number;
  /**
   * The weight of one.
   */
  readonly weight?: Weight;
  /**
   * How it may be packed.
   */
  readonly rule?: PackRule;
}
/**
 * What goes where, what it costs, and why not otherwise.
 */
export interface PackOrderAnswer {
  readonly type: 'pack_order';
  /**
   * The parcels with their reasons.
   */
  readonly plan: PackPlan;
}
/**
 * Which items go into which box, and where in it.
 */
export interface PackOrderOf {
  readonly type: 'pack_order';
  /**
   * The items and the boxes.
   */
  readonly request: PackRequest;
}
/**
 * Where one unit lies, or several that nest.
 */
export interface PackPlacement {
  /**
   * The item.
   */
  readonly item: string;
  /**
   * How many units; more than one where they nest.
   */
  readonly quantity: Quantity;
  /**
   * Its lowest corner.
   */
  readonly position: PackPosition;
  /**
   * The space it takes as it lies.
   */
  readonly size: Dimensions;
  /**
   * How it lies.
   */
  readonly rotation: PackRotation;
}
/**
 * What goes where, and what it costs.
 */
export interface PackPlan {
  /**
   * The parcels: those of the boxes first, the fullest first, then what ships in its own carton.
   */
  readonly parcels: readonly PackedParcel[];
  /**
   * What goes into no box.
   */
  readonly unpacked: readonly UnpackedItem[];
  /**
   * What the boxes cost.
   */
  readonly boxCost: Money;
  /**
   * What shipping them costs.
   */
  readonly shippingCost: Money;
  /**
   * Both.
   */
  readonly cost: Money;
}
/**
 * A place in a box in millimetres, from the corner at the left, in front, at the bottom.
 */
export interface PackPosition {
  /**
   * Along the box's length.
   */
  readonly x: number;
  /**
   * Along its width.
   */
  readonly y: number;
  /**
   * Along its height.
   */
  readonly z: number;
}
/**
 * What is to be packed, into what.
 */
export interface PackRequest {
  /**
   * The currency of all money in it.
   */
  readonly currency: string;
  /**
   * The items.
   */
  readonly items: readonly PackItem[];
  /**
   * The boxes to choose from.
   */
  readonly boxes: readonly BoxType[];
  /**
   * Classes that must not share a box.
   */
  readonly conflicts?: readonly PackConflict[];
  /**
   * What shipping costs; only boxes cost when absent.
   */
  readonly shipping?: PackShipping;
  /**
   * How many percent of its base a unit must rest on, 0 to 100; 75 when absent. At 0 units may hang in the air, as
   * in a box that is stuffed.
   */
  readonly supportPercent?: number;
  /**
   * How long to search, 1 to 1000: work grows with it, and the same effort gives the same plan everywhere.
   */
  readonly effort?: number;
}
/**
 * How units of an item may be packed. Nothing said means: in any position, with anything on top and beside.
 */
export interface PackRule {
  /**
   * Which edges may stand upright; any when empty. `height` alone keeps the item as it is.
   */
  readonly upright?: readonly ItemEdge[];
  /**
   * It may not be turned about its upright edge either.
   */
  readonly noTurn?: boolean;
  /**
   * Nothing may rest on it, and it does not go into a mailer.
   */
  readonly fragile?: boolean;
  /**
   * The most weight that may rest on it. Everything above counts whole, however many items share it.
   */
  readonly bears?: Weight;
  /**
   * How many items may stand on it, one upon another.
   */
  readonly stackLimit?: number;
  /**
   * Each unit ships in the carton it comes in (原箱发货): a parcel of its own.
   */
  readonly shipsAlone?: boolean;
  /**
   * Units nest: each one more adds so many millimetres of height, and all stand upright.
   */
  readonly nestHeight?: number;
  /**
   * Soft goods: by how many percent the height may be pressed together, 0 to 90.
   */
  readonly shrinkPercent?: number;
  /**
   * The classes that conflicts are told of, such as food or chemicals.
   */
  readonly classes?: readonly string[];
}
/**
 * What shipping a parcel costs, by what it weighs or takes.
 */
export interface PackShipping {
  /**
   * The price by chargeable weight.
   */
  readonly tariff: Tariff;
  /**
   * Cubic centimetres of the outside that count as a kilogram, such as 5000 or 6000; only the scale counts when
   * absent. The chargeable weight is the larger of the two.
   */
  readonly divisor?: number;
}
/**
 * A box that was looked at for a parcel.
 */
export interface PackTried {
  /**
   * The box.
   */
  readonly box: string;
  /**
   * What became of it.
   */
  readonly verdict: PackVerdict;
}
/**
 * A rule that is broken, and where.
 */
export interface PackViolation {
  /**
   * The rule.
   */
  readonly rule: PackRuleBroken;
  /**
   * Which parcel of the plan, counted from 0.
   */
  readonly parcel?: number;
  /**
   * The item.
   */
  readonly item?: string;
}
/**
 * The boxes of a tenant.
 */
export interface Packaging {
  readonly type: 'packaging';
  /**
   * The boxes, by id.
   */
  readonly boxes: readonly BoxType[];
  /**
   * The conflicts, as they were written.
   */
  readonly conflicts: readonly PackConflict[];
}
/**
 * Units of an item in a parcel.
 */
export interface PackedItem {
  /**
   * The item.
   */
  readonly item: string;
  /**
   * How many.
   */
  readonly quantity: Quantity;
}
/**
 * A packed box.
 */
export interface PackedParcel {
  /**
   * The box; absent for a unit that ships in its own.
   */
  readonly box?: string;
  /**
   * What is in it, in the order of the request.
   */
  readonly contents: readonly PackedItem[];
  /**
   * Where everything lies, from the bottom up; empty where sizes are unknown and only volume was looked at.
   */
  readonly placements: readonly PackPlacement[];
  /**
   * Whether only volume was looked at.
   */
  readonly byVolume: boolean;
  /**
   * The volume of the content, in thousandths of the space inside, rounded down.
   */
  readonly fillPermille: number;
  /**
   * What a carrier measures.
   */
  readonly outside: Dimensions;
  /**
   * What it weighs, box included, in grams.
   */
  readonly weightGrams: number;
  /**
   * What its size counts as in grams, where shipping is priced by size.
   */
  readonly dimensionalGrams?: number;
  /**
   * The larger of the two.
   */
  readonly chargeableGrams: number;
  /**
   * What the box costs.
   */
  readonly boxCost: Money;
  /**
   * What shipping it costs.
   */
  readonly shippingCost: Money;
  /**
   * Every box for this content, cheapest first, and why it was or was not taken.
   */
  readonly tried: readonly PackTried[];
}
/**
 * How it is packed.
 */
export interface PackingAnswer {
  readonly type: 'packing';
  /**
   * What was to be packed, items by order line: what a check or a picture of the plan wants. Absent when there is no
   * such order, or no such shipment of it.
   */
  readonly request?: PackRequest;
  /**
   * The plan.
   */
  readonly plan?: PackPlan;
}
/**
 * What lies in a parcel.
 */
export interface PackingSlip {
  readonly type: 'packing_slip';
  /**
   * The shipment, as text and as Code 128 where it is plain ASCII.
   */
  readonly shipment: string;
  /**
   * Who sells.
   */
  readonly shop?: string;
  /**
   * All orders whose units are in it.
   */
  readonly orders: readonly SlipOrder[];
  /**
   * Who receives it.
   */
  readonly receiver: Address;
  /**
   * What is in it.
   */
  readonly lines: readonly SlipLine[];
  /**
   * Whether prices are printed; they are not when it is a present.
   */
  readonly prices?: boolean;
  /**
   * What the buyer asked for, and what the seller says.
   */
  readonly remark?: string;
  /**
   * How to send things back.
   */
  readonly returns?: string;
  /**
   * What the QR code beside it says; none when empty.
   */
  readonly returnQr?: string;
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
 * A size of paper in millimetres.
 */
export interface PageSize {
  /**
   * Across, 50 to 1,000.
   */
  readonly width: number;
  /**
   * Down, 50 to 1,000.
   */
  readonly height: number;
}
/**
 * How one strategy differs from another on the same orders: below zero is cheaper.
 */
export interface PairedDifference {
  /**
   * The strategy.
   */
  readonly strategy: string;
  /**
   * What it is compared with.
   */
  readonly baseline: string;
  /**
   * Its total less the baseline's.
   */
  readonly total: Money;
  /**
   * The lower end of the interval that holds the difference in 95 of 100 resampled histories.
   */
  readonly low: Money;
  /**
   * The upper end.
   */
  readonly high: Money;
  /**
   * Orders that cost less.
   */
  readonly cheaper: number;
  /**
   * Orders that cost the same.
   */
  readonly equal: number;
  /**
   * Orders that cost more.
   */
  readonly dearer: number;
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
  /**
   * What channels were told of its number, by channel and channel order.
   */
  readonly told?: readonly WriteBack[];
}
/**
 * A parcel is above a limit.
 */
export interface ParcelAboveLimit {
  readonly type: 'parcel_above_limit';
  /**
   * Which parcel, counted from 0.
   */
  readonly parcel: number;
  /**
   * Which measure.
   */
  readonly measure: ParcelMeasure;
  /**
   * What it is.
   */
  readonly is: number;
  /**
   * What it may be.
   */
  readonly limit: number;
}
/**
 * A parcel that needs somebody.
 */
export interface ParcelAlert {
  /**
   * Its shipment.
   */
  readonly shipment: string;
  /**
   * The parcel.
   */
  readonly parcel: string;
  /**
   * Which timer.
   */
  readonly timer: ParcelTimer;
  /**
   * Since when the timer runs. Shipment, parcel, timer and this are the alert's identity.
   */
  readonly since: Instant;
  /**
   * When its limit is reached.
   */
  readonly due: Instant;
  /**
   * How urgent.
   */
  readonly level: AlertLevel;
  /**
   * By how many levels it has risen since the breach.
   */
  readonly escalation: number;
  /**
   * Where the limit comes from.
   */
  readonly basis: LimitBasis;
  /**
   * Where the parcel stands.
   */
  readonly status: TrackingStatus;
  /**
   * What is wrong, where the carrier says so.
   */
  readonly trouble?: TrackingDetail;
}
/**
 * Which parcels are late or stuck.
 */
export interface ParcelAlertsAnswer {
  readonly type: 'parcel_alerts';
  /**
   * What the watch found.
   */
  readonly watch: ParcelWatch;
}
/**
 * Whether a packed parcel holds and weighs what it should.
 */
export interface ParcelCheck {
  readonly type: 'check_parcel';
  /**
   * What should be in it.
   */
  readonly expected: readonly ScannedUnits[];
  /**
   * What was scanned.
   */
  readonly scanned: readonly ScannedUnits[];
  /**
   * What it should weigh, box included.
   */
  readonly expectedWeight?: Weight;
  /**
   * What it weighs.
   */
  readonly weight?: Weight;
  /**
   * How many grams it may be off.
   */
  readonly tolerance?: Weight;
  /**
   * How many percent of the expected weight it may be off, where that is more.
   */
  readonly tolerancePercent?: number;
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
 * A SKU of which something else was scanned than expected.
 */
export interface ParcelFinding {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * How many units should be in it.
   */
  readonly expected: number;
  /**
   * How many were scanned.
   */
  readonly scanned: number;
}
/**
 * How far a parcel's way is known.
 */
export interface ParcelHistory {
  /**
   * On which lane.
   */
  readonly lane: WatchLane;
  /**
   * Its scans, in any order.
   */
  readonly events: readonly TrackingEvent[];
}
/**
 * How long parcels take.
 */
export interface ParcelLimitsAnswer {
  readonly type: 'parcel_limits';
  /**
   * The limits, to be given to the watch.
   */
  readonly learned: LearnedLimits;
}
/**
 * Measures of a parcel, as they were taken; a parcel whose size is unknown is above none of them but weight.
 */
export interface ParcelMeasures {
  /**
   * The weight on the scale.
   */
  readonly weight?: Weight;
  /**
   * The longest edge in millimetres.
   */
  readonly longest?: number;
  /**
   * The second longest edge in millimetres.
   */
  readonly second?: number;
  /**
   * The longest edge and once around the others, in millimetres: length plus girth.
   */
  readonly girth?: number;
  /**
   * The volume in cubic millimetres.
   */
  readonly volume?: number;
}
/**
 * How several parcels of one shipment are priced.
 */
export interface ParcelTerms {
  /**
   * How their weights count.
   */
  readonly pricing?: ParcelPricing;
  /**
   * What a shipment of several parcels costs on top (母件).
   */
  readonly master?: Money;
  /**
   * What each parcel after the first costs on top (子件).
   */
  readonly further?: Money;
}
/**
 * Where a parcel stands.
 */
export interface ParcelTracking {
  /**
   * The parcel.
   */
  readonly parcel: string;
  /**
   * Where it stands.
   */
  readonly state: TrackingState;
}
/**
 * What is wrong with it.
 */
export interface ParcelVerdict {
  readonly type: 'check_parcel';
  /**
   * Whether it may be closed.
   */
  readonly passes: boolean;
  /**
   * SKUs that are too few, too many or not expected, by SKU.
   */
  readonly findings: readonly ParcelFinding[];
  /**
   * The weight, where it is off. A parcel whose scans are right and whose weight is off hides a wrong item.
   */
  readonly weight?: WeightGap;
}
/**
 * What the watch found.
 */
export interface ParcelWatch {
  /**
   * All alerts that stand now, the one due first first.
   */
  readonly alerts: readonly ParcelAlert[];
  /**
   * Those of them that are new, or more urgent than the last time.
   */
  readonly raised: readonly ParcelAlert[];
  /**
   * Those of the last time whose cause is gone.
   */
  readonly cleared: readonly ParcelAlert[];
  /**
   * When to look again: the first instant at which another alert comes or rises, if nothing else happens.
   */
  readonly next?: Instant;
}
/**
 * What a carrier's message says.
 */
export interface ParseTrackingMessage {
  readonly type: 'parse_tracking_message';
  /**
   * In which format it is.
   */
  readonly format: TrackingFormat;
  /**
   * The message as it came: JSON, or XML for the formats that are. Of a form, the field that holds it.
   */
  readonly body: string;
  /**
   * Minutes east of UTC of times that name no zone. Goes before what the format documents; where neither is known,
   * such a scan is a problem.
   */
  readonly assumedOffsetMinutes?: number;
  /**
   * Whether a status may be read out of the words where the code is unknown. Formats without codes do it anyway.
   */
  readonly byWords?: boolean;
  /**
   * Rows of the merchant's own, looked at before the tables.
   */
  readonly rows?: readonly TrackingCodeRow[];
}
/**
 * What a process path can do in a day.
 */
export interface PathCapacity {
  /**
   * The path; unique at the node.
   */
  readonly path: string;
  /**
   * The categories of SKUs that take it, beside the SKUs that name it; all when empty.
   */
  readonly categories?: readonly string[];
  /**
   * What it can do in a day.
   */
  readonly perDay: CapacityLimits;
  /**
   * Dates on which it can do more or less; no two of them share a date.
   */
  readonly dates?: readonly CapacityDates[];
}
/**
 * A rule that looks only now and then has looked.
 */
export interface PeriodReviewed {
  readonly type: 'period_reviewed';
  /**
   * The node; all active nodes together when absent.
   */
  readonly node?: string;
}
/**
 * Every so many days, up to a level: (R, S).
 */
export interface PeriodicLevels {
  readonly type: 'periodic';
  /**
   * How many there should be.
   */
  readonly upTo: Quantity;
  /**
   * How many days of 24 hours a period has.
   */
  readonly everyDays: number;
  /**
   * When the first period begins.
   */
  readonly from: Instant;
}
/**
 * What is fetched for a wave (拣货单).
 */
export interface PickList {
  /**
   * The number of the wave.
   */
  readonly wave: number;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * By when it must be done.
   */
  readonly closesAt?: Instant;
  /**
   * The stops, in the order of the way.
   */
  readonly stops: readonly PickStop[];
  /**
   * The slots.
   */
  readonly slots: readonly PickSlot[];
}
/**
 * What is fetched for a wave.
 */
export interface PickListPrintDocument {
  readonly type: 'pick_list';
  /**
   * The number of the wave.
   */
  readonly wave: number;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * By when it must be done.
   */
  readonly closesAt?: Instant;
  /**
   * The stops, in the order of the way.
   */
  readonly stops: readonly PickStop[];
  /**
   * The slots.
   */
  readonly slots: readonly PickSlot[];
}
/**
 * Which units of which lots to pick.
 */
export interface PickLots {
  readonly type: 'pick_lots';
  /**
   * The lots.
   */
  readonly book: LotBook;
  /**
   * What is wanted.
   */
  readonly demand: LotDemand;
}
/**
 * Which units of which lots to pick, and why not the others.
 */
export interface PickLotsAnswer {
  readonly type: 'pick_lots';
  /**
   * The picks, with what became of each lot.
   */
  readonly picking: LotPicking;
}
/**
 * How many of the units of a stop are for which slot.
 */
export interface PickShare {
  /**
   * The slot of the cart or of the sorting wall, counted from 1.
   */
  readonly slot: number;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * Which order is sorted into which slot.
 */
export interface PickSlot {
  /**
   * The slot, counted from 1.
   */
  readonly slot: number;
  /**
   * The order.
   */
  readonly order: string;
  /**
   * How many units of it.
   */
  readonly units: number;
}
/**
 * A place where the picker stops.
 */
export interface PickStop {
  /**
   * Where; absent where nobody said.
   */
  readonly location?: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * What it is called.
   */
  readonly name?: string;
  /**
   * The lot to take, where it is named.
   */
  readonly lot?: string;
  /**
   * How many units, all slots together.
   */
  readonly quantity: Quantity;
  /**
   * For which slots.
   */
  readonly shares: readonly PickShare[];
}
/**
 * The buyer collects it at the node that has the units.
 */
export interface PickupAt {
  readonly type: 'pickup';
  /**
   * The node; no other may take the order.
   */
  readonly node: string;
  /**
   * Where there.
   */
  readonly point?: PickupPoint;
}
/**
 * When a carrier comes to a node. It does not come on dates that the calendar closes.
 */
export interface PickupSchedule {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * On which days of the week.
   */
  readonly days: readonly Weekday[];
  /**
   * At what times of these days.
   */
  readonly times: readonly string[];
}
/**
 * What holds for orders that their buyers collect.
 */
export interface PickupTerms {
  /**
   * For how many hours an order is kept once it is ready.
   */
  readonly collectHours?: number;
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
 * The service does not go to such a place.
 */
export interface PlaceRefused {
  readonly type: 'place_refused';
  /**
   * The kind.
   */
  readonly place: PlaceKind;
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
 * Which nodes ship what, what it costs, and why.
 */
export interface PlanAllocationAnswer {
  readonly type: 'plan_allocation';
  /**
   * The plan.
   */
  readonly plan: AllocationPlan;
}
/**
 * Which nodes ship what.
 */
export interface PlanAllocationOf {
  readonly type: 'plan_allocation';
  /**
   * The problem.
   */
  readonly problem: AllocationProblem;
  /**
   * The strategy that decides.
   */
  readonly strategy?: AllocationStrategyKind;
  /**
   * The assignments, where no strategy decides: priced, explained, and refused where they break a rule.
   */
  readonly assignments?: readonly AllocationAssignment[];
  /**
   * The prices of scarce stock and capacity, of the last batch: the strategy `priced` then decides. It searches as
   * `exact` does, and leaves to later orders what is worth more to them.
   */
  readonly prices?: RowPrices;
  /**
   * The name that the plan shows for assignments of one's own; `own` when absent.
   */
  readonly name?: string;
}
/**
 * Which nodes ship what of each, what it costs, a bound, and what scarce rows are worth.
 */
export interface PlanBatchAnswer {
  readonly type: 'plan_batch';
  /**
   * The plan.
   */
  readonly plan: JointPlan;
}
/**
 * Which nodes ship what of many orders that share stock and capacity.
 */
export interface PlanBatchOf {
  readonly type: 'plan_batch';
  /**
   * The orders, and what they share.
   */
  readonly batch: JointProblem;
}
/**
 * What is proved about the cost of a plan.
 */
export interface PlanProof {
  /**
   * Whether no plan is better by the problem's goals.
   */
  readonly proved: boolean;
  /**
   * The least that a plan can cost which is as good by every goal before the cost; absent where none is known.
   */
  readonly bound?: Money;
  /**
   * How many nodes the search took.
   */
  readonly searchNodes: number;
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
   * The constraint at fault, if one is.
   */
  readonly constraint?: ConstraintRef;
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
 * Which tracking numbers which channels are to be told.
 */
export interface PlanWriteBacks {
  readonly type: 'plan_write_backs';
  /**
   * When.
   */
  readonly at: Instant;
  /**
   * How channels want to be told; all parcels when they left, for a channel without a policy.
   */
  readonly policies?: readonly WriteBackPolicy[];
  /**
   * The source orders of one order.
   */
  readonly sources: readonly WriteBackSource[];
  /**
   * Its parcels.
   */
  readonly parcels: readonly WriteBackParcel[];
}
/**
 * What to send, and what not.
 */
export interface PlanWriteBacksAnswer {
  readonly type: 'plan_write_backs';
  /**
   * What to send now, and what not.
   */
  readonly plan: WriteBackPlan;
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
  /**
   * What it costs beside freight and handling, sorted by kind, then constraint.
   */
  readonly costs?: readonly CostLine[];
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
  /**
   * How dates are promised; receipts count in full from their date on by default.
   */
  readonly promise?: PromiseTerms;
  /**
   * What follows when a warehouse rejects units; by default the node is left out for a day.
   */
  readonly rejection?: RejectionTerms;
  /**
   * How long orders wait for their buyers; three days by default.
   */
  readonly pickup?: PickupTerms;
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
  /**
   * How dates are promised; receipts count in full from their date on by default.
   */
  readonly promise?: PromiseTerms;
  /**
   * What follows when a warehouse rejects units; by default the node is left out for a day.
   */
  readonly rejection?: RejectionTerms;
  /**
   * How long orders wait for their buyers; three days by default.
   */
  readonly pickup?: PickupTerms;
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
 * Units on their way to a node.
 */
export interface PoolIncoming {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * When they are due.
   */
  readonly dueAt: Instant;
  /**
   * How many.
   */
  readonly units: number;
}
/**
 * What a node has.
 */
export interface PoolNode {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Units that nobody has a claim on, ring-fenced ones included; negative where more was promised than is there.
   */
  readonly free: number;
  /**
   * Units withheld from all channels; what is left is available to fulfil.
   */
  readonly safety?: number;
}
/**
 * Units ring-fenced for a channel and not sold yet.
 */
export interface PoolQuota {
  /**
   * For whom.
   */
  readonly channel: string;
  /**
   * Where they lie; anywhere among the channel's nodes when absent.
   */
  readonly node?: string;
  /**
   * How many.
   */
  readonly units: number;
}
/**
 * How fast a channel sells the SKU.
 */
export interface PoolRate {
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * Units an hour: 0 to 100,000 with up to 6 decimals.
   */
  readonly unitsPerHour: Decimal;
}
/**
 * Make a count's differences adjustments of the book.
 */
export interface PostCount {
  readonly type: 'post_count';
  /**
   * The count.
   */
  readonly count: string;
  /**
   * Who approves differences beyond the limits; not one who counted them.
   */
  readonly approver?: string;
}
/**
 * The zones from one origin.
 */
export interface PostalChart {
  /**
   * How the codes of the nodes start that it is for; for all nodes when absent.
   */
  readonly from?: string;
  /**
   * The zone by how the destination's code starts; the longest start counts.
   */
  readonly zones: {
    readonly [k: string]: string;
  };
}
/**
 * Postal codes of one length from one to another, both included.
 */
export interface PostalRange {
  /**
   * The first.
   */
  readonly from: string;
  /**
   * The last; as long as the first. Longer codes are cut to this length.
   */
  readonly to: string;
}
/**
 * By the postal codes of node and destination.
 */
export interface PostalZones {
  readonly type: 'postal';
  /**
   * The charts; of those whose start the node's code has, the longest counts.
   */
  readonly charts?: readonly PostalChart[];
  /**
   * The zone of whatever the charts do not name; not served when absent.
   */
  readonly default?: string;
}
/**
 * The price of each unit of an order of so many units or more: all units, not only those beyond.
 */
export interface PriceBreak {
  /**
   * The smallest order that has the price.
   */
  readonly from: Quantity;
  /**
   * The price of one unit.
   */
  readonly unitPrice: Money;
}
/**
 * Shipments from a node cost less.
 */
export interface PriceDropInputChange {
  readonly type: 'price_drop';
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How much less a shipment costs.
   */
  readonly by: Money;
}
/**
 * Shipments from a node cost more.
 */
export interface PriceRiseInputChange {
  readonly type: 'price_rise';
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How much more a shipment costs.
   */
  readonly by: Money;
}
/**
 * A document to be printed.
 */
export interface PrintJob {
  /**
   * The document.
   */
  readonly document: PrintDocument;
  /**
   * Where in a wave it belongs; documents without a place are printed last, in the order given.
   */
  readonly place?: PrintPlace;
  /**
   * How often it was printed before: the host keeps the `copy` of the last run.
   */
  readonly printedBefore?: number;
  /**
   * Why it is printed again; needed where it was printed before.
   */
  readonly reason?: string;
}
/**
 * Where in a wave a document belongs: batches print in this order.
 */
export interface PrintPlace {
  /**
   * The wave.
   */
  readonly wave: number;
  /**
   * The slot.
   */
  readonly slot: number;
}
/**
 * What is printed, and how.
 */
export interface PrintRequest {
  /**
   * The form.
   */
  readonly format: PrintFormat;
  /**
   * The documents.
   */
  readonly jobs: readonly PrintJob[];
  /**
   * The language of headings.
   */
  readonly language?: PrintLanguage;
  /**
   * Now, as it is printed on waybills; nothing is when absent.
   */
  readonly at?: Instant;
  /**
   * How many minutes the printed times are ahead of UTC, −1,440 to 1,440.
   */
  readonly utcOffsetMinutes?: number;
  /**
   * How much of names and telephones waybills show.
   */
  readonly mask?: PartyMask;
  /**
   * The paper of waybills.
   */
  readonly label?: PageSize;
  /**
   * The paper of everything else.
   */
  readonly sheet?: PageSize;
  /**
   * Dots per inch of the label printer: 203, 300 or 600. ZPL alone looks at it.
   */
  readonly dpi?: number;
  /**
   * The printer's font for ZPL, such as `E:SIMSUN.TTF`. Without one text must be Latin.
   */
  readonly printerFont?: string;
  /**
   * Templates instead of the built-in ones. HTML alone looks at them.
   */
  readonly templates?: readonly PrintTemplate[];
}
/**
 * A template of the user's own, in the language of Jinja.
 */
export interface PrintTemplate {
  /**
   * What it draws.
   */
  readonly kind: TemplateKind;
  /**
   * The template.
   */
  readonly text: string;
}
/**
 * What became of a document.
 */
export interface PrintedDocument {
  /**
   * Which job it was, counted from 0.
   */
  readonly job: number;
  /**
   * How often it has been printed now.
   */
  readonly copy: number;
  /**
   * On how many pages; 1 in HTML, where the browser breaks pages.
   */
  readonly pages: number;
}
/**
 * Node priority: each shipment from a node costs `perStep · priority + bias`, so that a dearer node may
 * still be preferred.
 */
export interface PriorityTerm {
  /**
   * What each step of the node's priority costs.
   */
  readonly perStep: Money;
  /**
   * What shipments from single nodes cost on top.
   */
  readonly biases?: readonly NodeBias[];
  /**
   * How much it weighs, in thousandths.
   */
  readonly weightPerMille?: number;
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
 * How long the work on an order takes, in opening hours.
 */
export interface Processing {
  /**
   * Minutes for any order.
   */
  readonly fixedMinutes?: number;
  /**
   * Seconds for each unit on top.
   */
  readonly perUnitSeconds?: number;
}
/**
 * By when so many units can be promised, and why not earlier.
 */
export interface PromiseAnswer {
  /**
   * How many units were asked for.
   */
  readonly quantity: Quantity;
  /**
   * What is free now.
   */
  readonly free: number;
  /**
   * The first date for all of them together; absent if there is none.
   */
  readonly earliest?: Instant;
  /**
   * What makes that date possible.
   */
  readonly backing?: PromiseBacking;
  /**
   * Whether all of them can be promised for the date wanted; absent where none was named.
   */
  readonly inTime?: boolean;
  /**
   * As many as possible as soon as possible, then more with each date that allows more.
   */
  readonly parts: readonly PromisePart[];
  /**
   * How many units no date allows.
   */
  readonly missing: Quantity;
  /**
   * From when on any number can be had, if ever.
   */
  readonly unlimitedFrom?: Instant;
  /**
   * The timeline that the dates follow from.
   */
  readonly rows: readonly PromiseRow[];
  /**
   * What was left out of the timeline.
   */
  readonly ignored?: readonly IgnoredSupply[];
  /**
   * Where the units that are short could come from, soonest first.
   */
  readonly options?: readonly PromiseOption[];
}
/**
 * By when they can be promised.
 */
export interface PromiseAnswerCalculated {
  readonly type: 'promise';
  /**
   * How many units were asked for.
   */
  readonly quantity: Quantity;
  /**
   * What is free now.
   */
  readonly free: number;
  /**
   * The first date for all of them together; absent if there is none.
   */
  readonly earliest?: Instant;
  /**
   * What makes that date possible.
   */
  readonly backing?: PromiseBacking;
  /**
   * Whether all of them can be promised for the date wanted; absent where none was named.
   */
  readonly inTime?: boolean;
  /**
   * As many as possible as soon as possible, then more with each date that allows more.
   */
  readonly parts: readonly PromisePart[];
  /**
   * How many units no date allows.
   */
  readonly missing: Quantity;
  /**
   * From when on any number can be had, if ever.
   */
  readonly unlimitedFrom?: Instant;
  /**
   * The timeline that the dates follow from.
   */
  readonly rows: readonly PromiseRow[];
  /**
   * What was left out of the timeline.
   */
  readonly ignored?: readonly IgnoredSupply[];
  /**
   * Where the units that are short could come from, soonest first.
   */
  readonly options?: readonly PromiseOption[];
}
/**
 * Units of its receipt arrived for a promise and are held for it.
 */
export interface PromiseArrived {
  readonly type: 'promise_arrived';
  /**
   * The promise.
   */
  readonly promise: string;
  /**
   * How many units arrived for it.
   */
  readonly quantity: Quantity;
  /**
   * The reservation that holds them.
   */
  readonly hold: string;
}
/**
 * By when the units can be promised.
 */
export interface PromiseDates {
  readonly type: 'promise';
  /**
   * By node, as if all units had to come from it.
   */
  readonly nodes: readonly NodePromise[];
  /**
   * From all the nodes asked together.
   */
  readonly together: NetworkPromise;
}
/**
 * A promise ended.
 */
export interface PromiseEnded {
  readonly type: 'promise_ended';
  /**
   * The promise.
   */
  readonly promise: string;
  /**
   * How.
   */
  readonly end: PromiseEnd;
}
/**
 * What a promise stands on.
 */
export interface PromiseExplained {
  readonly type: 'promise';
  /**
   * The dates and the timeline that they follow from.
   */
  readonly answer: PromiseAnswer;
}
/**
 * What there is of one SKU at one node, what is expected, and what is promised.
 */
export interface PromiseFigures {
  /**
   * The present.
   */
  readonly now: Instant;
  /**
   * Units that nobody has a claim on; negative where more was promised than is there.
   */
  readonly free: number;
  /**
   * What is expected.
   */
  readonly receipts?: readonly ExpectedSupply[];
  /**
   * What is promised. Promises whose time has run out count for nothing.
   */
  readonly promises?: readonly SupplyPromise[];
  /**
   * How dates are promised.
   */
  readonly terms?: PromiseTerms;
}
/**
 * Units were promised, or promised anew.
 */
export interface PromiseMade {
  readonly type: 'promise_made';
  /**
   * The promise.
   */
  readonly promise: SupplyPromise;
}
/**
 * The order was promised for another day.
 */
export interface PromiseMovedInputChange {
  readonly type: 'promise_moved';
  /**
   * In how many days it would have been promised.
   */
  readonly promiseDays: number;
}
/**
 * A way to get the units that are short.
 */
export interface PromiseOption {
  /**
   * The node that they would come from, for a transfer.
   */
  readonly node?: string;
  /**
   * The supplier that they would come from, for a purchase.
   */
  readonly supplier?: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * When they can leave here: the source's date, the way, and the handling at the door.
   */
  readonly at: Instant;
}
/**
 * Some of the units, and when.
 */
export interface PromisePart {
  /**
   * When.
   */
  readonly at: Instant;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * What makes it possible.
   */
  readonly backing: PromiseBacking;
}
/**
 * By when units can be promised.
 */
export interface PromiseQuestion {
  readonly type: 'promise';
  /**
   * What there is.
   */
  readonly figures: PromiseFigures;
  /**
   * How many units are wanted.
   */
  readonly quantity: Quantity;
  /**
   * The date wanted, if any.
   */
  readonly due?: Instant;
  /**
   * The promise that is made anew, which does not count against itself.
   */
  readonly own?: string;
  /**
   * Where else units could come from, if they are short.
   */
  readonly sources?: readonly PromiseSource[];
}
/**
 * One date of a timeline.
 */
export interface PromiseRow {
  /**
   * The date; it holds until the next row's.
   */
  readonly at: Instant;
  /**
   * Units that become available then, what is withheld or bound to promises left out.
   */
  readonly supply: number;
  /**
   * Units promised for then.
   */
  readonly demand: number;
  /**
   * Units that lie too long, from then on, for promises: see `backwardDays` of the terms.
   */
  readonly lapsed?: number;
  /**
   * Units of late promises that nobody waits for any more: see `forwardDays` of the terms.
   */
  readonly givenUp?: number;
  /**
   * What is free now, with all supply and without all demand up to the date that was not given up.
   */
  readonly cumulative: number;
  /**
   * What can be promised for the date: the least of the cumulative figures from then on, without what lies too
   * long, and never less than none.
   */
  readonly promiseable: number;
  /**
   * The receipts whose units become available then.
   */
  readonly receipts?: readonly string[];
}
/**
 * How a promise stands.
 */
export interface PromiseStanding {
  /**
   * The promise.
   */
  readonly promise: string;
  /**
   * The order it is for, if any.
   */
  readonly order?: string;
  /**
   * How many units it promises.
   */
  readonly quantity: Quantity;
  /**
   * When they have to be there.
   */
  readonly due: Instant;
  /**
   * The receipt that it is bound to and served from.
   */
  readonly receipt?: string;
  /**
   * Whether it can be kept.
   */
  readonly kept: boolean;
  /**
   * When its units are there: by its own place in the row where it can be kept, by the new date where it cannot;
   * absent if no date is known.
   */
  readonly ready?: Instant;
  /**
   * By how many seconds the units are there before the date; negative when they are late.
   */
  readonly slackSeconds?: number;
  /**
   * How many units could go missing before it breaks; negative when so many are missing; absent where any number
   * can be had by its date.
   */
  readonly slackUnits?: number;
  /**
   * The first date for which it could be promised anew without breaking another.
   */
  readonly proposed?: Instant;
}
/**
 * Promise units for a date, if that breaks no other promise.
 */
export interface PromiseStock {
  readonly type: 'promise_stock';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The promise; the reservation that holds its units once they arrive gets the same id.
   */
  readonly promise: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * When they have to be there.
   */
  readonly due: Instant;
  /**
   * The receipt that it is bound to, if any.
   */
  readonly receipt?: string;
  /**
   * The order it is for, if any.
   */
  readonly order?: string;
  /**
   * The order line it is for, if any.
   */
  readonly line?: string;
  /**
   * When it stops counting; never when absent.
   */
  readonly expiresAt?: Instant;
}
/**
 * What a merchant wants of dated promises. By default receipts count in full from their date on.
 */
export interface PromiseTerms {
  /**
   * How many seconds from a receipt's arrival until its units can leave.
   */
  readonly inboundSeconds?: number;
  /**
   * How many seconds receipts are expected to be late, for safety.
   */
  readonly bufferSeconds?: number;
  /**
   * What is withheld from receipts, by kind.
   */
  readonly withheld?: WithheldSupply;
  /**
   * For how many days a receipt that is past its date is still believed in; for ever when absent.
   */
  readonly pastDueSupplyDays?: number;
  /**
   * For how many days a promise that is past its date still counts; for ever when absent.
   */
  readonly pastDuePromiseDays?: number;
  /**
   * How many whole days units may have lain, when a promise is due, to count for it; for ever when absent. So a
   * promise far ahead holds none of what is there today, which is counted from now, and waits for what comes nearer
   * to its date.
   */
  readonly backwardDays?: number;
  /**
   * For how many days a promise that is not served in time still takes from supply that comes after its date (or
   * after now, where that is past); for ever when absent.
   */
  readonly forwardDays?: number;
  /**
   * After how many days from now any number of units can be had; never when absent.
   */
  readonly leadDays?: number;
  /**
   * How many seconds a transfer from another node takes; transfers are no option when absent.
   */
  readonly transitSeconds?: number;
}
/**
 * A promise lost its receipt, which brings too little for it.
 */
export interface PromiseUnbound {
  readonly type: 'promise_unbound';
  /**
   * The promise.
   */
  readonly promise: string;
  /**
   * The receipt that it lost.
   */
  readonly receipt: string;
}
/**
 * Units of a SKU kept for a class of buyers and the classes above it.
 */
export interface ProtectedLevel {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The class.
   */
  readonly class: number;
  /**
   * How many units the classes below may not take.
   */
  readonly units: Quantity;
}
/**
 * Units kept for better classes of buyers.
 */
export interface ProtectedUnits {
  readonly type: 'protected_units';
  /**
   * The nodes it holds for; all when none is named.
   */
  readonly nodes?: NodeScope;
  /**
   * The levels.
   */
  readonly levels: readonly ProtectedLevel[];
  /**
   * What each unit taken from a better class costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * Units that are kept, in each cell, for a class of buyers and the classes above it.
 */
export interface ProtectionLevel {
  /**
   * The class; higher classes come first, 0 is everybody.
   */
  readonly class: number;
  /**
   * How many units the classes below may not take.
   */
  readonly units: Quantity;
}
/**
 * How many units are worth keeping.
 */
export interface ProtectionLevels {
  readonly type: 'protection_levels';
  /**
   * What is kept for each class but the lowest, and the classes above it, beyond what is kept for those:
   * the form that SKUs and constraints take. Sorted by class.
   */
  readonly levels: readonly ClassProtection[];
  /**
   * How many of the remaining units each class may take, sorted by class.
   */
  readonly limits: readonly ClassLimit[];
}
/**
 * How many units are worth keeping for better classes of buyers.
 */
export interface ProtectionRequest {
  readonly type: 'protection_levels';
  /**
   * The classes, in any order.
   */
  readonly classes: readonly ClassDemand[];
  /**
   * Units that remain, for the booking limits.
   */
  readonly remaining: Quantity;
}
/**
 * What each channel is told, and why.
 */
export interface Publication {
  /**
   * What each node adds to the pool, by node.
   */
  readonly nodes: readonly PublicationNode[];
  /**
   * What each channel is told, in the order of the policy.
   */
  readonly channels: readonly ChannelFigure[];
  /**
   * The units at all nodes that some channel sees, each node once.
   */
  readonly pool: number;
  /**
   * The sum of what is published.
   */
  readonly published: number;
  /**
   * The sum of what may be sold although it is not there.
   */
  readonly oversell: number;
  /**
   * `published − pool − oversell`: units shown beyond what there is; negative where there is room.
   */
  readonly overcommit: number;
  /**
   * Units, beyond what may be oversold, that nothing could serve if every channel sold all it shows. At least
   * `overcommit`, and more where channels that share a node show more than it has while other nodes have room.
   */
  readonly uncovered: number;
  /**
   * Whether the policy gives no unit to two channels: at every node, the parts sum to at most the whole, and who
   * sees all of a node is alone there. Figures of disjoint shares are always safe.
   */
  readonly disjoint: boolean;
  /**
   * Whether all that is published could be sold: nothing is uncovered.
   */
  readonly safe: boolean;
}
/**
 * What each channel would be told.
 */
export interface PublicationAnswer {
  readonly type: 'publication';
  /**
   * By SKU, in the order asked.
   */
  readonly skus: readonly SkuPublication[];
}
/**
 * What channels are told of a SKU.
 */
export interface PublicationExplained {
  readonly type: 'publication';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The figures, sent or not.
   */
  readonly publication: Publication;
}
/**
 * What a node adds to the pool: `pool = max(0, atf − buffer) + incoming`.
 */
export interface PublicationNode {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Units free.
   */
  readonly free: number;
  /**
   * Units withheld as safety stock.
   */
  readonly safety: number;
  /**
   * Available to fulfil: `free − safety`.
   */
  readonly atf: number;
  /**
   * Units that the policy withholds there.
   */
  readonly buffer: number;
  /**
   * Units on their way that count.
   */
  readonly incoming: number;
  /**
   * What it adds.
   */
  readonly pool: number;
}
/**
 * How channels share stock. Without a record nothing is published.
 */
export interface PublicationPolicy {
  /**
   * The channels. Where there are fewer units than all quotas together, those of earlier channels go first.
   */
  readonly channels: readonly ChannelPolicy[];
  /**
   * Units withheld at single nodes from all channels, on top of safety stock.
   */
  readonly nodeBuffers?: readonly NodeBuffer[];
  /**
   * The ways of delivery that the channels offer: of their safety stocks the largest is withheld.
   */
  readonly deliveryMethods?: readonly DeliveryMethod[];
  /**
   * Regions whose buyers are told 0, whatever there is; none by default.
   */
  readonly blacklist?: readonly BlockedRegion[];
  /**
   * How much of what is on its way counts; nothing by default.
   */
  readonly incoming?: IncomingShare;
  /**
   * When a figure is worth sending.
   */
  readonly push?: PushRule;
  /**
   * The levels at which somebody wants to hear of a channel's figure; none by default.
   */
  readonly bands?: StockBands;
}
/**
 * How channels share a SKU, or all that have no policy of their own.
 */
export interface PublicationPolicyDocument {
  readonly type: 'publication_policy';
  /**
   * The channels. Where there are fewer units than all quotas together, those of earlier channels go first.
   */
  readonly channels: readonly ChannelPolicy[];
  /**
   * Units withheld at single nodes from all channels, on top of safety stock.
   */
  readonly nodeBuffers?: readonly NodeBuffer[];
  /**
   * The ways of delivery that the channels offer: of their safety stocks the largest is withheld.
   */
  readonly deliveryMethods?: readonly DeliveryMethod[];
  /**
   * Regions whose buyers are told 0, whatever there is; none by default.
   */
  readonly blacklist?: readonly BlockedRegion[];
  /**
   * How much of what is on its way counts; nothing by default.
   */
  readonly incoming?: IncomingShare;
  /**
   * When a figure is worth sending.
   */
  readonly push?: PushRule;
  /**
   * The levels at which somebody wants to hear of a channel's figure; none by default.
   */
  readonly bands?: StockBands;
}
/**
 * A publication policy was written.
 */
export interface PublicationPolicyRecorded {
  readonly type: 'publication_policy';
  /**
   * For which SKU; for all that have none of their own when absent.
   */
  readonly sku?: string;
  /**
   * The policy.
   */
  readonly policy: PublicationPolicy;
}
/**
 * The units of one SKU, its quotas and how fast channels sell it, at an instant.
 */
export interface PublicationPool {
  /**
   * When.
   */
  readonly at: Instant;
  /**
   * The nodes that sell it.
   */
  readonly nodes: readonly PoolNode[];
  /**
   * What is on its way.
   */
  readonly incoming?: readonly PoolIncoming[];
  /**
   * What is ring-fenced for whom and not sold yet.
   */
  readonly quotas?: readonly PoolQuota[];
  /**
   * How fast channels sell it, where better known than by the policy.
   */
  readonly rates?: readonly PoolRate[];
}
/**
 * What each channel is told.
 */
export interface PublishAnswer {
  readonly type: 'publish';
  /**
   * The figures with every step.
   */
  readonly publication: Publication;
}
/**
 * What each channel is told of a SKU.
 */
export interface PublishOf {
  readonly type: 'publish';
  /**
   * The policy.
   */
  readonly policy: PublicationPolicy;
  /**
   * The figures.
   */
  readonly pool: PublicationPool;
}
/**
 * Compute what each channel is told of SKUs, and tell it where that is due.
 */
export interface PublishStock {
  readonly type: 'publish_stock';
  /**
   * The SKUs, each once.
   */
  readonly skus: readonly string[];
  /**
   * How fast channels sell these SKUs, where better known than by the policy.
   */
  readonly rates?: readonly PoolRate[];
}
/**
 * A figure that was sent.
 */
export interface PublishedFigure {
  /**
   * How many units the channel was told there are.
   */
  readonly value: number;
  /**
   * The version: 1 for the first figure, one more for each later one. A receiver ignores versions that it has
   * passed.
   */
  readonly version: number;
  /**
   * When.
   */
  readonly at: Instant;
}
/**
 * What should be bought of one supplier.
 */
export interface PurchaseProposal {
  /**
   * The supplier; whoever the buyer chooses when absent.
   */
  readonly supplier?: string;
  /**
   * How many units, what is in its open to-do included.
   */
  readonly quantity: Quantity;
  /**
   * Of these, how many are new.
   */
  readonly added: Quantity;
  /**
   * What they cost with freight and duty, when prices are known.
   */
  readonly landedCost?: Money;
  /**
   * Why.
   */
  readonly reason: PurchaseReason;
}
/**
 * Why so many units should be bought.
 */
export interface PurchaseReason {
  /**
   * Which policy asked.
   */
  readonly policy: PurchasePolicyKind;
  /**
   * What was there and coming, before this to-do.
   */
  readonly position: InventoryPosition;
  /**
   * The level that the position, without open to-dos, fell to or below.
   */
  readonly reorderPoint: number;
  /**
   * The level that it should reach.
   */
  readonly target: number;
  /**
   * Units asked of this supplier, before minimum, multiple and caps.
   */
  readonly needed: number;
  /**
   * What kept the order below that.
   */
  readonly cappedBy?: PurchaseCap;
  /**
   * When the stock would run out.
   */
  readonly stockOutAt?: Instant;
  /**
   * What the levels were computed from.
   */
  readonly demand?: DemandBasis;
}
/**
 * A supplier that units could come from.
 */
export interface PurchaseSource {
  /**
   * The supplier.
   */
  readonly supplier: string;
  /**
   * How many days from order to delivery.
   */
  readonly leadDays: number;
}
/**
 * A supplier.
 */
export interface PurchaseSourcePromiseSource {
  readonly type: 'purchase';
  /**
   * The supplier.
   */
  readonly supplier: string;
  /**
   * How many days from order to delivery.
   */
  readonly leadDays: number;
}
/**
 * Something to buy.
 */
export interface PurchaseTodo {
  /**
   * The to-do.
   */
  readonly id: string;
  /**
   * The node; all active nodes together when absent.
   */
  readonly node?: string;
  /**
   * The supplier; whoever the buyer chooses when absent.
   */
  readonly supplier?: string;
  /**
   * Where it stands. A snoozed one whose time is over is open, see `PurchaseTodo::status_at`.
   */
  readonly status: TodoStatus;
  /**
   * How many units to buy, or how many were ordered.
   */
  readonly quantity: Quantity;
  /**
   * How many of them have come.
   */
  readonly received: Quantity;
  /**
   * What they cost with freight and duty, when the supplier's prices are known.
   */
  readonly landedCost?: Money;
  /**
   * Until when it is snoozed.
   */
  readonly snoozedUntil?: Instant;
  /**
   * The purchase order's number, or why it was cancelled.
   */
  readonly reference?: string;
  /**
   * The expected receipt that stands for it among the incoming units.
   */
  readonly receipt?: string;
  /**
   * When it was opened.
   */
  readonly openedAt: Instant;
  /**
   * When it last changed.
   */
  readonly changedAt: Instant;
  /**
   * Why, as of the last top-up.
   */
  readonly reason: PurchaseReason;
}
/**
 * When a figure is worth sending. One that gets to zero, leaves it or falls always is.
 */
export interface PushRule {
  /**
   * The smallest rise that is worth it; 1 by default, which is every rise.
   */
  readonly minChange?: Quantity;
  /**
   * After how many seconds the channel is told again, whatever has changed; never when absent.
   */
  readonly maxAgeSeconds?: number;
}
/**
 * Write a box; it replaces the one of the same id.
 */
export interface PutBox {
  readonly type: 'put_box';
  /**
   * The box.
   */
  readonly box: BoxType;
}
/**
 * Write the record of a group of nodes.
 */
export interface PutGroup {
  readonly type: 'put_group';
  /**
   * The record.
   */
  readonly group: NodeGroup;
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
 * Write which classes of goods must not share a box; it replaces all before.
 */
export interface PutPackConflicts {
  readonly type: 'put_pack_conflicts';
  /**
   * The pairs.
   */
  readonly conflicts: readonly PackConflict[];
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
 * Write a publication policy.
 */
export interface PutPublicationPolicy {
  readonly type: 'put_publication_policy';
  /**
   * For which SKU; for all that have none of their own when absent. A SKU's own replaces the general one whole.
   */
  readonly sku?: string;
  /**
   * The policy.
   */
  readonly policy: PublicationPolicy;
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
 * Write a replenishment rule; it replaces the one of the same SKU and node.
 */
export interface PutReplenishRule {
  readonly type: 'put_replenish_rule';
  /**
   * The rule.
   */
  readonly rule: ReplenishRule;
}
/**
 * Write the safety factors; they replace all before.
 */
export interface PutSafetyFactors {
  readonly type: 'put_safety_factors';
  /**
   * The factors.
   */
  readonly factors: SafetyFactors;
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
 * Write the sourcing: who is asked first for what, and what every plan must obey and is judged by.
 */
export interface PutSourcing {
  readonly type: 'put_sourcing';
  /**
   * The sourcing; it replaces the one before.
   */
  readonly sourcing: Sourcing;
}
/**
 * Let nothing of a lot leave; what orders have of it stays theirs.
 */
export interface QuarantineLot {
  readonly type: 'quarantine_lot';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The lot, whoever owns its units.
   */
  readonly lot: string;
  /**
   * The node; every node when absent.
   */
  readonly node?: string;
  /**
   * Why.
   */
  readonly reason?: string;
}
/**
 * Free units were ring-fenced.
 */
export interface QuotaAllocated {
  readonly type: 'allocated';
  /**
   * For whom, where and how many.
   */
  readonly part: QuotaPart;
}
/**
 * A reservation took ring-fenced units.
 */
export interface QuotaConsumed {
  readonly type: 'consumed';
  /**
   * The reservation.
   */
  readonly reservation: string;
  /**
   * Whose units, where and how many.
   */
  readonly parts: readonly QuotaPart[];
}
/**
 * The quota of one group at one node: `granted = remaining + consumed`, where granted is what was allocated and
 * reallocated to it less what was taken away again.
 */
export interface QuotaEntry {
  /**
   * Whose.
   */
  readonly group: QuotaGroup;
  /**
   * Where.
   */
  readonly node: string;
  /**
   * Units ring-fenced and not sold.
   */
  readonly remaining: number;
  /**
   * Units sold out of it, those in reservations included.
   */
  readonly consumed: number;
}
/**
 * The quotas of one SKU.
 */
export interface QuotaLedger {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The quotas, by group and node.
   */
  readonly entries: readonly QuotaEntry[];
  /**
   * What reservations have taken and may still give back, in the order taken.
   */
  readonly draws?: readonly ReservationDraw[];
}
/**
 * The quotas of a SKU.
 */
export interface QuotaLedgerDocument {
  readonly type: 'quotas';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The quotas, by group and node.
   */
  readonly entries: readonly QuotaEntry[];
  /**
   * What reservations have taken and may still give back, in the order taken.
   */
  readonly draws?: readonly ReservationDraw[];
}
/**
 * Units of a quota.
 */
export interface QuotaPart {
  /**
   * Whose.
   */
  readonly group: QuotaGroup;
  /**
   * Where they lie.
   */
  readonly node: string;
  /**
   * How many.
   */
  readonly quantity: Quantity;
}
/**
 * Ring-fenced units went to another group or node.
 */
export interface QuotaReallocated {
  readonly type: 'reallocated';
  /**
   * Whose they were, where they lay and how many.
   */
  readonly from: QuotaPart;
  /**
   * For whom they are now.
   */
  readonly toGroup: QuotaGroup;
  /**
   * Where they lie now.
   */
  readonly toNode: string;
}
/**
 * Something happened to the quotas of a SKU.
 */
export interface QuotaRecord {
  readonly type: 'quota';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * What.
   */
  readonly event: QuotaEvent;
}
/**
 * A reservation gave ring-fenced units back.
 */
export interface QuotaRestored {
  readonly type: 'restored';
  /**
   * The reservation.
   */
  readonly reservation: string;
  /**
   * Whose units, where and how many.
   */
  readonly parts: readonly QuotaPart[];
}
/**
 * Units that a reservation took are sold for good.
 */
export interface QuotaSettled {
  readonly type: 'settled';
  /**
   * The reservation.
   */
  readonly reservation: string;
  /**
   * Whose units, where and how many.
   */
  readonly parts: readonly QuotaPart[];
}
/**
 * Ring-fenced units became free.
 */
export interface QuotaUnallocated {
  readonly type: 'unallocated';
  /**
   * Whose, where and how many.
   */
  readonly part: QuotaPart;
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
 * What each asks, or why it does not.
 */
export interface QuoteRatesAnswer {
  readonly type: 'quote_rates';
  /**
   * The shipments, as they were asked.
   */
  readonly shipments: readonly ShipmentQuotes[];
}
/**
 * What each carrier service asks for shipments.
 */
export interface QuoteRatesOf {
  readonly type: 'quote_rates';
  /**
   * The cards.
   */
  readonly cards: readonly RateCard[];
  /**
   * The shipments.
   */
  readonly shipments: readonly ShipmentToQuote[];
  /**
   * How far services are used up.
   */
  readonly states?: readonly ServiceState[];
  /**
   * Whether to tell what each price is made of, and every reason of a refusal; else the price, or the first
   * reason.
   */
  readonly explain?: boolean;
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
  /**
   * What comes on top of these prices, and what weight they are for. When absent, the price is the tariff's for the
   * sum of what the parcels weigh.
   */
  readonly terms?: RateTerms;
  /**
   * What the service takes and what not; it takes everything when absent.
   */
  readonly limits?: ServiceLimits;
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
 * A part of a price.
 */
export interface RateLine {
  /**
   * What it is for.
   */
  readonly kind: RateLineKind;
  /**
   * Which surcharge or discount.
   */
  readonly id?: string;
  /**
   * For which parcel, counted from 0; absent for the whole shipment.
   */
  readonly parcel?: number;
  /**
   * The amount.
   */
  readonly amount: Money;
  /**
   * What a percentage was taken of.
   */
  readonly of?: Money;
  /**
   * The percentage.
   */
  readonly percent?: Decimal;
}
/**
 * One parcel.
 */
export interface RateParcel {
  /**
   * What it weighs, packed, in grams.
   */
  readonly weightGrams: number;
  /**
   * What it measures outside; its size counts for nothing when absent.
   */
  readonly dimensions?: Dimensions;
  /**
   * The box that it is in, for flat rates of the carrier's own boxes.
   */
  readonly box?: string;
}
/**
 * The cards, and what is wrong with others.
 */
export interface RateSheet {
  readonly type: 'read_rate_sheet';
  /**
   * The cards that are sound, in the order of the table.
   */
  readonly cards: readonly RateCard[];
  /**
   * Everything wrong with the others, in the order of the lines.
   */
  readonly problems: readonly RateSheetProblem[];
}
/**
 * Something wrong with a table of rates.
 */
export interface RateSheetProblem {
  /**
   * The line, counted from 1.
   */
  readonly line: number;
  /**
   * The column; for a fault of a whole card where in its wire form, as a JSON pointer.
   */
  readonly column: string;
  /**
   * A stable code.
   */
  readonly code: string;
  /**
   * What is wrong and what to do, for people.
   */
  readonly message: string;
}
/**
 * What is to be sent, as far as carriers ask.
 */
export interface RateShipment {
  /**
   * The parcels; one that weighs nothing when empty.
   */
  readonly parcels?: readonly RateParcel[];
  /**
   * The declared value, to be insured where the card insures.
   */
  readonly declared?: Money;
  /**
   * What the courier collects from the receiver.
   */
  readonly cod?: Money;
  /**
   * What kind of place it goes to, where that is known.
   */
  readonly place?: PlaceKind;
  /**
   * What is asked for beside being carried, such as `signature`.
   */
  readonly options?: readonly string[];
  /**
   * The dangers that the goods bear.
   */
  readonly hazards?: readonly string[];
  /**
   * Between which temperatures the goods must be kept.
   */
  readonly cold?: ColdRange;
  /**
   * The carriers that may take it, as a channel or the buyer demands; any when empty.
   */
  readonly carriers?: readonly string[];
  /**
   * How many parcels the account has sent this month, for discounts by volume.
   */
  readonly monthParcels?: number;
}
/**
 * A tax on everything.
 */
export interface RateTax {
  /**
   * What people call it.
   */
  readonly name?: string;
  /**
   * The percentage that is added.
   */
  readonly percent: Decimal;
}
/**
 * What a rate card says beyond its base prices. A price is made in this order, and each step may be a line:
 * chargeable weight, base price, surcharges, insurance, cash on delivery, fuel, discounts, minimum and maximum, tax.
 */
export interface RateTerms {
  /**
   * How the chargeable weight is found.
   */
  readonly weight?: WeightRule;
  /**
   * How several parcels of one shipment are priced.
   */
  readonly parcels?: ParcelTerms;
  /**
   * Base prices of the carrier's own boxes, whatever they weigh.
   */
  readonly flatRates?: readonly FlatRate[];
  /**
   * Base prices of small parcels by volume.
   */
  readonly cubic?: CubicRates;
  /**
   * Sets of places that the terms and the limits name.
   */
  readonly areas?: {
    readonly [k: string]: AreaSet;
  };
  /**
   * Surcharges, in the order of their lines.
   */
  readonly surcharges?: readonly Surcharge[];
  /**
   * What insuring the declared value costs; without it no value is insured.
   */
  readonly insurance?: ValueCharge;
  /**
   * What collecting cash on delivery costs; without it the service collects none.
   */
  readonly cod?: ValueCharge;
  /**
   * The fuel surcharge by time; none when empty.
   */
  readonly fuel?: readonly FuelPeriod[];
  /**
   * Discounts, in the order of their lines.
   */
  readonly discounts?: readonly Discount[];
  /**
   * The least that a shipment costs before tax.
   */
  readonly minimum?: Money;
  /**
   * The most that a shipment costs before tax.
   */
  readonly maximum?: Money;
  /**
   * The tax on everything.
   */
  readonly tax?: RateTax;
  /**
   * How percentages are brought to whole minor units.
   */
  readonly rounding?: Rounding;
}
/**
 * An exact quotient in lowest terms with a positive denominator: 7/2, never 3.4999.
 *
 * Compared by what it is worth; rounding is left to whoever shows it.
 */
export interface Ratio {
  /**
   * The numerator.
   */
  readonly num: number;
  /**
   * The denominator, at least 1.
   */
  readonly den: number;
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
 * A table of rates as cards.
 */
export interface ReadRateSheet {
  readonly type: 'read_rate_sheet';
  /**
   * The table as comma-separated values, with a row of column names first.
   */
  readonly csv: string;
}
/**
 * When an order is ready to leave.
 */
export interface ReadyAt {
  /**
   * The working day on which the work begins, by the node's calendar.
   */
  readonly day: string;
  /**
   * When the work begins.
   */
  readonly startAt: Instant;
  /**
   * When it is done.
   */
  readonly readyAt: Instant;
  /**
   * Whether the order came after the cut-off of a day on which it could have been worked on.
   */
  readonly afterCutOff: boolean;
}
/**
 * When it is ready.
 */
export interface ReadyAtCalculated {
  readonly type: 'ready_at';
  /**
   * The working day on which the work begins, by the node's calendar.
   */
  readonly day: string;
  /**
   * When the work begins.
   */
  readonly startAt: Instant;
  /**
   * When it is done.
   */
  readonly readyAt: Instant;
  /**
   * Whether the order came after the cut-off of a day on which it could have been worked on.
   */
  readonly afterCutOff: boolean;
}
/**
 * An order waits for its buyer from now on.
 */
export interface ReadyForPickup {
  readonly type: 'ready_for_pickup';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * Until when it is kept; as the policy says when absent.
   */
  readonly collectBy?: Instant;
}
/**
 * When a node has an order ready.
 */
export interface ReadyQuestion {
  readonly type: 'ready_at';
  /**
   * The node's calendar.
   */
  readonly calendar: Calendar;
  /**
   * When the order comes.
   */
  readonly now: Instant;
  /**
   * The carrier service that it goes with, for its cut-off.
   */
  readonly service?: string;
  /**
   * How many units it has.
   */
  readonly units?: Quantity;
}
/**
 * Nodes that hand over soon enough.
 */
export interface ReadyWithin {
  readonly type: 'ready_within';
  /**
   * The nodes it holds for; all when none is named.
   */
  readonly nodes?: NodeScope;
  /**
   * The most days; 0 is today.
   */
  readonly days: number;
  /**
   * What each shipment that is handed over later costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * Give ring-fenced units that are not sold to another group or node.
 */
export interface ReallocateQuota {
  readonly type: 'reallocate_quota';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Whose units, where and how many.
   */
  readonly from: QuotaPart;
  /**
   * For whom.
   */
  readonly toGroup: QuotaGroup;
  /**
   * Where they are to lie; units of another node must be free there.
   */
  readonly toNode: string;
}
/**
 * Which node should give stock to which, and why no other.
 */
export interface RebalanceAnswer {
  readonly type: 'rebalance';
  /**
   * The suggestions with their reasons.
   */
  readonly plan: RebalancePlan;
}
/**
 * A SKU at a node.
 */
export interface RebalanceCell {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Free units; below zero where more is promised than there is.
   */
  readonly free: number;
  /**
   * Units on their way to the node within the horizon. They count as cover and cannot be given away.
   */
  readonly incoming?: number;
  /**
   * Mean demand a day in thousandths of a unit.
   */
  readonly dailyDemandMilli: number;
  /**
   * With fewer days of cover than this the node needs units.
   */
  readonly minCoverDays: number;
  /**
   * With more days of cover than this the node can give units.
   */
  readonly maxCoverDays: number;
  /**
   * What one unit earns when it is sold at the node: what is lost when it is missing.
   */
  readonly unitMargin: Money;
}
/**
 * What moving costs from one node to another.
 */
export interface RebalanceLane {
  /**
   * From where.
   */
  readonly from: string;
  /**
   * To where.
   */
  readonly to: string;
  /**
   * The SKU it is for; any SKU when absent. A lane of a SKU goes before one for any.
   */
  readonly sku?: string;
  /**
   * What one unit costs on the way.
   */
  readonly unitCost: Money;
}
/**
 * Other pairs make more of the units.
 */
export interface RebalanceLostTo {
  readonly type: 'lost_to';
  /**
   * What moving one unit costs.
   */
  readonly unitCost: Money;
  /**
   * What the first unit saves, rounded down.
   */
  readonly unitSaved: Money;
  /**
   * By how much the plan as a whole would save less if one unit had to move between these two and all others were
   * planned anew around it, rounded down. Nothing: an equally good plan exists.
   */
  readonly worseBy: Money;
}
/**
 * Which node should give stock to which.
 */
export interface RebalanceOf {
  readonly type: 'rebalance';
  /**
   * The cells and lanes.
   */
  readonly request: RebalanceRequest;
}
/**
 * A pair of nodes between which nothing is suggested to move, although one can give and the other needs.
 */
export interface RebalancePassed {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node that could give.
   */
  readonly from: string;
  /**
   * The node that needs.
   */
  readonly to: string;
  /**
   * Why nothing moves.
   */
  readonly reason: RebalanceReason;
}
/**
 * What should move and why nothing else should.
 */
export interface RebalancePlan {
  /**
   * What should move, by SKU, giver and taker.
   */
  readonly suggestions: readonly RebalanceSuggestion[];
  /**
   * The other pairs of a node that can give and one that needs, in the same order, with reasons.
   */
  readonly passed: readonly RebalancePassed[];
  /**
   * What all of it costs.
   */
  readonly cost: Money;
  /**
   * What all of it saves.
   */
  readonly marginSaved: Money;
}
/**
 * What a rebalancing is asked for.
 */
export interface RebalanceRequest {
  /**
   * The currency of all money in it.
   */
  readonly currency: string;
  /**
   * For how many days demand is looked at: until the nodes are filled up in some other way.
   */
  readonly horizonDays: number;
  /**
   * The cells; their order does not matter.
   */
  readonly cells: readonly RebalanceCell[];
  /**
   * The lanes; where there is none nothing moves.
   */
  readonly lanes: readonly RebalanceLane[];
}
/**
 * Units that should move.
 */
export interface RebalanceSuggestion {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node that gives.
   */
  readonly from: string;
  /**
   * The node that gets.
   */
  readonly to: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * What moving one unit costs.
   */
  readonly unitCost: Money;
  /**
   * What moving them all costs.
   */
  readonly cost: Money;
  /**
   * The margin of the sales that would be lost without them, rounded down; always more than the cost, or as much
   * where less than a minor unit lies between.
   */
  readonly marginSaved: Money;
  /**
   * The giver's cover.
   */
  readonly fromCover: CoverChange;
  /**
   * The taker's cover.
   */
  readonly toCover: CoverChange;
}
/**
 * Moving a unit costs at least what it saves.
 */
export interface RebalanceTooDear {
  readonly type: 'too_dear';
  /**
   * What moving one unit costs.
   */
  readonly unitCost: Money;
  /**
   * What the first unit saves: its margin times how much of a sale would be lost without it, rounded down. Nothing
   * where no sale is expected to be lost within the horizon.
   */
  readonly unitSaved: Money;
}
/**
 * There is no lane between them.
 */
export interface RebalanceWithoutLane {
  readonly type: 'no_lane';
}
/**
 * A rebate on every parcel from a number of them on.
 */
export interface RebateStep {
  /**
   * From so many parcels on.
   */
  readonly from: number;
  /**
   * So much for each parcel, the first ones included.
   */
  readonly each: Money;
}
/**
 * Let nothing of a lot leave anywhere, and take back what orders have of it.
 */
export interface RecallLot {
  readonly type: 'recall_lot';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The lot, whoever owns its units.
   */
  readonly lot: string;
  /**
   * Why.
   */
  readonly reason?: string;
}
/**
 * An order that had units of a lot put in quarantine.
 */
export interface RecalledOrder {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * Units of a receipt arrived.
 */
export interface ReceiptArrived {
  readonly type: 'receipt_arrived';
  /**
   * The receipt.
   */
  readonly receipt: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * What is known of a receipt changed.
 */
export interface ReceiptChanged {
  readonly type: 'receipt_changed';
  /**
   * The receipt.
   */
  readonly receipt: string;
  /**
   * What is known now.
   */
  readonly plan: ReceiptPlan;
}
/**
 * Nothing more comes of a receipt.
 */
export interface ReceiptEnded {
  readonly type: 'receipt_ended';
  /**
   * The receipt.
   */
  readonly receipt: string;
  /**
   * How.
   */
  readonly end: ReceiptEnd;
  /**
   * How many units it still should have brought.
   */
  readonly missing: Quantity;
  /**
   * Why, for people.
   */
  readonly reason?: string;
}
/**
 * A receipt is expected.
 */
export interface ReceiptExpected {
  readonly type: 'receipt_expected';
  /**
   * The receipt.
   */
  readonly receipt: SupplyReceipt;
}
/**
 * What is known of an expected receipt.
 */
export interface ReceiptPlan {
  /**
   * Where it comes from.
   */
  readonly kind: SupplyKind;
  /**
   * How many units it brings in all, those that have arrived included.
   */
  readonly quantity: Quantity;
  /**
   * When it arrives at the node's door.
   */
  readonly eta: Instant;
  /**
   * Who delivers it.
   */
  readonly supplier?: string;
  /**
   * By how many thousandths more than expected may be received; nothing by default.
   */
  readonly overReceiptPerMille?: number;
}
/**
 * Who gets how much.
 */
export interface ReceiptShare {
  readonly type: 'share_receipt';
  /**
   * What the backorders get.
   */
  readonly backorders: BackorderPlan;
  /**
   * What the pre-orders get of the rest.
   */
  readonly preorders: BackorderPlan;
  /**
   * What is left for the channels to sell, by SKU.
   */
  readonly pool: readonly BackorderSupply[];
}
/**
 * Who gets units that arrive.
 */
export interface ReceiptShareRequest {
  readonly type: 'share_receipt';
  /**
   * What arrives.
   */
  readonly supply: readonly BackorderSupply[];
  /**
   * Lines that were promised units and wait for them; served first.
   */
  readonly backorders?: readonly BackorderEntry[];
  /**
   * Pre-orders with a reservation; served second.
   */
  readonly preorders?: readonly BackorderEntry[];
  /**
   * How each of the two shares out.
   */
  readonly mode?: BackorderMode;
  /**
   * The keys of both queues; class, due date, margin and age by default.
   */
  readonly keys?: readonly QueueKey[];
  /**
   * Whether a line takes all its units or none, as in a backorder request.
   */
  readonly wholeLines?: boolean;
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
  /**
   * Of which lot they are; has to be named for a SKU that is kept by lot.
   */
  readonly lot?: LotDraft;
  /**
   * The expected receipt that they belong to. Units that were promised from it are held for whom they were promised
   * to.
   */
  readonly receipt?: string;
  /**
   * Whether nothing more comes of the receipt, however much was expected.
   */
  readonly last?: boolean;
  /**
   * What one unit cost, for a SKU that is costed; the average or last cost when neither this nor `cost` is named.
   */
  readonly unitCost?: Money;
  /**
   * What all units cost together; for unit costs with more decimals than the currency.
   */
  readonly cost?: Money;
  /**
   * The shipment that the units come back from: they return to the cost layers that they left.
   */
  readonly returnedFrom?: string;
}
/**
 * Goods have come.
 */
export interface ReceiveTodo {
  readonly type: 'received';
  /**
   * How many units; all that were outstanding when absent. The to-do is received once as many as it says have come.
   */
  readonly quantity?: Quantity;
}
/**
 * Units arrive from another node, in parts as they come.
 */
export interface ReceiveTransfer {
  readonly type: 'receive_transfer';
  /**
   * The transfer.
   */
  readonly transfer: string;
  /**
   * The units; all in transit when none is named.
   */
  readonly units?: readonly TransferUnits[];
  /**
   * Why more arrive than were sent; needed when that is so.
   */
  readonly reason?: string;
}
/**
 * Whose tracking number it may be.
 */
export interface RecogniseTrackingNumber {
  readonly type: 'recognise_tracking_number';
  /**
   * The number; white space in it and small letters do not matter.
   */
  readonly number: string;
}
/**
 * A line with what it was confirmed.
 */
export interface ReconfirmDemand {
  /**
   * The line and all the units it wants.
   */
  readonly entry: BackorderEntry;
  /**
   * What it may gain or lose.
   */
  readonly strategy: ReconfirmStrategy;
  /**
   * When it wants them; being confirmed earlier is worth nothing.
   */
  readonly requestedAt: Instant;
  /**
   * What it was confirmed so far; not more than it wants.
   */
  readonly confirmed?: readonly BackorderUnitsAt[];
}
/**
 * A guarantee that is not kept.
 */
export interface ReconfirmException {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The order, where it concerns one line.
   */
  readonly order?: string;
  /**
   * The line.
   */
  readonly line?: string;
  /**
   * What is not kept.
   */
  readonly kind: ReconfirmExceptionKind;
  /**
   * The first instant at which it is not kept.
   */
  readonly at?: Instant;
  /**
   * By how many units, at that instant.
   */
  readonly units: number;
}
/**
 * What a line is confirmed now.
 */
export interface ReconfirmOutcome {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The line.
   */
  readonly line: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Its strategy.
   */
  readonly strategy: ReconfirmStrategy;
  /**
   * Units it wants.
   */
  readonly wanted: Quantity;
  /**
   * What it was confirmed before, no date before the requested one.
   */
  readonly before: readonly BackorderUnitsAt[];
  /**
   * What it is confirmed now.
   */
  readonly after: readonly BackorderUnitsAt[];
  /**
   * How the two compare.
   */
  readonly change: ReconfirmChange;
  /**
   * Units that are not confirmed.
   */
  readonly open: Quantity;
}
/**
 * Which confirmations stand.
 */
export interface ReconfirmPlan {
  readonly type: 'reconfirm';
  /**
   * Every line, in the order in which it was served.
   */
  readonly outcomes: readonly ReconfirmOutcome[];
  /**
   * Guarantees that could not be kept.
   */
  readonly exceptions: readonly ReconfirmException[];
}
/**
 * Which confirmations stand.
 */
export interface ReconfirmRequest {
  readonly type: 'reconfirm';
  /**
   * The keys of the queue within a strategy; class, due date, margin and age by default.
   */
  readonly keys?: readonly QueueKey[];
  /**
   * All units that may be confirmed, those confirmed so far among them, by when they are there.
   */
  readonly supply: readonly BackorderSupplyAt[];
  /**
   * All lines that compete for them.
   */
  readonly demands: readonly ReconfirmDemand[];
}
/**
 * Take what a counter found.
 */
export interface RecordCount {
  readonly type: 'record_count';
  /**
   * The count.
   */
  readonly count: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Units found.
   */
  readonly counted: Quantity;
  /**
   * Who counted.
   */
  readonly counter: string;
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
 * Note what became of telling a channel a parcel's number.
 */
export interface RecordWriteBack {
  readonly type: 'record_write_back';
  /**
   * The shipment.
   */
  readonly shipment: string;
  /**
   * The parcel.
   */
  readonly parcel: string;
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * The channel's id of the order.
   */
  readonly channelOrder: string;
  /**
   * The number that it was told.
   */
  readonly number: string;
  /**
   * What became of it.
   */
  readonly status: WriteBackStatus;
  /**
   * What the channel said when it failed.
   */
  readonly reason?: string;
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
  /**
   * Of which lot; has to be named for a SKU that is kept by lot.
   */
  readonly lot?: LotName;
}
/**
 * A warehouse does not ship units that are set aside there.
 */
export interface RejectUnits {
  readonly type: 'reject_units';
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Why.
   */
  readonly reason: RejectReason;
  /**
   * The units by line; everything that is set aside there and has not left when empty.
   */
  readonly lines?: readonly LineQuantity[];
  /**
   * Until when the node takes no orders, for reasons that close it; as the policy says when absent.
   */
  readonly closedUntil?: Instant;
  /**
   * More words, for people.
   */
  readonly note?: string;
}
/**
 * Rejection risk: each unit costs `p · cost`, where `p = (rejected + α) / (assigned + α + β)` is how likely
 * the node rejects.
 *
 * The chance is by node and SKU where there is a row for both, else by node, else what `α` and `β` say
 * alone. The cost of one unit is rounded to the minor unit, halves up. Counts come in decayed, in
 * thousandths: see `decayed`.
 */
export interface RejectionTerm {
  /**
   * `α` in thousandths: rejections believed in before any is seen.
   */
  readonly alphaMilli: number;
  /**
   * `β` in thousandths: acceptances believed in before any is seen.
   */
  readonly betaMilli: number;
  /**
   * What a rejected unit costs: finding another source, and the delay.
   */
  readonly cost: Money;
  /**
   * What was seen.
   */
  readonly nodes: readonly NodeRejections[];
  /**
   * How much it weighs, in thousandths.
   */
  readonly weightPerMille?: number;
}
/**
 * What follows when a warehouse rejects units of an order.
 */
export interface RejectionTerms {
  /**
   * For how many hours the node is not asked again for the order.
   */
  readonly coolDownHours?: number;
  /**
   * After how many rejections the order is held for a person to look at; never when absent. Releasing that hold
   * starts the count anew.
   */
  readonly maxAttempts?: number;
  /**
   * For how many hours a node without capacity, or one that is closed, takes no orders at all, where the rejection
   * does not say until when.
   */
  readonly closedHours?: number;
  /**
   * What becomes of units that were not found.
   */
  readonly notFound?: NotFoundEffect;
  /**
   * Whether a count of the SKU at the node is started when units were not found.
   */
  readonly countNotFound?: boolean;
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
 * Let a lot leave again.
 */
export interface ReleaseLot {
  readonly type: 'release_lot';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The lot, whoever owns its units.
   */
  readonly lot: string;
  /**
   * The node; every node when absent.
   */
  readonly node?: string;
  /**
   * Why.
   */
  readonly reason?: string;
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
 * End a promise.
 */
export interface ReleasePromise {
  readonly type: 'release_promise';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The promise.
   */
  readonly promise: string;
  /**
   * Whether its units were handed over.
   */
  readonly kept?: boolean;
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
 * The file, and how often each document has been printed now.
 */
export interface RenderDocumentsAnswer {
  readonly type: 'render_documents';
  /**
   * HTML or ZPL.
   */
  readonly text?: string;
  /**
   * PDF in base64.
   */
  readonly data?: string;
  /**
   * The documents in the order printed, with how often each has been printed now.
   */
  readonly printed: readonly PrintedDocument[];
}
/**
 * Waybills, slips and lists as a file to print.
 */
export interface RenderDocumentsOf {
  readonly type: 'render_documents';
  /**
   * The documents, and how they are printed.
   */
  readonly request: PrintRequest;
  /**
   * TrueType or OpenType files in base64, for what PDF's own fonts lack.
   */
  readonly fonts?: readonly string[];
}
/**
 * The level at which to order, and what it came from.
 */
export interface ReorderPoint {
  /**
   * In whole units, rounded up once: mean demand of the lead time and review period, and safety stock.
   */
  readonly units: number;
  /**
   * The mean demand of the lead time and review period, at 6 decimals.
   */
  readonly leadTimeDemand: Decimal;
  /**
   * The safety stock.
   */
  readonly safety: SafetyStock2;
}
/**
 * A surcharge that held and gave way.
 */
export interface ReplacedCharge {
  /**
   * The surcharge.
   */
  readonly id: string;
  /**
   * For which parcel; absent for the whole shipment.
   */
  readonly parcel?: number;
  /**
   * What it would have been.
   */
  readonly amount: Money;
  /**
   * The surcharge that is charged instead.
   */
  readonly by: string;
}
/**
 * What to buy.
 */
export interface ReplenishAnswer {
  readonly type: 'replenish';
  /**
   * What to buy, with everything that it came from.
   */
  readonly decision: ReplenishDecision;
}
/**
 * What to buy, with everything that it came from.
 */
export interface ReplenishDecision {
  /**
   * What came of it.
   */
  readonly verdict: ReplenishVerdict;
  /**
   * What was there and coming.
   */
  readonly position: InventoryPosition;
  /**
   * The inventory position, in units.
   */
  readonly positionUnits: number;
  /**
   * The levels of the rule.
   */
  readonly levels: ReplenishLevels;
  /**
   * How many units are needed, before minimum, multiple and caps.
   */
  readonly needed: number;
  /**
   * What should be bought.
   */
  readonly proposals: readonly PurchaseProposal[];
  /**
   * The suppliers that were considered.
   */
  readonly candidates: readonly SupplierCandidate[];
  /**
   * How many more units the caps leave room for.
   */
  readonly limits?: readonly OrderLimit[];
  /**
   * When stock runs out, where demand is known and it does.
   */
  readonly stockOut?: StockOut;
  /**
   * How many days the free units last, where demand is known.
   */
  readonly daysOfCover?: Decimal;
}
/**
 * What should be bought.
 */
export interface ReplenishExplained {
  readonly type: 'replenish';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node; all active nodes together when absent.
   */
  readonly node?: string;
  /**
   * Units that could be sold at the instant of the review.
   */
  readonly free: number;
  /**
   * Where the low-stock alert rises and clears, if anywhere.
   */
  readonly marks?: AlertMarks;
  /**
   * Whether the alert is raised now.
   */
  readonly alert: boolean;
  /**
   * What the rule wants bought.
   */
  readonly decision: ReplenishDecision;
}
/**
 * The levels of a policy, in units.
 */
export interface ReplenishLevels {
  /**
   * Which policy.
   */
  readonly policy: PurchasePolicyKind;
  /**
   * The level at which to order.
   */
  readonly reorderPoint: number;
  /**
   * Whether a position at the level, not only below it, is too low.
   */
  readonly inclusive: boolean;
  /**
   * The level to be reached.
   */
  readonly target: number;
  /**
   * How many units make a lot, where whole lots are ordered.
   */
  readonly lot?: Quantity;
  /**
   * What an economic order quantity is computed from, where one is asked for.
   */
  readonly economic?: EconomicOrder;
  /**
   * What the reorder point came from, where it was computed.
   */
  readonly basis?: ReorderPoint;
}
/**
 * What to buy.
 */
export interface ReplenishOf {
  readonly type: 'replenish';
  /**
   * The rule and what there is.
   */
  readonly request: ReplenishRequest;
}
/**
 * A rule and what there is.
 */
export interface ReplenishRequest {
  /**
   * The rule.
   */
  readonly rule: ReplenishRule;
  /**
   * What is there and coming.
   */
  readonly position: InventoryPosition;
  /**
   * Units that could be sold now: what the stock-out date counts from.
   */
  readonly free: number;
  /**
   * Units that come, with their dates.
   */
  readonly supply?: readonly DatedUnits[];
  /**
   * What is in open to-dos, by supplier; part of the position.
   */
  readonly open?: readonly SupplierPart[];
  /**
   * When a periodic rule last looked.
   */
  readonly reviewedAt?: Instant;
  /**
   * Now.
   */
  readonly at: Instant;
}
/**
 * When and how to replenish a SKU at a node, or at all active nodes together.
 */
export interface ReplenishRule {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node; all active nodes together when absent.
   */
  readonly node?: string;
  /**
   * Whether it is followed.
   */
  readonly active?: boolean;
  /**
   * When to order, and up to where.
   */
  readonly policy: ReplenishPolicy;
  /**
   * Demand and lead time. Needed by `ReplenishPolicy::DemandDriven` and for the shelf life; with it the stock-out
   * date is known.
   */
  readonly demand?: LeadTimeDemand;
  /**
   * Where the low-stock alert rises and clears. Without it a `ReplenishPolicy::Floor` has its own marks, and other
   * policies raise no alert.
   */
  readonly alert?: AlertMarks;
  /**
   * Who sells it; whoever the buyer chooses when empty.
   */
  readonly suppliers?: readonly SupplierOffer[];
  /**
   * How to choose among them.
   */
  readonly strategy?: SupplierStrategy;
  /**
   * The most units there is room for.
   */
  readonly maxStock?: Quantity;
  /**
   * How many days goods can be sold before they spoil.
   */
  readonly shelfLifeDays?: number;
  /**
   * The most that one to-do may cost, freight and duty included.
   */
  readonly budget?: Money;
}
/**
 * A replenishment rule was written.
 */
export interface ReplenishRuleRecorded {
  readonly type: 'replenish_rule';
  /**
   * The rule; it replaces the one of the same SKU and node.
   */
  readonly rule: ReplenishRule;
}
/**
 * The replenishment rules of a SKU.
 */
export interface ReplenishRules {
  readonly type: 'replenish_rules';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The rules: the one for all active nodes together first, then by node.
   */
  readonly rules: readonly ReplenishRule[];
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
   * The customer it is for, if known.
   */
  readonly customer?: string;
  /**
   * The class of buyers it is for; higher classes come first.
   */
  readonly class?: number;
  /**
   * What it holds now; nothing once it has ended.
   */
  readonly items: readonly ReservedItem[];
  /**
   * What was asked for first, where that is not what it holds.
   */
  readonly asked?: readonly WantedUnits[];
  /**
   * Whether it was to hold what is there, and not all or nothing.
   */
  readonly partial?: boolean;
  /**
   * When it stops counting; never when absent.
   */
  readonly expiresAt?: Instant;
  /**
   * Whether units of it came out of a quota, to which they return when it gives them up.
   */
  readonly fromQuota?: boolean;
  /**
   * How it ended.
   */
  readonly ended?: ReservationEnd;
}
/**
 * An order took over what a cart held.
 */
export interface ReservationAdopted {
  readonly type: 'reservation_adopted';
  /**
   * The reservation.
   */
  readonly reservation: string;
  /**
   * The order.
   */
  readonly order: string;
  /**
   * The order's customer.
   */
  readonly customer?: string;
  /**
   * The order's class.
   */
  readonly class?: number;
  /**
   * What it holds, each row for a line of the order.
   */
  readonly items: readonly ReservedItem[];
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
   * The customer it is for, if known.
   */
  readonly customer?: string;
  /**
   * The class of buyers it is for; higher classes come first.
   */
  readonly class?: number;
  /**
   * What it holds now; nothing once it has ended.
   */
  readonly items: readonly ReservedItem[];
  /**
   * What was asked for first, where that is not what it holds.
   */
  readonly asked?: readonly WantedUnits[];
  /**
   * Whether it was to hold what is there, and not all or nothing.
   */
  readonly partial?: boolean;
  /**
   * When it stops counting; never when absent.
   */
  readonly expiresAt?: Instant;
  /**
   * Whether units of it came out of a quota, to which they return when it gives them up.
   */
  readonly fromQuota?: boolean;
  /**
   * How it ended.
   */
  readonly ended?: ReservationEnd;
}
/**
 * Ring-fenced units that a reservation holds and may still give back.
 */
export interface ReservationDraw {
  /**
   * The reservation.
   */
  readonly reservation: string;
  /**
   * Whose units, where and how many.
   */
  readonly part: QuotaPart;
}
/**
 * Which nodes hold what, and what is short.
 */
export interface ReservationExplained {
  readonly type: 'reservation';
  /**
   * The reservation.
   */
  readonly reservation: string;
  /**
   * By item, in the order asked.
   */
  readonly items: readonly HeldItem[];
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
 * A reservation holds units at another node.
 */
export interface ReservationMoved {
  readonly type: 'reservation_moved';
  /**
   * The reservation.
   */
  readonly reservation: string;
  /**
   * The units where they were held.
   */
  readonly from: readonly ReservedItem[];
  /**
   * The same units where they are held now.
   */
  readonly to: readonly ReservedItem[];
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
   * The buyer's group, where it may have quotas: the plan then counts their units, and the reservation takes them
   * before free ones. Free units only when absent.
   */
  readonly quota?: QuotaGroup;
  /**
   * When it stops counting; never when absent.
   */
  readonly expiresAt?: Instant;
}
/**
 * Hold units for a buyer with a quota until an instant: all of them or none.
 */
export interface ReserveQuota {
  readonly type: 'reserve_quota';
  /**
   * The new reservation.
   */
  readonly reservation: string;
  /**
   * The buyer's group.
   */
  readonly group: QuotaGroup;
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
 * Hold units until an instant, at nodes, in groups or anywhere: all of them or none, or as many as there are.
 * A virtual kit stands for its components.
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
  readonly items: readonly WantedUnits[];
  /**
   * Whether to hold what is there, and not all or nothing; what is short is explained.
   */
  readonly partial?: boolean;
  /**
   * Who it is for; counts against what one customer may have.
   */
  readonly customer?: string;
  /**
   * The class of buyers it is for: it may take what is kept for the class and those below.
   */
  readonly class?: number;
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
 * Check that units came back from the order they left for, by their serial numbers, and note it.
 */
export interface ReturnSerials {
  readonly type: 'return_serials';
  /**
   * The order they left for.
   */
  readonly order: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Where they came back.
   */
  readonly node: string;
  /**
   * The numbers.
   */
  readonly serials: readonly string[];
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
 * Look at stock by its rules: open or top up to-dos, raise or clear alerts.
 */
export interface ReviewStock {
  readonly type: 'review_stock';
  /**
   * The SKUs, 1 to 1,000.
   */
  readonly skus: readonly string[];
  /**
   * Only the rules of this node; all rules when absent.
   */
  readonly node?: string;
}
/**
 * When a rule that looks only now and then last looked.
 */
export interface ReviewedPeriod {
  /**
   * The node; all active nodes together when absent.
   */
  readonly node?: string;
  /**
   * When.
   */
  readonly at: Instant;
}
/**
 * Shadow prices: those that prove the bound, and that orders on arrival or a later batch start from.
 */
export interface RowPrices {
  /**
   * Of stock that is worth more than nothing, sorted by SKU, then node.
   */
  readonly stock?: readonly StockPrice[];
  /**
   * Of capacity that is worth more than nothing, sorted by node, then measure.
   */
  readonly capacity?: readonly CapacityPrice[];
}
/**
 * A rule that somebody set.
 */
export interface RuleBasis {
  readonly type: 'rule';
  /**
   * The limit in minutes.
   */
  readonly minutes: number;
}
/**
 * Orders or lines that a node gets in one run.
 */
export interface RunLimit {
  readonly type: 'run_limit';
  /**
   * The nodes it holds for; all when none is named.
   */
  readonly nodes?: NodeScope;
  /**
   * In what it is counted.
   */
  readonly measure: CapacityMeasure;
  /**
   * The most that a node gets in a run.
   */
  readonly most: number;
  /**
   * What nodes got in this run so far; nothing where they are not named.
   */
  readonly used?: readonly NodeUse[];
  /**
   * What each order, line, unit, started kilogram or started litre beyond costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * What one way of delivery withholds.
 */
export interface SafetyConsidered {
  /**
   * The way of delivery; absent where none was asked for.
   */
  readonly deliveryMethod?: DeliveryMethod;
  /**
   * The most specific factor; absent where none fits.
   */
  readonly factor?: SafetyFactor;
  /**
   * Units withheld.
   */
  readonly withheld: number;
}
/**
 * Units withheld wherever everything that it names fits; what it does not name may be anything.
 */
export interface SafetyFactor {
  /**
   * This SKU only.
   */
  readonly sku?: string;
  /**
   * This node only.
   */
  readonly node?: string;
  /**
   * Nodes of this type only.
   */
  readonly nodeType?: string;
  /**
   * This way of delivery only.
   */
  readonly deliveryMethod?: DeliveryMethod;
  /**
   * This kind of supply only.
   */
  readonly supply?: SafetySupply;
  /**
   * What is withheld.
   */
  readonly margin: StockMargin;
}
/**
 * How many units are withheld.
 */
export interface SafetyFactorAnswer {
  readonly type: 'safety_factor';
  /**
   * The units withheld, and why.
   */
  readonly safety: SafetyStock;
}
/**
 * How many units are withheld as safety stock.
 */
export interface SafetyFactorOf {
  readonly type: 'safety_factor';
  /**
   * The factors.
   */
  readonly factors: SafetyFactors;
  /**
   * The units.
   */
  readonly question: SafetyQuestion;
}
/**
 * All safety factors of a tenant; nothing is withheld where none fits.
 */
export interface SafetyFactors {
  /**
   * The factors; their order does not matter.
   */
  readonly factors: readonly SafetyFactor[];
}
/**
 * The safety factors of a tenant.
 */
export interface SafetyFactorsDocument {
  readonly type: 'safety_factors';
  /**
   * The factors; their order does not matter.
   */
  readonly factors: readonly SafetyFactor[];
}
/**
 * The safety factors were written.
 */
export interface SafetyFactorsRecorded {
  readonly type: 'safety_factors';
  /**
   * The factors; they replace all before.
   */
  readonly factors: SafetyFactors;
}
/**
 * Units of which some may have to be withheld.
 */
export interface SafetyQuestion {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The node's type, if it has one.
   */
  readonly nodeType?: string;
  /**
   * The ways of delivery asked for; none in particular when empty.
   */
  readonly deliveryMethods?: readonly DeliveryMethod[];
  /**
   * What kind of supply.
   */
  readonly supply: SafetySupply;
  /**
   * How many units there are; may be negative.
   */
  readonly units: number;
}
/**
 * How many units are withheld, and why.
 */
export interface SafetyStock {
  /**
   * Units withheld: the most over the ways of delivery.
   */
  readonly withheld: number;
  /**
   * Units left; negative where more is withheld than there is.
   */
  readonly available: number;
  /**
   * What each way of delivery withholds, in the order asked; one row where none was asked for.
   */
  readonly considered: readonly SafetyConsidered[];
}
/**
 * A safety stock, and what it came from.
 */
export interface SafetyStock2 {
  /**
   * The safety stock, at 6 decimals.
   */
  readonly exact: Decimal;
  /**
   * The same in whole units, rounded up.
   */
  readonly units: number;
  /**
   * The standard deviation of the demand of the lead time and review period, at 6 decimals.
   */
  readonly deviation: Decimal;
  /**
   * How many of these it is; absent where the rule does not go by them.
   */
  readonly factor?: Decimal;
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
 * Units of a SKU that were scanned, or should be.
 */
export interface ScannedUnits {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * How many units.
   */
  readonly units: number;
}
/**
 * How much each figure weighs.
 */
export interface ScoreWeights {
  /**
   * Cost.
   */
  readonly cost?: number;
  /**
   * When it will be there.
   */
  readonly delivery?: number;
  /**
   * The share of parcels on time; more is better.
   */
  readonly onTime?: number;
  /**
   * The share of parcels damaged.
   */
  readonly damaged?: number;
  /**
   * The share of parcels with a claim.
   */
  readonly claims?: number;
  /**
   * Carbon dioxide.
   */
  readonly co2?: number;
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
  /**
   * Of which lot; has to be named for a SKU that is kept by lot.
   */
  readonly lot?: LotName;
}
/**
 * What is sent, as far as a table of rules asks.
 */
export interface SelectGoods {
  /**
   * Where to.
   */
  readonly region?: string;
  /**
   * What it weighs in grams.
   */
  readonly weightGrams?: number;
  /**
   * Its lines.
   */
  readonly lines?: readonly SelectLine[];
  /**
   * The shop that sold it.
   */
  readonly shop?: string;
  /**
   * What the buyer remarked.
   */
  readonly remark?: string;
}
/**
 * A line of what is sent.
 */
export interface SelectLine {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * How many.
   */
  readonly quantity: Quantity;
}
/**
 * Which service takes a parcel.
 */
export interface SelectService {
  readonly type: 'select_service';
  /**
   * The currency of all costs.
   */
  readonly currency: string;
  /**
   * The services.
   */
  readonly candidates: readonly ServiceCandidate[];
  /**
   * What decides.
   */
  readonly rule: ServiceRule;
  /**
   * When it should be there at the latest.
   */
  readonly promiseBy?: Instant;
  /**
   * What is sent, for rules that ask.
   */
  readonly goods?: SelectGoods;
  /**
   * Services that were tried for this parcel already and gave no label; the next best is chosen.
   */
  readonly failed?: readonly FailedService[];
  /**
   * How many parcels each carrier has been given, for shares and volumes.
   */
  readonly given?: readonly ServiceCount[];
}
/**
 * The service, and why not the others.
 */
export interface SelectedService {
  readonly type: 'select_service';
  /**
   * All services, the best first: the first is chosen unless it is excluded, and the others are the fallback in
   * this order.
   */
  readonly ranked: readonly ServiceRank[];
  /**
   * Whether the first is chosen; otherwise all are excluded.
   */
  readonly chosen: boolean;
}
/**
 * One unit, unlike any other: a serial number belongs to one SKU and is in one place.
 */
export interface SerialUnit {
  /**
   * The number.
   */
  readonly serial: string;
  /**
   * What it is.
   */
  readonly sku: string;
  /**
   * Where it is.
   */
  readonly status: SerialStatus;
  /**
   * The order it was captured for last.
   */
  readonly order: string;
  /**
   * The shipment it left with last.
   */
  readonly shipment?: string;
}
/**
 * One unit with a serial number.
 */
export interface SerialUnitDocument {
  readonly type: 'serial';
  /**
   * The number.
   */
  readonly serial: string;
  /**
   * What it is.
   */
  readonly sku: string;
  /**
   * Where it is.
   */
  readonly status: SerialStatus;
  /**
   * The order it was captured for last.
   */
  readonly order: string;
  /**
   * The shipment it left with last.
   */
  readonly shipment?: string;
}
/**
 * The units.
 */
export interface SerialsAnswer {
  readonly type: 'serials';
  /**
   * The units known, by number.
   */
  readonly units: readonly SerialUnit[];
}
/**
 * A service to choose.
 */
export interface ServiceCandidate {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's service.
   */
  readonly service: string;
  /**
   * What it costs.
   */
  readonly cost: Money;
  /**
   * By when it will be there, as surely as promises are to be kept: commonly in nine cases of ten.
   */
  readonly deliveryBy: Instant;
  /**
   * What became of parcels before.
   */
  readonly history?: ServiceHistory;
  /**
   * Grams of carbon dioxide, where known.
   */
  readonly co2Grams?: number;
  /**
   * Why it cannot be chosen, as `quote_rates` answers it.
   */
  readonly refused?: readonly QuoteRejection[];
}
/**
 * How many parcels a carrier has been given.
 */
export interface ServiceCount {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * How many.
   */
  readonly parcels: number;
}
/**
 * What became of a service's parcels on a lane.
 */
export interface ServiceHistory {
  /**
   * How many there were.
   */
  readonly parcels?: number;
  /**
   * How many were on time.
   */
  readonly onTime?: number;
  /**
   * How many were lost.
   */
  readonly lost?: number;
  /**
   * How many were damaged.
   */
  readonly damaged?: number;
  /**
   * How many led to a claim.
   */
  readonly claims?: number;
  /**
   * For how many parcels it has been below the floor of performance.
   */
  readonly belowFloorFor?: number;
}
/**
 * No shortage in such a share of all order cycles.
 */
export interface ServiceLevelRule {
  readonly type: 'service_level';
  /**
   * The share, such as 0.95; 0.5 to 0.999999.
   */
  readonly level: Decimal;
}
/**
 * What a service takes and what not. What is not named is no limit, except dangers, options and cold: where there
 * are limits at all, a service takes and does only those that it names.
 */
export interface ServiceLimits {
  /**
   * The nodes that the carrier picks up from; all when empty.
   */
  readonly nodes?: readonly string[];
  /**
   * The areas of the card that are served; everywhere when empty.
   */
  readonly served?: readonly string[];
  /**
   * The areas of the card that are not (超区).
   */
  readonly notServed?: readonly string[];
  /**
   * Kinds of places that it does not go to.
   */
  readonly refusedPlaces?: readonly PlaceKind[];
  /**
   * What a parcel may measure at most; every parcel must keep all of it.
   */
  readonly parcel?: ParcelMeasures;
  /**
   * How many parcels a shipment may have.
   */
  readonly mostParcels?: number;
  /**
   * The highest declared value.
   */
  readonly mostValue?: Money;
  /**
   * Whether it collects no cash on delivery.
   */
  readonly noCod?: boolean;
  /**
   * The most that it collects.
   */
  readonly mostCod?: Money;
  /**
   * The dangers that it takes.
   */
  readonly hazards?: readonly string[];
  /**
   * What it does beside carrying, such as `signature` or `age_18`.
   */
  readonly options?: readonly string[];
  /**
   * How cold it keeps things, and for how long.
   */
  readonly cold?: ColdChain;
  /**
   * How many parcels it takes a day.
   */
  readonly dailyCap?: number;
  /**
   * Times in which it takes nothing: strikes, holidays, a storm.
   */
  readonly blackouts?: readonly Blackout[];
}
/**
 * What a service asks, or why it does not.
 */
export interface ServiceQuote {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's service.
   */
  readonly service: string;
  /**
   * The price; absent when it refuses.
   */
  readonly quote?: CarrierQuote;
  /**
   * What the price is made of, where that was asked.
   */
  readonly explained?: ExplainedQuote;
  /**
   * Why it refuses.
   */
  readonly reasons?: readonly QuoteRejection[];
}
/**
 * A service's place in the choice.
 */
export interface ServiceRank {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's service.
   */
  readonly service: string;
  /**
   * What it costs.
   */
  readonly cost: Money;
  /**
   * How much more it costs than the one chosen; negative if it is cheaper.
   */
  readonly byCost: Money;
  /**
   * By how many seconds it misses the promise; absent when it keeps it or nothing was promised.
   */
  readonly lateBySeconds?: number;
  /**
   * The weighted score in millionths; less is better.
   */
  readonly score?: number;
  /**
   * The cost with everything that may go wrong.
   */
  readonly expectedCost?: Money;
  /**
   * How far the carrier is behind its share, in millionths of a parcel.
   */
  readonly deficit?: number;
  /**
   * The share of parcels on time that can be counted on.
   */
  readonly onTimeAtLeast?: Decimal;
  /**
   * The row of the table that names it, counted from 0.
   */
  readonly row?: number;
  /**
   * Why it cannot be chosen.
   */
  readonly excluded?: ServiceExcluded;
}
/**
 * The share of a carrier.
 */
export interface ServiceShare {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * Its share of all parcels.
   */
  readonly share: Decimal;
  /**
   * It is to be given at least so many; those behind come first.
   */
  readonly least?: number;
  /**
   * It may be given at most so many.
   */
  readonly most?: number;
}
/**
 * How far a service is used up.
 */
export interface ServiceState {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's service.
   */
  readonly service: string;
  /**
   * How many parcels it has been given today.
   */
  readonly takenToday?: number;
  /**
   * How many waybill numbers are left on the account (电子面单余额); enough when absent.
   */
  readonly waybillsLeft?: number;
}
/**
 * Set the standard cost of a SKU at a node.
 */
export interface SetStandardCost {
  readonly type: 'set_standard_cost';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * What so many units cost.
   */
  readonly standard: CostRate;
}
/**
 * The orders.
 */
export interface ShadowAnswer {
  readonly type: 'shadow';
  /**
   * The orders.
   */
  readonly report: ShadowReport;
}
/**
 * An order that would ship otherwise.
 */
export interface ShadowChange {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * What ships from where now.
   */
  readonly from: readonly AllocationAssignment[];
  /**
   * What would.
   */
  readonly to: readonly AllocationAssignment[];
  /**
   * Units short under the new strategy less those short now.
   */
  readonly unitsShort: number;
  /**
   * What the order would cost less what it costs, units short included.
   */
  readonly difference: Money;
}
/**
 * Which open orders a change of strategy would affect.
 */
export interface ShadowOf {
  readonly type: 'shadow';
  /**
   * What nodes have, as receipts, and then the open orders.
   */
  readonly stream: BacktestStream;
  /**
   * The strategy in use.
   */
  readonly current: AllocationStrategyKind;
  /**
   * The one considered.
   */
  readonly proposed: AllocationStrategyKind;
}
/**
 * Which orders a change of strategy would affect.
 */
export interface ShadowReport {
  /**
   * The strategy in use.
   */
  readonly current: string;
  /**
   * The one considered.
   */
  readonly proposed: string;
  /**
   * How many orders were looked at.
   */
  readonly orders: number;
  /**
   * Those that would ship otherwise, in the order of the stream.
   */
  readonly changes: readonly ShadowChange[];
  /**
   * What all changes cost together; below zero is cheaper.
   */
  readonly total: Money;
}
/**
 * Nothing: it sells from its quota only.
 */
export interface SharedExclusive {
  readonly type: 'exclusive';
}
/**
 * All of them, as others may, too: quick to sell out, and more may be shown than there is.
 */
export interface SharedFull {
  readonly type: 'full';
}
/**
 * A part of them, rounded down.
 */
export interface SharedPercentage {
  readonly type: 'percentage';
  /**
   * The part, in basis points: 5000 is 50 %; at most 10,000.
   */
  readonly basisPoints: number;
}
/**
 * A weighted share, within bounds, of what the percentages leave.
 */
export interface SharedWeighted {
  readonly type: 'weighted';
  /**
   * How much it counts against the others.
   */
  readonly weight: number;
  /**
   * The fewest units it gets, where there are enough for everybody's fewest.
   */
  readonly min?: Quantity;
  /**
   * The most units it gets; no limit by default.
   */
  readonly max?: Quantity;
}
/**
 * How long units have to last when they are delivered: at least so many days, and at least such a part of the shelf
 * life. It applies where everything it names is so; one that names nothing applies to every order.
 */
export interface ShelfLifeRule {
  /**
   * For orders of this channel.
   */
  readonly channel?: string;
  /**
   * For orders of this buyer.
   */
  readonly customer?: string;
  /**
   * For orders to this country.
   */
  readonly country?: string;
  /**
   * Days of 24 hours.
   */
  readonly minDays?: number;
  /**
   * Percent of the shelf life, 0 to 100.
   */
  readonly minPercent?: number;
}
/**
 * A part of its shelf life is asked for, and nobody knows how long that is.
 */
export interface ShelfLifeUnknownLotVerdict {
  readonly type: 'shelf_life_unknown';
}
/**
 * Lines that ship whole or not at all.
 */
export interface ShipComplete {
  readonly type: 'ship_complete';
  /**
   * The items it holds for; all when none is named.
   */
  readonly items?: ItemScope;
  /**
   * What shipping a part of them costs; never allowed when absent.
   */
  readonly price?: Money;
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
 * It is sent to a node, and the buyer collects it there.
 */
export interface ShipToStore {
  readonly type: 'ship_to_store';
  /**
   * The node; units that it has itself need no way. Its record has its address.
   */
  readonly node: string;
  /**
   * Where there.
   */
  readonly point?: PickupPoint;
}
/**
 * Units leave for the node that gets them, which expects them from now on.
 */
export interface ShipTransfer {
  readonly type: 'ship_transfer';
  /**
   * The transfer.
   */
  readonly transfer: string;
  /**
   * The units; all allocated ones when none is named.
   */
  readonly units?: readonly TransferUnits[];
  /**
   * When they should arrive; as known before when absent.
   */
  readonly expectedAt?: Instant;
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
  /**
   * Where each of its parcels stands.
   */
  readonly tracking?: readonly ParcelTracking[];
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
 * A parcel got its number, or another one.
 */
export interface ShipmentNumbered {
  readonly type: 'numbered';
  /**
   * Which parcel.
   */
  readonly parcel: string;
  /**
   * The number.
   */
  readonly number: string;
}
/**
 * What each service asks for a shipment.
 */
export interface ShipmentQuotes {
  /**
   * The shipment.
   */
  readonly id: string;
  /**
   * The cards, as they were given.
   */
  readonly services: readonly ServiceQuote[];
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
 * A shipment with its way.
 */
export interface ShipmentToQuote {
  /**
   * What it is called in the answer.
   */
  readonly id: string;
  /**
   * The node that ships.
   */
  readonly from: Node;
  /**
   * Where to.
   */
  readonly to: Address;
  /**
   * When it is handed over.
   */
  readonly readyAt: Instant;
  /**
   * What is sent.
   */
  readonly shipment?: RateShipment;
  /**
   * How it is packed: its boxes, as `pack_order` answers them, are the parcels then.
   */
  readonly packed?: PackPlan;
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
  /**
   * Of which lots they are, where the SKU is kept by lot.
   */
  readonly lots?: readonly LotPick[];
  /**
   * What all these units cost the merchant by the cost book, to the minor unit; where it stands, it counts and not
   * the unit cost.
   */
  readonly cost?: Money;
}
/**
 * A channel was told a parcel's number.
 */
export interface ShipmentWrittenBack {
  readonly type: 'written_back';
  /**
   * Of which parcel.
   */
  readonly parcel: string;
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * The channel's id of the order.
   */
  readonly channelOrder: string;
  /**
   * The number.
   */
  readonly number: string;
  /**
   * How it stands.
   */
  readonly status: WriteBackStatus;
  /**
   * When.
   */
  readonly at: Instant;
  /**
   * What the channel said when it failed.
   */
  readonly reason?: string;
}
/**
 * Give up some of what a reservation holds.
 */
export interface ShrinkReservation {
  readonly type: 'shrink_reservation';
  /**
   * The reservation.
   */
  readonly reservation: string;
  /**
   * What to give up; with nothing left the reservation has ended.
   */
  readonly items: readonly UnitsGivenUp[];
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
   * How it may be packed.
   */
  readonly packing?: PackRule;
  /**
   * The list price of one unit.
   */
  readonly price?: Money;
  /**
   * What one unit costs the merchant.
   */
  readonly cost?: Money;
  /**
   * What a node must be able to do to handle it, such as `hazmat` or `cold`.
   */
  readonly needs?: readonly string[];
  /**
   * The way it takes through a node, where capacity is counted by that.
   */
  readonly processPath?: string;
  /**
   * How its units are valued; each costs what `cost` says when absent.
   */
  readonly costing?: CostingMethod;
  /**
   * How many units may be promised beyond what is free, at each node.
   */
  readonly backorderLimit?: Quantity;
  /**
   * When units are held, and whether they must be there to be promised.
   */
  readonly saleMode?: SaleMode;
  /**
   * Units kept for better classes of buyers, in each cell.
   */
  readonly protected?: readonly ProtectionLevel[];
  /**
   * The most units that one customer may have: held for them now, and in their orders. No limit when absent.
   */
  readonly maxPerCustomer?: Quantity;
  /**
   * That its units are kept by lot, and how.
   */
  readonly lots?: LotRule;
  /**
   * What one of it is made of, when it is a kit.
   */
  readonly kit?: readonly KitComponent[];
  /**
   * How the kit comes to be; virtual by default, and without meaning for what is no kit.
   */
  readonly kitKind?: KitKind;
  /**
   * What the buyer chooses of a configurable kit, beside what is always in it.
   */
  readonly kitChoices?: readonly KitChoice[];
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
   * How it may be packed.
   */
  readonly packing?: PackRule;
  /**
   * The list price of one unit.
   */
  readonly price?: Money;
  /**
   * What one unit costs the merchant.
   */
  readonly cost?: Money;
  /**
   * What a node must be able to do to handle it, such as `hazmat` or `cold`.
   */
  readonly needs?: readonly string[];
  /**
   * The way it takes through a node, where capacity is counted by that.
   */
  readonly processPath?: string;
  /**
   * How its units are valued; each costs what `cost` says when absent.
   */
  readonly costing?: CostingMethod;
  /**
   * How many units may be promised beyond what is free, at each node.
   */
  readonly backorderLimit?: Quantity;
  /**
   * When units are held, and whether they must be there to be promised.
   */
  readonly saleMode?: SaleMode;
  /**
   * Units kept for better classes of buyers, in each cell.
   */
  readonly protected?: readonly ProtectionLevel[];
  /**
   * The most units that one customer may have: held for them now, and in their orders. No limit when absent.
   */
  readonly maxPerCustomer?: Quantity;
  /**
   * That its units are kept by lot, and how.
   */
  readonly lots?: LotRule;
  /**
   * What one of it is made of, when it is a kit.
   */
  readonly kit?: readonly KitComponent[];
  /**
   * How the kit comes to be; virtual by default, and without meaning for what is no kit.
   */
  readonly kitKind?: KitKind;
  /**
   * What the buyer chooses of a configurable kit, beside what is always in it.
   */
  readonly kitChoices?: readonly KitChoice[];
  /**
   * Custom fields.
   */
  readonly fields?: {
    readonly [k: string]: FieldValue;
  };
}
/**
 * What each channel would be told of a SKU.
 */
export interface SkuPublication {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * What each node that sells has, by node.
   */
  readonly nodes: readonly NodePromiseable[];
  /**
   * Each channel's figure with every step.
   */
  readonly publication: Publication;
  /**
   * What the channels were last told, in the order of the policy; those never told are left out.
   */
  readonly last: readonly ChannelStock[];
  /**
   * The quotas, with what expired reservations give back; absent where there are none.
   */
  readonly quotas?: QuotaLedger;
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
 * Units in the parcel.
 */
export interface SlipLine {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * What buyers call it; its SKU when empty.
   */
  readonly name?: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * Where they are taken from.
   */
  readonly location?: string;
  /**
   * Whether they are a gift: without a price, and marked.
   */
  readonly gift?: boolean;
  /**
   * What the buyer asked for.
   */
  readonly remark?: string;
  /**
   * What one unit cost the buyer.
   */
  readonly unitPrice?: Money;
}
/**
 * An order whose units lie in the parcel.
 */
export interface SlipOrder {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * What its channel calls it.
   */
  readonly channelOrder?: string;
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
 * Not before an instant.
 */
export interface SnoozeTodo {
  readonly type: 'snoozed';
  /**
   * From when on it is open again.
   */
  readonly until: Instant;
}
/**
 * What the checker found.
 */
export interface SolutionCheck {
  /**
   * The rules that are broken, in the order of the shipments, then of nodes and orders. None: the solution is
   * feasible. A shipment that breaks a rule of its own counts towards nothing below.
   */
  readonly violations: readonly SolutionViolation[];
  /**
   * What it costs.
   */
  readonly cost: SolutionCost;
  /**
   * The sum of the parts.
   */
  readonly totalCents: number;
  /**
   * What each order costs.
   */
  readonly orderCents: readonly number[];
}
/**
 * What a solution costs, in cents, by part.
 */
export interface SolutionCost {
  /**
   * The nodes' cost of each shipment.
   */
  readonly fixed: number;
  /**
   * The nodes' cost of each unit.
   */
  readonly handling: number;
  /**
   * Carriers: base and weight steps.
   */
  readonly freight: number;
  /**
   * Days late.
   */
  readonly late: number;
  /**
   * Shipments of an order after its first.
   */
  readonly split: number;
  /**
   * Units left unfilled.
   */
  readonly short: number;
}
/**
 * A rule that is broken, and where.
 */
export interface SolutionViolation {
  /**
   * The rule.
   */
  readonly rule: SolutionRule;
  /**
   * Where: a JSON pointer into the solution, to a shipment where one is at fault.
   */
  readonly path: string;
  /**
   * What is wrong, for people.
   */
  readonly message: string;
}
/**
 * A merchant's sourcing. It is read whole by every plan, and shown and reviewed whole.
 *
 * An order in another currency than the amounts here cannot be compared with them: constraints that name
 * amounts are left out for it, and so are the terms of the objective.
 */
export interface Sourcing {
  /**
   * The currency of every amount.
   */
  readonly currency: string;
  /**
   * The rules; the most specific one that fits a line holds for it. A line that none fits is sourced from
   * anywhere.
   */
  readonly rules?: readonly SourcingRule[];
  /**
   * What every plan must obey, or pay for. Scopes name nodes, groups, SKUs and categories; ids of lines
   * mean nothing here.
   */
  readonly constraints?: readonly AllocationConstraint[];
  /**
   * What every plan is judged by beside freight, handling and splits.
   */
  readonly objective?: AllocationObjective;
}
/**
 * The sourcing.
 */
export interface SourcingAnswer {
  readonly type: 'sourcing';
  /**
   * The sourcing; absent when there is none.
   */
  readonly sourcing?: Sourcing;
}
/**
 * A tenant's sourcing.
 */
export interface SourcingDocument {
  readonly type: 'sourcing';
  /**
   * The currency of every amount.
   */
  readonly currency: string;
  /**
   * The rules; the most specific one that fits a line holds for it. A line that none fits is sourced from
   * anywhere.
   */
  readonly rules?: readonly SourcingRule[];
  /**
   * What every plan must obey, or pay for. Scopes name nodes, groups, SKUs and categories; ids of lines
   * mean nothing here.
   */
  readonly constraints?: readonly AllocationConstraint[];
  /**
   * What every plan is judged by beside freight, handling and splits.
   */
  readonly objective?: AllocationObjective;
}
/**
 * The sourcing was written.
 */
export interface SourcingRecorded {
  readonly type: 'sourcing';
  /**
   * The sourcing; it replaces the one before.
   */
  readonly sourcing: Sourcing;
}
/**
 * Who is asked first, for the lines that it fits.
 *
 * A key that is absent fits everything. Of the rules that fit, the one with the most specific key holds:
 * channel and shop come before the order class, that before the SKU, that before its category, that before
 * region and country. Of rules that are equally specific the lower id holds.
 */
export interface SourcingRule {
  /**
   * The rule; unique.
   */
  readonly id: string;
  /**
   * What people call it.
   */
  readonly name?: string;
  /**
   * Orders of this channel.
   */
  readonly channel?: string;
  /**
   * Orders of this shop.
   */
  readonly shop?: string;
  /**
   * Orders of this class of buyers.
   */
  readonly class?: number;
  /**
   * Lines of this SKU.
   */
  readonly sku?: string;
  /**
   * Lines of SKUs of this category.
   */
  readonly category?: string;
  /**
   * Orders that go to this region.
   */
  readonly region?: string;
  /**
   * Orders that go to this country.
   */
  readonly country?: string;
  /**
   * Who is asked, tier by tier.
   */
  readonly tiers: readonly SourcingTier[];
  /**
   * Whether a later tier joins the earlier ones or takes their place.
   */
  readonly next?: NextTier;
  /**
   * When a line is satisfied, so that no later tier is asked.
   */
  readonly until?: TierUntil;
}
/**
 * Nodes that are asked together, by name and by group.
 */
export interface SourcingTier {
  /**
   * These nodes.
   */
  readonly nodes?: readonly string[];
  /**
   * The nodes of these groups.
   */
  readonly groups?: readonly string[];
}
/**
 * How they stand.
 */
export interface StandingsAnswer {
  readonly type: 'promise_standings';
  /**
   * By due date and id.
   */
  readonly standings: readonly PromiseStanding[];
}
/**
 * How promises stand, and what to offer where they cannot be kept.
 */
export interface StandingsOf {
  readonly type: 'promise_standings';
  /**
   * What there is, what is expected, and what is promised.
   */
  readonly figures: PromiseFigures;
}
/**
 * Note the book and have SKUs counted at a node.
 */
export interface StartCount {
  readonly type: 'start_count';
  /**
   * The id of the count to be.
   */
  readonly count: string;
  /**
   * Where.
   */
  readonly node: string;
  /**
   * What.
   */
  readonly skus: readonly string[];
  /**
   * What happens to differences; by default each is counted again, and none is posted without an approver.
   */
  readonly policy?: CountPolicy;
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
 * A raised alert.
 */
export interface StockAlert {
  /**
   * The node; all active nodes together when absent.
   */
  readonly node?: string;
  /**
   * The marks that held when it was raised.
   */
  readonly marks: AlertMarks;
  /**
   * The free units that raised it.
   */
  readonly free: number;
  /**
   * When.
   */
  readonly raisedAt: Instant;
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
 * The levels at which somebody wants to hear of a figure: `low ≤ medium ≤ high`, in units.
 */
export interface StockBands {
  /**
   * From so many on it is low, below critical.
   */
  readonly low: Quantity;
  /**
   * From so many on it is medium.
   */
  readonly medium: Quantity;
  /**
   * From so many on it is high.
   */
  readonly high: Quantity;
}
/**
 * What there is of one SKU at one node, in units.
 *
 * `on_hand = free + held + allocated + quality_hold + damaged + returned_pending`; `free` is derived and may be
 * negative where backorders are allowed, or where a count found less than was promised. `incoming` is expected and not
 * there yet; it is no part of `on_hand`.
 *
 * What other systems call each of them stands in [the table of the module](crate::stock#what-others-call-it).
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
 * Never below so many pieces: the simplest rule.
 */
export interface StockFloor {
  readonly type: 'floor';
  /**
   * Fewer than this are too few.
   */
  readonly pieces: Quantity;
  /**
   * How many there should be then; as many as are not too few when absent.
   */
  readonly upTo?: Quantity;
}
/**
 * A node has fewer units.
 */
export interface StockLessInputChange {
  readonly type: 'stock_less';
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * How many fewer.
   */
  readonly units: Quantity;
}
/**
 * A node has more units.
 */
export interface StockMoreInputChange {
  readonly type: 'stock_more';
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * How many more.
   */
  readonly units: Quantity;
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
 * When stock runs out.
 */
export interface StockOut {
  /**
   * How many days from now.
   */
  readonly days: number;
  /**
   * When: now and so many days of 24 hours.
   */
  readonly at: Instant;
  /**
   * How many units are missing at the end of that day, rounded up.
   */
  readonly missing: number;
}
/**
 * A SKU at a node, and what is expected of it until it is filled up.
 */
export interface StockOutCell {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Units on hand.
   */
  readonly onHand: Quantity;
  /**
   * What one unit earns when it is sold there.
   */
  readonly margin: Money;
  /**
   * The mean of demand until it is filled up, in thousandths of a unit; at most 100,000 units.
   */
  readonly meanMilli: number;
  /**
   * The variance of that demand, in thousandths; the mean when absent. At most 1000 times the mean.
   */
  readonly varianceMilli?: number;
}
/**
 * Stock-out avoidance: the `k`-th unit taken costs `margin · P(D ≥ on hand − (k − 1))`, the chance that this
 * unit would have been sold at the node before it is filled up.
 *
 * Demand `D` until then is Poisson by its mean, or negative binomial where a larger variance is given;
 * probabilities are whole billionths and each unit's cost is rounded to the minor unit, halves up.
 */
export interface StockOutTerm {
  /**
   * The cells; a cell that is not named costs nothing.
   */
  readonly cells: readonly StockOutCell[];
  /**
   * How much it weighs, in thousandths.
   */
  readonly weightPerMille?: number;
}
/**
 * Stock of other owners.
 */
export interface StockOwner {
  readonly type: 'stock_owner';
  /**
   * What each unit from elsewhere costs; never allowed when absent.
   */
  readonly price?: Money;
}
/**
 * What one more unit of a SKU at a node would save, as the prices see it.
 */
export interface StockPrice {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How much.
   */
  readonly price: Money;
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
 * Free units were set aside for a transfer.
 */
export interface StockTransferAllocated {
  readonly type: 'transfer_allocated';
  /**
   * The transfer.
   */
  readonly transfer: string;
  /**
   * The units, at the node that gives.
   */
  readonly units: readonly StockUnits[];
}
/**
 * Units set aside for a transfer became free.
 */
export interface StockTransferGivenBack {
  readonly type: 'transfer_given_back';
  /**
   * The transfer.
   */
  readonly transfer: string;
  /**
   * The units, at the node that gives.
   */
  readonly units: readonly StockUnits[];
}
/**
 * Units that left for another node are expected there no longer.
 */
export interface StockTransferLost {
  readonly type: 'transfer_lost';
  /**
   * The transfer.
   */
  readonly transfer: string;
  /**
   * The units, at the node that should have got them.
   */
  readonly units: readonly StockUnits[];
}
/**
 * Units arrived from another node.
 */
export interface StockTransferReceived {
  readonly type: 'transfer_received';
  /**
   * The transfer.
   */
  readonly transfer: string;
  /**
   * The units that were expected, at the node that gets.
   */
  readonly units: readonly StockUnits[];
  /**
   * The units that nobody had sent.
   */
  readonly over?: readonly StockUnits[];
}
/**
 * Units left for another node, which expects them from now on.
 */
export interface StockTransferShipped {
  readonly type: 'transfer_shipped';
  /**
   * The transfer.
   */
  readonly transfer: string;
  /**
   * The node that gets them.
   */
  readonly to: string;
  /**
   * The units, at the node that gives.
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
 * The to-dos and alerts of a SKU.
 */
export interface StockWatch {
  readonly type: 'stock_watch';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * How many to-dos were ever opened.
   */
  readonly opened: number;
  /**
   * The to-dos, oldest first: all that are not closed, and the last closed ones.
   */
  readonly todos: readonly PurchaseTodo[];
  /**
   * The raised alerts, by node.
   */
  readonly alerts: readonly StockAlert[];
  /**
   * When rules that look only now and then last looked, by node.
   */
  readonly periods?: readonly ReviewedPeriod[];
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
 * A supplier that was considered.
 */
export interface SupplierCandidate {
  /**
   * The supplier; whoever the buyer chooses when absent.
   */
  readonly supplier?: string;
  /**
   * How many more units it was asked for.
   */
  readonly needed: number;
  /**
   * How many units the order would have, what is in its open to-do included.
   */
  readonly quantity: Quantity;
  /**
   * Of these, how many are new.
   */
  readonly added: Quantity;
  /**
   * What kept it from what was needed.
   */
  readonly cappedBy?: PurchaseCap;
  /**
   * What the order would cost with freight and duty, when prices are known.
   */
  readonly landedCost?: Money;
  /**
   * When the goods would be there, when a supplier is known.
   */
  readonly arrivesAt?: Instant;
  /**
   * Whether that is after stock runs out.
   */
  readonly late: boolean;
  /**
   * Whether it was chosen.
   */
  readonly chosen: boolean;
}
/**
 * What a supplier offers.
 */
export interface SupplierOffer {
  /**
   * The supplier.
   */
  readonly supplier: string;
  /**
   * Days of 24 hours from order to shelf.
   */
  readonly leadTimeDays: number;
  /**
   * The smallest order.
   */
  readonly minimum?: Quantity;
  /**
   * Orders are whole multiples of this.
   */
  readonly multiple?: Quantity;
  /**
   * Prices by size of the order.
   */
  readonly prices?: readonly PriceBreak[];
  /**
   * Freight and duty of each unit.
   */
  readonly costPerUnit?: Money;
  /**
   * Freight and fees of each order.
   */
  readonly costPerOrder?: Money;
  /**
   * Its weight where purchases are split.
   */
  readonly share?: number;
}
/**
 * Units of one supplier.
 */
export interface SupplierPart {
  /**
   * The supplier; whoever the buyer chooses when absent.
   */
  readonly supplier?: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * What is expected, and how promises stand.
 */
export interface SupplyAnswer {
  readonly type: 'supply';
  /**
   * By node, those without expectations left out.
   */
  readonly nodes: readonly NodeSupply[];
}
/**
 * What is expected of one SKU at one node, and what is promised from it.
 */
export interface SupplyBook {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Receipts of which something is still to come.
   */
  readonly receipts?: {
    readonly [k: string]: SupplyReceipt;
  };
  /**
   * Promises that stand.
   */
  readonly promises?: {
    readonly [k: string]: SupplyPromise;
  };
  /**
   * The last 100 receipts that ended, oldest first.
   */
  readonly endedReceipts?: readonly string[];
  /**
   * The last 100 promises that ended, oldest first.
   */
  readonly endedPromises?: readonly string[];
}
/**
 * What is expected and promised of a SKU at a node.
 */
export interface SupplyBookDocument {
  readonly type: 'supply';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * Receipts of which something is still to come.
   */
  readonly receipts?: {
    readonly [k: string]: SupplyReceipt;
  };
  /**
   * Promises that stand.
   */
  readonly promises?: {
    readonly [k: string]: SupplyPromise;
  };
  /**
   * The last 100 receipts that ended, oldest first.
   */
  readonly endedReceipts?: readonly string[];
  /**
   * The last 100 promises that ended, oldest first.
   */
  readonly endedPromises?: readonly string[];
}
/**
 * Units promised for a date.
 *
 * A promise that names a receipt owns units of that receipt: nobody else is promised them, and when they arrive they
 * are held for it. One that names none is served from whatever is there by its date.
 */
export interface SupplyPromise {
  /**
   * The promise: a reservation of units that are still to come.
   */
  readonly id: string;
  /**
   * The order it is for, if any.
   */
  readonly order?: string;
  /**
   * The order line, if any.
   */
  readonly line?: string;
  /**
   * How many units are still promised.
   */
  readonly quantity: Quantity;
  /**
   * When they have to be there.
   */
  readonly due: Instant;
  /**
   * The receipt that it is bound to.
   */
  readonly receipt?: string;
  /**
   * When it stops counting; never when absent.
   */
  readonly expiresAt?: Instant;
  /**
   * How many arrivals have been held for it.
   */
  readonly arrivals?: number;
}
/**
 * An expected receipt of which something is still to come.
 */
export interface SupplyReceipt {
  /**
   * The receipt.
   */
  readonly id: string;
  /**
   * What is known of it.
   */
  readonly plan: ReceiptPlan;
  /**
   * How many units have arrived.
   */
  readonly received: Quantity;
}
/**
 * Something happened to what is expected and promised.
 */
export interface SupplyRecord {
  readonly type: 'supply';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * What.
   */
  readonly event: SupplyEvent;
}
/**
 * A surcharge: remote and residential areas, oversize and handling, peak, signature, upstairs, returns.
 */
export interface Surcharge {
  /**
   * Its id.
   */
  readonly id: string;
  /**
   * What people call it.
   */
  readonly name?: string;
  /**
   * When it is charged; always when nothing is named.
   */
  readonly when?: ChargeWhen;
  /**
   * How much.
   */
  readonly charge: Charge;
  /**
   * What it is counted by.
   */
  readonly per?: ChargedPer;
  /**
   * Of the surcharges of one group only one is charged: the one of the highest rank, then the dearest, then the
   * first. "Only the highest handling fee applies", "large package replaces handling".
   */
  readonly group?: string;
  /**
   * Its rank in the group.
   */
  readonly rank?: number;
  /**
   * Whether the fuel surcharge is taken of it too.
   */
  readonly fuel?: boolean;
  /**
   * What a parcel that it holds for counts as at least, such as 90 lb for a large package.
   */
  readonly leastWeight?: Weight;
}
/**
 * A row: everything named must hold.
 */
export interface TableRow {
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The service; any of the carrier's when absent.
   */
  readonly service?: string;
  /**
   * The destination lies in one of these regions.
   */
  readonly regions?: readonly string[];
  /**
   * It weighs more than so many grams.
   */
  readonly aboveGrams?: number;
  /**
   * It weighs at most so many grams.
   */
  readonly upToGrams?: number;
  /**
   * Some line is of one of these SKUs.
   */
  readonly anySku?: readonly string[];
  /**
   * Every line is of one of these SKUs.
   */
  readonly allSkus?: readonly string[];
  /**
   * There are at least so many units.
   */
  readonly leastUnits?: number;
  /**
   * There are at least so many lines.
   */
  readonly leastLines?: number;
  /**
   * One of these shops sold it.
   */
  readonly shops?: readonly string[];
  /**
   * The buyer's remark holds one of these words.
   */
  readonly remarkWords?: readonly string[];
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
 * For demand that comes now and then and may die out: size and probability, each smoothed.
 */
export interface TeunterSyntetosBabai {
  readonly type: 'teunter_syntetos_babai';
  /**
   * How fast the size follows, 0 to 1.
   */
  readonly alpha: Decimal;
  /**
   * How fast the probability follows, 0 to 1.
   */
  readonly beta: Decimal;
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
 * How far the tiers of a sourcing were asked.
 */
export interface TierReached {
  /**
   * The rule.
   */
  readonly rule: string;
  /**
   * The last tier that was asked, from 1.
   */
  readonly tier: number;
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
 * Civil time somewhere: an offset from UTC, and the instants from which others hold.
 *
 * It is data, so that what was decided with it stays decided when a government moves its clocks: look the zone up
 * once
 * (see `TimeZone::named`, feature `tz`, or the calculation `time_zone`) and keep it in the node's record. After its
 * last change the last offset holds.
 */
export interface TimeZone {
  /**
   * What it is called, such as `Europe/Berlin`; for people.
   */
  readonly name?: string;
  /**
   * Seconds east of UTC before the first change.
   */
  readonly offsetSeconds?: number;
  /**
   * The changes, oldest first.
   */
  readonly changes?: readonly OffsetChange[];
}
/**
 * The zone.
 */
export interface TimeZoneCalculated {
  readonly type: 'time_zone';
  /**
   * What it is called, such as `Europe/Berlin`; for people.
   */
  readonly name?: string;
  /**
   * Seconds east of UTC before the first change.
   */
  readonly offsetSeconds?: number;
  /**
   * The changes, oldest first.
   */
  readonly changes?: readonly OffsetChange[];
}
/**
 * A zone of the time-zone database, as data.
 */
export interface TimeZoneQuestion {
  readonly type: 'time_zone';
  /**
   * The name in the time-zone database, such as `Europe/Berlin`.
   */
  readonly name: string;
  /**
   * The first year whose changes are wanted.
   */
  readonly fromYear: number;
  /**
   * The last year whose changes are wanted; at most 100 later.
   */
  readonly untilYear: number;
}
/**
 * The limit of a timer.
 */
export interface TimerRule {
  /**
   * Of which timer.
   */
  readonly timer: ParcelTimer;
  /**
   * Of which carrier; every one's when absent. A carrier's rule goes before one for all.
   */
  readonly carrier?: string;
  /**
   * The limit in minutes.
   */
  readonly minutes: number;
}
/**
 * It will not be bought, or the rest not any more.
 */
export interface TodoCancelled {
  readonly type: 'todo_cancelled';
  /**
   * The to-do.
   */
  readonly todo: string;
  /**
   * Why.
   */
  readonly reason?: string;
}
/**
 * Something should be bought.
 */
export interface TodoOpened {
  readonly type: 'todo_opened';
  /**
   * The to-do.
   */
  readonly todo: PurchaseTodo;
}
/**
 * It was ordered.
 */
export interface TodoOrdered {
  readonly type: 'todo_ordered';
  /**
   * The to-do.
   */
  readonly todo: string;
  /**
   * How many units were ordered.
   */
  readonly quantity: Quantity;
  /**
   * The purchase order's number.
   */
  readonly reference?: string;
  /**
   * The expected receipt that stands for it among the incoming units.
   */
  readonly receipt?: string;
}
/**
 * Goods have come.
 */
export interface TodoReceived {
  readonly type: 'todo_received';
  /**
   * The to-do.
   */
  readonly todo: string;
  /**
   * How many units have come this time.
   */
  readonly quantity: Quantity;
}
/**
 * Not before an instant.
 */
export interface TodoSnoozed {
  readonly type: 'todo_snoozed';
  /**
   * The to-do.
   */
  readonly todo: string;
  /**
   * From when on it is open again.
   */
  readonly until: Instant;
}
/**
 * More of it should be bought.
 */
export interface TodoToppedUp {
  readonly type: 'todo_topped_up';
  /**
   * The to-do.
   */
  readonly todo: string;
  /**
   * How many units it says now.
   */
  readonly quantity: Quantity;
  /**
   * What they cost with freight and duty, when the supplier's prices are known.
   */
  readonly landedCost?: Money;
  /**
   * Why.
   */
  readonly reason: PurchaseReason;
}
/**
 * A to-do of a SKU.
 */
export interface TodoView {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Where it stands at the instant asked for.
   */
  readonly status: TodoStatus;
  /**
   * The to-do.
   */
  readonly todo: PurchaseTodo;
}
/**
 * What should be bought.
 */
export interface TodosAnswer {
  readonly type: 'todos';
  /**
   * By SKU, oldest first.
   */
  readonly todos: readonly TodoView[];
}
/**
 * The shipment has too many parcels.
 */
export interface TooManyParcels {
  readonly type: 'too_many_parcels';
  /**
   * How many it has.
   */
  readonly parcels: number;
  /**
   * How many it may have.
   */
  readonly limit: number;
}
/**
 * A row of a merchant's own: it goes before the tables, for carriers that are in none and codes that are new.
 */
export interface TrackingCodeRow {
  /**
   * Whose code.
   */
  readonly source: string;
  /**
   * The code.
   */
  readonly code: string;
  /**
   * What it means.
   */
  readonly meaning: TrackingMeaning;
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
   * The carrier's own words.
   */
  readonly note?: string;
  /**
   * What the status says in detail.
   */
  readonly detail?: TrackingDetail;
  /**
   * The carrier's own code. Where the status is unknown, this code is in no table yet.
   */
  readonly code?: string;
  /**
   * Whose code it is, and who said so.
   */
  readonly source?: string;
  /**
   * Under which number it goes on, where it was forwarded.
   */
  readonly forwardedTo?: string;
  /**
   * Whether the carrier takes back a delivery that it reported by mistake. It counts within 48 hours of that.
   */
  readonly correction?: boolean;
}
/**
 * A code that is in no table, and how often it came.
 */
export interface TrackingGap {
  /**
   * Whose code.
   */
  readonly source?: string;
  /**
   * The code.
   */
  readonly code: string;
  /**
   * How many scans bear it.
   */
  readonly scans: number;
}
/**
 * Codes that are in no table.
 */
export interface TrackingGapsAnswer {
  readonly type: 'tracking_gaps';
  /**
   * Each with the number of scans that bear it, by source and code.
   */
  readonly gaps: readonly TrackingGap[];
}
/**
 * What a code means.
 */
export interface TrackingMeaning {
  /**
   * The status.
   */
  readonly status: TrackingStatus;
  /**
   * What it says in detail.
   */
  readonly detail?: TrackingDetail;
}
/**
 * What the message says.
 */
export interface TrackingMessage {
  readonly type: 'parse_tracking_message';
  /**
   * Its parcels, in the order of the message; a parcel that stands there more than once stands here once.
   */
  readonly parcels: readonly TrackingMessageParcel[];
  /**
   * Codes that are in no table, counted.
   */
  readonly gaps: readonly TrackingGap[];
  /**
   * Scans and parcels that cannot be read, each with its place in the message; the others are above.
   */
  readonly problems: readonly Problem[];
}
/**
 * What a message says of one parcel.
 */
export interface TrackingMessageParcel {
  /**
   * Its number; absent where the format leaves it to the question.
   */
  readonly number?: string;
  /**
   * Its carrier, as the sender of the message calls it.
   */
  readonly carrier?: string;
  /**
   * Its scans: a set, sorted.
   */
  readonly events: readonly TrackingEvent[];
}
/**
 * A format that a number fits.
 */
export interface TrackingNumberCandidate {
  /**
   * The courier, such as `ups`.
   */
  readonly courier: string;
  /**
   * The format, such as `ups`.
   */
  readonly format: string;
  /**
   * Whether the format has a check digit. Where it has none, many a number fits by chance.
   */
  readonly checked: boolean;
  /**
   * Who published the rule.
   */
  readonly source: string;
}
/**
 * The formats that it fits.
 */
export interface TrackingNumberReading {
  readonly type: 'recognise_tracking_number';
  /**
   * The number without white space, in capitals; empty where it is longer than 64 characters or no number at all.
   */
  readonly number: string;
  /**
   * The formats that it fits, the surest first.
   */
  readonly candidates: readonly TrackingNumberCandidate[];
  /**
   * The formats whose shape it has, but not their check digit or country: probably misread or mistyped.
   */
  readonly near: readonly TrackingNumberCandidate[];
}
/**
 * A source whose codes are known.
 */
export interface TrackingSourceTable {
  /**
   * The source.
   */
  readonly source: string;
  /**
   * Where the table comes from.
   */
  readonly origin: string;
  /**
   * The table's version.
   */
  readonly version: number;
  /**
   * How many codes it has.
   */
  readonly codes: number;
}
/**
 * Whose codes are known.
 */
export interface TrackingSources {
  readonly type: 'tracking_sources';
  /**
   * By name.
   */
  readonly sources: readonly TrackingSourceTable[];
  /**
   * The formats of tracking numbers that are recognised, each with who published it, by courier and format.
   */
  readonly numberFormats: readonly TrackingNumberCandidate[];
}
/**
 * Where a parcel stands after all its events.
 */
export interface TrackingState {
  /**
   * The stage.
   */
  readonly status: TrackingStatus;
  /**
   * Since when.
   */
  readonly since?: Instant;
  /**
   * What the stage says in detail, by its latest scan that says more.
   */
  readonly detail?: TrackingDetail;
  /**
   * The latest scan of all, whatever it says.
   */
  readonly lastScanAt?: Instant;
  /**
   * The first pick-up scan.
   */
  readonly pickedUpAt?: Instant;
  /**
   * The first delivery.
   */
  readonly deliveredAt?: Instant;
  /**
   * How often delivery failed.
   */
  readonly failedAttempts: number;
  /**
   * Whether the last word was that something is wrong.
   */
  readonly exception: boolean;
  /**
   * What is wrong, where the carrier says so.
   */
  readonly trouble?: TrackingDetail;
  /**
   * Under which number it goes on, where it was forwarded.
   */
  readonly forwardedTo?: string;
  /**
   * What contradicts the rest, in the order of time.
   */
  readonly anomalies: readonly TrackingAnomaly[];
}
/**
 * Stock that moves from one node to another.
 */
export interface Transfer {
  /**
   * The transfer.
   */
  readonly id: string;
  /**
   * The node that gives.
   */
  readonly from: string;
  /**
   * The node that gets.
   */
  readonly to: string;
  /**
   * When it was asked for.
   */
  readonly createdAt: Instant;
  /**
   * When what is in transit should arrive.
   */
  readonly expectedAt?: Instant;
  /**
   * Why, for people.
   */
  readonly note?: string;
  /**
   * The lines, one per SKU, in the order asked for.
   */
  readonly lines: readonly TransferLine[];
  /**
   * Who approved it and when.
   */
  readonly approval?: TransferApproval;
  /**
   * When it was closed.
   */
  readonly closedAt?: Instant;
  /**
   * Everything that arrived short or over.
   */
  readonly discrepancies?: readonly TransferDiscrepancy[];
}
/**
 * The transfer.
 */
export interface TransferAnswer {
  readonly type: 'transfer';
  /**
   * The transfer with what is derived from it; absent when there is none.
   */
  readonly transfer?: TransferView;
}
/**
 * Who approved and when.
 */
export interface TransferApproval {
  /**
   * Who.
   */
  readonly by: string;
  /**
   * When.
   */
  readonly at: Instant;
}
/**
 * It may go ahead.
 */
export interface TransferApproved {
  readonly type: 'approved';
  /**
   * Who says so.
   */
  readonly by: string;
}
/**
 * Nothing more is expected.
 */
export interface TransferClosed {
  readonly type: 'closed';
  /**
   * Units that left and did not arrive.
   */
  readonly lost?: readonly TransferUnits[];
  /**
   * Why they did not.
   */
  readonly reason?: string;
}
/**
 * It was asked for.
 */
export interface TransferCreated {
  readonly type: 'created';
  /**
   * The transfer.
   */
  readonly transfer: Transfer;
}
/**
 * What arrived differs from what was sent.
 */
export interface TransferDiscrepancy {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Which way.
   */
  readonly kind: DiscrepancyKind;
  /**
   * By how many units.
   */
  readonly quantity: Quantity;
  /**
   * Why, as far as anybody knows.
   */
  readonly reason: string;
  /**
   * When it was noticed.
   */
  readonly at: Instant;
}
/**
 * A transfer of stock between nodes.
 */
export interface TransferDocument {
  readonly type: 'transfer';
  /**
   * The transfer.
   */
  readonly id: string;
  /**
   * The node that gives.
   */
  readonly from: string;
  /**
   * The node that gets.
   */
  readonly to: string;
  /**
   * When it was asked for.
   */
  readonly createdAt: Instant;
  /**
   * When what is in transit should arrive.
   */
  readonly expectedAt?: Instant;
  /**
   * Why, for people.
   */
  readonly note?: string;
  /**
   * The lines, one per SKU, in the order asked for.
   */
  readonly lines: readonly TransferLine[];
  /**
   * Who approved it and when.
   */
  readonly approval?: TransferApproval;
  /**
   * When it was closed.
   */
  readonly closedAt?: Instant;
  /**
   * Everything that arrived short or over.
   */
  readonly discrepancies?: readonly TransferDiscrepancy[];
}
/**
 * What is asked for when a transfer is created.
 */
export interface TransferDraft {
  /**
   * The node that gives.
   */
  readonly from: string;
  /**
   * The node that gets.
   */
  readonly to: string;
  /**
   * What is to move; each SKU once.
   */
  readonly lines: readonly TransferUnits[];
  /**
   * When it should arrive.
   */
  readonly expectedAt?: Instant;
  /**
   * Why, for people.
   */
  readonly note?: string;
}
/**
 * A line of a transfer: where each unit of a SKU is.
 *
 * Each unit has one owner at every moment:
 * `requested = open + cancelled + allocated + in transit + received + lost`. `over` stands apart: nobody sent them.
 */
export interface TransferLine {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Units asked for, cancelled ones included.
   */
  readonly requested: Quantity;
  /**
   * Units that will not move any more.
   */
  readonly cancelled: Quantity;
  /**
   * Units set aside at the source and not shipped.
   */
  readonly allocated: Quantity;
  /**
   * Units that left the source and have not arrived; they count as the destination's incoming ones.
   */
  readonly inTransit: Quantity;
  /**
   * Units that arrived, at most as many as were shipped.
   */
  readonly received: Quantity;
  /**
   * Units that left and had not arrived when the transfer was closed.
   */
  readonly lost: Quantity;
  /**
   * Units that arrived beyond those shipped.
   */
  readonly over: Quantity;
}
/**
 * Something happened to a transfer.
 */
export interface TransferRecord {
  readonly type: 'transfer';
  /**
   * The transfer.
   */
  readonly transfer: string;
  /**
   * What.
   */
  readonly event: TransferEvent;
}
/**
 * Another node.
 */
export interface TransferSource {
  readonly type: 'transfer';
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How many seconds the way takes.
   */
  readonly transitSeconds: number;
  /**
   * What there is at that node; it keeps its own promises.
   */
  readonly figures: PromiseFigures;
}
/**
 * Units of a SKU on a transfer.
 */
export interface TransferUnits {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * Units were set aside at the source.
 */
export interface TransferUnitsAllocated {
  readonly type: 'units_allocated';
  /**
   * The units.
   */
  readonly units: readonly TransferUnits[];
}
/**
 * Units will not move any more.
 */
export interface TransferUnitsCancelled {
  readonly type: 'units_cancelled';
  /**
   * Units that nobody had taken care of.
   */
  readonly open: readonly TransferUnits[];
  /**
   * Units that had been set aside at the source and are given back.
   */
  readonly allocated: readonly TransferUnits[];
  /**
   * Why.
   */
  readonly reason?: string;
}
/**
 * Units arrived.
 */
export interface TransferUnitsReceived {
  readonly type: 'units_received';
  /**
   * The units that were on their way.
   */
  readonly units: readonly TransferUnits[];
  /**
   * The units beyond those.
   */
  readonly over?: readonly TransferUnits[];
  /**
   * Why more arrived than were sent.
   */
  readonly reason?: string;
}
/**
 * Units left the source.
 */
export interface TransferUnitsShipped {
  readonly type: 'units_shipped';
  /**
   * The units.
   */
  readonly units: readonly TransferUnits[];
  /**
   * When they should arrive; as known before when absent.
   */
  readonly expectedAt?: Instant;
}
/**
 * A transfer with what is derived from it.
 */
export interface TransferView {
  /**
   * How many events have made it.
   */
  readonly version: Version;
  /**
   * Its status.
   */
  readonly status: TransferStatus;
  /**
   * The transfer.
   */
  readonly transfer: Transfer;
}
/**
 * Free ring-fenced units that are not sold.
 */
export interface UnallocateQuota {
  readonly type: 'unallocate_quota';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * Whose units, where and how many.
   */
  readonly part: QuotaPart;
}
/**
 * Unfilled units: each costs a backorder, or the margin that is lost. Large for what must be filled.
 *
 * With this term the lowest cost decides alone: a unit whose shipping costs more stays. Name goals to fill first.
 */
export interface UnfilledTerm {
  /**
   * What a unit costs.
   */
  readonly each: Money;
  /**
   * What a unit of single lines costs instead.
   */
  readonly lines?: readonly LineCost[];
  /**
   * How much it weighs, in thousandths.
   */
  readonly weightPerMille?: number;
}
/**
 * What one more unit of a SKU at a node would save.
 */
export interface UnitSaving {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * By how much the best plan would cost less.
   */
  readonly saving: Money;
  /**
   * How many units more would ship.
   */
  readonly moreUnits: number;
}
/**
 * Held units that their owner gives up.
 */
export interface UnitsGivenUp {
  /**
   * The line they were for; any when absent.
   */
  readonly line?: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The node that holds them; when absent, any: those that were chosen last are given up first.
   */
  readonly node?: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
}
/**
 * Units that go into no box.
 */
export interface UnpackedItem {
  /**
   * The item.
   */
  readonly item: string;
  /**
   * How many.
   */
  readonly quantity: Quantity;
  /**
   * Why.
   */
  readonly reason: UnpackedReason;
}
/**
 * The table names no zone for the destination's country or postal code.
 */
export interface UnservedAddress {
  readonly type: 'address_not_served';
  /**
   * Its country.
   */
  readonly country: string;
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
 * Say what became of a to-do.
 */
export interface UpdateTodo {
  readonly type: 'update_todo';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The to-do.
   */
  readonly todo: string;
  /**
   * What became of it.
   */
  readonly change: TodoChange;
}
/**
 * What is usual.
 */
export interface UsualBasis {
  readonly type: 'usual';
  /**
   * The limit in minutes.
   */
  readonly minutes: number;
}
/**
 * What the stock is worth.
 */
export interface ValuationAnswer {
  readonly type: 'valuation';
  /**
   * All books together, one row per currency.
   */
  readonly totals: readonly ValuationTotal[];
  /**
   * The books with their layers and variances, by SKU and node.
   */
  readonly books: readonly CostBook[];
}
/**
 * What all books of a currency come to.
 */
export interface ValuationTotal {
  /**
   * Value on hand.
   */
  readonly value: Money;
  /**
   * What left for other nodes and has not arrived.
   */
  readonly inTransit: Money;
  /**
   * Cost of goods sold since the books began.
   */
  readonly issued: Money;
  /**
   * All variances together.
   */
  readonly variance: Money;
}
/**
 * An amount by value: the first tier that reaches the value says how much, kept between the bounds.
 *
 * `clamp(fixed + percent · (value − free) + ceil((value − free) / each) · price, minimum, maximum)`
 */
export interface ValueCharge {
  /**
   * So much value is free of charge; the bounds do not hold for it.
   */
  readonly free?: Money;
  /**
   * The tiers from low to high.
   */
  readonly tiers: readonly ValueTier[];
  /**
   * At least so much.
   */
  readonly minimum?: Money;
  /**
   * At most so much.
   */
  readonly maximum?: Money;
}
/**
 * A price for each started piece of value.
 */
export interface ValueStep {
  /**
   * The piece.
   */
  readonly each: Money;
  /**
   * Its price.
   */
  readonly price: Money;
}
/**
 * What values up to a bound cost.
 */
export interface ValueTier {
  /**
   * The highest value of the tier, itself included; only the last tier may leave it out. Above the last tier the
   * service refuses.
   */
  readonly upTo?: Money;
  /**
   * A fixed part.
   */
  readonly fixed?: Money;
  /**
   * A part of the value beyond what is free.
   */
  readonly percent?: Decimal;
  /**
   * A part for each started piece of the value beyond what is free, such as each 100 dollars.
   */
  readonly perValue?: ValueStep;
}
/**
 * The declared value is too high.
 */
export interface ValueTooHigh {
  readonly type: 'value_too_high';
  /**
   * The value.
   */
  readonly value: Money;
  /**
   * The limit.
   */
  readonly limit: Money;
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
 * How the size of a parcel counts as weight.
 *
 * Commonly 5000 or 6000 cm³ a kilogram for express and 8000 or 12000 for economy services in China; 139 in³ a pound
 * for UPS and FedEx, 166 with the USPS, there above a cubic foot (1728 in³).
 */
export interface Volumetric {
  /**
   * Cubic centimetres that count as a kilogram, or cubic inches that count as a pound.
   */
  readonly divisor: number;
  /**
   * How edges are brought to whole centimetres or inches before they are multiplied.
   */
  readonly edges?: EdgeRounding;
  /**
   * Size counts only above so many cubic centimetres or inches.
   */
  readonly aboveVolume?: number;
  /**
   * Size counts only where the longest edge is above so many millimetres.
   */
  readonly aboveLongest?: number;
  /**
   * What becomes of the two weights.
   */
  readonly mix?: VolumetricMix;
}
/**
 * A SKU that an order before lacks.
 */
export interface WaitingBehind {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The order before it.
   */
  readonly order: string;
}
/**
 * What became of an order that waited.
 */
export interface WaitingOrder {
  /**
   * The order.
   */
  readonly order: string;
  /**
   * Units set aside for it now.
   */
  readonly allocated: number;
  /**
   * Units that still wait.
   */
  readonly open: number;
  /**
   * SKUs that it did not try to get, because an order before it lacks them, and which order that is.
   */
  readonly behind?: readonly WaitingBehind[];
  /**
   * Why nothing was set aside, where something was tried.
   */
  readonly refused?: ErrorReport;
}
/**
 * How orders that wait for stock are served.
 */
export interface WaitingQueue {
  /**
   * What decides who stands before whom, most important first; then the instant of placing and the order id. The due
   * date is what was promised, the quantity all open units, the margin what the open units sell for without tax less
   * what their SKUs' records say they cost; an order of which a cost is not known stands last by margin.
   */
  readonly keys?: readonly QueueKey[];
  /**
   * How each order is planned.
   */
  readonly strategy: AllocationStrategyKind;
}
/**
 * What became of the orders that waited.
 */
export interface WaitingReport {
  /**
   * Every order that waited, by its place in the queue.
   */
  readonly orders: readonly WaitingOrder[];
}
/**
 * Units that somebody wants held: at a node, at the nodes of a group, or, where neither is named, at any node.
 */
export interface WantedUnits {
  /**
   * The line of the cart or order that they are for.
   */
  readonly line?: string;
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * The one node that may hold them.
   */
  readonly node?: string;
  /**
   * The group whose nodes may hold them.
   */
  readonly group?: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * What is chosen of a configurable kit, for each of them.
   */
  readonly chosen?: readonly ChosenOption[];
}
/**
 * Which way a parcel goes: the narrower, the more it says of how long that takes.
 */
export interface WatchLane {
  /**
   * With which carrier.
   */
  readonly carrier?: string;
  /**
   * To which region.
   */
  readonly region?: string;
  /**
   * On which lane, such as node and region or service.
   */
  readonly lane?: string;
}
/**
 * Which parcels are late or stuck.
 */
export interface WatchParcels {
  readonly type: 'watch_parcels';
  /**
   * When.
   */
  readonly at: Instant;
  /**
   * By what.
   */
  readonly terms?: WatchTerms;
  /**
   * Which.
   */
  readonly parcels: readonly WatchedParcel[];
  /**
   * The alerts of the last time.
   */
  readonly standing?: readonly ParcelAlert[];
}
/**
 * Which parcels are late or stuck.
 */
export interface WatchParcelsAnswer {
  readonly type: 'watch_parcels';
  /**
   * What the watch found.
   */
  readonly watch: ParcelWatch;
}
/**
 * Something happened to the to-dos and alerts of a SKU.
 */
export interface WatchRecord {
  readonly type: 'watch';
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * What.
   */
  readonly event: WatchEvent;
}
/**
 * By what parcels are watched. All of it may be left out.
 */
export interface WatchTerms {
  /**
   * Limits that people set; they go before learned ones.
   */
  readonly rules?: readonly TimerRule[];
  /**
   * Limits that were learned; they go before the usual ones.
   */
  readonly learned?: LearnedLimits;
  /**
   * At which part of its limit a timer warns, in hundredths: 80 when absent.
   */
  readonly warnPercent?: number;
  /**
   * So many minutes after the breach it rises by a level, each.
   */
  readonly escalateAfter?: readonly number[];
  /**
   * Spans in which no timer of a limit runs: nights, weekends, holidays. Guaranteed instants stay what they are.
   */
  readonly pauses?: readonly Window[];
}
/**
 * A parcel to watch.
 */
export interface WatchedParcel {
  /**
   * Its shipment.
   */
  readonly shipment: string;
  /**
   * The parcel.
   */
  readonly parcel: string;
  /**
   * On which way it goes.
   */
  readonly lane?: WatchLane;
  /**
   * When its order was paid.
   */
  readonly paidAt?: Instant;
  /**
   * By when it must leave, as the channel has it.
   */
  readonly shipBy?: Instant;
  /**
   * When it left.
   */
  readonly shippedAt?: Instant;
  /**
   * By when the carrier must have scanned it, as the channel has it.
   */
  readonly pickupScanBy?: Instant;
  /**
   * By when it must be delivered, as promised or guaranteed.
   */
  readonly deliverBy?: Instant;
  /**
   * Its scans, in any order.
   */
  readonly events?: readonly TrackingEvent[];
}
/**
 * Orders that are picked together.
 */
export interface Wave {
  /**
   * Its number.
   */
  readonly number: number;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * How it is picked: by its most involved order.
   */
  readonly kind: WaveKind;
  /**
   * The carrier of all its orders, where they have one in common.
   */
  readonly carrier?: string;
  /**
   * The zone of all its units, where they have one in common.
   */
  readonly zone?: string;
  /**
   * The SKU that it is all about, where that has waves of its own.
   */
  readonly sku?: string;
  /**
   * The first cut-off of its orders.
   */
  readonly cutOff?: Instant;
  /**
   * When picking must begin at the latest: the cut-off less the lead.
   */
  readonly closesAt?: Instant;
  /**
   * Whether that was before now.
   */
  readonly late: boolean;
  /**
   * The order that it was begun with: the most urgent one.
   */
  readonly seed: string;
  /**
   * Why it has no more orders.
   */
  readonly closedBy: WaveClosed;
  /**
   * What its units weigh together, in grams.
   */
  readonly grams: number;
  /**
   * How many bays the picker passes on an S-shaped way.
   */
  readonly walk: number;
  /**
   * How many it would be if each order were picked alone.
   */
  readonly walkAlone: number;
  /**
   * What is fetched from where, and which order has which slot.
   */
  readonly pickList: PickList;
}
/**
 * An order that is in no wave.
 */
export interface WaveLeft {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The order.
   */
  readonly order: string;
  /**
   * Why.
   */
  readonly reason: WaveLeftReason;
}
/**
 * Units to be picked.
 */
export interface WaveLine {
  /**
   * The SKU.
   */
  readonly sku: string;
  /**
   * What it is called.
   */
  readonly name?: string;
  /**
   * How many units.
   */
  readonly quantity: Quantity;
  /**
   * Where they lie.
   */
  readonly location?: string;
  /**
   * The zone of the warehouse that is.
   */
  readonly zone?: string;
  /**
   * The lot to take.
   */
  readonly lot?: string;
}
/**
 * An order that was released to a node.
 */
export interface WaveOrder {
  /**
   * The order, or what of it ships from the node.
   */
  readonly order: string;
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The carrier, when chosen.
   */
  readonly carrier?: string;
  /**
   * When its carrier's last pick-up that keeps the promise closes.
   */
  readonly cutOff?: Instant;
  /**
   * The higher, the sooner.
   */
  readonly priority?: number;
  /**
   * What it weighs.
   */
  readonly weight?: Weight;
  /**
   * What is picked.
   */
  readonly lines: readonly WaveLine[];
}
/**
 * All waves, and the orders that are in none.
 */
export interface WavePlan {
  /**
   * The waves: by node, then the most urgent first.
   */
  readonly waves: readonly Wave[];
  /**
   * Orders in no wave, by node and id.
   */
  readonly left: readonly WaveLeft[];
  /**
   * How many pairs of orders changed places to shorten ways.
   */
  readonly swaps: number;
}
/**
 * What waves are built from, and how large they may be.
 */
export interface WaveRequest {
  /**
   * Now: orders whose wave should have closed by now are marked late.
   */
  readonly at: Instant;
  /**
   * How many minutes before its cut-off a wave closes: the time to pick, pack and hand over.
   */
  readonly leadMinutes?: number;
  /**
   * What orders of a wave have in common. Left out: cut-off, carrier and kind.
   */
  readonly together?: readonly WaveAxis[];
  /**
   * The most orders in a wave: slots of a cart or sorting wall.
   */
  readonly maxOrders: number;
  /**
   * The most units in a wave; no limit when absent.
   */
  readonly maxUnits?: number;
  /**
   * The most that the units of a wave weigh; no limit when absent.
   */
  readonly maxWeight?: Weight;
  /**
   * From how many orders on a single SKU has waves of its own (爆款单); never when absent.
   */
  readonly ownWaveFrom?: number;
  /**
   * The number of the first wave.
   */
  readonly firstWave?: number;
  /**
   * The orders; their order does not matter.
   */
  readonly orders: readonly WaveOrder[];
}
/**
 * What is stuck on a parcel.
 */
export interface Waybill {
  readonly type: 'waybill';
  /**
   * The parcel.
   */
  readonly parcel: string;
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * The carrier's name as it is printed; its id when empty.
   */
  readonly carrierName?: string;
  /**
   * The carrier's service.
   */
  readonly service?: string;
  /**
   * The number, as text and as Code 128.
   */
  readonly number: string;
  /**
   * Which of several parcels it is; absent for a single one.
   */
  readonly piece?: WaybillPiece;
  /**
   * The sort code in large letters: 大头笔 or the three-segment code.
   */
  readonly sortCode?: string;
  /**
   * The code of the hub where bags are made up (集包地).
   */
  readonly hubCode?: string;
  /**
   * The name of the hub.
   */
  readonly hubName?: string;
  /**
   * The label of the destination route.
   */
  readonly route?: string;
  /**
   * Who sends it.
   */
  readonly sender: Address;
  /**
   * Who receives it.
   */
  readonly receiver: Address;
  /**
   * The number that rings at the receiver's without being theirs; printed instead of their telephone.
   */
  readonly privacyNumber?: string;
  /**
   * What it weighs.
   */
  readonly weight?: Weight;
  /**
   * Who pays the carrier.
   */
  readonly payer?: FreightPayer;
  /**
   * What is collected at the door.
   */
  readonly cashOnDelivery?: Money;
  /**
   * The value that is insured.
   */
  readonly insured?: Money;
  /**
   * What is in it, in a line.
   */
  readonly goods?: string;
  /**
   * What the courier is to know.
   */
  readonly remark?: string;
  /**
   * Lines of the merchant's own area.
   */
  readonly custom?: readonly string[];
  /**
   * What the QR code in the corner says; none when empty.
   */
  readonly qr?: string;
}
/**
 * Which of the parcels of one shipment it is.
 */
export interface WaybillPiece {
  /**
   * Counted from 1.
   */
  readonly number: number;
  /**
   * How many there are.
   */
  readonly of: number;
  /**
   * The number of the first parcel, under which the carrier knows all of them.
   */
  readonly master?: string;
}
/**
 * The account has no waybill number left.
 */
export interface WaybillsUsedUp {
  readonly type: 'waybills_used_up';
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
 * A weight that is off by more than it may.
 */
export interface WeightGap {
  /**
   * How many grams more than expected; fewer where negative.
   */
  readonly grams: number;
  /**
   * How many it may be off.
   */
  readonly allowed: number;
}
/**
 * How a carrier gets from scale and size to the weight that it charges.
 *
 * `chargeable = round_up(mix(actual, volumetric), step)`.
 */
export interface WeightRule {
  /**
   * The carrier's units.
   */
  readonly unit?: MeasureUnit;
  /**
   * How size counts; only the scale does when absent.
   */
  readonly volumetric?: Volumetric;
  /**
   * What weights are rounded up to, from light to heavy; not rounded when empty.
   */
  readonly steps?: readonly WeightStep[];
}
/**
 * What weights up to a bound are rounded up to.
 */
export interface WeightStep {
  /**
   * The heaviest that it holds for, in grams or ounces, itself included; only the last step must leave it out.
   */
  readonly upTo?: number;
  /**
   * The step in grams or ounces.
   */
  readonly step: number;
  /**
   * So many grams or ounces above a whole step are not charged; the first step always is.
   */
  readonly free?: number;
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
 * How many thousandths of what is expected are not promised, by kind of receipt: 0 promises everything, 1000 nothing.
 */
export interface WithheldSupply {
  /**
   * Of purchases.
   */
  readonly purchasePerMille?: number;
  /**
   * Of transfers.
   */
  readonly transferPerMille?: number;
  /**
   * Of production orders.
   */
  readonly productionPerMille?: number;
  /**
   * Of plans.
   */
  readonly plannedPerMille?: number;
}
/**
 * What one source order of a channel was told of a parcel's number.
 */
export interface WriteBack {
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * The channel's id of the order.
   */
  readonly channelOrder: string;
  /**
   * The number that it was told last.
   */
  readonly number: string;
  /**
   * How that stands.
   */
  readonly status: WriteBackStatus;
  /**
   * Since when.
   */
  readonly at: Instant;
  /**
   * How often this number was sent.
   */
  readonly attempts: number;
  /**
   * How often this number failed.
   */
  readonly failures: number;
  /**
   * The number that it confirmed last.
   */
  readonly confirmed?: string;
  /**
   * What the channel said when it failed.
   */
  readonly reason?: string;
}
/**
 * A message that a channel is to be sent now.
 */
export interface WriteBackDue {
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * The channel's id of the order.
   */
  readonly channelOrder: string;
  /**
   * The shipment.
   */
  readonly shipment: string;
  /**
   * The parcel. Channel order, shipment and parcel are the message's identity.
   */
  readonly parcel: string;
  /**
   * The number.
   */
  readonly number: string;
  /**
   * The carrier.
   */
  readonly carrier: string;
  /**
   * What the channel calls the carrier, where a policy says so.
   */
  readonly carrierCode?: string;
  /**
   * When the parcel left.
   */
  readonly shippedAt: Instant;
  /**
   * The source order's lines in it.
   */
  readonly lines: readonly LineQuantity[];
  /**
   * The number that the channel has confirmed and that this one replaces.
   */
  readonly replaces?: string;
  /**
   * Which attempt this is, from 1 on.
   */
  readonly attempt: number;
  /**
   * Whether no carrier has scanned the parcel yet: telling it now is a risk with channels that check.
   */
  readonly early: boolean;
}
/**
 * A parcel that left.
 */
export interface WriteBackParcel {
  /**
   * Its shipment.
   */
  readonly shipment: string;
  /**
   * The parcel.
   */
  readonly parcel: string;
  /**
   * With which carrier.
   */
  readonly carrier: string;
  /**
   * Its number; without one it waits.
   */
  readonly number?: string;
  /**
   * When it left.
   */
  readonly shippedAt: Instant;
  /**
   * The carrier's first scan.
   */
  readonly pickedUpAt?: Instant;
  /**
   * What is in it.
   */
  readonly lines?: readonly LineQuantity[];
  /**
   * What the channels were told of it so far.
   */
  readonly told?: readonly WriteBack[];
}
/**
 * What to send, and what not.
 */
export interface WriteBackPlan {
  /**
   * What to send now, by source order and parcel.
   */
  readonly due: readonly WriteBackDue[];
  /**
   * Everything else, with the reason.
   */
  readonly waiting: readonly WriteBackWaiting[];
}
/**
 * How a channel wants to be told.
 */
export interface WriteBackPolicy {
  /**
   * Which channel.
   */
  readonly channel: string;
  /**
   * Which parcels.
   */
  readonly parcels?: WriteBackParcels;
  /**
   * When.
   */
  readonly moment?: WriteBackMoment;
  /**
   * What the channel calls carriers.
   */
  readonly carriers?: readonly ChannelCarrier[];
  /**
   * So many minutes after each failure it is tried again; after the last it is for people. Never, when empty.
   */
  readonly retryAfter?: readonly number[];
  /**
   * So many minutes after sending without an answer it is sent again: at least once. An hour when absent.
   */
  readonly resendAfter?: number;
}
/**
 * The order as a channel knows it. A merged order has several.
 */
export interface WriteBackSource {
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * The channel's id of the order.
   */
  readonly channelOrder: string;
  /**
   * Its lines; a parcel concerns it when one of them is in it. Every parcel does when empty.
   */
  readonly lines?: readonly LineQuantity[];
}
/**
 * A message that is not sent now.
 */
export interface WriteBackWaiting {
  /**
   * The channel.
   */
  readonly channel: string;
  /**
   * The channel's id of the order.
   */
  readonly channelOrder: string;
  /**
   * The shipment.
   */
  readonly shipment: string;
  /**
   * The parcel.
   */
  readonly parcel: string;
  /**
   * Why.
   */
  readonly reason: WriteBackWait;
  /**
   * Until when, where time alone ends it.
   */
  readonly until?: Instant;
}
/**
 * Which numbers which channels are to be told.
 */
export interface WriteBacksAnswer {
  readonly type: 'write_backs';
  /**
   * What to send now, and what waits for what. What channels have confirmed is left out.
   */
  readonly plan: WriteBackPlan;
}
/**
 * Cards as a table of rates.
 */
export interface WriteRateSheet {
  readonly type: 'write_rate_sheet';
  /**
   * The cards.
   */
  readonly cards: readonly RateCard[];
}
/**
 * The table.
 */
export interface WriteRateSheetAnswer {
  readonly type: 'write_rate_sheet';
  /**
   * The table as comma-separated values.
   */
  readonly csv: string;
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
