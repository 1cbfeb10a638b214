/**
 * What counts as a right answer to each kind of injected sending, and the classes whose precision
 * and recall are measured. Pure tables; docs/quality.md explains them in words.
 */
import type { Injected, TruthAnswer } from '@trove/contracts';

/** Every answer to a kind of sending that is right. */
export const RIGHT_ANSWERS: Readonly<Record<Injected, readonly TruthAnswer[]>> = {
  clean: ['clean'],
  // A way back from a place one was never at looks no better than the way there.
  aftermath: ['clean', 'travel', 'suspected'],
  // Whether two mates meant the same deed twice, not even they could say.
  lookalike: ['clean', 'alike', 'travel', 'suspected'],
  offlineBurst: ['clean'],
  retry: ['duplicate'],
  alteredPayload: ['conflict'],
  idCollision: ['conflict'],
  malformed: ['contract'],
  late: ['late'],
  doubleTap: ['alike'],
  twoDevices: ['alike'],
  // Nobody is suspected for a wrong watch; how fast one was by it is another matter.
  skewedClock: ['clean', 'travel'],
  teleport: ['travel'],
};

interface TruthClassRule {
  readonly injected: readonly Injected[];
  /** Follows from ids and contracts alone, so that nothing but 1.0 is right. */
  readonly isExact: boolean;
}

/** Classes in the order they are shown, the exact ones first. */
export const TRUTH_CLASSES = {
  duplicate: { injected: ['retry'], isExact: true },
  conflict: { injected: ['alteredPayload', 'idCollision'], isExact: true },
  contract: { injected: ['malformed'], isExact: true },
  late: { injected: ['late'], isExact: true },
  doubleTap: { injected: ['doubleTap'], isExact: false },
  twoDevices: { injected: ['twoDevices'], isExact: false },
  teleport: { injected: ['teleport'], isExact: false },
} as const satisfies Record<string, TruthClassRule>;

export type TruthClass = keyof typeof TRUTH_CLASSES;
export const TRUTH_CLASS_NAMES = Object.keys(TRUTH_CLASSES) as TruthClass[];

export function isRight(injected: Injected, answer: TruthAnswer): boolean {
  return RIGHT_ANSWERS[injected].includes(answer);
}
