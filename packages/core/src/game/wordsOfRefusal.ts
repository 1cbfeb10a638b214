/** Why an operator's act was not done, as one sentence, the same for whoever asks. */
import { type EventResult, OperationFault } from '@trove/contracts';

const WORDS: Readonly<Record<OperationFault, string>> = {
  hunt_over: 'The hunt has ended for good.',
  hunt_begun: 'Clues were solved already: a hunt that has begun can’t be scheduled again.',
  closed_by_file: 'Its file says that it is closed by now. Publish one that closes later.',
  phase_not_next: 'From where the hunt stands it can’t get there in one step.',
  team_unknown: 'The hunt has no team of this name.',
  too_many: 'It would be more than this hunt can hold.',
  member_unknown: 'Nobody in the team has this number any more.',
  division_unknown: 'The hunt has no division of this name.',
  not_recomputed: 'What was played does not stand recomputed by this version.',
  version_taken: 'Another publication has this version already, with other content.',
  photo_unknown: 'The team has sent no photo of this clue.',
  photo_replaced: 'The team has sent another photo of this clue meanwhile.',
  nothing_paid: 'The team has paid nothing for this hint, or got it back already.',
};

/** Undefined when it was done. */
export function wordsOfRefusal({
  verdict,
  reason,
}: Pick<EventResult, 'verdict' | 'reason'>): string | undefined {
  if (verdict === 'no_clue') return 'The hunt has no such clue or hint.';
  if (verdict !== 'locked') return undefined;
  const fault = OperationFault.safeParse(reason);
  return fault.success ? WORDS[fault.data] : 'The hunt does not allow it now.';
}
