/** What the quarantine routes answer. */
import type {
  JsonSchema,
  QuarantineCause,
  QuarantineEntry,
  QuarantineExtent,
  RepairRun,
} from '@trove/contracts';

export interface QuarantineGroupView extends QuarantineCause {
  readonly count: number;
  /** Of these, sent again by somebody. */
  readonly replayed: number;
  /** What was found in one of them. */
  readonly example: string;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Refusals in each of the last 24 hours, oldest first. */
  readonly recent: readonly number[];
  /** What the code means, in one sentence. */
  readonly means: string;
}

export interface GroupsAnswer {
  /** `redis`: PostgreSQL is away, and these are the newest only. */
  readonly from: 'postgres' | 'redis';
  readonly groups: readonly QuarantineGroupView[];
  /** What was counted. */
  readonly extent: QuarantineExtent;
}

export interface FacetsAnswer {
  /** How many entries of the filter have a value, the most frequent of each facet first. */
  readonly facets: readonly {
    readonly facet: 'code' | 'hunt' | 'type' | 'version';
    readonly value: string;
    readonly count: number;
  }[];
}

export interface RunsAnswer {
  /** Those that run, then the others; the newest first. */
  readonly runs: readonly RepairRun[];
}

export interface EntriesAnswer {
  readonly from: 'postgres' | 'redis';
  /** Newest first. */
  readonly entries: readonly QuarantineEntry[];
  readonly isCut: boolean;
}

export interface ContractAnswer {
  readonly type: string;
  /** Undefined when no contract is known by this name. */
  readonly schema?: JsonSchema;
  /** Types that have one. */
  readonly known: readonly string[];
}
