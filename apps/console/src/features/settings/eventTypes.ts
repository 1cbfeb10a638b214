/** The types of events, in words. */
import type { EventType } from '@trove/contracts';

export const TYPE_WORDS: Readonly<Record<EventType, string>> = {
  'place.visited.v1': 'a place is visited',
  'location.reported.v1': 'a position is reported',
  'code.scanned.v1': 'a code is scanned',
  'clue.answered.v1': 'a clue is answered',
  'option.chosen.v1': 'an option is chosen',
  'hint.requested.v1': 'a hint is asked for',
  'photo.submitted.v1': 'a photo is sent or judged',
  'photo.appealed.v1': 'a rejected photo is appealed',
};
