// Benchmark a heuristic of your own beside the shipped ones: `node examples/node/benchmark-heuristic.mjs`.

import { InvalidError, benchStrategies, compareAllocation, generateInstance } from '../../bindings/node/index.mjs';

const instances = ['scarce-200', 'ample-500'].flatMap((family) => [1, 2].map((seed) => generateInstance(family, seed)));
console.log(`${instances.length} instances; shipped: ${benchStrategies().join(', ')}`);

/** The cheapest node that has the whole order; else nothing, and the buyer waits. */
function cheapestWhole(order) {
  const units = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  const grams = order.lines.reduce((sum, line) => sum + line.quantity * line.weightG, 0);
  const steps = Math.ceil(grams / order.weightStepG);
  let best;
  for (const node of order.nodes) {
    const room = node.unitsLeft === undefined || node.unitsLeft >= units;
    if (!room || order.lines.some((line, at) => node.stock[at] < line.quantity)) continue;
    for (const service of node.services) {
      if (service.maxWeightG !== undefined && grams > service.maxWeightG) continue;
      const freight = service.baseCents + service.stepCents * steps + service.lateCents;
      const cost = node.shipCents + node.unitCents * units + freight;
      if (best === undefined || cost < best.cost) best = { cost, node: node.node, service: service.service };
    }
  }
  if (best === undefined) return [];
  return [[best.node, best.service, order.lines.map((line, at) => [at, line.quantity])]];
}

const rows = compareAllocation(instances, { heuristics: { cheapest_whole: cheapestWhole } });
for (const row of rows) {
  const [gap, fill] = [row.gapPpm, row.fillPpm].map((ppm) => ((ppm ?? 0) / 10_000).toFixed(2));
  console.log(`${row.instance} ${row.strategy}: ${(row.costCents / 100).toFixed(2)}, gap ${gap} %, fill ${fill} %`);
}

// What cannot be shipped is refused, with the rule that it breaks.
try {
  const items = (lines) => lines.map((line, at) => [at, line.quantity]);
  const dreamer = ({ nodes, lines }) =>
    nodes.slice(0, 1).map((first) => [first.node, first.services[0].service, items(lines)]);
  compareAllocation(instances.slice(0, 1), { strategies: [], heuristics: { dreamer } });
} catch (error) {
  if (!(error instanceof InvalidError)) throw error;
  console.log(`dreamer is refused: ${error.code}, ${error.problems[0].code}`);
}
