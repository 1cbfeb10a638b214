/** What would become of entries of the quarantine, from what is known now and without effect. */
import {
  type CustomContracts,
  compileEventTypes,
  type LiveHunt,
  type QuarantineEntry,
} from '@trove/contracts';
import { type Examined, type Judged, judgeByHunt, prospectOf, type Replayable } from '@trove/core';
import type { TroveRedis } from './connectRedis.js';
import type { HuntDirectory } from './huntDirectory.js';
import type { KeySpace } from './keys.js';
import { type Replay, standingsOf } from './replay.js';

export interface ExamineDeps {
  readonly redis: TroveRedis;
  readonly hunts: Pick<HuntDirectory, 'get'>;
  readonly nowMs: number;
  readonly keys?: KeySpace;
}

/**
 * Examines one page of entries, each as `judge` says: two round trips to Redis for all of them.
 * Rejects when Redis does not answer.
 */
export async function examineEntries(
  { redis, hunts, nowMs, keys }: ExamineDeps,
  entries: readonly QuarantineEntry[],
  judge: (entry: QuarantineEntry) => Judged,
): Promise<Examined[]> {
  const alone = entries.map((entry) => ({ entry, judged: judge(entry) }));
  const lives = await livesOf(alone, hunts);
  const contracts = contractsOf(lives);
  const judged = alone.map(({ entry, judged: one }) => {
    const ofHunt = contracts.get(slugsOf(one)[0] ?? '');
    const live = lives.get(slugsOf(one)[0] ?? '');
    return { entry, live, judged: ofHunt === undefined ? one : judgeByHunt(one, ofHunt) };
  });
  const asked: Replay[] = [];
  for (const { judged: one, live } of judged) {
    if (one.is !== 'good') continue;
    if (live !== undefined) asked.push({ ...one.replayable, live });
  }
  const standings = await standingsOf(redis, asked, keys);
  const standingOf = new Map(asked.map(({ event }, i) => [event, standings[i]]));
  return judged.map(({ entry, judged: one, live }) => {
    if (one.is !== 'good') return { entry, judged: one, live };
    const { replayable } = one;
    const standing = standingOf.get(replayable.event) ?? 'unknown';
    const prospect = prospectOf(entry, replayable, { live, standing, nowMs });
    return { entry, judged: one, live, prospect };
  });
}

/** The contracts of the hunts' own event types, by hunt. */
function contractsOf(
  lives: ReadonlyMap<string, LiveHunt | undefined>,
): ReadonlyMap<string, CustomContracts> {
  return new Map(
    [...lives].flatMap(([slug, live]) => {
      return live === undefined ? [] : [[slug, compileEventTypes(live.eventTypes)] as const];
    }),
  );
}

/** The hunts that the events go to, each looked up once. */
async function livesOf(
  judged: readonly { readonly judged: Judged }[],
  hunts: Pick<HuntDirectory, 'get'>,
): Promise<Map<string, LiveHunt | undefined>> {
  const slugs = new Set(judged.flatMap(({ judged: one }) => slugsOf(one)));
  const lives = await Promise.all([...slugs].map((slug) => hunts.get(slug)));
  return new Map([...slugs].map((slug, i) => [slug, lives[i]]));
}

function slugsOf(judged: Judged): string[] {
  if (judged.is !== 'good') return [];
  const { event }: Replayable = judged.replayable;
  return [event.hunt];
}
