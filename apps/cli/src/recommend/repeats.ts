/**
 * The same visits with some of them coming twice, as they do from phones that send again what was
 * never acknowledged: up to two hours later, in between what happened meanwhile.
 */
import { REPEAT_WITHIN_MS } from './limits.js';
import type { Visit, VisitFile } from './visits.js';

export interface RepeatedFile extends VisitFile {
  /** Whether the visit at an index repeats an earlier one. */
  isRepeat(index: number): boolean;
}

/** @param share of the visits that come once more */
export function withRepeats(file: VisitFile, share: number): RepeatedFile {
  const random = randomFrom(1);
  const sent = file.visits.flatMap((visit): readonly Sent[] => {
    const first = { visit, atMs: visit.atMs, isRepeat: false };
    if (random() >= share) return [first];
    const atMs = visit.atMs + random() * REPEAT_WITHIN_MS;
    return [first, { visit, atMs, isRepeat: true }];
  });
  sent.sort((one, other) => one.atMs - other.atMs);
  return {
    ...file,
    visits: sent.map(({ visit }) => visit),
    isRepeat: (index) => sent[index]?.isRepeat === true,
  };
}

/** The same without what is known already: a visit of one user at one time at one place. */
export function deduplicated({ visits: sent, users, points, badLines }: VisitFile): VisitFile {
  const known = new Set<string>();
  const visits = sent.filter(({ user, place, atMs }) => {
    const name = `${user} ${place} ${atMs}`;
    const isNew = !known.has(name);
    known.add(name);
    return isNew;
  });
  return { visits, users, points, badLines };
}

interface Sent {
  readonly visit: Visit;
  readonly atMs: number;
  readonly isRepeat: boolean;
}

/** Lehmer's generator with Park and Miller's multiplier: the same repeats in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
