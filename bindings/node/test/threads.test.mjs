// Worker threads load the addon; asynchronous calls leave the event loop free; calls at once do not disturb each other.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { Oms } from '../index.mjs';
import { at, life, receive, record, setUp } from '../support/world.mjs';

test('worker threads run their own engines and come to the same state', async () => {
  const oms = new Oms();
  oms.executeBatch([...setUp, ...life]);
  const workers = [1, 2, 3].map(() => new Worker(at('support/worker.mjs')));
  const hashes = await Promise.all(workers.map(async (worker) => (await once(worker, 'message'))[0]));
  assert.deepStrictEqual(hashes, Array(3).fill(oms.stateHash()));
});

test('the event loop goes on while a batch is carried out', async () => {
  const commands = JSON.stringify(Array.from({ length: 30_000 }, (_, number) => record(`c${number}`, 1)));
  const oms = new Oms();
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);
  const busy = oms.executeBatchAsync(commands);
  const whileBusy = await Promise.race([busy, new Promise((resolve) => setTimeout(resolve, 25, 'ticking'))]);
  assert.equal(whileBusy, 'ticking', 'the batch is long enough to see ticks');
  assert.ok(ticks >= 3, `${ticks} ticks`);
  const results = await busy;
  clearInterval(timer);
  assert.equal(results.length, 30_000);
  assert.ok(results.every(({ type }) => type === 'accepted'));
});

test('batches on many threads over one engine lose nothing', async () => {
  const oms = new Oms();
  oms.executeBatch(setUp);
  const batch = (from) => Array.from({ length: 50 }, (_, number) => receive(`b${from}-${number}`, 1));
  await Promise.all(Array.from({ length: 8 }, (_, from) => oms.executeBatchAsync(batch(from))));
  const [mug] = oms.availability('acme', ['mug'], '2026-11-11T09:00:00Z');
  assert.equal(mug.promiseable, 10 + 10 + 8 * 50);
  const { audit } = await oms.queryAsync({ type: 'audit' });
  assert.deepStrictEqual(audit.findings, []);
  assert.equal(audit.stateHash, oms.stateHash());
});

test('the input of an asynchronous call may change once it was given', async () => {
  const oms = new Oms();
  const bytes = Buffer.from(JSON.stringify([record('c', 5)]));
  const result = oms.executeBatchAsync(bytes);
  bytes.fill(0);
  assert.equal((await result)[0].type, 'accepted');
});
