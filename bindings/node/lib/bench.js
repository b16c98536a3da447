'use strict';

// The bench of allocation heuristics: shipped strategies and functions of one's own, on instances of one public format.

const native = require('../native.js');
const { call, invalid } = require('./errors.js');
const { texts, toJson } = require('./json.js');

function names() {
  return JSON.parse(call(() => native.benchNames()));
}

/** The families of generated instances. */
function benchFamilies() {
  return names().families;
}

/** The shipped strategies over instances. */
function benchStrategies() {
  return names().strategies;
}

/** A whole number of 32 bits; the addon would take a part of any other without a word. */
function whole(value, name) {
  if (Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff) return value;
  throw invalid([{ code: 'input.out_of_range', path: `/${name}`, message: 'a whole number from 0 to 4294967295' }]);
}

/** The instance of a family and a seed: the same on every machine. */
function generateInstance(family, seed = 1) {
  const known = texts({ family }).family;
  const number = whole(seed, 'seed');
  return JSON.parse(call(() => native.generateInstance(known, number)));
}

/** An instance of `oms-alloc/1`, read once. */
class AllocationBench {
  #bench;
  #source;

  constructor(instance) {
    this.#source = toJson(instance);
    this.#bench = call(() => new native.Bench(this.#source));
  }

  get name() {
    return call(() => this.#bench.name());
  }

  get orders() {
    return call(() => this.#bench.orders());
  }

  get boundCents() {
    return call(() => this.#bench.bound());
  }

  solve(strategy, { work, threads } = {}) {
    const known = texts({ strategy }).strategy;
    const some = (value, name) => (value === undefined ? value : whole(value, name));
    const [most, helpers] = [some(work, 'work'), some(threads, 'threads')];
    return JSON.parse(call(() => this.#bench.solve(known, most, helpers)));
  }

  /** Lets a function decide the orders as they arrive; `took` gets the nanoseconds of each. */
  play(decide, took = []) {
    call(() => this.#bench.restart());
    const shipments = [];
    for (let order = 0; order < this.orders; order += 1) {
      const view = JSON.parse(call(() => this.#bench.view(order)));
      const start = process.hrtime.bigint();
      const decided = [...decide(view)];
      took.push(Number(process.hrtime.bigint() - start));
      const own = decided.map(([node, service, items]) => [order, node, service, items]);
      const json = toJson(own);
      call(() => this.#bench.ship(json));
      shipments.push(...own);
    }
    return this.solution(shipments);
  }

  /** Lets a function solve the whole instance. */
  run(solve) {
    const text = typeof this.#source === 'string' ? this.#source : Buffer.from(this.#source).toString('utf8');
    return this.solution([...solve(JSON.parse(text))]);
  }

  solution(shipments) {
    return { format: 'oms-alloc-solution/1', instance: this.name, shipments };
  }

  check(solution) {
    const json = toJson(solution);
    return JSON.parse(call(() => this.#bench.check(json)));
  }

  row(strategy, solution, boundCents) {
    const [known, json] = [texts({ strategy }).strategy, toJson(solution)];
    return JSON.parse(call(() => this.#bench.row(known, json, boundCents)));
  }
}

/** One row for each instance and strategy. */
function compareAllocation(instances, { strategies = benchStrategies(), heuristics = {}, solvers = {} } = {}) {
  const rows = [];
  for (const instance of instances) {
    const bench = new AllocationBench(instance);
    const add = (name, solve) => {
      const start = process.hrtime.bigint();
      const solution = solve();
      const each = Number(process.hrtime.bigint() - start) / Math.max(bench.orders, 1);
      rows.push({ ...bench.row(name, solution), medianNs: Math.floor(each) });
    };
    for (const name of strategies) add(name, () => bench.solve(name));
    for (const [name, decide] of Object.entries(heuristics)) {
      const took = [];
      const row = bench.row(name, bench.play(decide, took));
      took.sort((left, right) => left - right);
      const at = (percent) => took[Math.floor((took.length * percent) / 100)];
      rows.push(took.length > 0 ? { ...row, medianNs: at(50), p99Ns: at(99) } : row);
    }
    for (const [name, solve] of Object.entries(solvers)) add(name, () => bench.run(solve));
  }
  return rows;
}

module.exports = { AllocationBench, benchFamilies, benchStrategies, compareAllocation, generateInstance };
