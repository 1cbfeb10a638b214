/**
 * What a device keeps of a hunt between two visits, in its IndexedDB: the pass it was given when it
 * joined, what it last saw, and what it has sent. All of it may be missing, and a device that
 * refuses to keep anything (a private window) plays all the same.
 */
import type { JoinReply } from '@trove/contracts';
import { createStore, get, set, type UseStore } from 'idb-keyval';
import type { PlayState } from './playState';

export type KeptView = Pick<
  PlayState,
  | 'snapshot'
  | 'snapshotAtMs'
  | 'board'
  | 'team'
  | 'you'
  | 'suggestions'
  | 'submissions'
  | 'teamNews'
  | 'messages'
  | 'readUpTo'
>;

export interface KeptPlay {
  /** Absent when the player has left, or never joined. */
  readonly session?: JoinReply | undefined;
  readonly view?: KeptView | undefined;
}

let store: UseStore | undefined;

function shelf(): UseStore {
  store ??= createStore('trove-play', 'kept');
  return store;
}

export async function readKeptPlay(slug: string): Promise<KeptPlay> {
  const kept = await get<KeptPlay>(`hunt/${slug}`, shelf()).catch(() => undefined);
  return kept ?? {};
}

/** Rejects where the device keeps nothing. */
export function keepPlay(slug: string, kept: KeptPlay): Promise<void> {
  return set(`hunt/${slug}`, kept, shelf());
}

/** What tells this device apart for the hunt's server; made once, and known to nobody else. */
export async function devicePlayerId(): Promise<string> {
  const known = await get<string>('player', shelf()).catch(() => undefined);
  if (known !== undefined) return known;
  const made = crypto.randomUUID();
  await set('player', made, shelf()).catch(() => undefined);
  return made;
}

export function viewOf(state: PlayState): KeptView {
  const { snapshot, snapshotAtMs, board, team, you, suggestions } = state;
  const { submissions, teamNews, messages, readUpTo } = state;
  return {
    snapshot,
    snapshotAtMs,
    board,
    team,
    you,
    suggestions,
    submissions,
    teamNews,
    messages,
    readUpTo,
  };
}
