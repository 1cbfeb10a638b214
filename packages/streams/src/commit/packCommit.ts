/** Lays a decision out as the keys and arguments of commit.lua; the script says what is where. */
import {
  bucketOf,
  type Decision,
  isRemembered,
  isUnseen,
  type ResultRow,
  timeOfIdentity,
} from '@trove/core';
import { encodeOut } from '../codec/outLayout.js';
import type { PartitionKeys } from '../keys.js';
import { packTexts } from './packTexts.js';
import { quarantineText } from './quarantineText.js';
import { seenValue } from './seenValue.js';
import { huntFields, teamText } from './stateCodec.js';

export interface CommitInput {
  readonly keys: PartitionKeys;
  readonly lease: { readonly token: string; readonly leaseMs: number };
  readonly from: { readonly epoch: string; readonly cursor: string; readonly decided: number };
  readonly to: { readonly epoch: number; readonly runId: string };
  readonly decidedAtUs: number;
  readonly decision: Decision;
}

export interface PackedCommit {
  readonly keys: string[];
  readonly args: (string | Buffer | number)[];
  /** For each bucket, the chunk index of each identity that was asked for. */
  readonly askedIndexes: readonly (readonly number[])[];
}

interface Bucket {
  readonly key: string;
  readonly indexes: number[];
  /** Identity and value, one after another; one character a byte. */
  pairs: string;
  remembered: number;
}

export function packCommit(input: CommitInput): PackedCommit {
  const { keys, lease, from, to, decision } = input;
  const buckets = seenBuckets(keys, decision.results);
  const records = decision.results.filter(isRefused).map((row) => quarantineText(row, decision));
  const drops = decision.hunts.flatMap(({ slug, dropBuckets }) => {
    return dropBuckets.map((start) => keys.seen(slug, start));
  });
  const counters = outcomeCounts(decision.results);
  const head = {
    epoch: to.epoch,
    decidedAtUs: input.decidedAtUs,
    firstPosition: from.decided,
  };
  const allKeys = [keys.owner, keys.meta, keys.out, keys.counters, keys.quarantine];
  for (const bucket of buckets) allKeys.push(bucket.key);
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
  ];
  for (const { pairs, remembered } of buckets) {
    args.push(Buffer.from(pairs, 'latin1'), remembered);
  }
  pushHunts({ keys, decision, allKeys, args });
  args.push(...records, ...counters);
  allKeys.push(...drops);
  return { keys: allKeys, args, askedIndexes: buckets.map(({ indexes }) => indexes) };
}

function isRefused({ outcome }: ResultRow): boolean {
  return outcome === 'conflict' || outcome === 'quarantined';
}

/** Identities by hunt and hour of their own time; those that are remembered come first. */
function seenBuckets(keys: PartitionKeys, rows: readonly ResultRow[]): Bucket[] {
  const buckets = new Map<string, Map<number, Bucket>>();
  const add = (row: ResultRow, index: number): Bucket => {
    const start = bucketOf(timeOfIdentity(row.event.identity));
    let byHour = buckets.get(row.event.hunt);
    if (byHour === undefined) {
      byHour = new Map();
      buckets.set(row.event.hunt, byHour);
    }
    let bucket = byHour.get(start);
    if (bucket === undefined) {
      bucket = { key: keys.seen(row.event.hunt, start), indexes: [], pairs: '', remembered: 0 };
      byHour.set(start, bucket);
    }
    bucket.indexes.push(index);
    bucket.pairs += row.event.identity + seenValue(row);
    return bucket;
  };
  rows.forEach((row, index) => {
    if (isRemembered(row)) add(row, index).remembered += 1;
  });
  rows.forEach((row, index) => {
    if (isUnseen(row) && !isRemembered(row)) add(row, index);
  });
  return [...buckets.values()].flatMap((byHour) => [...byHour.values()]);
}

interface HuntArgs {
  readonly keys: PartitionKeys;
  readonly decision: Decision;
  readonly allKeys: string[];
  readonly args: (string | Buffer | number)[];
}

function pushHunts({ keys, decision, allKeys, args }: HuntArgs): void {
  for (const change of decision.hunts) {
    const { slug } = change;
    allKeys.push(keys.hunt(slug), keys.teams(slug), keys.players(slug), keys.board(slug));
    const players = decision.players.filter(({ hunt }) => hunt === slug);
    const fields = huntFields(change);
    const teams: string[] = [];
    const board: string[] = [];
    for (const team of decision.teams) {
      if (team.hunt !== change.slug) continue;
      teams.push(team.team, teamText(team));
      board.push(String(team.score), team.team);
    }
    const joins = players.flatMap(({ player, team }) => [player, team]);
    args.push(packTexts(fields), packTexts(teams), packTexts(joins), packTexts(board));
  }
}

/** Name, amount, name, amount …: running totals of the partition. */
function outcomeCounts(rows: readonly ResultRow[]): (string | number)[] {
  const counts = new Map<string, number>();
  for (const { outcome } of rows) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].flat();
}
