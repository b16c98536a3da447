// Loads the addon in a worker thread, runs the story and says the state hash.

import { parentPort } from 'node:worker_threads';
import { Oms } from '../index.mjs';
import { life, setUp } from './world.mjs';

const oms = new Oms();
oms.executeBatch(setUp);
oms.executeBatch(life);
parentPort.postMessage(oms.stateHash());
