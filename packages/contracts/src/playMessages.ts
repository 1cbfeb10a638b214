/**
 * The table of all messages of `/play`. One row a message: its types, the door's list of
 * handlers, the documents and the console's explorer are derived from here and from nowhere else.
 */
import { z } from 'zod';
import { Bye } from './bye.js';
import { EventPacket } from './events.js';
import type { Immutable } from './immutable.js';
import {
  answerOf,
  BoardAround,
  BoardPush,
  BoardQuery,
  BroadcastPush,
  OpenedPush,
  PhasePush,
  RecomputedPush,
  SendReply,
  TeamQuery,
  TokenInput,
  Welcome,
} from './play.js';
import { Instant } from './prose.js';
import { ResultOffset } from './resultOffset.js';
import { Recommendations, ResultsPush } from './results.js';
import { LeftPush, MemberNamed, NothingNamed, ScoreTimeline, TeamView } from './team.js';
import { TeamSnapshot } from './teamSnapshot.js';

/** What a client may send, and what it is answered with. */
export interface MessageContract {
  /** One sentence, as a heading. */
  readonly summary: string;
  readonly payload: z.ZodType;
  readonly reply: z.ZodType;
  /** Whether it may also come as msgpack in a binary frame. */
  readonly isPackable?: true;
  /** Whether clients send it without asking for an answer. */
  readonly isMostlyUnanswered?: true;
}

/** What the door sends without being asked. */
export interface PushContract {
  readonly summary: string;
  readonly payload: z.ZodType;
}

export const CLIENT_MESSAGES = {
  'events:send': {
    summary: 'Sends events; answered when they stand on the log, or were refused.',
    payload: EventPacket,
    reply: SendReply,
    isPackable: true,
  },
  'state:get': {
    summary: 'A team’s own view of the hunt: score, clues, hints, badges, broadcasts.',
    payload: TeamQuery,
    reply: answerOf({ state: TeamSnapshot }),
  },
  'board:get': {
    summary:
      'The best teams, as players see them; a team among its neighbours where it is asked for.',
    payload: BoardQuery,
    reply: answerOf({
      board: BoardPush,
      around: BoardAround.optional().describe('Absent while the team is not on the board.'),
    }),
  },
  'scores:get': {
    summary: 'A team’s points over time.',
    payload: TeamQuery,
    reply: answerOf({ scores: ScoreTimeline }),
  },
  'team:get': {
    summary: 'Who is in a team, who leads it, who is connected, and the code to join it with.',
    payload: TeamQuery,
    reply: answerOf({
      team: TeamView,
      you: z.int().optional().describe('The member that asks; absent for sources.'),
    }),
  },
  'team:leave': {
    summary: 'Players only: its points stay with the team; the connection is closed afterwards.',
    payload: NothingNamed,
    reply: answerOf({}),
  },
  'team:remove': {
    summary: 'The captain only: sends a member away, and the team’s code is another one.',
    payload: MemberNamed,
    reply: answerOf({}),
  },
  'team:captain': {
    summary: 'The captain only: hands the lead to another member.',
    payload: MemberNamed,
    reply: answerOf({}),
  },
  'recommendations:get': {
    summary: 'What the team might try next, and why.',
    payload: TeamQuery,
    reply: answerOf({ recommendations: Recommendations }),
  },
  'results:seen': {
    summary: 'Players only: the last results their device has had, once a second at most.',
    payload: ResultOffset,
    reply: answerOf({}),
    isMostlyUnanswered: true,
  },
  'token:refresh': {
    summary: 'Goes on with a newer token of the same player or source.',
    payload: TokenInput,
    reply: answerOf({ expiresAt: Instant }),
  },
} as const satisfies Record<string, MessageContract>;

export const SERVER_MESSAGES = {
  welcome: {
    summary: 'The first message of every connection: where results stand.',
    payload: Welcome,
  },
  results: {
    summary: 'What became of events of the team, or of the source; once a commit.',
    payload: ResultsPush,
  },
  board: { summary: 'The board has changed; at most twice a second.', payload: BoardPush },
  broadcast: { summary: 'An operator speaks to the team or to all.', payload: BroadcastPush },
  phase: { summary: 'The hunt has another phase.', payload: PhasePush },
  opened: { summary: 'Every team may try a clue since now.', payload: OpenedPush },
  recomputed: {
    summary: 'What was played counts by other rules now: take a snapshot.',
    payload: RecomputedPush,
  },
  team: {
    summary: 'Members of the team, or who is connected, have changed; once a second at most.',
    payload: TeamView,
  },
  left: { summary: 'The player is in the team no more.', payload: LeftPush },
  bye: { summary: 'The last one: the door closes this socket, and says why.', payload: Bye },
} as const satisfies Record<string, PushContract>;

type Input<C extends MessageContract> =
  | Immutable<z.input<C['payload']>>
  | (C extends { readonly isPackable: true } ? Uint8Array : never);
type Reply<C extends MessageContract> = (reply: Immutable<z.output<C['reply']>>) => void;
type MessageOf<C extends MessageContract> = C extends { readonly isMostlyUnanswered: true }
  ? (input: Input<C>, reply?: Reply<C>) => void
  : (input: Input<C>, reply: Reply<C>) => void;

/** The messages as Socket.IO wants their types. */
export type ClientMessages = {
  [M in keyof typeof CLIENT_MESSAGES]: MessageOf<(typeof CLIENT_MESSAGES)[M]>;
};
export type ServerMessages = {
  [M in keyof typeof SERVER_MESSAGES]: (
    push: Immutable<z.output<(typeof SERVER_MESSAGES)[M]['payload']>>,
  ) => void;
};
