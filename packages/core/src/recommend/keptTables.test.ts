import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../pipeline/decide.js';
import type { LogEntry } from '../ports/loggedEvent.js';
import { placeClue, Walk } from './recommend.fixture.js';

const PLACES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const clues = PLACES.map((id, i) => placeClue({ id, lon: i * 0.001 }));

const step = fc.record({
  team: fc.constantFrom('x', 'y', 'z'),
  place: fc.constantFrom(...PLACES),
  minutes: fc.integer({ min: 0, max: 40 }),
  /** What happens between deciding and committing. */
  then: fc.constantFrom('commit', 'again', 'told', 'published'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Decides what is then never committed. */
function drop({ fold }: Walk, entry: LogEntry): void {
  decide({ entries: [entry], decided: 0, repeats: new Map(), poisoned: new Set() }, fold.view);
}

/** Everything that teams were told, step by step. */
function toldBy(steps: readonly Step[], between: (walk: Walk) => void) {
  const walk = new Walk(clues);
  let minute = 0;
  return steps.map(({ team, place, minutes, then }, index) => {
    minute += minutes;
    if (then === 'again') drop(walk, walk.visit('w', place, minute));
    if (then === 'told') walk.decide(walk.tell(team, { clues: [place], minute }));
    if (then === 'published') {
      walk.fold.publish({ clues: clues.toReversed(), rules: [] }, index + 2);
    }
    between(walk);
    return walk.decide(walk.visit(team, place, minute)).next;
  });
}

describe('columns that outlive their chunk', () => {
  it('tell teams what columns that are read anew would', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const anew = toldBy(steps, ({ fold: { cells } }) => {
          for (const [slug, memory] of cells.memories) cells.memories.set(slug, { ...memory });
        });
        expect(toldBy(steps, () => undefined)).toEqual(anew);
      }),
    );
  });

  it('are not those of a decision that was never applied', () => {
    const [walk, other] = [new Walk(clues), new Walk(clues)];
    for (const one of [walk, other]) one.decide(one.visit('x', 'a'));
    for (let i = 0; i < 20; i += 1) drop(walk, walk.visit(`gone-${i}`, 'c'));
    const { next } = walk.decide(walk.visit('y', 'b', 1));
    expect(next).toHaveLength(3);
    expect(next).toEqual(other.decide(other.visit('y', 'b', 1)).next);
  });
});
