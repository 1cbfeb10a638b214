/**
 * Proves that live state, ledger and record agree: every hunt is folded anew from its first event
 * to where its partition stands, and held against what is live there.
 */
import type { FigureDifference, ReconciledHunt, Reconciliation } from '@trove/contracts';
import { differencesOf, divergenceOf } from '@trove/core/backtest';
import { ledgerReads, republicationReads } from '@trove/db';
import { createHuntDirectory, LEDGER_SINK, readLiveCounts, readSinks } from '@trove/streams';
import { compareHunts, type HuntComparison } from './compareHunts.js';
import { RECORD_READ_LIMITS } from './limits.js';
import { PartitionTwin } from './partitionTwin.js';
import { RecordFault } from './recordFault.js';
import type { RecordSources } from './recordSources.js';

export interface ReconcileWatch {
  readonly partitions: number;
  readonly nowMs: () => number;
  readonly steadyMs: () => number;
  /** Called after each part; may wait, and throws to stop. */
  rest(): Promise<void>;
  wait(ms: number): Promise<void>;
}

/** Rejects with a `RecordFault` when the ledger does not catch up or a version is missing. */
export async function reconcile(
  sources: RecordSources,
  watch: ReconcileWatch,
): Promise<Reconciliation> {
  const at = watch.nowMs();
  const fromMs = watch.steadyMs();
  const details: ReconciledHunt[] = [];
  const ofPartitions: FigureDifference[] = [];
  for (let partition = 0; partition < watch.partitions; partition += 1) {
    const found = await reconcilePartition(sources, partition, watch);
    details.push(...found.hunts);
    ofPartitions.push(...found.differences);
  }
  const divergence = details.reduce(
    (sum, hunt) => sum + hunt.divergence + hunt.differing,
    ofPartitions.length,
  );
  return {
    at,
    tookMs: watch.steadyMs() - fromMs,
    hunts: details.length,
    events: details.reduce((sum, { events }) => sum + events, 0),
    divergence,
    says: divergence === 0 ? undefined : saysOf(details, ofPartitions),
    details,
  };
}

interface Reconciled {
  readonly hunts: readonly ReconciledHunt[];
  readonly differences: readonly FigureDifference[];
}

async function reconcilePartition(
  sources: RecordSources,
  partition: number,
  watch: ReconcileWatch,
): Promise<Reconciled> {
  const { redis, keys } = sources;
  const published = await createHuntDirectory(redis, keys).list();
  const hunts = published.filter((live) => live.partition === partition).map(({ slug }) => slug);
  const live = await readLiveCounts(redis, { partition, hunts, keys });
  const twin = new PartitionTwin(sources, partition);
  await twin.catchUp(live, () => watch.rest());
  await untilLedgerHas(sources, { partition, decided: live.decided, hunts }, watch);
  const compared = compareHunts(twin, live);
  const proofs: ReconciledHunt[] = [];
  for (const hunt of compared.hunts) {
    proofs.push(await proofOf(sources, hunt, { partition, before: live.decided }));
  }
  return { hunts: proofs, differences: compared.divergence.differences };
}

async function proofOf(
  { db }: RecordSources,
  { slug, tally, divergence }: HuntComparison,
  place: { readonly partition: number; readonly before: number },
): Promise<ReconciledHunt> {
  const { events, isWhole, differing, firstDiffering } = tally;
  const ledger = await ledgerReads(db).byClue(slug, place);
  const ofLedger = divergenceOf(
    isWhole ? differencesOf('points', ledger, movedIn(tally.counts().points)) : [],
  );
  return {
    ...{ hunt: slug, events, isWhole },
    // Of a record that lacks some of its events nothing can be told, neither good nor bad.
    differing: isWhole ? differing : 0,
    ...(isWhole && firstDiffering ? { firstDiffering: firstDiffering.eventId } : {}),
    divergence: divergence.count + ofLedger.count,
    differences: [...divergence.differences, ...ofLedger.differences].slice(
      0,
      RECORD_READ_LIMITS.proofDifferences,
    ),
  };
}

/** As the ledger tells them: what came to nothing does not stand there. */
function movedIn(points: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...points].filter(([, moved]) => moved !== 0));
}

interface LedgerWanted {
  readonly partition: number;
  readonly decided: number;
  readonly hunts: readonly string[];
}

/** The ledger is a sink, and follows the live state at its own pace. */
async function untilLedgerHas(
  { redis, keys, db }: RecordSources,
  { partition, decided, hunts }: LedgerWanted,
  { steadyMs, wait }: ReconcileWatch,
): Promise<void> {
  const endMs = steadyMs() + RECORD_READ_LIMITS.ledgerWaitMs;
  const republications = republicationReads(db);
  for (;;) {
    const sinks = await readSinks(redis, partition + 1, keys);
    const taken = sinks.at(-1)?.taken.get(LEDGER_SINK) ?? 0;
    // What a retroactive publication moves is written by whoever has recomputed it.
    if (taken >= decided && !(await republications.isSwapping(hunts))) return;
    if (steadyMs() > endMs) {
      throw new RecordFault(
        `the ledger of partition ${partition} has taken ${taken} of ${decided} events, ` +
          'and does not catch up',
      );
    }
    await wait(RECORD_READ_LIMITS.ledgerPollMs);
  }
}

function saysOf(
  hunts: readonly ReconciledHunt[],
  ofPartitions: readonly FigureDifference[],
): string {
  const wrong = hunts.find(({ divergence, differing }) => divergence + differing > 0);
  if (wrong === undefined) {
    return `events by outcome differ: ${figureWords(ofPartitions[0])}`;
  }
  const { hunt, divergence, differing, differences, firstDiffering } = wrong;
  if (divergence === 0) {
    return (
      `${differing} events of ${hunt} are answered otherwise than their rules say, ` +
      `the first is ${firstDiffering}`
    );
  }
  const many = divergence === 1 ? 'one figure' : `${divergence} figures`;
  const differ = divergence === 1 ? 'differs' : 'differ';
  return `${many} of ${hunt} ${differ}: ${figureWords(differences[0])}`;
}

function figureWords(difference: FigureDifference | undefined): string {
  if (difference === undefined) return 'unknown';
  const { of, name, live, folded } = difference;
  return `${of} of ${name === '' ? 'no clue' : name} is ${live}, and folded again ${folded}`;
}
