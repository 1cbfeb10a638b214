/** What the quarantine routes answer. */
import type { QuarantineEntry } from '@trove/contracts';

export interface QuarantineGroupView {
  readonly code: QuarantineEntry['code'];
  readonly stage: QuarantineEntry['stage'];
  readonly count: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** What the code means, in one sentence. */
  readonly means: string;
}

export interface GroupsAnswer {
  /** `redis`: PostgreSQL is away, and these are the newest only. */
  readonly from: 'postgres' | 'redis';
  readonly groups: readonly QuarantineGroupView[];
}

export interface EntriesAnswer {
  readonly from: 'postgres' | 'redis';
  /** Newest first. */
  readonly entries: readonly QuarantineEntry[];
  readonly isCut: boolean;
}
