import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.js';
import { deduplicated, withRepeats } from './repeats.js';
import type { Visit, VisitFile } from './visits.js';

const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2026, 5, 1);
const ALL = ['trove', 'popularity', 'nearest', 'markov', 'itemKnn'] as const;

/** Everybody walks the same way, three places on each time, each from another place. */
function walks(users: number, length: number): VisitFile {
  const visits: Visit[] = [];
  for (let user = 0; user < users; user += 1) {
    for (let step = 0; step < length; step += 1) {
      const atMs = START_MS + (user * 2 + step) * HOUR_MS;
      visits.push({ user, place: (user + step * 3) % 40, atMs });
    }
  }
  visits.sort((one, other) => one.atMs - other.atMs);
  const points = Array.from({ length: 40 }, (_, i) => ({
    lat: 40 + (i % 8) * 0.01,
    lon: -74 + i / 900,
  }));
  return { visits, users, points, badLines: 0 };
}

describe('evaluate', () => {
  it('finds a way that all go, which distance and popularity do not tell', async () => {
    const { models, events } = await evaluate(walks(120, 8), { models: ALL });
    expect(events).toBeGreaterThan(100);
    const at1 = Object.fromEntries(
      Object.entries(models).map(([name, figures]) => [name, figures['hit@1']]),
    );
    expect(at1['markov']).toBeGreaterThan(0.8);
    expect(at1['trove']).toBeGreaterThan(0.8);
    expect(at1['nearest']).toBeLessThan(0.5);
  });

  it('does not look ahead: what comes later changes nothing before it', async () => {
    const whole = walks(60, 6);
    const { length } = whole.visits;
    const half = { ...whole, visits: whole.visits.slice(0, length / 2) };
    const longer = {
      ...whole,
      visits: [...half.visits, ...whole.visits.slice(length / 2).reverse()],
    };
    const learnt = { models: ALL, learntShare: 0.5 };
    const cut = await evaluate(half, learnt);
    // The first half alone, predicted within the longer file by taking only it as the last part.
    const again = await evaluate({ ...longer, visits: longer.visits.slice(0, length / 2) }, learnt);
    expect(again).toEqual(cut);
  });

  it('tells how many went where nobody had been, which all models miss', async () => {
    const points = Array.from({ length: 5 }, (_, i) => ({ lat: 0, lon: i / 1_000 }));
    const visits = points.map((_, place) => ({ user: 0, place, atMs: START_MS + place * HOUR_MS }));
    const evaluation = await evaluate(
      { visits, users: 1, points },
      { models: ALL, learntShare: 0.4 },
    );
    expect(evaluation).toMatchObject({ events: 3, unseenShare: 1, candidates: 0 });
    for (const figures of Object.values(evaluation.models)) expect(figures['hit@10']).toBe(0);
  });

  it('repeats that are recognised change nothing; unrecognised ones are never scored', async () => {
    const file = walks(60, 6);
    const repeated = withRepeats(file, 0.3);
    expect(repeated.visits.length).toBeGreaterThan(file.visits.length * 1.2);
    expect(deduplicated(repeated)).toEqual(file);
    const models = ['markov'] as const;
    const clean = await evaluate(file, { models });
    expect(await evaluate(deduplicated(repeated), { models })).toEqual(clean);
    const { isRepeat } = repeated;
    const dirty = await evaluate(repeated, { models, isRepeat });
    expect(dirty.models.markov?.['ndcg@10']).toBeLessThan(clean.models.markov?.['ndcg@10'] ?? 0);
  });
});
