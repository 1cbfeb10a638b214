/**
 * Times between a file, which has RFC 3339 with an offset, and a designer's clock on the wall. On
 * two nights of a year a clock shows some times twice and others never; both are told in words.
 */
import { Temporal } from 'temporal-polyfill';

/** What a clock on the wall shows, as a `datetime-local` field holds it: 2026-11-25T21:04:07. */
export type WallTime = string;

export interface ReadTime {
  /** RFC 3339 with the offset of the zone at that time. */
  readonly text: string;
  /** What is odd about the time on the wall; nothing on all other days. */
  readonly says?: string;
}

/** Undefined where the text is no time. */
export function wallTimeOf(text: string, zone: string): WallTime | undefined {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return undefined;
  return plainText(zonedAt(ms, zone).toPlainDateTime());
}

/**
 * The time that a clock in this zone shows. Of a time that comes twice the first is taken; of one
 * that does not exist, the same span after the change. Undefined where it is no time at all.
 */
export function readWallTime(wall: WallTime, zone: string): ReadTime | undefined {
  const plain = plainOf(wall);
  if (plain === undefined) return undefined;
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { text: textOf(earlier) };
  if (earlier.toPlainDateTime().equals(plain)) {
    const text = textOf(earlier);
    return { text, says: twiceWords(text, zone)?.says ?? '' };
  }
  const says =
    `${clockText(plain)} does not exist on ${dayText(plain)} in ${zone}: the clocks go forward ` +
    `over it. Taken is ${clockText(later.toPlainDateTime())} (${later.offset}).`;
  return { text: textOf(later), says };
}

export interface Twice {
  readonly says: string;
  /** The other of the two times, RFC 3339. */
  readonly other: string;
}

/** Of a time that a clock in this zone shows twice: which it is, and the other. */
export function twiceWords(text: string, zone: string): Twice | undefined {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return undefined;
  const plain = zonedAt(ms, zone).toPlainDateTime();
  const first = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const second = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (first.epochMilliseconds === second.epochMilliseconds) return undefined;
  const isFirst = first.epochMilliseconds === ms;
  const [taken, other] = isFirst ? [first, second] : [second, first];
  const says =
    `${clockText(plain)} comes twice on ${dayText(plain)} in ${zone}: the clocks go back. ` +
    `Taken is the ${isFirst ? 'first' : 'second'} (${taken.offset}).`;
  return { says, other: textOf(other) };
}

function zonedAt(ms: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
}

function plainOf(wall: WallTime): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(wall);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function textOf(zoned: Temporal.ZonedDateTime): string {
  return zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

function plainText(plain: Temporal.PlainDateTime): WallTime {
  return plain.toString({ smallestUnit: 'second' });
}

function clockText(plain: Temporal.PlainDateTime): string {
  return plain.toString({ smallestUnit: 'minute' }).slice(11);
}

const day = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
});

function dayText({ year, month, day: dayOfMonth }: Temporal.PlainDateTime): string {
  return day.format(Date.UTC(year, month - 1, dayOfMonth));
}
