// What JavaScript can hand over and JSON cannot say is refused with its place, never changed in silence.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import vm from 'node:vm';
import { allocate, InvalidError, Oms, Run } from '../index.mjs';
import { command, problem, record } from '../support/world.mjs';

/** The problems of a command that is refused, and proof that nothing happened. */
function refused(given, work = (oms) => oms.execute(given)) {
  const oms = new Oms();
  const before = oms.stateHash();
  let problems;
  assert.throws(
    () => work(oms),
    (error) => {
      assert.ok(error instanceof InvalidError, String(error));
      problems = error.problems.map(({ code, path }) => [path, code]);
      assert.ok(error.message.length < 2_000, 'the message stays short');
      return true;
    },
  );
  assert.equal(oms.stateHash(), before);
  return problems;
}

const quantity = '/action/sku/backorderLimit';
const wrongType = 'input.wrong_type';
const outOfRange = 'input.out_of_range';

for (const [name, value, code] of [
  ['a negative number', -1, outOfRange],
  ['2^32', 2 ** 32, outOfRange],
  ['2^53', 2 ** 53, outOfRange],
  ['1e300', 1e300, outOfRange],
  ['a fraction', 1.5, wrongType],
  ['NaN', NaN, outOfRange],
  ['Infinity', Infinity, outOfRange],
  ['a bigint', 5n, wrongType],
  ['undefined', undefined, wrongType],
  ['null', null, wrongType],
  ['a function', () => 5, wrongType],
  ['a symbol', Symbol('5'), wrongType],
  ['text', '5', wrongType],
  ['a boxed number', new Number(5), wrongType],
  ['a Map', new Map(), wrongType],
  ['a Set', new Set(), wrongType],
  ['a promise', Promise.resolve(5), wrongType],
  ['a class instance', new (class Five {})(), wrongType],
  ['an array', [5], wrongType],
]) {
  test(`${name} is no quantity`, () => assert.deepStrictEqual(refused(record('c', value)), [[quantity, code]]));
}

test('a number is no amount, though it looks like one', () => {
  const sku = (amount) => command('c', { type: 'put_sku', sku: { id: 'mug', cost: { amount, currency: 'EUR' } } });
  for (const amount of [4, 0.1, 1e21]) {
    assert.deepStrictEqual(
      refused(sku(amount)).map(([path]) => path),
      ['/action/sku/cost/amount'],
    );
  }
  assert.equal(new Oms().execute(sku('4.00')).events.length, 1);
});

test('every place is named at once, as a JSON pointer', () => {
  const given = record('c', NaN);
  const found = refused({ ...given, by: undefined, 'a/b~c': [0, [Infinity]] });
  assert.deepStrictEqual(found, [
    [quantity, outOfRange],
    ['/by', wrongType],
    ['/a~1b~0c/1/0', outOfRange],
  ]);
});

test('an object that contains itself is refused, one that stands twice is not', () => {
  const given = record('c', 1);
  given.action.self = given;
  assert.deepStrictEqual(refused(given), [['/action/self', 'input.malformed_json']]);
  const shared = { amount: '4.00', currency: 'EUR' };
  const sku = { id: 'mug', cost: shared, price: shared };
  assert.equal(new Oms().execute(command('c', { type: 'put_sku', sku })).events.length, 1);
});

test('nesting without end is refused, as an object and as text', () => {
  let deep = [];
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  assert.deepStrictEqual(refused(deep).map(([, code]) => code), ['input.malformed_json']);
  assert.deepStrictEqual(refused('['.repeat(1_000_000)), [['', 'input.malformed_json']]);
});

test('half of a surrogate pair is refused in values, names, text and bytes', () => {
  assert.deepStrictEqual(refused(record('\ud800', 1)), [['/id', 'input.bad_format']]);
  assert.equal(refused({ ...record('c', 1), '\udc00': 1 })[0][1], 'input.bad_format');
  assert.deepStrictEqual(refused('{"id": "\ud800"}'), [['', 'input.bad_format']]);
  assert.deepStrictEqual(refused('{"id": "\\ud800"}'), [['', 'input.malformed_json']]);
  assert.deepStrictEqual(refused(Buffer.from([0x22, 0xff, 0x22])), [['', 'input.malformed_json']]);
  const reference = 'a whole pair 😀 passes';
  const oms = new Oms();
  oms.execute(command('c', { type: 'put_sku', sku: { id: 'mug', name: reference } }));
  assert.ok(oms.journal().toString().includes(reference));
});

test('a valid Date is an instant, an invalid one is refused', () => {
  const oms = new Oms();
  const date = new Date('2026-11-11T09:00:00.123Z');
  oms.execute({ ...record('c', 1), at: date });
  assert.match(oms.journal().toString(), /"at":"2026-11-11T09:00:00\.123Z"/);
  assert.equal(oms.reviewHeld('acme', date), 0);
  assert.deepStrictEqual(refused({ ...record('c', 1), at: new Date(NaN) }), [['/at', 'input.bad_format']]);
});

test('a class that says its own JSON is written so, and what it says is checked', () => {
  class Amount {
    constructor(text) {
      this.text = text;
    }
    toJSON() {
      return this.text;
    }
  }
  const sku = (amount) => command('c', { type: 'put_sku', sku: { id: 'mug', cost: { amount, currency: 'EUR' } } });
  assert.equal(new Oms().execute(sku(new Amount('4.00'))).events.length, 1);
  assert.deepStrictEqual(refused(sku(new Amount(NaN))), [['/action/sku/cost/amount', outOfRange]]);
});

test('texts of 10 MB are refused with a short message', () => {
  const long = 'x'.repeat(10_000_000);
  assert.deepStrictEqual(refused(record(long, 1)).map(([path]) => path), ['/id']);
  assert.deepStrictEqual(refused(long), [['', 'input.malformed_json']]);
  assert.deepStrictEqual(refused({ ...record('c', 1), [long]: 1 }).length, 1);
});

test('what is no command at all is refused', () => {
  for (const given of [undefined, null, 5, true, () => 1, 5n, [], {}, '', 'null', '5', Buffer.alloc(0)]) {
    refused(given);
  }
  refused([[]], (oms) => oms.executeBatch([[]]));
  refused({}, (oms) => oms.executeBatch({}));
});

test('values without a prototype and of another realm are plain', () => {
  const bare = Object.assign(Object.create(null), record('c', 1));
  assert.equal(new Oms().execute(bare).events.length, 1);
  const foreign = vm.runInNewContext(`(${JSON.stringify(record('c', 1))})`);
  assert.equal(new Oms().execute(foreign).events.length, 1);
});

test('arguments that are no text are refused by name', () => {
  assert.deepStrictEqual(refused(0, (oms) => oms.reviewHeld(5, undefined)), [['/at', wrongType]]);
  assert.deepStrictEqual(refused(0, (oms) => oms.reviewHeld(5, '2026-11-11T09:00:00Z')), [['/tenant', wrongType]]);
  assert.deepStrictEqual(refused(0, (oms) => oms.reviewHeld('', 'noon')), [
    ['/tenant', 'input.bad_format'],
    ['/at', 'input.bad_format'],
  ]);
  assert.deepStrictEqual(refused(0, (oms) => oms.order('acme', 5)), [['/order', wrongType]]);
  assert.deepStrictEqual(refused(0, () => Oms.fromJournal({})), [['/journal', wrongType]]);
  assert.deepStrictEqual(refused(0, () => Oms.fromJournal('{}\n')).map(([path]) => path.split('/')[1]).at(0), '0');
  assert.throws(() => allocate(problem, 5), InvalidError);
  assert.throws(() => allocate(problem, 'cheapest'), InvalidError);
  assert.throws(() => new Run([{}]), InvalidError);
});

test('text, bytes and objects say the same', () => {
  const hashes = [(c) => c, (c) => JSON.stringify(c), (c) => Buffer.from(JSON.stringify(c))].map((form) => {
    const oms = new Oms();
    assert.equal(oms.execute(form(record('c', 5))).command, 'c');
    assert.equal(JSON.parse(oms.executeJson(form(record('c', 5)))).command, 'c');
    return oms.stateHash();
  });
  assert.equal(new Set(hashes).size, 1);
});
