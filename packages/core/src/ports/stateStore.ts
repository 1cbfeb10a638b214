/**
 * State of the partitions: a rewindable view of the log. One commit moves the cursor together
 * with every effect of the events it passes, wholly or not at all, and only for the holder of
 * the partition's lease at the cursor it read from.
 */
import type { HuntState, TeamState } from '../game/state.js';
import type { Decision } from '../pipeline/decision.js';
import type { TeamWatch } from '../quality/teamWatch.js';
import type { HuntMemory, Trail } from '../recommend/huntMemory.js';

export interface Lease {
  readonly partition: number;
  /** Names this holder; no two holders share one. */
  readonly token: string;
}

export interface Held {
  readonly kind: 'held';
  /** Raised whenever state may have been swapped outside the log. */
  readonly epoch: number;
  readonly cursor: string;
  /** Events decided so far: the position of the next one. */
  readonly decided: number;
}

export interface Commit {
  readonly lease: Lease;
  /** What acquire or the last commit answered; compared before anything is written. */
  readonly from: Held;
  readonly decision: Decision;
  /** True for the first try of a chunk, which the next read of the log follows at once. */
  readonly isFirst: boolean;
}

/** An event whose identity was decided before, by its index in the decision's results. */
export interface Repeat {
  readonly index: number;
  readonly firstPosition: number;
  /** Digest remembered with it: another digest makes the event a conflict. */
  readonly firstDigest: string;
}

/** Where the store can tell: microseconds it took to ask for the identities of one commit. */
export interface AskedTime {
  readonly askedUs?: number;
}

export type CommitReply =
  | (Held & AskedTime & { readonly committedAtUs: number })
  /** Another holder, epoch or cursor: drop everything cached and acquire again. */
  | { readonly kind: 'moved' }
  /** Nothing was written: decide again with these repeats known. */
  | (AskedTime & { readonly kind: 'repeats'; readonly repeats: readonly Repeat[] });

/** Up to this many teams a hunt is loaded as a whole. */
export const WHOLE_HUNT_TEAMS = 5_000;

export interface StateQuery {
  readonly partition: number;
  /** Loaded with all their teams, unless these are too many. */
  readonly hunts: readonly string[];
  readonly teams: readonly { readonly hunt: string; readonly team: string }[];
  /** Names of directories: players that ask to join, codes of teams. */
  readonly players: readonly { readonly hunt: string; readonly player: string }[];
  /** Replayed events whose identities may be parked. */
  readonly replays: readonly { readonly hunt: string; readonly identity: string }[];
}

export interface LoadedState {
  /** In the order asked for; undefined where nothing was committed yet. */
  readonly hunts: readonly (HuntState | undefined)[];
  /** All teams of each hunt; undefined where there are more than `WHOLE_HUNT_TEAMS`. */
  readonly wholes: readonly (readonly TeamState[] | undefined)[];
  readonly teams: readonly (TeamState | undefined)[];
  /** What recommendations of each hunt are made of; trails only of hunts loaded whole. */
  readonly memories: readonly (HuntMemory | undefined)[];
  /** Of the teams asked for. */
  readonly trails: readonly (Trail | undefined)[];
  /** What checks of quality remember of the teams of each hunt; only of hunts loaded whole. */
  readonly watches: readonly (ReadonlyMap<string, TeamWatch> | undefined)[];
  /** Of the teams asked for. */
  readonly teamWatches: readonly (TeamWatch | undefined)[];
  /** Where each name leads. */
  readonly players: readonly (string | undefined)[];
  /**
   * Whether each replayed identity is parked: it lies in quarantine and was never accepted. Only
   * the holder of the lease takes an identity out, so what is parked here stays so until its
   * commit.
   */
  readonly parked: readonly boolean[];
}

export interface StateStore {
  /** `taken` while another token's lease runs; taking one's own again renews it. */
  acquire(lease: Lease): Promise<Held | { readonly kind: 'taken' }>;
  load(query: StateQuery): Promise<LoadedState>;
  commit(commit: Commit): Promise<CommitReply>;
  /**
   * Gives the lease up. `when-idle` refuses while entries stand after the cursor (`behind`);
   * `with-backlog` does not: the caller wakes another worker. `lost`: another one holds it.
   */
  release(lease: Lease, how: 'when-idle' | 'with-backlog'): Promise<'released' | 'behind' | 'lost'>;
}
