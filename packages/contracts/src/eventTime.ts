/** Reads the time of an event. Nearly all of a burst fall into one minute, which is read once. */

/** Characters of `2026-06-01T18:00`. */
const MINUTE_CHARS = 16;
/** Lengths of `2026-06-01T18:00:00Z` and `2026-06-01T18:00:00.000Z`. */
const SECONDS_CHARS = 20;
const MILLIS_CHARS = 24;

let minuteText = '';
let minuteMs = Number.NaN;

/** Milliseconds since 1970 of a text that `EventTime`'s pattern has passed; NaN if no such time. */
export function timeOfText(text: string): number {
  const isUtc = text.charCodeAt(text.length - 1) === 90;
  if (!isUtc || (text.length !== MILLIS_CHARS && text.length !== SECONDS_CHARS)) {
    return Date.parse(text);
  }
  const seconds = digit(text, 17) * 10 + digit(text, 18);
  if (seconds > 59) return Number.NaN;
  if (!text.startsWith(minuteText) || minuteText === '') {
    minuteText = text.slice(0, MINUTE_CHARS);
    minuteMs = Date.parse(`${minuteText}:00Z`);
  }
  const whole = minuteMs + seconds * 1000;
  if (text.length === SECONDS_CHARS) return whole;
  return whole + digit(text, 20) * 100 + digit(text, 21) * 10 + digit(text, 22);
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48;
}
