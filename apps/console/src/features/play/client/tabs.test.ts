import type { Session } from '@trove/player-sdk';
import { afterEach, expect, it } from 'vitest';
import { OPENING, type PlayState } from './playState';
import type { Submission } from './submission';
import { Tabs } from './tabs';

/** What a tab shows, without a device that keeps it. */
class Shown {
  state: PlayState = OPENING;
  readonly session: Session;
  readonly #listeners = new Set<() => void>();

  constructor(player: string, team: string) {
    this.session = { player, team, member: 1 } as Session;
  }

  set(change: Partial<PlayState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The list as it reads. */
  get list(): readonly string[] {
    return this.state.submissions.map(({ id, progress }) => `${id} ${progress}`);
  }
}

const open: Tabs[] = [];
afterEach(() => {
  for (const tabs of open.splice(0)) tabs.close();
});

function tab(player: string, { team = 'herons', held = 0 } = {}) {
  const store = new Shown(player, team);
  const locks = held === 0 ? undefined : locksHeldBy(held);
  const tabs = new Tabs({ slug: 'night', store, locks });
  open.push(tabs);
  return { store, tabs };
}

/** A browser in which so many tabs play. */
function locksHeldBy(tabs: number): LockManager {
  const held = Array.from({ length: tabs }, () => ({ name: 'trove-play:night' }));
  return { request: async () => undefined, query: async () => ({ held }) } as never;
}

function one(id: string, more: Partial<Submission> = {}): Submission {
  return { id, type: 'code.scanned.v1', says: id, atMs: 0, progress: 'waiting', ...more };
}

it('shows in one tab what another has sent, and how far it has come', async () => {
  const [here, there] = [tab('ada'), tab('ada')];
  here.store.set({ submissions: [one('a')] });
  await expect.poll(() => there.store.list).toEqual(['a waiting']);
  there.store.set({ submissions: [one('b', { atMs: 1 }), one('a', { progress: 'sent' })] });
  await expect.poll(() => here.store.list).toEqual(['b waiting', 'a sent']);
});

it('tells a tab that was just opened all there is, but for pictures', async () => {
  const here = tab('ada');
  const picture = one('picture-c', { isPicture: true });
  here.store.set({ submissions: [picture, one('a', { progress: 'decided' })] });
  const late = tab('ada');
  late.tabs.ask();
  await expect.poll(() => late.store.list).toEqual(['a decided']);
});

it('keeps the lists of two players apart, and those of two teams', async () => {
  const [ada, bob, adasOther] = [tab('ada'), tab('bob'), tab('ada')];
  const elsewhere = tab('ada', { team: 'otters' });
  ada.store.set({ submissions: [one('a')] });
  await expect.poll(() => adasOther.store.list).toEqual(['a waiting']);
  expect(bob.store.state.submissions).toEqual([]);
  expect(elsewhere.store.state.submissions).toEqual([]);
});

it('looks for an event elsewhere while another tab is open, but not for its own', async () => {
  const [alone, beside] = [tab('ada', { held: 1 }), tab('ada', { held: 2 })];
  beside.tabs.sent('a');
  const mayHave = await beside.tabs.mayHave();
  expect([mayHave('a'), mayHave('b')]).toEqual([false, true]);
  expect((await alone.tabs.mayHave())('b')).toBe(false);
});

it('takes what it was told of for another tab’s where the browser has no locks', async () => {
  const [here, there] = [tab('ada'), tab('ada')];
  here.store.set({ submissions: [one('a')] });
  await expect.poll(() => there.store.list).toEqual(['a waiting']);
  const mayHave = await there.tabs.mayHave();
  expect([mayHave('a'), mayHave('b')]).toEqual([true, false]);
});
