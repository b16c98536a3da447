'use strict';

// From what JavaScript has to JSON. `JSON.stringify` alone writes NaN as null, drops undefined and functions, and makes `{}` of
// a Map: an order would change without a word. So what it cannot write as it stands is refused, every place at once.

const { types } = require('node:util');
const { invalid } = require('./errors.js');

/** As deep as the core reads. */
const DEEPEST = 127;

/** JSON for the core: bytes and text as they are, everything else written out. */
function toJson(value) {
  if (types.isUint8Array(value)) return value;
  const problems = [];
  if (typeof value === 'string') {
    if (!value.isWellFormed()) problems.push(half(''));
  } else {
    check(value, [], [], problems);
  }
  if (problems.length > 0) throw invalid(problems);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Arguments that must be text, by name. */
function texts(named) {
  const plain = JSON.parse(toJson(named));
  const wrong = Object.entries(plain).filter(([, value]) => typeof value !== 'string');
  if (wrong.length > 0) {
    throw invalid(wrong.map(([name]) => problem('input.wrong_type', [name], 'expected string')));
  }
  return plain;
}

/** Bytes or text, such as a journal. */
function lines(value, name) {
  if (typeof value === 'string' || types.isUint8Array(value)) return toJson(value);
  throw invalid([problem('input.wrong_type', [name], 'expected text or bytes')]);
}

function check(given, path, above, problems) {
  const refuse = (code, message) => problems.push(problem(code, path, message));
  const value = written(given, path);
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) problems.push(half(pointer(path)));
      return;
    case 'number':
      if (!Number.isFinite(value)) refuse('input.out_of_range', `${value} is no number of JSON`);
      else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
        refuse('input.out_of_range', `${value} is beyond 2^53 - 1, where numbers are no longer exact`);
      }
      return;
    case 'boolean':
      return;
    case 'bigint':
      refuse('input.wrong_type', 'a bigint has no JSON; write counts as numbers and amounts as strings');
      return;
    case 'undefined':
      refuse('input.wrong_type', 'undefined has no JSON; leave the field out or give it a value');
      return;
    case 'function':
    case 'symbol':
      refuse('input.wrong_type', `a ${typeof value} has no JSON`);
      return;
  }
  if (value === null) return;
  if (above.includes(value)) refuse('input.malformed_json', 'the object contains itself');
  else if (above.length >= DEEPEST) refuse('input.malformed_json', `nested deeper than ${DEEPEST} levels`);
  else if (Array.isArray(value)) within(value.keys(), value, path, above, problems);
  else if (value instanceof Date) refuse('input.bad_format', 'an invalid Date');
  else if (!isPlain(value)) refuse('input.wrong_type', `expected a plain object, found ${nameOf(value)}`);
  else within(Object.keys(value), value, path, above, problems);
}

function within(keys, value, path, above, problems) {
  above.push(value);
  for (const key of keys) {
    path.push(key);
    if (typeof key === 'string' && !key.isWellFormed()) problems.push(half(pointer(path)));
    check(value[key], path, above, problems);
    path.pop();
  }
  above.pop();
}

/** What a value with `toJSON` says it is written as: dates and decimal classes have one. An invalid date says null. */
function written(value, path) {
  if (value === null || typeof value !== 'object' || typeof value.toJSON !== 'function') return value;
  if (value instanceof Date && Number.isNaN(value.getTime())) return value;
  return value.toJSON(String(path.at(-1) ?? ''));
}

/** Made by a literal, `JSON.parse` or `Object.create(null)`, here or in another realm. */
function isPlain(value) {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function nameOf(value) {
  const name = value.constructor?.name;
  return typeof name === 'string' && name !== '' ? name : 'something else';
}

function half(path) {
  return { code: 'input.bad_format', path, message: 'half of a surrogate pair; the text is no Unicode' };
}

function problem(code, path, message) {
  return { code, path: pointer(path), message };
}

/** A JSON pointer (RFC 6901). */
function pointer(path) {
  const part = (key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return path.map(part).join('').toWellFormed();
}

module.exports = { toJson, texts, lines };
