/** That every StateStore gives back what operators have done to a hunt. */
import { expect } from 'vitest';
import { made, operated, published } from '../fixtures.js';
import { type Case, EMPTY, HASH, scan } from './stateStoreDriver.js';

export const OPERATIONS_CASES: readonly Case[] = [
  {
    title: 'O11 gives back phase, start, freeze, statuses, broadcasts and what was opened',
    run: async (driver) => {
      const startsAt = '2030-01-01T12:00:00Z';
      const entries = await driver.append([
        published(HASH, 1),
        made('ada', 'herons', 2),
        operated({ type: 'hunt.broadcast.v1', data: { text: 'Welcome, ünï 🦊' } }, 3),
        operated({ type: 'board.freeze_changed.v1', data: { isFrozen: true } }, 4),
        operated(
          {
            type: 'team.status_changed.v1',
            data: { team: 'herons', as: 'hidden', reason: 'our own' },
          },
          5,
        ),
        operated({ type: 'hunt.phase_changed.v1', data: { phase: 'scheduled', startsAt } }, 6),
        operated({ type: 'clue.unlocked.v1', data: { clue: 'vault' } }, 8),
      ]);
      const reply = await driver.commit(await driver.held(), entries);
      const { hunts } = await driver.load();
      const atMs = Math.floor((entries[0]?.appendedAtUs ?? 0) / 1000);
      expect(hunts[0]).toMatchObject({
        phase: 'scheduled',
        startsMs: Date.parse(startsAt),
        frozenAtMs: atMs,
        statuses: new Map([['herons', 'hidden']]),
        opened: new Map([['vault', atMs]]),
        broadcasts: [{ text: 'Welcome, ünï 🦊', at: new Date(atMs).toISOString(), position: 2 }],
      });
      if (reply.kind !== 'held') throw new Error(reply.kind);
      const later = await driver.append([
        operated({ type: 'board.freeze_changed.v1', data: { isFrozen: false } }, 7),
        scan(1),
      ]);
      await driver.commit(reply, later, { view: { ...EMPTY, hunt: () => hunts[0] } });
      const again = (await driver.load()).hunts[0];
      expect(again).toMatchObject({ frozenAtMs: 0, statuses: hunts[0]?.statuses });
      expect(again?.broadcasts).toEqual(hunts[0]?.broadcasts);
    },
  },
];
