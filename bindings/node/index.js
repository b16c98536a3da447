'use strict';

const { version } = require('./package.json');
const { allocate, calculate, checkAllocation, replayHash } = require('./lib/allocation.js');
const { checkStore, checkStoreAsync, contractCases } = require('./lib/contract.js');
const { Oms } = require('./lib/engine.js');
const { fromNative, call, invalid, ...errors } = require('./lib/errors.js');
const { Ledger, ledgerOutcomes } = require('./lib/ledger.js');
const { drive, driveAsync, Run } = require('./lib/run.js');

module.exports = {
  ...errors,
  Ledger,
  Oms,
  Run,
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
  version,
};
