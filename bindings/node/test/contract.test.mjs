// Stores written in JavaScript: the cases of the contract, the step loop, what goes wrong on the way.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkStore, checkStoreAsync, contractCases, drive, driveAsync, Oms, OmsError, replayHash } from '../index.mjs';
import { Run, StoreConflictError, toError } from '../index.mjs';
import { AsyncMapStore, MapStore } from '../../../examples/node/map-store.mjs';
import { life, record, setUp } from '../support/world.mjs';

test('a store over plain Maps keeps the contract, sync and async', async () => {
  assert.ok(contractCases().length >= 10);
  assert.deepStrictEqual(checkStore(() => new MapStore()), []);
  assert.deepStrictEqual(await checkStoreAsync(async () => new AsyncMapStore()), []);
});

class Forgetful extends MapStore {
  commit(commit) {
    super.commit({ ...commit, events: [] });
  }
}
class Unguarded extends MapStore {
  commit(commit) {
    super.commit({ ...commit, deltas: commit.deltas.map(({ minFree, ...rest }) => rest) });
  }
}
class Unversioned extends MapStore {
  commit(commit) {
    const expected = (key) => this.load({ commands: [], documents: [key], cells: [] }).documents[0]?.stored.version ?? 0;
    super.commit({ ...commit, documents: commit.documents.map((write) => ({ ...write, expected: expected(write.key) })) });
  }
}
class Failing extends MapStore {
  load() {
    throw new Error('the disk is gone');
  }
}
for (const Broken of [Forgetful, Unguarded, Unversioned, Failing]) {
  test(`a ${Broken.name} store breaks the contract, and the failure says where`, async () => {
    const failures = checkStore(() => new Broken());
    assert.notEqual(failures.length, 0);
    for (const { case: name, step, message } of failures) {
      assert.ok(contractCases().some((known) => known.name === name));
      assert.ok(Number.isInteger(step) && message.length > 0);
    }
    const places = (list) => list.map(({ case: name, step }) => [name, step]);
    assert.deepStrictEqual(places(await checkStoreAsync(() => new Broken())), places(failures));
  });
}

test('a store that answers later does not pass for one that answers at once', () => {
  assert.throws(() => checkStore(() => new AsyncMapStore()), OmsError);
  assert.throws(() => drive(new AsyncMapStore(), setUp), { code: 'store.answers_later' });
});

test('the story over a store of the host ends in the state of the engine in memory', async () => {
  const oms = new Oms();
  const results = oms.executeBatch([...setUp, ...life]);
  const store = new MapStore();
  assert.deepStrictEqual(drive(store, [...setUp, ...life]), results);
  const later = new AsyncMapStore();
  assert.deepStrictEqual(await driveAsync(later, JSON.stringify([...setUp, ...life])), results);
  for (const journal of [store.journal(), later.inner.journal()]) assert.equal(replayHash(journal), oms.stateHash());
});

test('a command that was carried out is not carried out again', () => {
  const store = new MapStore();
  const first = drive(store, [record('c', 5)]);
  const before = store.journal();
  assert.deepStrictEqual(drive(store, [record('c', 5)]), first);
  assert.equal(store.journal(), before);
});

class Busy extends MapStore {
  attempts = 0;
  constructor(collisions) {
    super();
    this.collisions = collisions;
  }
  commit(commit) {
    this.attempts += 1;
    if (this.attempts <= this.collisions) throw new StoreConflictError();
    super.commit(commit);
  }
}

test('a collision runs again, 16 times at most, then the conflict is thrown', async () => {
  for (const run of [drive, driveAsync]) {
    const busy = new Busy(15);
    assert.equal((await run(busy, [record('c', 5)]))[0].type, 'accepted');
    assert.equal(busy.attempts, 16);
    const hopeless = new Busy(99);
    await assert.rejects(async () => run(hopeless, [record('c', 5)]), { name: 'StoreConflictError', kind: 'conflict' });
    assert.equal(hopeless.attempts, 16);
    assert.equal(hopeless.journal(), '');
  }
});

test('what a store throws comes out as it is', async () => {
  const gone = new Error('the disk is gone');
  const store = { load: () => ({}), commit: () => {} };
  assert.throws(() => drive({ ...store, load: () => { throw gone; } }, [record('c', 1)]), gone);
  await assert.rejects(driveAsync({ ...store, load: () => Promise.reject(gone) }, [record('c', 1)]), gone);
  const late = new MapStore();
  late.commit = () => { throw gone; };
  assert.throws(() => drive(late, [record('c', 1)]), gone);
});

test('a snapshot that is none is refused with its problems', () => {
  const commit = () => {};
  for (const snapshot of [undefined, null, {}, { documents: [{}] }, '[]']) {
    assert.throws(() => drive({ load: () => snapshot, commit }, [record('c', 1)]), { name: 'InvalidError' });
  }
});

test('a run can be driven by hand', () => {
  const store = new MapStore();
  const run = new Run([record('c', 5)]);
  let step = run.start();
  let rounds = 0;
  while (step.type === 'load') {
    step = run.resume(store.load(step.keys));
    rounds += 1;
  }
  assert.ok(rounds >= 1 && rounds <= 4);
  assert.equal(step.results[0].outcome.command, 'c');
  assert.equal(run.restart().type, 'load');
});

test('an answer that is out of turn does no harm', () => {
  const run = new Run([record('c', 5)]);
  const empty = { commands: [], documents: [], cells: [], expired: [] };
  for (const turn of [() => run.resume(empty), () => run.restart(), () => run.start(), () => run.resume(empty)]) {
    try {
      assert.ok(['load', 'done'].includes(turn().type));
    } catch (error) {
      assert.ok(error instanceof OmsError, String(error));
    }
  }
});

test('a refused command writes nothing', () => {
  const store = new MapStore();
  const action = { type: 'review_order', order: 'o-1' };
  const [result] = drive(store, [{ id: 'c', tenant: 'acme', at: '2026-11-11T09:00:00Z', action }]);
  assert.equal(toError(result.error).kind, 'not_found');
  assert.equal(store.journal(), '');
});
