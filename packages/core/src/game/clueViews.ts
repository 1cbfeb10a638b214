/** What a team may see of a hunt's clues now: clues it can't try keep their text to themselves. */
import type { BadgeView, ClueView, HintView } from '@trove/contracts';
import type { CompiledClue, CompiledHunt } from '../hunt/compiledHunt.js';
import { hintAvailableMs, hintKey } from './hints.js';
import type { HuntState, TeamState } from './state.js';
import { isUnlockedFor } from './unlock.js';
import { openedMs, unlockedMs, worthAt } from './worth.js';

export interface Viewer {
  readonly hunt: HuntState;
  readonly team: TeamState;
  /** Now on the hunt's clock, ms. */
  readonly nowMs: number;
}

export function clueViews(rules: CompiledHunt, viewer: Viewer): ClueView[] {
  return rules.clues.map((clue) => {
    const status = statusOf(clue, viewer);
    const { id, title, points, kind, text, options } = clue;
    const isHidden = status === 'locked' || status === 'closed';
    const hints = hintViews(clue, isHidden, viewer);
    return {
      id,
      title,
      points,
      kind,
      status,
      ...(status === 'solved' ? {} : { worth: worthNow(clue, viewer) }),
      ...(isHidden ? {} : { text }),
      ...(isHidden || options === undefined ? {} : { options }),
      ...(hints.length === 0 ? {} : { hints }),
    };
  });
}

/** The badges of a team. One that the hunt no longer has is shown by its id. */
export function badgeViews({ badges }: CompiledHunt, { marks }: TeamState): BadgeView[] {
  const known = badges.filter(({ id }) => marks.badges.has(id));
  const gone = [...marks.badges].filter((id) => !known.some((badge) => badge.id === id));
  return [...known, ...gone.map((id) => ({ id, title: id, text: '' }))];
}

function statusOf(clue: CompiledClue, { hunt, team, nowMs }: Viewer): ClueView['status'] {
  if (team.solved.has(clue.id)) return 'solved';
  if (!isUnlockedFor(clue, team)) return 'locked';
  const isBefore = clue.opensMs !== undefined && nowMs < clue.opensMs;
  const isAfter = clue.closesMs !== undefined && nowMs >= clue.closesMs;
  return isBefore || isAfter || hunt.phase !== 'live' ? 'closed' : 'open';
}

function worthNow(clue: CompiledClue, { hunt, team, nowMs }: Viewer): number {
  const isUnlocked = isUnlockedFor(clue, team);
  return worthAt(clue, {
    solves: hunt.solves.get(clue.id) ?? 0,
    // The time of a clue that is locked has not begun.
    unlockedMs: isUnlocked ? unlockedMs(clue, hunt, team.marks) : nowMs,
    openedMs: openedMs(clue, hunt),
    nowMs,
  });
}

function hintViews(clue: CompiledClue, isHidden: boolean, viewer: Viewer): HintView[] {
  const { hunt, team, nowMs } = viewer;
  return clue.hints.flatMap((hint): HintView[] => {
    const { id, cost, text } = hint;
    if (team.marks.hints.has(hintKey(clue.id, id))) return [{ id, cost, status: 'taken', text }];
    if (isHidden) return [];
    const availableMs = hintAvailableMs(hint, clue, { hunt, marks: team.marks });
    if (nowMs >= availableMs) return [{ id, cost, status: 'available' }];
    const availableAt = new Date(availableMs).toISOString();
    return [{ id, cost, status: 'too_early', availableAt }];
  });
}
