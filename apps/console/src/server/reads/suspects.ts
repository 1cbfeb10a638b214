/** Reads of suspected events: what the log decided, and what operators found since. */
import { z } from 'zod';
import type { SuspectsAnswer } from '../../features/fairPlay/answers';
import { partitionReads, redis } from '../connections';
import { contracts, streams } from '../packages';
import { nameEvents } from './nameEvents';

const LIMIT = 100;

export const SuspectsQuery = z.object({ hunt: contracts.HuntSlug.optional() });

export async function readSuspected({
  hunt,
}: z.output<typeof SuspectsQuery>): Promise<SuspectsAnswer> {
  const filter = { outcome: 'suspected', limit: LIMIT } as const;
  const events = await partitionReads().recent(hunt === undefined ? filter : { ...filter, hunt });
  const [suspects, named] = await Promise.all([
    streams.readSuspects(redis(), events),
    nameEvents(events),
  ]);
  return {
    suspected: named.map((event, i) => {
      const suspect = suspects[i];
      if (suspect === undefined) return { event, isOpen: false };
      const { standing } = suspect;
      return standing === undefined ? { event, isOpen: true } : { event, isOpen: true, standing };
    }),
    isCut: events.length >= LIMIT,
  };
}
