/** Every fault that can be asked for, in the order in which they are told of. */
import { jumpClocks } from './clockFaults.js';
import { changeRules, poison, sendLate, stormDuplicates } from './eventFaults.js';
import type { Fault } from './fault.js';
import { freezeWorker, killDoor, killWorker, rollEverything } from './processFaults.js';
import {
  fillRedis,
  killPostgres,
  killRedis,
  killRedisUnsynced,
  slowPostgres,
} from './serverFaults.js';
import { slowSockets } from './slowSockets.js';

export const FAULTS: readonly Fault[] = [
  killWorker,
  killDoor,
  freezeWorker,
  killRedis,
  killRedisUnsynced,
  killPostgres,
  slowPostgres,
  jumpClocks,
  stormDuplicates,
  sendLate,
  slowSockets,
  fillRedis,
  poison,
  changeRules,
  rollEverything,
];
