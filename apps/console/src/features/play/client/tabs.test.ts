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

  constructor(player: string) {
    this.session = { player } as Session;
  }

  set(change: Partial<PlayState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when the list reads so. */
  reads(...wanted: readonly string[]): Promise<void> {
    const isSo = () => {
      const list = this.state.submissions.map(({ id, progress }) => `${id} ${progress}`);
      return list.join() === wanted.join();
    };
    return new Promise((resolve) => {
      if (isSo()) return resolve();
      const stop = this.subscribe(() => {
        if (!isSo()) return;
        stop();
        resolve();
      });
    });
  }
}

const open: Tabs[] = [];
afterEach(() => {
  for (const tabs of open.splice(0)) tabs.close();
});

function tab(player: string) {
  const store = new Shown(player);
  const tabs = new Tabs({ slug: 'night', store, locks: undefined });
  open.push(tabs);
  return { store, tabs };
}

function one(id: string, more: Partial<Submission> = {}): Submission {
  return { id, type: 'code.scanned.v1', says: id, atMs: 0, progress: 'waiting', ...more };
}

it('shows in one tab what another has sent, and how far it has come', async () => {
  const [here, there] = [tab('ada'), tab('ada')];
  here.store.set({ submissions: [one('a')] });
  await there.store.reads('a waiting');
  there.store.set({ submissions: [one('b', { atMs: 1 }), one('a', { progress: 'sent' })] });
  await here.store.reads('b waiting', 'a sent');
});

it('tells a tab that was just opened all there is, but for pictures', async () => {
  const here = tab('ada');
  const picture = one('picture-c', { isPicture: true });
  here.store.set({ submissions: [picture, one('a', { progress: 'decided' })] });
  const late = tab('ada');
  late.tabs.ask();
  await late.store.reads('a decided');
});

it('keeps the lists of two players apart', async () => {
  const [ada, bob, adasOther] = [tab('ada'), tab('bob'), tab('ada')];
  ada.store.set({ submissions: [one('a')] });
  await adasOther.store.reads('a waiting');
  expect(bob.store.state.submissions).toEqual([]);
});

it('never looks for an own event elsewhere, nor where the browser has no locks', async () => {
  const { tabs } = tab('ada');
  tabs.sent('a');
  expect(await tabs.mayHave('a')).toBe(false);
  expect(await tabs.mayHave('b')).toBe(false);
});
