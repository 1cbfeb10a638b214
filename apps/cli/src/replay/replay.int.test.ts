/**
 * The replay of real check-ins against a real installation of its own, compared with the plain
 * fold of the same file. Where the data is missing, made-up rows stand in and the titles say so.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningStack, startStack } from '../bench/startStack.js';
import { DoorClient } from '../door/doorClient.js';
import type { SourceDoor } from '../door/withSource.js';
import { createOutput } from '../output.js';
import { Random } from '../simulate/random.js';
import { type ReferenceResult, referenceFold } from './referenceFold.js';
import { type Replayed, replay } from './replay.js';

const fileOf = (name: string) =>
  fileURLToPath(new URL(`../../../../../shared/data/gowalla-nyc/${name}`, import.meta.url));
const hasData = existsSync(fileOf('checkins.tsv.gz'));
const folder = mkdtempSync(join(tmpdir(), 'trove-replay-'));
const file = hasData ? fileOf('checkins.tsv.gz') : join(folder, 'made-up.tsv');
const venues = hasData ? fileOf('venues.tsv.gz') : undefined;
const what = hasData
  ? 'the check-ins of New York'
  : 'made-up check-ins, as those of New York are not here';
const known = hasData
  ? { rows: 106_827, atClues: 35_069, solves: 22_596, points: 225_960 }
  : { rows: 5_000 };
/** The best team's score. */
const best = hasData ? 1_530 : 1_000;

/** Rows with favourites, a long tail and exact repeats. */
function madeUpRows(): string {
  const random = new Random(3);
  const rows = Array.from({ length: 5_000 }, (_, index) => {
    const time = new Date(1_250_000_000_000 + Math.floor(index / 2) * 60_000).toISOString();
    const place = Math.floor(random.next() ** 3 * 900);
    return [random.below(40), time, 40 + place / 9_000, -73, place].join('\t');
  });
  return rows.join('\n');
}

beforeAll(() => {
  writeFileSync(join(folder, 'made-up.tsv'), madeUpRows());
});
afterAll(() => rmSync(folder, { recursive: true }));

function foldFile(): ReferenceResult {
  const bytes = readFileSync(file);
  return referenceFold((hasData ? gunzipSync(bytes) : bytes).toString('utf8'));
}

describe(`the fold of ${what}`, () => {
  it('comes to known figures', () => {
    const fold = foldFile();
    expect(fold).toMatchObject(known);
    expect(fold.board[0]?.[1]).toBe(best);
  });
});

describe(`a replay of ${what}`, () => {
  let stack: RunningStack | undefined;
  let door: SourceDoor;
  let fold: ReferenceResult;
  let first: Replayed;
  const options = { file, venues, boardRows: 10 };
  const output = createOutput(true);

  beforeAll(async () => {
    stack = await startStack('disk');
    const [source] = stack.sources;
    if (source === undefined) throw new Error('The installation gave no token.');
    door = { url: stack.url, ...source };
    fold = foldFile();
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
