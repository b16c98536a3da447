// Allocation without an engine: shipped strategies, strategies of the host, the independent checker.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allocate, calculate, checkAllocation, InvalidError, Oms } from '../index.mjs';
import { problem } from '../support/world.mjs';

/** All of each line from the first warehouse that has it. */
const wholeLines = {
  name: 'whole_lines',
  choose: ({ lines, candidates }) =>
    lines.flatMap(({ line, sku, quantity }) => {
      const found = candidates.find(({ available }) => (available[sku] ?? 0) >= quantity);
      return found ? [{ line, node: found.node, quantity }] : [];
    }),
};

test('every shipped strategy makes a plan that the checker passes', () => {
  for (const strategy of ['priority', 'nearest', 'fewest_shipments', 'greedy_cost']) {
    const plan = allocate(problem, strategy);
    assert.equal(plan.strategy, strategy);
    assert.deepStrictEqual(plan.shortfalls, []);
    assert.deepStrictEqual(checkAllocation(problem, plan), []);
  }
  assert.deepStrictEqual(
    allocate(problem, 'fewest_shipments').shipments.map(({ node, units }) => [node, units]),
    [['munich', 2]],
  );
});

test('a strategy of the host is priced, explained and checked like the others', () => {
  for (const form of [problem, JSON.stringify(problem), Buffer.from(JSON.stringify(problem))]) {
    const plan = allocate(form, wholeLines);
    assert.equal(plan.strategy, 'whole_lines');
    assert.deepStrictEqual(plan.assignments, [
      { line: '1', node: 'berlin', quantity: 1 },
      { line: '2', node: 'munich', quantity: 1 },
    ]);
    assert.equal(plan.cost.split.amount, '2.00');
    assert.deepStrictEqual(checkAllocation(form, plan), []);
  }
  const { shortfalls } = allocate(problem, { name: 'nothing', choose: () => [] });
  assert.deepStrictEqual(shortfalls.map(({ reason }) => reason), ['left_by_strategy', 'left_by_strategy']);
});

test('a strategy of the host cannot ship what is not there', () => {
  const overdraw = { name: 'overdraw', choose: () => [{ line: '2', node: 'berlin', quantity: 1 }] };
  assert.throws(() => allocate(problem, overdraw), { name: 'InvalidError', code: 'allocation.invalid_assignment' });
  const nonsense = { name: 'nonsense', choose: () => [{ line: '2', node: 'berlin', quantity: NaN }] };
  assert.throws(() => allocate(problem, nonsense), { name: 'InvalidError', code: 'input.invalid' });
  const nothing = { name: 'nothing', choose: () => undefined };
  assert.throws(() => allocate(problem, nothing), InvalidError);
});

test('a strategy of the host sees only sound problems, cannot spoil them, and its own errors come out', () => {
  let asked = 0;
  const counting = { name: 'counting', choose: () => ((asked += 1), []) };
  assert.throws(() => allocate({ ...problem, lines: [] }, counting), { name: 'InvalidError' });
  assert.equal(asked, 0);
  const spoiling = { name: 'spoiling', choose: (given) => ((given.lines.length = 0), []) };
  allocate(problem, spoiling);
  assert.equal(problem.lines.length, 2);
  const own = new RangeError('mine');
  const failing = { name: 'failing', choose: () => { throw own; } };
  assert.throws(() => allocate(problem, failing), own);
});

test('a tampered plan is found out', () => {
  const plan = allocate(problem, 'greedy_cost');
  plan.cost.total.amount = '0.01';
  const violations = checkAllocation(problem, plan);
  assert.notEqual(violations.length, 0);
  assert.ok(violations.every(({ rule, expected, found }) => rule && expected !== found));
});

test('orders planned together share what there is', () => {
  const orders = ['o-1', 'o-2'].map((order) => ({ order, problem }));
  const { plan } = calculate({ type: 'plan_batch', batch: { orders } });
  for (const { plan: part } of plan.orders) assert.deepStrictEqual(checkAllocation(problem, part), []);
  const amount = (money) => Number(money.amount);
  assert.ok(amount(plan.lowerBound) <= amount(plan.cost.total));
});

test('the engine allocates orders together', () => {
  const engine = new Oms();
  const at = '2026-11-11T00:00:00Z';
  const draft = {
    channel: 'web', channelOrderId: 'w-1', placedAt: at, currency: 'EUR', terms: 'invoice',
    lines: [{ id: '1', sku: 'mug', quantity: 2, unitPrice: { amount: '9.00', currency: 'EUR' } }],
    shipTo: { name: 'Ada', country: 'DE', city: 'Berlin', postalCode: '10115', lines: ['Weg 1'] },
  };
  const actions = [
    { type: 'put_node', node: { id: 'berlin' } },
    { type: 'put_sku', sku: { id: 'mug' } },
    { type: 'receive_stock', sku: 'mug', node: 'berlin', quantity: 3 },
    { type: 'place_order', order: 'o-1', draft },
    { type: 'approve_order', order: 'o-1' },
  ];
  actions.forEach((action, number) => engine.execute({ id: `c${number}`, tenant: 'acme', at, action }));
  const batch = { orders: ['o-1', 'o-2'] };
  const proposed = engine.query({ type: 'order_batch', tenant: 'acme', at, batch });
  assert.equal(engine.order('acme', 'o-1').status, 'approved');
  const answer = engine.allocateOrders('acme', at, batch);
  assert.deepStrictEqual(answer.plan, proposed.plan);
  assert.deepStrictEqual(answer.leftOut.map(({ order, error }) => [order, error.code]), [['o-2', 'order.unknown']]);
  assert.equal(engine.order('acme', 'o-1').status, 'allocated');
  assert.throws(() => engine.allocateOrders('acme', at, { orders: ['o-1', 'o-1'] }), { name: 'InvalidError' });
});
