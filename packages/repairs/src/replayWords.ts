/** What an operator is told of a replay: before it, after it, and when another was first. */
import type { EventResult, QuarantineEntry } from '@trove/contracts';
import type { Prospect } from '@trove/core';
import type { ReplayPreview } from '@trove/streams';

export function wordsOfResult(result: EventResult | undefined): string {
  if (!result) return 'It stands in the log and waits to be decided: look for it by its id.';
  const { outcome, verdict, points = 0, firstPosition } = result;
  switch (outcome) {
    case 'replayed':
    case 'accepted':
      return `It counts now: ${(verdict ?? 'noted').replaceAll('_', ' ')}, ${points} points.`;
    case 'duplicate':
      return `Its id was counted before, at position ${firstPosition}: nothing moved.`;
    case 'conflict':
      return `Its id was counted before with other content, at position ${firstPosition}.`;
    case 'late':
      return `It is too old to be told from a repeat, so it does not count.`;
    default:
      return `It became ${outcome.replaceAll('_', ' ')}: nothing moved.`;
  }
}

export interface Foreseen {
  readonly prospect: Prospect;
  readonly preview: ReplayPreview | undefined;
  /** Version of the rules that would judge it, when another refused it. */
  readonly otherVersion: number | undefined;
}

export function wordsOfForeseen({ prospect, preview, otherVersion }: Foreseen): string {
  const judge =
    otherVersion === undefined
      ? ''
      : ` Version ${otherVersion} of the rules judges it, not the one in force at its refusal.`;
  return `${expectationOf(prospect, preview)}${judge}`;
}

function expectationOf(prospect: Prospect, preview: ReplayPreview | undefined): string {
  if (prospect === 'repeats') {
    const isSame = preview?.outcome === 'duplicate';
    return isSame
      ? 'Its id was counted before: it would be a duplicate and move nothing.'
      : 'Its id was counted before with other content: it would be a conflict and move nothing.';
  }
  if (prospect === 'closed') return 'It would be closed, for no points, and its id spent.';
  if (preview === undefined) return 'It would be judged as any event: its id is not known.';
  return `As things stand it would ${wordsOfForetold(preview)}.`;
}

/** What would become of it: goes on after `would`. */
export function wordsOfForetold({ outcome, verdict, points }: ReplayPreview): string {
  return outcome === 'replayed' || outcome === 'accepted'
    ? `count: ${(verdict ?? 'noted').replaceAll('_', ' ')}, ${points} points`
    : `be ${outcome.replaceAll('_', ' ')} and move nothing`;
}

/** Who is at an entry, or has been. */
export function wordsOfTaken(entry: QuarantineEntry | undefined): string {
  if (entry === undefined) return 'There is no such entry any more.';
  const { care, replay } = entry;
  if (care?.isClaimed) return `A repair run holds it (${care.run}): cancel that or wait for it.`;
  if (care?.discarded) {
    return `${care.discarded.by} has discarded it: ${care.discarded.reason}`;
  }
  return `${replay?.by ?? 'Somebody'} is replaying it at this moment.`;
}
