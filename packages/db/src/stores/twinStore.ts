/** What the batch twin and the nightly proof leave for screens and alarms. */
import {
  type Reconciliation,
  TWIN_LIMITS,
  type TwinHunt,
  type TwinRun,
  type TwinSetting,
} from '@trove/contracts';
import type { Db } from '../createDb.js';
import { inTransaction } from '../inTransaction.js';
import { loadSql } from '../loadSql.js';

export interface TwinStore {
  /** Keeps a run with what changed in it, all or nothing. */
  put(run: TwinRun, hunts: readonly Omit<TwinHunt, 'at'>[]): Promise<void>;
  set(setting: TwinSetting, by: string): Promise<void>;
  putReconciliation(proof: Reconciliation): Promise<void>;
}

const SQL = {
  hunt: loadSql('putTwinHunt'),
  run: loadSql('putTwinRun'),
  proof: loadSql('putReconciliation'),
};

/** The only row of the settings. */
const SETTING = 1;

export function twinStore({ pool, prisma }: Db): TwinStore {
  return {
    put: (run, hunts) =>
      inTransaction(pool, async (client) => {
        await client.query(SQL.run, valuesOfRun(run));
        for (const hunt of hunts) await client.query(SQL.hunt, valuesOf(hunt, run.at));
      }),
    async set({ isOn, everyS }, by) {
      const row = { isOn, everyS, changedBy: by, changedAt: new Date() };
      const create = { id: SETTING, ...row };
      await prisma.twinSetting.upsert({ where: { id: SETTING }, create, update: row });
    },
    async putReconciliation({ at, tookMs, hunts, events, divergence, says, details }) {
      const { keptProofs, aheadMs } = TWIN_LIMITS;
      const text = JSON.stringify(details);
      const found = [at, tookMs, hunts, events, divergence, says ?? null, text];
      await pool.query(SQL.proof, [...found, keptProofs, aheadMs]);
    },
  };
}

/** The order of putTwinRun.sql's parameters. */
function valuesOfRun(run: TwinRun): unknown[] {
  const { at, everyS, tookMs, cpuMs, events, hunts, divergence } = run;
  const questions = JSON.stringify(run.questions);
  const figures = [at, everyS, tookMs, cpuMs, events, hunts, divergence];
  const { keptRuns, aheadMs } = TWIN_LIMITS;
  return [...figures, questions, run.says ?? null, keptRuns, aheadMs];
}

/** The order of putTwinHunt.sql's parameters. */
function valuesOf(hunt: Omit<TwinHunt, 'at'>, at: number): unknown[] {
  return [
    hunt.hunt,
    hunt.partition,
    hunt.epoch,
    hunt.position,
    hunt.events,
    hunt.isWhole,
    JSON.stringify(hunt.board),
    JSON.stringify(hunt.points),
    JSON.stringify(hunt.outcomes),
    hunt.divergence,
    JSON.stringify(hunt.differences),
    at,
    TWIN_LIMITS.aheadMs,
  ];
}
