import type {
  AlertsAnswer,
  AllocationAssignment,
  AllocationPlan,
  AllocationProblem,
  AllocationStrategyKind,
  Answer,
  ArrivalOrder,
  AuditAnswer,
  AuditReport,
  Availability,
  AvailabilityAnswer,
  BenchRow,
  Calculated,
  Calculation,
  Command,
  CommandResult,
  Commit,
  ContractCase,
  CapacityAnswer,
  CountAnswer,
  ErrorKind,
  ErrorReport,
  InstanceFile,
  Instant,
  JournalAnswer,
  Keys,
  LotTraceAnswer,
  LotsAnswer,
  OrderAnswer,
  OrderBatch,
  OrderBatchAnswer,
  OrderView,
  Outcome,
  PackingAnswer,
  Page,
  ParcelAlertsAnswer,
  ParcelLimitsAnswer,
  PlanViolation,
  Problem,
  PromiseDates,
  PublicationAnswer,
  Query,
  ReportAnswer,
  ReportQuery,
  ReportTable,
  RunStep,
  Scan,
  SerialsAnswer,
  Shipment,
  ShipmentAnswer,
  Snapshot,
  SolutionCheck,
  SourcingAnswer,
  StateHashAnswer,
  StockCell,
  StockEvent,
  StoreConflict,
  SupplyAnswer,
  TodosAnswer,
  TrackingGapsAnswer,
  TransferAnswer,
  ValuationAnswer,
  WaitingQueue,
  WaitingReport,
  WriteBacksAnswer,
} from './models.js';

export * from './models.js';

/** The version of this package. */
export const version: string;

/**
 * What every function takes: the value itself, or its JSON as text or bytes of UTF-8.
 *
 * Values are written as JSON without silent changes: NaN, infinities, integers beyond 2^53 - 1, undefined, bigints, functions,
 * Maps and other class instances, objects that contain themselves and halves of surrogate pairs are refused with an
 * `InvalidError` that names every place. A value with a `toJSON` is written as that says, so a valid `Date` is an instant
 * (the types want the text: `date.toISOString()`).
 */
export type Json<T> = T | string | Uint8Array;

/** The answer that each type of query gets. */
export interface AnswerOf {
  readonly alerts: AlertsAnswer;
  readonly audit: AuditAnswer;
  readonly availability: AvailabilityAnswer;
  readonly capacity: CapacityAnswer;
  readonly count: CountAnswer;
  readonly journal: JournalAnswer;
  readonly lot_trace: LotTraceAnswer;
  readonly lots: LotsAnswer;
  readonly order: OrderAnswer;
  readonly order_batch: OrderBatchAnswer;
  readonly packing: PackingAnswer;
  readonly parcel_alerts: ParcelAlertsAnswer;
  readonly parcel_limits: ParcelLimitsAnswer;
  readonly promise: PromiseDates;
  readonly publication: PublicationAnswer;
  readonly report: ReportAnswer;
  readonly serials: SerialsAnswer;
  readonly shipment: ShipmentAnswer;
  readonly sourcing: SourcingAnswer;
  readonly state_hash: StateHashAnswer;
  readonly supply: SupplyAnswer;
  readonly todos: TodosAnswer;
  readonly tracking_gaps: TrackingGapsAnswer;
  readonly transfer: TransferAnswer;
  readonly valuation: ValuationAnswer;
  readonly write_backs: WriteBacksAnswer;
}

/**
 * The engine in memory: commands in; events, plans and reports out. The same commands give the same answers and the same state
 * hash in every language.
 */
export class Oms {
  /** An empty engine. */
  constructor();

  /**
   * An engine that holds what a journal says: one JSON entry a line.
   * @throws {InvalidError} with the problems of the first bad line.
   */
  static fromJournal(journal: string | Uint8Array): Oms;

  /**
   * Carries out one command. The same command again changes nothing and gets the first answer.
   * @throws {OmsError} when it is refused; nothing has changed then.
   */
  execute(command: Json<Command>): Outcome;

  /** As `execute`, the outcome as JSON text. */
  executeJson(command: Json<Command>): string;

  /**
   * Carries out commands in order, in one commit. Each is accepted or refused on its own; the results stand in the same order.
   * @throws {InvalidError} when any of them is malformed; nothing has changed then.
   */
  executeBatch(commands: Json<readonly Command[]>): CommandResult[];

  /** As `executeBatch`, the results as JSON text. */
  executeBatchJson(commands: Json<readonly Command[]>): string;

  /** As `executeBatch`, on a thread of Node's pool: the event loop goes on meanwhile. */
  executeBatchAsync(commands: Json<readonly Command[]>): Promise<CommandResult[]>;

  /**
   * Answers a query.
   * @throws {OmsError} when the query is wrong. What does not exist is an empty answer, not an error.
   */
  query<Q extends Query>(query: Q): AnswerOf[Q['type']];
  query(query: Json<Query>): Answer;

  /** As `query`, the answer as JSON text. */
  queryJson(query: Json<Query>): string;

  /** As `query`, on a thread of Node's pool: for reports and audits over much data. */
  queryAsync<Q extends Query>(query: Q): Promise<AnswerOf[Q['type']]>;
  queryAsync(query: Json<Query>): Promise<Answer>;

  /** An order with what is derived from it, if there is one. */
  order(tenant: string, order: string): OrderView | undefined;

  /** A shipment, if there is one. */
  shipment(tenant: string, shipment: string): Shipment | undefined;

  /** How many units of SKUs could be promised at an instant, by node. */
  availability(tenant: string, skus: readonly string[], at: Instant | Date): Availability[];

  /** A report over everything that happened to a tenant. */
  report(tenant: string, query: ReportQuery): ReportTable;

  /** Proves the identities over the whole store. */
  audit(): AuditReport;

  /** Reviews every order of a tenant that a rule holds: how many came free. */
  reviewHeld(tenant: string, at: Instant | Date): number;

  /** Looks at stock by every replenishment rule of a tenant: for how many SKUs anything changed. */
  reviewStock(tenant: string, at: Instant | Date): number;

  /** Allocates the orders of a tenant that wait for stock, in the order of a queue, so that none is overtaken. */
  allocateWaiting(tenant: string, at: Instant | Date, queue: WaitingQueue): WaitingReport;

  /** Plans open orders of a tenant together and carries that out. The query `order_batch` only proposes it. */
  allocateOrders(tenant: string, at: Instant | Date, batch: OrderBatch): OrderBatchAnswer;

  /** The hash of everything stored: equal states have equal hashes in every language. */
  stateHash(): string;

  /** The journal, one JSON entry a line. */
  journal(): Buffer;
}

/**
 * A run of commands over a store of your own, step by step. `drive` and `driveAsync` do this loop.
 *
 * A load step is answered by `resume`. A done step is written, whole or not at all; then its results are true. If the
 * write collides with another, `restart`.
 */
export class Run {
  /** @throws {InvalidError} with every problem of the commands. */
  constructor(commands: Json<readonly Command[]>);

  /** The first step. */
  start(): RunStep;

  /** The next step, after loading what the last one asked for. */
  resume(snapshot: Json<Snapshot>): RunStep;

  /** The first step again, after the commit collided with another. */
  restart(): RunStep;
}

/** A store that answers at once. `checkStore` says whether it keeps the contract. */
export interface OmsStore {
  /** Everything asked for that exists, each list in key order. */
  load(keys: Keys): Snapshot;

  /**
   * Writes all of it or nothing.
   * @throws {StoreConflictError} when a version, a guard or a recorded command stands in the way.
   */
  commit(commit: Commit): void;

  /** Reads page by page; not needed for commands. */
  scan(scan: Scan): Page;
}

/** A store that answers later, as `OmsStore` otherwise. */
export interface AsyncOmsStore {
  load(keys: Keys): Promise<Snapshot> | Snapshot;
  commit(commit: Commit): Promise<void> | void;
  scan(scan: Scan): Promise<Page> | Page;
}

/**
 * Carries out commands over a store of your own, in one commit; tried again when it collides with another, 16 times at most.
 * What the store throws otherwise is thrown on.
 */
export function drive(store: Pick<OmsStore, 'load' | 'commit'>, commands: Json<readonly Command[]>): CommandResult[];

/** As `drive`, over a store that answers later. */
export function driveAsync(
  store: Pick<AsyncOmsStore, 'load' | 'commit'>,
  commands: Json<readonly Command[]>,
): Promise<CommandResult[]>;

/** A way of allocating that is your own. */
export interface OwnStrategy {
  /** The name that plans show. */
  readonly name: string;

  /** The assignments, at most one per line and node, in any order. What is left out is short. */
  choose(problem: AllocationProblem): readonly AllocationAssignment[];
}

/**
 * Plans which nodes ship what, with the cost of every candidate and why it lost.
 * @throws {InvalidError} when the problem is malformed, or a strategy of your own breaks its rules.
 */
export function allocate(
  problem: Json<AllocationProblem>,
  strategy: AllocationStrategyKind | OwnStrategy,
): AllocationPlan;

/** The rules that a plan breaks, found without trusting whoever made it; none when it is right to the cent. */
export function checkAllocation(problem: Json<AllocationProblem>, plan: Json<AllocationPlan>): PlanViolation[];

/** What a node ships of an order: node, service, and pairs of a line's place and units. */
export type BenchShipment = readonly [number, number, readonly (readonly [number, number])[]];

/** A shipment of a solution: order, node, service, and pairs of a line's place and units. */
export type SolutionShipment = readonly [number, number, number, readonly (readonly [number, number])[]];

/** A solution of an instance: `oms-alloc-solution/1`. */
export interface SolutionFile {
  readonly format: string;
  readonly instance: string;
  readonly shipments: readonly SolutionShipment[];
  readonly cost_cents?: number;
}

/** A heuristic of your own that decides one order at a time, knowing nothing of later ones. */
export type OrderFunction = (order: ArrivalOrder) => Iterable<BenchShipment>;

/** A solver of your own that looks at the whole instance. */
export type InstanceFunction = (instance: InstanceFile) => Iterable<SolutionShipment>;

/** The families of generated instances. */
export function benchFamilies(): string[];

/** The shipped strategies over instances. */
export function benchStrategies(): string[];

/**
 * The instance of a family and a seed: the same on every machine.
 * @throws {InvalidError} when there is no such family.
 */
export function generateInstance(family: string, seed?: number): InstanceFile;

/** An instance of `oms-alloc/1`, read once. */
export class AllocationBench {
  /** @throws {InvalidError} when the instance is malformed; every fault is listed with its place. */
  constructor(instance: Json<InstanceFile>);

  /** The name of the instance. */
  readonly name: string;

  /** How many orders there are. */
  readonly orders: number;

  /** A cost that no solution is below: quick, proved and weak. */
  readonly boundCents: number;

  /** The solution of a shipped strategy, with its cost. */
  solve(strategy: string, budget?: { readonly work?: number; readonly threads?: number }): SolutionFile;

  /** Lets a function decide the orders as they arrive; `took` gets the nanoseconds of each. */
  play(decide: OrderFunction, took?: number[]): SolutionFile;

  /** Lets a function solve the whole instance. */
  run(solve: InstanceFunction): SolutionFile;

  /** A solution of these shipments. */
  solution(shipments: readonly SolutionShipment[]): SolutionFile;

  /** What a solution costs, to the cent, and every rule that it breaks. */
  check(solution: Json<SolutionFile>): SolutionCheck;

  /**
   * What a solution is worth.
   * @throws {InvalidError} when it breaks rules; its problems name each.
   */
  row(strategy: string, solution: Json<SolutionFile>, boundCents?: number): BenchRow;
}

/**
 * One row for each instance and strategy: shipped ones by name, and functions of your own.
 * @throws {InvalidError} when an instance is malformed, or a function answered with what breaks a rule.
 */
export function compareAllocation(
  instances: Iterable<Json<InstanceFile>>,
  options?: {
    readonly strategies?: readonly string[];
    readonly heuristics?: Readonly<Record<string, OrderFunction>>;
    readonly solvers?: Readonly<Record<string, InstanceFunction>>;
  },
): BenchRow[];

/** The answer that each type of calculation gets. */
export type CalculatedOf<T extends Calculation> = Extract<Calculated, { readonly type: T['type'] }>;

/**
 * A pure decision over figures that you give: no engine, no store.
 *
 * @throws {InvalidError} when the figures make no sense; every problem is listed.
 */
export function calculate<T extends Calculation>(calculation: T): CalculatedOf<T>;
export function calculate(calculation: string | Uint8Array): Calculated;

/** What came of a call to a ledger. */
export type LedgerOutcome =
  | 'done'
  | 'before'
  | 'insufficient'
  | 'reused'
  | 'unknown'
  | 'expired'
  | 'ended'
  | 'full';

/** The outcomes of a batch by their number; `invalid` is thrown by single calls. */
export const ledgerOutcomes: readonly (LedgerOutcome | 'invalid')[];

/** A line by names. */
export interface LedgerLine {
  readonly sku: string;
  readonly node: string;
  readonly units: number;
}

/** Orders as columns: the lines of order `i` are those from `ends[i - 1]` to `ends[i]`. */
export interface LedgerColumns {
  /** The id of each order's hold; whole numbers. */
  readonly ids: Float64Array;
  readonly ends: Uint32Array;
  readonly cells: Uint32Array;
  readonly units: Uint32Array;
}

/**
 * Stock in memory for the busiest hours: cells, and holds on them that run out.
 *
 * It keeps the rules of the engine's stock: all lines or none, holds that count for nothing from their expiry on, a call
 * repeated changes nothing. Ids are whole numbers; instants are milliseconds since 1970, as `Date.now()` gives them.
 */
export class Ledger {
  /** `seed` is a number that strangers who choose ids cannot guess; it changes no answer. */
  constructor(seed?: number);
  /** The index of a cell, given out when it is first named. */
  cell(sku: string, node: string): number;
  /** Sets the units that are there, and how many of them have to stay free. */
  set(cell: number, onHand: number, minFree?: number): void;
  /** The quantities of a cell. */
  stock(cell: number): StockCell;
  /** Holds all lines or none: `lines` is cell, units, cell, units and so on. */
  reserve(id: number, lines: Uint32Array, at: number, expiresAt?: number): LedgerOutcome;
  /** Holds all lines or none, by names. */
  reserveNamed(id: number, lines: readonly LedgerLine[], at: number, expiresAt?: number): LedgerOutcome;
  /** Moves the expiry of a hold. */
  extend(id: number, at: number, expiresAt?: number): LedgerOutcome;
  /** Turns the units of a hold into allocated ones. */
  confirm(id: number, at: number): LedgerOutcome;
  /** Gives the units of a hold back. */
  release(id: number, at: number): LedgerOutcome;
  /** Gives back what has run out by an instant. */
  expire(at: number): void;
  /** Holds stock for many orders; an outcome per order, by its number. */
  reserveBatch(orders: LedgerColumns, at: number, expiresAt?: number): Uint8Array;
  /** Confirms (1) or releases (0) many holds; an outcome per hold, by its number. */
  settleBatch(
    holds: { readonly ids: Float64Array; readonly confirm: Uint8Array },
    at: number,
  ): Uint8Array;
  /** What has happened since the last time: the engine's stock events. */
  drain(): StockEvent[];
  /** Forgets holds that ended before an instant. */
  forget(before: number): void;
}

/** The hash of the state that a journal folds to. */
export function replayHash(journal: string | Uint8Array): string;

/** The cases of the storage contract: what any store must answer. */
export function contractCases(): ContractCase[];

/** A case in which a store broke its word. */
export interface ContractFailure {
  /** The case. */
  readonly case: string;
  /** Which step, from 0. */
  readonly step: number;
  /** What it answered and what it should have. */
  readonly message: string;
}

/** Runs every case of the storage contract on a fresh store; the failures. */
export function checkStore(makeStore: () => OmsStore): ContractFailure[];

/** As `checkStore`, for stores that answer later. */
export function checkStoreAsync(
  makeStore: () => AsyncOmsStore | Promise<AsyncOmsStore>,
): Promise<ContractFailure[]>;

/** An error of oms-core: one class per kind. */
export class OmsError extends Error {
  constructor(report: ErrorReport, options?: ErrorOptions);
  /** The stable code, such as `stock.insufficient`: for programs. */
  readonly code: string;
  /** What to do about it. */
  readonly kind: ErrorKind;
  /** Every single problem of an invalid input, with a JSON pointer to its place; empty for other kinds. */
  readonly problems: readonly Problem[];
  /** The error in its wire form. */
  toJSON(): ErrorReport;
}

/** The input is wrong: mend it. */
export class InvalidError extends OmsError {}

/** What it names does not exist. */
export class NotFoundError extends OmsError {}

/** The input is fine, the rules say no. */
export class RefusedError extends OmsError {}

/** Somebody else was there first, or said something else under the same id. */
export class ConflictError extends OmsError {}

/** The store failed: try again later, with the same command id. */
export class StoreError extends OmsError {}

/** A defect of this library. */
export class InternalError extends OmsError {}

/** What a store's `commit` throws when somebody else was there first and nothing was written. */
export class StoreConflictError extends ConflictError {
  constructor(conflict?: StoreConflict, options?: ErrorOptions);
  /** What it collided with. */
  readonly conflict: Required<StoreConflict>;
}

/** The error of a report, such as a batch has for a command that was refused. */
export function toError(report: ErrorReport, options?: ErrorOptions): OmsError;

