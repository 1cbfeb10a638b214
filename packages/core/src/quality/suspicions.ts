/**
 * What makes a judged event look unlike honest play. It has scored already and keeps its score; a
 * suspicion is a mark for operators, who confirm the score or take it back.
 */
import type { FairPlay, Suspicion } from '@trove/contracts';
import { doubtOf, type Judged } from '../game/judge.js';
import type { Play } from '../game/play.js';
import { normaliseAnswer } from '../hunt/normaliseAnswer.js';
import { happenedMs } from './effectiveTime.js';
import { WATCH_LIMITS } from './limits.js';
import { type Gauge, GUESSES, NO_WALK, renewed, withGauge } from './teamWatch.js';
import { tokensAt } from './tokenBucket.js';
import { travel } from './travel.js';

const NONE: readonly Suspicion[] = [];
/** Shorter answers are too likely to be the same by chance. */
const TELLING_LETTERS = 4;

/** In the order of their table; empty for an honest event. Remembers the event with each check. */
export function suspicionsOf(play: Play, judged: Judged): readonly Suspicion[] {
  const fairPlay = play.hunt.rules?.quality.fairPlay;
  if (fairPlay === undefined || judged.verdict === 'closed') return NONE;
  // Playtesters may try what they like, and what they answer is compared with nobody's answers.
  if (play.team.isPlaytest) return NONE;
  const found: Suspicion[] = [];
  if (fairPlay.travel !== undefined && isTeleport(play, fairPlay.travel)) found.push('travel');
  if (fairPlay.position !== undefined && isDoubtful(play, judged)) found.push('position');
  const { type } = play.event;
  if (type !== 'clue.answered.v1' && type !== 'option.chosen.v1') return found;
  const { guessing, sharing } = fairPlay;
  if (guessing !== undefined && isGuess(play, judged, guessing)) found.push('guessing');
  if (sharing !== undefined && isShared(play, judged, sharing)) found.push('sharing');
  return found;
}

function isTeleport({ hunt, event }: Play, { maxKmh }: NonNullable<FairPlay['travel']>): boolean {
  if (event.type !== 'location.reported.v1' && event.type !== 'place.visited.v1') return false;
  const { lat, lon } = event.data;
  const accuracyM = event.type === 'location.reported.v1' ? (event.data.accuracyM ?? 0) : 0;
  const atMs = happenedMs(event, hunt.rules?.clock);
  const { walks } = hunt.watch.of(event.team);
  const known = walks.get(event.player) ?? NO_WALK;
  const { isPossible, walk } = travel(known, { lat, lon, accuracyM, atMs }, maxKmh);
  const entry = [event.player, walk] as const;
  hunt.watch.change(event.team, { walks: renewed(walks, entry, WATCH_LIMITS.walkers) });
  return !isPossible;
}

/** A position that solved its clue by being given the benefit of the doubt. */
function isDoubtful(play: Play, { verdict, clue }: Judged): boolean {
  if (verdict !== 'solved' || clue === undefined) return false;
  const solved = play.hunt.rules?.clueById.get(clue);
  return solved !== undefined && doubtOf(solved, play) !== undefined;
}

/** Each wrong answer takes a token of the team's bucket; an answer to an empty one is a guess. */
function isGuess(
  { hunt, event, nowMs }: Play,
  { verdict }: Judged,
  { wrong, inS }: NonNullable<FairPlay['guessing']>,
): boolean {
  if (verdict !== 'wrong' && verdict !== 'solved' && verdict !== 'solved_again') return false;
  const { gauges } = hunt.watch.of(event.team);
  const tokens = tokensAt(gauges.get(GUESSES), { holds: wrong, fillsInS: inS }, nowMs);
  if (verdict === 'wrong') {
    const gauge: Gauge = [Math.max(0, tokens - 1), nowMs];
    const entry = [GUESSES, gauge] as const;
    hunt.watch.change(event.team, { gauges: withGauge(gauges, entry) });
  }
  return tokens < 1;
}

/** Two teams seldom make the same mistake in the same words by themselves. */
function isShared(
  { hunt, event, nowMs }: Play,
  { verdict }: Judged,
  { withinS }: NonNullable<FairPlay['sharing']>,
): boolean {
  if (event.type !== 'clue.answered.v1' || verdict !== 'wrong') return false;
  const { team } = event;
  const { clue } = event.data;
  const answer = normaliseAnswer(event.data.answer);
  if (answer.length < TELLING_LETTERS) return false;
  const isSame = (one: { clue: string; answer: string }) => {
    return one.clue === clue && one.answer === answer;
  };
  const others = hunt.wrongAnswers.filter((one) => isSame(one) && one.team !== team);
  const wrong = { clue, answer, team, atMs: nowMs };
  hunt.wrongAnswers = [...hunt.wrongAnswers, wrong].slice(-WATCH_LIMITS.wrongAnswers);
  return others.some(({ atMs }) => nowMs - atMs <= withinS * 1000);
}
