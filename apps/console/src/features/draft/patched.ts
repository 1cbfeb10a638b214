/** A value with operations applied to it; the value itself stays as it is. */
import type { DraftPatch } from '@trove/contracts';
import { applyPatch } from 'rfc6902';

/** Undefined when an operation does not fit. */
export function patched(value: unknown, patch: DraftPatch): unknown {
  const copy: unknown = structuredClone(value);
  return applyTo(copy, patch) ? copy : undefined;
}

/** Applies operations to the value itself; false, with some of them applied, when one can’t be. */
export function applyTo(value: unknown, patch: DraftPatch): boolean {
  try {
    return applyPatch(value, patch).every((failure) => failure === null);
  } catch {
    return false;
  }
}
