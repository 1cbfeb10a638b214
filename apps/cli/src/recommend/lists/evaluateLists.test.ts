import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateLists } from './evaluateLists.js';
import { type Lists, readLists } from './readLists.js';

const listsOf = (rows: readonly (readonly number[])[]): Lists => ({
  byUser: new Map(rows.map((row, user) => [user, row])),
  items: Math.max(0, ...rows.flat().map((item) => item + 1)),
});

describe('lists of items', () => {
  it('finds what people of the same taste have, among the items of all', () => {
    const tastes = 4;
    const size = 30;
    const own = (user: number, from: number, to: number) => {
      return Array.from({ length: to - from }, (_, i) => {
        return (user % tastes) * size + ((user * 7 + from + i) % size);
      });
    };
    const users = Array.from({ length: 80 }, (_, user) => user);
    const train = listsOf(users.map((user) => own(user, 0, 12)));
    const test = listsOf(users.map((user) => own(user, 12, 16)));
    const { recall, ndcg } = figuresOf(train, test);
    expect(recall).toBeGreaterThan(0.9);
    expect(ndcg).toBeGreaterThan(0.5);
  });

  it('names no item of the own list, and leaves out who has nothing to find', () => {
    const train = listsOf([[0, 1], [0, 1, 2], [2]]);
    const evaluation = evaluateLists(train, listsOf([[2], [0], []]));
    expect(evaluation).toMatchObject({ users: 1, items: 3, 'recall@20': 1, 'ndcg@20': 1 });
  });

  it('reads a line a user, and refuses what is no number', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lists-'));
    try {
      const path = join(folder, 'train.txt');
      await writeFile(path, '0 3 4\n1 4\n2\n');
      const { byUser, items } = await readLists(path);
      expect([...byUser]).toEqual([
        [0, [3, 4]],
        [1, [4]],
        [2, []],
      ]);
      expect(items).toBe(5);
      await writeFile(path, '0 x\n');
      await expect(readLists(path)).rejects.toThrow('not whole numbers');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

function figuresOf(train: Lists, test: Lists) {
  const evaluation = evaluateLists(train, test);
  return { recall: evaluation['recall@20'], ndcg: evaluation['ndcg@20'] };
}
