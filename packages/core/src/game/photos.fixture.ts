/** A hunt with photo clues, and what teams and operators say about photos, for tests. */
import type { ControlData } from '@trove/contracts';
import { Fold, play } from '../pipeline/pipeline.fixture.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';
import { act, at } from './operations.fixture.js';

export const PHOTO_CLUES = [
  {
    id: 'gate',
    title: 'Gate',
    text: 'All of you, and the lion.',
    points: 20,
    find: { photo: { shows: 'Everybody, and the lion’s head.', attempts: 2, coolDownS: 60 } },
    decay: { linear: { perSolve: 5, floor: 5 } },
    firstFinders: [7],
    timeBonus: { points: 10, overS: 100, since: 'opened' },
    hints: [{ id: 'lion', text: 'It yawns.', cost: 3 }],
  },
  { id: 'shed', title: 'Shed', points: 8, find: { code: 'SHED' }, requires: { all: ['gate'] } },
];

export const PHOTO_RULES = [
  {
    id: 'cheese',
    on: 'photo.submitted.v1',
    when: 'verdict == "solved" && event.player == "herons"',
    then: { award: 4, message: 'Cheese!' },
  },
  { id: 'sorry', on: 'photo.submitted.v1', when: 'verdict == "wrong"', then: { award: 1 } },
];

export function photoHunt(more: Record<string, unknown> = {}): Fold {
  const fold = new Fold();
  fold.publish({ clues: PHOTO_CLUES, rules: [], ...more });
  return fold;
}

/** The id of an upload, told apart by a letter of a to f. */
export const photoId = (letter: string) => letter.repeat(64);

export const submit = (letter: string, number: number, team = 'herons'): LoggedEvent =>
  play('photo.submitted.v1', { clue: 'gate', photo: photoId(letter) }, { number, team });

export const appeal = (number: number, team = 'herons'): LoggedEvent =>
  play('photo.appealed.v1', { clue: 'gate', text: 'It is there, on the left.' }, { number, team });

type Judged = Partial<Omit<ControlData<'photo.judged.v1'>, 'as'>>;

export const accept = (letter: string, more: Judged = {}): LoggedEvent => {
  const data = { team: 'herons', clue: 'gate', photo: photoId(letter), ...more };
  return act({ type: 'photo.judged.v1', data: { ...data, as: 'accepted' } });
};

export const reject = (letter: string, more: Judged = {}): LoggedEvent => {
  const data = { team: 'herons', clue: 'gate', photo: photoId(letter), reason: 'No lion.' };
  return act({ type: 'photo.judged.v1', data: { ...data, ...more, as: 'rejected' } });
};

/** What came of events that reach the log together, at so many seconds. */
export function rowsOf(fold: Fold, events: LoggedEvent[], seconds = 0) {
  return fold.decide(events, at(seconds)).results;
}

/** What came of one. */
export function rowOf(fold: Fold, event: LoggedEvent, seconds = 0) {
  return rowsOf(fold, [event], seconds)[0];
}

export function photoOf(fold: Fold, team = 'herons') {
  return fold.cells.teams.get('hunt')?.get(team)?.marks.photos.get('gate');
}
