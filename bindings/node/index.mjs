// The same package for `import`: one copy of the addon, whichever way it is loaded.
import oms from './index.js';

export const {
  ConflictError,
  InternalError,
  InvalidError,
  Ledger,
  NotFoundError,
  Oms,
  OmsError,
  RefusedError,
  Run,
  StoreConflictError,
  StoreError,
  allocate,
  calculate,
  checkAllocation,
  checkStore,
  checkStoreAsync,
  contractCases,
  drive,
  driveAsync,
  ledgerOutcomes,
  replayHash,
  toError,
  version,
} = oms;
