/** What one commit tells the charts. */
import type { DedupRung, ResultExtras } from '@trove/contracts';
import { type Decision, followSpanOf, type MemoryCounts } from '@trove/core';
import {
  type HuntTally,
  type MetricsCollector,
  OUTCOME_BYTES,
  packOutcome,
  unpackOutcome,
} from '@trove/streams';
import type { Spent } from './commitChunk.js';

export interface MeasuredCommit {
  readonly decision: Decision;
  readonly decidedAtUs: number;
  readonly committedAtUs: number;
  readonly spent: Readonly<Spent>;
}

/** What a commit did to one hunt. */
interface HuntCounts {
  /** Events by outcome and verdict in one byte. */
  readonly byOutcome: Uint32Array;
  /** Events by log entry. */
  readonly byEntry: Uint32Array;
  /** Duplicates by the rung that found them. */
  readonly rungs: Map<DedupRung, number>;
  /** What rungs that only observe would have called duplicates. */
  readonly observed: Map<DedupRung, number>;
  /** Events that did not meet an expectation, by its id. */
  readonly unmet: Map<string, number>;
  readonly suspicions: Map<string, number>;
  points: number;
}

export function measureCommit(metrics: MetricsCollector, commit: MeasuredCommit): void {
  const { decision, decidedAtUs, committedAtUs, spent } = commit;
  const decided = decision.results.length;
  for (const { slug, memory } of decision.hunts) {
    countSuggestions(metrics, slug, memory.counts);
  }
  for (const [hunt, counts] of countsOf(decision)) {
    const tally = metrics.of(hunt);
    tally.points += counts.points;
    countOutcomes(tally, counts.byOutcome);
    for (const [rung, count] of counts.rungs) tally.count('duplicates', rung, count);
    for (const [rung, count] of counts.observed) tally.count('observed', rung, count);
    for (const [expectation, count] of counts.unmet) tally.count('unmet', expectation, count);
    for (const [suspicion, count] of counts.suspicions) {
      tally.count('suspicions', suspicion, count);
    }
    const events = counts.byEntry.reduce((sum, count) => sum + count, 0);
    countChecks(tally, events, { spent, share: events / decided, asked: spent.asked.get(hunt) });
    decision.entries.forEach(({ appendedAtUs }, entry) => {
      const weight = counts.byEntry[entry] as number;
      if (weight === 0) return;
      tally.stage('log_decided', decidedAtUs - appendedAtUs, weight);
      tally.stage('decided_committed', committedAtUs - decidedAtUs, weight);
    });
  }
}

interface HuntShare {
  readonly spent: Readonly<Spent>;
  /** Of the chunk's events. */
  readonly share: number;
  /** Events it asked something of; undefined where it asked nothing. */
  readonly asked: number | undefined;
}

/** A chunk is decided and asked for as a whole; each hunt has its share of the time by events. */
function countChecks(tally: HuntTally, events: number, { spent, share, asked }: HuntShare): void {
  const { decideUs, askUs, dedupUs } = spent;
  if (asked !== undefined) {
    const ofAll = asked / sumOf(spent.asked.values());
    tally.check('expectations', asked, askUs * ofAll * 1_000);
  }
  // What was asked lies within deciding: told apart, the checks may be added up.
  tally.check('decide', events, Math.max(0, decideUs - askUs) * share * 1_000);
  if (dedupUs !== undefined) tally.check('dedup', events, dedupUs * share * 1_000);
}

function countSuggestions(
  metrics: MetricsCollector,
  hunt: string,
  { served, explored, followed, followedAfterMs, covered, clues }: MemoryCounts,
): void {
  if (served === 0 && followed === 0) return;
  const tally = metrics.of(hunt);
  if (served > 0) tally.count('recommendations', 'results', served);
  if (followed > 0) tally.count('recommendations', 'followed', followed);
  if (explored > 0) tally.count('recommendations', 'explored', explored);
  for (const ms of followedAfterMs) tally.count('followedAfter', followSpanOf(ms));
  tally.cover(covered, clues);
}

function countsOf({ entries, results }: Decision): Map<string, HuntCounts> {
  const byHunt = new Map<string, HuntCounts>();
  for (const row of results) {
    const { event, entry, outcome, verdict, points, rung } = row;
    let counts = byHunt.get(event.hunt);
    if (counts === undefined) {
      counts = newCounts(entries.length);
      byHunt.set(event.hunt, counts);
    }
    const byte = packOutcome(outcome, verdict);
    counts.byOutcome[byte] = (counts.byOutcome[byte] as number) + 1;
    counts.byEntry[entry] = (counts.byEntry[entry] as number) + 1;
    counts.points += points;
    if (rung !== undefined && outcome === 'duplicate') addOne(counts.rungs, rung);
    if (row.observed !== undefined) addOne(counts.observed, row.observed);
    if (row.extras !== undefined) countExtras(counts, row.extras);
  }
  return byHunt;
}

function newCounts(entries: number): HuntCounts {
  const byOutcome = new Uint32Array(OUTCOME_BYTES);
  return {
    byOutcome,
    byEntry: new Uint32Array(entries),
    rungs: new Map(),
    observed: new Map(),
    unmet: new Map(),
    suspicions: new Map(),
    points: 0,
  };
}

function sumOf(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}

function addOne<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function countOutcomes(tally: HuntTally, byOutcome: Uint32Array): void {
  byOutcome.forEach((count, byte) => {
    if (count === 0) return;
    const { outcome, verdict } = unpackOutcome(byte);
    tally.count('outcomes', outcome, count);
    if (verdict !== undefined) tally.count('verdicts', verdict, count);
  });
}

function countExtras(counts: HuntCounts, { unmet = [], suspicions = [] }: ResultExtras): void {
  for (const expectation of unmet) addOne(counts.unmet, expectation);
  for (const suspicion of suspicions) addOne(counts.suspicions, suspicion);
}
