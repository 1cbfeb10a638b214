/** Rows of events that are the first of their identity: judged, noted, or why they do not count. */
import type { ControlLogged, PlayLogged } from '../ports/loggedEvent.js';
import { controlRow } from './controlRow.js';
import { isParked, isRemembered, isUnparked, type ResultRow } from './decision.js';
import { isControl } from './isControl.js';
import { checkedRow, playRow } from './playRow.js';
import { firstsOf } from './repeats.js';
import { blankRow, type Chunk, isFull, isLate, type Placed, type Work } from './work.js';

/**
 * The row of an event that comes back from quarantine. Being parked says that no commit has
 * accepted it, whatever its age; a replay that is not parked is judged as any event is.
 */
export function replayedRow(work: Work, chunk: Chunk, placed: Placed): ResultRow | undefined {
  const { event, hunt, index, position } = placed;
  if (isControl(event)) return undefined;
  if (!work.view.isParked(event.hunt, event.identity)) return undefined;
  const isCounted = work.results.some((row) => {
    const { identity, hunt: slug } = row.event;
    if (identity !== event.identity || slug !== event.hunt) return false;
    return !isParked(row) && isSettled(row);
  });
  if (isCounted || isFull(hunt)) return undefined;
  if (chunk.poisoned.has(index)) {
    return { ...blankRow(placed), outcome: 'quarantined', staysParked: true };
  }
  hunt.ids += 1;
  firstsOf(work, hunt).set(event.identity, { digest: event.digest, position });
  return playRow(placed as Placed<PlayLogged>, { isReplay: true });
}

/** Asked before repeats: the store may still know an id that the floor has passed. */
export function lateRow(placed: Placed): ResultRow | undefined {
  return isLate(placed.event, placed.hunt) ? blankRow(placed, { outcome: 'late' }) : undefined;
}

export function firstRow(work: Work, chunk: Chunk, placed: Placed): ResultRow {
  const { event, hunt, position } = placed;
  if (isFull(hunt)) return blankRow(placed, { outcome: 'rate_limited' });
  const row = decidedRow(work, chunk, placed);
  if (isRemembered(row)) {
    hunt.ids += 1;
    hunt.firstSeen?.set(event.identity, { digest: event.digest, position });
  }
  return row;
}

function decidedRow(work: Work, { poisoned, askHunt }: Chunk, placed: Placed): ResultRow {
  if (poisoned.size > 0 && poisoned.has(placed.index)) {
    return blankRow(placed, { outcome: 'quarantined' });
  }
  // A control event is known by its type, which the compiler does not follow into `placed`.
  return isControl(placed.event)
    ? controlRow(work, placed as Placed<ControlLogged>)
    : checkedRow(placed as Placed<PlayLogged>, askHunt);
}

/** Whether an event under a row's identity can't count any more. */
function isSettled(row: ResultRow): boolean {
  return isRemembered(row) || isUnparked(row);
}
