/** Ways an event can be wrong that the door must refuse, each with a code of its own choosing. */
import type { PlayEvent } from '@trove/contracts';
import type { Random } from './random.js';

type Raw = Record<string, unknown>;

const DAY_MS = 86_400_000;
const DEEP = 60;

const WAYS: readonly ((event: PlayEvent, random: Random) => Raw)[] = [
  (event) => ({ ...event, type: 'clue.eaten.v1' }),
  (event) => ({ ...event, type: 'location.reported.v1', data: { lat: 999, lon: 0 } }),
  (event) => ({ ...event, type: 'location.reported.v1', data: { lat: '51.5', lon: 0 } }),
  (event) => ({ ...event, data: {} }),
  (event) => ({ ...event, data: null }),
  (event) => ({ ...event, time: 'yesterday' }),
  (event) => ({ ...event, luck: 7 }),
  (event) => ({ ...event, hunt: 'no-such-hunt' }),
  (event) => ({ ...event, player: 'a player with spaces' }),
  (event, random) => ({ ...event, id: `not-an-id-${random.hex(12)}` }),
  (event) => ({ ...event, data: nested(DEEP) }),
  (event) => JSON.parse(`${JSON.stringify(event).slice(0, -1)},"__proto__":{"score":1}}`) as Raw,
];

/** Where the hunt's clock is the wall's, an id must not be ahead of it either. */
const WAYS_BY_WALL: typeof WAYS = [...WAYS, (event) => ({ ...event, id: idAhead(event.id) })];

/** A broken copy of an event, as the wire would carry it. */
export function malform(event: PlayEvent, random: Random, clock: 'wall' | 'events'): PlayEvent {
  const ways = clock === 'wall' ? WAYS_BY_WALL : WAYS;
  return random.pick(ways)(event, random) as unknown as PlayEvent;
}

/** The same id, made tomorrow. */
function idAhead(id: string): string {
  const ms = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) + DAY_MS;
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}${id.slice(13)}`;
}

function nested(depth: number): Raw {
  let value: Raw = {};
  for (let level = 0; level < depth; level += 1) value = { value };
  return value;
}
