/**
 * The events players and sources may send. One schema per type; the door, the SDK's types and
 * the documents are derived from this table and from nowhere else.
 */
import { z } from 'zod';
import { AnyData, type CustomData, CustomType, isCustomType } from './customType.js';
import { DeviceSequence } from './deviceSequence.js';
import { EventId, HuntSlug, LocalId, Name, Source } from './ids.js';
import { PHOTO_LIMITS, PhotoId } from './photos.js';

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);

const timeText = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)$/, {
    error: 'an RFC 3339 time with zone',
  });

/** RFC 3339 with a zone; fractions of a second down to microseconds are accepted, kept to ms. */
export const EventTime = timeText.refine((text) => !Number.isNaN(Date.parse(text)), {
  error: 'a time that exists',
});

/** Payload of each event type, by its type. */
export const EVENT_DATA = {
  'place.visited.v1': z.strictObject({ place: Name, lat: latitude, lon: longitude }),
  'location.reported.v1': z.strictObject({
    lat: latitude,
    lon: longitude,
    /** Radius of the circle in which the device believes to be. */
    accuracyM: z.number().min(0).max(100_000).optional(),
    /** How long before the event the position was taken. */
    ageS: z.number().min(0).max(86_400).optional(),
  }),
  'code.scanned.v1': z.strictObject({ code: Name }),
  'clue.answered.v1': z.strictObject({ clue: LocalId, answer: z.string().min(1).max(200) }),
  'option.chosen.v1': z.strictObject({ clue: LocalId, option: LocalId }),
  'hint.requested.v1': z.strictObject({ clue: LocalId, hint: LocalId }),
  'photo.submitted.v1': z.strictObject({ clue: LocalId, photo: PhotoId }),
  'photo.appealed.v1': z.strictObject({
    clue: LocalId,
    /** Why it should be looked at again. */
    text: z.string().min(1).max(PHOTO_LIMITS.appeal),
  }),
} as const;

export type EventType = keyof typeof EVENT_DATA;
export const EVENT_TYPES = Object.keys(EVENT_DATA) as EventType[];
export type EventData<T extends EventType = EventType> = z.infer<(typeof EVENT_DATA)[T]>;

/** A type of events that players and sources may send: built in, or one of a hunt's own. */
export type PlayType = EventType | CustomType;

/** Whether the hunt has the type it names is seen when the whole hunt is read. */
export const PlayTypeName = z.union([
  z.enum(EVENT_TYPES as [EventType, ...EventType[]]),
  CustomType,
]);

/** Also true of a custom type that no hunt has. */
export function isPlayType(type: string): type is PlayType {
  return isCustomType(type) || Object.hasOwn(EVENT_DATA, type);
}

/** W3C trace context; carried, never part of an event's content. */
const traceparent = z.string().max(64).optional();

const middle = {
  /** Whether it is a time that exists is seen when the door reads it, not twice. */
  time: timeText,
  hunt: HuntSlug,
  player: Name,
  team: Name,
};

const end = {
  /** Where the event stands among those of its device; carried, never part of its content. */
  device: DeviceSequence.optional(),
  traceparent,
};

function eventOf<T extends EventType>(type: T) {
  const data = EVENT_DATA[type];
  return z.strictObject({ id: EventId, type: z.literal(type), ...middle, data, ...end });
}

/** The schema of one event inside a packet, by type; `source` and `sentAt` are the packet's. */
export const PLAY_EVENTS = {
  'place.visited.v1': eventOf('place.visited.v1'),
  'location.reported.v1': eventOf('location.reported.v1'),
  'code.scanned.v1': eventOf('code.scanned.v1'),
  'clue.answered.v1': eventOf('clue.answered.v1'),
  'option.chosen.v1': eventOf('option.chosen.v1'),
  'hint.requested.v1': eventOf('hint.requested.v1'),
  'photo.submitted.v1': eventOf('photo.submitted.v1'),
  'photo.appealed.v1': eventOf('photo.appealed.v1'),
} as const satisfies { [T in EventType]: ReturnType<typeof eventOf<T>> };

/** An event of a hunt's own type, whose data its hunt has yet to check (`customFault`). */
export const CustomEvent = z.strictObject({
  id: EventId,
  type: CustomType,
  ...middle,
  data: AnyData,
  ...end,
});
export type CustomEvent = z.infer<typeof CustomEvent>;

/** An event of one custom type, with what its data holds. */
export function customEventOf(type: CustomType, data: z.ZodType<CustomData>) {
  return z.strictObject({ id: EventId, type: z.literal(type), ...middle, data, ...end });
}

export type PlayEvent =
  | { [T in EventType]: z.infer<(typeof PLAY_EVENTS)[T]> }[EventType]
  | CustomEvent;

/** What `events:send` carries around its events. The events are parsed one by one, not here. */
export const PacketHead = z.strictObject({
  specversion: z.literal('1.0'),
  source: Source,
  sentAt: EventTime,
  events: z.array(z.unknown()).min(1).max(500),
});
export type PacketHead = z.infer<typeof PacketHead>;
export type EventPacket = Omit<PacketHead, 'events'> & { events: PlayEvent[] };
