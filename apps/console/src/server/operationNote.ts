/** What the audit log keeps of an operator's act: what it has changed, from what. */
import type { EventResult, HuntPhase, Operation } from '@trove/contracts';
import type { HuntState, TeamState } from '@trove/core';
import type { AuditNote } from './command';

/** What was seen before the act, and what came of it. */
export interface SeenOfAct {
  readonly phase: HuntPhase;
  /** Undefined before the hunt's first commit. */
  readonly hunt: Pick<HuntState, 'statuses' | 'frozenAtMs'> | undefined;
  /** The team it is about, where it is about one that is known. */
  readonly team: Pick<TeamState, 'name' | 'score' | 'division' | 'marks'> | undefined;
  /** Undefined while it waits to be decided. */
  readonly result: Pick<EventResult, 'points' | 'score' | 'membership'> | undefined;
}

type Change = Pick<AuditNote, 'before' | 'after'>;

/** Of what only adds, as a word to players or a hint, nothing was before. */
export function operationNote(operation: Operation, seen: SeenOfAct): Change {
  const before = beforeOf(operation, seen);
  const after = seen.result === undefined ? { ...operation, isDecided: false } : operation;
  return before === undefined ? { after } : { before, after };
}

function beforeOf({ type, data }: Operation, seen: SeenOfAct): object | undefined {
  const { phase, hunt, team } = seen;
  switch (type) {
    case 'hunt.phase_changed.v1':
      return { phase };
    case 'board.freeze_changed.v1':
      return { isFrozen: (hunt?.frozenAtMs ?? 0) > 0 };
    case 'team.status_changed.v1':
      return { as: hunt?.statuses.get(data.team) ?? 'playing' };
    case 'team.division_changed.v1':
      return { division: team?.division ?? null };
    case 'photo.judged.v1':
      return { as: team?.marks.photos.get(data.clue)?.status ?? null };
    case 'points.adjusted.v1':
    case 'hint.refunded.v1':
      return scoreBefore(seen);
    case 'hunt.broadcast.v1':
    case 'hint.given.v1':
    case 'clue.unlocked.v1':
      return undefined;
    case 'team.member_removed.v1':
      // The number is nobody's any more, so the name is kept.
      return { member: seen.result?.membership?.name ?? null };
  }
}

/** By the result where there is one: what was seen may have changed before the act's turn came. */
function scoreBefore({ team, result }: SeenOfAct): object | undefined {
  if (result?.score !== undefined) return { score: result.score - (result.points ?? 0) };
  return team === undefined ? undefined : { score: team.score };
}
