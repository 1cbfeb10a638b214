/**
 * A team's photos of its clues: sending one to be judged, and appealing once against a rejection.
 * What an operator finds of them is `judgePhoto`'s.
 */
import type { EventData, PhotoFault, PhotoView, Verdict } from '@trove/contracts';
import type { CompiledClue } from '../hunt/compiledHunt.js';
import { extrasOf, type Play, tellWhen } from './play.js';
import type { PhotoMark } from './state.js';
import type { TeamDraft } from './teamDraft.js';

/** Whether an operator has yet to look at it, or to look again. */
export function isToBeJudged(mark: PhotoMark | undefined): boolean {
  return mark?.status === 'waiting' || mark?.status === 'appealed';
}

export function setPhoto(team: TeamDraft, clue: string, mark: PhotoMark): void {
  team.mark({ photos: new Map(team.marks.photos).set(clue, mark) });
}

/** @param obstacle why the clue can't be tried now; `waiting` where a photo of it waits already */
export function submitPhoto(
  play: Play,
  clue: CompiledClue,
  obstacle: Verdict | undefined,
): Verdict {
  const { team, event, nowMs } = play;
  if (obstacle === 'cooling_down') tellWhen(play, team.attempts.get(clue.id)?.untilMs ?? 0);
  if (obstacle !== undefined && obstacle !== 'waiting') return obstacle;
  const { photo } = event.data as EventData<'photo.submitted.v1'>;
  const before = team.marks.photos.get(clue.id);
  if (before?.photo === photo) {
    return isToBeJudged(before) ? 'waiting' : refuse(play, 'locked', 'rejected_before');
  }
  const { player, timeMs } = event;
  // Takes the place of one that waits: operators look at the last photo that a team has sent.
  setPhoto(team, clue.id, { photo, status: 'waiting', player, atMs: nowMs, timeMs });
  return 'waiting';
}

/** Asks for nothing but a rejected photo: what keeps from trying the clue keeps not from this. */
export function appealPhoto(play: Play, clue: CompiledClue): Verdict {
  const { team, event } = play;
  const { text } = event.data as EventData<'photo.appealed.v1'>;
  const mark = team.marks.photos.get(clue.id);
  if (mark?.status === 'accepted') return 'already_solved';
  if (isToBeJudged(mark)) return 'waiting';
  if (mark === undefined) return refuse(play, 'locked', 'not_rejected');
  if (mark.appeal !== undefined) return refuse(play, 'closed', 'appealed_before');
  setPhoto(team, clue.id, { ...mark, status: 'appealed', appeal: text });
  return 'waiting';
}

function refuse(play: Play, verdict: Verdict, reason: PhotoFault): Verdict {
  extrasOf(play).reason = reason;
  return verdict;
}

/** What came too long after it happened brings no points, whenever it is looked at. */
export function markLatePhoto({ team, event }: Play, clue: string | undefined): void {
  const mark = clue === undefined ? undefined : team.marks.photos.get(clue);
  // One that waits since before keeps what it was when it came, whoever sends it again.
  if (clue !== undefined && mark?.status === 'waiting' && mark.timeMs === event.timeMs) {
    setPhoto(team, clue, { ...mark, isLate: true });
  }
}

/** What the team sees of its photo. */
export function photoView(mark: PhotoMark): PhotoView {
  const { photo: id, status, atMs, reason } = mark;
  return {
    id,
    status,
    submittedAt: new Date(atMs).toISOString(),
    ...(reason === undefined ? {} : { reason }),
    canAppeal: status === 'rejected' && mark.appeal === undefined,
  };
}
