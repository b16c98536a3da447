'use strict';

// The step loop over a store of the host: the core says what to load and what to write, the host does it.

const native = require('../native.js');
const { call, OmsError } = require('./errors.js');
const { toJson } = require('./json.js');

/** How often a run is tried when its commit collides with others. */
const MAX_ATTEMPTS = 16;

/** A run of commands, step by step. */
class Run {
  #run;

  constructor(commands) {
    const json = toJson(commands);
    this.#run = call(() => new native.Run(json));
  }

  start() {
    return JSON.parse(call(() => this.#run.start()));
  }

  resume(snapshot) {
    const json = toJson(snapshot);
    return JSON.parse(call(() => this.#run.resume(json)));
  }

  restart() {
    return JSON.parse(call(() => this.#run.restart()));
  }
}

/** Carries out commands over a store that answers at once. */
function drive(store, commands) {
  return atOnce(driving(store, commands));
}

/** Carries out commands over a store that answers later. */
async function driveAsync(store, commands) {
  return inTime(driving(store, commands));
}

/** Yields what the store answers, so that one loop serves both drivers. */
function* driving(store, commands) {
  const run = new Run(commands);
  let step = run.start();
  for (let attempt = 1; ; ) {
    if (step.type === 'load') {
      step = run.resume(yield store.load(step.keys));
      continue;
    }
    const { commit, results } = step;
    if (Object.values(commit).every((part) => part.length === 0)) return results;
    try {
      yield store.commit(commit);
      return results;
    } catch (error) {
      if (error?.code !== 'store.conflict' || attempt === MAX_ATTEMPTS) throw error;
      attempt += 1;
      step = run.restart();
    }
  }
}

function atOnce(steps) {
  let step = steps.next();
  while (!step.done) {
    if (typeof step.value?.then === 'function') {
      Promise.resolve(step.value).catch(() => {});
      const message = 'the store answered with a promise; use the function whose name ends in Async';
      throw new OmsError({ code: 'store.answers_later', kind: 'store', message });
    }
    step = steps.next(step.value);
  }
  return step.value;
}

async function inTime(steps) {
  let step = steps.next();
  while (!step.done) {
    let value;
    try {
      value = await step.value;
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(value);
  }
  return step.value;
}

module.exports = { Run, drive, driveAsync, atOnce, inTime };
