/** What a simulated run leaves to look at. */
import type { LogEntry, ResultRow } from '@trove/core';
import type { PartitionCells } from '@trove/testkit';
import type { SimClient } from './simClient.js';
import type { SimDoor } from './simDoor.js';

/** One commit as consumers of results saw it. */
export interface SeenCommit {
  readonly epoch: number;
  readonly decided: number;
  readonly results: readonly ResultRow[];
}

export interface Run {
  readonly seed: number;
  readonly commits: readonly SeenCommit[];
  readonly cells: PartitionCells;
  readonly log: readonly LogEntry[];
  readonly clients: readonly SimClient[];
  readonly doors: readonly SimDoor[];
  /** Identities that were in the log when the server lost its end. */
  readonly lost: ReadonlySet<string>;
  /** Identities that doors have tried to park. */
  readonly parked: ReadonlySet<string>;
  readonly workers: number;
  readonly isDrained: boolean;
}
