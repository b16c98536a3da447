// Compiles the addon: `npm run build`. Its loader and declarations are committed, so a build that makes others fails;
// `npm run build -- --write` takes them over. `--profile NAME` builds by another profile than Cargo's `release`.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const GENERATED = ['native.js', 'native.d.ts'];
const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');

/** Builds the addon with its loader into a folder. */
export function build(out, { profile = 'release', features = [] } = {}) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const cli = join(here, 'node_modules/@napi-rs/cli/dist/cli.js');
  const args = [cli, 'build', '--platform', '--profile', profile, '--js', 'native.js', '--dts', 'native.d.ts'];
  const chosen = features.flatMap((feature) => ['--features', feature]);
  const run = [...args, ...chosen, '--output-dir', out];
  const { status } = spawnSync(process.execPath, run, { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    console.error(`napi build ended with ${status}`);
    process.exit(1);
  }
}

/** The folder that all builds of the workspace share. */
export function target() {
  return resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = join(target(), 'napi');
  const { values } = parseArgs({ options: { profile: { type: 'string' }, write: { type: 'boolean' } } });
  build(out, values);
  for (const addon of readdirSync(out).filter((name) => name.endsWith('.node'))) {
    copyFileSync(join(out, addon), join(here, addon));
  }
  const same = (name) => readFileSync(join(out, name), 'utf8') === read(join(here, name));
  const stale = GENERATED.filter((name) => !same(name));
  if (values.write) {
    for (const name of stale) copyFileSync(join(out, name), join(here, name));
  } else if (stale.length > 0) {
    console.error(`stale: ${stale.join(', ')}; run \`npm run build -- --write\` in bindings/node and commit`);
    process.exitCode = 1;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
