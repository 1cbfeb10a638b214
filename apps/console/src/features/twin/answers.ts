/** What the twin's route answers. */
import type { BoardRow, Outcome, TwinHunt, TwinRun, TwinSetting } from '@trove/contracts';

/** One hunt as both sides have it. */
export interface BothSides {
  readonly title: string;
  readonly twin: TwinHunt;
  readonly live: {
    /** Of the hunt's partition, as the board was read. */
    readonly position: number;
    readonly board: readonly BoardRow[];
    readonly points: Readonly<Record<string, number>>;
    /** Of the whole partition. */
    readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  };
  /** Events by outcome of all hunts of the partition, as the twin has them. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
}

export interface TwinAnswer {
  readonly setting: TwinSetting;
  /** The newest first. */
  readonly runs: readonly TwinRun[];
  /** Undefined while the twin has no hunt that was asked for. */
  readonly both: BothSides | undefined;
  /** This console's clock as it answered, ms. */
  readonly nowMs: number;
}
