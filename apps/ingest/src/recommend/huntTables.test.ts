import { HuntDefinition, LiveHunt } from '@trove/contracts';
import { compileHunt, NO_FIGURES, startWeights } from '@trove/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { DOOR_LIMITS } from '../limits.js';
import { HuntTables } from './huntTables.js';

const CLUES = 3 * DOOR_LIMITS.figuresSlice - 7;
/** The head and three slices. */
const PARTS = 4;
const TURN_MS = DOOR_LIMITS.figuresStaleMs / PARTS;

const ids = Array.from({ length: CLUES }, (_, i) => `clue-${i}`);
const clues = ids.map((id) => ({ id, title: id, points: 1, find: { code: id.toUpperCase() } }));
const compiled = compileHunt(HuntDefinition.parse({ trove: 1, slug: 's', title: 'S', clues }), 1);
if (!compiled.ok) throw new Error(compiled.mistakes[0]?.message);
const { hunt } = compiled;
const live = LiveHunt.parse({
  slug: 's',
  title: 'S',
  phase: 'live',
  version: 1,
  hash: 'a'.repeat(64),
  partition: 0,
  clock: 'wall',
  maxEvents: 1,
});

describe('figures of a hunt', () => {
  let nowMs: number;
  let solves: number;
  let names: readonly string[];
  let reads: string[];
  let errors: unknown[];
  let isAway: Error | undefined;
  let tables: HuntTables;

  beforeEach(() => {
    [nowMs, solves, names, reads, errors] = [1_000_000, 0, ids, [], []];
    isAway = undefined;
    tables = new HuntTables({
      rulesOf: async () => hunt,
      onError: (error) => errors.push(error),
      reads: () => ({
        nowMs: () => nowMs,
        head: async () => {
          if (isAway !== undefined) throw isAway;
          reads.push('head');
          return { names, hottest: [solves], weights: startWeights() };
        },
        slice: async (slots) => {
          reads.push(`${slots[0]} to ${slots.at(-1)}`);
          const figures = new Map(slots.map((slot) => [slot, { ...NO_FIGURES, solves }]));
          return { figures, crowds: new Map() };
        },
      }),
    });
  });

  /** Asks for the table, and lets what was begun by it end. */
  async function ask() {
    const table = await tables.of(live);
    await new Promise((resolve) => setImmediate(resolve));
    return table;
  }

  async function dampingOfAll() {
    const { table } = await ask();
    for (let order = 0; order < CLUES; order += 1) table.read(order);
    return new Set(table.damping);
  }

  it('are read whole once, and not again while they are young', async () => {
    await ask();
    expect(reads).toHaveLength(PARTS);
    nowMs += TURN_MS - 1;
    await ask();
    expect(reads).toHaveLength(PARTS);
  });

  it('are read again part by part, each in its turn, before any is old', async () => {
    await ask();
    solves = 3;
    reads = [];
    for (let turn = 1; turn <= PARTS; turn += 1) {
      nowMs += TURN_MS;
      await ask();
      expect(reads).toHaveLength(turn);
    }
    expect(new Set(reads).size).toBe(PARTS);
    expect(await dampingOfAll()).toEqual(new Set([1 / 2]));
    expect((await ask()).hottest).toEqual([3]);
  });

  it('are all read again by the first who asks after a while', async () => {
    await ask();
    solves = 8;
    reads = [];
    nowMs += DOOR_LIMITS.figuresStaleMs;
    await ask();
    expect(new Set(reads).size).toBe(PARTS);
    expect(await dampingOfAll()).toEqual(new Set([1 / 3]));
  });

  it('are read by one at a time, however many ask', async () => {
    await ask();
    reads = [];
    nowMs += TURN_MS;
    await Promise.all(Array.from({ length: 50 }, ask));
    expect(reads).toEqual(['head']);
  });

  it('begin anew once slots are other clues, as after a recomputed history', async () => {
    const before = await ask();
    names = [...ids].reverse();
    solves = 3;
    nowMs += TURN_MS;
    await ask();
    const after = await ask();
    expect(after).not.toBe(before);
    expect(after.nameOf(0)).toBe(ids.at(-1));
    expect(await dampingOfAll()).toEqual(new Set([1 / 2]));
  });

  it('are kept and asked for again when a part could not be read', async () => {
    const before = await ask();
    nowMs += TURN_MS;
    const failed = new Error('Redis is away');
    isAway = failed;
    expect(await ask()).toBe(before);
    expect(errors).toEqual([failed]);
    isAway = undefined;
    reads = [];
    await ask();
    expect(reads).toEqual(['head']);
  });
});
