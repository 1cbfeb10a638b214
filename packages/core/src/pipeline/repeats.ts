/** Rows of events whose identity came before, in the store or earlier in the chunk. */
import type { PlayLogged } from '../ports/loggedEvent.js';
import { isRemembered, isUnparked, type ResultRow } from './decision.js';
import { isControl } from './isControl.js';
import { checkedRow } from './playRow.js';
import { blankRow, type Chunk, type FirstSeen, type Placed, type Work } from './work.js';

/**
 * The row of an event whose identity came before, in the chunk or in the store. In a hunt that only
 * observes ids the same event goes on to what comes after them.
 */
export function repeatRow(work: Work, chunk: Chunk, placed: Placed): ResultRow | undefined {
  const { identity } = placed.event;
  const known = chunk.repeats.size === 0 ? undefined : chunk.repeats.get(placed.index);
  if (known !== undefined) {
    const first = { digest: known.firstDigest, position: known.firstPosition };
    work.firsts?.set(identity, first);
    return letPass(chunk, placed, first) ?? rowOfRepeat(placed, first, 'id');
  }
  const first = firstOf(work, identity);
  if (first === undefined) return undefined;
  return letPass(chunk, placed, first) ?? rowOfRepeat(placed, first, 'chunk');
}

/** What operators send again from quarantine counts once, whatever the hunt observes. */
function letPass(chunk: Chunk, placed: Placed, { digest }: FirstSeen): ResultRow | undefined {
  const { event, hunt, index, entry } = placed;
  const isObserved = hunt.rules?.quality.id === 'observe' || chunk.passed?.has(index) === true;
  if (!isObserved || event.digest !== digest || isControl(event)) return undefined;
  if (chunk.poisoned.has(index) || chunk.entries[entry]?.isReplay === true) return undefined;
  const row = checkedRow(placed as Placed<PlayLogged>, chunk.askHunt);
  return { ...row, observed: 'id', extras: { ...row.extras, passed: 'id' } };
}

/** What came first under an identity. One look-up tells it for nearly every event. */
function firstOf(work: Work, identity: string): FirstSeen | undefined {
  if (work.firsts !== undefined) return work.firsts.get(identity);
  const before = work.seen.size;
  work.seen.add(identity);
  if (work.seen.size > before) return undefined;
  work.firsts = firstsOf(work);
  return work.firsts.get(identity);
}

/** What the rows so far leave behind to be recognised, as the store will know it. */
export function firstsOf({ results }: Work): Map<string, FirstSeen> {
  const firsts = new Map<string, FirstSeen>();
  for (const row of results) {
    if (!isRemembered(row) && !isUnparked(row)) continue;
    const { event, position } = row;
    firsts.set(event.identity, { digest: event.digest, position });
  }
  return firsts;
}

function rowOfRepeat(placed: Placed, first: FirstSeen, rung: 'id' | 'chunk'): ResultRow {
  const outcome = placed.event.digest === first.digest ? 'duplicate' : 'conflict';
  return blankRow(placed, { outcome, firstPosition: first.position, rung });
}
