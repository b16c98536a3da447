// A store of your own in plain Maps, sync and async, driven by the core's step loop.
//
//     node examples/node/map-store.mjs

import { pathToFileURL } from 'node:url';
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

// In a project of your own: from 'oms-core'.
import * as omsCore from '../../bindings/node/index.mjs';
import { life, setUp } from './story.mjs';

const { Oms, StoreConflictError, checkStore, checkStoreAsync, drive, driveAsync, replayHash } = omsCore;

const WRITTEN = ['onHand', 'held', 'allocated'];
const BUCKETS = [...WRITTEN, 'qualityHold', 'damaged', 'returnedPending', 'incoming']; // the rest is left out when 0
const LIMIT = 1_000_000_000_000;

/** Keys sort by their parts: no id holds a zero character. */
const documentKey = ({ tenant, kind, id }) => [tenant, kind, id].join('\0');
const cellKey = ({ tenant, sku, node }) => [tenant, sku, node].join('\0');
const commandKey = ({ tenant, command }) => [tenant, command].join('\0');

/** By the bytes of UTF-8, as the core sorts; JavaScript compares UTF-16. */
const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const sorted = (map) => [...map].sort(([a], [b]) => byBytes(a, b));

/** Without its Z, an instant sorts as text: `08:00:00` before `08:00:00.5`. */
const isBy = (instant, at) => instant !== undefined && instant.slice(0, -1) <= at.slice(0, -1);

/** Every bucket of a cell or change. */
const filled = (cell) => Object.fromEntries(BUCKETS.map((bucket) => [bucket, cell?.[bucket] ?? 0]));

/** A cell as the core writes it. */
const bare = (cell) =>
  Object.fromEntries(Object.entries(cell).filter(([bucket, units]) => units !== 0 || WRITTEN.includes(bucket)));

/** What is there less what somebody has and what cannot be sold; what is incoming is not there. */
const free = ({ onHand, held, allocated, qualityHold, damaged, returnedPending }) =>
  onHand - held - allocated - qualityHold - damaged - returnedPending;

/** The cell after a change; nothing when a bucket leaves its range or too few units stay free. */
function guarded(cell, change, minFree) {
  const [before, delta] = [filled(cell), filled(change)];
  const after = Object.fromEntries(BUCKETS.map((bucket) => [bucket, before[bucket] + delta[bucket]]));
  const sound = BUCKETS.every((bucket) => after[bucket] >= 0 && after[bucket] <= LIMIT);
  const enough = minFree === undefined || free(delta) >= 0 || free(after) >= minFree;
  return sound && enough ? bare(after) : undefined;
}

export class MapStore {
  documents = new Map();
  cells = new Map();
  commands = new Map();
  entries = [];
  conflicts = 0;

  load(keys) {
    const found = (map, wanted) => wanted.map((key) => map.get(key)).filter((entry) => entry !== undefined);
    return structuredClone({
      commands: found(this.commands, keys.commands.map(commandKey)),
      documents: found(this.documents, keys.documents.map(documentKey)),
      cells: found(this.cells, keys.cells.map(cellKey)),
      expired: keys.expiredBy === undefined ? [] : this.expired(keys),
    });
  }

  commit(commit) {
    const { documents, deltas, events, commands } = structuredClone(commit);
    const after = deltas.map(({ cell, delta, minFree }) => guarded(this.cells.get(cellKey(cell))?.cell, delta, minFree));
    const stands = ({ key, expected }) => (this.documents.get(documentKey(key))?.stored.version ?? 0) === expected;
    const conflict = {
      documents: documents.filter((write) => !stands(write)).map((write) => write.key),
      cells: deltas.filter((_, at) => after[at] === undefined).map((delta) => delta.cell),
      commands: commands.map((record) => record.key).filter((key) => this.commands.has(commandKey(key))),
    };
    if (Object.values(conflict).some((part) => part.length > 0)) {
      this.conflicts += 1;
      throw new StoreConflictError(conflict);
    }
    // Everything was checked before; from here on nothing can fail.
    for (const { key, stored } of documents) this.documents.set(documentKey(key), { key, stored });
    for (const [at, { cell }] of deltas.entries()) this.cells.set(cellKey(cell), { key: cell, cell: after[at] });
    for (const record of commands) this.commands.set(commandKey(record.key), record);
    this.entries.push(...events);
  }

  scan(scan) {
    const { tenant, kind, after, limit } = scan;
    const page = { documents: [], cells: [], entries: [] };
    const pick = (map, from) =>
      sorted(map)
        .filter(([key]) => from === undefined || byBytes(key, from) > 0)
        .map(([, entry]) => entry)
        .filter(({ key }) => (tenant ?? key.tenant) === key.tenant && (kind ?? key.kind) === key.kind)
        .slice(0, limit);
    if (scan.type === 'documents') page.documents = pick(this.documents, after && documentKey(after));
    if (scan.type === 'cells') page.cells = pick(this.cells, after && cellKey(after));
    if (scan.type === 'journal') page.entries = this.entries.slice(scan.from, scan.from + limit);
    return structuredClone(page);
  }

  /** Reservations in the cells asked for that have not ended though their time has run out. */
  expired({ cells, expiredBy }) {
    const wanted = new Set(cells.map(cellKey));
    const isWanted = ({ key, stored: { document } }) =>
      document.type === 'reservation' &&
      document.ended === undefined &&
      isBy(document.expiresAt, expiredBy) &&
      document.items.some(({ sku, node }) => wanted.has(cellKey({ tenant: key.tenant, sku, node })));
    return sorted(this.documents)
      .map(([, entry]) => entry)
      .filter(isWanted);
  }

  journal() {
    return this.entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  }
}

/** The same behind promises, as a database would be. */
export class AsyncMapStore {
  inner = new MapStore();

  async load(keys) {
    await setImmediate();
    return this.inner.load(keys);
  }

  async commit(commit) {
    await setImmediate();
    this.inner.commit(commit);
  }

  async scan(scan) {
    await setImmediate();
    return this.inner.scan(scan);
  }
}

/** Runs the story over both stores; what came of it. */
export async function main(print = console.log) {
  const failures = [...checkStore(() => new MapStore()), ...(await checkStoreAsync(() => new AsyncMapStore()))];
  print(`contract: ${failures.length} failures`);

  const oms = new Oms();
  const store = new MapStore();
  for (const commands of [setUp, ...life.map((command) => [command])]) {
    if (!isDeepStrictEqual(drive(store, commands), oms.executeBatch(commands))) throw new Error('the answers differ');
  }
  print(`sync: same state as the engine in memory: ${replayHash(store.journal()) === oms.stateHash()}`);

  // Twenty buyers at once want the same ten mugs, one each: ten get one, and nobody waits for a lock.
  const later = new AsyncMapStore();
  await driveAsync(later, setUp);
  const at = '2026-11-11T09:00:00Z';
  const buy = (buyer) => ({
    id: `buy-${buyer}`,
    tenant: 'acme',
    at,
    action: {
      type: 'reserve_stock',
      reservation: `cart-${buyer}`,
      items: [{ sku: 'mug', node: 'berlin', quantity: 1 }],
      expiresAt: '2026-11-11T09:15:00Z',
    },
  });
  const buyers = Array.from({ length: 20 }, (_, buyer) => driveAsync(later, [buy(buyer)]));
  const results = (await Promise.all(buyers)).flat();
  const served = results.filter((result) => result.type === 'accepted').length;
  print(`async: ${served} of ${results.length} buyers served, ${later.inner.conflicts} commits ran again`);
  return { failures, served, conflicts: later.inner.conflicts };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
