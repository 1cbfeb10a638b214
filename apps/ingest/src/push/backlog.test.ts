import { randomUUID } from 'node:crypto';
import type { OutEntry } from '@trove/streams';
import { describe, expect, it } from 'vitest';
import { DOOR_LIMITS } from '../limits.js';
import { Backlog } from './backlog.js';
import { sourceRoom, teamRoom } from './roomsOfCommit.js';

/** A commit of one row, as far as the backlog looks at it. */
function commit(
  offset: number,
  team: string,
  more: { epoch?: number; bytes?: number; extras?: string; rows?: number } = {},
) {
  const names = ['hunt', team, '/source'];
  const blob = {
    epoch: more.epoch ?? 1,
    firstPosition: offset - 1,
    count: more.rows ?? 1,
    names: { at: (number: number) => names[number] },
    huntOf: () => 0,
    teamOf: () => 1,
    sourceOf: () => 2,
    outcomeOf: () => ({ outcome: 'accepted', verdict: 'noted' }),
    pointsOf: () => 0,
    clueOf: () => undefined,
    rulesOf: () => undefined,
    versionOf: () => 1,
    firstPositionOf: () => -1,
    nextOf: () => undefined,
    idOf: () => randomUUID(),
    extrasOf: () => undefined,
    rowsWithExtras: more.extras === undefined ? [] : [[0, more.extras]],
  };
  const bytes = Buffer.alloc(more.bytes ?? 100);
  return { id: `${offset}-0`, committedAtUs: 1_000_000, blob, bytes } as unknown as OutEntry;
}

const at = (offset: number, epoch = 1) => ({ partition: 0, epoch, offset });
const herons = teamRoom('hunt', 'herons');

describe('the backlog', () => {
  it('gives a room what came after its offset, and nothing of others', () => {
    const backlog = new Backlog();
    backlog.add(0, commit(1, 'herons'));
    backlog.add(0, commit(2, 'otters'));
    backlog.add(0, commit(3, 'herons'));
    expect(backlog.since(herons, at(0))?.map(({ offset }) => offset)).toEqual([1, 3]);
    expect(backlog.since(herons, at(1))?.map(({ offset }) => offset)).toEqual([3]);
    expect(backlog.since(sourceRoom('/source'), at(2))).toHaveLength(1);
    expect(backlog.since(herons, at(3))).toEqual([]);
  });

  it('says that it can’t when the epoch is another or the place lies ahead', () => {
    const backlog = new Backlog();
    backlog.add(0, commit(1, 'herons'));
    expect(backlog.since(herons, at(0, 2))).toBeUndefined();
    expect(backlog.since(herons, at(9))).toBeUndefined();
    backlog.add(0, commit(1, 'herons', { epoch: 2 }));
    expect(backlog.since(herons, at(1, 1))).toBeUndefined();
    expect(backlog.since(herons, at(0, 2))).toHaveLength(1);
  });

  it('lets the oldest go beyond its bound of bytes, and says so', () => {
    const backlog = new Backlog();
    const bytes = Math.ceil(DOOR_LIMITS.backlogBytes / 2) + 1;
    for (let offset = 1; offset <= 3; offset += 1) {
      backlog.add(0, commit(offset, 'herons', { bytes }));
    }
    expect(backlog.since(herons, at(0))).toBeUndefined();
    expect(backlog.since(herons, at(2))).toHaveLength(1);
  });

  it('O7 gives a team what operators have said to it or to all, the newest', () => {
    const backlog = new Backlog();
    const at0 = new Date(0).toISOString();
    const say = (offset: number, broadcast: object) => {
      const extras = JSON.stringify({ broadcast: { at: at0, ...broadcast } });
      backlog.add(0, commit(offset, 'trove', { extras }));
    };
    say(1, { text: 'all' });
    say(2, { text: 'herons only', to: 'herons' });
    backlog.add(0, commit(3, 'herons', { extras: '{"unlocked":["a"]}' }));
    backlog.add(0, commit(4, 'trove', { extras: '{"phase":"paused"}' }));
    const texts = (team: string, after: number) => {
      return backlog.noticesSince('hunt', team, at(after)).map(({ push }) => {
        return 'text' in push ? push.text : 'phase' in push ? push.phase : '';
      });
    };
    expect(texts('herons', 0)).toEqual(['all', 'herons only', 'paused']);
    expect(texts('herons', 1)).toEqual(['herons only', 'paused']);
    expect(texts('otters', 0)).toEqual(['all', 'paused']);
    expect(backlog.noticesSince('hunt', 'otters', at(0, 2))).toEqual([]);
    for (let offset = 5; offset < 40; offset += 1) say(offset, { text: `${offset}` });
    expect(texts('otters', 0)).toHaveLength(DOOR_LIMITS.missedNotices);
    expect(texts('otters', 0).at(-1)).toBe('39');
  });

  it('RP10 tells every team of a hunt that what was played counts by other rules', () => {
    const backlog = new Backlog();
    backlog.add(0, commit(1, 'trove', { extras: '{"recomputed":{"version":3}}' }));
    const [notice] = backlog.noticesSince('hunt', 'otters', at(0));
    expect(notice).toMatchObject({
      message: 'recomputed',
      push: { hunt: 'hunt', version: 3, position: 0, offset: 1 },
    });
    expect(backlog.noticesSince('other', 'otters', at(0))).toEqual([]);
  });

  it('O14 tells every team of a clue that is open for all', () => {
    const backlog = new Backlog();
    backlog.add(0, commit(1, 'trove', { extras: '{"openedForAll":"vault"}' }));
    const [notice] = backlog.noticesSince('hunt', 'otters', at(0));
    expect(notice).toMatchObject({ message: 'opened', push: { clue: 'vault', position: 0 } });
  });

  it('gives no part of what is too much for one answer', () => {
    const backlog = new Backlog();
    const count = DOOR_LIMITS.backlogPerRoom + 1;
    for (let offset = 1; offset <= count; offset += 1) backlog.add(0, commit(offset, 'herons'));
    expect(backlog.since(herons, at(0))).toBeUndefined();
    expect(backlog.since(herons, at(1))).toHaveLength(DOOR_LIMITS.backlogPerRoom);
  });

  it('SO2 looks through a bounded number of commits for a client', () => {
    const backlog = new Backlog();
    const count = DOOR_LIMITS.missedCommits + 1;
    for (let offset = 1; offset <= count; offset += 1) backlog.add(0, commit(offset, 'otters'));
    expect(backlog.since(herons, at(0))).toBeUndefined();
    expect(backlog.since(herons, at(1))).toEqual([]);
  });

  it('SO2 sorts a bounded number of events at once, and goes on with the next who asks', () => {
    const backlog = new Backlog();
    const rows = DOOR_LIMITS.indexedAtOnce / 2;
    const commits = [1, 2, 3].map((offset) => commit(offset, 'otters', { rows }));
    for (const entry of commits) backlog.add(0, entry);
    expect(backlog.since(herons, at(0))).toBeUndefined();
    expect(backlog.since(herons, at(0))).toEqual([]);
  });

  it('SO2 counts what it has sorted among its bytes', () => {
    const backlog = new Backlog();
    const rows = DOOR_LIMITS.indexedAtOnce / 2;
    const bytes = DOOR_LIMITS.backlogBytes / 2 - 100;
    for (const offset of [1, 2]) backlog.add(0, commit(offset, 'otters', { rows, bytes }));
    expect(backlog.since(herons, at(0))).toEqual([]);
    backlog.add(0, commit(3, 'otters', { bytes: 0 }));
    expect(backlog.since(herons, at(0))).toBeUndefined();
  });
});
