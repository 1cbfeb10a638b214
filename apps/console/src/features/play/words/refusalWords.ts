/** Why the hunt did not take an event at all, as a friend would say it; ends a sentence. */
import type { Ack, EventRefusal, ProblemCode } from '@trove/contracts';

const WORDS: Partial<Record<ProblemCode, string>> = {
  id_too_old: 'it waited on this phone for more than two days.',
  id_from_future: 'this phone’s clock is ahead. Set it right, and send it again.',
  unknown_hunt: 'the hunt is not there any more.',
  unknown_type: 'the hunt knows nothing of this kind.',
  not_in_team: 'you were not in the team any more.',
  too_large: 'it is too long.',
};

export function refusalWords(refusal: EventRefusal | undefined, ack: Ack): string {
  if (refusal === undefined) return ack;
  return WORDS[refusal.code] ?? refusal.detail;
}
