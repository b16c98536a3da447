'use strict';

const native = require('../native.js');
const { call } = require('./errors.js');

/** The outcomes of a batch by their number. */
const ledgerOutcomes = Object.freeze([
  'done',
  'before',
  'insufficient',
  'invalid',
  'reused',
  'unknown',
  'expired',
  'ended',
  'full',
]);

/** Stock in memory: cells, and holds on them that run out. */
class Ledger {
  #native;

  constructor(seed = 0) {
    this.#native = call(() => new native.Ledger(seed));
  }

  cell(sku, node) {
    return call(() => this.#native.cell(sku, node));
  }

  set(cell, onHand, minFree = 0) {
    call(() => this.#native.set(cell, onHand, minFree));
  }

  stock(cell) {
    return JSON.parse(call(() => this.#native.stock(cell)));
  }

  reserve(id, lines, at, expiresAt) {
    return call(() => this.#native.reserve(id, lines, at, expiresAt));
  }

  reserveNamed(id, lines, at, expiresAt) {
    return call(() => this.#native.reserveNamed(id, lines, at, expiresAt));
  }

  extend(id, at, expiresAt) {
    return call(() => this.#native.extend(id, at, expiresAt));
  }

  confirm(id, at) {
    return call(() => this.#native.confirm(id, at));
  }

  release(id, at) {
    return call(() => this.#native.release(id, at));
  }

  expire(at) {
    call(() => this.#native.expire(at));
  }

  reserveBatch({ ids, ends, cells, units }, at, expiresAt) {
    return call(() => this.#native.reserveBatch(ids, ends, cells, units, at, expiresAt));
  }

  settleBatch({ ids, confirm }, at) {
    return call(() => this.#native.settleBatch(ids, confirm, at));
  }

  drain() {
    return JSON.parse(call(() => this.#native.drain()));
  }

  forget(before) {
    call(() => this.#native.forget(before));
  }
}

module.exports = { Ledger, ledgerOutcomes };
