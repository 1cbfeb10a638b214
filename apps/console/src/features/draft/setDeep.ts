/** Sets a field that may lie in objects not there yet, and leaves no empty object behind. */
import type { DraftPatch } from '@trove/contracts';
import { pointerOf, setField } from './pathOf';
import type { Steps } from './useSet';

/** @param value undefined takes the field out, with every object that only it was in */
export function setDeep(root: unknown, steps: Steps, value: unknown): DraftPatch {
  const chain = chainOf(root, steps);
  const before = chain[steps.length];
  if (value === undefined) {
    return before === undefined ? [] : [{ op: 'remove', path: pointerOf(...pruned(chain, steps)) }];
  }
  if (JSON.stringify(before) === JSON.stringify(value)) return [];
  // The deepest object that is there takes the rest of the way with it.
  let depth = steps.length - 1;
  while (depth > 0 && !isHolder(chain[depth])) depth -= 1;
  const wrapped = steps.slice(depth + 1).reduceRight<unknown>(wrap, value);
  return [setField(steps.slice(0, depth + 1), chain[depth + 1], wrapped)];
}

/** The values on the way: the root, then what stands under each step. */
function chainOf(root: unknown, steps: Steps): readonly unknown[] {
  const chain = [root];
  for (const step of steps) {
    const holder = chain.at(-1);
    chain.push(isHolder(holder) ? (holder as Record<string, unknown>)[step] : undefined);
  }
  return chain;
}

function pruned(chain: readonly unknown[], steps: Steps): Steps {
  let depth = steps.length;
  while (depth > 1 && isAlone(chain[depth - 1]) && typeof steps[depth - 2] === 'string') depth -= 1;
  return steps.slice(0, depth);
}

function isAlone(holder: unknown): boolean {
  return isHolder(holder) && !Array.isArray(holder) && Object.keys(holder).length === 1;
}

function wrap(inner: unknown, step: string | number): unknown {
  return typeof step === 'number' ? [inner] : { [step]: inner };
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
