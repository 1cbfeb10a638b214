/**
 * What operators do to a hunt while it is played: each writes into the drafts and tells what came
 * of it. Whatever can't be done changes nothing and says why.
 */
import {
  type ControlData,
  OPERATION_LIMITS,
  type OperationFault,
  type OperationType,
  type Outcome,
  type ResultExtras,
  type Suggestion,
  type Verdict,
} from '@trove/contracts';
import { hintKey } from './hints.js';
import type { HuntDraft } from './huntDraft.js';
import { phaseAt, phaseFault, startOf } from './phases.js';
import { withOpened } from './unlock.js';

/** What came of an operator's act. */
export interface Operated {
  readonly verdict: Verdict;
  /** Without, accepted. */
  readonly outcome?: Outcome;
  readonly points?: number;
  readonly clue?: string | undefined;
  readonly extras?: ResultExtras;
  /** Where rules were asked, as of a row. */
  readonly rules?: string | undefined;
  readonly asked?: string | undefined;
  readonly next?: readonly Suggestion[] | undefined;
}

/** Where in the log an act stands. */
export interface OperatedAt {
  /** Now on the hunt's clock, ms. */
  readonly nowMs: number;
  readonly position: number;
}

/**
 * Judging a photo asks the hunt's rules and stands apart (`judgePhoto`), as does sending a member
 * away, which changes where names lead (`changeMembership`).
 */
type PlainOperation = Exclude<OperationType, 'photo.judged.v1' | 'team.member_removed.v1'>;

type Operate<T extends PlainOperation> = (
  hunt: HuntDraft,
  data: ControlData<T>,
  at: OperatedAt,
) => Operated;

const NOTED: Operated = { verdict: 'noted' };

export function refused(reason: OperationFault): Operated {
  return { verdict: 'locked', extras: { reason } };
}

const changePhase: Operate<'hunt.phase_changed.v1'> = (
  hunt,
  { phase: to, startsAt },
  { nowMs },
) => {
  const state = hunt.phaseState;
  const fault = phaseFault(state, { to, nowMs, hasBegun: hunt.solved > 0 });
  if (fault !== undefined) return refused(fault);
  const from = phaseAt(state, nowMs);
  hunt.phase = to;
  if (to === 'scheduled') hunt.startsMs = startsAt === undefined ? 0 : Date.parse(startsAt);
  // Started before its time: it opened now, whatever its file says.
  if (to === 'live' && from === 'scheduled') hunt.startsMs = Math.max(1, Math.floor(nowMs));
  return { verdict: 'noted', extras: { phase: to } };
};

const broadcast: Operate<'hunt.broadcast.v1'> = (hunt, { text, to }, { nowMs, position }) => {
  if (to !== undefined && !hunt.team(to).isKnown) return refused('team_unknown');
  const at = new Date(nowMs).toISOString();
  const said = to === undefined ? { text, at } : { text, at, to };
  hunt.broadcasts = [...hunt.broadcasts, { ...said, position }].slice(-OPERATION_LIMITS.broadcasts);
  return { verdict: 'noted', extras: { broadcast: said } };
};

const changeFreeze: Operate<'board.freeze_changed.v1'> = (hunt, { isFrozen }, { nowMs }) => {
  if (isFrozen === hunt.frozenAtMs > 0) return NOTED;
  if (isFrozen) hunt.freezeBoard(nowMs);
  else hunt.unfreezeBoard();
  return { verdict: 'noted', extras: { board: isFrozen ? 'frozen' : 'live' } };
};

const adjustPoints: Operate<'points.adjusted.v1'> = (hunt, { team: name, points, reason }) => {
  const team = hunt.team(name);
  if (!team.isKnown) return refused('team_unknown');
  if (Math.abs(team.score + points) > OPERATION_LIMITS.score) return refused('too_many');
  team.addScore(points);
  return { verdict: 'noted', points, extras: { adjusted: { reason } } };
};

const changeStatus: Operate<'team.status_changed.v1'> = (hunt, { team, as, reason }) => {
  if (!hunt.team(team).isKnown) return refused('team_unknown');
  if ((hunt.statuses.get(team) ?? 'playing') === as) return NOTED;
  const statuses = new Map(hunt.statuses);
  if (as === 'playing') statuses.delete(team);
  else statuses.set(team, as);
  if (statuses.size > OPERATION_LIMITS.restrictedTeams) return refused('too_many');
  hunt.statuses = statuses;
  return { verdict: 'noted', extras: { teamStatus: { as, reason } } };
};

const giveHint: Operate<'hint.given.v1'> = (hunt, { team: name, clue: clueId, hint: id }) => {
  const team = hunt.team(name);
  if (!team.isKnown) return refused('team_unknown');
  const clue = hunt.rules?.clueById.get(clueId);
  const hint = clue?.hints.find((one) => one.id === id);
  if (clue === undefined || hint === undefined) return { verdict: 'no_clue' };
  const extras = { hint: { id, text: hint.text } };
  const key = hintKey(clue.id, id);
  if (team.marks.hints.has(key)) return { verdict: 'already_hinted', clue: clue.id, extras };
  team.mark({ hints: new Set(team.marks.hints).add(key) });
  return { verdict: 'hinted', clue: clue.id, extras };
};

/** The hint stays taken; what was given for nothing can't be given back. */
const refundHint: Operate<'hint.refunded.v1'> = (hunt, { team: name, clue, hint, reason }) => {
  const team = hunt.team(name);
  if (!team.isKnown) return refused('team_unknown');
  const key = hintKey(clue, hint);
  const points = team.marks.paid.get(key);
  if (points === undefined) return refused('nothing_paid');
  const paid = new Map(team.marks.paid);
  paid.delete(key);
  team.mark({ paid });
  team.addScore(points);
  return { verdict: 'noted', points, clue, extras: { refunded: { hint, reason } } };
};

const unlockClue: Operate<'clue.unlocked.v1'> = (hunt, { clue: id, team: name }, { nowMs }) => {
  const clue = hunt.rules?.clueById.get(id);
  if (clue === undefined) return { verdict: 'no_clue' };
  if (name === undefined) {
    if (hunt.opened.has(id)) return { ...NOTED, clue: id };
    if (hunt.opened.size >= OPERATION_LIMITS.openedClues) return refused('too_many');
    hunt.opened = new Map(hunt.opened).set(id, nowMs);
    return { verdict: 'noted', clue: id, extras: { openedForAll: id } };
  }
  const team = hunt.team(name);
  if (!team.isKnown) return refused('team_unknown');
  const marks = withOpened(team, new Map([[id, nowMs]]), hunt.rules);
  if (marks === team.marks || team.solved.has(id)) return { ...NOTED, clue: id };
  team.mark(marks);
  return { verdict: 'noted', clue: id, extras: { unlocked: [id] } };
};

const changeDivision: Operate<'team.division_changed.v1'> = (hunt, { team: name, division }) => {
  const team = hunt.team(name);
  if (!team.isKnown) return refused('team_unknown');
  const isKnown = hunt.rules?.divisions.some(({ id }) => id === division) === true;
  if (division !== undefined && !isKnown) return refused('division_unknown');
  if (team.division !== division) team.setDivision(division);
  return NOTED;
};

const OPERATIONS: { readonly [T in PlainOperation]: Operate<T> } = {
  'hunt.phase_changed.v1': changePhase,
  'hunt.broadcast.v1': broadcast,
  'board.freeze_changed.v1': changeFreeze,
  'points.adjusted.v1': adjustPoints,
  'team.status_changed.v1': changeStatus,
  'hint.given.v1': giveHint,
  'hint.refunded.v1': refundHint,
  'clue.unlocked.v1': unlockClue,
  'team.division_changed.v1': changeDivision,
};

/** An act with its data, as the log has it. */
export type OperationEvent = {
  [T in PlainOperation]: { readonly type: T; readonly data: ControlData<T> };
}[PlainOperation];

export function isOperation(event: { readonly type: string }): event is OperationEvent {
  return Object.hasOwn(OPERATIONS, event.type);
}

export function operate(hunt: HuntDraft, { type, data }: OperationEvent, at: OperatedAt): Operated {
  // Type and data belong together, which the compiler can't follow through the table.
  const act = OPERATIONS[type] as Operate<PlainOperation>;
  return act(hunt, data, at);
}

/** A hunt whose time has come is live from its next event on. */
export function startIfDue(hunt: HuntDraft, nowMs: number): void {
  if (hunt.phase !== 'scheduled') return;
  const startMs = startOf(hunt.phaseState);
  if (startMs !== undefined && nowMs >= startMs) hunt.phase = 'live';
}
