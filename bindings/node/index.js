'use strict';

const { version } = require('./package.json');
const { allocate, calculate, checkAllocation, replayHash } = require('./lib/allocation.js');
const { AllocationBench, benchFamilies, benchStrategies, compareAllocation, generateInstance } = require('./lib/bench.js');
const { checkStore, checkStoreAsync, contractCases } = require('./lib/contract.js');
const { Oms } = require('./lib/engine.js');
const { fromNative, call, invalid, ...errors } = require('./lib/errors.js');
const { Ledger, ledgerOutcomes } = require('./lib/ledger.js');
const { drive, driveAsync, Run } = require('./lib/run.js');

module.exports = {
  ...errors,
  AllocationBench,
  Ledger,
  Oms,
  Run,
  allocate,
  benchFamilies,
  benchStrategies,
  calculate,
  checkAllocation,
  checkStore,
  checkStoreAsync,
  compareAllocation,
  contractCases,
  drive,
  driveAsync,
  generateInstance,
  ledgerOutcomes,
  replayHash,
  version,
};
