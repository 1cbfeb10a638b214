/** A repair rule made ready: its condition compiled, its patch read. */
import { JsonPatch, REPAIR_LIMITS } from '@trove/contracts';
import { repairCondition } from './repairCondition.js';

export interface RepairPlan {
  readonly patch: JsonPatch;
  /** Of the event as it was sent. Never throws. */
  matches(event: unknown): boolean;
}

export type PlanReading =
  | { readonly isGood: true; readonly plan: RepairPlan }
  | { readonly isGood: false; readonly part: 'condition' | 'patch'; readonly says: string };

/** Reads both texts of a repair as somebody typed them. Never throws. */
export function readRepairPlan(condition: string, patch: string): PlanReading {
  const compiled = repairCondition(condition);
  if (!compiled.isGood) return { isGood: false, part: 'condition', says: compiled.says };
  if (patch.length > REPAIR_LIMITS.patchChars) {
    const says = `A patch has at most ${REPAIR_LIMITS.patchChars} characters.`;
    return { isGood: false, part: 'patch', says };
  }
  const read = JsonPatch.safeParse(parse(patch));
  if (!read.success) return { isGood: false, part: 'patch', says: wordsOf(read.error) };
  return { isGood: true, plan: { patch: read.data, matches: compiled.matches } };
}

function wordsOf({ issues: [issue] }: { issues: { path: PropertyKey[]; message: string }[] }) {
  const at = issue?.path.length ? `at ${issue.path.join('.')}: ` : '';
  return `No JSON Patch: ${at}${issue?.message ?? 'a list of operations is expected'}.`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
