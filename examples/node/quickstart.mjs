// The life of one order: placed, paid, reviewed, allocated, released, shipped, tracked, reported.
//
//     node examples/node/quickstart.mjs

import { Oms, RefusedError } from '../../bindings/node/index.mjs'; // in a project of your own: from 'oms-core'
import { life, setUp } from './story.mjs';

const oms = new Oms();
oms.executeBatch(setUp);

for (const command of life) {
  const outcome = oms.execute(command);
  const { status } = oms.order('acme', 'o-1');
  console.log(`${command.at}  ${command.action.type.padEnd(16)} order o-1 is ${status}`);
  for (const explanation of outcome.explanations ?? []) {
    if (explanation.type !== 'allocation') continue;
    for (const { node, units, freight } of explanation.plan.shipments) {
      console.log(`  ${node} ships ${units} units for ${freight.amount} ${freight.currency}`);
    }
    for (const { node, outcome } of explanation.plan.candidates) {
      if (outcome.type === 'lost') console.log(`  ${node} lost: dearer by ${outcome.margin?.amount ?? 'an unknown amount'}`);
    }
  }
}

// Saying it twice changes nothing; what the rules forbid is an error with a code.
oms.execute(life[0]);
try {
  oms.execute({ id: 'late', tenant: 'acme', at: '2026-11-13T00:00:00Z', action: { type: 'cancel_order', order: 'o-1' } });
} catch (error) {
  if (!(error instanceof RefusedError)) throw error;
  console.log(`cancelling now is refused: ${error.code}`);
}

const table = oms.report('acme', {
  over: 'lines',
  dimensions: [{ type: 'attribute', attribute: 'category' }],
  measures: [
    { type: 'figure', figure: 'units_ordered' },
    { type: 'figure', figure: 'gross_profit' },
  ],
});
console.log(table.columns.map((column) => column.name).join('  '));
for (const row of table.rows) console.log(JSON.stringify(row));

// The journal is the whole truth: replayed, it gives the same state.
const replayed = Oms.fromJournal(oms.journal());
console.log(`replayed to the same state: ${replayed.stateHash() === oms.stateHash()}`);
console.log(`audit: ${oms.audit().findings.length} findings`);
