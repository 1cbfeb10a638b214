/**
 * Events that change a hunt's state and are not play: only servers append them, and they stand
 * in the same log, so that the version, phase and membership in force follow from log position.
 */
import { z } from 'zod';
import { EventTypeDefinition } from './customTypes.js';
import type { PlayType } from './events.js';
import { HuntSlug, LocalId, Name } from './ids.js';
import { WIRE_LIMITS } from './limits.js';
import { HuntPhase, Standing } from './vocabulary.js';

export const CONTROL_DATA = {
  /** The body is stored under its content hash before this event is appended. */
  'hunt.published.v1': z.strictObject({
    version: z.int().min(1),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  'hunt.phase_changed.v1': z.strictObject({ phase: HuntPhase, by: z.string().max(128) }),
  'player.joined.v1': z.strictObject({
    player: Name,
    team: Name,
    teamName: z.string().min(1).max(64),
    /** By the hunt's code for playtesters; absent means no. */
    playtest: z.boolean().optional(),
  }),
  /** A door has answered `recommendations:get` with something the team was not told before. */
  'suggestions.served.v1': z.strictObject({
    team: Name,
    clues: z.array(LocalId).max(WIRE_LIMITS.suggestions),
    /** The clue the team had solved last: a note that a solve has overtaken is passed over. */
    after: LocalId.optional(),
  }),
  /**
   * An operator has looked at a suspected event: `confirmed` lets its points stand, `overturned`
   * takes them back. Either can be said again later, the other way.
   */
  'suspicion.settled.v1': z.strictObject({
    team: Name,
    /** Place of the suspected event in the partition's log. */
    position: z.int().min(0),
    as: Standing,
    by: z.string().max(128),
    reason: z.string().min(1).max(280),
  }),
} as const;

export type ControlType = keyof typeof CONTROL_DATA;
export const CONTROL_TYPES = Object.keys(CONTROL_DATA) as ControlType[];
/** Any type that stands in the log. */
export type LoggedType = PlayType | ControlType;
export type ControlData<T extends ControlType = ControlType> = z.infer<(typeof CONTROL_DATA)[T]>;

/** The `source` of every control event; no client may claim it. */
export const CONTROL_SOURCE = '/trove/control';

/** What the door must know of a hunt; kept outside the partitions under the hunt's slug. */
export const LiveHunt = z.strictObject({
  slug: HuntSlug,
  title: z.string(),
  partition: z.int().min(0),
  version: z.int().min(1),
  hash: z.string(),
  clock: z.enum(['wall', 'events']),
  /** SHA-256 of the join code in upper case, hex; absent when players cannot join by code. */
  joinCodeHash: z.string().optional(),
  /** The same of the code for playtesters. */
  playtestCodeHash: z.string().optional(),
  phase: HuntPhase,
  maxEvents: z.int().min(1),
  /** The event types of its own that this version has; absent when none. */
  eventTypes: z.array(EventTypeDefinition).optional(),
});
export type LiveHunt = z.infer<typeof LiveHunt>;
