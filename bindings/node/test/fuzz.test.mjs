// Arbitrary JSON, and good commands with arbitrary wounds: an answer or an OmsError, never anything else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allocate, calculate, checkAllocation, drive, Oms, OmsError } from '../index.mjs';
import { MapStore } from '../../../examples/node/map-store.mjs';
import { life, problem, random, setUp, stories } from '../support/world.mjs';

const SEED = Number(process.env.OMS_FUZZ_SEED ?? 20261111);
const ROUNDS = Number(process.env.OMS_FUZZ_ROUNDS ?? 1_000);
/** Wounded copies of each message of the stories. */
const COPIES = Math.ceil(ROUNDS / 500);

const next = random(SEED);
const pick = (list) => list[next(list.length)];
const scalars = [null, true, false, 0, -1, 1.5, 2 ** 53, 1e308, '', 'mug', 'o-1', 'acme', '\u0000', '😀', 'x'.repeat(200)];
const odd = [undefined, NaN, -Infinity, 5n, '\ud800', Symbol.iterator, () => 1, new Map(), new Date(NaN)];

/** Any value, now and then one that JSON does not have. */
function anything(depth = 0) {
  const kind = next(depth > 4 ? 2 : 5);
  if (kind === 0) return pick(scalars);
  if (kind === 1) return next(8) === 0 ? pick(odd) : pick(scalars);
  const size = next(4);
  if (kind === 2) return Array.from({ length: size }, () => anything(depth + 1));
  const names = ['id', 'tenant', 'at', 'action', 'type', 'order', 'quantity', '__proto__', 'toString', ''];
  return Object.fromEntries(Array.from({ length: size }, () => [pick(names), anything(depth + 1)]));
}

/** A copy with one place replaced, removed or doubled. */
function wounded(value) {
  if (value === null || typeof value !== 'object' || next(6) === 0) return anything(2);
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const key = pick(Object.keys(copy));
  if (key === undefined) return anything(2);
  const how = next(8);
  if (how === 0) delete copy[key];
  else if (how === 1 && Array.isArray(copy)) copy.push(copy[key]);
  else if (how === 1) copy[`${key}x`] = copy[key];
  else copy[key] = wounded(copy[key]);
  return copy;
}

/** Whether it was answered; an OmsError counts as no, anything else thrown fails the test. */
function answered(what, work) {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof OmsError) {
      assert.notEqual(error.kind, 'internal', `seed ${SEED}: ${what}: ${error.message}`);
      assert.ok(error.code.includes('.') && typeof error.message === 'string');
      return false;
    }
    error.message = `seed ${SEED}: ${what}: ${error.message}`;
    throw error;
  }
}

test(`arbitrary input is answered or refused with a code (seed ${SEED})`, () => {
  const oms = new Oms();
  const store = new MapStore();
  const counts = { accepted: 0, refused: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const good = pick([...setUp, ...life]);
    const fresh = { ...good, id: `f${round}` };
    const given = [() => anything(), () => wounded(fresh), () => wounded(fresh), () => fresh][next(4)]();
    const before = oms.stateHash();
    const done = answered('execute', () => oms.execute(given));
    counts[done ? 'accepted' : 'refused'] += 1;
    if (!done) assert.equal(oms.stateHash(), before, 'a refused command changes nothing');
    answered('drive', () => drive(store, [given]));
    answered('query', () => oms.query(next(2) === 0 ? anything() : { type: 'order', tenant: 'acme', order: anything(4) }));
    answered('allocate', () => allocate(wounded(problem), pick(['nearest', 'greedy_cost', anything(3)])));
    answered('check', () => checkAllocation(problem, wounded(allocate(problem, 'priority'))));
    answered('text', () => oms.execute(JSON.stringify(good).slice(0, next(400))));
    answered('journal', () => Oms.fromJournal(Buffer.from(oms.journal().subarray(next(200)))));
  }
  assert.ok(counts.accepted > 50 && counts.refused > 50, JSON.stringify(counts));
  assert.deepStrictEqual(oms.audit().findings, []);
  assert.equal(Oms.fromJournal(oms.journal()).stateHash(), oms.stateHash());
});

/** What a step of a story asks, and of whom. */
const asks = (oms, step) => {
  if (step.command) return ['execute', step.command, (value) => oms.execute(value)];
  if (step.commands) return ['batch', step.commands, (value) => oms.executeBatch(value)];
  if (step.query) return ['query', step.query, (value) => oms.query(value)];
  if (step.calculation) return ['calculate', step.calculation, calculate];
  return ['text', step.text, (value) => oms.execute(value)];
};

test(`every message of the stories with wounds is answered or refused, and the books stay sound (seed ${SEED})`, () => {
  const counts = { accepted: 0, refused: 0 };
  for (const story of stories()) {
    const oms = new Oms();
    for (const [number, step] of story.steps.entries()) {
      const [what, given, work] = asks(oms, step);
      const where = `${story.file} step ${number}: ${what}`;
      for (let copy = 0; copy < COPIES; copy += 1) {
        counts[answered(where, () => work(wounded(given))) ? 'accepted' : 'refused'] += 1;
      }
      answered(where, () => work(given));
    }
    assert.deepStrictEqual(oms.audit().findings, [], story.file);
    assert.equal(Oms.fromJournal(oms.journal()).stateHash(), oms.stateHash(), story.file);
  }
  assert.ok(counts.accepted > 20 && counts.refused > 200, JSON.stringify(counts));
});
