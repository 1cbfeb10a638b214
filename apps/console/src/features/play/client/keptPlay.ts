/**
 * What a device keeps of a hunt between two visits, in the store that the SDK keeps its queue in:
 * the pass it was given when it joined, what it last saw, and what it has sent. All of it may be
 * missing, and a device that refuses to keep anything (a private window) plays all the same.
 */
import type { PlayerStore, Session } from '@trove/player-sdk';
import { indexedDbStore } from '@trove/player-sdk/browser';
import type { PlayState } from './playState';

const KEPT = [
  'snapshot',
  'snapshotAtMs',
  'board',
  'divisionBoard',
  'team',
  'you',
  'suggestions',
  'submissions',
  'teamNews',
  'messages',
  'readUpTo',
] as const satisfies readonly (keyof PlayState)[];

export type KeptView = Pick<PlayState, (typeof KEPT)[number]>;

export interface KeptPlay {
  /** Absent when the player has left, or never joined. */
  readonly session?: Session | undefined;
  readonly view?: KeptView | undefined;
}

let opened: PlayerStore | undefined;

export function deviceStore(): PlayerStore {
  opened ??= indexedDbStore({ database: 'trove-play' });
  return opened;
}

export async function readKeptPlay(slug: string): Promise<KeptPlay> {
  const text = await deviceStore()
    .read(nameOf(slug))
    .catch(() => undefined);
  if (text === undefined) return {};
  try {
    return JSON.parse(text) as KeptPlay;
  } catch {
    // Written by this page alone, so that it can only be torn: then it is as good as none.
    return {};
  }
}

/** Rejects where the device keeps nothing. */
export function keepPlay(slug: string, kept: KeptPlay): Promise<void> {
  return deviceStore().write(nameOf(slug), JSON.stringify(kept));
}

/** Queues of the SDK are named after hunt and player, which have no colon before the slash. */
function nameOf(slug: string): string {
  return `view:${slug}`;
}

const PLAYER = 'view:player-id';

/** What tells this device apart for the hunt's server; made once, and known to nobody else. */
export async function devicePlayerId(): Promise<string> {
  const made = crypto.randomUUID();
  let known: string | undefined;
  try {
    known = await deviceStore().read(PLAYER);
  } catch {
    // One that can't be read now may be there all the same, and is not written over.
    return made;
  }
  if (known !== undefined) return known;
  await deviceStore()
    .write(PLAYER, made)
    .catch(() => undefined);
  return made;
}

export function viewOf(state: PlayState): KeptView {
  return Object.fromEntries(KEPT.map((name) => [name, state[name]])) as unknown as KeptView;
}
