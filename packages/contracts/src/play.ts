/** The socket API of `/play`: what may be sent, what is answered, what is pushed. */
import { z } from 'zod';
import type { EventPacket } from './events.js';
import type { Problem, ProblemCode } from './problems.js';
import type {
  Ack,
  DurabilityTier,
  FixFault,
  HuntPhase,
  OperationFault,
  Outcome,
  SequenceFault,
  Standing,
  SuggestionReason,
  Suspicion,
  TeamStatus,
  Verdict,
} from './vocabulary.js';

/** Place in one partition's results: comparable only within one partition and epoch. */
export const ResultOffset = z.object({
  partition: z.int().min(0),
  epoch: z.int().min(0),
  /** Position of the next undecided event; grows with every commit of the partition. */
  offset: z.int().min(0),
});
export type ResultOffset = Readonly<z.infer<typeof ResultOffset>>;

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

/** What a result tells the team beside verdict and points; all of it is absent mostly. */
export interface ResultExtras {
  /**
   * Of an `uncertain` position, what was wrong with it; of a `late` event, why its device's count
   * can't place it; `late_without_points` of one that happened too long before to score;
   * `team_banned` of one that is `closed` for that; of an operator's act, why it was not done.
   */
  readonly reason?:
    | FixFault
    | SequenceFault
    | OperationFault
    | 'late_without_points'
    | 'team_banned';
  /** Of a `suspected` event. */
  readonly suspicions?: readonly Suspicion[];
  /** What an operator found of an earlier event; its points come with this result. */
  readonly settled?: {
    readonly position: number;
    readonly as: Standing;
    readonly reason: string;
  };
  /** Why an operator moved the team's points. */
  readonly adjusted?: { readonly reason: string };
  /** An operator has changed how the team takes part. */
  readonly teamStatus?: { readonly as: TeamStatus; readonly reason: string };
  /** An operator's words; players get them as a `broadcast`. */
  readonly broadcast?: Omit<Broadcast, 'position'>;
  /** Whether players see the board as it stood at this event. */
  readonly board?: 'frozen' | 'live';
  /** The hunt's new phase. */
  readonly phase?: HuntPhase;
  /** Of a `duplicate` under an id of its own: what told that it repeats another. */
  readonly rung?: 'device' | 'fingerprint';
  /** Expectations of the hunt that the event does not meet, by id. */
  readonly unmet?: readonly string[];
  /** Of `too_early` and `cooling_down`: when to try again, by the hunt's clock; ISO 8601. */
  readonly availableAt?: string;
  /** Of `hinted` and `already_hinted`. */
  readonly hint?: { readonly id: string; readonly text: string };
  /** Clues that the team may try since this event; at most 50 are named. */
  readonly unlocked?: readonly string[];
  /** Badges the team has got, by id. */
  readonly badges?: readonly string[];
  readonly messages?: readonly string[];
  /** The team is one of playtesters: it is on no board and takes nobody's place. */
  readonly playtest?: true;
}

/** What became of one event, as pushed in `results` and answered over HTTP. */
export interface EventResult extends ResultExtras {
  readonly id: string;
  readonly hunt: string;
  readonly team: string;
  readonly outcome: Outcome;
  readonly verdict?: Verdict;
  /** Points this event moved; absent means none. */
  readonly points?: number;
  /** The team's points after this event; present when `points` is. */
  readonly score?: number;
  readonly clue?: string;
  /** Version of the hunt's rules that judged it. */
  readonly version?: number;
  /** Rules that fired, by id. */
  readonly rules?: readonly string[];
  /** What the team might try next, the best first; only when the event changed its choice. */
  readonly next?: readonly Suggestion[];
  /** Place in the partition's log. */
  readonly position: number;
  /** Of a `duplicate` or `conflict`: place of the first event of this id. */
  readonly firstPosition?: number;
}

/** A clue a team might try next, and why. */
export interface Suggestion {
  readonly clue: string;
  /** Metres as the crow flies from the team's last known position; absent when unknown. */
  readonly distanceM?: number;
  /** The same in minutes of walking, rounded up. */
  readonly walkMinutes?: number;
  /** Teams that solved it next after the clue this team solved last. */
  readonly wentNext: number;
  /** Solves by all teams, each counting half as much after every 30 minutes. */
  readonly popularity: number;
  /** What speaks for it most. */
  readonly reason: SuggestionReason;
  /** The chance that the team solves it with its next try, hundredths. */
  readonly chance: number;
  /** How likely it was to stand in this place; below 1 where servings explore. */
  readonly probability: number;
}

/** What a team might try next; only clues it may try now. */
export interface Recommendations extends ResultOffset {
  readonly hunt: string;
  readonly team: string;
  /** The best first, at most 3. Empty when nothing is open, or the hunt is not. */
  readonly suggestions: readonly Suggestion[];
}

export interface ResultsPush extends ResultOffset {
  readonly results: readonly EventResult[];
}

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

/** What an operator said to the players of a hunt. */
export interface Broadcast {
  readonly text: string;
  /** By the hunt's clock; ISO 8601. */
  readonly at: string;
  /** The one team it is for; absent when it is for all. */
  readonly to?: string;
  /** Place in the partition's log: no two broadcasts of a hunt share one. */
  readonly position: number;
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
  readonly kind: 'place' | 'code' | 'answer' | 'choice';
  /** Of a choice that is neither locked nor closed. */
  readonly options?: readonly { readonly id: string; readonly text: string }[];
  /** Absent where there are none, and while the clue is locked or closed and none was taken. */
  readonly hints?: readonly HintView[];
}

export interface HintView {
  readonly id: string;
  readonly cost: number;
  readonly status: 'taken' | 'available' | 'too_early';
  /** Of one that was taken. */
  readonly text?: string;
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
  'events:send': (packet: EventPacket, reply: (reply: SendReply) => void) => void;
  'state:get': (
    query: { hunt: string; team: string },
    reply: (reply: Answer<{ state: TeamSnapshot }>) => void,
  ) => void;
  'board:get': (
    query: { hunt: string; limit?: number },
    reply: (reply: Answer<{ board: BoardPush }>) => void,
  ) => void;
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
}
