import type { Operation } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { operationNote, type SeenOfAct } from './operationNote';

const SEEN: SeenOfAct = {
  phase: 'live',
  hunt: { statuses: new Map([['herons', 'hidden']]), frozenAtMs: 7 },
  team: undefined,
  result: {},
};

describe('operationNote', () => {
  it.each<[Operation, object]>([
    [{ type: 'hunt.phase_changed.v1', data: { phase: 'paused' } }, { phase: 'live' }],
    [{ type: 'board.freeze_changed.v1', data: { isFrozen: false } }, { isFrozen: true }],
    [
      { type: 'team.status_changed.v1', data: { team: 'herons', as: 'banned', reason: 'x' } },
      { as: 'hidden' },
    ],
    [
      { type: 'team.status_changed.v1', data: { team: 'otters', as: 'banned', reason: 'x' } },
      { as: 'playing' },
    ],
    [
      { type: 'team.division_changed.v1', data: { team: 'herons', division: 'kids' } },
      { division: null },
    ],
  ])('keeps of %j what was before it', (operation, before) => {
    expect(operationNote(operation, SEEN)).toEqual({ before, after: operation });
  });

  it('keeps the score that the points were added to', () => {
    const data = { team: 'herons', points: -5, reason: 'x' };
    const operation: Operation = { type: 'points.adjusted.v1', data };
    const result = { points: -5, score: 30 };
    expect(operationNote(operation, { ...SEEN, result }).before).toEqual({ score: 35 });
    expect(operationNote(operation, { ...SEEN, result: undefined }).before).toBeUndefined();
  });

  it('says of what waits in the log that it is not decided', () => {
    const operation: Operation = { type: 'hunt.phase_changed.v1', data: { phase: 'paused' } };
    expect(operationNote(operation, { ...SEEN, result: undefined })).toEqual({
      before: { phase: 'live' },
      after: { ...operation, isDecided: false },
    });
  });

  it('has nothing before what only adds', () => {
    const operation: Operation = { type: 'hunt.broadcast.v1', data: { text: 'Soup' } };
    expect(operationNote(operation, SEEN)).toEqual({ after: operation });
  });
});
