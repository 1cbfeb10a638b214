/**
 * Rows of `out` joined with what the log holds of them. Millions are read one after the other, so
 * each event is one object, made at once.
 */
import type {
  DecidedEvent,
  DedupRung,
  Outcome,
  RecordedEvent,
  ResultExtras,
} from '@trove/contracts';
import { EntryView } from './codec/entryView.js';
import type { OutBlob } from './codec/outBlob.js';
import type { DeliveryIndex } from './reads/deliveryReads.js';

/** What was decided of a damaged entry is not lost with it: here it only lacks its data. */
export function viewOrNothing(blob: Buffer): EntryView | undefined {
  try {
    return new EntryView(blob);
  } catch {
    return undefined;
  }
}

/** What is known of a row beside its commit. */
export interface BesideRow {
  /** Of its log entry; undefined where that is gone or damaged. */
  readonly view: EntryView | undefined;
  /** Absent where nobody asks when it was pushed. */
  readonly delivered?: DeliveryIndex;
  /** Of the commit, where `delivered` is given. */
  readonly offset?: number;
}

/** One row with what its log entry and the doors' notes say of it. */
export function decidedEventOf(blob: OutBlob, index: number, beside: BesideRow): DecidedEvent {
  const { view, delivered, offset = 0 } = beside;
  const row = blob.row(index);
  const stored = view === undefined ? undefined : storedOf(view, row.logIndex);
  const { epoch, firstPosition } = blob;
  const position = firstPosition + index;
  const extras = blob.extrasOf(index);
  const delivery = delivered?.of({ epoch, firstPosition, offset, position }, row);
  return {
    eventId: row.id,
    hunt: row.hunt,
    source: row.source,
    type: row.type,
    player: row.player,
    team: row.team,
    timeMs: row.timeMs,
    sentAtMs: stored?.sentAtMs,
    receivedAtUs: row.receivedAtUs,
    data: stored?.data,
    outcome: row.outcome,
    verdict: row.verdict,
    clue: row.clue,
    points: row.points,
    score: row.score,
    version: row.version,
    rules: row.rules,
    asked: blob.askedOf(index),
    extras,
    device: stored?.device,
    firstPosition: row.firstPosition,
    rung: rungOf({ outcome: row.outcome, first: row.firstPosition, extras }, firstPosition),
    pushedAtUs: delivery?.pushedAtUs,
    acknowledgedAtUs: delivery?.acknowledgedAtUs,
  };
}

/** The same with only what folding it again takes. */
export function recordedEventOf(
  blob: OutBlob,
  index: number,
  { view, appliedAtUs }: Pick<BesideRow, 'view'> & { readonly appliedAtUs: number },
): RecordedEvent {
  const row = blob.row(index);
  const stored = view === undefined ? undefined : storedOf(view, row.logIndex);
  return {
    eventId: row.id,
    hunt: row.hunt,
    source: row.source,
    type: row.type,
    player: row.player,
    team: row.team,
    timeMs: row.timeMs,
    sentAtMs: stored?.sentAtMs,
    receivedAtUs: row.receivedAtUs,
    data: stored?.data,
    outcome: row.outcome,
    verdict: row.verdict,
    clue: row.clue,
    points: row.points,
    version: row.version,
    extras: blob.extrasOf(index),
    device: stored?.device,
    position: blob.firstPosition + index,
    appliedAtUs,
  };
}

function storedOf(view: EntryView, index: number) {
  try {
    const { sentAtMs } = view.packet(index);
    const device = view.sequence(index)?.device;
    return { data: JSON.stringify(view.data(index)), sentAtMs, device };
  } catch {
    return undefined;
  }
}

/** What is known of a repeat. */
export interface Repeated {
  readonly outcome: Outcome;
  /** Position of the first. */
  readonly first: number;
  /** JSON text of its `ResultExtras`. */
  readonly extras: string | undefined;
}

/**
 * Beside a duplicate under an id of its own stands what has told it. Of others `out` does not keep
 * the rung, but where the first stands tells it: a repeat of an event of the same commit was found
 * inside the chunk, any other among the remembered ids.
 */
export function rungOf(
  { outcome, first, extras }: Repeated,
  chunkStart: number,
): DedupRung | undefined {
  if (outcome !== 'duplicate' && outcome !== 'conflict') return undefined;
  const { rung } = extras === undefined ? {} : (JSON.parse(extras) as ResultExtras);
  return rung ?? (first >= chunkStart ? 'chunk' : 'id');
}
