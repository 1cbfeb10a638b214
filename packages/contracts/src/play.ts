/** The socket API of `/play`: what may be sent, what is answered, what is pushed. */
import type { EventPacket } from './events.js';
import type { PhotoView } from './photos.js';
import type { Problem, ProblemCode } from './problems.js';
import type { Broadcast, Recommendations, ResultOffset, ResultsPush } from './results.js';
import type { LeftPush, ScoreTimeline, TeamView } from './team.js';
import type { Ack, DurabilityTier, HuntPhase, TeamStatus } from './vocabulary.js';

/** Why one event of a packet was not appended. */
export interface EventRefusal {
  readonly code: ProblemCode;
  readonly detail: string;
  /** Where in the event, as `data.lat`. */
  readonly path?: string;
  readonly retryAfterMs?: number;
}

/** Answer to `events:send`. `acks[i]` speaks of `events[i]`; `errors` is keyed by that index. */
export type SendReply =
  | {
      readonly ok: true;
      readonly serverTime: string;
      readonly acks: readonly Ack[];
      readonly errors?: Readonly<Record<string, EventRefusal>>;
      /** Present when any ack is `busy`: send the same batch again after this long. */
      readonly retryAfterMs?: number;
    }
  | { readonly ok: false; readonly serverTime: string; readonly error: Problem };

export interface BoardRow {
  readonly rank: number;
  readonly team: string;
  readonly name?: string;
  readonly score: number;
  /** Operators see teams here that players do not. */
  readonly isHidden?: true;
}

export interface BoardPush extends ResultOffset {
  readonly hunt: string;
  readonly rows: readonly BoardRow[];
  /** Since when players see the board as it stood; ISO 8601. Absent while it moves. */
  readonly frozenAt?: string;
}

/** Where a team stands among its neighbours on the board. */
export interface BoardAround {
  readonly team: string;
  readonly rank: number;
  /** The team's own row between those above and below it, the best first. */
  readonly rows: readonly BoardRow[];
}

export interface BroadcastPush extends ResultOffset, Broadcast {
  readonly hunt: string;
}

/** An operator has given the hunt another phase. */
export interface PhasePush extends ResultOffset {
  readonly hunt: string;
  readonly phase: HuntPhase;
  /** Place in the partition's log. */
  readonly position: number;
}

/** A team's own view of a hunt. */
export interface TeamSnapshot extends ResultOffset {
  readonly hunt: string;
  readonly title: string;
  readonly phase: HuntPhase;
  /** When a `scheduled` hunt starts; absent when an operator has yet to say. */
  readonly startsAt?: string;
  readonly version: number;
  readonly team: string;
  /** Whether it is a team of playtesters, which is on no board. */
  readonly isPlaytest: boolean;
  readonly score: number;
  /** Absent while the team plays like any other. */
  readonly status?: Exclude<TeamStatus, 'playing'>;
  /** What operators have said to the team, the oldest first; at most 20. */
  readonly broadcasts: readonly Broadcast[];
  readonly clues: readonly ClueView[];
  /** Badges the team has, in the order of the hunt file. */
  readonly badges: readonly BadgeView[];
  /** The team's counters by name; one that no rule has touched is absent. */
  readonly counters: Readonly<Record<string, number>>;
}

export interface BadgeView {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** How a clue is found. */
export type ClueKind = 'place' | 'code' | 'answer' | 'choice' | 'photo';

export interface ClueView {
  readonly id: string;
  readonly title: string;
  /** Absent while the clue is locked. */
  readonly text?: string;
  /** What the file says it is worth. */
  readonly points: number;
  /** What solving it now would bring the team, decay and bonuses included; absent once solved. */
  readonly worth?: number;
  readonly status: 'open' | 'locked' | 'closed' | 'solved';
  readonly kind: ClueKind;
  /** Where it is found, degrees and metres; of a place that may be read and is on the map. */
  readonly place?: { readonly lat: number; readonly lon: number; readonly radiusM: number };
  /** Of a choice that is neither locked nor closed. */
  readonly options?: readonly { readonly id: string; readonly text: string }[];
  /** Of a photo clue: the team's last photo; absent before the first. */
  readonly photo?: PhotoView;
  /** Absent where there are none, and while the clue is locked or closed and none was taken. */
  readonly hints?: readonly HintView[];
}

export interface HintView {
  readonly id: string;
  readonly cost: number;
  readonly status: 'taken' | 'available' | 'too_early';
  /** Of one that was taken. */
  readonly text?: string;
  /** What the team paid for it and can be given back; absent when nothing. */
  readonly paid?: number;
  /** Of one that is too early: when it can be asked for, by the hunt's clock; ISO 8601. */
  readonly availableAt?: string;
}

export interface Welcome {
  readonly serverTime: string;
  /** Where results stand now: the hunt's partition for a player, all for a source. */
  readonly offsets: readonly ResultOffset[];
  readonly tier: DurabilityTier;
  /** False when what was missed can't be sent: take a snapshot. */
  readonly recovered: boolean;
}

export type Answer<T> =
  | ({ readonly ok: true; readonly serverTime: string } & T)
  | { readonly ok: false; readonly serverTime: string; readonly error: Problem };

/** Handshake `auth` of `/play`. */
export interface PlayAuth {
  readonly token: string;
  /** The last place the client has seen in each partition, to get what it missed. */
  readonly last?: readonly ResultOffset[];
}

export interface ClientMessages {
  /** As an object, or as msgpack of one in a binary frame. */
  'events:send': (packet: EventPacket | Uint8Array, reply: (reply: SendReply) => void) => void;
  'state:get': (
    query: { hunt: string; team: string },
    reply: (reply: Answer<{ state: TeamSnapshot }>) => void,
  ) => void;
  'board:get': (
    query: {
      hunt: string;
      limit?: number;
      /** A team whose surroundings are wanted, and how many rows above and below it. */
      around?: string;
      rows?: number;
    },
    reply: (
      /** `around` is absent while the team is not on the board. */
      reply: Answer<{ board: BoardPush; around?: BoardAround }>,
    ) => void,
  ) => void;
  'scores:get': (
    query: { hunt: string; team: string },
    reply: (reply: Answer<{ scores: ScoreTimeline }>) => void,
  ) => void;
  'team:get': (
    query: { hunt: string; team: string },
    /** `you`: the member that asks; absent for sources. */
    reply: (reply: Answer<{ team: TeamView; you?: number }>) => void,
  ) => void;
  /** Players only: the points stay with the team, and the connection is closed afterwards. */
  'team:leave': (query: object, reply: (reply: Answer<object>) => void) => void;
  /** The captain only: sends a member away; the team's code is another one afterwards. */
  'team:remove': (query: { member: number }, reply: (reply: Answer<object>) => void) => void;
  /** The captain only: hands the lead to another member. */
  'team:captain': (query: { member: number }, reply: (reply: Answer<object>) => void) => void;
  'recommendations:get': (
    query: { hunt: string; team: string },
    reply: (reply: Answer<{ recommendations: Recommendations }>) => void,
  ) => void;
  /** Players only: the last results their device has had, about once a second at most. */
  'results:seen': (seen: ResultOffset, reply?: (reply: Answer<object>) => void) => void;
  'token:refresh': (
    input: { token: string },
    reply: (reply: Answer<{ expiresAt: string }>) => void,
  ) => void;
}

export interface ServerMessages {
  welcome: (welcome: Welcome) => void;
  results: (push: ResultsPush) => void;
  board: (push: BoardPush) => void;
  broadcast: (push: BroadcastPush) => void;
  phase: (push: PhasePush) => void;
  /** Who is in the team, or connected, has changed: once a second at most. */
  team: (push: TeamView) => void;
  left: (push: LeftPush) => void;
}
