import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RECEIPT_LIMITS } from '../limits.js';
import { ArchiveReader } from './archiveReader.js';

/** As it was built: Node runs it without what makes TypeScript run here. */
const BUILT = new URL('../../dist/archive/readerMain.js', import.meta.url);

let home = '';
let started: ChildProcess[] = [];
let reader: ArchiveReader;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'trove-reader-'));
  writeFileSync(join(home, 'broken.parquet'), 'no Parquet at all');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));
afterEach(() => reader.close());

function open(): ArchiveReader {
  started = [];
  reader = new ArchiveReader(() => {
    const child = fork(BUILT, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    started.push(child);
    return child;
  });
  return reader;
}

function search(path: string) {
  const range = { partition: 0, epoch: 1, firstPosition: 0, lastPosition: 9 };
  const files = [{ ...range, path, bytes: 1, sha256: '' }];
  return { folder: home, files, known: files, wanted: { partition: 0, position: 3 } };
}

describe('the archive’s reader', () => {
  it('finds nothing in files that are not there, and says what is wrong with others', async () => {
    open();
    expect(await reader.find(search('missing.parquet'))).toEqual([]);
    await expect(reader.find(search('broken.parquet'))).rejects.toThrow('could not be read');
    expect(await reader.find(search('missing.parquet'))).toEqual([]);
    expect(started).toHaveLength(1);
  });

  it('is busy beyond its bound, and answers the others', async () => {
    open();
    const { archiveWaiting } = RECEIPT_LIMITS;
    const asks = Array.from({ length: archiveWaiting + 2 }, () =>
      reader.find(search('no.parquet')),
    );
    const answers = await Promise.all(asks);
    expect(answers.filter((answer) => answer === 'busy')).toHaveLength(2);
  });

  it('is started anew when it has died, which costs who waited an answer', async () => {
    open();
    const waiting = reader.find(search('missing.parquet'));
    started[0]?.kill('SIGKILL');
    await expect(waiting).rejects.toThrow('has ended');
    expect(await reader.find(search('missing.parquet'))).toEqual([]);
    expect(started).toHaveLength(2);
  });
});
