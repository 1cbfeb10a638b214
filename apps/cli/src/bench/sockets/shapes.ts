/** What travels between the bench and the process that holds its sockets. */
import type { Quantiles, SourceToken } from '../shapes.js';

export interface SocketsTask {
  readonly url: string;
  readonly hunt: string;
  /** Who makes boards move and asks for results. */
  readonly source: SourceToken;
  readonly players: readonly SourceToken[];
  /** Changes of the board, and single events, that are measured. */
  readonly changes: number;
  readonly results: number;
}

/** `held` waits for any answer, twice: the bench looks at the door's memory meanwhile. */
export type SocketsMessage =
  | { readonly phase: 'held' }
  | { readonly phase: 'done'; readonly result: SocketsResult }
  | { readonly phase: 'failed'; readonly error: string };

export interface SocketsResult {
  /** From the first player who has a board to each, and from the first to the last. */
  readonly fanOut: { readonly each: Quantiles; readonly last: Quantiles };
  /** From sending a single event to its result, with all sockets open. */
  readonly result: Quantiles;
}

export interface SocketsReport extends SocketsResult {
  readonly connections: number;
  /** What the door's live memory grew by, for each of all but the first. */
  readonly kbPerConnection: number;
  readonly doorMb: number;
}
