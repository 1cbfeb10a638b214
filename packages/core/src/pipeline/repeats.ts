/**
 * Rows of events whose identity came before in their hunt, in the store or earlier in the chunk. An
 * identity is a hunt's own: the store remembers it so, and what a chunk tells must not differ.
 */
import type { FirstSeen, HuntDraft } from '../game/huntDraft.js';
import type { PlayLogged } from '../ports/loggedEvent.js';
import { isRemembered, isUnparked, type ResultRow } from './decision.js';
import { isControl } from './isControl.js';
import { checkedRow } from './playRow.js';
import { blankRow, type Chunk, type Placed, type Work } from './work.js';

/**
 * The row of an event whose identity came before, in the chunk or in the store. In a hunt that only
 * observes ids the same event goes on to what comes after them.
 */
export function repeatRow(work: Work, chunk: Chunk, placed: Placed): ResultRow | undefined {
  const { hunt, event } = placed;
  const { identity } = event;
  const known = chunk.repeats.size === 0 ? undefined : chunk.repeats.get(placed.index);
  if (known !== undefined) {
    const first = { digest: known.firstDigest, position: known.firstPosition };
    firstsOf(work, hunt).set(identity, first);
    return letPass(chunk, placed, first) ?? rowOfRepeat(placed, first, 'id');
  }
  const first = firstOf(work, hunt, identity);
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
function firstOf(work: Work, hunt: HuntDraft, identity: string): FirstSeen | undefined {
  if (hunt.firstSeen !== undefined) return hunt.firstSeen.get(identity);
  const before = hunt.seenIds.size;
  hunt.seenIds.add(identity);
  return hunt.seenIds.size > before ? undefined : firstsOf(work, hunt).get(identity);
}

/** What the rows of a hunt so far leave behind to be recognised, as the store will know it. */
export function firstsOf({ results }: Work, hunt: HuntDraft): Map<string, FirstSeen> {
  if (hunt.firstSeen !== undefined) return hunt.firstSeen;
  const firsts = new Map<string, FirstSeen>();
  for (const row of results) {
    const { event, position } = row;
    if (event.hunt !== hunt.slug || !(isRemembered(row) || isUnparked(row))) continue;
    firsts.set(event.identity, { digest: event.digest, position });
  }
  hunt.firstSeen = firsts;
  return firsts;
}

function rowOfRepeat(placed: Placed, first: FirstSeen, rung: 'id' | 'chunk'): ResultRow {
  const outcome = placed.event.digest === first.digest ? 'duplicate' : 'conflict';
  return blankRow(placed, { outcome, firstPosition: first.position, rung });
}
