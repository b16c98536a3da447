// The ledger from Node: plain calls, typed arrays, and both against a plain Map.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidError, Ledger, ledgerOutcomes } from '../index.mjs';

function filled(units, cells = 1) {
  const ledger = new Ledger();
  for (let cell = 0; cell < cells; cell += 1) {
    assert.equal(ledger.cell(`sku-${cell}`, 'berlin'), cell);
    ledger.set(cell, units);
  }
  return ledger;
}

const line = (...numbers) => Uint32Array.from(numbers);
const words = (codes) => Array.from(codes, (code) => ledgerOutcomes[code]);

test('an order is held whole or not at all, and once', () => {
  const ledger = filled(5);
  assert.equal(ledger.reserve(1, line(0, 3), 0, 10), 'done');
  assert.equal(ledger.reserve(1, line(0, 3), 0, 10), 'before');
  assert.equal(ledger.reserve(1, line(0, 2), 0, 10), 'reused');
  const twice = [
    { sku: 'sku-0', node: 'berlin', units: 2 },
    { sku: 'sku-0', node: 'berlin', units: 1 },
  ];
  assert.equal(ledger.reserveNamed(2, twice, 0), 'insufficient');
  assert.deepStrictEqual(ledger.stock(0), { onHand: 5, held: 3, allocated: 0 });
  assert.equal(ledger.reserveNamed(3, [{ sku: 'sku-0', node: 'berlin', units: 5 }], 10), 'done');
  assert.equal(ledger.confirm(1, 10), 'expired');
  assert.deepStrictEqual([ledger.confirm(3, 11), ledger.release(3, 11), ledger.confirm(9, 0)], ['done', 'done', 'unknown']);
});

test("what happened is told as the engine's events", () => {
  const ledger = filled(5);
  ledger.reserve(1, line(0, 3), 0);
  ledger.release(1, 5);
  const [opened, released] = ledger.drain();
  assert.deepStrictEqual([opened.type, released.type], ['reservation_opened', 'reservation_released']);
  ledger.forget(6);
  assert.equal(ledger.confirm(1, 6), 'unknown');
});

for (const [name, wrong, code] of [
  ['no line', (ledger) => ledger.reserve(1, line(), 0), 'stock.invalid'],
  ['half a line', (ledger) => ledger.reserve(1, line(0), 0), 'ledger.bad_columns'],
  ['no unit', (ledger) => ledger.reserve(1, line(0, 0), 0), 'stock.invalid'],
  ['an unknown cell', (ledger) => ledger.reserve(1, line(7, 1), 0), 'ledger.unknown_cell'],
  ['half an id', (ledger) => ledger.reserve(1.5, line(0, 1), 0), 'input.invalid'],
  ['a negative id', (ledger) => ledger.reserve(-1, line(0, 1), 0), 'input.invalid'],
  ['no instant', (ledger) => ledger.reserve(1, line(0, 1), NaN), 'input.invalid'],
  ['columns that do not fit', (ledger) =>
    ledger.reserveBatch({ ids: new Float64Array(2), ends: line(1), cells: line(0), units: line(1) }, 0), 'ledger.bad_columns'],
]) {
  test(`${name} is thrown with its code`, () => {
    const ledger = filled(5);
    assert.throws(() => wrong(ledger), (error) => error instanceof InvalidError && error.code === code);
    assert.equal(ledger.stock(0).held, 0);
  });
}

test('batches and calls sell what a Map sells', () => {
  let seed = 7;
  const below = (n) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * n);
  };
  const [one, many, plain] = [filled(40, 8), filled(40, 8), new Map(Array.from({ length: 8 }, (_, cell) => [cell, 40]))];
  for (let round = 0; round < 20; round += 1) {
    const [ids, ends, cells, units, taken] = [[], [], [], [], []];
    for (let order = round * 10; order < round * 10 + 10; order += 1) {
      const own = Array.from({ length: 1 + below(3) }, () => [below(8), 1 + below(3)]);
      const need = new Map();
      for (const [cell, wanted] of own) need.set(cell, (need.get(cell) ?? 0) + wanted);
      const fits = [...need].every(([cell, wanted]) => plain.get(cell) >= wanted);
      if (fits) for (const [cell, wanted] of need) plain.set(cell, plain.get(cell) - wanted);
      assert.equal(one.reserve(order, line(...own.flat()), 0) === 'done', fits);
      ids.push(order);
      cells.push(...own.map(([cell]) => cell));
      units.push(...own.map(([, wanted]) => wanted));
      ends.push(cells.length);
      taken.push(fits ? 'done' : 'insufficient');
    }
    const columns = { ids: Float64Array.from(ids), ends: line(...ends), cells: line(...cells), units: line(...units) };
    assert.deepStrictEqual(words(many.reserveBatch(columns, 0)), taken);
  }
  const settled = { ids: Float64Array.from([0, 0, 999]), confirm: Uint8Array.from([1, 1, 1]) };
  assert.deepStrictEqual(words(many.settleBatch(settled, 1)), ['done', 'before', 'unknown']);
  for (let cell = 0; cell < 8; cell += 1) {
    const { held, allocated } = many.stock(cell);
    assert.equal(held + allocated, 40 - plain.get(cell));
    assert.equal(one.stock(cell).held, 40 - plain.get(cell));
  }
});
