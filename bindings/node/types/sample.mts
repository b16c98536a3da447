// What a TypeScript user writes: this file must compile, and each marked line must not.

import {
  AcceptedCommand,
  allocate,
  AnswerOf,
  Command,
  CommandResult,
  ConflictError,
  drive,
  driveAsync,
  InvalidError,
  Money,
  Oms,
  OmsError,
  OmsStore,
  OrderView,
  Outcome,
  RunStep,
  StoreConflictError,
} from 'oms-core';

const at = '2026-11-11T09:00:00Z';
const receive: Command = {
  id: 'c1',
  tenant: 'acme',
  at,
  action: { type: 'receive_stock', sku: 'mug', node: 'berlin', quantity: 5 },
};

const oms = new Oms();
const outcome: Outcome = oms.execute(receive);
oms.execute(JSON.stringify(receive));
oms.execute(Buffer.from(JSON.stringify(receive)));
const results: CommandResult[] = oms.executeBatch([receive]);
const later: Promise<CommandResult[]> = oms.executeBatchAsync([receive]);
const order: OrderView | undefined = oms.order('acme', 'o-1');
const free: number | undefined = oms.availability('acme', ['mug'], new Date())[0]?.promiseable;

for (const result of results) {
  if (result.type === 'accepted') {
    const accepted: AcceptedCommand = result;
    console.log(accepted.outcome.events.length);
  } else {
    console.log(result.error.code, result.error.kind === 'refused');
  }
}

// A query's answer is the one of its type.
const answer: AnswerOf['order'] = oms.query({ type: 'order', tenant: 'acme', order: 'o-1' });
const status: string | undefined = answer.order?.status;
const hash: string = (await oms.queryAsync({ type: 'state_hash' })).hash;

const amount: Money = { amount: '19.90', currency: 'EUR' };
// @ts-expect-error an amount is text: numbers are binary
const wrongAmount: Money = { amount: 19.9, currency: 'EUR' };
// @ts-expect-error there is no such command
const wrongType: Command = { ...receive, action: { type: 'recieve_stock', sku: 'mug', node: 'berlin', quantity: 5 } };
// @ts-expect-error the node is missing
const wrongField: Command = { ...receive, action: { type: 'receive_stock', sku: 'mug', quantity: 5 } };
// @ts-expect-error undefined is not the same as absent
const wrongAbsence: Command = { ...receive, by: undefined };
// @ts-expect-error a command is no number
oms.execute(5);
// @ts-expect-error what happened cannot be changed
outcome.events.length = 0;
// @ts-expect-error nor can its fields
outcome.command = 'c2';
// @ts-expect-error an outcome has no such field
console.log(outcome.evnts);
// @ts-expect-error there is no such strategy
allocate('{}', 'cheapest');

const plan = allocate('{}', {
  name: 'first',
  choose: ({ lines, candidates }) =>
    lines.map(({ line, quantity }) => ({ line, node: candidates[0]?.node ?? 'none', quantity })),
});
console.log(plan.cost.total.amount);

const store: OmsStore = {
  load: (keys) => ({ commands: [], documents: [], cells: [], expired: keys.documents.length > 0 ? [] : [] }),
  commit(commit) {
    if (commit.deltas.length > 0) throw new StoreConflictError({ cells: commit.deltas.map(({ cell }) => cell) });
  },
  scan: () => ({ documents: [], cells: [], entries: [] }),
};
drive(store, [receive]);
await driveAsync({ load: async (keys) => store.load(keys), commit: async (commit) => store.commit(commit) }, [receive]);
// @ts-expect-error a store that answers later needs driveAsync
drive({ load: async () => store.load({ commands: [], documents: [], cells: [] }), commit: () => {} }, [receive]);

function next(step: RunStep): number {
  return step.type === 'load' ? step.keys.documents.length : step.results.length;
}

try {
  oms.execute(receive);
} catch (error) {
  if (error instanceof InvalidError) console.log(error.problems.map(({ code, path }) => `${path}: ${code}`));
  else if (error instanceof ConflictError) console.log(error.code);
  else if (error instanceof OmsError) console.log(error.kind, error.toJSON());
}

console.log(later, order, free, status, hash, amount, wrongAmount, wrongType, wrongField, wrongAbsence, next);
