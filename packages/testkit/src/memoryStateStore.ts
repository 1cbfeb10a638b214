/** The StateStore in memory: the same promises as the one on Redis, judged by the same suite. */
import {
  applyDecision,
  type Commit,
  type CommitReply,
  type Decision,
  type Held,
  type HuntMemory,
  isParked,
  isRemembered,
  isUnparked,
  isUnseen,
  type Lease,
  type LoadedState,
  type Repeat,
  type ResultRow,
  type StateQuery,
  type StateStore,
  WHOLE_HUNT_TEAMS,
} from '@trove/core';
import type { MemoryPartitions, PartitionCells } from './memoryPartitions.js';

const LEASE_MS = 1_200;

export class MemoryStateStore implements StateStore {
  constructor(
    private readonly partitions: MemoryPartitions,
    /** Told of every committed decision, in order: the results as consumers see them. */
    private readonly onCommit: (partition: number, decision: Decision) => void = () => undefined,
  ) {}

  async acquire({ partition, token }: Lease): Promise<Held | { kind: 'taken' }> {
    const owner = this.partitions.ownerOf(partition);
    if (owner !== undefined && owner !== token) return { kind: 'taken' };
    const cells = this.partitions.of(partition);
    this.renew(cells, token);
    return heldOf(cells);
  }

  async load({ partition, hunts, teams, players, replays }: StateQuery): Promise<LoadedState> {
    const cells = this.partitions.of(partition);
    return {
      hunts: hunts.map((slug) => structuredClone(cells.hunts.get(slug))),
      wholes: hunts.map((slug) => {
        const all = [...(cells.teams.get(slug)?.values() ?? [])];
        return all.length > WHOLE_HUNT_TEAMS ? undefined : structuredClone(all);
      }),
      memories: hunts.map((slug) => memoryOf(cells, slug)),
      teams: teams.map(({ hunt, team }) => structuredClone(cells.teams.get(hunt)?.get(team))),
      trails: teams.map(({ hunt, team }) => {
        return structuredClone(cells.memories.get(hunt)?.trails.get(team));
      }),
      watches: hunts.map((slug) => {
        const isWhole = (cells.teams.get(slug)?.size ?? 0) <= WHOLE_HUNT_TEAMS;
        return isWhole ? structuredClone(cells.watches.get(slug)) : undefined;
      }),
      teamWatches: teams.map(({ hunt, team }) => {
        return structuredClone(cells.watches.get(hunt)?.get(team));
      }),
      players: players.map(({ hunt, player }) => cells.players.get(`${hunt}\n${player}`)),
      parked: replays.map(({ hunt, identity }) => cells.parked.get(hunt)?.has(identity) === true),
    };
  }

  async commit({ lease, from, decision }: Commit): Promise<CommitReply> {
    const cells = this.partitions.of(lease.partition);
    const isMoved =
      this.partitions.ownerOf(lease.partition) !== lease.token ||
      cells.epoch !== from.epoch ||
      cells.cursor !== from.cursor;
    if (isMoved || !areParked(cells, decision.results)) return { kind: 'moved' };
    const repeats = repeatsOf(cells, decision.results);
    if (repeats.length > 0) return { kind: 'repeats', repeats };
    for (const row of decision.results) {
      if (isRemembered(row) || isUnparked(row)) remember(cells, row);
    }
    for (const { slug, floorMs } of decision.hunts) forget(cells, slug, floorMs);
    applyDecision(cells, structuredClone(decision));
    cells.cursor = decision.entries.at(-1)?.id ?? cells.cursor;
    cells.decided += decision.results.length;
    this.renew(cells, lease.token);
    this.onCommit(lease.partition, decision);
    return { ...heldOf(cells), committedAtUs: this.partitions.clock.nowUs() };
  }

  async release(
    { partition, token }: Lease,
    how: 'when-idle' | 'with-backlog',
  ): Promise<'released' | 'behind' | 'lost'> {
    if (this.partitions.ownerOf(partition) !== token) return 'lost';
    const cells = this.partitions.of(partition);
    const end = cells.log.at(-1)?.id ?? '0-0';
    if (how === 'when-idle' && end !== cells.cursor) return 'behind';
    cells.owner = undefined;
    return 'released';
  }

  private renew(cells: PartitionCells, token: string): void {
    cells.owner = { token, untilUs: this.partitions.clock.nowUs() + LEASE_MS * 1000 };
  }
}

/** Trails come with a hunt's teams: not with those that are too many to be loaded whole. */
function memoryOf(cells: PartitionCells, slug: string): HuntMemory | undefined {
  const memory = structuredClone(cells.memories.get(slug));
  const isWhole = (cells.teams.get(slug)?.size ?? 0) <= WHOLE_HUNT_TEAMS;
  return memory === undefined || isWhole ? memory : { ...memory, trails: new Map() };
}

function heldOf({ epoch, cursor, decided }: PartitionCells): Held {
  return { kind: 'held', epoch, cursor, decided };
}

function repeatsOf(cells: PartitionCells, rows: readonly ResultRow[]): Repeat[] {
  const repeats: Repeat[] = [];
  rows.forEach((row, index) => {
    if (!isUnseen(row)) return;
    const first = cells.seen.get(row.event.hunt)?.get(row.event.identity);
    if (first === undefined) return;
    repeats.push({ index, firstPosition: first.position, firstDigest: first.digest });
  });
  return repeats;
}

function remember(cells: PartitionCells, row: ResultRow): void {
  const { event, position } = row;
  const byIdentity = cells.seen.get(event.hunt) ?? new Map();
  cells.seen.set(event.hunt, byIdentity);
  byIdentity.set(event.identity, { digest: event.digest, position });
  const parked = cells.parked.get(event.hunt) ?? new Set();
  cells.parked.set(event.hunt, parked);
  if (isParked(row)) parked.add(event.identity);
  else parked.delete(event.identity);
}

function areParked(cells: PartitionCells, rows: readonly ResultRow[]): boolean {
  return rows.filter(isUnparked).every(({ event }) => {
    return cells.parked.get(event.hunt)?.has(event.identity) === true;
  });
}

/** Ids below the floor are refused as late before anybody asks for them. */
function forget(cells: PartitionCells, hunt: string, floorMs: number): void {
  const byIdentity = cells.seen.get(hunt);
  if (byIdentity === undefined || floorMs === 0) return;
  for (const identity of byIdentity.keys()) {
    if (timeOf(identity) < floorMs) byIdentity.delete(identity);
  }
}

function timeOf(identity: string): number {
  let ms = 0;
  for (let i = 0; i < 6; i += 1) ms = ms * 256 + identity.charCodeAt(i);
  return ms;
}
