'use server';
/** Repairs of many by a rule: shown without effect, started as a run, cancelled. */
import type { QuarantineExtent } from '@trove/contracts';
import type { RepairPreview } from '@trove/core';
import type { Foretold } from '@trove/repairs';
import { z } from 'zod';
import { command } from '../command';
import { db, logger } from '../connections';
import { contracts, core, database, repairs } from '../packages';
import { FilterQuery, filterOf } from '../reads/quarantineQueries';
import { repairDeps } from '../repairDeps';

const { REPAIR_LIMITS } = contracts;

const Question = z.object({
  filter: FilterQuery,
  condition: z.string().max(REPAIR_LIMITS.conditionChars),
  patch: z.string().max(REPAIR_LIMITS.patchChars),
  allowsClosed: z.boolean(),
});
export type RepairQuestion = z.input<typeof Question>;

const Order = Question.extend({
  rate: z.number().int().min(1).max(REPAIR_LIMITS.rate),
  extent: contracts.QuarantineExtent,
  confirmed: z.number().int().optional(),
});

export type PreviewAnswer =
  | {
      readonly isDone: true;
      readonly preview: RepairPreview;
      /** The first that would be sent, as they would be decided now, each by itself. */
      readonly foretold: readonly Foretold[];
      /** What was looked at: what came later is no part of it. */
      readonly extent: QuarantineExtent;
      readonly isCut: boolean;
    }
  | { readonly isDone: false; readonly says: string; readonly part?: 'condition' | 'patch' };

export interface StartAnswer {
  readonly isDone: boolean;
  readonly says: string;
}

const INCOMPLETE = 'A filter, a condition and a patch are needed, within their bounds.';

export const previewRepair = command({
  name: 'preview-repair',
  needs: 'operate',
  input: Question,
  wrongInput: INCOMPLETE,
  run: async ({ filter, condition, patch, allowsClosed }): Promise<PreviewAnswer> => {
    const reading = core.readRepairPlan(condition, patch);
    if (!reading.isGood) {
      const { says, part } = reading;
      return { isDone: false, says, ...(part === undefined ? {} : { part }) };
    }
    const { preview, first, extent, isCut } = await repairs.previewRepair(repairDeps(), {
      ...{ filter: filterOf(filter), plan: reading.plan, allowsClosed },
    });
    const foretold = await repairs.foretellFirst(repairDeps(), first);
    return { isDone: true, preview, foretold, extent, isCut };
  },
});

export const startRepair = command({
  name: 'start-repair',
  needs: 'operate',
  input: Order,
  wrongInput: `${INCOMPLETE} The rate is 1 to ${REPAIR_LIMITS.rate} events a second.`,
  run: async (order, { viewer, note }): Promise<StartAnswer> => {
    const filter = filterOf(order.filter);
    const by = viewer.email;
    const reply = await repairs.startRepair(repairDeps(), { ...order, filter, by });
    const isDone = reply.is === 'started';
    if (isDone) {
      const { condition, patch, rate } = order;
      logger().info({ run: reply.run, by: viewer.id }, 'a repair is started');
      note({ subject: `repair:${reply.run}`, after: { filter, condition, patch, rate } });
    }
    return { isDone, says: repairs.wordsOfStart(reply) };
  },
});

export const cancelRun = command({
  name: 'cancel-repair',
  needs: 'operate',
  input: z.uuid(),
  wrongInput: 'There is no such run.',
  run: async (run, { viewer, note }): Promise<StartAnswer> => {
    const store = database.repairStore(db());
    const isDone = await store.end(run, 'cancelled', `by ${viewer.email}`);
    if (!isDone) return { isDone, says: 'The run has ended already.' };
    logger().info({ run, by: viewer.id }, 'a repair is cancelled');
    note({ subject: `repair:${run}`, after: { state: 'cancelled' } });
    return { isDone, says: 'Cancelled: what was not replayed stays in quarantine.' };
  },
});
