/**
 * Repairing many refused events by one rule: which of them, by what condition, changed how, and
 * how fast they are replayed.
 */
import { z } from 'zod';
import { HuntSlug } from './ids.js';
import { PATCH_OPERATIONS } from './jsonPatch.js';
import { QuarantineState } from './quarantine.js';
import { REPAIR_LIMITS } from './repairLimits.js';

/** JSON Patch, RFC 6902. */
export const JsonPatch = z
  .array(z.discriminatedUnion('op', PATCH_OPERATIONS))
  .max(REPAIR_LIMITS.operations)
  .refine((patch) => patch.filter(({ op }) => op === 'copy').length <= REPAIR_LIMITS.copies, {
    error: `at most ${REPAIR_LIMITS.copies} copies`,
  });
export type JsonPatch = z.infer<typeof JsonPatch>;

/** What is changed of the events for which the condition, in CEL over `event`, is true. */
export const RepairRule = z.strictObject({
  condition: z.string().min(1).max(REPAIR_LIMITS.conditionChars),
  patch: JsonPatch,
});
export type RepairRule = z.infer<typeof RepairRule>;

/** Which refused events; what is left out is no matter. */
export const QuarantineFilter = z.object({
  code: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  stage: z.enum(['door', 'decide']).optional(),
  type: z.string().max(128).optional(),
  path: z.string().max(2_000).optional(),
  hunt: HuntSlug.optional(),
  /** Of the hunt's rules when the event was refused; 0 where they were not known. */
  version: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
  state: QuarantineState.optional(),
  /** Refused from (inclusive) to (exclusive), ms; both or none. */
  fromMs: z.int().min(0).optional(),
  toMs: z.int().min(0).optional(),
});
export type QuarantineFilter = z.infer<typeof QuarantineFilter>;

export const RepairRunState = z.enum(['running', 'cancelled', 'done', 'failed']);
export type RepairRunState = z.infer<typeof RepairRunState>;

/** Events of a run by what became of them: outcomes, and `stays` for what was not replayed. */
export const RepairCounts = z.record(z.string(), z.int());
export type RepairCounts = z.infer<typeof RepairCounts>;

/** One repair of many, from its start on. */
export interface RepairRun {
  readonly id: string;
  readonly by: string;
  /** Milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number | undefined;
  readonly filter: QuarantineFilter;
  readonly rule: RepairRule;
  /** Events a second. */
  readonly rate: number;
  /** Whether events may go to hunts that are paused or ended, where they bring nothing. */
  readonly allowsClosed: boolean;
  readonly state: RepairRunState;
  /** Entries it has claimed. */
  readonly total: number;
  readonly counts: RepairCounts;
  /** Why it stopped before its end: who cancelled it, or what failed. */
  readonly says: string | undefined;
}
