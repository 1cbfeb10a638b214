/** What a team may see of a hunt's clues now: clues it can't try keep their text to themselves. */
import type { BadgeView, ClueView, HintView } from '@trove/contracts';
import type { CompiledClue, CompiledHunt } from '../hunt/compiledHunt.js';
import { hintAvailableMs, hintKey } from './hints.js';
import { isBanned, isOpen, obstacleTo } from './judge.js';
import { phaseAt } from './phases.js';
import { photoView } from './photos.js';
import type { HuntState, TeamState } from './state.js';
import { isUnlockedFor, withOpened } from './unlock.js';
import { huntOpenedMs, openedMs, unlockedMs, worthAt } from './worth.js';

export interface Viewer {
  readonly hunt: HuntState;
  readonly team: TeamState;
  /** Now on the hunt's clock, ms. */
  readonly nowMs: number;
}

/** A viewer with what the hunt's rules say of this moment. */
interface Looking extends Viewer {
  readonly isOpen: boolean;
  /** The hunt is over and its clues may still be read. */
  readonly isShown: boolean;
  readonly huntOpenedMs: number;
}

function lookingAt(rules: CompiledHunt, viewer: Viewer): Looking {
  const { hunt, team, nowMs } = viewer;
  const { opensMs, closesMs } = rules;
  const marks = withOpened(team, hunt.opened, rules);
  return {
    ...viewer,
    team: marks === team.marks ? team : { ...team, marks },
    isOpen: isOpen(rules, hunt, nowMs) && !isBanned(hunt, viewer.team.team),
    isShown: phaseAt({ ...hunt, opensMs, closesMs }, nowMs) === 'closed',
    huntOpenedMs: huntOpenedMs(rules, hunt),
  };
}

/** What the judge would say to a try of each clue, in the order of the file. */
export function clueStatuses(rules: CompiledHunt, viewer: Viewer): ClueView['status'][] {
  const looking = lookingAt(rules, viewer);
  return rules.clues.map((clue) => statusOf(clue, looking));
}

export function clueViews(rules: CompiledHunt, viewer: Viewer): ClueView[] {
  const looking = lookingAt(rules, viewer);
  return rules.clues.map((clue) => {
    const status = statusOf(clue, looking);
    const { id, title, points, kind, text, options } = clue;
    const isShut = status === 'locked' || status === 'closed';
    const isHidden = isShut && !(looking.isShown && isWithin(clue, looking));
    const hints = hintViews(clue, isShut, looking);
    const photo = looking.team.marks.photos.get(id);
    return {
      id,
      title,
      points,
      kind,
      status,
      ...(status === 'solved'
        ? {}
        : { worth: worthNow(clue, looking), ...limitsOf(clue, looking) }),
      ...(isHidden ? {} : { text }),
      ...(isHidden || options === undefined ? {} : { options }),
      ...(isHidden ? {} : placeOf(clue)),
      ...(photo === undefined ? {} : { photo: photoView(photo) }),
      ...(hints.length === 0 ? {} : { hints }),
    };
  });
}

/** What else than other clues keeps the team from it, or soon will. */
function limitsOf(
  { id, opensMs = 0, attempts }: CompiledClue,
  { team, nowMs }: Looking,
): Pick<ClueView, 'opensAt' | 'triesLeft'> {
  const wrong = team.attempts.get(id)?.wrong ?? 0;
  return {
    ...(opensMs > nowMs ? { opensAt: new Date(opensMs).toISOString() } : {}),
    ...(attempts === undefined ? {} : { triesLeft: Math.max(0, attempts - wrong) }),
  };
}

/** Where it is, unless finding that out is the game. */
function placeOf({ fence, isOnMap }: CompiledClue): Pick<ClueView, 'place'> {
  if (fence === undefined || isOnMap !== true) return {};
  const { lat, lon, radiusM } = fence;
  return { place: { lat, lon, radiusM } };
}

/** The badges of a team. One that the hunt no longer has is shown by its id. */
export function badgeViews({ badges }: CompiledHunt, { marks }: TeamState): BadgeView[] {
  const known = badges.filter(({ id }) => marks.badges.has(id));
  const gone = [...marks.badges].filter((id) => !known.some((badge) => badge.id === id));
  return [...known, ...gone.map((id) => ({ id, title: id, text: '' }))];
}

/** Whether nothing but the hunt's end keeps the team from a clue. */
function isWithin(clue: CompiledClue, looking: Looking): boolean {
  const obstacle = obstacleTo(clue, looking);
  return obstacle === undefined || obstacle === 'cooling_down' || obstacle === 'waiting';
}

/** What the judge would say to a try. */
function statusOf(clue: CompiledClue, looking: Looking): ClueView['status'] {
  const obstacle = obstacleTo(clue, looking);
  if (obstacle === 'already_solved') return 'solved';
  if (obstacle === 'locked') return 'locked';
  return obstacle === 'closed' || !looking.isOpen ? 'closed' : 'open';
}

function worthNow(clue: CompiledClue, { hunt, team, nowMs, huntOpenedMs }: Looking): number {
  const isUnlocked = isUnlockedFor(clue, team);
  return worthAt(clue, {
    solves: hunt.solves.get(clue.id) ?? 0,
    // The time of a clue that is locked has not begun.
    unlockedMs: isUnlocked ? unlockedMs(clue, huntOpenedMs, team.marks) : nowMs,
    openedMs: openedMs(clue, huntOpenedMs),
    nowMs,
  });
}

function hintViews(clue: CompiledClue, isHidden: boolean, looking: Looking): HintView[] {
  const { huntOpenedMs, team, nowMs } = looking;
  return clue.hints.flatMap((hint): HintView[] => {
    const { id, cost, text } = hint;
    const key = hintKey(clue.id, id);
    if (team.marks.hints.has(key)) {
      const paid = team.marks.paid.get(key);
      return [{ id, cost, status: 'taken', text, ...(paid === undefined ? {} : { paid }) }];
    }
    if (isHidden) return [];
    const availableMs = hintAvailableMs(hint, clue, { huntOpenedMs, marks: team.marks });
    if (nowMs >= availableMs) return [{ id, cost, status: 'available' }];
    const availableAt = new Date(availableMs).toISOString();
    return [{ id, cost, status: 'too_early', availableAt }];
  });
}
