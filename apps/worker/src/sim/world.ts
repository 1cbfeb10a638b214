/**
 * One simulated installation from one seed: clients, a network, doors, one to three workers and
 * an operator on the in-memory adapters, on a clock that moves only when they do. Everything may
 * fail at every step until the play is over; then the faults stop, and the log has to be drained.
 */
import { isParked, type LoggedEvent, type ResultRow } from '@trove/core';
import {
  MemoryEventLog,
  MemoryPartitions,
  MemoryStateStore,
  mintedAt,
  published,
  SeededSource,
  TestClock,
} from '@trove/testkit';
import { type Faults, faultyLog } from './faultyPorts.js';
import { Network } from './network.js';
import type { Plant } from './plantedRules.js';
import type { Run, SeenCommit } from './run.js';
import { SeededScheduler, SimulatedCrash } from './seededScheduler.js';
import { SimClient } from './simClient.js';
import { type Packet, SimDoor } from './simDoor.js';
import { TeamMaker } from './simTeam.fixture.js';
import { EventMaker, HASHES, operatorsAct, START_MS } from './simulated.fixture.js';
import { SimWorker } from './simWorker.js';

const PARTITION = 0;
const CLIENTS = 3;
const PACKETS = 6;
const LARGEST_PACKET = 6;
/** Share of events that break their contract. */
const BAD = 0.06;
/** How often everybody is quiet for so long that workers give their lease up. */
const QUIET = 0.1;
const QUIET_TURNS = 160;
/** Turns of a worker after the faults before a run is called stuck. */
const LAST_TURNS = 1_000;
/** Turns after which something happens that nobody in the game does. */
const EVENTFUL_TURNS = 250;
const REPLAYS = 6;
/** What operators do to the hunt at the most. */
const ACTS = 8;
/** What the players of one team do, all together. */
const MOVES = 16;
/** Turns of which nothing is left when the server loses the end of its file. */
const LOST_TURNS = 60;
const LONG_MS = 30 * 3_600_000;
const BACK_MS = 5_000;

/** `plant`: puts a bug into the rules, to see that it is found. */
export function simulate(seed: number, plant?: Plant): Promise<Run> {
  return new World(seed, plant).run();
}

class World {
  private readonly random: SeededSource;
  private readonly clock = new TestClock(START_MS);
  private readonly partitions = new MemoryPartitions(this.clock);
  private readonly log = new MemoryEventLog(this.partitions);
  private commits: SeenCommit[] = [];
  private readonly store: MemoryStateStore;
  private readonly scheduler: SeededScheduler;
  private readonly faults: Faults;
  private readonly network: Network;
  private readonly doors: readonly SimDoor[];
  private readonly clients: readonly SimClient[];
  private readonly workers: readonly SimWorker[];
  /** Bad events as their doors got them, by identity. */
  private refused = new Map<string, LoggedEvent>();
  private readonly lost = new Set<string>();
  /** Nobody plays until then. */
  private quiet: Promise<void> = Promise.resolve();
  private isOver = false;

  constructor(
    private readonly seed: number,
    plant?: Plant,
  ) {
    const random = new SeededSource(seed);
    const { clock, log } = this;
    this.random = random;
    this.scheduler = new SeededScheduler(random, clock);
    const { scheduler } = this;
    this.faults = { random, scheduler, crash: 0.03 };
    this.network = new Network({ random, scheduler, drop: 0.15, double: 0.15 });
    this.store = new MemoryStateStore(this.partitions, (_, { results }) => this.see(results));
    const faulty = faultyLog(log, this.faults);
    const park = (event: LoggedEvent) => this.park(event);
    this.doors = many(1 + random.below(2), () => new SimDoor({ log: faulty, clock, park }));
    const { network, doors } = this;
    const pick = <T>(list: readonly T[]) => random.pick(list);
    this.clients = many(CLIENTS, () => new SimClient({ network, scheduler, doors, pick }));
    const shared = { clock, faults: this.faults, log, store: this.store, plant };
    this.workers = many(1 + random.below(3), (i) => new SimWorker({ name: `w${i}`, ...shared }));
  }

  async run(): Promise<Run> {
    await this.log.append({ partition: PARTITION, door: 'd', events: [published(HASHES[1], 1)] });
    const working = Promise.all(this.workers.map((worker) => this.keepWorking(worker)));
    const playing = this.clients.map((client, number) => this.play(client, number));
    const others = [this.replay(), this.operate(), this.mingle(), this.publish(), this.disturb()];
    await Promise.all([...playing, ...others]);
    while (this.network.onTheWay > 0 || !this.doors.every(({ isIdle }) => isIdle)) {
      await this.scheduler.turn();
    }
    this.faults.crash = 0;
    this.isOver = true;
    await working;
    const cells = this.partitions.of(PARTITION);
    return {
      seed: this.seed,
      commits: this.commits,
      cells,
      log: cells.log,
      clients: this.clients,
      doors: this.doors,
      lost: this.lost,
      parked: new Set(this.refused.keys()),
      workers: this.workers.length,
      isDrained: this.isDrained,
    };
  }

  private get isDrained(): boolean {
    const { decided, appended } = this.partitions.of(PARTITION);
    return decided === appended;
  }

  private see(results: readonly ResultRow[]): void {
    const { epoch, decided } = this.partitions.of(PARTITION);
    this.commits.push({ epoch, decided, results });
  }

  private park(event: LoggedEvent): void {
    this.refused.set(event.identity, event);
    this.partitions.park(PARTITION, event);
  }

  private async keepWorking(worker: SimWorker): Promise<void> {
    for (let left = LAST_TURNS; left > 0 && !(this.isOver && this.isDrained); ) {
      await worker.work();
      await this.scheduler.turn();
      if (this.isOver) left -= 1;
    }
  }

  private async play(client: SimClient, number: number): Promise<void> {
    const maker = new EventMaker(this.random, number);
    for (let sent = 0; sent < PACKETS; sent += 1) {
      if (this.random.chance(QUIET)) this.quiet = this.pass(QUIET_TURNS);
      await this.quiet;
      const packet: Packet = many(1 + this.random.below(LARGEST_PACKET), () => ({
        event: maker.next(this.clock.nowUs() / 1000),
        isBad: this.random.chance(BAD),
      }));
      await client.send(packet);
    }
  }

  /** Sends what lies in quarantine again, and now and then what does not. */
  private async operate(): Promise<void> {
    for (let act = 0, acts = this.random.below(ACTS); act < acts; act += 1) {
      await this.pass(this.random.below(EVENTFUL_TURNS / 2));
      const nowMs = Math.floor(this.clock.nowUs() / 1000);
      await this.append([mintedAt(operatorsAct(this.random, act), nowMs)], false);
    }
  }

  /** Players of one team come and go while their phones send. */
  private async mingle(): Promise<void> {
    const maker = new TeamMaker(this.random);
    for (let move = 0; move < MOVES; move += 1) {
      await this.pass(this.random.below(EVENTFUL_TURNS / 4));
      await this.append([maker.next(Math.floor(this.clock.nowUs() / 1000))], false);
    }
  }

  private async replay(): Promise<void> {
    for (let replay = 0; replay < REPLAYS; replay += 1) {
      await this.pass(this.random.below(EVENTFUL_TURNS));
      const quarantined = this.commits.flatMap(({ results }) => results).filter(isParked);
      const known = [...this.refused.values(), ...quarantined.map(({ event }) => event)];
      if (known.length === 0) continue;
      const events = many(1 + this.random.below(3), () => this.random.pick(known));
      await this.append(events, true);
    }
  }

  private async publish(): Promise<void> {
    await this.pass(EVENTFUL_TURNS + this.random.below(EVENTFUL_TURNS));
    const nowMs = Math.floor(this.clock.nowUs() / 1000);
    await this.append([mintedAt(published(HASHES[2], 2, 2), nowMs)], false);
  }

  /** The server restarts, with all it had or not, hours pass, the clock is set back. */
  private async disturb(): Promise<void> {
    const restart = () => {
      this.partitions.of(PARTITION).epoch += 1;
    };
    const pass = () => this.clock.advance(LONG_MS);
    const setBack = () => this.clock.advance(-BACK_MS);
    const deeds: (() => void | Promise<void>)[] = [restart, pass, setBack, () => this.loseTheEnd()];
    for (let left = this.random.below(4); left > 0; left -= 1) {
      await this.pass(this.random.below(EVENTFUL_TURNS));
      await this.random.pick(deeds)();
    }
  }

  /**
   * The server comes back from a file that lacks what came last: log, results, state and what was
   * parked are as old as each other.
   */
  private async loseTheEnd(): Promise<void> {
    const file = structuredClone(this.partitions.of(PARTITION));
    const [commits, refused] = [[...this.commits], new Map(this.refused)];
    await this.pass(this.random.below(LOST_TURNS));
    for (const { events } of this.partitions.of(PARTITION).log.slice(file.log.length)) {
      for (const { identity } of events) this.lost.add(identity);
    }
    this.partitions.restore(PARTITION, file);
    this.commits = commits;
    this.refused = refused;
  }

  private async pass(turns: number): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) await this.scheduler.turn();
  }

  /** Until it is known to stand in the log; where an answer is lost it may stand there twice. */
  private async append(events: readonly LoggedEvent[], isReplay: boolean): Promise<void> {
    const log = faultyLog(this.log, this.faults);
    for (;;) {
      try {
        await log.append({ partition: PARTITION, door: 'operator', events, isReplay });
        return;
      } catch (error) {
        if (!(error instanceof SimulatedCrash)) throw error;
      }
    }
  }
}

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
