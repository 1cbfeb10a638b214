/** Times and distances as players read them. */

const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/** `14:05`, in the phone's own zone and manner; with its day when that is not today. */
export function clockText(ms: number, nowMs = Date.now()): string {
  const moment = new Date(ms);
  const isToday = moment.toDateString() === new Date(nowMs).toDateString();
  return isToday
    ? moment.toLocaleTimeString([], TIME)
    : moment.toLocaleString([], { ...DAY, ...TIME });
}

const MINUTE_S = 60;
const HOUR_S = 3_600;

/** `2:05`, `1:00:09`, or `3 days`: what is left until an instant. */
export function countdownText(leftMs: number): string {
  const s = Math.max(0, Math.ceil(leftMs / 1000));
  if (s >= 48 * HOUR_S) return `${Math.floor(s / (24 * HOUR_S))} days`;
  const pad = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor((s % HOUR_S) / MINUTE_S);
  const hours = Math.floor(s / HOUR_S);
  const tail = `${pad(s % MINUTE_S)}`;
  return hours > 0 ? `${hours}:${pad(minutes)}:${tail}` : `${minutes}:${tail}`;
}

/** `80 m`, `1.2 km`. */
export function distanceText(metres: number): string {
  if (metres < 1_000) return `${Math.round(metres / 10) * 10 || Math.round(metres)} m`;
  return `${(metres / 1_000).toFixed(1)} km`;
}

/** Metres walked in a minute at 4.8 km/h, as suggestions count them. */
const WALK_M_PER_MINUTE = 80;

export function walkText(metres: number): string {
  return `${Math.max(1, Math.ceil(metres / WALK_M_PER_MINUTE))} min walk`;
}
