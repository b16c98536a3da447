'use strict';

const native = require('../native.js');
const { call } = require('./errors.js');
const { lines, texts, toJson } = require('./json.js');

/** A plan by a shipped strategy, or by one of the host's own: a name and a function from the problem to assignments. */
function allocate(problem, strategy) {
  const json = toJson(problem);
  if (typeof strategy?.choose !== 'function') {
    const name = texts({ strategy }).strategy;
    return JSON.parse(call(() => native.allocate(json, name)));
  }
  const { name } = texts({ name: strategy.name });
  // The empty answer is priced first, so that the function only ever sees a problem that is sound.
  call(() => native.planAssignments(json, name, '[]'));
  const assignments = toJson(strategy.choose(JSON.parse(plainText(json))));
  return JSON.parse(call(() => native.planAssignments(json, name, assignments)));
}

/** The rules that a plan breaks; none when it is right to the unit, the gram and the cent. */
function checkAllocation(problem, plan) {
  const [asked, answered] = [toJson(problem), toJson(plan)];
  return JSON.parse(call(() => native.checkAllocation(asked, answered)));
}

/** A pure decision over the figures given. */
function calculate(calculation) {
  const json = toJson(calculation);
  return JSON.parse(call(() => native.calculate(json)));
}

/** The hash of the state that a journal folds to. */
function replayHash(journal) {
  const read = lines(journal, 'journal');
  return call(() => native.replayHash(read));
}

function plainText(json) {
  return typeof json === 'string' ? json : Buffer.from(json).toString('utf8');
}

module.exports = { allocate, calculate, checkAllocation, replayHash };
