/** One play event while it is judged: what it is about, and what it will tell its team. */
import type { ResultExtras } from '@trove/contracts';
import type { PlayLogged } from '../ports/loggedEvent.js';
import type { HuntDraft } from './huntDraft.js';
import type { TeamDraft } from './teamDraft.js';

export type ExtrasDraft = { -readonly [K in keyof ResultExtras]: ResultExtras[K] };

export interface Play {
  readonly hunt: HuntDraft;
  readonly team: TeamDraft;
  readonly event: PlayLogged;
  /** Applied time on the hunt's clock, ms. */
  readonly nowMs: number;
  /** Comes back from quarantine, and so is never suspected. */
  readonly isReplay: boolean;
  /** Made when there is something to tell, which is rare. */
  extras: ExtrasDraft | undefined;
}

export function extrasOf(play: Play): ExtrasDraft {
  play.extras ??= {};
  return play.extras;
}

export function tellWhen(play: Play, ms: number): void {
  extrasOf(play).availableAt = new Date(ms).toISOString();
}
