import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DecidedEvent } from '@trove/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArchiveFolder } from './archiveFolder.js';
import { encodeParquet } from './encodeParquet.js';
import { pathOf } from './fileName.js';
import { FileRows } from './fileRows.js';
import { findEvents } from './findEvents.js';
import { literal } from './loadSql.js';
import type { ManifestFile } from './manifest.js';
import { openDuck } from './openDuck.js';

const US = 1_700_000_000_123_456;
const ENTRY = {
  logId: '7-0',
  door: 'door-1',
  appliedAtUs: US,
  decidedAtUs: US + 1,
  committedAtUs: US + 2,
};
let home = '';

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'trove-find-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const idOf = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

function event(number: number, more: Partial<DecidedEvent> = {}): DecidedEvent {
  return {
    eventId: idOf(number),
    hunt: 'old-town',
    source: '/phone',
    type: 'code.scanned.v1',
    player: 'ada',
    team: 'herons',
    timeMs: 1_700_000_000_000,
    sentAtMs: 1_700_000_000_100,
    receivedAtUs: US - 5,
    data: '{"code":"A"}',
    outcome: 'accepted',
    verdict: 'solved',
    clue: 'gate',
    points: 3,
    score: 9,
    version: 2,
    rules: 'one,two',
    asked: '06',
    extras: '{"messages":["Well …"]}',
    device: 'phone/1',
    firstPosition: -1,
    rung: undefined,
    pushedAtUs: US + 900,
    acknowledgedAtUs: undefined,
    ...more,
  };
}

async function write(epoch: number, from: number, events: DecidedEvent[]): Promise<ManifestFile> {
  const rows = new FileRows({ partition: 3, epoch, firstPosition: from });
  rows.beginEntry(ENTRY);
  for (const one of events) rows.add(one);
  const range = { partition: 3, epoch, firstPosition: from, lastPosition: rows.lastPosition };
  const folder = new ArchiveFolder({ folder: home, reserveBytes: 0 });
  const written = await folder.write(pathOf(range), (path) => encodeParquet(rows, path));
  await folder.place(written);
  return { ...range, path: written.path, bytes: written.bytes, sha256: written.sha256 };
}

const find = (files: ManifestFile[], wanted: Parameters<typeof findEvents>[0]['wanted']) =>
  findEvents({ folder: home, files, known: files, wanted });

describe('findEvents', () => {
  it('gives an event back as it was handed to the archive, by place and by id', async () => {
    const events = [event(1), event(2, { outcome: 'duplicate', firstPosition: 10, points: 0 })];
    const file = await write(1, 10, events);
    const place = { partition: 3, epoch: 1, position: 11 };
    const expected = [{ ...events[1], ...ENTRY, ...place }];
    expect(await find([file], { partition: 3, position: 11 })).toEqual(expected);
    expect(await find([file], { eventId: idOf(2) })).toEqual(expected);
    expect(await find([file], { eventId: idOf(3) })).toEqual([]);
    expect(await find([file], { eventId: "' or true --" })).toEqual([]);
  });

  it('reads files from before answers and deliveries were kept beside newer ones', async () => {
    const newer = await write(1, 20, [event(20)]);
    const whole = await write(1, 30, [event(30)]);
    const path = whole.path.replace('.e1.', '.e2.');
    const duck = await openDuck({ threads: 1, memory: '64MB' });
    const [from, to] = [whole.path, path].map((name) => literal(join(home, name)));
    const lacking = 'asked, extras, door, pushed_at, acknowledged_at';
    const old = `SELECT * EXCLUDE (${lacking}) FROM read_parquet(${from})`;
    await duck.connection.run(`COPY (${old}) TO ${to} (FORMAT parquet)`);
    duck.close();
    const older = { ...whole, path };
    const [found] = await find([older], { eventId: idOf(30) });
    expect(found).toMatchObject({ points: 3, asked: undefined, door: undefined });
    const [beside] = await find([newer, older], { eventId: idOf(20) });
    expect(beside).toMatchObject({ asked: '06', pushedAtUs: US + 900, door: 'door-1' });
  });

  it('leaves out what a file that is not read has made void', async () => {
    const lost = await write(4, 50, [event(50)]);
    const later = await write(5, 50, [event(51)]);
    const search = { folder: home, files: [lost], wanted: { eventId: idOf(50) } };
    expect(await findEvents({ ...search, known: [lost] })).toHaveLength(1);
    expect(await findEvents({ ...search, known: [lost, later] })).toEqual([]);
  });
});
