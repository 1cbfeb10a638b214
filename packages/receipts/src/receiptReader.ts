/**
 * Finds an event wherever it is kept and makes its receipt: in Redis by its place, its identity or
 * the time in its id; else in the archive, by the place that the ledger names or by its id; else
 * what the ledger alone remembers; else among what the door refused.
 */
import type { LiveHunt, QuarantineEntry, Receipt } from '@trove/contracts';
import { makeReceipt, type ReceiptFacts } from '@trove/core';
import { archiveReads, type Db, huntReads, ledgerReads, quarantineReads } from '@trove/db';
import {
  createHuntDirectory,
  createReceiptReads,
  type KeySpace,
  type ReceiptReads,
  readFirstPosition,
  type TroveRedis,
} from '@trove/streams';
import {
  type ArchiveAccess,
  archivedAt,
  archivedById,
  type EventPlace,
} from './archive/archivedFacts.js';
import { ArchiveReader } from './archive/archiveReader.js';
import { factsOfLedger } from './factsOfLedger.js';
import { findRefused, type RefusedSources } from './findRefused.js';
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
  /** Whose refused events are told; absent: anybody's, for operators. */
  readonly refusedOf?: string | undefined;
  /** Reads all that Redis holds before it gives up: for operators. */
  readonly isThorough: boolean;
}

export type ReceiptAnswer =
  | { readonly kind: 'found'; readonly receipt: Receipt }
  /** By the door: it is in no log. */
  | { readonly kind: 'refused'; readonly entry: QuarantineEntry }
  /**
   * `pending`: in the log and not decided yet; `busy`: too many look for old ones, ask again;
   * `unsearched`: more of the archive may hold it than is read for one answer.
   */
  | { readonly kind: 'pending' | 'unknown' | 'busy' | 'unsearched' };

export interface ReceiptReader {
  /** Rejects when a server it needs is away. */
  find(query: ReceiptQuery): Promise<ReceiptAnswer>;
  close(): void;
}

export interface ReceiptReaderDeps {
  readonly redis: TroveRedis;
  readonly db: Db;
  /** Absolute; files that the manifest names and the folder lacks are passed over. */
  readonly archiveFolder: string;
  readonly keys?: KeySpace;
}

interface Sources extends RefusedSources {
  readonly reads: ReceiptReads;
  readonly ledger: ReturnType<typeof ledgerReads>;
  readonly archive: ArchiveAccess;
  readonly book: RuleBook;
}

export function createReceiptReader(deps: ReceiptReaderDeps): ReceiptReader {
  const { redis, db, archiveFolder: folder, keys } = deps;
  const directory = createHuntDirectory(redis, keys);
  const reader = new ArchiveReader();
  const sources: Sources = {
    redis,
    keys,
    reads: createReceiptReads(redis, keys),
    ledger: ledgerReads(db),
    quarantine: quarantineReads(db),
    archive: { folder, manifest: archiveReads(db), reader },
    book: new RuleBook({ directory, hunts: huntReads(db) }),
  };
  return { find: (query) => find(sources, query), close: () => reader.close() };
}

async function find(sources: Sources, query: ReceiptQuery): Promise<ReceiptAnswer> {
  let places = await placesOf(sources, query);
  let recent = await findRecent(sources, query, places);
  if (recent === undefined) {
    if (await isPendingAnywhere(sources, query)) return { kind: 'pending' };
    // What was decided between the two looks was in neither.
    places = await placesOf(sources, query);
    recent = await findRecent(sources, { ...query, isThorough: false }, places);
  }
  if (recent !== undefined) return await found(sources, query, recent);
  const older = await findOlder(sources, query, places);
  if (older === 'busy') return { kind: 'busy' };
  if (typeof older === 'object') return await found(sources, query, older);
  const { id, refusedOf: source, position } = query;
  const entry = position === undefined ? await findRefused(sources, { id, source }) : undefined;
  return entry === undefined ? { kind: older ?? 'unknown' } : { kind: 'refused', entry };
}

async function isPendingAnywhere({ reads }: Sources, query: ReceiptQuery): Promise<boolean> {
  for (const partition of partitionsOf(query)) {
    if (await reads.isPending(partition, query.id)) return true;
  }
  return false;
}

function partitionsOf({ hunts }: ReceiptQuery): readonly number[] {
  return [...new Set(hunts.map(({ partition }) => partition))];
}

/** Where it is known to stand, if anywhere: where the asker says, or where its id is remembered. */
async function placesOf(
  { redis, keys }: Sources,
  query: ReceiptQuery,
): Promise<readonly EventPlace[]> {
  const { id, hunts, sourceHash, position } = query;
  if (position !== undefined) {
    return partitionsOf(query).map((partition) => ({ partition, position }));
  }
  if (sourceHash === undefined) return [];
  for (const live of hunts) {
    const first = await readFirstPosition(redis, { live, id, sourceHash, keys });
    if (first !== undefined) return [{ partition: live.partition, position: first }];
  }
  return [];
}

/** What Redis holds, the cheapest way first. */
async function findRecent(
  { reads }: Sources,
  query: ReceiptQuery,
  places: readonly EventPlace[],
): Promise<ReceiptFacts | undefined> {
  const isAsked = isOf(query);
  for (const { partition, position } of places) {
    const facts = await reads.at(partition, position);
    if (isAsked(facts)) return facts;
  }
  if (query.position !== undefined) return undefined;
  for (const partition of partitionsOf(query)) {
    const facts = await reads.near(partition, query.id);
    if (isAsked(facts)) return facts;
  }
  if (!query.isThorough) return undefined;
  for (const partition of partitionsOf(query)) {
    const facts = (await reads.all(partition, query.id)).find(isAsked);
    if (facts !== undefined) return facts;
  }
  return undefined;
}

function isOf({ id, hunts }: ReceiptQuery) {
  const slugs = new Set(hunts.map(({ slug }) => slug));
  return (facts: ReceiptFacts | string | undefined): facts is ReceiptFacts =>
    typeof facts === 'object' && facts.eventId === id && slugs.has(facts.hunt);
}

/** The archive, first where the ledger or the asker knows it to be; else the ledger alone. */
async function findOlder(
  { ledger, archive }: Sources,
  query: ReceiptQuery,
  places: readonly EventPlace[],
): Promise<ReceiptFacts | 'busy' | 'unsearched' | undefined> {
  const isAsked = isOf(query);
  const scored = (await ledger.ofEvent(query.id))
    .filter(({ isVoid }) => !isVoid)
    .map(factsOfLedger)
    .filter(({ position }) => query.position === undefined || position === query.position)
    .find(isAsked);
  for (const place of scored === undefined ? places : [scored]) {
    const facts = await archivedAt(archive, place);
    if (facts === 'busy' || isAsked(facts)) return facts;
  }
  if (scored !== undefined || places.length > 0) return scored;
  const hunts = new Set(query.hunts.map(({ slug }) => slug));
  let without: 'unsearched' | undefined;
  for (const partition of partitionsOf(query)) {
    const facts = await archivedById(archive, { id: query.id, partition, hunts });
    if (facts === 'busy' || isAsked(facts)) return facts;
    if (facts === 'unsearched') without = facts;
  }
  return without;
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
