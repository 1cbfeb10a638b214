/** What an operator found of a suspected event: its points stand, or they are taken back. */
import type { ControlData } from '@trove/contracts';
import type { HuntDraft } from '../game/huntDraft.js';
import { WATCH_LIMITS } from './limits.js';
import type { Suspect } from './teamWatch.js';

export interface Settled {
  readonly clue: string | undefined;
  /** What the team's score moves by: never twice the same way. */
  readonly points: number;
}

/** `unknown`: nothing suspected is known at this place; `too_many`: no more can be taken back. */
export type Unsettled = 'unknown' | 'too_many';

/**
 * What is taken back is kept by itself, so that a suspected event that has made room since, settled
 * or not, can be settled by what its own result said (`judged`), and no points move twice.
 */
export function settle(
  hunt: HuntDraft,
  { team: name, position, as, judged }: ControlData<'suspicion.settled.v1'>,
): Settled | Unsettled {
  const { suspects, takenBack } = hunt.watch.of(name);
  const known = suspects.get(position);
  const suspect = known ?? judged;
  if (suspect === undefined || (judged ?? suspect).eventId !== suspect.eventId) return 'unknown';
  const taken = takenBack.get(position) ?? 0;
  const takes = as === 'overturned' ? taken || suspect.points : 0;
  const isOneMore = takes !== 0 && taken === 0;
  if (isOneMore && takenBack.size >= WATCH_LIMITS.takenBack) return 'too_many';
  const points = taken - takes;
  if (points !== 0) hunt.team(name).addScore(points);
  hunt.watch.change(name, {
    takenBack: withEntry(takenBack, position, takes || undefined),
    suspects: known ? withEntry(suspects, position, { ...known, standing: as }) : suspects,
  });
  return { clue: suspect.clue, points };
}

/** The map with one entry set, where it stands if it is there, or without it. */
function withEntry<V>(from: ReadonlyMap<number, V>, key: number, value: V | undefined) {
  const to = new Map(from);
  if (value === undefined) to.delete(key);
  else to.set(key, value);
  return to;
}

/**
 * Remembers a suspected event. Of those that moved no points, alike ones are one: there may be one
 * a second, and they take no room from those that did. Settled ones make room first.
 */
export function remember(hunt: HuntDraft, team: string, at: readonly [number, Suspect]): void {
  const { suspects, lapsed } = hunt.watch.of(team);
  const [, suspect] = at;
  const hasPoints = suspect.points !== 0;
  const like = hasPoints ? undefined : [...suspects].find(([, one]) => isLike(one, suspect));
  if (like !== undefined) {
    const [first, known] = like;
    const again = { times: (known.again?.times ?? 0) + 1, lastEventId: suspect.eventId };
    hunt.watch.change(team, { suspects: new Map(suspects).set(first, { ...known, again }) });
    return;
  }
  const kept = new Map(suspects).set(...at);
  const peers = [...kept].filter(([, { points }]) => (points !== 0) === hasPoints);
  const most = hasPoints ? WATCH_LIMITS.suspects : WATCH_LIMITS.suspectsWithoutPoints;
  if (peers.length <= most) {
    hunt.watch.change(team, { suspects: kept });
    return;
  }
  const settled = peers.find(([, { standing }]) => standing !== undefined);
  const [out] = settled ?? peers[0] ?? at;
  kept.delete(out);
  const hasLapsed = hasPoints && settled === undefined;
  hunt.watch.change(team, { suspects: kept, lapsed: lapsed + (hasLapsed ? 1 : 0) });
}

/** Whether an open one stands for another of which nothing else is to be told. */
function isLike(known: Suspect, { clue, suspicions }: Suspect): boolean {
  const { points, standing } = known;
  if (points !== 0 || standing !== undefined || known.clue !== clue) return false;
  return known.suspicions.join() === suspicions.join();
}
