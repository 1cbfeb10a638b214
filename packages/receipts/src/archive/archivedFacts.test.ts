import type { ArchivedEvent, EventSearch } from '@trove/archive';
import type { ArchiveFileRow } from '@trove/db';
import { describe, expect, it } from 'vitest';
import { RECEIPT_LIMITS } from '../limits.js';
import { archivedAt, archivedById, filesOfId } from './archivedFacts.js';

const MADE_MS = Date.UTC(2026, 5, 1, 18);
const HOUR = 3_600_000;
const hex = MADE_MS.toString(16).padStart(12, '0');
const ID = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000001`;

/** A file of an hour of a log, so many hours after the id was made, with ids of any time. */
function file(hours: number, more: Partial<ArchiveFileRow> = {}): ArchiveFileRow {
  const fromMs = MADE_MS + hours * HOUR;
  return {
    partition: 0,
    epoch: 1,
    firstPosition: hours * 10,
    lastPosition: hours * 10 + 9,
    firstLogId: `${fromMs}-0`,
    lastLogId: `${fromMs + HOUR - 1}-3`,
    path: `hunt ${hours}`,
    rows: 10,
    bytes: 1,
    sha256: '',
    minTimeMs: 0,
    maxTimeMs: 0,
    minIdMs: 0,
    maxIdMs: fromMs + 100 * HOUR,
    hunts: ['hunt'],
    writtenAt: new Date(0),
    ...more,
  };
}
const pathsOf = (known: ArchiveFileRow[]) =>
  filesOfId(known, { id: ID, hunts: new Set(['hunt']) }).map(({ path }) => path);

describe('where in the archive an id may stand', () => {
  it('is first in files of its time, then in others, the newest first', () => {
    const known = [-30, -2, -1, 0, 1, 48, 60, 70].map((hours) => file(hours));
    expect(pathsOf(known)).toEqual([
      'hunt -1',
      'hunt 0',
      'hunt 1',
      'hunt 48',
      'hunt 70',
      'hunt 60',
      'hunt -2',
      'hunt -30',
    ]);
  });

  it('is in no file without its hunt, nor in one whose ids are all of another time', () => {
    const known = [
      file(0, { hunts: ['other'] }),
      file(1),
      file(2, { minIdMs: MADE_MS + 1 }),
      file(3, { maxIdMs: MADE_MS - 1 }),
      file(48, { minIdMs: MADE_MS, maxIdMs: MADE_MS }),
    ];
    expect(pathsOf(known)).toEqual(['hunt 1', 'hunt 48']);
  });
});

describe('looking for an id in the archive', () => {
  const lookIn = async (known: ArchiveFileRow[]) => {
    const read: string[] = [];
    const archive = {
      folder: '/archive',
      manifest: { files: async () => known },
      reader: {
        find: async ({ files }: EventSearch) => {
          read.push(...files.map(({ path }) => path));
          return [];
        },
      },
    };
    const found = await archivedById(archive, { id: ID, partition: 0, hunts: new Set(['hunt']) });
    return { found, read };
  };
  const full = Array.from({ length: RECEIPT_LIMITS.filesOfId }, (_, hours) => file(hours));

  it('says when more files may hold it than are read', async () => {
    const { found, read } = await lookIn([...full, file(100)]);
    expect(found).toBe('unsearched');
    expect(read).toHaveLength(RECEIPT_LIMITS.filesOfId);
  });

  it('reads the one that may hold it, however many came before', async () => {
    const early = full.map((one) => ({ ...one, minIdMs: MADE_MS + 1 }));
    const { found, read } = await lookIn([...early, file(48)]);
    expect(found).toBeUndefined();
    expect(read).toEqual(['hunt 48']);
  });
});

describe('what a file says of an event', () => {
  const lookUp = async (event: Partial<ArchivedEvent>) => {
    const archive = {
      folder: '/archive',
      manifest: { files: async () => [file(0)] },
      reader: { find: async () => [{ firstPosition: -1, ...event } as ArchivedEvent] },
    };
    return await archivedAt(archive, { partition: 0, position: 5 });
  };
  const pushed = { door: 'door-1', pushedAtUs: 7 };

  it('RC4 is not all of its delivery, unless it was pushed and acknowledged by then', async () => {
    const whole = { ...pushed, acknowledgedAtUs: 9 };
    expect(await lookUp(whole)).toMatchObject({ ...whole, isDeliveryKnown: true });
    expect(await lookUp(pushed)).toMatchObject({ ...pushed, isDeliveryKnown: false });
    expect(await lookUp({ door: 'door-1' })).toMatchObject({ isDeliveryKnown: false });
  });
});
