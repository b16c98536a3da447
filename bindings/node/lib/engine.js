'use strict';

const native = require('../native.js');
const { call, fromNative } = require('./errors.js');
const { lines, texts, toJson } = require('./json.js');

/** The engine in memory. State stays in the core; ask it in batches. */
class Oms {
  #engine;

  constructor() {
    this.#engine = call(() => new native.Engine());
  }

  static fromJournal(journal) {
    const read = lines(journal, 'journal');
    const oms = new Oms();
    oms.#engine = call(() => native.Engine.fromJournal(read));
    return oms;
  }

  execute(command) {
    return JSON.parse(this.executeJson(command));
  }

  executeJson(command) {
    const json = toJson(command);
    return call(() => this.#engine.execute(json));
  }

  executeBatch(commands) {
    return JSON.parse(this.executeBatchJson(commands));
  }

  executeBatchJson(commands) {
    const json = toJson(commands);
    return call(() => this.#engine.executeBatch(json));
  }

  async executeBatchAsync(commands) {
    return JSON.parse(await later(this.#engine.executeBatchAsync(toJson(commands))));
  }

  query(query) {
    return JSON.parse(this.queryJson(query));
  }

  queryJson(query) {
    const json = toJson(query);
    return call(() => this.#engine.query(json));
  }

  async queryAsync(query) {
    return JSON.parse(await later(this.#engine.queryAsync(toJson(query))));
  }

  order(tenant, order) {
    return this.query({ type: 'order', tenant, order }).order;
  }

  shipment(tenant, shipment) {
    return this.query({ type: 'shipment', tenant, shipment }).shipment;
  }

  availability(tenant, skus, at) {
    return this.query({ type: 'availability', tenant, skus, at }).skus;
  }

  report(tenant, query) {
    return this.query({ type: 'report', tenant, query }).table;
  }

  audit() {
    return this.query({ type: 'audit' }).audit;
  }

  reviewHeld(tenant, at) {
    const asked = texts({ tenant, at });
    return call(() => this.#engine.reviewHeld(asked.tenant, asked.at));
  }

  reviewStock(tenant, at) {
    const asked = texts({ tenant, at });
    return call(() => this.#engine.reviewStock(asked.tenant, asked.at));
  }

  allocateWaiting(tenant, at, queue) {
    const asked = texts({ tenant, at });
    const json = toJson(queue);
    return JSON.parse(call(() => this.#engine.allocateWaiting(asked.tenant, asked.at, json)));
  }

  allocateOrders(tenant, at, batch) {
    const asked = texts({ tenant, at });
    const json = toJson(batch);
    return JSON.parse(call(() => this.#engine.allocateOrders(asked.tenant, asked.at, json)));
  }

  stateHash() {
    return call(() => this.#engine.stateHash());
  }

  journal() {
    return call(() => this.#engine.journal());
  }
}

function later(promise) {
  return promise.catch((thrown) => {
    throw fromNative(thrown);
  });
}

module.exports = { Oms };
