/**
 * A hunt definition as one text, the same for the same hunt: what is hashed, stored and sent.
 * Comments, key order and defaults written out make no difference to it.
 */
import type { HuntDefinition } from '@trove/contracts';

/** JSON with keys sorted by code unit at every level, no white space, absent keys left out. */
export function canonicalHunt(definition: HuntDefinition): string {
  return canonicalJson(definition);
}

/** Any plain value in the same form. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
