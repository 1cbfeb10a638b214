/**
 * Publications in a record that count for what was played before them: there the hunt's state was
 * put in place as that version had recomputed it, and whoever folds the record does the same.
 */
import { CONTROL_DATA, type RecordedEvent } from '@trove/contracts';
import { REPUBLICATION_HABITS, RecordFold } from '@trove/core/backtest';
import { readRecord } from './readRecord.js';
import type { RecordSources } from './recordSources.js';
import type { VersionRules } from './versionRules.js';

/** A part of a record of one hunt, and the publication it begins with where it is such a one. */
export interface RecordStretch {
  readonly publication: RecordedEvent | undefined;
  readonly events: readonly RecordedEvent[];
}

/** Events of one hunt, cut where what was played before counts by another version. */
export function byRepublication(events: readonly RecordedEvent[]): readonly RecordStretch[] {
  const cuts = events.flatMap((event, at) => (isRepublication(event) ? [at] : []));
  const [first = events.length] = cuts;
  const before = { publication: undefined, events: events.slice(0, first) };
  const others = cuts.map((at, i) => {
    return { publication: events[at], events: events.slice(at, cuts[i + 1]) };
  });
  return first === 0 ? others : [before, ...others];
}

/** True for one that was done: a refused one has changed nothing, and a repeat is none. */
function isRepublication({ type, outcome, verdict, data }: RecordedEvent): boolean {
  if (type !== 'hunt.published.v1' || outcome !== 'accepted' || verdict !== 'noted') return false;
  return data !== undefined && publicationOf(data).retroactive !== undefined;
}

function publicationOf(data: string) {
  return CONTROL_DATA['hunt.published.v1'].parse(JSON.parse(data));
}

export interface Recomputing {
  readonly partition: number;
  readonly publication: RecordedEvent;
  readonly versions: VersionRules;
}

/**
 * All that was recorded of a hunt before a publication, folded by its version.
 * @param rest called after each part; may wait, and throws to stop
 */
export async function recomputeUntil(
  sources: RecordSources,
  { partition, publication, versions }: Recomputing,
  rest: () => Promise<void>,
): Promise<RecordFold> {
  const { hunt, position, data = '' } = publication;
  const rules = await versions.load(publicationOf(data).version);
  const fold = new RecordFold(hunt, () => rules, { habits: REPUBLICATION_HABITS });
  const ask = { partition, hunt, from: 0, before: position };
  for await (const { events, missing } of readRecord(sources, ask)) {
    if (missing > 0) fold.lack();
    fold.add(events);
    await rest();
  }
  if (fold.lost > 0) fold.lack();
  return fold;
}
