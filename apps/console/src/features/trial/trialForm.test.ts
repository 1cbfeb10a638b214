import { describe, expect, it } from 'vitest';
import { countersOf, dataFor, firstEvent, nextEvent, sentEvent, solvingEvent } from './trialForm';

describe('the form of a trial', () => {
  it.each([
    [{ find: { code: 'A' } }, { type: 'code.scanned.v1', data: { code: 'A' } }],
    [
      { id: 'r', find: { answer: { accept: ['x'] } } },
      { type: 'clue.answered.v1', data: { clue: 'r', answer: 'x' } },
    ],
    [
      { id: 'c', find: { choice: { options: [{ id: 'n' }, { id: 'y', right: true }] } } },
      { type: 'option.chosen.v1', data: { clue: 'c', option: 'y' } },
    ],
    [
      { find: { place: { id: 'p', lat: 1, lon: 2 } } },
      { type: 'place.visited.v1', data: { place: 'p', lat: 1, lon: 2 } },
    ],
    [
      { find: { place: { lat: 1, lon: 2, maxAgeS: 60 } } },
      { type: 'location.reported.v1', data: { lat: 1, lon: 2, ageS: 0 } },
    ],
    [{}, { type: 'location.reported.v1', data: { lat: 0, lon: 0 } }],
  ])('fills in what solves %j', (clue, event) => {
    expect(solvingEvent(clue as never)).toEqual(event);
  });

  it('begins when the hunt opens, and goes on a minute later', () => {
    const first = firstEvent({ opens: '2031-03-14T12:00:00+01:00' });
    expect(first.at).toBe('2031-03-14T11:00:00');
    expect(nextEvent(first).at).toBe('2031-03-14T11:01:00');
    expect(firstEvent({ opens: 'soon' }).at).toBe('2030-01-01T12:00:00');
    expect(sentEvent(first).at).toBe('2031-03-14T11:00:00Z');
  });

  it('keeps what another type asks for as well', () => {
    const fields = [
      { name: 'clue', type: 'string', isOptional: false },
      { name: 'count', type: 'number', isOptional: false },
      { name: 'ageS', type: 'number', isOptional: true },
    ] as const;
    const values = ['pier', 'mast'];
    const named = { name: 'event.data.clue', says: '', isOptional: false, values };
    const clue = { ...named, type: 'string' } as const;
    const words = { fields, names: [clue] };
    expect(dataFor(words, { clue: 'a', code: 'x' })).toEqual({ clue: 'a', count: 0 });
    expect(dataFor(words, {})).toEqual({ clue: 'pier', count: 0 });
  });

  it('names the counters that rules write, each once', () => {
    const counters = [{ name: 'lamps' }, { name: 'lamps' }, {}];
    expect(countersOf({ rules: [{ then: { counters } }, {}] })).toEqual(['lamps']);
  });
});
