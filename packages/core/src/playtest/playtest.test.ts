import { readFileSync } from 'node:fs';
import { HuntDefinition } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { parseHuntFile } from '../hunt/parseHuntFile.js';
import { PLAYTEST_LIMITS } from './limits.js';
import { Playtest, playHunt } from './playtest.js';
import type { PlaytestReport } from './report.js';

const file = new URL('../../../../examples/hunts/harbour-night.yaml', import.meta.url);
const reading = parseHuntFile(readFileSync(file, 'utf8'));
if (!reading.ok) throw new Error('the example is right');
const harbour = reading.definition;

const place = (id: string, lat: number, more: object = {}) => ({
  ...{ id, title: id, points: 10, find: { place: { lat, lon: 11, radiusM: 40 } } },
  ...more,
});
const code = (id: string, more: object = {}) => ({
  ...{ id, title: id, points: 10, find: { code: id.toUpperCase() } },
  ...more,
});
const huntOf = (clues: readonly object[], more: object = {}) =>
  HuntDefinition.parse({ trove: 1, slug: 'demo', title: 'Demo', joinCode: 'DEMO', clues, ...more });

/** No phone is good enough for it. */
const TINY = { place: { lat: 54, lon: 11, radiusM: 1, maxAccuracyM: 1 } };

const OPENS = '2031-03-14T13:00:00Z';
const clueOf = (report: PlaytestReport, id: string) => {
  const found = report.clues.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no clue ${id}`);
  return found;
};
const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);

describe('a playtest', () => {
  const report = playHunt(harbour, { teams: 60, seed: 7 });

  it('MC1 is the same for the same seed, step by step or at once, and another for another', () => {
    const stepped = new Playtest(harbour, { teams: 60, seed: 7 });
    let steps = 0;
    while (stepped.step()) steps += 1;
    expect(steps).toBeGreaterThan(100);
    expect(stepped.progress).toEqual({ ended: 60, teams: 60 });
    expect(stepped.report()).toEqual(report);
    expect(playHunt(harbour, { teams: 60, seed: 8 })).not.toEqual(report);
  });

  it('MC2 is judged as play is: nobody gets more than the hunt gives', () => {
    const { verdicts, outcomes, points, solved, events, teams } = report;
    expect(verdicts.solved).toBe(sum(report.clues.map((clue) => clue.solved)));
    expect(verdicts.no_clue).toBeUndefined();
    expect(outcomes).toEqual({});
    expect(solved.most).toBeLessThanOrEqual(harbour.clues.length);
    expect(points.most).toBeGreaterThan(points.least);
    expect(sum(Object.values(verdicts)) + teams).toBe(events);
  });

  it('MC3 tries nothing that is locked, and reaches what the hunt lets it reach', () => {
    expect(report.verdicts.locked).toBeUndefined();
    const locked = { locked: true };
    const rules = [
      {
        ...{ id: 'open', on: 'code.scanned.v1', when: "clue.id == 'a' && verdict == 'solved'" },
        then: { unlock: ['cellar'] },
      },
    ];
    const hunt = huntOf([code('a'), code('cellar', locked)], { rules });
    expect(clueOf(playHunt(hunt, { teams: 40, seed: 1 }), 'cellar').reached).toBeGreaterThan(30);
  });

  it('MC4 has as many teams as there may be, and comes to an end', () => {
    const many = Array.from({ length: 1_000 }, (_, i) => code(`c${i}`));
    const { teamsTimesClues } = PLAYTEST_LIMITS;
    const large = new Playtest(huntOf(many), { teams: 9_999, seed: 1 });
    expect(large.progress).toEqual({ ended: 0, teams: teamsTimesClues / 1_000 });
    const few = new Playtest(huntOf([code('a')]), { teams: 99_999, seed: 1 });
    expect(few.progress.teams).toBe(PLAYTEST_LIMITS.teams);
    const impossible = huntOf([place('a', 54, { find: TINY })]);
    const stuck = playHunt(impossible, { teams: 20, seed: 1 });
    expect(stuck.ends).toEqual({ finished: 0, stuck: 20, late: 0 });
    expect(clueOf(stuck, 'a').uncertain).toBeGreaterThan(20);
    expect(stuck.says).toContain('Teams get there, and nobody solves "a".');
  });

  it('MC5 tells of each clue who came, who was there at once and how they went on', () => {
    expect(sum(Object.values(report.ends))).toBe(report.teams);
    for (const clue of report.clues) {
      expect(clue.reached).toBeLessThanOrEqual(report.teams);
      expect(sum(clue.arrivals)).toBe(clue.solved + clue.left);
      expect(Math.max(...clue.crowd)).toBe(clue.mostAtOnce);
      expect(clue.mostAtOnce).toBeLessThanOrEqual(report.teams);
    }
    expect(report.minutes?.count ?? 0).toBe(report.ends.finished);
    expect(sum(report.points.columns)).toBe(report.teams);
  });

  it('MC5 finds where all stand at once, and what nobody gets to', () => {
    const clues = [
      code('gate'),
      place('hall', 54, { requires: { all: ['gate'] } }),
      code('never', { requires: { all: ['hall'] }, closes: '2031-03-14T13:01:00Z' }),
    ];
    const hunt = huntOf(clues, { opens: OPENS, closes: '2031-03-14T16:00:00Z' });
    const crowded = playHunt(hunt, { teams: 50, seed: 3 });
    expect(clueOf(crowded, 'gate').mostAtOnce).toBeGreaterThan(15);
    expect(clueOf(crowded, 'never').reached).toBe(0);
    expect(crowded.says).toContainEqual(expect.stringMatching(/teams stand at "gate" at once/));
    expect(crowded.says).toContain('Nobody gets to "never".');
    expect(crowded.startMs).toBe(Date.parse(OPENS));
  });

  it('MC6 has fewer teams solve what is harder, and they need longer', () => {
    const riddles = ['easy', 'hard'].map((id) => {
      return code(id, { find: { answer: { accept: [id], attempts: 4 } } });
    });
    const difficulty = new Map([
      ['easy', 0.1],
      ['hard', 0.9],
    ]);
    const both = playHunt(huntOf(riddles), { teams: 200, seed: 5, difficulty });
    const [easy, hard] = [clueOf(both, 'easy'), clueOf(both, 'hard')];
    expect(easy.solved).toBeGreaterThan(hard.solved * 1.5);
    expect(hard.minutes ?? 0).toBeGreaterThan(easy.minutes ?? 0);
    expect(hard.wrong).toBeGreaterThan(easy.wrong);
    expect(both.says).toContainEqual(expect.stringMatching(/come to "hard" go on without it/));
  });

  it('MC2 marks what fair play would mark of honest teams', () => {
    const clues = [place('a', 54), place('b', 54.02)];
    const quality = { fairPlay: { travel: { maxKmh: 1 } } };
    const marked = playHunt(huntOf(clues, { quality }), { teams: 20, seed: 1 });
    expect(marked.outcomes.suspected).toBeGreaterThan(5);
    expect(marked.says).toContainEqual(expect.stringContaining('Fair play marks'));
  });
});
