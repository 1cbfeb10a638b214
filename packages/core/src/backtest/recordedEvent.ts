/**
 * An event as it was recorded, by the archive or by the log and its results, and which of the
 * recorded answers no rules could have made otherwise.
 */
import type { RecordedEvent } from '@trove/contracts';
import type { LoggedEvent } from '../ports/loggedEvent.js';

/**
 * True when the answer does not depend on the rules: a repeat by id or by its device's count, an
 * id or a count that can't be placed any more, an event that could not be decided.
 */
export function isPassedOver({ outcome, extras }: RecordedEvent): boolean {
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

/** True when the record passed over an event whose id it remembers all the same. */
export function isRememberedPast({ outcome, extras }: RecordedEvent): boolean {
  if (outcome === 'duplicate') return rungIn(extras) === 'device';
  return outcome === 'quarantined' || outcome === 'invalid';
}

/** True when the record refused an event that other rules may count. */
export function isRefused({ outcome }: RecordedEvent): boolean {
  return outcome === 'quarantined' || outcome === 'invalid' || outcome === 'rate_limited';
}

/** The event as the log had it; undefined when its data is lost. Its device's count is not kept. */
export function loggedOf(recorded: RecordedEvent): LoggedEvent | undefined {
  if (recorded.data === undefined) return undefined;
  const { hunt, source, player, team, timeMs, sentAtMs, receivedAtUs, type } = recorded;
  return {
    identity: identityOf(recorded),
    // Asked only of repeats inside a chunk, and those are passed over.
    digest: '',
    ...{ hunt, source, player, team, timeMs, receivedAtUs, type },
    sentAtMs: sentAtMs ?? timeMs,
    data: JSON.parse(recorded.data),
  } as LoggedEvent;
}

/** 16 characters of the id's bytes, then its source, which tells equal ids apart. */
export function identityOf({ eventId, source }: RecordedEvent): string {
  const codes: number[] = [];
  for (let i = 0; i < eventId.length; i += 2) {
    if (eventId.charCodeAt(i) === DASH) i += 1;
    codes.push(digitAt(eventId, i) * 16 + digitAt(eventId, i + 1));
  }
  return String.fromCharCode(...codes) + source;
}

const DASH = 45;

/** Digits stand at 48 to 57, the letters a to f at 97 to 102. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87;
}

interface ReadExtras {
  readonly rung?: string;
  readonly unmet?: readonly string[];
}

const extrasIn = (text: string | undefined): ReadExtras =>
  text === undefined ? {} : (JSON.parse(text) as ReadExtras);
const rungIn = (text: string | undefined) => extrasIn(text).rung;
const isUnmet = (text: string | undefined) => extrasIn(text).unmet !== undefined;
