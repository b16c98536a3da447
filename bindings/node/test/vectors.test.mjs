// The stories that Rust, Python and Node tell alike.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calculate, drive, Oms, OmsError, replayHash } from '../index.mjs';
import { MapStore } from '../../../examples/node/map-store.mjs';
import { stories } from '../support/world.mjs';

const play = {
  execute: (oms, step) => assert.deepStrictEqual(oms.execute(step.command), step.outcome),
  batch: (oms, step) => assert.deepStrictEqual(oms.executeBatch(step.commands), step.results),
  query: (oms, step) => assert.deepStrictEqual(oms.query(step.query), step.answer),
  calculate: (_, step) => assert.deepStrictEqual(calculate(step.calculation), step.answer),
  refuse: (oms, step) => refused(() => oms.execute(step.command), step),
  refuse_query: (oms, step) => refused(() => oms.query(step.query), step),
  refuse_calculation: (_, step) => refused(() => calculate(step.calculation), step),
  malformed(oms, step) {
    const error = thrown(() => oms.execute(step.text));
    const { code, kind } = error;
    const problems = error.problems.map(({ code, path }) => ({ code, path }));
    assert.deepStrictEqual({ code, kind, problems }, step.error);
  },
};

function refused(work, step) {
  const error = thrown(work);
  const { code, kind } = error;
  const paths = error.problems.map((problem) => problem.path);
  assert.deepStrictEqual({ code, kind, paths }, step.error);
}

function thrown(work) {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof OmsError, String(error));
    return error;
  }
  return assert.fail('it was not refused');
}

test('there are stories to tell', () => assert.notEqual(stories().length, 0));

for (const story of stories()) {
  test(`${story.file}: ${story.name}`, () => {
    const oms = new Oms();
    for (const [number, step] of story.steps.entries()) {
      assert.ok(Object.hasOwn(play, step.type), `step ${number} has type ${step.type}`);
      try {
        play[step.type](oms, step);
      } catch (error) {
        error.message = `step ${number}: ${error.message}`;
        throw error;
      }
    }
    assert.equal(oms.stateHash(), story.stateHash);
    assert.equal(replayHash(oms.journal()), story.stateHash);
    const replayed = Oms.fromJournal(oms.journal());
    assert.equal(replayed.stateHash(), story.stateHash);
    assert.deepStrictEqual(replayed.journal(), oms.journal());
  });
}

const overStore = {
  execute: (store, { command, outcome }) => {
    assert.deepStrictEqual(drive(store, [command]), [{ type: 'accepted', outcome }]);
  },
  batch: (store, { commands, results }) => assert.deepStrictEqual(drive(store, commands), results),
  refuse(store, { command, error }) {
    const { code, kind } = error;
    const [result] = refusals(() => drive(store, [command]));
    assert.deepStrictEqual({ code: result.code, kind: result.kind }, { code, kind });
  },
};

/** A malformed command is thrown, a refused one is a result. */
function refusals(work) {
  try {
    return work().map(({ error }) => error);
  } catch (error) {
    assert.ok(error instanceof OmsError, String(error));
    return [error];
  }
}

for (const story of stories()) {
  test(`${story.file} over a store of the host: ${story.name}`, () => {
    const store = new MapStore();
    for (const step of story.steps) overStore[step.type]?.(store, step);
    assert.equal(replayHash(store.journal()), story.stateHash);
  });
}
