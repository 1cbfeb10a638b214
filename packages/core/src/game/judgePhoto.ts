/**
 * An operator's word on a team's photo. Accepted, it solves the clue at this place of the log;
 * rejected, it is a wrong answer. Either can be said again later, the other way.
 */
import type { ControlData, ResultExtras } from '@trove/contracts';
import type { CompiledClue } from '../hunt/compiledHunt.js';
import type { ControlLogged, PlayLogged } from '../ports/loggedEvent.js';
import { recommend } from '../recommend/recommend.js';
import type { HuntDraft } from './huntDraft.js';
import { type Judged, settleTry } from './judge.js';
import { type Operated, refused } from './operations.js';
import { setPhoto } from './photos.js';
import { extrasOf, type Play } from './play.js';
import type { PhotoMark } from './state.js';
import type { TeamDraft } from './teamDraft.js';

export type PhotoJudged = Extract<ControlLogged, { type: 'photo.judged.v1' }>;

/** @param nowMs on the hunt's clock */
export function judgePhoto(hunt: HuntDraft, event: PhotoJudged, nowMs: number): Operated {
  const { team: name, clue: clueId, photo, as } = event.data;
  const team = hunt.team(name);
  if (!team.isKnown) return refused('team_unknown');
  const mark = team.marks.photos.get(clueId);
  if (mark === undefined) return refused('photo_unknown');
  if (mark.photo !== photo) return refused('photo_replaced');
  if (mark.status === as) return { verdict: 'noted', clue: clueId };
  const looked: Looked = { play: playOf(hunt, { event, mark, nowMs }), mark, data: event.data };
  // What was solved by this photo before is only given or taken: solving is for once.
  if (mark.points !== undefined) return turn(team, looked, mark.points);
  const clue = hunt.rules?.clueById.get(clueId);
  if (clue === undefined) return { verdict: 'no_clue', clue: clueId };
  return as === 'accepted' ? accept(looked, clue) : reject(looked, clue);
}

/** A photo that is being looked at. */
interface Looked {
  readonly play: Play;
  readonly mark: PhotoMark;
  readonly data: ControlData<'photo.judged.v1'>;
}

/**
 * Rules are asked as of the submission: by its player, at its time. The judgement's own id stands
 * for the event's, as each rule is asked once for either.
 */
function playOf(
  hunt: HuntDraft,
  at: { readonly event: PhotoJudged; readonly mark: PhotoMark; readonly nowMs: number },
): Play {
  const { event, mark, nowMs } = at;
  const { team, clue, photo } = event.data;
  const { player, timeMs } = mark;
  const type = 'photo.submitted.v1';
  const submitted: PlayLogged = { ...event, type, data: { clue, photo }, team, player, timeMs };
  const common = { hunt, team: hunt.team(team), event: submitted };
  return { ...common, nowMs, isReplay: false, extras: undefined };
}

function accept(looked: Looked, clue: CompiledClue): Operated {
  const { play, mark } = looked;
  const { team } = play;
  if (team.solved.has(clue.id)) {
    settle(looked, 0);
    return { verdict: 'already_solved', clue: clue.id, extras: tell(looked) };
  }
  const judged = settleTry(play, { verdict: 'solved', clue, points: 0 }, mark.atMs);
  const isTaken = mark.isLate === true && judged.points > 0;
  if (isTaken) {
    team.addScore(-judged.points);
    extrasOf(play).reason = 'late_without_points';
  }
  const points = isTaken ? 0 : judged.points;
  settle(looked, points);
  return operatedBy(looked, { ...judged, points });
}

/** The appeal of a rejected photo that is rejected again costs no further attempt. */
function reject(looked: Looked, clue: CompiledClue): Operated {
  const { play, mark } = looked;
  settle(looked, undefined);
  if (mark.status === 'appealed') {
    return { verdict: 'noted', clue: clue.id, extras: tell(looked) };
  }
  const wrong = (play.team.attempts.get(clue.id)?.wrong ?? 0) + 1;
  play.team.setAttempt(clue.id, { wrong, untilMs: play.nowMs + (clue.coolDownMs ?? 0) });
  return operatedBy(looked, settleTry(play, { verdict: 'wrong', clue, points: 0 }));
}

/** What it brought is taken back, or given again; the clue stays solved. */
function turn(team: TeamDraft, looked: Looked, brought: number): Operated {
  const { data, mark } = looked;
  const { as, clue } = data;
  const stood = mark.status === 'accepted';
  const points = (as === 'accepted' ? brought : 0) - (stood ? brought : 0);
  if (points !== 0) team.addScore(points);
  settle(looked, brought);
  return {
    outcome: stood ? 'overturned' : 'accepted',
    verdict: 'noted',
    clue,
    points,
    extras: tell(looked),
  };
}

/** @param points what its acceptance has brought; undefined while it never was accepted */
function settle({ play, mark, data }: Looked, points: number | undefined): void {
  const { reason: _, ...kept } = mark;
  const { as, clue, reason } = data;
  const said = reason === undefined ? {} : { reason };
  const brought = points === undefined ? {} : { points };
  setPhoto(play.team, clue, { ...kept, ...said, ...brought, status: as });
}

function operatedBy(looked: Looked, judged: Judged): Operated {
  const { verdict, clue, points, rules, asked } = judged;
  const next = recommend(looked.play, judged);
  return { verdict, clue, points, rules, asked, next, extras: tell(looked) };
}

function tell({ play, data }: Looked): ResultExtras {
  const { photo: id, as, reason } = data;
  const extras = extrasOf(play);
  extras.photo = reason === undefined ? { id, as } : { id, as, reason };
  if (play.team.isPlaytest) extras.playtest = true;
  return extras;
}
