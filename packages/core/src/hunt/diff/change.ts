/** One difference of two hunts, and how its place is written. */

/** A field of a block, or the item of a list whose field `by` has this value. */
export type DiffStep = string | { readonly by: string; readonly is: string };

export interface HuntDifference {
  /** For people, as `clues[lighthouse].points`; empty for the whole. */
  readonly path: string;
  /** The same for programs. */
  readonly steps: readonly DiffStep[];
  /** `moved`: an item of a list stands elsewhere, and is changed by other changes if at all. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** Absent for what was added or moved. */
  readonly before?: unknown;
  /** Absent for what was removed or moved. */
  readonly after?: unknown;
  /** Of an added or moved item: the item it stands behind now; absent for the first. */
  readonly behind?: string;
}

export function printSteps(steps: readonly DiffStep[]): string {
  return steps
    .map((step, index) => {
      if (typeof step !== 'string') return `[${step.is}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
