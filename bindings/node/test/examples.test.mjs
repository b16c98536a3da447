// The examples and the README run as they stand.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { main } from '../../../examples/node/map-store.mjs';
import { at } from '../support/world.mjs';

const run = promisify(execFile);

test('the quickstart tells the whole story', async () => {
  const { stdout } = await run(process.execPath, [at('../../examples/node/quickstart.mjs')]);
  for (const said of [
    'order o-1 is awaiting_payment',
    'berlin ships 2 units for 3.90 EUR',
    'munich lost',
    'order o-1 is delivered',
    'cancelling now is refused: order.illegal_transition',
    '"amount":"13.10"',
    'replayed to the same state: true',
    'audit: 0 findings',
  ]) {
    assert.ok(stdout.includes(said), `${said}\nis not in\n${stdout}`);
  }
});

test('the flash sale tells the same story as its siblings', async () => {
  const { stdout } = await run(process.execPath, [at('../../examples/node/flash-sale.mjs')]);
  assert.equal(stdout, readFileSync(at('../../examples/flash_sale.txt'), 'utf8'));
});

test('the heuristics bench compares and refuses', async () => {
  const { stdout } = await run(process.execPath, [at('../../examples/node/benchmark-heuristic.mjs')]);
  assert.match(stdout, /^4 instances; shipped: priority, nearest/);
  assert.match(stdout, /ample-500-1 cheapest_whole: .* fill 100.00 %/);
  assert.match(stdout, /dreamer is refused: allocation.infeasible_solution, allocation.over_/);
});

test('the store over Maps keeps the contract and never oversells', async () => {
  const said = [];
  const { failures, served, conflicts } = await main((line) => said.push(line));
  assert.deepStrictEqual(failures, []);
  assert.equal(served, 10);
  assert.ok(conflicts > 0, 'the buyers did collide');
  assert.ok(said.includes('sync: same state as the engine in memory: true'), said.join('\n'));
  const { stdout } = await run(process.execPath, [at('../../examples/node/map-store.mjs')]);
  assert.equal(stdout, `${said.join('\n')}\n`);
});

for (const readme of ['README.md', '../../README.md']) {
  test(`every JavaScript snippet of ${readme} runs and prints what it says`, (t) => runSnippets(readme, t));
}

async function runSnippets(readme, t) {
  const snippets = [...readFileSync(at(readme), 'utf8').matchAll(/```js\n(.*?)```/gs)].map((found) => found[1]);
  assert.ok(snippets.length >= 1);
  const folder = mkdtempSync(join(tmpdir(), 'oms-readme-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [number, snippet] of snippets.entries()) {
    const file = join(folder, `${number}.mjs`);
    writeFileSync(file, snippet.replaceAll("'oms-core'", `'${pathToFileURL(at('index.mjs')).href}'`));
    const { stdout } = await run(process.execPath, [file]);
    for (const [, expected] of snippet.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)) {
      assert.ok(stdout.includes(expected), `snippet ${number} printed\n${stdout}\nand not\n${expected}`);
    }
  }
}
