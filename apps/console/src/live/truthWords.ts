/** The ground-truth meter's words as screens write them: classes, what was injected, answers. */
import type { Injected, TruthAnswer } from '@trove/contracts';
import type { TruthClass } from '@trove/core/meter';

export const TRUTH_CLASS_WORDS: Readonly<Record<TruthClass, string>> = {
  duplicate: 'duplicates',
  conflict: 'conflicts',
  contract: 'contract errors',
  late: 'late ids',
  doubleTap: 'double taps',
  twoDevices: 'two devices',
  teleport: 'teleports',
};

/** In the order of the rows of a confusion matrix. */
export const INJECTED_WORDS: Readonly<Record<Injected, string>> = {
  clean: 'clean',
  aftermath: 'aftermath of an oddity',
  lookalike: 'lookalike by chance',
  offlineBurst: 'offline burst',
  retry: 'retry',
  alteredPayload: 'altered payload',
  idCollision: 'id collision',
  malformed: 'malformed',
  late: 'late id',
  doubleTap: 'double tap',
  twoDevices: 'two devices',
  skewedClock: 'skewed clock',
  teleport: 'teleport',
};

/** In the order of its columns. */
export const TRUTH_ANSWER_WORDS: Readonly<Record<TruthAnswer, string>> = {
  clean: 'accepted',
  duplicate: 'duplicate',
  alike: 'same content',
  conflict: 'conflict',
  contract: 'invalid',
  late: 'late',
  travel: 'impossible travel',
  suspected: 'suspected else',
  other: 'other',
  unanswered: 'unanswered',
};
