// Reserving from Node: the ledger beside a plain Map, on the same orders, in one run.
//
// `cargo xtask bench reserve-node [--orders N] [--rounds N] [--file ORDERS.csv] [--json FILE]`; the workload is that of the Rust bench: orders of 1 to 5
// lines, SKUs by Zipf(1.0) over 1,000 SKUs x 10 nodes, 1 to 3 units, 95 % of the units asked for in stock, all lines or none, then
// nine of ten confirmed. Rounds of all programs take turns; figures are medians. Cells are compared at the end.
// A file of orders has the form that `orders.rs` tells.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Ledger } from '../../bindings/node/index.mjs';

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '5' },
    file: { type: 'string' },
    json: { type: 'string' },
  },
});
const [ROUNDS, WINDOW, QUARTER] = [Number(values.rounds), 512, 900_000];

let seed = 1;
const below = (n) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * n);
};

const sums = [];
for (let rank = 1, sum = 0; rank <= 1000; rank += 1) sums.push((sum += 1 / rank));
function zipf() {
  const at = (below(2 ** 30) / 2 ** 30) * sums.at(-1);
  let [low, high] = [0, 999];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cells by number, and how many units all orders ask of each. */
const keys = [];
const asked = [];
const ended = (id, lines, confirm) => ({
  id,
  lines,
  pairs: Uint32Array.from(lines.flatMap(({ cell, units }) => [cell, units])),
  confirm,
});

function read(path) {
  const numbers = new Map();
  const orders = [];
  let open;
  for (const row of readFileSync(path, 'utf8').trim().split('\n').slice(1)) {
    const [order, sku, node, quantity, action] = row.trim().split(',');
    const name = `${sku}/${node}`;
    if (!numbers.has(name)) {
      numbers.set(name, keys.push([sku, node]) - 1);
      asked.push(0);
    }
    if (open?.id !== Number(order)) orders.push((open = { id: Number(order), lines: [], confirm: action === 'confirm' }));
    const [cell, units] = [numbers.get(name), Number(quantity)];
    asked[cell] += units;
    open.lines.push({ sku, node, units, cell });
  }
  return orders.map(({ id, lines, confirm }) => ended(id, lines, confirm));
}

function make(count) {
  for (let sku = 0; sku < 1000; sku += 1) {
    for (let node = 0; node < 10; node += 1) {
      keys.push([`SKU-${String(sku).padStart(6, '0')}`, String(node)]);
      asked.push(0);
    }
  }
  return Array.from({ length: count }, (_, id) => {
    const lines = Array.from({ length: 1 + below(5) }, () => {
      const cell = zipf() * 10 + below(10);
      const units = 1 + below(3);
      asked[cell] += units;
      return { sku: keys[cell][0], node: keys[cell][1], units, cell };
    });
    return ended(id, lines, below(10) !== 0);
  });
}

const orders = values.file ? read(values.file) : make(Number(values.orders));
const COUNT = orders.length;
const stock = Array.from(asked, (units) => Math.floor((units * 95 + 50) / 100));

function plainMap(window) {
  const free = new Map();
  const sold = new Map();
  keys.forEach(([sku, node], cell) => {
    free.set(`${sku}/${node}`, stock[cell]);
    sold.set(`${sku}/${node}`, 0);
  });
  const start = performance.now();
  for (let first = 0; first < COUNT; first += window) {
    const upto = Math.min(first + window, COUNT);
    const held = [];
    for (let at = first; at < upto; at += 1) {
      const { lines } = orders[at];
      let done = 0;
      for (; done < lines.length; done += 1) {
        const { sku, node, units } = lines[done];
        const cell = `${sku}/${node}`;
        const left = free.get(cell);
        if (left < units) break;
        free.set(cell, left - units);
      }
      if (done === lines.length) held.push(at);
      else {
        for (let back = 0; back < done; back += 1) {
          const cell = `${lines[back].sku}/${lines[back].node}`;
          free.set(cell, free.get(cell) + lines[back].units);
        }
      }
    }
    for (const at of held) {
      const target = orders[at].confirm ? sold : free;
      for (const { sku, node, units } of orders[at].lines) {
        const cell = `${sku}/${node}`;
        target.set(cell, target.get(cell) + units);
      }
    }
  }
  return [performance.now() - start, keys.map(([sku, node]) => sold.get(`${sku}/${node}`))];
}

function filled() {
  const ledger = new Ledger();
  keys.forEach(([sku, node], cell) => ledger.set(ledger.cell(sku, node), stock[cell]));
  return ledger;
}

const soldBy = (ledger) => keys.map((_, cell) => ledger.stock(cell).allocated);

function calls(reserve) {
  const ledger = filled();
  const start = performance.now();
  for (const order of orders) {
    if (reserve(ledger, order) !== 'done') continue;
    if (order.confirm) ledger.confirm(order.id, order.id);
    else ledger.release(order.id, order.id);
  }
  return [performance.now() - start, soldBy(ledger)];
}

function batches() {
  const ledger = filled();
  const made = [];
  for (let first = 0; first < COUNT; first += WINDOW) {
    const own = orders.slice(first, first + WINDOW);
    const ends = [];
    own.reduce((end, order) => (ends.push(end + order.lines.length), end + order.lines.length), 0);
    made.push([
      first,
      {
        ids: Float64Array.from(own, (order) => order.id),
        ends: Uint32Array.from(ends),
        cells: Uint32Array.from(own.flatMap((order) => order.lines.map((line) => line.cell))),
        units: Uint32Array.from(own.flatMap((order) => order.lines.map((line) => line.units))),
      },
      Uint8Array.from(own, (order) => Number(order.confirm)),
    ]);
  }
  const start = performance.now();
  for (const [first, columns, confirm] of made) {
    // Orders that were refused are unknown to the ledger, so all may be settled.
    ledger.reserveBatch(columns, first, first + QUARTER);
    ledger.settleBatch({ ids: columns.ids, confirm }, first);
  }
  return [performance.now() - start, soldBy(ledger)];
}

const programs = [
  ['Map, one by one', undefined, () => plainMap(1)],
  ['Map, batches', undefined, () => plainMap(WINDOW)],
  ['ledger, one call, string SKUs', 'Map, one by one', () =>
    calls((ledger, { id, lines }) => ledger.reserveNamed(id, lines, id, id + QUARTER))],
  ['ledger, one call, cells', 'Map, one by one', () =>
    calls((ledger, { id, pairs }) => ledger.reserve(id, pairs, id, id + QUARTER))],
  ['ledger, typed-array batches', 'Map, batches', () => batches()],
];
const took = new Map(programs.map(([name]) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1) {
  const ends = new Map();
  for (const [name, , program] of programs) {
    const [millis, sold] = program();
    took.get(name).push(millis);
    const step = name.includes('batches');
    if (!ends.has(step)) ends.set(step, sold);
    assert.deepStrictEqual(sold, ends.get(step), name);
  }
}
const median = (list) => list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)];
const rates = new Map(programs.map(([name]) => [name, COUNT / (median(took.get(name)) / 1000)]));
const rows = programs.map(([name, against]) => {
  const value = rates.get(name);
  const ratio = against && value / rates.get(against);
  console.log(`${value.toFixed(0).padStart(14)} orders/s  ${name}${against ? `  ${ratio.toFixed(2)} of ${against}` : ''}`);
  return { name, value, unit: 'orders/s', ...(against && { against, ratio }) };
});
if (values.json) writeFileSync(values.json, JSON.stringify({ bench: 'reserve-node', rows }));
