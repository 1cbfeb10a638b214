/** Asks the same question of the live state and of the archive's files, and times both. */
import { askArchive } from '@trove/archive';
import type { LiveHunt, TwinQuestion } from '@trove/contracts';
import { archiveReads, ledgerReads } from '@trove/db';
import { readBoard, readLiveCounts } from '@trove/streams';
import type { RecordSources } from './recordSources.js';

/** @param steadyMs a clock that only goes forward, milliseconds with fractions */
export async function askBoth(
  sources: RecordSources,
  live: LiveHunt,
  steadyMs: () => number,
): Promise<TwinQuestion[]> {
  const { folder, db } = sources;
  const { slug: hunt, partition } = live;
  const files = await archiveReads(db).files({ partition });
  const answers: TwinQuestion[] = [];
  for (const question of ['board', 'points', 'outcomes'] as const) {
    const liveMs = await timed(steadyMs, () => askLive(sources, live, question));
    if (files.length === 0) {
      answers.push({ question, liveMs });
      continue;
    }
    const asked = { folder, files, question, hunt };
    answers.push({ question, liveMs, batchMs: await timed(steadyMs, () => askArchive(asked)) });
  }
  return answers;
}

async function askLive(
  { redis, db, keys }: RecordSources,
  live: LiveHunt,
  question: TwinQuestion['question'],
): Promise<unknown> {
  const { slug, partition } = live;
  switch (question) {
    case 'board':
      return await readBoard(redis, live, keys === undefined ? {} : { keys });
    case 'points':
      return await ledgerReads(db).byClue(slug, { partition, before: Number.MAX_SAFE_INTEGER });
    case 'outcomes':
      return await readLiveCounts(redis, { partition, hunts: [], keys });
  }
}

async function timed(steadyMs: () => number, ask: () => Promise<unknown>): Promise<number> {
  const fromMs = steadyMs();
  await ask();
  return steadyMs() - fromMs;
}
