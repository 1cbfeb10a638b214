/**
 * Starts a repair of many: looked at once more as it is now, claimed for a run, and left to the
 * workers. It claims what was shown and nothing that came later.
 */
import { randomUUID } from 'node:crypto';
import type { QuarantineExtent, QuarantineFilter } from '@trove/contracts';
import { readRepairPlan } from '@trove/core';
import { isTransient, type RunHolder, repairStore } from '@trove/db';
import { previewRepair } from './previewRepair.js';
import type { RepairDeps } from './repairDeps.js';

export interface RepairOrder {
  readonly by: string;
  readonly filter: QuarantineFilter;
  readonly condition: string;
  /** JSON Patch as text. */
  readonly patch: string;
  /** Events a second. */
  readonly rate: number;
  readonly allowsClosed: boolean;
  /** What was shown; without it whatever is there now. */
  readonly extent?: QuarantineExtent | undefined;
  /** How many events it may touch when it matches every one of its filter. */
  readonly confirmed?: number | undefined;
}

export type StartReply =
  | {
      readonly is: 'started';
      readonly run: string;
      readonly claimed: number;
      readonly matched: number;
      /** Who holds the rest. */
      readonly holders: readonly RunHolder[];
    }
  | { readonly is: 'refused'; readonly part: 'condition' | 'patch'; readonly says: string }
  | { readonly is: 'nothing' }
  /** None of what matches could be sent: a run would only say so. */
  | { readonly is: 'unsendable'; readonly matched: number }
  /** It matches everything: somebody has to say that this is meant. */
  | { readonly is: 'unconfirmed'; readonly matched: number }
  | { readonly is: 'held'; readonly holders: readonly RunHolder[] }
  /** Somebody else is about to claim the same entries. */
  | { readonly is: 'busy' };

export async function startRepair(deps: RepairDeps, order: RepairOrder): Promise<StartReply> {
  const { by, filter, condition, rate, allowsClosed, extent } = order;
  const reading = readRepairPlan(condition, order.patch);
  if (!reading.isGood) return { is: 'refused', part: reading.part, says: reading.says };
  const { plan } = reading;
  const question = { filter, plan, allowsClosed, extent };
  const { preview, keys } = await previewRepair(deps, question);
  const matched = keys.length;
  if (matched === 0) return { is: 'nothing' };
  if (preview.sent + preview.held === 0) return { is: 'unsendable', matched };
  const isAll = matched > 1 && matched === preview.looked;
  if (isAll && order.confirmed !== matched) return { is: 'unconfirmed', matched };
  const rule = { condition, patch: plan.patch };
  const run = { id: randomUUID(), by, filter, rule, rate, allowsClosed, keys };
  try {
    const { claimed, holders } = await repairStore(deps.db).start(run);
    if (claimed === 0) return { is: 'held', holders };
    return { is: 'started', run: run.id, claimed, matched, holders };
  } catch (error) {
    // Two who start on the same entries wait for each other, but not for long.
    if (isTransient(error)) return { is: 'busy' };
    throw error;
  }
}
