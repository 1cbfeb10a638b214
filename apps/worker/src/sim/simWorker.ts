/** A worker process: the real drain over faulty ports, turn after turn; it may die at any step. */
import type { EventLog, StateStore } from '@trove/core';
import { createLogger } from '@trove/telemetry';
import type { TestClock } from '@trove/testkit';
import { drainPartition, type TurnEnd } from '../partition/drainPartition.js';
import { PartitionStates } from '../partition/partitionStates.js';
import { type Faults, faultyLog, faultyStore } from './faultyPorts.js';
import { type Plant, PlantedRules } from './plantedRules.js';
import { SimulatedCrash } from './seededScheduler.js';
import { BODIES } from './simulated.fixture.js';

export interface SimWorkerDeps {
  readonly name: string;
  readonly clock: TestClock;
  readonly faults: Faults;
  readonly log: EventLog;
  readonly store: StateStore;
  readonly plant?: Plant | undefined;
}

const logger = createLogger({ app: 'sim', level: 'silent' });
/** Workers are not asked to stop: they die. */
const NEVER = new AbortController().signal;
/** Of the turns that fail, how many end the process and not only the job. */
const DEATH = 0.5;
/** How often a hunt's body has not arrived yet when it is asked for. */
const NO_BODY = 0.1;
/** A worker that got nothing looks again after this long, as the sweeper does. */
const LOOK_MS = 125;
/** Turns of the scheduler between two renewals of a lease. */
const RENEW_TURNS = 5;

export class SimWorker {
  private readonly log: EventLog;
  private readonly store: StateStore;
  private states: PartitionStates;
  private turns = 0;

  constructor(private readonly deps: SimWorkerDeps) {
    this.log = faultyLog(deps.log, deps.faults);
    this.store = faultyStore(deps.store, deps.faults);
    this.states = this.born();
  }

  /** Drains for one turn. */
  async work(): Promise<void> {
    this.turns += 1;
    const { clock, faults, name } = this.deps;
    const lease = { partition: 0, token: `${name}-${this.turns}` };
    try {
      const end = await this.drain(lease);
      if (end === 'taken') clock.advance(LOOK_MS);
    } catch (error) {
      if (!(error instanceof SimulatedCrash)) throw error;
      if (faults.random.chance(DEATH)) this.states = this.born();
    }
  }

  private drain(lease: { partition: number; token: string }): Promise<TurnEnd> {
    const { clock } = this.deps;
    return drainPartition(
      { lease, signal: NEVER },
      {
        log: this.log,
        store: this.store,
        states: this.states,
        logger,
        nowUs: () => clock.nowUs(),
        wait: async (ms) => clock.advance(ms),
        every: (_, run) => this.repeat(run),
        onCommitted: () => undefined,
      },
    );
  }

  /** Renews on the side; a renewal that fails is tried again, as the worker's own timer does. */
  private repeat(run: () => Promise<void>): () => Promise<void> {
    const { scheduler } = this.deps.faults;
    let isOn = true;
    const loop = async () => {
      for (let turn = 1; isOn; turn += 1) {
        await scheduler.turn();
        if (isOn && turn % RENEW_TURNS === 0) await run().catch(ifCrash);
      }
    };
    const running = loop();
    return async () => {
      isOn = false;
      await running;
    };
  }

  /** A process that knows nothing yet. */
  private born(): PartitionStates {
    const { faults, plant } = this.deps;
    const { random } = faults;
    const body = async (hash: string) => (random.chance(NO_BODY) ? undefined : BODIES.get(hash));
    return new PartitionStates({ store: this.store, rules: new PlantedRules({ body }, plant) });
  }
}

function ifCrash(error: unknown): void {
  if (!(error instanceof SimulatedCrash)) throw error;
}
