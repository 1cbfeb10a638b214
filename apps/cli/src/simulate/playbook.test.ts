import { EVENT_TYPES, HuntDefinition, PLAY_EVENTS } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { dueAt } from './pacer.js';
import { Playbook, type PlaybookOptions, type Sending } from './playbook.js';
import { teamNameOf } from './teamNames.js';

const definition = HuntDefinition.parse({
  trove: 1,
  slug: 'h',
  title: 'H',
  clues: [
    { id: 'a', title: 'A', points: 1, find: { place: { id: 'p', lat: 51, lon: 0, radiusM: 50 } } },
    { id: 'b', title: 'B', points: 1, find: { code: 'C' }, requires: { all: ['a'] } },
    {
      id: 'c',
      title: 'C',
      points: 1,
      find: { answer: { accept: ['x'] } },
      hints: [{ id: 'h', text: 'X' }],
    },
    {
      id: 'd',
      title: 'D',
      points: 1,
      find: {
        choice: {
          options: [
            { id: 'yes', text: 'Yes', right: true },
            { id: 'no', text: 'No' },
          ],
        },
      },
    },
  ],
});
const defaults: PlaybookOptions = {
  definition,
  seed: 1,
  players: 5,
  duplicates: 0.05,
  malformed: 0.02,
  stepsToClue: 4,
};

function play(options: Partial<PlaybookOptions>, count: number, nowMs = 1_700_000_000_000) {
  const playbook = new Playbook({ ...defaults, ...options });
  return Array.from({ length: count }, () => playbook.next(nowMs));
}
const withoutTime = ({ kind, event }: Sending) => {
  const { id, time, ...rest } = event;
  return JSON.stringify([kind, String(id).slice(13), time === undefined, rest]);
};

describe('a seed', () => {
  it('fixes everything but the time base', () => {
    const first = play({}, 2_000).map(withoutTime);
    const later = play({}, 2_000, 1_800_000_000_000).map(withoutTime);
    const plain = (texts: string[]) => texts.filter((text) => !text.startsWith('["malformed'));
    expect(plain(later)).toEqual(plain(first));
  });

  it('differs from another seed', () => {
    expect(play({ seed: 2 }, 50)).not.toEqual(play({}, 50));
  });
});

describe('a crowd', () => {
  it('sends fresh events that keep their contract, of every type, in several verdicts', () => {
    const fresh = play({ duplicates: 0, malformed: 0 }, 3_000).map(({ event }) => event);
    for (const event of fresh)
      expect(PLAY_EVENTS[event.type].safeParse(event).error).toBeUndefined();
    expect(new Set(fresh.map(({ type }) => type))).toEqual(new Set(EVENT_TYPES));
    const chosen = fresh.filter(({ type }) => type === 'option.chosen.v1');
    expect(new Set(chosen.map(({ data }) => (data as { option: string }).option)).size).toBe(2);
    expect(new Set(fresh.map(({ id }) => id)).size).toBe(3_000);
    expect(new Set(fresh.map(({ team }) => team)).size).toBeGreaterThan(2);
  });

  it('sends about the asked shares of duplicates and malformed events', () => {
    const sendings = play({ duplicates: 0.1, malformed: 0.05 }, 10_000);
    const shareOf = (kind: Sending['kind']) =>
      sendings.filter((sending) => sending.kind === kind).length / sendings.length;
    expect(shareOf('duplicate')).toBeCloseTo(0.1, 1);
    expect(shareOf('malformed')).toBeCloseTo(0.05, 1);
  });

  it('breaks every malformed event and repeats duplicates whole', () => {
    const seen = new Set<unknown>();
    for (const { kind, event } of play({ malformed: 0.3 }, 1_000)) {
      if (kind === 'duplicate') expect(seen.has(event)).toBe(true);
      seen.add(event);
      if (kind !== 'malformed' || event.hunt !== 'h') continue;
      const isAhead =
        String(event.id) > '018bd' && PLAY_EVENTS[event.type]?.safeParse(event).success;
      expect(isAhead || PLAY_EVENTS[event.type]?.safeParse(event).success !== true).toBe(true);
    }
  });
});

it('names many teams without a repeat', () => {
  const names = Array.from({ length: 1_000 }, (_, index) => teamNameOf(index));
  expect(new Set(names).size).toBe(1_000);
});

it('is due by the clock, not by the answers', () => {
  expect(dueAt({ elapsedMs: 0, rate: 10, made: 0 })).toBe(1);
  expect(dueAt({ elapsedMs: 1_000, rate: 10, made: 3 })).toBe(8);
  expect(dueAt({ elapsedMs: 1_000, rate: 10, made: 11 })).toBe(0);
});
