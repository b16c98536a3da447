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
    "AbcClass",
    "AcceptedCommand",
    "AcknowledgePublication",
    "Action",
    "AddLandedCost",
    "Address",
    "AdjustStock",
    "AdoptReservation",
    "AgeBonus",
    "AlertCleared",
    "AlertLevel",
    "AlertMarks",
    "AlertRaised",
    "AlertView",
    "AlertsAnswer",
    "AllocateOrder",
    "AllocateQuota",
    "AllocateTransfer",
    "AllocationAssignment",
    "AllocationCandidate",
    "AllocationConstraint",
    "AllocationCost",
    "AllocationExplained",
    "AllocationLine",
    "AllocationObjective",
    "AllocationOutcome",
    "AllocationPlan",
    "AllocationProblem",
    "AllocationShortfall",
    "AllocationStrategyKind",
    "AllocationVerdict",
    "Alternative",
    "AmountInOtherCurrency",
    "Answer",
    "AnyLotOwners",
    "ApproveOrder",
    "ApproveTransfer",
    "Area",
    "AreaSet",
    "ArrivalLine",
    "ArrivalNode",
    "ArrivalOrder",
    "ArrivalService",
    "AskAlerts",
    "AskAudit",
    "AskAvailability",
    "AskCapacity",
    "AskCount",
    "AskJournal",
    "AskLotTrace",
    "AskLots",
    "AskOrder",
    "AskOrderBatch",
    "AskPacking",
    "AskParcelAlerts",
    "AskParcelLimits",
    "AskPromise",
    "AskPublication",
    "AskReport",
    "AskSerials",
    "AskShipment",
    "AskSourcing",
    "AskStateHash",
    "AskSupply",
    "AskTodos",
    "AskTrackingGaps",
    "AskTrackingSources",
    "AskTransfer",
    "AskValuation",
    "AskWriteBacks",
    "AssembleKit",
    "AssignContracts",
    "AssignOrder",
    "AssignedContracts",
    "AssignedParcel",
    "AttributeDimension",
    "AuditAnswer",
    "AuditBill",
    "AuditFinding",
    "AuditOutcome",
    "AuditReport",
    "AuditTolerance",
    "AuditedBill",
    "AuditedParcel",
    "Availability",
    "AvailabilityAnswer",
    "BackedByLeadTime",
    "BackedByReceipts",
    "BackedByStock",
    "BacklogEnd",
    "BacklogQuestion",
    "BacklogUtilisation",
    "BackorderBehind",
    "BackorderEntry",
    "BackorderGrant",
    "BackorderInFull",
    "BackorderIncomplete",
    "BackorderLeft",
    "BackorderMode",
    "BackorderNothingLeft",
    "BackorderOutweighed",
    "BackorderPartly",
    "BackorderPlan",
    "BackorderPlanCalculated",
    "BackorderReason",
    "BackorderRequest",
    "BackorderShare",
    "BackorderSupply",
    "BackorderSupplyAt",
    "BackorderUnitsAt",
    "BackorderValue",
    "BacktestAnswer",
    "BacktestCapacity",
    "BacktestDay",
    "BacktestEvent",
    "BacktestOf",
    "BacktestOrder",
    "BacktestReceipt",
    "BacktestReport",
    "BacktestScore",
    "BacktestStream",
    "BalanceCell",
    "BalanceTerm",
    "BarPattern",
    "Barcode",
    "BarcodeRequest",
    "BenchRow",
    "BeyondBands",
    "BillDifference",
    "BillDifferenceReason",
    "BilledLine",
    "BilledParcel",
    "Blackout",
    "BlockedRegion",
    "Bonded",
    "BooleanFieldValue",
    "Border",
    "BorrowLender",
    "BorrowLocked",
    "BorrowMove",
    "BorrowNotLater",
    "BorrowNotRecovered",
    "BorrowPlan",
    "BorrowRefusal",
    "BorrowRefused",
    "BorrowRequest",
    "BoundGap",
    "BoxDearer",
    "BoxKind",
    "BoxNotArranged",
    "BoxOutOfStock",
    "BoxRecorded",
    "BoxTaken",
    "BoxTooFull",
    "BoxTooHeavy",
    "BoxTooSmall",
    "BoxTooSoft",
    "BoxType",
    "BoxWithoutPrice",
    "BrokenPromisesExplained",
    "BuildWavesAnswer",
    "BuildWavesOf",
    "ByExpectedCost",
    "ByPerformance",
    "ByScore",
    "ByShares",
    "ByTable",
    "Calculated",
    "Calculation",
    "Calendar",
    "CalendarException",
    "CancelCount",
    "CancelOrder",
    "CancelReceipt",
    "CancelTodo",
    "CancelTransfer",
    "CandidateChosen",
    "CandidateLimit",
    "CandidateLost",
    "CandidateRejected",
    "CandidateRejection",
    "Capability",
    "Capacity",
    "CapacityAmounts",
    "CapacityAnswer",
    "CapacityConfirmed",
    "CapacityDates",
    "CapacityEvent",
    "CapacityFreed",
    "CapacityHeld",
    "CapacityLimits",
    "CapacityLine",
    "CapacityMeasure",
    "CapacityPrice",
    "CapacityRecord",
    "CapacityRow",
    "CapacityTerm",
    "CapacityUse",
    "CapacityUseDocument",
    "CaptureSerials",
    "CardInOtherCurrency",
    "CardNotValid",
    "CarrierCandidate",
    "CarrierChoice",
    "CarrierChoiceAllocationConstraint",
    "CarrierChosen",
    "CarrierCommitment",
    "CarrierContract",
    "CarrierDays",
    "CarrierExplained",
    "CarrierLost",
    "CarrierNotAllowed",
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
    "CellLimit",
    "ChangeLotOwner",
    "ChangeOrder",
    "ChannelCarrier",
    "ChannelFigure",
    "ChannelOrderLink",
    "ChannelPolicy",
    "ChannelSharing",
    "ChannelStock",
    "ChannelStockAcknowledged",
    "ChannelStockBandCrossed",
    "ChannelStockDocument",
    "ChannelStockEvent",
    "ChannelStockPublished",
    "ChannelStockRecord",
    "Charge",
    "ChargeWhen",
    "ChargedPer",
    "ChargedWeight",
    "CheapestService",
    "CheapestServiceWithinPromise",
    "CheckAllocationAnswer",
    "CheckAllocationOf",
    "CheckPackingAnswer",
    "CheckPackingOf",
    "ChoiceExplanation",
    "ChoiceFlip",
    "ChooseCarrier",
    "ChosenOption",
    "ClassDemand",
    "ClassLimit",
    "ClassProtection",
    "CloseCostPeriod",
    "CloseNode",
    "CloseTransfer",
    "Co2Service",
    "Co2Term",
    "CodRefused",
    "ColdChain",
    "ColdNotKept",
    "ColdRange",
    "CollectOrder",
    "Command",
    "CommandKey",
    "CommandRecord",
    "CommandResult",
    "Commit",
    "CommitCase",
    "Commitment",
    "CompleteOrder",
    "ConstraintKind",
    "ConstraintRef",
    "ContractCase",
    "ContractOption",
    "ContractParcel",
    "ContractStanding",
    "ContractStep",
    "CoolDown",
    "CostAway",
    "CostBasis",
    "CostBook",
    "CostBookDocument",
    "CostCovered",
    "CostDraw",
    "CostEntered",
    "CostEntryKind",
    "CostEvent",
    "CostIssueKind",
    "CostIssued",
    "CostKind",
    "CostLanded",
    "CostLayer",
    "CostLine",
    "CostMethodChanged",
    "CostOpened",
    "CostPeriod",
    "CostPeriodClosed",
    "CostPool",
    "CostRate",
    "CostReceipt",
    "CostReceiptLine",
    "CostRecord",
    "CostShare",
    "CostStandardSet",
    "CostTotals",
    "CostVariance",
    "CostVarianceAccount",
    "CostVariances",
    "CostingMethod",
    "Count",
    "CountAdjustment",
    "CountAnswer",
    "CountBook",
    "CountCancelled",
    "CountDocument",
    "CountDue",
    "CountEnd",
    "CountEvent",
    "CountLimits",
    "CountLine",
    "CountLineState",
    "CountPolicy",
    "CountPosted",
    "CountRecord",
    "CountRecorded",
    "CountResult",
    "CountSchedule",
    "CountScheduleAnswer",
    "CountScheduleCell",
    "CountScheduleOf",
    "CountScheduleRequest",
    "CountSheet",
    "CountSheetLine",
    "CountStarted",
    "CountStatus",
    "CountTally",
    "CountedCell",
    "CountryZone",
    "CountryZones",
    "CoverChange",
    "Coverage",
    "CreateTransfer",
    "CrossBorder",
    "Croston",
    "CubicRates",
    "CubicTier",
    "CustomerBan",
    "CustomerUnits",
    "CustomerUnitsDocument",
    "CustomerUnitsRecorded",
    "CutOff",
    "DailyCapReached",
    "DateFieldValue",
    "DatedUnits",
    "DayCapacity",
    "DaysLot",
    "DaysOfCoverRule",
    "DeallocateOrder",
    "DecimalCell",
    "DecimalFieldValue",
    "DeliveryEstimate",
    "DeliveryEstimateCalculated",
    "DeliveryMethod",
    "DeliveryQuestion",
    "DeliveryQuestionCalculation",
    "DemandBasis",
    "DemandDriven",
    "DemandExclusion",
    "DemandForecast",
    "DemandHistory",
    "DemandPeriod",
    "DemandStatistics",
    "DestinationNotServed",
    "Dimensions",
    "DisassembleKit",
    "Discount",
    "DiscountOn",
    "DiscrepancyKind",
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
    "DrawPackingAnswer",
    "DrawPackingOf",
    "DropShipUnits",
    "DurationMeasure",
    "DurationStatistic",
    "EconomicLotCosts",
    "EconomicOrder",
    "EdgeRounding",
    "EncodeBarcodeAnswer",
    "EncodeBarcodeOf",
    "ErrorKind",
    "ErrorReport",
    "Event",
    "ExcludedPeriod",
    "ExpectStock",
    "ExpectedParcel",
    "ExpectedSupply",
    "ExpiryBonus",
    "ExplainAllocationAnswer",
    "ExplainAllocationOf",
    "ExplainedQuote",
    "Explanation",
    "ExplanationLanguage",
    "ExponentialSmoothing",
    "ExtendReservation",
    "FactorRule",
    "FailedService",
    "FairnessFloor",
    "FastestService",
    "FieldValue",
    "FigureMeasure",
    "FillRateRule",
    "Fingerprint",
    "FixedLot",
    "FixedQuantity",
    "FixedUnitsRule",
    "FlatRate",
    "FoldTracking",
    "FoldedTracking",
    "ForecastAnswer",
    "ForecastCandidate",
    "ForecastMethod",
    "ForecastOf",
    "ForecastRequest",
    "FreightPayer",
    "FuelPeriod",
    "FulfilmentType",
    "FulfilmentWanted",
    "GeoPoint",
    "Goal",
    "GrossProfit",
    "GrossProfitRequest",
    "GrossProfitRequestCalculation",
    "GroupAvailability",
    "GroupRecorded",
    "GuaranteedBasis",
    "HandoverManifest",
    "HazardsRefused",
    "HeldItem",
    "Hold",
    "HoldNode",
    "HoldOrder",
    "HoldReason",
    "HoldSource",
    "HoldStage",
    "HoltTrend",
    "HoltWinters",
    "IgnoredPromise",
    "IgnoredReceipt",
    "IgnoredSupply",
    "InBlackout",
    "InTime",
    "IncomingChanged",
    "IncomingShare",
    "InputChange",
    "InstanceFile",
    "InstanceMode",
    "InstanceNode",
    "InstanceOrder",
    "InstanceService",
    "InstanceSkus",
    "InstanceStock",
    "IntegerCell",
    "IntegerFieldValue",
    "InventoryPosition",
    "ItemEdge",
    "ItemNode",
    "ItemNodeEffect",
    "ItemScope",
    "JointCapacity",
    "JointCost",
    "JointOrder",
    "JointOrderPlan",
    "JointPlan",
    "JointProblem",
    "JournalAnswer",
    "JournalEntry",
    "KeepStock",
    "KeepTogether",
    "Keys",
    "KitAssembled",
    "KitAvailability",
    "KitAvailabilityCalculated",
    "KitAvailabilityRequest",
    "KitCheck",
    "KitCheckRequest",
    "KitChoice",
    "KitComponent",
    "KitDemand",
    "KitDemandPart",
    "KitDisassembled",
    "KitExplosion",
    "KitExplosionRequest",
    "KitKind",
    "KitLimit",
    "KitLineAlone",
    "KitNodeAvailability",
    "KitOption",
    "KitOrderLine",
    "KitPriceBasis",
    "KitPricePart",
    "KitPriceShares",
    "KitRecipe",
    "KitStock",
    "KitWorth",
    "LagGuard",
    "LandedBasis",
    "LandedCharge",
    "LandedChargeKind",
    "LandedCost",
    "LandedCostRequest",
    "LandedLine",
    "LandedLineCost",
    "Lane",
    "LaneEnd",
    "LaneOption",
    "LapsePickup",
    "LateMeasure",
    "LatePer",
    "LatenessTerm",
    "LeadTimeDemand",
    "LearnParcelLimits",
    "LearnParcelLimitsAnswer",
    "LearnedBasis",
    "LearnedLimit",
    "LearnedLimits",
    "LimitBasis",
    "LineAllocation",
    "LineCost",
    "LineDelivery",
    "LineFacts",
    "LineFieldDimension",
    "LineQuantity",
    "LineSourcing",
    "LineUnits",
    "LoadCase",
    "LoadStep",
    "Lot",
    "LotAdjusted",
    "LotAllocation",
    "LotBook",
    "LotBookDocument",
    "LotConsidered",
    "LotDemand",
    "LotDraft",
    "LotEvent",
    "LotExpired",
    "LotExpiresBeforeDelivery",
    "LotLimit",
    "LotName",
    "LotOwner",
    "LotOwnerChanged",
    "LotOwners",
    "LotPick",
    "LotPickOrder",
    "LotPicked",
    "LotPicking",
    "LotQuarantine",
    "LotQuarantined",
    "LotQuarantinedThen",
    "LotRecall",
    "LotRecalled",
    "LotReceived",
    "LotRecord",
    "LotRegraded",
    "LotReleased",
    "LotRule",
    "LotRule2",
    "LotSerials",
    "LotSerialsCaptured",
    "LotSerialsDropped",
    "LotSerialsReturned",
    "LotSerialsShipped",
    "LotShipment",
    "LotStatus",
    "LotTooShort",
    "LotTraceAnswer",
    "LotVerdict",
    "LotView",
    "LotsAllocated",
    "LotsAnswer",
    "LotsAt",
    "LotsDeallocated",
    "LotsExplained",
    "LotsShipped",
    "ManifestParcel",
    "MapTrackingCode",
    "MappedTrackingCode",
    "MarginPercent",
    "MarginUnits",
    "MarkdownCell",
    "MarkdownTerm",
    "MaxDistance",
    "MaxRejects",
    "MaxSplits",
    "MaximumRule",
    "MeasureUnit",
    "MinMaxLevels",
    "MinShipment",
    "MissingPosition",
    "MissingRegion",
    "ModuleGrid",
    "Money",
    "MoneyCell",
    "MoveReservation",
    "MovedUnits",
    "MovementKind",
    "MovementsAnswer",
    "MovementsOf",
    "MovingAverage",
    "NamedCarrier",
    "Network",
    "NetworkDocument",
    "NetworkPromise",
    "NextTier",
    "NoFuelRate",
    "NoLineSplit",
    "NoSplitBelow",
    "NoZone",
    "Node",
    "NodeAvailability",
    "NodeBias",
    "NodeBudget",
    "NodeBuffer",
    "NodeCapacity",
    "NodeClosedUntil",
    "NodeClosure",
    "NodeClosureRecorded",
    "NodeCoolingDown",
    "NodeFacts",
    "NodeFull",
    "NodeGroup",
    "NodeKind",
    "NodeKindAllowed",
    "NodeLeftOut",
    "NodeLoad",
    "NodeMoney",
    "NodeNeverOpen",
    "NodeNotServed",
    "NodeNotVisited",
    "NodeOffline",
    "NodePromise",
    "NodePromisePart",
    "NodePromiseable",
    "NodeRecorded",
    "NodeRejectedAt",
    "NodeRejections",
    "NodeRejects",
    "NodeRoom",
    "NodeScope",
    "NodeStanding",
    "NodeSupply",
    "NodeTraits",
    "NodeUse",
    "NodesExplained",
    "NotFoundEffect",
    "NotNeededLotVerdict",
    "NothingCell",
    "NothingFreeLotVerdict",
    "NumberParcel",
    "ObjectiveWeights",
    "OffsetChange",
    "OnTimeRateMeasure",
    "OpenNode",
    "Opening",
    "OpeningHours",
    "OptionsMissing",
    "Order",
    "OrderAnswer",
    "OrderApproved",
    "OrderBatch",
    "OrderBatchAnswer",
    "OrderBy",
    "OrderByQuestion",
    "OrderChange",
    "OrderChanged",
    "OrderCollected",
    "OrderCompleted",
    "OrderDocument",
    "OrderDraft",
    "OrderDraftLine",
    "OrderDropShipped",
    "OrderEvent",
    "OrderFacts",
    "OrderFieldDimension",
    "OrderFulfilment",
    "OrderHoldOpened",
    "OrderHoldReleased",
    "OrderLeftOut",
    "OrderLimit",
    "OrderLine",
    "OrderLineKit",
    "OrderPayment",
    "OrderPaymentRecorded",
    "OrderPickup",
    "OrderPickupLapsed",
    "OrderPickupReady",
    "OrderPlaced",
    "OrderRecord",
    "OrderRejected",
    "OrderRejection",
    "OrderReservationEnded",
    "OrderReserved",
    "OrderStatus",
    "OrderTodo",
    "OrderUnitsAllocated",
    "OrderUnitsCancelled",
    "OrderUnitsDeallocated",
    "OrderUnitsDelivered",
    "OrderUnitsReleased",
    "OrderUnitsShipped",
    "OrderUpToLevels",
    "OrderView",
    "OtherOwnerLotVerdict",
    "Outcome",
    "OwnLotOwners",
    "PackConflict",
    "PackConflictsRecorded",
    "PackItem",
    "PackOrderAnswer",
    "PackOrderOf",
    "PackPlacement",
    "PackPlan",
    "PackPosition",
    "PackRequest",
    "PackRotation",
    "PackRule",
    "PackRuleBroken",
    "PackShipping",
    "PackTried",
    "PackVerdict",
    "PackViolation",
    "Packaging",
    "PackedItem",
    "PackedParcel",
    "PackingAnswer",
    "PackingSlip",
    "Page",
    "PageSize",
    "PairedDifference",
    "Parcel",
    "ParcelAboveLimit",
    "ParcelAlert",
    "ParcelAlertsAnswer",
    "ParcelCheck",
    "ParcelDraft",
    "ParcelEvents",
    "ParcelFinding",
    "ParcelHistory",
    "ParcelLimitsAnswer",
    "ParcelMeasure",
    "ParcelMeasures",
    "ParcelPricing",
    "ParcelTerms",
    "ParcelTimer",
    "ParcelTracking",
    "ParcelVerdict",
    "ParcelWatch",
    "ParseTrackingMessage",
    "PartyMask",
    "PathCapacity",
    "PaymentKind",
    "PaymentTerms",
    "PeriodReviewed",
    "PeriodicLevels",
    "PickList",
    "PickListPrintDocument",
    "PickLots",
    "PickLotsAnswer",
    "PickShare",
    "PickSlot",
    "PickStop",
    "PickupAt",
    "PickupPoint",
    "PickupSchedule",
    "PickupTerms",
    "PlaceKind",
    "PlaceOrder",
    "PlaceRefused",
    "PlacementRepeated",
    "PlanAllocationAnswer",
    "PlanAllocationOf",
    "PlanBatchAnswer",
    "PlanBatchOf",
    "PlanProof",
    "PlanRule",
    "PlanViolation",
    "PlanWriteBacks",
    "PlanWriteBacksAnswer",
    "PlannedShipment",
    "Policy",
    "PolicyDocument",
    "PolicyRecorded",
    "PoolIncoming",
    "PoolNode",
    "PoolQuota",
    "PoolRate",
    "PostCount",
    "PostalChart",
    "PostalRange",
    "PostalZones",
    "PriceBreak",
    "PriceDropInputChange",
    "PriceRiseInputChange",
    "PrintDocument",
    "PrintFormat",
    "PrintJob",
    "PrintLanguage",
    "PrintPlace",
    "PrintRequest",
    "PrintTemplate",
    "PrintedDocument",
    "PriorityTerm",
    "Problem",
    "Processing",
    "PromiseAnswer",
    "PromiseAnswerCalculated",
    "PromiseArrived",
    "PromiseBacking",
    "PromiseBy",
    "PromiseDates",
    "PromiseEnd",
    "PromiseEnded",
    "PromiseExplained",
    "PromiseFigures",
    "PromiseMade",
    "PromiseMovedInputChange",
    "PromiseOption",
    "PromisePart",
    "PromiseQuestion",
    "PromiseRow",
    "PromiseSource",
    "PromiseStanding",
    "PromiseStock",
    "PromiseTerms",
    "PromiseUnbound",
    "ProtectedLevel",
    "ProtectedUnits",
    "ProtectionLevel",
    "ProtectionLevels",
    "ProtectionRequest",
    "Publication",
    "PublicationAnswer",
    "PublicationExplained",
    "PublicationHidden",
    "PublicationNode",
    "PublicationPolicy",
    "PublicationPolicyDocument",
    "PublicationPolicyRecorded",
    "PublicationPool",
    "PublishAnswer",
    "PublishOf",
    "PublishStock",
    "PublishedFigure",
    "PurchaseCap",
    "PurchasePolicyKind",
    "PurchaseProposal",
    "PurchaseReason",
    "PurchaseSource",
    "PurchaseSourcePromiseSource",
    "PurchaseTodo",
    "PushReason",
    "PushRule",
    "PutBox",
    "PutGroup",
    "PutNode",
    "PutPackConflicts",
    "PutPolicy",
    "PutPublicationPolicy",
    "PutRateCard",
    "PutReplenishRule",
    "PutSafetyFactors",
    "PutSku",
    "PutSourcing",
    "QrCorrection",
    "Quantity",
    "QuarantineLot",
    "Query",
    "QueueKey",
    "QuotaAllocated",
    "QuotaConsumed",
    "QuotaEntry",
    "QuotaEvent",
    "QuotaGroup",
    "QuotaLedger",
    "QuotaLedgerDocument",
    "QuotaPart",
    "QuotaReallocated",
    "QuotaRecord",
    "QuotaRestored",
    "QuotaSettled",
    "QuotaUnallocated",
    "QuoteOverflow",
    "QuoteRatesAnswer",
    "QuoteRatesOf",
    "QuoteRejection",
    "QuoteTooHeavy",
    "QuoteWithoutZone",
    "RateCard",
    "RateCardRecorded",
    "RateLine",
    "RateLineKind",
    "RateParcel",
    "RateSheet",
    "RateSheetProblem",
    "RateShipment",
    "RateTax",
    "RateTerms",
    "Ratio",
    "RatioCell",
    "ReadRateSheet",
    "ReadyAt",
    "ReadyAtCalculated",
    "ReadyForPickup",
    "ReadyQuestion",
    "ReadyWithin",
    "ReallocateQuota",
    "RebalanceAnswer",
    "RebalanceCell",
    "RebalanceLane",
    "RebalanceLostTo",
    "RebalanceOf",
    "RebalancePassed",
    "RebalancePlan",
    "RebalanceReason",
    "RebalanceRequest",
    "RebalanceSuggestion",
    "RebalanceTooDear",
    "RebalanceWithoutLane",
    "RebateStep",
    "RecallLot",
    "RecalledOrder",
    "ReceiptArrived",
    "ReceiptChanged",
    "ReceiptEnd",
    "ReceiptEnded",
    "ReceiptExpected",
    "ReceiptPlan",
    "ReceiptShare",
    "ReceiptShareRequest",
    "ReceiveStock",
    "ReceiveTodo",
    "ReceiveTransfer",
    "RecogniseTrackingNumber",
    "ReconfirmChange",
    "ReconfirmDemand",
    "ReconfirmException",
    "ReconfirmExceptionKind",
    "ReconfirmOutcome",
    "ReconfirmPlan",
    "ReconfirmRequest",
    "ReconfirmStrategy",
    "RecordCount",
    "RecordPayment",
    "RecordTracking",
    "RecordWriteBack",
    "RefusedCommand",
    "RegionZones",
    "RegradeStock",
    "RejectReason",
    "RejectUnits",
    "RejectionTerm",
    "RejectionTerms",
    "ReleaseHold",
    "ReleaseLot",
    "ReleaseOrder",
    "ReleasePromise",
    "ReleaseReservation",
    "RenderDocumentsAnswer",
    "RenderDocumentsOf",
    "ReorderPoint",
    "ReplacedCharge",
    "ReplenishAnswer",
    "ReplenishDecision",
    "ReplenishExplained",
    "ReplenishLevels",
    "ReplenishOf",
    "ReplenishPolicy",
    "ReplenishRequest",
    "ReplenishRule",
    "ReplenishRuleRecorded",
    "ReplenishRules",
    "ReplenishVerdict",
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
    "ReservationAdopted",
    "ReservationCommitted",
    "ReservationDocument",
    "ReservationDraw",
    "ReservationEnd",
    "ReservationExplained",
    "ReservationExtended",
    "ReservationMoved",
    "ReservationOpened",
    "ReservationReleased",
    "ReserveOrder",
    "ReserveQuota",
    "ReserveStock",
    "ReservedItem",
    "ReturnSerials",
    "ReviewExplained",
    "ReviewFinding",
    "ReviewOrder",
    "ReviewStock",
    "ReviewedPeriod",
    "Rounding",
    "RowPrices",
    "RuleBasis",
    "RunLimit",
    "RunStep",
    "SafetyConsidered",
    "SafetyFactor",
    "SafetyFactorAnswer",
    "SafetyFactorOf",
    "SafetyFactors",
    "SafetyFactorsDocument",
    "SafetyFactorsRecorded",
    "SafetyQuestion",
    "SafetyRule",
    "SafetyStock",
    "SafetyStock2",
    "SafetySupply",
    "SaleMode",
    "Scan",
    "ScanCase",
    "ScanCells",
    "ScanDocuments",
    "ScanJournal",
    "ScannedUnits",
    "ScoreWeights",
    "ScrapStock",
    "SelectGoods",
    "SelectLine",
    "SelectService",
    "SelectedService",
    "SerialStatus",
    "SerialUnit",
    "SerialUnitDocument",
    "SerialsAnswer",
    "ServiceCandidate",
    "ServiceCount",
    "ServiceExcluded",
    "ServiceHistory",
    "ServiceLevelRule",
    "ServiceLimits",
    "ServiceQuote",
    "ServiceRank",
    "ServiceRule",
    "ServiceShare",
    "ServiceState",
    "SetStandardCost",
    "ShadowAnswer",
    "ShadowChange",
    "ShadowOf",
    "ShadowReport",
    "SharedExclusive",
    "SharedFull",
    "SharedPercentage",
    "SharedWeighted",
    "ShelfLifeRule",
    "ShelfLifeUnknownLotVerdict",
    "ShipComplete",
    "ShipOrder",
    "ShipToStore",
    "ShipTransfer",
    "Shipment",
    "ShipmentAnswer",
    "ShipmentCreated",
    "ShipmentDocument",
    "ShipmentEvent",
    "ShipmentNumbered",
    "ShipmentQuotes",
    "ShipmentRecord",
    "ShipmentToQuote",
    "ShipmentTracked",
    "ShipmentUnits",
    "ShipmentWrittenBack",
    "ShortfallReason",
    "ShrinkReservation",
    "Sku",
    "SkuDocument",
    "SkuPublication",
    "SkuRecorded",
    "SlipLine",
    "SlipOrder",
    "Snapshot",
    "SnoozeTodo",
    "SolutionCheck",
    "SolutionCost",
    "SolutionRule",
    "SolutionViolation",
    "Sourcing",
    "SourcingAnswer",
    "SourcingDocument",
    "SourcingRecorded",
    "SourcingRule",
    "SourcingTier",
    "SplitRule",
    "StandingsAnswer",
    "StandingsOf",
    "StartCount",
    "StateHashAnswer",
    "StepRate",
    "StockAdjusted",
    "StockAlert",
    "StockAllocated",
    "StockBand",
    "StockBands",
    "StockCell",
    "StockCondition",
    "StockDeallocated",
    "StockDelta",
    "StockEvent",
    "StockFloor",
    "StockLessInputChange",
    "StockMargin",
    "StockMoreInputChange",
    "StockMovement",
    "StockOut",
    "StockOutCell",
    "StockOutTerm",
    "StockOwner",
    "StockPrice",
    "StockReceived",
    "StockRecord",
    "StockRegraded",
    "StockScrapped",
    "StockShipped",
    "StockTransferAllocated",
    "StockTransferGivenBack",
    "StockTransferLost",
    "StockTransferReceived",
    "StockTransferShipped",
    "StockUnits",
    "StockWatch",
    "StoreConflict",
    "StoredDocument",
    "SumFieldMeasure",
    "SupplierCandidate",
    "SupplierOffer",
    "SupplierPart",
    "SupplierStrategy",
    "SupplyAnswer",
    "SupplyBook",
    "SupplyBookDocument",
    "SupplyEvent",
    "SupplyKind",
    "SupplyPromise",
    "SupplyReceipt",
    "SupplyRecord",
    "Surcharge",
    "Symbology",
    "TableRow",
    "Tariff",
    "TemplateKind",
    "TeunterSyntetosBabai",
    "TextCell",
    "TextFieldValue",
    "TierReached",
    "TierUntil",
    "TimeDimension",
    "TimeFilter",
    "TimeZone",
    "TimeZoneCalculated",
    "TimeZoneQuestion",
    "TimerRule",
    "TodoCancelled",
    "TodoChange",
    "TodoOpened",
    "TodoOrdered",
    "TodoReceived",
    "TodoSnoozed",
    "TodoStatus",
    "TodoToppedUp",
    "TodoView",
    "TodosAnswer",
    "TooManyParcels",
    "TrackingAnomaly",
    "TrackingCodeRow",
    "TrackingDetail",
    "TrackingEvent",
    "TrackingFormat",
    "TrackingGap",
    "TrackingGapsAnswer",
    "TrackingMeaning",
    "TrackingMessage",
    "TrackingMessageParcel",
    "TrackingNumberCandidate",
    "TrackingNumberReading",
    "TrackingSourceTable",
    "TrackingSources",
    "TrackingState",
    "TrackingStatus",
    "Transfer",
    "TransferAnswer",
    "TransferApproval",
    "TransferApproved",
    "TransferClosed",
    "TransferCreated",
    "TransferDiscrepancy",
    "TransferDocument",
    "TransferDraft",
    "TransferEvent",
    "TransferLine",
    "TransferRecord",
    "TransferSource",
    "TransferStatus",
    "TransferUnits",
    "TransferUnitsAllocated",
    "TransferUnitsCancelled",
    "TransferUnitsReceived",
    "TransferUnitsShipped",
    "TransferView",
    "UnallocateQuota",
    "UnfilledTerm",
    "UnitSaving",
    "UnitsGivenUp",
    "UnpackedItem",
    "UnpackedReason",
    "UnservedAddress",
    "UnservedPair",
    "UpdateTodo",
    "UsualBasis",
    "ValuationAnswer",
    "ValuationTotal",
    "ValueCharge",
    "ValueStep",
    "ValueTier",
    "ValueTooHigh",
    "ValuesFilter",
    "Version",
    "Volumetric",
    "VolumetricMix",
    "WaitingBehind",
    "WaitingOrder",
    "WaitingQueue",
    "WaitingReport",
    "WantedUnits",
    "WatchEvent",
    "WatchLane",
    "WatchParcels",
    "WatchParcelsAnswer",
    "WatchRecord",
    "WatchTerms",
    "WatchedParcel",
    "Wave",
    "WaveAxis",
    "WaveClosed",
    "WaveKind",
    "WaveLeft",
    "WaveLeftReason",
    "WaveLine",
    "WaveOrder",
    "WavePlan",
    "WaveRequest",
    "Waybill",
    "WaybillPiece",
    "WaybillsUsedUp",
    "Weekday",
    "Weight",
    "WeightBand",
    "WeightGap",
    "WeightRule",
    "WeightStep",
    "Window",
    "WithheldSupply",
    "WriteBack",
    "WriteBackDue",
    "WriteBackMoment",
    "WriteBackParcel",
    "WriteBackParcels",
    "WriteBackPlan",
    "WriteBackPolicy",
    "WriteBackSource",
    "WriteBackStatus",
    "WriteBackWait",
    "WriteBackWaiting",
    "WriteBacksAnswer",
    "WriteRateSheet",
    "WriteRateSheetAnswer",
    "ZoneRate",
    "ZoneTable",
    "ZoneWithoutRate",
]


AbcClass: TypeAlias = Literal["a", "b", "c"]
"""How much a SKU matters: by the usual ABC analysis (Dickie 1951) A is the few that make most of the value, C the many
that make little.

- `a`: Counted every month.
- `b`: Counted every quarter.
- `c`: Counted every year.
"""


AlertLevel: TypeAlias = Literal["warning", "breach"]
"""How urgent an alert is.

- `warning`: Most of the limit is used up.
- `breach`: The limit is exceeded.
"""


AllocationStrategyKind: TypeAlias = Literal[
    "priority", "nearest", "fewest_shipments", "greedy_cost", "nearest_complete", "exact"
]
"""The shipped strategies by name.

- `priority`: `Priority`.
- `nearest`: `Nearest`.
- `fewest_shipments`: `FewestShipments`.
- `greedy_cost`: `GreedyCost`.
- `nearest_complete`: `NearestComplete`.
- `exact`: `Exact`.
"""


AuditOutcome: TypeAlias = Literal["ok", "wrong_weight", "over", "under", "duplicate", "unknown", "not_billed"]
"""What came of a waybill.

- `ok`: As expected, or let pass.
- `wrong_weight`: Too much, and the weight that is charged is higher than expected.
- `over`: Too much.
- `under`: Too little.
- `duplicate`: Billed already.
- `unknown`: Never sent.
- `not_billed`: Sent and not billed.
"""


BackorderMode: TypeAlias = Literal["fifo", "priority", "fair_share", "max_complete", "max_value"]
"""How units that are short are shared out.

- `fifo`: Who has waited longest is served first, whatever the keys say.
- `priority`: Who stands first by the keys is served first.
- `fair_share`: Everybody gets `floor(wanted · available / wanted by all)`; units left by rounding go by largest remainder, then
by the queue (Hamilton's method).
- `max_complete`: As many orders as possible are served whole, those with the fewest units first. That is the optimum while orders
wait for one SKU, and a good rule where they wait for several.
- `max_value`: The lines worth most are served whole (0/1 knapsack, solved exactly up to
`BackorderRequest::KNAPSACK_CELLS`); what is left goes to other lines that fit whole, by the queue.
"""


BillDifferenceReason: TypeAlias = Literal[
    "carrier", "service", "zone", "weight", "unexpected", "missing", "amount", "sum", "total"
]
"""What differs.

- `carrier`: Another carrier.
- `service`: Another service.
- `zone`: Another zone.
- `weight`: Another weight.
- `unexpected`: A part that the card does not ask for.
- `missing`: A part that the card asks for and the bill does not.
- `amount`: A part with another amount.
- `sum`: The parts of the bill do not sum to its total.
- `total`: The total, of which the bill names no parts.
"""


BoxKind: TypeAlias = Literal["carton", "mailer"]
"""Stiff or not.

- `carton`: A stiff box.
- `mailer`: A bag. Flat it measures `length` by `width`; its content may be `height` thick, and what it gains in thickness
it loses in length and width, because the film must go round. Nothing fragile goes in.
"""


CandidateRejection: TypeAlias = Literal["node_closed", "no_lane", "no_stock", "too_heavy", "constraint", "not_sourced"]
"""Why a candidate cannot ship.

- `node_closed`: It is closed.
- `no_lane`: No carrier goes from there to the destination.
- `no_stock`: It has none of what is asked for.
- `too_heavy`: Not even one unit is light enough for its carriers.
- `constraint`: A constraint keeps it from shipping.
- `not_sourced`: The sourcing does not ask it, or did not have to.
"""


CapacityMeasure: TypeAlias = Literal["orders", "lines", "units", "weight_grams", "volume_cm3"]
"""In what a node's work is counted.

- `orders`: Orders: one for each order with a shipment there.
- `lines`: Lines of shipments.
- `units`: Units.
- `weight_grams`: Grams.
- `volume_cm3`: Cubic centimetres.
"""


CarrierStrategy: TypeAlias = Literal["cheapest", "fastest", "cheapest_within_promise"]
"""What decides among carriers. Ties always go on to price, days, carrier id and service id, in this order.

- `cheapest`: The lowest price.
- `fastest`: The fewest days.
- `cheapest_within_promise`: The lowest price among those in time; the least late if none is. Without a promise, the cheapest.
"""


ChargedPer: TypeAlias = Literal["parcel", "shipment"]
"""What a surcharge is counted by.

- `parcel`: Once for each parcel that it holds for.
- `shipment`: Once, if it holds for any parcel.
"""


ConstraintKind: TypeAlias = Literal[
    "bonded",
    "capability",
    "capacity",
    "carrier_choice",
    "carrier_commitment",
    "commitment",
    "cool_down",
    "coverage",
    "cross_border",
    "customer_ban",
    "fairness_floor",
    "fulfilment_type",
    "in_time",
    "item_node",
    "keep_stock",
    "keep_together",
    "lot_limit",
    "max_distance",
    "max_rejects",
    "max_splits",
    "min_shipment",
    "no_line_split",
    "no_split_below",
    "node_budget",
    "node_kind",
    "node_offline",
    "protected_units",
    "ready_within",
    "run_limit",
    "ship_complete",
    "stock_owner",
]
"""The kinds of constraint.

- `bonded`: Where bonded stock may go.
- `capability`: Hazardous, cold and other goods need nodes that can handle them.
- `capacity`: What nodes can still do.
- `carrier_choice`: Which carriers may be used.
- `carrier_commitment`: Shipments that a carrier was promised.
- `commitment`: Units that nodes were promised.
- `cool_down`: Nodes that rejected the order a short while ago.
- `coverage`: Which destinations nodes serve.
- `cross_border`: From which country to which.
- `customer_ban`: Customers whom some nodes do not serve.
- `fairness_floor`: The share of units that some nodes get.
- `fulfilment_type`: Nodes that serve the way the order reaches its buyer.
- `in_time`: What arrives by what was promised.
- `item_node`: What may ship from where.
- `keep_stock`: Minimum inventory.
- `keep_together`: Lines that leave in one shipment.
- `lot_limit`: Units whose lots may leave.
- `max_distance`: Nodes within so many metres.
- `max_rejects`: Nodes that rejected the order too often.
- `max_splits`: How many shipments an order may have.
- `min_shipment`: Shipments worth sending.
- `no_line_split`: Lines that are not split over nodes.
- `no_split_below`: Small orders and listed items that are not split.
- `node_budget`: Money that nodes may still spend.
- `node_kind`: Which kinds of node ship.
- `node_offline`: Nodes that do not ship for a while.
- `protected_units`: Units kept for better classes of buyers.
- `ready_within`: Nodes that hand over soon enough.
- `run_limit`: Orders or lines that a node gets in one run.
- `ship_complete`: Lines that ship whole or not at all.
- `stock_owner`: Stock of other owners.
"""


CostBasis: TypeAlias = Literal["stated", "layer", "average", "last", "standard", "unknown"]
"""Where a cost comes from.

- `stated`: It was stated.
- `layer`: The layers that the units were part of.
- `average`: The average of what is there.
- `last`: The last known cost, because nothing is there.
- `standard`: The standard cost.
- `unknown`: Nothing is known; the cost is zero until a bill comes.
"""


CostEntryKind: TypeAlias = Literal["purchased", "returned", "transferred", "found"]
"""From where units come.

- `purchased`: From a supplier.
- `returned`: From a customer.
- `transferred`: From another node or another SKU: a transfer, a regrade, an assembly.
- `found`: A count found them.
"""


CostIssueKind: TypeAlias = Literal["sold", "transferred", "written_off"]
"""To where units leave.

- `sold`: To a customer: cost of goods sold.
- `transferred`: To another node or another SKU: a transfer, a regrade, an assembly.
- `written_off`: Nowhere: scrapped, lost, counted away.
"""


CostKind: TypeAlias = Literal[
    "freight",
    "handling",
    "split",
    "lateness",
    "stock_out",
    "markdown",
    "capacity",
    "rejection",
    "priority",
    "co2",
    "unfilled",
    "balance",
    "constraint",
]
"""What a cost is for.

- `freight`: What the carrier asks.
- `handling`: What the node's work costs.
- `split`: Shipments after the first.
- `lateness`: Arriving late.
- `stock_out`: Selling the last units of a node.
- `markdown`: Clearing slow stock; it saves.
- `capacity`: Filling a node up.
- `rejection`: The risk that a node rejects.
- `priority`: The preference among nodes.
- `co2`: Emissions.
- `unfilled`: Units that do not ship.
- `balance`: Uneven cover among nodes.
- `constraint`: The price of a soft constraint that is broken.
"""


CostVarianceAccount: TypeAlias = Literal["purchase_price", "late_cost", "true_up", "revaluation", "period"]
"""The account of a variance.

- `purchase_price`: What purchases cost beyond the standard cost.
- `late_cost`: What came as a late bill for units that had left.
- `true_up`: What units cost beyond what they were issued at before they came.
- `revaluation`: What a new standard cost or method took from the value; negative when it added.
- `period`: What issues of a period cost beyond what they were issued at.
"""


CostingMethod: TypeAlias = Literal["fifo", "moving_average", "periodic_average", "standard", "specific"]
"""How the cost of units that leave is found; what each method does stands in `crate::cost`.

- `fifo`: First in, first out: the oldest layer first.
- `moving_average`: The average of all there is, newly formed by every receipt.
- `periodic_average`: The moving average, trued up to the average of the period when the period is closed.
- `standard`: A standard cost that people set; differences go to variance accounts.
- `specific`: The cost of the very lot that leaves; the oldest units first where a SKU is not kept by lot.
"""


CountEnd: TypeAlias = Literal["posted", "cancelled"]
"""How a count ended.

- `posted`: The differences became adjustments of the book.
- `cancelled`: It was given up; the book is as it was.
"""


CountLineState: TypeAlias = Literal["to_count", "to_recount", "counted"]
"""What a line of a count waits for.

- `to_count`: It has to be counted.
- `to_recount`: The difference is too large to believe: it has to be counted again, until two counts in a row agree.
- `counted`: What was found stands.
"""


CountStatus: TypeAlias = Literal["counting", "counted", "posted", "cancelled"]
"""What a count as a whole waits for. Derived from its lines.

- `counting`: Some line has to be counted, or counted again.
- `counted`: Every line is settled: it can be posted.
- `posted`: The differences became adjustments of the book.
- `cancelled`: It was given up.
"""


DeliveryMethod: TypeAlias = Literal["shipping", "pickup", "local_delivery"]
"""How an order is to reach its buyer.

- `shipping`: A carrier brings it.
- `pickup`: The buyer collects it.
- `local_delivery`: The node itself brings it.
"""


DemandExclusion: TypeAlias = Literal["stocked_out", "outlier"]
"""Why a period does not count.

- `stocked_out`: Stock ran out.
- `outlier`: The demand is far from the median.
"""


DiscountOn: TypeAlias = Literal["base", "freight"]
"""What a discount is taken of.

- `base`: The base price.
- `freight`: The base price with surcharges and fuel; not insurance and cash on delivery.
"""


DiscrepancyKind: TypeAlias = Literal["short", "over"]
"""How what arrived differs from what was sent.

- `short`: Fewer units arrived than were sent.
- `over`: More units arrived than were sent.
"""


DocumentKind: TypeAlias = Literal[
    "capacity_use",
    "carriers",
    "channel_order",
    "channel_stock",
    "count",
    "counted_cell",
    "customer_units",
    "lots",
    "cost_away",
    "cost_receipt",
    "costs",
    "network",
    "order",
    "packaging",
    "policy",
    "publication_policy",
    "quotas",
    "replenish_rules",
    "reservation",
    "safety_factors",
    "serial",
    "shipment",
    "sku",
    "sourcing",
    "stock_watch",
    "supply",
    "transfer",
]
"""The kinds of document.

- `capacity_use`: The work that an order has booked at nodes.
- `carriers`: The rate cards of a tenant.
- `channel_order`: Which order a channel's order became.
- `channel_stock`: What a channel was last told of a SKU.
- `count`: A count of stock.
- `counted_cell`: Which count has a cell, and when it was counted.
- `customer_units`: Where a customer has units of a SKU of which they may not have any number.
- `lots`: The lots of a SKU at a node.
- `cost_away`: Units that left, and the layers that they came from.
- `cost_receipt`: What a receipt brought of costed SKUs.
- `costs`: What a SKU at a node is worth.
- `network`: The nodes of a tenant.
- `order`: An order.
- `packaging`: The boxes of a tenant.
- `policy`: The policy of a tenant.
- `publication_policy`: How channels share a SKU, or all that have no policy of their own.
- `quotas`: The quotas of a SKU.
- `replenish_rules`: The replenishment rules of a SKU.
- `reservation`: A reservation.
- `safety_factors`: The safety factors of a tenant.
- `serial`: One unit with a serial number.
- `shipment`: A shipment.
- `sku`: A SKU.
- `sourcing`: A tenant's sourcing.
- `stock_watch`: The to-dos and alerts of a SKU.
- `supply`: What is expected and promised of a SKU at a node.
- `transfer`: A transfer of stock between nodes.
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


EdgeRounding: TypeAlias = Literal["exact", "nearest", "up"]
"""How edges are brought to whole centimetres or inches.

- `exact`: Not at all.
- `nearest`: To the nearest, halves up.
- `up`: Up.
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


ExplanationLanguage: TypeAlias = Literal["en", "zh"]
"""In which language something is said.

- `en`: English.
- `zh`: Chinese.
"""


Fingerprint: TypeAlias = str
"""The SHA-256 of a value's canonical wire form: 64 hexadecimal digits.

The wire form is canonical because every public type writes its fields in one fixed order and every
map is sorted by key, so equal values have equal fingerprints in every language.
"""


FreightPayer: TypeAlias = Literal["sender_account", "sender", "receiver", "third_party"]
"""Who pays the carrier.

- `sender_account`: The sender, on a monthly account (寄付月结).
- `sender`: The sender, at once (寄付现结).
- `receiver`: The receiver, at the door (到付).
- `third_party`: Somebody else (第三方付).
"""


FulfilmentType: TypeAlias = Literal["ship", "pickup", "same_day"]
"""How an order reaches its buyer.

- `ship`: A carrier brings it.
- `pickup`: The buyer collects it.
- `same_day`: It arrives on the day it was ordered.
"""


Goal: TypeAlias = Literal["filled", "splits", "late", "cost"]
"""What a plan is to do well.

- `filled`: As many units as possible ship.
- `splits`: As few shipments as possible.
- `late`: As few shipments as possible with a line that arrives after what was promised.
- `cost`: As little money as possible, all terms together.
"""


HoldReason: TypeAlias = Literal[
    "amount_mismatch",
    "awaiting_payment",
    "incorrect_address",
    "inventory_out_of_stock",
    "unmapped_sku",
    "source_conflict",
    "high_risk_of_fraud",
    "rejected_too_often",
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
- `rejected_too_often`: Warehouses rejected it too often.
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


InstanceMode: TypeAlias = Literal["independent", "joint"]
"""Whether orders share stock and capacity.

- `independent`: Every order is solved alone, against the full stock and capacity.
- `joint`: All orders share stock and capacity.
"""


ItemEdge: TypeAlias = Literal["length", "width", "height"]
"""An edge of an item as its dimensions name it.

- `length`: The length.
- `width`: The width.
- `height`: The height.
"""


ItemNodeEffect: TypeAlias = Literal["allow", "deny"]
"""Whether items ship from nodes only, or never.

- `allow`: From these nodes only.
- `deny`: Never from these nodes.
"""


KitKind: TypeAlias = Literal["virtual", "assembled", "configurable"]
"""How a kit comes to be.

- `virtual`: It has no stock of its own; its components are taken when it is ordered.
- `assembled`: It is put together beforehand and has stock of its own.
- `configurable`: It has no stock of its own; the buyer chooses some of its components, which are taken when it is ordered.
"""


KitPriceBasis: TypeAlias = Literal["list", "cost", "equal"]
"""By what the components were weighed.

- `list`: Units times list price.
- `cost`: Units times cost, because a list price is unknown.
- `equal`: Units alone, because a cost is unknown too.
"""


LandedBasis: TypeAlias = Literal["value", "weight", "volume", "quantity"]
"""By what a charge is spread.

- `value`: What the goods cost.
- `weight`: What they weigh.
- `volume`: The room they take.
- `quantity`: How many units they are.
"""


LandedChargeKind: TypeAlias = Literal["freight", "duty", "insurance", "handling", "goods"]
"""What a charge is for.

- `freight`: The way here.
- `duty`: Customs duty.
- `insurance`: Insurance of the way.
- `handling`: Unloading, inspection, brokerage.
- `goods`: The goods themselves: a corrected price, a credit note.
"""


LaneEnd: TypeAlias = Literal["node", "destination"]
"""One end of the way.

- `node`: The node that ships.
- `destination`: The address that receives.
"""


LatePer: TypeAlias = Literal["shipment", "line"]
"""What is counted when something is late.

- `shipment`: Each shipment, by its latest line.
- `line`: Each line of a shipment.
"""


LotPickOrder: TypeAlias = Literal["fefo", "fifo", "lifo", "lefo", "single_lot"]
"""Which lots leave first. Every order ends with the lot's id and its owner's, so that it is total.

- `fefo`: First expired, first out: expiry, then receipt. Lots that never expire come last.
- `fifo`: First in, first out: receipt, then expiry.
- `lifo`: Last in, first out: the latest receipt, then expiry.
- `lefo`: Last expired, first out: the latest expiry, then receipt. Lots that never expire come first.
- `single_lot`: As few lots as possible; among choices of as many lots, first expired, first out.
"""


LotStatus: TypeAlias = Literal["quarantine", "expired", "near_expiry", "released"]
"""Where a lot stands at an instant. What is first in this list counts.

- `quarantine`: Nothing of it may leave.
- `expired`: Its expiry has come.
- `near_expiry`: Fewer days remain than the SKU's rule calls near.
- `released`: It may leave.
"""


MeasureUnit: TypeAlias = Literal["metric", "imperial"]
"""Which units a carrier weighs and measures in.

- `metric`: Kilograms and centimetres; steps are in grams.
- `imperial`: Pounds and inches; steps are in ounces, 16 to the pound.

Grams and millimetres are then taken for what is left of a pound and an inch by rounding: the least that they
can stand for counts, so that five pounds, 2268 g, are not charged as six.
"""


MovementKind: TypeAlias = Literal[
    "expect",
    "receive",
    "adjust",
    "regrade",
    "scrap",
    "assemble",
    "disassemble",
    "hold",
    "release",
    "expire",
    "commit",
    "allocate",
    "deallocate",
    "ship",
    "transfer_out",
    "transfer_in",
]
"""The kinds of movement. Each row balances: the identity of `StockCell` holds for the deltas.

| kind | on hand | free | held | allocated | unsellable | incoming |
| --- | --- | --- | --- | --- | --- | --- |
| `expect` | | | | | | ±q |
| `receive` | +q | +q, or none | | | none, or +q | −q, if it was expected |
| `adjust` | ±q | ±q | | | | |
| `regrade` | | ∓q, or none | | | ±q | |
| `scrap` | −q | −q, or none | | | none, or −q | |
| `assemble` | kit +q, components −q | the same | | | | |
| `disassemble` | kit −q, components +q | the same | | | | |
| `hold` | | −q | +q | | | |
| `release`, `expire` | | +q | −q | | | |
| `commit` | | | −q | +q | | |
| `allocate` | | −q | | +q | | |
| `deallocate` | | +q | | −q | | |
| `ship` | −q | | | −q | | |
| `transfer_out` | −q | | | −q | | |
| `transfer_in` | +q | +q | | | | −q |

- `expect`: More or fewer units are expected.
- `receive`: Units arrive.
- `adjust`: A count or correction.
- `regrade`: Units change their condition: quality passed or failed, damaged, repaired, put back.
- `scrap`: Units are thrown away.
- `assemble`: Kits are put together from their components.
- `disassemble`: Kits are taken apart into their components.
- `hold`: A reservation holds units.
- `release`: A reservation gives units up.
- `expire`: A reservation's time runs out.
- `commit`: Held units become allocated.
- `allocate`: Free units become allocated.
- `deallocate`: Allocated units become free.
- `ship`: Units leave.
- `transfer_out`: Units leave for another node.
- `transfer_in`: Units arrive from another node.
"""


NextTier: TypeAlias = Literal["joins", "replaces"]
"""Whether a later tier joins the earlier ones or takes their place.

- `joins`: All tiers up to it ship together.
- `replaces`: Only it ships.
"""


NodeKind: TypeAlias = Literal["dc", "store", "supplier", "locker"]
"""What kind of place a node is.

- `dc`: A distribution centre.
- `store`: A store that sells over the counter too.
- `supplier`: A supplier that ships to buyers itself.
- `locker`: A locker that buyers collect from.
"""


NotFoundEffect: TypeAlias = Literal["hold", "hold_all", "write_off"]
"""What becomes of units that were not found.

- `hold`: They wait in quality hold until somebody finds them or writes them off.
- `hold_all`: So do all free units of the SKU at the node: where some are missing, none is trusted.
- `write_off`: They are written off.
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


PackRotation: TypeAlias = Literal["lwh", "wlh", "lhw", "hlw", "whl", "hwl"]
"""Which edges of an item lie along the box's length, width and height, in this order: `whl` lays the item's width
along the length, its height along the width, and its length upright.

- `lwh`: As it is.
- `wlh`: Turned about its upright edge.
- `lhw`: Its width upright.
- `hlw`: Its width upright, turned.
- `whl`: Its length upright.
- `hwl`: Its length upright, turned.
"""


PackRuleBroken: TypeAlias = Literal[
    "bad_request",
    "units_differ",
    "contents_differ",
    "unknown_box",
    "over_stock",
    "outside",
    "overlap",
    "wrong_size",
    "unsupported",
    "overloaded",
    "stacked_too_high",
    "conflict",
    "too_heavy",
    "too_full",
    "fragile_in_mailer",
    "not_alone",
    "figure_differs",
]
"""A rule that a packing breaks.

- `bad_request`: The request itself is malformed.
- `units_differ`: Units packed and unpacked are not those of the request.
- `contents_differ`: The contents of a parcel are not what its placements say.
- `unknown_box`: A box that the request does not have.
- `over_stock`: More boxes than there are.
- `outside`: A place outside the box.
- `overlap`: Two items in one place.
- `wrong_size`: A size that the item does not have as it lies, or a position that it may not lie in.
- `unsupported`: An item that rests on too little.
- `overloaded`: Something on an item that nothing, or nothing so heavy, may rest on.
- `stacked_too_high`: More items upon an item than may stand there.
- `conflict`: Two classes in one box that must not share one.
- `too_heavy`: A box that is heavier than it may be.
- `too_full`: A box with more volume than it may hold.
- `fragile_in_mailer`: A fragile item in a mailer.
- `not_alone`: An item that ships alone and does not, or that does not and does.
- `figure_differs`: A weight, size, fill or cost that is not what it comes to.
"""


ParcelMeasure: TypeAlias = Literal["weight", "longest", "second", "girth", "volume"]
"""Which measure of a parcel is above a limit.

- `weight`: The weight on the scale, in grams.
- `longest`: The longest edge in millimetres.
- `second`: The second longest edge in millimetres.
- `girth`: The longest edge and once around the others, in millimetres.
- `volume`: The volume in cubic millimetres.
"""


ParcelPricing: TypeAlias = Literal["each", "together", "sum_of_each"]
"""How the weights of several parcels count.

- `each`: Each parcel has its own chargeable weight and its own base price.
- `together`: All scales and all sizes are summed, then charged as one parcel.
- `sum_of_each`: Each parcel has its own chargeable weight; their sum has one base price.
"""


ParcelTimer: TypeAlias = Literal[
    "pay_to_ship",
    "pickup_scan",
    "first_movement",
    "no_update",
    "transit",
    "delivery",
    "station_dwell",
    "customs",
    "return",
    "deliver_by",
]
"""A span that a parcel should not exceed.

- `pay_to_ship`: From paid to shipped.
- `pickup_scan`: From shipped to the first scan of the carrier: a parcel that was never handed over looks like this.
- `first_movement`: From picked up to the next scan.
- `no_update`: From the last scan to any.
- `transit`: From picked up to out for delivery.
- `delivery`: From out for delivery to delivered.
- `station_dwell`: From available for pick-up to collected.
- `customs`: From customs to released.
- `return`: From the start of the way back to returned.
- `deliver_by`: From shipped to delivered, by what was guaranteed.
"""


PartyMask: TypeAlias = Literal["none", "phone", "name_and_phone"]
"""How much of names and telephones is printed.

- `none`: All of it.
- `phone`: Of telephones the first three and last four digits.
- `name_and_phone`: That, and of names the first character.
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


PickupPoint: TypeAlias = Literal["counter", "curbside", "locker"]
"""Where at a node an order is collected.

- `counter`: At the counter.
- `curbside`: At the buyer's car.
- `locker`: Out of a locker.
"""


PlaceKind: TypeAlias = Literal["business", "residence", "po_box", "military", "locker"]
"""What kind of place a parcel goes to.

- `business`: An office, a shop.
- `residence`: A home.
- `po_box`: A post-office box.
- `military`: A post office of the armed forces.
- `locker`: A parcel locker.
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
    "constraint",
    "sourcing",
    "shipment_costs",
    "cost_lines",
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
- `constraint`: No hard constraint is broken; the violation names which.
- `sourcing`: A node ships only lines that the sourcing asks it for, and no further tiers than the plan says were asked.
- `shipment_costs`: What a shipment costs beside freight and handling is what terms and soft constraints say.
- `cost_lines`: What the plan costs beside freight, handling and splits is what terms and soft constraints say.
- `currency`: Every amount is in the problem's currency.
- `verdicts`: Every candidate has one verdict, `chosen` exactly if it ships.
"""


PrintFormat: TypeAlias = Literal["html", "zpl", "pdf"]
"""The form of what is printed.

- `html`: A page of HTML with CSS for printing, by templates that users may replace.
- `zpl`: ZPL II, which label printers understand.
- `pdf`: PDF.
"""


PrintLanguage: TypeAlias = Literal["en", "zh"]
"""The language of what stands on every document.

- `en`: English.
- `zh`: Chinese.
"""


PromiseBy: TypeAlias = Literal["instant", "calendar_day"]
"""How a delivery is compared with its promise.

- `instant`: By the instant.
- `calendar_day`: By the day on the wall calendar: late from the day after the promised one on.
"""


PromiseEnd: TypeAlias = Literal["kept", "given_up", "expired"]
"""How a promise ended.

- `kept`: Its units were handed over.
- `given_up`: It was given up.
- `expired`: Its time ran out.
"""


PublicationHidden: TypeAlias = Literal["not_listed", "regions_blocked", "nothing_left", "capped", "below_threshold"]
"""Why a channel is told 0.

- `not_listed`: The channel does not list the SKU.
- `regions_blocked`: All regions that the channel sells to are blacklisted.
- `nothing_left`: Nothing is left for it.
- `capped`: The most it may be shown is nothing.
- `below_threshold`: There are fewer units than it shows at all.
"""


PurchaseCap: TypeAlias = Literal["budget", "max_stock", "shelf_life", "quantity"]
"""What kept an order below what was needed.

- `budget`: There is no more money.
- `max_stock`: There is no more room.
- `shelf_life`: More would not sell before it spoils.
- `quantity`: No order may have more than 4,294,967,295 units.
"""


PurchasePolicyKind: TypeAlias = Literal[
    "floor", "min_max", "reorder_quantity", "order_up_to", "periodic", "demand_driven"
]
"""Which policy asked.

- `floor`: Never below so many pieces.
- `min_max`: Below a minimum, up to a maximum.
- `reorder_quantity`: At a reorder point, whole lots: (s, Q).
- `order_up_to`: At a reorder point, up to a level: (s, S).
- `periodic`: Every so many days, up to a level: (R, S).
- `demand_driven`: Levels computed from demand and lead time.
"""


PushReason: TypeAlias = Literal["first", "crosses_zero", "drops", "rises", "aged", "small_rise", "unchanged"]
"""Why a figure is sent or not.

- `first`: Sent: the channel was never told.
- `crosses_zero`: Sent: there are none any more, or some again.
- `drops`: Sent: there are fewer, and the channel could sell what is not there.
- `rises`: Sent: it rose by the smallest change or more.
- `aged`: Sent: the last one is too old.
- `small_rise`: Not sent: it rose by less than the smallest change.
- `unchanged`: Not sent: it is the same.
"""


QrCorrection: TypeAlias = Literal["low", "medium", "quartile", "high"]
"""How much of a QR code may be damaged and still be read.

- `low`: About 7 %.
- `medium`: About 15 %.
- `quartile`: About 25 %.
- `high`: About 30 %.
"""


Quantity: TypeAlias = int
"""A whole number of a SKU's stock-keeping unit: 0 to 4,294,967,295, never negative."""


QueueKey: TypeAlias = Literal["class", "due", "margin", "age", "quantity"]
"""What decides who stands before whom.

- `class`: The higher class.
- `due`: The earlier due date; without one last.
- `margin`: The higher margin; without one last.
- `age`: The longer wait.
- `quantity`: The fewer units.
"""


QuotaGroup: TypeAlias = list[str]
"""Who a quota is for: 1 to 8 names from the channel down, such as `["web", "gold", "berlin"]`."""


RateLineKind: TypeAlias = Literal[
    "base", "parcels", "surcharge", "insurance", "cod", "fuel", "discount", "minimum", "maximum", "tax"
]
"""What a part of a price is for.

- `base`: The price of the chargeable weight.
- `parcels`: Several parcels in one shipment.
- `surcharge`: A surcharge.
- `insurance`: Insurance of the declared value.
- `cod`: Cash on delivery.
- `fuel`: Fuel.
- `discount`: A discount, below zero.
- `minimum`: What is missing to the least price.
- `maximum`: What is beyond the highest price, below zero.
- `tax`: Tax.
"""


ReceiptEnd: TypeAlias = Literal["complete", "short", "cancelled"]
"""How a receipt ended.

- `complete`: Everything expected arrived.
- `short`: The last delivery came, with less than expected.
- `cancelled`: It was cancelled.
"""


ReconfirmChange: TypeAlias = Literal["kept", "better", "worse", "mixed"]
"""How a confirmation compares with the one before. One is better when at no instant fewer units are confirmed.

- `kept`: The same.
- `better`: More or earlier.
- `worse`: Fewer or later.
- `mixed`: More and later, or fewer and earlier.
"""


ReconfirmExceptionKind: TypeAlias = Literal[
    "not_on_time", "worse_than_before", "better_than_before", "changed", "before_others", "not_wanted", "not_covered"
]
"""What is not kept.

- `not_on_time`: A `win` line has not all its units on the requested date.
- `worse_than_before`: A `gain` line ends worse than before.
- `better_than_before`: A `fill` line ends better than before.
- `changed`: A `skip` line is changed.
- `before_others`: A `lose` line has units while a line before it lacks some.
- `not_wanted`: A line has more units than it wants, or none of its own outcomes.
- `not_covered`: More is confirmed by then than there is: untouched lines alone may cause it.
"""


ReconfirmStrategy: TypeAlias = Literal["win", "gain", "improve", "redistribute", "fill", "lose", "skip"]
"""What a line may gain or lose. Lines are served in this order of strategies.

- `win`: It must end with all its units on the requested date; if it does not, that is an exception.
- `gain`: It must not end worse than before and is improved if possible; if it ends worse, that is an exception.
- `improve`: It keeps what it has or is improved, as far as the lines before it leave units.
- `redistribute`: It gives up what it has and is confirmed anew by its place in the queue: it may gain or lose.
- `fill`: It keeps what it has or loses it; it is never improved.
- `lose`: It gives up what it has and gets what is left when all others have been served.
- `skip`: It is left untouched.
"""


RejectReason: TypeAlias = Literal["not_found", "damaged", "quality", "no_capacity", "closed", "timeout"]
"""Why a warehouse does not ship what it was to ship.

- `not_found`: The units are not where they should be.
- `damaged`: They are broken.
- `quality`: They may not be good enough.
- `no_capacity`: The node has too much to do.
- `closed`: The node does not work.
- `timeout`: The node did not answer in time.
"""


ReplenishVerdict: TypeAlias = Literal["inactive", "not_due", "enough", "buy", "capped"]
"""What came of it.

- `inactive`: The rule is not followed.
- `not_due`: The rule looks only now and then, and has looked in this period.
- `enough`: The position is high enough.
- `buy`: Something should be bought.
- `capped`: Something would be needed, but a cap forbids any order.
"""


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


Rounding: TypeAlias = Literal["down", "half_even", "half_up", "up"]
"""How a result is brought to whole minor units.

- `down`: Towards zero.
- `half_even`: To the nearest; halves to the even neighbour (banker's rounding).
- `half_up`: To the nearest; halves away from zero.
- `up`: Away from zero.
"""


SafetySupply: TypeAlias = Literal["on_hand", "incoming"]
"""What kind of supply units are.

- `on_hand`: Units that are there.
- `incoming`: Units on their way.
"""


SaleMode: TypeAlias = Literal["untracked", "track_only", "reserve_on_order", "reserve_on_cart"]
"""When units are held, and whether they must be there to be promised.

| mode | a cart's reservation | an order | units leave |
| --- | --- | --- | --- |
| `untracked` | holds nothing | is promised any number | at any time; what never came in is booked in then |
| `track_only` | holds nothing | is promised any number, free may be negative | when they are there |
| `reserve_on_order` | holds nothing | takes what is free, and what backorders allow | when they are there |
| `reserve_on_cart` | takes what is free, and what backorders allow | the same | when they are there |

The four are commercetools' inventory modes `None`, `TrackOnly`, `ReserveOnOrder` and `ReserveOnCart`.

- `untracked`: Nobody counts them: downloads, services, what is made on demand.
- `track_only`: Counted, and never a reason not to sell.
- `reserve_on_order`: Orders take units, carts do not.
- `reserve_on_cart`: Carts and orders take units.
"""


SerialStatus: TypeAlias = Literal["captured", "out", "in"]
"""Where the unit with a serial number is.

- `captured`: Picked or packed for an order.
- `out`: With the buyer or on the way there.
- `in`: In a warehouse, and no order's.
"""


ServiceExcluded: TypeAlias = Literal["volume_reached", "below_floor", "label_failed", "refused"]
"""Why a service cannot be chosen.

- `volume_reached`: Its carrier has as many parcels as it may have.
- `below_floor`: It has been below the floor of performance for too long.
- `label_failed`: It gave no label.
- `refused`: It refuses the shipment.
"""


ShortfallReason: TypeAlias = Literal[
    "no_stock",
    "no_lane",
    "node_closed",
    "max_shipments",
    "too_heavy",
    "ship_complete",
    "constraint",
    "not_sourced",
    "not_worthwhile",
    "left_by_strategy",
]
"""Why units are short.

- `no_stock`: No candidate has them.
- `no_lane`: Only candidates from which no carrier goes to the destination have them.
- `node_closed`: Only candidates that are closed have them.
- `max_shipments`: They would need one more shipment than allowed.
- `too_heavy`: Every shipment that could take them would be too heavy for all its carriers.
- `ship_complete`: All or none was asked for, and the strategy found no way to ship all.
- `constraint`: A constraint keeps them.
- `not_sourced`: Only candidates that the sourcing does not ask have them.
- `not_worthwhile`: Shipping them would cost more than leaving them, or goes against a goal that comes first.
- `left_by_strategy`: The strategy left them although they could have been served.
"""


SolutionRule: TypeAlias = Literal[
    "known",
    "one_shipment",
    "not_empty",
    "line_once",
    "offered",
    "weight",
    "ordered",
    "complete",
    "max_shipments",
    "stock",
    "cap_units",
    "cap_shipments",
    "claim",
]
"""A rule that a solution must obey.

- `known`: Every order, node, service and line is one of the instance.
- `one_shipment`: An order has one shipment from a node at most.
- `not_empty`: A shipment has at least one line, and each at least one unit.
- `line_once`: A shipment names a line once.
- `offered`: The node uses the service, and the service goes there.
- `weight`: A shipment is not too heavy for its service.
- `ordered`: A line gets no more units than were ordered.
- `complete`: An order that ships complete does, or not at all.
- `max_shipments`: An order has no more shipments than allowed.
- `stock`: A node sends no more units of a SKU than it has.
- `cap_units`: A node sends no more units than it can.
- `cap_shipments`: A node sends no more shipments than it can.
- `claim`: The solution costs what it says.
"""


SplitRule: TypeAlias = Literal["largest_remainder", "highest_average"]
"""Which part gets the minor units that do not divide evenly. All rules hand out whole minor units that sum to
the amount; ties go to the part that stands first.

- `largest_remainder`: Largest remainder (Hamilton): each part is its exact share rounded down or up, never further off.
- `highest_average`: Highest average (D'Hondt, Jefferson): left-overs lean towards the larger parts. Some shops split
discounts this way; choose it to reproduce their cents.
"""


StockBand: TypeAlias = Literal["out", "critical", "low", "medium", "high"]
"""The band that a figure lies in, the worst first.

- `out`: None.
- `critical`: Some, but fewer than low.
- `low`: Low or more.
- `medium`: Medium or more.
- `high`: High or more.
"""


StockCondition: TypeAlias = Literal["sellable", "quality_hold", "damaged", "returned_pending"]
"""In what condition physical units are.

- `sellable`: They can be sold.
- `quality_hold`: They wait for inspection.
- `damaged`: They cannot be sold.
- `returned_pending`: They came back and have not been looked at.
"""


SupplierStrategy: TypeAlias = Literal["cheapest_in_time", "split"]
"""How to choose among suppliers.

- `cheapest_in_time`: The lowest landed cost per unit among those who deliver before stock runs out; the fastest if none does.
- `split`: Every supplier by its share.
"""


SupplyKind: TypeAlias = Literal["purchase", "transfer", "production", "planned"]
"""Where an expected receipt comes from.

- `purchase`: A purchase order to a supplier.
- `transfer`: A transfer from another node.
- `production`: A production order.
- `planned`: A plan that nobody has ordered yet.
"""


Symbology: TypeAlias = Literal["code128", "gs1_128", "ean13", "upc_a", "itf14", "code39", "qr", "data_matrix"]
"""A kind of barcode.

- `code128`: Code 128 (ISO/IEC 15417): any ASCII text.
- `gs1_128`: GS1-128: Code 128 over GS1 element strings, written `(00)…` or `(01)…(10)…`.
- `ean13`: EAN-13 (ISO/IEC 15420): 12 digits, or 13 with the check digit.
- `upc_a`: UPC-A (ISO/IEC 15420): 11 digits, or 12 with the check digit.
- `itf14`: ITF-14: 13 digits, or 14 with the check digit, in Interleaved 2 of 5 (ISO/IEC 16390).
- `code39`: Code 39 (ISO/IEC 16388): capital letters, digits and `-. $/+%`.
- `qr`: QR Code (ISO/IEC 18004): any text.
- `data_matrix`: Data Matrix ECC 200 (ISO/IEC 16022): any text, in a square.
"""


TemplateKind: TypeAlias = Literal["page", "waybill", "packing_slip", "pick_list", "manifest"]
"""What a template draws.

- `page`: The page around all documents, with its style sheet; the documents stand in `documents`.
- `waybill`: A waybill.
- `packing_slip`: A packing slip.
- `pick_list`: A pick list.
- `manifest`: A handover manifest.
"""


TierUntil: TypeAlias = Literal["filled", "started"]
"""When lines are satisfied.

- `filled`: When all their units ship.
- `started`: When some of their units ship.
"""


TodoStatus: TypeAlias = Literal["open", "snoozed", "ordered", "received", "cancelled"]
"""Where a to-do stands.

- `open`: Somebody should buy.
- `snoozed`: Somebody does not want to hear of it until an instant; from then on it is open again.
- `ordered`: It was ordered.
- `received`: The goods have come.
- `cancelled`: It will not be bought, or not any more.
"""


TrackingAnomaly: TypeAlias = Literal[
    "scan_after_delivered", "scan_after_end", "out_of_sequence", "forward_scan_on_return"
]
"""A tracking event that contradicts what came before it in time. It is kept and changes nothing.

- `scan_after_delivered`: A forward scan after delivery.
- `scan_after_end`: A scan after the parcel came back, was lost, destroyed or cancelled.
- `out_of_sequence`: An earlier stage than the one reached.
- `forward_scan_on_return`: A forward scan on the way back.
"""


TrackingDetail: TypeAlias = Literal[
    "not_found",
    "bad_number",
    "hub_arrived",
    "hub_departed",
    "linehaul",
    "arrived_dest_country",
    "problem_resolved",
    "customs_pending",
    "customs_processing",
    "customs_released",
    "customs_held",
    "customs_info_needed",
    "contacted",
    "appointment",
    "receiver",
    "agent",
    "locker",
    "collected",
    "signed",
    "neighbour",
    "cod_collected",
    "after_exception",
    "no_one",
    "closed",
    "refused",
    "address",
    "unreachable",
    "delay",
    "weather",
    "misrouted",
    "held",
    "out_of_area",
    "damaged",
    "payment_due",
    "docs",
    "station_timeout",
    "no_update",
    "no_sign",
    "other",
]
"""What exactly a `TrackingStatus` means: how it was delivered, why it was not, what is wrong.

- `not_found`: The carrier knows nothing of the number.
- `bad_number`: The number is none of the carrier's.
- `hub_arrived`: Came to a hub.
- `hub_departed`: Left a hub.
- `linehaul`: Between hubs.
- `arrived_dest_country`: Came to the country of destination.
- `problem_resolved`: What was wrong is right again.
- `customs_pending`: Customs have not begun.
- `customs_processing`: Customs are at work.
- `customs_released`: Customs let it go.
- `customs_held`: Customs keep it.
- `customs_info_needed`: Customs want papers or answers.
- `contacted`: The receiver was told.
- `appointment`: A time of delivery was agreed.
- `receiver`: To the receiver.
- `agent`: To somebody for the receiver.
- `locker`: Into a locker, or to a shop or station.
- `collected`: Collected by the receiver.
- `signed`: Signed for.
- `neighbour`: To a neighbour.
- `cod_collected`: Against cash.
- `after_exception`: Delivered after something was wrong.
- `no_one`: Nobody was there.
- `closed`: The business was closed.
- `refused`: The receiver did not want it.
- `address`: The address is wrong or incomplete.
- `unreachable`: The receiver cannot be reached.
- `delay`: Late.
- `weather`: Weather or a natural disaster.
- `misrouted`: Sent the wrong way.
- `held`: Kept by the carrier.
- `out_of_area`: Beyond the area that is served.
- `damaged`: Damaged.
- `payment_due`: Duties, taxes or cash are owed.
- `docs`: Papers are missing.
- `station_timeout`: Too long at a station and not collected.
- `no_update`: No news for long.
- `no_sign`: Not signed for in time.
- `other`: Something else.
"""


TrackingFormat: TypeAlias = Literal[
    "aftership",
    "asendia",
    "australia_post",
    "canada_post_xml",
    "dhl_parcel_de",
    "dhl_universal",
    "easypost",
    "fedex",
    "fedex_soap",
    "gls",
    "karrio",
    "kdniao",
    "kuaidi100",
    "la_poste",
    "mydhl",
    "parcelone",
    "sendle",
    "17track",
    "smartkargo",
    "stamps_xml",
    "teleship",
    "trackingmore",
    "ups",
    "usps",
    "usps_xml",
]
"""A format of messages about parcels.

- `aftership`: AfterShip: webhook and Tracking API.
- `asendia`: Asendia: tracking API.
- `australia_post`: Australia Post: Shipping and Tracking API.
- `canada_post_xml`: Canada Post: tracking details in XML.
- `dhl_parcel_de`: DHL Parcel Germany, in the form of the unified API.
- `dhl_universal`: DHL: Shipment Tracking Unified API.
- `easypost`: EasyPost: trackers and events.
- `fedex`: FedEx: Track API.
- `fedex_soap`: FedEx: Track Service in XML.
- `gls`: GLS Group: Track and Trace API.
- `karrio`: Karrio: unified trackers.
- `kdniao`: 快递鸟: push and query.
- `kuaidi100`: 快递100: push and query.
- `la_poste`: La Poste: Suivi v2.
- `mydhl`: DHL Express: MyDHL API.
- `parcelone`: Parcel.One: tracking API.
- `sendle`: Sendle: tracking API.
- `17track`: 17TRACK: push and query of API v2.
- `smartkargo`: `SmartKargo`: events.
- `stamps_xml`: Stamps.com: tracking in XML.
- `teleship`: Teleship: tracking API.
- `trackingmore`: TrackingMore / 51Tracking: webhook and API v4.
- `ups`: UPS: Tracking API.
- `usps`: USPS: Tracking API v3.
- `usps_xml`: USPS: Web Tools in XML.
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


TransferStatus: TypeAlias = Literal[
    "draft", "approved", "allocated", "shipped", "part_received", "received", "closed", "cancelled"
]
"""What a transfer as a whole is waiting for. Derived from the units, never stored.

The first row that holds counts, cancelled units left out:

| status | holds when |
| --- | --- |
| `cancelled` | no unit is left |
| `closed` | it was closed |
| `received` | all units have arrived |
| `part_received` | some have |
| `shipped` | some have left |
| `allocated` | some are set aside at the source |
| `approved` | it was approved |
| `draft` | otherwise |

- `draft`: It has to be approved.
- `approved`: It waits for stock.
- `allocated`: Some units are set aside, none has left.
- `shipped`: Some units have left, none has arrived.
- `part_received`: Some units have arrived.
- `received`: All units have arrived.
- `closed`: Done; nothing more is expected.
- `cancelled`: No unit is wanted any more.
"""


UnpackedReason: TypeAlias = Literal["unknown_size", "too_large", "too_heavy", "out_of_boxes"]
"""Why units go into no box.

- `unknown_size`: Neither size nor volume is known.
- `too_large`: No box takes one of it, in any position that it may lie in, for its size.
- `too_heavy`: Boxes are large enough for one of it, and none may weigh as much or be priced at that weight.
- `out_of_boxes`: The boxes that would take it ran out.
"""


Version: TypeAlias = int
"""The version of a document: how many events have been folded into it. Zero means "does not exist"."""


VolumetricMix: TypeAlias = Literal["larger", "average"]
"""What becomes of actual and volumetric weight.

- `larger`: The larger one counts.
- `average`: The mean of both where the volumetric one is larger, else the actual one.
"""


WaveAxis: TypeAlias = Literal["cut_off", "carrier", "zone", "priority", "kind"]
"""What orders of one wave have in common, besides their node.

- `cut_off`: The cut-off of their carrier.
- `carrier`: The carrier.
- `zone`: The zone that all their units lie in; orders over several zones go together.
- `priority`: Their priority.
- `kind`: One unit, one line, or several lines.
"""


WaveClosed: TypeAlias = Literal["max_orders", "max_units", "max_weight", "no_more_orders"]
"""Why no more orders went into a wave.

- `max_orders`: It has as many orders as it may.
- `max_units`: The next order would bring too many units.
- `max_weight`: The next order would make it too heavy.
- `no_more_orders`: No order was left that goes with it.
"""


WaveKind: TypeAlias = Literal["single_unit", "single_line", "multi_line"]
"""How the orders of a wave are picked.

- `single_unit`: One unit each: picked together, packed without sorting.
- `single_line`: Several units of one SKU each: counted out when packed.
- `multi_line`: Several SKUs: picked together, then sorted by slot (边拣边分, 二次分拣).
"""


WaveLeftReason: TypeAlias = Literal["too_many_units", "too_heavy"]
"""Why an order is in no wave.

- `too_many_units`: It alone has more units than a wave may have.
- `too_heavy`: It alone is heavier than a wave may be.
"""


Weekday: TypeAlias = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
"""A day of the week.

- `monday`: The first day of the week.
- `tuesday`: The second.
- `wednesday`: The third.
- `thursday`: The fourth.
- `friday`: The fifth.
- `saturday`: The sixth.
- `sunday`: The seventh.
"""


Weight: TypeAlias = int
"""A weight in whole grams."""


WriteBackMoment: TypeAlias = Literal["shipped", "picked_up"]
"""When a channel is told.

- `shipped`: When the parcel left. Channels punish numbers that no carrier has scanned for long.
- `picked_up`: When the carrier scanned it.
"""


WriteBackParcels: TypeAlias = Literal["all", "first", "last"]
"""Which parcels of an order a channel takes.

- `all`: All of them.
- `first`: The first that left: the channel takes one number.
- `last`: The last that left: the channel takes one number and lets it be replaced.
"""


WriteBackStatus: TypeAlias = Literal["sent", "confirmed", "failed"]
"""How telling a channel stands.

- `sent`: It was sent.
- `confirmed`: The channel has it.
- `failed`: The channel refused it, or could not be reached.
"""


WriteBackWait: TypeAlias = Literal["confirmed", "sent", "retry", "manual", "no_number", "not_picked_up", "other_parcel"]
"""Why a message is not sent now.

- `confirmed`: The channel has confirmed it.
- `sent`: It was sent, and the answer may still come.
- `retry`: It failed, and the time to try again has not come.
- `manual`: It failed too often: somebody has to look.
- `no_number`: The parcel has no number yet.
- `not_picked_up`: The carrier has not scanned it, and the channel wants that first.
- `other_parcel`: The channel takes another parcel of this order.
"""


class AcceptedCommand(Model, frozen=True, kw_only=True, tag_field="type", tag="accepted"):
    """It was carried out."""

    outcome: Outcome
    """What came of it."""


class AcknowledgePublication(Model, frozen=True, kw_only=True, tag_field="type", tag="acknowledge_publication"):
    """Note that a channel confirmed what it was told."""

    channel: str
    """The channel."""

    sku: str
    """The SKU."""

    version: int
    """The version confirmed."""


class AddLandedCost(Model, frozen=True, kw_only=True, tag_field="type", tag="add_landed_cost"):
    """A late bill comes for a receipt."""

    receipt: str
    """What names the receipt."""

    charges: list[LandedCharge]
    """What was charged."""


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

    lot: LotName | None = None
    """Of which lot; has to be named for a SKU that is kept by lot."""


class AdoptReservation(Model, frozen=True, kw_only=True, tag_field="type", tag="adopt_reservation"):
    """Let an order take over what a cart holds."""

    order: str
    """The order."""

    reservation: str
    """The cart's reservation."""


class AgeBonus(Model, frozen=True, kw_only=True):
    """What a unit saves that has been in stock for long."""

    from_days: int
    """From so many days on; rising from row to row."""

    bonus: Money
    """What it saves."""


class AlertCleared(Model, frozen=True, kw_only=True, tag_field="type", tag="alert_cleared"):
    """The free units rose above the upper mark, or nobody watches them any more."""

    node: str | None = None
    """The node; all active nodes together when absent."""

    free: int
    """The free units that cleared it."""


class AlertMarks(Model, frozen=True, kw_only=True):
    """Where an alert is raised and where it is cleared: below `low` it rises, above `high` it clears, between them it
    stays as it is (hysteresis, as in a Schmitt trigger).
    """

    low: Quantity
    """Fewer free units than this raise the alert."""

    high: Quantity
    """More free units than this clear it; at least `low`."""


class AlertRaised(Model, frozen=True, kw_only=True, tag_field="type", tag="alert_raised"):
    """The free units fell below the lower mark."""

    alert: StockAlert
    """The alert."""


class AlertView(Model, frozen=True, kw_only=True):
    """A raised alert of a SKU."""

    sku: str
    """The SKU."""

    alert: StockAlert
    """The alert."""


class AlertsAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="alerts"):
    """Which stock runs low."""

    alerts: list[AlertView]
    """By SKU and node."""


class AllocateOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="allocate_order"):
    """Set units aside at nodes: what its reservation holds as planned then, the rest by a new plan."""

    order: str
    """The order."""

    strategy: AllocationStrategyKind
    """How to plan."""

    lines: list[str] = msgspec.field(default_factory=list)
    """The lines to plan for; all when none is named, and where the policy ships orders whole. What its reservation
    holds is set aside in any case.
    """


class AllocateQuota(Model, frozen=True, kw_only=True, tag_field="type", tag="allocate_quota"):
    """Ring-fence free units of a SKU for a channel or a group of its buyers."""

    sku: str
    """The SKU."""

    part: QuotaPart
    """For whom, where and how many."""


class AllocateTransfer(Model, frozen=True, kw_only=True, tag_field="type", tag="allocate_transfer"):
    """Set units aside for a transfer at the node that gives."""

    transfer: str
    """The transfer."""

    units: list[TransferUnits] = msgspec.field(default_factory=lambda: [])
    """The units; all open ones when none is named."""


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

    facts: NodeFacts | None = None
    """What else is known of it."""


class AllocationCost(Model, frozen=True, kw_only=True):
    """What a plan costs."""

    freight: Money
    """All freight, each shipment's by its weight."""

    handling: Money
    """All handling, each shipment's by its weight."""

    split: Money
    """The split cost of every shipment after the first."""

    lines: list[CostLine] = msgspec.field(default_factory=list)
    """All other costs, of shipments and of the order, sorted by kind, then constraint."""

    total: Money
    """The sum of all."""


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

    facts: LineFacts | None = None
    """What else is known of it."""


class AllocationObjective(Model, frozen=True, kw_only=True):
    """What a plan is judged by, beside freight, handling and splits. All terms are in the problem's currency.

    Terms that are absent cost nothing. Each is weighed by its `weightPerMille`, 1000 by default.
    """

    goals: list[Goal] = msgspec.field(default_factory=list)
    """The goals in their order: each is met as well as the ones before it allow. Without any, as many units
    as possible ship at the lowest cost; or, where units that are not filled cost something, the lowest
    cost decides alone.
    """

    weights: ObjectiveWeights | None = None
    """How much freight, handling and splits weigh."""

    lateness: LatenessTerm | None = None
    """What arriving late costs."""

    stock_out: StockOutTerm | None = None
    """What selling the last units of a node costs."""

    markdown: MarkdownTerm | None = None
    """What clearing slow stock saves."""

    capacity: CapacityTerm | None = None
    """What filling a node up costs."""

    rejection: RejectionTerm | None = None
    """What the risk of a rejection costs."""

    priority: PriorityTerm | None = None
    """By how much some nodes are preferred."""

    co2: Co2Term | None = None
    """What emissions cost."""

    unfilled: UnfilledTerm | None = None
    """What units that do not ship cost."""

    balance: BalanceTerm | None = None
    """What uneven cover among nodes costs."""


class AllocationPlan(Model, frozen=True, kw_only=True):
    """Which nodes ship what. Per line, assigned and short units sum to the units asked for."""

    strategy: str
    """The name of the strategy that made it."""

    assignments: list[AllocationAssignment]
    """The units by line and node, sorted by line, then node."""

    shortfalls: list[AllocationShortfall]
    """The units that nobody ships, sorted by line, then reason, then constraint."""

    shipments: list[PlannedShipment]
    """The shipments, sorted by node."""

    cost: AllocationCost
    """What it costs."""

    candidates: list[AllocationVerdict]
    """Every candidate and its verdict, sorted by node."""

    tiers: list[TierReached] = msgspec.field(default_factory=list)
    """How far the tiers of each sourcing were asked, in the order of the problem's sourcing."""

    proof: PlanProof | None = None
    """What is proved about its cost, where the strategy proves something."""


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

    order: OrderFacts | None = None
    """What is known of the order."""

    constraints: list[AllocationConstraint] = msgspec.field(default_factory=list)
    """What a plan must obey, or pay for. Where several reject, the first is named."""

    objective: AllocationObjective | None = None
    """What a plan is judged by beside freight, handling and splits."""

    sourcing: list[LineSourcing] = msgspec.field(default_factory=list)
    """Which nodes are asked first."""


class AllocationShortfall(Model, frozen=True, kw_only=True):
    """Units of a line that nobody ships."""

    line: str
    """The order line."""

    quantity: Quantity
    """How many units."""

    reason: ShortfallReason
    """Why."""

    constraint: ConstraintRef | None = None
    """The constraint that is the reason."""


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

    costs: list[CostLine] = msgspec.field(default_factory=list)
    """What that cost comes from, freight and handling among them, sorted by kind, then constraint. What only the order
    as a whole costs, such as units that do not ship, is not among them.
    """

    complete: bool
    """Whether that is the whole order."""

    limits: list[CandidateLimit] = msgspec.field(default_factory=list)
    """The units that constraints keep from it, sorted by SKU, then constraint."""

    outcome: AllocationOutcome
    """What became of it."""


class Alternative(Model, frozen=True, kw_only=True):
    """Another plan for the same order."""

    nodes: list[str]
    """The nodes that would ship, sorted."""

    cost: Money
    """What it would cost."""

    margin: Money
    """How much more than the plan it would cost; negative where it is cheaper."""

    short_units: int
    """How many units it would leave."""

    without: str | None = None
    """The node that does not ship in it and does in the best plan."""


class AmountInOtherCurrency(Model, frozen=True, kw_only=True, tag_field="type", tag="amount_in_other_currency"):
    """The declared value, or what is to be collected, is in another currency than the card."""

    currency: str
    """The amount's currency."""


class AnyLotOwners(Model, frozen=True, kw_only=True, tag_field="type", tag="any"):
    """Anybody's."""


class ApproveOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="approve_order"):
    """Approve by hand."""

    order: str
    """The order."""


class ApproveTransfer(Model, frozen=True, kw_only=True, tag_field="type", tag="approve_transfer"):
    """Let a transfer go ahead."""

    transfer: str
    """The transfer."""

    approver: str
    """Who says so."""


class Area(Model, frozen=True, kw_only=True):
    """A part of the world: a country, a region of it, or postal codes that start alike."""

    country: str
    """The country."""

    region: str | None = None
    """The region; any when absent."""

    postcode_prefix: str = ""
    """What the postal code starts with; anything when empty."""


class AreaSet(Model, frozen=True, kw_only=True):
    """A set of places: in one of the countries, if any is named, and in one of the places, if any is named."""

    countries: list[str] = msgspec.field(default_factory=list)
    """The countries."""

    regions: list[str] = msgspec.field(default_factory=list)
    """Whole provinces or states."""

    cities: list[str] = msgspec.field(default_factory=list)
    """Whole cities, as addresses spell them."""

    districts: list[str] = msgspec.field(default_factory=list)
    """Whole districts, as addresses spell them."""

    postal_codes: list[str] = msgspec.field(default_factory=list)
    """Postal codes that start so."""

    postal_ranges: list[PostalRange] = msgspec.field(default_factory=list)
    """Postal codes from one to another."""


class ArrivalLine(Model, frozen=True, kw_only=True):
    """A line of an order."""

    sku: int
    """The SKU."""

    quantity: int
    """How many units."""

    weight_g: int
    """The weight of a unit."""

    short_cents: int
    """What leaving a unit unfilled costs, with the order's priority."""


class ArrivalNode(Model, frozen=True, kw_only=True):
    """A node that could ship."""

    node: int
    """The node."""

    distance_km: int
    """How far it is."""

    ship_cents: int
    """What a shipment costs."""

    unit_cents: int
    """What a unit costs."""

    units_left: int | None = None
    """How many more units it can send, if there is a limit."""

    stock: list[int]
    """Units left of each line, in the order of the lines."""

    services: list[ArrivalService]
    """The services to there."""


class ArrivalOrder(Model, frozen=True, kw_only=True):
    """An order and every node that could ship some of it now."""

    order: int
    """The order's place in the instance."""

    region: int
    """Its region."""

    complete: bool
    """Whether all units ship or none does."""

    max_shipments: int
    """The most shipments allowed."""

    split_cents: int
    """What each shipment after the first costs."""

    weight_step_g: int
    """The step in which freight is billed."""

    lines: list[ArrivalLine]
    """The lines."""

    nodes: list[ArrivalNode]
    """The nodes that have something of it, can send it and have a service to there; by node."""


class ArrivalService(Model, frozen=True, kw_only=True):
    """A service from a node to the order."""

    service: int
    """The service."""

    base_cents: int
    """What a shipment costs before its weight."""

    step_cents: int
    """What each started weight step costs."""

    late_cents: int
    """What its days late cost for this order."""

    max_weight_g: int | None = None
    """The heaviest shipment, if there is a limit."""


class AskAlerts(Model, frozen=True, kw_only=True, tag_field="type", tag="alerts"):
    """Which stock runs low."""

    tenant: str
    """Whose."""

    sku: str | None = None
    """Only of this SKU."""


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

    class_: int = msgspec.field(default_factory=lambda: 0)
    """To which class of buyers; what is kept for the classes above it counts for nothing."""


class AskCapacity(Model, frozen=True, kw_only=True, tag_field="type", tag="capacity"):
    """What of a node's days is taken."""

    tenant: str
    """Whose."""

    node: str
    """The node."""

    from_: datetime.date
    """The first day."""

    days: int
    """How many days, at most 366."""

    order: str | None = None
    """An order whose bookings are wanted too."""


class AskCount(Model, frozen=True, kw_only=True, tag_field="type", tag="count"):
    """A count, as its counters may see it."""

    tenant: str
    """Whose."""

    count: str
    """Which."""


class AskJournal(Model, frozen=True, kw_only=True, tag_field="type", tag="journal"):
    """What happened."""

    tenant: str | None = None
    """Whose entries; everybody's when absent, which is for those who run the system."""

    from_: int
    """The position of the first entry wanted; the first of all has position 0."""

    limit: int
    """The most to return."""


class AskLotTrace(Model, frozen=True, kw_only=True, tag_field="type", tag="lot_trace"):
    """Where units of a lot are and where they went."""

    tenant: str
    """Whose stock."""

    sku: str
    """The SKU."""

    lot: str
    """The lot, whoever owns its units."""


class AskLots(Model, frozen=True, kw_only=True, tag_field="type", tag="lots"):
    """The lots of a SKU."""

    tenant: str
    """Whose stock."""

    sku: str
    """The SKU."""

    at: datetime.datetime
    """When; what has expired by then is called so."""


class AskOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="order"):
    """An order."""

    tenant: str
    """Whose."""

    order: str
    """Which."""


class AskOrderBatch(Model, frozen=True, kw_only=True, tag_field="type", tag="order_batch"):
    """Which nodes would ship what of open orders, planned together."""

    tenant: str
    """Whose."""

    at: datetime.datetime
    """As of when."""

    batch: OrderBatch
    """Which orders, and how."""


class AskPacking(Model, frozen=True, kw_only=True, tag_field="type", tag="packing"):
    """How an order, or one shipment of it, is packed."""

    tenant: str
    """Whose."""

    order: str
    """Which order."""

    shipment: str | None = None
    """Only what this shipment of the order has; all units that are not cancelled when absent."""

    shipping: PackShipping | None = None
    """What shipping a parcel costs; only boxes cost when absent."""

    support_percent: int = msgspec.field(default_factory=lambda: 75)
    """How many percent of its base a unit must rest on."""

    effort: int = msgspec.field(default_factory=lambda: 1)
    """How long to search, 1 to 1000."""


class AskParcelAlerts(Model, frozen=True, kw_only=True, tag_field="type", tag="parcel_alerts"):
    """Which parcels are late or stuck."""

    tenant: str
    """Whose."""

    at: datetime.datetime
    """When."""

    terms: WatchTerms = msgspec.field(default_factory=lambda: WatchTerms(learned=LearnedLimits(limits=[])))
    """By what."""

    standing: list[ParcelAlert] = msgspec.field(default_factory=list)
    """The alerts of the last time, to be told what is new and what is gone."""


class AskParcelLimits(Model, frozen=True, kw_only=True, tag_field="type", tag="parcel_limits"):
    """How long parcels take, learned of those that arrived."""

    tenant: str
    """Whose."""

    quantile_milli: int
    """Which quantile, in thousandths."""

    min_samples: int
    """With fewer spans than this a lane has no limit of its own."""

    floor_minutes: int = msgspec.field(default_factory=lambda: 0)
    """No limit is learned below this, in minutes."""


class AskPromise(Model, frozen=True, kw_only=True, tag_field="type", tag="promise"):
    """By when so many units of a SKU can be promised."""

    tenant: str
    """Whose."""

    sku: str
    """The SKU."""

    node: str | None = None
    """The node; all that sell when absent."""

    quantity: Quantity
    """How many units."""

    at: datetime.datetime
    """The present; reservations and promises that have run out by then count for nothing."""

    due: datetime.datetime | None = None
    """The date wanted, if any."""

    own: str | None = None
    """The promise that would be made anew, which does not count against itself."""

    suppliers: list[PurchaseSource] = msgspec.field(default_factory=list)
    """Suppliers that units could come from, if they are short."""


class AskPublication(Model, frozen=True, kw_only=True, tag_field="type", tag="publication"):
    """What each channel would be told."""

    tenant: str
    """Whose stock."""

    skus: list[str]
    """Which SKUs."""

    at: datetime.datetime
    """When; reservations that have run out by then count for nothing."""

    delivery_methods: list[DeliveryMethod] = msgspec.field(default_factory=list)
    """The ways of delivery that safety stock is asked for; those of the policy when empty."""


class AskReport(Model, frozen=True, kw_only=True, tag_field="type", tag="report"):
    """A report."""

    tenant: str
    """Whose."""

    query: ReportQuery
    """What to report."""


class AskSerials(Model, frozen=True, kw_only=True, tag_field="type", tag="serials"):
    """Single units by their serial numbers."""

    tenant: str
    """Whose."""

    serials: list[str]
    """The numbers."""


class AskShipment(Model, frozen=True, kw_only=True, tag_field="type", tag="shipment"):
    """A shipment."""

    tenant: str
    """Whose."""

    shipment: str
    """Which."""


class AskSourcing(Model, frozen=True, kw_only=True, tag_field="type", tag="sourcing"):
    """The sourcing."""

    tenant: str
    """Whose."""


class AskStateHash(Model, frozen=True, kw_only=True, tag_field="type", tag="state_hash"):
    """The hash of everything stored."""


class AskSupply(Model, frozen=True, kw_only=True, tag_field="type", tag="supply"):
    """What is expected of a SKU, and how its promises stand."""

    tenant: str
    """Whose."""

    sku: str
    """The SKU."""

    at: datetime.datetime
    """The present."""


class AskTodos(Model, frozen=True, kw_only=True, tag_field="type", tag="todos"):
    """What should be bought."""

    tenant: str
    """Whose."""

    sku: str | None = None
    """Only of this SKU."""

    status: TodoStatus | None = None
    """Only those that stand so; open ones when absent."""

    at: datetime.datetime
    """When; a to-do snoozed until then or earlier is open."""


class AskTrackingGaps(Model, frozen=True, kw_only=True, tag_field="type", tag="tracking_gaps"):
    """Codes of carriers that are in no table, counted."""

    tenant: str
    """Whose."""


class AskTrackingSources(Model, frozen=True, kw_only=True, tag_field="type", tag="tracking_sources"):
    """Whose codes are known."""


class AskTransfer(Model, frozen=True, kw_only=True, tag_field="type", tag="transfer"):
    """A transfer."""

    tenant: str
    """Whose."""

    transfer: str
    """Which."""


class AskValuation(Model, frozen=True, kw_only=True, tag_field="type", tag="valuation"):
    """What stock is worth."""

    tenant: str
    """Whose stock."""

    skus: list[str] = msgspec.field(default_factory=list)
    """Which SKUs; all that are costed when empty."""


class AskWriteBacks(Model, frozen=True, kw_only=True, tag_field="type", tag="write_backs"):
    """Which tracking numbers which channels are to be told."""

    tenant: str
    """Whose."""

    at: datetime.datetime
    """When."""

    policies: list[WriteBackPolicy] = msgspec.field(default_factory=list)
    """How channels want to be told."""

    channel: str | None = None
    """Of which channel; of all when absent."""


class AssembleKit(Model, frozen=True, kw_only=True, tag_field="type", tag="assemble_kit"):
    """Put kits together from their components at a node: all of it or nothing."""

    sku: str
    """The kit, whose record is of the kind `assembled`."""

    node: str
    """The node."""

    quantity: Quantity
    """How many kits."""


class AssignContracts(Model, frozen=True, kw_only=True, tag_field="type", tag="assign_contracts"):
    """Which carriers take which parcels under contracts."""

    currency: str
    """The currency of all money in it."""

    parcels: list[ContractParcel]
    """The parcels with the services that take them."""

    contracts: list[CarrierContract]
    """What was agreed with carriers; nothing with those that are not named."""


class AssignOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="assign_order"):
    """Set units aside at the nodes that somebody else chose."""

    order: str
    """The order."""

    units: list[LineUnits]
    """Units by line and node."""


class AssignedContracts(Model, frozen=True, kw_only=True, tag_field="type", tag="assign_contracts"):
    """Who gets which, and what that costs."""

    parcels: list[AssignedParcel]
    """The parcels, in the order of the question."""

    contracts: list[ContractStanding]
    """How the contracts stand then, in the order of the question."""

    service_cost: Money
    """What the services cost."""

    shortfall_cost: Money
    """What is paid for parcels missing to commitments."""

    rebate: Money
    """What comes back as rebates."""

    cost: Money
    """All of it."""

    cheapest_each_cost: Money | None = None
    """What it would cost to give each parcel to the cheapest service for it, contracts included; absent where a
    carrier would get more than it takes.
    """


class AssignedParcel(Model, frozen=True, kw_only=True):
    """Who gets a parcel."""

    id: str
    """The parcel."""

    option: ContractOption | None = None
    """The service; absent where nobody can take it."""

    by_cost: Money | None = None
    """How much more it costs than the cheapest service for this parcel."""


class AttributeDimension(Model, frozen=True, kw_only=True, tag_field="type", tag="attribute"):
    """A property."""

    attribute: ReportAttribute
    """Which."""


class AuditAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="audit"):
    """What the audit found."""

    audit: AuditReport
    """The report."""


class AuditBill(Model, frozen=True, kw_only=True, tag_field="type", tag="audit_bill"):
    """What a carrier bills against what its cards say."""

    currency: str
    """The currency of everything in it."""

    expected: list[ExpectedParcel]
    """What was sent, and what it should cost by the cards: quotes as they were explained."""

    billed: list[BilledParcel]
    """What the carrier bills, in the order of the bill."""

    tolerance: AuditTolerance = msgspec.field(default_factory=lambda: AuditTolerance(grams=0))
    """What is let pass."""


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


class AuditTolerance(Model, frozen=True, kw_only=True):
    """What is let pass."""

    amount: Money | None = None
    """So much for a waybill; nothing when absent."""

    percent: Decimal | None = None
    """Such a part of what was expected, if that is more."""

    grams: int = msgspec.field(default_factory=lambda: 0)
    """So many grams between the weight charged and the weight expected."""

    pick_grams: int | None = None
    """So many grams between what the contents should weigh and what the node weighed; more says that something else
    was packed. Not looked at when absent.
    """


class AuditedBill(Model, frozen=True, kw_only=True, tag_field="type", tag="audit_bill"):
    """Every difference, and what to claim."""

    parcels: list[AuditedParcel]
    """Every waybill that is billed, in the order of the bill, then those that are not, by number."""

    expected: Money
    """What was expected for what is billed, each waybill once."""

    billed: Money
    """What is billed."""

    claim: Money
    """What to claim back: everything billed above what was expected, where it is not let pass."""

    under: Money
    """What was billed too little, where it is not let pass."""


class AuditedParcel(Model, frozen=True, kw_only=True):
    """What is said of a waybill."""

    number: str
    """The waybill number."""

    reference: str = ""
    """Where it stands on the bill."""

    outcome: AuditOutcome
    """What came of it."""

    expected: Money | None = None
    """What was expected."""

    billed: Money | None = None
    """What is billed."""

    differences: list[BillDifference] = msgspec.field(default_factory=list)
    """Every difference, whether it is let pass or not."""

    pick_gap_grams: int | None = None
    """By how many grams the node weighed something else than the contents should weigh, where that is too much:
    perhaps the wrong item was picked.
    """


class Availability(Model, frozen=True, kw_only=True):
    """How many units of a SKU could be promised."""

    sku: str
    """The SKU."""

    promiseable: int
    """Over all nodes that sell: the sum of what is promiseable at each. Of a virtual kit, the kits that the components
    of all these nodes make together.
    """

    unlimited: bool = False
    """Whether any number of units may be promised, because of how the SKU is sold; the figures are bounds then."""

    groups: list[GroupAvailability] = msgspec.field(default_factory=list)
    """By group: the sum over its nodes. Of a virtual kit, the kits that the components of the group's nodes make."""

    nodes: list[NodeAvailability]
    """By node, those that do not sell included."""

    kit: KitAvailability | None = None
    """What makes the figures of a virtual kit, and what limits them."""


class AvailabilityAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="availability"):
    """How many units could be promised."""

    skus: list[Availability]
    """By SKU, in the order asked."""


class BackedByLeadTime(Model, frozen=True, kw_only=True, tag_field="type", tag="lead_time"):
    """The lead time after which any number can be had."""

    days: int
    """How many days."""


class BackedByReceipts(Model, frozen=True, kw_only=True, tag_field="type", tag="receipts"):
    """Receipts."""

    receipts: list[str]
    """The receipts whose units become available on that date."""


class BackedByStock(Model, frozen=True, kw_only=True, tag_field="type", tag="stock"):
    """Units that are there."""


class BacklogEnd(Model, frozen=True, kw_only=True):
    """When a backlog is done."""

    utilisation: Ratio
    """The full working days and the part of the last one; days without capacity are no part of it."""

    calendar_days: int
    """How many calendar days it takes, those without capacity included: 1 when it is done today, 0 without a backlog."""


class BacklogQuestion(Model, frozen=True, kw_only=True, tag_field="type", tag="backlog_utilisation"):
    """How many days of capacity a backlog fills."""

    capacities: list[int]
    """What can be done on each day from today on; nothing on a holiday."""

    backlog: int
    """What waits."""


class BacklogUtilisation(Model, frozen=True, kw_only=True, tag_field="type", tag="backlog_utilisation"):
    """How many days it fills."""

    end: BacklogEnd | None = None
    """Full working days and the part of the last one, exactly; absent when the days given do not suffice."""

    left: int
    """What is left after the days given."""


class BackorderBehind(Model, frozen=True, kw_only=True, tag_field="type", tag="behind"):
    """A line before it takes all its units or none and did not fit."""

    order: str
    """That line's order; the line's own when it is the one that does not fit."""

    line: str
    """That line."""

    short: Quantity
    """Units that it lacks."""


class BackorderEntry(Model, frozen=True, kw_only=True):
    """A line that waits for units. Order and line name it."""

    order: str
    """The order."""

    line: str
    """The line."""

    sku: str
    """What it waits for."""

    quantity: Quantity
    """How many units it waits for, at least one."""

    class_: int = msgspec.field(default_factory=lambda: 0)
    """The class of buyers it is for; higher classes come first, 0 is everybody."""

    due: datetime.datetime | None = None
    """Until when it should be served."""

    margin: Money | None = None
    """What serving all its units earns."""

    waiting_since: datetime.datetime
    """Since when the line has been waiting: its first wait, which no split and no edit makes later."""


class BackorderGrant(Model, frozen=True, kw_only=True):
    """What a line got, and why."""

    order: str
    """The order."""

    line: str
    """The line."""

    sku: str
    """The SKU."""

    place: int
    """Its place among the lines that wait for the SKU, from 1."""

    wanted: Quantity
    """Units it waits for."""

    granted: Quantity
    """Units it gets."""

    reason: BackorderReason
    """Why."""


class BackorderInFull(Model, frozen=True, kw_only=True, tag_field="type", tag="in_full"):
    """All its units were there when its turn came."""


class BackorderIncomplete(Model, frozen=True, kw_only=True, tag_field="type", tag="incomplete"):
    """Its order could not be served whole."""

    sku: str
    """A SKU that its order lacked."""

    wanted: int
    """Units of it that the whole order waits for."""

    available: int
    """Units that were left when the order's turn came."""


class BackorderLeft(Model, frozen=True, kw_only=True, tag_field="type", tag="left"):
    """It fitted into what the lines worth most had left."""


class BackorderNothingLeft(Model, frozen=True, kw_only=True, tag_field="type", tag="nothing_left"):
    """No unit was there when its turn came."""


class BackorderOutweighed(Model, frozen=True, kw_only=True, tag_field="type", tag="outweighed"):
    """Other lines were worth more."""

    available: Quantity
    """Units that were left after the lines before it."""


class BackorderPartly(Model, frozen=True, kw_only=True, tag_field="type", tag="partly"):
    """Fewer units were there when its turn came."""

    available: Quantity
    """Units that were there."""


class BackorderPlan(Model, frozen=True, kw_only=True):
    """Who gets how much, and what is left."""

    grants: list[BackorderGrant]
    """Every line that waits, by its place in the queue."""

    left: list[BackorderSupply]
    """Units that nobody got, by SKU."""

    value: BackorderValue | None = None
    """What the lines served are worth, in the mode `max_value` and where there are margins."""


class BackorderPlanCalculated(Model, frozen=True, kw_only=True, tag_field="type", tag="backorders"):
    """Who gets how much."""

    grants: list[BackorderGrant]
    """Every line that waits, by its place in the queue."""

    left: list[BackorderSupply]
    """Units that nobody got, by SKU."""

    value: BackorderValue | None = None
    """What the lines served are worth, in the mode `max_value` and where there are margins."""


class BackorderRequest(Model, frozen=True, kw_only=True, tag_field="type", tag="backorders"):
    """Who gets units that are short."""

    mode: BackorderMode = msgspec.field(default_factory=lambda: "fifo")
    """How to share."""

    keys: list[QueueKey] = msgspec.field(default_factory=lambda: ["class", "due", "margin", "age"])
    """The keys of the queue, most important first; class, due date, margin and age by default."""

    whole_lines: bool = msgspec.field(default_factory=lambda: False)
    """Whether a line takes all its units or none, in the modes `fifo` and `priority`. A line that does not fit then
    keeps everybody behind it waiting, so that a small line never slips past a large one.
    """

    supply: list[BackorderSupply]
    """What there is."""

    entries: list[BackorderEntry]
    """Who waits."""


class BackorderShare(Model, frozen=True, kw_only=True, tag_field="type", tag="share"):
    """It got its share of what there was."""

    available: int
    """Units that there were."""

    wanted_by_all: int
    """Units that all lines waited for: the exact share is `wanted · available / wanted by all`."""

    rounded_up: bool
    """Whether it got one of the units left by rounding."""


class BackorderSupply(Model, frozen=True, kw_only=True):
    """Units of a SKU."""

    sku: str
    """The SKU."""

    quantity: Quantity
    """How many units."""


class BackorderSupplyAt(Model, frozen=True, kw_only=True):
    """Units of a SKU that are there from an instant on."""

    sku: str
    """The SKU."""

    at: datetime.datetime
    """From when on."""

    quantity: Quantity
    """How many units."""


class BackorderUnitsAt(Model, frozen=True, kw_only=True):
    """Units at an instant."""

    at: datetime.datetime
    """When."""

    quantity: Quantity
    """How many units."""


class BackorderValue(Model, frozen=True, kw_only=True):
    """What the lines served are worth."""

    value: Money
    """The sum of their margins."""

    at_most: Money
    """What no plan can exceed."""

    exact: bool
    """Whether no plan is worth more."""


class BacktestAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="backtest"):
    """What each would have cost, and how sure the differences are."""

    report: BacktestReport
    """The sums and the differences."""


class BacktestCapacity(Model, frozen=True, kw_only=True):
    """How many shipments a node can send in a day."""

    node: str
    """The node."""

    shipments: int
    """How many shipments."""


class BacktestDay(Model, frozen=True, kw_only=True, tag_field="type", tag="day"):
    """A day began: capacity is there again."""


class BacktestOf(Model, frozen=True, kw_only=True, tag_field="type", tag="backtest"):
    """What strategies would have cost over a recorded stream of orders."""

    stream: BacktestStream
    """What happened."""

    strategies: list[AllocationStrategyKind]
    """The strategies; each is compared with the first."""

    resamples: int
    """How many histories are resampled for each interval; 2,000 is plenty."""

    seed: int
    """Where the resampling starts."""


class BacktestOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="order"):
    """An order came."""

    order: str
    """The order."""

    problem: AllocationProblem
    """What was to be decided."""


class BacktestReceipt(Model, frozen=True, kw_only=True, tag_field="type", tag="receipt"):
    """Units came in."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    quantity: Quantity
    """How many units."""


class BacktestReport(Model, frozen=True, kw_only=True):
    """Every strategy's sums, and how each differs from the first."""

    scores: list[BacktestScore]
    """In the order in which the strategies were given."""

    differences: list[PairedDifference]
    """Each strategy after the first against the first."""


class BacktestScore(Model, frozen=True, kw_only=True):
    """Sums over all orders of the stream."""

    strategy: str
    """The strategy."""

    orders: int
    """Orders."""

    complete_orders: int
    """Orders of which nothing is short."""

    shipments: int
    """Shipments."""

    split_orders: int
    """Orders in more than one shipment."""

    units_short: int
    """Units left short."""

    freight: Money
    """What carriers ask."""

    other: Money
    """Everything else that plans cost."""

    short: Money
    """What units left short are taken to cost."""

    total: Money
    """The sum of the three."""


class BacktestStream(Model, frozen=True, kw_only=True):
    """A recorded stream. What nodes have comes from its receipts; what the candidates of its orders say of it is not read."""

    capacity: list[BacktestCapacity] = msgspec.field(default_factory=list)
    """How many shipments nodes can send in a day; a node that is not named has no limit."""

    events: list[BacktestEvent]
    """What happened, in the order in which it did."""

    short_cost: Money
    """What each unit left short is taken to cost."""


class BalanceCell(Model, frozen=True, kw_only=True):
    """A SKU at a node, and how quickly it sells."""

    node: str
    """The node."""

    sku: str
    """The SKU."""

    on_hand: Quantity
    """Units on hand."""

    daily_demand_milli: int
    """Mean demand a day in thousandths of a unit; at least 1."""


class BalanceTerm(Model, frozen=True, kw_only=True):
    """Balance: by how much the order raises the variance of cover days among the cells of each SKU, at a price
    for each squared day; it saves where it lowers it.

    A cell covers `1000 · units / dailyDemandMilli` days, in whole thousandths rounded down; the variance is
    the mean of the squares less the square of the mean. The cost of each SKU is rounded to the minor unit
    once, halves up.
    """

    price: Money
    """What a squared day of variance costs."""

    cells: list[BalanceCell]
    """The cells that are balanced with each other, by SKU."""

    weight_per_mille: int = 0
    """How much it weighs, in thousandths."""


class BarPattern(Model, frozen=True, kw_only=True, tag_field="type", tag="bars"):
    """Bars."""

    widths: list[int]
    """Widths in modules: a bar, a space, a bar …; begins and ends with a bar."""

    text: str
    """What people read below it, with its check digit."""

    quiet: int
    """White modules that must stay free on either side."""


class BarcodeRequest(Model, frozen=True, kw_only=True):
    """What a barcode is asked for."""

    symbology: Symbology
    """The kind."""

    content: str
    """What it says."""

    correction: QrCorrection = msgspec.field(default_factory=lambda: "medium")
    """The damage that a QR code survives; the other kinds do not look at it."""


class BenchRow(Model, frozen=True, kw_only=True):
    """One strategy on one instance. Shares are in millionths, rounded down; a share of nothing is absent."""

    instance: str
    """The instance."""

    family: str
    """The family of the instance."""

    strategy: str
    """The strategy."""

    orders: int
    """How many orders there are."""

    cost_cents: int
    """What the solution costs."""

    freight_cents: int
    """The carriers' part."""

    handling_cents: int
    """The nodes' part: shipments and units."""

    split_cents: int
    """Split shipments."""

    late_cents: int
    """Days late."""

    short_cents: int
    """Units left unfilled. Where it is most of the cost, so are its differences: look at freight apart."""

    bound_cents: int
    """A cost that no solution is below."""

    gap_ppm: int | None = None
    """`(cost - bound) / bound`, in millionths."""

    fill_ppm: int | None = None
    """Units shipped of those ordered, in millionths."""

    shipments: int
    """Shipments."""

    shipments_per_order_ppm: int | None = None
    """Shipments for each order that ships anything, in millionths."""

    kilometres: int
    """Kilometres over all shipments."""

    late_ppm: int | None = None
    """Shipments that come late, in millionths."""

    median_ns: int | None = None
    """Nanoseconds per order: the median, where whoever called had a clock."""

    p99_ns: int | None = None
    """Nanoseconds per order: 99 of 100 were faster."""


class BeyondBands(Model, frozen=True, kw_only=True, tag_field="type", tag="beyond_bands"):
    """The destination lies beyond the last band."""

    metres: int
    """The distance in metres."""

    last_km: int | None = None
    """Where the last band ends, in kilometres; absent if there is no band."""


class BillDifference(Model, frozen=True, kw_only=True):
    """A difference between bill and card."""

    reason: BillDifferenceReason
    """What differs."""

    kind: RateLineKind | None = None
    """In which part."""

    id: str | None = None
    """In which surcharge or discount."""

    expected: str
    """What was expected: an amount, a number of grams, a name."""

    billed: str
    """What the bill says."""

    by: Money | None = None
    """How much more is billed for that part; absent where no part differs."""


class BilledLine(Model, frozen=True, kw_only=True):
    """A part of what is billed."""

    kind: RateLineKind
    """What it is for."""

    id: str | None = None
    """Which surcharge or discount."""

    amount: Money
    """The amount."""


class BilledParcel(Model, frozen=True, kw_only=True):
    """What a carrier bills for a waybill."""

    number: str
    """The waybill number."""

    reference: str = ""
    """Where it stands on the bill."""

    carrier: str | None = None
    """The carrier, where the bill names it."""

    service: str | None = None
    """The service, where the bill names it."""

    zone: str | None = None
    """The zone, where the bill names it."""

    grams: int | None = None
    """The weight that is charged in grams, where the bill names it."""

    lines: list[BilledLine] = msgspec.field(default_factory=list)
    """The parts, where the bill names them."""

    total: Money
    """What is billed in all."""


class Blackout(Model, frozen=True, kw_only=True):
    """A time in which a service takes nothing."""

    window: Window
    """The time: the instant of hand-over lies inside."""

    areas: list[str] = msgspec.field(default_factory=list)
    """Only for destinations in these areas of the card; for all when empty."""

    reason: str = ""
    """Why."""


class BlockedRegion(Model, frozen=True, kw_only=True):
    """A region whose buyers are told 0."""

    region: str
    """The region."""

    channels: list[str] = msgspec.field(default_factory=list)
    """The channels that hide there what they have; all when empty."""


class Bonded(Model, frozen=True, kw_only=True, tag_field="type", tag="bonded"):
    """Where bonded stock may go."""

    countries: list[str]
    """The countries."""

    price: Money | None = None
    """What each shipment from bond to elsewhere costs; never allowed when absent."""


class BooleanFieldValue(Model, frozen=True, kw_only=True, tag_field="type", tag="boolean"):
    """Yes or no."""

    value: bool


class Border(Model, frozen=True, kw_only=True):
    """A border, in one direction."""

    from_: str
    """From which country."""

    to: str
    """To which."""


class BorrowLender(Model, frozen=True, kw_only=True):
    """A line that holds units."""

    order: str
    """The order."""

    line: str
    """The line."""

    quantity: Quantity
    """Units it holds."""

    ships_at: datetime.datetime
    """When it must ship."""

    lock_seconds: int = msgspec.field(default_factory=lambda: 0)
    """For how many seconds before that its units may not be touched any more."""


class BorrowLocked(Model, frozen=True, kw_only=True, tag_field="type", tag="locked"):
    """It is about to ship."""

    since: datetime.datetime | None = None
    """Since when its units may not be touched; absent when that is before all dates."""


class BorrowMove(Model, frozen=True, kw_only=True):
    """Units taken from a line and what serves it instead."""

    order: str
    """The order."""

    line: str
    """The line."""

    quantity: Quantity
    """Units taken."""

    covered_by: list[BackorderUnitsAt]
    """The incoming units that serve the line instead."""

    slack_seconds: int
    """Seconds between the last of them and the line's own shipping."""


class BorrowNotLater(Model, frozen=True, kw_only=True, tag_field="type", tag="not_later"):
    """It does not ship later than the line that wants to borrow."""

    ships_at: datetime.datetime
    """When it ships."""


class BorrowNotRecovered(Model, frozen=True, kw_only=True, tag_field="type", tag="not_recovered"):
    """Nothing comes in time that could serve it instead."""

    needed_by: datetime.datetime
    """By when units would have to come."""


class BorrowPlan(Model, frozen=True, kw_only=True, tag_field="type", tag="borrow"):
    """From whom it may borrow."""

    moves: list[BorrowMove]
    """From whom, those that ship last first."""

    short: Quantity
    """Units that nobody can lend."""

    declined: list[BorrowRefused]
    """Lines that lend nothing although units are wanted, and why."""


class BorrowRefused(Model, frozen=True, kw_only=True):
    """A line that lends nothing."""

    order: str
    """The order."""

    line: str
    """The line."""

    reason: BorrowRefusal
    """Why."""


class BorrowRequest(Model, frozen=True, kw_only=True, tag_field="type", tag="borrow"):
    """What an urgent line may borrow from later ones."""

    at: datetime.datetime
    """When it is asked."""

    sku: str
    """What the line wants."""

    quantity: Quantity
    """How many units."""

    needed_at: datetime.datetime
    """When the line must ship."""

    lenders: list[BorrowLender]
    """Lines that hold units of the SKU."""

    incoming: list[BackorderSupplyAt]
    """Units that will come and are promised to nobody."""


class BoundGap(Model, frozen=True, kw_only=True):
    """What is proved about a cost."""

    proved: bool
    """Whether the best plan is proved to be the best that is possible."""

    bound: Money | None = None
    """The lowest cost that has not been ruled out; absent where none is known."""


class BoxDearer(Model, frozen=True, kw_only=True, tag_field="type", tag="dearer"):
    """It would cost more, or as much and stands behind."""

    cost: Money
    """What it would cost, shipping included."""

    by: Money
    """By how much more than the one taken."""


class BoxNotArranged(Model, frozen=True, kw_only=True, tag_field="type", tag="no_arrangement"):
    """Nobody found a way to lay everything in; a greater effort may."""


class BoxOutOfStock(Model, frozen=True, kw_only=True, tag_field="type", tag="out_of_stock"):
    """All of it are in use."""


class BoxRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="box"):
    """A box was written."""

    box: BoxType
    """The box."""


class BoxTaken(Model, frozen=True, kw_only=True, tag_field="type", tag="taken"):
    """It was taken."""

    cost: Money
    """What it costs, shipping included."""


class BoxTooFull(Model, frozen=True, kw_only=True, tag_field="type", tag="too_full"):
    """The content has more volume than it may hold."""

    volume: int
    """The volume of the content in cubic millimetres."""

    limit_volume: int
    """The most in cubic millimetres."""


class BoxTooHeavy(Model, frozen=True, kw_only=True, tag_field="type", tag="too_heavy"):
    """The content is heavier than it may hold."""

    grams: int
    """What the content weighs in grams."""

    limit_grams: int
    """The most in grams."""


class BoxTooSmall(Model, frozen=True, kw_only=True, tag_field="type", tag="too_small"):
    """An item fits it in no position."""

    item: str
    """The first item that does not fit."""


class BoxTooSoft(Model, frozen=True, kw_only=True, tag_field="type", tag="fragile"):
    """A fragile item does not go into a mailer."""

    item: str
    """The first fragile item."""


class BoxType(Model, frozen=True, kw_only=True):
    """A kind of box."""

    id: str
    """Its id."""

    name: str = msgspec.field(default_factory=lambda: "")
    """What people call it."""

    kind: BoxKind = msgspec.field(default_factory=lambda: "carton")
    """Stiff or not."""

    inner: Dimensions
    """The space inside."""

    outer: Dimensions | None = None
    """What a carrier measures; the inner size when absent."""

    tare: Weight = msgspec.field(default_factory=lambda: 0)
    """What it weighs empty."""

    max_weight: Weight | None = None
    """The heaviest it may be, itself included; no limit when absent."""

    cost: Money
    """What one costs."""

    fill_limit_percent: int = msgspec.field(default_factory=lambda: 100)
    """How many percent of the space inside may be used, 1 to 100."""

    void_percent: int = msgspec.field(default_factory=lambda: 0)
    """How many percent more space things take with what is stuffed around them."""

    stock: int | None = None
    """How many there are; any number when absent."""


class BoxWithoutPrice(Model, frozen=True, kw_only=True, tag_field="type", tag="no_price"):
    """Shipping has no price for the weight."""

    chargeable_grams: int
    """The chargeable weight in grams."""


class BrokenPromisesExplained(Model, frozen=True, kw_only=True, tag_field="type", tag="broken_promises"):
    """Promises that cannot be kept any more."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    broken: list[PromiseStanding]
    """All of them, each with what it lacks and a new date, by due date and id."""


class BuildWavesAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="build_waves"):
    """The waves with their pick lists and reasons."""

    plan: WavePlan
    """The waves with their pick lists and reasons."""


class BuildWavesOf(Model, frozen=True, kw_only=True, tag_field="type", tag="build_waves"):
    """Which orders are picked together, and along which way."""

    request: WaveRequest
    """The orders and the limits."""


class ByExpectedCost(Model, frozen=True, kw_only=True, tag_field="type", tag="expected_cost"):
    """The lowest cost with everything that may go wrong."""

    late: Money
    """What a late parcel costs; a service that misses the promise is late for sure."""

    value: Money
    """What a lost parcel costs, commonly its value."""

    damage: Money
    """What a damaged parcel costs."""


class ByPerformance(Model, frozen=True, kw_only=True, tag_field="type", tag="performance"):
    """The best record of being on time."""

    z_thousandths: int = msgspec.field(default_factory=lambda: 1645)
    """How sure to be, as thousandths of standard deviations: 1645 for 95 %."""

    floor: Decimal = msgspec.field(default_factory=lambda: Decimal("0"))
    """The floor."""

    break_after: int | None = None
    """After how many parcels below the floor a service is left out; never when absent."""


class ByScore(Model, frozen=True, kw_only=True, tag_field="type", tag="score"):
    """The lowest weighted score."""

    weights: ScoreWeights
    """How much each figure weighs."""


class ByShares(Model, frozen=True, kw_only=True, tag_field="type", tag="shares"):
    """The carrier that is furthest behind its share."""

    shares: list[ServiceShare]
    """The shares; a carrier that is not named has none."""

    tolerance: Decimal | None = None
    """By how many percent a service may cost more than the cheapest; by any when absent."""


class ByTable(Model, frozen=True, kw_only=True, tag_field="type", tag="table"):
    """The first row of a table that fits; services in no row come last, the cheapest first."""

    rows: list[TableRow]
    """The rows, the most important first."""


class Calendar(Model, frozen=True, kw_only=True):
    """When a node works, how long its work takes, and when carriers come for it.

    A calendar without opening hours never opens. Exceptions stand for whole dates: on these dates their hours hold and
    those of the week do not.
    """

    time_zone: TimeZone = msgspec.field(default_factory=lambda: TimeZone(name="", offset_seconds=0))
    """The civil time of all that follows; UTC when absent."""

    week: list[OpeningHours] = msgspec.field(default_factory=lambda: [])
    """The hours of a week."""

    exceptions: list[CalendarException] = msgspec.field(default_factory=list)
    """Holidays and days with other hours; no two of them share a date."""

    cut_offs: list[CutOff] = msgspec.field(default_factory=list)
    """Until when of a day orders are still worked on that day."""

    processing: Processing = msgspec.field(default_factory=lambda: Processing(fixed_minutes=0, per_unit_seconds=0))
    """How long the work on an order takes."""

    pickups: list[PickupSchedule] = msgspec.field(default_factory=list)
    """When carriers come; one that has no schedule comes whenever something is ready."""


class CalendarException(Model, frozen=True, kw_only=True):
    """Dates with hours of their own; a holiday has none."""

    from_: datetime.date
    """The first date."""

    until: datetime.date | None = None
    """The last date; the first when absent."""

    hours: list[Opening] = msgspec.field(default_factory=list)
    """The hours of each of these dates; closed when empty."""

    note: str = msgspec.field(default_factory=lambda: "")
    """Why, for people."""


class CancelCount(Model, frozen=True, kw_only=True, tag_field="type", tag="cancel_count"):
    """Give a count up."""

    count: str
    """The count."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class CancelOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="cancel_order"):
    """Cancel units that no warehouse has been told to pick; their stock becomes free. Rules' holds are looked at anew."""

    order: str
    """The order."""

    lines: list[LineQuantity] = msgspec.field(default_factory=list)
    """Units by line; everything that has not left when empty."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class CancelReceipt(Model, frozen=True, kw_only=True, tag_field="type", tag="cancel_receipt"):
    """Nothing more comes of a receipt."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    receipt: str
    """The receipt."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class CancelTodo(Model, frozen=True, kw_only=True, tag_field="type", tag="cancelled"):
    """It will not be bought, or the rest not any more. The next review opens a new one if it is still needed: snooze a
    to-do to be left alone.
    """

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class CancelTransfer(Model, frozen=True, kw_only=True, tag_field="type", tag="cancel_transfer"):
    """Cancel units of a transfer that have not left."""

    transfer: str
    """The transfer."""

    units: list[TransferUnits] = msgspec.field(default_factory=lambda: [])
    """The units; all that have not left when none is named."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class CandidateChosen(Model, frozen=True, kw_only=True, tag_field="type", tag="chosen"):
    """It ships."""

    units: int
    """How many units it ships."""

    cost: Money
    """What its shipment costs, by its weights."""


class CandidateLimit(Model, frozen=True, kw_only=True):
    """Units that a constraint keeps from a candidate."""

    sku: str
    """The SKU."""

    units: Quantity
    """How many of its units at the candidate."""

    constraint: ConstraintRef
    """The constraint."""


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

    constraint: ConstraintRef | None = None
    """The constraint that is the reason."""


class Capability(Model, frozen=True, kw_only=True, tag_field="type", tag="capability"):
    """Hazardous, cold and other goods need nodes that can handle them."""

    price: Money | None = None
    """What each unit from a node that cannot costs; never allowed when absent."""


class Capacity(Model, frozen=True, kw_only=True, tag_field="type", tag="capacity"):
    """What nodes can still do."""

    measure: CapacityMeasure
    """In what it is counted."""

    process_path: str | None = None
    """Only lines of this path count; all when absent."""

    rooms: list[NodeRoom]
    """The room by node; a node that is not named has no limit."""

    price: Money | None = None
    """What each order, line, unit, started kilogram or started litre beyond costs; never allowed when absent."""


class CapacityAmounts(Model, frozen=True, kw_only=True):
    """How much work it is, by measure."""

    orders: int
    """Orders."""

    lines: int
    """Lines."""

    units: int
    """Units."""

    weight_grams: int
    """Grams."""

    volume_cm3: int
    """Cubic centimetres."""


class CapacityAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="capacity"):
    """What of the node's days is taken."""

    closure: NodeClosure | None = None
    """Until when the node is closed, if it was closed for a while."""

    days: list[DayCapacity]
    """By day, then path; nothing for a node without limits."""

    booked: CapacityUse | None = None
    """What the order named has booked, anywhere."""


class CapacityConfirmed(Model, frozen=True, kw_only=True, tag_field="type", tag="confirmed"):
    """The warehouse was told, so the work is certain."""

    node: str
    """The node."""

    day: datetime.date
    """The day."""

    path: str
    """The path."""

    amounts: CapacityAmounts
    """What the order takes of the day."""


class CapacityDates(Model, frozen=True, kw_only=True):
    """Dates with limits of their own."""

    from_: datetime.date
    """The first date."""

    until: datetime.date | None = None
    """The last date; the first when absent."""

    limits: CapacityLimits
    """What can be done on each of them."""


class CapacityFreed(Model, frozen=True, kw_only=True, tag_field="type", tag="freed"):
    """Work was given back."""

    node: str
    """The node."""

    day: datetime.date
    """The day."""

    path: str
    """The path."""

    lines: list[CapacityLine]
    """The units by line."""

    amounts: CapacityAmounts
    """What the order takes less of the day."""

    confirmed: bool = False
    """Whether the order's work of the day had been confirmed."""


class CapacityHeld(Model, frozen=True, kw_only=True, tag_field="type", tag="held"):
    """Work was booked."""

    node: str
    """The node."""

    day: datetime.date
    """The day, by the node's calendar."""

    path: str
    """The path."""

    lines: list[CapacityLine]
    """The units by line."""

    amounts: CapacityAmounts
    """What the order takes more of the day."""

    confirmed: bool = False
    """Whether the order's work of the day had been confirmed before."""


class CapacityLimits(Model, frozen=True, kw_only=True):
    """The most of each measure in a day; no limit where one is absent."""

    orders: int | None = None
    """Orders: one for each order that is worked there."""

    lines: int | None = None
    """Lines of these orders."""

    units: int | None = None
    """Units."""

    weight_grams: int | None = None
    """Their weight in grams."""

    volume_cm3: int | None = None
    """Their volume in cubic centimetres."""


class CapacityLine(Model, frozen=True, kw_only=True):
    """Units of a line, and how much work each is."""

    line: str
    """The line."""

    quantity: Quantity
    """How many units."""

    unit_weight: Weight
    """The weight of one."""

    unit_volume_cm3: int
    """The volume of one in cubic centimetres."""


class CapacityPrice(Model, frozen=True, kw_only=True):
    """What room for one more order or unit at a node would save, as the prices see it."""

    node: str
    """The node."""

    measure: CapacityMeasure
    """Orders or units; room of other measures is obeyed and has no price."""

    price: Money
    """How much."""


class CapacityRecord(Model, frozen=True, kw_only=True, tag_field="type", tag="capacity"):
    """Something happened to the work that an order has booked."""

    order: str
    """The order."""

    event: CapacityEvent
    """What."""


class CapacityRow(Model, frozen=True, kw_only=True):
    """What an order has booked of a path's day at a node."""

    node: str
    """The node."""

    day: datetime.date
    """The day, by the node's calendar."""

    path: str
    """The path."""

    lines: list[CapacityLine]
    """The units by line."""

    confirmed: bool
    """Whether the warehouse was told."""


class CapacityTerm(Model, frozen=True, kw_only=True):
    """Capacity penalty: a price by the utilisation `u = (used + units) / capacity` after the order, convex and
    piecewise linear.

    | utilisation | what each unit costs |
    | --- | --- |
    | up to `freePerMille` (700) | nothing |
    | up to 1 | `atFull / ((1 − free) · capacity)`, so that filling up from there costs `atFull` |
    | beyond | `beyond / capacity`, so that each further day of work costs `beyond` |

    Prices of a unit are rounded to the minor unit, halves up, so that costs stay convex to the cent.
    """

    free_per_mille: int = msgspec.field(default_factory=lambda: 700)
    """Up to which utilisation nothing is charged, in thousandths; below 1000."""

    at_full: Money
    """What filling up from there costs."""

    beyond: Money
    """What each further day's capacity costs; at least what filling up costs at its rate."""

    nodes: list[NodeLoad]
    """The nodes; a node that is not named costs nothing."""

    weight_per_mille: int = 0
    """How much it weighs, in thousandths."""


class CapacityUse(Model, frozen=True, kw_only=True):
    """The work that one order has booked. Units that shipped stay booked: they took their part of the day."""

    order: str
    """The order."""

    rows: list[CapacityRow]
    """What it has booked, by node, day and path."""


class CapacityUseDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="capacity_use"):
    """The work that an order has booked at nodes."""

    order: str
    """The order."""

    rows: list[CapacityRow]
    """What it has booked, by node, day and path."""


class CaptureSerials(Model, frozen=True, kw_only=True, tag_field="type", tag="capture_serials"):
    """Note the serial numbers of units that an order has at a node."""

    order: str
    """The order."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    serials: list[str]
    """The numbers."""


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


class CarrierChoiceAllocationConstraint(Model, frozen=True, kw_only=True, tag_field="type", tag="carrier_choice"):
    """Which carriers may be used."""

    nodes: NodeScope | None = None
    """The nodes it holds for; all when none is named."""

    allow: list[str] = msgspec.field(default_factory=list)
    """The carriers that may be used; all when none is named."""

    deny: list[str] = msgspec.field(default_factory=list)
    """The carriers that may not."""

    price: Money | None = None
    """What each shipment by another carrier costs; never allowed when absent."""


class CarrierChosen(Model, frozen=True, kw_only=True, tag_field="type", tag="chosen"):
    """It won."""

    price_margin: Money | None = None
    """How much more the runner-up asks, negative if it is cheaper; absent without a runner-up."""

    days_margin: int | None = None
    """How many more days the runner-up takes, negative if it is faster; absent without a runner-up."""


class CarrierCommitment(Model, frozen=True, kw_only=True, tag_field="type", tag="carrier_commitment"):
    """Shipments that a carrier was promised."""

    carrier: str
    """The carrier."""

    missing: int
    """Shipments missing to what was promised; at 0 nothing is owed."""

    price: Money | None = None
    """What each shipment by another carrier where it goes costs; never allowed when absent."""


class CarrierContract(Model, frozen=True, kw_only=True):
    """What was agreed with a carrier."""

    carrier: str
    """The carrier."""

    committed: int = msgspec.field(default_factory=lambda: 0)
    """It was promised so many of these parcels."""

    shortfall: Money | None = None
    """What each parcel costs that is missing to them."""

    most: int | None = None
    """It takes at most so many."""

    rebates: list[RebateStep] = msgspec.field(default_factory=list)
    """Rebates by number, from few to many."""


class CarrierDays(Model, frozen=True, kw_only=True):
    """The days on which a carrier works."""

    time_zone: TimeZone = msgspec.field(default_factory=lambda: TimeZone(name="", offset_seconds=0))
    """The civil time by which the day of a pick-up is told."""

    days: list[Weekday]
    """On which days of the week it works."""

    holidays: list[CalendarException] = msgspec.field(default_factory=list)
    """Dates on which it does not; hours of these are not looked at."""


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


class CarrierNotAllowed(Model, frozen=True, kw_only=True, tag_field="type", tag="carrier_not_allowed"):
    """A channel or the buyer demands other carriers."""

    allowed: list[str]
    """Who may."""


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


class CellLimit(Model, frozen=True, kw_only=True):
    """How many units of a SKU a node may ship."""

    node: str
    """The node."""

    sku: str
    """The SKU."""

    units: Quantity
    """The most units."""


class ChangeLotOwner(Model, frozen=True, kw_only=True, tag_field="type", tag="change_lot_owner"):
    """Let free units of a lot change hands where they lie."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    lot: str
    """The lot."""

    from_: str | None = None
    """Whose units they were; the merchant's own when absent."""

    to: str | None = None
    """Whose they are now; the merchant's own when absent."""

    quantity: Quantity
    """How many."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class ChangeOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="change_order"):
    """Change an order before its units are with a warehouse. Rules' holds are looked at anew."""

    order: str
    """The order."""

    change: OrderChange
    """What changes."""


class ChannelCarrier(Model, frozen=True, kw_only=True):
    """What a channel calls a carrier."""

    carrier: str
    """The carrier."""

    code: str
    """The channel's code."""


class ChannelFigure(Model, frozen=True, kw_only=True):
    """What a channel is told: `raw = share + quota − buffer − lag_guard + oversell`, and
    `published = min(max(0, raw), max)`, or 0 for the reason given.
    """

    channel: str
    """The channel."""

    published: int
    """How many units it is told there are."""

    pool: int
    """The units at the nodes it sees."""

    fenced: int
    """How many of them quotas can fence, its own and those of others."""

    base: int
    """What its share was taken of: the rest of the pool, for weights less what percentages take of it."""

    share: int
    """Its share of that."""

    quota: int
    """Its own quota, as far as the units are there."""

    quota_missing: int
    """Units of its quota that are not there."""

    buffer: int
    """Units withheld from it."""

    lag_guard: int
    """Units that it may have sold unseen."""

    oversell: int
    """Units that it may sell although they are not there."""

    raw: int
    """All of these together."""

    max: int | None = None
    """The most it is shown."""

    uncovered: int
    """Units of its figure, beyond what it may oversell, that nothing could serve if all channels sold theirs; units
    that lack are laid on the channels that stand later in the policy.
    """

    hidden: PublicationHidden | None = None
    """Why it is told 0, if it is."""

    hidden_regions: list[str] = msgspec.field(default_factory=list)
    """The blacklisted regions among those that it sells to: their buyers are told 0, whatever is published."""


class ChannelOrderLink(Model, frozen=True, kw_only=True, tag_field="type", tag="channel_order"):
    """Which order a channel's order became."""

    order: str
    """The order."""

    content: Fingerprint
    """The hash of what was placed."""


class ChannelPolicy(Model, frozen=True, kw_only=True):
    """How one channel shares."""

    channel: str
    """The channel."""

    nodes: list[str] = msgspec.field(default_factory=list)
    """The nodes whose units it sees; all when empty."""

    sharing: ChannelSharing
    """What it sees of the units that no quota fences."""

    buffer: StockMargin | None = None
    """Withheld from its share and quota together."""

    oversell: Quantity = msgspec.field(default_factory=lambda: 0)
    """Units that may be sold although they are not there."""

    max: Quantity | None = None
    """The most units shown; no limit by default."""

    display_threshold: Quantity = msgspec.field(default_factory=lambda: 0)
    """Fewer units than this are shown as none."""

    lag: LagGuard | None = None
    """Protection against orders not seen yet; none by default."""

    listed: bool = msgspec.field(default_factory=lambda: True)
    """Whether the channel lists the SKU; one that does not is told 0 and takes no part in a weighted split."""

    regions: list[str] = msgspec.field(default_factory=list)
    """The regions that it sells to; all when empty. One that sells to blacklisted regions only is told 0 and takes no
    part in a weighted split.
    """


class ChannelStock(Model, frozen=True, kw_only=True):
    """What a channel was last told of a SKU, and what it has confirmed."""

    channel: str
    """The channel."""

    sku: str
    """The SKU."""

    last: PublishedFigure
    """The last figure sent."""

    acknowledged: int
    """The newest version that the channel confirmed; 0 before any."""

    band: StockBand | None = None
    """The band of the last figure computed, sent or not; absent where nobody watches."""


class ChannelStockAcknowledged(Model, frozen=True, kw_only=True, tag_field="type", tag="acknowledged"):
    """The channel confirmed a version."""

    channel: str
    """The channel."""

    sku: str
    """The SKU."""

    version: int
    """The version."""


class ChannelStockBandCrossed(Model, frozen=True, kw_only=True, tag_field="type", tag="band_crossed"):
    """The figure came into another band."""

    channel: str
    """The channel."""

    sku: str
    """The SKU."""

    from_: StockBand | None = None
    """The band before; absent when it was not watched before."""

    to: StockBand
    """The band now."""

    value: int
    """The figure."""


class ChannelStockDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="channel_stock"):
    """What a channel was last told of a SKU."""

    channel: str
    """The channel."""

    sku: str
    """The SKU."""

    last: PublishedFigure
    """The last figure sent."""

    acknowledged: int
    """The newest version that the channel confirmed; 0 before any."""

    band: StockBand | None = None
    """The band of the last figure computed, sent or not; absent where nobody watches."""


class ChannelStockPublished(Model, frozen=True, kw_only=True, tag_field="type", tag="published"):
    """The channel is to be told."""

    channel: str
    """The channel."""

    sku: str
    """The SKU."""

    value: int
    """How many units there are for it."""

    version: int
    """The version."""

    at: datetime.datetime
    """When."""

    reason: PushReason
    """Why it is told."""


class ChannelStockRecord(Model, frozen=True, kw_only=True, tag_field="type", tag="channel_stock"):
    """Something happened to what a channel is told."""

    event: ChannelStockEvent
    """What."""


class Charge(Model, frozen=True, kw_only=True):
    """An amount: fixed, of the base price, and by weight, added up and then kept between its bounds.

    `clamp(fixed + percent · base + ceil(chargeable / step) · price, minimum, maximum)`
    """

    fixed: Money | None = None
    """A fixed part."""

    percent: Decimal | None = None
    """A part of the base price."""

    per_step: StepRate | None = None
    """A part for each started step of chargeable weight."""

    minimum: Money | None = None
    """At least so much."""

    maximum: Money | None = None
    """At most so much."""


class ChargeWhen(Model, frozen=True, kw_only=True):
    """When a surcharge is charged: everything that is named must hold."""

    areas: list[str] = msgspec.field(default_factory=list)
    """The destination lies in one of these areas of the card."""

    zones: list[str] = msgspec.field(default_factory=list)
    """The way is of one of these zones."""

    places: list[PlaceKind] = msgspec.field(default_factory=list)
    """The destination is of one of these kinds."""

    options: list[str] = msgspec.field(default_factory=list)
    """All of these are asked for."""

    handed_over: Window | None = None
    """The parcel is handed over in this window."""

    above: ParcelMeasures | None = None
    """The parcel is above one of these measures."""


class ChargedWeight(Model, frozen=True, kw_only=True):
    """What a parcel counts as."""

    parcel: int | None = None
    """Which parcel, counted from 0; absent for all together."""

    actual_grams: int
    """What it weighs on the scale, in grams."""

    volumetric_grams: int | None = None
    """What its size counts as, in grams to the nearest; absent where size does not count."""

    chargeable_grams: int
    """What is charged, in grams to the nearest."""

    chargeable: Decimal
    """What is charged, in the carrier's kilograms or pounds."""


class CheapestService(Model, frozen=True, kw_only=True, tag_field="type", tag="cheapest"):
    """The lowest cost."""


class CheapestServiceWithinPromise(Model, frozen=True, kw_only=True, tag_field="type", tag="cheapest_within_promise"):
    """The lowest cost of those in time; the least late if none is."""


class CheckAllocationAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="check_allocation"):
    """The rules that the plan breaks."""

    violations: list[PlanViolation]
    """The rules it breaks; none if it is right."""


class CheckAllocationOf(Model, frozen=True, kw_only=True, tag_field="type", tag="check_allocation"):
    """Whether a plan is right."""

    problem: AllocationProblem
    """The problem."""

    plan: AllocationPlan | None = None
    """The plan, with its costs and verdicts."""

    assignments: list[AllocationAssignment] | None = None
    """Assignments, where there is no plan."""


class CheckPackingAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="check_packing"):
    """Which rules it breaks."""

    violations: list[PackViolation]
    """Every rule that it breaks; none if it can be packed as it says."""


class CheckPackingOf(Model, frozen=True, kw_only=True, tag_field="type", tag="check_packing"):
    """Which rules a packing breaks."""

    request: PackRequest
    """The items and the boxes."""

    plan: PackPlan
    """The packing."""


class ChoiceExplanation(Model, frozen=True, kw_only=True):
    """Why these nodes ship. What each candidate would have cost, and what rejected it, is in the plan itself."""

    nodes: list[str]
    """The nodes that ship, sorted."""

    cost: Money
    """What the plan costs."""

    better: Alternative | None = None
    """The best plan there is, where the strategy chose another."""

    runner_up: Alternative | None = None
    """The best plan in which one of the nodes of the best plan does not ship; absent when nothing ships."""

    gap: BoundGap
    """How far the best plan may be from the best that is possible."""

    savings: list[UnitSaving] = msgspec.field(default_factory=list)
    """What one more unit would save, most first: the shadow prices of scarce stock."""

    flips: list[ChoiceFlip] = msgspec.field(default_factory=list)
    """The smallest changes of one input with which the best plan would ship from other nodes, by kind, then by size."""


class ChoiceFlip(Model, frozen=True, kw_only=True):
    """A change with which the best plan would ship from other nodes; one step less would not do."""

    change: InputChange
    """The change."""

    nodes: list[str]
    """The nodes that would ship then, sorted."""

    cost: Money
    """What the plan would cost then."""


class ChooseCarrier(Model, frozen=True, kw_only=True, tag_field="type", tag="choose"):
    """The one that a strategy chooses over the rate cards."""

    strategy: CarrierStrategy
    """What decides."""

    shipment: RateShipment | None = None
    """What else carriers ask: sizes of packed parcels, declared value, cash on delivery, options. Without parcels it
    is priced by the weights of the shipment's parcels where all are weighed, else by what its SKUs weigh.
    """


class ChosenOption(Model, frozen=True, kw_only=True):
    """An option that a buyer chose for each kit of a line."""

    choice: str
    """The choice of the kit."""

    sku: str
    """The option."""

    times: int = msgspec.field(default_factory=lambda: 1)
    """How often in one kit; once by default. A choice of which only options chosen 0 times are named is left empty,
    whatever is preset.
    """


class ClassDemand(Model, frozen=True, kw_only=True):
    """What a class of buyers is expected to ask for, and what it is worth."""

    class_: int
    """The class; higher classes come first, 0 is everybody."""

    margin: Money
    """What one unit earns."""

    mean_milli: int
    """The mean of its demand until more comes, in thousandths of a unit; at most 100,000 units."""

    variance_milli: int | None = None
    """The variance of that demand, in thousandths; the mean when absent. At most 1000 times the mean."""


class ClassLimit(Model, frozen=True, kw_only=True):
    """How many units a class may take."""

    class_: int
    """The class."""

    units: Quantity
    """How many."""


class ClassProtection(Model, frozen=True, kw_only=True):
    """Units kept for a class of buyers and the classes above it."""

    class_: int
    """The class; higher classes come first, 0 is everybody."""

    units: Quantity
    """How many units the classes below may not take."""


class CloseCostPeriod(Model, frozen=True, kw_only=True, tag_field="type", tag="close_cost_period"):
    """Close the period of a SKU at a node that is costed by the periodic average."""

    sku: str
    """The SKU."""

    node: str
    """The node."""


class CloseNode(Model, frozen=True, kw_only=True, tag_field="type", tag="close_node"):
    """Let a node take no orders for a while."""

    node: str
    """The node."""

    until: datetime.datetime | None = None
    """Until when; until it is opened when absent."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class CloseTransfer(Model, frozen=True, kw_only=True, tag_field="type", tag="close_transfer"):
    """Close a transfer: what has not left is given back, what has not arrived is lost."""

    transfer: str
    """The transfer."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why units are given up for lost; needed when some are."""


class Co2Service(Model, frozen=True, kw_only=True):
    """What a service emits."""

    carrier: str
    """The carrier."""

    service: str | None = None
    """The service; all of the carrier's that are not named themselves when absent."""

    grams_per_shipment: int
    """Grams for each shipment."""

    grams_per_tonne_km: int
    """Grams for a tonne and a kilometre."""


class Co2Term(Model, frozen=True, kw_only=True):
    """Emissions at a price: a shipment costs `pricePerKg · (fixed + rate · weight · distance)`.

    Rates are in grams of CO2 for a tonne carried a kilometre, as ISO 14083 and carriers' reports give them;
    unknown distances count as nothing. The cost of a shipment is rounded to the minor unit once, halves up.
    """

    price_per_kg: Money
    """What a kilogram costs."""

    services: list[Co2Service]
    """What services emit; one that is not named emits nothing."""

    weight_per_mille: int = 0
    """How much it weighs, in thousandths."""


class CodRefused(Model, frozen=True, kw_only=True, tag_field="type", tag="cod_refused"):
    """The service does not collect that much on delivery, or nothing at all."""

    amount: Money
    """The amount."""

    limit: Money | None = None
    """The most that is; absent where nothing is."""


class ColdChain(Model, frozen=True, kw_only=True):
    """How cold a service keeps things, and for how long."""

    range: ColdRange
    """The temperatures."""

    hours: int | None = None
    """For how many hours; as long as it takes when absent."""


class ColdNotKept(Model, frozen=True, kw_only=True, tag_field="type", tag="cold_not_kept"):
    """The service does not keep it cold, not cold enough, or not for long enough."""

    wanted: ColdRange
    """What the goods need."""

    hours: int
    """For how many hours."""

    chain: ColdChain | None = None
    """What the service keeps; absent where it keeps nothing cold."""


class ColdRange(Model, frozen=True, kw_only=True):
    """A range of temperatures."""

    min_celsius: int
    """The lowest in degrees Celsius."""

    max_celsius: int
    """The highest in degrees Celsius."""


class CollectOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="collect_order"):
    """The buyer has collected an order."""

    order: str
    """The order."""

    shipment: str
    """The id of the shipment."""


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


class Commitment(Model, frozen=True, kw_only=True, tag_field="type", tag="commitment"):
    """Units that nodes were promised."""

    nodes: NodeScope
    """The nodes; naming none makes no sense."""

    missing: int
    """Units missing to what was promised."""

    price: Money | None = None
    """What each unit from elsewhere while some are missing costs; never allowed when absent."""


class CompleteOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="complete_order"):
    """Close a delivered order."""

    order: str
    """The order."""


class ConstraintRef(Model, frozen=True, kw_only=True):
    """A constraint of a problem."""

    index: int
    """Its place among the problem's constraints, from 0."""

    kind: ConstraintKind
    """Its kind."""


class ContractCase(Model, frozen=True, kw_only=True):
    """What an empty store must do, step by step."""

    name: str
    """What it shows, as a sentence."""

    steps: list[ContractStep]
    """The steps, in order, on one store."""


class ContractOption(Model, frozen=True, kw_only=True):
    """A service that takes a parcel."""

    carrier: str
    """The carrier."""

    service: str
    """The carrier's service."""

    cost: Money
    """What it costs."""


class ContractParcel(Model, frozen=True, kw_only=True):
    """A parcel and who takes it."""

    id: str
    """The parcel."""

    options: list[ContractOption]
    """The services that take it; of one carrier only the cheapest matters."""


class ContractStanding(Model, frozen=True, kw_only=True):
    """How a contract stands."""

    carrier: str
    """The carrier."""

    parcels: int
    """How many parcels it gets."""

    missing: int
    """How many are missing to the commitment."""

    rebate: Money | None = None
    """The rebate on each parcel."""


class CoolDown(Model, frozen=True, kw_only=True, tag_field="type", tag="cool_down"):
    """Nodes that rejected the order a short while ago."""

    seconds: int
    """How many seconds."""

    rejected: list[NodeRejectedAt]
    """When each node rejected it last."""

    price: Money | None = None
    """What each shipment from there costs; never allowed when absent."""


class CostAway(Model, frozen=True, kw_only=True, tag_field="type", tag="cost_away"):
    """Units that left, and the layers that they came from."""

    reference: str
    """The shipment or transfer."""

    sku: str
    """The SKU."""

    node: str
    """The node that they left."""

    draws: list[CostDraw]
    """The layers, in the order in which the units left."""

    back: int
    """How many of the units have come back or arrived."""


class CostBook(Model, frozen=True, kw_only=True):
    """What one SKU at one node is worth, and what its units cost when they left."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    method: CostingMethod
    """How issues are valued."""

    currency: str
    """The currency of every amount in it."""

    units: int
    """Units on hand; negative when more left than came."""

    value: Money
    """What they cost together; negative when more left than came."""

    layers: list[CostLayer]
    """What is there, oldest first; one layer under an average, none under a standard cost."""

    short: CostPool | None = None
    """Units that left before they came, and what they were issued at."""

    last: CostRate | None = None
    """The last known cost, at which units leave that have not come yet."""

    standard: CostRate | None = None
    """The standard cost, where the method has one."""

    period: CostPeriod | None = None
    """The period under way, where the method has one."""

    next_layer: int
    """The number of the next layer."""

    totals: CostTotals
    """Value that came and went."""

    variances: CostVariances
    """What is neither on hand nor issued."""


class CostBookDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="costs"):
    """What a SKU at a node is worth."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    method: CostingMethod
    """How issues are valued."""

    currency: str
    """The currency of every amount in it."""

    units: int
    """Units on hand; negative when more left than came."""

    value: Money
    """What they cost together; negative when more left than came."""

    layers: list[CostLayer]
    """What is there, oldest first; one layer under an average, none under a standard cost."""

    short: CostPool | None = None
    """Units that left before they came, and what they were issued at."""

    last: CostRate | None = None
    """The last known cost, at which units leave that have not come yet."""

    standard: CostRate | None = None
    """The standard cost, where the method has one."""

    period: CostPeriod | None = None
    """The period under way, where the method has one."""

    next_layer: int
    """The number of the next layer."""

    totals: CostTotals
    """Value that came and went."""

    variances: CostVariances
    """What is neither on hand nor issued."""


class CostCovered(Model, frozen=True, kw_only=True):
    """Units that had been issued before they came, and now did."""

    units: int
    """How many."""

    issued_at: Money
    """What they were issued at."""

    cost: Money
    """What they cost."""


class CostDraw(Model, frozen=True, kw_only=True):
    """Units of one layer and what they cost together."""

    layer: int | None = None
    """The layer's number in its book; absent where there is none: units that had not come yet, or a standard cost."""

    receipt: str = msgspec.field(default_factory=lambda: "")
    """The receipt that brought them; empty where many are averaged."""

    lot: str | None = None
    """The lot or serial number."""

    at: datetime.datetime
    """When the layer began."""

    units: int
    """How many units."""

    cost: Money
    """What they cost together."""

    basis: CostBasis
    """Where the cost comes from."""


class CostEntered(Model, frozen=True, kw_only=True, tag_field="type", tag="entered"):
    """Units came."""

    kind: CostEntryKind
    """From where."""

    reference: str = msgspec.field(default_factory=lambda: "")
    """The receipt, transfer or return."""

    units: int
    """How many units."""

    cost: Money
    """What they cost together."""

    basis: CostBasis
    """Where the cost comes from."""

    placed: list[CostDraw]
    """The layers they went into; none under a standard cost."""

    covered: CostCovered | None = None
    """Units among them that had been issued before they came."""

    variance: CostVariance | None = None
    """What of the cost is not on hand."""


class CostIssued(Model, frozen=True, kw_only=True, tag_field="type", tag="issued"):
    """Units left."""

    kind: CostIssueKind
    """To where."""

    reference: str = msgspec.field(default_factory=lambda: "")
    """The shipment, transfer or count."""

    units: int
    """How many units."""

    cost: Money
    """What they cost together."""

    draws: list[CostDraw]
    """Which layers they came from."""


class CostLanded(Model, frozen=True, kw_only=True, tag_field="type", tag="landed"):
    """A bill came for units of a receipt."""

    receipt: str
    """The receipt."""

    amount: Money
    """The bill's part for this SKU at this node."""

    received: int
    """How many units the receipt brought."""

    covered: int
    """How many of them are taken to be there still."""

    shares: list[CostShare]
    """What went to the layers that are left."""

    variance: Money
    """What fell to units that had left."""


class CostLayer(Model, frozen=True, kw_only=True):
    """Units that came together."""

    number: int
    """Its number in the book; lower ones are older."""

    receipt: str = msgspec.field(default_factory=lambda: "")
    """The receipt that brought it; empty where many are averaged."""

    lot: str | None = None
    """The lot or serial number."""

    at: datetime.datetime
    """When it began."""

    pool: CostPool
    """Its units and what they cost."""


class CostLine(Model, frozen=True, kw_only=True):
    """One line of a cost."""

    kind: CostKind
    """What it is for."""

    constraint: ConstraintRef | None = None
    """The constraint whose price it is."""

    cost: Money
    """How much, by its weight; negative where it saves."""


class CostMethodChanged(Model, frozen=True, kw_only=True, tag_field="type", tag="method_changed"):
    """The method changed."""

    method: CostingMethod
    """The new method."""

    standard: CostRate | None = None
    """The standard cost, where the method has one."""

    revaluation: Money
    """What it added to the value on hand."""

    at: datetime.datetime
    """When."""


class CostOpened(Model, frozen=True, kw_only=True, tag_field="type", tag="opened"):
    """The book began."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    method: CostingMethod
    """How issues are valued."""

    currency: str
    """The currency of the book."""

    units: int
    """The units that were there already."""

    cost: Money
    """What they cost together."""

    basis: CostBasis
    """Where that cost comes from."""

    unit_cost: CostRate | None = None
    """What one unit costs by the SKU's record: the standard cost where the method has one, else the last known cost."""

    at: datetime.datetime
    """When."""


class CostPeriod(Model, frozen=True, kw_only=True):
    """What a period of the periodic average began with and took in."""

    since: datetime.datetime
    """When it began."""

    units: int
    """Units that it began with and that came."""

    value: Money
    """What they cost together."""


class CostPeriodClosed(Model, frozen=True, kw_only=True, tag_field="type", tag="period_closed"):
    """The period ended."""

    until: datetime.datetime
    """When it ended."""

    average: CostRate | None = None
    """What all units of the period cost, by how many they were: those it began with and those that came.
    Absent when there was none.
    """

    variance: Money
    """What its issues cost beyond what they were issued at."""


class CostPool(Model, frozen=True, kw_only=True):
    """Units that are valued together: a layer, or everything under an average.

    The first `j` of its `units` cost `round_half_up(value · j / units)`, and the units from `i` to `j` the difference.
    So it makes no difference in which lots the units leave, and the last one takes what is left, to the minor unit.
    """

    units: int
    """How many units were valued together when that was last done."""

    taken: int
    """How many of them have left since."""

    value: Money
    """What all the units cost together, those that have left included."""


class CostRate(Model, frozen=True, kw_only=True):
    """So much money for so many units: a unit cost that loses no decimals."""

    amount: Money
    """What the units cost together."""

    units: int
    """How many units; at least one."""


class CostReceipt(Model, frozen=True, kw_only=True, tag_field="type", tag="cost_receipt"):
    """What a receipt brought of costed SKUs."""

    receipt: str
    """What names the receipt."""

    lines: list[CostReceiptLine]
    """What it brought, in the order in which it came; the first `CostReceipt::MOST_LINES` of it."""

    incomplete: bool = False
    """Whether it brought more than is noted; then no bill can be spread over it."""


class CostReceiptLine(Model, frozen=True, kw_only=True):
    """Units of a SKU that a receipt brought to a node."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    units: int
    """How many units."""

    cost: Money
    """What they cost together, without later bills."""


class CostRecord(Model, frozen=True, kw_only=True, tag_field="type", tag="cost"):
    """Something happened to the value of stock."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    event: CostEvent
    """What."""


class CostShare(Model, frozen=True, kw_only=True):
    """A layer's part of a late bill."""

    layer: int
    """The layer's number."""

    amount: Money
    """The part."""


class CostStandardSet(Model, frozen=True, kw_only=True, tag_field="type", tag="standard_set"):
    """The standard cost changed."""

    standard: CostRate
    """The new standard cost."""

    revaluation: Money
    """What it added to the value on hand."""


class CostTotals(Model, frozen=True, kw_only=True):
    """Value that came and went, since the book began."""

    received: Money
    """In: from suppliers, and what the book began with."""

    landed: Money
    """In: late bills."""

    returned: Money
    """In: from customers."""

    transferred_in: Money
    """In: from other nodes or SKUs."""

    found: Money
    """In: found by counts."""

    issued: Money
    """Out: cost of goods sold."""

    transferred_out: Money
    """Out: to other nodes or SKUs."""

    written_off: Money
    """Out: scrapped, lost, counted away."""


class CostVariance(Model, frozen=True, kw_only=True):
    """An amount that is neither on hand nor issued."""

    account: CostVarianceAccount
    """Which account."""

    amount: Money
    """How much; negative when units cost less."""


class CostVariances(Model, frozen=True, kw_only=True):
    """What is neither on hand nor issued, by account."""

    purchase_price: Money
    """What purchases cost beyond the standard cost."""

    late_cost: Money
    """Late bills for units that had left."""

    true_up: Money
    """What units cost beyond what they were issued at before they came."""

    revaluation: Money
    """What new standard costs and methods took from the value."""

    period: Money
    """What issues of closed periods cost beyond what they were issued at."""


class Count(Model, frozen=True, kw_only=True):
    """A count of some SKUs at a node."""

    id: str
    """The count."""

    node: str
    """Where."""

    started_at: datetime.datetime
    """When the book was noted."""

    policy: CountPolicy
    """What happens to differences."""

    lines: list[CountLine]
    """The SKUs, each once."""

    ended: CountEnd | None = None
    """How it ended."""

    ended_at: datetime.datetime | None = None
    """When it ended."""

    approver: str | None = None
    """Who approved the differences, where somebody did."""


class CountAdjustment(Model, frozen=True, kw_only=True):
    """A change of the book."""

    sku: str
    """The SKU."""

    delta: int
    """The change of the physical units; never none."""


class CountAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="count"):
    """The count, as its counters may see it."""

    count: CountSheet | None = None
    """The count; absent when there is none. It bears no figure of the book until a line is settled."""


class CountBook(Model, frozen=True, kw_only=True):
    """What the book says of a SKU when its count starts."""

    sku: str
    """The SKU."""

    on_hand: int
    """All physical units by the book: free, held, allocated and blocked ones."""

    unit_cost: Money | None = None
    """What one unit costs, where that is known."""


class CountCancelled(Model, frozen=True, kw_only=True, tag_field="type", tag="cancelled"):
    """It was given up."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class CountDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="count"):
    """A count of stock."""

    id: str
    """The count."""

    node: str
    """Where."""

    started_at: datetime.datetime
    """When the book was noted."""

    policy: CountPolicy
    """What happens to differences."""

    lines: list[CountLine]
    """The SKUs, each once."""

    ended: CountEnd | None = None
    """How it ended."""

    ended_at: datetime.datetime | None = None
    """When it ended."""

    approver: str | None = None
    """Who approved the differences, where somebody did."""


class CountDue(Model, frozen=True, kw_only=True):
    """When a cell is due."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    class_: AbcClass
    """How much it matters."""

    due_at: datetime.datetime | None = None
    """When it is due; absent when it was never counted and so is due at once."""

    due: bool
    """Whether that is now or past."""

    overdue_days: int
    """How many whole days of 24 hours it is overdue; 0 when it is not, or was never counted."""


class CountLimits(Model, frozen=True, kw_only=True):
    """How large a difference may be, in units and in money. Both have to be kept."""

    units: Quantity = msgspec.field(default_factory=lambda: 0)
    """The most units."""

    value: Money | None = None
    """The most money, at the SKU's cost; any when absent. A SKU without a cost has no value that could be judged: then
    no difference keeps this limit.
    """


class CountLine(Model, frozen=True, kw_only=True):
    """One SKU of a count."""

    book: CountBook
    """What the book said at the start."""

    tallies: list[CountTally]
    """What was found, in the order recorded."""


class CountPolicy(Model, frozen=True, kw_only=True):
    """What happens to differences. By default each is counted again, and none is posted without an approver."""

    recount_above: CountLimits = msgspec.field(default_factory=lambda: CountLimits(units=0))
    """A difference beyond this is counted again."""

    approve_above: CountLimits = msgspec.field(default_factory=lambda: CountLimits(units=0))
    """A difference beyond this is posted only with an approver."""


class CountPosted(Model, frozen=True, kw_only=True, tag_field="type", tag="posted"):
    """The differences became adjustments."""

    adjustments: list[CountAdjustment]
    """The adjustments, SKUs without a difference left out."""

    approver: str | None = None
    """Who approved, where somebody did."""


class CountRecord(Model, frozen=True, kw_only=True, tag_field="type", tag="count"):
    """Something happened to a count."""

    count: str
    """The count."""

    event: CountEvent
    """What."""


class CountRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="recorded"):
    """A counter found units."""

    sku: str
    """The SKU."""

    counted: Quantity
    """Units found."""

    moved: int
    """Units that came and went since the start, by the book."""

    counter: str
    """Who counted."""


class CountResult(Model, frozen=True, kw_only=True):
    """What came of a line that is settled, with everything its difference is made of."""

    sku: str
    """The SKU."""

    book: int
    """Units by the book when the count started."""

    moved: int
    """Units that came and went until the tally."""

    expected: int
    """Units that should have been there: `book + moved`."""

    counted: Quantity
    """Units found."""

    variance: int
    """The difference: `counted − expected`."""

    value: Money | None = None
    """What the difference is worth at cost; absent when no cost is known or the amount is too large."""

    needs_approval: bool
    """Whether the difference is posted only with an approver."""


class CountSchedule(Model, frozen=True, kw_only=True):
    """When all the cells are due."""

    cells: list[CountDue]
    """The cells: those never counted first, then by instant due, class, SKU and node."""


class CountScheduleAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="count_schedule"):
    """When which cell is due for a count."""

    schedule: CountSchedule
    """The cells, the most urgent first."""


class CountScheduleCell(Model, frozen=True, kw_only=True):
    """A cell to plan for."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    class_: AbcClass
    """How much it matters."""

    counted_at: datetime.datetime | None = None
    """When it was counted last; never when absent."""


class CountScheduleOf(Model, frozen=True, kw_only=True, tag_field="type", tag="count_schedule"):
    """When which cell is due for a count."""

    request: CountScheduleRequest
    """The cells."""


class CountScheduleRequest(Model, frozen=True, kw_only=True):
    """What a schedule is asked for."""

    at: datetime.datetime
    """The instant from which it is looked at."""

    cells: list[CountScheduleCell]
    """The cells."""


class CountSheet(Model, frozen=True, kw_only=True):
    """A count as its counters may see it: blind, without any figure of the book until a line is settled."""

    count: str
    """The count."""

    node: str
    """Where."""

    started_at: datetime.datetime
    """When the book was noted."""

    status: CountStatus
    """What it waits for."""

    lines: list[CountSheetLine]
    """The SKUs."""

    accuracy: Ratio | None = None
    """How well the book knew what was there, once every line is settled: `1 − Σ|counted − expected| / Σ expected`."""

    approver: str | None = None
    """Who approved the differences, where somebody did."""


class CountSheetLine(Model, frozen=True, kw_only=True):
    """One SKU of a count, as its counters may see it."""

    sku: str
    """The SKU."""

    state: CountLineState
    """What it waits for."""

    tallies: int
    """How often it was counted."""

    result: CountResult | None = None
    """What came of it, once it is settled."""


class CountStarted(Model, frozen=True, kw_only=True, tag_field="type", tag="started"):
    """The book was noted."""

    count: Count
    """The count."""


class CountTally(Model, frozen=True, kw_only=True):
    """What a counter found."""

    counted: Quantity
    """Units found."""

    moved: int
    """Units that came (positive) and went (negative) between the start and this tally, by the book."""

    counter: str
    """Who counted."""

    at: datetime.datetime
    """When."""


class CountedCell(Model, frozen=True, kw_only=True, tag_field="type", tag="counted_cell"):
    """Which count has a cell, and when it was counted."""

    open: str | None = None
    """The count that is going on."""

    counted_at: datetime.datetime | None = None
    """When a count of it was posted last."""


class CountryZone(Model, frozen=True, kw_only=True):
    """Countries of one zone."""

    countries: list[str]
    """The countries."""

    zone: str
    """The zone."""


class CountryZones(Model, frozen=True, kw_only=True, tag_field="type", tag="country"):
    """By the country of the destination."""

    rows: list[CountryZone] = msgspec.field(default_factory=lambda: [])
    """The rows; the first that names the country counts."""

    default: str | None = None
    """The zone of whatever the rows do not name; not served when absent."""


class CoverChange(Model, frozen=True, kw_only=True):
    """A node's days of cover before and after everything suggested; absent without demand."""

    before: Ratio | None = None
    """Days before."""

    after: Ratio | None = None
    """Days after."""


class Coverage(Model, frozen=True, kw_only=True, tag_field="type", tag="coverage"):
    """Which destinations nodes serve."""

    nodes: NodeScope | None = None
    """The nodes it holds for; all when none is named."""

    allow: list[Area] = msgspec.field(default_factory=list)
    """The areas served; all when none is named."""

    deny: list[Area] = msgspec.field(default_factory=list)
    """The areas not served."""

    price: Money | None = None
    """What each shipment to an area not served costs; never allowed when absent."""


class CreateTransfer(Model, frozen=True, kw_only=True, tag_field="type", tag="create_transfer"):
    """Ask for stock to move from one node to another."""

    transfer: str
    """The id of the transfer to be."""

    draft: TransferDraft
    """What is to move."""


class CrossBorder(Model, frozen=True, kw_only=True, tag_field="type", tag="cross_border"):
    """From which country to which."""

    open: list[Border] = msgspec.field(default_factory=list)
    """From which country to which."""

    price: Money | None = None
    """What each shipment over another border costs; never allowed when absent."""


class Croston(Model, frozen=True, kw_only=True, tag_field="type", tag="croston"):
    """For demand that comes now and then: size and interval, each smoothed."""

    alpha: Decimal
    """How fast both follow, 0 to 1."""


class CubicRates(Model, frozen=True, kw_only=True):
    """Base prices of small parcels by volume: the USPS prices parcels up to half a cubic foot or a cubic foot so."""

    within: ParcelMeasures
    """Only parcels that are above none of these."""

    tiers: list[CubicTier]
    """The prices, by volume from small to large within a zone. A parcel above all of them is priced by weight."""


class CubicTier(Model, frozen=True, kw_only=True):
    """The base price up to a volume."""

    zone: str
    """The zone."""

    up_to: int
    """The largest volume in cubic millimetres, itself included."""

    price: Money
    """The price."""


class CustomerBan(Model, frozen=True, kw_only=True, tag_field="type", tag="customer_ban"):
    """Customers whom some nodes do not serve."""

    customers: list[str]
    """The customers."""

    nodes: NodeScope | None = None
    """The nodes it holds for; all when none is named."""

    price: Money | None = None
    """What each shipment to them costs; never allowed when absent."""


class CustomerUnits(Model, frozen=True, kw_only=True):
    """The reservations and orders in which a customer has, or had, units of a SKU with a limit.

    It holds no count: how many units there are is read from the reservations and orders themselves, so that the two
    cannot differ. It is written anew whenever units are promised to the customer, so that of two who promise at the
    same time one has to look again.
    """

    customer: str
    """The customer."""

    sku: str
    """The SKU."""

    reservations: list[str] = msgspec.field(default_factory=list)
    """The reservations."""

    orders: list[str] = msgspec.field(default_factory=list)
    """The orders."""


class CustomerUnitsDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="customer_units"):
    """Where a customer has units of a SKU of which they may not have any number."""

    customer: str
    """The customer."""

    sku: str
    """The SKU."""

    reservations: list[str] = msgspec.field(default_factory=list)
    """The reservations."""

    orders: list[str] = msgspec.field(default_factory=list)
    """The orders."""


class CustomerUnitsRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="customer_units"):
    """Something that a customer may not have more of was promised to them."""

    units: CustomerUnits
    """The record; it replaces the one of the same customer and SKU."""


class CutOff(Model, frozen=True, kw_only=True):
    """Until when of a day orders are still worked on that day."""

    service: str | None = None
    """For which carrier service; for all that have none of their own when absent."""

    days: list[Weekday] = msgspec.field(default_factory=list)
    """On which days; on all that have none of their own when empty."""

    at: str
    """The time; who comes at that minute is late."""


class DailyCapReached(Model, frozen=True, kw_only=True, tag_field="type", tag="daily_cap_reached"):
    """The service has taken as much today as it takes."""

    cap: int
    """How many parcels it takes."""

    taken: int
    """How many it has taken."""


class DateFieldValue(Model, frozen=True, kw_only=True, tag_field="type", tag="date"):
    """A calendar day."""

    value: datetime.date


class DatedUnits(Model, frozen=True, kw_only=True):
    """Units that will be there from an instant on."""

    at: datetime.datetime
    """From when on."""

    quantity: Quantity
    """How many."""


class DayCapacity(Model, frozen=True, kw_only=True):
    """What of a path's day is taken."""

    day: datetime.date
    """The day, by the node's calendar."""

    path: str
    """The path."""

    limits: CapacityLimits
    """What can be done."""

    held: CapacityAmounts
    """What is booked and not yet confirmed."""

    confirmed: CapacityAmounts
    """What the warehouse has been told, shipped or not."""


class DaysLot(Model, frozen=True, kw_only=True, tag_field="type", tag="days"):
    """So many days of mean demand beyond the reorder point."""

    days: int
    """How many days."""


class DaysOfCoverRule(Model, frozen=True, kw_only=True, tag_field="type", tag="days_of_cover"):
    """So many days of mean demand."""

    days: Decimal
    """How many days."""


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


class DeliveryEstimate(Model, frozen=True, kw_only=True):
    """When an order is ready, picked up and delivered."""

    ready: ReadyAt
    """When it is ready."""

    pickup_at: datetime.datetime
    """When the carrier takes it."""

    deliver_on: datetime.date
    """The date of delivery."""

    deliver_by: datetime.datetime
    """When that date ends at the recipient's."""

    slow_on: datetime.date | None = None
    """The date of delivery when the carrier is slow."""

    slow_by: datetime.datetime | None = None
    """When that date ends at the recipient's."""


class DeliveryEstimateCalculated(Model, frozen=True, kw_only=True, tag_field="type", tag="delivery"):
    """When it is ready, picked up and delivered."""

    ready: ReadyAt
    """When it is ready."""

    pickup_at: datetime.datetime
    """When the carrier takes it."""

    deliver_on: datetime.date
    """The date of delivery."""

    deliver_by: datetime.datetime
    """When that date ends at the recipient's."""

    slow_on: datetime.date | None = None
    """The date of delivery when the carrier is slow."""

    slow_by: datetime.datetime | None = None
    """When that date ends at the recipient's."""


class DeliveryQuestion(Model, frozen=True, kw_only=True):
    """An order, the node that ships it, and the service that takes it."""

    calendar: Calendar
    """The node's calendar."""

    now: datetime.datetime
    """When the order comes."""

    units: Quantity = msgspec.field(default_factory=lambda: 0)
    """How many units it has."""

    carrier: str | None = None
    """The carrier, for its pick-ups."""

    service: str | None = None
    """Its service, for its cut-off."""

    buffer_minutes: int = msgspec.field(default_factory=lambda: 0)
    """Minutes between ready and the pick-up, for safety."""

    carrier_days: CarrierDays = msgspec.field(
        default_factory=lambda: CarrierDays(
            time_zone=TimeZone(name="", offset_seconds=0),
            days=["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        )
    )
    """The days on which the carrier works; every day when absent."""

    transit_days: int
    """Working days from pick-up to delivery, as a rule: the median where it is known."""

    slow_transit_days: int | None = None
    """Working days when it is slow: the ninth decile where it is known."""

    extra_days: int = msgspec.field(default_factory=lambda: 0)
    """Working days more for where it goes: rural, islands."""

    recipient: TimeZone | None = None
    """The recipient's civil time, by which the day of delivery ends; the carrier's when absent."""


class DeliveryQuestionCalculation(Model, frozen=True, kw_only=True, tag_field="type", tag="delivery"):
    """When an order is delivered, by the calendars of node and carrier."""

    calendar: Calendar
    """The node's calendar."""

    now: datetime.datetime
    """When the order comes."""

    units: Quantity = msgspec.field(default_factory=lambda: 0)
    """How many units it has."""

    carrier: str | None = None
    """The carrier, for its pick-ups."""

    service: str | None = None
    """Its service, for its cut-off."""

    buffer_minutes: int = msgspec.field(default_factory=lambda: 0)
    """Minutes between ready and the pick-up, for safety."""

    carrier_days: CarrierDays = msgspec.field(
        default_factory=lambda: CarrierDays(
            time_zone=TimeZone(name="", offset_seconds=0),
            days=["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        )
    )
    """The days on which the carrier works; every day when absent."""

    transit_days: int
    """Working days from pick-up to delivery, as a rule: the median where it is known."""

    slow_transit_days: int | None = None
    """Working days when it is slow: the ninth decile where it is known."""

    extra_days: int = msgspec.field(default_factory=lambda: 0)
    """Working days more for where it goes: rural, islands."""

    recipient: TimeZone | None = None
    """The recipient's civil time, by which the day of delivery ends; the carrier's when absent."""


class DemandBasis(Model, frozen=True, kw_only=True):
    """What the levels were computed from."""

    daily_demand: Decimal
    """Mean demand per day."""

    demand_deviation: Decimal
    """Standard deviation of the demand of a day."""

    lead_time_days: Decimal
    """Mean lead time in days."""

    lead_time_deviation: Decimal
    """Standard deviation of the lead time in days."""

    review_days: Decimal
    """Days between two reviews; zero when stock is looked at all the time."""

    safety_factor: Decimal
    """The safety factor; zero where the rule uses none."""

    safety_stock: Decimal
    """The safety stock before it is rounded up to whole units."""


class DemandDriven(Model, frozen=True, kw_only=True, tag_field="type", tag="demand_driven"):
    """At the reorder point that demand and lead time ask for, or below."""

    safety: SafetyRule
    """How much safety stock."""

    lot: LotRule2
    """How much to order."""


class DemandForecast(Model, frozen=True, kw_only=True):
    """A forecast, and how the method was chosen."""

    demand: list[Decimal]
    """The demand expected of each coming period."""

    method: ForecastMethod | None = None
    """The method; absent when the history is too short for any, and the mean of the past is expected."""

    origins: int
    """From how many points in the past the methods were made to forecast, the same for all of them."""

    candidates: list[ForecastCandidate]
    """All methods, in the order in which they were named."""

    statistics: DemandStatistics
    """What the past was like."""


class DemandHistory(Model, frozen=True, kw_only=True):
    """The past of one SKU, oldest period first."""

    periods: list[DemandPeriod]
    """The periods, oldest first; at most 5,000."""

    outlier_limit: Decimal | None = None
    """How many scaled median deviations from the median make an outlier (Hampel's rule; 3 is usual). Without it
    nothing is trimmed.
    """


class DemandPeriod(Model, frozen=True, kw_only=True):
    """One period of the past: a day, a week, whatever the history is counted in."""

    sold: Quantity
    """Units sold."""

    lost: Quantity = 0
    """Units wanted that could not be sold: lost sales and backorders."""

    stocked_out: bool = False
    """Whether stock ran out, so that nobody knows what would have been sold."""


class DemandStatistics(Model, frozen=True, kw_only=True):
    """The size and unevenness of demand."""

    counted: int
    """How many periods count."""

    mean: Decimal
    """Mean demand per period."""

    deviation: Decimal
    """Standard deviation of a period's demand, of the sample (divided by n − 1); zero for fewer than two periods."""

    excluded: list[ExcludedPeriod]
    """The periods that do not count."""


class DestinationNotServed(Model, frozen=True, kw_only=True, tag_field="type", tag="destination_not_served"):
    """The destination lies where the service does not go."""

    area: str | None = None
    """The area that is left out; absent where the destination is in none that is served."""


class Dimensions(Model, frozen=True, kw_only=True):
    """A box-shaped size in whole millimetres."""

    length: int
    """Length in millimetres."""

    width: int
    """Width in millimetres."""

    height: int
    """Height in millimetres."""


class DisassembleKit(Model, frozen=True, kw_only=True, tag_field="type", tag="disassemble_kit"):
    """Take kits apart into their components at a node: all of it or nothing."""

    sku: str
    """The kit, whose record is of the kind `assembled`."""

    node: str
    """The node."""

    quantity: Quantity
    """How many kits."""


class Discount(Model, frozen=True, kw_only=True):
    """A discount: of an account, by monthly volume, or a rebate for each shipment."""

    id: str
    """Its id."""

    name: str = ""
    """What people call it."""

    on: DiscountOn = msgspec.field(default_factory=lambda: "base")
    """What it is taken of."""

    percent: Decimal | None = None
    """A part of that."""

    fixed: Money | None = None
    """A fixed amount for each shipment."""

    handed_over: Window | None = None
    """When it holds, by the instant of hand-over."""

    from_parcels: int | None = None
    """Only from so many parcels in the month on."""

    zones: list[str] = msgspec.field(default_factory=list)
    """Only in these zones; in all when empty."""

    group: str | None = None
    """Of the discounts of one group only the largest is given, the first of equal ones: the steps of a volume."""

    floor: Money | None = None
    """It takes what it is taken of no lower than this, as earned discounts with a minimum charge do."""


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


class DrawPackingAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="draw_packing"):
    """The picture."""

    svg: str | None = None
    """The parcel as SVG; absent for one that ships in its own carton."""


class DrawPackingOf(Model, frozen=True, kw_only=True, tag_field="type", tag="draw_packing"):
    """A picture of a packed box."""

    request: PackRequest
    """The items and the boxes."""

    plan: PackPlan
    """The packing."""

    parcel: int
    """Which parcel of it, counted from 0."""


class DropShipUnits(Model, frozen=True, kw_only=True):
    """Units that a supplier is asked to send."""

    line: str
    """The line."""

    sku: str
    """The SKU."""

    quantity: Quantity
    """How many units."""

    unit_cost: Money | None = None
    """What one costs the merchant, if that is known."""


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


class EconomicLotCosts(Model, frozen=True, kw_only=True, tag_field="type", tag="economic"):
    """The economic order quantity, price breaks considered."""

    order_cost: Decimal
    """What one order costs, whatever its size."""

    holding_cost: Decimal
    """What keeping one unit for a year costs."""


class EconomicOrder(Model, frozen=True, kw_only=True):
    """What makes an order dear and what makes stock dear."""

    annual_demand: Decimal
    """Demand of a year."""

    order_cost: Decimal
    """What one order costs, whatever its size."""

    holding_cost: Decimal
    """What keeping one unit for a year costs."""


class EncodeBarcodeAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="encode_barcode"):
    """The bars or modules."""

    barcode: Barcode
    """As bars or modules."""

    svg: str
    """As SVG with its quiet zones, one unit a module; bars are 40 modules high."""


class EncodeBarcodeOf(Model, frozen=True, kw_only=True, tag_field="type", tag="encode_barcode"):
    """A barcode as bars or modules."""

    request: BarcodeRequest
    """The kind and the content."""


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


class ExcludedPeriod(Model, frozen=True, kw_only=True):
    """A period that does not count."""

    index: int
    """Its place in the history, counted from 0."""

    demand: int
    """What was wanted in it."""

    reason: DemandExclusion
    """Why it does not count."""


class ExpectStock(Model, frozen=True, kw_only=True, tag_field="type", tag="expect_stock"):
    """Expect a receipt, or change what is known of one."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    receipt: str
    """The receipt."""

    plan: ReceiptPlan
    """What is known of it."""


class ExpectedParcel(Model, frozen=True, kw_only=True):
    """What a waybill should cost."""

    number: str
    """The waybill number."""

    quote: ExplainedQuote
    """What it should cost."""

    theoretical_grams: int | None = None
    """What it should weigh by its contents and its box, in grams."""

    weighed_grams: int | None = None
    """What the weighing station of the node found, in grams."""


class ExpectedSupply(Model, frozen=True, kw_only=True):
    """Units that are expected."""

    receipt: str
    """The receipt that brings them."""

    kind: SupplyKind
    """Where it comes from."""

    quantity: Quantity
    """How many units it still brings."""

    eta: datetime.datetime
    """When it arrives at the node's door."""


class ExpiryBonus(Model, frozen=True, kw_only=True):
    """What a unit saves that expires soon."""

    within_days: int
    """Within so many days; rising from row to row."""

    bonus: Money
    """What it saves."""


class ExplainAllocationAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="explain_allocation"):
    """Why they do, as data and as text."""

    plan: AllocationPlan
    """The plan."""

    choice: ChoiceExplanation
    """Why these nodes."""

    text: str
    """Both as sentences, one a line."""


class ExplainAllocationOf(Model, frozen=True, kw_only=True, tag_field="type", tag="explain_allocation"):
    """Why these nodes ship, and what would turn the choice."""

    problem: AllocationProblem
    """The problem."""

    strategy: AllocationStrategyKind | None = None
    """The strategy that decides."""

    assignments: list[AllocationAssignment] | None = None
    """The assignments, where no strategy decides."""

    language: ExplanationLanguage = msgspec.field(default_factory=lambda: "en")
    """In which language the text is."""


class ExplainedQuote(Model, frozen=True, kw_only=True):
    """A price with everything that it is made of."""

    quote: CarrierQuote
    """The price."""

    weights: list[ChargedWeight]
    """What each parcel counts as."""

    lines: list[RateLine]
    """The parts; they sum to the price."""

    replaced: list[ReplacedCharge] = msgspec.field(default_factory=list)
    """Surcharges that held and gave way to another of their group."""


class ExponentialSmoothing(Model, frozen=True, kw_only=True, tag_field="type", tag="exponential_smoothing"):
    """A level that follows demand."""

    alpha: Decimal
    """How fast the level follows, 0 to 1."""


class ExtendReservation(Model, frozen=True, kw_only=True, tag_field="type", tag="extend_reservation"):
    """Move the expiry of a reservation."""

    reservation: str
    """The reservation."""

    expires_at: datetime.datetime | None = None
    """When it stops counting; never when absent."""


class FactorRule(Model, frozen=True, kw_only=True, tag_field="type", tag="factor"):
    """So many standard deviations."""

    z: Decimal
    """The safety factor, 0 to 6."""


class FailedService(Model, frozen=True, kw_only=True):
    """A service that was tried in vain."""

    carrier: str
    """The carrier."""

    service: str
    """The carrier's service."""

    reason: str = ""
    """What the carrier said."""


class FairnessFloor(Model, frozen=True, kw_only=True, tag_field="type", tag="fairness_floor"):
    """The share of units that some nodes get."""

    nodes: NodeScope
    """The nodes; naming none makes no sense."""

    share_per_mille: int
    """Their share in thousandths."""

    given: int
    """Units that they got before."""

    total: int
    """Units that all nodes got before, theirs included."""

    price: Money | None = None
    """What each unit from elsewhere while they are behind costs; never allowed when absent."""


class FastestService(Model, frozen=True, kw_only=True, tag_field="type", tag="fastest"):
    """The earliest delivery."""


class FigureMeasure(Model, frozen=True, kw_only=True, tag_field="type", tag="figure"):
    """A figure of the list."""

    figure: ReportFigure
    """Which."""


class FillRateRule(Model, frozen=True, kw_only=True, tag_field="type", tag="fill_rate"):
    """Such a share of all units from stock."""

    fill_rate: Decimal
    """The share β, such as 0.98; 0 to 1, without 1."""

    order_quantity: Quantity
    """The usual order quantity Q."""


class FixedLot(Model, frozen=True, kw_only=True, tag_field="type", tag="fixed"):
    """Whole lots."""

    units: Quantity
    """How many units make a lot."""


class FixedQuantity(Model, frozen=True, kw_only=True, tag_field="type", tag="reorder_quantity"):
    """At a reorder point or below, whole lots until above it: (s, Q)."""

    reorder_point: Quantity
    """So many or fewer are too few."""

    quantity: Quantity
    """How many make a lot."""


class FixedUnitsRule(Model, frozen=True, kw_only=True, tag_field="type", tag="fixed_units"):
    """So many units."""

    units: Quantity
    """How many units."""


class FlatRate(Model, frozen=True, kw_only=True):
    """The base price of a carrier's own box."""

    box: str
    """The box."""

    zones: list[str] = msgspec.field(default_factory=list)
    """The zones where it holds; all when empty."""

    price: Money
    """The price."""


class FoldTracking(Model, frozen=True, kw_only=True, tag_field="type", tag="fold_tracking"):
    """Where a parcel stands."""

    events: list[TrackingEvent]
    """In any order, as often as they came."""


class FoldedTracking(Model, frozen=True, kw_only=True, tag_field="type", tag="fold_tracking"):
    """Where the parcel stands."""

    state: TrackingState
    """Where it stands."""

    gaps: list[TrackingGap]
    """The codes that are in no table, counted."""


class ForecastAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="forecast"):
    """What demand to expect."""

    forecast: DemandForecast
    """The forecast, and how the method was chosen."""


class ForecastCandidate(Model, frozen=True, kw_only=True):
    """How well a method would have done."""

    method: ForecastMethod
    """The method."""

    absolute_error: Decimal | None = None
    """The sum of its absolute errors; absent when the history is too short for it."""

    wape: Decimal | None = None
    """The sum of its absolute errors over the sum of demand (WAPE); absent also when there was no demand."""

    chosen: bool
    """Whether it was chosen."""


class ForecastOf(Model, frozen=True, kw_only=True, tag_field="type", tag="forecast"):
    """What demand to expect."""

    request: ForecastRequest
    """The past, how far to look, and the methods to choose from."""


class ForecastRequest(Model, frozen=True, kw_only=True):
    """What should be forecast."""

    history: DemandHistory
    """The past."""

    horizon: int
    """How many periods to forecast, 1 to 400: the lead time, say. Methods are judged by the total of so many periods."""

    season: int | None = None
    """How many periods make a season, where there are seasons."""

    methods: list[ForecastMethod] | None = None
    """The methods to choose from, simplest first; `ForecastMethod::standard` when absent."""


class FuelPeriod(Model, frozen=True, kw_only=True):
    """The fuel surcharge of a time: carriers publish one for each week or month.

    It is taken of the base price and of the surcharges that say so.
    """

    valid: Window = msgspec.field(default_factory=lambda: Window())
    """The time: the instant of hand-over must lie inside."""

    percent: Decimal
    """The percentage."""


class FulfilmentWanted(Model, frozen=True, kw_only=True, tag_field="type", tag="fulfilment_type"):
    """Nodes that serve the way the order reaches its buyer."""

    wanted: FulfilmentType
    """The type wanted."""

    price: Money | None = None
    """What each shipment from a node that does not serve it costs; never allowed when absent."""


class GeoPoint(Model, frozen=True, kw_only=True):
    """A point on the globe in millionths of a degree, so that it is exact and compares."""

    lat_micro: int
    """Latitude in millionths of a degree, −90,000,000 to 90,000,000, north positive."""

    lon_micro: int
    """Longitude in millionths of a degree, −180,000,000 to 180,000,000, east positive."""


class GrossProfit(Model, frozen=True, kw_only=True, tag_field="type", tag="gross_profit"):
    """What the line earns, with every term."""

    terms: GrossProfitRequest
    """The terms."""

    costs: Money
    """All costs together."""

    profit: Money
    """Net sales less all costs."""

    margin: Decimal | None = None
    """Profit as a part of net sales, to four decimals, halves away from zero; absent without net sales."""


class GrossProfitRequest(Model, frozen=True, kw_only=True):
    """What a line sold for and everything that it cost. All amounts are in one currency; absent ones are nothing."""

    net_sales: Money
    """What the buyer paid for the goods, after discounts and refunds, without tax."""

    cost_of_goods: Money | None = None
    """What the goods cost."""

    gift_cost: Money | None = None
    """What gifts cost that came with them."""

    freight: Money | None = None
    """What carriers charged."""

    commission: Money | None = None
    """What the channel took."""

    payment_fee: Money | None = None
    """What the payment cost."""

    packaging: Money | None = None
    """What boxes and fillings cost."""


class GrossProfitRequestCalculation(Model, frozen=True, kw_only=True, tag_field="type", tag="gross_profit"):
    """What a line earns."""

    net_sales: Money
    """What the buyer paid for the goods, after discounts and refunds, without tax."""

    cost_of_goods: Money | None = None
    """What the goods cost."""

    gift_cost: Money | None = None
    """What gifts cost that came with them."""

    freight: Money | None = None
    """What carriers charged."""

    commission: Money | None = None
    """What the channel took."""

    payment_fee: Money | None = None
    """What the payment cost."""

    packaging: Money | None = None
    """What boxes and fillings cost."""


class GroupAvailability(Model, frozen=True, kw_only=True):
    """How many units of a SKU a group of nodes could promise."""

    group: str
    """The group."""

    promiseable: int
    """The sum of what is promiseable at each of its nodes that sells."""


class GroupRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="group"):
    """A group of nodes was written."""

    group: NodeGroup
    """The record."""


class GuaranteedBasis(Model, frozen=True, kw_only=True, tag_field="type", tag="guaranteed"):
    """An instant that was guaranteed."""


class HandoverManifest(Model, frozen=True, kw_only=True, tag_field="type", tag="manifest"):
    """What a driver signs for."""

    number: str
    """Its number, as text and as Code 128 where it is plain ASCII."""

    carrier: str
    """The carrier."""

    carrier_name: str = msgspec.field(default_factory=lambda: "")
    """The carrier's name as it is printed; its id when empty."""

    node: str
    """The node."""

    at: datetime.datetime
    """When they are handed over."""

    driver: str = msgspec.field(default_factory=lambda: "")
    """Who drives, and with what."""

    parcels: list[ManifestParcel]
    """The parcels."""


class HazardsRefused(Model, frozen=True, kw_only=True, tag_field="type", tag="hazards_refused"):
    """The service does not take goods that are dangerous in that way."""

    hazards: list[str]
    """The dangers."""


class HeldItem(Model, frozen=True, kw_only=True):
    """What became of one item: `wanted = held + short + unheld`."""

    line: str | None = None
    """The line it is for."""

    sku: str
    """The SKU."""

    wanted: Quantity
    """Units wanted."""

    held: Quantity
    """Units held."""

    short: Quantity
    """Units that are not there."""

    unheld: Quantity
    """Units that a cart need not hold, because of how the SKU is sold."""

    sale_mode: SaleMode
    """How the SKU is sold."""

    nodes: list[HoldNode]
    """The nodes that might hold it, in the order in which they were asked."""


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


class HoldNode(Model, frozen=True, kw_only=True):
    """A node that was asked to hold units."""

    node: str
    """The node."""

    priority: int
    """Lower holds first."""

    active: bool
    """Whether it sells; a closed node holds for nobody who did not name it."""

    promiseable: int
    """Units that it could have promised before this reservation, to the reservation's class."""

    held: Quantity
    """Units that it holds for the item now."""


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


class HoltTrend(Model, frozen=True, kw_only=True, tag_field="type", tag="holt"):
    """A level and a trend."""

    alpha: Decimal
    """How fast the level follows, 0 to 1."""

    beta: Decimal
    """How fast the trend follows, 0 to 1."""


class HoltWinters(Model, frozen=True, kw_only=True, tag_field="type", tag="holt_winters"):
    """A level, a trend and additive seasons."""

    alpha: Decimal
    """How fast the level follows, 0 to 1."""

    beta: Decimal
    """How fast the trend follows, 0 to 1."""

    gamma: Decimal
    """How fast the seasons follow, 0 to 1."""

    season: int
    """How many periods make a season: 7 for days of a week, 12 for months of a year."""


class IgnoredPromise(Model, frozen=True, kw_only=True, tag_field="type", tag="promise"):
    """A promise so long past its date that it does not count."""

    promise: str
    """The promise."""

    due: datetime.datetime
    """When it was due."""


class IgnoredReceipt(Model, frozen=True, kw_only=True, tag_field="type", tag="receipt"):
    """A receipt so long past its date that nobody believes in it."""

    receipt: str
    """The receipt."""

    eta: datetime.datetime
    """When it should have arrived."""


class InBlackout(Model, frozen=True, kw_only=True, tag_field="type", tag="in_blackout"):
    """The service takes nothing at that time."""

    window: Window
    """The time."""

    reason: str = ""
    """Why."""


class InTime(Model, frozen=True, kw_only=True, tag_field="type", tag="in_time"):
    """What arrives by what was promised."""

    price: Money | None = None
    """What each shipment with a line that is late costs; never allowed when absent."""


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


class IncomingShare(Model, frozen=True, kw_only=True):
    """How much of what is on its way counts."""

    basis_points: int
    """The part that counts, in basis points, rounded down at each node; at most 10,000."""

    within_hours: int
    """How many hours ahead it must be due at the latest; what is overdue counts."""


class InstanceFile(Model, frozen=True, kw_only=True):
    """An instance as it stands in a file."""

    format: str
    """`INSTANCE_FORMAT`."""

    name: str
    """What it is called."""

    family: str
    """The family that it is of."""

    mode: InstanceMode
    """Whether orders share stock and capacity."""

    weight_step_g: int = msgspec.field(name="weight_step_g")
    """The step in which freight is billed, in grams."""

    split_cents: int = msgspec.field(name="split_cents")
    """What each shipment of an order after its first costs."""

    nodes: list[InstanceNode]
    """The nodes."""

    regions: list[list[int]]
    """Where each region lies: `[x, y]` in kilometres."""

    zone: list[list[int]]
    """The rate zone from each node to each region; -1 where the node does not serve the region."""

    services: list[InstanceService]
    """The carrier services."""

    skus: InstanceSkus
    """Figures of the SKUs."""

    stock: InstanceStock
    """Stock."""

    orders: list[InstanceOrder]
    """The orders as they arrive."""


class InstanceNode(Model, frozen=True, kw_only=True):
    """A node of an instance."""

    kind: str
    """`dc` or `store`; for information only."""

    x_km: int = msgspec.field(name="x_km")
    """Where it lies, in kilometres."""

    y_km: int = msgspec.field(name="y_km")
    """Where it lies, in kilometres."""

    ship_cents: int = msgspec.field(name="ship_cents")
    """What a shipment costs, whatever is in it."""

    unit_cents: int = msgspec.field(name="unit_cents")
    """What handling a unit costs."""

    cap_units: int = msgspec.field(name="cap_units")
    """How many units it can send in all; -1 for no limit."""

    cap_shipments: int = msgspec.field(name="cap_shipments")
    """How many shipments it can send in all; -1 for no limit."""

    ready_day: int = msgspec.field(name="ready_day")
    """The day on which it hands over; 0 is today."""

    services: list[int]
    """The services that it can use."""


class InstanceOrder(Model, frozen=True, kw_only=True):
    """An order of an instance."""

    region: int
    """Where it goes."""

    promise_day: int = msgspec.field(name="promise_day")
    """The day by which it was promised."""

    late_cents: int = msgspec.field(name="late_cents")
    """What each day late costs, for each shipment."""

    prio: int
    """What the cost of unfilled units is multiplied by."""

    complete: int
    """1 if all units ship or none does, else 0."""

    max_shipments: int = msgspec.field(name="max_shipments")
    """The most shipments allowed."""

    lines: list[list[int]]
    """`[SKU, units]`, a SKU at most once."""


class InstanceService(Model, frozen=True, kw_only=True):
    """A carrier service of an instance. The lists have one entry a zone."""

    name: str
    """What it is called."""

    carrier: int
    """Whose it is."""

    base_cents: list[int] = msgspec.field(name="base_cents")
    """What a shipment costs before its weight; -1 where the service does not go."""

    step_cents: list[int] = msgspec.field(name="step_cents")
    """What each started weight step costs."""

    days: list[int]
    """Days on the way; -1 where the service does not go."""

    max_weight_g: int = msgspec.field(name="max_weight_g")
    """The heaviest shipment, in grams; 0 for no limit."""


class InstanceSkus(Model, frozen=True, kw_only=True):
    """Figures of SKUs: one entry each."""

    weight_g: list[int] = msgspec.field(name="weight_g")
    """The weight of a unit, in grams."""

    short_cents: list[int] = msgspec.field(name="short_cents")
    """What leaving a unit unfilled costs."""


class InstanceStock(Model, frozen=True, kw_only=True):
    """Stock, as parallel lists, by SKU and then node. What is absent is zero."""

    sku: list[int]
    """The SKU of each entry."""

    node: list[int]
    """The node of each entry."""

    qty: list[int]
    """The units of each entry."""


class IntegerCell(Model, frozen=True, kw_only=True, tag_field="type", tag="integer"):
    """A whole number."""

    value: int
    """The number."""


class IntegerFieldValue(Model, frozen=True, kw_only=True, tag_field="type", tag="integer"):
    """A whole number."""

    value: int


class InventoryPosition(Model, frozen=True, kw_only=True):
    """What is there and what is coming, in units."""

    on_hand: int
    """Physical units."""

    unsellable: int
    """Of these, units that cannot be sold."""

    allocated: int
    """Units set aside for orders."""

    backorders: int
    """Units promised to orders that wait for stock."""

    on_order: int
    """Units on their way from a supplier or another node."""

    todos: int
    """Units of to-dos that are not yet counted as on order."""


class ItemNode(Model, frozen=True, kw_only=True, tag_field="type", tag="item_node"):
    """What may ship from where."""

    effect: ItemNodeEffect
    """Whether the items ship from these nodes only, or never."""

    nodes: NodeScope | None = None
    """The nodes it holds for; all when none is named."""

    items: ItemScope | None = None
    """The items it holds for; all when none is named."""

    price: Money | None = None
    """What each unit against it costs; never allowed when absent."""


class ItemScope(Model, frozen=True, kw_only=True):
    """Lines by SKU, by category and by line; all lines when nothing is named."""

    skus: list[str] = msgspec.field(default_factory=list)
    """Lines of these SKUs."""

    categories: list[str] = msgspec.field(default_factory=list)
    """Lines of SKUs of these categories."""

    lines: list[str] = msgspec.field(default_factory=list)
    """These lines."""


class JointCapacity(Model, frozen=True, kw_only=True):
    """What a node can still do for all orders together."""

    node: str
    """The node."""

    measure: CapacityMeasure
    """In what it is counted."""

    room: int
    """How much."""


class JointCost(Model, frozen=True, kw_only=True):
    """What orders together cost."""

    plans: Money
    """The plans, each by its own problem."""

    unfilled: Money
    """What units count for that do not ship, beside their own price, in orders that are to be filled first."""

    churn: Money
    """What units cost that moved."""

    total: Money
    """The sum of all."""


class JointOrder(Model, frozen=True, kw_only=True):
    """An open order."""

    order: str
    """The order."""

    class_: int = msgspec.field(default_factory=lambda: 0)
    """How much it matters; higher classes are planned before lower ones."""

    problem: AllocationProblem
    """Which nodes could ship it. What is planned already counts as available there."""

    planned: list[AllocationAssignment] = msgspec.field(default_factory=list)
    """What ships from where by the last plan."""


class JointOrderPlan(Model, frozen=True, kw_only=True):
    """A part of it."""

    order: str
    """The order."""

    plan: AllocationPlan
    """Which nodes ship what of it, priced and explained by its own problem. Units that only others got are
    `left_by_strategy`.
    """

    moved: list[MovedUnits] = msgspec.field(default_factory=list)
    """The units that leave the node where they were planned, sorted by line, then node."""


class JointPlan(Model, frozen=True, kw_only=True):
    """A plan of orders together."""

    orders: list[JointOrderPlan]
    """The orders, as they were given."""

    cost: JointCost
    """What all of it costs."""

    lower_bound: Money | None = None
    """No plan of these orders costs less; where classes are planned one after the other, none that leaves higher
    classes their plans. Absent where an order's rules are of kinds that nothing is proved for.
    """

    gap_per_million: int | None = None
    """By how much the cost is above the bound, in millionths of the bound."""

    prices: RowPrices | None = None
    """What scarce stock and capacity are worth."""

    work: int
    """How often an order was planned."""


class JointProblem(Model, frozen=True, kw_only=True):
    """Orders to be planned together.

    Units of a SKU at a node are the same units in every problem: an order sees those that it may take, and all of a
    class together take no more than the most that one of them sees. In the same way a hard limit of what a node can do
    for all lines (`capacity`, `run_limit`) holds for all orders that name it.
    """

    orders: list[JointOrder]
    """The orders in the sequence in which they would be served one by one; the batch never costs more than that."""

    capacity: list[JointCapacity] = msgspec.field(default_factory=list)
    """What nodes can still do for all orders together, where the problems do not say it."""

    churn_cost: Money | None = None
    """What each unit costs that leaves the node where it was planned, or is no longer shipped; nothing when absent."""

    unfilled_cost: Money | None = None
    """What a unit that does not ship counts for, beside its own price, in orders that are to be filled first; more
    than any of them can save by leaving it when absent.
    """

    across_classes: bool = msgspec.field(default_factory=lambda: False)
    """Whether all classes are weighed against each other by money. If not, higher classes are planned before lower
    ones, which take what is left.
    """

    may_take_back: bool = msgspec.field(default_factory=lambda: False)
    """Whether units that an order has by the last plan may go to other orders, so that it is short of them. If not,
    they may only ship from elsewhere.
    """

    work: int | None = None
    """How often an order may be planned, in all: more work never gives a worse plan. As often as the batch deserves
    when absent.
    """

    threads: int | None = None
    """How many threads may help; the plan does not depend on it. One when absent."""

    prices: RowPrices | None = None
    """The prices of the last batch, to start from."""


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


class KeepStock(Model, frozen=True, kw_only=True, tag_field="type", tag="keep_stock"):
    """Minimum inventory."""

    nodes: NodeScope | None = None
    """The nodes it holds for; all when none is named."""

    items: ItemScope | None = None
    """The items it holds for; all when none is named."""

    units: Quantity
    """How many units of each SKU stay."""

    price: Money | None = None
    """What each unit below costs; never allowed when absent."""


class KeepTogether(Model, frozen=True, kw_only=True, tag_field="type", tag="keep_together"):
    """Lines that leave in one shipment."""

    lines: list[str]
    """The lines."""

    price: Money | None = None
    """What shipping them apart or in part costs; never allowed when absent."""


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


class KitAssembled(Model, frozen=True, kw_only=True, tag_field="type", tag="kit_assembled"):
    """Kits were put together from their components."""

    kit: str
    """The kit."""

    node: str
    """The node."""

    quantity: Quantity
    """How many kits."""

    components: list[KitComponent]
    """What all of them together were made of."""


class KitAvailability(Model, frozen=True, kw_only=True):
    """How many of a kit can be sold."""

    kit: str
    """The kit."""

    components: list[KitComponent]
    """What one kit takes, whatever is chosen."""

    nodes: list[KitNodeAvailability]
    """How many kits each node could send whole, by node; stock without a node is one pool of its own."""

    whole: int
    """The sum of the nodes: kits that need not be split."""

    network: int
    """Kits if components may come from several nodes; never fewer than `whole`."""

    guaranteed: int | None = None
    """Of a configurable kit: how many there are whatever buyers choose, from `network` downwards, because each may
    choose what is scarce. `whole` and `network` are the most, if they choose what there is.
    """

    limit: KitLimit | None = None
    """What keeps `network` from being larger; of several, the first of the recipe."""

    limiting_choice: str | None = None
    """The choice that keeps it from being larger, where no component does. Neither is named where choices need the
    same units, and only together too many.
    """

    at_most: int | None = None
    """Where dozens of options share SKUs in unlike numbers and the search for the best mix was broken off: `network`
    kits there are, more than this there are not. Absent where `network` is the most.
    """


class KitAvailabilityCalculated(Model, frozen=True, kw_only=True, tag_field="type", tag="kit_availability"):
    """How many there are."""

    kit: str
    """The kit."""

    components: list[KitComponent]
    """What one kit takes, whatever is chosen."""

    nodes: list[KitNodeAvailability]
    """How many kits each node could send whole, by node; stock without a node is one pool of its own."""

    whole: int
    """The sum of the nodes: kits that need not be split."""

    network: int
    """Kits if components may come from several nodes; never fewer than `whole`."""

    guaranteed: int | None = None
    """Of a configurable kit: how many there are whatever buyers choose, from `network` downwards, because each may
    choose what is scarce. `whole` and `network` are the most, if they choose what there is.
    """

    limit: KitLimit | None = None
    """What keeps `network` from being larger; of several, the first of the recipe."""

    limiting_choice: str | None = None
    """The choice that keeps it from being larger, where no component does. Neither is named where choices need the
    same units, and only together too many.
    """

    at_most: int | None = None
    """Where dozens of options share SKUs in unlike numbers and the search for the best mix was broken off: `network`
    kits there are, more than this there are not. Absent where `network` is the most.
    """


class KitAvailabilityRequest(Model, frozen=True, kw_only=True, tag_field="type", tag="kit_availability"):
    """How many of a kit can be sold."""

    kits: list[KitRecipe]
    """The recipes of the kit and the kits in it."""

    kit: str
    """The kit."""

    stock: list[KitStock]
    """What there is of the components, after everything that holds some."""


class KitCheck(Model, frozen=True, kw_only=True, tag_field="type", tag="check_kits"):
    """Whether they fit, and what is short."""

    feasible: bool
    """Whether everything can be served."""

    demand: list[KitDemand]
    """What all lines take together, by SKU."""

    alone: list[KitLineAlone]
    """Whether each line would fit if it were the only one, in the order of the lines. Lines that fit alone and not
    together are why a check line by line oversells.
    """


class KitCheckRequest(Model, frozen=True, kw_only=True, tag_field="type", tag="check_kits"):
    """Whether all lines of all orders fit together."""

    kits: list[KitRecipe]
    """The recipes of the kits; what is not here is no kit."""

    lines: list[KitOrderLine]
    """The lines of all orders that are to be served together."""

    stock: list[KitStock]
    """What there is; nodes are summed, because components may ship from several."""


class KitChoice(Model, frozen=True, kw_only=True):
    """A choice that the buyer of a kit makes: in each kit, `min` to `max` times one of the options, each option at most
    `each` times.

    "Three of these five" is `min` 3; "any six bottles" is `min` 6 and `each` 6; "with or without" is `min` 0 and `max`
    1.
    """

    id: str
    """The choice; unique within the kit."""

    name: str = ""
    """What people call it."""

    min: int = msgspec.field(default_factory=lambda: 1)
    """The fewest times that something is chosen in one kit."""

    max: int | None = None
    """The most times; as `min` when absent."""

    each: int = msgspec.field(default_factory=lambda: 1)
    """The most times that one option may be chosen in one kit; once by default."""

    options: list[KitOption]
    """What may be chosen."""


class KitComponent(Model, frozen=True, kw_only=True):
    """So many units of a SKU, in one kit or in several."""

    sku: str
    """What is in it; may be a kit itself."""

    quantity: Quantity
    """How many units."""


class KitDemand(Model, frozen=True, kw_only=True):
    """What all lines take of one SKU."""

    sku: str
    """The component, or the SKU itself."""

    wanted: int
    """Units that all lines take."""

    available: int
    """Units that there are."""

    short: int
    """Units missing."""

    by: list[KitDemandPart]
    """Which lines take how many."""


class KitDemandPart(Model, frozen=True, kw_only=True):
    """What one line takes of one SKU."""

    order: str
    """The order."""

    line: str
    """The line."""

    quantity: Quantity
    """How many units."""


class KitDisassembled(Model, frozen=True, kw_only=True, tag_field="type", tag="kit_disassembled"):
    """Kits were taken apart into their components."""

    kit: str
    """The kit."""

    node: str
    """The node."""

    quantity: Quantity
    """How many kits."""

    components: list[KitComponent]
    """What came out of all of them together."""


class KitExplosion(Model, frozen=True, kw_only=True, tag_field="type", tag="explode_kit"):
    """What they are made of."""

    components: list[KitComponent]
    """The units of all kits together, in the order of the recipe."""

    surcharge: Money | None = None
    """What the options of all kits together add to their price, where an option has a surcharge."""

    price: KitPriceShares | None = None
    """How the price is shared out over them, if there was one."""


class KitExplosionRequest(Model, frozen=True, kw_only=True, tag_field="type", tag="explode_kit"):
    """What kits are made of, and what each part costs."""

    kits: list[KitRecipe]
    """The recipes of the kit and the kits in it."""

    kit: str
    """The kit."""

    quantity: Quantity
    """How many kits."""

    chosen: list[ChosenOption] = msgspec.field(default_factory=list)
    """What the buyer chose of a configurable kit, for each of them."""

    price: Money | None = None
    """What was paid for all of them, if it is to be shared out."""

    worth: list[KitWorth] = msgspec.field(default_factory=list)
    """What the components are worth."""

    allow_zero: bool = msgspec.field(default_factory=lambda: False)
    """Whether a component that is worth nothing may get nothing of the price."""

    rule: SplitRule = msgspec.field(default_factory=lambda: "largest_remainder")
    """Who gets the cents that do not divide evenly."""


class KitLimit(Model, frozen=True, kw_only=True):
    """The component that runs out first."""

    sku: str
    """The component."""

    available: int
    """Units that there are."""

    per_kit: Quantity
    """Units that one kit takes."""


class KitLineAlone(Model, frozen=True, kw_only=True):
    """Whether a line would fit if it were the only one."""

    order: str
    """The order."""

    line: str
    """The line."""

    fits: bool
    """Whether it fits alone."""


class KitNodeAvailability(Model, frozen=True, kw_only=True):
    """How many kits a node could send whole."""

    node: str | None = None
    """The node; absent for stock without one."""

    kits: int
    """How many kits."""

    limit: KitLimit | None = None
    """What keeps it from being more."""

    limiting_choice: str | None = None
    """The choice that does, where no component does."""

    at_most: int | None = None
    """As for the whole network."""


class KitOption(Model, frozen=True, kw_only=True):
    """Something that may be chosen."""

    sku: str
    """What choosing it brings; may be a kit itself."""

    quantity: Quantity = msgspec.field(default_factory=lambda: 1)
    """How many units of it, each time that it is chosen; one by default."""

    surcharge: Money | None = None
    """What choosing it once adds to the price of one kit; below zero takes off."""

    preset: int = msgspec.field(default_factory=lambda: 0)
    """How often it is chosen in one kit where the buyer says nothing of the choice."""


class KitOrderLine(Model, frozen=True, kw_only=True):
    """A line of an order that may ask for kits."""

    order: str
    """The order."""

    line: str
    """The line."""

    sku: str
    """A kit or any other SKU."""

    quantity: Quantity
    """How many of it."""

    chosen: list[ChosenOption] = msgspec.field(default_factory=list)
    """What the buyer chose of a configurable kit, for each of them."""


class KitPricePart(Model, frozen=True, kw_only=True):
    """What a component got of the price."""

    sku: str
    """The component."""

    quantity: Quantity
    """Units of it."""

    weight: int
    """Its weight in the split."""

    amount: Money
    """What all its units together got."""


class KitPriceShares(Model, frozen=True, kw_only=True):
    """A price shared out."""

    basis: KitPriceBasis
    """By what the components were weighed: one basis for the whole kit, because list prices and costs do not compare."""

    parts: list[KitPricePart]
    """The parts, in the order of the components; they sum to the price."""


class KitRecipe(Model, frozen=True, kw_only=True):
    """What one kit is made of."""

    sku: str
    """The kit."""

    kind: KitKind = msgspec.field(default_factory=lambda: "virtual")
    """How it comes to be; virtual by default."""

    components: list[KitComponent] = msgspec.field(default_factory=lambda: [])
    """What one of it takes, whatever is chosen."""

    choices: list[KitChoice] = msgspec.field(default_factory=list)
    """What the buyer chooses of a configurable kit."""


class KitStock(Model, frozen=True, kw_only=True):
    """What there is of a SKU, at a node where one is named."""

    sku: str
    """The SKU: a component, or anything else that is sold."""

    node: str | None = None
    """Where; absent for one pool."""

    available: int
    """Units that may be taken, after everything that holds some; below zero counts as none."""


class KitWorth(Model, frozen=True, kw_only=True):
    """What a component is worth by itself."""

    sku: str
    """The SKU."""

    list: Money | None = None
    """The list price of one unit."""

    cost: Money | None = None
    """What one unit costs the merchant."""


class LagGuard(Model, frozen=True, kw_only=True):
    """Protection against orders that are under way and not seen yet."""

    lag_seconds: int
    """How many seconds pass between a sale on the channel and its order here: at most 86,400, one day."""

    z: Decimal
    """How many standard deviations to be safe by: 0 to 10 with up to 3 decimals; 1.645 covers 95 %."""

    units_per_hour: Decimal
    """Units of a SKU that the channel sells in an hour, where nobody gives a better figure: 0 to 100,000 with up to
    6 decimals.
    """


class LandedCharge(Model, frozen=True, kw_only=True):
    """A charge on a receipt; negative for a credit note."""

    kind: LandedChargeKind
    """What for."""

    basis: LandedBasis
    """By what it is spread."""

    amount: Money
    """How much."""


class LandedCost(Model, frozen=True, kw_only=True, tag_field="type", tag="landed_cost"):
    """What each line costs."""

    lines: list[LandedLineCost]
    """The lines, in their order."""


class LandedCostRequest(Model, frozen=True, kw_only=True, tag_field="type", tag="landed_cost"):
    """What each line of a receipt costs with its part of freight, duty and insurance."""

    lines: list[LandedLine]
    """What came."""

    charges: list[LandedCharge]
    """What was charged."""


class LandedLine(Model, frozen=True, kw_only=True):
    """A line of a receipt."""

    line: str
    """The line."""

    quantity: Quantity
    """How many units came."""

    value: Money
    """What they cost together, without charges."""

    weight: Weight | None = None
    """The weight of one unit; asked for where a charge is spread by weight."""

    dimensions: Dimensions | None = None
    """The size of one unit; asked for where a charge is spread by volume."""


class LandedLineCost(Model, frozen=True, kw_only=True):
    """What a line costs with its part of every charge."""

    line: str
    """The line."""

    charges: list[Money]
    """Its part of each charge, in the order of the charges."""

    landed: Money
    """All its parts together."""

    cost: Money
    """What its units cost together with them."""


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


class LapsePickup(Model, frozen=True, kw_only=True, tag_field="type", tag="lapse_pickup"):
    """Nobody came for an order in time."""

    order: str
    """The order."""


class LateMeasure(Model, frozen=True, kw_only=True, tag_field="type", tag="late"):
    """The number of deliveries after what was promised: `delivered > promised`. Over orders and shipments."""

    by: PromiseBy
    """How."""

    offset_minutes: int = msgspec.field(default_factory=lambda: 0)
    """For calendar days: how far the clock on the wall is ahead of UTC, in minutes. Within ±1,440."""


class LatenessTerm(Model, frozen=True, kw_only=True):
    """What arriving late costs: `a + b·days` for each late shipment, or for each late line of a shipment.

    A shipment is late by the days that its node's `readyDays` and its service's transit days go beyond the
    promised days. Nothing is late where freight is unknown or nothing was promised. The constraint `in_time`
    forbids it altogether.
    """

    fixed: Money
    """`a`: what being late costs at all."""

    per_day: Money
    """`b`: what each day costs."""

    per: LatePer = msgspec.field(default_factory=lambda: "shipment")
    """What is counted."""

    weight_per_mille: int = 0
    """How much it weighs, in thousandths."""


class LeadTimeDemand(Model, frozen=True, kw_only=True):
    """Demand and lead time, with how uncertain both are. Days may be any period, as long as it is the same one throughout."""

    daily_demand: Decimal
    """Mean demand per day."""

    demand_deviation: Decimal = msgspec.field(default_factory=lambda: Decimal("0"))
    """Standard deviation of the demand of a day."""

    lead_time_days: Decimal
    """Mean lead time in days."""

    lead_time_deviation: Decimal = msgspec.field(default_factory=lambda: Decimal("0"))
    """Standard deviation of the lead time in days."""

    review_days: Decimal = msgspec.field(default_factory=lambda: Decimal("0"))
    """Days between two reviews; zero when stock is looked at all the time."""


class LearnParcelLimits(Model, frozen=True, kw_only=True, tag_field="type", tag="learn_parcel_limits"):
    """How long parcels take."""

    history: list[ParcelHistory]
    """Parcels whose way is over, or as far as they came."""

    quantile_milli: int = msgspec.field(default_factory=lambda: 950)
    """Which quantile, in thousandths: 950 is exceeded by one span in twenty."""

    min_samples: int = msgspec.field(default_factory=lambda: 20)
    """With fewer spans than this a lane has no limit of its own, and its region's, carrier's or all parcels' counts."""

    floor_minutes: int = msgspec.field(default_factory=lambda: 0)
    """No limit is learned below this, in minutes."""


class LearnParcelLimitsAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="learn_parcel_limits"):
    """How long parcels take."""

    learned: LearnedLimits
    """The limits, to be given to the watch."""


class LearnedBasis(Model, frozen=True, kw_only=True, tag_field="type", tag="learned"):
    """Learned of history."""

    limit: LearnedLimit
    """The limit, for whom it was learned, and of how many spans."""


class LearnedLimit(Model, frozen=True, kw_only=True):
    """A limit that was learned."""

    timer: ParcelTimer
    """Of which timer."""

    scope: WatchLane
    """For which parcels: a lane, a region (no lane), a carrier (neither) or all (nothing)."""

    minutes: int
    """The limit in minutes."""

    samples: int
    """Of how many spans."""


class LearnedLimits(Model, frozen=True, kw_only=True):
    """Limits that were learned."""

    limits: list[LearnedLimit]
    """By timer and scope, wider scopes first."""


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


class LineCost(Model, frozen=True, kw_only=True):
    """What a unit of a line costs."""

    line: str
    """The line."""

    each: Money
    """How much."""


class LineDelivery(Model, frozen=True, kw_only=True):
    """Units of a line that one shipment delivered."""

    shipment: str
    """The shipment."""

    quantity: Quantity
    """How many units."""


class LineFacts(Model, frozen=True, kw_only=True):
    """What is known of a line beyond its SKU and weight."""

    category: str | None = None
    """The category of its SKU."""

    unit_value: Money | None = None
    """What the buyer pays for one unit."""

    unit_volume_cm3: int = 0
    """The volume of one unit in cubic centimetres."""

    needs: list[str] = msgspec.field(default_factory=list)
    """What a node must be able to do to handle it."""

    owner: str | None = None
    """Whose stock it must be; the merchant's own when absent."""

    process_path: str | None = None
    """The way it takes through a node."""

    promise_days: int | None = None
    """In how many days it was promised to arrive; as the order when absent."""


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


class LineSourcing(Model, frozen=True, kw_only=True):
    """From where lines are sourced: tiers of nodes that are asked one after the other."""

    rule: str
    """The rule that says so."""

    lines: list[str]
    """The lines; each stands in one sourcing at most. A line in none is sourced from all candidates."""

    tiers: list[list[str]]
    """The tiers; the first is asked first. A candidate in none is never asked."""

    next: NextTier = msgspec.field(default_factory=lambda: "joins")
    """Whether a later tier joins the earlier ones or takes their place."""

    until: TierUntil = msgspec.field(default_factory=lambda: "filled")
    """When lines are satisfied, so that no later tier is asked."""


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


class Lot(Model, frozen=True, kw_only=True):
    """Units of one lot of one owner."""

    lot: str
    """The lot."""

    owner: str | None = None
    """Whose units; the merchant's own when absent."""

    expires_at: datetime.datetime | None = None
    """The first instant at which the units are not good any more; never when absent."""

    manufactured_at: datetime.datetime | None = None
    """When they were made."""

    received_at: datetime.datetime
    """When the first of them arrived here."""

    on_hand: int = msgspec.field(default_factory=lambda: 0)
    """All physical units."""

    quality_hold: int = 0
    """Those of them that wait for inspection."""

    damaged: int = 0
    """Those of them that are damaged."""

    returned_pending: int = 0
    """Those of them that came back and wait for a decision."""

    allocated: list[LotAllocation] = msgspec.field(default_factory=list)
    """Those of them that are set aside, by order id."""


class LotAdjusted(Model, frozen=True, kw_only=True, tag_field="type", tag="adjusted"):
    """A count, a correction or scrapping changed the physical units."""

    lot: str
    """The lot."""

    owner: str | None = None
    """Whose units; the merchant's own when absent."""

    condition: StockCondition
    """In what condition the units were."""

    delta: int
    """The change."""


class LotAllocation(Model, frozen=True, kw_only=True):
    """Units of a lot that are set aside for an order."""

    order: str
    """The order."""

    quantity: Quantity
    """How many units."""


class LotBook(Model, frozen=True, kw_only=True):
    """The lots of one SKU at one node: its cell, split by lot and owner."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    lots: list[Lot]
    """The lots that have units here, by lot and owner."""

    quarantines: list[LotQuarantine] = msgspec.field(default_factory=list)
    """The lots in quarantine, by lot."""

    serials: list[LotSerials] = msgspec.field(default_factory=list)
    """The serial numbers captured and not yet gone, by order."""


class LotBookDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="lots"):
    """The lots of a SKU at a node."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    lots: list[Lot]
    """The lots that have units here, by lot and owner."""

    quarantines: list[LotQuarantine] = msgspec.field(default_factory=list)
    """The lots in quarantine, by lot."""

    serials: list[LotSerials] = msgspec.field(default_factory=list)
    """The serial numbers captured and not yet gone, by order."""


class LotConsidered(Model, frozen=True, kw_only=True):
    """One lot of a picking."""

    lot: str
    """The lot."""

    owner: str | None = None
    """Whose units; the merchant's own when absent."""

    free: int
    """Good units that no order had."""

    expires_at: datetime.datetime | None = None
    """When the lot expires."""

    received_at: datetime.datetime
    """When it arrived."""

    verdict: LotVerdict
    """What became of it."""


class LotDemand(Model, frozen=True, kw_only=True):
    """What is wanted of the lots."""

    quantity: Quantity
    """How many units."""

    at: datetime.datetime
    """When they are picked."""

    delivery_at: datetime.datetime
    """When the buyer is expected to get them; at once when it lies before `at`."""

    pick_order: LotPickOrder = msgspec.field(default_factory=lambda: "fefo")
    """Which lots leave first."""

    owners: LotOwners = msgspec.field(default_factory=lambda: AnyLotOwners())
    """Whose units may be taken."""

    min_days: int = msgspec.field(default_factory=lambda: 0)
    """How many days of 24 hours have to remain at the delivery."""

    min_percent: int = msgspec.field(default_factory=lambda: 0)
    """What part of the shelf life has to remain at the delivery, in percent."""

    shelf_life_days: int | None = None
    """How many days units last from the day they are made, for lots that do not say."""


class LotDraft(Model, frozen=True, kw_only=True):
    """A lot as it arrives."""

    lot: str
    """The lot."""

    owner: str | None = None
    """Whose units; the merchant's own when absent."""

    expires_at: datetime.datetime | None = None
    """The first instant at which the units are not good any more. When absent it follows from the day they were made
    and the shelf life of the SKU's rule; they never expire when one of those is absent too.
    """

    manufactured_at: datetime.datetime | None = None
    """When they were made."""


class LotExpired(Model, frozen=True, kw_only=True, tag_field="type", tag="expired"):
    """Its expiry had come."""

    by_seconds: int
    """By how many seconds it was missed; 0 at the expiry itself."""


class LotExpiresBeforeDelivery(Model, frozen=True, kw_only=True, tag_field="type", tag="expires_before_delivery"):
    """It would expire on the way."""

    by_seconds: int
    """How many seconds before the delivery; 0 at the delivery itself."""


class LotLimit(Model, frozen=True, kw_only=True, tag_field="type", tag="lot_limit"):
    """Units whose lots may leave."""

    cells: list[CellLimit]
    """The cells and their limits; a cell that is not named has none."""

    price: Money | None = None
    """What each unit beyond costs; never allowed when absent."""


class LotName(Model, frozen=True, kw_only=True):
    """One lot of one owner. Which SKU and where stands beside it."""

    lot: str
    """The lot."""

    owner: str | None = None
    """Whose units; the merchant's own when absent."""


class LotOwner(Model, frozen=True, kw_only=True, tag_field="type", tag="of"):
    """Those that one owner has on consignment here."""

    owner: str
    """The owner."""


class LotOwnerChanged(Model, frozen=True, kw_only=True, tag_field="type", tag="owner_changed"):
    """Units changed hands."""

    lot: str
    """The lot."""

    from_: str | None = None
    """Whose units they were; the merchant's own when absent."""

    to: str | None = None
    """Whose they are; the merchant's own when absent."""

    quantity: Quantity
    """How many units."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class LotPick(Model, frozen=True, kw_only=True):
    """Units of one lot of one owner. Which SKU and where stands beside it."""

    lot: str
    """The lot."""

    owner: str | None = None
    """Whose units; the merchant's own when absent."""

    quantity: Quantity
    """How many."""


class LotPicked(Model, frozen=True, kw_only=True, tag_field="type", tag="picked"):
    """Units were taken."""

    quantity: Quantity
    """How many."""


class LotPicking(Model, frozen=True, kw_only=True):
    """Which units were picked, and why the others were not."""

    picks: list[LotPick]
    """The units picked, in the order in which they leave."""

    short: Quantity
    """How many units all lots together are short."""

    eligible: int
    """How many units could have been picked."""

    lots: list[LotConsidered]
    """Every lot and its verdict, in the order in which they were looked at."""


class LotQuarantine(Model, frozen=True, kw_only=True):
    """A lot of which nothing may leave, whoever owns it and whenever it arrives."""

    lot: str
    """The lot."""

    reason: str
    """Why."""


class LotQuarantined(Model, frozen=True, kw_only=True, tag_field="type", tag="quarantined"):
    """Nothing of a lot may leave any more."""

    lot: str
    """The lot."""

    reason: str
    """Why."""


class LotQuarantinedThen(Model, frozen=True, kw_only=True, tag_field="type", tag="quarantined"):
    """It is in quarantine."""

    reason: str
    """Why it is."""


class LotRecall(Model, frozen=True, kw_only=True):
    """What a lot put in quarantine concerns at a node."""

    node: str
    """The node."""

    on_hand: int
    """The units of the lot there."""

    orders: list[RecalledOrder]
    """The orders that had units of it, by id."""


class LotRecalled(Model, frozen=True, kw_only=True, tag_field="type", tag="lot_recall"):
    """What a recall concerns."""

    sku: str
    """The SKU."""

    lot: str
    """The lot."""

    nodes: list[LotRecall]
    """The nodes that have units of it, by id."""


class LotReceived(Model, frozen=True, kw_only=True, tag_field="type", tag="received"):
    """Units arrived."""

    lot: LotDraft
    """The lot, with its expiry worked out."""

    quantity: Quantity
    """How many units."""

    condition: StockCondition
    """In what condition they are."""

    received_at: datetime.datetime
    """When they arrived."""


class LotRecord(Model, frozen=True, kw_only=True, tag_field="type", tag="lot"):
    """Something happened to lots."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    event: LotEvent
    """What."""


class LotRegraded(Model, frozen=True, kw_only=True, tag_field="type", tag="regraded"):
    """Units changed their condition."""

    lot: str
    """The lot."""

    owner: str | None = None
    """Whose units; the merchant's own when absent."""

    quantity: Quantity
    """How many units."""

    from_: StockCondition
    """The condition before."""

    to: StockCondition
    """The condition now."""


class LotReleased(Model, frozen=True, kw_only=True, tag_field="type", tag="released"):
    """It may leave again."""

    lot: str
    """The lot."""

    reason: str
    """Why."""


class LotRule(Model, frozen=True, kw_only=True):
    """That a SKU is kept by lot, and how."""

    pick_order: LotPickOrder = msgspec.field(default_factory=lambda: "fefo")
    """Which lots leave first."""

    owners: LotOwners = msgspec.field(default_factory=lambda: AnyLotOwners())
    """Whose units orders may take."""

    shelf_life_days: int | None = None
    """How many days units last from the day they are made, for lots that do not say."""

    near_expiry_days: int = msgspec.field(default_factory=lambda: 0)
    """From how many remaining days on a lot is called near its expiry; never when 0."""

    min_remaining: list[ShelfLifeRule] = msgspec.field(default_factory=list)
    """How long units have to last when the buyer gets them; of the rules that apply, the strictest counts."""

    serialised: bool = msgspec.field(default_factory=lambda: False)
    """Whether every unit has a serial number, which has to be captured before the unit ships."""


class LotSerials(Model, frozen=True, kw_only=True):
    """The serial numbers captured for an order whose units have not left."""

    order: str
    """The order."""

    serials: list[str]
    """The numbers, sorted."""


class LotSerialsCaptured(Model, frozen=True, kw_only=True, tag_field="type", tag="serials_captured"):
    """Units of an order were told apart by their serial numbers."""

    order: str
    """The order."""

    serials: list[str]
    """The numbers, sorted."""


class LotSerialsDropped(Model, frozen=True, kw_only=True, tag_field="type", tag="serials_dropped"):
    """The units with these numbers are not for the order any more."""

    order: str
    """The order."""

    serials: list[str]
    """The numbers, sorted."""


class LotSerialsReturned(Model, frozen=True, kw_only=True, tag_field="type", tag="serials_returned"):
    """The units with these numbers came back."""

    order: str
    """The order that they had left for."""

    serials: list[str]
    """The numbers, sorted."""


class LotSerialsShipped(Model, frozen=True, kw_only=True, tag_field="type", tag="serials_shipped"):
    """The units with these numbers left."""

    order: str
    """The order."""

    shipment: str
    """The shipment."""

    serials: list[str]
    """The numbers, sorted."""


class LotShipment(Model, frozen=True, kw_only=True):
    """A shipment with units of a lot."""

    shipment: str
    """The shipment."""

    order: str
    """The order."""

    node: str
    """The node it left."""

    shipped_at: datetime.datetime
    """When it left."""

    quantity: Quantity
    """How many units of the lot are in it."""

    tracking_numbers: list[str]
    """The numbers of its parcels, as far as known."""


class LotTooShort(Model, frozen=True, kw_only=True, tag_field="type", tag="too_short"):
    """It would not last long enough after the delivery."""

    remaining_days: int
    """Whole days that remain at the delivery."""

    required_days: int
    """Days that have to remain."""


class LotTraceAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="lot_trace"):
    """Where units of the lot are and where they went."""

    nodes: list[LotRecall]
    """The nodes that have units of it, with the orders that they are set aside for."""

    shipments: list[LotShipment]
    """The shipments that have units of it, by id."""


class LotView(Model, frozen=True, kw_only=True):
    """A lot as it stands at an instant."""

    lot: Lot
    """The lot."""

    status: LotStatus
    """Where it stands."""

    remaining_days: int | None = None
    """Whole days that remain, negative after the expiry; absent when it never expires."""

    free: int
    """Good units that no order has."""


class LotsAllocated(Model, frozen=True, kw_only=True, tag_field="type", tag="allocated"):
    """Units were set aside for an order."""

    order: str
    """The order."""

    picks: list[LotPick]
    """The units, in the order of their lots."""


class LotsAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="lots"):
    """The lots of the SKU."""

    nodes: list[LotsAt]
    """The nodes that have, or had, lots of it."""


class LotsAt(Model, frozen=True, kw_only=True):
    """The lots of a SKU at a node."""

    node: str
    """The node."""

    lots: list[LotView]
    """Each lot, by lot and owner."""

    quarantines: list[LotQuarantine]
    """The lots in quarantine, also those that have no units here."""


class LotsDeallocated(Model, frozen=True, kw_only=True, tag_field="type", tag="deallocated"):
    """Units set aside for an order were given back."""

    order: str
    """The order."""

    picks: list[LotPick]
    """The units, in the order of their lots."""


class LotsExplained(Model, frozen=True, kw_only=True, tag_field="type", tag="lots"):
    """Which lots an order gets."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    picking: LotPicking
    """The picking, with what became of each lot."""


class LotsShipped(Model, frozen=True, kw_only=True, tag_field="type", tag="shipped"):
    """Units set aside for an order left."""

    order: str
    """The order."""

    picks: list[LotPick]
    """The units, in the order of their lots."""


class ManifestParcel(Model, frozen=True, kw_only=True):
    """A parcel that is handed over."""

    number: str
    """Its number."""

    weight: Weight | None = None
    """What it weighs, when weighed."""

    destination: str = msgspec.field(default_factory=lambda: "")
    """Where it goes, in a word."""


class MapTrackingCode(Model, frozen=True, kw_only=True, tag_field="type", tag="map_tracking_code"):
    """What a carrier's code means."""

    source: str
    """Whose code, such as `kuaidi100` or `fedex`."""

    code: str
    """The code."""

    rows: list[TrackingCodeRow] = msgspec.field(default_factory=list)
    """Rows of the merchant's own, looked at first."""


class MappedTrackingCode(Model, frozen=True, kw_only=True, tag_field="type", tag="map_tracking_code"):
    """What the code means."""

    meaning: TrackingMeaning | None = None
    """What it means; absent where the code is in no table."""

    rank: int | None = None
    """Its stage's rank: 0 to 95."""

    chinese: str | None = None
    """What Chinese carriers call the status."""

    origin: str | None = None
    """Where the table comes from; absent for a row of the merchant's own and for a source that has no table."""

    version: int | None = None
    """The table's version."""


class MarginPercent(Model, frozen=True, kw_only=True, tag_field="type", tag="percent"):
    """A part of what there is."""

    basis_points: int
    """The part, in basis points: 2500 is 25 %; at most 10,000."""


class MarginUnits(Model, frozen=True, kw_only=True, tag_field="type", tag="units"):
    """So many units, whatever there is."""

    units: Quantity
    """How many."""


class MarkdownCell(Model, frozen=True, kw_only=True):
    """A SKU at a node, and what is expected of it until it is marked down."""

    node: str
    """The node."""

    sku: str
    """The SKU."""

    on_hand: Quantity
    """Units on hand."""

    fall: Money
    """By how much its price falls when it is marked down."""

    mean_milli: int
    """The mean of demand until then, in thousandths of a unit; at most 100,000 units."""

    variance_milli: int | None = None
    """The variance of that demand, in thousandths; the mean when absent. At most 1000 times the mean."""

    days_in_stock: int | None = None
    """How many days its units have been in stock, if known."""

    days_to_expiry: int | None = None
    """In how many days they expire, if they do."""


class MarkdownTerm(Model, frozen=True, kw_only=True):
    """Markdown avoidance: each unit taken saves `(price − markdown price) · P(D < on hand)`, the chance that it
    would be marked down, and the bonuses of its age and its expiry. It counts against the cost.

    Demand `D` until the markdown is Poisson by its mean, or negative binomial where a larger variance is
    given. The saving of one unit is rounded to the minor unit, halves up.
    """

    cells: list[MarkdownCell]
    """The cells; a cell that is not named saves nothing."""

    aged: list[AgeBonus] = msgspec.field(default_factory=list)
    """What units save by their days in stock; the last that applies counts."""

    expiring: list[ExpiryBonus] = msgspec.field(default_factory=list)
    """What units save by their days to expiry; the first that applies counts."""

    weight_per_mille: int = 0
    """How much it weighs, in thousandths."""


class MaxDistance(Model, frozen=True, kw_only=True, tag_field="type", tag="max_distance"):
    """Nodes within so many metres."""

    nodes: NodeScope | None = None
    """The nodes it holds for; all when none is named."""

    metres: int
    """The most metres."""

    price: Money | None = None
    """What each shipment from farther away costs; never allowed when absent."""


class MaxRejects(Model, frozen=True, kw_only=True, tag_field="type", tag="max_rejects"):
    """Nodes that rejected the order too often."""

    most: int
    """At so many rejections a node is out, at least 1."""

    rejects: list[NodeRejects]
    """How often each node rejected it."""

    price: Money | None = None
    """What each shipment from there costs; never allowed when absent."""


class MaxSplits(Model, frozen=True, kw_only=True, tag_field="type", tag="max_splits"):
    """How many shipments an order may have."""

    shipments: int
    """The most shipments, at least 1."""

    price: Money | None = None
    """What each shipment beyond costs; never allowed when absent."""


class MaximumRule(Model, frozen=True, kw_only=True, tag_field="type", tag="maximum"):
    """The worst case less the mean case."""

    max_daily_demand: Decimal
    """The largest demand of a day."""

    max_lead_time_days: Decimal
    """The longest lead time in days."""


class MinMaxLevels(Model, frozen=True, kw_only=True, tag_field="type", tag="min_max"):
    """Below a minimum, up to a maximum."""

    min: Quantity
    """Fewer than this are too few."""

    max: Quantity
    """How many there should be then."""


class MinShipment(Model, frozen=True, kw_only=True, tag_field="type", tag="min_shipment"):
    """Shipments worth sending."""

    units: int | None = None
    """The least units."""

    value: Money | None = None
    """The least value, by the lines' unit values."""

    only_split: bool = False
    """Whether an order that leaves in one shipment is free of it."""

    price: Money | None = None
    """What each shipment below costs; never allowed when absent."""


class MissingPosition(Model, frozen=True, kw_only=True, tag_field="type", tag="no_position"):
    """Distance bands need the position of both ends."""

    end: LaneEnd
    """Which end; the node if both are unknown."""


class MissingRegion(Model, frozen=True, kw_only=True, tag_field="type", tag="no_region"):
    """A region table without default needs the region of both ends."""

    end: LaneEnd
    """Which end; the node if both are unknown."""


class ModuleGrid(Model, frozen=True, kw_only=True, tag_field="type", tag="modules"):
    """Modules."""

    rows: list[str]
    """Rows from the top, `1` for a dark module and `0` for a light one."""

    text: str
    """What it says."""

    quiet: int
    """Light modules that must stay free all around."""


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


class MoveReservation(Model, frozen=True, kw_only=True, tag_field="type", tag="move_reservation"):
    """Hold at one node what a reservation holds elsewhere."""

    reservation: str
    """The reservation."""

    to: str
    """The node that is to hold it."""

    from_: str | None = None
    """Only what is held at this node."""

    skus: list[str] = msgspec.field(default_factory=list)
    """Only these SKUs; all when empty."""


class MovedUnits(Model, frozen=True, kw_only=True):
    """Units that leave the node where they were planned."""

    line: str
    """The line."""

    node: str
    """The node where they were planned."""

    quantity: Quantity
    """How many."""


class MovementsAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="movements"):
    """What the event does to which cell."""

    movements: list[StockMovement]
    """One row per item."""


class MovementsOf(Model, frozen=True, kw_only=True, tag_field="type", tag="movements"):
    """What an event does to which cell."""

    event: StockEvent
    """The event."""


class MovingAverage(Model, frozen=True, kw_only=True, tag_field="type", tag="moving_average"):
    """The mean of the last periods."""

    periods: int
    """How many periods; 1 is the naive forecast."""


class NamedCarrier(Model, frozen=True, kw_only=True, tag_field="type", tag="named"):
    """This one; nothing is chosen."""

    carrier: str
    """The carrier."""

    service: str
    """The carrier's service."""

    freight: Money | None = None
    """What it is expected to charge."""


class Network(Model, frozen=True, kw_only=True):
    """All nodes of a tenant, and the groups they are in."""

    nodes: dict[str, Node]
    """The nodes by id."""

    groups: dict[str, NodeGroup] = msgspec.field(default_factory=dict)
    """The groups by id."""

    closed: dict[str, NodeClosure] = msgspec.field(default_factory=dict)
    """The nodes that take no orders for a while."""


class NetworkDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="network"):
    """The nodes of a tenant."""

    nodes: dict[str, Node]
    """The nodes by id."""

    groups: dict[str, NodeGroup] = msgspec.field(default_factory=dict)
    """The groups by id."""

    closed: dict[str, NodeClosure] = msgspec.field(default_factory=dict)
    """The nodes that take no orders for a while."""


class NetworkPromise(Model, frozen=True, kw_only=True):
    """By when units can be had from several nodes together."""

    earliest: datetime.datetime | None = None
    """The first date for all of them; absent if there is none."""

    parts: list[NodePromisePart]
    """As many as possible as soon as possible, by date and node."""

    missing: Quantity
    """How many units no date and node allow."""


class NoFuelRate(Model, frozen=True, kw_only=True, tag_field="type", tag="no_fuel_rate"):
    """The card has no fuel surcharge for the instant of hand-over."""

    at: datetime.datetime
    """The instant of hand-over."""


class NoLineSplit(Model, frozen=True, kw_only=True, tag_field="type", tag="no_line_split"):
    """Lines that are not split over nodes."""

    items: ItemScope | None = None
    """The items it holds for; all when none is named."""

    price: Money | None = None
    """What each further node that ships of a line costs; never allowed when absent."""


class NoSplitBelow(Model, frozen=True, kw_only=True, tag_field="type", tag="no_split_below"):
    """Small orders and listed items that are not split."""

    amount: Money | None = None
    """Orders of less than this are not split."""

    items: ItemScope | None = None
    """Lines that are not split whatever the order is worth; none when nothing is named."""

    price: Money | None = None
    """What each further shipment, or node that ships of a line, costs; never allowed when absent."""


class Node(Model, frozen=True, kw_only=True):
    """A place that ships."""

    id: str
    """The node."""

    name: str = msgspec.field(default_factory=lambda: "")
    """What people call it."""

    node_type: str | None = None
    """What kind of place it is, in the merchant's own words, such as `store`; safety factors may name it."""

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

    traits: NodeTraits | None = None
    """What kind of place it is, and what it can do."""

    calendar: Calendar | None = None
    """When it works; around the clock when absent."""

    capacity: NodeCapacity | None = None
    """What it can do in a day; no limit when absent."""

    supplier: str | None = None
    """The supplier whose place it is: what is released there is bought of it, unit by unit."""


class NodeAvailability(Model, frozen=True, kw_only=True):
    """What a node has of a SKU. Of a virtual kit the cell is empty, and the figures are whole kits that the node's
    components make.
    """

    node: str
    """The node."""

    cell: StockCell
    """The cell, units held by reservations that have run out no longer counted as held."""

    free: int
    """Units free."""

    barred: int = 0
    """Free units that may not be sold: of lots that have expired, are in quarantine or another owner's."""

    promiseable: int
    """Units that could be promised: free ones that may be sold and what backorders allow, less what is kept for better
    classes; none where the node does not sell.
    """


class NodeBias(Model, frozen=True, kw_only=True):
    """What shipments from a node cost on top."""

    node: str
    """The node."""

    bias: Money
    """How much."""


class NodeBudget(Model, frozen=True, kw_only=True, tag_field="type", tag="node_budget"):
    """Money that nodes may still spend."""

    left: list[NodeMoney]
    """What is left by node; a node that is not named has no limit."""

    price: Money | None = None
    """What each shipment beyond the budget costs; never allowed when absent."""


class NodeBuffer(Model, frozen=True, kw_only=True):
    """Units withheld at a node."""

    node: str
    """The node."""

    buffer: StockMargin
    """What is withheld there."""


class NodeCapacity(Model, frozen=True, kw_only=True):
    """What a node can do in a day. Every allocation takes its part of the day on which it is worked, and never more than
    there is.
    """

    days_ahead: int = msgspec.field(default_factory=lambda: 0)
    """For how many working days after the first that an order could be worked on it may be booked, where those before
    are full; at most 60.
    """

    paths: list[PathCapacity]
    """The process paths, each with limits of its own. A line takes every path that takes its category, and the one
    that its SKU names.
    """


class NodeClosedUntil(Model, frozen=True, kw_only=True, tag_field="type", tag="closed"):
    """It was closed for a while."""

    closure: NodeClosure
    """Until when and why."""


class NodeClosure(Model, frozen=True, kw_only=True):
    """That a node takes no orders until an instant."""

    until: datetime.datetime | None = None
    """From when on it takes orders again; not until it is opened when absent."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class NodeClosureRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="node_closure"):
    """A node closed for a while, or opened again."""

    node: str
    """The node."""

    closure: NodeClosure | None = None
    """Until when and why; open again when absent."""


class NodeCoolingDown(Model, frozen=True, kw_only=True, tag_field="type", tag="cooling_down"):
    """It rejected the order a short while ago."""

    until: datetime.datetime
    """From when on it is asked again."""


class NodeFacts(Model, frozen=True, kw_only=True):
    """What is known of a node beyond its costs and stock."""

    traits: NodeTraits | None = None
    """What kind of place it is, and what it can do."""

    country: str | None = None
    """The country it lies in."""

    region: str | None = None
    """The region it lies in."""

    groups: list[str] = msgspec.field(default_factory=list)
    """The groups it is in."""

    ready_days: int = 0
    """In how many days it hands over to a carrier, by its calendar, cut-off and backlog; 0 is today."""


class NodeFull(Model, frozen=True, kw_only=True, tag_field="type", tag="no_capacity"):
    """Every day on which the order could be worked there is full."""

    from_: datetime.date
    """The first day looked at."""

    until: datetime.date
    """The last day looked at."""


class NodeGroup(Model, frozen=True, kw_only=True):
    """A named set of nodes: a region, a kind of store, whatever sells together. A node may be in many."""

    id: str
    """The group."""

    name: str = msgspec.field(default_factory=lambda: "")
    """What people call it."""

    nodes: list[str]
    """Its nodes."""


class NodeKindAllowed(Model, frozen=True, kw_only=True, tag_field="type", tag="node_kind"):
    """Which kinds of node ship."""

    kinds: list[NodeKind]
    """The kinds."""

    items: ItemScope | None = None
    """The items it holds for; all when none is named."""

    price: Money | None = None
    """What each unit from another kind of node costs; never allowed when absent."""


class NodeLoad(Model, frozen=True, kw_only=True):
    """How much a node can do and has to do already."""

    node: str
    """The node."""

    capacity: int
    """How many units it can do a day; at least 1."""

    used: int
    """How many units it has to do already."""


class NodeMoney(Model, frozen=True, kw_only=True):
    """Money of a node."""

    node: str
    """The node."""

    left: Money
    """How much is left."""


class NodeNeverOpen(Model, frozen=True, kw_only=True, tag_field="type", tag="never_open"):
    """Its calendar has no opening from now on."""


class NodeNotServed(Model, frozen=True, kw_only=True, tag_field="type", tag="node_not_served"):
    """The carrier does not pick up from the node."""

    node: str
    """The node."""


class NodeNotVisited(Model, frozen=True, kw_only=True, tag_field="type", tag="collected_elsewhere"):
    """The buyer collects the order elsewhere."""

    collected_at: str
    """Where."""


class NodeOffline(Model, frozen=True, kw_only=True, tag_field="type", tag="node_offline"):
    """Nodes that do not ship for a while."""

    nodes: NodeScope | None = None
    """The nodes it holds for; all when none is named."""

    from_: datetime.datetime | None = None
    """From when on; since ever when absent."""

    until: datetime.datetime | None = None
    """Until when, itself excluded; for ever when absent."""

    price: Money | None = None
    """What each shipment from there in that time costs; never allowed when absent."""


class NodePromise(Model, frozen=True, kw_only=True):
    """By when a node alone can promise the units."""

    node: str
    """The node."""

    answer: PromiseAnswer
    """Its dates, with the timeline that they follow from."""


class NodePromisePart(Model, frozen=True, kw_only=True):
    """Some of the units: where and when."""

    node: str
    """Where."""

    at: datetime.datetime
    """When."""

    quantity: Quantity
    """How many units."""

    backing: PromiseBacking
    """What makes it possible."""


class NodePromiseable(Model, frozen=True, kw_only=True):
    """What a node has for promises, and what is withheld there."""

    node: str
    """The node."""

    free: int
    """Units that nobody has a claim on and those ring-fenced for quotas; holds that have run out count for nothing."""

    ring_fenced: int
    """Of these, units ring-fenced."""

    barred: int = 0
    """Of these, units that may not be sold: of lots that have expired, are in quarantine or another owner's."""

    protected: int = 0
    """Of the rest, units that no quota fences, kept for better classes of buyers; no channel is shown them."""

    safety: SafetyStock
    """Safety stock of what is there."""

    atf: int
    """Available to fulfil: free units that may be sold, less safety stock."""

    incoming: int
    """Units on their way."""

    incoming_safety: SafetyStock
    """Safety stock of what is on its way."""

    ato: int
    """Available to order: what can be fulfilled now and what is on its way, less safety stock."""


class NodeRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="node"):
    """A node's record was written."""

    node: Node
    """The record."""


class NodeRejectedAt(Model, frozen=True, kw_only=True):
    """When a node rejected an order last."""

    node: str
    """The node."""

    at: datetime.datetime
    """When."""


class NodeRejections(Model, frozen=True, kw_only=True):
    """How often a node was asked, and how often it rejected."""

    node: str
    """The node."""

    sku: str | None = None
    """The SKU; all of them when absent."""

    rejected_milli: int
    """Rejections in thousandths."""

    assigned_milli: int
    """Assignments in thousandths, rejected ones included."""


class NodeRejects(Model, frozen=True, kw_only=True):
    """How often a node rejected an order."""

    node: str
    """The node."""

    rejects: int
    """How often."""


class NodeRoom(Model, frozen=True, kw_only=True):
    """What a node can still take."""

    node: str
    """The node."""

    room: int
    """How much."""


class NodeScope(Model, frozen=True, kw_only=True):
    """Nodes by name and by group; all nodes when neither is named."""

    nodes: list[str] = msgspec.field(default_factory=list)
    """These nodes."""

    groups: list[str] = msgspec.field(default_factory=list)
    """The nodes of these groups."""


class NodeStanding(Model, frozen=True, kw_only=True):
    """How a node stands to an order, where its calendar, its capacity or its past has a say."""

    node: str
    """The node."""

    day: datetime.date | None = None
    """The first day on which it could work on the order, by its calendar; the day it is booked for, if it ships."""

    ready_at: datetime.datetime | None = None
    """When it has an order of no units ready."""

    after_cut_off: bool = False
    """Whether the order came after the cut-off of a day."""

    room_units: int | None = None
    """How many units of the order it has room for, where that is fewer than it was to ship."""

    left_out: NodeLeftOut | None = None
    """Why it is left out, if it is."""


class NodeSupply(Model, frozen=True, kw_only=True):
    """What a node expects of a SKU, and how its promises stand."""

    book: SupplyBook
    """Receipts and promises."""

    free: int
    """What is free now."""

    standings: list[PromiseStanding]
    """How each promise stands."""


class NodeTraits(Model, frozen=True, kw_only=True):
    """What kind of place a node is, and what it can do."""

    kind: NodeKind | None = None
    """What kind of place it is, if known."""

    fulfilment: list[FulfilmentType] = msgspec.field(default_factory=list)
    """How orders leave it; by carrier only when none is named."""

    capabilities: list[str] = msgspec.field(default_factory=list)
    """What it can handle beyond plain goods, such as `hazmat` or `cold`."""

    owners: list[str] = msgspec.field(default_factory=list)
    """Whose stock it keeps, beside the merchant's own."""

    bonded: bool = False
    """Whether its stock lies in bond, not yet imported."""


class NodeUse(Model, frozen=True, kw_only=True):
    """What a node got in a run so far."""

    node: str
    """The node."""

    used: int
    """How much."""


class NodesExplained(Model, frozen=True, kw_only=True, tag_field="type", tag="nodes"):
    """How nodes stood to an order, where calendar, capacity or their past had a say."""

    nodes: list[NodeStanding]
    """By node."""


class NotNeededLotVerdict(Model, frozen=True, kw_only=True, tag_field="type", tag="not_needed"):
    """It could have been taken; the lots before it were enough."""


class NothingCell(Model, frozen=True, kw_only=True, tag_field="type", tag="nothing"):
    """No value."""


class NothingFreeLotVerdict(Model, frozen=True, kw_only=True, tag_field="type", tag="nothing_free"):
    """Nothing of it was free."""


class NumberParcel(Model, frozen=True, kw_only=True, tag_field="type", tag="number_parcel"):
    """Give a parcel its number, or another one."""

    shipment: str
    """The shipment."""

    parcel: str
    """The parcel."""

    number: str
    """The number."""


class ObjectiveWeights(Model, frozen=True, kw_only=True):
    """How much the plain costs weigh, in thousandths."""

    freight_per_mille: int = 0
    """Of freight."""

    handling_per_mille: int = 0
    """Of handling."""

    split_per_mille: int = 0
    """Of splits."""


class OffsetChange(Model, frozen=True, kw_only=True):
    """From an instant on another offset holds."""

    at: datetime.datetime
    """From when on."""

    offset_seconds: int
    """Seconds east of UTC from then on."""


class OnTimeRateMeasure(Model, frozen=True, kw_only=True, tag_field="type", tag="on_time_rate"):
    """Deliveries kept ÷ deliveries that were promised: `(n − late) / n`, n = rows with both instants. Over orders and
    shipments.
    """

    by: PromiseBy
    """How."""

    offset_minutes: int = msgspec.field(default_factory=lambda: 0)
    """For calendar days: how far the clock on the wall is ahead of UTC, in minutes. Within ±1,440."""


class OpenNode(Model, frozen=True, kw_only=True, tag_field="type", tag="open_node"):
    """Let a node take orders again."""

    node: str
    """The node."""


class Opening(Model, frozen=True, kw_only=True):
    """Hours of one day."""

    from_: str
    """When it opens."""

    until: str
    """When it closes; on the next day if that is not after it opens."""


class OpeningHours(Model, frozen=True, kw_only=True):
    """Hours on some days of the week."""

    days: list[Weekday]
    """On which days."""

    from_: str
    """When it opens."""

    until: str
    """When it closes; on the next day if that is not after it opens."""


class OptionsMissing(Model, frozen=True, kw_only=True, tag_field="type", tag="options_missing"):
    """The service does not do all that is asked for."""

    options: list[str]
    """What was asked for in vain."""


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

    class_: int = 0
    """The class of buyers it is for; higher classes come first."""

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

    by_lot: bool = False
    """Whether units kept by lot have been set aside for it."""

    booked: bool = False
    """Whether it has booked work at a node whose days are limited."""

    fulfilment: OrderFulfilment | None = None
    """How it reaches its buyer; a carrier brings it to the door when absent."""

    pickup: OrderPickup | None = None
    """That it waits for its buyer, or has waited."""

    rejections: list[OrderRejection] = msgspec.field(default_factory=list)
    """What warehouses rejected, oldest first."""

    attempts: int = 0
    """How many of these there were since a person last looked at them."""

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


class OrderBatch(Model, frozen=True, kw_only=True):
    """Open orders that are to be planned together."""

    orders: list[str] = msgspec.field(default_factory=list)
    """The orders, in the sequence in which they would be served one by one. All that may be allocated and have open
    units when empty, in the order of the queue.
    """

    keys: list[QueueKey] = msgspec.field(default_factory=list)
    """What decides who stands before whom in that queue, most important first; then the instant of placing and the
    order id.
    """

    replan: bool = msgspec.field(default_factory=lambda: False)
    """Whether units that are allocated, and that no warehouse was told to pick, are planned anew too. Orders with
    units of lots keep them.
    """

    churn_cost: Money | None = None
    """What each unit costs that leaves the node where it is allocated; nothing when absent."""

    unfilled_cost: Money | None = None
    """What a unit that does not ship counts for, beside its own price, in orders that are to be filled first; more
    than any of them can save by leaving it when absent.
    """

    capacity: list[JointCapacity] = msgspec.field(default_factory=list)
    """What nodes can still do for all orders together, where the sourcing does not say it."""

    across_classes: bool = msgspec.field(default_factory=lambda: False)
    """Whether all classes are weighed against each other by money. If not, lower classes take what higher ones leave."""

    may_take_back: bool = msgspec.field(default_factory=lambda: False)
    """Whether allocated units may go to other orders, so that the order is short of them. If not, they may only ship
    from elsewhere.
    """

    work: int | None = None
    """How often an order may be planned, in all; as often as the batch deserves when absent."""

    threads: int | None = None
    """How many threads may help; the plan does not depend on it. One when absent."""

    prices: RowPrices | None = None
    """The prices of the last batch, to start from."""


class OrderBatchAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="order_batch"):
    """Which nodes would ship what, and which orders are left out."""

    plan: JointPlan | None = None
    """The plan; absent where no order takes part."""

    left_out: list[OrderLeftOut] = msgspec.field(default_factory=list)
    """The orders that take no part or that could not be carried out, and why. Nothing of them has changed."""


class OrderBy(Model, frozen=True, kw_only=True, tag_field="type", tag="order_by"):
    """The last moment."""

    order_by: datetime.datetime | None = None
    """The last whole second at which an order is delivered in time; absent if it is too late already."""

    estimate: DeliveryEstimate
    """The way of the order that comes then; of one that comes now if it is too late."""


class OrderByQuestion(Model, frozen=True, kw_only=True, tag_field="type", tag="order_by"):
    """The last moment to order for a promise."""

    delivery: DeliveryQuestion
    """The order, as if it came now."""

    promise_by: datetime.datetime
    """Until when it is to be delivered."""


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


class OrderCollected(Model, frozen=True, kw_only=True, tag_field="type", tag="collected"):
    """Its buyer has collected it."""


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

    class_: int = 0
    """The class of buyers it is for; higher classes come first."""

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

    by_lot: bool = False
    """Whether units kept by lot have been set aside for it."""

    booked: bool = False
    """Whether it has booked work at a node whose days are limited."""

    fulfilment: OrderFulfilment | None = None
    """How it reaches its buyer; a carrier brings it to the door when absent."""

    pickup: OrderPickup | None = None
    """That it waits for its buyer, or has waited."""

    rejections: list[OrderRejection] = msgspec.field(default_factory=list)
    """What warehouses rejected, oldest first."""

    attempts: int = 0
    """How many of these there were since a person last looked at them."""

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

    class_: int = 0
    """The class of buyers it is for: stock kept for a class may be taken by it and those above. 0 is everybody."""

    ship_to: Address
    """Where it goes."""

    fulfilment: OrderFulfilment | None = None
    """How it reaches its buyer; a carrier brings it to the door when absent."""

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

    chosen: list[ChosenOption] = msgspec.field(default_factory=list)
    """What the buyer chose of a configurable kit, for each of them; kits chosen otherwise stand in a line of their
    own.
    """

    fields: dict[str, FieldValue] = msgspec.field(default_factory=dict)
    """Custom fields."""


class OrderDropShipped(Model, frozen=True, kw_only=True, tag_field="type", tag="drop_shipped"):
    """A supplier was asked to send units."""

    node: str
    """The node."""

    supplier: str
    """The supplier."""

    units: list[DropShipUnits]
    """The units."""


class OrderFacts(Model, frozen=True, kw_only=True):
    """What is known of the order as a whole. `Debug` masks the postal code, as that of an address does."""

    at: datetime.datetime | None = None
    """When it is decided; constraints with windows and cool-downs need it."""

    customer: str | None = None
    """The buyer."""

    class_: int = 0
    """The class of buyers; higher classes come first, 0 is everybody."""

    amount: Money | None = None
    """What the order is worth."""

    country: str | None = None
    """The country it goes to."""

    region: str | None = None
    """The region it goes to."""

    postcode: str = ""
    """The postal code it goes to."""

    promise_days: int | None = None
    """In how many days it was promised to arrive; 0 is today."""


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


class OrderLeftOut(Model, frozen=True, kw_only=True):
    """An order of which nothing has changed."""

    order: str
    """The order."""

    error: ErrorReport
    """Why."""


class OrderLimit(Model, frozen=True, kw_only=True):
    """The most that a cap allows."""

    units: int
    """How many units."""

    cap: PurchaseCap
    """Which cap."""


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

    deliveries: list[LineDelivery] = msgspec.field(default_factory=list)
    """By which shipments, in the order in which each first delivered."""

    allocations: list[LineAllocation]
    """Where the other units are or were shipped from, by node."""

    kit: OrderLineKit | None = None
    """The kit that the line is a part of, where the kit was taken apart when the order was placed."""

    fields: dict[str, FieldValue] = msgspec.field(default_factory=lambda: {})
    """Custom fields."""


class OrderLineKit(Model, frozen=True, kw_only=True):
    """The kit that a line is a part of."""

    line: str
    """The line as the channel sent it; the parts of the kit are named after it, such as `1.1` and `1.2`."""

    sku: str
    """The kit."""

    kits: Quantity
    """How many kits were ordered."""

    per_kit: Quantity
    """How many units of the line are in one kit."""


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


class OrderPickup(Model, frozen=True, kw_only=True):
    """An order that waits for its buyer."""

    ready_at: datetime.datetime
    """Since when it is ready."""

    collect_by: datetime.datetime
    """Until when it is kept."""

    collected_at: datetime.datetime | None = None
    """When it was collected."""

    lapsed_at: datetime.datetime | None = None
    """When it was given up, because nobody came."""


class OrderPickupLapsed(Model, frozen=True, kw_only=True, tag_field="type", tag="pickup_lapsed"):
    """Nobody came for it in time."""

    units: list[LineUnits]
    """The units that are free again."""

    refund_due: Money
    """What the buyer has paid beyond what is still due."""


class OrderPickupReady(Model, frozen=True, kw_only=True, tag_field="type", tag="pickup_ready"):
    """It waits for its buyer."""

    pickup: OrderPickup
    """Since when and until when."""


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


class OrderRejected(Model, frozen=True, kw_only=True, tag_field="type", tag="rejected"):
    """A warehouse rejected units."""

    rejection: OrderRejection
    """The rejection."""


class OrderRejection(Model, frozen=True, kw_only=True):
    """A node that rejected units of an order."""

    node: str
    """The node."""

    reason: RejectReason
    """Why."""

    at: datetime.datetime
    """When."""

    cools_until: datetime.datetime | None = None
    """Until when it is not asked for this order; asked at once when absent."""


class OrderReservationEnded(Model, frozen=True, kw_only=True, tag_field="type", tag="reservation_ended"):
    """Its reservation is over: committed, released or expired."""

    reservation: str
    """The reservation."""


class OrderReserved(Model, frozen=True, kw_only=True, tag_field="type", tag="reserved"):
    """Stock was held for it."""

    reservation: str
    """The reservation."""


class OrderTodo(Model, frozen=True, kw_only=True, tag_field="type", tag="ordered"):
    """It was ordered."""

    quantity: Quantity | None = None
    """How many units were ordered; as many as the to-do says when absent."""

    reference: str | None = None
    """The purchase order's number."""

    receipt: str | None = None
    """The expected receipt that stands for it among the incoming units. Without one the to-do itself counts as on
    order until it is received.
    """


class OrderUnitsAllocated(Model, frozen=True, kw_only=True, tag_field="type", tag="units_allocated"):
    """Units were set aside at nodes."""

    units: list[LineUnits]
    """Units by line and node."""

    by_lot: bool = False
    """Whether some of them are kept by lot."""

    booked: bool = False
    """Whether work was booked for them at a node whose days are limited."""


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


class OrderUpToLevels(Model, frozen=True, kw_only=True, tag_field="type", tag="order_up_to"):
    """At a reorder point or below, up to a level: (s, S)."""

    reorder_point: Quantity
    """So many or fewer are too few."""

    up_to: Quantity
    """How many there should be then."""


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


class OtherOwnerLotVerdict(Model, frozen=True, kw_only=True, tag_field="type", tag="other_owner"):
    """The units are another owner's."""


class Outcome(Model, frozen=True, kw_only=True):
    """What came of a command that was carried out."""

    command: str
    """The command."""

    events: list[Event]
    """What happened; nothing when there was nothing left to do."""

    explanations: list[Explanation] = msgspec.field(default_factory=list)
    """Why it happened that way, where something was decided."""


class OwnLotOwners(Model, frozen=True, kw_only=True, tag_field="type", tag="own"):
    """The merchant's own."""


class PackConflict(Model, frozen=True, kw_only=True):
    """Two classes that must not share a box."""

    one: str
    """The one."""

    other: str
    """The other."""


class PackConflictsRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="pack_conflicts"):
    """The classes that must not share a box were written."""

    conflicts: list[PackConflict]
    """The pairs."""


class PackItem(Model, frozen=True, kw_only=True):
    """Units that are alike."""

    id: str
    """What they are called in the plan, commonly the order line."""

    quantity: Quantity
    """How many."""

    dimensions: Dimensions | None = None
    """The size of one; packed by volume alone, and by nothing where even that is unknown, when absent."""

    volume: int | None = None
    """The volume of one in cubic millimetres, for items without dimensions."""

    weight: Weight = msgspec.field(default_factory=lambda: 0)
    """The weight of one."""

    rule: PackRule = msgspec.field(
        default_factory=lambda: PackRule(no_turn=False, fragile=False, ships_alone=False, shrink_percent=0)
    )
    """How it may be packed."""


class PackOrderAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="pack_order"):
    """What goes where, what it costs, and why not otherwise."""

    plan: PackPlan
    """The parcels with their reasons."""


class PackOrderOf(Model, frozen=True, kw_only=True, tag_field="type", tag="pack_order"):
    """Which items go into which box, and where in it."""

    request: PackRequest
    """The items and the boxes."""


class PackPlacement(Model, frozen=True, kw_only=True):
    """Where one unit lies, or several that nest."""

    item: str
    """The item."""

    quantity: Quantity
    """How many units; more than one where they nest."""

    position: PackPosition
    """Its lowest corner."""

    size: Dimensions
    """The space it takes as it lies."""

    rotation: PackRotation
    """How it lies."""


class PackPlan(Model, frozen=True, kw_only=True):
    """What goes where, and what it costs."""

    parcels: list[PackedParcel]
    """The parcels: those of the boxes first, the fullest first, then what ships in its own carton."""

    unpacked: list[UnpackedItem]
    """What goes into no box."""

    box_cost: Money
    """What the boxes cost."""

    shipping_cost: Money
    """What shipping them costs."""

    cost: Money
    """Both."""


class PackPosition(Model, frozen=True, kw_only=True):
    """A place in a box in millimetres, from the corner at the left, in front, at the bottom."""

    x: int
    """Along the box's length."""

    y: int
    """Along its width."""

    z: int
    """Along its height."""


class PackRequest(Model, frozen=True, kw_only=True):
    """What is to be packed, into what."""

    currency: str
    """The currency of all money in it."""

    items: list[PackItem]
    """The items."""

    boxes: list[BoxType]
    """The boxes to choose from."""

    conflicts: list[PackConflict] = msgspec.field(default_factory=list)
    """Classes that must not share a box."""

    shipping: PackShipping | None = None
    """What shipping costs; only boxes cost when absent."""

    support_percent: int = msgspec.field(default_factory=lambda: 75)
    """How many percent of its base a unit must rest on, 0 to 100; 75 when absent. At 0 units may hang in the air, as
    in a box that is stuffed.
    """

    effort: int = msgspec.field(default_factory=lambda: 1)
    """How long to search, 1 to 1000: work grows with it, and the same effort gives the same plan everywhere."""


class PackRule(Model, frozen=True, kw_only=True):
    """How units of an item may be packed. Nothing said means: in any position, with anything on top and beside."""

    upright: list[ItemEdge] = msgspec.field(default_factory=list)
    """Which edges may stand upright; any when empty. `height` alone keeps the item as it is."""

    no_turn: bool = msgspec.field(default_factory=lambda: False)
    """It may not be turned about its upright edge either."""

    fragile: bool = msgspec.field(default_factory=lambda: False)
    """Nothing may rest on it, and it does not go into a mailer."""

    bears: Weight | None = None
    """The most weight that may rest on it. Everything above counts whole, however many items share it."""

    stack_limit: int | None = None
    """How many items may stand on it, one upon another."""

    ships_alone: bool = msgspec.field(default_factory=lambda: False)
    """Each unit ships in the carton it comes in (原箱发货): a parcel of its own."""

    nest_height: int | None = None
    """Units nest: each one more adds so many millimetres of height, and all stand upright."""

    shrink_percent: int = msgspec.field(default_factory=lambda: 0)
    """Soft goods: by how many percent the height may be pressed together, 0 to 90."""

    classes: list[str] = msgspec.field(default_factory=list)
    """The classes that conflicts are told of, such as food or chemicals."""


class PackShipping(Model, frozen=True, kw_only=True):
    """What shipping a parcel costs, by what it weighs or takes."""

    tariff: Tariff
    """The price by chargeable weight."""

    divisor: int | None = None
    """Cubic centimetres of the outside that count as a kilogram, such as 5000 or 6000; only the scale counts when
    absent. The chargeable weight is the larger of the two.
    """


class PackTried(Model, frozen=True, kw_only=True):
    """A box that was looked at for a parcel."""

    box: str
    """The box."""

    verdict: PackVerdict
    """What became of it."""


class PackViolation(Model, frozen=True, kw_only=True):
    """A rule that is broken, and where."""

    rule: PackRuleBroken
    """The rule."""

    parcel: int | None = None
    """Which parcel of the plan, counted from 0."""

    item: str | None = None
    """The item."""


class Packaging(Model, frozen=True, kw_only=True, tag_field="type", tag="packaging"):
    """The boxes of a tenant."""

    boxes: list[BoxType]
    """The boxes, by id."""

    conflicts: list[PackConflict]
    """The conflicts, as they were written."""


class PackedItem(Model, frozen=True, kw_only=True):
    """Units of an item in a parcel."""

    item: str
    """The item."""

    quantity: Quantity
    """How many."""


class PackedParcel(Model, frozen=True, kw_only=True):
    """A packed box."""

    box: str | None = None
    """The box; absent for a unit that ships in its own."""

    contents: list[PackedItem]
    """What is in it, in the order of the request."""

    placements: list[PackPlacement]
    """Where everything lies, from the bottom up; empty where sizes are unknown and only volume was looked at."""

    by_volume: bool
    """Whether only volume was looked at."""

    fill_permille: int
    """The volume of the content, in thousandths of the space inside, rounded down."""

    outside: Dimensions
    """What a carrier measures."""

    weight_grams: int
    """What it weighs, box included, in grams."""

    dimensional_grams: int | None = None
    """What its size counts as in grams, where shipping is priced by size."""

    chargeable_grams: int
    """The larger of the two."""

    box_cost: Money
    """What the box costs."""

    shipping_cost: Money
    """What shipping it costs."""

    tried: list[PackTried]
    """Every box for this content, cheapest first, and why it was or was not taken."""


class PackingAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="packing"):
    """How it is packed."""

    request: PackRequest | None = None
    """What was to be packed, items by order line: what a check or a picture of the plan wants. Absent when there is no
    such order, or no such shipment of it.
    """

    plan: PackPlan | None = None
    """The plan."""


class PackingSlip(Model, frozen=True, kw_only=True, tag_field="type", tag="packing_slip"):
    """What lies in a parcel."""

    shipment: str
    """The shipment, as text and as Code 128 where it is plain ASCII."""

    shop: str = msgspec.field(default_factory=lambda: "")
    """Who sells."""

    orders: list[SlipOrder]
    """All orders whose units are in it."""

    receiver: Address
    """Who receives it."""

    lines: list[SlipLine]
    """What is in it."""

    prices: bool = msgspec.field(default_factory=lambda: False)
    """Whether prices are printed; they are not when it is a present."""

    remark: str = msgspec.field(default_factory=lambda: "")
    """What the buyer asked for, and what the seller says."""

    returns: str = msgspec.field(default_factory=lambda: "")
    """How to send things back."""

    return_qr: str = msgspec.field(default_factory=lambda: "")
    """What the QR code beside it says; none when empty."""


class Page(Model, frozen=True, kw_only=True):
    """What was read; fewer than asked means that there is no more."""

    documents: list[DocumentEntry]
    """Documents."""

    cells: list[CellEntry]
    """Cells."""

    entries: list[JournalEntry]
    """Journal entries."""


class PageSize(Model, frozen=True, kw_only=True):
    """A size of paper in millimetres."""

    width: int
    """Across, 50 to 1,000."""

    height: int
    """Down, 50 to 1,000."""


class PairedDifference(Model, frozen=True, kw_only=True):
    """How one strategy differs from another on the same orders: below zero is cheaper."""

    strategy: str
    """The strategy."""

    baseline: str
    """What it is compared with."""

    total: Money
    """Its total less the baseline's."""

    low: Money
    """The lower end of the interval that holds the difference in 95 of 100 resampled histories."""

    high: Money
    """The upper end."""

    cheaper: int
    """Orders that cost less."""

    equal: int
    """Orders that cost the same."""

    dearer: int
    """Orders that cost more."""


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

    told: list[WriteBack] = msgspec.field(default_factory=list)
    """What channels were told of its number, by channel and channel order."""


class ParcelAboveLimit(Model, frozen=True, kw_only=True, tag_field="type", tag="parcel_above_limit"):
    """A parcel is above a limit."""

    parcel: int
    """Which parcel, counted from 0."""

    measure: ParcelMeasure
    """Which measure."""

    is_: int
    """What it is."""

    limit: int
    """What it may be."""


class ParcelAlert(Model, frozen=True, kw_only=True):
    """A parcel that needs somebody."""

    shipment: str
    """Its shipment."""

    parcel: str
    """The parcel."""

    timer: ParcelTimer
    """Which timer."""

    since: datetime.datetime
    """Since when the timer runs. Shipment, parcel, timer and this are the alert's identity."""

    due: datetime.datetime
    """When its limit is reached."""

    level: AlertLevel
    """How urgent."""

    escalation: int
    """By how many levels it has risen since the breach."""

    basis: LimitBasis
    """Where the limit comes from."""

    status: TrackingStatus
    """Where the parcel stands."""

    trouble: TrackingDetail | None = None
    """What is wrong, where the carrier says so."""


class ParcelAlertsAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="parcel_alerts"):
    """Which parcels are late or stuck."""

    watch: ParcelWatch
    """What the watch found."""


class ParcelCheck(Model, frozen=True, kw_only=True, tag_field="type", tag="check_parcel"):
    """Whether a packed parcel holds and weighs what it should."""

    expected: list[ScannedUnits]
    """What should be in it."""

    scanned: list[ScannedUnits]
    """What was scanned."""

    expected_weight: Weight | None = None
    """What it should weigh, box included."""

    weight: Weight | None = None
    """What it weighs."""

    tolerance: Weight = msgspec.field(default_factory=lambda: 0)
    """How many grams it may be off."""

    tolerance_percent: int = msgspec.field(default_factory=lambda: 0)
    """How many percent of the expected weight it may be off, where that is more."""


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


class ParcelFinding(Model, frozen=True, kw_only=True):
    """A SKU of which something else was scanned than expected."""

    sku: str
    """The SKU."""

    expected: int
    """How many units should be in it."""

    scanned: int
    """How many were scanned."""


class ParcelHistory(Model, frozen=True, kw_only=True):
    """How far a parcel's way is known."""

    lane: WatchLane
    """On which lane."""

    events: list[TrackingEvent]
    """Its scans, in any order."""


class ParcelLimitsAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="parcel_limits"):
    """How long parcels take."""

    learned: LearnedLimits
    """The limits, to be given to the watch."""


class ParcelMeasures(Model, frozen=True, kw_only=True):
    """Measures of a parcel, as they were taken; a parcel whose size is unknown is above none of them but weight."""

    weight: Weight | None = None
    """The weight on the scale."""

    longest: int | None = None
    """The longest edge in millimetres."""

    second: int | None = None
    """The second longest edge in millimetres."""

    girth: int | None = None
    """The longest edge and once around the others, in millimetres: length plus girth."""

    volume: int | None = None
    """The volume in cubic millimetres."""


class ParcelTerms(Model, frozen=True, kw_only=True):
    """How several parcels of one shipment are priced."""

    pricing: ParcelPricing = msgspec.field(default_factory=lambda: "each")
    """How their weights count."""

    master: Money | None = None
    """What a shipment of several parcels costs on top (母件)."""

    further: Money | None = None
    """What each parcel after the first costs on top (子件)."""


class ParcelTracking(Model, frozen=True, kw_only=True):
    """Where a parcel stands."""

    parcel: str
    """The parcel."""

    state: TrackingState
    """Where it stands."""


class ParcelVerdict(Model, frozen=True, kw_only=True, tag_field="type", tag="check_parcel"):
    """What is wrong with it."""

    passes: bool
    """Whether it may be closed."""

    findings: list[ParcelFinding]
    """SKUs that are too few, too many or not expected, by SKU."""

    weight: WeightGap | None = None
    """The weight, where it is off. A parcel whose scans are right and whose weight is off hides a wrong item."""


class ParcelWatch(Model, frozen=True, kw_only=True):
    """What the watch found."""

    alerts: list[ParcelAlert]
    """All alerts that stand now, the one due first first."""

    raised: list[ParcelAlert]
    """Those of them that are new, or more urgent than the last time."""

    cleared: list[ParcelAlert]
    """Those of the last time whose cause is gone."""

    next: datetime.datetime | None = None
    """When to look again: the first instant at which another alert comes or rises, if nothing else happens."""


class ParseTrackingMessage(Model, frozen=True, kw_only=True, tag_field="type", tag="parse_tracking_message"):
    """What a carrier's message says."""

    format: TrackingFormat
    """In which format it is."""

    body: str
    """The message as it came: JSON, or XML for the formats that are. Of a form, the field that holds it."""

    assumed_offset_minutes: int | None = None
    """Minutes east of UTC of times that name no zone. Goes before what the format documents; where neither is known,
    such a scan is a problem.
    """

    by_words: bool = msgspec.field(default_factory=lambda: False)
    """Whether a status may be read out of the words where the code is unknown. Formats without codes do it anyway."""

    rows: list[TrackingCodeRow] = msgspec.field(default_factory=list)
    """Rows of the merchant's own, looked at before the tables."""


class PathCapacity(Model, frozen=True, kw_only=True):
    """What a process path can do in a day."""

    path: str
    """The path; unique at the node."""

    categories: list[str] = msgspec.field(default_factory=list)
    """The categories of SKUs that take it, beside the SKUs that name it; all when empty."""

    per_day: CapacityLimits
    """What it can do in a day."""

    dates: list[CapacityDates] = msgspec.field(default_factory=list)
    """Dates on which it can do more or less; no two of them share a date."""


class PeriodReviewed(Model, frozen=True, kw_only=True, tag_field="type", tag="period_reviewed"):
    """A rule that looks only now and then has looked."""

    node: str | None = None
    """The node; all active nodes together when absent."""


class PeriodicLevels(Model, frozen=True, kw_only=True, tag_field="type", tag="periodic"):
    """Every so many days, up to a level: (R, S)."""

    up_to: Quantity
    """How many there should be."""

    every_days: int
    """How many days of 24 hours a period has."""

    from_: datetime.datetime
    """When the first period begins."""


class PickList(Model, frozen=True, kw_only=True):
    """What is fetched for a wave (拣货单)."""

    wave: int
    """The number of the wave."""

    node: str
    """The node."""

    closes_at: datetime.datetime | None = None
    """By when it must be done."""

    stops: list[PickStop]
    """The stops, in the order of the way."""

    slots: list[PickSlot]
    """The slots."""


class PickListPrintDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="pick_list"):
    """What is fetched for a wave."""

    wave: int
    """The number of the wave."""

    node: str
    """The node."""

    closes_at: datetime.datetime | None = None
    """By when it must be done."""

    stops: list[PickStop]
    """The stops, in the order of the way."""

    slots: list[PickSlot]
    """The slots."""


class PickLots(Model, frozen=True, kw_only=True, tag_field="type", tag="pick_lots"):
    """Which units of which lots to pick."""

    book: LotBook
    """The lots."""

    demand: LotDemand
    """What is wanted."""


class PickLotsAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="pick_lots"):
    """Which units of which lots to pick, and why not the others."""

    picking: LotPicking
    """The picks, with what became of each lot."""


class PickShare(Model, frozen=True, kw_only=True):
    """How many of the units of a stop are for which slot."""

    slot: int
    """The slot of the cart or of the sorting wall, counted from 1."""

    quantity: Quantity
    """How many units."""


class PickSlot(Model, frozen=True, kw_only=True):
    """Which order is sorted into which slot."""

    slot: int
    """The slot, counted from 1."""

    order: str
    """The order."""

    units: int
    """How many units of it."""


class PickStop(Model, frozen=True, kw_only=True):
    """A place where the picker stops."""

    location: str | None = None
    """Where; absent where nobody said."""

    sku: str
    """The SKU."""

    name: str = msgspec.field(default_factory=lambda: "")
    """What it is called."""

    lot: str | None = None
    """The lot to take, where it is named."""

    quantity: Quantity
    """How many units, all slots together."""

    shares: list[PickShare]
    """For which slots."""


class PickupAt(Model, frozen=True, kw_only=True, tag_field="type", tag="pickup"):
    """The buyer collects it at the node that has the units."""

    node: str
    """The node; no other may take the order."""

    point: PickupPoint = msgspec.field(default_factory=lambda: "counter")
    """Where there."""


class PickupSchedule(Model, frozen=True, kw_only=True):
    """When a carrier comes to a node. It does not come on dates that the calendar closes."""

    carrier: str
    """The carrier."""

    days: list[Weekday]
    """On which days of the week."""

    times: list[str]
    """At what times of these days."""


class PickupTerms(Model, frozen=True, kw_only=True):
    """What holds for orders that their buyers collect."""

    collect_hours: int = msgspec.field(default_factory=lambda: 72)
    """For how many hours an order is kept once it is ready."""


class PlaceOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="place_order"):
    """Place an order. The same channel order again changes nothing; with other content it is a conflict."""

    order: str
    """The id that the order gets."""

    draft: OrderDraft
    """The order."""


class PlaceRefused(Model, frozen=True, kw_only=True, tag_field="type", tag="place_refused"):
    """The service does not go to such a place."""

    place: PlaceKind
    """The kind."""


class PlacementRepeated(Model, frozen=True, kw_only=True, tag_field="type", tag="repeated"):
    """The channel order had been placed before with the same content."""

    order: str
    """The order it became then."""


class PlanAllocationAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="plan_allocation"):
    """Which nodes ship what, what it costs, and why."""

    plan: AllocationPlan
    """The plan."""


class PlanAllocationOf(Model, frozen=True, kw_only=True, tag_field="type", tag="plan_allocation"):
    """Which nodes ship what."""

    problem: AllocationProblem
    """The problem."""

    strategy: AllocationStrategyKind | None = None
    """The strategy that decides."""

    assignments: list[AllocationAssignment] | None = None
    """The assignments, where no strategy decides: priced, explained, and refused where they break a rule."""

    prices: RowPrices | None = None
    """The prices of scarce stock and capacity, of the last batch: the strategy `priced` then decides. It searches as
    `exact` does, and leaves to later orders what is worth more to them.
    """

    name: str | None = None
    """The name that the plan shows for assignments of one's own; `own` when absent."""


class PlanBatchAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="plan_batch"):
    """Which nodes ship what of each, what it costs, a bound, and what scarce rows are worth."""

    plan: JointPlan
    """The plan."""


class PlanBatchOf(Model, frozen=True, kw_only=True, tag_field="type", tag="plan_batch"):
    """Which nodes ship what of many orders that share stock and capacity."""

    batch: JointProblem
    """The orders, and what they share."""


class PlanProof(Model, frozen=True, kw_only=True):
    """What is proved about the cost of a plan."""

    proved: bool
    """Whether no plan is better by the problem's goals."""

    bound: Money | None = None
    """The least that a plan can cost which is as good by every goal before the cost; absent where none is known."""

    search_nodes: int
    """How many nodes the search took."""


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

    constraint: ConstraintRef | None = None
    """The constraint at fault, if one is."""

    expected: str
    """What the rule demands or allows."""

    found: str
    """What the plan has."""


class PlanWriteBacks(Model, frozen=True, kw_only=True, tag_field="type", tag="plan_write_backs"):
    """Which tracking numbers which channels are to be told."""

    at: datetime.datetime
    """When."""

    policies: list[WriteBackPolicy] = msgspec.field(default_factory=list)
    """How channels want to be told; all parcels when they left, for a channel without a policy."""

    sources: list[WriteBackSource]
    """The source orders of one order."""

    parcels: list[WriteBackParcel]
    """Its parcels."""


class PlanWriteBacksAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="plan_write_backs"):
    """What to send, and what not."""

    plan: WriteBackPlan
    """What to send now, and what not."""


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

    costs: list[CostLine] = msgspec.field(default_factory=list)
    """What it costs beside freight and handling, sorted by kind, then constraint."""


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

    promise: PromiseTerms | None = None
    """How dates are promised; receipts count in full from their date on by default."""

    rejection: RejectionTerms | None = None
    """What follows when a warehouse rejects units; by default the node is left out for a day."""

    pickup: PickupTerms | None = None
    """How long orders wait for their buyers; three days by default."""


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

    promise: PromiseTerms | None = None
    """How dates are promised; receipts count in full from their date on by default."""

    rejection: RejectionTerms | None = None
    """What follows when a warehouse rejects units; by default the node is left out for a day."""

    pickup: PickupTerms | None = None
    """How long orders wait for their buyers; three days by default."""


class PolicyRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="policy"):
    """The policy was written."""

    policy: Policy
    """The policy."""


class PoolIncoming(Model, frozen=True, kw_only=True):
    """Units on their way to a node."""

    node: str
    """The node."""

    due_at: datetime.datetime
    """When they are due."""

    units: int
    """How many."""


class PoolNode(Model, frozen=True, kw_only=True):
    """What a node has."""

    node: str
    """The node."""

    free: int
    """Units that nobody has a claim on, ring-fenced ones included; negative where more was promised than is there."""

    safety: int = msgspec.field(default_factory=lambda: 0)
    """Units withheld from all channels; what is left is available to fulfil."""


class PoolQuota(Model, frozen=True, kw_only=True):
    """Units ring-fenced for a channel and not sold yet."""

    channel: str
    """For whom."""

    node: str | None = None
    """Where they lie; anywhere among the channel's nodes when absent."""

    units: int
    """How many."""


class PoolRate(Model, frozen=True, kw_only=True):
    """How fast a channel sells the SKU."""

    channel: str
    """The channel."""

    units_per_hour: Decimal
    """Units an hour: 0 to 100,000 with up to 6 decimals."""


class PostCount(Model, frozen=True, kw_only=True, tag_field="type", tag="post_count"):
    """Make a count's differences adjustments of the book."""

    count: str
    """The count."""

    approver: str | None = None
    """Who approves differences beyond the limits; not one who counted them."""


class PostalChart(Model, frozen=True, kw_only=True):
    """The zones from one origin."""

    from_: str | None = None
    """How the codes of the nodes start that it is for; for all nodes when absent."""

    zones: dict[str, str]
    """The zone by how the destination's code starts; the longest start counts."""


class PostalRange(Model, frozen=True, kw_only=True):
    """Postal codes of one length from one to another, both included."""

    from_: str
    """The first."""

    to: str
    """The last; as long as the first. Longer codes are cut to this length."""


class PostalZones(Model, frozen=True, kw_only=True, tag_field="type", tag="postal"):
    """By the postal codes of node and destination."""

    charts: list[PostalChart] = msgspec.field(default_factory=lambda: [])
    """The charts; of those whose start the node's code has, the longest counts."""

    default: str | None = None
    """The zone of whatever the charts do not name; not served when absent."""


class PriceBreak(Model, frozen=True, kw_only=True):
    """The price of each unit of an order of so many units or more: all units, not only those beyond."""

    from_: Quantity
    """The smallest order that has the price."""

    unit_price: Money
    """The price of one unit."""


class PriceDropInputChange(Model, frozen=True, kw_only=True, tag_field="type", tag="price_drop"):
    """Shipments from a node cost less."""

    node: str
    """The node."""

    by: Money
    """How much less a shipment costs."""


class PriceRiseInputChange(Model, frozen=True, kw_only=True, tag_field="type", tag="price_rise"):
    """Shipments from a node cost more."""

    node: str
    """The node."""

    by: Money
    """How much more a shipment costs."""


class PrintJob(Model, frozen=True, kw_only=True):
    """A document to be printed."""

    document: PrintDocument
    """The document."""

    place: PrintPlace | None = None
    """Where in a wave it belongs; documents without a place are printed last, in the order given."""

    printed_before: int = msgspec.field(default_factory=lambda: 0)
    """How often it was printed before: the host keeps the `copy` of the last run."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why it is printed again; needed where it was printed before."""


class PrintPlace(Model, frozen=True, kw_only=True):
    """Where in a wave a document belongs: batches print in this order."""

    wave: int
    """The wave."""

    slot: int
    """The slot."""


class PrintRequest(Model, frozen=True, kw_only=True):
    """What is printed, and how."""

    format: PrintFormat
    """The form."""

    jobs: list[PrintJob]
    """The documents."""

    language: PrintLanguage = msgspec.field(default_factory=lambda: "en")
    """The language of headings."""

    at: datetime.datetime | None = None
    """Now, as it is printed on waybills; nothing is when absent."""

    utc_offset_minutes: int = msgspec.field(default_factory=lambda: 0)
    """How many minutes the printed times are ahead of UTC, −1,440 to 1,440."""

    mask: PartyMask = msgspec.field(default_factory=lambda: "none")
    """How much of names and telephones waybills show."""

    label: PageSize = msgspec.field(default_factory=lambda: PageSize(width=100, height=150))
    """The paper of waybills."""

    sheet: PageSize = msgspec.field(default_factory=lambda: PageSize(width=210, height=297))
    """The paper of everything else."""

    dpi: int = msgspec.field(default_factory=lambda: 203)
    """Dots per inch of the label printer: 203, 300 or 600. ZPL alone looks at it."""

    printer_font: str = msgspec.field(default_factory=lambda: "")
    """The printer's font for ZPL, such as `E:SIMSUN.TTF`. Without one text must be Latin."""

    templates: list[PrintTemplate] = msgspec.field(default_factory=list)
    """Templates instead of the built-in ones. HTML alone looks at them."""


class PrintTemplate(Model, frozen=True, kw_only=True):
    """A template of the user's own, in the language of Jinja."""

    kind: TemplateKind
    """What it draws."""

    text: str
    """The template."""


class PrintedDocument(Model, frozen=True, kw_only=True):
    """What became of a document."""

    job: int
    """Which job it was, counted from 0."""

    copy: int
    """How often it has been printed now."""

    pages: int
    """On how many pages; 1 in HTML, where the browser breaks pages."""


class PriorityTerm(Model, frozen=True, kw_only=True):
    """Node priority: each shipment from a node costs `perStep · priority + bias`, so that a dearer node may
    still be preferred.
    """

    per_step: Money
    """What each step of the node's priority costs."""

    biases: list[NodeBias] = msgspec.field(default_factory=list)
    """What shipments from single nodes cost on top."""

    weight_per_mille: int = 0
    """How much it weighs, in thousandths."""


class Problem(Model, frozen=True, kw_only=True):
    """One thing wrong with an input."""

    code: str
    """A stable code, such as `input.unknown_field`."""

    path: str
    """Where: a JSON pointer (RFC 6901) into the input, empty for the whole."""

    message: str
    """What is wrong and what to do, for people."""


class Processing(Model, frozen=True, kw_only=True):
    """How long the work on an order takes, in opening hours."""

    fixed_minutes: int = msgspec.field(default_factory=lambda: 0)
    """Minutes for any order."""

    per_unit_seconds: int = msgspec.field(default_factory=lambda: 0)
    """Seconds for each unit on top."""


class PromiseAnswer(Model, frozen=True, kw_only=True):
    """By when so many units can be promised, and why not earlier."""

    quantity: Quantity
    """How many units were asked for."""

    free: int
    """What is free now."""

    earliest: datetime.datetime | None = None
    """The first date for all of them together; absent if there is none."""

    backing: PromiseBacking | None = None
    """What makes that date possible."""

    in_time: bool | None = None
    """Whether all of them can be promised for the date wanted; absent where none was named."""

    parts: list[PromisePart]
    """As many as possible as soon as possible, then more with each date that allows more."""

    missing: Quantity
    """How many units no date allows."""

    unlimited_from: datetime.datetime | None = None
    """From when on any number can be had, if ever."""

    rows: list[PromiseRow]
    """The timeline that the dates follow from."""

    ignored: list[IgnoredSupply] = msgspec.field(default_factory=list)
    """What was left out of the timeline."""

    options: list[PromiseOption] = msgspec.field(default_factory=list)
    """Where the units that are short could come from, soonest first."""


class PromiseAnswerCalculated(Model, frozen=True, kw_only=True, tag_field="type", tag="promise"):
    """By when they can be promised."""

    quantity: Quantity
    """How many units were asked for."""

    free: int
    """What is free now."""

    earliest: datetime.datetime | None = None
    """The first date for all of them together; absent if there is none."""

    backing: PromiseBacking | None = None
    """What makes that date possible."""

    in_time: bool | None = None
    """Whether all of them can be promised for the date wanted; absent where none was named."""

    parts: list[PromisePart]
    """As many as possible as soon as possible, then more with each date that allows more."""

    missing: Quantity
    """How many units no date allows."""

    unlimited_from: datetime.datetime | None = None
    """From when on any number can be had, if ever."""

    rows: list[PromiseRow]
    """The timeline that the dates follow from."""

    ignored: list[IgnoredSupply] = msgspec.field(default_factory=list)
    """What was left out of the timeline."""

    options: list[PromiseOption] = msgspec.field(default_factory=list)
    """Where the units that are short could come from, soonest first."""


class PromiseArrived(Model, frozen=True, kw_only=True, tag_field="type", tag="promise_arrived"):
    """Units of its receipt arrived for a promise and are held for it."""

    promise: str
    """The promise."""

    quantity: Quantity
    """How many units arrived for it."""

    hold: str
    """The reservation that holds them."""


class PromiseDates(Model, frozen=True, kw_only=True, tag_field="type", tag="promise"):
    """By when the units can be promised."""

    nodes: list[NodePromise]
    """By node, as if all units had to come from it."""

    together: NetworkPromise
    """From all the nodes asked together."""


class PromiseEnded(Model, frozen=True, kw_only=True, tag_field="type", tag="promise_ended"):
    """A promise ended."""

    promise: str
    """The promise."""

    end: PromiseEnd
    """How."""


class PromiseExplained(Model, frozen=True, kw_only=True, tag_field="type", tag="promise"):
    """What a promise stands on."""

    answer: PromiseAnswer
    """The dates and the timeline that they follow from."""


class PromiseFigures(Model, frozen=True, kw_only=True):
    """What there is of one SKU at one node, what is expected, and what is promised."""

    now: datetime.datetime
    """The present."""

    free: int
    """Units that nobody has a claim on; negative where more was promised than is there."""

    receipts: list[ExpectedSupply] = msgspec.field(default_factory=lambda: [])
    """What is expected."""

    promises: list[SupplyPromise] = msgspec.field(default_factory=lambda: [])
    """What is promised. Promises whose time has run out count for nothing."""

    terms: PromiseTerms = msgspec.field(
        default_factory=lambda: PromiseTerms(
            inbound_seconds=0,
            buffer_seconds=0,
            withheld=WithheldSupply(
                purchase_per_mille=0, transfer_per_mille=0, production_per_mille=0, planned_per_mille=0
            ),
        )
    )
    """How dates are promised."""


class PromiseMade(Model, frozen=True, kw_only=True, tag_field="type", tag="promise_made"):
    """Units were promised, or promised anew."""

    promise: SupplyPromise
    """The promise."""


class PromiseMovedInputChange(Model, frozen=True, kw_only=True, tag_field="type", tag="promise_moved"):
    """The order was promised for another day."""

    promise_days: int
    """In how many days it would have been promised."""


class PromiseOption(Model, frozen=True, kw_only=True):
    """A way to get the units that are short."""

    node: str | None = None
    """The node that they would come from, for a transfer."""

    supplier: str | None = None
    """The supplier that they would come from, for a purchase."""

    quantity: Quantity
    """How many units."""

    at: datetime.datetime
    """When they can leave here: the source's date, the way, and the handling at the door."""


class PromisePart(Model, frozen=True, kw_only=True):
    """Some of the units, and when."""

    at: datetime.datetime
    """When."""

    quantity: Quantity
    """How many units."""

    backing: PromiseBacking
    """What makes it possible."""


class PromiseQuestion(Model, frozen=True, kw_only=True, tag_field="type", tag="promise"):
    """By when units can be promised."""

    figures: PromiseFigures
    """What there is."""

    quantity: Quantity
    """How many units are wanted."""

    due: datetime.datetime | None = None
    """The date wanted, if any."""

    own: str | None = None
    """The promise that is made anew, which does not count against itself."""

    sources: list[PromiseSource] = msgspec.field(default_factory=list)
    """Where else units could come from, if they are short."""


class PromiseRow(Model, frozen=True, kw_only=True):
    """One date of a timeline."""

    at: datetime.datetime
    """The date; it holds until the next row's."""

    supply: int
    """Units that become available then, what is withheld or bound to promises left out."""

    demand: int
    """Units promised for then."""

    lapsed: int = 0
    """Units that lie too long, from then on, for promises: see `backwardDays` of the terms."""

    given_up: int = 0
    """Units of late promises that nobody waits for any more: see `forwardDays` of the terms."""

    cumulative: int
    """What is free now, with all supply and without all demand up to the date that was not given up."""

    promiseable: int
    """What can be promised for the date: the least of the cumulative figures from then on, without what lies too
    long, and never less than none.
    """

    receipts: list[str] = msgspec.field(default_factory=list)
    """The receipts whose units become available then."""


class PromiseStanding(Model, frozen=True, kw_only=True):
    """How a promise stands."""

    promise: str
    """The promise."""

    order: str | None = None
    """The order it is for, if any."""

    quantity: Quantity
    """How many units it promises."""

    due: datetime.datetime
    """When they have to be there."""

    receipt: str | None = None
    """The receipt that it is bound to and served from."""

    kept: bool
    """Whether it can be kept."""

    ready: datetime.datetime | None = None
    """When its units are there: by its own place in the row where it can be kept, by the new date where it cannot;
    absent if no date is known.
    """

    slack_seconds: int | None = None
    """By how many seconds the units are there before the date; negative when they are late."""

    slack_units: int | None = None
    """How many units could go missing before it breaks; negative when so many are missing; absent where any number
    can be had by its date.
    """

    proposed: datetime.datetime | None = None
    """The first date for which it could be promised anew without breaking another."""


class PromiseStock(Model, frozen=True, kw_only=True, tag_field="type", tag="promise_stock"):
    """Promise units for a date, if that breaks no other promise."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    promise: str
    """The promise; the reservation that holds its units once they arrive gets the same id."""

    quantity: Quantity
    """How many units."""

    due: datetime.datetime
    """When they have to be there."""

    receipt: str | None = None
    """The receipt that it is bound to, if any."""

    order: str | None = None
    """The order it is for, if any."""

    line: str | None = None
    """The order line it is for, if any."""

    expires_at: datetime.datetime | None = None
    """When it stops counting; never when absent."""


class PromiseTerms(Model, frozen=True, kw_only=True):
    """What a merchant wants of dated promises. By default receipts count in full from their date on."""

    inbound_seconds: int = msgspec.field(default_factory=lambda: 0)
    """How many seconds from a receipt's arrival until its units can leave."""

    buffer_seconds: int = msgspec.field(default_factory=lambda: 0)
    """How many seconds receipts are expected to be late, for safety."""

    withheld: WithheldSupply = msgspec.field(
        default_factory=lambda: WithheldSupply(
            purchase_per_mille=0, transfer_per_mille=0, production_per_mille=0, planned_per_mille=0
        )
    )
    """What is withheld from receipts, by kind."""

    past_due_supply_days: int | None = None
    """For how many days a receipt that is past its date is still believed in; for ever when absent."""

    past_due_promise_days: int | None = None
    """For how many days a promise that is past its date still counts; for ever when absent."""

    backward_days: int | None = None
    """How many whole days units may have lain, when a promise is due, to count for it; for ever when absent. So a
    promise far ahead holds none of what is there today, which is counted from now, and waits for what comes nearer
    to its date.
    """

    forward_days: int | None = None
    """For how many days a promise that is not served in time still takes from supply that comes after its date (or
    after now, where that is past); for ever when absent.
    """

    lead_days: int | None = None
    """After how many days from now any number of units can be had; never when absent."""

    transit_seconds: int | None = None
    """How many seconds a transfer from another node takes; transfers are no option when absent."""


class PromiseUnbound(Model, frozen=True, kw_only=True, tag_field="type", tag="promise_unbound"):
    """A promise lost its receipt, which brings too little for it."""

    promise: str
    """The promise."""

    receipt: str
    """The receipt that it lost."""


class ProtectedLevel(Model, frozen=True, kw_only=True):
    """Units of a SKU kept for a class of buyers and the classes above it."""

    sku: str
    """The SKU."""

    class_: int
    """The class."""

    units: Quantity
    """How many units the classes below may not take."""


class ProtectedUnits(Model, frozen=True, kw_only=True, tag_field="type", tag="protected_units"):
    """Units kept for better classes of buyers."""

    nodes: NodeScope | None = None
    """The nodes it holds for; all when none is named."""

    levels: list[ProtectedLevel]
    """The levels."""

    price: Money | None = None
    """What each unit taken from a better class costs; never allowed when absent."""


class ProtectionLevel(Model, frozen=True, kw_only=True):
    """Units that are kept, in each cell, for a class of buyers and the classes above it."""

    class_: int
    """The class; higher classes come first, 0 is everybody."""

    units: Quantity
    """How many units the classes below may not take."""


class ProtectionLevels(Model, frozen=True, kw_only=True, tag_field="type", tag="protection_levels"):
    """How many units are worth keeping."""

    levels: list[ClassProtection]
    """What is kept for each class but the lowest, and the classes above it, beyond what is kept for those:
    the form that SKUs and constraints take. Sorted by class.
    """

    limits: list[ClassLimit]
    """How many of the remaining units each class may take, sorted by class."""


class ProtectionRequest(Model, frozen=True, kw_only=True, tag_field="type", tag="protection_levels"):
    """How many units are worth keeping for better classes of buyers."""

    classes: list[ClassDemand]
    """The classes, in any order."""

    remaining: Quantity
    """Units that remain, for the booking limits."""


class Publication(Model, frozen=True, kw_only=True):
    """What each channel is told, and why."""

    nodes: list[PublicationNode]
    """What each node adds to the pool, by node."""

    channels: list[ChannelFigure]
    """What each channel is told, in the order of the policy."""

    pool: int
    """The units at all nodes that some channel sees, each node once."""

    published: int
    """The sum of what is published."""

    oversell: int
    """The sum of what may be sold although it is not there."""

    overcommit: int
    """`published − pool − oversell`: units shown beyond what there is; negative where there is room."""

    uncovered: int
    """Units, beyond what may be oversold, that nothing could serve if every channel sold all it shows. At least
    `overcommit`, and more where channels that share a node show more than it has while other nodes have room.
    """

    disjoint: bool
    """Whether the policy gives no unit to two channels: at every node, the parts sum to at most the whole, and who
    sees all of a node is alone there. Figures of disjoint shares are always safe.
    """

    safe: bool
    """Whether all that is published could be sold: nothing is uncovered."""


class PublicationAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="publication"):
    """What each channel would be told."""

    skus: list[SkuPublication]
    """By SKU, in the order asked."""


class PublicationExplained(Model, frozen=True, kw_only=True, tag_field="type", tag="publication"):
    """What channels are told of a SKU."""

    sku: str
    """The SKU."""

    publication: Publication
    """The figures, sent or not."""


class PublicationNode(Model, frozen=True, kw_only=True):
    """What a node adds to the pool: `pool = max(0, atf − buffer) + incoming`."""

    node: str
    """The node."""

    free: int
    """Units free."""

    safety: int
    """Units withheld as safety stock."""

    atf: int
    """Available to fulfil: `free − safety`."""

    buffer: int
    """Units that the policy withholds there."""

    incoming: int
    """Units on their way that count."""

    pool: int
    """What it adds."""


class PublicationPolicy(Model, frozen=True, kw_only=True):
    """How channels share stock. Without a record nothing is published."""

    channels: list[ChannelPolicy]
    """The channels. Where there are fewer units than all quotas together, those of earlier channels go first."""

    node_buffers: list[NodeBuffer] = msgspec.field(default_factory=list)
    """Units withheld at single nodes from all channels, on top of safety stock."""

    delivery_methods: list[DeliveryMethod] = msgspec.field(default_factory=list)
    """The ways of delivery that the channels offer: of their safety stocks the largest is withheld."""

    blacklist: list[BlockedRegion] = msgspec.field(default_factory=list)
    """Regions whose buyers are told 0, whatever there is; none by default."""

    incoming: IncomingShare | None = None
    """How much of what is on its way counts; nothing by default."""

    push: PushRule = msgspec.field(default_factory=lambda: PushRule(min_change=1))
    """When a figure is worth sending."""

    bands: StockBands | None = None
    """The levels at which somebody wants to hear of a channel's figure; none by default."""


class PublicationPolicyDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="publication_policy"):
    """How channels share a SKU, or all that have no policy of their own."""

    channels: list[ChannelPolicy]
    """The channels. Where there are fewer units than all quotas together, those of earlier channels go first."""

    node_buffers: list[NodeBuffer] = msgspec.field(default_factory=list)
    """Units withheld at single nodes from all channels, on top of safety stock."""

    delivery_methods: list[DeliveryMethod] = msgspec.field(default_factory=list)
    """The ways of delivery that the channels offer: of their safety stocks the largest is withheld."""

    blacklist: list[BlockedRegion] = msgspec.field(default_factory=list)
    """Regions whose buyers are told 0, whatever there is; none by default."""

    incoming: IncomingShare | None = None
    """How much of what is on its way counts; nothing by default."""

    push: PushRule = msgspec.field(default_factory=lambda: PushRule(min_change=1))
    """When a figure is worth sending."""

    bands: StockBands | None = None
    """The levels at which somebody wants to hear of a channel's figure; none by default."""


class PublicationPolicyRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="publication_policy"):
    """A publication policy was written."""

    sku: str | None = None
    """For which SKU; for all that have none of their own when absent."""

    policy: PublicationPolicy
    """The policy."""


class PublicationPool(Model, frozen=True, kw_only=True):
    """The units of one SKU, its quotas and how fast channels sell it, at an instant."""

    at: datetime.datetime
    """When."""

    nodes: list[PoolNode]
    """The nodes that sell it."""

    incoming: list[PoolIncoming] = msgspec.field(default_factory=list)
    """What is on its way."""

    quotas: list[PoolQuota] = msgspec.field(default_factory=list)
    """What is ring-fenced for whom and not sold yet."""

    rates: list[PoolRate] = msgspec.field(default_factory=list)
    """How fast channels sell it, where better known than by the policy."""


class PublishAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="publish"):
    """What each channel is told."""

    publication: Publication
    """The figures with every step."""


class PublishOf(Model, frozen=True, kw_only=True, tag_field="type", tag="publish"):
    """What each channel is told of a SKU."""

    policy: PublicationPolicy
    """The policy."""

    pool: PublicationPool
    """The figures."""


class PublishStock(Model, frozen=True, kw_only=True, tag_field="type", tag="publish_stock"):
    """Compute what each channel is told of SKUs, and tell it where that is due."""

    skus: list[str]
    """The SKUs, each once."""

    rates: list[PoolRate] = msgspec.field(default_factory=list)
    """How fast channels sell these SKUs, where better known than by the policy."""


class PublishedFigure(Model, frozen=True, kw_only=True):
    """A figure that was sent."""

    value: int
    """How many units the channel was told there are."""

    version: int
    """The version: 1 for the first figure, one more for each later one. A receiver ignores versions that it has
    passed.
    """

    at: datetime.datetime
    """When."""


class PurchaseProposal(Model, frozen=True, kw_only=True):
    """What should be bought of one supplier."""

    supplier: str | None = None
    """The supplier; whoever the buyer chooses when absent."""

    quantity: Quantity
    """How many units, what is in its open to-do included."""

    added: Quantity
    """Of these, how many are new."""

    landed_cost: Money | None = None
    """What they cost with freight and duty, when prices are known."""

    reason: PurchaseReason
    """Why."""


class PurchaseReason(Model, frozen=True, kw_only=True):
    """Why so many units should be bought."""

    policy: PurchasePolicyKind
    """Which policy asked."""

    position: InventoryPosition
    """What was there and coming, before this to-do."""

    reorder_point: int
    """The level that the position, without open to-dos, fell to or below."""

    target: int
    """The level that it should reach."""

    needed: int
    """Units asked of this supplier, before minimum, multiple and caps."""

    capped_by: PurchaseCap | None = None
    """What kept the order below that."""

    stock_out_at: datetime.datetime | None = None
    """When the stock would run out."""

    demand: DemandBasis | None = None
    """What the levels were computed from."""


class PurchaseSource(Model, frozen=True, kw_only=True):
    """A supplier that units could come from."""

    supplier: str
    """The supplier."""

    lead_days: int
    """How many days from order to delivery."""


class PurchaseSourcePromiseSource(Model, frozen=True, kw_only=True, tag_field="type", tag="purchase"):
    """A supplier."""

    supplier: str
    """The supplier."""

    lead_days: int
    """How many days from order to delivery."""


class PurchaseTodo(Model, frozen=True, kw_only=True):
    """Something to buy."""

    id: str
    """The to-do."""

    node: str | None = None
    """The node; all active nodes together when absent."""

    supplier: str | None = None
    """The supplier; whoever the buyer chooses when absent."""

    status: TodoStatus
    """Where it stands. A snoozed one whose time is over is open, see `PurchaseTodo::status_at`."""

    quantity: Quantity
    """How many units to buy, or how many were ordered."""

    received: Quantity
    """How many of them have come."""

    landed_cost: Money | None = None
    """What they cost with freight and duty, when the supplier's prices are known."""

    snoozed_until: datetime.datetime | None = None
    """Until when it is snoozed."""

    reference: str | None = None
    """The purchase order's number, or why it was cancelled."""

    receipt: str | None = None
    """The expected receipt that stands for it among the incoming units."""

    opened_at: datetime.datetime
    """When it was opened."""

    changed_at: datetime.datetime
    """When it last changed."""

    reason: PurchaseReason
    """Why, as of the last top-up."""


class PushRule(Model, frozen=True, kw_only=True):
    """When a figure is worth sending. One that gets to zero, leaves it or falls always is."""

    min_change: Quantity = msgspec.field(default_factory=lambda: 1)
    """The smallest rise that is worth it; 1 by default, which is every rise."""

    max_age_seconds: int | None = None
    """After how many seconds the channel is told again, whatever has changed; never when absent."""


class PutBox(Model, frozen=True, kw_only=True, tag_field="type", tag="put_box"):
    """Write a box; it replaces the one of the same id."""

    box: BoxType
    """The box."""


class PutGroup(Model, frozen=True, kw_only=True, tag_field="type", tag="put_group"):
    """Write the record of a group of nodes."""

    group: NodeGroup
    """The record."""


class PutNode(Model, frozen=True, kw_only=True, tag_field="type", tag="put_node"):
    """Write a node's record."""

    node: Node
    """The record."""


class PutPackConflicts(Model, frozen=True, kw_only=True, tag_field="type", tag="put_pack_conflicts"):
    """Write which classes of goods must not share a box; it replaces all before."""

    conflicts: list[PackConflict]
    """The pairs."""


class PutPolicy(Model, frozen=True, kw_only=True, tag_field="type", tag="put_policy"):
    """Write the policy."""

    policy: Policy
    """The policy."""


class PutPublicationPolicy(Model, frozen=True, kw_only=True, tag_field="type", tag="put_publication_policy"):
    """Write a publication policy."""

    sku: str | None = None
    """For which SKU; for all that have none of their own when absent. A SKU's own replaces the general one whole."""

    policy: PublicationPolicy
    """The policy."""


class PutRateCard(Model, frozen=True, kw_only=True, tag_field="type", tag="put_rate_card"):
    """Write a rate card; it replaces the one of the same carrier, service and start of validity."""

    card: RateCard
    """The card."""


class PutReplenishRule(Model, frozen=True, kw_only=True, tag_field="type", tag="put_replenish_rule"):
    """Write a replenishment rule; it replaces the one of the same SKU and node."""

    rule: ReplenishRule
    """The rule."""


class PutSafetyFactors(Model, frozen=True, kw_only=True, tag_field="type", tag="put_safety_factors"):
    """Write the safety factors; they replace all before."""

    factors: SafetyFactors
    """The factors."""


class PutSku(Model, frozen=True, kw_only=True, tag_field="type", tag="put_sku"):
    """Write a SKU's record."""

    sku: Sku
    """The record."""


class PutSourcing(Model, frozen=True, kw_only=True, tag_field="type", tag="put_sourcing"):
    """Write the sourcing: who is asked first for what, and what every plan must obey and is judged by."""

    sourcing: Sourcing
    """The sourcing; it replaces the one before."""


class QuarantineLot(Model, frozen=True, kw_only=True, tag_field="type", tag="quarantine_lot"):
    """Let nothing of a lot leave; what orders have of it stays theirs."""

    sku: str
    """The SKU."""

    lot: str
    """The lot, whoever owns its units."""

    node: str | None = None
    """The node; every node when absent."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class QuotaAllocated(Model, frozen=True, kw_only=True, tag_field="type", tag="allocated"):
    """Free units were ring-fenced."""

    part: QuotaPart
    """For whom, where and how many."""


class QuotaConsumed(Model, frozen=True, kw_only=True, tag_field="type", tag="consumed"):
    """A reservation took ring-fenced units."""

    reservation: str
    """The reservation."""

    parts: list[QuotaPart]
    """Whose units, where and how many."""


class QuotaEntry(Model, frozen=True, kw_only=True):
    """The quota of one group at one node: `granted = remaining + consumed`, where granted is what was allocated and
    reallocated to it less what was taken away again.
    """

    group: QuotaGroup
    """Whose."""

    node: str
    """Where."""

    remaining: int
    """Units ring-fenced and not sold."""

    consumed: int
    """Units sold out of it, those in reservations included."""


class QuotaLedger(Model, frozen=True, kw_only=True):
    """The quotas of one SKU."""

    sku: str
    """The SKU."""

    entries: list[QuotaEntry]
    """The quotas, by group and node."""

    draws: list[ReservationDraw] = msgspec.field(default_factory=list)
    """What reservations have taken and may still give back, in the order taken."""


class QuotaLedgerDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="quotas"):
    """The quotas of a SKU."""

    sku: str
    """The SKU."""

    entries: list[QuotaEntry]
    """The quotas, by group and node."""

    draws: list[ReservationDraw] = msgspec.field(default_factory=list)
    """What reservations have taken and may still give back, in the order taken."""


class QuotaPart(Model, frozen=True, kw_only=True):
    """Units of a quota."""

    group: QuotaGroup
    """Whose."""

    node: str
    """Where they lie."""

    quantity: Quantity
    """How many."""


class QuotaReallocated(Model, frozen=True, kw_only=True, tag_field="type", tag="reallocated"):
    """Ring-fenced units went to another group or node."""

    from_: QuotaPart
    """Whose they were, where they lay and how many."""

    to_group: QuotaGroup
    """For whom they are now."""

    to_node: str
    """Where they lie now."""


class QuotaRecord(Model, frozen=True, kw_only=True, tag_field="type", tag="quota"):
    """Something happened to the quotas of a SKU."""

    sku: str
    """The SKU."""

    event: QuotaEvent
    """What."""


class QuotaRestored(Model, frozen=True, kw_only=True, tag_field="type", tag="restored"):
    """A reservation gave ring-fenced units back."""

    reservation: str
    """The reservation."""

    parts: list[QuotaPart]
    """Whose units, where and how many."""


class QuotaSettled(Model, frozen=True, kw_only=True, tag_field="type", tag="settled"):
    """Units that a reservation took are sold for good."""

    reservation: str
    """The reservation."""

    parts: list[QuotaPart]
    """Whose units, where and how many."""


class QuotaUnallocated(Model, frozen=True, kw_only=True, tag_field="type", tag="unallocated"):
    """Ring-fenced units became free."""

    part: QuotaPart
    """Whose, where and how many."""


class QuoteOverflow(Model, frozen=True, kw_only=True, tag_field="type", tag="overflow"):
    """The price is beyond what money can hold."""

    weight_grams: int
    """The parcel's weight in grams."""


class QuoteRatesAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="quote_rates"):
    """What each asks, or why it does not."""

    shipments: list[ShipmentQuotes]
    """The shipments, as they were asked."""


class QuoteRatesOf(Model, frozen=True, kw_only=True, tag_field="type", tag="quote_rates"):
    """What each carrier service asks for shipments."""

    cards: list[RateCard]
    """The cards."""

    shipments: list[ShipmentToQuote]
    """The shipments."""

    states: list[ServiceState] = msgspec.field(default_factory=list)
    """How far services are used up."""

    explain: bool = False
    """Whether to tell what each price is made of, and every reason of a refusal; else the price, or the first
    reason.
    """


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

    terms: RateTerms | None = None
    """What comes on top of these prices, and what weight they are for. When absent, the price is the tariff's for the
    sum of what the parcels weigh.
    """

    limits: ServiceLimits | None = None
    """What the service takes and what not; it takes everything when absent."""


class RateCardRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="rate_card"):
    """A rate card was written."""

    card: RateCard
    """The card; it replaces the one of the same carrier, service and start of validity."""


class RateLine(Model, frozen=True, kw_only=True):
    """A part of a price."""

    kind: RateLineKind
    """What it is for."""

    id: str | None = None
    """Which surcharge or discount."""

    parcel: int | None = None
    """For which parcel, counted from 0; absent for the whole shipment."""

    amount: Money
    """The amount."""

    of: Money | None = None
    """What a percentage was taken of."""

    percent: Decimal | None = None
    """The percentage."""


class RateParcel(Model, frozen=True, kw_only=True):
    """One parcel."""

    weight_grams: int
    """What it weighs, packed, in grams."""

    dimensions: Dimensions | None = None
    """What it measures outside; its size counts for nothing when absent."""

    box: str | None = None
    """The box that it is in, for flat rates of the carrier's own boxes."""


class RateSheet(Model, frozen=True, kw_only=True, tag_field="type", tag="read_rate_sheet"):
    """The cards, and what is wrong with others."""

    cards: list[RateCard]
    """The cards that are sound, in the order of the table."""

    problems: list[RateSheetProblem]
    """Everything wrong with the others, in the order of the lines."""


class RateSheetProblem(Model, frozen=True, kw_only=True):
    """Something wrong with a table of rates."""

    line: int
    """The line, counted from 1."""

    column: str
    """The column; for a fault of a whole card where in its wire form, as a JSON pointer."""

    code: str
    """A stable code."""

    message: str
    """What is wrong and what to do, for people."""


class RateShipment(Model, frozen=True, kw_only=True):
    """What is to be sent, as far as carriers ask."""

    parcels: list[RateParcel] = msgspec.field(default_factory=lambda: [])
    """The parcels; one that weighs nothing when empty."""

    declared: Money | None = None
    """The declared value, to be insured where the card insures."""

    cod: Money | None = None
    """What the courier collects from the receiver."""

    place: PlaceKind | None = None
    """What kind of place it goes to, where that is known."""

    options: list[str] = msgspec.field(default_factory=list)
    """What is asked for beside being carried, such as `signature`."""

    hazards: list[str] = msgspec.field(default_factory=list)
    """The dangers that the goods bear."""

    cold: ColdRange | None = None
    """Between which temperatures the goods must be kept."""

    carriers: list[str] = msgspec.field(default_factory=list)
    """The carriers that may take it, as a channel or the buyer demands; any when empty."""

    month_parcels: int = 0
    """How many parcels the account has sent this month, for discounts by volume."""


class RateTax(Model, frozen=True, kw_only=True):
    """A tax on everything."""

    name: str = ""
    """What people call it."""

    percent: Decimal
    """The percentage that is added."""


class RateTerms(Model, frozen=True, kw_only=True):
    """What a rate card says beyond its base prices. A price is made in this order, and each step may be a line:
    chargeable weight, base price, surcharges, insurance, cash on delivery, fuel, discounts, minimum and maximum, tax.
    """

    weight: WeightRule = msgspec.field(default_factory=lambda: WeightRule(unit="metric"))
    """How the chargeable weight is found."""

    parcels: ParcelTerms = msgspec.field(default_factory=lambda: ParcelTerms(pricing="each"))
    """How several parcels of one shipment are priced."""

    flat_rates: list[FlatRate] = msgspec.field(default_factory=list)
    """Base prices of the carrier's own boxes, whatever they weigh."""

    cubic: CubicRates | None = None
    """Base prices of small parcels by volume."""

    areas: dict[str, AreaSet] = msgspec.field(default_factory=dict)
    """Sets of places that the terms and the limits name."""

    surcharges: list[Surcharge] = msgspec.field(default_factory=list)
    """Surcharges, in the order of their lines."""

    insurance: ValueCharge | None = None
    """What insuring the declared value costs; without it no value is insured."""

    cod: ValueCharge | None = None
    """What collecting cash on delivery costs; without it the service collects none."""

    fuel: list[FuelPeriod] = msgspec.field(default_factory=list)
    """The fuel surcharge by time; none when empty."""

    discounts: list[Discount] = msgspec.field(default_factory=list)
    """Discounts, in the order of their lines."""

    minimum: Money | None = None
    """The least that a shipment costs before tax."""

    maximum: Money | None = None
    """The most that a shipment costs before tax."""

    tax: RateTax | None = None
    """The tax on everything."""

    rounding: Rounding = msgspec.field(default_factory=lambda: "half_up")
    """How percentages are brought to whole minor units."""


class Ratio(Model, frozen=True, kw_only=True):
    """An exact quotient in lowest terms with a positive denominator: 7/2, never 3.4999.

    Compared by what it is worth; rounding is left to whoever shows it.
    """

    num: int
    """The numerator."""

    den: int
    """The denominator, at least 1."""


class RatioCell(Model, frozen=True, kw_only=True, tag_field="type", tag="ratio"):
    """A sum over a sum."""

    num: Decimal
    """What is divided; amounts in whole units of the currency, such as euros."""

    den: Decimal
    """By what."""

    value: str | None = None
    """The quotient, rounded half up (halves away from zero) to 6 decimals; absent when `den` is zero."""


class ReadRateSheet(Model, frozen=True, kw_only=True, tag_field="type", tag="read_rate_sheet"):
    """A table of rates as cards."""

    csv: str
    """The table as comma-separated values, with a row of column names first."""


class ReadyAt(Model, frozen=True, kw_only=True):
    """When an order is ready to leave."""

    day: datetime.date
    """The working day on which the work begins, by the node's calendar."""

    start_at: datetime.datetime
    """When the work begins."""

    ready_at: datetime.datetime
    """When it is done."""

    after_cut_off: bool
    """Whether the order came after the cut-off of a day on which it could have been worked on."""


class ReadyAtCalculated(Model, frozen=True, kw_only=True, tag_field="type", tag="ready_at"):
    """When it is ready."""

    day: datetime.date
    """The working day on which the work begins, by the node's calendar."""

    start_at: datetime.datetime
    """When the work begins."""

    ready_at: datetime.datetime
    """When it is done."""

    after_cut_off: bool
    """Whether the order came after the cut-off of a day on which it could have been worked on."""


class ReadyForPickup(Model, frozen=True, kw_only=True, tag_field="type", tag="ready_for_pickup"):
    """An order waits for its buyer from now on."""

    order: str
    """The order."""

    collect_by: datetime.datetime | None = None
    """Until when it is kept; as the policy says when absent."""


class ReadyQuestion(Model, frozen=True, kw_only=True, tag_field="type", tag="ready_at"):
    """When a node has an order ready."""

    calendar: Calendar
    """The node's calendar."""

    now: datetime.datetime
    """When the order comes."""

    service: str | None = None
    """The carrier service that it goes with, for its cut-off."""

    units: Quantity = msgspec.field(default_factory=lambda: 0)
    """How many units it has."""


class ReadyWithin(Model, frozen=True, kw_only=True, tag_field="type", tag="ready_within"):
    """Nodes that hand over soon enough."""

    nodes: NodeScope | None = None
    """The nodes it holds for; all when none is named."""

    days: int
    """The most days; 0 is today."""

    price: Money | None = None
    """What each shipment that is handed over later costs; never allowed when absent."""


class ReallocateQuota(Model, frozen=True, kw_only=True, tag_field="type", tag="reallocate_quota"):
    """Give ring-fenced units that are not sold to another group or node."""

    sku: str
    """The SKU."""

    from_: QuotaPart
    """Whose units, where and how many."""

    to_group: QuotaGroup
    """For whom."""

    to_node: str
    """Where they are to lie; units of another node must be free there."""


class RebalanceAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="rebalance"):
    """Which node should give stock to which, and why no other."""

    plan: RebalancePlan
    """The suggestions with their reasons."""


class RebalanceCell(Model, frozen=True, kw_only=True):
    """A SKU at a node."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    free: int
    """Free units; below zero where more is promised than there is."""

    incoming: int = msgspec.field(default_factory=lambda: 0)
    """Units on their way to the node within the horizon. They count as cover and cannot be given away."""

    daily_demand_milli: int
    """Mean demand a day in thousandths of a unit."""

    min_cover_days: int
    """With fewer days of cover than this the node needs units."""

    max_cover_days: int
    """With more days of cover than this the node can give units."""

    unit_margin: Money
    """What one unit earns when it is sold at the node: what is lost when it is missing."""


class RebalanceLane(Model, frozen=True, kw_only=True):
    """What moving costs from one node to another."""

    from_: str
    """From where."""

    to: str
    """To where."""

    sku: str | None = None
    """The SKU it is for; any SKU when absent. A lane of a SKU goes before one for any."""

    unit_cost: Money
    """What one unit costs on the way."""


class RebalanceLostTo(Model, frozen=True, kw_only=True, tag_field="type", tag="lost_to"):
    """Other pairs make more of the units."""

    unit_cost: Money
    """What moving one unit costs."""

    unit_saved: Money
    """What the first unit saves, rounded down."""

    worse_by: Money
    """By how much the plan as a whole would save less if one unit had to move between these two and all others were
    planned anew around it, rounded down. Nothing: an equally good plan exists.
    """


class RebalanceOf(Model, frozen=True, kw_only=True, tag_field="type", tag="rebalance"):
    """Which node should give stock to which."""

    request: RebalanceRequest
    """The cells and lanes."""


class RebalancePassed(Model, frozen=True, kw_only=True):
    """A pair of nodes between which nothing is suggested to move, although one can give and the other needs."""

    sku: str
    """The SKU."""

    from_: str
    """The node that could give."""

    to: str
    """The node that needs."""

    reason: RebalanceReason
    """Why nothing moves."""


class RebalancePlan(Model, frozen=True, kw_only=True):
    """What should move and why nothing else should."""

    suggestions: list[RebalanceSuggestion]
    """What should move, by SKU, giver and taker."""

    passed: list[RebalancePassed]
    """The other pairs of a node that can give and one that needs, in the same order, with reasons."""

    cost: Money
    """What all of it costs."""

    margin_saved: Money
    """What all of it saves."""


class RebalanceRequest(Model, frozen=True, kw_only=True):
    """What a rebalancing is asked for."""

    currency: str
    """The currency of all money in it."""

    horizon_days: int
    """For how many days demand is looked at: until the nodes are filled up in some other way."""

    cells: list[RebalanceCell]
    """The cells; their order does not matter."""

    lanes: list[RebalanceLane]
    """The lanes; where there is none nothing moves."""


class RebalanceSuggestion(Model, frozen=True, kw_only=True):
    """Units that should move."""

    sku: str
    """The SKU."""

    from_: str
    """The node that gives."""

    to: str
    """The node that gets."""

    quantity: Quantity
    """How many units."""

    unit_cost: Money
    """What moving one unit costs."""

    cost: Money
    """What moving them all costs."""

    margin_saved: Money
    """The margin of the sales that would be lost without them, rounded down; always more than the cost, or as much
    where less than a minor unit lies between.
    """

    from_cover: CoverChange
    """The giver's cover."""

    to_cover: CoverChange
    """The taker's cover."""


class RebalanceTooDear(Model, frozen=True, kw_only=True, tag_field="type", tag="too_dear"):
    """Moving a unit costs at least what it saves."""

    unit_cost: Money
    """What moving one unit costs."""

    unit_saved: Money
    """What the first unit saves: its margin times how much of a sale would be lost without it, rounded down. Nothing
    where no sale is expected to be lost within the horizon.
    """


class RebalanceWithoutLane(Model, frozen=True, kw_only=True, tag_field="type", tag="no_lane"):
    """There is no lane between them."""


class RebateStep(Model, frozen=True, kw_only=True):
    """A rebate on every parcel from a number of them on."""

    from_: int
    """From so many parcels on."""

    each: Money
    """So much for each parcel, the first ones included."""


class RecallLot(Model, frozen=True, kw_only=True, tag_field="type", tag="recall_lot"):
    """Let nothing of a lot leave anywhere, and take back what orders have of it."""

    sku: str
    """The SKU."""

    lot: str
    """The lot, whoever owns its units."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class RecalledOrder(Model, frozen=True, kw_only=True):
    """An order that had units of a lot put in quarantine."""

    order: str
    """The order."""

    quantity: Quantity
    """How many units."""


class ReceiptArrived(Model, frozen=True, kw_only=True, tag_field="type", tag="receipt_arrived"):
    """Units of a receipt arrived."""

    receipt: str
    """The receipt."""

    quantity: Quantity
    """How many units."""


class ReceiptChanged(Model, frozen=True, kw_only=True, tag_field="type", tag="receipt_changed"):
    """What is known of a receipt changed."""

    receipt: str
    """The receipt."""

    plan: ReceiptPlan
    """What is known now."""


class ReceiptEnded(Model, frozen=True, kw_only=True, tag_field="type", tag="receipt_ended"):
    """Nothing more comes of a receipt."""

    receipt: str
    """The receipt."""

    end: ReceiptEnd
    """How."""

    missing: Quantity
    """How many units it still should have brought."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why, for people."""


class ReceiptExpected(Model, frozen=True, kw_only=True, tag_field="type", tag="receipt_expected"):
    """A receipt is expected."""

    receipt: SupplyReceipt
    """The receipt."""


class ReceiptPlan(Model, frozen=True, kw_only=True):
    """What is known of an expected receipt."""

    kind: SupplyKind
    """Where it comes from."""

    quantity: Quantity
    """How many units it brings in all, those that have arrived included."""

    eta: datetime.datetime
    """When it arrives at the node's door."""

    supplier: str | None = None
    """Who delivers it."""

    over_receipt_per_mille: int = msgspec.field(default_factory=lambda: 0)
    """By how many thousandths more than expected may be received; nothing by default."""


class ReceiptShare(Model, frozen=True, kw_only=True, tag_field="type", tag="share_receipt"):
    """Who gets how much."""

    backorders: BackorderPlan
    """What the backorders get."""

    preorders: BackorderPlan
    """What the pre-orders get of the rest."""

    pool: list[BackorderSupply]
    """What is left for the channels to sell, by SKU."""


class ReceiptShareRequest(Model, frozen=True, kw_only=True, tag_field="type", tag="share_receipt"):
    """Who gets units that arrive."""

    supply: list[BackorderSupply]
    """What arrives."""

    backorders: list[BackorderEntry] = msgspec.field(default_factory=lambda: [])
    """Lines that were promised units and wait for them; served first."""

    preorders: list[BackorderEntry] = msgspec.field(default_factory=lambda: [])
    """Pre-orders with a reservation; served second."""

    mode: BackorderMode = msgspec.field(default_factory=lambda: "fifo")
    """How each of the two shares out."""

    keys: list[QueueKey] = msgspec.field(default_factory=lambda: ["class", "due", "margin", "age"])
    """The keys of both queues; class, due date, margin and age by default."""

    whole_lines: bool = msgspec.field(default_factory=lambda: False)
    """Whether a line takes all its units or none, as in a backorder request."""


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

    lot: LotDraft | None = None
    """Of which lot they are; has to be named for a SKU that is kept by lot."""

    receipt: str | None = None
    """The expected receipt that they belong to. Units that were promised from it are held for whom they were promised
    to.
    """

    last: bool = False
    """Whether nothing more comes of the receipt, however much was expected."""

    unit_cost: Money | None = None
    """What one unit cost, for a SKU that is costed; the average or last cost when neither this nor `cost` is named."""

    cost: Money | None = None
    """What all units cost together; for unit costs with more decimals than the currency."""

    returned_from: str | None = None
    """The shipment that the units come back from: they return to the cost layers that they left."""


class ReceiveTodo(Model, frozen=True, kw_only=True, tag_field="type", tag="received"):
    """Goods have come."""

    quantity: Quantity | None = None
    """How many units; all that were outstanding when absent. The to-do is received once as many as it says have come."""


class ReceiveTransfer(Model, frozen=True, kw_only=True, tag_field="type", tag="receive_transfer"):
    """Units arrive from another node, in parts as they come."""

    transfer: str
    """The transfer."""

    units: list[TransferUnits] = msgspec.field(default_factory=lambda: [])
    """The units; all in transit when none is named."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why more arrive than were sent; needed when that is so."""


class RecogniseTrackingNumber(Model, frozen=True, kw_only=True, tag_field="type", tag="recognise_tracking_number"):
    """Whose tracking number it may be."""

    number: str
    """The number; white space in it and small letters do not matter."""


class ReconfirmDemand(Model, frozen=True, kw_only=True):
    """A line with what it was confirmed."""

    entry: BackorderEntry
    """The line and all the units it wants."""

    strategy: ReconfirmStrategy
    """What it may gain or lose."""

    requested_at: datetime.datetime
    """When it wants them; being confirmed earlier is worth nothing."""

    confirmed: list[BackorderUnitsAt] = msgspec.field(default_factory=lambda: [])
    """What it was confirmed so far; not more than it wants."""


class ReconfirmException(Model, frozen=True, kw_only=True):
    """A guarantee that is not kept."""

    sku: str
    """The SKU."""

    order: str | None = None
    """The order, where it concerns one line."""

    line: str | None = None
    """The line."""

    kind: ReconfirmExceptionKind
    """What is not kept."""

    at: datetime.datetime | None = None
    """The first instant at which it is not kept."""

    units: int
    """By how many units, at that instant."""


class ReconfirmOutcome(Model, frozen=True, kw_only=True):
    """What a line is confirmed now."""

    order: str
    """The order."""

    line: str
    """The line."""

    sku: str
    """The SKU."""

    strategy: ReconfirmStrategy
    """Its strategy."""

    wanted: Quantity
    """Units it wants."""

    before: list[BackorderUnitsAt]
    """What it was confirmed before, no date before the requested one."""

    after: list[BackorderUnitsAt]
    """What it is confirmed now."""

    change: ReconfirmChange
    """How the two compare."""

    open: Quantity
    """Units that are not confirmed."""


class ReconfirmPlan(Model, frozen=True, kw_only=True, tag_field="type", tag="reconfirm"):
    """Which confirmations stand."""

    outcomes: list[ReconfirmOutcome]
    """Every line, in the order in which it was served."""

    exceptions: list[ReconfirmException]
    """Guarantees that could not be kept."""


class ReconfirmRequest(Model, frozen=True, kw_only=True, tag_field="type", tag="reconfirm"):
    """Which confirmations stand."""

    keys: list[QueueKey] = msgspec.field(default_factory=lambda: ["class", "due", "margin", "age"])
    """The keys of the queue within a strategy; class, due date, margin and age by default."""

    supply: list[BackorderSupplyAt]
    """All units that may be confirmed, those confirmed so far among them, by when they are there."""

    demands: list[ReconfirmDemand]
    """All lines that compete for them."""


class RecordCount(Model, frozen=True, kw_only=True, tag_field="type", tag="record_count"):
    """Take what a counter found."""

    count: str
    """The count."""

    sku: str
    """The SKU."""

    counted: Quantity
    """Units found."""

    counter: str
    """Who counted."""


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


class RecordWriteBack(Model, frozen=True, kw_only=True, tag_field="type", tag="record_write_back"):
    """Note what became of telling a channel a parcel's number."""

    shipment: str
    """The shipment."""

    parcel: str
    """The parcel."""

    channel: str
    """The channel."""

    channel_order: str
    """The channel's id of the order."""

    number: str
    """The number that it was told."""

    status: WriteBackStatus
    """What became of it."""

    reason: str | None = None
    """What the channel said when it failed."""


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

    lot: LotName | None = None
    """Of which lot; has to be named for a SKU that is kept by lot."""


class RejectUnits(Model, frozen=True, kw_only=True, tag_field="type", tag="reject_units"):
    """A warehouse does not ship units that are set aside there."""

    order: str
    """The order."""

    node: str
    """The node."""

    reason: RejectReason
    """Why."""

    lines: list[LineQuantity] = msgspec.field(default_factory=list)
    """The units by line; everything that is set aside there and has not left when empty."""

    closed_until: datetime.datetime | None = None
    """Until when the node takes no orders, for reasons that close it; as the policy says when absent."""

    note: str = msgspec.field(default_factory=lambda: "")
    """More words, for people."""


class RejectionTerm(Model, frozen=True, kw_only=True):
    """Rejection risk: each unit costs `p · cost`, where `p = (rejected + α) / (assigned + α + β)` is how likely
    the node rejects.

    The chance is by node and SKU where there is a row for both, else by node, else what `α` and `β` say
    alone. The cost of one unit is rounded to the minor unit, halves up. Counts come in decayed, in
    thousandths: see `decayed`.
    """

    alpha_milli: int
    """`α` in thousandths: rejections believed in before any is seen."""

    beta_milli: int
    """`β` in thousandths: acceptances believed in before any is seen."""

    cost: Money
    """What a rejected unit costs: finding another source, and the delay."""

    nodes: list[NodeRejections]
    """What was seen."""

    weight_per_mille: int = 0
    """How much it weighs, in thousandths."""


class RejectionTerms(Model, frozen=True, kw_only=True):
    """What follows when a warehouse rejects units of an order."""

    cool_down_hours: int = msgspec.field(default_factory=lambda: 24)
    """For how many hours the node is not asked again for the order."""

    max_attempts: int | None = None
    """After how many rejections the order is held for a person to look at; never when absent. Releasing that hold
    starts the count anew.
    """

    closed_hours: int = msgspec.field(default_factory=lambda: 24)
    """For how many hours a node without capacity, or one that is closed, takes no orders at all, where the rejection
    does not say until when.
    """

    not_found: NotFoundEffect = msgspec.field(default_factory=lambda: "hold")
    """What becomes of units that were not found."""

    count_not_found: bool = msgspec.field(default_factory=lambda: True)
    """Whether a count of the SKU at the node is started when units were not found."""


class ReleaseHold(Model, frozen=True, kw_only=True, tag_field="type", tag="release_hold"):
    """Release a hold; one that is not open stays as it is."""

    order: str
    """The order."""

    hold: str
    """The hold."""


class ReleaseLot(Model, frozen=True, kw_only=True, tag_field="type", tag="release_lot"):
    """Let a lot leave again."""

    sku: str
    """The SKU."""

    lot: str
    """The lot, whoever owns its units."""

    node: str | None = None
    """The node; every node when absent."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class ReleaseOrder(Model, frozen=True, kw_only=True, tag_field="type", tag="release_order"):
    """Tell the warehouses to pick."""

    order: str
    """The order."""

    units: list[LineUnits] = msgspec.field(default_factory=list)
    """Units by line and node; all allocated ones when empty."""


class ReleasePromise(Model, frozen=True, kw_only=True, tag_field="type", tag="release_promise"):
    """End a promise."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    promise: str
    """The promise."""

    kept: bool = msgspec.field(default_factory=lambda: False)
    """Whether its units were handed over."""


class ReleaseReservation(Model, frozen=True, kw_only=True, tag_field="type", tag="release_reservation"):
    """Give up a reservation; one that has ended stays as it is."""

    reservation: str
    """The reservation."""


class RenderDocumentsAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="render_documents"):
    """The file, and how often each document has been printed now."""

    text: str | None = None
    """HTML or ZPL."""

    data: str | None = None
    """PDF in base64."""

    printed: list[PrintedDocument]
    """The documents in the order printed, with how often each has been printed now."""


class RenderDocumentsOf(Model, frozen=True, kw_only=True, tag_field="type", tag="render_documents"):
    """Waybills, slips and lists as a file to print."""

    request: PrintRequest
    """The documents, and how they are printed."""

    fonts: list[str] = msgspec.field(default_factory=list)
    """TrueType or OpenType files in base64, for what PDF's own fonts lack."""


class ReorderPoint(Model, frozen=True, kw_only=True):
    """The level at which to order, and what it came from."""

    units: int
    """In whole units, rounded up once: mean demand of the lead time and review period, and safety stock."""

    lead_time_demand: Decimal
    """The mean demand of the lead time and review period, at 6 decimals."""

    safety: SafetyStock2
    """The safety stock."""


class ReplacedCharge(Model, frozen=True, kw_only=True):
    """A surcharge that held and gave way."""

    id: str
    """The surcharge."""

    parcel: int | None = None
    """For which parcel; absent for the whole shipment."""

    amount: Money
    """What it would have been."""

    by: str
    """The surcharge that is charged instead."""


class ReplenishAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="replenish"):
    """What to buy."""

    decision: ReplenishDecision
    """What to buy, with everything that it came from."""


class ReplenishDecision(Model, frozen=True, kw_only=True):
    """What to buy, with everything that it came from."""

    verdict: ReplenishVerdict
    """What came of it."""

    position: InventoryPosition
    """What was there and coming."""

    position_units: int
    """The inventory position, in units."""

    levels: ReplenishLevels
    """The levels of the rule."""

    needed: int
    """How many units are needed, before minimum, multiple and caps."""

    proposals: list[PurchaseProposal]
    """What should be bought."""

    candidates: list[SupplierCandidate]
    """The suppliers that were considered."""

    limits: list[OrderLimit] = msgspec.field(default_factory=list)
    """How many more units the caps leave room for."""

    stock_out: StockOut | None = None
    """When stock runs out, where demand is known and it does."""

    days_of_cover: Decimal | None = None
    """How many days the free units last, where demand is known."""


class ReplenishExplained(Model, frozen=True, kw_only=True, tag_field="type", tag="replenish"):
    """What should be bought."""

    sku: str
    """The SKU."""

    node: str | None = None
    """The node; all active nodes together when absent."""

    free: int
    """Units that could be sold at the instant of the review."""

    marks: AlertMarks | None = None
    """Where the low-stock alert rises and clears, if anywhere."""

    alert: bool
    """Whether the alert is raised now."""

    decision: ReplenishDecision
    """What the rule wants bought."""


class ReplenishLevels(Model, frozen=True, kw_only=True):
    """The levels of a policy, in units."""

    policy: PurchasePolicyKind
    """Which policy."""

    reorder_point: int
    """The level at which to order."""

    inclusive: bool
    """Whether a position at the level, not only below it, is too low."""

    target: int
    """The level to be reached."""

    lot: Quantity | None = None
    """How many units make a lot, where whole lots are ordered."""

    economic: EconomicOrder | None = None
    """What an economic order quantity is computed from, where one is asked for."""

    basis: ReorderPoint | None = None
    """What the reorder point came from, where it was computed."""


class ReplenishOf(Model, frozen=True, kw_only=True, tag_field="type", tag="replenish"):
    """What to buy."""

    request: ReplenishRequest
    """The rule and what there is."""


class ReplenishRequest(Model, frozen=True, kw_only=True):
    """A rule and what there is."""

    rule: ReplenishRule
    """The rule."""

    position: InventoryPosition
    """What is there and coming."""

    free: int
    """Units that could be sold now: what the stock-out date counts from."""

    supply: list[DatedUnits] = msgspec.field(default_factory=lambda: [])
    """Units that come, with their dates."""

    open: list[SupplierPart] = msgspec.field(default_factory=lambda: [])
    """What is in open to-dos, by supplier; part of the position."""

    reviewed_at: datetime.datetime | None = None
    """When a periodic rule last looked."""

    at: datetime.datetime
    """Now."""


class ReplenishRule(Model, frozen=True, kw_only=True):
    """When and how to replenish a SKU at a node, or at all active nodes together."""

    sku: str
    """The SKU."""

    node: str | None = None
    """The node; all active nodes together when absent."""

    active: bool = msgspec.field(default_factory=lambda: True)
    """Whether it is followed."""

    policy: ReplenishPolicy
    """When to order, and up to where."""

    demand: LeadTimeDemand | None = None
    """Demand and lead time. Needed by `ReplenishPolicy::DemandDriven` and for the shelf life; with it the stock-out
    date is known.
    """

    alert: AlertMarks | None = None
    """Where the low-stock alert rises and clears. Without it a `ReplenishPolicy::Floor` has its own marks, and other
    policies raise no alert.
    """

    suppliers: list[SupplierOffer] = msgspec.field(default_factory=list)
    """Who sells it; whoever the buyer chooses when empty."""

    strategy: SupplierStrategy = msgspec.field(default_factory=lambda: "cheapest_in_time")
    """How to choose among them."""

    max_stock: Quantity | None = None
    """The most units there is room for."""

    shelf_life_days: int | None = None
    """How many days goods can be sold before they spoil."""

    budget: Money | None = None
    """The most that one to-do may cost, freight and duty included."""


class ReplenishRuleRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="replenish_rule"):
    """A replenishment rule was written."""

    rule: ReplenishRule
    """The rule; it replaces the one of the same SKU and node."""


class ReplenishRules(Model, frozen=True, kw_only=True, tag_field="type", tag="replenish_rules"):
    """The replenishment rules of a SKU."""

    sku: str
    """The SKU."""

    rules: list[ReplenishRule]
    """The rules: the one for all active nodes together first, then by node."""


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

    customer: str | None = None
    """The customer it is for, if known."""

    class_: int = 0
    """The class of buyers it is for; higher classes come first."""

    items: list[ReservedItem]
    """What it holds now; nothing once it has ended."""

    asked: list[WantedUnits] = msgspec.field(default_factory=list)
    """What was asked for first, where that is not what it holds."""

    partial: bool = False
    """Whether it was to hold what is there, and not all or nothing."""

    expires_at: datetime.datetime | None = None
    """When it stops counting; never when absent."""

    from_quota: bool = False
    """Whether units of it came out of a quota, to which they return when it gives them up."""

    ended: ReservationEnd | None = None
    """How it ended."""


class ReservationAdopted(Model, frozen=True, kw_only=True, tag_field="type", tag="reservation_adopted"):
    """An order took over what a cart held."""

    reservation: str
    """The reservation."""

    order: str
    """The order."""

    customer: str | None = None
    """The order's customer."""

    class_: int = msgspec.field(default_factory=lambda: 0)
    """The order's class."""

    items: list[ReservedItem]
    """What it holds, each row for a line of the order."""


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

    customer: str | None = None
    """The customer it is for, if known."""

    class_: int = 0
    """The class of buyers it is for; higher classes come first."""

    items: list[ReservedItem]
    """What it holds now; nothing once it has ended."""

    asked: list[WantedUnits] = msgspec.field(default_factory=list)
    """What was asked for first, where that is not what it holds."""

    partial: bool = False
    """Whether it was to hold what is there, and not all or nothing."""

    expires_at: datetime.datetime | None = None
    """When it stops counting; never when absent."""

    from_quota: bool = False
    """Whether units of it came out of a quota, to which they return when it gives them up."""

    ended: ReservationEnd | None = None
    """How it ended."""


class ReservationDraw(Model, frozen=True, kw_only=True):
    """Ring-fenced units that a reservation holds and may still give back."""

    reservation: str
    """The reservation."""

    part: QuotaPart
    """Whose units, where and how many."""


class ReservationExplained(Model, frozen=True, kw_only=True, tag_field="type", tag="reservation"):
    """Which nodes hold what, and what is short."""

    reservation: str
    """The reservation."""

    items: list[HeldItem]
    """By item, in the order asked."""


class ReservationExtended(Model, frozen=True, kw_only=True, tag_field="type", tag="reservation_extended"):
    """A reservation's expiry moved."""

    reservation: str
    """The reservation."""

    expires_at: datetime.datetime | None = None
    """When it stops counting; never when absent."""


class ReservationMoved(Model, frozen=True, kw_only=True, tag_field="type", tag="reservation_moved"):
    """A reservation holds units at another node."""

    reservation: str
    """The reservation."""

    from_: list[ReservedItem]
    """The units where they were held."""

    to: list[ReservedItem]
    """The same units where they are held now."""


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

    quota: QuotaGroup | None = None
    """The buyer's group, where it may have quotas: the plan then counts their units, and the reservation takes them
    before free ones. Free units only when absent.
    """

    expires_at: datetime.datetime | None = None
    """When it stops counting; never when absent."""


class ReserveQuota(Model, frozen=True, kw_only=True, tag_field="type", tag="reserve_quota"):
    """Hold units for a buyer with a quota until an instant: all of them or none."""

    reservation: str
    """The new reservation."""

    group: QuotaGroup
    """The buyer's group."""

    items: list[ReservedItem]
    """What to hold."""

    expires_at: datetime.datetime | None = None
    """When it stops counting; never when absent."""


class ReserveStock(Model, frozen=True, kw_only=True, tag_field="type", tag="reserve_stock"):
    """Hold units until an instant, at nodes, in groups or anywhere: all of them or none, or as many as there are.
    A virtual kit stands for its components.
    """

    reservation: str
    """The new reservation."""

    items: list[WantedUnits]
    """What to hold."""

    partial: bool = msgspec.field(default_factory=lambda: False)
    """Whether to hold what is there, and not all or nothing; what is short is explained."""

    customer: str | None = None
    """Who it is for; counts against what one customer may have."""

    class_: int = msgspec.field(default_factory=lambda: 0)
    """The class of buyers it is for: it may take what is kept for the class and those below."""

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


class ReturnSerials(Model, frozen=True, kw_only=True, tag_field="type", tag="return_serials"):
    """Check that units came back from the order they left for, by their serial numbers, and note it."""

    order: str
    """The order they left for."""

    sku: str
    """The SKU."""

    node: str
    """Where they came back."""

    serials: list[str]
    """The numbers."""


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


class ReviewStock(Model, frozen=True, kw_only=True, tag_field="type", tag="review_stock"):
    """Look at stock by its rules: open or top up to-dos, raise or clear alerts."""

    skus: list[str]
    """The SKUs, 1 to 1,000."""

    node: str | None = None
    """Only the rules of this node; all rules when absent."""


class ReviewedPeriod(Model, frozen=True, kw_only=True):
    """When a rule that looks only now and then last looked."""

    node: str | None = None
    """The node; all active nodes together when absent."""

    at: datetime.datetime
    """When."""


class RowPrices(Model, frozen=True, kw_only=True):
    """Shadow prices: those that prove the bound, and that orders on arrival or a later batch start from."""

    stock: list[StockPrice] = msgspec.field(default_factory=list)
    """Of stock that is worth more than nothing, sorted by SKU, then node."""

    capacity: list[CapacityPrice] = msgspec.field(default_factory=list)
    """Of capacity that is worth more than nothing, sorted by node, then measure."""


class RuleBasis(Model, frozen=True, kw_only=True, tag_field="type", tag="rule"):
    """A rule that somebody set."""

    minutes: int
    """The limit in minutes."""


class RunLimit(Model, frozen=True, kw_only=True, tag_field="type", tag="run_limit"):
    """Orders or lines that a node gets in one run."""

    nodes: NodeScope | None = None
    """The nodes it holds for; all when none is named."""

    measure: CapacityMeasure
    """In what it is counted."""

    most: int
    """The most that a node gets in a run."""

    used: list[NodeUse] = msgspec.field(default_factory=list)
    """What nodes got in this run so far; nothing where they are not named."""

    price: Money | None = None
    """What each order, line, unit, started kilogram or started litre beyond costs; never allowed when absent."""


class SafetyConsidered(Model, frozen=True, kw_only=True):
    """What one way of delivery withholds."""

    delivery_method: DeliveryMethod | None = None
    """The way of delivery; absent where none was asked for."""

    factor: SafetyFactor | None = None
    """The most specific factor; absent where none fits."""

    withheld: int
    """Units withheld."""


class SafetyFactor(Model, frozen=True, kw_only=True):
    """Units withheld wherever everything that it names fits; what it does not name may be anything."""

    sku: str | None = None
    """This SKU only."""

    node: str | None = None
    """This node only."""

    node_type: str | None = None
    """Nodes of this type only."""

    delivery_method: DeliveryMethod | None = None
    """This way of delivery only."""

    supply: SafetySupply | None = None
    """This kind of supply only."""

    margin: StockMargin
    """What is withheld."""


class SafetyFactorAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="safety_factor"):
    """How many units are withheld."""

    safety: SafetyStock
    """The units withheld, and why."""


class SafetyFactorOf(Model, frozen=True, kw_only=True, tag_field="type", tag="safety_factor"):
    """How many units are withheld as safety stock."""

    factors: SafetyFactors
    """The factors."""

    question: SafetyQuestion
    """The units."""


class SafetyFactors(Model, frozen=True, kw_only=True):
    """All safety factors of a tenant; nothing is withheld where none fits."""

    factors: list[SafetyFactor]
    """The factors; their order does not matter."""


class SafetyFactorsDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="safety_factors"):
    """The safety factors of a tenant."""

    factors: list[SafetyFactor]
    """The factors; their order does not matter."""


class SafetyFactorsRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="safety_factors"):
    """The safety factors were written."""

    factors: SafetyFactors
    """The factors; they replace all before."""


class SafetyQuestion(Model, frozen=True, kw_only=True):
    """Units of which some may have to be withheld."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    node_type: str | None = None
    """The node's type, if it has one."""

    delivery_methods: list[DeliveryMethod] = msgspec.field(default_factory=list)
    """The ways of delivery asked for; none in particular when empty."""

    supply: SafetySupply
    """What kind of supply."""

    units: int
    """How many units there are; may be negative."""


class SafetyStock(Model, frozen=True, kw_only=True):
    """How many units are withheld, and why."""

    withheld: int
    """Units withheld: the most over the ways of delivery."""

    available: int
    """Units left; negative where more is withheld than there is."""

    considered: list[SafetyConsidered]
    """What each way of delivery withholds, in the order asked; one row where none was asked for."""


class SafetyStock2(Model, frozen=True, kw_only=True):
    """A safety stock, and what it came from."""

    exact: Decimal
    """The safety stock, at 6 decimals."""

    units: int
    """The same in whole units, rounded up."""

    deviation: Decimal
    """The standard deviation of the demand of the lead time and review period, at 6 decimals."""

    factor: Decimal | None = None
    """How many of these it is; absent where the rule does not go by them."""


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


class ScannedUnits(Model, frozen=True, kw_only=True):
    """Units of a SKU that were scanned, or should be."""

    sku: str
    """The SKU."""

    units: int
    """How many units."""


class ScoreWeights(Model, frozen=True, kw_only=True):
    """How much each figure weighs."""

    cost: int = msgspec.field(default_factory=lambda: 0)
    """Cost."""

    delivery: int = msgspec.field(default_factory=lambda: 0)
    """When it will be there."""

    on_time: int = msgspec.field(default_factory=lambda: 0)
    """The share of parcels on time; more is better."""

    damaged: int = msgspec.field(default_factory=lambda: 0)
    """The share of parcels damaged."""

    claims: int = msgspec.field(default_factory=lambda: 0)
    """The share of parcels with a claim."""

    co2: int = msgspec.field(default_factory=lambda: 0)
    """Carbon dioxide."""


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

    lot: LotName | None = None
    """Of which lot; has to be named for a SKU that is kept by lot."""


class SelectGoods(Model, frozen=True, kw_only=True):
    """What is sent, as far as a table of rules asks."""

    region: str | None = None
    """Where to."""

    weight_grams: int = msgspec.field(default_factory=lambda: 0)
    """What it weighs in grams."""

    lines: list[SelectLine] = msgspec.field(default_factory=list)
    """Its lines."""

    shop: str | None = None
    """The shop that sold it."""

    remark: str = ""
    """What the buyer remarked."""


class SelectLine(Model, frozen=True, kw_only=True):
    """A line of what is sent."""

    sku: str
    """The SKU."""

    quantity: Quantity
    """How many."""


class SelectService(Model, frozen=True, kw_only=True, tag_field="type", tag="select_service"):
    """Which service takes a parcel."""

    currency: str
    """The currency of all costs."""

    candidates: list[ServiceCandidate]
    """The services."""

    rule: ServiceRule
    """What decides."""

    promise_by: datetime.datetime | None = None
    """When it should be there at the latest."""

    goods: SelectGoods = msgspec.field(default_factory=lambda: SelectGoods(weight_grams=0))
    """What is sent, for rules that ask."""

    failed: list[FailedService] = msgspec.field(default_factory=list)
    """Services that were tried for this parcel already and gave no label; the next best is chosen."""

    given: list[ServiceCount] = msgspec.field(default_factory=list)
    """How many parcels each carrier has been given, for shares and volumes."""


class SelectedService(Model, frozen=True, kw_only=True, tag_field="type", tag="select_service"):
    """The service, and why not the others."""

    ranked: list[ServiceRank]
    """All services, the best first: the first is chosen unless it is excluded, and the others are the fallback in
    this order.
    """

    chosen: bool
    """Whether the first is chosen; otherwise all are excluded."""


class SerialUnit(Model, frozen=True, kw_only=True):
    """One unit, unlike any other: a serial number belongs to one SKU and is in one place."""

    serial: str
    """The number."""

    sku: str
    """What it is."""

    status: SerialStatus
    """Where it is."""

    order: str
    """The order it was captured for last."""

    shipment: str | None = None
    """The shipment it left with last."""


class SerialUnitDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="serial"):
    """One unit with a serial number."""

    serial: str
    """The number."""

    sku: str
    """What it is."""

    status: SerialStatus
    """Where it is."""

    order: str
    """The order it was captured for last."""

    shipment: str | None = None
    """The shipment it left with last."""


class SerialsAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="serials"):
    """The units."""

    units: list[SerialUnit]
    """The units known, by number."""


class ServiceCandidate(Model, frozen=True, kw_only=True):
    """A service to choose."""

    carrier: str
    """The carrier."""

    service: str
    """The carrier's service."""

    cost: Money
    """What it costs."""

    delivery_by: datetime.datetime
    """By when it will be there, as surely as promises are to be kept: commonly in nine cases of ten."""

    history: ServiceHistory = msgspec.field(
        default_factory=lambda: ServiceHistory(parcels=0, on_time=0, lost=0, damaged=0, claims=0, below_floor_for=0)
    )
    """What became of parcels before."""

    co2_grams: int | None = None
    """Grams of carbon dioxide, where known."""

    refused: list[QuoteRejection] = msgspec.field(default_factory=list)
    """Why it cannot be chosen, as `quote_rates` answers it."""


class ServiceCount(Model, frozen=True, kw_only=True):
    """How many parcels a carrier has been given."""

    carrier: str
    """The carrier."""

    parcels: int
    """How many."""


class ServiceHistory(Model, frozen=True, kw_only=True):
    """What became of a service's parcels on a lane."""

    parcels: int = msgspec.field(default_factory=lambda: 0)
    """How many there were."""

    on_time: int = msgspec.field(default_factory=lambda: 0)
    """How many were on time."""

    lost: int = msgspec.field(default_factory=lambda: 0)
    """How many were lost."""

    damaged: int = msgspec.field(default_factory=lambda: 0)
    """How many were damaged."""

    claims: int = msgspec.field(default_factory=lambda: 0)
    """How many led to a claim."""

    below_floor_for: int = msgspec.field(default_factory=lambda: 0)
    """For how many parcels it has been below the floor of performance."""


class ServiceLevelRule(Model, frozen=True, kw_only=True, tag_field="type", tag="service_level"):
    """No shortage in such a share of all order cycles."""

    level: Decimal
    """The share, such as 0.95; 0.5 to 0.999999."""


class ServiceLimits(Model, frozen=True, kw_only=True):
    """What a service takes and what not. What is not named is no limit, except dangers, options and cold: where there
    are limits at all, a service takes and does only those that it names.
    """

    nodes: list[str] = msgspec.field(default_factory=list)
    """The nodes that the carrier picks up from; all when empty."""

    served: list[str] = msgspec.field(default_factory=list)
    """The areas of the card that are served; everywhere when empty."""

    not_served: list[str] = msgspec.field(default_factory=list)
    """The areas of the card that are not (超区)."""

    refused_places: list[PlaceKind] = msgspec.field(default_factory=list)
    """Kinds of places that it does not go to."""

    parcel: ParcelMeasures = msgspec.field(default_factory=lambda: ParcelMeasures())
    """What a parcel may measure at most; every parcel must keep all of it."""

    most_parcels: int | None = None
    """How many parcels a shipment may have."""

    most_value: Money | None = None
    """The highest declared value."""

    no_cod: bool = False
    """Whether it collects no cash on delivery."""

    most_cod: Money | None = None
    """The most that it collects."""

    hazards: list[str] = msgspec.field(default_factory=list)
    """The dangers that it takes."""

    options: list[str] = msgspec.field(default_factory=list)
    """What it does beside carrying, such as `signature` or `age_18`."""

    cold: ColdChain | None = None
    """How cold it keeps things, and for how long."""

    daily_cap: int | None = None
    """How many parcels it takes a day."""

    blackouts: list[Blackout] = msgspec.field(default_factory=list)
    """Times in which it takes nothing: strikes, holidays, a storm."""


class ServiceQuote(Model, frozen=True, kw_only=True):
    """What a service asks, or why it does not."""

    carrier: str
    """The carrier."""

    service: str
    """The carrier's service."""

    quote: CarrierQuote | None = None
    """The price; absent when it refuses."""

    explained: ExplainedQuote | None = None
    """What the price is made of, where that was asked."""

    reasons: list[QuoteRejection] = msgspec.field(default_factory=list)
    """Why it refuses."""


class ServiceRank(Model, frozen=True, kw_only=True):
    """A service's place in the choice."""

    carrier: str
    """The carrier."""

    service: str
    """The carrier's service."""

    cost: Money
    """What it costs."""

    by_cost: Money
    """How much more it costs than the one chosen; negative if it is cheaper."""

    late_by_seconds: int | None = None
    """By how many seconds it misses the promise; absent when it keeps it or nothing was promised."""

    score: int | None = None
    """The weighted score in millionths; less is better."""

    expected_cost: Money | None = None
    """The cost with everything that may go wrong."""

    deficit: int | None = None
    """How far the carrier is behind its share, in millionths of a parcel."""

    on_time_at_least: Decimal | None = None
    """The share of parcels on time that can be counted on."""

    row: int | None = None
    """The row of the table that names it, counted from 0."""

    excluded: ServiceExcluded | None = None
    """Why it cannot be chosen."""


class ServiceShare(Model, frozen=True, kw_only=True):
    """The share of a carrier."""

    carrier: str
    """The carrier."""

    share: Decimal
    """Its share of all parcels."""

    least: int | None = None
    """It is to be given at least so many; those behind come first."""

    most: int | None = None
    """It may be given at most so many."""


class ServiceState(Model, frozen=True, kw_only=True):
    """How far a service is used up."""

    carrier: str
    """The carrier."""

    service: str
    """The carrier's service."""

    taken_today: int = msgspec.field(default_factory=lambda: 0)
    """How many parcels it has been given today."""

    waybills_left: int | None = None
    """How many waybill numbers are left on the account (电子面单余额); enough when absent."""


class SetStandardCost(Model, frozen=True, kw_only=True, tag_field="type", tag="set_standard_cost"):
    """Set the standard cost of a SKU at a node."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    standard: CostRate
    """What so many units cost."""


class ShadowAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="shadow"):
    """The orders."""

    report: ShadowReport
    """The orders."""


class ShadowChange(Model, frozen=True, kw_only=True):
    """An order that would ship otherwise."""

    order: str
    """The order."""

    from_: list[AllocationAssignment]
    """What ships from where now."""

    to: list[AllocationAssignment]
    """What would."""

    units_short: int
    """Units short under the new strategy less those short now."""

    difference: Money
    """What the order would cost less what it costs, units short included."""


class ShadowOf(Model, frozen=True, kw_only=True, tag_field="type", tag="shadow"):
    """Which open orders a change of strategy would affect."""

    stream: BacktestStream
    """What nodes have, as receipts, and then the open orders."""

    current: AllocationStrategyKind
    """The strategy in use."""

    proposed: AllocationStrategyKind
    """The one considered."""


class ShadowReport(Model, frozen=True, kw_only=True):
    """Which orders a change of strategy would affect."""

    current: str
    """The strategy in use."""

    proposed: str
    """The one considered."""

    orders: int
    """How many orders were looked at."""

    changes: list[ShadowChange]
    """Those that would ship otherwise, in the order of the stream."""

    total: Money
    """What all changes cost together; below zero is cheaper."""


class SharedExclusive(Model, frozen=True, kw_only=True, tag_field="type", tag="exclusive"):
    """Nothing: it sells from its quota only."""


class SharedFull(Model, frozen=True, kw_only=True, tag_field="type", tag="full"):
    """All of them, as others may, too: quick to sell out, and more may be shown than there is."""


class SharedPercentage(Model, frozen=True, kw_only=True, tag_field="type", tag="percentage"):
    """A part of them, rounded down."""

    basis_points: int
    """The part, in basis points: 5000 is 50 %; at most 10,000."""


class SharedWeighted(Model, frozen=True, kw_only=True, tag_field="type", tag="weighted"):
    """A weighted share, within bounds, of what the percentages leave."""

    weight: int
    """How much it counts against the others."""

    min: Quantity = msgspec.field(default_factory=lambda: 0)
    """The fewest units it gets, where there are enough for everybody's fewest."""

    max: Quantity | None = None
    """The most units it gets; no limit by default."""


class ShelfLifeRule(Model, frozen=True, kw_only=True):
    """How long units have to last when they are delivered: at least so many days, and at least such a part of the shelf
    life. It applies where everything it names is so; one that names nothing applies to every order.
    """

    channel: str | None = None
    """For orders of this channel."""

    customer: str | None = None
    """For orders of this buyer."""

    country: str | None = None
    """For orders to this country."""

    min_days: int = msgspec.field(default_factory=lambda: 0)
    """Days of 24 hours."""

    min_percent: int = msgspec.field(default_factory=lambda: 0)
    """Percent of the shelf life, 0 to 100."""


class ShelfLifeUnknownLotVerdict(Model, frozen=True, kw_only=True, tag_field="type", tag="shelf_life_unknown"):
    """A part of its shelf life is asked for, and nobody knows how long that is."""


class ShipComplete(Model, frozen=True, kw_only=True, tag_field="type", tag="ship_complete"):
    """Lines that ship whole or not at all."""

    items: ItemScope | None = None
    """The items it holds for; all when none is named."""

    price: Money | None = None
    """What shipping a part of them costs; never allowed when absent."""


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


class ShipToStore(Model, frozen=True, kw_only=True, tag_field="type", tag="ship_to_store"):
    """It is sent to a node, and the buyer collects it there."""

    node: str
    """The node; units that it has itself need no way. Its record has its address."""

    point: PickupPoint = msgspec.field(default_factory=lambda: "counter")
    """Where there."""


class ShipTransfer(Model, frozen=True, kw_only=True, tag_field="type", tag="ship_transfer"):
    """Units leave for the node that gets them, which expects them from now on."""

    transfer: str
    """The transfer."""

    units: list[TransferUnits] = msgspec.field(default_factory=lambda: [])
    """The units; all allocated ones when none is named."""

    expected_at: datetime.datetime | None = None
    """When they should arrive; as known before when absent."""


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

    tracking: list[ParcelTracking] = msgspec.field(default_factory=list)
    """Where each of its parcels stands."""


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


class ShipmentNumbered(Model, frozen=True, kw_only=True, tag_field="type", tag="numbered"):
    """A parcel got its number, or another one."""

    parcel: str
    """Which parcel."""

    number: str
    """The number."""


class ShipmentQuotes(Model, frozen=True, kw_only=True):
    """What each service asks for a shipment."""

    id: str
    """The shipment."""

    services: list[ServiceQuote]
    """The cards, as they were given."""


class ShipmentRecord(Model, frozen=True, kw_only=True, tag_field="type", tag="shipment"):
    """Something happened to a shipment."""

    shipment: str
    """The shipment."""

    event: ShipmentEvent
    """What."""


class ShipmentToQuote(Model, frozen=True, kw_only=True):
    """A shipment with its way."""

    id: str
    """What it is called in the answer."""

    from_: Node
    """The node that ships."""

    to: Address
    """Where to."""

    ready_at: datetime.datetime
    """When it is handed over."""

    shipment: RateShipment = msgspec.field(default_factory=lambda: RateShipment(parcels=[]))
    """What is sent."""

    packed: PackPlan | None = None
    """How it is packed: its boxes, as `pack_order` answers them, are the parcels then."""


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

    lots: list[LotPick] = msgspec.field(default_factory=list)
    """Of which lots they are, where the SKU is kept by lot."""

    cost: Money | None = None
    """What all these units cost the merchant by the cost book, to the minor unit; where it stands, it counts and not
    the unit cost.
    """


class ShipmentWrittenBack(Model, frozen=True, kw_only=True, tag_field="type", tag="written_back"):
    """A channel was told a parcel's number."""

    parcel: str
    """Of which parcel."""

    channel: str
    """The channel."""

    channel_order: str
    """The channel's id of the order."""

    number: str
    """The number."""

    status: WriteBackStatus
    """How it stands."""

    at: datetime.datetime
    """When."""

    reason: str | None = None
    """What the channel said when it failed."""


class ShrinkReservation(Model, frozen=True, kw_only=True, tag_field="type", tag="shrink_reservation"):
    """Give up some of what a reservation holds."""

    reservation: str
    """The reservation."""

    items: list[UnitsGivenUp]
    """What to give up; with nothing left the reservation has ended."""


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

    packing: PackRule | None = None
    """How it may be packed."""

    price: Money | None = None
    """The list price of one unit."""

    cost: Money | None = None
    """What one unit costs the merchant."""

    needs: list[str] = msgspec.field(default_factory=list)
    """What a node must be able to do to handle it, such as `hazmat` or `cold`."""

    process_path: str | None = None
    """The way it takes through a node, where capacity is counted by that."""

    costing: CostingMethod | None = None
    """How its units are valued; each costs what `cost` says when absent."""

    backorder_limit: Quantity = msgspec.field(default_factory=lambda: 0)
    """How many units may be promised beyond what is free, at each node."""

    sale_mode: SaleMode = "reserve_on_cart"
    """When units are held, and whether they must be there to be promised."""

    protected: list[ProtectionLevel] = msgspec.field(default_factory=list)
    """Units kept for better classes of buyers, in each cell."""

    max_per_customer: Quantity | None = None
    """The most units that one customer may have: held for them now, and in their orders. No limit when absent."""

    lots: LotRule | None = None
    """That its units are kept by lot, and how."""

    kit: list[KitComponent] = msgspec.field(default_factory=list)
    """What one of it is made of, when it is a kit."""

    kit_kind: KitKind = msgspec.field(default_factory=lambda: "virtual")
    """How the kit comes to be; virtual by default, and without meaning for what is no kit."""

    kit_choices: list[KitChoice] = msgspec.field(default_factory=list)
    """What the buyer chooses of a configurable kit, beside what is always in it."""

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

    packing: PackRule | None = None
    """How it may be packed."""

    price: Money | None = None
    """The list price of one unit."""

    cost: Money | None = None
    """What one unit costs the merchant."""

    needs: list[str] = msgspec.field(default_factory=list)
    """What a node must be able to do to handle it, such as `hazmat` or `cold`."""

    process_path: str | None = None
    """The way it takes through a node, where capacity is counted by that."""

    costing: CostingMethod | None = None
    """How its units are valued; each costs what `cost` says when absent."""

    backorder_limit: Quantity = msgspec.field(default_factory=lambda: 0)
    """How many units may be promised beyond what is free, at each node."""

    sale_mode: SaleMode = "reserve_on_cart"
    """When units are held, and whether they must be there to be promised."""

    protected: list[ProtectionLevel] = msgspec.field(default_factory=list)
    """Units kept for better classes of buyers, in each cell."""

    max_per_customer: Quantity | None = None
    """The most units that one customer may have: held for them now, and in their orders. No limit when absent."""

    lots: LotRule | None = None
    """That its units are kept by lot, and how."""

    kit: list[KitComponent] = msgspec.field(default_factory=list)
    """What one of it is made of, when it is a kit."""

    kit_kind: KitKind = msgspec.field(default_factory=lambda: "virtual")
    """How the kit comes to be; virtual by default, and without meaning for what is no kit."""

    kit_choices: list[KitChoice] = msgspec.field(default_factory=list)
    """What the buyer chooses of a configurable kit, beside what is always in it."""

    fields: dict[str, FieldValue] = msgspec.field(default_factory=lambda: {})
    """Custom fields."""


class SkuPublication(Model, frozen=True, kw_only=True):
    """What each channel would be told of a SKU."""

    sku: str
    """The SKU."""

    nodes: list[NodePromiseable]
    """What each node that sells has, by node."""

    publication: Publication
    """Each channel's figure with every step."""

    last: list[ChannelStock]
    """What the channels were last told, in the order of the policy; those never told are left out."""

    quotas: QuotaLedger | None = None
    """The quotas, with what expired reservations give back; absent where there are none."""


class SkuRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="sku"):
    """A SKU's record was written."""

    sku: Sku
    """The record."""


class SlipLine(Model, frozen=True, kw_only=True):
    """Units in the parcel."""

    sku: str
    """The SKU."""

    name: str = msgspec.field(default_factory=lambda: "")
    """What buyers call it; its SKU when empty."""

    quantity: Quantity
    """How many units."""

    location: str | None = None
    """Where they are taken from."""

    gift: bool = msgspec.field(default_factory=lambda: False)
    """Whether they are a gift: without a price, and marked."""

    remark: str = msgspec.field(default_factory=lambda: "")
    """What the buyer asked for."""

    unit_price: Money | None = None
    """What one unit cost the buyer."""


class SlipOrder(Model, frozen=True, kw_only=True):
    """An order whose units lie in the parcel."""

    order: str
    """The order."""

    channel_order: str | None = None
    """What its channel calls it."""


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


class SnoozeTodo(Model, frozen=True, kw_only=True, tag_field="type", tag="snoozed"):
    """Not before an instant."""

    until: datetime.datetime
    """From when on it is open again."""


class SolutionCheck(Model, frozen=True, kw_only=True):
    """What the checker found."""

    violations: list[SolutionViolation]
    """The rules that are broken, in the order of the shipments, then of nodes and orders. None: the solution is
    feasible. A shipment that breaks a rule of its own counts towards nothing below.
    """

    cost: SolutionCost
    """What it costs."""

    total_cents: int
    """The sum of the parts."""

    order_cents: list[int]
    """What each order costs."""


class SolutionCost(Model, frozen=True, kw_only=True):
    """What a solution costs, in cents, by part."""

    fixed: int
    """The nodes' cost of each shipment."""

    handling: int
    """The nodes' cost of each unit."""

    freight: int
    """Carriers: base and weight steps."""

    late: int
    """Days late."""

    split: int
    """Shipments of an order after its first."""

    short: int
    """Units left unfilled."""


class SolutionViolation(Model, frozen=True, kw_only=True):
    """A rule that is broken, and where."""

    rule: SolutionRule
    """The rule."""

    path: str
    """Where: a JSON pointer into the solution, to a shipment where one is at fault."""

    message: str
    """What is wrong, for people."""


class Sourcing(Model, frozen=True, kw_only=True):
    """A merchant's sourcing. It is read whole by every plan, and shown and reviewed whole.

    An order in another currency than the amounts here cannot be compared with them: constraints that name
    amounts are left out for it, and so are the terms of the objective.
    """

    currency: str
    """The currency of every amount."""

    rules: list[SourcingRule] = msgspec.field(default_factory=list)
    """The rules; the most specific one that fits a line holds for it. A line that none fits is sourced from
    anywhere.
    """

    constraints: list[AllocationConstraint] = msgspec.field(default_factory=list)
    """What every plan must obey, or pay for. Scopes name nodes, groups, SKUs and categories; ids of lines
    mean nothing here.
    """

    objective: AllocationObjective | None = None
    """What every plan is judged by beside freight, handling and splits."""


class SourcingAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="sourcing"):
    """The sourcing."""

    sourcing: Sourcing | None = None
    """The sourcing; absent when there is none."""


class SourcingDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="sourcing"):
    """A tenant's sourcing."""

    currency: str
    """The currency of every amount."""

    rules: list[SourcingRule] = msgspec.field(default_factory=list)
    """The rules; the most specific one that fits a line holds for it. A line that none fits is sourced from
    anywhere.
    """

    constraints: list[AllocationConstraint] = msgspec.field(default_factory=list)
    """What every plan must obey, or pay for. Scopes name nodes, groups, SKUs and categories; ids of lines
    mean nothing here.
    """

    objective: AllocationObjective | None = None
    """What every plan is judged by beside freight, handling and splits."""


class SourcingRecorded(Model, frozen=True, kw_only=True, tag_field="type", tag="sourcing"):
    """The sourcing was written."""

    sourcing: Sourcing
    """The sourcing; it replaces the one before."""


class SourcingRule(Model, frozen=True, kw_only=True):
    """Who is asked first, for the lines that it fits.

    A key that is absent fits everything. Of the rules that fit, the one with the most specific key holds:
    channel and shop come before the order class, that before the SKU, that before its category, that before
    region and country. Of rules that are equally specific the lower id holds.
    """

    id: str
    """The rule; unique."""

    name: str = ""
    """What people call it."""

    channel: str | None = None
    """Orders of this channel."""

    shop: str | None = None
    """Orders of this shop."""

    class_: int | None = None
    """Orders of this class of buyers."""

    sku: str | None = None
    """Lines of this SKU."""

    category: str | None = None
    """Lines of SKUs of this category."""

    region: str | None = None
    """Orders that go to this region."""

    country: str | None = None
    """Orders that go to this country."""

    tiers: list[SourcingTier]
    """Who is asked, tier by tier."""

    next: NextTier = msgspec.field(default_factory=lambda: "joins")
    """Whether a later tier joins the earlier ones or takes their place."""

    until: TierUntil = msgspec.field(default_factory=lambda: "filled")
    """When a line is satisfied, so that no later tier is asked."""


class SourcingTier(Model, frozen=True, kw_only=True):
    """Nodes that are asked together, by name and by group."""

    nodes: list[str] = msgspec.field(default_factory=list)
    """These nodes."""

    groups: list[str] = msgspec.field(default_factory=list)
    """The nodes of these groups."""


class StandingsAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="promise_standings"):
    """How they stand."""

    standings: list[PromiseStanding]
    """By due date and id."""


class StandingsOf(Model, frozen=True, kw_only=True, tag_field="type", tag="promise_standings"):
    """How promises stand, and what to offer where they cannot be kept."""

    figures: PromiseFigures
    """What there is, what is expected, and what is promised."""


class StartCount(Model, frozen=True, kw_only=True, tag_field="type", tag="start_count"):
    """Note the book and have SKUs counted at a node."""

    count: str
    """The id of the count to be."""

    node: str
    """Where."""

    skus: list[str]
    """What."""

    policy: CountPolicy = msgspec.field(
        default_factory=lambda: CountPolicy(recount_above=CountLimits(units=0), approve_above=CountLimits(units=0))
    )
    """What happens to differences; by default each is counted again, and none is posted without an approver."""


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


class StockAlert(Model, frozen=True, kw_only=True):
    """A raised alert."""

    node: str | None = None
    """The node; all active nodes together when absent."""

    marks: AlertMarks
    """The marks that held when it was raised."""

    free: int
    """The free units that raised it."""

    raised_at: datetime.datetime
    """When."""


class StockAllocated(Model, frozen=True, kw_only=True, tag_field="type", tag="allocated"):
    """Free units were set aside for an order."""

    order: str
    """The order."""

    units: list[StockUnits]
    """The units."""


class StockBands(Model, frozen=True, kw_only=True):
    """The levels at which somebody wants to hear of a figure: `low ≤ medium ≤ high`, in units."""

    low: Quantity
    """From so many on it is low, below critical."""

    medium: Quantity
    """From so many on it is medium."""

    high: Quantity
    """From so many on it is high."""


class StockCell(Model, frozen=True, kw_only=True):
    """What there is of one SKU at one node, in units.

    `on_hand = free + held + allocated + quality_hold + damaged + returned_pending`; `free` is derived and may be
    negative where backorders are allowed, or where a count found less than was promised. `incoming` is expected and not
    there yet; it is no part of `on_hand`.

    What other systems call each of them stands in [the table of the module](crate::stock#what-others-call-it).
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


class StockFloor(Model, frozen=True, kw_only=True, tag_field="type", tag="floor"):
    """Never below so many pieces: the simplest rule."""

    pieces: Quantity
    """Fewer than this are too few."""

    up_to: Quantity | None = None
    """How many there should be then; as many as are not too few when absent."""


class StockLessInputChange(Model, frozen=True, kw_only=True, tag_field="type", tag="stock_less"):
    """A node has fewer units."""

    node: str
    """The node."""

    sku: str
    """The SKU."""

    units: Quantity
    """How many fewer."""


class StockMoreInputChange(Model, frozen=True, kw_only=True, tag_field="type", tag="stock_more"):
    """A node has more units."""

    node: str
    """The node."""

    sku: str
    """The SKU."""

    units: Quantity
    """How many more."""


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


class StockOut(Model, frozen=True, kw_only=True):
    """When stock runs out."""

    days: int
    """How many days from now."""

    at: datetime.datetime
    """When: now and so many days of 24 hours."""

    missing: int
    """How many units are missing at the end of that day, rounded up."""


class StockOutCell(Model, frozen=True, kw_only=True):
    """A SKU at a node, and what is expected of it until it is filled up."""

    node: str
    """The node."""

    sku: str
    """The SKU."""

    on_hand: Quantity
    """Units on hand."""

    margin: Money
    """What one unit earns when it is sold there."""

    mean_milli: int
    """The mean of demand until it is filled up, in thousandths of a unit; at most 100,000 units."""

    variance_milli: int | None = None
    """The variance of that demand, in thousandths; the mean when absent. At most 1000 times the mean."""


class StockOutTerm(Model, frozen=True, kw_only=True):
    """Stock-out avoidance: the `k`-th unit taken costs `margin · P(D ≥ on hand − (k − 1))`, the chance that this
    unit would have been sold at the node before it is filled up.

    Demand `D` until then is Poisson by its mean, or negative binomial where a larger variance is given;
    probabilities are whole billionths and each unit's cost is rounded to the minor unit, halves up.
    """

    cells: list[StockOutCell]
    """The cells; a cell that is not named costs nothing."""

    weight_per_mille: int = 0
    """How much it weighs, in thousandths."""


class StockOwner(Model, frozen=True, kw_only=True, tag_field="type", tag="stock_owner"):
    """Stock of other owners."""

    price: Money | None = None
    """What each unit from elsewhere costs; never allowed when absent."""


class StockPrice(Model, frozen=True, kw_only=True):
    """What one more unit of a SKU at a node would save, as the prices see it."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    price: Money
    """How much."""


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


class StockTransferAllocated(Model, frozen=True, kw_only=True, tag_field="type", tag="transfer_allocated"):
    """Free units were set aside for a transfer."""

    transfer: str
    """The transfer."""

    units: list[StockUnits]
    """The units, at the node that gives."""


class StockTransferGivenBack(Model, frozen=True, kw_only=True, tag_field="type", tag="transfer_given_back"):
    """Units set aside for a transfer became free."""

    transfer: str
    """The transfer."""

    units: list[StockUnits]
    """The units, at the node that gives."""


class StockTransferLost(Model, frozen=True, kw_only=True, tag_field="type", tag="transfer_lost"):
    """Units that left for another node are expected there no longer."""

    transfer: str
    """The transfer."""

    units: list[StockUnits]
    """The units, at the node that should have got them."""


class StockTransferReceived(Model, frozen=True, kw_only=True, tag_field="type", tag="transfer_received"):
    """Units arrived from another node."""

    transfer: str
    """The transfer."""

    units: list[StockUnits]
    """The units that were expected, at the node that gets."""

    over: list[StockUnits] = msgspec.field(default_factory=list)
    """The units that nobody had sent."""


class StockTransferShipped(Model, frozen=True, kw_only=True, tag_field="type", tag="transfer_shipped"):
    """Units left for another node, which expects them from now on."""

    transfer: str
    """The transfer."""

    to: str
    """The node that gets them."""

    units: list[StockUnits]
    """The units, at the node that gives."""


class StockUnits(Model, frozen=True, kw_only=True):
    """Units of a SKU at a node."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    quantity: Quantity
    """How many units."""


class StockWatch(Model, frozen=True, kw_only=True, tag_field="type", tag="stock_watch"):
    """The to-dos and alerts of a SKU."""

    sku: str
    """The SKU."""

    opened: int
    """How many to-dos were ever opened."""

    todos: list[PurchaseTodo]
    """The to-dos, oldest first: all that are not closed, and the last closed ones."""

    alerts: list[StockAlert]
    """The raised alerts, by node."""

    periods: list[ReviewedPeriod] = msgspec.field(default_factory=list)
    """When rules that look only now and then last looked, by node."""


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


class SupplierCandidate(Model, frozen=True, kw_only=True):
    """A supplier that was considered."""

    supplier: str | None = None
    """The supplier; whoever the buyer chooses when absent."""

    needed: int
    """How many more units it was asked for."""

    quantity: Quantity
    """How many units the order would have, what is in its open to-do included."""

    added: Quantity
    """Of these, how many are new."""

    capped_by: PurchaseCap | None = None
    """What kept it from what was needed."""

    landed_cost: Money | None = None
    """What the order would cost with freight and duty, when prices are known."""

    arrives_at: datetime.datetime | None = None
    """When the goods would be there, when a supplier is known."""

    late: bool
    """Whether that is after stock runs out."""

    chosen: bool
    """Whether it was chosen."""


class SupplierOffer(Model, frozen=True, kw_only=True):
    """What a supplier offers."""

    supplier: str
    """The supplier."""

    lead_time_days: int
    """Days of 24 hours from order to shelf."""

    minimum: Quantity = msgspec.field(default_factory=lambda: 1)
    """The smallest order."""

    multiple: Quantity = msgspec.field(default_factory=lambda: 1)
    """Orders are whole multiples of this."""

    prices: list[PriceBreak] = msgspec.field(default_factory=list)
    """Prices by size of the order."""

    cost_per_unit: Money | None = None
    """Freight and duty of each unit."""

    cost_per_order: Money | None = None
    """Freight and fees of each order."""

    share: int | None = None
    """Its weight where purchases are split."""


class SupplierPart(Model, frozen=True, kw_only=True):
    """Units of one supplier."""

    supplier: str | None = None
    """The supplier; whoever the buyer chooses when absent."""

    quantity: Quantity
    """How many units."""


class SupplyAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="supply"):
    """What is expected, and how promises stand."""

    nodes: list[NodeSupply]
    """By node, those without expectations left out."""


class SupplyBook(Model, frozen=True, kw_only=True):
    """What is expected of one SKU at one node, and what is promised from it."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    receipts: dict[str, SupplyReceipt] = msgspec.field(default_factory=dict)
    """Receipts of which something is still to come."""

    promises: dict[str, SupplyPromise] = msgspec.field(default_factory=dict)
    """Promises that stand."""

    ended_receipts: list[str] = msgspec.field(default_factory=list)
    """The last 100 receipts that ended, oldest first."""

    ended_promises: list[str] = msgspec.field(default_factory=list)
    """The last 100 promises that ended, oldest first."""


class SupplyBookDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="supply"):
    """What is expected and promised of a SKU at a node."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    receipts: dict[str, SupplyReceipt] = msgspec.field(default_factory=dict)
    """Receipts of which something is still to come."""

    promises: dict[str, SupplyPromise] = msgspec.field(default_factory=dict)
    """Promises that stand."""

    ended_receipts: list[str] = msgspec.field(default_factory=list)
    """The last 100 receipts that ended, oldest first."""

    ended_promises: list[str] = msgspec.field(default_factory=list)
    """The last 100 promises that ended, oldest first."""


class SupplyPromise(Model, frozen=True, kw_only=True):
    """Units promised for a date.

    A promise that names a receipt owns units of that receipt: nobody else is promised them, and when they arrive they
    are held for it. One that names none is served from whatever is there by its date.
    """

    id: str
    """The promise: a reservation of units that are still to come."""

    order: str | None = None
    """The order it is for, if any."""

    line: str | None = None
    """The order line, if any."""

    quantity: Quantity
    """How many units are still promised."""

    due: datetime.datetime
    """When they have to be there."""

    receipt: str | None = None
    """The receipt that it is bound to."""

    expires_at: datetime.datetime | None = None
    """When it stops counting; never when absent."""

    arrivals: int = 0
    """How many arrivals have been held for it."""


class SupplyReceipt(Model, frozen=True, kw_only=True):
    """An expected receipt of which something is still to come."""

    id: str
    """The receipt."""

    plan: ReceiptPlan
    """What is known of it."""

    received: Quantity
    """How many units have arrived."""


class SupplyRecord(Model, frozen=True, kw_only=True, tag_field="type", tag="supply"):
    """Something happened to what is expected and promised."""

    sku: str
    """The SKU."""

    node: str
    """The node."""

    event: SupplyEvent
    """What."""


class Surcharge(Model, frozen=True, kw_only=True):
    """A surcharge: remote and residential areas, oversize and handling, peak, signature, upstairs, returns."""

    id: str
    """Its id."""

    name: str = ""
    """What people call it."""

    when: ChargeWhen | None = None
    """When it is charged; always when nothing is named."""

    charge: Charge
    """How much."""

    per: ChargedPer = msgspec.field(default_factory=lambda: "parcel")
    """What it is counted by."""

    group: str | None = None
    """Of the surcharges of one group only one is charged: the one of the highest rank, then the dearest, then the
    first. "Only the highest handling fee applies", "large package replaces handling".
    """

    rank: int = 0
    """Its rank in the group."""

    fuel: bool = False
    """Whether the fuel surcharge is taken of it too."""

    least_weight: Weight | None = None
    """What a parcel that it holds for counts as at least, such as 90 lb for a large package."""


class TableRow(Model, frozen=True, kw_only=True):
    """A row: everything named must hold."""

    carrier: str
    """The carrier."""

    service: str | None = None
    """The service; any of the carrier's when absent."""

    regions: list[str] = msgspec.field(default_factory=list)
    """The destination lies in one of these regions."""

    above_grams: int | None = None
    """It weighs more than so many grams."""

    up_to_grams: int | None = None
    """It weighs at most so many grams."""

    any_sku: list[str] = msgspec.field(default_factory=list)
    """Some line is of one of these SKUs."""

    all_skus: list[str] = msgspec.field(default_factory=list)
    """Every line is of one of these SKUs."""

    least_units: int | None = None
    """There are at least so many units."""

    least_lines: int | None = None
    """There are at least so many lines."""

    shops: list[str] = msgspec.field(default_factory=list)
    """One of these shops sold it."""

    remark_words: list[str] = msgspec.field(default_factory=list)
    """The buyer's remark holds one of these words."""


class Tariff(Model, frozen=True, kw_only=True):
    """A price by weight: fixed prices for bands, then a price for each further step.

    `price(w)` is the price of the first band with `w <= upTo`. Above the last band it is that band's price plus
    `ceil((w - last upTo) / step)` times the step's price (首重/续重: one band and a step), or, without a step, none.
    """

    bands: list[WeightBand]
    """The bands from light to heavy."""

    beyond: StepRate | None = None
    """What goes on above the last band; heavier parcels are refused when absent."""


class TeunterSyntetosBabai(Model, frozen=True, kw_only=True, tag_field="type", tag="teunter_syntetos_babai"):
    """For demand that comes now and then and may die out: size and probability, each smoothed."""

    alpha: Decimal
    """How fast the size follows, 0 to 1."""

    beta: Decimal
    """How fast the probability follows, 0 to 1."""


class TextCell(Model, frozen=True, kw_only=True, tag_field="type", tag="text"):
    """Text."""

    value: str
    """The text."""


class TextFieldValue(Model, frozen=True, kw_only=True, tag_field="type", tag="text"):
    """Text."""

    value: str


class TierReached(Model, frozen=True, kw_only=True):
    """How far the tiers of a sourcing were asked."""

    rule: str
    """The rule."""

    tier: int
    """The last tier that was asked, from 1."""


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


class TimeZone(Model, frozen=True, kw_only=True):
    """Civil time somewhere: an offset from UTC, and the instants from which others hold.

    It is data, so that what was decided with it stays decided when a government moves its clocks: look the zone up
    once
    (see `TimeZone::named`, feature `tz`, or the calculation `time_zone`) and keep it in the node's record. After its
    last change the last offset holds.
    """

    name: str = msgspec.field(default_factory=lambda: "")
    """What it is called, such as `Europe/Berlin`; for people."""

    offset_seconds: int = msgspec.field(default_factory=lambda: 0)
    """Seconds east of UTC before the first change."""

    changes: list[OffsetChange] = msgspec.field(default_factory=list)
    """The changes, oldest first."""


class TimeZoneCalculated(Model, frozen=True, kw_only=True, tag_field="type", tag="time_zone"):
    """The zone."""

    name: str = msgspec.field(default_factory=lambda: "")
    """What it is called, such as `Europe/Berlin`; for people."""

    offset_seconds: int = msgspec.field(default_factory=lambda: 0)
    """Seconds east of UTC before the first change."""

    changes: list[OffsetChange] = msgspec.field(default_factory=list)
    """The changes, oldest first."""


class TimeZoneQuestion(Model, frozen=True, kw_only=True, tag_field="type", tag="time_zone"):
    """A zone of the time-zone database, as data."""

    name: str
    """The name in the time-zone database, such as `Europe/Berlin`."""

    from_year: int
    """The first year whose changes are wanted."""

    until_year: int
    """The last year whose changes are wanted; at most 100 later."""


class TimerRule(Model, frozen=True, kw_only=True):
    """The limit of a timer."""

    timer: ParcelTimer
    """Of which timer."""

    carrier: str | None = None
    """Of which carrier; every one's when absent. A carrier's rule goes before one for all."""

    minutes: int
    """The limit in minutes."""


class TodoCancelled(Model, frozen=True, kw_only=True, tag_field="type", tag="todo_cancelled"):
    """It will not be bought, or the rest not any more."""

    todo: str
    """The to-do."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class TodoOpened(Model, frozen=True, kw_only=True, tag_field="type", tag="todo_opened"):
    """Something should be bought."""

    todo: PurchaseTodo
    """The to-do."""


class TodoOrdered(Model, frozen=True, kw_only=True, tag_field="type", tag="todo_ordered"):
    """It was ordered."""

    todo: str
    """The to-do."""

    quantity: Quantity
    """How many units were ordered."""

    reference: str | None = None
    """The purchase order's number."""

    receipt: str | None = None
    """The expected receipt that stands for it among the incoming units."""


class TodoReceived(Model, frozen=True, kw_only=True, tag_field="type", tag="todo_received"):
    """Goods have come."""

    todo: str
    """The to-do."""

    quantity: Quantity
    """How many units have come this time."""


class TodoSnoozed(Model, frozen=True, kw_only=True, tag_field="type", tag="todo_snoozed"):
    """Not before an instant."""

    todo: str
    """The to-do."""

    until: datetime.datetime
    """From when on it is open again."""


class TodoToppedUp(Model, frozen=True, kw_only=True, tag_field="type", tag="todo_topped_up"):
    """More of it should be bought."""

    todo: str
    """The to-do."""

    quantity: Quantity
    """How many units it says now."""

    landed_cost: Money | None = None
    """What they cost with freight and duty, when the supplier's prices are known."""

    reason: PurchaseReason
    """Why."""


class TodoView(Model, frozen=True, kw_only=True):
    """A to-do of a SKU."""

    sku: str
    """The SKU."""

    status: TodoStatus
    """Where it stands at the instant asked for."""

    todo: PurchaseTodo
    """The to-do."""


class TodosAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="todos"):
    """What should be bought."""

    todos: list[TodoView]
    """By SKU, oldest first."""


class TooManyParcels(Model, frozen=True, kw_only=True, tag_field="type", tag="too_many_parcels"):
    """The shipment has too many parcels."""

    parcels: int
    """How many it has."""

    limit: int
    """How many it may have."""


class TrackingCodeRow(Model, frozen=True, kw_only=True):
    """A row of a merchant's own: it goes before the tables, for carriers that are in none and codes that are new."""

    source: str
    """Whose code."""

    code: str
    """The code."""

    meaning: TrackingMeaning
    """What it means."""


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
    """The carrier's own words."""

    detail: TrackingDetail | None = None
    """What the status says in detail."""

    code: str | None = None
    """The carrier's own code. Where the status is unknown, this code is in no table yet."""

    source: str | None = None
    """Whose code it is, and who said so."""

    forwarded_to: str | None = None
    """Under which number it goes on, where it was forwarded."""

    correction: bool = False
    """Whether the carrier takes back a delivery that it reported by mistake. It counts within 48 hours of that."""


class TrackingGap(Model, frozen=True, kw_only=True):
    """A code that is in no table, and how often it came."""

    source: str | None = None
    """Whose code."""

    code: str
    """The code."""

    scans: int
    """How many scans bear it."""


class TrackingGapsAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="tracking_gaps"):
    """Codes that are in no table."""

    gaps: list[TrackingGap]
    """Each with the number of scans that bear it, by source and code."""


class TrackingMeaning(Model, frozen=True, kw_only=True):
    """What a code means."""

    status: TrackingStatus
    """The status."""

    detail: TrackingDetail | None = None
    """What it says in detail."""


class TrackingMessage(Model, frozen=True, kw_only=True, tag_field="type", tag="parse_tracking_message"):
    """What the message says."""

    parcels: list[TrackingMessageParcel]
    """Its parcels, in the order of the message; a parcel that stands there more than once stands here once."""

    gaps: list[TrackingGap]
    """Codes that are in no table, counted."""

    problems: list[Problem]
    """Scans and parcels that cannot be read, each with its place in the message; the others are above."""


class TrackingMessageParcel(Model, frozen=True, kw_only=True):
    """What a message says of one parcel."""

    number: str | None = None
    """Its number; absent where the format leaves it to the question."""

    carrier: str | None = None
    """Its carrier, as the sender of the message calls it."""

    events: list[TrackingEvent]
    """Its scans: a set, sorted."""


class TrackingNumberCandidate(Model, frozen=True, kw_only=True):
    """A format that a number fits."""

    courier: str
    """The courier, such as `ups`."""

    format: str
    """The format, such as `ups`."""

    checked: bool
    """Whether the format has a check digit. Where it has none, many a number fits by chance."""

    source: str
    """Who published the rule."""


class TrackingNumberReading(Model, frozen=True, kw_only=True, tag_field="type", tag="recognise_tracking_number"):
    """The formats that it fits."""

    number: str
    """The number without white space, in capitals; empty where it is longer than 64 characters or no number at all."""

    candidates: list[TrackingNumberCandidate]
    """The formats that it fits, the surest first."""

    near: list[TrackingNumberCandidate]
    """The formats whose shape it has, but not their check digit or country: probably misread or mistyped."""


class TrackingSourceTable(Model, frozen=True, kw_only=True):
    """A source whose codes are known."""

    source: str
    """The source."""

    origin: str
    """Where the table comes from."""

    version: int
    """The table's version."""

    codes: int
    """How many codes it has."""


class TrackingSources(Model, frozen=True, kw_only=True, tag_field="type", tag="tracking_sources"):
    """Whose codes are known."""

    sources: list[TrackingSourceTable]
    """By name."""

    number_formats: list[TrackingNumberCandidate]
    """The formats of tracking numbers that are recognised, each with who published it, by courier and format."""


class TrackingState(Model, frozen=True, kw_only=True):
    """Where a parcel stands after all its events."""

    status: TrackingStatus
    """The stage."""

    since: datetime.datetime | None = None
    """Since when."""

    detail: TrackingDetail | None = None
    """What the stage says in detail, by its latest scan that says more."""

    last_scan_at: datetime.datetime | None = None
    """The latest scan of all, whatever it says."""

    picked_up_at: datetime.datetime | None = None
    """The first pick-up scan."""

    delivered_at: datetime.datetime | None = None
    """The first delivery."""

    failed_attempts: int
    """How often delivery failed."""

    exception: bool
    """Whether the last word was that something is wrong."""

    trouble: TrackingDetail | None = None
    """What is wrong, where the carrier says so."""

    forwarded_to: str | None = None
    """Under which number it goes on, where it was forwarded."""

    anomalies: list[TrackingAnomaly]
    """What contradicts the rest, in the order of time."""


class Transfer(Model, frozen=True, kw_only=True):
    """Stock that moves from one node to another."""

    id: str
    """The transfer."""

    from_: str
    """The node that gives."""

    to: str
    """The node that gets."""

    created_at: datetime.datetime
    """When it was asked for."""

    expected_at: datetime.datetime | None = None
    """When what is in transit should arrive."""

    note: str = msgspec.field(default_factory=lambda: "")
    """Why, for people."""

    lines: list[TransferLine]
    """The lines, one per SKU, in the order asked for."""

    approval: TransferApproval | None = None
    """Who approved it and when."""

    closed_at: datetime.datetime | None = None
    """When it was closed."""

    discrepancies: list[TransferDiscrepancy] = msgspec.field(default_factory=list)
    """Everything that arrived short or over."""


class TransferAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="transfer"):
    """The transfer."""

    transfer: TransferView | None = None
    """The transfer with what is derived from it; absent when there is none."""


class TransferApproval(Model, frozen=True, kw_only=True):
    """Who approved and when."""

    by: str
    """Who."""

    at: datetime.datetime
    """When."""


class TransferApproved(Model, frozen=True, kw_only=True, tag_field="type", tag="approved"):
    """It may go ahead."""

    by: str
    """Who says so."""


class TransferClosed(Model, frozen=True, kw_only=True, tag_field="type", tag="closed"):
    """Nothing more is expected."""

    lost: list[TransferUnits] = msgspec.field(default_factory=list)
    """Units that left and did not arrive."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why they did not."""


class TransferCreated(Model, frozen=True, kw_only=True, tag_field="type", tag="created"):
    """It was asked for."""

    transfer: Transfer
    """The transfer."""


class TransferDiscrepancy(Model, frozen=True, kw_only=True):
    """What arrived differs from what was sent."""

    sku: str
    """The SKU."""

    kind: DiscrepancyKind
    """Which way."""

    quantity: Quantity
    """By how many units."""

    reason: str
    """Why, as far as anybody knows."""

    at: datetime.datetime
    """When it was noticed."""


class TransferDocument(Model, frozen=True, kw_only=True, tag_field="type", tag="transfer"):
    """A transfer of stock between nodes."""

    id: str
    """The transfer."""

    from_: str
    """The node that gives."""

    to: str
    """The node that gets."""

    created_at: datetime.datetime
    """When it was asked for."""

    expected_at: datetime.datetime | None = None
    """When what is in transit should arrive."""

    note: str = msgspec.field(default_factory=lambda: "")
    """Why, for people."""

    lines: list[TransferLine]
    """The lines, one per SKU, in the order asked for."""

    approval: TransferApproval | None = None
    """Who approved it and when."""

    closed_at: datetime.datetime | None = None
    """When it was closed."""

    discrepancies: list[TransferDiscrepancy] = msgspec.field(default_factory=list)
    """Everything that arrived short or over."""


class TransferDraft(Model, frozen=True, kw_only=True):
    """What is asked for when a transfer is created."""

    from_: str
    """The node that gives."""

    to: str
    """The node that gets."""

    lines: list[TransferUnits]
    """What is to move; each SKU once."""

    expected_at: datetime.datetime | None = None
    """When it should arrive."""

    note: str = msgspec.field(default_factory=lambda: "")
    """Why, for people."""


class TransferLine(Model, frozen=True, kw_only=True):
    """A line of a transfer: where each unit of a SKU is.

    Each unit has one owner at every moment:
    `requested = open + cancelled + allocated + in transit + received + lost`. `over` stands apart: nobody sent them.
    """

    sku: str
    """The SKU."""

    requested: Quantity
    """Units asked for, cancelled ones included."""

    cancelled: Quantity
    """Units that will not move any more."""

    allocated: Quantity
    """Units set aside at the source and not shipped."""

    in_transit: Quantity
    """Units that left the source and have not arrived; they count as the destination's incoming ones."""

    received: Quantity
    """Units that arrived, at most as many as were shipped."""

    lost: Quantity
    """Units that left and had not arrived when the transfer was closed."""

    over: Quantity
    """Units that arrived beyond those shipped."""


class TransferRecord(Model, frozen=True, kw_only=True, tag_field="type", tag="transfer"):
    """Something happened to a transfer."""

    transfer: str
    """The transfer."""

    event: TransferEvent
    """What."""


class TransferSource(Model, frozen=True, kw_only=True, tag_field="type", tag="transfer"):
    """Another node."""

    node: str
    """The node."""

    transit_seconds: int
    """How many seconds the way takes."""

    figures: PromiseFigures
    """What there is at that node; it keeps its own promises."""


class TransferUnits(Model, frozen=True, kw_only=True):
    """Units of a SKU on a transfer."""

    sku: str
    """The SKU."""

    quantity: Quantity
    """How many units."""


class TransferUnitsAllocated(Model, frozen=True, kw_only=True, tag_field="type", tag="units_allocated"):
    """Units were set aside at the source."""

    units: list[TransferUnits]
    """The units."""


class TransferUnitsCancelled(Model, frozen=True, kw_only=True, tag_field="type", tag="units_cancelled"):
    """Units will not move any more."""

    open: list[TransferUnits]
    """Units that nobody had taken care of."""

    allocated: list[TransferUnits]
    """Units that had been set aside at the source and are given back."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why."""


class TransferUnitsReceived(Model, frozen=True, kw_only=True, tag_field="type", tag="units_received"):
    """Units arrived."""

    units: list[TransferUnits]
    """The units that were on their way."""

    over: list[TransferUnits] = msgspec.field(default_factory=list)
    """The units beyond those."""

    reason: str = msgspec.field(default_factory=lambda: "")
    """Why more arrived than were sent."""


class TransferUnitsShipped(Model, frozen=True, kw_only=True, tag_field="type", tag="units_shipped"):
    """Units left the source."""

    units: list[TransferUnits]
    """The units."""

    expected_at: datetime.datetime | None = None
    """When they should arrive; as known before when absent."""


class TransferView(Model, frozen=True, kw_only=True):
    """A transfer with what is derived from it."""

    version: Version
    """How many events have made it."""

    status: TransferStatus
    """Its status."""

    transfer: Transfer
    """The transfer."""


class UnallocateQuota(Model, frozen=True, kw_only=True, tag_field="type", tag="unallocate_quota"):
    """Free ring-fenced units that are not sold."""

    sku: str
    """The SKU."""

    part: QuotaPart
    """Whose units, where and how many."""


class UnfilledTerm(Model, frozen=True, kw_only=True):
    """Unfilled units: each costs a backorder, or the margin that is lost. Large for what must be filled.

    With this term the lowest cost decides alone: a unit whose shipping costs more stays. Name goals to fill first.
    """

    each: Money
    """What a unit costs."""

    lines: list[LineCost] = msgspec.field(default_factory=list)
    """What a unit of single lines costs instead."""

    weight_per_mille: int = 0
    """How much it weighs, in thousandths."""


class UnitSaving(Model, frozen=True, kw_only=True):
    """What one more unit of a SKU at a node would save."""

    node: str
    """The node."""

    sku: str
    """The SKU."""

    saving: Money
    """By how much the best plan would cost less."""

    more_units: int
    """How many units more would ship."""


class UnitsGivenUp(Model, frozen=True, kw_only=True):
    """Held units that their owner gives up."""

    line: str | None = None
    """The line they were for; any when absent."""

    sku: str
    """The SKU."""

    node: str | None = None
    """The node that holds them; when absent, any: those that were chosen last are given up first."""

    quantity: Quantity
    """How many units."""


class UnpackedItem(Model, frozen=True, kw_only=True):
    """Units that go into no box."""

    item: str
    """The item."""

    quantity: Quantity
    """How many."""

    reason: UnpackedReason
    """Why."""


class UnservedAddress(Model, frozen=True, kw_only=True, tag_field="type", tag="address_not_served"):
    """The table names no zone for the destination's country or postal code."""

    country: str
    """Its country."""


class UnservedPair(Model, frozen=True, kw_only=True, tag_field="type", tag="pair_not_served"):
    """The table names no zone for the pair."""

    from_: str
    """The region of the node."""

    to: str
    """The region of the destination."""


class UpdateTodo(Model, frozen=True, kw_only=True, tag_field="type", tag="update_todo"):
    """Say what became of a to-do."""

    sku: str
    """The SKU."""

    todo: str
    """The to-do."""

    change: TodoChange
    """What became of it."""


class UsualBasis(Model, frozen=True, kw_only=True, tag_field="type", tag="usual"):
    """What is usual."""

    minutes: int
    """The limit in minutes."""


class ValuationAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="valuation"):
    """What the stock is worth."""

    totals: list[ValuationTotal]
    """All books together, one row per currency."""

    books: list[CostBook]
    """The books with their layers and variances, by SKU and node."""


class ValuationTotal(Model, frozen=True, kw_only=True):
    """What all books of a currency come to."""

    value: Money
    """Value on hand."""

    in_transit: Money
    """What left for other nodes and has not arrived."""

    issued: Money
    """Cost of goods sold since the books began."""

    variance: Money
    """All variances together."""


class ValueCharge(Model, frozen=True, kw_only=True):
    """An amount by value: the first tier that reaches the value says how much, kept between the bounds.

    `clamp(fixed + percent · (value − free) + ceil((value − free) / each) · price, minimum, maximum)`
    """

    free: Money | None = None
    """So much value is free of charge; the bounds do not hold for it."""

    tiers: list[ValueTier]
    """The tiers from low to high."""

    minimum: Money | None = None
    """At least so much."""

    maximum: Money | None = None
    """At most so much."""


class ValueStep(Model, frozen=True, kw_only=True):
    """A price for each started piece of value."""

    each: Money
    """The piece."""

    price: Money
    """Its price."""


class ValueTier(Model, frozen=True, kw_only=True):
    """What values up to a bound cost."""

    up_to: Money | None = None
    """The highest value of the tier, itself included; only the last tier may leave it out. Above the last tier the
    service refuses.
    """

    fixed: Money | None = None
    """A fixed part."""

    percent: Decimal | None = None
    """A part of the value beyond what is free."""

    per_value: ValueStep | None = None
    """A part for each started piece of the value beyond what is free, such as each 100 dollars."""


class ValueTooHigh(Model, frozen=True, kw_only=True, tag_field="type", tag="value_too_high"):
    """The declared value is too high."""

    value: Money
    """The value."""

    limit: Money
    """The limit."""


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


class Volumetric(Model, frozen=True, kw_only=True):
    """How the size of a parcel counts as weight.

    Commonly 5000 or 6000 cm³ a kilogram for express and 8000 or 12000 for economy services in China; 139 in³ a pound
    for UPS and FedEx, 166 with the USPS, there above a cubic foot (1728 in³).
    """

    divisor: int
    """Cubic centimetres that count as a kilogram, or cubic inches that count as a pound."""

    edges: EdgeRounding = msgspec.field(default_factory=lambda: "exact")
    """How edges are brought to whole centimetres or inches before they are multiplied."""

    above_volume: int | None = None
    """Size counts only above so many cubic centimetres or inches."""

    above_longest: int | None = None
    """Size counts only where the longest edge is above so many millimetres."""

    mix: VolumetricMix = msgspec.field(default_factory=lambda: "larger")
    """What becomes of the two weights."""


class WaitingBehind(Model, frozen=True, kw_only=True):
    """A SKU that an order before lacks."""

    sku: str
    """The SKU."""

    order: str
    """The order before it."""


class WaitingOrder(Model, frozen=True, kw_only=True):
    """What became of an order that waited."""

    order: str
    """The order."""

    allocated: int
    """Units set aside for it now."""

    open: int
    """Units that still wait."""

    behind: list[WaitingBehind] = msgspec.field(default_factory=list)
    """SKUs that it did not try to get, because an order before it lacks them, and which order that is."""

    refused: ErrorReport | None = None
    """Why nothing was set aside, where something was tried."""


class WaitingQueue(Model, frozen=True, kw_only=True):
    """How orders that wait for stock are served."""

    keys: list[QueueKey] = msgspec.field(default_factory=lambda: [])
    """What decides who stands before whom, most important first; then the instant of placing and the order id. The due
    date is what was promised, the quantity all open units, the margin what the open units sell for without tax less
    what their SKUs' records say they cost; an order of which a cost is not known stands last by margin.
    """

    strategy: AllocationStrategyKind
    """How each order is planned."""


class WaitingReport(Model, frozen=True, kw_only=True):
    """What became of the orders that waited."""

    orders: list[WaitingOrder]
    """Every order that waited, by its place in the queue."""


class WantedUnits(Model, frozen=True, kw_only=True):
    """Units that somebody wants held: at a node, at the nodes of a group, or, where neither is named, at any node."""

    line: str | None = None
    """The line of the cart or order that they are for."""

    sku: str
    """The SKU."""

    node: str | None = None
    """The one node that may hold them."""

    group: str | None = None
    """The group whose nodes may hold them."""

    quantity: Quantity
    """How many units."""

    chosen: list[ChosenOption] = msgspec.field(default_factory=list)
    """What is chosen of a configurable kit, for each of them."""


class WatchLane(Model, frozen=True, kw_only=True):
    """Which way a parcel goes: the narrower, the more it says of how long that takes."""

    carrier: str | None = None
    """With which carrier."""

    region: str | None = None
    """To which region."""

    lane: str | None = None
    """On which lane, such as node and region or service."""


class WatchParcels(Model, frozen=True, kw_only=True, tag_field="type", tag="watch_parcels"):
    """Which parcels are late or stuck."""

    at: datetime.datetime
    """When."""

    terms: WatchTerms = msgspec.field(default_factory=lambda: WatchTerms(learned=LearnedLimits(limits=[])))
    """By what."""

    parcels: list[WatchedParcel]
    """Which."""

    standing: list[ParcelAlert] = msgspec.field(default_factory=list)
    """The alerts of the last time."""


class WatchParcelsAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="watch_parcels"):
    """Which parcels are late or stuck."""

    watch: ParcelWatch
    """What the watch found."""


class WatchRecord(Model, frozen=True, kw_only=True, tag_field="type", tag="watch"):
    """Something happened to the to-dos and alerts of a SKU."""

    sku: str
    """The SKU."""

    event: WatchEvent
    """What."""


class WatchTerms(Model, frozen=True, kw_only=True):
    """By what parcels are watched. All of it may be left out."""

    rules: list[TimerRule] = msgspec.field(default_factory=list)
    """Limits that people set; they go before learned ones."""

    learned: LearnedLimits = msgspec.field(default_factory=lambda: LearnedLimits(limits=[]))
    """Limits that were learned; they go before the usual ones."""

    warn_percent: int | None = None
    """At which part of its limit a timer warns, in hundredths: 80 when absent."""

    escalate_after: list[int] = msgspec.field(default_factory=list)
    """So many minutes after the breach it rises by a level, each."""

    pauses: list[Window] = msgspec.field(default_factory=list)
    """Spans in which no timer of a limit runs: nights, weekends, holidays. Guaranteed instants stay what they are."""


class WatchedParcel(Model, frozen=True, kw_only=True):
    """A parcel to watch."""

    shipment: str
    """Its shipment."""

    parcel: str
    """The parcel."""

    lane: WatchLane = msgspec.field(default_factory=lambda: WatchLane())
    """On which way it goes."""

    paid_at: datetime.datetime | None = None
    """When its order was paid."""

    ship_by: datetime.datetime | None = None
    """By when it must leave, as the channel has it."""

    shipped_at: datetime.datetime | None = None
    """When it left."""

    pickup_scan_by: datetime.datetime | None = None
    """By when the carrier must have scanned it, as the channel has it."""

    deliver_by: datetime.datetime | None = None
    """By when it must be delivered, as promised or guaranteed."""

    events: list[TrackingEvent] = msgspec.field(default_factory=lambda: [])
    """Its scans, in any order."""


class Wave(Model, frozen=True, kw_only=True):
    """Orders that are picked together."""

    number: int
    """Its number."""

    node: str
    """The node."""

    kind: WaveKind
    """How it is picked: by its most involved order."""

    carrier: str | None = None
    """The carrier of all its orders, where they have one in common."""

    zone: str | None = None
    """The zone of all its units, where they have one in common."""

    sku: str | None = None
    """The SKU that it is all about, where that has waves of its own."""

    cut_off: datetime.datetime | None = None
    """The first cut-off of its orders."""

    closes_at: datetime.datetime | None = None
    """When picking must begin at the latest: the cut-off less the lead."""

    late: bool
    """Whether that was before now."""

    seed: str
    """The order that it was begun with: the most urgent one."""

    closed_by: WaveClosed
    """Why it has no more orders."""

    grams: int
    """What its units weigh together, in grams."""

    walk: int
    """How many bays the picker passes on an S-shaped way."""

    walk_alone: int
    """How many it would be if each order were picked alone."""

    pick_list: PickList
    """What is fetched from where, and which order has which slot."""


class WaveLeft(Model, frozen=True, kw_only=True):
    """An order that is in no wave."""

    node: str
    """The node."""

    order: str
    """The order."""

    reason: WaveLeftReason
    """Why."""


class WaveLine(Model, frozen=True, kw_only=True):
    """Units to be picked."""

    sku: str
    """The SKU."""

    name: str = msgspec.field(default_factory=lambda: "")
    """What it is called."""

    quantity: Quantity
    """How many units."""

    location: str | None = None
    """Where they lie."""

    zone: str | None = None
    """The zone of the warehouse that is."""

    lot: str | None = None
    """The lot to take."""


class WaveOrder(Model, frozen=True, kw_only=True):
    """An order that was released to a node."""

    order: str
    """The order, or what of it ships from the node."""

    node: str
    """The node."""

    carrier: str | None = None
    """The carrier, when chosen."""

    cut_off: datetime.datetime | None = None
    """When its carrier's last pick-up that keeps the promise closes."""

    priority: int = msgspec.field(default_factory=lambda: 0)
    """The higher, the sooner."""

    weight: Weight = msgspec.field(default_factory=lambda: 0)
    """What it weighs."""

    lines: list[WaveLine]
    """What is picked."""


class WavePlan(Model, frozen=True, kw_only=True):
    """All waves, and the orders that are in none."""

    waves: list[Wave]
    """The waves: by node, then the most urgent first."""

    left: list[WaveLeft]
    """Orders in no wave, by node and id."""

    swaps: int
    """How many pairs of orders changed places to shorten ways."""


class WaveRequest(Model, frozen=True, kw_only=True):
    """What waves are built from, and how large they may be."""

    at: datetime.datetime
    """Now: orders whose wave should have closed by now are marked late."""

    lead_minutes: int = msgspec.field(default_factory=lambda: 0)
    """How many minutes before its cut-off a wave closes: the time to pick, pack and hand over."""

    together: list[WaveAxis] = msgspec.field(default_factory=lambda: ["cut_off", "carrier", "kind"])
    """What orders of a wave have in common. Left out: cut-off, carrier and kind."""

    max_orders: int
    """The most orders in a wave: slots of a cart or sorting wall."""

    max_units: int | None = None
    """The most units in a wave; no limit when absent."""

    max_weight: Weight | None = None
    """The most that the units of a wave weigh; no limit when absent."""

    own_wave_from: int | None = None
    """From how many orders on a single SKU has waves of its own (爆款单); never when absent."""

    first_wave: int = msgspec.field(default_factory=lambda: 1)
    """The number of the first wave."""

    orders: list[WaveOrder]
    """The orders; their order does not matter."""


class Waybill(Model, frozen=True, kw_only=True, tag_field="type", tag="waybill"):
    """What is stuck on a parcel."""

    parcel: str
    """The parcel."""

    carrier: str
    """The carrier."""

    carrier_name: str = msgspec.field(default_factory=lambda: "")
    """The carrier's name as it is printed; its id when empty."""

    service: str | None = None
    """The carrier's service."""

    number: str
    """The number, as text and as Code 128."""

    piece: WaybillPiece | None = None
    """Which of several parcels it is; absent for a single one."""

    sort_code: str = msgspec.field(default_factory=lambda: "")
    """The sort code in large letters: 大头笔 or the three-segment code."""

    hub_code: str = msgspec.field(default_factory=lambda: "")
    """The code of the hub where bags are made up (集包地)."""

    hub_name: str = msgspec.field(default_factory=lambda: "")
    """The name of the hub."""

    route: str = msgspec.field(default_factory=lambda: "")
    """The label of the destination route."""

    sender: Address
    """Who sends it."""

    receiver: Address
    """Who receives it."""

    privacy_number: str = msgspec.field(default_factory=lambda: "")
    """The number that rings at the receiver's without being theirs; printed instead of their telephone."""

    weight: Weight | None = None
    """What it weighs."""

    payer: FreightPayer = msgspec.field(default_factory=lambda: "sender_account")
    """Who pays the carrier."""

    cash_on_delivery: Money | None = None
    """What is collected at the door."""

    insured: Money | None = None
    """The value that is insured."""

    goods: str = msgspec.field(default_factory=lambda: "")
    """What is in it, in a line."""

    remark: str = msgspec.field(default_factory=lambda: "")
    """What the courier is to know."""

    custom: list[str] = msgspec.field(default_factory=list)
    """Lines of the merchant's own area."""

    qr: str = msgspec.field(default_factory=lambda: "")
    """What the QR code in the corner says; none when empty."""


class WaybillPiece(Model, frozen=True, kw_only=True):
    """Which of the parcels of one shipment it is."""

    number: int
    """Counted from 1."""

    of: int
    """How many there are."""

    master: str | None = None
    """The number of the first parcel, under which the carrier knows all of them."""


class WaybillsUsedUp(Model, frozen=True, kw_only=True, tag_field="type", tag="waybills_used_up"):
    """The account has no waybill number left."""


class WeightBand(Model, frozen=True, kw_only=True):
    """A fixed price up to a weight."""

    up_to: Weight
    """The heaviest that belongs to the band, itself included."""

    price: Money
    """The price of one parcel."""


class WeightGap(Model, frozen=True, kw_only=True):
    """A weight that is off by more than it may."""

    grams: int
    """How many grams more than expected; fewer where negative."""

    allowed: int
    """How many it may be off."""


class WeightRule(Model, frozen=True, kw_only=True):
    """How a carrier gets from scale and size to the weight that it charges.

    `chargeable = round_up(mix(actual, volumetric), step)`.
    """

    unit: MeasureUnit = msgspec.field(default_factory=lambda: "metric")
    """The carrier's units."""

    volumetric: Volumetric | None = None
    """How size counts; only the scale does when absent."""

    steps: list[WeightStep] = msgspec.field(default_factory=list)
    """What weights are rounded up to, from light to heavy; not rounded when empty."""


class WeightStep(Model, frozen=True, kw_only=True):
    """What weights up to a bound are rounded up to."""

    up_to: int | None = None
    """The heaviest that it holds for, in grams or ounces, itself included; only the last step must leave it out."""

    step: int
    """The step in grams or ounces."""

    free: int = msgspec.field(default_factory=lambda: 0)
    """So many grams or ounces above a whole step are not charged; the first step always is."""


class Window(Model, frozen=True, kw_only=True):
    """A half-open span of time: `from` belongs to it, `until` does not."""

    from_: datetime.datetime | None = None
    """The first instant inside; open at the start when absent."""

    until: datetime.datetime | None = None
    """The first instant after it; open at the end when absent."""


class WithheldSupply(Model, frozen=True, kw_only=True):
    """How many thousandths of what is expected are not promised, by kind of receipt: 0 promises everything, 1000 nothing."""

    purchase_per_mille: int = msgspec.field(default_factory=lambda: 0)
    """Of purchases."""

    transfer_per_mille: int = msgspec.field(default_factory=lambda: 0)
    """Of transfers."""

    production_per_mille: int = msgspec.field(default_factory=lambda: 0)
    """Of production orders."""

    planned_per_mille: int = msgspec.field(default_factory=lambda: 0)
    """Of plans."""


class WriteBack(Model, frozen=True, kw_only=True):
    """What one source order of a channel was told of a parcel's number."""

    channel: str
    """The channel."""

    channel_order: str
    """The channel's id of the order."""

    number: str
    """The number that it was told last."""

    status: WriteBackStatus
    """How that stands."""

    at: datetime.datetime
    """Since when."""

    attempts: int
    """How often this number was sent."""

    failures: int
    """How often this number failed."""

    confirmed: str | None = None
    """The number that it confirmed last."""

    reason: str | None = None
    """What the channel said when it failed."""


class WriteBackDue(Model, frozen=True, kw_only=True):
    """A message that a channel is to be sent now."""

    channel: str
    """The channel."""

    channel_order: str
    """The channel's id of the order."""

    shipment: str
    """The shipment."""

    parcel: str
    """The parcel. Channel order, shipment and parcel are the message's identity."""

    number: str
    """The number."""

    carrier: str
    """The carrier."""

    carrier_code: str | None = None
    """What the channel calls the carrier, where a policy says so."""

    shipped_at: datetime.datetime
    """When the parcel left."""

    lines: list[LineQuantity]
    """The source order's lines in it."""

    replaces: str | None = None
    """The number that the channel has confirmed and that this one replaces."""

    attempt: int
    """Which attempt this is, from 1 on."""

    early: bool
    """Whether no carrier has scanned the parcel yet: telling it now is a risk with channels that check."""


class WriteBackParcel(Model, frozen=True, kw_only=True):
    """A parcel that left."""

    shipment: str
    """Its shipment."""

    parcel: str
    """The parcel."""

    carrier: str
    """With which carrier."""

    number: str | None = None
    """Its number; without one it waits."""

    shipped_at: datetime.datetime
    """When it left."""

    picked_up_at: datetime.datetime | None = None
    """The carrier's first scan."""

    lines: list[LineQuantity] = msgspec.field(default_factory=list)
    """What is in it."""

    told: list[WriteBack] = msgspec.field(default_factory=list)
    """What the channels were told of it so far."""


class WriteBackPlan(Model, frozen=True, kw_only=True):
    """What to send, and what not."""

    due: list[WriteBackDue]
    """What to send now, by source order and parcel."""

    waiting: list[WriteBackWaiting]
    """Everything else, with the reason."""


class WriteBackPolicy(Model, frozen=True, kw_only=True):
    """How a channel wants to be told."""

    channel: str
    """Which channel."""

    parcels: WriteBackParcels = msgspec.field(default_factory=lambda: "all")
    """Which parcels."""

    moment: WriteBackMoment = msgspec.field(default_factory=lambda: "shipped")
    """When."""

    carriers: list[ChannelCarrier] = msgspec.field(default_factory=list)
    """What the channel calls carriers."""

    retry_after: list[int] = msgspec.field(default_factory=list)
    """So many minutes after each failure it is tried again; after the last it is for people. Never, when empty."""

    resend_after: int | None = None
    """So many minutes after sending without an answer it is sent again: at least once. An hour when absent."""


class WriteBackSource(Model, frozen=True, kw_only=True):
    """The order as a channel knows it. A merged order has several."""

    channel: str
    """The channel."""

    channel_order: str
    """The channel's id of the order."""

    lines: list[LineQuantity] = msgspec.field(default_factory=list)
    """Its lines; a parcel concerns it when one of them is in it. Every parcel does when empty."""


class WriteBackWaiting(Model, frozen=True, kw_only=True):
    """A message that is not sent now."""

    channel: str
    """The channel."""

    channel_order: str
    """The channel's id of the order."""

    shipment: str
    """The shipment."""

    parcel: str
    """The parcel."""

    reason: WriteBackWait
    """Why."""

    until: datetime.datetime | None = None
    """Until when, where time alone ends it."""


class WriteBacksAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="write_backs"):
    """Which numbers which channels are to be told."""

    plan: WriteBackPlan
    """What to send now, and what waits for what. What channels have confirmed is left out."""


class WriteRateSheet(Model, frozen=True, kw_only=True, tag_field="type", tag="write_rate_sheet"):
    """Cards as a table of rates."""

    cards: list[RateCard]
    """The cards."""


class WriteRateSheetAnswer(Model, frozen=True, kw_only=True, tag_field="type", tag="write_rate_sheet"):
    """The table."""

    csv: str
    """The table as comma-separated values."""


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
    | CancelCount
)
"""What is asked."""


AllocationConstraint: TypeAlias = (
    Bonded
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
    | StockOwner
)
"""Something that a plan must obey, or pay for."""


AllocationOutcome: TypeAlias = CandidateChosen | CandidateLost | CandidateRejected
"""Chosen, lost or rejected."""


Answer: TypeAlias = (
    AlertsAnswer
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
    | WriteBacksAnswer
)
"""The answer to a query."""


BackorderReason: TypeAlias = (
    BackorderInFull
    | BackorderPartly
    | BackorderNothingLeft
    | BackorderBehind
    | BackorderShare
    | BackorderIncomplete
    | BackorderOutweighed
    | BackorderLeft
)
"""Why a line got what it got."""


BacktestEvent: TypeAlias = BacktestDay | BacktestReceipt | BacktestOrder
"""One thing that happened."""


Barcode: TypeAlias = BarPattern | ModuleGrid
"""A barcode as bars or modules."""


BorrowRefusal: TypeAlias = BorrowNotLater | BorrowLocked | BorrowNotRecovered
"""Why a line lends nothing."""


Calculated: TypeAlias = (
    BacktestAnswer
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
    | TimeZoneCalculated
)
"""The answer to a `Calculation`."""


Calculation: TypeAlias = (
    BacktestOf
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
    | TimeZoneQuestion
)
"""A pure decision to be made over the figures given."""


CapacityEvent: TypeAlias = CapacityHeld | CapacityConfirmed | CapacityFreed
"""Something that happened to the work that an order has booked."""


CarrierPick: TypeAlias = ChooseCarrier | NamedCarrier
"""Which carrier takes a shipment."""


CarrierVerdict: TypeAlias = CarrierChosen | CarrierLost | CarrierRejected
"""What became of a card."""


ChannelSharing: TypeAlias = SharedExclusive | SharedPercentage | SharedWeighted | SharedFull
"""What a channel sees of the units that no quota fences."""


ChannelStockEvent: TypeAlias = ChannelStockPublished | ChannelStockAcknowledged | ChannelStockBandCrossed
"""What happened to a channel's figure."""


CommandResult: TypeAlias = AcceptedCommand | RefusedCommand
"""The answer to one command of a batch, on the wire."""


ContractStep: TypeAlias = CommitCase | LoadCase | ScanCase
"""One call of a store and what it must answer."""


CostEvent: TypeAlias = (
    CostOpened | CostEntered | CostIssued | CostLanded | CostStandardSet | CostMethodChanged | CostPeriodClosed
)
"""Something that happened to a cost book. Each says what it did to which layer."""


CountEvent: TypeAlias = CountStarted | CountRecorded | CountPosted | CountCancelled
"""Something that happened to a count."""


Document: TypeAlias = (
    CapacityUseDocument
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
    | TransferDocument
)
"""What is stored under a document key."""


Event: TypeAlias = (
    SkuRecorded
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
    | WatchRecord
)
"""Something that happened."""


Explanation: TypeAlias = (
    AllocationExplained
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
    | PlacementRepeated
)
"""The reasons of a decision, as data."""


FieldValue: TypeAlias = TextFieldValue | IntegerFieldValue | DecimalFieldValue | BooleanFieldValue | DateFieldValue
"""The value of a custom field."""


ForecastMethod: TypeAlias = (
    MovingAverage | ExponentialSmoothing | Croston | TeunterSyntetosBabai | HoltTrend | HoltWinters
)
"""A way to forecast demand."""


IgnoredSupply: TypeAlias = IgnoredReceipt | IgnoredPromise
"""What was left out of a timeline."""


InputChange: TypeAlias = (
    PriceRiseInputChange | PriceDropInputChange | StockMoreInputChange | StockLessInputChange | PromiseMovedInputChange
)
"""A change of one input: a price, stock or what was promised."""


LimitBasis: TypeAlias = GuaranteedBasis | RuleBasis | LearnedBasis | UsualBasis
"""Where a limit comes from."""


LotEvent: TypeAlias = (
    LotReceived
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
    | LotSerialsReturned
)
"""Something that happened to lots of a SKU at a node. Events that move units stand beside one of
stock, which moves the units of the cell.
"""


LotOwners: TypeAlias = AnyLotOwners | OwnLotOwners | LotOwner
"""Whose units may be taken."""


LotRule2: TypeAlias = FixedLot | EconomicLotCosts | DaysLot
"""How much to order at a computed reorder point."""


LotVerdict: TypeAlias = (
    LotPicked
    | NotNeededLotVerdict
    | NothingFreeLotVerdict
    | OtherOwnerLotVerdict
    | LotQuarantinedThen
    | LotExpired
    | LotExpiresBeforeDelivery
    | LotTooShort
    | ShelfLifeUnknownLotVerdict
)
"""What became of a lot."""


NoZone: TypeAlias = MissingPosition | BeyondBands | MissingRegion | UnservedPair | UnservedAddress
"""Why a way has no zone: a reason as data, part of every explanation that follows from it."""


NodeLeftOut: TypeAlias = NodeClosedUntil | NodeNeverOpen | NodeFull | NodeCoolingDown | NodeNotVisited
"""Why a node is left out of a plan."""


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
    | OrderRejected
    | OrderDropShipped
    | OrderPickupReady
    | OrderCollected
    | OrderPickupLapsed
    | OrderUnitsReleased
    | OrderUnitsShipped
    | OrderUnitsDelivered
    | OrderCompleted
)
"""Something that happened to an order."""


OrderFulfilment: TypeAlias = PickupAt | ShipToStore
"""How an order reaches its buyer, where no carrier brings it to the door."""


PackVerdict: TypeAlias = (
    BoxTaken
    | BoxTooSmall
    | BoxTooHeavy
    | BoxTooFull
    | BoxTooSoft
    | BoxWithoutPrice
    | BoxNotArranged
    | BoxOutOfStock
    | BoxDearer
)
"""What became of a box."""


PrintDocument: TypeAlias = Waybill | PackingSlip | PickListPrintDocument | HandoverManifest
"""Something that can be printed."""


PromiseBacking: TypeAlias = BackedByStock | BackedByReceipts | BackedByLeadTime
"""What stands behind a date."""


PromiseSource: TypeAlias = TransferSource | PurchaseSourcePromiseSource
"""A place that units could come from."""


Query: TypeAlias = (
    AskAlerts
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
    | AskWriteBacks
)
"""Something asked of the engine that changes nothing."""


QuotaEvent: TypeAlias = (
    QuotaAllocated | QuotaReallocated | QuotaUnallocated | QuotaConsumed | QuotaRestored | QuotaSettled
)
"""What happened to the quotas of a SKU."""


QuoteRejection: TypeAlias = (
    CardNotValid
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
    | AmountInOtherCurrency
)
"""Why a card gives no quote: a reason as data, part of the explanation of a choice."""


RebalanceReason: TypeAlias = RebalanceWithoutLane | RebalanceTooDear | RebalanceLostTo
"""Why nothing moves between two nodes."""


ReplenishPolicy: TypeAlias = StockFloor | MinMaxLevels | FixedQuantity | OrderUpToLevels | PeriodicLevels | DemandDriven
"""When to order, and up to where."""


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


SafetyRule: TypeAlias = ServiceLevelRule | FactorRule | FillRateRule | MaximumRule | DaysOfCoverRule | FixedUnitsRule
"""How much safety stock there should be."""


Scan: TypeAlias = ScanDocuments | ScanCells | ScanJournal
"""What to read."""


ServiceRule: TypeAlias = (
    ByTable
    | CheapestService
    | FastestService
    | CheapestServiceWithinPromise
    | ByScore
    | ByExpectedCost
    | ByShares
    | ByPerformance
)
"""What decides among services. Ties go on to cost, delivery, carrier and service, in this order. The ninth way,
contracts over many parcels, is `assign_contracts`.
"""


ShipmentEvent: TypeAlias = ShipmentCreated | ShipmentTracked | ShipmentNumbered | ShipmentWrittenBack
"""Something that happened to a shipment."""


StockEvent: TypeAlias = (
    StockReceived
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
    | StockTransferLost
)
"""Something that happened to stock; `StockEvent::movements` says what it does to which cell."""


StockMargin: TypeAlias = MarginPercent | MarginUnits
"""Units withheld from those who could sell them."""


SupplyEvent: TypeAlias = (
    ReceiptExpected
    | ReceiptChanged
    | ReceiptArrived
    | ReceiptEnded
    | PromiseMade
    | PromiseArrived
    | PromiseUnbound
    | PromiseEnded
)
"""Something that happened to the supply of a SKU at a node."""


TodoChange: TypeAlias = OrderTodo | ReceiveTodo | CancelTodo | SnoozeTodo
"""What became of a to-do."""


TransferEvent: TypeAlias = (
    TransferCreated
    | TransferApproved
    | TransferUnitsAllocated
    | TransferUnitsShipped
    | TransferUnitsReceived
    | TransferUnitsCancelled
    | TransferClosed
)
"""Something that happened to a transfer."""


WatchEvent: TypeAlias = (
    TodoOpened
    | TodoToppedUp
    | TodoOrdered
    | TodoReceived
    | TodoCancelled
    | TodoSnoozed
    | AlertRaised
    | AlertCleared
    | PeriodReviewed
)
"""Something that happened to the to-dos and alerts of a SKU."""


ZoneTable: TypeAlias = DistanceZones | RegionZones | PostalZones | CountryZones
"""How a rate card finds the zone from a node to a destination."""
