/**
 * Which of several shapes a block of keys was meant to have: the one that asks for the fewest other
 * keys. A key that is nearly one that is missing is one mistake, not two.
 */
import { closest } from '../rules/closest.js';
import type { Issue } from './schemaFaults.js';

export interface Branch {
  /** What this shape finds wrong. */
  readonly issues: readonly Issue[];
  /** Keys of the block that it does not know, that it misses, and that it keeps. */
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
  readonly kept: readonly string[];
}

type Block = Readonly<Record<string, unknown>>;

export function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined where no shape stands out: nothing of any is there, or several are as near. */
export function meantBranch(
  branches: readonly (readonly Issue[])[],
  here: Block,
): Branch | undefined {
  const ranked = branches
    .flatMap((issues) => branchOf(issues, here) ?? [])
    .map((branch) => ({ branch, distance: distanceOf(branch) }))
    .sort((one, other) => one.distance - other.distance);
  const [first, second] = ranked;
  if (first === undefined) return undefined;
  const { branch, distance } = first;
  if (distance === 0) return branch;
  const isAny = branch.kept.length > 0 || distance < branch.unknown.length + branch.missing.length;
  // Two whole shapes in one: either is as good to tell that the other can't stand beside it.
  const isWhole = branch.missing.length === 0 && branch.kept.length > 0;
  return isAny && (isWhole || distance < (second?.distance ?? Infinity)) ? branch : undefined;
}

/** Whether these may be all keys of the shape behind a branch. */
export function isShapeOf({ unknown, missing, kept }: Branch, keys: readonly string[]): boolean {
  const has = (key: string) => keys.includes(key);
  return kept.every(has) && missing.every(has) && !unknown.some(has);
}

/** Undefined for one that takes no block at all. */
function branchOf(issues: readonly Issue[], here: Block): Branch | undefined {
  if (issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0)) {
    return undefined;
  }
  const unknown = issues.flatMap((issue) => {
    return issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [];
  });
  const missing = issues.flatMap(({ path }) => {
    const [key] = path;
    return path.length === 1 && typeof key === 'string' && here[key] === undefined ? [key] : [];
  });
  const kept = Object.keys(here).filter((key) => !unknown.includes(key));
  return { issues, unknown, missing, kept };
}

const MISTYPED = 0.5;

function distanceOf({ unknown, missing }: Branch): number {
  const mistyped = unknown.filter((key) => closest(key, missing) !== undefined).length;
  return unknown.length + missing.length - mistyped * (2 - MISTYPED);
}
