// Allocation without an engine: shipped strategies, strategies of the host, the independent checker.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allocate, checkAllocation, InvalidError } from '../index.mjs';
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
