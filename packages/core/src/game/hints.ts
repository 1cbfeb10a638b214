/** Asking for a hint: paid for once, given as often as it is asked for. */
import type { EventData, Verdict } from '@trove/contracts';
import type { CompiledClue, CompiledHint } from '../hunt/compiledHunt.js';
import { extrasOf, type Play, tellWhen } from './play.js';
import type { TeamMarks } from './state.js';
import { unlockedMs } from './worth.js';

export interface Asked {
  readonly verdict: Verdict;
  /** Points it moved: none, or minus the cost. */
  readonly points: number;
}

/** A hint's name in the state of a team; no id holds a slash. */
export function hintKey(clue: string, hint: string): string {
  return `${clue}/${hint}`;
}

/** When a hint can be asked for first, ms. */
export function hintAvailableMs(
  { after }: CompiledHint,
  clue: CompiledClue,
  { huntOpenedMs, marks }: { huntOpenedMs: number; marks: TeamMarks },
): number {
  if (after === undefined) return 0;
  const isOpened = after.since === 'opened';
  const fromMs = isOpened ? huntOpenedMs : unlockedMs(clue, huntOpenedMs, marks);
  return fromMs + after.ms;
}

/** @param obstacle why the clue can't be tried now, if it can't */
export function askHint(play: Play, clue: CompiledClue, obstacle: Verdict | undefined): Asked {
  const { hunt, team, nowMs } = play;
  const { hint: id } = play.event.data as EventData<'hint.requested.v1'>;
  const hint = clue.hints.find((one) => one.id === id);
  if (hint === undefined) return { verdict: 'no_clue', points: 0 };
  const key = hintKey(clue.id, id);
  if (team.marks.hints.has(key)) {
    extrasOf(play).hint = { id, text: hint.text };
    return { verdict: 'already_hinted', points: 0 };
  }
  // Waiting after a wrong answer is when a hint is wanted most.
  if (obstacle !== undefined && obstacle !== 'cooling_down' && obstacle !== 'waiting') {
    return { verdict: obstacle, points: 0 };
  }
  const availableMs = hintAvailableMs(hint, clue, {
    huntOpenedMs: hunt.openedMs,
    marks: team.marks,
  });
  if (nowMs < availableMs) {
    tellWhen(play, availableMs);
    return { verdict: 'too_early', points: 0 };
  }
  team.mark({ hints: new Set(team.marks.hints).add(key) });
  extrasOf(play).hint = { id, text: hint.text };
  if (hint.cost === 0) return { verdict: 'hinted', points: 0 };
  // Kept, as another version may have another price when it is given back.
  team.mark({ paid: new Map(team.marks.paid).set(key, hint.cost) });
  return { verdict: 'hinted', points: -hint.cost };
}
