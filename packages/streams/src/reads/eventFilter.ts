/** Which of the decided events people ask for. */
import type { DedupRung, Outcome, ResultExtras, Verdict } from '@trove/contracts';
import type { OutBlob } from '../codec/outBlob.js';
import { rungOf } from '../decidedRows.js';

export interface EventFilter {
  readonly hunt?: string;
  readonly outcome?: Outcome;
  readonly verdict?: Verdict;
  /** Only events that did not meet this expectation. */
  readonly unmet?: string;
  /** Only duplicates that this rung has told, as they are counted. */
  readonly rung?: DedupRung;
  readonly limit: number;
}

/** What is looked at of the rows of one commit. */
export type RowsOfCommit = Pick<
  OutBlob,
  'firstPosition' | 'firstPositionOf' | 'outcomeOf' | 'extrasOf'
>;

/** Whether a row is asked for, its hunt aside: names are compared by number before. */
export function isWanted(rows: RowsOfCommit, index: number, filter: EventFilter): boolean {
  const { outcome, verdict } = rows.outcomeOf(index);
  if (filter.outcome !== undefined && outcome !== filter.outcome) return false;
  if (filter.verdict !== undefined && verdict !== filter.verdict) return false;
  if (filter.unmet !== undefined && !extrasOf(rows, index).unmet?.includes(filter.unmet)) {
    return false;
  }
  return filter.rung === undefined || rungOfDuplicate(rows, index) === filter.rung;
}

/** As they are counted: conflicts are not. */
function rungOfDuplicate(rows: RowsOfCommit, index: number): DedupRung | undefined {
  const { outcome } = rows.outcomeOf(index);
  if (outcome !== 'duplicate') return undefined;
  const first = rows.firstPositionOf(index);
  return rungOf({ outcome, first, extras: rows.extrasOf(index) }, rows.firstPosition);
}

function extrasOf(rows: RowsOfCommit, index: number): ResultExtras {
  const extras = rows.extrasOf(index);
  return extras === undefined ? {} : (JSON.parse(extras) as ResultExtras);
}
