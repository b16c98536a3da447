// What the tests share: vectors, the story of the examples, a small allocation problem.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export { life, setUp } from '../../../examples/node/story.mjs';

export const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Every story that three languages run. */
export function stories() {
  const folder = at('../../tests/vectors/stories');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return names.sort().map((name) => ({ file: name, ...JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) }));
}

export const command = (id, action, more = {}) => ({
  id,
  tenant: 'acme',
  at: '2026-11-11T09:00:00Z',
  action,
  ...more,
});

/** A command that an empty engine accepts, with a quantity in it. */
export const record = (id, quantity, sku = 'mug') =>
  command(id, { type: 'put_sku', sku: { id: sku, backorderLimit: quantity } });

export const receive = (id, quantity, sku = 'mug') =>
  command(id, { type: 'receive_stock', sku, node: 'berlin', quantity });

const eur = (amount) => ({ amount, currency: 'EUR' });
const tariff = { bands: [{ upTo: 5_000, price: eur('3.90') }] };
const lane = { options: [{ carrier: 'post', service: 'parcel', transitDays: 1, tariff }] };

/** Two warehouses; each has a mug, only Munich has a bowl. */
export const problem = {
  currency: 'EUR',
  lines: [
    { line: '1', sku: 'mug', quantity: 1, unitWeight: 350 },
    { line: '2', sku: 'bowl', quantity: 1, unitWeight: 500 },
  ],
  candidates: [
    { node: 'berlin', priority: 1, shipmentCost: eur('1.00'), unitCost: eur('0.10'), available: { mug: 5 }, lane },
    { node: 'munich', priority: 2, shipmentCost: eur('1.00'), unitCost: eur('0.10'), available: { mug: 5, bowl: 5 }, lane },
  ],
  splitCost: eur('2.00'),
};

/** The same numbers for the same seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
