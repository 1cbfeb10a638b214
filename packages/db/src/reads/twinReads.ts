/** What screens and alarms ask of the batch twin and the nightly proof. */
import {
  FigureDifference,
  ReconciledHunt,
  type Reconciliation,
  TWIN_LIMITS,
  TwinBoard,
  type TwinHunt,
  TwinOutcomes,
  TwinPoints,
  TwinQuestion,
  type TwinRun,
  type TwinSetting,
} from '@trove/contracts';
import type { Db } from '../createDb.js';
import type {
  TwinHunt as HuntRow,
  Reconciliation as ProofRow,
  TwinRun as RunRow,
} from '../generated/client.js';

export interface TwinReads {
  /** What was set last; off while nobody has set anything. */
  setting(): Promise<TwinSetting>;
  /** The newest first. */
  runs(limit?: number): Promise<TwinRun[]>;
  /** By name. */
  hunts(): Promise<TwinHunt[]>;
  reconciliations(limit: number): Promise<Reconciliation[]>;
}

/** A minute: often enough to be seen, and little beside play. */
const UNSET: TwinSetting = { isOn: false, everyS: 60 };

export function twinReads({ prisma }: Db): TwinReads {
  const newest = { orderBy: { at: 'desc' } } as const;
  return {
    async setting() {
      const row = await prisma.twinSetting.findFirst();
      return row === null ? UNSET : { isOn: row.isOn, everyS: row.everyS };
    },
    async runs(limit = TWIN_LIMITS.shownRuns) {
      const take = Math.min(limit, TWIN_LIMITS.keptRuns);
      return (await prisma.twinRun.findMany({ ...newest, take })).map(toRun);
    },
    async hunts() {
      const take = TWIN_LIMITS.hunts;
      return (await prisma.twinHunt.findMany({ orderBy: { hunt: 'asc' }, take })).map(toHunt);
    },
    async reconciliations(limit) {
      const take = Math.min(limit, TWIN_LIMITS.keptProofs);
      return (await prisma.reconciliation.findMany({ ...newest, take })).map(toProof);
    },
  };
}

function toRun({ at, questions, says, ...run }: RunRow): TwinRun {
  const asked = TwinQuestion.array().parse(questions);
  return { ...run, at: at.getTime(), questions: asked, says: says ?? undefined };
}

function toHunt(row: HuntRow): TwinHunt {
  return {
    hunt: row.hunt,
    partition: row.partition,
    epoch: Number(row.epoch),
    position: Number(row.position),
    events: Number(row.events),
    isWhole: row.isWhole,
    board: TwinBoard.parse(row.board),
    points: TwinPoints.parse(row.points),
    outcomes: TwinOutcomes.parse(row.outcomes),
    divergence: row.divergence,
    differences: FigureDifference.array().parse(row.differences),
    at: row.at.getTime(),
  };
}

function toProof({ at, events, says, details, ...proof }: ProofRow): Reconciliation {
  return {
    ...proof,
    at: at.getTime(),
    events: Number(events),
    says: says ?? undefined,
    details: ReconciledHunt.array().parse(details),
  };
}
