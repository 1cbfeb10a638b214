/** The CloudEvents form of an event, as HTTP carries it, and the event inside. */
import { z } from 'zod';
import { CustomEvent, EventTime, PLAY_EVENTS } from './events.js';
import { Source } from './ids.js';
import { WIRE_LIMITS } from './limits.js';

const envelope = {
  specversion: z.literal('1.0'),
  source: Source,
  sentat: EventTime.optional().describe('When it was sent, by the sender’s clock.'),
  subject: z.string().optional(),
  datacontenttype: z.string().optional(),
  dataschema: z.string().optional(),
};

/** For documents: the door takes the envelope off and asks the event's own contract. */
export const CloudEvent = z.union(
  [...Object.values(PLAY_EVENTS), CustomEvent].map((event) => event.extend(envelope)),
);
export const CloudEventBatch = z.array(CloudEvent).min(1).max(WIRE_LIMITS.eventsPerPacket);

/** What a page hands to its browser as it goes, where no header can be set (RFC 6750, 2.2). */
export const BeaconForm = z.object({
  access_token: z.string().describe('A player’s token.'),
  events: z.string().describe('A batch of CloudEvents as JSON.'),
});

/** CloudEvents attributes that are the packet's, or that say nothing the contract does not. */
const OUTER = new Set([
  'specversion',
  'source',
  'sentat',
  'subject',
  'datacontenttype',
  'dataschema',
]);

/** The event as a packet would carry it; whatever is no object stays as it is. */
export function withoutEnvelope(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  // Object.fromEntries defines `__proto__` as a plain key, which the strict contract refuses.
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !OUTER.has(key)));
}
