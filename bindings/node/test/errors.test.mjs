// One class per kind, with code, problems and the wire form.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as oms from '../index.mjs';
import { command, record } from '../support/world.mjs';

const { Oms, OmsError, toError } = oms;

const raise = {
  InvalidError: () => new Oms().execute({ id: 'c', tenat: 'acme' }),
  NotFoundError: () => new Oms().execute(command('c', { type: 'review_order', order: 'o-1' })),
  RefusedError() {
    const engine = new Oms();
    engine.execute(command('sku', { type: 'put_sku', sku: { id: 'mug' } }));
    engine.execute(command('node', { type: 'put_node', node: { id: 'berlin' } }));
    const items = [{ sku: 'mug', node: 'berlin', quantity: 1 }];
    engine.execute(command('c', { type: 'reserve_stock', reservation: 'r', items }));
  },
  ConflictError() {
    const engine = new Oms();
    engine.execute(record('c', 1));
    engine.execute(record('c', 2));
  },
};
const kinds = {
  InvalidError: 'invalid',
  NotFoundError: 'not_found',
  RefusedError: 'refused',
  ConflictError: 'conflict',
  StoreError: 'store',
  InternalError: 'internal',
};
const codes = {
  InvalidError: 'input.invalid',
  NotFoundError: 'order.unknown',
  RefusedError: 'stock.insufficient',
  ConflictError: 'command.id_reused',
};

for (const [name, work] of Object.entries(raise)) {
  test(`${kinds[name]} is thrown as ${name}`, () => {
    assert.throws(work, (error) => {
      assert.ok(error instanceof oms[name] && error instanceof OmsError && error instanceof Error);
      assert.equal(error.name, name);
      assert.equal(error.kind, kinds[name]);
      assert.equal(error.code, codes[name]);
      assert.notEqual(error.message, '');
      assert.ok(error.stack.includes('errors.test.mjs'), error.stack);
      return true;
    });
  });
}

test('every kind of report becomes its class, and a kind of the future the base', () => {
  for (const [name, kind] of Object.entries(kinds)) {
    const error = toError({ code: 'a.b', kind, message: 'm' });
    assert.equal(error.constructor, oms[name]);
    assert.deepStrictEqual(JSON.parse(JSON.stringify(error)), { code: 'a.b', kind, message: 'm' });
  }
  assert.equal(toError({ code: 'a.b', kind: 'unheard_of', message: 'm' }).constructor, OmsError);
});

test('an invalid input has every problem at once, each with its place', () => {
  const wrong = { id: '', tenant: 'acme', at: 'noon', action: { type: 'receive_stock', sku: 'mug', quantity: -1, x: 1 } };
  assert.throws(
    () => new Oms().execute(wrong),
    (error) => {
      const found = error.problems.map(({ code, path }) => `${path} ${code}`).sort();
      assert.deepStrictEqual(found, [
        '/action/node input.missing_field',
        '/action/quantity input.out_of_range',
        '/action/x input.unknown_field',
        '/at input.bad_format',
        '/id input.bad_format',
      ]);
      return true;
    },
  );
});

test('a refused command of a batch is a result, and makes an error when wanted', () => {
  const engine = new Oms();
  const [first, second] = engine.executeBatch([record('c1', 5), command('c2', { type: 'review_order', order: 'o-1' })]);
  assert.equal(first.type, 'accepted');
  assert.equal(second.type, 'refused');
  assert.ok(toError(second.error) instanceof oms.NotFoundError);
});

test('an async call rejects with the same errors', async () => {
  const engine = new Oms();
  await assert.rejects(engine.executeBatchAsync([{ id: 'c' }]), oms.InvalidError);
  await assert.rejects(engine.executeBatchAsync([{ id: NaN }]), oms.InvalidError);
  await assert.rejects(engine.queryAsync('{'), { name: 'InvalidError', code: 'input.invalid' });
});
