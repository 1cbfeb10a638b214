/** Operators' acts as events of a log, for the tests of what they do. */
import { EventTime, type Operation } from '@trove/contracts';
import { control, Fold, START_MS } from '../pipeline/pipeline.fixture.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';

/** The hint that this hunt's clock has. */
export const HINTED = {
  clues: [
    {
      id: 'clock',
      title: 'Clock',
      text: 'Where time stands still.',
      points: 20,
      find: { code: 'CLOCK' },
      hints: [{ id: 'face', text: 'Look up.', cost: 3, after: { openedS: 600 } }],
    },
    {
      id: 'attic',
      title: 'Attic',
      points: 5,
      find: { code: 'ATTIC' },
      requires: { all: ['clock'] },
    },
  ],
  rules: [],
};

let next = 0;

export function act(operation: Operation): LoggedEvent {
  next += 1;
  const { type, data } = operation;
  const team = ('team' in data ? data.team : undefined) ?? 'trove';
  const said = { type, data: { ...data, by: 'op' } } as Pick<LoggedEvent, 'type' | 'data'>;
  return control(said, { number: 500_000 + next, team });
}

export const phase = (
  to: 'scheduled' | 'live' | 'paused' | 'closed' | 'ended',
  startsAt?: string,
) => {
  const data = startsAt === undefined ? { phase: to } : { phase: to, startsAt };
  return act({ type: 'hunt.phase_changed.v1', data });
};
export const freeze = (isFrozen: boolean) =>
  act({ type: 'board.freeze_changed.v1', data: { isFrozen } });
export const adjust = (points: number, team = 'herons') => {
  return act({ type: 'points.adjusted.v1', data: { team, points, reason: 'jury' } });
};
export const unlock = (clue: string, team?: string) => {
  return act({ type: 'clue.unlocked.v1', data: team === undefined ? { clue } : { clue, team } });
};
export const setStatus = (as: 'playing' | 'hidden' | 'banned', team = 'herons') => {
  return act({ type: 'team.status_changed.v1', data: { team, as, reason: 'rules' } });
};

export function started(more: Record<string, unknown> = {}): Fold {
  const fold = new Fold();
  fold.publish(more);
  return fold;
}

export const at = (seconds: number) => ({ atMs: START_MS + seconds * 1000 });
export const iso = (seconds: number) =>
  EventTime.parse(new Date(START_MS + seconds * 1000).toISOString());
