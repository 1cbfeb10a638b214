import { describe, expect, it } from 'vitest';
import type { EventsAnswer } from './answers';
import { emptyWords } from './emptyWords';

const ALL = {
  id: null,
  outcome: null,
  verdict: null,
  unmet: null,
  rung: null,
  from: null,
  to: null,
};
const NOTHING: EventsAnswer = { events: [], commits: 0, isCut: false };

describe('emptyWords', () => {
  it('says that an id was never decided only where no receipt is kept of it either', () => {
    const saysOf = (elsewhere: EventsAnswer['elsewhere']) =>
      emptyWords({ ...ALL, id: 'x' }, elsewhere ? { ...NOTHING, elsewhere } : NOTHING)?.says;
    expect(saysOf('found')).toBeUndefined();
    expect(saysOf('refused')).toBeUndefined();
    expect(saysOf('unknown')).toContain('No event has this id, decided or refused.');
    expect(saysOf('pending')).toContain('waits to be decided');
    expect(saysOf('busy')).toContain('ask again');
  });

  it('says that nothing matches only where everything was looked at', () => {
    const filter = { ...ALL, verdict: 'wrong' };
    expect(emptyWords(filter, { ...NOTHING, commits: 9 })?.says).toContain('No event matches');
    expect(emptyWords(filter, { ...NOTHING, commits: 9, openToMs: 1 })).toBeUndefined();
    expect(emptyWords(ALL, NOTHING)?.says).toContain('Events appear here');
  });
});
