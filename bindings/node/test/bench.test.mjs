// The bench of allocation heuristics, with functions of one's own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AllocationBench, InvalidError, benchStrategies, compareAllocation, generateInstance } from '../index.mjs';

const tiny = generateInstance('tiny-40', 3);

test('shipped strategies and own ones stand in the same rows', () => {
  const rows = compareAllocation([tiny], { heuristics: { nothing: () => [] }, solvers: { none: () => [] } });
  assert.deepStrictEqual(rows.map((row) => row.strategy), [...benchStrategies(), 'nothing', 'none']);
  for (const row of rows) {
    assert.ok(row.costCents >= row.boundCents && row.boundCents > 0);
    assert.equal(row.freightCents + row.handlingCents + row.splitCents + row.lateCents + row.shortCents, row.costCents);
  }
  assert.equal(rows.at(-1).costCents, rows.at(-2).costCents);
});

test('what a function ships is gone for the next order', () => {
  const bench = new AllocationBench(tiny);
  const greedy = ({ nodes, lines }) => {
    const [first] = nodes;
    if (first === undefined) return [];
    const have = lines.map((line, at) => [at, Math.min(line.quantity, first.stock[at])]);
    const unlimited = first.services.find((service) => service.maxWeightG === undefined) ?? first.services[0];
    return [[first.node, unlimited.service, have.filter(([, units]) => units > 0)]];
  };
  const { violations } = bench.check(bench.play(greedy));
  assert.ok(!violations.some((found) => found.rule === 'stock'), JSON.stringify(violations));
});

test('nonsense is refused with the rule that it breaks', () => {
  const tooMany = ({ nodes }) => nodes.slice(0, 1).map((node) => [node.node, node.services[0].service, [[0, 1000]]]);
  assert.throws(
    () => compareAllocation([tiny], { strategies: [], heuristics: { tooMany } }),
    (error) => error instanceof InvalidError && error.code === 'allocation.infeasible_solution',
  );
  assert.throws(() => new AllocationBench({ ...tiny, split_cents: -1 }), InvalidError);
  assert.throws(() => generateInstance('tiny-40', -1), InvalidError);
  assert.throws(() => new AllocationBench(tiny).solve('fastest'), InvalidError);
});
