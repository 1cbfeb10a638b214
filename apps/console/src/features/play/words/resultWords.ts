/** What became of a submission, as a friend would say it. */
import type {
  EventResult,
  Outcome,
  PhotoJudgement,
  Standing,
  TeamSnapshot,
  Verdict,
} from '@trove/contracts';
import type { Submission } from '../client/submission';
import { clockText } from './clockText';

/** The look of a state; its words stand beside it always. */
export type Tone = 'good' | 'bad' | 'doubt' | 'quiet';

export interface ResultWords {
  readonly tone: Tone;
  readonly says: string;
  /** What else came of it: points, messages of the hunt, badges, what has opened. */
  readonly more: readonly string[];
}

/** How far a submission has come, and what it did. */
export function wordsOfSubmission(
  one: Submission,
  { snapshot, isLive = false }: { snapshot?: TeamSnapshot | undefined; isLive?: boolean } = {},
): ResultWords {
  if (one.progress === 'waiting') {
    const onPhone = isLive ? 'On your phone, and on its way.' : ON_PHONE;
    const says = one.isPicture ? 'On your phone, until it is sent.' : onPhone;
    return { tone: 'doubt', says, more: [] };
  }
  if (one.progress === 'sent') {
    return { tone: 'quiet', says: 'Sent and safe. The hunt is looking at it.', more: [] };
  }
  if (one.progress === 'refused' || one.result === undefined) {
    return {
      tone: 'bad',
      says: `The hunt did not take it: ${one.refusal ?? 'no reason'}`,
      more: [],
    };
  }
  return wordsOfResult(one.result, { snapshot, isCode: one.type === 'code.scanned.v1' });
}

const ON_PHONE = 'On your phone, waiting for a signal.';

interface About {
  readonly snapshot?: TeamSnapshot | undefined;
  readonly isCode?: boolean;
}

export function wordsOfResult(result: EventResult, { snapshot, isCode }: About): ResultWords {
  const more = extrasOf(result, snapshot);
  const { outcome, verdict, reason } = result;
  const odd = ODD_OUTCOMES[outcome];
  if (result.settled !== undefined && !result.points)
    return { ...SETTLED[result.settled.as], more };
  if (odd !== undefined) return { ...odd, more };
  if (result.photo !== undefined) return { ...JUDGED[result.photo.as], more };
  if (verdict === undefined) return { tone: 'quiet', says: 'Noted.', more };
  if (reason === 'team_banned') return { tone: 'bad', says: BANNED, more };
  if (reason === 'not_in_team')
    return { tone: 'bad', says: 'You had left the team by then.', more };
  const fault = reason && PHOTO_FAULTS[reason];
  if (fault !== undefined) {
    return { tone: 'bad', says: fault, more: more.filter((one) => one !== fault) };
  }
  if (verdict === 'no_clue' && !isCode) return { tone: 'bad', says: NOT_HERE, more };
  if (verdict === 'uncertain') return { tone: 'doubt', says: uncertainWords(reason), more };
  const opensAt = verdict === 'closed' ? clueOf(result.clue, snapshot)?.opensAt : undefined;
  if (opensAt !== undefined) {
    return {
      tone: 'doubt',
      says: `Not open yet: it opens ${clockText(Date.parse(opensAt))}.`,
      more,
    };
  }
  return { ...VERDICTS[verdict], more };
}

const JUDGED: Readonly<Record<PhotoJudgement, Omit<ResultWords, 'more'>>> = {
  accepted: { tone: 'good', says: 'An organiser has accepted your photo!' },
  rejected: { tone: 'bad', says: 'An organiser has turned your photo down.' },
};

/** Where no points moved by it. */
const SETTLED: Readonly<Record<Standing, Omit<ResultWords, 'more'>>> = {
  confirmed: { tone: 'good', says: 'An organiser has had a look, and it was fair.' },
  overturned: { tone: 'bad', says: 'An organiser has had a look, and it was not fair.' },
};

const BANNED = 'The organisers have taken your team out of the hunt.';
const NOT_HERE = 'Nothing is found right here. A little further?';

const VERDICTS: Readonly<Record<Verdict, Omit<ResultWords, 'more'>>> = {
  solved: { tone: 'good', says: 'Solved!' },
  already_solved: { tone: 'quiet', says: 'Your team has this one already.' },
  wrong: { tone: 'bad', says: 'That is not it. Have another look.' },
  locked: { tone: 'doubt', says: 'Not open yet: something else comes first.' },
  closed: { tone: 'doubt', says: 'This is closed now.' },
  cooling_down: { tone: 'doubt', says: 'Take a breath before the next try.' },
  no_clue: { tone: 'bad', says: 'This code belongs to no clue of this hunt.' },
  noted: { tone: 'quiet', says: 'Noted.' },
  uncertain: { tone: 'doubt', says: 'Your phone is not sure enough where it is.' },
  waiting: { tone: 'quiet', says: 'An organiser will look at your photo.' },
  too_early: { tone: 'doubt', says: 'This hint can’t be had yet.' },
  hinted: { tone: 'good', says: 'Here is your hint.' },
  already_hinted: { tone: 'quiet', says: 'Your team had this hint; it costs nothing again.' },
  solved_again: { tone: 'good', says: 'Solved once more!' },
};

/** Outcomes that say more than their verdict does. */
const ODD_OUTCOMES: Partial<Record<Outcome, Omit<ResultWords, 'more'>>> = {
  duplicate: { tone: 'quiet', says: 'It had arrived before, and counts once.' },
  conflict: { tone: 'bad', says: 'It was mixed up with another one and did not count.' },
  late: { tone: 'bad', says: 'It came too late to count.' },
  invalid: { tone: 'bad', says: 'The hunt could not read it.' },
  rate_limited: { tone: 'bad', says: 'The hunt is full and takes nothing more.' },
  quarantined: { tone: 'doubt', says: 'It was put aside; an organiser will look at it.' },
  overturned: { tone: 'bad', says: 'An organiser took this back.' },
};

function uncertainWords(reason: EventResult['reason']): string {
  if (reason === 'too_old') return 'Your phone’s position was too old. Try again under open sky.';
  if (reason === 'on_the_edge') return 'You are on the edge. A few steps further in.';
  return 'Your phone is not sure enough where it is. Step into the open and try again.';
}

function extrasOf(result: EventResult, snapshot: TeamSnapshot | undefined): string[] {
  const { points, badges, unlocked, messages, availableAt, hint, reason, outcome } = result;
  return [
    ...(points ? [pointsText(points)] : []),
    ...(hint === undefined ? [] : [hint.text]),
    ...(messages ?? []),
    ...(badges ?? []).map((id) => `Badge: ${badgeTitle(id, snapshot)}`),
    ...(unlocked ?? []).map((id) => `Open now: ${clueTitle(id, snapshot)}`),
    ...(availableAt === undefined ? [] : [`From ${clockText(Date.parse(availableAt))} on.`]),
    ...photoWords(reason),
    ...(reason === 'late_without_points' ? ['It happened too long ago to score.'] : []),
    ...(outcome === 'suspected' ? [suspectedWords(result)] : []),
    ...operatorWords(result),
  ];
}

function suspectedWords({ suspicions = [] }: EventResult): string {
  const isDoubtful = suspicions.includes('position');
  const doubt = isDoubtful ? 'Your phone was not sure enough where you were. ' : '';
  return `${doubt}It counts. An organiser will have a look at it.`;
}

/** Why a photo or an appeal changes nothing. */
const PHOTO_FAULTS: Partial<Record<NonNullable<EventResult['reason']>, string>> = {
  rejected_before: 'This very photo was turned down before. Take another one.',
  not_rejected: 'Your photo was not turned down.',
  appealed_before: 'An organiser has looked at it twice already.',
};

function photoWords(reason: EventResult['reason']): string[] {
  const says = reason && PHOTO_FAULTS[reason];
  return says === undefined ? [] : [says];
}

/** What organisers have said with what they did. */
export function operatorWords(result: EventResult): string[] {
  const { settled, adjusted, teamStatus, refunded, photo, membership } = result;
  return [
    ...(photo?.reason === undefined ? [] : [`Organisers: ${photo.reason}`]),
    ...(refunded === undefined ? [] : [`Organisers: ${refunded.reason}`]),
    ...(settled === undefined ? [] : [`Organisers: ${settled.reason}`]),
    ...(adjusted === undefined ? [] : [`Organisers: ${adjusted.reason}`]),
    ...(teamStatus === undefined ? [] : [`Organisers: ${teamStatus.reason}`]),
    ...(membership?.reason === undefined ? [] : [awayWords(membership)]),
  ];
}

function awayWords({ name, reason }: NonNullable<EventResult['membership']>): string {
  return `Organisers have taken ${name} out of the team: ${reason}`;
}

export function pointsText(points: number): string {
  const amount = Math.abs(points) === 1 ? '1 point' : `${Math.abs(points)} points`;
  return points < 0 ? `−${amount}` : `+${amount}`;
}

export function clueTitle(id: string, snapshot: TeamSnapshot | undefined): string {
  return clueOf(id, snapshot)?.title ?? id;
}

function clueOf(id: string | undefined, snapshot: TeamSnapshot | undefined) {
  return snapshot?.clues.find((clue) => clue.id === id);
}

function badgeTitle(id: string, snapshot: TeamSnapshot | undefined): string {
  return snapshot?.badges.find((badge) => badge.id === id)?.title ?? id;
}
