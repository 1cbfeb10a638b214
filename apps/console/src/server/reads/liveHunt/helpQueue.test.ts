import { describe, expect, it } from 'vitest';
import { helpQueue } from './helpQueue';

const ALL = ['clock', 'mast', 'gate'];
const rules = { clues: ALL.map((id) => ({ id })) };
const SINCE: Readonly<Record<string, number>> = { early: 1, slow: 2, stuck: 3, new: 4 };

function queueOf(
  solved: Readonly<Record<string, readonly string[]>>,
  statuses: readonly (readonly [string, 'hidden' | 'banned'])[] = [],
) {
  const outlines = Object.entries(solved).map(
    ([team, clues]) => [team, { name: undefined, solved: new Set(clues) }] as const,
  );
  return helpQueue({
    names: ['new', 'stuck', 'slow', 'early'],
    outlines: new Map(outlines),
    rules,
    hunt: { statuses: new Map(statuses) },
    sinceOf: (team) => SINCE[team] ?? 0,
  });
}

describe('helpQueue', () => {
  it('has those longest without a solve first, and none that has finished', () => {
    const some = ALL.slice(1);
    expect(queueOf({ early: ALL, slow: some, stuck: [], new: some })).toEqual([
      ...['slow', 'stuck', 'new'],
    ]);
  });

  it('has nobody when all have finished', () => {
    expect(queueOf({ early: ALL, slow: ALL, stuck: ALL, new: ALL })).toEqual([]);
  });

  it('keeps a team whose solves are of clues that the hunt has no more', () => {
    const others = ALL.map((id) => `${id}-of-before`);
    expect(queueOf({ early: ALL, slow: others, stuck: ALL, new: ALL })).toEqual(['slow']);
  });

  it('leaves out the banned, not the hidden, and names without a state', () => {
    const statuses = [['stuck', 'banned'] as const, ['slow', 'hidden'] as const];
    expect(queueOf({ slow: [], stuck: [] }, statuses)).toEqual(['slow']);
  });
});
