/**
 * Events that change a hunt's state and are not play: only servers append them, and they stand
 * in the same log, so that the version, phase and membership in force follow from log position.
 */
import { z } from 'zod';
import { EventTypeDefinition } from './customTypes.js';
import { Division } from './division.js';
import { EventTime, type PlayType } from './events.js';
import { EventId, HuntSlug, LocalId, Name } from './ids.js';
import { OPERATION_LIMITS, WIRE_LIMITS } from './limits.js';
import { PhotoId } from './photos.js';
import { MemberNumber, PlayerName, TeamCode, TeamName } from './team.js';
import { HuntPhase, PhotoJudgement, Standing, TeamStatus } from './vocabulary.js';

/** PostgreSQL's text can't hold U+0000, and nobody can read it. */
const readable = z.string().regex(/^[^\0]*$/, { error: 'a text without U+0000' });
/** Who asked for it, for people to read. */
const by = readable.max(128);
/** What the team is told. */
const reason = readable.min(1).max(OPERATION_LIMITS.reason);

const photoJudged = z.strictObject({
  team: Name,
  clue: LocalId,
  /** The one that was looked at: a team may have sent another meanwhile. */
  photo: PhotoId,
  as: PhotoJudgement,
  reason: reason.optional(),
});
const saysWhy = {
  test: ({ as, reason: why }: { as: PhotoJudgement; reason?: string | undefined }) => {
    return as === 'accepted' || why !== undefined;
  },
  fault: { error: 'the reason for rejecting it', path: ['reason'] },
};
const newMember = {
  player: Name,
  playerName: PlayerName.optional(),
  team: Name,
  code: TeamCode,
  /** By the hunt's code for playtesters; absent means no. */
  playtest: z.boolean().optional(),
};
/** Whom the captain means, and which player says to be the captain. */
const memberOf = { team: Name, member: MemberNumber, captain: Name };

export const CONTROL_DATA = {
  /** The body is stored under its content hash before this event is appended. */
  'hunt.published.v1': z.strictObject({
    version: z.int().min(1),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    /** It counts for what was played before as well; absent: from here on. */
    retroactive: z
      .strictObject({
        /** What stands recomputed by this version, beside the hunt's state. */
        shadow: z.uuid(),
        by,
      })
      .optional(),
  }),
  /**
   * Time has gone by in a hunt in which nothing happens any more, so that it forgets the ids that
   * are too old. Its own id is one of them: it is `late`, and leaves nothing to be forgotten.
   */
  'hunt.aged.v1': z.strictObject({}),
  'hunt.phase_changed.v1': z.strictObject({
    phase: HuntPhase,
    /** Of `scheduled`: when it starts by itself, before what its file says. */
    startsAt: EventTime.optional(),
    by,
  }),
  /** A player makes a team and leads it. */
  'team.made.v1': z.strictObject({
    ...newMember,
    name: TeamName,
    /** Of the hunt's; absent: ranked on the board of all alone. */
    division: LocalId.optional(),
  }),
  /** A player joins the team that has this code. */
  'player.joined.v1': z.strictObject(newMember),
  'player.left.v1': z.strictObject({ player: Name, team: Name }),
  /** The captain has sent somebody away, and the team has another code from then on. */
  'player.removed.v1': z.strictObject({ ...memberOf, code: TeamCode }),
  /** The captain has named another one. */
  'team.captain_changed.v1': z.strictObject(memberOf),
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
    /**
     * What its own result said of it, from the ledger: so one can be settled that made room among
     * what is remembered of its team.
     */
    judged: z
      .strictObject({ eventId: EventId, clue: LocalId.optional(), points: z.int() })
      .optional(),
    by,
    reason,
  }),
  /** Said to the players of one team, or of all. */
  'hunt.broadcast.v1': z.strictObject({
    text: readable.trim().min(1).max(OPERATION_LIMITS.broadcastText),
    to: Name.optional(),
    by,
  }),
  /** Whether players see the board as it stood at this event, or as it stands. */
  'board.freeze_changed.v1': z.strictObject({ isFrozen: z.boolean(), by }),
  'points.adjusted.v1': z.strictObject({
    team: Name,
    /** Granted, or taken when below zero. */
    points: z
      .int()
      .min(-OPERATION_LIMITS.points)
      .max(OPERATION_LIMITS.points)
      .refine((points) => points !== 0, { error: 'some points, or there is nothing to adjust' }),
    by,
    reason,
  }),
  'team.status_changed.v1': z.strictObject({ team: Name, as: TeamStatus, by, reason }),
  /** A hint as a present: without its cost and before its time. */
  'hint.given.v1': z.strictObject({ team: Name, clue: LocalId, hint: LocalId, by }),
  /** What the team has paid for a hint is given back; the hint stays taken. */
  'hint.refunded.v1': z.strictObject({ team: Name, clue: LocalId, hint: LocalId, by, reason }),
  /**
   * An operator has looked at a team's photo. Either can be said again later, the other way: a
   * rejected one is accepted then, and an accepted one gives its points back.
   */
  'photo.judged.v1': photoJudged.extend({ by }).refine(saysWhy.test, saysWhy.fault),
  /** A clue may be tried whatever it requires: by one team, or by all and those that come later. */
  'clue.unlocked.v1': z.strictObject({ clue: LocalId, team: Name.optional(), by }),
  /** A team is ranked in a division of the hunt; without one, on the board of all alone. */
  'team.division_changed.v1': z.strictObject({ team: Name, division: LocalId.optional(), by }),
  /** An operator has sent somebody away, and the team has another code from then on. */
  'team.member_removed.v1': z.strictObject({
    ...{ team: Name, member: MemberNumber, code: TeamCode, by, reason },
  }),
} as const;

export type ControlType = keyof typeof CONTROL_DATA;
export const CONTROL_TYPES = Object.keys(CONTROL_DATA) as ControlType[];
/** Any type that stands in the log. */
export type LoggedType = PlayType | ControlType;
export type ControlData<T extends ControlType = ControlType> = z.infer<(typeof CONTROL_DATA)[T]>;

/** What an operator may do to a hunt while it is played, each an event in its log. */
export const OPERATION_DATA = {
  'hunt.phase_changed.v1': CONTROL_DATA['hunt.phase_changed.v1'].omit({ by: true }),
  'hunt.broadcast.v1': CONTROL_DATA['hunt.broadcast.v1'].omit({ by: true }),
  'board.freeze_changed.v1': CONTROL_DATA['board.freeze_changed.v1'].omit({ by: true }),
  'points.adjusted.v1': CONTROL_DATA['points.adjusted.v1'].omit({ by: true }),
  'team.status_changed.v1': CONTROL_DATA['team.status_changed.v1'].omit({ by: true }),
  'hint.given.v1': CONTROL_DATA['hint.given.v1'].omit({ by: true }),
  'hint.refunded.v1': CONTROL_DATA['hint.refunded.v1'].omit({ by: true }),
  'photo.judged.v1': photoJudged.refine(saysWhy.test, saysWhy.fault),
  'clue.unlocked.v1': CONTROL_DATA['clue.unlocked.v1'].omit({ by: true }),
  'team.division_changed.v1': CONTROL_DATA['team.division_changed.v1'].omit({ by: true }),
  'team.member_removed.v1': CONTROL_DATA['team.member_removed.v1'].omit({ by: true, code: true }),
} as const satisfies Partial<Record<ControlType, z.ZodType>>;

export type OperationType = keyof typeof OPERATION_DATA;

function operationOf<T extends OperationType>(type: T) {
  return z.strictObject({ type: z.literal(type), data: OPERATION_DATA[type] });
}

/** An operator's act as it is asked for; who asks is known otherwise. */
export const Operation = z.discriminatedUnion('type', [
  operationOf('hunt.phase_changed.v1'),
  operationOf('hunt.broadcast.v1'),
  operationOf('board.freeze_changed.v1'),
  operationOf('points.adjusted.v1'),
  operationOf('team.status_changed.v1'),
  operationOf('hint.given.v1'),
  operationOf('hint.refunded.v1'),
  operationOf('photo.judged.v1'),
  operationOf('clue.unlocked.v1'),
  operationOf('team.division_changed.v1'),
  operationOf('team.member_removed.v1'),
]);
export type Operation = z.infer<typeof Operation>;

/** What an operator finds of a suspected event, as it is asked for. */
export const Settling = z.strictObject({
  type: z.literal('suspicion.settled.v1'),
  data: CONTROL_DATA['suspicion.settled.v1'].omit({ by: true, judged: true }),
});
export type Settling = z.infer<typeof Settling>;

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
  /** When an operator let it start, or will; ms. */
  startsMs: z.int().min(0).optional(),
  /** What its file says of its opening times, on the wall clock; ms. */
  opensMs: z.int().optional(),
  closesMs: z.int().optional(),
  maxEvents: z.int().min(1),
  /** The event types of its own that this version has; absent when none. */
  eventTypes: z.array(EventTypeDefinition).optional(),
  /** Those that teams may join in; absent when none. */
  divisions: z.array(Division).optional(),
});
export type LiveHunt = z.infer<typeof LiveHunt>;
