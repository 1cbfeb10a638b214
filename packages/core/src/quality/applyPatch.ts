/** Applies a JSON Patch to an event, wholly or not at all. */
import type { JsonPatch } from '@trove/contracts';
import { applyPatch as applyOperations } from 'rfc6902';

export type Patched =
  | { readonly isGood: true; readonly value: unknown }
  | { readonly isGood: false; readonly says: string };

/** Leaves `original` as it is. Never throws on what the contract of patches lets through. */
export function applyPatch(original: unknown, patch: JsonPatch): Patched {
  const value: unknown = structuredClone(original);
  for (const [index, operation] of patch.entries()) {
    const failure = applyOne(value, operation);
    if (failure !== undefined) {
      return { isGood: false, says: `operation ${index + 1} of the patch: ${failure}` };
    }
  }
  return { isGood: true, value };
}

/** Why the operation failed. */
function applyOne(value: unknown, operation: JsonPatch[number]): string | undefined {
  try {
    const [failure] = applyOperations(value, [operation]);
    return failure?.message;
  } catch (error) {
    // A value nested deeper than the stack, or an original that is no object.
    return error instanceof Error ? error.message : String(error);
  }
}
