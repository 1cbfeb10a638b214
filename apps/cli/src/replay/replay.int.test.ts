/**
 * The replay of real check-ins against a real installation of its own, compared with the plain
 * fold of the same file. Where the data is missing the tests are skipped and their titles say so.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningStack, startStack } from '../bench/startStack.js';
import { DoorClient } from '../door/doorClient.js';
import type { Door } from '../door/findDoor.js';
import { createOutput } from '../output.js';
import { readCheckins } from './checkinFile.js';
import { type ReferenceResult, type ReferenceRow, referenceFold } from './referenceFold.js';
import { type Replayed, replay } from './replay.js';

const fileOf = (name: string) =>
  fileURLToPath(new URL(`../../../../../shared/data/gowalla-nyc/${name}`, import.meta.url));
const file = fileOf('checkins.tsv.gz');
const venues = fileOf('venues.tsv.gz');
const hasData = existsSync(file);
const why = hasData ? '' : ' (skipped: the data is not here)';

async function foldFile(): Promise<ReferenceResult> {
  const rows: ReferenceRow[] = [];
  for await (const { user, place } of readCheckins(file)) rows.push({ user, place });
  return referenceFold(rows);
}

describe.skipIf(!hasData)(`the fold of the check-ins of New York${why}`, () => {
  it('comes to the known figures', async () => {
    const fold = await foldFile();
    expect(fold).toMatchObject({ rows: 106_827, atClues: 35_069, solves: 22_596, points: 225_960 });
    expect(fold.board[0]).toEqual(['22', 1_530]);
  });
});

describe.skipIf(!hasData)(`a replay of the check-ins of New York${why}`, () => {
  let stack: RunningStack | undefined;
  let door: Door;
  let fold: ReferenceResult;
  let first: Replayed;
  const options = { file, venues, boardRows: 10 };
  const output = createOutput(true);

  beforeAll(async () => {
    stack = await startStack('disk');
    const [source] = stack.sources;
    if (source === undefined) throw new Error('The installation gave no token.');
    door = { url: stack.url, ...source };
    fold = await foldFile();
    first = await replay(door, options, output);
  }, 180_000);
  afterAll(() => stack?.stop());

  it('decides every row as the fold does', () => {
    expect(first.report).toMatchObject({
      sent: fold.rows,
      acked: fold.rows,
      outcomes: { accepted: fold.rows },
      verdicts: { solved: fold.solves, already_solved: fold.atClues - fold.solves },
      points: fold.points,
    });
  });

  it('leaves the same whole board', () => {
    const scores = [...first.tally.scores].filter(([, score]) => score > 0);
    expect(new Map(scores)).toEqual(new Map(fold.board));
    const top = first.report.board.map(({ team, score }) => [team, score]);
    expect(top).toEqual(fold.board.slice(0, 10));
  });

  it('moves nothing when it is run again', async () => {
    const client = new DoorClient(door);
    const before = await client.board(first.hunt, 100);
    const second = await replay(door, options, output);
    expect(second.report).toMatchObject({ outcomes: { duplicate: fold.rows }, points: 0 });
    expect((await client.board(first.hunt, 100)).rows).toEqual(before.rows);
  }, 180_000);
});
