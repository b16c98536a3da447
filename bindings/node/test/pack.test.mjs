// The package as a user gets it: packed, installed into an empty folder, imported, required, type-checked.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { at } from '../support/world.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

test('a packed package installs and works', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'oms-pack-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const here = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  const [packed] = JSON.parse(
    execFileSync(npm, ['pack', '--json', '--pack-destination', folder], { ...here, cwd: at('.') }),
  );
  const names = packed.files.map(({ path }) => path);
  for (const name of ['index.js', 'index.mjs', 'index.d.ts', 'index.d.mts', 'models.d.ts', 'native.js', 'lib/json.js', 'README.md']) {
    assert.ok(names.includes(name), `${name} is not in the package`);
  }
  assert.ok(names.some((name) => name.endsWith('.node')));
  assert.ok(!names.some((name) => /^(src|test|support|types|node_modules)\//.test(name)), names.join(' '));

  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'shop', private: true }));
  execFileSync(npm, ['install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`], here);
  const run = (name) => execFileSync(process.execPath, [name], here);

  writeFileSync(join(folder, 'required.cjs'), "console.log(new (require('oms-core').Oms)().stateHash());");
  writeFileSync(join(folder, 'imported.mjs'), "import { Oms } from 'oms-core'; console.log(new Oms().stateHash());");
  assert.match(run('required.cjs'), /^[0-9a-f]{64}\n$/);
  assert.equal(run('required.cjs'), run('imported.mjs'));

  for (const name of ['story.mjs', 'quickstart.mjs', 'map-store.mjs']) {
    cpSync(at(`../../examples/node/${name}`), join(folder, name));
    const text = readFileSync(join(folder, name), 'utf8');
    writeFileSync(join(folder, name), text.replace("'../../bindings/node/index.mjs'", "'oms-core'"));
  }
  assert.match(run('quickstart.mjs'), /audit: 0 findings/);
  assert.match(run('map-store.mjs'), /contract: 0 failures/);

  for (const name of ['sample.mts', 'sample.cts']) cpSync(at(`types/${name}`), join(folder, name));
  const config = JSON.parse(readFileSync(at('tsconfig.json'), 'utf8'));
  config.compilerOptions.typeRoots = [at('node_modules/@types')];
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, files: ['sample.mts', 'sample.cts'] }));
  execFileSync(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', '.'], here);
});
