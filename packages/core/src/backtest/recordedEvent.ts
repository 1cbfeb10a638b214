/**
 * An event as it was recorded, by the archive or by the log and its results, and which of the
 * recorded answers no rules could have made otherwise.
 */
import { CONTROL_DATA, type RecordedEvent } from '@trove/contracts';
import type { LoggedEvent } from '../ports/loggedEvent.js';

/**
 * True when the answer does not depend on the rules: a repeat by id or by its device's count, an
 * id or a count that can't be placed any more, an event that could not be decided, a publication
 * that was not done.
 */
export function isPassedOver({ outcome, extras, type, verdict }: RecordedEvent): boolean {
  if (type === 'hunt.published.v1' && verdict === 'locked') return true;
  switch (outcome) {
    case 'duplicate':
      return rungIn(extras) !== 'fingerprint';
    case 'quarantined':
    case 'invalid':
      return !isUnmet(extras);
    case 'conflict':
    case 'late':
      return true;
    default:
      return false;
  }
}

/** The version that a publication brings: in force behind it, unless a later one was before it. */
export function versionBrought({ type, data }: RecordedEvent): number | undefined {
  if (type !== 'hunt.published.v1' || data === undefined) return undefined;
  return CONTROL_DATA[type].parse(JSON.parse(data)).version;
}

/** True when the record passed over an event whose id it remembers all the same. */
export function isRememberedPast(recorded: RecordedEvent): boolean {
  const { outcome, extras } = recorded;
  if (isLetPass(recorded)) return false;
  if (outcome === 'duplicate') return rungIn(extras) === 'device';
  return outcome === 'quarantined' || outcome === 'invalid';
}

/** True when the record refused an event that other rules may count. */
export function isRefused({ outcome }: RecordedEvent): boolean {
  return outcome === 'quarantined' || outcome === 'invalid' || outcome === 'rate_limited';
}

/** The event as the log had it; undefined when its data is lost. */
export function loggedOf(recorded: RecordedEvent): LoggedEvent | undefined {
  if (recorded.data === undefined) return undefined;
  const { hunt, source, player, team, timeMs, sentAtMs, receivedAtUs, type, device } = recorded;
  const logged = {
    identity: identityOf(recorded),
    // Asked only of repeats inside a chunk, and those are passed over.
    digest: '',
    hunt,
    source,
    player,
    team,
    timeMs,
    sentAtMs: sentAtMs ?? timeMs,
    receivedAtUs,
    device,
    type,
    data: JSON.parse(recorded.data) as unknown,
  };
  // The door has checked the data by its type's contract before it came into the log.
  return logged as LoggedEvent;
}

/** 16 characters of the id's bytes, then its source, which tells equal ids apart. */
export function identityOf({ eventId, source }: RecordedEvent): string {
  let bytes = '';
  for (let i = 0; i < DIGITS.length; i += 1)
    bytes += CHARACTERS[byteAt(eventId, DIGITS[i] as number)];
  return bytes + source;
}

/** Where the two digits of each byte begin in the text of a UUID. */
const DIGITS = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const CHARACTERS = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));

/** The byte that two digits of a UUID's text spell. */
function byteAt(id: string, at: number): number {
  return digitAt(id, at) * 16 + digitAt(id, at + 1);
}

/** Digits stand at 48 to 57, the letters a to f at 97 to 102. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87;
}

interface ReadExtras {
  readonly rung?: string;
  readonly unmet?: readonly string[];
  readonly passed?: string;
}

const extrasIn = (text: string | undefined): ReadExtras =>
  text === undefined ? {} : (JSON.parse(text) as ReadExtras);
const rungIn = (text: string | undefined) => extrasIn(text).rung;
const isUnmet = (text: string | undefined) => extrasIn(text).unmet !== undefined;

/** True when its id came before and its hunt only observed that: it counts as it did. */
export function isLetPass({ extras }: Pick<RecordedEvent, 'extras'>): boolean {
  return extrasIn(extras).passed !== undefined;
}
