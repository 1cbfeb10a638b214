/** Reads the evidence of a run from outside: logs and results in Redis, boards, and the ledger. */
import { setTimeout as pause } from 'node:timers/promises';
import { eventIdOf, type LogEntry } from '@trove/core';
import { createDb, type Db, isTransient, ledgerReads } from '@trove/db';
import {
  connectRedis,
  createHuntDirectory,
  createPartitionReads,
  DEFAULT_KEYS,
  OutBlob,
  partitionKeys,
  processOfToken,
  RedisEventLog,
  readBoard,
  type TroveRedis,
} from '@trove/streams';
import { FailedError } from '../../exits.js';
import type { Installation } from '../installation.js';
import { CHAOS } from '../limits.js';
import type { Evidence, LogFact, OutFact, Points, RestFact } from './facts.js';
import { RestReader, restsStored } from './readQuarantine.js';

const PAGE = 200;
const MOST_TEAMS = 10_000;

/** What has been read of one stream, and up to where. */
interface Read<Fact> {
  readonly facts: Fact[];
  after: string;
}

/** By partition. */
interface Gathered {
  readonly logs: readonly Read<LogFact>[];
  readonly outs: readonly Read<OutFact>[];
}

interface GatheredAll extends Gathered {
  readonly rests: readonly RestFact[];
}

/** A view of one installation that outlives its servers' deaths. */
export class Witness {
  readonly redis: TroveRedis;
  private readonly db: Db;
  private readonly rests: RestReader;
  private gathered: Gathered | undefined;

  constructor({ redisUrl, databaseUrl }: Installation) {
    // Redis is killed on purpose: a question waits until the connection has come back.
    this.redis = connectRedis(redisUrl, { name: 'chaos-witness', isBlocking: true });
    this.redis.on('error', () => undefined);
    this.db = createDb(databaseUrl);
    this.rests = new RestReader(this.redis);
  }

  /** Waits until nothing is undecided; rejects when that takes too long. */
  async drained(): Promise<void> {
    const reads = createPartitionReads({ redis: this.redis, partitions: CHAOS.partitions });
    await eventually('the logs are not drained', CHAOS.drainMs, async () => {
      return (await reads.status()).every(({ lag }) => lag === 0);
    });
  }

  /** The process that holds a partition now. */
  async ownerOf(partition: number): Promise<string | undefined> {
    const owner = await this.redis.get(partitionKeys(DEFAULT_KEYS, partition).owner);
    return owner === null ? undefined : processOfToken(owner);
  }

  /** What partitions have put out so far. */
  async outs(): Promise<readonly OutFact[][]> {
    const { outs } = nothing();
    await Promise.all(outs.map((read, partition) => this.readOut(partition, read)));
    return outs.map(({ facts }) => facts);
  }

  /**
   * Reads on in logs, results and quarantine. A long run calls it again and again: streams keep
   * only their newest stretch, and what has left them before it was read looks lost.
   */
  async gather(): Promise<GatheredAll> {
    this.gathered ??= nothing();
    const { logs, outs } = this.gathered;
    await Promise.all(logs.map((read, partition) => this.readLog(partition, read)));
    await Promise.all(outs.map((read, partition) => this.readOut(partition, read)));
    return { logs, outs, rests: await this.rests.gather() };
  }

  /** Micros of the newest effect of each partition; 0 where there is none. */
  async newestEffects(): Promise<number[]> {
    const partitions = Array.from({ length: CHAOS.partitions }, (_, k) => k);
    return await Promise.all(
      partitions.map(async (k) => {
        const { out } = partitionKeys(DEFAULT_KEYS, k);
        const [row] = await this.redis.xrevrange(out, '+', '-', 'COUNT', 1);
        return Number(row?.[1][1] ?? 0);
      }),
    );
  }

  /** Everything; waits for PostgreSQL to reach what boards and quarantine say. */
  async evidence(hunts: readonly string[]): Promise<Evidence> {
    const { logs, outs, rests } = await this.gather();
    const boards = new Map<string, Points>();
    for (const hunt of hunts) boards.set(hunt, await this.boardOf(hunt));
    return {
      logs: logs.map(({ facts }) => facts),
      outs: outs.map(({ facts }) => facts),
      boards,
      ledger: await this.ledgerOf(boards),
      rests,
      stored: await this.storedOf(hunts, rests),
    };
  }

  async close(): Promise<void> {
    this.redis.disconnect();
    await this.db.close();
  }

  private async readLog(partition: number, read: Read<LogFact>): Promise<void> {
    const log = new RedisEventLog({ redis: this.redis });
    const { facts } = read;
    for (;;) {
      const { after } = read;
      const entries = await log.read({ partition, after, maxEntries: PAGE, waitMs: 0 });
      for (const entry of entries) facts.push(...factsOf(entry, partition, facts.length));
      const last = entries.at(-1);
      if (last === undefined) return;
      read.after = last.id;
    }
  }

  private async readOut(partition: number, read: Read<OutFact>): Promise<void> {
    const { out } = partitionKeys(DEFAULT_KEYS, partition);
    for (;;) {
      const rows = await this.redis.xrangeBuffer(out, `(${read.after}`, '+', 'COUNT', PAGE);
      for (const [, [, micros, , blob]] of rows) {
        if (micros === undefined || blob === undefined) throw new FailedError('a torn result');
        const committedAtUs = Number(micros.toString('latin1'));
        read.facts.push(...rowsOf(new OutBlob(blob), partition, committedAtUs));
      }
      const last = rows.at(-1);
      if (last === undefined) return;
      read.after = last[0].toString('latin1');
    }
  }

  private async boardOf(hunt: string): Promise<Points> {
    const live = await createHuntDirectory(this.redis).get(hunt);
    if (live === undefined) throw new FailedError(`the hunt ${hunt} is gone`);
    const { rows } = await readBoard(this.redis, live, { limit: MOST_TEAMS });
    return new Map(rows.map(({ team, score }) => [team, score]));
  }

  /** The ledger is a sink and comes after; what it says when time is up is what it says. */
  private async ledgerOf(boards: Evidence['boards']): Promise<Map<string, Points>> {
    const end = Date.now() + CHAOS.ledgerMs;
    for (;;) {
      const found = new Map<string, Points>();
      for (const hunt of boards.keys()) found.set(hunt, await this.totalsOf(hunt));
      const isThere = [...boards].every(([hunt, board]) => sum(board) === sum(found.get(hunt)));
      if (isThere || Date.now() > end) return found;
      await pause(CHAOS.lookMs);
    }
  }

  private async storedOf(hunts: readonly string[], rests: readonly RestFact[]) {
    const end = Date.now() + CHAOS.ledgerMs;
    const wanted = rests.filter(({ hunt }) => hunts.includes(hunt)).length;
    for (;;) {
      const stored = new Map<string, number>();
      for (const hunt of hunts) stored.set(hunt, await restsStored(this.db, hunt));
      if (sum(stored) >= wanted || Date.now() > end) return stored;
      await pause(CHAOS.lookMs);
    }
  }

  private async totalsOf(hunt: string): Promise<Points> {
    try {
      const totals = await ledgerReads(this.db).totals(hunt);
      return new Map(totals.map(({ team, points }) => [team, points]));
    } catch (error) {
      if (!isTransient(error)) throw error;
      // PostgreSQL is still coming back; the caller asks again until time is up.
      return new Map();
    }
  }
}

function nothing(): Gathered {
  const partitions = Array.from({ length: CHAOS.partitions }, (_, k) => k);
  return {
    logs: partitions.map(() => ({ facts: [], after: '0-0' })),
    outs: partitions.map(() => ({ facts: [], after: '0-0' })),
  };
}

/** Looks until it is so. */
export async function eventually(
  otherwise: string,
  withinMs: number,
  isSo: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new FailedError(`${otherwise} after ${withinMs / 1000} s`);
    await pause(CHAOS.lookMs);
  }
}

function sum(points: Points | undefined): number {
  return [...(points?.values() ?? [])].reduce((total, score) => total + score, 0);
}

function factsOf({ events }: LogEntry, partition: number, first: number): LogFact[] {
  return events.map((event, index) => ({
    partition,
    position: first + index,
    id: eventIdOf(event.identity),
    source: event.source,
    hunt: event.hunt,
    team: event.team,
    player: event.player,
    code: event.type === 'code.scanned.v1' ? event.data.code : undefined,
    version: event.type === 'hunt.published.v1' ? event.data.version : undefined,
  }));
}

function rowsOf(blob: OutBlob, partition: number, committedAtUs: number): OutFact[] {
  return Array.from({ length: blob.count }, (_, index) => {
    const { id, source, hunt, team, outcome, points, position } = blob.row(index);
    const { epoch } = blob;
    return {
      partition,
      epoch,
      position,
      id,
      source,
      hunt,
      team,
      outcome,
      points,
      committedAtUs,
    };
  });
}
