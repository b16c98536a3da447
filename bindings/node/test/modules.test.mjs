// One package for import and require, with every name that the types promise.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import * as imported from '../index.mjs';
import { at } from '../support/world.mjs';

const require = createRequire(import.meta.url);

test('import and require give the same classes', () => {
  const required = require('../index.js');
  assert.deepStrictEqual(Object.keys(imported).sort(), Object.keys(required).sort());
  for (const [name, value] of Object.entries(required)) assert.equal(imported[name], value);
  assert.equal(imported.version, require('../package.json').version);
});

test('the types declare what is there, and nothing else', () => {
  const types = readFileSync(at('index.d.ts'), 'utf8');
  const declared = [...types.matchAll(/^export (?:declare )?(?:class|function|const) (\w+)/gm)].map((found) => found[1]);
  assert.deepStrictEqual([...new Set(declared)].sort(), Object.keys(imported).sort());
  for (const [, name, body] of types.matchAll(/^export class (Oms|Run) {\n(.*?)^}/gms)) {
    const members = [...body.matchAll(/^ {2}(?:static )?(\w+)(?:<[^(]*>)?\(/gm)].map((found) => found[1]);
    const { prototype } = imported[name];
    const own = [...Object.getOwnPropertyNames(prototype), ...Object.keys(Object.getOwnPropertyDescriptors(imported[name]))];
    const methods = own.filter((key) => !['length', 'name', 'prototype'].includes(key));
    assert.deepStrictEqual([...new Set(members)].sort(), methods.sort());
  }
});

test('there is no dependency at run time', () => {
  const { dependencies, optionalDependencies, peerDependencies } = require('../package.json');
  assert.deepStrictEqual({ ...dependencies, ...optionalDependencies, ...peerDependencies }, {});
  const lock = readFileSync(at('package-lock.json'), 'utf8');
  assert.ok(!lock.includes('"resolved"'), 'the lock names no registry');
});

test('every export of the addon catches panics', () => {
  for (const file of ['engine', 'free', 'run']) {
    const source = readFileSync(at(`src/${file}.rs`), 'utf8');
    const exported = [...source.matchAll(/^ *#\[napi\((.*?)\)\]/gm)];
    assert.ok(exported.length > 0);
    const functions = [...source.matchAll(/^ *pub fn \w+/gm)];
    assert.equal(exported.length, functions.length, `${file}.rs exports each function by #[napi(...)]`);
    for (const [, options] of exported) assert.match(options, /\bcatch_unwind\b/);
  }
});
