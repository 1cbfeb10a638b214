/**
 * Changes that were made on one state of a draft, carried over to another: only where all that
 * they touch is the same in both, so that nobody's work is overwritten unseen.
 */
import type { DraftPatch } from '@trove/contracts';
import { isEqual } from './isEqual';
import { applyTo } from './patched';

export interface CarryOver {
  readonly patch: DraftPatch;
  /** What the changes were made on. */
  readonly from: unknown;
  readonly onto: unknown;
  /** Fields are set whatever somebody else has made of them: the writer has seen it and says so. */
  readonly isInsisted?: boolean;
}

type Operation = DraftPatch[number];
type Holder = Readonly<Record<string, unknown>>;

/** What an operation finds at its path: the value that holds the last step, in both states. */
interface Meeting {
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly step: string;
  /** An entry on the way has no id to know it by, or another stands there: lists are compared. */
  readonly isLost: boolean;
}

/** Undefined when something they touch is not as it was, or they do not fit. */
export function carryOver({ patch, from, onto, isInsisted = false }: CarryOver): unknown {
  const mine: unknown = structuredClone(from);
  const theirs: unknown = structuredClone(onto);
  for (const operation of patch) {
    const { path } = operation;
    const places = operation.op === 'move' ? [operation.from, path] : [path];
    const isSame = places.every((place) => {
      const meeting = meet(place, mine, theirs);
      return isUntouched(operation, meeting) || (isInsisted && isField(meeting));
    });
    // Each step of the patch is applied to both, so that the next one is compared where it is made.
    if (!isSame || !applyTo(mine, [operation]) || !applyTo(theirs, [operation])) return undefined;
  }
  return theirs;
}

function meet(path: string, from: unknown, onto: unknown): Meeting {
  const steps = path.split('/').slice(1).map(unescaped);
  const step = steps.pop() ?? '';
  let [mine, theirs] = [from, onto];
  for (const next of steps) {
    const entries = [entryOf(mine, next), entryOf(theirs, next)] as const;
    const isLost = Array.isArray(mine) && !isSameEntry(...entries);
    if (isLost) return { mine, theirs, step: next, isLost };
    [mine, theirs] = entries;
  }
  return { mine, theirs, step, isLost: false };
}

function isUntouched(operation: Operation, { mine, theirs, step, isLost }: Meeting): boolean {
  if (isLost) return isEqual(mine, theirs);
  if (!isHolder(mine) || !isHolder(theirs)) return false;
  const isThere = isEqual(mine[step], theirs[step]);
  if (!Array.isArray(mine)) {
    return isThere || ('value' in operation && isEqual(theirs[step], operation.value));
  }
  const id = operation.op === 'add' ? idOf(operation.value) : undefined;
  const isNew = !hasId(theirs, id) || hasId(mine, id);
  if (step === '-') return Array.isArray(theirs) && isNew;
  // What is moved may have been changed: it takes its changes with it.
  const isKept = operation.op === 'add' || operation.op === 'move' || isThere;
  return isNew && isKept && isEqual(orderOf(mine), orderOf(theirs));
}

function isField({ mine, theirs, isLost }: Meeting): boolean {
  return !isLost && [mine, theirs].every((holder) => isHolder(holder) && !Array.isArray(holder));
}

/** Entries with ids are known by them, wherever their other fields have gone. */
function orderOf(list: readonly unknown[] | Holder): unknown {
  if (!Array.isArray(list)) return list;
  const ids = list.map(idOf);
  return ids.includes(undefined) ? list : ids;
}

function isSameEntry(one: unknown, other: unknown): boolean {
  return idOf(one) !== undefined && idOf(one) === idOf(other);
}

function hasId(list: unknown, id: string | undefined): boolean {
  return id !== undefined && Array.isArray(list) && list.some((entry) => idOf(entry) === id);
}

function idOf(entry: unknown): string | undefined {
  const id = entryOf(entry, 'id');
  return typeof id === 'string' ? id : undefined;
}

function entryOf(holder: unknown, step: string): unknown {
  return isHolder(holder) ? holder[step] : undefined;
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
