import type { Fixture, PlayType } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { compileHunt } from '../compileHunt.js';
import { runFixtures } from '../fixtures/runFixtures.js';
import { parseHuntFile } from '../parseHuntFile.js';
import { fixtureOfTrial } from './fixtureOfTrial.js';
import { runTrial, type TrialEvent } from './runTrial.js';
import { trialFault } from './trialFault.js';
import { type ImaginaryTeam, imaginaryCells } from './trialStart.js';

const NOON = Date.parse('2031-03-14T12:00:00Z');
const CLUES = [
  { id: 'clock', title: 'T', points: 10, find: { code: 'CLOCK' } },
  {
    id: 'pier',
    title: 'T',
    points: 20,
    find: { place: { lat: 54, lon: 11, maxAccuracyM: 30, maxAgeS: 60 } },
    decay: { linear: { perSolve: 3, floor: 5 } },
  },
  {
    id: 'riddle',
    title: 'T',
    points: 30,
    find: { answer: { accept: ['lantern'] } },
    requires: { all: ['clock'] },
  },
  {
    id: 'colour',
    title: 'T',
    points: 5,
    find: {
      choice: {
        options: [
          { id: 'r', text: 'R' },
          { id: 'g', text: 'G', right: true },
        ],
      },
    },
  },
];
const RULES = [
  {
    id: 'quick',
    on: 'clue.answered.v1',
    when: "verdict == 'solved' && team.counters.lamps >= 2 && 60 / (team.counters.lamps - 2) > 1",
    then: { award: 5 },
  },
  {
    id: 'lit',
    on: 'clue.answered.v1',
    when: "verdict == 'solved' && team.counters.lamps >= 2",
    then: { award: 7, badge: 'star', counters: [{ name: 'lamps', add: 1 }], message: 'Bright!' },
    limit: { perTeam: 1 },
  },
];

function huntOf() {
  const badges = [{ id: 'star', title: 'Star' }];
  const head = { trove: 1, slug: 'demo', title: 'Demo', opens: '2031-03-14T12:00:00Z', badges };
  const reading = parseHuntFile(stringify({ ...head, clues: CLUES, rules: RULES }));
  if (!reading.ok) throw new Error(JSON.stringify(reading.mistakes));
  const { definition } = reading;
  const compilation = compileHunt(definition, 1);
  if (!compilation.ok) throw new Error('it does not compile');
  return { definition, compiled: compilation.hunt };
}

const TEAM: ImaginaryTeam = {
  team: 'herons',
  solved: ['clock'],
  score: 10,
  counters: { lamps: 2 },
  badges: [],
  solvedByOthers: 0,
};

const ANSWER: TrialEvent = {
  team: 'herons',
  player: 'herons',
  type: 'clue.answered.v1',
  data: { clue: 'riddle', answer: 'Lantern' },
  atMs: NOON + 60_000,
};

function tryOn(team: Partial<ImaginaryTeam>, ...events: readonly TrialEvent[]) {
  const hunt = huntOf();
  const cells = imaginaryCells(hunt.compiled, { ...TEAM, ...team }, NOON);
  return runTrial({ ...hunt, cells, hasAllTeams: true }, events);
}

describe('trying an event', () => {
  it('TR1 tells each clause of each rule with what it read', () => {
    const [tried] = tryOn({}, ANSWER);
    expect(tried?.rules).toMatchObject([
      {
        rule: 'quick',
        reply: 'fault',
        clauses: [
          { text: "verdict == 'solved'", was: 'true', reads: [{ value: 'solved' }] },
          { was: 'true', reads: [{ name: 'team.counters.lamps', value: 2 }] },
          { was: 'fault', fault: 'division by zero', reads: [{ value: 2 }] },
        ],
      },
      { rule: 'lit', reply: 'fired', clauses: [{ was: 'true' }, { was: 'true' }] },
    ]);
  });

  it('TR2 tells what comes of it, as play would', () => {
    const [tried] = tryOn({}, ANSWER);
    expect(tried).toMatchObject({
      outcome: 'accepted',
      verdict: 'solved',
      points: 37,
      scoreBefore: 10,
      scoreAfter: 47,
      effects: { badges: ['star'], messages: ['Bright!'] },
      counters: { lamps: 3 },
      board: { rankBefore: 1, rankAfter: 1, of: 1 },
      isNextTold: true,
    });
    expect(tried?.next.map(({ clue }) => clue)).toEqual(['pier', 'colour']);
  });

  it('TR2 goes on with the state that the event before has left', () => {
    const later = { ...ANSWER, atMs: ANSWER.atMs + 1 };
    const tried = tryOn({}, ANSWER, later);
    expect(tried[1]).toMatchObject({ verdict: 'already_solved', points: 0, scoreBefore: 47 });
    expect(tried[1]?.rules[1]).toMatchObject({ reply: 'team_limit', clauses: [] });
  });

  it('TR2 begins with the team one has thought up', () => {
    const [locked] = tryOn({ solved: [] }, ANSWER);
    expect(locked).toMatchObject({ verdict: 'locked', isNextTold: false });
    const [decayed] = tryOn(
      { solvedByOthers: 2, solved: ['clock', 'nothing'] },
      {
        ...ANSWER,
        type: 'location.reported.v1',
        data: { lat: 54, lon: 11, accuracyM: 5, ageS: 1 },
      },
    );
    expect(decayed).toMatchObject({ verdict: 'solved', clue: 'pier', points: 14 });
  });

  it.each([Date.parse('9999-12-31T23:59:59Z'), 0])('TR2 at any moment, as %d', (atMs) => {
    const [tried] = tryOn({}, { ...ANSWER, atMs });
    expect(tried?.outcome).toBeTypeOf('string');
  });

  it('TR3 says what a door would refuse', () => {
    const fault = (type: PlayType, data: unknown) => trialFault({ type, data }, {});
    expect(fault('code.scanned.v1', { code: 'A' })).toBeUndefined();
    expect(fault('code.scanned.v1', {})).toContain('code of code.scanned.v1');
    const long = { clue: 'riddle', answer: 'a'.repeat(10_240) };
    expect(fault('clue.answered.v1', long)).toContain('would refuse');
    expect(fault('code.scanned.v1', null)).toContain('allows');
    expect(fault('custom.flag.raised.v1', {})).toContain('has no event type');
  });
});

describe('keeping what was tried as a fixture', () => {
  const made = (team: Partial<ImaginaryTeam>, ...events: readonly TrialEvent[]) => {
    const { definition, compiled } = huntOf();
    const tried = tryOn(team, ...events);
    const solved = team.solved ?? TEAM.solved;
    const source = { name: 'a case', definition, compiled, solved, events, tried };
    return fixtureOfTrial(source);
  };
  const passes = (fixture: Fixture) => runFixtures(huntOf().definition, [fixture])[0]?.passed;

  it('TR4 plays what the team had solved, and passes', () => {
    const { fixture, differsIn } = made(
      { solved: ['colour', 'pier', 'clock'], score: 35, counters: {} },
      ANSWER,
    );
    expect(differsIn).toEqual([]);
    expect(passes(fixture)).toBe(true);
    expect(fixture.events.at(-1)).toEqual({
      team: 'herons',
      at: '2031-03-14T12:01:00.000Z',
      answer: ANSWER.data,
      expect: { verdict: 'solved', clue: 'riddle', points: 30, score: 65, rules: [] },
    });
  });

  it('TR4 expects what comes of playing it, and names where that differs', () => {
    const { fixture, differsIn } = made({ score: 500 }, ANSWER);
    expect(differsIn).toEqual(['points', 'score', 'rules']);
    expect(passes(fixture)).toBe(true);
  });

  it('TR4 is a fixture that a hunt file may hold, also where it names strangers', () => {
    const events = [
      { ...ANSWER, data: { clue: 'gone', answer: 'x' } },
      { ...ANSWER, type: 'place.visited.v1', data: { place: 'x', lat: 1, lon: 2 } },
      { ...ANSWER, type: 'option.chosen.v1', data: { clue: 'colour', option: 'b' } },
      { ...ANSWER, type: 'hint.requested.v1', data: { clue: 'clock', hint: 'h' }, player: 'ada' },
    ] as const;
    const { fixture } = made({}, ...events);
    const { definition } = huntOf();
    const reading = parseHuntFile(stringify({ ...definition, fixtures: [fixture] }));
    expect(reading).toMatchObject({ ok: true });
    expect(passes(fixture)).toBe(true);
  });
});
