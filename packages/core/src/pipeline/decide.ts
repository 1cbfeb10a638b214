/**
 * The fold of the log: entries and state in, effects out. Pure and without exceptions for
 * anything an event can contain, so that the same log gives the same board on every machine and
 * after every crash.
 */
import type { LogEntry } from '../ports/loggedEvent.js';
import type { Decision } from './decision.js';
import { huntChanges } from './huntChanges.js';
import { repeatRow } from './repeats.js';
import { firstRow, lateRow, replayedRow } from './rows.js';
import { type Chunk, huntDraft, raiseFloor, type StateView, type Work } from './work.js';

export function decide(chunk: Chunk, view: StateView): Decision {
  const work: Work = {
    view,
    results: [],
    hunts: new Map(),
    players: new Map(),
  };
  try {
    decideRows(chunk, work);
  } catch (error) {
    throw new UndecidableError(work.results.length, error);
  }
  const { results } = work;
  const drafts = [...work.hunts.values()];
  return {
    entries: chunk.entries.map(({ id, door, appendedAtUs, events, traces }) => {
      const head = { id, door, appendedAtUs, count: events.length };
      return traces === undefined ? head : { ...head, traces };
    }),
    results,
    hunts: huntChanges(drafts),
    teams: drafts.flatMap((draft) => draft.changedTeams()),
    players: [...work.players.values()],
  };
}

function decideRows(chunk: Chunk, work: Work): void {
  const { results } = work;
  for (let entry = 0; entry < chunk.entries.length; entry += 1) {
    const { events, appendedAtUs, isReplay } = chunk.entries[entry] as LogEntry;
    const appliedMs = Math.floor(appendedAtUs / 1000);
    for (const event of events) {
      const index = results.length;
      const hunt = huntDraft(work, event.hunt);
      raiseFloor(hunt, appliedMs);
      const position = chunk.positions?.[index] ?? chunk.decided + index;
      const placed = { event, hunt, entry, index, position, appliedMs };
      results.push(
        (isReplay ? replayedRow(work, chunk, placed) : undefined) ??
          lateRow(placed) ??
          repeatRow(work, chunk, placed) ??
          firstRow(work, chunk, placed),
      );
    }
  }
}

/** A bug, and the event it was met at. */
export class UndecidableError extends Error {
  /** @param index of the event in its chunk */
  constructor(
    readonly index: number,
    cause: unknown,
  ) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`event ${index} of its chunk can't be decided: ${why}`, { cause });
    this.name = 'UndecidableError';
  }
}
