// A panic of the core is an error here, on the main thread and on the pool's; the process lives on.
// The function that panics exists in a build of its own only.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, target } from '../build.mjs';
import errors from '../lib/errors.js';

const require = createRequire(import.meta.url);

test('a panic becomes an InternalError', async () => {
  const out = join(target(), 'napi-panic');
  build(out, { profile: 'quick', features: ['panic_on_purpose'] });
  const addon = require(join(out, readdirSync(out).find((name) => name.endsWith('.node'))));
  const isInternal = (code) => (thrown) => {
    const error = errors.fromNative(thrown);
    assert.ok(error instanceof errors.InternalError);
    assert.equal(error.code, code);
    assert.match(error.message, /on purpose/);
    return true;
  };
  assert.throws(() => addon.panicOnPurpose(), isInternal('internal.panic'));
  await assert.rejects(addon.panicOnPurposeAsync(), isInternal('internal.panic'));
  assert.throws(() => addon.panicAtTheDoor(), isInternal('internal.addon'));
  assert.match(new addon.Engine().stateHash(), /^[0-9a-f]{64}$/);
});

test('the released addon has no function that panics', () => {
  assert.ok(!Object.keys(require('../native.js')).some((name) => /panic/i.test(name)));
});
