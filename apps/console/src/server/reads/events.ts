/** Reads of decided events: by id, the newest, or those behind a moment of a chart. */
import { z } from 'zod';
import type { EventsAnswer } from '../../features/events/answers';
import { partitionReads } from '../connections';
import { contracts } from '../packages';
import { nameEvents } from './nameEvents';

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
  if (id !== undefined) {
    const events = EventId.safeParse(id).success ? await partitionReads().find(id) : [];
    return { events: await nameEvents(events), isCut: false };
  }
  const events =
    from === undefined || to === undefined
      ? await partitionReads().recent({ ...filter, limit })
      : await partitionReads().between({ ...filter, fromMs: from, toMs: to, limit });
  return { events: await nameEvents(events), isCut: events.length >= limit };
}
