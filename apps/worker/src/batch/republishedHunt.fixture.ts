/** A recorded hunt of which a version is to count for what was played, with all who take part. */
import { randomUUID } from 'node:crypto';
import { reconcile, Twin } from '@trove/backtest';
import type { HuntState, LoggedEvent, TeamState } from '@trove/core';
import {
  isTransient,
  ledgerReads,
  ledgerStore,
  republicationReads,
  republicationStore,
} from '@trove/db';
import { createLedgerSource, localUs, partitionKeys, RedisStateStore } from '@trove/streams';
import { huntDefinition } from '@trove/testkit';
import { v7 as uuidv7 } from 'uuid';
import { createProjectLedger } from '../jobs/projectLedger.js';
import { RecordedHunt } from './recordedHunt.fixture.js';
import { createRepublishHunt } from './republishHunt.js';
import { Republishing, type RepublishingDeps } from './republishing.js';

/** A hunt of which the clock is worth more, and only the first team gets the bonus. */
export const DEARER = {
  clues: [
    { id: 'clock', title: 'Clock', points: 100, find: { code: 'CLOCK' } },
    { id: 'nope', title: 'Nope', points: 7, find: { code: 'NOPE' } },
  ],
  rules: [
    {
      id: 'first-two',
      on: 'code.scanned.v1',
      when: 'verdict == "solved" && clue.id == "clock"',
      then: { award: 5 },
      limit: { first: 1 },
    },
  ],
};

export class RepublishedHunt {
  private readonly stopping = new AbortController();
  private draining: Promise<void> | undefined;

  private constructor(readonly recorded: RecordedHunt) {}

  static async open(redisUrl = '', databaseUrl = ''): Promise<RepublishedHunt> {
    return new RepublishedHunt(await RecordedHunt.open(redisUrl, databaseUrl));
  }

  get runs() {
    return republicationStore(this.recorded.db);
  }

  get keys() {
    return partitionKeys(this.recorded.log.keys, this.recorded.partition);
  }

  draft(more: Record<string, unknown> = DEARER): string {
    return JSON.stringify(huntDefinition(more));
  }

  async ask(draft = this.draft(), baseVersion = 1): Promise<string> {
    const id = randomUUID();
    const run = { id, hunt: this.recorded.slug, by: 'ann@trove.test', draft, baseVersion };
    if (!(await this.runs.ask(run))) throw new Error('another has not ended');
    return id;
  }

  /** Does whatever a job finds to do of a run. */
  async work(run: string, more: Partial<RepublishingDeps> = {}): Promise<void> {
    const deps: RepublishingDeps = {
      sources: this.recorded.sources,
      runs: this.runs,
      newEventId: () => uuidv7(),
      steadyMs: () => performance.now(),
      wake: async () => undefined,
      wait: () => this.projectLedger(),
      signal: new AbortController().signal,
      ...more,
    };
    await createRepublishHunt({
      ...deps,
      newHolder: randomUUID,
      begin: (held, claimed) => new Republishing(deps, held, claimed),
      isPassing: isTransient,
    })({ run });
  }

  /** From here on somebody decides what comes, as a worker does. */
  decideOn(): void {
    const { log, partition } = this.recorded;
    this.draining ??= log.drain(partition, this.stopping.signal);
  }

  /** What the job that is at a run has staged. */
  async shadowOf(id: string): Promise<string> {
    const { prisma } = this.recorded.db;
    const { shadow } = await prisma.republication.findUniqueOrThrow({ where: { id } });
    return shadow ?? '';
  }

  async newest() {
    return await republicationReads(this.recorded.db).newest(this.recorded.slug);
  }

  /** The hunt's state as Redis has it. */
  async state(): Promise<{ hunt: HuntState | undefined; teams: Map<string, TeamState> }> {
    const { log, slug } = this.recorded;
    const names = (await log.redis.hkeys(this.keys.teams(slug))).sort();
    const teams = names.map((team) => ({ hunt: slug, team }));
    const store = new RedisStateStore({ redis: log.redis, keys: log.keys, nowUs: localUs });
    const query = { partition: 0, hunts: [slug], teams, players: [], replays: [] };
    const loaded = await store.load(query);
    const found = loaded.teams.flatMap((team) => (team ? [[team.team, team] as const] : []));
    return { hunt: loaded.hunts[0], teams: new Map(found) };
  }

  async board(): Promise<Record<string, number>> {
    const { log, slug } = this.recorded;
    const flat = await log.redis.zrange(this.keys.board(slug), 0, '-1', 'REV', 'WITHSCORES');
    const pairs = flat.flatMap((team, i) => (i % 2 ? [] : [[team, Number(flat[i + 1])]]));
    return Object.fromEntries(pairs.filter(([, score]) => score !== 0));
  }

  async epoch(): Promise<number> {
    return Number((await this.recorded.log.redis.hget(this.keys.meta, 'epoch')) ?? 0);
  }

  /** Points by team as the ledger adds them up. */
  async ledger(): Promise<Record<string, number>> {
    await this.projectLedger();
    const totals = await ledgerReads(this.recorded.db).totals(this.recorded.slug);
    return Object.fromEntries(totals.map(({ team, points }) => [team, points]));
  }

  async projectLedger(): Promise<void> {
    const { redis, keys } = this.recorded.log;
    const source = { ...createLedgerSource(redis, keys), epoch: () => this.epoch() };
    await createProjectLedger({ source, store: ledgerStore(this.recorded.db) })({ partition: 0 });
  }

  /** What the nightly proof and the batch twin find. */
  async divergence(): Promise<readonly (number | string | undefined)[]> {
    await this.projectLedger();
    const rest = async () => undefined;
    const watch = { partitions: 1, nowMs: Date.now, steadyMs: () => performance.now(), rest };
    const proof = await reconcile(this.recorded.sources, { ...watch, wait: rest });
    const twin = await new Twin(this.recorded.sources, 1).run(rest);
    return [proof.divergence, proof.says, twin.divergence];
  }

  async append(events: LoggedEvent[]): Promise<void> {
    await this.recorded.log.append(this.recorded.partition, events);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.draining;
    await this.recorded.close();
  }
}
