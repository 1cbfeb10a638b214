/**
 * Finds an event wherever it is kept and makes its receipt: in Redis by its place, its identity or
 * the time in its id; else in the archive, by the place that the ledger names or by its id; else
 * what the ledger alone remembers.
 */
import type { LiveHunt, Receipt } from '@trove/contracts';
import { makeReceipt, type ReceiptFacts } from '@trove/core';
import { type Db, huntReads, ledgerReads } from '@trove/db';
import {
  createHuntDirectory,
  createReceiptReads,
  type KeySpace,
  type ReceiptReads,
  readFirstPosition,
  type TroveRedis,
} from '@trove/streams';
import { factsOfLedger } from './factsOfLedger.js';
import { RuleBook } from './ruleBook.js';

export interface ReceiptQuery {
  /** UUID text. */
  readonly id: string;
  /** Where to look; at least one. An event of any other hunt is not found. */
  readonly hunts: readonly LiveHunt[];
  /** 8 bytes of the source's hash, one character each, where it is known who made the id. */
  readonly sourceHash?: string | undefined;
  /** The place of one of several events with this id; absent: the first. */
  readonly position?: number | undefined;
  /** Reads all that Redis holds before it gives up: for operators. */
  readonly isThorough: boolean;
}

export type ReceiptAnswer =
  | { readonly kind: 'found'; readonly receipt: Receipt }
  /** `pending`: in the log and not decided yet. */
  | { readonly kind: 'pending' | 'unknown' };

export interface ReceiptReader {
  /** Rejects when a server it needs is away. */
  find(query: ReceiptQuery): Promise<ReceiptAnswer>;
}

export interface ReceiptReaderDeps {
  readonly redis: TroveRedis;
  readonly db: Db;
  readonly keys?: KeySpace;
}

interface Sources {
  readonly redis: TroveRedis;
  readonly keys: KeySpace | undefined;
  readonly reads: ReceiptReads;
  readonly ledger: ReturnType<typeof ledgerReads>;
  readonly book: RuleBook;
}

export function createReceiptReader({ redis, db, keys }: ReceiptReaderDeps): ReceiptReader {
  const directory = createHuntDirectory(redis, keys);
  const sources: Sources = {
    redis,
    keys,
    reads: createReceiptReads(redis, keys),
    ledger: ledgerReads(db),
    book: new RuleBook({ directory, hunts: huntReads(db) }),
  };
  return { find: (query) => find(sources, query) };
}

async function find(sources: Sources, query: ReceiptQuery): Promise<ReceiptAnswer> {
  const recent = await findRecent(sources, query);
  if (recent !== undefined) return await found(sources, query, recent);
  for (const partition of partitionsOf(query)) {
    if (await sources.reads.isPending(partition, query.id)) return { kind: 'pending' };
  }
  const older = await findOlder(sources, query);
  return older === undefined ? { kind: 'unknown' } : await found(sources, query, older);
}

function partitionsOf({ hunts }: ReceiptQuery): ReadonlySet<number> {
  return new Set(hunts.map(({ partition }) => partition));
}

/** What Redis holds, the cheapest way first. */
async function findRecent(
  sources: Sources,
  query: ReceiptQuery,
): Promise<ReceiptFacts | undefined> {
  const { reads } = sources;
  const { id, position } = query;
  const isAsked = isOf(query);
  if (position !== undefined) {
    const places = [...partitionsOf(query)].map((partition) => reads.at(partition, position));
    return (await Promise.all(places)).find(isAsked);
  }
  const remembered = await findRemembered(sources, query);
  if (remembered !== undefined) return remembered;
  for (const partition of partitionsOf(query)) {
    const facts = await reads.near(partition, id);
    if (isAsked(facts)) return facts;
  }
  if (!query.isThorough) return undefined;
  for (const partition of partitionsOf(query)) {
    const facts = (await reads.all(partition, id)).find(isAsked);
    if (facts !== undefined) return facts;
  }
  return undefined;
}

function isOf({ id, hunts }: ReceiptQuery) {
  const slugs = new Set(hunts.map(({ slug }) => slug));
  return (facts: ReceiptFacts | undefined): facts is ReceiptFacts =>
    facts?.eventId === id && slugs.has(facts.hunt);
}

async function findRemembered(
  { redis, keys, reads }: Sources,
  { id, hunts, sourceHash }: ReceiptQuery,
): Promise<ReceiptFacts | undefined> {
  if (sourceHash === undefined) return undefined;
  for (const live of hunts) {
    const position = await readFirstPosition(redis, { live, id, sourceHash, keys });
    if (position === undefined) continue;
    const facts = await reads.at(live.partition, position);
    if (facts?.eventId === id) return facts;
  }
  return undefined;
}

async function findOlder(
  { ledger }: Sources,
  query: ReceiptQuery,
): Promise<ReceiptFacts | undefined> {
  const rows = (await ledger.ofEvent(query.id)).filter(({ isVoid }) => !isVoid);
  return rows
    .filter(({ position }) => query.position === undefined || position === query.position)
    .map(factsOfLedger)
    .find(isOf(query));
}

/** The card itself, with what it takes from elsewhere: the rules' texts and the board. */
async function found(
  { reads, book }: Sources,
  { hunts }: ReceiptQuery,
  facts: ReceiptFacts,
): Promise<ReceiptAnswer> {
  const { hunt, version, type, points, score, team } = facts;
  const live = hunts.find(({ slug }) => slug === hunt);
  const [rules, board] = await Promise.all([
    book.rulesFor({ hunt, version, type }),
    live === undefined || points === 0
      ? undefined
      : reads.boardEffect(live, { team, before: score - points, after: score }),
  ]);
  const receipt = makeReceipt({ facts, rules, board });
  return { kind: 'found', receipt };
}
