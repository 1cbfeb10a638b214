/** The rules every EventLog keeps; each adapter's test calls this with a way to make one. */
import type { EventLog } from '@trove/core';
import { describe, expect, it } from 'vitest';
import { playEvent } from '../fixtures.js';
import { plainEvent } from '../plainEvent.js';

export interface EventLogSubject {
  readonly log: EventLog;
  close(): Promise<void>;
}

const scan = (number: number) => playEvent('code.scanned.v1', { code: 'CLOCK' }, { number });

const read = (log: EventLog, after = '0-0', maxEntries = 100) => {
  return log.read({ partition: 0, after, maxEntries, waitMs: 0 });
};
const append = (log: EventLog, numbers: number[], partition = 0) => {
  return log.append({ partition, door: 'door-1', events: numbers.map(scan) });
};

interface Case {
  readonly title: string;
  readonly run: (log: EventLog) => Promise<void>;
}

const CASES: readonly Case[] = [
  {
    title: 'L1 gives back what was appended, whole and in order',
    run: async (log) => {
      await append(log, [1, 2]);
      await append(log, [3]);
      const entries = await read(log);
      expect(entries.map(({ events }) => events.map(plainEvent))).toEqual([
        [scan(1), scan(2)],
        [scan(3)],
      ]);
      expect(entries.every(({ door }) => door === 'door-1')).toBe(true);
    },
  },
  {
    title: 'L2 reads after a place, never the place itself',
    run: async (log) => {
      const first = await append(log, [1]);
      await append(log, [2]);
      const entries = await read(log, first.entryId);
      expect(entries.flatMap(({ events }) => events.map(plainEvent))).toEqual([scan(2)]);
    },
  },
  {
    title: 'L3 bounds a read by entries',
    run: async (log) => {
      for (const number of [1, 2, 3]) await append(log, [number]);
      expect(await read(log, '0-0', 2)).toHaveLength(2);
    },
  },
  {
    title: 'L4 keeps partitions apart',
    run: async (log) => {
      await append(log, [1], 1);
      expect(await read(log)).toEqual([]);
    },
  },
  {
    title: 'L5 tells how many events are undecided and that nobody holds the partition',
    run: async (log) => {
      await append(log, [1, 2]);
      expect(await append(log, [3])).toMatchObject({ undecided: 3, isOwned: false });
    },
  },
  {
    title: 'L6 orders entries by applied time',
    run: async (log) => {
      const first = await append(log, [1]);
      const second = await append(log, [2]);
      expect(second.appendedAtUs).toBeGreaterThanOrEqual(first.appendedAtUs);
      const entries = await read(log);
      expect(entries.map(({ appendedAtUs }) => appendedAtUs)).toEqual([
        first.appendedAtUs,
        second.appendedAtUs,
      ]);
    },
  },
  {
    title: 'L7 answers a waiting read with nothing when nothing comes',
    run: async (log) => {
      const entries = await log.read({ partition: 0, after: '0-0', maxEntries: 1, waitMs: 10 });
      expect(entries).toEqual([]);
    },
  },
];

export function eventLogSuite(name: string, open: () => Promise<EventLogSubject>): void {
  describe(`EventLog: ${name}`, () => {
    it.each(CASES)('$title', async ({ run }) => {
      expect.hasAssertions();
      const { log, close } = await open();
      try {
        await run(log);
      } finally {
        await close();
      }
    });
  });
}
