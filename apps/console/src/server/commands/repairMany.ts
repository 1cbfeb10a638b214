'use server';
/** Repairs of many by a rule: shown without effect, started as a run, cancelled. */
import type { RepairPreview } from '@trove/core';
import { z } from 'zod';
import { db, logger } from '../connections';
import { contracts, core, database, repairs } from '../packages';
import { FilterQuery, filterOf } from '../reads/quarantineQueries';
import { repairDeps } from '../repairDeps';
import { requireViewer } from '../viewer';

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
  untilMs: z.number().int().min(0),
  confirmed: z.number().int().optional(),
});
export type RepairOrder = z.input<typeof Order>;

export type PreviewAnswer =
  | {
      readonly isGood: true;
      readonly preview: RepairPreview;
      /** What came later is no part of what is shown, ms. */
      readonly untilMs: number;
      readonly isCut: boolean;
    }
  | { readonly isGood: false; readonly says: string; readonly part?: 'condition' | 'patch' };

export interface StartAnswer {
  readonly isDone: boolean;
  readonly says: string;
}

export async function previewRepair(input: RepairQuestion): Promise<PreviewAnswer> {
  await requireViewer();
  const question = Question.safeParse(input);
  if (!question.success) return { isGood: false, says: z.prettifyError(question.error) };
  const { filter, condition, patch, allowsClosed } = question.data;
  const reading = core.readRepairPlan(condition, patch);
  if (!reading.isGood) return reading;
  const untilMs = Date.now();
  const { preview, isCut } = await repairs.previewRepair(repairDeps(), {
    ...{ filter: filterOf(filter), plan: reading.plan, allowsClosed, untilMs },
  });
  return { isGood: true, preview, untilMs, isCut };
}

export async function startRepair(input: RepairOrder): Promise<StartAnswer> {
  const viewer = await requireViewer();
  const order = Order.safeParse(input);
  if (!order.success) return { isDone: false, says: z.prettifyError(order.error) };
  const filter = filterOf(order.data.filter);
  const reply = await repairs.startRepair(repairDeps(), {
    ...{ ...order.data, filter, by: viewer.email },
  });
  const isDone = reply.is === 'started';
  if (isDone) logger().info({ run: reply.run, by: viewer.id }, 'a repair is started');
  return { isDone, says: repairs.wordsOfStart(reply) };
}

export async function cancelRun(id: string): Promise<StartAnswer> {
  const viewer = await requireViewer();
  const run = z.uuid().safeParse(id);
  if (!run.success) return { isDone: false, says: 'There is no such run.' };
  const store = database.repairStore(db());
  const isDone = await store.end(run.data, 'cancelled', `by ${viewer.email}`);
  if (!isDone) return { isDone, says: 'The run has ended already.' };
  logger().info({ run: run.data, by: viewer.id }, 'a repair is cancelled');
  return { isDone, says: 'Cancelled: what was not replayed stays in quarantine.' };
}
