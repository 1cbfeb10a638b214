/** Runs a draft over the recorded events of a hunt. Nothing is written. */
import type { BacktestResult, BacktestScope, LiveHunt } from '@trove/contracts';
import type { CompiledHunt } from '@trove/core';
import { Backtest, REPUBLICATION_HABITS } from '@trove/core/backtest';
import { huntReads } from '@trove/db';
import { createHuntDirectory, createRecordSource } from '@trove/streams';
import { readRecord } from './readRecord.js';
import { RecordFault } from './recordFault.js';
import type { RecordSources } from './recordSources.js';
import { byRepublication, recomputeUntil } from './republished.js';
import { storedBodies, VersionRules } from './versionRules.js';

export interface BacktestOrder {
  /** The draft's own hunt, whose live version it is compared with. */
  readonly hunt: string;
  readonly draft: CompiledHunt;
  readonly scope: BacktestScope;
}

/** How a run is watched, slowed down and stopped. */
export interface BacktestWatch {
  /** Milliseconds of the wall clock, from which a span of hours counts. */
  readonly nowMs: () => number;
  /** A clock that only goes forward, milliseconds with fractions. */
  readonly steadyMs: () => number;
  /** Called after each part; may wait, and throws to stop the run. */
  onPart(done: number, total: number): Promise<void>;
}

/** Rejects with a `RecordFault` when there is nothing to fold, and with what `onPart` throws. */
export async function runBacktest(
  sources: RecordSources,
  order: BacktestOrder,
  watch: BacktestWatch,
): Promise<BacktestResult> {
  const { scope } = order;
  const live = await createHuntDirectory(sources.redis, sources.keys).get(scope.events);
  if (live === undefined) throw new RecordFault(`no hunt named ${scope.events} is published`);
  const { partition } = live;
  const place = await createRecordSource(sources.redis, sources.keys).place(partition);
  const versions = new VersionRules(scope.events, storedBodies(sources));
  const { hours } = scope;
  const fromMs = hours === undefined ? undefined : watch.nowMs() - hours * HOUR_MS;
  const run = new Backtest({
    slug: scope.events,
    draft: order.draft,
    live: await baselineOf(sources, order, { fromMs }),
    versions: versions.of,
    fromMs,
    ...(scope.retroactive && { habits: REPUBLICATION_HABITS }),
    nowUs: () => watch.steadyMs() * 1_000,
  });
  let tookMs = 0;
  let fromSteady = watch.steadyMs();
  const ask = { partition, hunt: scope.events, from: 0, before: place.decided };
  for await (const { events, missing, next } of readRecord(sources, ask)) {
    if (missing > 0) run.lack();
    await versions.ensure(events);
    for (const { publication, events: part } of byRepublication(events)) {
      const rest = () => watch.onPart(next, place.decided);
      if (publication !== undefined) {
        run.republish(await recomputeUntil(sources, { partition, publication, versions }, rest));
      }
      run.add(part);
    }
    tookMs += watch.steadyMs() - fromSteady;
    await watch.onPart(next, place.decided);
    fromSteady = watch.steadyMs();
  }
  return { ...run.result(), tookMs: tookMs + watch.steadyMs() - fromSteady };
}

const HOUR_MS = 3_600_000;

/**
 * The live version of the draft's hunt, unless all that is recorded in the span was judged by it:
 * then the record itself is what the draft is compared with.
 */
async function baselineOf(
  sources: RecordSources,
  { hunt, scope }: BacktestOrder,
  { fromMs }: { readonly fromMs: number | undefined },
): Promise<CompiledHunt | undefined> {
  const live = await createHuntDirectory(sources.redis, sources.keys).get(hunt);
  if (live === undefined) return undefined;
  // What publishing it would move is told against the board as it stands.
  if (scope.retroactive === true) return undefined;
  if (hunt === scope.events && (await hasJudgedAll(sources, live, fromMs))) return undefined;
  return await new VersionRules(hunt, storedBodies(sources)).load(live.version);
}

async function hasJudgedAll(
  { db }: RecordSources,
  { slug, version }: LiveHunt,
  fromMs: number | undefined,
): Promise<boolean> {
  if (version === 1) return true;
  if (fromMs === undefined) return false;
  const announced = (await huntReads(db).versions(slug)).find((one) => one.version === version);
  const announcedMs = announced?.announcedAt?.getTime();
  return announcedMs !== undefined && announcedMs <= fromMs;
}
