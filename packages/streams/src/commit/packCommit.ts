/** Lays a decision out as the keys and arguments of commit.lua; the script says what is where. */
import {
  type Decision,
  type HuntChange,
  isQuarantined,
  type PlayerChange,
  type ResultRow,
  type TeamState,
} from '@trove/core';
import { encodeOut } from '../codec/outLayout.js';
import type { PartitionKeys } from '../keys.js';
import { PARKED_BOUND } from '../limits.js';
import { memoryFields, trailFields } from './memoryCodec.js';
import { packTexts } from './packTexts.js';
import { type ParkedArgs, parkedArgs } from './parkedArgs.js';
import { quarantineText } from './quarantineText.js';
import { NO_TEAM } from './rosterCodec.js';
import type { SeenBucket } from './seenBuckets.js';
import type { Suspects } from './seenFilters.js';
import { huntFields, teamText } from './stateCodec.js';
import { watchFields } from './watchCodec.js';

export interface CommitInput {
  readonly keys: PartitionKeys;
  readonly lease: { readonly token: string; readonly leaseMs: number };
  readonly from: { readonly epoch: string; readonly cursor: string; readonly decided: number };
  readonly to: { readonly epoch: number; readonly runId: string };
  readonly decidedAtUs: number;
  readonly decision: Decision;
  /** Most parked ids of a hunt. */
  readonly parkedBound?: number | undefined;
  /** The ids of the decision, and which of them each bucket has to be asked for. */
  readonly buckets: readonly SeenBucket[];
  readonly suspects: readonly Suspects[];
}

export interface PackedCommit {
  readonly keys: string[];
  readonly args: (string | Buffer | number)[];
  readonly parked: ParkedArgs;
  /** Buckets that are forgotten. */
  readonly drops: readonly string[];
}

export function packCommit(input: CommitInput): PackedCommit {
  const { keys, lease, from, to, decision, buckets, suspects } = input;
  const records = decision.results.filter(isRefused).map((row) => quarantineText(row, decision));
  const drops = decision.hunts.flatMap(({ slug, dropBuckets }) => {
    return dropBuckets.map((start) => keys.seen(slug, start));
  });
  const parked = parkedArgs(keys, decision);
  const frozen = decision.hunts.filter(({ frozenScores }) => frozenScores !== undefined);
  const counters = outcomeCounts(decision.results);
  const head = {
    epoch: to.epoch,
    decidedAtUs: input.decidedAtUs,
    firstPosition: from.decided,
  };
  const allKeys = [keys.owner, keys.meta, keys.out, keys.counters, keys.quarantine];
  for (const { key, hunt } of buckets) allKeys.push(key, keys.parked(hunt));
  const args: (string | Buffer | number)[] = [
    lease.token,
    lease.leaseMs,
    from.epoch,
    from.cursor,
    to.epoch,
    to.runId,
    decision.entries.at(-1)?.id ?? from.cursor,
    decision.results.length,
    encodeOut(head, decision),
    buckets.length,
    decision.hunts.length,
    records.length,
    drops.length,
    counters.length / 2,
    parked.replays.length / 2,
    parked.poisons.length,
    input.parkedBound ?? PARKED_BOUND,
    frozen.length,
  ];
  buckets.forEach(({ pairs, remembered }, i) => {
    args.push(pairs, remembered, suspects[i]?.join(' ') ?? 'all');
  });
  pushHunts({ keys, decision, allKeys, args });
  args.push(...records, ...counters, ...frozen.map(frozenTexts));
  args.push(...parked.replays, ...parked.poisons);
  allKeys.push(...drops);
  for (const { slug } of frozen) allKeys.push(keys.board(slug), keys.frozenBoard(slug));
  allKeys.push(...parked.replayKeys, ...parked.poisonKeys);
  return { keys: allKeys, args, parked, drops };
}

/** Scores that teams of a frozen board had reached in this commit: score, team, score, team … */
function frozenTexts({ frozenScores = new Map() }: HuntChange): Buffer {
  return packTexts([...frozenScores].flatMap(([team, score]) => [String(score), team]));
}

function isRefused(row: ResultRow): boolean {
  return row.outcome === 'conflict' || isQuarantined(row);
}

interface HuntArgs {
  readonly keys: PartitionKeys;
  readonly decision: Decision;
  readonly allKeys: string[];
  readonly args: (string | Buffer | number)[];
}

function pushHunts({ keys, decision, allKeys, args }: HuntArgs): void {
  const teamsOf = byHunt(decision.teams);
  const playersOf = byHunt(decision.players);
  for (const change of decision.hunts) {
    const { slug } = change;
    allKeys.push(keys.hunt(slug), keys.teams(slug), keys.players(slug), keys.board(slug));
    allKeys.push(keys.recommend(slug), keys.trails(slug), keys.watches(slug));
    const teams: string[] = [];
    const board: string[] = [];
    for (const team of teamsOf.get(slug) ?? []) {
      teams.push(team.team, teamText(team));
      if (!team.isPlaytest) board.push(String(team.score), team.team);
    }
    const joins = (playersOf.get(slug) ?? []).flatMap(({ player, team }) => {
      return [player, team ?? NO_TEAM];
    });
    const learnt = [memoryFields(change.memory), trailFields(change.memory), watchFields(change)];
    for (const list of [huntFields(change), teams, joins, board, ...learnt])
      args.push(packTexts(list));
  }
}

function byHunt<T extends TeamState | PlayerChange>(changes: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const change of changes) {
    const list = found.get(change.hunt);
    if (list === undefined) found.set(change.hunt, [change]);
    else list.push(change);
  }
  return found;
}

/** Name, amount, name, amount …: running totals of the partition. */
function outcomeCounts(rows: readonly ResultRow[]): (string | number)[] {
  const counts: Record<string, number> = {};
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return Object.entries(counts).flat();
}
