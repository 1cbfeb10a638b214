/**
 * Everything the players' screens show, as one value, and how it changes. Pure: what the SDK hears
 * comes as arguments.
 */
import type {
  BoardAround,
  BoardPush,
  Broadcast,
  EventResult,
  HuntPhase,
  Suggestion,
  TeamSnapshot,
  TeamView,
} from '@trove/contracts';
import type { ConnectionState } from '@trove/player-sdk';
import { operatorWords } from '../words/resultWords';
import { PLAY_LIMITS } from './limits';
import type { Submission } from './submission';
import { withResults, withSettled } from './submission';

/** `opening`: the device is asked what it has kept. `joining`: nobody has joined on it yet. */
export type Stage = 'opening' | 'joining' | 'playing';

/** As the SDK has it, as long as a hunt is open. */
export type Signal = Exclude<ConnectionState, 'closed'>;

export interface Board extends BoardPush {
  readonly around?: BoardAround | undefined;
}

export interface PlayState {
  readonly stage: Stage;
  readonly signal: Signal;
  /** False while the device can't keep what is unsent: then it is lost with the page. */
  readonly isKept: boolean;
  /** False while it can't keep the pass either: whoever closes the page has to join again. */
  readonly isRemembered: boolean;
  /** The server does not take this device's pass any more. */
  readonly isPassOver: boolean;
  /** What the device knows of the team's hunt, and when it was told, by its own clock. */
  readonly snapshot?: TeamSnapshot | undefined;
  readonly snapshotAtMs?: number | undefined;
  readonly board?: Board | undefined;
  /** That of the team's division alone, where it is in one. */
  readonly divisionBoard?: BoardPush | undefined;
  readonly team?: TeamView | undefined;
  /** The member that plays on this device. */
  readonly you?: number | undefined;
  readonly suggestions: readonly Suggestion[];
  /** The newest first. */
  readonly submissions: readonly Submission[];
  /** Results of what team-mates did, the newest first. */
  readonly teamNews: readonly EventResult[];
  /** Broadcasts, the newest first. */
  readonly messages: readonly Broadcast[];
  /** Place of the newest message that was looked at; -1 before the first. */
  readonly readUpTo: number;
  /** The last thing worth telling a player who looks elsewhere. */
  readonly news?: News | undefined;
  /** What the server's clock is ahead of the device's, ms. */
  readonly clockOffsetMs: number;
}

export interface News {
  /** Told apart by this, so that the same words are told twice when they happen twice. */
  readonly key: string;
  /** `message`: of the organisers, or about the hunt as a whole. */
  readonly tone: 'message' | 'good' | 'bad' | 'doubt' | 'quiet';
  readonly says: string;
}

export const OPENING: PlayState = {
  stage: 'opening',
  signal: 'connecting',
  isKept: true,
  isRemembered: true,
  isPassOver: false,
  suggestions: [],
  submissions: [],
  teamNews: [],
  messages: [],
  readUpTo: -1,
  clockOffsetMs: 0,
};

export function afterSettled(
  state: PlayState,
  settled: Parameters<typeof withSettled>[1],
): PlayState {
  return { ...state, submissions: withSettled(state.submissions, settled) };
}

/** Own results go to what was sent, those of others are news of the team. */
export function afterResults(state: PlayState, results: readonly EventResult[]): PlayState {
  const own = new Set(state.submissions.map(({ id }) => id));
  const others = results.filter((result) => !own.has(result.id) && isWorthTelling(result));
  const known = state.teamNews.filter(({ position }) => {
    return !others.some((other) => other.position === position);
  });
  const teamNews = [...others.toReversed(), ...known].slice(0, PLAY_LIMITS.teamNews);
  const next = results.findLast((result) => result.next !== undefined)?.next;
  return {
    ...state,
    submissions: withResults(state.submissions, results),
    teamNews,
    ...(next === undefined ? {} : { suggestions: next }),
  };
}

/** What moved points, opened something or was said; not every wrong answer of a team-mate. */
function isWorthTelling(result: EventResult): boolean {
  const { verdict, points, badges, messages, photo, unlocked } = result;
  return (
    verdict === 'solved' ||
    verdict === 'hinted' ||
    (points ?? 0) !== 0 ||
    operatorWords(result).length > 0 ||
    [badges, messages, photo, unlocked].some((extra) => extra !== undefined)
  );
}

export function afterSnapshot(state: PlayState, snapshot: TeamSnapshot, nowMs: number): PlayState {
  const messages = mergeMessages(state.messages, snapshot.broadcasts);
  return { ...state, snapshot, snapshotAtMs: nowMs, messages };
}

/** Every message once, by its place in the log, the newest first. */
export function mergeMessages(
  known: readonly Broadcast[],
  more: readonly Broadcast[],
): readonly Broadcast[] {
  const byPlace = new Map([...known, ...more].map((one) => [one.position, one]));
  return [...byPlace.values()].sort((a, b) => b.position - a.position);
}

export function afterPhase(state: PlayState, phase: HuntPhase): PlayState {
  if (state.snapshot === undefined) return state;
  return { ...state, snapshot: { ...state.snapshot, phase } };
}

export function unreadMessages({ messages, readUpTo }: PlayState): number {
  return messages.filter(({ position }) => position > readUpTo).length;
}

/** The team's place among those shown; undefined while it is not on the board. */
export function rankOf({ board, snapshot }: PlayState): number | undefined {
  const own = board?.rows.find(({ team }) => team === snapshot?.team);
  return own?.rank ?? board?.around?.rank;
}
