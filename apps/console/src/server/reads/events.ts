/** Reads of decided events: by id, the newest, or those behind a moment of a chart. */
import { z } from 'zod';
import type { EventsAnswer } from '../../features/events/answers';
import { partitionReads } from '../connections';
import { contracts } from '../packages';
import { nameEvents } from './nameEvents';
import { readReceipt } from './receipts';

const { DedupRung, EventId, HuntSlug, LocalId, Outcome, Verdict } = contracts;

const LIMIT = 200;

export const EventsQuery = z.object({
  id: z.string().trim().toLowerCase().max(64).optional(),
  hunt: HuntSlug.optional(),
  outcome: Outcome.optional(),
  verdict: Verdict.optional(),
  unmet: LocalId.optional(),
  rung: DedupRung.optional(),
  from: z.coerce.number().int().min(0).optional(),
  to: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(LIMIT).default(50),
});
export type EventsQuery = z.output<typeof EventsQuery>;

export async function readEvents(query: EventsQuery): Promise<EventsAnswer> {
  const { id, from, to, limit, ...filter } = query;
  if (id !== undefined) return await eventsOfId(id);
  const reads = await partitionReads();
  const found =
    from === undefined || to === undefined
      ? await reads.recent({ ...filter, limit })
      : await reads.between({ ...filter, fromMs: from, toMs: to, limit });
  const events = await nameEvents(found.events);
  return { ...found, events, isCut: events.length >= limit };
}

/** What Redis holds no more may still have its receipt elsewhere. */
async function eventsOfId(id: string): Promise<EventsAnswer> {
  const found = EventId.safeParse(id).success ? await (await partitionReads()).find(id) : [];
  const answer = { events: await nameEvents(found), commits: 0, isCut: false };
  return found.length > 0 ? answer : { ...answer, elsewhere: (await readReceipt(id, {})).kind };
}
