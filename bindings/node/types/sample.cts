// The same package for a CommonJS user.

import oms = require('oms-core');

const engine = new oms.Oms();
const hash: string = engine.stateHash();
const query: oms.Query = { type: 'state_hash' };
const failures: oms.ContractFailure[] = [];
// @ts-expect-error there is no such name
console.log(oms.Engine, hash, query, failures);
