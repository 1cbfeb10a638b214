/** Why a clue is suggested, in words a player can weigh. */
import type { Suggestion, SuggestionReason } from '@trove/contracts';
import { distanceText } from './clockText';

const REASONS: Readonly<Record<SuggestionReason, string>> = {
  pinned: 'The organisers would like you to see it.',
  near: 'It is close to where you are.',
  way_of_others: 'Many teams went there next.',
  popular: 'Teams are finding it right now.',
  fitting: 'It is about as hard as you like them.',
  boosted: 'The organisers think it is worth the way.',
  explore: 'Few have tried it yet: you could be early.',
  open: 'It is open to you.',
};

export function suggestionWhy({ reason }: Suggestion): string {
  return REASONS[reason];
}

/** `320 m · 4 min walk`; empty while nobody knows where the team is. */
export function suggestionWay({ distanceM, walkMinutes }: Suggestion): string {
  if (distanceM === undefined || walkMinutes === undefined) return '';
  return `${distanceText(distanceM)} · ${walkMinutes} min walk`;
}

/** What else is known of it: all the figures behind the sentence. */
export function suggestionFacts({ wentNext, popularity, chance }: Suggestion): string[] {
  return [
    ...(wentNext > 0 ? [`${wentNext} ${wentNext === 1 ? 'team' : 'teams'} went there next`] : []),
    ...(popularity >= 0.5 ? [`found ${Math.round(popularity)} times lately`] : ['quiet just now']),
    `your chance at the next try is about ${Math.round(chance * 100)} %`,
  ];
}
