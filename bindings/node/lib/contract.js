'use strict';

// The storage contract: what any store must answer, as data of the core.

const { isDeepStrictEqual } = require('node:util');
const native = require('../native.js');
const { call } = require('./errors.js');
const { toJson } = require('./json.js');
const { atOnce, inTime } = require('./run.js');

function contractCases() {
  return JSON.parse(call(() => native.contractCases()));
}

/** Runs every case on a fresh store; the failures. */
function checkStore(makeStore) {
  return atOnce(checking(makeStore));
}

/** As `checkStore`, for stores that answer later. */
async function checkStoreAsync(makeStore) {
  return inTime(checking(makeStore));
}

function* checking(makeStore) {
  const failures = [];
  for (const { name, steps } of contractCases()) {
    const store = yield makeStore();
    for (const [step, asked] of steps.entries()) {
      const message = yield* checkStep(store, asked);
      if (message === undefined) continue;
      failures.push({ case: name, step, message });
      break;
    }
  }
  return failures;
}

function* checkStep(store, asked) {
  try {
    switch (asked.type) {
      case 'commit':
        return differs(yield* conflictOf(store, asked.commit), asked.conflict);
      case 'load':
        return differs(yield store.load(asked.keys), asked.snapshot);
      case 'scan':
        return differs(yield store.scan(asked.scan), asked.page);
      default:
        return `this version knows no step \`${asked.type}\``;
    }
  } catch (error) {
    return String(error?.stack ?? error);
  }
}

/** What the commit collided with; nothing when it was written. */
function* conflictOf(store, commit) {
  try {
    yield store.commit(commit);
  } catch (error) {
    if (error?.code !== 'store.conflict') throw error;
    return error.conflict;
  }
  return undefined;
}

function differs(answer, expected) {
  const found = answer === undefined ? undefined : JSON.parse(toJson(answer));
  if (isDeepStrictEqual(found, expected)) return undefined;
  return `answered ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`;
}

module.exports = { contractCases, checkStore, checkStoreAsync };
