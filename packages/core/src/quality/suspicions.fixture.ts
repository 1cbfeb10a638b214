/** Hunts that look for unlike play, what teams do in them, and what comes of it. */
import type { ControlData } from '@trove/contracts';
import { control, Fold, play, START_MS } from '../pipeline/pipeline.fixture.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';

export const MINUTE = 60_000;
/** A degree of latitude, metres. */
const DEGREE_M = 111_195;

export function started(fairPlay?: Record<string, unknown>): Fold {
  const fold = new Fold();
  fold.publish(fairPlay === undefined ? {} : { quality: { fairPlay } });
  return fold;
}

/** Was so many metres north of the start at this minute of event time. */
export function walked(metres: number, minute: number, number: number): LoggedEvent {
  return reported([metres, minute], number, 0);
}

/** The same, so many metres more or less. */
export function reported(
  [metres, minute]: readonly [number, number],
  number: number,
  accuracyM: number,
): LoggedEvent {
  const timeMs = START_MS + minute * MINUTE;
  const place = { lat: 5 + metres / DEGREE_M, lon: 9, accuracyM };
  const event = play('location.reported.v1', place, { number, timeMs });
  return { ...event, sentAtMs: timeMs, receivedAtUs: timeMs * 1000 };
}

export function answered(answer: string, number: number, team = 'herons'): LoggedEvent {
  return play('clue.answered.v1', { clue: 'riddle', answer }, { number, team });
}

export const told = (fold: Fold, event: LoggedEvent, atMs = START_MS) => {
  const [row] = fold.decide([event], { atMs }).results;
  return row?.outcome === 'suspected' ? row.extras?.suspicions : row?.outcome;
};

/** A solve that is suspected for guessing. */
export function guessed(): { fold: Fold; position: number } {
  const fold = started({ guessing: { wrong: 1, inS: 600 } });
  fold.publish(
    {
      quality: { fairPlay: { guessing: { wrong: 1, inS: 600 } } },
      clues: [{ id: 'riddle', title: 'R', points: 30, find: { answer: { accept: ['lantern'] } } }],
      rules: [],
    },
    2,
  );
  fold.decide([answered('candle', 1)]);
  const [row] = fold.decide([answered('lantern', 2)]).results;
  return { fold, position: row?.position ?? -1 };
}

export function settled(
  as: 'confirmed' | 'overturned',
  at: number | Pick<ControlData<'suspicion.settled.v1'>, 'position' | 'judged'>,
  number: number,
): LoggedEvent {
  const place = typeof at === 'number' ? { position: at } : at;
  const data = { team: 'herons', ...place, as, by: 'op', reason: 'seen on the camera' };
  return control({ type: 'suspicion.settled.v1', data }, { number });
}
