/**
 * What this device has sent, and how far each has come. Pure: it is told what the SDK hears and
 * answers the next list.
 */

import type { Ack, EventData, EventRefusal, EventResult, EventType } from '@trove/contracts';
import { refusalWords } from '../words/refusalWords';
import { PLAY_LIMITS } from './limits';

/**
 * `waiting`: on this device alone. `sent`: the server has it for good, and it is not decided.
 * `refused`: the server does not take it, ever. `decided`: it has its result.
 */
export type Progress = 'waiting' | 'sent' | 'refused' | 'decided';

export interface Submission {
  /** The event's id; of a picture that waits, one of this device alone. */
  readonly id: string;
  readonly type: EventType;
  /** The clue it is for; absent where only the result can tell. */
  readonly clue?: string | undefined;
  /** What was sent, as the player would say it. */
  readonly says: string;
  /** By the device's clock, ms. */
  readonly atMs: number;
  readonly progress: Progress;
  /** Why it was refused. */
  readonly refusal?: string | undefined;
  readonly result?: EventResult | undefined;
  /** A photo that has not left the device: no event names it yet. */
  readonly isPicture?: true;
}

/** What a player means to send. */
export interface Intent<T extends EventType = EventType> {
  readonly type: T;
  readonly data: EventData<T>;
  readonly says: string;
  readonly clue?: string | undefined;
}

/** The list with one more; the oldest go, but none that is still under way. */
export function withSubmission(
  list: readonly Submission[],
  one: Submission,
): readonly Submission[] {
  return bounded([one, ...list]);
}

/** @param all the newest first */
function bounded(all: readonly Submission[]): readonly Submission[] {
  let surplus = all.length - PLAY_LIMITS.submissions;
  if (surplus <= 0) return all;
  const kept = all.toReversed().filter(({ progress }) => {
    const goes = surplus > 0 && (progress === 'decided' || progress === 'refused');
    if (goes) surplus -= 1;
    return !goes;
  });
  return kept.reverse();
}

const STEPS: Readonly<Record<Progress, number>> = { waiting: 0, sent: 1, refused: 2, decided: 3 };

/** The list with what another tab knows: what is not in it, and what has come further there. */
export function mergeSubmissions(
  list: readonly Submission[],
  told: readonly Submission[],
): readonly Submission[] {
  const known = new Map(list.map((one) => [one.id, one]));
  const isNews = ({ id, progress }: Submission) => {
    const own = known.get(id);
    return own === undefined || STEPS[progress] > STEPS[own.progress];
  };
  const news = told.filter(isNews);
  if (news.length === 0) return list;
  const further = new Map(news.map((one) => [one.id, one]));
  const advanced = list.map((one) => further.get(one.id) ?? one);
  const missing = news.filter(({ id }) => !known.has(id));
  const all = [...missing, ...advanced].sort((a, b) => b.atMs - a.atMs);
  return bounded(all);
}

export function withoutSubmission(list: readonly Submission[], id: string): readonly Submission[] {
  return list.filter((one) => one.id !== id);
}

export function withRefused(
  list: readonly Submission[],
  id: string,
  refusal: string,
): readonly Submission[] {
  return list.map((one) => (one.id === id ? { ...one, progress: 'refused', refusal } : one));
}

interface Settled {
  readonly event: { readonly id: string };
  readonly ack: Ack;
  readonly refusal?: EventRefusal | undefined;
}

/** The list after the server has answered events for good. */
export function withSettled(
  list: readonly Submission[],
  settled: readonly Settled[],
): readonly Submission[] {
  const byId = new Map(settled.map((one) => [one.event.id, one]));
  return list.map((one) => {
    const answer = byId.get(one.id);
    if (answer === undefined || one.progress !== 'waiting') return one;
    if (answer.ack === 'appended') return { ...one, progress: 'sent' };
    return { ...one, progress: 'refused', refusal: refusalWords(answer.refusal, answer.ack) };
  });
}

/**
 * Whether a result is of the same event that arrived again, as after a lost answer: the first has
 * the word, and is asked for where this device has not heard it.
 */
export function isRepeat({ outcome, rung, firstPosition, passed }: EventResult): boolean {
  if (passed === 'id') return true;
  return outcome === 'duplicate' && rung === undefined && firstPosition !== undefined;
}

/** The list after results came. A later word on an event, an operator's, replaces the first. */
export function withResults(
  list: readonly Submission[],
  results: readonly EventResult[],
): readonly Submission[] {
  const arrived = new Set(results.map(({ id }) => id));
  const words = results.filter((result) => !isRepeat(result));
  const byId = new Map(words.map((result) => [result.id, result]));
  const told = list.map((one): Submission => {
    const result = byId.get(one.id);
    if (result !== undefined) {
      const { clue = one.clue } = result;
      return { ...one, progress: 'decided', clue, result };
    }
    const isHere = one.progress === 'waiting' && arrived.has(one.id);
    return isHere ? { ...one, progress: 'sent' } : one;
  });
  return words.reduce(withJudgement, told);
}

/** What an operator found of an earlier event comes as a result of its own. */
function withJudgement(list: readonly Submission[], result: EventResult): readonly Submission[] {
  const { photo, settled, clue } = result;
  if (photo !== undefined) {
    const at = list.findIndex((one) => one.type === 'photo.submitted.v1' && one.clue === clue);
    return withWord(list, at, result);
  }
  if (settled === undefined) return list;
  const at = list.findIndex((one) => one.result?.position === settled.position);
  const outcome = settled.as === 'overturned' ? 'overturned' : 'accepted';
  return withWord(list, at, { outcome, settled, points: result.points });
}

function withWord(
  list: readonly Submission[],
  at: number,
  word: Partial<EventResult>,
): readonly Submission[] {
  const one = list[at];
  if (one?.result === undefined) return list;
  const { id, position } = one.result;
  return list.with(at, { ...one, result: { ...one.result, ...word, id, position } });
}

/** Pictures that are on the device alone, the newest first. */
export function waitingPictures(list: readonly Submission[]): readonly Submission[] {
  return list.filter((one) => one.isPicture && one.progress === 'waiting');
}

/** What nobody has answered for good yet. */
export function openSubmissions(list: readonly Submission[]): readonly Submission[] {
  return list.filter(({ progress }) => progress === 'waiting' || progress === 'sent');
}

/** How many wait on the device, and how many have left it. */
export function countSubmissions(list: readonly Submission[]) {
  const waiting = list.filter(({ progress }) => progress === 'waiting').length;
  const sent = list.filter(({ progress }) => progress === 'sent' || progress === 'decided').length;
  return { waiting, sent };
}

/** The newest submission for a clue that is not over, or the newest of all. */
export function latestFor(list: readonly Submission[], clue: string): Submission | undefined {
  return list.find((one) => one.clue === clue);
}
